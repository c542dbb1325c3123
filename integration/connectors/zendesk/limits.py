"""
Our share of an account's rate limit: the rest belongs to its agents.

Kept by one instance from the headers it sees. It knows nothing of other workers; they all see the same `remaining`,
which is what keeps them together.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from integration.errors import ConnectorError

_WINDOW = timedelta(seconds=60)
"""Zendesk counts by the minute; taken where an answer does not say when its minute ends."""


@dataclass(frozen=True, slots=True)
class _Reading:
    limit: int
    remaining: int
    resets_at: datetime


class RateShare:
    """
    Says whether one more call is within our share.

    Args:
        share: The part of the account's limit that bulk reading may use, above 0 and at most 1.
        clock: The present moment.
    """

    def __init__(self, share: float, clock: Callable[[], datetime]) -> None:
        if not 0 < share <= 1:
            raise ValueError(f"share is {share}; give a part above 0 and at most 1")
        self._share = share
        self._clock = clock
        self._reading: _Reading | None = None
        self._paused_until: datetime | None = None

    def observe(self, headers: Mapping[str, str]) -> None:
        """Take in the rate headers of an answer; one without them says nothing."""
        limit = _read_number(headers, "ratelimit-limit", "rate-limit-limit", "x-rate-limit")
        remaining = _read_number(headers, "ratelimit-remaining", "rate-limit-remaining", "x-rate-limit-remaining")
        if limit is None or remaining is None or limit <= 0:
            return
        reset_s = _read_number(headers, "ratelimit-reset", "rate-limit-reset")
        now = self._clock()
        ends_at = now + (_WINDOW if reset_s is None else timedelta(seconds=reset_s))
        self._reading = _Reading(limit, remaining, ends_at)

    def pause(self, retry_after_s: float) -> None:
        """Remember that the account asked us to wait."""
        self._paused_until = self._clock() + timedelta(seconds=retry_after_s)

    def require(self, *, live: bool) -> None:
        """
        Return if one more call is within our share; live calls have twice the share that bulk reading has.

        Raises:
            ConnectorError: it is not; `retry_after_s` is the time until the window ends.
        """
        now = self._clock()
        if self._paused_until is not None and now < self._paused_until:
            raise _wait("Zendesk asked us to wait", self._paused_until - now)
        reading = self._reading
        if reading is None or now >= reading.resets_at:
            return
        part = min(1.0, self._share * (2 if live else 1))
        if reading.remaining < (1 - part) * reading.limit or reading.remaining == 0:
            raise _wait("Our share of Zendesk's rate limit is used up", reading.resets_at - now)


def _wait(why: str, time: timedelta) -> ConnectorError:
    seconds = max(1.0, time.total_seconds())
    return ConnectorError(f"{why}; going on in {seconds:.0f} s.", retry_after_s=seconds)


def _read_number(headers: Mapping[str, str], *names: str) -> int | None:
    for name in names:
        value = headers.get(name, "").strip()
        if value.isdigit():
            return int(value)
    return None
