"""What is known beyond the customers who are judged: what is usual in each team, and what agents write to anybody."""

import threading
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from integration.model import Norm, Surroundings, TicketRef
from integration.store import FORMULA_TICKETS, Store
from workers import norms
from workers.context import CustomerContext

FRESH = timedelta(minutes=10)
"""What is usual in a team changes over weeks; it is not worked out for each customer."""


class Usual:
    """What is usual in each team, as it was a few minutes ago at most; shared by the threads of a process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._norms: tuple[tuple[str, Norm], ...] = ()
        self._at: datetime | None = None

    def norms(self, store: Store, now: datetime) -> tuple[tuple[str, Norm], ...]:
        """Return what is usual, by team."""
        with self._lock:
            if self._at is None or now - self._at >= FRESH:
                self._norms, self._at = norms.norms(store.load_solved(now)), now
            return self._norms


def around(store: Store, usual: Usual, contexts: Iterable[CustomerContext], now: datetime) -> Surroundings:
    """
    Return the surroundings of some customers; of all formulas, those that were written to them.

    What stands in enough of their own tickets is one from now on: it is saved with what is concluded of them.
    """
    said: dict[str, set[TicketRef]] = defaultdict(set)
    for one in contexts:
        for comment in one.history.comments:
            for key, _ in one.reading(comment).formulas:
                said[key].add(comment.ticket)
    here = {key for key, tickets in said.items() if len(tickets) >= FORMULA_TICKETS}
    return Surroundings(usual.norms(store, now), store.known_formulas(said.keys() - here) | here)
