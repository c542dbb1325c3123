"""The sandbox's clock: real time, or real time moved so that the story starts at a chosen moment."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]


class MovableClock:
    """A clock that can be moved while others read it. It runs on at the speed of the one it is made from."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._offset = timedelta()

    def __call__(self) -> datetime:
        """Return the present moment."""
        return self._clock() + self._offset

    def advance(self, by_s: float) -> None:
        """Move it by so many seconds."""
        self._offset += timedelta(seconds=by_s)

    def set(self, moment: datetime) -> None:
        """Let it show `moment` now."""
        self._offset += moment - self()


def real_clock() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def clock_from(start: datetime) -> Clock:
    """Return a clock that shows `start` now and runs on from there at the usual speed."""
    offset = start - real_clock()
    return lambda: real_clock() + offset
