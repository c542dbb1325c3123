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

from workers import named_days, named_hours
from workers.hours import BusinessHours
from workers.named_days import NamedDay
from workers.named_hours import END_OF_DAY, NamedHour
from workers.words import moments as words

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER_LIKE = re.compile(
    rf"(?<!\d)\d{{1,2}}(?:[.:/h-]\d|\s?(?:am|pm|a\.m|p\.m|uhr|h|st|nd|rd|th|hs)\b)|\d{{4}}-\d\d-\d\d"
    rf"|\b(?:{'|'.join(words.ON_THE.values())}) \d{{1,2}}(?!\d)"
)
_NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(words.NUMBERS, key=len, reverse=True)) + ")"
_UNIT: Final = "|".join(f"(?P<{unit}>{p})" for unit, p in words.UNITS.items())
_COUNT = (
    rf"(?:(?:{_NUMBER})\s?(?:-|/|to|or|bis|oder|a|o|ou|y|e|et|und|and)\s?)?(?P<number>{_NUMBER})"
    rf"(?: \(\d{{1,3}}\))?[\s-]?(?:{_UNIT})\b"
)
_WITHIN = re.compile(
    rf"\b(?:{words.WITHIN}) (?:(?:between|zwischen|entre|tra) )?(?:the next |the coming )?{_COUNT}"
    rf"|\b(?:{words.IN_THE_NEXT})\b|(?:(?<=\s)|(?<=^))(?P<half>{words.HALF_AN_HOUR})\b"
    rf"|\b(?P<fixed>{'|'.join(words.FIXED_SPANS)})\b"
)
_FROM_NOW = re.compile(rf"\b{_COUNT} (?:{words.FROM_NOW})\b")
_LEAST_MINUTES: Final = 2
"""Said as a word, a single minute is a manner of speaking: "in a minute"."""
_BY_AN_HOUR = re.compile(rf"(?:{words.BY_AN_HOUR}) \d")
_AND = re.compile(r"\b(?:and|or|und|oder|y|o|et|ou|e)\b")
_MONTH_FIRST = re.compile(words.UNITED_STATES)
_FAR: Final = 20
"""Characters between words that still name one time together."""
_FARTHEST: Final = 50
"""Where all of them are words that only join a day and its hour."""
_FEW_WORDS: Final = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """A time that words name: where they stand in the folded text, and the latest moment they can mean, in UTC."""

    start: int
    end: int
    due: datetime


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
        folded: One sentence, see `folding.fold`.
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
    days = named_days.find(folded, local.date(), month_first=month_first, language=language)
    spans = [*_WITHIN.finditer(folded), *_FROM_NOW.finditer(folded)] if counted else []
    spans = [m for m in spans if not _is_hour_of_day(m, folded, days)]
    found = [Moment(*m.span(), due) for m in spans if (due := _after(said, m))]
    taken = [m.span() for m in spans]
    days = [d for d in days if named_hours.is_free(d.start, d.end, taken)]
    dates = [(d.start, d.end) for d in days if d.kind == "date"]
    clocks = list(named_hours.find(folded, heard, [*taken, *dates]))
    for group in _groups(folded, sorted([*days, *clocks], key=lambda t: (t.start, t.end))):
        due = _due(group, said)
        if due is not None and due > at:
            found.append(Moment(group[0].start, max(t.end for t in group), due))
    return sorted(found, key=lambda m: m.start)


def _is_hour_of_day(span: re.Match[str], folded: str, days: Sequence[NamedDay]) -> bool:
    """Whether "até 17h" names an hour: nobody counts so many, or a day stands beside it."""
    if not span["hours"] or not _BY_AN_HOUR.match(span.group()):
        return False
    gaps = (folded[d.end : span.start()] if d.end <= span.start() else folded[span.end() : d.start] for d in days)
    return 12 < int(span["number"]) < 24 or any(map(_belongs, gaps))  # noqa: PLR2004 - hours of the afternoon


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
    return _latest(day, END_OF_DAY, said.local)


def _latest(day: date, at: time, like: datetime) -> datetime:
    """Return a local time in UTC; of the two that a change of the clocks leaves, the later one."""
    local = datetime.combine(day, at, like.tzinfo)
    return max(local.astimezone(UTC), local.replace(fold=1).astimezone(UTC))


def _groups(folded: str, tokens: Sequence[NamedDay | NamedHour]) -> Iterator[list[NamedDay | NamedHour]]:
    """Yield the tokens that name one time together: "Friday 13 November, between 9 and 11"."""
    group: list[NamedDay | NamedHour] = []
    for token in tokens:
        gap = folded[max(t.end for t in group) : token.start] if group else ""
        if isinstance(token, NamedHour) and group and isinstance(group[-1], NamedHour):
            gap = _AND.sub("", gap)
        if group and not _belongs(gap):
            yield group
            group = []
        group.append(token)
    if group:
        yield group


def _belongs(gap: str) -> bool:
    if len(gap) > _FARTHEST or ";" in gap:
        return False
    between = _WORD.findall(gap)
    few = _FEW_WORDS - 1 if _AND.search(gap) else _FEW_WORDS
    return (len(gap) <= _FAR and len(between) <= few) or words.SO_SAID.issuperset(between)


def _due(group: Sequence[NamedDay | NamedHour], said: _Said) -> datetime | None:
    days = [t for t in group if isinstance(t, NamedDay)]
    clocks = [t for t in group if isinstance(t, NamedHour)]
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


def _time(clocks: Sequence[NamedHour]) -> time:
    """Return the latest hour, else the end of the part of the day, else of the day; "nine in the evening" is 21:00."""
    hours = [c.at for c in clocks if c.at is not None and not c.is_part]
    parts = [c.at for c in clocks if c.at is not None and c.is_part]
    if not hours:
        return max(parts, default=END_OF_DAY)
    latest = max(hours)
    is_late = bool(parts) and min(parts) >= named_hours.AFTERNOON and latest < named_hours.NOON
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
