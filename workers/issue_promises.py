"""
What became of an issue's promises: open, kept, withdrawn or overdue at a moment.

kept       it was done: a reply or a note says so, a call has a phone ticket of ours, an answer was given, or the
           customer says it came. Also where nobody can see whether it was, and the customer does not complain.
open       its time has not come
overdue    its time has passed and none of that happened
withdrawn  the agent took it back, named another time, or wrote since its time without saying that it was done; or
           the customer cancelled it or needs it no more

A reply of the same sitting ("anything else I can do?", minutes after "I will call you tomorrow") keeps nothing unless
it says so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from integration.model import Channel, Comment, Evidence, Frustration, Promise, Reading, Role, TimelinePromise
from workers import cleaning, folding, promises
from workers.context import TicketView
from workers.timeline import Entry, Kind
from workers.words import Phrases, outcomes

SITTING: Final = timedelta(hours=1)
"""Replies so soon after a promise are of the same conversation, unless the promise itself falls due as soon."""
SAME_TIME: Final = timedelta(minutes=1)
"""Two promises of a kind that fall due so close together are one, said twice."""
_SPOKEN: Final = ("call", "answer")
"""Kinds that are kept by the customer's hearing from us."""
_ELSEWHERE: Final = ("visit", "delivery")
"""Kinds that take place where the helpdesk does not look."""
_CHASING: Final = frozenset({"chaser", "not_solved", "not_answered"})

_REACHED: Final = Phrases(outcomes.REACHED)
_DONE: Final = Phrases(outcomes.DONE)
_DENIED: Final = Phrases(outcomes.DENIED)
_ASKED_FOR: Final = Phrases(outcomes.ASKED_FOR)
_AHEAD: Final = Phrases(outcomes.AHEAD)
_STALLED: Final = Phrases(outcomes.STALLED)
_CLAUSE_END: Final = re.compile(outcomes.CLAUSE_ENDS)
_TAKEN_BACK: Final = Phrases(outcomes.TAKEN_BACK)
_NOT_NEEDED: Final = Phrases(outcomes.NOT_NEEDED)


@dataclass(frozen=True, slots=True)
class _Given:
    """A promise, the comment that holds it, and what happened on the issue since."""

    promise: Promise
    comment: Comment
    since: Sequence[Entry]
    view: TicketView

    def comments(self, *kinds: Kind) -> list[Comment]:
        return [e.comment for e in self.since if e.comment is not None and e.kind in kinds]


def of(view: TicketView, now: datetime) -> tuple[TimelinePromise, ...]:
    """Return the promises that agents gave on a ticket's issue, oldest first; one that is said again counts once."""
    memo = view.issue.memo
    if ("promises", now) not in memo:
        found: list[TimelinePromise] = []
        for comment in view.issue_comments(Kind.REPLY):
            for promise in view.reading(comment).promises:
                if not any(_is_same(promise, earlier.promise) for earlier in found):
                    found.append(_at(view, comment, promise, now))
        memo["promises", now] = tuple(found)
    known: tuple[TimelinePromise, ...] = memo["promises", now]
    return known


def says_done(folded: str, kind: str = "action") -> bool:
    """Whether a sentence reports that a promise of this kind was done; a question or a plan reports nothing."""
    message = cleaning.read(folded)
    return any(not sentence.is_question and _is_done(sentence.folded, kind) for sentence in message.sentences)


def _is_done(folded: str, kind: str) -> bool:
    if _STALLED.search(folded):
        return False
    ends = [m.span() for m in _CLAUSE_END.finditer(folded)]
    for phrases in (_REACHED, *(() if kind == "call" else (_DONE,))):
        for match in phrases.finditer(folded):
            start = max((after for _, after in ends if after <= match.start()), default=0)
            end = min((before for before, _ in ends if before >= match.end()), default=len(folded))
            asked = _ASKED_FOR.search(folded[start : match.start()])
            if not asked and not _DENIED.search(folded[start:end]) and not _AHEAD.search(folded[:end]):
                return True
    return False


def _is_same(promise: Promise, earlier: Promise) -> bool:
    return promise.kind == earlier.kind and abs(promise.due - earlier.due) <= SAME_TIME


def _at(view: TicketView, comment: Comment, promise: Promise, now: datetime) -> TimelinePromise:
    since = [e for e in view.issue.entries if e.at >= comment.at and e.comment is not comment and e.at <= now]
    given = _Given(promise, comment, since, view)
    by = view.context.author(comment)
    state, settled = _settled(given) or ("", None)
    if not state:
        state = "open" if promise.due >= now else "overdue" if _is_missed(given) else "kept"
    return TimelinePromise(promise, state, by, settled)


def _settled(given: _Given) -> tuple[str, Evidence] | None:
    """Return what kept or withdrew a promise, and where; None while nothing did."""
    for entry in given.since:
        comment = entry.comment
        if comment is None:
            continue
        state = ""
        if given.promise.kind in _SPOKEN and comment.channel == Channel.PHONE and comment.role == Role.AGENT:
            state = "kept"  # a recorded call
        elif entry.kind == Kind.REPLY:
            state = _by_reply(given, comment)
        elif entry.kind == Kind.NOTE:
            state = "kept" if _by_note(given, comment) else ""
        elif entry.kind == Kind.CUSTOMER:
            state = _by_customer(given, comment)
        if state:
            return state, Evidence(comment.ticket, comment.at, None, comment.id, comment.role)
    return None


def _by_reply(given: _Given, reply: Comment) -> str:
    promise, reading = given.promise, given.view.reading(reply)
    folded = cleaning.read(reply.text).folded
    again = [p for p in reading.promises if p.kind == promise.kind or promise.kind in _SPOKEN]
    if any(not _is_same(p, promise) for p in again):
        return "withdrawn"
    if any(_is_same(p, promise) for p in again):
        return ""
    if promise.kind not in _SPOKEN and says_done(folded, promise.kind):
        return "kept"
    if promises.kind_of(folded, reading.language) == promise.kind and _TAKEN_BACK.search(folded, reading.language):
        return "withdrawn"
    sitting = reply.at - given.comment.at <= SITTING and promise.due - given.comment.at > SITTING
    if sitting:
        return "kept" if promise.kind == "call" and says_done(folded, "call") else ""
    if promise.kind in _SPOKEN:
        return "kept"
    return "withdrawn" if reply.at >= promise.due else ""


def _by_note(given: _Given, note: Comment) -> bool:
    issue = given.view.issue
    calls = (t for t in issue.tickets if t.channel == Channel.PHONE and t not in issue.contacts)
    if given.promise.kind in _SPOKEN and any(t.ref == note.ticket != given.comment.ticket for t in calls):
        return True
    return says_done(folding.fold(note.text), given.promise.kind)


def _by_customer(given: _Given, comment: Comment) -> str:
    reading = given.view.reading(comment)
    if given.promise.kind not in _SPOKEN and "received" in _kinds(reading) and not _kinds(reading) & _CHASING:
        return "kept"
    if _complains(reading):
        return ""
    folded = cleaning.read(comment.text).folded
    if _NOT_NEEDED.search(folded, reading.language) and not reading.questions:
        return "withdrawn"
    thanks = "thanks" in _kinds(reading) and not reading.questions
    return "kept" if thanks and comment.at >= given.promise.due else ""


def _is_missed(given: _Given) -> bool:
    """Whether the customer can be said to miss it: what can't be seen from here needs their complaint."""
    seen = given.promise.confidence >= promises.CERTAIN and not _is_arranged(given)
    replied = any(c.at - given.comment.at > SITTING for c in given.comments(Kind.REPLY))
    if seen and not replied:
        return True
    return any(_complains(given.view.reading(c)) for c in given.comments(Kind.CUSTOMER) if c.at >= given.promise.due)


def _is_arranged(given: _Given) -> bool:
    """Whether a ticket was solved with what somebody will do elsewhere ("they will knock at ten"): no word follows."""
    ticket = next((t for t in given.view.issue.tickets if t.ref == given.comment.ticket), None)
    return ticket is not None and ticket.status.is_done and given.promise.kind in _ELSEWHERE


def _kinds(reading: Reading) -> set[str]:
    return {kind for kind, _ in reading.cues}


def _complains(reading: Reading) -> bool:
    return bool(_kinds(reading) & _CHASING) or reading.frustration >= Frustration.UNEASY
