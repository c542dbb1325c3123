"""Small numbers that `status` and the demonstration show: rows, stages, counters."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection as Tx
from sqlalchemy import delete, func, select

from integration.store.sql import insert
from integration.store.tables import comment, contact, counter, cursor, event, invocation, stage, ticket


@dataclass(frozen=True, slots=True)
class Stage:
    """How many items a stage has done, and the seconds that workers were busy with them."""

    name: str
    items: int
    busy_s: float


@dataclass(frozen=True, slots=True)
class StreamState:
    """How far a stream has been read."""

    connection: str
    stream: str
    rows: int
    complete: bool


def add_stage(tx: Tx, name: str, items: int, busy_s: float) -> None:
    """Add work to a stage's sums."""
    statement = insert(tx, stage).values(name=name, done=items, busy_s=busy_s)
    tx.execute(
        statement.on_conflict_do_update(
            index_elements=["name"], set_={"done": stage.c.done + items, "busy_s": stage.c.busy_s + busy_s}
        )
    )


def load_stages(tx: Tx) -> list[Stage]:
    """Return all stages by name."""
    return [Stage(row.name, row.done, row.busy_s) for row in tx.execute(select(stage).order_by(stage.c.name))]


def count(tx: Tx, name: str, by: int = 1) -> None:
    """Add to a named counter."""
    statement = insert(tx, counter).values(name=name, total=by)
    tx.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"total": counter.c.total + by}))


def load_counters(tx: Tx) -> dict[str, int]:
    """Return all counters."""
    return {row.name: row.total for row in tx.execute(select(counter).order_by(counter.c.name))}


def load_streams(tx: Tx) -> list[StreamState]:
    """Return how far each stream has been read."""
    rows = tx.execute(select(cursor).order_by(cursor.c.connection, cursor.c.stream))
    return [StreamState(row.connection, row.stream, row.rows, row.complete) for row in rows]


def count_rows(tx: Tx) -> dict[str, int]:
    """Return how many customers, contacts, tickets, comments and events are stored."""
    sizes = {
        table.name: tx.execute(select(func.count()).select_from(table)).scalar_one()
        for table in (ticket, comment, event, contact)
    }
    sizes["customer"] = tx.execute(
        select(func.count(func.distinct(contact.c.customer_id))).select_from(
            contact.join(
                ticket, (ticket.c.connection == contact.c.connection) & (ticket.c.requester_id == contact.c.id)
            )
        )
    ).scalar_one()
    return sizes


def take_invocation(tx: Tx, connection: str, invocation_id: str, now: datetime) -> bool:
    """Note that a push arrived; False where the same one arrived before."""
    statement = insert(tx, invocation).values(connection=connection, id=invocation_id, received_at=now)
    return tx.execute(statement.on_conflict_do_nothing().returning(invocation.c.id)).first() is not None


def forget_invocations(tx: Tx, before: datetime) -> int:
    """Forget pushes that are too old to be delivered again; return how many."""
    return tx.execute(delete(invocation).where(invocation.c.received_at < before)).rowcount
