"""
National ids: of Spain, Italy, France, Germany and Brazil by their check digits, of the UK and the US by their form.

Each rule is the issuing state's own; what has no check digit needs a form that nothing else has, or its name before it
(`words.sensitive.IDENTITY_CARD`).
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

_SPANISH_LETTERS: Final = "TRWAGMYFPDXBNJZSQVHLCKE"
_ITALIAN_ODD: Final = dict(
    zip(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        (*(1, 0, 5, 7, 9, 13, 15, 17, 19, 21), *(1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8),
         *(12, 14, 16, 10, 22, 25, 24, 23)),
        strict=True,
    )
)  # fmt: skip # the table of the Italian decree, as it is printed there


def find(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each national id."""
    for pattern, holds in _RULES:
        for match in pattern.finditer(text):
            if holds(re.sub(r"[ .-]", "", match.group()).upper()):
                yield match.span()


def _is_spanish(number: str) -> bool:
    """DNI and NIE: the letter is the number modulo 23; X, Y and Z stand for 0, 1 and 2."""
    digits = number[:-1].translate(str.maketrans("XYZ", "012"))
    return _SPANISH_LETTERS[int(digits) % 23] == number[-1]


def _is_italian(code: str) -> bool:
    """Codice fiscale: characters in odd places by a table, in even places by their value; the sum modulo 26."""
    total = sum(_ITALIAN_ODD[c] for c in code[:15:2])
    total += sum(int(c) if c.isdigit() else ord(c) - 65 for c in code[1:15:2])
    return chr(65 + total % 26) == code[15]


def _is_french(number: str) -> bool:
    """NIR: the key is 97 less the number modulo 97; the Corsican departments 2A and 2B count as 19 and 18."""
    digits = number[:13].replace("2A", "19").replace("2B", "18")
    return digits.isdigit() and 97 - int(digits) % 97 == int(number[13:])


def _is_german(number: str) -> bool:
    """Steuer-ID: exactly one digit of the first ten stands twice or three times; check digit of ISO 7064 MOD 11,10."""
    counts = sorted(number[:10].count(c) for c in set(number[:10]))
    if counts[-1] not in (2, 3) or (len(counts) > 1 and counts[-2] > 1):
        return False
    product = 10
    for c in number[:10]:
        product = 2 * ((int(c) + product) % 10 or 10) % 11
    return (11 - product) % 10 == int(number[10])


def _is_brazilian(number: str) -> bool:
    """CPF: two check digits modulo 11, weights counted down to 2."""
    if len(set(number)) == 1:
        return False
    for length in (9, 10):
        total = sum(int(c) * (length + 1 - place) for place, c in enumerate(number[:length]))
        if total * 10 % 11 % 10 != int(number[length]):
            return False
    return True


def _is_british(number: str) -> bool:
    return number[:2] not in ("BG", "GB", "NK", "KN", "TN", "NT", "ZZ")


def _is_american(number: str) -> bool:
    return number[:3] not in ("000", "666") and number[0] != "9" and number[3:5] != "00" and number[5:] != "0000"


_RULES: Final[tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...]] = (
    (re.compile(r"(?<![\w-])(?:\d{2}\.?\d{3}\.?\d{3}|[XYZ]-?\d{7})[ -]?[A-Z](?![\w-])", re.IGNORECASE), _is_spanish),
    (re.compile(r"\b[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z]\b", re.IGNORECASE), _is_italian),
    (re.compile(r"(?<![\w-])[12] ?\d\d ?\d\d ?(?:\d\d|2[AB]) ?\d{3} ?\d{3} ?\d\d(?![\w-])", re.IGNORECASE), _is_french),
    (re.compile(r"(?<![\w.,+-])[1-9]\d ?\d{3} ?\d{3} ?\d{3}(?![\w-]|[.,]\d)"), _is_german),
    (re.compile(r"(?<![\w.,+-])\d{3}\.\d{3}\.\d{3}-\d\d(?!\w)|(?<=CPF )\d{11}(?!\w)"), _is_brazilian),
    (re.compile(r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b"), _is_british),
    (re.compile(r"(?<![\w-])\d{3}[- ]\d\d[- ]\d{4}(?![\w-])"), _is_american),
)
