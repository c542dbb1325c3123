"""
unanswered_question: the customer got a reply, but no answer.

Fires when    the customer's question stands open although an agent has replied or the ticket was solved since: every
              reply was a formula; or the customer asked again or said so, and what followed was empty, or nothing and
              the ticket was solved; or it was solved without any reply.
Stays quiet   after thanks; while an agent has asked something back or named a time; after any reply with substance that
              the customer did not object to; after a call of ours, as a note tells; for polite imperatives and
              rhetorical questions.
Known limit   a full reply that misses the point is noticed only when the customer says so.
Source        docs/flags.md#unanswered_question
"""

from datetime import datetime
from typing import Final

from integration.model import Comment, Flag, Severity
from workers import open_questions, quoting
from workers.context import TicketView

THRESHOLD: Final = 0.6


def unanswered_question(view: TicketView, now: datetime) -> Flag | None:  # noqa: ARG001 - every flag has the same signature
    """Return the flag, or None for silence."""
    found = open_questions.first(view)
    if found is None or found.confidence < THRESHOLD:
        return None
    evidence = [found.question.evidence]
    evidence += [quoting.of_comment(c, _insisting(view, c)) for c in found.again[-1:]]
    if found.reply:
        evidence.append(quoting.of_comment(found.reply, quoting.opening_words(found.reply)))
    saying = view.saying
    times = len(found.again) + 1
    done = view.ticket.status.is_done
    return Flag(
        kind="unanswered_question",
        severity=Severity.HIGH if times > 1 or done else Severity.MEDIUM,
        confidence=found.confidence,
        figure=saying.say("solved") if done else saying.say("replied in time"),
        lived=saying.say("Asked twice, and not answered.")
        if times == 2  # noqa: PLR2004 - there is a word for it
        else saying.count("A question was not answered.", "Asked {n} times, and not answered.", times),
        advice=saying.say("Answer this question first, in one sentence, or say who will answer it and by when."),
        evidence=tuple(evidence),
    )


def _insisting(view: TicketView, comment: Comment) -> str | None:
    for kind, words in view.reading(comment).cues:
        if kind == "not_answered":
            return quoting.sentence_with(comment, words)
    return next((q.evidence.quote for q in view.reading(comment).questions), None)
