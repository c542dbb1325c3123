"""When the team works: business days and hours of one account, with its holidays."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_DAYS_OF_A_WEEK = 7
_LONGEST_WAIT_DAYS = 92


@dataclass(frozen=True, slots=True)
class BusinessHours:
    """
    When the team works, in the account's time zone.

    Raises:
        ValueError: it closes before it opens, never works, or a day or zone is none.
    """

    start: time = time(9)
    end: time = time(18)
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    """Monday is 0."""
    holidays: frozenset[date] = frozenset()
    """Days on which nobody works although they are weekdays."""
    time_zone: str | None = None
    """IANA name; None where the hours are those of whoever asks."""

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(
                f"business hours end at {self.end:%H:%M}, before they start; name an end after {self.start}"
            )
        if not self.weekdays or not set(self.weekdays) <= set(range(_DAYS_OF_A_WEEK)):
            raise ValueError(f"weekdays {self.weekdays} must name at least one day from 0 (Monday) to 6 (Sunday)")
        if any(type(day) is not date for day in self.holidays):
            raise ValueError("holidays must be dates, without a time")
        if self.time_zone is not None:
            try:
                ZoneInfo(self.time_zone)
            except (ZoneInfoNotFoundError, ValueError) as error:
                raise ValueError(f"{self.time_zone!r} is no IANA time zone; write one such as Europe/Madrid") from error

    def is_working_day(self, day: date) -> bool:
        """Whether the team works on a day."""
        return day.weekday() in self.weekdays and day not in self.holidays

    def add_working_days(self, day: date, count: int) -> date:
        """Return the day that is `count` working days after `day`."""
        while count > 0:
            day += timedelta(days=1)
            count -= self.is_working_day(day)
        return day

    def closing_day(self, local: datetime) -> date:
        """Return the first working day that has not ended at a local time: whose close of business is still to come."""
        day = local.date()
        if local.time() >= self.end:
            day += timedelta(days=1)
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return day

    def add_working_time(self, local: datetime, duration: timedelta) -> datetime:
        """Return the local time at which the team has worked for `duration` after `local`."""
        while True:
            day = self.closing_day(local)
            opens, closes = (datetime.combine(day, at, local.tzinfo) for at in (self.start, self.end))
            begins = max(local, opens)
            if begins + duration <= closes:
                return begins + duration
            duration -= closes - begins
            local = closes

    def worked(self, start: datetime, end: datetime) -> timedelta:
        """Return the working time between two local times of one zone; nights, weekends and holidays do not count."""
        total = timedelta()
        day = start.date()
        # a wait of more than a quarter is all the same: far too long
        last = min(end.date(), day + timedelta(days=_LONGEST_WAIT_DAYS))
        while day <= last:
            if self.is_working_day(day):
                opens, closes = (datetime.combine(day, at, start.tzinfo) for at in (self.start, self.end))
                total += max(timedelta(), min(end, closes) - max(start, opens))
            day += timedelta(days=1)
        return total

    @property
    def day_length(self) -> timedelta:
        """How long a working day is."""
        return datetime.combine(date.min, self.end) - datetime.combine(date.min, self.start)
