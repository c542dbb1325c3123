"""What many customers say at the same time; an admin's word on who is one customer.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema one step forward."""
    op.create_table(
        "signature",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("ticket_id", sa.String(length=100), nullable=False),
        sa.Column("customer_id", sa.String(length=300), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("gathered", sa.Boolean(), nullable=False),
        sa.Column("outbreak", sa.Integer(), nullable=True),
        sa.Column("problem", sa.String(length=301), nullable=True),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signature")),
        sa.UniqueConstraint("connection", "ticket_id", name=op.f("uq_signature_connection_ticket_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("signature", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signature_customer_id"), ["customer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_signature_gathered_opened_at"), ["gathered", "opened_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_signature_outbreak"), ["outbreak"], unique=False)
        batch_op.create_index(batch_op.f("ix_signature_is_open_opened_at"), ["is_open", "opened_at"], unique=False)

    op.create_table(
        "outbreak",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbreak")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("outbreak", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outbreak_first_at"), ["first_at"], unique=False)

    op.create_table(
        "verdict",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("contact_id", sa.String(length=100), nullable=False),
        sa.Column("other_connection", sa.String(length=200), nullable=False),
        sa.Column("other_id", sa.String(length=100), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("connection", "contact_id", "other_connection", "other_id", name=op.f("pk_verdict")),
    )
    with op.batch_alter_table("verdict", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_verdict_other_connection_other_id"), ["other_connection", "other_id"], unique=False
        )

    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=200), nullable=False),
        sa.Column("act", sa.String(length=20), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Take the step back."""
    op.drop_table("audit")
    op.drop_table("verdict")
    op.drop_table("outbreak")
    op.drop_table("signature")
