"""
What a message answers: which of its facts fit a question, and what its bare words mean because of the question.

"Petra" is a name because "May I have your name?" came before, and 4821 is a PIN because a PIN was asked for: such an
answer is known to be given, and its value is kept nowhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from integration.model import Comment, Evidence, Fact, Reading, Request
from workers import folding, names, sensitive
from workers.requests import IDENTITY_CHECK, OTHER
from workers.words import Phrases
from workers.words.asked import WAITS
from workers.words.facts import REFERENCE_KINDS
from workers.words.requests import REFUSALS

SECRETS: Final = ("pin", "security_answer", "password", "code", "national_id", "card_number", "iban")
"""Kinds that are asked for and never shown."""
MOST_WORDS: Final = 4
"""Words up to which a reply to a question is taken for the thing itself."""
_NEVER_BARE: Final = (
    *("description", "browser", "photo", "document", "date_of_birth", "iban", "amount", "address"),
    OTHER,
)
_WITH_A_DIGIT: Final = (
    *("phone", "postcode", "mileage", "room_number", "version"),
    *("pin", "time", "when", "day", "date", "quantity", "end_time"),
)
_ONLY_THE_NUMBER: Final = _WITH_A_DIGIT[:5]
_NO_ANSWER: Final = Phrases(REFUSALS)
_FITTING: Final = {
    "when": ("day", "time", "date"),
    "day": ("date",),
    "place_from": ("address",),
    "place_to": ("address",),
    "pin": ("code", "password"),
    "password": ("code",),
    "code": ("password",),
    "customer_number": ("iban",),
    "iban": ("customer_number",),
}
"""Kinds of facts that answer a request of another kind."""
_NUMBER: Final = re.compile(r"(?<!\w)#?[A-Za-z]{0,6}[-_/#]?\d[\w/-]*(?: \d[\w/-]*)*")
_FOUR_DIGITS: Final = re.compile(r"\d{4}")
_TWO_SENTENCES: Final = re.compile(r"[.!?] ")
_SHORT_CODES: Final = {"claim_number", "booking_number", "contract_number"}
_UNNAMED: Final = ("number", "reference", "phone", "version")
"""Kinds that a number may have got by its form alone."""
_A_WORD: Final = ("password", "security_answer")
"""Secrets that may be a plain word."""
_FILES: Final = ("photo", "document")
_LOOSE: Final = re.compile(r"[^\s,;:!?()\"]*\d[^\s,;:!?()\"]*")
_WAITS: Final = re.compile(WAITS)
_BEGINNING: Final = 24
"""Characters in which a reply that gives nothing says so."""


def fit(request: Request, fact: Fact) -> float:
    """Return how well the kind of a fact fits what was asked for: 0 not at all, 1 the same kind."""
    if request.kind == fact.kind:
        return 1.0
    if request.kind in REFERENCE_KINDS:
        if fact.kind == "reference" or (request.kind == "reference" and fact.kind in REFERENCE_KINDS):
            return 0.8
        if {request.kind, fact.kind} <= _SHORT_CODES:
            return 0.75
    return 0.9 if fact.kind in _FITTING.get(request.kind, ()) else 0.0


def given(comment: Comment, reading: Reading, asked: Sequence[Request]) -> Iterator[tuple[Fact, Request | None]]:
    """Yield what a customer's message tells, each fact with the question that it answers, if any."""
    unanswered = [r for r in asked if r.kind != IDENTITY_CHECK]
    secret = next((r for r in unanswered if r.kind in SECRETS), None)
    series = any(r.kind in REFERENCE_KINDS for r in unanswered)  # asked for too, so its form tells it apart
    for fact in reading.facts:
        if secret is not None and _may_be_it(fact, secret, reading, series=series):
            yield _hidden(secret.kind, fact.evidence, fact.confidence), secret
            continue
        question = next((r for r in unanswered if fit(r, fact)), None)
        yield fact, question
        if question is not None and question.kind not in SECRETS:
            unanswered.remove(question)
    folded = folding.fold(comment.text) if unanswered and reading.words else ""
    for request in unanswered:
        answer = _answer(request, comment, reading, folded) if folded else None
        if answer is None:
            continue
        safe = secret is None or request.kind == "name" or not any(c.isdigit() for c in answer.value)
        if not safe and not sensitive.SERIES.fullmatch(answer.value):
            answer = _hidden(request.kind, answer.evidence, answer.confidence)
        yield answer, request


def still_secret(asked: Sequence[Request]) -> tuple[Request, ...]:
    """Return the questions for a secret, which a later message may answer as well: "sure", then "4821"."""
    return tuple(r for r in asked if r.kind in SECRETS and r.kind != "security_answer")


def _may_be_it(fact: Fact, secret: Request, reading: Reading, *, series: bool) -> bool:
    """Whether a fact may be the secret that was asked for: nothing but the form of it says that it is another thing."""
    if fact.kind in _UNNAMED:
        return bool(fact.value) and not (series and sensitive.SERIES.fullmatch(fact.value))
    return secret.kind in _A_WORD and reading.words <= MOST_WORDS and fact.kind not in _FILES


def _hidden(kind: str, evidence: Evidence, confidence: float) -> Fact:
    return Fact(kind, "", replace(evidence, quote=None), confidence, sensitive=True)


def _is_given(kind: str, comment: Comment, reading: Reading, folded: str) -> bool:
    """Whether a reply to a secret question holds what was asked for."""
    if any(f.sensitive and f.kind not in _FILES for f in reading.facts):
        return True
    named = [f.value for f in reading.facts if f.kind not in (*_UNNAMED, "description")]
    if any(not any(token in value for value in named) for token in _LOOSE.findall(comment.text)):
        return True
    short = kind in _A_WORD and reading.words <= MOST_WORDS and not reading.questions
    return short and (kind == "security_answer" or not _WAITS.search(folded))


def _answer(request: Request, comment: Comment, reading: Reading, folded: str) -> Fact | None:
    """Return what a reply gives as the answer to one question, where its words alone do not say what they are."""
    kind = request.kind
    evidence = Evidence(comment.ticket, comment.at, None, comment.id, comment.role)
    if kind == "name":
        span = names.answer(comment.text, folded)
        return _shown(kind, comment.text[slice(*span)], evidence, 0.85) if span else None
    if reading.words <= MOST_WORDS + 1 and _NO_ANSWER.search(folded[:_BEGINNING]):
        return None
    if kind in SECRETS:
        return _hidden(kind, evidence, 0.7) if _is_given(kind, comment, reading, folded) else None
    if kind in REFERENCE_KINDS or kind == "card_last4":
        return _number(request, comment, reading, evidence)
    if kind == OTHER:
        return None if reading.questions else Fact(kind, "", evidence, 0.6)
    return _bare(kind, comment.text, reading, evidence)


def _number(request: Request, comment: Comment, reading: Reading, evidence: Evidence) -> Fact | None:
    """Return the first number of a short reply, or of one with a number that nothing else names; never a secret."""
    if reading.words > MOST_WORDS and not any(f.kind == "number" for f in reading.facts):
        return None
    secrets = sensitive.find(comment.text)
    for match in _NUMBER.finditer(comment.text):
        if any(s.start < match.end() and match.start() < s.end for s in secrets):
            continue
        if request.kind == "card_last4" and not _FOUR_DIGITS.fullmatch(match.group()):
            continue
        return _shown(request.kind, match.group(), evidence, 0.8)
    return None


def _bare(kind: str, text: str, reading: Reading, evidence: Evidence) -> Fact | None:
    """Return a reply of few words as the thing that was asked for, unless it says something else."""
    if reading.words > MOST_WORDS or reading.questions or kind in _NEVER_BARE:
        return None
    if any(f.kind != "description" for f in reading.facts):
        return None
    value = text.strip(" .,!\n")
    if kind in _WITH_A_DIGIT and not any(c.isdigit() for c in value):
        return None
    if kind in _ONLY_THE_NUMBER and (number := _NUMBER.search(value)):
        value = number.group()
    return None if _TWO_SENTENCES.search(value) else _shown(kind, value, evidence, 0.7)


def _shown(kind: str, value: str, evidence: Evidence, confidence: float) -> Fact:
    """Return an answer as a fact, without its value where that is a secret."""
    if sensitive.find(value):
        return _hidden(kind, evidence, confidence)
    return Fact(kind, value, replace(evidence, quote=value), confidence)
