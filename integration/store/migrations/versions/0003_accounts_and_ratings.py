"""Accounts of contacts, ratings that a helpdesk keeps apart from its tickets, and notes of ours on their way back.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema one step forward."""
    op.create_table(
        "account",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=100), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("connection", "id", name=op.f("pk_account")),
    )
    op.create_table(
        "rating",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=150), nullable=False),
        sa.Column("ticket_id", sa.String(length=100), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("connection", "id", name=op.f("pk_rating")),
    )
    with op.batch_alter_table("rating", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rating_connection_ticket_id"), ["connection", "ticket_id"], unique=False)

    op.create_table(
        "note",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("ticket_id", sa.String(length=100), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("connection", "key", name=op.f("pk_note")),
    )
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_note_connection_ticket_id"), ["connection", "ticket_id"], unique=False)


def downgrade() -> None:
    """Take the step back."""
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_note_connection_ticket_id"))

    op.drop_table("note")
    with op.batch_alter_table("rating", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rating_connection_ticket_id"))

    op.drop_table("rating")
    op.drop_table("account")
