"""
promise_overdue: an agent named a time, it has passed, and the customer has heard nothing.

Fires when    a promise on this issue is past due and nothing kept or withdrew it (see `issue_promises`): no agent has
              answered since, and no note says that it was done. A time by which something should merely arrive wants
              the customer to have come back as well.
Stays quiet   for conditional and general sentences (see `promises`), when the agent named another time, when the
              customer cancelled or thanks for it, and after a call of ours.
Known limit   a promise kept in another system is seen only if a note says so.
Source        docs/flags.md#promise_overdue
"""

from datetime import datetime, timedelta
from typing import Final

from integration.model import Flag, Promise, Severity, TimelinePromise
from workers import issue_promises
from workers.context import TicketView
from workers.promises import CERTAIN

THRESHOLD: Final = 0.65
SAYINGS: Final = {
    "call": "a call",
    "refund": "a refund",
    "visit": "a visit",
    "delivery": "a delivery",
    "correction": "a correction",
    "answer": "an answer",
}
"""What was promised, in words; other kinds go without."""
HIGH_AFTER: Final = timedelta(days=1)


def promise_overdue(view: TicketView, now: datetime) -> Flag | None:
    """Return the flag, or None for silence."""
    late = [p for p in issue_promises.of(view, now) if p.state == "overdue" and _concerns(view, p)]
    late = [p for p in late if p.promise.confidence >= THRESHOLD]
    if not late:
        return None
    oldest = min(late, key=lambda p: p.promise.due)
    overdue = now - oldest.promise.due
    who = oldest.by or "An agent"
    return Flag(
        kind="promise_overdue",
        severity=Severity.HIGH if overdue >= HIGH_AFTER else Severity.MEDIUM,
        confidence=0.9 if oldest.promise.confidence >= CERTAIN else 0.7,
        figure="ticket on track",
        lived=f"{who} {_what(oldest.promise)}; {_since(overdue)} past, and nothing has reached the customer.",
        advice="Write to the customer now: say what happened to the promise and name a time that will hold.",
        evidence=tuple(p.promise.evidence for p in late),
    )


def _what(promise: Promise) -> str:
    said = SAYINGS.get(promise.kind)
    return f"promised {said} by {promise.due:%d %B}" if said else f"named {promise.due:%d %B}"


def _concerns(view: TicketView, late: TimelinePromise) -> bool:
    """The ticket that holds the promise, and later ones of the issue: the customer is back and still in the dark."""
    given_on = late.promise.evidence.ticket
    return given_on == view.ticket.ref or late.promise.evidence.at < view.ticket.created_at


def _since(overdue: timedelta) -> str:
    hours = int(overdue.total_seconds() // 3600)
    if hours < 1:
        return "less than an hour"
    return f"{hours} hour{'s' if hours != 1 else ''}" if hours < 48 else f"{hours // 24} days"  # noqa: PLR2004 - two days
