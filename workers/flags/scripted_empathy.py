"""
scripted_empathy: the required phrase is there, and the customer felt processed.

Fires when    a reply's sentence of empathy stands word for word in three or more of the account's tickets, and the
              reply holds nothing of this case.
Stays quiet   where the rest of the reply is about what the customer wrote.
Known limit   a formula that is varied a little each time is not recognised.
Source        docs/flags.md#scripted_empathy
"""

from datetime import datetime
from typing import Final

from integration.model import Comment, Evidence, Flag, Severity
from workers import cleaning, questions, quoting
from workers.context import TicketView
from workers.questions import Substance

IN_COMMON: Final = 2
"""So many words of the customer's, or numbers, make a reply one about this case."""


def scripted_empathy(view: TicketView, now: datetime) -> Flag | None:  # noqa: ARG001 - every flag has the same signature
    """Return the flag, or None for silence."""
    found: list[Evidence] = []
    for comment in view.replies:
        formula = _formula(view, comment)
        if formula and _says_nothing(view, comment):
            found.append(quoting.of_comment(comment, formula))
    if not found:
        return None
    say = view.saying.say
    return Flag(
        kind="scripted_empathy",
        severity=Severity.LOW,
        confidence=0.8,
        figure=say("required phrase present"),
        lived=say("Got a formula that others get word for word, and nothing about their own case."),
        advice=say("Say in one sentence what you have understood of their case; leave the formula out."),
        evidence=tuple(found[:2]),
    )


def _formula(view: TicketView, comment: Comment) -> str | None:
    known = view.context.surroundings.formulas
    return next((words for key, words in view.reading(comment).formulas if key in known), None)


def _says_nothing(view: TicketView, comment: Comment) -> bool:
    """Whether nothing in a reply is about this case."""
    reading = view.reading(comment)
    if reading.substance != Substance.FULL:
        return True
    rest = comment.text
    # what is asked for is not said: "please confirm your order number" fits every case
    for sentence in (
        *(words for _, words in reading.formulas),
        *(r.evidence.quote or "" for r in reading.requests),
    ):
        rest = rest.replace(sentence, " ")
    ours = questions.stems(cleaning.fold(cleaning.clean(rest)))
    theirs: frozenset[str] = frozenset().union(
        *(questions.stems(cleaning.fold(c.text)) for c in view.said if c.role != comment.role and c.at < comment.at)
    )
    return len(ours & theirs) < IN_COMMON
