"""
The tables that are about several customers at once.

What many of them say; what agents write to anybody; what is usual in a team; an admin's word on who is who. Part of
`tables`, which names them all.
"""

from sqlalchemy import Boolean, Column, Float, Index, Integer, String, Table, Text, UniqueConstraint

from integration.store.columns import Moment, metadata

signature = Table(
    "signature",
    metadata,
    Column("id", Integer, primary_key=True),  # a changed row gets a new one
    Column("connection", String(200), nullable=False),
    Column("ticket_id", String(100), nullable=False),
    Column("customer_id", String(300), nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("is_open", Boolean, nullable=False),
    Column("gathered", Boolean, nullable=False),  # compared with the others
    Column("outbreak", Integer),
    Column("problem", String(301)),  # the problem ticket that it is like
    Column("document", Text, nullable=False),
    UniqueConstraint("connection", "ticket_id"),
    Index(None, "customer_id"),
    Index(None, "gathered", "opened_at"),
    Index(None, "outbreak"),
    Index(None, "is_open", "opened_at"),
    # an index in memory tells what is new by its id
    sqlite_autoincrement=True,
)

outbreak = Table(
    "outbreak",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("first_at", Moment, nullable=False),
    Column("words", String(200), nullable=False),
    Index(None, "first_at"),
    sqlite_autoincrement=True,
)

formula = Table(
    "formula",
    metadata,
    # a sentence of empathy in one reply; in this order, the tickets in which it stands are found without reading all
    Column("key", String(32), primary_key=True),
    Column("connection", String(200), primary_key=True),
    Column("ticket_id", String(100), primary_key=True),
    Column("comment_id", String(150), primary_key=True),
    Index(None, "connection", "comment_id"),
)

solved = Table(
    "solved",
    metadata,
    # what one solved ticket tells of its team
    Column("connection", String(200), primary_key=True),
    Column("ticket_id", String(100), primary_key=True),
    Column("team", Text, nullable=False),
    Column("solved_at", Moment, nullable=False),
    Column("handle_time_s", Float, nullable=False),
    Column("wait_s", Float),
    Index(None, "team", "solved_at"),
    Index(None, "solved_at"),
)

verdict = Table(
    "verdict",
    metadata,
    # an admin's word on two contacts, the lesser reference first
    Column("connection", String(200), primary_key=True),
    Column("contact_id", String(100), primary_key=True),
    Column("other_connection", String(200), primary_key=True),
    Column("other_id", String(100), primary_key=True),
    Column("same", Boolean, nullable=False),
    Index(None, "other_connection", "other_id"),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("actor", String(200), nullable=False),
    Column("act", String(20), nullable=False),
    Column("document", Text, nullable=False),
    sqlite_autoincrement=True,
)
