"""
What the customer has told us on an issue: what their messages say by themselves, and what they answer to questions.

A question and its answer meet here: "Petra" is a name because "May I have your name?" came before. So does a value and
the one that takes its place: from then on the older one is no longer told. Everything is worked out once an issue.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from integration.model import Comment, Evidence, Fact, Reading, Request, TicketRef
from workers import cleaning, names, sensitive
from workers.context import TicketView
from workers.requests import IDENTITY_CHECK, OTHER
from workers.slots import KINDS as SLOTS
from workers.timeline import Kind
from workers.words import Phrases
from workers.words.corrections import PERSONAL
from workers.words.facts import REFERENCE_KINDS
from workers.words.requests import REFUSALS

Moment = tuple[datetime, str]
"""Time and id of a comment: its place in the issue."""

SECRETS: Final = ("pin", "security_answer")
"""Kinds that are asked for and never shown."""
BARE_ANSWER: Final = 4
"""Words up to which a reply to a question is taken for the thing itself."""
_NEVER_BARE: Final = ("description", "browser", "photo", "document", "date_of_birth", "iban", "amount", "address", OTHER)
_WITH_A_DIGIT: Final = (*REFERENCE_KINDS, "card_last4", "phone", "postcode", "mileage", "room_number", "version", *("pin", "time", "when", "day", "date", "quantity", "end_time"))
_NO_ANSWER: Final = Phrases(REFUSALS)
_ANSWERS: Final = {
    "when": ("day", "time", "date"),
    "day": ("date",),
    "place_from": ("address",),
    "place_to": ("address",),
    "pin": ("code", "password"),
}
"""Kinds of facts that answer a request of another kind."""
_NUMBER: Final = re.compile(r"(?<!\w)#?[A-Za-z]{0,6}[-_/#]?\d[\w/-]*(?: \d[\w/-]*)*")
_FOUR_DIGITS: Final = re.compile(r"\d{4}")
_TWO_SENTENCES: Final = re.compile(r"[.!?] ")
_SHORT_CODES: Final = {"claim_number", "booking_number", "contract_number"}
_SAME: Final = 1.0


_UNSHOWN: Final = ("description", "number", OTHER)
"""Facts that serve the flags only: said in a sentence, they tell an agent nothing."""
_USE: Final = (
    *("order_number", "invoice_number", "booking_number", "claim_number", "contract_number", "tracking_number", "reference"),
    *("error_message", "decision", "photo", "document", "step_tried", "serial_number", "customer_number", "device"),
    *("version", "browser", "amount", "date", "card_last4", "address", "phone", "email", "postcode", "date_of_birth"),
)
"""Kinds by use to the agent, what they would ask for first; the others come after."""
_QUOTED: Final = 0.7
MAX_TOLD: Final = 20
_MOST_OF_A_KIND: Final = {"date": 3, "amount": 3, "step_tried": 4, "decision": 2}
_MOST: Final = 5
_END_OF_TIME: Final = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Said:
    """One fact on an issue: who wrote it where, what it answers, and until when it was valid."""

    fact: Fact
    comment: Comment
    answers: Request | None = None
    """The agent's question; None where it was said unasked."""
    until: Moment | None = None
    """When another value took its place; None where it still holds."""


def place(comment: Comment) -> Moment:
    """Return a comment's place in its issue."""
    return comment.at, comment.id


def on_issue(view: TicketView) -> Sequence[Said]:
    """Return all that the customer has told on the view's issue, in order, with what no longer holds."""
    known = view.issue.memo.get("told")
    if known is None:
        known = view.issue.memo["told"] = _superseded(list(_said(view)))
    found: Sequence[Said] = known
    return found


def at(view: TicketView, moment: Moment) -> list[Said]:
    """Return what had been told before a moment and still held then."""
    return [
        said
        for said in on_issue(view)
        if place(said.comment) < moment and (said.until is None or said.until >= moment)
    ]


def list_for(view: TicketView) -> tuple[Fact, ...]:
    """
    Return what an agent need not ask, by use to them and the newest first, each value once, with whom it was told.

    It is told as it stood when the ticket ended, so that a solved ticket does not change.
    """
    found: dict[str, Said] = {}
    kinds: dict[str, str] = {}
    known = at(view, (view.ends_at, _END_OF_TIME))
    named = Counter(plain(said.fact.value) for said in known if said.fact.kind == "item")
    for said in known:
        fact = said.fact
        if fact.kind in _UNSHOWN or (fact.kind in SLOTS and not (said.answers and fact.value) and not _is_named(fact, named)):
            continue
        key = fact.kind if fact.sensitive else plain(fact.value)
        if kinds.setdefault(key, fact.kind) == "reference":
            kinds[key] = fact.kind  # the same number, named elsewhere
        found.setdefault(key, said)
    shown = [
        replace(said.fact, kind=kinds[key], told_to=recipient(view, said))
        for key, said in sorted(found.items(), key=lambda item: item[1].fact.evidence.at, reverse=True)
    ]
    counts: Counter[str] = Counter()
    kept = []
    for fact in shown:
        counts[fact.kind] += 1
        if counts[fact.kind] <= _MOST_OF_A_KIND.get(fact.kind, _MOST):
            kept.append(fact)
    order = {kind: place for place, kind in enumerate(_USE)}
    return tuple(sorted(kept, key=lambda f: (f.sensitive, order.get(f.kind, len(order)))))[:MAX_TOLD]


def _is_named(fact: Fact, named: Mapping[str, int]) -> bool:
    """Whether it is a thing that was called by its name ("board Launch Q1"), or in quotation marks more than once."""
    sure = fact.confidence > _QUOTED or named[plain(fact.value)] > 1
    return fact.kind == "mileage" or (fact.kind == "item" and sure)


def fit(request: Request, fact: Fact) -> float:
    """Return how well the kind of a fact fits what was asked for: 0 not at all, 1 the same kind."""
    if request.kind == fact.kind:
        return _SAME
    if request.kind in REFERENCE_KINDS:
        if fact.kind == "reference" or (request.kind == "reference" and fact.kind in REFERENCE_KINDS):
            return 0.8
        return 0.75 if {request.kind, fact.kind} <= _SHORT_CODES else 0.0
    return 0.9 if fact.kind in _ANSWERS.get(request.kind, ()) else 0.0


def refuses(folded: str) -> bool:
    """Whether a reply begins with words that give nothing: "I don't know", "one moment", "yes"."""
    return bool(_NO_ANSWER.search(folded[:24]))


def recipient(view: TicketView, said: Said) -> str | None:
    """Return whom it was told: the agent who had last replied on that ticket, else its assignee then, else its team."""
    agent = assignee = None
    for entry in view.issue.entries_of(said.comment.ticket):
        if entry.at > said.comment.at:
            break
        if entry.kind == Kind.REPLY and entry.comment:
            agent = view.context.author(entry.comment) or agent
        elif entry.event and entry.event.field in ("assignee", "group") and entry.event.after:
            assignee = entry.event.after if entry.event.field == "assignee" or assignee is None else assignee
    ticket = next((t for t in view.issue.tickets if t.ref == said.comment.ticket), None)
    return agent or assignee or (ticket.group if ticket else None)


def _said(view: TicketView) -> Iterator[Said]:
    """Yield what each message of the customer's tells, with the agent's question that it follows."""
    asked: dict[TicketRef, tuple[Request, ...]] = {}
    for entry in view.issue.entries:
        if entry.comment is None or entry.kind not in (Kind.CUSTOMER, Kind.REPLY):
            continue
        reading = view.reading(entry.comment)
        if entry.kind == Kind.CUSTOMER:
            yield from _of_comment(entry.comment, reading, asked.pop(entry.ticket, ()))
        elif reading.requests:
            asked[entry.ticket] = reading.requests


def _of_comment(comment: Comment, reading: Reading, asked: Sequence[Request]) -> Iterator[Said]:
    open_requests = [r for r in asked if r.kind != IDENTITY_CHECK]
    secret = any(r.kind in SECRETS for r in open_requests)
    for fact in reading.facts:
        answered = next((r for r in open_requests if fit(r, fact)), None)
        yield Said(fact, comment, answered)
        if answered in open_requests and not secret:
            open_requests.remove(answered)
    folded = cleaning.fold(comment.text) if open_requests and reading.words else ""
    for request in open_requests:
        fact = _answer(request, comment, reading, folded) if folded else None
        if fact is not None:
            yield Said(fact, comment, request)


def _answer(request: Request, comment: Comment, reading: Reading, folded: str) -> Fact | None:
    """Return what a reply gives as the answer to one question, where its words alone do not say what they are."""
    text, kind = comment.text, request.kind
    evidence = Evidence(comment.ticket, comment.at, None, comment.id, comment.role)
    if kind == "name":
        span = names.answer(text, folded)
        return _shown(kind, text[slice(*span)], evidence, 0.85) if span else None
    if refuses(folded) and reading.words <= BARE_ANSWER + 1:
        return None
    if kind in SECRETS:
        given = any(f.sensitive for f in reading.facts) or (kind != "pin" and reading.words <= BARE_ANSWER)
        return Fact(kind, "", evidence, 0.7, sensitive=True) if given else None
    if kind in REFERENCE_KINDS or kind == "card_last4":
        secrets = sensitive.find(text)
        numbers = (m for m in _NUMBER.finditer(text) if not any(s.start < m.end() and m.start() < s.end for s in secrets))
        number = next(numbers, None)
        short = reading.words <= BARE_ANSWER or any(f.kind == "number" for f in reading.facts)
        if not number or not short or (kind == "card_last4" and not _FOUR_DIGITS.fullmatch(number.group())):
            return None
        return _shown(kind, number.group(), evidence, 0.8)
    if kind == OTHER:
        return Fact(kind, "", evidence, 0.6) if not reading.questions else None
    bare = reading.words <= BARE_ANSWER and not reading.questions and kind not in _NEVER_BARE
    if any(f.kind != "description" for f in reading.facts):
        return None  # it says something else
    if not bare or (kind in _WITH_A_DIGIT and not any(c.isdigit() for c in text)):
        return None
    value = text.strip(" .,!\n")
    if kind in ("postcode", "phone", "mileage", "room_number", "version") and (number := _NUMBER.search(text)):
        value = number.group()
    return None if _TWO_SENTENCES.search(value) else _shown(kind, value, evidence, 0.7)


def _shown(kind: str, value: str, evidence: Evidence, confidence: float) -> Fact:
    """Return an answer as a fact, without its value where that is a secret."""
    if sensitive.find(value):
        return Fact(kind, "", evidence, confidence, sensitive=True)
    return Fact(kind, value, replace(evidence, quote=value), confidence)


def _superseded(said: list[Said]) -> list[Said]:
    """Mark what no longer holds: named as wrong, or of a kind that the customer has given anew."""
    for newer in range(len(said)):
        old = said[newer].fact.instead_of
        if old is None:
            continue
        earlier = [
            older
            for older in range(newer)
            if said[older].until is None
            and said[older].comment.id != said[newer].comment.id
            and _same_family(said[older].fact, said[newer].fact)
        ]
        wrong = [o for o in earlier if old and plain(said[o].fact.value) == plain(old)]
        for older in wrong or (earlier if said[newer].fact.kind in PERSONAL else earlier[-1:]):
            if plain(said[older].fact.value) != plain(said[newer].fact.value):
                said[older] = replace(said[older], until=place(said[newer].comment))
    return said


def plain(value: str) -> str:
    """Return a value as it is compared: letters and digits only."""
    return "".join(c for c in value.casefold() if c.isalnum())


def _same_family(older: Fact, newer: Fact) -> bool:
    codes = (*REFERENCE_KINDS, "number")
    return older.kind == newer.kind or (
        older.kind in codes and newer.kind in codes and bool({older.kind, newer.kind} & {"reference", "number"})
    )
