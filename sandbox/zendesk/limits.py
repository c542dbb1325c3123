"""Rate limits: fixed windows on the account's clock, their headers, and the 429s."""

import math
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass

from sandbox.zendesk.errors import ApiError
from sandbox.zendesk.options import ZendeskOptions

_TICKET = re.compile(r"^/api/v2/tickets/(\d+)$")
_TAGS = re.compile(r"^/api/v2/tickets/(\d+)/tags$")
_EXPORT_WORDS = "Number of allowed incremental export API requests per minute exceeded"
_SOME_AGENT = 0
_LOG = re.compile(r"^/api/v2/tickets/\d+/conversation_log$")


@dataclass(frozen=True, slots=True)
class Limit:
    """So many calls in so long; `header` names the endpoint's own header, None has none."""

    key: str
    total: int
    window_s: float
    error: str
    description: str
    header: str | None = None


@dataclass(slots=True)
class _Window:
    ends_s: float
    left: int


class Limits:
    """Counts calls against every limit that a call falls under."""

    def __init__(self, options: ZendeskOptions, clock: Callable[[], float]) -> None:
        self._options = options
        self._clock = clock
        self._windows: dict[str, _Window] = {}
        self._lock = threading.Lock()

    def spend(self, method: str, path: str, user_id: int) -> dict[str, str]:
        """
        Count one call and return the headers that tell what is left.

        Raises:
            ApiError: 429, with the seconds to wait in Retry-After.
        """
        if self._options.requests_per_minute is None:
            return {}
        now_s = self._clock()
        limits = self._limits(method, path, user_id)
        with self._lock:
            windows = [self._window(limit, now_s) for limit in limits]
            headers: dict[str, str] = {}
            for limit, window in zip(limits, windows, strict=True):
                if window.left <= 0:
                    wait_s = math.ceil(window.ends_s - now_s)
                    body = {"error": limit.error, "description": limit.description}
                    raise ApiError(429, body, {**_headers(limit, window, now_s), "Retry-After": str(wait_s)})
            for limit, window in zip(limits, windows, strict=True):
                window.left -= 1
                headers |= _headers(limit, window, now_s)
        return headers

    def spend_for_agents(self, calls: int, method: str, path: str) -> dict[str, str]:
        """Count calls that the account's agents make now, as far as any are left; return the headers after them."""
        now_s = self._clock()
        headers: dict[str, str] = {}
        with self._lock:
            for limit in self._limits(method, path, _SOME_AGENT) if self._options.requests_per_minute else ():
                window = self._window(limit, now_s)
                window.left = max(0, window.left - calls)
                headers |= _headers(limit, window, now_s)
        return headers

    def _window(self, limit: Limit, now_s: float) -> _Window:
        window = self._windows.get(limit.key)
        # a clock that was set back must not leave a window open for hours
        if window is None or not now_s < window.ends_s <= now_s + limit.window_s:
            window = self._windows[limit.key] = _Window(now_s + limit.window_s, limit.total)
        return window

    def _limits(self, method: str, path: str, user_id: int) -> list[Limit]:
        high = self._options.high_volume
        account = max(self._options.requests_per_minute or 0, 2500 if high else 0)
        if path.startswith("/api/v2/webhooks"):
            return [Limit("webhooks", 100, 60, "TooManyRequests", "Rate limit exceeded", "webhooks")]
        limits = [Limit("account", account, 60, "TooManyRequests", "You have exceeded the account's rate limit")]
        if path.startswith("/api/v2/incremental/"):
            limits.append(_incremental(path, high=high))
        elif (match := _TICKET.match(path)) and method in ("PUT", "PATCH"):
            limits += _updates(match[1], user_id, high=high)
        elif (match := _TAGS.match(path)) and method != "GET":
            # changing tags is an update like any other
            limits += _updates(match[1], user_id, high=high)
        elif _LOG.match(path):
            total = 300 if high else 100
            limits.append(Limit("log", total, 60, "TooManyRequests", "Rate limit exceeded", "omnilog-index"))
        elif path == "/api/v2/tickets" and method == "GET":
            limits.append(Limit("index", 100, 60, "TooManyRequests", "Rate limit exceeded", "tickets-index"))
        elif path == "/api/v2/deleted_tickets":
            limits.append(Limit("deleted", 10, 60, "TooManyRequests", "Rate limit exceeded", "deleted-tickets"))
        return limits


def _incremental(path: str, *, high: bool) -> Limit:
    # the user export by cursor and the samples have limits of their own
    if path.endswith("/sample"):
        return Limit("sample", 10, 1200, "APIRateLimitExceeded", _EXPORT_WORDS, "incremental-sample")
    if path == "/api/v2/incremental/users/cursor":
        key, total = "incremental-users", 20
    else:
        key, total = "incremental-exports", 30 if high else 10
    return Limit(key, total, 60, "APIRateLimitExceeded", _EXPORT_WORDS, key)


def _updates(ticket_id: str, user_id: int, *, high: bool) -> list[Limit]:
    words = "Rate limit for ticket updates exceeded, please wait before making another update"
    one = Limit(f"ticket:{ticket_id}:{user_id}", 30, 600, "TooManyRequests", words, "per-ticket-updates")
    return [Limit("updates", 300 if high else 100, 60, "TooManyRequests", words, "tickets-update"), one]


def _headers(limit: Limit, window: _Window, now_s: float) -> dict[str, str]:
    resets = math.ceil(window.ends_s - now_s)
    left = max(0, window.left)
    if limit.header is not None:
        return {f"zendesk-ratelimit-{limit.header}": f"total={limit.total}; remaining={left}; resets={resets}"}
    return {
        "x-rate-limit": str(limit.total),
        "x-rate-limit-remaining": str(left),
        "ratelimit-limit": str(limit.total),
        "ratelimit-remaining": str(left),
        "ratelimit-reset": str(resets),
    }
