"""
When a sentence's words say: "by Friday", "within two working days", "mañana por la mañana", "bis 12 Uhr".

Resolved in the customer's time zone, from the moment of writing, to UTC. Where words leave room ("next Friday", "two to
three days", a day without an hour), the latest reading counts: overdue is only what nobody could call on time.
"""

import calendar
import functools
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workers.words import moments as words

_END_OF_DAY: Final = time(23, 59, 59)
_MONTH: Final = "|".join(f"(?P<m{n}_>{p})" for n, p in words.MONTHS.items())
_DATE = re.compile(
    rf"(?<![\d.,/:])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|o)?\s?(?:of |de |di |del )?(?:{_MONTH})\b\.?"
    r"(?:,? (?:de )?(?P<year>20\d\d))?"
)
_DATE_US = re.compile(rf"\b(?:{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:\d])(?:,? (?P<year>20\d\d))?")
_ISO = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
_NUMERIC = re.compile(r"(?<![\d./,])(\d{1,2})(?:/(\d{1,2})(?:/(20\d\d|\d\d))?|\.(\d{1,2})\.(20\d\d|\d\d)?)(?![\d%])")
_WEEKDAY = re.compile("|".join(rf"(?P<d{n}_>\b(?:{p})\b)" for n, p in words.WEEKDAYS.items()))
_NEXT = re.compile(rf"\b(?:{words.NEXT})\b")
_NUMBER = r"(?:\d{1,3}|" + "|".join(sorted((w for w in words.NUMBERS if not w.isdigit()), key=len, reverse=True)) + ")"
_UNIT: Final = "|".join(f"(?P<{unit}>{p})" for unit, p in words.UNITS.items())
_WITHIN = re.compile(
    rf"\b(?:{words.WITHIN}) (?:(?:{_NUMBER})\s?(?:-|to|or|bis|oder|a|o|ou|y|e|et)\s?)?"
    rf"(?P<number>{_NUMBER})\s?(?:{_UNIT})\b"
)
_AT = re.compile(
    rf"(?:\b(?:{words.AT})\s?|- ?|, ?|\b)(?P<hour>\d{{1,2}})(?:[:.h](?P<minute>[0-5]\d))?\s?"
    rf"(?P<half>am|pm|a\.m\.|p\.m\.)?(?P<mark>\s?(?:{words.HOUR_WORDS})\b)?(?![\d/%-])"
)
_BARE_AT = re.compile(rf"\b(?:{words.BARE_AT})\s?$")
_COUNTED = re.compile(rf"\s?(?:[€£$%.,]\d|[€£$%]|(?:{words.COUNTED})\b)")
_WORDS: Final = {
    name: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")
    for name, pattern in (
        ("day_after", words.DAY_AFTER),
        ("tomorrow", words.TOMORROW),
        ("today", words.TODAY),
        ("next_week", words.NEXT_WEEK),
        ("this_week", words.THIS_WEEK),
        ("end_of_month", words.END_OF_MONTH),
    )
}
_NOT_TOMORROW = re.compile(rf"(?<!\w)(?:{words.NOT_TOMORROW})(?!\w)")
_PARTS: Final = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), at)
    for pattern, at in ((words.NOON, time(12)), (words.MORNING, time(12)), (words.AFTERNOON, time(18)))
)
_FRIDAY: Final = 4


@dataclass(frozen=True, slots=True)
class Moment:
    """A time that words name: where they stand in the folded text, and the latest moment they can mean, in UTC."""

    start: int
    end: int
    due: datetime


@functools.cache
def zone_of(name: str) -> ZoneInfo:
    """Return an IANA time zone; UTC where the name is unknown, since a helpdesk's profile may hold anything."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def find(folded: str, at: datetime, time_zone: str) -> Moment | None:
    """Return the latest moment after `at` that a folded sentence names, or None."""
    zone = zone_of(time_zone)
    local = at.astimezone(zone)
    if match := _WITHIN.search(folded):
        due = _after(local, match)
        return Moment(*match.span(), due.astimezone(UTC)) if due else None
    named = _day(folded, local)
    if named is None:
        return None
    start, end, day, given_weekday = named
    hour, stop = _hour(folded, start, end)
    due = datetime.combine(day, hour or _END_OF_DAY, zone)
    if due <= local:
        if not given_weekday or day != local.date():
            return None
        due += timedelta(days=7)
    return Moment(start, max(end, stop), due.astimezone(UTC))


def _after(local: datetime, match: re.Match[str]) -> datetime | None:
    word = match.group("number")
    number = int(word) if word.isdigit() else words.NUMBERS[word]
    if match.group("minutes"):
        return local + timedelta(minutes=number)
    if match.group("hours"):
        return local + timedelta(hours=number)
    if match.group("working_days"):
        return datetime.combine(add_working_days(local.date(), number), _END_OF_DAY, local.tzinfo)
    days = number * (7 if match.group("weeks") else 1)
    return datetime.combine(local.date() + timedelta(days=days), _END_OF_DAY, local.tzinfo)


def add_working_days(day: date, count: int) -> date:
    """Return the day that is `count` working days (Monday to Friday) after `day`."""
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() <= _FRIDAY
    return day


def _day(folded: str, local: datetime) -> tuple[int, int, date, bool] | None:
    """Return (start, end, day, by weekday alone) of the last day that is named."""
    today = local.date()
    dates = [found for found in (*_dates(folded, today),) if found[2] >= today]
    if dates:
        return (*max(dates, key=lambda d: d[2]), False)
    if match := _WORDS["day_after"].search(folded):
        return *match.span(), today + timedelta(days=2), False
    if match := _WORDS["next_week"].search(folded):
        return *match.span(), today + timedelta(days=6 - today.weekday() + 5), False
    # "Friday 13 November" of the past is not the Friday to come.
    past = [found[0] for found in _dates(folded, today) if found[2] < today]
    weekdays = [m for m in _WEEKDAY.finditer(folded) if not any(0 <= p - m.end() <= 5 for p in past)]  # noqa: PLR2004 - a few letters
    tomorrow = next(
        (m for m in _WORDS["tomorrow"].finditer(folded) if not _inside(_NOT_TOMORROW, folded, m.start())), None
    )
    if tomorrow:
        return *tomorrow.span(), today + timedelta(days=1), False
    if weekdays:
        match = weekdays[-1]
        ahead = (int((match.lastgroup or "d0_")[1:-1]) - today.weekday()) % 7
        # "On Wednesday", said on a Wednesday, is a week ahead, unless the day is called today as well.
        if _NEXT.search(folded, max(0, match.start() - 12), match.end() + 14) or (
            not ahead and not _WORDS["today"].search(folded)
        ):
            ahead += 7
        return *match.span(), today + timedelta(days=ahead), True
    if match := _WORDS["today"].search(folded):
        return *match.span(), today, False
    if match := _WORDS["this_week"].search(folded):
        return *match.span(), today + timedelta(days=6 - today.weekday()), False
    if match := _WORDS["end_of_month"].search(folded):
        return *match.span(), today.replace(day=calendar.monthrange(today.year, today.month)[1]), False
    return None


def _inside(pattern: re.Pattern[str], folded: str, place: int) -> bool:
    return any(m.start() <= place < m.end() for m in pattern.finditer(folded))


def _dates(folded: str, today: date) -> list[tuple[int, int, date]]:
    if not any(c.isdigit() for c in folded):
        return []
    found = []
    for pattern in (_DATE, _DATE_US):
        for match in pattern.finditer(folded):
            month = next(n for n in words.MONTHS if match.group(f"m{n}_"))
            found.append((match.span(), match.group("year"), month, int(match.group("day"))))
    found += [(m.span(), m.group(1), int(m.group(2)), int(m.group(3))) for m in _ISO.finditer(folded)]
    for match in _NUMERIC.finditer(folded):
        month = int(match.group(2) or match.group(4))
        found.append((match.span(), match.group(3) or match.group(5), month, int(match.group(1))))
    days = [(span, _calendar_day(year, month, day, today)) for span, year, month, day in found]
    return [(*span, day) for span, day in days if day]


def _calendar_day(year: str | None, month: int, day: int, today: date) -> date | None:
    """Return the day; without a year the one that comes next. None where there is no such day, or it is far off."""
    number = int(year) + (2000 if len(year) == 2 else 0) if year else today.year  # noqa: PLR2004 - two digits
    try:
        result = date(number, month, day)
        if not year and (today - result).days > 180:  # noqa: PLR2004 - half a year back means the next one
            result = date(number + 1, month, day)
    except ValueError:
        return None
    return result if (result - today).days < 366 else None  # noqa: PLR2004 - a year


def _hour(folded: str, start: int, end: int) -> tuple[time | None, int]:
    """Return the hour that stands by a named day, and where its words end; None where no hour is named."""
    best: tuple[time | None, int] = (None, end)
    for match in _AT.finditer(folded):
        inside_day = match.start("hour") < end and match.end("hour") > start
        if inside_day or not -25 <= match.start() - end <= 30 or not _is_hour(match, folded):  # noqa: PLR2004 - nearby
            continue
        hour, minute = int(match.group("hour")), int(match.group("minute") or 0)
        half = match.group("half") or ""
        hour += 12 if half.startswith("p") and hour < 12 else 0  # noqa: PLR2004 - noon
        if hour < 24 and (best[0] is None or time(hour, minute) > best[0]):  # noqa: PLR2004 - a day has so many
            best = (time(hour, minute), match.end())
    if best[0] is None:
        for pattern, at in _PARTS:
            match_part = pattern.search(folded)
            if match_part and abs(match_part.start() - end) <= 20:  # noqa: PLR2004 - nearby
                return at, match_part.end()
    return best


def _is_hour(match: re.Match[str], folded: str) -> bool:
    """A number is an hour if it is written as one, or if a word for "at" stands in front of it and no unit follows."""
    if match.group("minute") or match.group("half") or match.group("mark"):
        return True
    return bool(_BARE_AT.search(folded[: match.start("hour")])) and not _COUNTED.match(folded, match.end())
