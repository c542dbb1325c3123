"""
What may cross from one helpdesk into another.

Everything is applied to the annotation before anything is rendered, so no field, JSON or note can forget it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal

from integration.model import Annotation, Contribution, Evidence, Fact, Flag, TimelinePromise

HIDDEN = "•"
LEFT_OUT = "…"
_EMAIL = re.compile(r"[^\s@<>()\[\]\"',;:]+@[^\s@<>()\[\]\"',;:]+")
_CODE = re.compile(r"[^\s@<>]+@[\w.-]+\w|(?!(?:19|20)\d\d\b)\b(?:[^\W\d]|[-/])*\d(?:\w|[-/](?=\w)){3,}")
"""An address, or a number long enough to be somebody's; a year is not."""

_SHORTEST = 3
"""Characters from which a value that crossed is looked for in our own sentences; shorter ones give nothing away."""


def redact(text: str) -> str:
    """Return `text` with each e-mail address and each digit as •."""
    return re.sub(r"\d", HIDDEN, _EMAIL.sub(HIDDEN, text))


def screen(annotation: Annotation, mode: Literal["full", "redacted", "off"]) -> Annotation:
    """Return the annotation as it may be shown on its own ticket: words from other connections follow `mode`."""
    if mode == "full":
        return annotation
    home = annotation.ticket.connection
    crossing = _crossing_words(annotation, home)
    shown = {words: redact(words) if mode == "redacted" else LEFT_OUT for words in crossing}
    opening = annotation.opening
    if opening is not None and _opening_crosses(annotation, home, mode, shown):
        opening = None  # a sentence with gaps is no help to whoever would send it
    return replace(
        annotation,
        headline=None if annotation.headline is None else _replace(annotation.headline, shown),
        opening=opening,
        opening_from=() if opening is None else annotation.opening_from,
        flags=tuple(_screen_flag(flag, home, mode, shown) for flag in annotation.flags),
        told=tuple(_screen_fact(fact, home, mode) for fact in annotation.told),
        promises=tuple(_screen_promise(promise, home, mode) for promise in annotation.promises),
        history=tuple(_screen_contact(contact, home, mode) for contact in annotation.history),
    )


def _opening_crosses(annotation: Annotation, home: str, mode: str, shown: Mapping[str, str]) -> bool:
    """Whether the opening says a word from elsewhere that may not be shown: a number, a subject, an agent's name."""
    opening = annotation.opening or ""
    abroad = [c for c in annotation.opening_from if any(piece.ticket.connection != home for piece in c.evidence)]
    said = {piece.quote for c in abroad for piece in c.evidence if piece.quote and piece.ticket.connection != home}
    said |= {c.name for c in abroad if c.name}
    more = {words: redact(words) if mode == "redacted" else LEFT_OUT for words in said}
    return _replace(opening, {**shown, **more}) != opening


def _crossing_words(annotation: Annotation, home: str) -> list[str]:
    """Return what was said elsewhere and not here, with the numbers and addresses in it, the longest first."""
    pieces: list[Evidence] = [piece for flag in annotation.flags for piece in flag.evidence]
    pieces += [promise.promise.evidence for promise in annotation.promises]
    words = {piece.quote for piece in pieces if piece.quote and piece.ticket.connection != home}
    # A subject of one word ("Help") is everybody's word.
    subjects = {contact.subject for contact in annotation.history if contact.ticket.connection != home}
    words |= {subject for subject in subjects if " " in subject}
    words |= {fact.value for fact in annotation.told if fact.evidence.ticket.connection != home}
    words |= {code for text in words for code in _CODE.findall(text)}
    words -= {fact.value for fact in annotation.told if fact.evidence.ticket.connection == home}
    return sorted((w for w in words if len(w) >= _SHORTEST), key=lambda w: (-len(w), w))


def _replace(text: str, shown: Mapping[str, str]) -> str:
    for words, instead in shown.items():
        text = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", instead.replace("\\", r"\\"), text, flags=re.IGNORECASE)
    return text


def _words(text: str, mode: str) -> str | None:
    return redact(text) if mode == "redacted" else None


def _screen_evidence(piece: Evidence, home: str, mode: str) -> Evidence:
    if piece.ticket.connection == home or piece.quote is None:
        return piece
    return replace(piece, quote=_words(piece.quote, mode))


def _screen_flag(flag: Flag, home: str, mode: str, shown: Mapping[str, str]) -> Flag:
    return replace(
        flag,
        figure=_replace(flag.figure, shown),
        lived=_replace(flag.lived, shown),
        advice=_replace(flag.advice, shown),
        evidence=_screen_pieces(flag.evidence, home, mode),
    )


def _screen_pieces(pieces: Iterable[Evidence], home: str, mode: str) -> tuple[Evidence, ...]:
    return tuple(_screen_evidence(piece, home, mode) for piece in pieces)


def _screen_fact(fact: Fact, home: str, mode: str) -> Fact:
    if fact.evidence.ticket.connection == home:
        return fact
    value = _words(fact.value, mode)
    evidence = _screen_evidence(fact.evidence, home, mode)
    return replace(fact, value=value or "", sensitive=fact.sensitive or value is None, evidence=evidence)


def _screen_promise(promise: TimelinePromise, home: str, mode: str) -> TimelinePromise:
    said = promise.promise
    return replace(promise, promise=replace(said, evidence=_screen_evidence(said.evidence, home, mode)))


def _screen_contact(contact: Contribution, home: str, mode: str) -> Contribution:
    if contact.ticket.connection == home:
        return contact
    return replace(contact, subject=_words(contact.subject, mode) or "")
