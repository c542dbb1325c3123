"""
left_waiting: within the agreed times, and the customer had to chase.

Fires when    the customer chases after at least four working hours of our silence on this ticket; or it is our turn
              and has been for longer than the team's waits usually last.
Stays quiet   while a time that an agent named has not come; where the customer's last words want nothing, or say that
              there is no hurry; while the ticket waits for the customer; after a call of ours, as a note tells.
Known limit   what was said on the telephone without a note is not seen.
Source        docs/flags.md#left_waiting
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from integration.model import Comment, Evidence, Flag, Role, Severity, Status
from workers import quoting, spoken
from workers.context import TicketView
from workers.limits import limit
from workers.timeline import Kind


@dataclass(frozen=True, slots=True)
class Limits:
    """What an admin may set."""

    chased_after_hours: float = limit(4.0, 0.5, 80, "working hours of silence after which a chaser counts")
    norm_days: float = limit(2.0, 0.5, 30, "working days that a customer may wait, in a team with too little history")


_CHASES: Final = ("chaser", "not_answered", "already_told", "not_solved")
_MISSES: Final = ("chaser", "not_answered")
"""After a word of ours only these chase: "it still leaks" may follow a visit that took place."""
_SPOKEN: Final = ("call", "answer")
_CONTENT: Final = ("thanks", "praise", "received")


def left_waiting(view: TicketView, now: datetime) -> Flag | None:
    """Return the flag, or None for silence."""
    chased = _chased(view)
    turn = _our_turn(view, now)
    if chased is not None:
        silence, evidence = chased
        lived = _length(view, silence)
    elif turn is not None:
        evidence, lived = turn, _since(view, turn)
    else:
        return None
    return Flag(
        kind="left_waiting",
        severity=Severity.MEDIUM,
        confidence=0.8,
        figure=view.saying.say("in time"),
        lived=lived,
        advice=view.saying.say("Write now, even without a result: where it stands, and when they hear next."),
        evidence=evidence,
    )


def _length(view: TicketView, silence: timedelta) -> str:
    """Return after how long they had to chase; it is over, so the number grows no more."""
    count = view.saying.count
    day = view.context.settings.hours_of(view.ticket.group).day_length
    if silence < day * 1.5:
        return count(
            "Had to chase after one working hour without a word.",
            "Had to chase after {n} working hours without a word.",
            int(silence / timedelta(hours=1)),
        )
    return count(
        "Had to chase after one working day without a word.",
        "Had to chase after {n} working days without a word.",
        round(silence / day),
    )


def _since(view: TicketView, turn: tuple[Evidence, ...]) -> str:
    """Return since when it has been our turn: a day, which stays true while time passes."""
    return view.saying.say("Has waited since {day} without a word.", day=view.saying.day(view.local(turn[0].at)))


def _chased(view: TicketView) -> tuple[timedelta, tuple[Evidence, ...]] | None:
    """Return the silence after which the customer chased, and both ends of it."""
    said = view.said
    for place, comment in enumerate(said):
        if comment.role != Role.CUSTOMER or place == 0:
            continue
        before = said[place - 1]
        silence = view.worked(spoken.last(view, before.at, comment.at) or before.at, comment.at)
        if silence < timedelta(hours=view.limits(Limits).chased_after_hours) or not _is_chaser(view, before, comment):
            continue
        return silence, (_quoted(before), _quoted(comment))
    return None


def _is_chaser(view: TicketView, before: Comment, comment: Comment) -> bool:
    """Whether a message asks for what has not come; after a message of theirs, nearly anything does."""
    cues = view.cues(comment)
    chases = any(kind in cues for kind in _CHASES) or view.reading(comment).frustration > 0
    if before.role == Role.CUSTOMER:
        if _wants_nothing(view, before):
            return False
        return (
            chases or "reminds" in cues or (bool(view.reading(comment).questions) and not _wants_nothing(view, comment))
        )
    promised = [p.due for p in view.reading(before).promises]
    if promised and max(promised) > comment.at:
        return False
    # our word was the last: only where it left something with us, and the customer says that it did not come
    stalls = bool(promised) or view.reading(before).substance == "stall"
    return stalls and any(kind in cues for kind in _MISSES)


def _our_turn(view: TicketView, now: datetime) -> tuple[Evidence, ...] | None:
    """Return the customer's words since which it has been our turn, where that is longer than usual."""
    said = view.said
    if view.ticket.status.is_done or view.ticket.status == Status.PENDING or not said:
        return None
    run: list[Comment] = []
    for comment in reversed(said):
        if comment.role != Role.CUSTOMER:
            break
        run.append(comment)
    if not run or all(_wants_nothing(view, c) for c in run):
        return None
    if _time_is_named(view, run[-1].at, now) or spoken.last(view, run[-1].at):
        return None
    if any("no_hurry" in view.cues(c) for c in run):
        return None
    norm = view.context.surroundings.norm(view.ticket.group)
    usual = (
        timedelta(seconds=norm.wait_s)
        if norm
        else view.limits(Limits).norm_days * view.context.settings.hours_of(view.ticket.group).day_length
    )
    return (_quoted(run[-1]),) if view.worked(run[-1].at, now) > usual else None


def _time_is_named(view: TicketView, since: datetime, now: datetime) -> bool:
    """Whether an answer is due later, or our last words named another time; a delivery date answers no new question."""
    before = [c for c in view.said if c.at < since]
    asks = any(view.reading(c).questions for c in view.comments(Kind.CUSTOMER) if c.at >= since)
    asked = max((c.at for c in before if c.role == Role.CUSTOMER), default=since)
    return any(
        p.due > now and (p.kind in _SPOKEN or (c.at > asked and not asks))
        for c in before
        if c.role == Role.AGENT
        for p in view.reading(c).promises
    )


def _wants_nothing(view: TicketView, comment: Comment) -> bool:
    reading = view.reading(comment)
    cues = view.cues(comment)
    if reading.questions or any(kind in cues for kind in _CHASES):
        return False
    if not any(c.at < comment.at for c in view.replies) and _is_contact(view):
        return False  # "a copy of the contract, please. Thanks": thanks ahead of a reply are manners
    return any(kind in cues for kind in _CONTENT) or reading.words <= 4  # noqa: PLR2004 - "right. thurs then"


def _is_contact(view: TicketView) -> bool:
    return any(t.ref == view.ticket.ref for t in view.issue.contacts)


def _quoted(comment: Comment) -> Evidence:
    return quoting.of_comment(comment, quoting.opening_words(comment))
