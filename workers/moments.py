"""
When a sentence's words say: "by Friday", "within two working days", "mañana por la mañana", "bis Geschäftsschluss".

Resolved in the customer's time zone, from the moment of writing, to UTC; working days and the close of business are the
team's. Where words leave room ("next Friday", "two to three days", a day without an hour), the latest reading counts:
overdue is only what nobody could call on time. What has passed already, and what names no time ("soon"), is none.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workers import named_days
from workers.hours import BusinessHours
from workers.named_days import NamedDay
from workers.words import moments as words

_END_OF_DAY: Final = time(23, 59, 59)
_NOON: Final = time(12)
_AFTERNOON: Final = time(18)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER_LIKE = re.compile(
    rf"(?<!\d)\d{{1,2}}(?:[.:/h-]\d|\s?(?:am|pm|a\.m|p\.m|uhr|h|st|nd|rd|th|hs)\b)|\d{{4}}-\d\d-\d\d"
    rf"|\b(?:{words.ON_THE}) \d{{1,2}}(?!\d)"
)
_NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(words.NUMBERS, key=len, reverse=True)) + ")"
_UNIT: Final = "|".join(f"(?P<{unit}>{p})" for unit, p in words.UNITS.items())
_COUNT = (
    rf"(?:(?:{_NUMBER})\s?(?:-|/|to|or|bis|oder|a|o|ou|y|e|et|und|and)\s?)?(?P<number>{_NUMBER})[\s-]?(?:{_UNIT})\b"
)
_WITHIN = re.compile(
    rf"\b(?:{words.WITHIN}) (?:(?:between|zwischen|entre|tra) )?(?:the next |the coming )?{_COUNT}"
    rf"|\b(?:{words.IN_THE_NEXT})\b|(?:(?<=\s)|(?<=^))(?P<half>{words.HALF_AN_HOUR})\b"
    rf"|\b(?P<fixed>{'|'.join(words.FIXED_SPANS)})\b"
)
_FROM_NOW = re.compile(rf"\b{_COUNT} (?:{words.FROM_NOW})\b")
_LEAST_MINUTES: Final = 2
"""Said as a word, a single minute is a manner of speaking: "in a minute"."""
_DIGIT = re.compile(r"\d")
_HOUR_WORDS: Final = frozenset(w for w, n in words.NUMBERS.items() if 2 <= n <= 12 and " " not in w)  # noqa: PLR2004 - a dial
_HOUR_WORD = "|".join(sorted(_HOUR_WORDS, key=len, reverse=True))
_AT = re.compile(
    rf"\b(?:(?P<hour>\d{{1,2}})|(?P<word>{_HOUR_WORD}))(?:(?:[:.]|\s?h\s?)(?P<minute>[0-5]\d)(?!\d))?\s?"
    rf"(?P<half>am|pm|a\.m\.?|p\.m\.?)?(?P<mark>\s?(?:{words.HOUR_WORDS})\b)?(?![\d/%-])"
    rf"(?:\s?(?:(?P<half_past>{words.HALF_PAST})|(?P<quarter_past>{words.QUARTER_PAST}))\b)?"
)
_BARE_AT = re.compile(rf"\b(?:{words.BARE_AT})\s?$")
_AT_BEFORE = re.compile(rf"\b(?:{words.AT})(?: (?:{words.ABOUT}))?\s?$")
_COUNTED = re.compile(rf"\s?(?:[€£$%.,]\d|[€£$%]|(?:{words.COUNTED})\b)")
_PARTS: Final = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), at)
    for pattern, at in (
        (words.NOON, _NOON),
        (words.MIDNIGHT, _END_OF_DAY),
        (words.AFTERNOON, _AFTERNOON),
        (words.MORNING, _NOON),
        (words.EVENING, _END_OF_DAY),
    )
)
_AFTER_IN = re.compile(rf"\b(?:{words.IN_PART})\s?$")
_BEGINS_IN = re.compile(rf"(?:{words.IN_PART})\b")
_CLOSE = re.compile(rf"(?<!\w)(?:{words.CLOSE})(?!\w)")
_AND = re.compile(r"\b(?:and|or|und|oder|y|o|et|ou|e)\b")
_MONTH_FIRST = re.compile(words.UNITED_STATES)
_FAR: Final = 20
"""Characters between words that still name one time together."""
_FEW_WORDS: Final = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """A time that words name: where they stand in the folded text, and the latest moment they can mean, in UTC."""

    start: int
    end: int
    due: datetime


@dataclass(frozen=True, slots=True)
class _Clock:
    """An hour, a part of the day or the close of business: `at` is None for the last."""

    start: int
    end: int
    at: time | None
    stands_alone: bool
    """Whether it names a time without a day by it."""
    is_part: bool = False
    """A part of the day, whose end `at` is; an hour by it says more."""


@dataclass(frozen=True, slots=True)
class _Said:
    """When, and for whom, it was said."""

    local: datetime
    """In the customer's zone."""
    team: datetime
    """The same moment in the team's."""
    hours: BusinessHours


@functools.cache
def zone_of(name: str) -> ZoneInfo:
    """Return an IANA time zone; UTC where the name is unknown, since a helpdesk's profile may hold anything."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def may_name_a_time(folded: str) -> bool:
    """Whether it is worth looking: a cheap question that most messages answer with no."""
    return not words.TRIGGERS.isdisjoint(_WORD.findall(folded)) or bool(_NUMBER_LIKE.search(folded))


def find(
    folded: str,
    at: datetime,
    time_zone: str,
    hours: BusinessHours = BusinessHours(),  # noqa: B008 - frozen
    language: str | None = None,
) -> list[Moment]:
    """
    Return the moments after `at` that a folded sentence names, in its order.

    Args:
        folded: One sentence, see `cleaning.fold`.
        at: When it was written.
        time_zone: IANA name of the customer's zone.
        hours: The team's business hours.
        language: ISO 639-1; tells where 03/04 is the fourth of March, together with the zone.
    """
    local = at.astimezone(zone_of(time_zone))
    said = _Said(local, at.astimezone(zone_of(hours.time_zone)) if hours.time_zone else local, hours)
    month_first = language in (None, "en") and bool(_MONTH_FIRST.match(time_zone.lower()))
    heard = set(_WORD.findall(folded))
    # each of the searches is dear, and most sentences have no use for it
    counted = not heard.isdisjoint(words.UNIT_WORDS)
    spans = [*_WITHIN.finditer(folded), *_FROM_NOW.finditer(folded)] if counted else []
    found = [Moment(*m.span(), due) for m in spans if (due := _after(said, m))]
    taken = [m.span() for m in spans]
    days = [
        d for d in named_days.find(folded, local.date(), month_first=month_first) if _is_free(d.start, d.end, taken)
    ]
    clocks = list(_clocks(folded, heard, [*taken, *((d.start, d.end) for d in days if d.kind == "date")]))
    for group in _groups(folded, sorted([*days, *clocks], key=lambda t: (t.start, t.end))):
        due = _due(group, said)
        if due is not None and due > at:
            found.append(Moment(group[0].start, max(t.end for t in group), due))
    return sorted(found, key=lambda m: m.start)


def _is_free(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return not any(start < stop and begin < end for begin, stop in taken)


def _after(said: _Said, match: re.Match[str]) -> datetime | None:
    """Return the moment a span after the saying, in UTC; hours are counted by the clock, days to their end."""
    named = match.groupdict()
    if named.get("fixed"):
        return _end_of(said.local.date() + timedelta(days=words.FIXED_SPANS[named["fixed"]]), said)
    if named.get("half"):
        return said.local.astimezone(UTC) + timedelta(minutes=30)
    word = named["number"]
    number = 1 if word is None else int(word) if word.isdigit() else words.NUMBERS[word]
    if named["minutes"]:
        return said.local.astimezone(UTC) + timedelta(minutes=number) if number >= _LEAST_MINUTES else None
    if named["working_hours"]:
        return said.hours.add_working_time(said.team, timedelta(hours=number)).astimezone(UTC)
    if named["working_days"]:
        return _end_of(said.hours.add_working_days(said.team.date(), number), said)
    if named["days"] or named["weeks"]:
        return _end_of(said.local.date() + timedelta(days=number * (7 if named["weeks"] else 1)), said)
    return said.local.astimezone(UTC) + timedelta(hours=number)


def _end_of(day: date, said: _Said) -> datetime:
    return _latest(day, _END_OF_DAY, said.local)


def _latest(day: date, at: time, like: datetime) -> datetime:
    """Return a local time in UTC; of the two that a change of the clocks leaves, the later one."""
    local = datetime.combine(day, at, like.tzinfo)
    return max(local.astimezone(UTC), local.replace(fold=1).astimezone(UTC))


def _clocks(folded: str, heard: set[str], taken: Sequence[tuple[int, int]]) -> Iterator[_Clock]:
    for match in _CLOSE.finditer(folded):
        yield _Clock(*match.span(), None, stands_alone=True)
    for match in _AT.finditer(folded) if _DIGIT.search(folded) or not heard.isdisjoint(_HOUR_WORDS) else ():
        found = _hour(match, folded)
        place = match.start("hour") if match["hour"] else match.start("word")
        if found and _is_free(place, match.end(), taken):
            yield _Clock(place, match.end(), *found)
    for pattern, at in _PARTS:
        for match in pattern.finditer(folded):
            alone = bool(_AFTER_IN.search(folded[: match.start()]) or _BEGINS_IN.match(match.group()))
            yield _Clock(*match.span(), at, alone, is_part=True)


def _hour(match: re.Match[str], folded: str) -> tuple[time, bool] | None:
    """Return the hour and whether it stands alone: a number is one if written so, or after a word for "at"."""
    place = match.start("hour") if match["hour"] else match.start("word")
    marked = bool(match["half"] or match["mark"] or (match["minute"] and folded[match.start("minute") - 1] != "."))
    at_before = bool(_AT_BEFORE.search(folded[:place]))
    if not marked and not (
        _BARE_AT.search(folded[:place]) and (match["minute"] or not _COUNTED.match(folded, match.end()))
    ):
        return None
    hour = int(match["hour"]) if match["hour"] else words.NUMBERS[match["word"]]
    minute = 30 if match["half_past"] else 15 if match["quarter_past"] else int(match["minute"] or 0)
    half = match["half"] or ""
    if (half.startswith("p") and hour < 12) or (not half and 1 <= hour <= 6):  # noqa: PLR2004 - "at five" is no morning
        hour += 12
    return (time(hour, minute), marked and at_before) if hour < 24 else None  # noqa: PLR2004 - a day has so many


def _groups(folded: str, tokens: Sequence[NamedDay | _Clock]) -> Iterator[list[NamedDay | _Clock]]:
    """Yield the tokens that name one time together: "Friday 13 November, between 9 and 11"."""
    group: list[NamedDay | _Clock] = []
    for token in tokens:
        if group and not _belongs(folded[max(t.end for t in group) : token.start]):
            yield group
            group = []
        group.append(token)
    if group:
        yield group


def _belongs(gap: str) -> bool:
    few = _FEW_WORDS - 1 if _AND.search(gap) else _FEW_WORDS
    return len(gap) <= _FAR and len(_WORD.findall(gap)) <= few and ";" not in gap


def _due(group: Sequence[NamedDay | _Clock], said: _Said) -> datetime | None:
    days = [t for t in group if isinstance(t, NamedDay)]
    clocks = [t for t in group if isinstance(t, _Clock)]
    if not days and not any(c.stands_alone for c in clocks):
        return None
    if any(c.at is None for c in clocks):
        day = _day(days, said) if days else said.hours.closing_day(said.team)
        return _latest(day, said.hours.end, said.team)
    at = _time(clocks)
    if days:
        return _latest(_day(days, said), at, said.local)
    due = _latest(said.local.date(), at, said.local)
    return due if due > said.local else _latest(said.local.date() + timedelta(days=1), at, said.local)


def _time(clocks: Sequence[_Clock]) -> time:
    """Return the latest hour, else the end of the part of the day, else of the day; "nine in the evening" is 21:00."""
    hours = [c.at for c in clocks if c.at is not None and not c.is_part]
    parts = [c.at for c in clocks if c.at is not None and c.is_part]
    if not hours:
        return max(parts, default=_END_OF_DAY)
    latest = max(hours)
    is_late = bool(parts) and min(parts) >= _AFTERNOON and latest < _NOON
    return latest.replace(hour=latest.hour + 12) if is_late else latest


def _day(days: Sequence[NamedDay], said: _Said) -> date:
    """Return the day that words name together: a date before a weekday, "Tuesday" and "next week" as one."""
    dates = [d.day for d in days if d.kind == "date"]
    if dates:
        return max(dates)
    today = said.local.date()
    weekdays = [d for d in days if d.kind == "weekday"]
    if not weekdays:
        return max(d.day for d in days)
    period = next((d.day for d in days if d.kind == "period"), None)
    if period is not None:
        return max(named_days.monday_of(period) + timedelta(days=d.day.weekday()) for d in weekdays)
    if any(d.day == today for d in days) and any(d.day.weekday() == today.weekday() for d in weekdays):
        return today
    return max(d.day for d in days)
