"""
asked_again: the customer is asked for what they have given, or says that they had to repeat it.

Fires when    an agent asks, on this ticket, for a kind of fact that the customer gave earlier on this issue (on this
              ticket or an earlier one, in either helpdesk), or answered to the same request before; or the customer's
              own words say that they had to repeat themselves.
Stays quiet   for identity checks that security asks for, unless already passed on this ticket; where the customer's
              reply gives another value than before (it was not the same thing); where a new reason is given (a blurred
              photo); where the agent names the value.
Known limit   kinds, not meanings: two different dates are one kind, so a date alone is not enough.
Source        docs/flags.md#asked_again
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from integration.model import Comment, Evidence, Fact, Flag, Reading, Request, Severity
from workers import cleaning, quoting
from workers.context import TicketView
from workers.facts import IDENTITY_CHECK
from workers.questions import stems
from workers.timeline import Kind
from workers.words import Phrases
from workers.words.facts import REFERENCE_KINDS
from workers.words.requests import IDENTITY_KINDS, REFUSALS

THRESHOLD: Final = 0.7

_NO_ANSWER: Final = Phrases(REFUSALS)
_NAME_FIRST: Final = re.compile(r"[A-Z][^\W\d_]{2,}(?: [A-Z][^\W\d_]+)?(?:[.,!]|$)")
"""A reply that begins with a name and stops there."""

_SURE: Final = {
    **dict.fromkeys(REFERENCE_KINDS, 0.9),
    **dict.fromkeys(("card_last4", "email", "phone", "browser", "name", "error_message"), 0.85),
    **dict.fromkeys(("photo", "device", "date_of_birth"), 0.75),
    **dict.fromkeys(("version", "address", "postcode"), 0.7),
}
"""How sure a match of kinds alone is; what is missing here (dates, amounts, what happened) needs more."""
_BARE_ANSWER: Final = 4
"""Words up to which a reply to a request is taken for the thing itself."""
_NEVER_BARE: Final = (*REFERENCE_KINDS, "description", "photo", "document", "date_of_birth", "iban")
_UNSURE: Final = 0.55
_REPEATED: Final = 0.25
"""Added when the customer answers with the very value they gave before, or says that they had."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A request for what was given: both pieces of evidence, what was asked, and how sure it is."""

    request: Request
    given: Evidence
    value: str | None
    confidence: float


def asked_again(view: TicketView, now: datetime) -> Flag | None:  # noqa: ARG001 - every flag has the same signature
    """Return the flag, or None for silence."""
    hits = sorted((h for h in _hits(view) if h.confidence >= THRESHOLD), key=lambda h: -h.confidence)
    says = _says_so(view)
    if not hits and says is None:
        return None
    evidence: list[Evidence] = []
    for hit in hits[:2]:
        evidence += [e for e in (hit.given, hit.request.evidence) if e not in evidence]
    if says and says not in evidence:
        evidence.append(says)
    asked = " and ".join(dict.fromkeys(_words(h.request.kind) for h in hits[:2]))
    return Flag(
        kind="asked_again",
        severity=Severity.HIGH if says and hits else Severity.MEDIUM,
        confidence=min(1.0, max([h.confidence for h in hits] + [0.8 if says else 0.0])),
        figure="script followed, details verified",
        lived=f"Asked again for {asked}." if hits else "The customer says that they had to repeat themselves.",
        advice=_advice(hits),
        evidence=tuple(evidence),
    )


def confidence_of(view: TicketView, comment: Comment) -> float:
    """
    Return how sure it is, 0 to 1, that one agent comment of this ticket asks for what the customer had given.

    The same judgement as the flag's, before its THRESHOLD: 0 where nothing is asked for, or nothing fits it.
    """
    return min(1.0, max((hit.confidence for hit in _hits_of(view, comment)), default=0.0))


def _advice(hits: list[_Hit]) -> str:
    shown = next((h for h in hits if h.value), None)
    if shown:
        return f"Do not ask again: they gave {shown.value}. Say that you have it and go on from there."
    return "Do not ask again: what they gave stands in the evidence. Say that you have read it and go on from there."


def _hits(view: TicketView) -> Iterator[_Hit]:
    for comment in view.comments(Kind.REPLY):
        yield from _hits_of(view, comment)


def _hits_of(view: TicketView, comment: Comment) -> Iterator[_Hit]:
    requests = view.reading(comment).requests
    if not requests:
        return
    earlier = [c for c in view.issue_comments(Kind.CUSTOMER, Kind.REPLY) if (c.at, c.id) < (comment.at, comment.id)]
    is_check = any(r.kind == IDENTITY_CHECK for r in requests)
    if is_check:
        earlier = _since_identity_check(view, earlier)
    reply = next((c for c in view.comments(Kind.CUSTOMER) if (c.at, c.id) > (comment.at, comment.id)), None)
    answer = view.reading(reply) if reply else None
    for request in requests:
        if request.kind == IDENTITY_CHECK or (is_check and request.kind not in IDENTITY_KINDS):
            continue
        hit = _given_before(view, request, earlier, answer) or _answered_before(view, request, earlier, answer)
        if hit:
            yield hit


def _since_identity_check(view: TicketView, earlier: list[Comment]) -> list[Comment]:
    """Return what the customer and agents wrote since the first identity check on this very ticket; often nothing."""
    own = [c for c in earlier if c.ticket == view.ticket.ref]
    for place, comment in enumerate(own):
        if any(r.kind == IDENTITY_CHECK for r in view.reading(comment).requests):
            return own[place:]
    return []


def _given_before(view: TicketView, request: Request, earlier: list[Comment], answer: Reading | None) -> _Hit | None:
    """Return the earlier fact that fits a request best, if the customer's answer does not speak against it."""
    best: _Hit | None = None
    for comment in earlier:
        for fact in view.reading(comment).facts:
            sure = _fit(request, fact, comment)
            if not sure:
                continue
            sure += _reaction(request, fact, answer)
            if best is None or sure > best.confidence:
                best = _Hit(request, fact.evidence, None if fact.sensitive else _short(fact), sure)
    return best


def _fit(request: Request, fact: Fact, comment: Comment) -> float:
    """Return how sure it is that a fact is what was asked for; 0 where the kinds do not fit."""
    if request.kind == fact.kind:
        sure = _SURE.get(request.kind, _UNSURE)
        if request.kind == "document" and _names_the_same(request, fact, comment):
            sure = 0.8
        return sure
    if request.kind in REFERENCE_KINDS:
        if fact.kind == "reference" or (request.kind == "reference" and fact.kind in REFERENCE_KINDS):
            return 0.75
        if {request.kind, fact.kind} <= {"claim_number", "booking_number", "contract_number"}:
            return 0.7
    return 0.75 if request.kind == "iban" and fact.sensitive and fact.kind == "iban" else 0.0


def _names_the_same(request: Request, fact: Fact, comment: Comment) -> bool:
    """Whether the document asked for is named like the file, or in the message that it came with."""
    wanted = {s[:4] for s in stems((request.evidence.quote or "").lower()) if len(s) > 2}  # noqa: PLR2004 - "har"
    named = {s[:4] for s in stems(f"{fact.value} {comment.text}".lower().replace(".", " ").replace("-", " "))}
    return bool(wanted & named)


def _reaction(request: Request, fact: Fact, answer: Reading | None) -> float:
    """Return what the customer's answer adds or takes: the same value again, or another one."""
    if answer is None:
        return 0.0
    if any(kind == "already_told" for kind, _ in answer.cues):
        return _REPEATED
    replied = {f.value.casefold() for f in answer.facts if f.kind in (request.kind, fact.kind)}
    if fact.value.casefold() in replied:
        return _REPEATED
    codes = {f.value.casefold() for f in answer.facts if f.kind in (*REFERENCE_KINDS, "number")}
    return (
        -0.5 if replied or (codes and request.kind in REFERENCE_KINDS and fact.value.casefold() not in codes) else 0.0
    )


def _answered_before(view: TicketView, request: Request, earlier: list[Comment], answer: Reading | None) -> _Hit | None:
    """Return the customer's answer to the same request earlier on the issue."""
    for place, comment in enumerate(earlier):
        if not any(r.kind == request.kind for r in view.reading(comment).requests):
            continue
        reply = next((c for c in earlier[place + 1 :] if view.reading(c).words and c.role != comment.role), None)
        if reply is None:
            continue
        said = view.reading(reply)
        if _NO_ANSWER.search(cleaning.fold(reply.text)) and said.words <= _BARE_ANSWER + 1:
            continue
        value = {f.value.casefold() for f in said.facts}
        other = answer is not None and answer.facts and not value & {f.value.casefold() for f in answer.facts}
        sure = 0.75 if _is_answer(request, reply, said) and not other else _UNSURE - (0.15 if other else 0.0)
        return _Hit(request, quoting.of_comment(reply, quoting.opening_words(reply)), None, sure)
    return None


def _is_answer(request: Request, reply: Comment, said: Reading) -> bool:
    """Whether a reply gives what was asked for: a fitting fact, or a bare answer that does not refuse."""
    if any(_fit(request, f, reply) or (f.kind == "number" and request.kind in REFERENCE_KINDS) for f in said.facts):
        return True
    if request.kind == "name" and _NAME_FIRST.match(reply.text):
        return not _NO_ANSWER.search(cleaning.fold(reply.text)[:12])
    bare = said.words <= _BARE_ANSWER and not said.questions and request.kind not in _NEVER_BARE
    return bare and not _NO_ANSWER.search(cleaning.fold(reply.text))


def _says_so(view: TicketView) -> Evidence | None:
    """Return where the customer says, on this ticket, that they had to repeat themselves."""
    for comment in view.comments(Kind.CUSTOMER):
        for kind, words in view.reading(comment).cues:
            if kind == "already_told":
                return quoting.of_comment(comment, quoting.sentence_with(comment, words))
    return None


def _short(fact: Fact) -> str | None:
    return fact.value if len(fact.value) <= 40 and fact.kind != "description" else None  # noqa: PLR2004 - fits a line


def _words(kind: str) -> str:
    """Return a kind as it is said in a sentence."""
    special = {
        "card_last4": "the card's last four digits",
        "description": "what happened",
        "photo": "photos",
        "document": "documents",
    }
    return special.get(kind, f"the {kind.replace('_', ' ')}")
