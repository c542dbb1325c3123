"""
context_lost: the transfer is completed, and the customer starts over.

Fires when    an agent or team takes over whom the issue has not seen yet, and their first reply opens with a script, or
              asks for what the issue holds, without a word of what came before.
Stays quiet   where the first reply names what is known; for identity checks that security asks for; for bots.
Known limit   what was handed over in silence and used in silence looks like none.
Source        docs/flags.md#context_lost
"""

from datetime import datetime
from typing import Final

from integration.model import Comment, Flag, Severity
from workers import quoting
from workers.context import TicketView
from workers.flags import asked_again
from workers.questions import Substance
from workers.timeline import Kind

THRESHOLD: Final = 0.7


def context_lost(view: TicketView, now: datetime) -> Flag | None:  # noqa: ARG001 - every flag has the same signature
    """Return the flag, or None for silence."""
    for comment in view.replies:
        earlier = _earlier_agents_last(view, comment)
        if earlier is None or not _starts_over(view, comment):
            continue
        say = view.saying.say
        new, former = view.context.author(comment), view.context.author(earlier)
        return Flag(
            kind="context_lost",
            severity=Severity.MEDIUM,
            confidence=0.8,
            figure=say("transfer completed"),
            lived=say("Had to start over with {new} after {former}.", new=new, former=former)
            if new and former
            else say("Had to start over with another agent."),
            advice=say("Show that you know: name what was said and done before, and go on from there."),
            evidence=(
                quoting.of_comment(earlier, quoting.opening_words(earlier)),
                quoting.of_comment(comment, _quote(view, comment)),
            ),
        )
    return None


def _earlier_agents_last(view: TicketView, comment: Comment) -> Comment | None:
    """Return the last word of another agent on the issue, where this is the first reply of this one."""
    own = view.context.author(comment)
    before = [c for c in view.issue_comments(Kind.REPLY, Kind.NOTE) if (c.at, c.id) < (comment.at, comment.id)]
    if not before or any(view.context.author(c) == own for c in before):
        return None
    return before[-1]


def _starts_over(view: TicketView, comment: Comment) -> bool:
    cues = view.cues(comment)
    if "refers" in cues and "nothing_found" not in cues:
        return False
    if asked_again.confidence_of(view, comment) >= THRESHOLD:
        return True
    reading = view.reading(comment)
    if reading.substance != Substance.FULL:
        return "script_opening" in cues or bool(reading.formulas)
    return "script_opening" in cues and bool(reading.requests)


def _quote(view: TicketView, comment: Comment) -> str | None:
    words = view.cues(comment).get("script_opening")
    return quoting.sentence_with(comment, words) if words else quoting.opening_words(comment)
