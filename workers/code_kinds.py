"""What a code is where no word in front of it says what it numbers: an invoice, a voucher, or what a machine shows."""

import re
from collections.abc import Iterator
from typing import Final

from workers.words import code_kinds as words

_PREFIXES: Final = {
    kind: re.compile(rf"(?:{letters})[-_/#]?\d", re.IGNORECASE) for kind, letters in words.PREFIXES.items()
}
_VOUCHER: Final = re.compile(
    rf"(?<!\w)(?:{words.VOUCHERS})(?:\s?(?:code|codigo|codice|numbers?|nummer|no\.?|nr\.?|is|ist|es|est|e|[:#(\"“„«'-])){{0,3}}\s?$"
)
_BEFORE_VOUCHER: Final = re.compile(rf"[\"”»']?[ -](?:{words.VOUCHERS})(?!\w)")
_SPELLED: Final = 4
"""Letters from which a code begins with a word, as vouchers do ("SUMMER2026")."""
_MACHINES: Final = r"(?P<code>[a-z]{1,2}-?\d{2,3})(?![\w-]|[./]\w)"
"""What machines show: a letter or two, and few digits."""
_SHOWN: Final = (
    re.compile(rf"(?<!\w)(?:{words.SHOWS})(?: (?:{words.BETWEEN})){{0,2}}:? ?[\"“„«']?{_MACHINES}"),
    re.compile(
        rf"(?<![\w-]){_MACHINES}[\"”»']? (?:on|in|at|en|auf|im|am|sur|no|na|nel|sul|sullo|dans)"
        rf" (?:the |la |el |su |dem |der |l'|le |o |il |lo |mi |my )?(?:{words.DISPLAYS})(?!\w)"
    ),
)
_FEW_DIGITS: Final = re.compile(r"[A-Za-z]{1,12}[-_/#]?\d{1,3}")


def of(code: str, folded: str, start: int, end: int) -> str | None:
    """Return the kind of a code with letters that no word names: `reference` as a rule; None for a voucher."""
    named = next((kind for kind, pattern in _PREFIXES.items() if pattern.match(code)), None)
    if named is not None:
        return named
    if _VOUCHER.search(folded[max(0, start - 40) : start]):
        return None
    if code[:_SPELLED].isalpha() and len(code) > _SPELLED and _BEFORE_VOUCHER.match(folded, end):
        return None
    return "reference"


def shown(folded: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each code that a machine shows ("stuck on F-31")."""
    for pattern in _SHOWN:
        yield from (match.span("code") for match in pattern.finditer(folded))


def says_little(code: str) -> bool:
    """Whether a code is as short as those of errors, vouchers and rooms: unless asked for, nobody knows which it is."""
    return _FEW_DIGITS.fullmatch(code) is not None
