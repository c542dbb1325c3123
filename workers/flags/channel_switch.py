"""
channel_switch: contained in the cheap channel, and the customer had to start again elsewhere.

Fires when    this contact is about an issue that began in another channel or helpdesk within thirty days, and
              nobody who wrote here refers to that.
Stays quiet   while nobody has written here yet; once an agent shows, in a reply or a note, that they know of it.
Known limit   an agent who knows and does not say so looks like one who does not.
Source        docs/flags.md#channel_switch
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from integration.model import Comment, Flag, Severity, Ticket
from workers import quoting
from workers.context import TicketView
from workers.limits import limit
from workers.timeline import Kind

_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Limits:
    """What an admin may set."""

    within_days: int = limit(30, 1, 365, "days back in which the other contact counts")


def channel_switch(view: TicketView, now: datetime) -> Flag | None:  # noqa: ARG001 - every flag has the same signature
    """Return the flag, or None for silence."""
    if not any(t.ref == view.ticket.ref for t in view.issue.contacts):
        return None
    elsewhere = [
        t
        for t in view.earlier_contacts(timedelta(days=view.limits(Limits).within_days))
        if _way(t) != _way(view.ticket)
    ]
    written = view.comments(Kind.REPLY, Kind.NOTE)
    if not elsewhere or not written or any(_refers(view, c) for c in written):
        return None
    first = elsewhere[-1]
    say = view.saying.say
    other_helpdesk = _helpdesk(first) != _helpdesk(view.ticket)
    return Flag(
        kind="channel_switch",
        severity=Severity.MEDIUM,
        confidence=0.8,
        figure=say("handled in one channel"),
        lived=say("This began in {helpdesk}; nobody here has mentioned it.", helpdesk=_helpdesk(first))
        if other_helpdesk
        else say("This began in another channel; nobody here has mentioned it."),
        advice=say("Read {number} before you answer, and say that you have.", number=first.number),
        evidence=(
            quoting.of_ticket(view, first),
            quoting.of_comment(written[0], quoting.opening_words(written[0])),
        ),
    )


def _way(ticket: Ticket) -> tuple[str, str]:
    return ticket.ref.connection, ticket.channel.value


def _helpdesk(ticket: Ticket) -> str:
    return ticket.ref.connection.partition(":")[0].capitalize()


def _refers(view: TicketView, comment: Comment) -> bool:
    cues = view.cues(comment)
    if "refers" in cues and "nothing_found" not in cues:
        return True
    names = {view.context.author(c) for c in view.before if c.role == comment.role} - {
        view.context.author(comment),
        None,
    }
    return any(name.split()[-1] in _WORD.findall(comment.text) for name in names if name)
