"""Which of the customer's questions on a ticket stand open, although somebody has replied or solved it since."""

from dataclasses import dataclass
from typing import Final

from integration.model import Comment, Question, Role
from workers import folding, questions, relevance, spoken
from workers.context import TicketView
from workers.questions import Substance
from workers.timeline import Kind

CLEAR: Final = 0.7
"""A sentence that is a question by its mark alone ("Old Town Inn?") counts only once it is asked again."""
_ALIKE: Final = 0.5


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that stands open, where it was asked again, and the last reply that did not answer it."""

    question: Question
    again: tuple[Comment, ...]
    reply: Comment | None
    confidence: float


def first(view: TicketView) -> OpenQuestion | None:
    """Return the first question that stands open; None without one."""
    memo, key = view.issue.memo, ("open question", view.ticket.ref)
    if key not in memo:
        memo[key] = _first(view)
    found: OpenQuestion | None = memo[key]
    return found


def _first(view: TicketView) -> OpenQuestion | None:
    if view.is_duplicate:  # what was sent twice by accident is answered once, on the first
        return None
    said = view.comments(Kind.CUSTOMER, Kind.REPLY)
    for place, comment in enumerate(said):
        if comment.role != Role.CUSTOMER:
            continue
        for question in view.reading(comment).questions:
            found = _stands_open(view, question, comment, said[place + 1 :])
            if found:
                return found
    return None


def _stands_open(
    view: TicketView, question: Question, asked: Comment, after: tuple[Comment, ...]
) -> OpenQuestion | None:
    replies = [c for c in after if c.role == Role.AGENT]
    later = [c for c in after if c.role == Role.CUSTOMER]
    if _closes(view, later):
        return None
    again = tuple(c for c in later if any(r.at <= c.at for r in replies) and _insists(view, question, c))
    since = [c for c in replies if not again or c.at > again[-1].at]
    if spoken.last(view, again[-1].at if again else asked.at):
        return None
    if question.confidence < CLEAR and not again and not any(_only_article(view, c) for c in since):
        return None
    done = view.ticket.status.is_done
    if not replies:
        return OpenQuestion(question, (), None, 0.7) if done and not _noted(view, asked) else None
    if not since:
        # Asked again, and nothing since: open in any case once the ticket is solved.
        return OpenQuestion(question, again, replies[-1], 0.9 if done else 0.75)
    # who asks it again in other words is answered by what answers those
    wanted = [(question, asked), *((q, c) for c in again[-1:] for q in view.reading(c).questions)]
    kinds = [_amounts_to(view, wanted, c, insisted=bool(again)) for c in since]
    if Substance.FULL in kinds or any(_waits(view, c, later) for c in since):
        return None
    if again or (len(set(kinds)) == 1 and kinds[0] == Substance.FORMULA) or done:
        return OpenQuestion(question, again, since[-1], 0.85 if again else 0.75)
    return None


def _waits(view: TicketView, reply: Comment, later: list[Comment]) -> bool:
    """Whether a reply names a time, or asks back for what the customer does not say to have given already."""
    reading = view.reading(reply)
    told = any("already_told" in view.cues(c) for c in later if c.at > reply.at)
    return bool(reading.promises) or (bool(reading.requests) and not told)


def _amounts_to(
    view: TicketView, wanted: list[tuple[Question, Comment]], reply: Comment, *, insisted: bool
) -> str | None:
    """Return what a reply amounts to for these questions: beside the point, a full one is no more than a formula."""
    reading = view.reading(reply)
    doubted = insisted or _only_article(view, reply)
    if reading.substance != Substance.FULL or not (doubted or view.ticket.status.is_done):
        return reading.substance
    missed = all(relevance.misses(q, view.reading(asked), reply, reading, doubted=doubted) for q, asked in wanted)
    return Substance.FORMULA if missed else Substance.FULL


def _only_article(view: TicketView, reply: Comment) -> bool:
    """Whether a reply points to an article after the customer said that one did not help."""
    if "article" not in view.cues(reply):
        return False
    earlier = [view.cues(c) for c in view.comments(Kind.CUSTOMER) if c.at < reply.at]
    return any("article_failed" in cues or "failed" in cues for cues in earlier)


def _closes(view: TicketView, later: list[Comment]) -> bool:
    """Whether the customer's last words are thanks, or a farewell, and nothing else."""
    if not later:
        return False
    reading = view.reading(later[-1])
    kinds = {kind for kind, _ in reading.cues}
    return (
        bool(kinds & {"thanks", "leaves"})
        and not kinds & {"not_answered", "not_solved", "chaser"}
        and not reading.questions
    )


def _insists(view: TicketView, question: Question, comment: Comment) -> bool:
    """Whether the customer says that the question stands, or asks it again."""
    reading = view.reading(comment)
    if any(kind == "not_answered" for kind, _ in reading.cues):
        return True
    asked = questions.stems(folding.fold(question.evidence.quote or ""))
    for other in (q for q in reading.questions if q.confidence >= CLEAR):
        repeated = questions.stems(folding.fold(other.evidence.quote or ""))
        if asked and repeated and len(asked & repeated) >= _ALIKE * min(len(asked), len(repeated)):
            return True
    return False


def _noted(view: TicketView, asked: Comment) -> bool:
    """Whether an internal note since the question may tell of an answer given elsewhere."""
    return any(c.at > asked.at for c in view.comments(Kind.NOTE))
