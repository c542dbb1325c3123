"""
asked_again: the customer is asked for what they have given, or says that they had to repeat it.

Fires when    an agent asks, on this ticket, for a kind of fact that the customer gave earlier on this issue (on this
              ticket or an earlier one, in either helpdesk), or answered to the same question before; or the customer's
              own words say that they had to repeat themselves.
Stays quiet   for identity checks that security asks for, unless already passed on this ticket; where the customer's
              reply gives another value than before (it was not the same thing); where a new reason is given (a blurred
              photo, a number that is not found); where the agent names the value; where the question crossed the
              answer; where the next errand has begun (days, times, places and how many are of one errand only).
Known limit   kinds, not meanings: two different dates are one kind, so a date alone is not enough.
Source        docs/flags.md#asked_again
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from integration.fact_names import fact_name
from integration.model import Comment, Evidence, Fact, Flag, Reading, Request, Severity
from workers import answers, errands, folding, quoting, told
from workers.context import TicketView
from workers.questions import stems
from workers.requests import IDENTITY_CHECK, OTHER
from workers.slots import KINDS as SLOTS
from workers.timeline import Kind
from workers.told import Said
from workers.words.facts import REFERENCE_KINDS
from workers.words.requests import IDENTITY_KINDS, OTHER_PERSON, TO_THEM, WHOLE_NAME

THRESHOLD: Final = 0.7

_WHOLE_NAME: Final = re.compile(rf"(?<!\w)(?:{WHOLE_NAME})(?!\w)")
_OTHER_PERSON: Final = re.compile(rf"(?:{OTHER_PERSON})(?!\w)")
_TO_THEM: Final = re.compile(rf"(?<!\w)(?:{TO_THEM})(?!\w)")
_PRONOUN: Final = 6
"""Characters before a verb in which its pronoun stands."""


_SURE: Final = {
    **dict.fromkeys(REFERENCE_KINDS, 0.9),
    **dict.fromkeys(("card_last4", "email", "phone", "browser", "error_message", "pin"), 0.85),
    **dict.fromkeys(("photo", "device", "date_of_birth", "mileage"), 0.75),
    **dict.fromkeys(("version", "address", "postcode"), 0.7),
    "name": 0.95,
}
"""How sure a match of kinds alone is; what is missing here (dates, amounts, what happened) needs more."""
_BY_WORDS: Final = ("security_answer", OTHER)
"""Kinds that only the question's own words tell apart."""
_ONE_ERRAND: Final = (*_BY_WORDS, "date")
"""Kinds of which an answer belongs to one errand, as it does of all the slots: the next one has another day."""
_OF_A_PERSON: Final = ("name", "date_of_birth", "email", "phone", "address", "postcode")
_BARE_TOO: Final = ("name", *REFERENCE_KINDS)
"""Kinds of which a bare answer ("Angela") is heard as another value: there is one way to write it."""
_SAID_UNASKED: Final = {
    **dict.fromkeys(("host", "doctor"), 0.85),
    **dict.fromkeys(("place_from", "place_to"), 0.8),
    **dict.fromkeys(("place", "day"), 0.75),
    **dict.fromkeys(("when", "time", "quantity", "item", "room_number", "symptom"), 0.7),
}
_ANSWERED: Final = 0.75
_UNSURE: Final = 0.55
_UNLIKELY: Final = 0.1
_REPEATED: Final = 0.25
"""Added when the customer answers with the very value they gave before, or says that they had."""
_ANOTHER_VALUE: Final = -0.5
_SHORT_VALUE: Final = 40
_CROSSES: Final = timedelta(seconds=3)
"""A question that comes so soon after the answer was sent before it could be read."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A request for what was given: both pieces of evidence, what was asked, and how sure it is."""

    request: Request
    given: Evidence
    value: str | None
    confidence: float


def asked_again(view: TicketView, now: datetime) -> Flag | None:  # noqa: ARG001 - every flag has the same signature
    """Return the flag, or None for silence."""
    hits = _sure_hits(view)
    says = _says_so(view)
    if not hits and says is None:
        return None
    evidence: list[Evidence] = []
    for hit in hits[:2]:
        evidence += [e for e in (hit.given, hit.request.evidence) if e not in evidence]
    if says and says not in evidence:
        evidence.append(says)
    say = view.saying.say
    return Flag(
        kind="asked_again",
        severity=Severity.HIGH if says and hits else Severity.MEDIUM,
        confidence=min(1.0, max([h.confidence for h in hits] + [0.8 if says else 0.0])),
        figure=say("script followed, details verified"),
        lived=_lived(view, hits[:2]),
        advice=_advice(view, hits),
        evidence=tuple(evidence),
    )


def confidence_of(view: TicketView, comment: Comment) -> float:
    """
    Return how sure it is, 0 to 1, that one agent comment of this ticket asks for what the customer had given.

    The same judgement as the flag's, before its THRESHOLD: 0 where nothing is asked for, or nothing fits it.
    """
    return min(1.0, max((hit.confidence for hit in _hits_of(view, comment)), default=0.0))


def in_a_line(view: TicketView) -> str:
    """Return what a headline says where the flag is stated; no name of the flag stands beside it."""
    hits = _sure_hits(view)[:2]
    things = _things(view, hits)
    return view.saying.say("Asked again: {things}.", things=things) if things else _lived(view, hits)


def _things(view: TicketView, hits: list[_Hit]) -> str:
    named = (fact_name(view.saying, h.request.kind) for h in hits if h.request.kind != OTHER)
    return ", ".join(dict.fromkeys(named))


def _lived(view: TicketView, hits: list[_Hit]) -> str:
    say, things = view.saying.say, _things(view, hits)
    if things:
        return say("Asked for what they had given: {things}.", things=things)
    if hits:
        return say("Asked a question that they had answered before.")
    return say("The customer says that they had to repeat themselves.")


def _advice(view: TicketView, hits: list[_Hit]) -> str:
    say, shown = view.saying.say, next((h.value for h in hits if h.value), None)
    if shown:
        return say("Do not ask again: they gave {value}. Say that you have it and go on from there.", value=shown)
    return say("Do not ask again: read what they wrote, say that you have, and go on from there.")


def _sure_hits(view: TicketView) -> list[_Hit]:
    return sorted((h for h in _hits(view) if h.confidence >= THRESHOLD), key=lambda h: -h.confidence)


def _hits(view: TicketView) -> Iterator[_Hit]:
    for comment in view.comments(Kind.REPLY):
        yield from _hits_of(view, comment)


def _hits_of(view: TicketView, comment: Comment) -> Iterator[_Hit]:
    """Yield, for each thing that a comment asks for, the earlier fact that fits it best."""
    requests = view.reading(comment).requests
    if not requests or errands.DOUBTS.search(folding.fold(comment.text)):
        return
    known = [s for s in told.at(view, told.place(comment)) if comment.at - s.comment.at >= _CROSSES]
    is_check = any(r.kind == IDENTITY_CHECK for r in requests)
    if is_check:
        known = _since_identity_check(view, comment, known)
    if not known:
        return
    reply = next((c for c in view.comments(Kind.CUSTOMER) if told.place(c) > told.place(comment)), None)
    for request in requests:
        if request.kind == IDENTITY_CHECK or (is_check and request.kind not in IDENTITY_KINDS):
            continue
        hits = [hit for said in known if (hit := _hit(view, request, comment, said, reply)).confidence > 0]
        if hits:
            # of several that fit as well, the newest is what this is about
            yield max(hits, key=lambda h: (h.confidence, h.given.at))


def _since_identity_check(view: TicketView, comment: Comment, known: Sequence[Said]) -> list[Said]:
    """Return what was told since the first identity check on this very ticket; often nothing."""
    checks = (
        told.place(c)
        for c in view.comments(Kind.REPLY)
        if any(r.kind == IDENTITY_CHECK for r in view.reading(c).requests)
    )
    first = min(checks, default=told.place(comment))
    return [s for s in known if s.comment.ticket == view.ticket.ref and told.place(s.comment) > first]


def _hit(view: TicketView, request: Request, comment: Comment, said: Said, reply: Comment | None) -> _Hit:
    sure = _fit(view, request, comment, said)
    if sure and reply is not None:
        sure = min(1.0, max(0.0, sure + _reaction(request, said.fact, reply, view.reading(reply))))
    hidden = said.fact.sensitive or request.kind in answers.SECRETS or said.until is not None
    given = said.fact.evidence
    if given.quote is None and not hidden and request.kind == OTHER:
        given = quoting.of_comment(said.comment, quoting.opening_words(said.comment))
    return _Hit(request, given, None if hidden else _short(said.fact), sure)


def _fit(view: TicketView, request: Request, comment: Comment, said: Said) -> float:
    """Return how sure it is that a fact is what was asked for; 0 where it is not."""
    kinds = answers.fit(request, said.fact)
    if not kinds or (request.kind in _OF_A_PERSON and not _same_person(view, said.comment, comment)):
        return 0.0
    is_answer = said.answers is not None and said.answers.kind == request.kind
    if request.kind in SLOTS or request.kind == "when" or (request.kind in _ONE_ERRAND and is_answer):
        return _one_errand(view, request, comment, said)
    if request.kind == "document":
        return 0.8 if _names_the_same(request, said) else _UNSURE
    if request.kind == "name":
        return min(_SURE["name"], _name_fits(view, request, said))
    if request.kind in REFERENCE_KINDS and errands.is_another(view, said.comment, comment):
        return _UNLIKELY
    sure = _SURE.get(request.kind, _UNSURE) * kinds
    return max(sure, _ANSWERED) if is_answer and request.kind not in ("photo", "description") else sure


def _one_errand(view: TicketView, request: Request, comment: Comment, said: Said) -> float:
    """Return how sure it is of what only holds for one errand: a day, a place, how many, or a question's own words."""
    if errands.is_interrupted(view, said.comment, comment):
        return _UNLIKELY
    question = said.answers
    alike = question is not None and errands.are_alike(request, question)
    if request.kind in _BY_WORDS:
        # a security question comes again after a wrong answer, which nobody says
        return 0.0 if not alike else _UNSURE if request.kind == "security_answer" else _ANSWERED
    if question is not None:
        if question.kind == request.kind:
            # when they arrive is not when they leave
            return _SURE["name"] if alike else _UNLIKELY if request.kind == "when" else _ANSWERED
        if request.kind == "when" or question.kind.startswith("place"):
            return _UNLIKELY  # what day they come is not at what time, where they leave from not where they go
    if request.kind == "when" and said.fact.kind == "day":
        return _UNSURE  # on which day is known; they may ask at what time
    if request.kind == "quantity" and not errands.counts_the_same(request, said):
        return _UNLIKELY
    return _SAID_UNASKED.get(request.kind, _UNSURE) if errands.is_wish(request, said.fact) else _UNLIKELY


def _same_person(view: TicketView, given: Comment, asked: Comment) -> bool:
    """Whether who gave it is whom the agent asks: accounts and families share issues; unknown names are no sign."""
    mine = [c for c in view.comments(Kind.CUSTOMER) if told.place(c) < told.place(asked)]
    if not mine or given.author == mine[-1].author:
        return True
    names = {(view.context.author(c) or "").casefold() for c in (given, mine[-1])}
    return len(names) == 1 or "" in names


def _name_fits(view: TicketView, request: Request, said: Said) -> float:
    """Return how sure it is that the name asked for is the one given: the whole of it, and of the same person."""
    if _WHOLE_NAME.search(folding.fold(request.evidence.quote or "")) and " " not in said.fact.value.strip():
        return 0.45
    return 1.0 if said.comment.ticket == view.ticket.ref else 0.75


def _names_the_same(request: Request, said: Said) -> bool:
    """Whether the document asked for is named like the file, or in the message that it came with."""
    text = f"{said.fact.value} {said.comment.text}".lower().replace(".", " ").replace("-", " ")
    wanted = {s[:4] for s in stems((request.evidence.quote or "").lower()) if len(s) > 2}  # noqa: PLR2004 - "har"
    return bool(wanted & {s[:4] for s in stems(text)})


def _reaction(request: Request, fact: Fact, reply: Comment, reading: Reading) -> float:
    """Return what the customer's answer adds or takes: the same value again, or another one."""
    if any(kind == "already_told" for kind, _ in reading.cues):
        return _REPEATED
    replied = {
        told.plain(given.value)
        for given, asked in answers.given(reply, reading, (request,) if request.kind in _BARE_TOO else ())
        if given.value and (given.kind == fact.kind or asked is not None or answers.fit(request, given))
    }
    before = told.plain(fact.value)
    if before in replied or (request.kind == "name" and any(_is_part(before, now) for now in replied)):
        return _REPEATED
    return _ANOTHER_VALUE if replied and fact.value else 0.0


def _is_part(one: str, other: str) -> bool:
    """Whether one name is the beginning of the other ("Sarah" of "Sarah Brown")."""
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def _says_so(view: TicketView) -> Evidence | None:
    """Return where the customer says, on this ticket, that they had to repeat themselves."""
    for comment in view.comments(Kind.CUSTOMER):
        for kind, words in view.reading(comment).cues:
            if kind == "already_told" and not _of_another(comment, words):
                return quoting.of_comment(comment, quoting.sentence_with(comment, words))
    return None


def _of_another(comment: Comment, words: str) -> bool:
    """Whether it was somebody else who was told ("I just told him"): that is no repeating."""
    start = comment.text.find(words)
    end = start + len(words)
    if _TO_THEM.search(folding.fold(comment.text[max(0, start - _PRONOUN) : end])):
        return True
    return bool(_OTHER_PERSON.match(folding.fold(comment.text[end : end + 30])))


def _short(fact: Fact) -> str | None:
    return fact.value if 0 < len(fact.value) <= _SHORT_VALUE and fact.kind != "description" else None
