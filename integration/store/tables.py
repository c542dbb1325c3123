"""
The tables. What is looked up by is a column; the rest of a noun is its JSON document beside the keys.

The documents hold exactly the model's dataclasses (`documents.py`), so a new attribute needs no migration, and both
databases keep the same text.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from integration.store.columns import Moment, metadata
from integration.store.shared_tables import audit, formula, outbreak, signature, solved, verdict

__all__ = ["Moment", "audit", "formula", "metadata", "outbreak", "signature", "solved", "verdict"]
"""What stands in other files and is named here; the tables below are all the others."""

connection = Table(
    "connection",
    metadata,
    Column("id", String(200), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("address", String(300), nullable=False),
    Column("secrets", LargeBinary, nullable=False),  # encrypted: credential and webhook secrets
    Column("backfill_from", Moment),
    Column("created_at", Moment, nullable=False),
    # it is being disconnected: nothing is done for it any more, and its credential stays until that has ended
    Column("leaving", Boolean, nullable=False, server_default=false()),
)

token = Table(
    "token",
    metadata,
    Column("connection", String(200), primary_key=True),
    Column("secrets", LargeBinary, nullable=False),  # encrypted: access and refresh token, and who replaces them
)

budget = Table(
    "budget",
    metadata,
    Column("connection", String(200), primary_key=True),
    Column("name", String(100), primary_key=True),  # of the limit: `account`, or an endpoint's
    Column("document", Text, nullable=False),
)

cursor = Table(
    "cursor",
    metadata,
    Column("connection", String(200), primary_key=True),
    Column("stream", String(50), primary_key=True),
    Column("value", Text),
    Column("complete", Boolean, nullable=False),  # whether the first backfill has reached its end
    Column("rows", Integer, nullable=False),
)

contact = Table(
    "contact",
    metadata,
    Column("connection", String(200), primary_key=True),
    Column("id", String(100), primary_key=True),
    Column("customer_id", String(300), nullable=False),
    Column("digest", String(32), nullable=False),
    Column("document", Text, nullable=False),
    Index(None, "customer_id"),
)

identity = Table(
    "identity",
    metadata,
    Column("connection", String(200), primary_key=True),
    Column("contact_id", String(100), primary_key=True),
    Column("kind", String(30), primary_key=True),
    Column("value", String(300), primary_key=True),
    Index(None, "kind", "value"),
)

ticket = Table(
    "ticket",
    metadata,
    Column("connection", String(200), primary_key=True),
    Column("id", String(100), primary_key=True),
    Column("requester_id", String(100)),
    Column("updated_at", Moment, nullable=False),
    Column("digest", String(32), nullable=False),
    Column("document", Text, nullable=False),
    Index(None, "connection", "requester_id"),
)

comment = Table(
    "comment",
    metadata,
    Column("connection", String(200), primary_key=True),
    Column("id", String(150), primary_key=True),
    Column("ticket_id", String(100), nullable=False),
    Column("digest", String(32), nullable=False),
    Column("document", Text, nullable=False),
    Index(None, "connection", "ticket_id"),
)

event = Table(
    "event",
    metadata,
    Column("connection", String(200), primary_key=True),
    Column("id", String(150), primary_key=True),
    Column("ticket_id", String(100), nullable=False),
    Column("digest", String(32), nullable=False),
    Column("document", Text, nullable=False),
    Index(None, "connection", "ticket_id"),
)

account = Table(
    "account",
    metadata,
    Column("connection", String(200), primary_key=True),
    Column("id", String(100), primary_key=True),
    Column("digest", String(32), nullable=False),
    Column("document", Text, nullable=False),
)

rating = Table(
    "rating",
    metadata,
    Column("connection", String(200), primary_key=True),
    Column("id", String(150), primary_key=True),
    Column("ticket_id", String(100), nullable=False),
    Column("digest", String(32), nullable=False),
    Column("document", Text, nullable=False),
    Index(None, "connection", "ticket_id"),
)

note = Table(
    "note",
    metadata,
    Column("connection", String(200), primary_key=True),
    Column("key", String(32), primary_key=True),
    Column("ticket_id", String(100), nullable=False),
    Column("text", Text, nullable=False),  # as written; until it comes back as a comment of its ticket
    Index(None, "connection", "ticket_id"),
)

reading = Table(
    "reading",
    metadata,
    Column("connection", String(200), primary_key=True),
    Column("comment_id", String(150), primary_key=True),
    Column("comment_digest", String(32), nullable=False),  # the text that was read: edited text is read again
    Column("version", Integer, nullable=False),
    Column("document", Text, nullable=False),
)

annotation = Table(
    "annotation",
    metadata,
    Column("connection", String(200), primary_key=True),
    Column("ticket_id", String(100), primary_key=True),
    Column("assessed_at", Moment, nullable=False),
    Column("document", Text, nullable=False),
)

flag = Table(
    "flag",
    metadata,
    Column("connection", String(200), primary_key=True),
    Column("ticket_id", String(100), primary_key=True),
    Column("kind", String(50), primary_key=True),
    Index(None, "kind"),
)

flag_feedback = Table(
    "flag_feedback",
    metadata,
    # an agent's latest word on a flag of a ticket; it stays when the helpdesk's field has no room for it any more
    Column("connection", String(200), primary_key=True),
    Column("ticket_id", String(100), primary_key=True),
    Column("kind", String(50), primary_key=True),
    Column("agent_id", String(100), primary_key=True),
    Column("says", String(10), nullable=False),  # right, wrong, taken back
    Column("reason", String(1)),
    Column("at", Moment, nullable=False),
    Index(None, "kind"),
)

receipt = Table(
    "receipt",
    metadata,
    Column("connection", String(200), primary_key=True),
    Column("ticket_id", String(100), primary_key=True),
    Column("noted", Boolean, nullable=False),
    Column("document", Text, nullable=False),
)

job = Table(
    "job",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("key", String(320), nullable=False),
    Column("lane", String(220), nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("version", Integer, nullable=False),  # grows when the cause comes again while the job runs
    Column("claim", Integer, nullable=False),  # grows with each hand-out; a message with an older one is void
    Column("begun", Boolean, nullable=False),
    Column("attempts", Integer, nullable=False),  # beginnings that had no outcome yet
    Column("failures", Integer, nullable=False),  # outcomes in a row that were failures
    Column("lease_until", Moment),
    Column("error", Text),
    Column("parked_at", Moment),
    UniqueConstraint("kind", "key"),
    Index(None, "lane", "urgent", "due_at"),
    Index(None, "lane", "lease_until"),
    # an id that was given before would let an old message, or a worker that lost its lease, mean another job
    sqlite_autoincrement=True,
)

action = Table(
    "action",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("connection", String(200), nullable=False),
    Column("ticket_id", String(100), nullable=False),
    Column("done", Boolean, nullable=False),
    Column("lease_until", Moment, nullable=False),
    Index(None, "connection", "ticket_id"),
)

invocation = Table(
    "invocation",
    metadata,
    Column("connection", String(200), primary_key=True),
    Column("id", String(200), primary_key=True),
    Column("received_at", Moment, nullable=False),
    Index(None, "received_at"),
)

stage = Table(
    "stage",
    metadata,
    Column("name", String(50), primary_key=True),
    Column("done", Integer, nullable=False),
    Column("busy_s", Float, nullable=False),
)

counter = Table(
    "counter",
    metadata,
    Column("name", String(100), primary_key=True),
    Column("total", Integer, nullable=False),
)
