"""
Disconnecting: a connection stops being worked for, and is forgotten, with or without what was read of it.

While it is leaving, its credential stays: whatever goes wrong meanwhile, disconnecting can be run again.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection as Tx
from sqlalchemy import Table, delete, func, select

from integration.connection import Connection
from integration.model import Receipt
from integration.store import credentials, formulas, jobs, keeping, verdicts
from integration.store.documents import decode
from integration.store.jobs import Job
from integration.store.keeping import Keeping
from integration.store.outbox import ASSESS_LANE
from integration.store.tables import (
    account,
    action,
    annotation,
    comment,
    contact,
    counter,
    cursor,
    event,
    flag,
    flag_feedback,
    identity,
    invocation,
    job,
    note,
    rating,
    reading,
    receipt,
    signature,
    solved,
    ticket,
)
from integration.store.writebacks import save_receipts

_CONTENT: tuple[Table, ...] = (
    *(account, contact, identity, ticket, comment, event, rating, note),
    *(reading, signature, solved, annotation, flag, flag_feedback, receipt, cursor),
)
_KINDS = ("pull", "sync", "publish", "redact")


@dataclass(frozen=True, slots=True)
class Written:
    """Ids of the tickets that we wrote, and of those among them that carry a note of ours."""

    tickets: tuple[str, ...]
    noted: tuple[str, ...]


class Leaving(Keeping):
    """The part of the store that lets a connection go."""

    def begin_leaving(self, connection: str) -> None:
        """Stop working for a connection: nothing of it is handed out any more."""
        with self._write() as tx:
            credentials.begin_leaving(tx, connection)

    def load_leaving(self) -> list[Connection]:
        """Return the connections that are being disconnected."""
        with self._read() as tx:
            return self._vault.load(tx, leaving=True)

    def leaving_ids(self) -> list[str]:
        """Return the ids of the connections that are being disconnected; needs no key."""
        with self._read() as tx:
            return credentials.connection_ids(tx, leaving=True)

    def count_held(self, connection: str, now: datetime) -> int:
        """Return how many jobs of a connection some worker has in hand."""
        lanes = [f"{kind} {connection}" for kind in _KINDS]
        with self._read() as tx:
            held = select(func.count()).select_from(job).where(job.c.lane.in_(lanes), job.c.lease_until > now)
            return int(tx.execute(held).scalar_one())

    def load_written(self, connection: str) -> Written:
        """Return on which tickets of a connection something of ours stands, closed ones included."""
        with self._read() as tx:
            mine = receipt.c.connection == connection
            rows = tx.execute(select(receipt.c.ticket_id, receipt.c.noted).where(mine).order_by(receipt.c.ticket_id))
            found = [(row.ticket_id, row.noted) for row in rows]
        return Written(tuple(name for name, _ in found), tuple(name for name, noted in found if noted))

    def forget_connection(self, connection: str, *, content: bool, notes_gone: bool, now: datetime) -> None:
        """
        Forget a connection with its credential, tokens and jobs.

        Args:
            connection: Its id.
            content: Forget also what was read of it and concluded from it.
            notes_gone: Our notes are off its tickets, so that nothing that we wrote stands there any more.
            now: When those are due who are judged differently without what was read of it.
        """
        with self._write() as tx:
            due = formulas.forget_connection(tx, connection) if content else set()
            lanes = [f"{kind} {connection}" for kind in _KINDS]
            tx.execute(delete(job).where(job.c.lane.in_(lanes)))
            for table in (action, invocation):
                tx.execute(delete(table).where(table.c.connection == connection))
            tx.execute(delete(counter).where(counter.c.name.endswith(f" {connection}", autoescape=True)))
            if content:
                for table in _CONTENT:
                    tx.execute(delete(table).where(table.c.connection == connection))
                verdicts.forget(tx, connection)
            else:
                _forget_written(tx, connection, notes_gone=notes_gone)
            keeping.forget(tx, connection)
            credentials.forget(tx, connection)
            jobs.put(tx, [Job("assess", customer, ASSESS_LANE) for customer in due], now)


def _forget_written(tx: Tx, connection: str, *, notes_gone: bool) -> None:
    """Forget what was concluded and written, so that connecting again writes it anew; notes that stand are kept."""
    for table in (annotation, flag):
        tx.execute(delete(table).where(table.c.connection == connection))
    if notes_gone:
        tx.execute(delete(receipt).where(receipt.c.connection == connection))
        return
    rows = tx.execute(select(receipt.c.document).where(receipt.c.connection == connection)).scalars()
    known = [decode(Receipt, document) for document in rows]
    save_receipts(tx, [replace(one, fields_hash="", flags=(), solved=False) for one in known])
