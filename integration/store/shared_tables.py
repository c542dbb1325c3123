"""
The tables that are about several customers at once: what many of them say, and an admin's word on who is who.

Part of `tables`, which names them all.
"""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, Text, UniqueConstraint

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
