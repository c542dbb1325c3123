"""
Making the annotation's JSON fit into a helpdesk's field, in one stated order.

What an agent needs least goes first: 1. history, the oldest first; 2. told facts, the last first; 3. promises that are
kept or withdrawn, the earliest first; 4. quotes shortened at a word; 5. evidence beyond a flag's first two; 6. flags,
the last first, but not the first one, and with a flag the opening that rests on it; 7. open promises, the latest first;
8. the opening; 9. links and the effort's parts. Each step stops as soon as the rest fits.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from integration.writeback.cutting import shorten

MAX_BYTES = 6_000
QUOTE_STEPS = (160, 80, 40)
"""Characters that the quotes are shortened to, one step after the other."""

KEPT_EVIDENCE = 2
"""Pieces that a flag keeps: most often what the customer said, and what the agent did."""

Json = dict[str, Any]


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


def _cut_history(document: Json) -> Iterator[bool]:
    while document.get("history"):
        del document["history"][0]
        yield True


def _cut_told(document: Json) -> Iterator[bool]:
    while document.get("told"):
        del document["told"][-1]
        yield True


def _cut_settled_promises(document: Json) -> Iterator[bool]:
    settled = [p for p in document.get("promises", []) if p["state"] in ("kept", "withdrawn")]
    for promise in sorted(settled, key=lambda p: str(p["due"])):
        document["promises"].remove(promise)
        yield True


def _cut_quotes(document: Json) -> Iterator[bool]:
    pieces = [piece for flag in document["flags"] for piece in flag["evidence"]] + document.get("promises", [])
    for limit in QUOTE_STEPS:
        for piece in pieces:
            if len(piece.get("quote", "")) > limit:
                piece["quote"] = shorten(piece["quote"], limit)
        yield True


def _cut_evidence(document: Json) -> Iterator[bool]:
    for flag in reversed(document["flags"]):
        while len(flag["evidence"]) > KEPT_EVIDENCE:
            del flag["evidence"][-1]
            yield True


def _cut_flags(document: Json) -> Iterator[bool]:
    while len(document["flags"]) > 1:
        gone = document["flags"].pop()
        if gone["kind"] in document.get("opening_from", ()):
            _drop_opening(document)
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
    for flag in document["flags"]:
        for piece in flag["evidence"]:
            piece.pop("url", None)
    if "effort" in document:
        document["effort"]["parts"] = []
    yield True


STEPS: tuple[Callable[[Json], Iterator[bool]], ...] = (
    _cut_history,
    _cut_told,
    _cut_settled_promises,
    _cut_quotes,
    _cut_evidence,
    _cut_flags,
    _cut_open_promises,
    _cut_opening,
    _cut_extras,
)
