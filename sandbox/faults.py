"""Faults that a test plants in a loopback helpdesk: errors, broken connections and damaged answers."""

import contextlib
import re
import socket
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import orjson

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
WSGI = Callable[[Environ, StartResponse], Iterable[bytes]]

KINDS = ("status", "cut", "garbage", "timeout", "late_reply", "lost_reply", "duplicate_rows")


class FaultError(ValueError):
    """A fault that cannot be planted; the message names the field."""


@dataclass(slots=True)
class Fault:
    """
    One planted fault, for the next `times` calls that match.

    Args:
        match: Regular expression, searched in the path with its query.
        kind: One of KINDS. `status` answers without doing anything; `cut` sends half a body; `garbage` sends no JSON;
            `timeout` does everything, after `delay_s`; `late_reply` does everything at once and answers after
            `delay_s`; `lost_reply` does everything and then breaks the connection
            without an answer; `duplicate_rows` sends every row of a list twice.
        method: HTTP method; None matches all.
        times: How many calls it still strikes.
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

    @classmethod
    def read(cls, row: Any) -> "Fault":
        """Read one fault from JSON; FaultError where it is none."""
        if not isinstance(row, dict):
            raise FaultError("a fault must be an object.")
        known = {"match", "kind", "method", "times", "status", "retry_after", "delay_s", "body"}
        if unknown := set(row) - known:
            raise FaultError(f"unknown {', '.join(sorted(unknown))}; known are {', '.join(sorted(known))}.")
        if row.get("kind") not in KINDS:
            raise FaultError(f"kind must be one of {', '.join(KINDS)}.")
        try:
            pattern = re.compile(row.get("match", ""))
        except re.error as error:
            raise FaultError(f"match is no regular expression ({error}).") from error
        rest = {key: value for key, value in row.items() if key not in ("match", "kind")}
        return cls(match=pattern, kind=row["kind"], **rest)

    def show(self) -> dict[str, Any]:
        """Return it as JSON."""
        return {"match": self.match.pattern, "kind": self.kind, "method": self.method, "times": self.times}


class FaultSwitch:
    """A layer around a WSGI application that lets planted faults strike."""

    def __init__(self, app: WSGI) -> None:
        self._app = app
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
        status, headers, body = self._collect(environ)
        if fault.kind == "late_reply":
            time.sleep(fault.delay_s)
            start_response(status, headers)
            return [body]
        if fault.kind == "lost_reply":
            _break_connection(environ)
            start_response("200 OK", [("Content-Length", "0")])
            return []
        return _damage(fault, status, headers, body, start_response)

    def _take(self, environ: Environ) -> Fault | None:
        path = environ.get("PATH_INFO", "")
        if path.startswith(("/control", "/agent")):
            return None
        if environ.get("QUERY_STRING"):
            path = f"{path}?{environ['QUERY_STRING']}"
        with self._lock:
            for fault in self._faults:
                if fault.times > 0 and fault.method in (None, environ["REQUEST_METHOD"]) and fault.match.search(path):
                    fault.times -= 1
                    return fault
        return None

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


def _damage(
    fault: Fault, status: str, headers: list[tuple[str, str]], body: bytes, start_response: StartResponse
) -> list[bytes]:
    rest = [(name, value) for name, value in headers if name.lower() != "content-length"]
    announced = len(body)
    if fault.kind == "cut":
        body = body[: len(body) // 2]
    elif fault.kind == "garbage":
        body = b"<!DOCTYPE html><title>Just a moment</title>{" + body[:20]
        announced = len(body)
    else:
        body = _duplicate_rows(body)
        announced = len(body)
    start_response(status, [*rest, ("Content-Length", str(announced))])
    return [body]


def _duplicate_rows(body: bytes) -> bytes:
    try:
        answer = orjson.loads(body)
    except orjson.JSONDecodeError:
        return body
    if isinstance(answer, list):
        return orjson.dumps([row for row in answer for _ in range(2)])
    if isinstance(answer, dict):
        for key, value in answer.items():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                answer[key] = [row for row in value for _ in range(2)]
    return orjson.dumps(answer)


def _break_connection(environ: Environ) -> None:
    """Close the client's socket, as a network does. The server hands out its connection only by this callable."""
    check = environ.get("waitress.client_disconnected")
    channel = getattr(check, "__self__", None)
    sock = getattr(channel, "socket", None)
    if sock is not None:
        with contextlib.suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)
