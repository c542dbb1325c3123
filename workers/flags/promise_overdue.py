"""
promise_overdue: an agent named a time, it has passed, and the customer has heard nothing.

Fires when    a promise on this issue is past due and nothing kept or withdrew it (see `issue_promises`): no agent has
              answered since, and no note says that it was done. A time by which something should merely arrive, or a
              visit with which the ticket was solved, wants the customer to have come back as well.
Stays quiet   for conditional and general sentences (see `promises`), when the agent named another time, when the
              customer cancelled or thanks for it, and after a call of ours.
Known limit   a promise kept in another system is seen only if a note says so.
Source        docs/flags.md#promise_overdue
"""

from datetime import datetime, timedelta
from typing import Final

from integration.model import Flag, Severity, TimelinePromise
from workers import issue_promises
from workers.context import TicketView
from workers.promises import CERTAIN

THRESHOLD: Final = 0.65
HIGH_AFTER: Final = timedelta(days=1)


def promise_overdue(view: TicketView, now: datetime) -> Flag | None:
    """Return the flag, or None for silence."""
    late = [p for p in issue_promises.of(view, now) if p.state == "overdue" and _concerns(view, p)]
    late = [p for p in late if p.promise.confidence >= THRESHOLD]
    if not late:
        return None
    oldest = min(late, key=lambda p: p.promise.due)
    overdue = now - oldest.promise.due
    say = view.saying.say
    return Flag(
        kind="promise_overdue",
        severity=Severity.HIGH if overdue >= HIGH_AFTER else Severity.MEDIUM,
        confidence=0.9 if oldest.promise.confidence >= CERTAIN else 0.7,
        figure=say("ticket on track"),
        lived=_lived(view, oldest),
        advice=say("Write to the customer now: say what happened to the promise, and name a time that will hold."),
        evidence=tuple(p.promise.evidence for p in late),
    )


def _lived(view: TicketView, late: TimelinePromise) -> str:
    """Return what was promised and has not come; how long ago is left out, so that time alone changes nothing."""
    say, day = view.saying.say, view.saying.day(view.local(late.promise.due))
    if late.by:
        return _by_name(view, late.promise.kind, late.by, day)
    sentences = {
        "call": say("A call promised by {day} has not come.", day=day),
        "refund": say("A refund promised by {day} has not come.", day=day),
        "visit": say("A visit promised for {day} has not taken place.", day=day),
        "delivery": say("A delivery promised by {day} has not come.", day=day),
        "correction": say("A correction promised by {day} has not come.", day=day),
        "answer": say("An answer promised by {day} has not come.", day=day),
    }
    return sentences.get(late.promise.kind) or say("What was promised by {day} has not come.", day=day)


def _by_name(view: TicketView, kind: str, name: str, day: str) -> str:
    say = view.saying.say
    sentences = {
        "call": say("{name} promised a call by {day}; it has not come.", name=name, day=day),
        "refund": say("{name} promised a refund by {day}; it has not come.", name=name, day=day),
        "visit": say("{name} promised a visit for {day}; it has not taken place.", name=name, day=day),
        "delivery": say("{name} promised a delivery by {day}; it has not come.", name=name, day=day),
        "correction": say("{name} promised a correction by {day}; it has not come.", name=name, day=day),
        "answer": say("{name} promised an answer by {day}; it has not come.", name=name, day=day),
    }
    return sentences.get(kind) or say("What {name} promised by {day} has not come.", name=name, day=day)


def _concerns(view: TicketView, late: TimelinePromise) -> bool:
    """The ticket that holds the promise, and later ones of the issue: the customer is back and still in the dark."""
    given_on = late.promise.evidence.ticket
    return given_on == view.ticket.ref or late.promise.evidence.at < view.ticket.created_at
