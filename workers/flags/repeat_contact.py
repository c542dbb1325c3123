"""
repeat_contact: the customer has had to come to us before about the same thing.

Fires when    at least one earlier contact on the same issue was opened in the thirty days before this ticket.
Stays quiet   for tickets that the team started, scheduled calls, messages that only thank, accidental duplicates within
              ten minutes, and everything that `same_issue` does not hold to be the same thing.
Known limit   a promise to come back ("I will send the photo on Monday") counts as a contact like any other.
Source        docs/flags.md#repeat_contact
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from integration.model import Flag, Severity, Ticket
from workers import quoting
from workers.context import TicketView
from workers.limits import limit

COUNTED: Final = timedelta(days=90)
"""Once the flag fires, how far back the issue's contacts are counted."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What an admin may set."""

    within_days: int = limit(30, 1, 365, "days back in which an earlier contact makes this one a repeat")
    high_from: int = limit(3, 2, 20, "contacts, this one included, from which the severity is high")


def repeat_contact(view: TicketView, now: datetime) -> Flag | None:  # noqa: ARG001 - every flag has the same signature
    """Return the flag, or None for silence."""
    limits = view.limits(Limits)
    if not any(t.ref == view.ticket.ref for t in view.issue.contacts):
        return None
    if not view.earlier_contacts(timedelta(days=limits.within_days)):
        return None
    earlier = view.earlier_contacts(COUNTED)
    contacts = len(earlier) + 1
    days = (view.ticket.created_at - earlier[0].created_at).days
    solved = sum(1 for t in earlier if t.status.is_done)
    say, count = view.saying.say, view.saying.count
    return Flag(
        kind="repeat_contact",
        severity=Severity.HIGH if contacts >= limits.high_from else Severity.MEDIUM,
        confidence=0.9 if contacts >= limits.high_from else 0.8,
        figure=count("one earlier ticket counted as solved", "{n} earlier tickets counted as solved", solved)
        if solved
        else say("each ticket handled by itself"),
        lived=f"{nth_contact(view, contacts)} {_within(view, days)}",
        advice=say("Read {tickets} first, and start from what is known there.", tickets=_numbers(view, earlier)),
        evidence=tuple(quoting.of_ticket(view, t) for t in earlier),
    )


def nth_contact(view: TicketView, contacts: int) -> str:
    """Return how often the customer has come, as a sentence."""
    say = view.saying.say
    sentences = {
        2: say("Second contact about the same thing."),
        3: say("Third contact about the same thing."),
        4: say("Fourth contact about the same thing."),
        5: say("Fifth contact about the same thing."),
    }
    return sentences.get(contacts) or say("Contact number {n} about the same thing.", n=contacts)


def _within(view: TicketView, days: int) -> str:
    if days < 1:
        return view.saying.say("All within a day.")
    return view.saying.count("The first was a day before.", "The first was {n} days before.", days)


def _numbers(view: TicketView, tickets: tuple[Ticket, ...]) -> str:
    return view.saying.every([t.number for t in tickets[-3:]])
