"""The circuit breaker of webhooks: who fails too often is left alone for a while."""

from collections import deque
from dataclasses import dataclass, field

WINDOW_S = 300.0
ERROR_SHARE = 0.7
MOST_ERRORS = 1000
FEWEST = 20
"""Deliveries that must have been made before a share of errors says something."""


@dataclass(slots=True)
class Breaker:
    """What happened to one webhook's deliveries in the last five minutes. Times are seconds of any one clock."""

    pause_s: float
    _seen: deque[tuple[float, bool]] = field(default_factory=deque)
    _errors: int = 0
    _open_until_s: float = 0.0

    def is_open(self, now_s: float) -> bool:
        """Whether nothing is delivered at present."""
        return now_s < self._open_until_s

    def note(self, now_s: float, *, failed: bool) -> None:
        """Remember one try, and open where too many of the last ones failed."""
        self._seen.append((now_s, failed))
        self._errors += failed
        while self._seen[0][0] <= now_s - WINDOW_S:
            self._errors -= self._seen.popleft()[1]
        many = self._errors > MOST_ERRORS
        share = len(self._seen) >= FEWEST and self._errors >= ERROR_SHARE * len(self._seen)
        if failed and (many or share):
            self._open_until_s = now_s + self.pause_s
