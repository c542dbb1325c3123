"""
scripted_empathy: the required phrase is there, and the customer felt processed.

Fires when    a reply's sentence of empathy stands word for word in three or more of the account's tickets, and the
              reply holds nothing of this case.
Stays quiet   where the rest of the reply, or what the agent sent right after it, is about what the customer wrote,
              answers yes or no, names a time for them, or is long.
Known limit   a formula that is varied a little each time is not recognised, nor a long text that fits everybody.
Source        docs/flags.md#scripted_empathy
"""

from datetime import datetime
from typing import Final

from integration.model import Comment, Evidence, Flag, Severity
from workers import folding, questions, quoting, replies
from workers.context import TicketView
from workers.words.questions import SHORT_ANSWERS

IN_COMMON: Final = 2
"""So many words of the customer's, or one and a number, make a reply one about this case."""
IN_OWN_WORDS: Final = 9
"""So many words that carry meaning, formulas left out, are taken for an answer in other words than the customer's."""


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
        lived=say("Got a stock phrase, nothing about their case."),
        advice=say("Say in one sentence what you have understood of their case; leave the stock phrase out."),
        evidence=tuple(found[:2]),
    )


def _formula(view: TicketView, comment: Comment) -> str | None:
    known = view.context.surroundings.formulas
    return next((words for key, words in view.reading(comment).formulas if key in known), None)


def _says_nothing(view: TicketView, comment: Comment) -> bool:
    """Whether nothing in a reply, and in what followed it at once, is about this case."""
    turn = view.turn(comment)
    own = [said for c in turn for said in replies.own_words(c, view.reading(c))]
    ours: frozenset[str] = frozenset().union(*(questions.stems(said) for said in own))
    theirs: frozenset[str] = frozenset().union(
        *(questions.stems(folding.fold(c.text)) for c in view.said if c.role != comment.role and c.at < comment.at)
    )
    numbers = any(c.isdigit() for said in own for c in said)
    names_a_time = any(view.reading(c).promises for c in turn)
    answers = any(said.split()[0].strip(".,!:;") in SHORT_ANSWERS for said in own)
    return not (names_a_time or answers or len(ours & theirs) + numbers >= IN_COMMON or len(ours) >= IN_OWN_WORDS)
