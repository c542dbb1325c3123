"""How many calls of a Salesforce org's day are ours: counted here, kept under a share, so that agents never run dry."""

import re
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from integration.errors import ConnectorError

DAY = timedelta(hours=24)
BUCKET = timedelta(minutes=10)
DEFAULT_DAILY_CALLS = 15_000
"""The smallest org's limit (Developer Edition), until the first answer names this org's own."""

_USAGE = re.compile(r"\bapi-usage=(\d+)/(\d+)")


class CallBudget:
    """
    Our own calls of the last 24 hours, in ten-minute buckets: Salesforce counts over a sliding day, not from midnight.

    It counts one connector instance. Several workers on one org each keep their own count, so give each its part.

    Args:
        share: Part of the org's daily calls that may be ours, above 0 up to 1.
        clock: Returns the present moment.
    """

    def __init__(self, share: float, clock: Callable[[], datetime]) -> None:
        if not 0 < share <= 1:
            raise ValueError(f"share is {share}; give a part above 0 and up to 1.")
        self.share = share
        self.daily_calls = DEFAULT_DAILY_CALLS
        self._clock = clock
        self._buckets: deque[tuple[datetime, int]] = deque()

    @property
    def allowed(self) -> int:
        """How many calls may be ours in 24 hours; at least one, or nothing could ever be read."""
        return max(1, int(self.daily_calls * self.share))

    @property
    def used(self) -> int:
        """How many calls were ours in the last 24 hours."""
        now = self._clock()
        while self._buckets and self._buckets[0][0] <= now - DAY:
            self._buckets.popleft()
        return sum(count for _, count in self._buckets)

    def spend(self) -> None:
        """
        Count one call that is about to be made.

        Raises:
            ConnectorError: our share is used up; `retry_after_s` says when its oldest calls fall out of the day.
        """
        now = self._clock()
        if self.used >= self.allowed:
            wait_s = (self._buckets[0][0] + DAY - now).total_seconds()
            raise ConnectorError(
                f"Sidelight has used its {self.allowed} of this org's {self.daily_calls} daily API calls;"
                " it goes on later, or raise its share.",
                retry_after_s=max(wait_s, 1.0),
            )
        if self._buckets and now < self._buckets[-1][0] + BUCKET:
            start, count = self._buckets[-1]
            self._buckets[-1] = (start, count + 1)
        else:
            self._buckets.append((now, 1))

    def learn(self, limit_info: str | None) -> None:
        """Take the org's own limit from a `Sforce-Limit-Info` header (`api-usage=895/15000`)."""
        found = _USAGE.search(limit_info or "")
        if found and int(found[2]) > 0:
            self.daily_calls = int(found[2])
