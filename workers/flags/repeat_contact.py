"""
repeat_contact: the customer has had to come to us before about the same thing.

Fires when    at least one earlier contact on the same issue was opened in the WINDOW before this ticket.
Stays quiet   for tickets that the team started, scheduled calls, messages that only thank, accidental duplicates within
              ten minutes, and everything that `same_issue` does not hold to be the same thing.
Known limit   a promise to come back ("I will send the photo on Monday") counts as a contact like any other.
Source        docs/flags.md#repeat_contact
"""

from datetime import datetime, timedelta
from typing import Final

from integration.model import Flag, Severity, Ticket
from workers import quoting
from workers.context import TicketView

WINDOW: Final = timedelta(days=30)
COUNTED: Final = timedelta(days=90)
"""Once the flag fires, how far back the issue's contacts are counted."""
HIGH_FROM: Final = 3
"""Contacts, this one included, from which the severity is high."""


def repeat_contact(view: TicketView, now: datetime) -> Flag | None:  # noqa: ARG001 - every flag has the same signature
    """Return the flag, or None for silence."""
    if not any(t.ref == view.ticket.ref for t in view.issue.contacts):
        return None
    if not view.earlier_contacts(WINDOW):
        return None
    earlier = view.earlier_contacts(COUNTED)
    contacts = len(earlier) + 1
    days = (view.ticket.created_at - earlier[0].created_at).days
    solved = sum(1 for t in earlier if t.status.is_done)
    return Flag(
        kind="repeat_contact",
        severity=Severity.HIGH if contacts >= HIGH_FROM else Severity.MEDIUM,
        confidence=0.9 if contacts >= HIGH_FROM else 0.8,
        figure=f"{solved} earlier ticket{'s' if solved != 1 else ''} counted as solved"
        if solved
        else "each ticket handled by itself",
        lived=f"{_ordinal(contacts)} contact about the same thing {_in_days(days)}.",
        advice=f"Read {_numbers(earlier)} first and start from what is known there.",
        evidence=tuple(quoting.of_ticket(view, t) for t in earlier),
    )


def _ordinal(number: int) -> str:
    words = {2: "Second", 3: "Third", 4: "Fourth", 5: "Fifth", 6: "Sixth"}
    return words.get(number, f"{number}th")


def _in_days(days: int) -> str:
    return "within a day" if days < 1 else f"in {days} day{'s' if days != 1 else ''}"


def _numbers(tickets: tuple[Ticket, ...]) -> str:
    numbers = [t.number for t in tickets[-3:]]
    return numbers[0] if len(numbers) == 1 else f"{', '.join(numbers[:-1])} and {numbers[-1]}"
