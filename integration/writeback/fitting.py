"""
Making the annotation's JSON fit into a helpdesk's field, in one stated order.

What an agent needs least goes first, and what stands twice before what stands once: 1. evidence beyond a flag's first
two, of the last flag first; 2. evidence that an earlier flag shows, where its flag keeps another piece; 3. words that a
flag before shows; 4. the effort's parts; 5. promises that are kept or withdrawn, the earliest first; 6. evidence beyond
a flag's first, of the last flag first; 7. quotes shortened at a word; 8. flags beyond the first five, the last first,
and with a flag the opening that rests on it; 9. history, the oldest first; 10. told facts, the last first; 11. quotes
shortened more; 12. flags beyond the first; 13. open promises, the latest first; 14. the opening; 15. links, and words
of promises. Each step stops as soon as the rest fits.

A promise's words are never shortened: without their end they may lack the day that they are evidence of.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from integration.writeback.cutting import shorten

MAX_BYTES = 6_000
QUOTES, SHORT_QUOTES = 120, 60
"""Characters that quotes are shortened to, in a first and in a later step."""

PAIR = 2
"""Pieces that a flag keeps for long: most often what the customer said, and what the agent did."""

FIRST_FLAGS = 5
"""So many flags are worth more than what went before and what was told."""

Json = dict[str, Any]
Step = Callable[[Json], Iterator[bool]]


def fit(document: Json) -> str:
    """Return the JSON text in at most MAX_BYTES of UTF-8; `document` is used up."""
    text = _dump(document)
    for step in STEPS:
        cuts = step(document)
        while len(text.encode()) > MAX_BYTES and next(cuts, False):
            text = _dump(document)
    return text


def _dump(document: Json) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _pieces(document: Json) -> list[Json]:
    return [piece for flag in document["flags"] for piece in flag["evidence"]]


def _evidence_beyond(most: int) -> Step:
    def cut(document: Json) -> Iterator[bool]:
        for flag in reversed(document["flags"]):
            while len(flag["evidence"]) > most:
                del flag["evidence"][-1]
                yield True

    return cut


def _cut_repeated_evidence(document: Json) -> Iterator[bool]:
    shown: list[Json] = []
    for flag in document["flags"]:
        fresh = [piece for piece in flag["evidence"] if piece not in shown]
        shown += fresh
        if fresh and fresh != flag["evidence"]:
            flag["evidence"] = fresh
            yield True


def _cut_repeated_words(document: Json) -> Iterator[bool]:
    shown: set[tuple[str, str]] = set()
    for piece in (*_pieces(document), *document.get("promises", [])):
        words = piece["ticket"], piece.get("quote", "")
        if words in shown:
            del piece["quote"]
            yield True
        elif words[1]:
            shown.add(words)


def _cut_parts(document: Json) -> Iterator[bool]:
    if document.get("effort", {}).get("parts"):
        document["effort"]["parts"] = []
        yield True


def _cut_settled_promises(document: Json) -> Iterator[bool]:
    settled = [p for p in document.get("promises", []) if p["state"] in ("kept", "withdrawn")]
    for promise in sorted(settled, key=lambda p: str(p["due"])):
        document["promises"].remove(promise)
        yield True


def _quotes_to(limit: int) -> Step:
    def cut(document: Json) -> Iterator[bool]:
        promised = {piece.get("quote") for piece in _promised(document)}
        for piece in _pieces(document):
            if len(piece.get("quote", "")) > limit and piece["quote"] not in promised:
                piece["quote"] = shorten(piece["quote"], limit)
                yield True

    return cut


def _promised(document: Json) -> list[Json]:
    """Return all that quotes a promise."""
    overdue = [piece for flag in document["flags"] if flag["kind"] == "promise_overdue" for piece in flag["evidence"]]
    return [*overdue, *document.get("promises", [])]


def _flags_beyond(most: int) -> Step:
    def cut(document: Json) -> Iterator[bool]:
        while len(document["flags"]) > most:
            gone = document["flags"].pop()
            if gone["kind"] in document.get("opening_from", ()):
                _drop_opening(document)
            yield True

    return cut


def _cut_history(document: Json) -> Iterator[bool]:
    while document.get("history"):
        del document["history"][0]
        yield True


def _cut_told(document: Json) -> Iterator[bool]:
    while document.get("told"):
        del document["told"][-1]
        yield True


def _cut_open_promises(document: Json) -> Iterator[bool]:
    while document.get("promises"):
        document["promises"].remove(max(document["promises"], key=lambda p: str(p["due"])))
        yield True


def _cut_opening(document: Json) -> Iterator[bool]:
    if _drop_opening(document):
        yield True


def _drop_opening(document: Json) -> bool:
    document.pop("opening_from", None)
    return document.pop("opening", None) is not None


def _cut_extras(document: Json) -> Iterator[bool]:
    for piece in _pieces(document):
        piece.pop("url", None)
    for piece in _promised(document):
        piece.pop("quote", None)
    yield True


STEPS: tuple[Step, ...] = (
    _evidence_beyond(PAIR),
    _cut_repeated_evidence,
    _cut_repeated_words,
    _cut_parts,
    _cut_settled_promises,
    _evidence_beyond(1),
    _quotes_to(QUOTES),
    _flags_beyond(FIRST_FLAGS),
    _cut_history,
    _cut_told,
    _quotes_to(SHORT_QUOTES),
    _flags_beyond(1),
    _cut_open_promises,
    _cut_opening,
    _cut_extras,
)
