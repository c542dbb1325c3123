"""
known_issue: handled one by one, and the customer is taken through what is known already.

Fires when    the ticket belongs to an open problem ticket, or to an outbreak: at least four customers in 48 hours with
              the same; and no agent has told the customer so.
Stays quiet   once an agent has; for the problem ticket itself, for what the team started, for accidental duplicates.
Known limit   what was said on the telephone without a note is not seen.
Source        docs/flags.md#known_issue
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from integration.model import Comment, Evidence, Flag, KnownIssue, Severity
from workers import cleaning, folding, quoting
from workers.context import TicketView
from workers.limits import limit
from workers.timeline import Kind
from workers.words import known_issues as words


@dataclass(frozen=True, slots=True)
class Limits:
    """What an admin may set."""

    many_customers: int = limit(10, 4, 1000, "customers with the same from which it is severe")


LINKED: Final = 1.0
"""The helpdesk's own word."""
OUTBREAK: Final = 0.9
LIKE_A_PROBLEM: Final = 0.8
MOST_OTHERS: Final = 2

_PIECE: Final = re.compile(words.PIECES)


def known_issue(view: TicketView, now: datetime) -> Flag | None:  # noqa: ARG001 - every flag has the same signature
    """Return the flag, or None for silence."""
    known = view.known_issue
    if known is None or view.ticket.is_problem or view.ticket.outbound or view.is_duplicate or _is_told(view):
        return None
    many = known.customers >= view.limits(Limits).many_customers
    return Flag(
        kind="known_issue",
        severity=Severity.HIGH if known.linked or many else Severity.MEDIUM,
        confidence=LINKED if known.linked else OUTBREAK if known.customers else LIKE_A_PROBLEM,
        figure=view.saying.say("handled one by one"),
        lived=_lived(view, known),
        advice=_advice(view, known),
        evidence=(*_said(view, known), *_elsewhere(known)),
    )


def _is_told(view: TicketView) -> bool:
    """Whether an agent has told the customer that it is known, on whichever ticket of the issue."""
    return any("known" in view.cues(reply) for reply in view.lived(Kind.REPLY))


def _lived(view: TicketView, known: KnownIssue) -> str:
    say, number = view.saying.say, _number(known)
    if number is None:
        return say("At least {n} customers report the same, and nobody has said that it is known.", n=known.customers)
    if not known.customers:
        return say("Belongs to the open problem {number}, and nobody has said that it is known.", number=number)
    return say(
        "At least {n} customers report the same (problem {number}), and nobody has said that it is known.",
        n=known.customers,
        number=number,
    )


def _advice(view: TicketView, known: KnownIssue) -> str:
    say, number = view.saying.say, _number(known)
    if number is None:
        return say("Say that it is known and being looked into, and open one problem ticket for all of them.")
    if known.linked or known.ticket.connection != (known.problem or known.ticket).connection:
        return say("Say that it is known, what helps meanwhile, and when they hear next.")
    return say("Say that it is known, and link this ticket to problem {number}.", number=number)


def _number(known: KnownIssue) -> str | None:
    return None if known.problem is None else known.problem_number or known.problem.id


def _said(view: TicketView, known: KnownIssue) -> tuple[Evidence, ...]:
    """Return where the customer says it, in the sentence that has most in common with the others'."""
    spoken = view.comments(Kind.CUSTOMER) or view.comments(Kind.NOTE)
    if not spoken:
        return (Evidence(view.ticket.ref, view.ticket.created_at),)
    best, quote = 0, None
    where = spoken[0]
    for comment in spoken:
        for sentence, shared in _sentences(comment, frozenset(map(folding.fold, known.words))):
            if shared > best:
                best, quote, where = shared, sentence, comment
    return (quoting.of_comment(where, quote or quoting.opening_words(where)),)


def _sentences(comment: Comment, shared: frozenset[str]) -> list[tuple[str | None, int]]:
    """Return a comment's sentences, verbatim, each with how many of the words in common it holds."""
    message = cleaning.read(comment.text)
    return [
        (message.quote(s.start, s.end), len(shared.intersection(_PIECE.findall(s.folded)))) for s in message.sentences
    ]


def _elsewhere(known: KnownIssue) -> tuple[Evidence, ...]:
    """Return the problem ticket and the first of the others: never what another customer wrote, nor who it was."""
    problem = (Evidence(known.problem, known.problem_at),) if known.problem and known.problem_at else ()
    return (*problem, *(Evidence(ref, at) for ref, at in known.others[:MOST_OTHERS]))
