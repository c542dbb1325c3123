"""
context_lost: the transfer is completed, and the customer starts over.

Fires when    an agent or team takes over whom the issue has not seen yet, and their first reply is a script and says
              nothing else, or asks for what the issue holds, without a word of what came before.
Stays quiet   where the first reply names what is known, or the former agent; where the customer has told nothing yet;
              for identity checks that security asks for; for bots.
Known limit   what was handed over in silence and used in silence looks like none.
Source        docs/flags.md#context_lost
"""

import re
from datetime import datetime
from typing import Final

from integration.model import Comment, Flag, Role, Severity
from workers import folding, questions, quoting, replies
from workers.context import TicketView
from workers.flags import asked_again
from workers.timeline import Kind

THRESHOLD: Final = 0.7
TELLING: Final = 3
"""So many words that carry meaning are a message that tells something."""
_TALK: Final = (Kind.CUSTOMER, Kind.REPLY, Kind.NOTE)
_WORD: Final = re.compile(r"[^\W\d_]+")


def context_lost(view: TicketView, now: datetime) -> Flag | None:  # noqa: ARG001 - every flag has the same signature
    """Return the flag, or None for silence."""
    for comment in view.replies:
        earlier = _earlier_agents_last(view, comment)
        if earlier is None or not _starts_over(view, comment, earlier):
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
    earlier = [c for c in view.issue_comments(*_TALK) if (c.at, c.id) < (comment.at, comment.id)]
    before = [c for c in earlier if c.role == comment.role]
    if not before or any(view.context.author(c) == own for c in before):
        return None
    # who has only greeted so far on a new ticket is greeted back: nobody can know yet what it is about
    told = any(_tells(view, c) for c in earlier if c.role == Role.CUSTOMER and c.ticket == comment.ticket)
    return before[-1] if told else None


def _tells(view: TicketView, comment: Comment) -> bool:
    """Whether a customer's message holds anything that would have to be said again: "good afternoon" does not."""
    return bool(view.reading(comment).facts) or len(questions.stems(folding.fold(comment.text))) >= TELLING


def _starts_over(view: TicketView, comment: Comment, earlier: Comment) -> bool:
    turn = view.turn(comment)
    cues = {kind for c in turn for kind in view.cues(c)}
    if "refers" in cues and "nothing_found" not in cues:
        return False
    if asked_again.confidence_of(view, comment) >= THRESHOLD:
        return True
    if _names(view, earlier, turn) or any(replies.own_words(c, view.reading(c)) for c in turn):
        return False
    return "script_opening" in cues or bool(view.reading(comment).formulas)


def _names(view: TicketView, earlier: Comment, turn: tuple[Comment, ...]) -> bool:
    former = (view.context.author(earlier) or "").split()
    return bool(former) and any(former[-1] in _WORD.findall(c.text) for c in turn)


def _quote(view: TicketView, comment: Comment) -> str | None:
    asked = [r.evidence.quote for r in view.reading(comment).requests if r.evidence.quote]
    scripts = [words for kind, words in view.reading(comment).cues if kind == "script_opening"]
    if scripts:
        return quoting.sentence_with(comment, scripts[0])
    return asked[0] if asked else quoting.opening_words(comment)
