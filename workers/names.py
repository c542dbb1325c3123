"""Names that people give as their own, and postal addresses."""

import re
from collections.abc import Iterator
from typing import Final

from workers.cleaning import Message
from workers.words import names as words
from workers.words.slots import VENUES

Span = tuple[str, int, int, float]
"""Kind, start, end, confidence."""

_SAYS: Final = re.compile(rf"(?<!\w){words.SAYS_NAME}[ :]+")
_BOOKED: Final = re.compile(rf"(?<!\w){words.BOOKED_FOR}[ :]+")
_IS: Final = re.compile(rf"(?<!\w){words.IS_NAME} ")
_NAME: Final = re.compile(
    r"[^\W\d_][\w'’·-]+"  # noqa: RUF001 - the curly apostrophe of names
    r"(?: (?:(?:de|da|do|dos|del|di|van|von|der|la|le) ){0,2}[^\W\d_a-z][\w'’·-]*){0,3}"  # noqa: RUF001 - as above
)
_AFTER: Final = re.compile(words.AFTER_NAME)
_ADDRESSES: Final = tuple(
    re.compile(p) for p in (rf"(?<![\w/]){words.STREET_FIRST}", words.NUMBER_FIRST, words.GERMAN_STREET)
)
_POSTCODE: Final = re.compile(words.POSTCODES)
_FILLER: Final = re.compile(rf"(?:\s*{words.BEFORE_NAME}\b[\s,.!:;-]*)+")
_VENUE: Final = re.compile(rf"(?<!\w)(?:{VENUES})$")
_ABBREVIATED: Final = re.compile(r" (?:st|rd|ave|ln|blvd)\.$")
_SMALL: Final = ("of", "the", "de", "du", "la", "des", "le", "and", "on")
_FRENCH_STREETS: Final = (
    "rue",
    "avenue",
    "boulevard",
    "bd",
    "place",
    "chemin",
    "allée",
    "allee",
    "impasse",
    "quai",
    "cours",
    "bis",
    "ter",
)
MOST_WORDS: Final = 4
"""Words of a longest bare name ("Ana Maria de Souza")."""


def find(message: Message) -> Iterator[Span]:
    """Yield the names that a message gives as its writer's, and its addresses and postcodes."""
    folded, body = message.folded, message.body
    shouted = not any(c.isupper() for c in body)
    for pattern, sure in ((_SAYS, 0.9), (_BOOKED, 0.7)):
        for match in pattern.finditer(folded):
            name = _NAME.match(body, match.end())
            if name and _may_be_name(name.group(), folded, name.start()):
                if name.group()[0].isupper():
                    yield "name", *name.span(), sure
                elif shouted or sure > 0.8:  # noqa: PLR2004 - "my name is mark" in a chat
                    end = name.start() + len(name.group().split()[0])
                    yield "name", name.start(), end, sure - 0.1
    for match in _IS.finditer(folded):
        name = _NAME.match(body, match.end())
        if name and name.group()[0].isupper() and _may_be_name(name.group(), folded, name.start()):
            alone = " " not in name.group()
            loose = match.group().startswith(("it", "this", "c'", "es", "still"))
            if not alone or (not loose and _AFTER.match(folded, name.end()) and "ich bin" not in match.group()):
                yield "name", *name.span(), 0.85 if not alone else 0.8
    if any(c.isdigit() for c in folded):
        yield from _places(folded, body)


def answer(text: str, folded: str) -> tuple[int, int] | None:
    """Return where the name stands in the answer to "your name?"; None where the answer gives none."""
    lead = _FILLER.match(folded)
    name = _NAME.match(text, lead.end() if lead else len(text) - len(text.lstrip()))
    if name is None or not _may_be_name(name.group(), folded, name.start()):
        return None
    if not name.group()[0].isupper() and len(text.split()) > MOST_WORDS:
        return None
    if name.group()[0].isupper() and not _AFTER.match(folded, name.end()) and " " not in name.group():
        return None
    return name.span()


def _may_be_name(name: str, folded: str, start: int) -> bool:
    first = folded[start : start + len(name.split(maxsplit=1)[0])]
    if _VENUE.search(folded[start : start + len(name)]):
        return False
    return first.strip("'’") not in words.NO_NAMES and len(first) > 1  # noqa: RUF001 - the curly apostrophe of names


def _places(folded: str, body: str) -> Iterator[Span]:
    found: list[tuple[int, int]] = []
    for pattern in _ADDRESSES:
        for match in pattern.finditer(folded):
            if not any(a < match.end() and match.start() < b for a, b in found) and _is_named(body, *match.span()):
                found.append(match.span())
                stop = match.end() - (body[match.end() - 1] == "." and not _ABBREVIATED.search(match.group()))
                yield "address", match.start(), stop, 0.8
    for match in _POSTCODE.finditer(body):
        if not any(a < match.end() and match.start() < b for a, b in found):
            yield "postcode", *match.span(), 0.8


def _is_named(body: str, start: int, end: int) -> bool:
    """Whether what looks like a street is capitalised as one: "4 still stop at Mill Lane" is not."""
    first, *rest = body[start:end].partition(",")[0].split()
    if first[0].isdigit() and rest and rest[0] not in _FRENCH_STREETS:
        return all(w[0].isupper() or w in _SMALL for w in rest)
    return first[0].isupper() or any(w[0].isupper() for w in rest)
