"""
With which of a customer's earlier tickets a new one is compared: the latest, and those that something firm leads to.

Somebody with thousands of tickets is a shop or a machine; comparing each of their tickets with all others would cost
hours at each change. What is long past is still found by a number, a link or a thread in common.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from datetime import timedelta
from typing import Final

from workers.alike import LATEST
from workers.traces import Trace

_OF_A_KEY: Final = 20
"""Tickets before the latest that one number, link or thread leads to."""


class Earlier:
    """One customer's tickets, oldest first, by what they hold."""

    def __init__(self, ordered: Sequence[Trace], own: Collection[str], at_once: timedelta) -> None:
        """
        Hold nothing yet: tickets are added one by one.

        Args:
            ordered: The customer's tickets, oldest first.
            own: Numbers that are the customer's own and lead to no issue.
            at_once: Time within which the same text may be sent again by accident.
        """
        self._ordered = ordered
        self._own = own
        self._at_once = at_once
        self._holding: dict[Hashable, list[int]] = defaultdict(list)

    def add(self, place: int) -> None:
        """Let the tickets after this one be compared with it."""
        for key in self._keys(self._ordered[place]):
            self._holding[key].append(place)

    def of(self, place: int) -> tuple[list[int], set[int]]:
        """Return the places with which a ticket is compared, in order, and those that something firm may join."""
        newer, first = self._ordered[place], max(0, place - LATEST)
        firm: set[int] = set()
        for key in self._keys(newer):
            latest = self._holding.get(key, [])[-LATEST:]
            firm.update(older for older in latest if older >= first)
            firm.update([older for older in latest if older < first][-_OF_A_KEY:])
        for older in range(place - 1, first - 1, -1):
            if newer.opened_at - self._ordered[older].opened_at > self._at_once:
                break
            firm.add(older)
        return [*sorted(older for older in firm if older < first), *range(first, place)], firm

    def _keys(self, one: Trace) -> Iterator[Hashable]:
        yield one.ref
        yield from one.linked
        yield from (number for number in one.numbers if number not in self._own)
        for code in one.codes:
            if code not in self._own:
                yield code
                yield f"{code}.00"  # as it stands where nothing says that it numbers something
        if one.subject:
            yield "subject", one.subject
