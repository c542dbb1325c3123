"""What agents say of flags: the latest word of each agent on each flag of each ticket."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection as Tx
from sqlalchemy import Row, func, select

from integration.model import FlagFeedback, Ticket, TicketRef
from integration.store.sql import insert, rows_of
from integration.store.tables import flag_feedback

RIGHT, WRONG, TAKEN_BACK = "right", "wrong", "taken back"

_SAYS = {True: RIGHT, False: WRONG, None: TAKEN_BACK}
_RIGHT = {says: right for right, says in _SAYS.items()}


@dataclass(frozen=True, slots=True)
class FeedbackCount:
    """How many words of agents say that a flag is right, and that it is wrong, over all tickets; none taken back."""

    kind: str
    right: int
    wrong: int
    reasons: tuple[tuple[str, int], ...]
    """Letter of `REASONS` and how many gave it, of those who say wrong; who gave none is not in it."""

    @property
    def precision(self) -> float:
        """The part of the words that say right."""
        return self.right / (self.right + self.wrong)


def save(tx: Tx, tickets: Iterable[Ticket]) -> None:
    """Save what agents say on these tickets, never an older word over a newer. What is not said there stays."""
    rows = [
        {
            "connection": noun.ref.connection,
            "ticket_id": noun.ref.id,
            "kind": entry.kind,
            "agent_id": entry.by,
            "says": _SAYS[entry.right],
            "reason": entry.reason,
            "at": entry.at,
        }
        for noun in tickets
        for entry in noun.feedback
    ]
    if not rows:
        return
    statement = insert(tx, flag_feedback)
    fresh = {name: statement.excluded[name] for name in ("says", "reason", "at")}
    tx.execute(
        statement.on_conflict_do_update(
            index_elements=[column.name for column in flag_feedback.primary_key],
            set_=fresh,
            where=statement.excluded.at >= flag_feedback.c.at,
        ),
        rows,
    )


def load(tx: Tx, refs: Iterable[TicketRef]) -> dict[TicketRef, tuple[FlagFeedback, ...]]:
    """Return what was ever said on those of the tickets on which something was, by flag and agent."""
    found: dict[TicketRef, list[FlagFeedback]] = defaultdict(list)
    columns = (flag_feedback.c.connection, flag_feedback.c.ticket_id)
    for row in rows_of(tx, select(flag_feedback), columns, refs):
        found[TicketRef(row.connection, row.ticket_id)].append(_entry(row))
    return {ref: tuple(sorted(said, key=lambda entry: (entry.kind, entry.by))) for ref, said in found.items()}


def count(tx: Tx) -> tuple[FeedbackCount, ...]:
    """Return how right each flag is in agents' words, by flag; flags of which nobody says anything are left out."""
    asked = (flag_feedback.c.kind, flag_feedback.c.says, flag_feedback.c.reason)
    standing = select(*asked, func.count().label("words")).where(flag_feedback.c.says != TAKEN_BACK).group_by(*asked)
    right: dict[str, int] = defaultdict(int)
    wrong: dict[str, dict[str | None, int]] = defaultdict(dict)
    for row in tx.execute(standing):
        if row.says == RIGHT:
            right[row.kind] += row.words
        else:
            wrong[row.kind][row.reason] = row.words
    return tuple(
        FeedbackCount(
            kind,
            right.get(kind, 0),
            sum(wrong.get(kind, {}).values()),
            tuple(sorted((reason, words) for reason, words in wrong.get(kind, {}).items() if reason is not None)),
        )
        for kind in sorted(right.keys() | wrong.keys())
    )


def _entry(row: Row[Any]) -> FlagFeedback:
    return FlagFeedback(row.kind, _RIGHT[row.says], row.at, row.agent_id, row.reason)
