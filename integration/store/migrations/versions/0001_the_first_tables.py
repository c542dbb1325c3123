"""The first tables.

Revision ID: 0001
Revises: nothing
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema one step forward."""
    op.create_table(
        "action",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("ticket_id", sa.String(length=100), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_action")),
    )
    with op.batch_alter_table("action", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_action_connection_ticket_id"), ["connection", "ticket_id"], unique=False)

    op.create_table(
        "annotation",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("ticket_id", sa.String(length=100), nullable=False),
        sa.Column("assessed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("connection", "ticket_id", name=op.f("pk_annotation")),
    )
    op.create_table(
        "comment",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=150), nullable=False),
        sa.Column("ticket_id", sa.String(length=100), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("connection", "id", name=op.f("pk_comment")),
    )
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_comment_connection_ticket_id"), ["connection", "ticket_id"], unique=False)

    op.create_table(
        "connection",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=False),
        sa.Column("secrets", sa.LargeBinary(), nullable=False),
        sa.Column("backfill_from", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_connection")),
    )
    op.create_table(
        "contact",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=100), nullable=False),
        sa.Column("customer_id", sa.String(length=300), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("connection", "id", name=op.f("pk_contact")),
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_customer_id"), ["customer_id"], unique=False)

    op.create_table(
        "counter",
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
    )
    op.create_table(
        "cursor",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("stream", sa.String(length=50), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("connection", "stream", name=op.f("pk_cursor")),
    )
    op.create_table(
        "event",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=150), nullable=False),
        sa.Column("ticket_id", sa.String(length=100), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("connection", "id", name=op.f("pk_event")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_connection_ticket_id"), ["connection", "ticket_id"], unique=False)

    op.create_table(
        "flag",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("ticket_id", sa.String(length=100), nullable=False),
        sa.Column("kind", sa.String(length=50), nullable=False),
        sa.PrimaryKeyConstraint("connection", "ticket_id", "kind", name=op.f("pk_flag")),
    )
    with op.batch_alter_table("flag", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_flag_kind"), ["kind"], unique=False)

    op.create_table(
        "identity",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("contact_id", sa.String(length=100), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("value", sa.String(length=300), nullable=False),
        sa.PrimaryKeyConstraint("connection", "contact_id", "kind", "value", name=op.f("pk_identity")),
    )
    with op.batch_alter_table("identity", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_identity_kind_value"), ["kind", "value"], unique=False)

    op.create_table(
        "invocation",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("connection", "id", name=op.f("pk_invocation")),
    )
    with op.batch_alter_table("invocation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invocation_received_at"), ["received_at"], unique=False)

    op.create_table(
        "job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("key", sa.String(length=320), nullable=False),
        sa.Column("lane", sa.String(length=220), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("begun", sa.Boolean(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("parked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        sa.UniqueConstraint("kind", "key", name=op.f("uq_job_kind_key")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_job_lane_lease_until"), ["lane", "lease_until"], unique=False)
        batch_op.create_index(batch_op.f("ix_job_lane_urgent_due_at"), ["lane", "urgent", "due_at"], unique=False)

    op.create_table(
        "reading",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("comment_id", sa.String(length=150), nullable=False),
        sa.Column("comment_digest", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("connection", "comment_id", name=op.f("pk_reading")),
    )
    op.create_table(
        "receipt",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("ticket_id", sa.String(length=100), nullable=False),
        sa.Column("noted", sa.Boolean(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("connection", "ticket_id", name=op.f("pk_receipt")),
    )
    op.create_table(
        "stage",
        sa.Column("name", sa.String(length=50), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("busy_s", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_stage")),
    )
    op.create_table(
        "ticket",
        sa.Column("connection", sa.String(length=200), nullable=False),
        sa.Column("id", sa.String(length=100), nullable=False),
        sa.Column("requester_id", sa.String(length=100), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("connection", "id", name=op.f("pk_ticket")),
    )
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_ticket_connection_requester_id"), ["connection", "requester_id"], unique=False
        )


def downgrade() -> None:
    """Take the step back."""
    with op.batch_alter_table("ticket", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ticket_connection_requester_id"))

    op.drop_table("ticket")
    op.drop_table("stage")
    op.drop_table("receipt")
    op.drop_table("reading")
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_job_lane_urgent_due_at"))
        batch_op.drop_index(batch_op.f("ix_job_lane_lease_until"))

    op.drop_table("job")
    with op.batch_alter_table("invocation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invocation_received_at"))

    op.drop_table("invocation")
    with op.batch_alter_table("identity", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_identity_kind_value"))

    op.drop_table("identity")
    with op.batch_alter_table("flag", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_flag_kind"))

    op.drop_table("flag")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_connection_ticket_id"))

    op.drop_table("event")
    op.drop_table("cursor")
    op.drop_table("counter")
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_customer_id"))

    op.drop_table("contact")
    op.drop_table("connection")
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_comment_connection_ticket_id"))

    op.drop_table("comment")
    op.drop_table("annotation")
    with op.batch_alter_table("action", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_action_connection_ticket_id"))

    op.drop_table("action")
