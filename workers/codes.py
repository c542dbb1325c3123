"""Tokens that number something, and what the words in front of one say that it numbers."""

import re
from collections.abc import Iterator
from typing import Final

from workers.words import facts as words

_CODE = re.compile(
    r"(?<![\w/.@-])#?(?:[A-Za-z]{1,6}[-_/#]?\d\w{0,30}(?:[-/]\w{0,20}\d\w{0,20}){0,6}"
    r"|[A-Za-z]{2,6}(?:-[A-Za-z0-9]{2,8}){0,2}-\d\w{0,30}"
    r"|\d{4,30}(?:-\d{1,20}){0,6}|\d{3}(?: \d{3}){2,3})(?![\w@]|\.\w)"
)
_LABEL_NUMBER = (
    r"(?:\s*(?:numbers?|no\.?|nr\.?|num(?:ero)?\.?|id|ref(?:erence|erencia)?\.?|n[°º]\.?|code|:|#"
    r"|is|es|ist|est|e|lautet|-|\(|de|della?|d'))*\s*$"
)
_LABELS: Final = {kind: re.compile(rf"(?<!\w)(?:{pattern})" + _LABEL_NUMBER) for kind, pattern in words.LABELS.items()}
_SHORT: Final = re.compile(
    rf"(?<!\w)(?:{words.SHORT_LABELS})(?: (?:numbers?|no\.?|nr\.?|id|code|is|:|#|ist|es|est|e))*:? ?"
    r"#?(?P<code>\d{2,3})(?![\w:.,/%-])"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


def codes(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield every code-like token of a text that could number something, as (code, start, end); years are none."""
    for match in _CODE.finditer(text):
        if not _YEAR.fullmatch(match.group()):
            yield match.group().lstrip("#").replace(" ", "").upper(), match.start(), match.end()


def label_of(folded: str, start: int) -> str | None:
    """Return the kind that the words in front of a code name ("order", "Rechnung"), or None."""
    before = folded[max(0, start - 40) : start]
    places = {kind: match.start() for kind, pattern in _LABELS.items() if (match := pattern.search(before))}
    return max(places, key=lambda kind: places[kind], default=None)


def short(folded: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the two or three digits that number a flight or a ride ("flight 172", "ride ID 16")."""
    for match in _SHORT.finditer(folded):
        yield match.span("code")
