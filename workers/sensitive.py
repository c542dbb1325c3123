"""
What must never be repeated: card numbers, bank accounts, passwords, codes and national ids.

A secret is recognised by its place only; its value is never copied out of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workers import national_ids
from workers.words import sensitive as words

_CARD: Final = re.compile(r"(?<![\w.-])[2-6]\d(?:[ -]?\d){11,17}(?![\w-])")
_IBAN: Final = re.compile(r"\b([A-Z]{2})\d{2}(?: ?[A-Z0-9]){11,30}", re.IGNORECASE)
_CODE: Final = re.compile(r"\d{3,8}")
_ANNOUNCED: Final = re.compile(words.ANNOUNCED, re.IGNORECASE)
_CODE_ALONE: Final = re.compile(words.CODE_ALONE, re.IGNORECASE)
_PASSWORD_ALONE: Final = re.compile(words.PASSWORD_ALONE, re.IGNORECASE)
_IDENTITY_CARD: Final = re.compile(words.IDENTITY_CARD, re.IGNORECASE)
_SECURITY_ANSWER: Final = re.compile(words.SECURITY_ANSWER, re.IGNORECASE)
_IBAN_LENGTHS: Final = {
    "NO": 15, "BE": 16, "DK": 18, "FI": 18, "NL": 18, "AT": 20, "LU": 20, "CH": 21, "LI": 21,
    "DE": 22, "GB": 22, "IE": 22, "ES": 24, "SE": 24, "CZ": 24, "RO": 24, "PT": 25, "FR": 27, "IT": 27, "GR": 27,
    "SM": 27, "MC": 27, "HU": 28, "PL": 28, "BR": 29, "MT": 31,
}  # fmt: skip # a row a length would be thirty lines
"""Characters of an IBAN by country; source: the registry of ISO 13616. Others are found by their check digits alone."""
_SHORTEST_IBAN: Final = 15
_SHORTEST_ID: Final = 6
"""Shorter numbers after "passport" are years and counts."""


@dataclass(frozen=True, slots=True)
class Secret:
    """
    Where a secret stands in a text, and of what kind.

    Kinds: card_number, iban, password, code, security_answer, national_id.
    """

    kind: str
    start: int
    end: int


def find(text: str) -> tuple[Secret, ...]:
    """Return the secrets in a text, in order of place; where two kinds claim a place, one of them."""
    found: list[Secret] = []
    for secret in sorted(_all(text), key=lambda s: (s.start, -s.end)):
        if not found or secret.start >= found[-1].end:
            found.append(secret)
    return tuple(found)


def _all(text: str) -> Iterator[Secret]:
    for match in _ANNOUNCED.finditer(text):
        kind = "password" if match.group("password") else "code"
        if kind == "password" or _CODE.fullmatch(match.group("value").rstrip(".)")):
            yield Secret(kind, *match.span("value"))
    for match in _PASSWORD_ALONE.finditer(text):
        yield Secret("password", *match.span("value"))
    yield from (Secret("security_answer", *m.span("value")) for m in _SECURITY_ANSWER.finditer(text))
    if not any(c.isdigit() for c in text):
        return
    yield from (Secret("card_number", *m.span()) for m in _CARD.finditer(text) if _passes_luhn(m.group()))
    for match in _IBAN.finditer(text):
        if end := _iban_end(match.group()):
            yield Secret("iban", match.start(), match.start() + end)
    yield from (Secret("code", *m.span("value")) for m in _CODE_ALONE.finditer(text))
    yield from (Secret("national_id", start, end) for start, end in national_ids.find(text))
    for match in _IDENTITY_CARD.finditer(text):
        if sum(c.isalnum() for c in match.group("value")) >= _SHORTEST_ID:
            yield Secret("national_id", *match.span("value"))


def _passes_luhn(number: str) -> bool:
    digits = [int(c) for c in number if c.isdigit()]
    total = sum(digits[-1::-2]) + sum(sum(divmod(2 * d, 10)) for d in digits[-2::-2])
    return total % 10 == 0 and len(set(digits)) > 1


def _iban_end(text: str) -> int:
    """Return where an IBAN that begins a text ends; 0 where none does."""
    wanted = _IBAN_LENGTHS.get(text[:2].upper())
    ends = [place + 1 for place, c in enumerate(text) if c != " "]
    lengths = [wanted] if wanted else range(min(len(ends), 34), _SHORTEST_IBAN - 1, -1)
    for length in lengths:
        if length > len(ends):
            continue
        compact = text[: ends[length - 1]].replace(" ", "")
        # of an unknown country, ordinary words after a serial number would check out once in a hundred times
        if (wanted or sum(map(str.isdigit, compact)) > len(compact) / 2) and _checks_out(compact):
            return ends[length - 1]
    return 0


def _checks_out(iban: str) -> bool:
    return int("".join(str(int(c, 36)) for c in iban[4:] + iban[:4])) % 97 == 1
