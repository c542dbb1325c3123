"""
What the customer has told us on an issue, what of it still holds, and what of that an agent should see.

A question and its answer meet here (`answers`), and so do a value and the one that takes its place: from then on the
older one is told no more. Everything is worked out once an issue.
"""

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from integration.model import Comment, Fact, Request, TicketRef
from workers import amounts, answers, code_kinds, facts
from workers.context import TicketView
from workers.requests import OTHER
from workers.slots import KINDS as SLOTS
from workers.timeline import CommentKey, Kind, key
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
_BY_ITS_PLACE: Final = 0.8
"""Confidence of a number that is named by the one whose place it takes."""
_NAMELESS: Final = ("number", "reference")
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
        known = view.issue.memo["told"] = _superseded(view)
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


def _superseded(view: TicketView) -> list[Said]:
    """Return what was said, marked where it no longer holds: named as wrong, or of a kind that was given anew."""
    found: list[Said] = []
    said = list(_said(view))
    secret = {key(one.comment) for one in said if one.answers and one.answers.kind in answers.SECRETS}
    for one in said:
        for newer in _named(view, found, one, secret):
            _end_of(found, newer)
            found.append(newer)
    return found


def _named(view: TicketView, before: Sequence[Said], one: Said, secret: Collection[CommentKey]) -> list[Said]:
    """
    Return a value without a name by the name of what it takes the place of, where the issue knows that.

    A number that takes the place of an order's is an order's, and no PIN: it is read from the comment itself.
    """
    fact = one.fact
    if fact.kind not in _NAMELESS or fact.instead_of is None:
        return [one]
    values: list[tuple[str, str]] = []
    if key(one.comment) not in secret:
        values = facts.corrected(one.comment) if fact.sensitive else [(fact.value, fact.instead_of)]
    named: list[Said] = []
    for value, old in values:
        older = _replaced(before, one.comment, value, old, secret)
        if older is not None and (old or not _asks_something_else(view, older, one.comment)):
            evidence = replace(fact.evidence, quote=value) if fact.sensitive else fact.evidence
            named.append(
                replace(one, fact=Fact(older.fact.kind, value, evidence, _BY_ITS_PLACE, instead_of=older.fact.value))
            )
    if named and len(named) == len(values):
        return named
    # what takes the place of nothing that is known stays as it is, and nothing falls for it
    return [*named, replace(one, fact=replace(fact, instead_of=fact.instead_of or None))]


def _replaced(
    before: Sequence[Said], comment: Comment, value: str, old: str, secret: Collection[CommentKey]
) -> Said | None:
    """Return the number whose place a value takes: the one named as wrong, else the last one of the same form."""
    earlier = [one for one in before if one.until is None and one.comment.id != comment.id]
    if old:
        wrong = (one for one in reversed(earlier) if _is_number(one) and plain(one.fact.value) == plain(old))
        return next(wrong, None)
    for author, group in itertools.groupby(reversed(earlier), lambda one: key(one.comment)):
        together = list(group)
        fitting = [one for one in together if _is_number(one) and _has_form_of(one.fact.value, value)]
        hidden = [one for one in together if one.fact.sensitive]
        # the answer to a question is kept nowhere but on the issue, so its reading hides it as well
        answered = bool(fitting and fitting[0].answers) and all(one.fact.kind == "number" for one in hidden)
        if author in secret or (hidden and not answered):
            return None  # it may be the secret that is taken back
        if fitting:
            return fitting[0]
    return None


def _asks_something_else(view: TicketView, older: Said, newer: Comment) -> bool:
    """Whether somebody asked for another thing in between, which may be a secret: then it may be what is given."""
    for entry in view.issue.entries:
        if entry.kind != Kind.REPLY or entry.comment is None:
            continue
        if place(older.comment) < place(entry.comment) < place(newer):
            asked = view.reading(entry.comment).requests
            is_question = bool(asked) or "?" in entry.comment.text
            elsewhere = not asked or any(request.kind not in REFERENCE_KINDS for request in asked)
            if is_question and elsewhere and plain(older.fact.value) not in plain(entry.comment.text):
                return True
    return False


def _is_number(one: Said) -> bool:
    return one.fact.kind in REFERENCE_KINDS and not one.fact.sensitive


def _end_of(found: list[Said], newer: Said) -> None:
    """Mark which of the earlier values ends with a newer one."""
    old = newer.fact.instead_of
    if old is None:
        return
    earlier = [
        n
        for n, one in enumerate(found)
        if one.until is None and one.comment.id != newer.comment.id and _same_family(one.fact, newer.fact)
    ]
    wrong = [n for n in earlier if old and plain(found[n].fact.value) == plain(old)]
    if not wrong and newer.fact.kind not in PERSONAL:
        alike = [n for n in earlier if _has_form_of(found[n].fact.value, newer.fact.value)]
        earlier = (alike or earlier)[-1:]
    for n in wrong or earlier:
        if plain(found[n].fact.value) != plain(newer.fact.value):
            found[n] = replace(found[n], until=place(newer.comment))


def _has_form_of(older: str, newer: str) -> bool:
    """Whether two numbers may be of one series: the same letters first, or digits only and about as many."""
    ours, theirs = plain(older), plain(newer)
    if ours.isdigit() or theirs.isdigit():
        return ours.isdigit() and theirs.isdigit() and abs(len(ours) - len(theirs)) <= 1
    return ours[: _letters(ours)] == theirs[: _letters(theirs)] != ""


def _letters(value: str) -> int:
    return next((place for place, c in enumerate(value) if c.isdigit()), len(value))


def plain(value: str) -> str:
    """Return a value as it is compared: letters and digits only."""
    return "".join(c for c in value.casefold() if c.isalnum())


def _same_family(older: Fact, newer: Fact) -> bool:
    codes = (*REFERENCE_KINDS, "number")
    return older.kind == newer.kind or (
        older.kind in codes and newer.kind in codes and bool({older.kind, newer.kind} & {"reference", "number"})
    )
