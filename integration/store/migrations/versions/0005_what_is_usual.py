"""In which tickets agents' sentences of empathy stand; what solved tickets tell of their teams.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema one step forward."""
    op.create_table(
        "formula",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("ticket_id", sa.String(length=100), nullable=False),
        sa.Column("comment_id", sa.String(length=150), nullable=False),
        sa.PrimaryKeyConstraint("key", "connection", "ticket_id", "comment_id", name=op.f("pk_formula")),
    )
    with op.batch_alter_table("formula", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_formula_connection_comment_id"), ["connection", "comment_id"], unique=False
        )

    op.create_table(
        "solved",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("ticket_id", sa.String(length=100), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("solved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("handle_time_s", sa.Float(), nullable=False),
        sa.Column("wait_s", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("connection", "ticket_id", name=op.f("pk_solved")),
    )
    with op.batch_alter_table("solved", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_solved_team_solved_at"), ["team", "solved_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_solved_solved_at"), ["solved_at"], unique=False)


def downgrade() -> None:
    """Take the step back."""
    op.drop_table("solved")
    op.drop_table("formula")
