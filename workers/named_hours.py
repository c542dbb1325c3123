"""
The hours that words name: "by 3pm", "halb drei", "tra le 10 e le 12", "mañana por la tarde", "bis Geschäftsschluss".

Each comes with its place in the folded text. Which day it belongs to is for `moments`. An hour at which something only
begins ("after four", "from 9 to 11") is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Final

from workers.words import moments as words

END_OF_DAY: Final = time(23, 59, 59)
NOON: Final = time(12)
AFTERNOON: Final = time(18)
_DIGIT = re.compile(r"\d")
_HOUR_WORDS: Final = frozenset(w for w, n in words.NUMBERS.items() if 2 <= n <= 23 and " " not in w)  # noqa: PLR2004 - a day
_ONES: Final = frozenset({"una", "eins", "une", "uma", "one"})
_HOUR_WORD = "|".join(sorted(_HOUR_WORDS, key=len, reverse=True))
_HALF = r"am(?! (?:\w*tag\w*|mittwoch\w*|telefon|\d))|pm|a\.m\.?|p\.m\.?"
"""The half of the day; German "am Freitag" is none."""
_AT = re.compile(
    rf"\b(?:(?P<off>{'|'.join(words.OFF_THE_HOUR)})\s)?(?:(?P<hour>\d{{1,2}})|(?P<word>{_HOUR_WORD}|{words.ONE}))"
    rf"(?:(?:[:.]|\s?h\s?|\s(?:e|y|et)\s(?=25|[3-5]))(?P<minute>[0-5]\d)(?!\d))?\s?(?P<half>{_HALF})?"
    rf"(?P<mark>\s?(?:{words.HOUR_WORDS})\b(?: (?P<more>[0-5]\d)(?![\d./:%]|\s?(?:{words.COUNTED})\b))?)?(?![\d/%-])"
    rf"(?:\s?(?:(?P<half_past>{words.HALF_PAST})|(?P<quarter_past>{words.QUARTER_PAST})"
    rf"|(?P<quarter_to>{words.QUARTER_TO}))\b)?"
)
_MARK_BEFORE = re.compile(rf"\b(?:{words.MARK_BEFORE})\s$")
_BARE_AT = re.compile(rf"\b(?:{words.BARE_AT})(?: (?:{words.ABOUT}))?\s?$")
_NOT_BEFORE = re.compile(rf"\b(?:{words.NOT_BEFORE})(?: (?:{words.ABOUT}|ore))?\s?$")
_AT_BEFORE = re.compile(rf"\b(?:{words.AT})(?: (?:{words.ABOUT}))?\s?$")
_COUNTED = re.compile(rf"\s?(?:[€£$%.,]\d|[€£$%]|(?:{words.COUNTED})\b)")
_PARTS: Final = tuple(
    (re.compile(rf"(?:(?<!\w)|(?<=tag)|(?<=woch))(?:{pattern})(?!\w)"), at)
    for pattern, at in (
        (words.NOON, NOON),
        (words.MIDNIGHT, END_OF_DAY),
        (words.AFTERNOON, AFTERNOON),
        (words.MORNING, NOON),
        (words.EVENING, END_OF_DAY),
    )
)
_AFTER_IN = re.compile(rf"\b(?:{words.IN_PART})\s?$")
_BEGINS_IN = re.compile(rf"(?:{words.IN_PART})\b")
_CLOSE = re.compile(rf"(?<!\w)(?:{words.CLOSE})(?!\w)")
_REACH: Final = 40
"""Characters before an hour that its preposition lies in."""


@dataclass(frozen=True, slots=True)
class NamedHour:
    """An hour, a part of the day or the close of business: `at` is None for the last."""

    start: int
    end: int
    at: time | None
    stands_alone: bool
    """Whether it names a time without a day by it."""
    is_part: bool = False
    """A part of the day, whose end `at` is; an hour by it says more."""


def find(folded: str, heard: set[str], taken: Sequence[tuple[int, int]]) -> Iterator[NamedHour]:
    """Yield the hours that a folded text of these words names, where nothing else is taken to stand."""
    for match in _CLOSE.finditer(folded):
        yield NamedHour(*match.span(), None, stands_alone=True)
    for match in _AT.finditer(folded) if _DIGIT.search(folded) or not heard.isdisjoint(_HOUR_WORDS | _ONES) else ():
        found = _hour(match, folded)
        place = _place(match)
        if found and is_free(place, match.end(), taken):
            yield NamedHour(place, match.end(), *found)
    for pattern, at in _PARTS:
        for match in pattern.finditer(folded):
            alone = bool(_AFTER_IN.search(_before(folded, match.start())) or _BEGINS_IN.match(match.group()))
            yield NamedHour(*match.span(), at, alone, is_part=True)


def _hour(match: re.Match[str], folded: str) -> tuple[time, bool] | None:
    """Return the hour and whether it stands alone: a number is one if written so, or after a word for "at"."""
    before = _before(folded, _place(match))
    marked = bool(
        match["off"]
        or match["half"]
        or match["mark"]
        or (match["minute"] and folded[match.start("minute") - 1] != ".")
        or _MARK_BEFORE.search(before)
    )
    if _NOT_BEFORE.search(before):
        return None
    at_before = bool(_AT_BEFORE.search(before))
    if not marked and not (_BARE_AT.search(before) and (match["minute"] or not _COUNTED.match(folded, match.end()))):
        return None
    at = _on_the_dial(match)
    return (at, marked and at_before) if at else None


def _before(folded: str, place: int) -> str:
    return folded[max(0, place - _REACH) : place]


def _place(match: re.Match[str]) -> int:
    return min(match.start(name) for name in ("off", "hour", "word") if match[name])


def _on_the_dial(match: re.Match[str]) -> time | None:
    """Return the latest time of the day that an hour can mean: "five" is 17:00; None where there is no such hour."""
    half = match["half"] or ""
    hour = int(match["hour"]) if match["hour"] else words.NUMBERS[match["word"]]
    if half.startswith("a") and hour == 12:  # noqa: PLR2004 - midnight
        return END_OF_DAY
    minute = int(match["minute"] or match["more"] or 0) + words.OFF_THE_HOUR.get(match["off"], 0)
    minute += 30 if match["half_past"] else 15 if match["quarter_past"] else -15 if match["quarter_to"] else 0
    hour, minute = divmod(hour * 60 + minute, 60)
    if (half.startswith("p") and hour < 12) or (not half and (1 <= hour <= 6 or (minute and hour == 0))):  # noqa: PLR2004 - "at five" is no morning
        hour += 12
    return time(hour, minute) if 0 <= hour < 24 else None  # noqa: PLR2004 - a day has so many


def is_free(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a place of the text overlaps with none of those that are taken."""
    return not any(start < stop and begin < end for begin, stop in taken)
