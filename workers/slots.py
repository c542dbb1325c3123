"""
What an errand needs besides numbers and names: day, time, how many, from where, to where, which place, with whom.

These serve the flags: said in passing they tell an agent nothing, so they are shown only as answers to a question.
"""

import re
from collections.abc import Iterator
from typing import Final

from workers.cleaning import Message
from workers.names import Span
from workers.words import slots as words
from workers.words.facts import MONTHS
from workers.words.names import NO_NAMES

KINDS: Final = (
    *("day", "time", "quantity", "place_from", "place_to", "place", "room_number", "doctor", "host", "symptom"),
    *("price_range", "item", "end_time", "location"),
)

_UP = "[A-ZÀ-ÖØ-Þ]"
_PHRASE: Final = re.compile(
    rf"(?P<quote>['\"“‘]?)(?:[Tt]he )?{_UP}[\w'’&-]*(?:(?: and| of| on| de| del| la| y| &)? {_UP}[\w'’&-]*){{0,4}}"  # noqa: RUF001 - typographic quotation marks
)
_COMMON: Final = re.compile(rf"(?:{words.COMMON_PLACES})(?!\w)")
_DAY: Final = re.compile(rf"(?<!\w)(?:{words.DAYS}|{words.ORDINAL_DAYS})(?!\w)")
_TODAY: Final = re.compile(words.TODAY)
_TIME: Final = re.compile(rf"(?<![\w.,])(?:{words.TIMES})")
_QUANTITY: Final = re.compile(
    rf"(?<![\w.,])(?:{words.NUMBERS}) (?:more |other |\w+ )??(?:{words.PEOPLE}|{words.THINGS})(?!\w)"
    rf"|(?<!\w)(?:{words.COUNT_ALONE.replace('{numbers}', words.NUMBERS)})(?: {words.PEOPLE})?(?!\w| ?(?:am|pm|uhr|:))"
    rf"|(?<!\w)for (?:{words.NUMBERS})(?= (?:at|on|for|people|tonight|today|tomorrow|please|dinner|lunch)|[.,!?]|$)"
)
_FROM: Final = re.compile(rf"(?<!\w)(?:{words.PLACE_FROM}) ")
_TO: Final = re.compile(rf"(?<!\w)(?:{words.PLACE_TO}) ")
_HERE: Final = re.compile(rf"(?<!\w)(?:{words.HERE}) ")
_AND_TO: Final = re.compile(r"['\"”’]? (?:to|until|a|nach|para|vers|ate) ")  # noqa: RUF001 - typographic quotation marks
_AT: Final = re.compile(rf"(?<!\w)(?:{words.PLACE_BEFORE}) ?")
_VENUE: Final = re.compile(rf"(?:^|.* )(?:{words.VENUES})$|^(?:the )?(?:{words.VENUES}) ")
_QUOTED: Final = re.compile(rf"['\"‘“]({_UP}[\w &]{{2,30}})['\"’”]? to ['\"‘“]?({_UP}[\w &]{{2,30}})")  # noqa: RUF001 - typographic quotation marks
_JOURNEY: Final = re.compile(rf"(?<!\w){words.JOURNEY}(?!\w)")
_ROOM: Final = re.compile(rf"(?<!\w){words.ROOM}(?!\w)")
_DOCTOR: Final = re.compile(rf"(?<!\w){words.DOCTOR} ")
_HOST: Final = re.compile(rf"(?<!\w){words.HOST} ")
_HOSTED: Final = re.compile(
    rf"(?<![\w-])({_UP}[\w-]{{1,30}})(?:(?:'|’)?s (?:{words.PARTY})| is (?:the host|hosting|having))"  # noqa: RUF001 - the curly apostrophe of names
)
_SYMPTOM: Final = re.compile(rf"(?<!\w){words.SYMPTOMS}(?!\w)")
_PRICE: Final = re.compile(rf"(?<!\w)(?:{words.PRICE_LIMIT}|{words.PRICES})(?!\w)")
_MILEAGE: Final = re.compile(rf"(?<![\w.,])(?:{words.MILEAGE})")
_NAMED: Final = re.compile(r"[\"“„«]\s?([^\"“”„«»\n]{2,40}?)\s?[\"”“»]")
_DATE_WORD: Final = re.compile(rf"(?:{MONTHS}|{words.DAYS})(?!\w)")


def find(message: Message) -> Iterator[Span]:
    """Yield what a message says for an errand."""
    folded, body = message.folded, message.body
    yield from (("day", *m.span(), 0.4 if _TODAY.search(m.group()) else 0.7) for m in _DAY.finditer(folded))
    yield from (("quantity", *m.span(), 0.7) for m in _QUANTITY.finditer(folded))
    yield from (("symptom", *m.span(), 0.7) for m in _SYMPTOM.finditer(folded))
    yield from (("price_range", *m.span(), 0.6) for m in _PRICE.finditer(folded))
    if any(c.isdigit() for c in folded):
        yield from (("time", *m.span(), 0.7) for m in _TIME.finditer(folded))
        yield from (("room_number", *m.span("room"), 0.8) for m in _ROOM.finditer(folded))
        yield from (("mileage", *m.span(), 0.8) for m in _MILEAGE.finditer(folded))
    yield from (("item", *m.span(1), 0.6) for m in _NAMED.finditer(body))
    yield from _places(folded, body)
    yield from _people(folded, body)


def _places(folded: str, body: str) -> Iterator[Span]:
    for match in _FROM.finditer(folded):
        if place := _place(folded, body, match.end()):
            yield "place_from", *place, 0.7
            onward = _AND_TO.match(folded, place[1])
            if onward and (goal := _place(folded, body, onward.end())):
                yield "place_to", *goal, 0.7
    for kind, pattern in (("place_to", _TO), ("place_from", _HERE), ("place", _AT)):
        for match in pattern.finditer(folded):
            if place := _place(folded, body, match.end(), common=kind != "place"):
                yield kind, *place, 0.7
    for match in (*_JOURNEY.finditer(folded), *_QUOTED.finditer(body)):
        yield "place_from", *match.span(1), 0.6
        yield "place_to", *match.span(2), 0.6
    venues = (m for m in _PHRASE.finditer(body) if " " in m.group() and _VENUE.match(folded[m.start() : m.end()]))
    yield from (("place", *m.span(), 0.7) for m in venues)


def _place(folded: str, body: str, at: int, *, common: bool = True) -> tuple[int, int] | None:
    """Return where a place's name begins and ends, if one stands here: capitalised, or one that everybody has."""
    known = _COMMON.match(folded, at) if common else None
    if known:
        return known.span()
    name = _PHRASE.match(body, at)
    if name is None or _DATE_WORD.match(folded, name.start()):
        return None
    first = folded[name.start() : name.end()].split(maxsplit=1)[0]
    shouted = name.group().isupper()  # "RSVP" is no place
    return None if shouted or (first in NO_NAMES and first != "the") else (name.end("quote"), name.end())


def _people(folded: str, body: str) -> Iterator[Span]:
    for kind, pattern in (("doctor", _DOCTOR), ("host", _HOST)):
        for match in pattern.finditer(folded):
            name = _PHRASE.match(body, match.end())
            if name and folded[name.start() : name.end()].split(maxsplit=1)[0] not in NO_NAMES:
                yield kind, match.start() if kind == "doctor" else name.start(), name.end(), 0.8
    yield from (("host", *m.span(1), 0.7) for m in _HOSTED.finditer(body))
