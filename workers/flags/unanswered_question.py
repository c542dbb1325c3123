"""
unanswered_question: the customer got a reply, but no answer.

Fires when    the customer's question stands open although an agent has replied or the ticket was solved since: every
              reply was a formula; or the customer asked again or said so, and what followed was empty, or nothing and
              the ticket was solved; or it was solved without any reply.
Stays quiet   after thanks; while an agent has asked something back or named a time; after any reply with substance that
              the customer did not object to; for polite imperatives and rhetorical questions.
Known limit   a full reply that misses the point is noticed only when the customer says so.
Source        docs/flags.md#unanswered_question
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from integration.model import Comment, Flag, Question, Severity
from workers import cleaning, questions, quoting
from workers.context import TicketView
from workers.questions import Substance
from workers.reading import SURE_WORDS
from workers.timeline import Kind

THRESHOLD: Final = 0.6
CLEAR: Final = 0.7
"""A sentence that is a question by its mark alone ("Old Town Inn?") counts only once it is asked again."""
_ALIKE: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Open:
    """A question that stands open, where it was asked again, and the last reply that did not answer it."""

    question: Question
    again: tuple[Comment, ...]
    reply: Comment | None
    confidence: float


def unanswered_question(view: TicketView, now: datetime) -> Flag | None:  # noqa: ARG001 - every flag has the same signature
    """Return the flag, or None for silence."""
    found = _open_question(view)
    if found is None or found.confidence < THRESHOLD:
        return None
    evidence = [found.question.evidence]
    evidence += [quoting.of_comment(c, _insisting(view, c)) for c in found.again[-1:]]
    if found.reply:
        evidence.append(quoting.of_comment(found.reply, quoting.opening_words(found.reply)))
    times = len(found.again) + 1
    done = view.ticket.status.is_done
    return Flag(
        kind="unanswered_question",
        severity=Severity.HIGH if times > 1 or done else Severity.MEDIUM,
        confidence=found.confidence,
        figure="solved" if done else "replied in time",
        lived=f"Asked {_times(times)}; {'solved' if done else 'replied to'}, but not answered.",
        advice="Answer this question first, in one sentence, or say who will answer it and by when.",
        evidence=tuple(evidence),
    )


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _open_question(view: TicketView) -> _Open | None:
    said = view.comments(Kind.CUSTOMER, Kind.REPLY)
    for place, comment in enumerate(said):
        if comment.role.value != "customer":
            continue
        for question in view.reading(comment).questions:
            found = _stands_open(view, question, comment, said[place + 1 :])
            if found:
                return found
    return None


def _stands_open(view: TicketView, question: Question, asked: Comment, after: tuple[Comment, ...]) -> _Open | None:
    replies = [c for c in after if c.role.value == "agent"]
    later = [c for c in after if c.role.value == "customer"]
    if _closes(view, later):
        return None
    again = tuple(c for c in later if any(r.at <= c.at for r in replies) and _insists(view, question, c))
    since = [c for c in replies if not again or c.at > again[-1].at]
    if question.confidence < CLEAR and not again:
        return None
    done = view.ticket.status.is_done
    if not replies:
        return _Open(question, (), None, 0.7) if done and not _noted(view, asked) else None
    if not since:
        # Asked again, and nothing since: open in any case once the ticket is solved.
        return _Open(question, again, replies[-1], 0.9 if done else 0.75)
    kinds = [_substance(view, c) for c in since]
    if Substance.FULL in kinds or any(view.reading(c).promises or view.reading(c).requests for c in since):
        return None
    if again or (len(set(kinds)) == 1 and kinds[0] == Substance.FORMULA) or done:
        return _Open(question, again, since[-1], 0.85 if again else 0.75)
    return None


def _closes(view: TicketView, later: list[Comment]) -> bool:
    """Whether the customer's last words are thanks and nothing else."""
    if not later:
        return False
    reading = view.reading(later[-1])
    kinds = {kind for kind, _ in reading.cues}
    return "thanks" in kinds and not kinds & {"not_answered", "not_solved", "chaser"} and not reading.questions


def _insists(view: TicketView, question: Question, comment: Comment) -> bool:
    """Whether the customer says that the question stands, or asks it again."""
    reading = view.reading(comment)
    if any(kind == "not_answered" for kind, _ in reading.cues):
        return True
    asked = questions.stems(cleaning.fold(question.evidence.quote or ""))
    for other in reading.questions:
        repeated = questions.stems(cleaning.fold(other.evidence.quote or ""))
        if asked and repeated and len(asked & repeated) >= _ALIKE * min(len(asked), len(repeated)):
            return True
    return False


def _insisting(view: TicketView, comment: Comment) -> str | None:
    for kind, words in view.reading(comment).cues:
        if kind == "not_answered":
            return quoting.sentence_with(comment, words)
    return next((q.evidence.quote for q in view.reading(comment).questions), None)


def _substance(view: TicketView, comment: Comment) -> Substance:
    reading = view.reading(comment)
    return questions.substance(cleaning.read(comment.text), reading.language if reading.words >= SURE_WORDS else None)


def _noted(view: TicketView, asked: Comment) -> bool:
    """Whether an internal note since the question may tell of an answer given elsewhere."""
    return any(c.at > asked.at for c in view.comments(Kind.NOTE))
