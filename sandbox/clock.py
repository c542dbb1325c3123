"""The sandbox's clock: real time, or real time moved so that the story starts at a chosen moment."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def real_clock() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def clock_from(start: datetime) -> Clock:
    """Return a clock that shows `start` now and runs on from there at the usual speed."""
    offset = start - real_clock()
    return lambda: real_clock() + offset
