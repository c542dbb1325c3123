"""
What an admin has said of two contacts: that they are one customer, or that they are not.

It survives every later sync. Each act is written to the audit log.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection as Tx
from sqlalchemy import delete, or_, select

from integration.model import ContactRef
from integration.store.sql import rows_of, upsert
from integration.store.tables import verdict

ONE = (verdict.c.connection, verdict.c.contact_id)
OTHER = (verdict.c.other_connection, verdict.c.other_id)

Pair = tuple[ContactRef, ContactRef]
"""The lesser one first."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What was said of some contacts."""

    joined: frozenset[Pair] = frozenset()
    parted: frozenset[Pair] = frozenset()

    def part(self, ours: Collection[ContactRef], theirs: Collection[ContactRef]) -> bool:
        """Whether any of ours is parted from any of theirs."""
        return any((one in ours and other in theirs) or (one in theirs and other in ours) for one, other in self.parted)


def pair(one: ContactRef, other: ContactRef) -> Pair:
    """Return two contacts in the order in which a verdict names them."""
    return (one, other) if one < other else (other, one)


def load(tx: Tx, refs: Iterable[ContactRef]) -> Verdicts:
    """Return what was said of contacts, whoever the other one is."""
    named = list(refs)
    rows = {row for columns in (ONE, OTHER) for row in rows_of(tx, select(verdict), columns, named)}
    pairs: Mapping[bool, set[Pair]] = {True: set(), False: set()}
    for row in rows:
        one = ContactRef(row.connection, row.contact_id)
        pairs[row.same].add((one, ContactRef(row.other_connection, row.other_id)))
    return Verdicts(frozenset(pairs[True]), frozenset(pairs[False]))


def joined_with(tx: Tx, refs: Sequence[ContactRef]) -> set[ContactRef]:
    """Return the contacts that an admin has joined with some."""
    return {ref for both in load(tx, refs).joined for ref in both}


def save(tx: Tx, one: ContactRef, others: Iterable[ContactRef], *, same: bool) -> None:
    """Say of a contact and others that each of them is the same customer, or is not; in the place of what was said."""
    pairs = [pair(one, other) for other in others]
    rows = [
        {
            "connection": lesser.connection,
            "contact_id": lesser.id,
            "other_connection": greater.connection,
            "other_id": greater.id,
            "same": same,
        }
        for lesser, greater in pairs
    ]
    upsert(tx, verdict, rows)


def take_back_parting(tx: Tx, ours: Collection[ContactRef], theirs: Collection[ContactRef]) -> None:
    """Forget that any of ours was parted from any of theirs."""
    for one, other in load(tx, ours).parted:
        if (one in ours and other in theirs) or (one in theirs and other in ours):
            mine = (ONE[0] == one.connection) & (ONE[1] == one.id)
            tx.execute(delete(verdict).where(mine, OTHER[0] == other.connection, OTHER[1] == other.id))


def forget(tx: Tx, connection: str) -> None:
    """Forget what was said of a connection's contacts; the log keeps that it was said."""
    tx.execute(delete(verdict).where(or_(ONE[0] == connection, OTHER[0] == connection)))
