"""
rushed: a short handle time, because the customer was hurried off.

Fires when    solved with at most two public comments of agents, in less than the team's usual time, while a question or
              objection of the customer's stood open.
Stays quiet   where the customer ended content; where nothing stood open.
Known limit   the team's usual time is from opening to solving: work elsewhere is not seen.
Source        docs/flags.md#rushed
"""

from datetime import datetime, timedelta
from typing import Final

from integration.model import Flag, Severity
from workers.context import TicketView
from workers.flags import hollow_resolution

MOST_REPLIES: Final = 2
USUAL: Final = timedelta(minutes=30)
"""Where the team has too little history."""


def rushed(view: TicketView, now: datetime) -> Flag | None:  # noqa: ARG001 - every flag has the same signature
    """Return the flag, or None for silence."""
    ticket = view.ticket
    if not ticket.status.is_done or ticket.solved_at is None:
        return None
    replies = view.replies
    took = ticket.solved_at - ticket.created_at
    norm = view.context.surroundings.norm(ticket.group)
    usual = timedelta(seconds=norm.handle_time_s) if norm else USUAL
    if not 1 <= len(replies) <= MOST_REPLIES or not timedelta() <= took < usual:
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
            "Solved after one minute over what still stood open.",
            "Solved after {n} minutes over what still stood open.",
            minutes,
        ),
        advice=saying.say("Take the time now: answer what stood open before anything else."),
        evidence=evidence,
    )
