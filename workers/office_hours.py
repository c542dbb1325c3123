"""How much of the team's working time lies between two moments."""

from datetime import datetime, timedelta

from workers.context import ThinkingSettings
from workers.moments import zone_of

_MOST_DAYS = 92
"""Longer waits are all the same: far too long."""


def worked(start: datetime, end: datetime, settings: ThinkingSettings) -> timedelta:
    """Return the working time between two moments; weekends, nights and holidays do not count."""
    hours, zone = settings.business_hours, zone_of(settings.time_zone)
    start, end = start.astimezone(zone), end.astimezone(zone)
    total = timedelta()
    day = start.date()
    while day <= min(end.date(), start.date() + timedelta(days=_MOST_DAYS)):
        if day.weekday() in hours.weekdays:
            opens = datetime.combine(day, hours.start, zone)
            closes = datetime.combine(day, hours.end, zone)
            total += max(timedelta(), min(end, closes) - max(start, opens))
        day += timedelta(days=1)
    return total


def day_length(settings: ThinkingSettings) -> timedelta:
    """Return how long a working day is."""
    hours = settings.business_hours
    return timedelta(hours=hours.end.hour - hours.start.hour, minutes=hours.end.minute - hours.start.minute)
