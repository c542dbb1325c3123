"""
rushed: a short handle time, because the customer was hurried off.

Fires when    solved with at most two public comments of agents, in less than the team's usual time, while a question or
              objection of the customer's stood open.
Stays quiet   where the customer ended content; where nothing stood open.
Known limit   the team's usual time is from opening to solving: work elsewhere is not seen.
Source        docs/flags.md#rushed
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from integration.model import Flag, Severity
from workers.context import TicketView
from workers.flags import hollow_resolution
from workers.limits import limit


@dataclass(frozen=True, slots=True)
class Limits:
    """What an admin may set."""

    most_replies: int = limit(2, 1, 10, "public comments of agents, at most")
    usual_minutes: float = limit(30.0, 1, 1440, "minutes that are usual, in a team with too little history")


def rushed(view: TicketView, now: datetime) -> Flag | None:  # noqa: ARG001 - every flag has the same signature
    """Return the flag, or None for silence."""
    ticket = view.ticket
    if not ticket.status.is_done or ticket.solved_at is None:
        return None
    replies, limits = view.replies, view.limits(Limits)
    took = ticket.solved_at - ticket.created_at
    norm = view.context.surroundings.norm(ticket.group)
    usual = timedelta(seconds=norm.handle_time_s) if norm else timedelta(minutes=limits.usual_minutes)
    if not 1 <= len(replies) <= limits.most_replies or not timedelta() <= took < usual:
        return None
    evidence = hollow_resolution.still_open(view)
    if evidence is None:
        return None
    saying = view.saying
    minutes = max(1, round(took.total_seconds() / 60))
    return Flag(
        kind="rushed",
        severity=Severity.MEDIUM,
        confidence=0.8,
        figure=saying.count("handled in one minute", "handled in {n} minutes", minutes),
        lived=saying.count(
            "Solved after one minute, with something still open.",
            "Solved after {n} minutes, with something still open.",
            minutes,
        ),
        advice=saying.say("Take the time now: first answer what was left open."),
        evidence=evidence,
    )
