"""
Tickets of many customers that say the same at the same time, and the problem tickets that they belong to.

A text is compared with all others as it arrives (`known_texts`). It joins a running outbreak, or begins one
(`known_groups`), or is like an open problem ticket; or, which is usual, nothing is found.
"""

import itertools
import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from integration.model import Comment, Match, Outbreak, Signature, Text, Ticket, TicketRef
from workers import cleaning, folding, known_groups, known_texts, meaning
from workers.context import CustomerContext
from workers.issues import Issue
from workers.known_texts import STEPS, Places, Scores, Texts, rare_codes, stem
from workers.known_thresholds import (
    JOIN,
    JOIN_SHARE,
    LIKE,
    LIKE_A_PROBLEM,
    LIKE_WITH_CODE,
    NEWS,
    SPAN,
    WINDOW,
)
from workers.timeline import Kind
from workers.words import known_issues as words
from workers.words.stopwords import STOPWORDS, SUBJECT_NOISE

MAX_TEXT: Final = 600
MAX_WORDS: Final = 40
MAX_WORD: Final = 30

_PIECE: Final = re.compile(words.PIECES)
_NOISE: Final = re.compile(SUBJECT_NOISE)
"""Every chat is a "Conversation with" somebody: that is nothing in common."""


def read(ticket: Ticket, opening: Sequence[Comment]) -> Signature:
    """
    Return what is compared of a ticket.

    Args:
        ticket: The ticket.
        opening: What the customer wrote before anybody answered.
    """
    noise = _NOISE.match(folding.fold(ticket.subject))
    subject = ticket.subject[noise.end() if noise else 0 :].strip()
    said = "\n".join([subject, *(cleaning.clean(c.text) for c in opening)])[:MAX_TEXT]
    folded = folding.fold(said)
    found: dict[str, str] = {}
    for match in _PIECE.finditer(folded):
        word = match.group()
        if word not in STOPWORDS and len(word) <= MAX_WORD:
            found.setdefault(word, said[match.start() : match.end()])
    return Signature(
        ticket=ticket.ref,
        opened_at=ticket.created_at,
        words=tuple(found.values())[:MAX_WORDS],
        vector=np.rint(meaning.vector(folded) * STEPS).astype(np.int8).tobytes(),
        is_open=not ticket.status.is_done,
        is_problem=ticket.is_problem,
        problem=ticket.problem,
    )


def openings(context: CustomerContext) -> list[Signature]:
    """Return what is compared of a customer's tickets: contacts of the last weeks or still open, and open problems."""
    found = []
    for issue in context.issues:
        for ticket in issue.tickets:
            is_recent = context.now - ticket.created_at <= SPAN or not ticket.status.is_done
            if is_recent and (ticket in issue.contacts or (ticket.is_problem and not ticket.status.is_done)):
                found.append(read(ticket, _opening(ticket, issue)))
    return [signature for signature in found if signature.words]


def _opening(ticket: Ticket, issue: Issue) -> list[Comment]:
    """Return what the customer wrote before anybody answered, or the note of their call."""
    said: list[Comment] = []
    for entry in issue.entries_of(ticket.ref):
        if entry.kind == Kind.REPLY and said:
            break
        if entry.comment and entry.kind == Kind.CUSTOMER:
            said.append(entry.comment)
    notes = (e.comment for e in issue.entries_of(ticket.ref) if e.comment and e.kind in (Kind.REPLY, Kind.NOTE))
    return said or list(itertools.islice(notes, 1))


def judge(text: Text, texts: Texts, running: Sequence[Outbreak]) -> Match:
    """Return what a text matches among all `texts`, itself among them; `running` are recent outbreaks."""
    own = text.signature
    places, scores, common = texts.like(text, min(LIKE, LIKE_WITH_CODE, LIKE_A_PROBLEM))
    codes = rare_codes(own, texts)
    named = _naming(codes, places, texts)
    if own.is_problem:
        belong = scores >= np.where(named, LIKE_WITH_CODE, LIKE_A_PROBLEM)
        return Match(own.ticket, incidents=_incidents(own, texts.at(places[belong])) if own.is_open else ())
    problem = _problem(texts.at(places), scores, named)
    of_product, one_product = _of_product(own, codes, places, texts)
    said = known_texts.said(scores, named, common - named - of_product, one_product)
    alike = places[said][np.argsort(-scores[said], kind="stable")]
    joined = _joined(own, texts.at(alike), running, texts)
    if joined is not None:
        return Match(own.ticket, outbreak=joined, problem=problem)
    group = known_groups.beginning(text, texts, alike, running)
    if not group:
        return Match(own.ticket, problem=problem)
    refs = tuple(sorted(member.signature.ticket for member in group))
    first_at = min(member.signature.opened_at for member in group)
    return Match(own.ticket, None, refs, known_groups.name(group, texts), first_at, problem)


def _naming(codes: Sequence[str], places: Places, texts: Texts) -> NDArray[np.bool_]:
    """Return of each of some texts whether it names one of these codes."""
    return np.isin(places, np.concatenate([np.zeros(0, np.intp), *map(texts.holding, codes)]))


def _of_product(
    own: Signature, codes: Sequence[str], places: Places, texts: Texts
) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Return of each of some texts how many words of a product's name it shares with one, and whether it names it."""
    names = {code: name for code in codes if (name := known_texts.product(code, texts))}
    of_names = frozenset[int]().union(*names.values())
    shared = np.zeros(len(places), np.intp)
    for word in own.words:
        if stem(word) in of_names:
            shared += np.isin(places, texts.holding(word))
    return shared, _naming(tuple(names), places, texts)


def _problem(near: Sequence[Text], scores: Scores, named: NDArray[np.bool_]) -> TicketRef | None:
    """Return the open problem ticket that is most alike."""
    found = [
        (score, other.signature.ticket)
        for other, score, code in zip(near, scores.tolist(), named.tolist(), strict=True)
        if other.signature.is_problem
        and other.signature.is_open
        and score >= (LIKE_WITH_CODE if code else LIKE_A_PROBLEM)
    ]
    return max(found)[1] if found else None


def _incidents(own: Signature, alike: Sequence[Text]) -> tuple[TicketRef, ...]:
    """Return the open tickets, of the weeks about it, that belong to a problem ticket."""
    others = [other.signature for other in alike]
    found = [o for o in others if o.is_open and not o.is_problem and abs(o.opened_at - own.opened_at) <= SPAN]
    return tuple(sorted(o.ticket for o in found))


def _joined(own: Signature, alike: Sequence[Text], running: Sequence[Outbreak], texts: Texts) -> int | None:
    """Return the running outbreak that a text belongs to: enough of its customers of the same days say the same."""
    shares: dict[int, float] = {}
    for outbreak in running:
        if not -WINDOW <= own.opened_at - outbreak.first_at <= NEWS:
            continue
        if known_groups.names_its_code(own, outbreak, texts):
            return outbreak.id
        near = [other for other in alike if abs(other.signature.opened_at - own.opened_at) <= WINDOW]
        said = known_groups.customers([other for other in near if other.signature.ticket in outbreak.tickets])
        members = [member for ref in outbreak.tickets if (member := texts.get(ref)) is not None]
        there = [m for m in members if abs(m.signature.opened_at - own.opened_at) <= WINDOW]
        if said >= max(JOIN, JOIN_SHARE * known_groups.customers(there)):
            shares[outbreak.id] = said / known_groups.customers(there)
    return max(shares, key=lambda number: (shares[number], -number), default=None)
