"""
hollow_resolution: counted as solved, and it is not.

Fires when    on a solved ticket, the customer's last words say that it is not solved, or a question of theirs stands
              open, or they give up and all that was said reads unsolved; on an open one, its issue was counted as
              solved before: this ticket or an earlier one.
Stays quiet   where the last words thank or say that it is well in the end; where the customer was called since, as a
              note tells; where the customer only came back for something else, or nobody but an agent opened it again.
Known limit   a customer who gives up in silence is not seen until they come back.
Source        docs/flags.md#hollow_resolution
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from integration.model import Comment, Evidence, Flag, Frustration, Role, Severity, Ticket
from workers import cleaning, folding, open_questions, quoting, solved, spoken
from workers.context import TicketView
from workers.limits import limit
from workers.questions import Substance
from workers.timeline import Kind
from workers.words import Phrases, endings

THRESHOLD: Final = 0.6


@dataclass(frozen=True, slots=True)
class Limits:
    """What an admin may set."""

    within_days: int = limit(30, 1, 365, "days after a solve in which a contact on the issue says that it was none")


_UNSOLVED: Final = ("not_solved", "not_answered")
_CONTENT: Final = ("thanks", "praise", "received", "leaves", "well")
_UNLIKELY: Final = 0.2
"""Chance of being solved up to which giving up is no "never mind, found it"; of such chats 4 in 100 were solved."""
_GIVES_UP: Final = Phrases(endings.GAVE_UP)
_ENDS_WELL: Final = ("thanks", "praise", "received")


def hollow_resolution(view: TicketView, now: datetime) -> Flag | None:  # noqa: ARG001 - every flag has the same signature
    """Return the flag, or None for silence."""
    if not view.ticket.status.is_done:
        return _came_back(view)
    found = still_open(view) or (None if view.is_duplicate else _given_up(view))
    if found is None:
        return None
    say = view.saying.say
    return Flag(
        kind="hollow_resolution",
        severity=Severity.HIGH,
        confidence=0.85,
        figure=say("solved"),
        lived=say("Counted as solved; the customer's last words say that it is not."),
        advice=say("Open it again, say that it was closed too early, and take up what the customer said last."),
        evidence=found,
    )


def still_open(view: TicketView) -> tuple[Evidence, ...] | None:
    """Return what shows that a ticket ended before the matter did; None where nothing does."""
    if view.is_duplicate:  # closed towards the first, which says how it ended
        return None
    return _last_words(view) or _open_question(view)


def _last_words(view: TicketView) -> tuple[Evidence, ...] | None:
    """Return the customer's last words where they say that it is not solved, and all that followed was the closing."""
    said = list(view.said)
    while said and said[-1].role == Role.AGENT and _sees_off(view, said[-1]):
        said.pop()
    if not said or said[-1].role != Role.CUSTOMER:
        return None
    last = said[-1]
    objects = any(c.role == Role.AGENT for c in said)  # without a reply, the words are the report of the fault itself
    if spoken.last(view, last.at, kind="call" if objects else "action"):
        return None
    cues = view.cues(last)
    words = next((cues[kind] for kind in _UNSOLVED if kind in cues), None)
    if words is None and objects and not any(kind in cues for kind in _CONTENT):
        words = cues.get("persists")
    if words is None and view.reading(last).frustration < Frustration.FRUSTRATED:
        return None
    if "well" in cues and last.text.rfind(cues["well"]) > last.text.find(words or ""):
        return None
    quote = quoting.sentence_with(last, words) if words else quoting.opening_words(last)
    return (quoting.of_comment(last, quote),)


def _sees_off(view: TicketView, reply: Comment) -> bool:
    """Whether a reply only closes, or is a formula of farewell: it takes up nothing of what stood before."""
    cues = view.cues(reply)
    return "closes" in cues or (view.reading(reply).substance == Substance.FORMULA and "script_opening" in cues)


def _open_question(view: TicketView) -> tuple[Evidence, ...] | None:
    found = open_questions.first(view)
    if found is None or found.confidence < THRESHOLD:
        return None
    again = [quoting.of_comment(c, quoting.opening_words(c)) for c in found.again[-1:]]
    return (found.question.evidence, *again)


def _given_up(view: TicketView) -> tuple[Evidence, ...] | None:
    """Return the customer's last words where they give up, and all that was said makes a solution unlikely."""
    own = view.comments(Kind.CUSTOMER)
    if not own or any(kind in view.cues(own[-1]) for kind in _ENDS_WELL):
        return None
    if not _GIVES_UP.search(cleaning.read(own[-1].text).folded):
        return None
    ending = solved.of(view)
    said = [e for e in ending.evidence if e.comment_id == own[-1].id and _GIVES_UP.search(folding.fold(e.quote or ""))]
    return tuple(said) if said and ending.chance <= _UNLIKELY else None


def _came_back(view: TicketView) -> Flag | None:
    """An open ticket whose issue was counted as solved before."""
    reopened = view.reopened
    since = _since(view, reopened.at) if reopened is not None else []
    if reopened is not None and not all(_is_well(view, c) for c in since):
        evidence: tuple[Evidence, ...] = (
            Evidence(view.ticket.ref, reopened.at),
            quoting.of_comment(since[0], quoting.opening_words(since[0])),
        )
        return _returned(view, evidence, view.saying.say("This ticket was solved before, and came back."))
    if not any(t.ref == view.ticket.ref for t in view.issue.contacts):
        return None
    within = timedelta(days=view.limits(Limits).within_days)
    solved = [t for t in view.earlier_contacts(timedelta(days=90)) if _solved_before(t, view.ticket.created_at, within)]
    if not solved:
        return None
    return _returned(view, tuple(quoting.of_ticket(view, t) for t in solved[-3:]), _how_often(view, len(solved)))


def _how_often(view: TicketView, solved: int) -> str:
    if solved == 2:  # noqa: PLR2004 - there is a word for it
        return view.saying.say("Counted as solved twice; the customer is back with the same thing.")
    return view.saying.count(
        "Counted as solved once; the customer is back with the same thing.",
        "Counted as solved {n} times; the customer is back with the same thing.",
        solved,
    )


def _returned(view: TicketView, evidence: tuple[Evidence, ...], lived: str) -> Flag:
    return Flag(
        kind="hollow_resolution",
        severity=Severity.MEDIUM,
        confidence=0.8,
        figure=view.saying.say("solved"),
        lived=lived,
        advice=view.saying.say("Don't solve it until the customer confirms it is fixed."),
        evidence=evidence,
    )


def _solved_before(ticket: Ticket, moment: datetime, within: timedelta) -> bool:
    if not ticket.status.is_done or ticket.solved_at is None:
        return False
    return timedelta() <= moment - ticket.solved_at <= within


def _since(view: TicketView, reopened: datetime) -> list[Comment]:
    """Return what the customer wrote from then on; an agent or an absence note may open a ticket again as well."""
    return [c for c in view.comments(Kind.CUSTOMER) if c.at >= reopened - timedelta(minutes=5)]


def _is_well(view: TicketView, comment: Comment) -> bool:
    cues = view.cues(comment)
    return any(kind in cues for kind in _ENDS_WELL) and not view.reading(comment).questions
