"""
What became of an issue's promises: open, kept, withdrawn or overdue at a moment.

kept       an agent wrote to the customer on the issue after the promise, or a note says that it was done, or the
           customer thanked after it fell due
open       its time has not come
overdue    its time has passed and none of that happened
withdrawn  a later promise on the same ticket took its place before it fell due
"""

from datetime import datetime

from integration.model import Comment, Frustration, Promise, Reading, TimelinePromise
from workers import cleaning, promises
from workers.context import TicketView
from workers.timeline import Kind


def of(view: TicketView, now: datetime) -> tuple[TimelinePromise, ...]:
    """Return the promises that agents gave on a ticket's issue, oldest first."""
    memo = view.issue.memo
    if ("promises", now) not in memo:
        memo["promises", now] = tuple(
            TimelinePromise(promise, _state(view, comment, promise, now), view.context.author(comment))
            for comment in view.issue_comments(Kind.REPLY)
            for promise in view.reading(comment).promises
        )
    found: tuple[TimelinePromise, ...] = memo["promises", now]
    return found


def _state(view: TicketView, given: Comment, promise: Promise, now: datetime) -> str:
    later = [e for e in view.issue.entries if e.comment is not None and e.at > given.at and e.comment is not given]
    replies = [e.comment for e in later if e.kind == Kind.REPLY and e.comment]
    if any(view.reading(c).promises for c in replies if c.at < promise.due):
        return "withdrawn"
    if promise.due > now:
        return "open"
    if replies or any(e.kind == Kind.NOTE and e.comment and _says_done(e.comment) for e in later):
        return "kept"
    said = [e.comment for e in later if e.kind == Kind.CUSTOMER and e.comment and e.at >= given.at]
    after_due = [view.reading(c) for c in said if c.at >= promise.due]
    if any(_is_content(r) for r in (view.reading(c) for c in said) if _kinds(r) & {"received"}) or (
        after_due and _is_content(after_due[-1]) and "thanks" in _kinds(after_due[-1])
    ):
        return "kept"
    if promise.confidence < promises.CERTAIN and not any(_complains(r) for r in after_due):
        return "kept"
    return "overdue"


def _kinds(reading: Reading) -> set[str]:
    return {kind for kind, _ in reading.cues}


def _complains(reading: Reading) -> bool:
    return bool(_kinds(reading) & {"chaser", "not_solved", "not_answered"}) or reading.frustration >= Frustration.UNEASY


def _is_content(reading: Reading) -> bool:
    return not _complains(reading)


def _says_done(note: Comment) -> bool:
    return promises.says_done(cleaning.fold(note.text))
