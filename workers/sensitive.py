"""
What must never be repeated, as far as a text alone tells.

Found are: card numbers and IBANs that check out, bank account numbers behind their name; passwords and one-time codes
that a word beside them names; answers to security questions behind the question's name; national ids by their check
digits, their form, or the name of the document. What nothing in the text names (a bare "4821", a bare "hunter22") is
not found here: `facts` keeps such a thing nowhere, `answers` knows it by the question before, and `masking` looks for
both in all that is shown. A secret is its place and kind only; its value is never copied out of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workers import announced, bank_numbers, national_ids
from workers.words import sensitive as words

SERIES: Final = re.compile(r"#?[A-Z]{2,6}(?:[-/_][A-Z0-9]{1,8})*[-/_]\d[\w/-]*")
"""The form of a number that a company gives out ("KL-20418"): without a name, no other is surely no secret."""

_DIGIT: Final = re.compile(r"\d")
_NAME_JOINTS: Final = str.maketrans("_-", "  ")
_IDENTITY_CARD: Final = re.compile(words.IDENTITY_CARD, re.IGNORECASE)
_SECURITY_ANSWER: Final = re.compile(words.SECURITY_ANSWER, re.IGNORECASE)
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


def is_in_name(name: str) -> bool:
    """Whether the name of a file tells a secret: there, words and numbers are joined by "_" and "-"."""
    return bool(find(name) or find(name.rpartition(".")[0].translate(_NAME_JOINTS)))


def _all(text: str) -> Iterator[Secret]:
    yield from (Secret("password", *span) for span in announced.passwords(text))
    yield from (Secret("security_answer", *m.span("value")) for m in _SECURITY_ANSWER.finditer(text))
    if not _DIGIT.search(text):
        return
    yield from (Secret("card_number", *span) for span in bank_numbers.cards(text))
    yield from (Secret("iban", *span) for span in bank_numbers.ibans(text))
    yield from (Secret("iban", *span) for span in bank_numbers.accounts(text))
    yield from (Secret("code", *span) for span in announced.codes(text))
    yield from (Secret("national_id", *span) for span in national_ids.find(text))
    for match in _IDENTITY_CARD.finditer(text):
        if sum(c.isalnum() for c in match.group("value")) >= _SHORTEST_ID:
            yield Secret("national_id", *match.span("value"))
