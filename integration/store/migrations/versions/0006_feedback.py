"""What agents say of flags.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema one step forward."""
    op.create_table(
        "flag_feedback",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("ticket_id", sa.String(length=100), nullable=False),
        sa.Column("kind", sa.String(length=50), nullable=False),
        sa.Column("agent_id", sa.String(length=100), nullable=False),
        sa.Column("says", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=1), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("connection", "ticket_id", "kind", "agent_id", name=op.f("pk_flag_feedback")),
    )
    with op.batch_alter_table("flag_feedback", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_flag_feedback_kind"), ["kind"], unique=False)


def downgrade() -> None:
    """Take the step back."""
    op.drop_table("flag_feedback")
