"""
What must never be repeated: card numbers, bank accounts, passwords and codes.

A secret is recognised by its place only; its value is never copied out of the text.
"""

import re
from dataclasses import dataclass
from typing import Final

from workers.words.sensitive import ANNOUNCED

_CARD: Final = re.compile(r"(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-])")
_IBAN: Final = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{1,4}){3,8}\b")
_CODE: Final = re.compile(r"\d{3,8}")
_SECRET: Final = re.compile(ANNOUNCED, re.IGNORECASE)
_IBAN_LENGTHS = range(15, 35)


@dataclass(frozen=True, slots=True)
class Secret:
    """Where a secret stands in a text, and of what kind it is: card_number, iban, password or code."""

    kind: str
    start: int
    end: int


def find(text: str) -> tuple[Secret, ...]:
    """Return the secrets in a text, in order of place."""
    found: list[Secret] = []
    if any(c.isdigit() for c in text):
        found += [Secret("card_number", *m.span()) for m in _CARD.finditer(text) if _passes_luhn(m.group())]
        found += [Secret("iban", *m.span()) for m in _IBAN.finditer(text) if _is_iban(m.group())]
    for match in _SECRET.finditer(text):
        kind = "password" if match.group("password") else "code"
        if kind == "password" or _CODE.fullmatch(match.group("value").rstrip(".")):
            found.append(Secret(kind, *match.span("value")))
    return tuple(sorted(found, key=lambda s: s.start))


def _passes_luhn(number: str) -> bool:
    digits = [int(c) for c in number if c.isdigit()]
    total = sum(digits[-1::-2]) + sum(sum(divmod(2 * d, 10)) for d in digits[-2::-2])
    return total % 10 == 0 and len(set(digits)) > 1


def _is_iban(text: str) -> bool:
    compact = text.replace(" ", "")
    if len(compact) not in _IBAN_LENGTHS:
        return False
    return int("".join(str(int(c, 36)) for c in compact[4:] + compact[:4])) % 97 == 1
