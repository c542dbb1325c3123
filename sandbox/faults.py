"""Faults that a test plants in a loopback helpdesk: errors, broken connections and damaged answers."""

import contextlib
import random
import re
import socket
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import orjson

from sandbox.damage import damage

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
WSGI = Callable[[Environ, StartResponse], Iterable[bytes]]

KINDS = (
    *("status", "disconnect", "expire_token", "empty", "cut", "garbage"),
    *("timeout", "late_reply", "lost_reply", "duplicate_rows", "shuffle_rows"),
)
_TYPES: dict[str, tuple[type, ...]] = {
    "match": (str,),
    "method": (str, type(None)),
    "times": (int,),
    "skip": (int,),
    "status": (int,),
    "retry_after": (int, type(None)),
    "delay_s": (int, float),
    "chance": (int, float),
    "seed": (int, type(None)),
}


class FaultError(ValueError):
    """A fault that cannot be planted; the message names the field."""


@dataclass(slots=True)
class Fault:
    """
    One planted fault, for the next `times` calls that match.

    Args:
        match: Regular expression, searched in the path with its query.
        kind: One of KINDS. `status` answers without doing anything; `disconnect` breaks the connection without doing
            anything; `expire_token` ends the access token of the call and then lets it through; `empty` does
            everything and sends no body; `cut` sends half a body; `garbage` sends no JSON; `timeout` does everything,
            after `delay_s`; `late_reply` does everything at once and answers after `delay_s`; `lost_reply` does
            everything and then breaks the connection without an answer; `duplicate_rows` sends every row of a list
            twice; `shuffle_rows` sends rows of the same time in another order.
        method: HTTP method; None matches all.
        times: How many calls it still strikes.
        skip: How many matching calls it lets pass first.
        chance: Probability, 0 to 1, with which it strikes a matching call.
        seed: Seed of that chance; None draws one, which `show` tells.
        status: Status of kind `status`.
        retry_after: Seconds for the Retry-After header; None sends none.
        delay_s: Seconds that `timeout` and `late_reply` wait.
        body: Body of kind `status`; None sends a page of HTML, as a proxy before the helpdesk would.
    """

    match: re.Pattern[str]
    kind: str
    method: str | None = None
    times: int = 1
    status: int = 500
    retry_after: int | None = None
    delay_s: float = 1.0
    body: Any = None
    skip: int = 0
    chance: float = 1.0
    seed: int | None = None
    dice: random.Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        if self.seed is None:
            self.seed = random.randrange(1_000_000)  # noqa: S311 - a seed that is told, not a secret
        self.dice = random.Random(self.seed)  # noqa: S311 - chance, not a secret

    @classmethod
    def read(cls, row: Any) -> "Fault":
        """Read one fault from JSON; FaultError where it is none."""
        if not isinstance(row, dict):
            raise FaultError("a fault must be an object.")
        known = {"kind", "body", *_TYPES}
        if unknown := set(row) - known:
            raise FaultError(f"unknown {', '.join(sorted(unknown))}; known are {', '.join(sorted(known))}.")
        if row.get("kind") not in KINDS:
            raise FaultError(f"kind must be one of {', '.join(KINDS)}.")
        for name, types in _TYPES.items():
            value = row.get(name)
            if name in row and (not isinstance(value, types) or isinstance(value, bool)):
                raise FaultError(
                    f"{name} must be {' or '.join('null' if t is type(None) else t.__name__ for t in types)}."
                )
        if not 0 <= row.get("chance", 1) <= 1:
            raise FaultError("chance must be between 0 and 1.")
        try:
            pattern = re.compile(row.get("match", ""))
        except re.error as error:
            raise FaultError(f"match is no regular expression ({error}).") from error
        rest = {key: value for key, value in row.items() if key not in ("match", "kind")}
        return cls(match=pattern, kind=row["kind"], **rest)

    def show(self) -> dict[str, Any]:
        """Return it as JSON."""
        told = {"match": self.match.pattern, "kind": self.kind, "method": self.method, "times": self.times}
        return told | {"skip": self.skip, "chance": self.chance, "seed": self.seed}

    def strikes(self, method: str, path: str) -> bool:
        """Whether it strikes this call; counts the call where it matches."""
        if self.times <= 0 or self.method not in (None, method) or not self.match.search(path):
            return False
        if self.skip > 0:
            self.skip -= 1
            return False
        if self.chance < 1 and self.dice.random() >= self.chance:
            return False
        self.times -= 1
        return True


class FaultSwitch:
    """A layer around a WSGI application that lets planted faults strike."""

    def __init__(self, app: WSGI, expire_token: Callable[[str], Any] | None = None) -> None:
        self._app = app
        self._expire_token = expire_token
        self._faults: list[Fault] = []
        self._lock = threading.Lock()

    def plant(self, faults: list[Fault]) -> None:
        """Add faults; where several match, the one planted first strikes first."""
        with self._lock:
            self._faults.extend(faults)

    def clear(self) -> None:
        """Remove all faults."""
        with self._lock:
            self._faults.clear()

    def show(self) -> list[dict[str, Any]]:
        """Return the faults that have not struck as often as they should."""
        with self._lock:
            return [fault.show() for fault in self._faults if fault.times > 0]

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one call, struck by the first fault that matches it."""
        fault = self._take(environ)
        if fault is None:
            return self._app(environ, start_response)
        if fault.kind == "status":
            return _answer_status(fault, start_response)
        if fault.kind == "timeout":
            time.sleep(fault.delay_s)
            return self._app(environ, start_response)
        if fault.kind == "disconnect":
            return _disconnect(environ, start_response)
        if fault.kind == "expire_token":
            if self._expire_token is not None:
                self._expire_token(environ.get("HTTP_AUTHORIZATION", "").partition(" ")[2].strip())
            return self._app(environ, start_response)
        return self._answer_badly(fault, environ, start_response)

    def _answer_badly(self, fault: Fault, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        status, headers, body = self._collect(environ)
        if fault.kind == "late_reply":
            time.sleep(fault.delay_s)
            start_response(status, headers)
            return [body]
        if fault.kind == "lost_reply":
            return _disconnect(environ, start_response)
        rest = [(name, value) for name, value in headers if name.lower() != "content-length"]
        body, announced = damage(fault.kind, body, fault.dice)
        start_response(status, [*rest, ("Content-Length", str(announced))])
        return [body]

    def _take(self, environ: Environ) -> Fault | None:
        path = environ.get("PATH_INFO", "")
        if path.startswith(("/control", "/agent")):
            return None
        if environ.get("QUERY_STRING"):
            path = f"{path}?{environ['QUERY_STRING']}"
        with self._lock:
            return next((f for f in self._faults if f.strikes(environ["REQUEST_METHOD"], path)), None)

    def _collect(self, environ: Environ) -> tuple[str, list[tuple[str, str]], bytes]:
        seen: list[Any] = []

        def start(status: str, headers: list[tuple[str, str]], _error: Any = None) -> None:
            seen[:] = [status, headers]

        body = b"".join(self._app(environ, start))
        return seen[0], seen[1], body


def _answer_status(fault: Fault, start_response: StartResponse) -> list[bytes]:
    if fault.body is None:
        body = f"<html><body><h1>{fault.status}</h1></body></html>".encode()
        headers = [("Content-Type", "text/html")]
    else:
        body = orjson.dumps(fault.body)
        headers = [("Content-Type", "application/json; charset=utf-8")]
    if fault.retry_after is not None:
        headers.append(("Retry-After", str(fault.retry_after)))
    start_response(f"{fault.status} Planted", [*headers, ("Content-Length", str(len(body)))])
    return [body]


def _disconnect(environ: Environ, start_response: StartResponse) -> list[bytes]:
    _break_connection(environ)
    start_response("200 OK", [("Content-Length", "0")])
    return []


def _break_connection(environ: Environ) -> None:
    """Close the client's socket, as a network does. The server hands out its connection only by this callable."""
    check = environ.get("waitress.client_disconnected")
    channel = getattr(check, "__self__", None)
    sock = getattr(channel, "socket", None)
    if sock is not None:
        with contextlib.suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)
