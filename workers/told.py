"""
What the customer has told us on an issue, what of it still holds, and what of that an agent should see.

A question and its answer meet here (`answers`), and so do a value and the one that takes its place: from then on the
older one is told no more. Everything is worked out once an issue.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from integration.model import Comment, Fact, Request, TicketRef
from workers import amounts, answers, code_kinds
from workers.context import TicketView
from workers.requests import OTHER
from workers.slots import KINDS as SLOTS
from workers.timeline import Kind
from workers.words.corrections import PERSONAL
from workers.words.facts import REFERENCE_KINDS

Moment = tuple[datetime, str]
"""Time and id of a comment: its place in the issue."""

_UNSHOWN: Final = ("description", "number", "date", OTHER)
"""Facts that serve the flags only: said in a sentence, or a number or day of nothing, they tell an agent nothing."""
_USE: Final = (
    *("order_number", "invoice_number", "booking_number", "claim_number", "contract_number", "tracking_number"),
    *("reference", "error_message", "decision", "photo", "document", "step_tried", "serial_number", "customer_number"),
    *("device", "version", "browser", "amount", "card_last4", "address", "phone", "email", "postcode"),
    "date_of_birth",
)
"""Kinds by use to the agent, what they would ask for first; the others come after, secrets last."""
MAX_TOLD: Final = 20
_MOST_OF_A_KIND: Final = {"amount": 3, "step_tried": 4, "decision": 2}
_MOST: Final = 5
_QUOTED: Final = 0.7
"""Confidence of an item that only stands in quotation marks."""
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
        said for said in on_issue(view) if place(said.comment) < moment and (said.until is None or said.until >= moment)
    ]


def list_for(view: TicketView) -> tuple[Fact, ...]:
    """
    Return what an agent need not ask, by use to them and the newest first, each value once, with whom it was told.

    It is told as it stood when the ticket ended, so that a solved ticket does not change.
    """
    known = [said for said in at(view, (view.ends_at, _END_OF_TIME)) if said.fact.kind not in _UNSHOWN]
    named = Counter(plain(said.fact.value) for said in known if said.fact.kind == "item")
    found: dict[str, Said] = {}
    kinds: dict[str, str] = {}
    for said in known:
        fact = said.fact
        if fact.kind in SLOTS and not (said.answers and fact.value) and not _is_named(fact, named):
            continue
        same = amounts.key if fact.kind == "amount" else plain
        key = fact.kind if fact.sensitive else same(fact.value)
        if kinds.setdefault(key, fact.kind) == "reference":
            kinds[key] = fact.kind  # the same number, named elsewhere
        found.setdefault(key, said)
    telling = [(key, said) for key, said in found.items() if kinds[key] != "reference" or not _says_little(said)]
    newest = sorted(telling, key=lambda item: item[1].fact.evidence.at, reverse=True)
    shown = _few_of_a_kind(replace(said.fact, kind=kinds[key], told_to=recipient(view, said)) for key, said in newest)
    order = {kind: rank for rank, kind in enumerate(_USE)}
    return tuple(sorted(shown, key=lambda f: (f.sensitive, order.get(f.kind, len(order)))))[:MAX_TOLD]


def _says_little(said: Said) -> bool:
    return said.answers is None and code_kinds.says_little(said.fact.value)


def _few_of_a_kind(facts: Iterable[Fact]) -> Iterator[Fact]:
    counts: Counter[str] = Counter()
    for fact in facts:
        counts[fact.kind] += 1
        if counts[fact.kind] <= _MOST_OF_A_KIND.get(fact.kind, _MOST):
            yield fact


def _is_named(fact: Fact, named: Mapping[str, int]) -> bool:
    """Whether it is a thing that was called by its name ("board Launch Q1"), or in quotation marks more than once."""
    sure = fact.confidence > _QUOTED or named[plain(fact.value)] > 1
    return fact.kind == "item" and sure


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
            questions = asked.pop(entry.ticket, ())
            asked[entry.ticket] = answers.still_secret(questions)
            for fact, question in answers.given(entry.comment, reading, questions):
                yield Said(fact, entry.comment, question)
        elif reading.requests:
            asked[entry.ticket] = reading.requests


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
