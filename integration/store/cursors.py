"""How far each stream of each connection has been read."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection as Tx
from sqlalchemy import Select, exists, func, select, update

from integration.store.sql import insert
from integration.store.tables import contact, cursor, job, ticket

GIVES_WAY_AFTER_FAILURES = 3
GIVES_WAY_AFTER = timedelta(minutes=2)


def load_cursor(tx: Tx, connection: str, stream: str) -> tuple[str | None, bool]:
    """Return (where the last page ended, whether the first backfill is complete)."""
    row = tx.execute(
        select(cursor.c.value, cursor.c.complete).where(cursor.c.connection == connection, cursor.c.stream == stream)
    ).first()
    return (row.value, row.complete) if row else (None, False)


def stands_at(tx: Tx, connection: str, stream: str, value: str | None) -> bool:
    """Return whether a stream that was begun still stands at `value`; its row is held until the transaction's end."""
    mine = (cursor.c.connection == connection) & (cursor.c.stream == stream)
    return bool(tx.execute(select(cursor.c.value).where(mine).with_for_update()).scalar_one() == value)


def begin(tx: Tx, connection: str, streams: tuple[str, ...]) -> None:
    """Note that all these streams will be read, so that the first one's end is not taken for the end of all."""
    rows = [{"connection": connection, "stream": name, "value": None, "rows": 0, "complete": False} for name in streams]
    tx.execute(insert(tx, cursor).on_conflict_do_nothing(), rows)


def backfilling(tx: Tx, now: datetime) -> bool:
    """
    Return whether a first backfill is under way, or about to begin.

    One that is parked, keeps failing, or is put off for long holds up nobody: what the other helpdesk knows is judged
    without it.
    """
    unread = ~exists().where(cursor.c.connection == job.c.key, cursor.c.complete.is_(True)) | exists().where(
        cursor.c.connection == job.c.key, cursor.c.complete.is_(False)
    )
    found = select(job.c.id).where(
        job.c.kind == "pull",
        job.c.parked_at.is_(None),
        job.c.failures < GIVES_WAY_AFTER_FAILURES,
        job.c.due_at <= now + GIVES_WAY_AFTER,
        unread,
    )
    return tx.execute(found.limit(1)).first() is not None


def save_cursor(tx: Tx, connection: str, stream: str, value: str | None, rows: int, *, complete: bool) -> None:
    """Save where a page ended; once a stream was complete it stays so."""
    statement = insert(tx, cursor).values(
        connection=connection, stream=stream, value=value, rows=rows, complete=complete
    )
    settings: dict[str, Any] = {"value": value, "rows": cursor.c.rows + rows}
    if complete:
        settings["complete"] = True
    tx.execute(statement.on_conflict_do_update(index_elements=["connection", "stream"], set_=settings))


def restart(tx: Tx, connection: str) -> None:
    """Forget how far a connection has been read: the next pull is a backfill."""
    tx.execute(update(cursor).where(cursor.c.connection == connection).values(value=None, complete=False, rows=0))


def is_complete(tx: Tx, connection: str, streams: tuple[str, ...]) -> bool:
    """Return whether the first backfill of all `streams` has reached its end."""
    done = tx.execute(
        select(func.count())
        .select_from(cursor)
        .where(cursor.c.connection == connection, cursor.c.stream.in_(streams), cursor.c.complete.is_(True))
    ).scalar_one()
    return int(done) == len(streams)


def customers_with_tickets(connection: str | None = None) -> Select[tuple[str]]:
    """Return the query for the ids of all customers who have a ticket, at this connection or at any."""
    found = (
        select(contact.c.customer_id)
        .distinct()
        .select_from(ticket)
        .join(contact, (contact.c.connection == ticket.c.connection) & (contact.c.id == ticket.c.requester_id))
    )
    return found if connection is None else found.where(ticket.c.connection == connection)
