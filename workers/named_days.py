"""
The days that words name: "24 November", "03/04", "on the 14th", "next Friday", "übermorgen", "a fin de mes".

Each comes with its place in the folded text. Which ones belong together ("Friday 13 November"), and the hour by them,
is for `moments`.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from workers.words import moments as words

_MONTH: Final = "|".join(f"(?P<m{n}_>{p})" for n, p in words.MONTHS.items())
_DATE = re.compile(
    rf"(?<![\d.,/:])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|o|º|°)?\s?(?:of |de |di |del )?(?:{_MONTH})\b\.?"
    r"(?:,? (?:de )?(?P<year>20\d\d))?"
)
_DATE_US = re.compile(
    rf"\b(?:{_MONTH})\.? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:\d])(?:,? (?P<year>20\d\d))?"
)
_ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_NUMERIC = re.compile(
    r"(?<![\d./,-])(?P<day>\d{1,2})(?:/(?P<month>\d{1,2})(?:/(?P<year>20\d\d|\d\d))?(?!/)"
    r"|\.(?P<month_dot>\d{1,2})\.(?P<year_dot>20\d\d|\d\d)?|-(?P<month_dash>\d{1,2})-(?P<year_dash>20\d\d)"
    r"|(?<=am \d\d)\.(?P<month_de>1[0-2]|0[1-9]))(?![\d%])"
)
_ALWAYS = "24/7"
"""Round the clock, not the 24th of July."""
_ORDINAL_END = rf"\s(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?(?![\d:/%,]|\.\d|\s?(?:€|£|\$|h\b|{words.COUNTED})\b)"
_ORDINALS: Final = {
    language: re.compile(rf"\b(?:{on_the}|{words.ON_THE['en']}){_ORDINAL_END}")
    for language, on_the in words.ON_THE.items()
}
_ORDINAL_OF_ALL = re.compile(rf"\b(?:{'|'.join(words.ON_THE.values())}){_ORDINAL_END}")
_ORDINAL_BUT_LE = re.compile(rf"\b(?!le\b)(?:{'|'.join(words.ON_THE.values())}){_ORDINAL_END}")
_ORDINAL_EN = re.compile(r"\bthe (?P<day>\d{1,2})(?:st|nd|rd|th)\b(?! (?:time|of|floor|order|attempt|edition|century))")
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_WEEKDAY = re.compile("|".join(rf"(?P<d{n}_>\b(?:{p})\b)" for n, p in words.WEEKDAYS.items()))
_NEXT_BEFORE = re.compile(rf"\b(?:{words.NEXT})\s$")
_NEXT_AFTER = re.compile(rf"\s(?:{words.NEXT})\b")
_LAST_BEFORE = re.compile(rf"\b(?:{words.LAST_BEFORE})\s$")
_LAST_AFTER = re.compile(rf"\s(?:{words.LAST_AFTER})\b")
_THIS_BEFORE = re.compile(rf"\b(?:{words.THIS})\s$")
_NOT_TOMORROW = re.compile(rf"(?<!\w)(?:{words.NOT_TOMORROW})(?!\w)")
_DAY_WORDS: Final = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), ahead)
    for pattern, ahead in ((words.DAY_AFTER, 2), (words.TOMORROW, 1), (words.TODAY, 0))
)
_WEEKS: Final = tuple((re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), last) for pattern, last in words.WEEKS)
_OF_MONTHS: Final = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), months, last)
    for pattern, months, last in (
        (words.EARLY_NEXT_MONTH, 1, 10),
        (words.NEXT_MONTH, 1, 31),
        (words.END_OF_MONTH, 0, 31),
    )
)
_END_OF_YEAR = re.compile(rf"(?<!\w)(?:{words.END_OF_YEAR})(?!\w)")
_PART_OF_MONTH = re.compile(
    rf"(?<!\w)(?:(?P<early>{words.EARLY_IN})|(?P<middle>{words.MIDDLE_OF})|(?P<end>{words.END_OF})) ?(?:{_MONTH})\b"
)
_NEXT_WEEK: Final = 7
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that words name, and where they stand. Kinds: date, weekday, day (tomorrow), period (its last day)."""

    start: int
    end: int
    day: date
    kind: str


def find(folded: str, today: date, *, month_first: bool = False, language: str | None = None) -> list[NamedDay]:
    """Return the days that a folded text names, in order; they may lie in the past. "Le 14" is one in French alone."""
    found: list[NamedDay] = []
    # each of the searches is dear, and most sentences have no use for it
    said = set(_WORD.findall(folded))
    days = [*_day_words(folded, today), *(() if said.isdisjoint(words.WEEKDAY_WORDS) else _weekdays(folded, today))]
    named = [
        *_dates(folded, today, month_first, said),
        *(_ordinals(folded, today, language, is_dated=bool(days)) if _DIGIT.search(folded) else ()),
        *(() if said.isdisjoint(words.PERIOD_WORDS) else _periods(folded, today)),
        *days,
    ]
    for each in named:
        if not any(each.start < other.end and other.start < each.end for other in found):
            found.append(each)
    return sorted(found, key=lambda d: d.start)


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _dates(folded: str, today: date, month_first: bool, said: set[str]) -> Iterator[NamedDay]:  # noqa: FBT001 - named by its only caller
    months = not said.isdisjoint(words.MONTH_WORDS)
    for match in _PART_OF_MONTH.finditer(folded) if months else ():
        yield from _of_month(match, today, 10 if match["early"] else 20 if match["middle"] else 31)
    if not _DIGIT.search(folded):
        return
    for match in (*_DATE.finditer(folded), *_DATE_US.finditer(folded)) if months else ():
        yield from _as_date(match, match["year"], _month_of(match), int(match["day"]), today)
    for match in _ISO.finditer(folded):
        yield from _as_date(match, match["year"], int(match["month"]), int(match["day"]), today)
    for match in _NUMERIC.finditer(folded):
        if match.group() != _ALWAYS:
            yield from _numeric(match, today, month_first)


def _ordinals(folded: str, today: date, language: str | None, *, is_dated: bool) -> Iterator[NamedDay]:
    pattern = _ORDINALS.get(language or "", _ORDINAL_BUT_LE if is_dated else _ORDINAL_OF_ALL)
    for match in (*pattern.finditer(folded), *_ORDINAL_EN.finditer(folded)):
        day = int(match["day"])
        month = today.month + (day < today.day)
        yield from _as_date(match, None, (month - 1) % 12 + 1, day, today)


def _numeric(match: re.Match[str], today: date, month_first: bool) -> Iterator[NamedDay]:  # noqa: FBT001 - as above
    day, month = int(match["day"]), int(next(m for m in match.group(2, 4, 6, 8) if m))
    year = match["year"] or match["year_dot"] or match["year_dash"]
    if match["month"] and ((month_first and day <= 12) or month > 12):  # noqa: PLR2004 - a year has so many months
        day, month = month, day
    yield from _as_date(match, year, month, day, today)


def _month_of(match: re.Match[str]) -> int:
    return next(n for n in words.MONTHS if match[f"m{n}_"])


def _as_date(match: re.Match[str], year: str | None, month: int, day: int, today: date) -> Iterator[NamedDay]:
    """Yield the day; without a year the one that comes next. Nothing where there is no such day, or it is far off."""
    number = int(year) + (2000 if len(year) == 2 else 0) if year else today.year  # noqa: PLR2004 - two digits
    try:
        result = date(number, month, day)
        if not year and (today - result).days > 180:  # noqa: PLR2004 - half a year back means the next one
            result = date(number + 1, month, day)
    except ValueError:
        return
    if (result - today).days < 366:  # noqa: PLR2004 - a year
        yield NamedDay(*match.span(), result, "date")


def _of_month(match: re.Match[str], today: date, last: int) -> Iterator[NamedDay]:
    month = _month_of(match)
    year = today.year + (month < today.month)
    yield NamedDay(*match.span(), date(year, month, min(last, calendar.monthrange(year, month)[1])), "period")


def _periods(folded: str, today: date) -> Iterator[NamedDay]:
    for pattern, last in _WEEKS:
        for match in pattern.finditer(folded):
            day = monday_of(today) + timedelta(days=last)
            # "Mid-week", said on a Friday, is the next one's.
            yield NamedDay(*match.span(), day if day >= today else day + _WEEK, "period")
    for pattern, months, last in _OF_MONTHS:
        for match in pattern.finditer(folded):
            year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
            days = calendar.monthrange(year, month + 1)[1]
            yield NamedDay(*match.span(), date(year, month + 1, min(last, days)), "period")
    for match in _END_OF_YEAR.finditer(folded):
        yield NamedDay(*match.span(), date(today.year, 12, 31), "period")


def _day_words(folded: str, today: date) -> Iterator[NamedDay]:
    not_tomorrow = [m.span() for m in _NOT_TOMORROW.finditer(folded)]
    for pattern, ahead in _DAY_WORDS:
        for match in pattern.finditer(folded):
            if ahead == 1 and any(start <= match.start() < end for start, end in not_tomorrow):
                continue
            yield NamedDay(*match.span(), today + timedelta(days=ahead), "day")


def _weekdays(folded: str, today: date) -> Iterator[NamedDay]:
    for match in _WEEKDAY.finditer(folded):
        ahead = (int((match.lastgroup or "d0_")[1:-1]) - today.weekday()) % 7
        before = folded[max(0, match.start() - 14) : match.start()]
        if _LAST_BEFORE.search(before) or _LAST_AFTER.match(folded, match.end()):
            continue
        if _NEXT_BEFORE.search(before) or _NEXT_AFTER.match(folded, match.end()):
            ahead += _NEXT_WEEK
        elif not ahead and not _THIS_BEFORE.search(before):
            # "On Wednesday", said on a Wednesday, is a week ahead.
            ahead = _NEXT_WEEK
        yield NamedDay(*match.span(), today + timedelta(days=ahead), "weekday")
