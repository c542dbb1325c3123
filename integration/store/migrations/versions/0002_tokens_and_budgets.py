"""Tokens and budgets that all workers share; connections that are being disconnected.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema one step forward."""
    op.create_table(
        "token",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("secrets", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("connection", name=op.f("pk_token")),
    )
    op.create_table(
        "budget",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("connection", "name", name=op.f("pk_budget")),
    )
    with op.batch_alter_table("connection", schema=None) as batch_op:
        batch_op.add_column(sa.Column("leaving", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    """Take the step back."""
    with op.batch_alter_table("connection", schema=None) as batch_op:
        batch_op.drop_column("leaving")
    op.drop_table("budget")
    op.drop_table("token")
