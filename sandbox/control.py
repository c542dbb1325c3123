"""
The control API of a loopback helpdesk: no vendor has it, and it needs no sign-in.

It lets a demo or a test ask what happened (`/control/ids`, `/control/stats`, `/control/comments`, `/control/truth`),
act as the account's people do (`/control/reply`, `/control/do/ACT`), move the clock, end tokens and plant faults
(`/control/faults`). Both helpdesks share it.
"""

import functools
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Protocol

import flask
import orjson

from sandbox.faults import WSGI, Environ, Fault, FaultError, FaultSwitch, StartResponse

_ID_PART = re.compile(r"/(?:\d+|[0-9A-Z]{26}|[0-9a-f]{32}|(?=[a-zA-Z]*\d)[0-9a-zA-Z]{15}(?:[0-9a-zA-Z]{3})?)(?=/|$|\.)")


class Controlled(Protocol):
    """What a loopback helpdesk gives to its control API."""

    def ids(self) -> dict[str, str]:
        """Return the vendor's id for each ticket id of the world file."""

    def written_comments(self) -> list[dict[str, Any]]:
        """Return all comments written through the vendor's API, oldest first, with ticket, public, author and body."""

    def reply_as_customer(self, ticket_id: str, text: str) -> None:
        """Write as the ticket's requester, by the vendor's ticket id; KeyError where there is none."""


class ActError(ValueError):
    """An act that cannot be done; the message names the field."""


class Stage(Protocol):
    """What a loopback helpdesk lets its control API do with its world. Each of these takes its own lock."""

    def do(self, act: str, given: dict[str, Any]) -> dict[str, Any]:
        """Do what a person of the account does; ActError where `given` is wrong, KeyError for what is not there."""

    def truth(self) -> Iterator[bytes]:
        """Yield the account's world as JSON, in pieces."""

    def move_clock(self, *, by_s: float | None = None, to: datetime | None = None) -> datetime:
        """Move the clock by seconds or to a moment, and return what it shows then."""

    def expire_tokens(self, token: str | None) -> int:
        """End one access token, or all of them; return how many were."""

    def count_tokens(self) -> dict[str, int]:
        """Return how many tokens of each kind are good at present."""


class CallCount:
    """A layer around a WSGI application that counts calls by endpoint and status."""

    def __init__(self, app: WSGI) -> None:
        self._app = app
        self._counts: Counter[tuple[str, str]] = Counter()
        self._lock = threading.Lock()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one call and count it."""
        path = environ.get("PATH_INFO", "")
        if path.startswith(("/control", "/agent")):
            return self._app(environ, start_response)
        endpoint = f"{environ['REQUEST_METHOD']} {_ID_PART.sub('/{id}', path.removesuffix('.json'))}"

        def counted(status: str, headers: list[tuple[str, str]], error: Any = None) -> Any:
            with self._lock:
                self._counts[endpoint, status.split(" ", 1)[0]] += 1
            return start_response(status, headers, error) if error else start_response(status, headers)

        return self._app(environ, counted)

    def show(self) -> dict[str, Any]:
        """Return `{"total": n, "calls": {endpoint: {status: n}}}`."""
        with self._lock:
            counts = dict(self._counts)
        calls: dict[str, dict[str, int]] = {}
        for (endpoint, status), count in sorted(counts.items()):
            calls.setdefault(endpoint, {})[status] = count
        return {"total": sum(counts.values()), "calls": calls}

    def reset(self) -> None:
        """Forget all calls."""
        with self._lock:
            self._counts.clear()


def install_control(app: flask.Flask, helpdesk: Controlled, stage: Stage | None = None) -> FaultSwitch:
    """Give `app` its control API, and the layers that count its calls and let planted faults strike."""
    faults = FaultSwitch(app.wsgi_app, stage.expire_tokens if stage else None)
    counted = CallCount(faults)
    app.wsgi_app = counted  # type: ignore[method-assign]  # Flask's documented way to add a layer
    app.register_blueprint(_blueprint(helpdesk, faults, counted))
    if stage is not None:
        app.register_blueprint(_stage_blueprint(stage))
    return faults


def _blueprint(helpdesk: Controlled, faults: FaultSwitch, counted: CallCount) -> flask.Blueprint:
    control = flask.Blueprint("control", __name__, url_prefix="/control")
    _add_story(control, helpdesk)
    _add_counts(control, counted)
    _add_faults(control, faults)
    return control


def _add_story(control: flask.Blueprint, helpdesk: Controlled) -> None:
    @control.get("/health")
    def health() -> flask.Response:
        return _json({"ok": True})

    @control.get("/ids")
    def ids() -> flask.Response:
        return _json(helpdesk.ids())

    @control.get("/comments")
    def comments() -> flask.Response:
        return _json(helpdesk.written_comments())

    @control.post("/reply")
    def reply() -> flask.Response:
        body = flask.request.get_json(force=True)
        try:
            helpdesk.reply_as_customer(str(body["id"]), str(body["text"]))
        except KeyError as error:
            return _json({"error": f"there is no {error}"}, 404)
        return _json({"ok": True})


def _stage_blueprint(stage: Stage) -> flask.Blueprint:
    control = flask.Blueprint("stage", __name__, url_prefix="/control")

    @control.post("/do/<act>")
    @_tells_errors
    def do(act: str) -> flask.Response:
        return _json(stage.do(act, _sent_object()))

    @control.get("/truth")
    def truth() -> flask.Response:
        return flask.Response(stage.truth(), mimetype="application/json")

    @control.post("/clock")
    @_tells_errors
    def move_clock() -> flask.Response:
        given = _sent_object()
        if "now" in given:
            moment = _moment(given["now"])
            return _json({"now": stage.move_clock(to=moment)})
        by_s = given.get("advance_s")
        if not isinstance(by_s, int | float) or isinstance(by_s, bool):
            raise ActError("advance_s must be a number of seconds, or now a time with a zone.")
        return _json({"now": stage.move_clock(by_s=by_s)})

    @control.get("/tokens")
    def tokens() -> flask.Response:
        return _json(stage.count_tokens())

    @control.post("/tokens")
    @_tells_errors
    def expire() -> flask.Response:
        wanted = _sent_object().get("expire")
        if not isinstance(wanted, str) or not wanted:
            raise ActError('expire must be "all" or an access token.')
        return _json({"expired": stage.expire_tokens(None if wanted == "all" else wanted)})

    return control


def _moment(text: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError as error:
        raise ActError("now must be a time with a zone, such as 2026-10-02T09:12:00Z.") from error
    if moment.tzinfo is None:
        raise ActError("now must be a time with a zone, such as 2026-10-02T09:12:00Z.")
    return moment.astimezone(UTC)


def _sent_object() -> dict[str, Any]:
    try:
        given = orjson.loads(flask.request.get_data() or b"{}")
    except orjson.JSONDecodeError as error:
        raise ActError(f"the body is no JSON ({error}).") from error
    if not isinstance(given, dict):
        raise ActError("the body must be an object.")
    return given


def _tells_errors(endpoint: Callable[..., flask.Response]) -> Callable[..., flask.Response]:
    @functools.wraps(endpoint)
    def telling(**arguments: str) -> flask.Response:
        try:
            return endpoint(**arguments)
        except ActError as error:
            return _json({"error": str(error)}, 400)
        except KeyError as error:
            return _json({"error": f"there is no {error}"}, 404)

    return telling


def _add_counts(control: flask.Blueprint, counted: CallCount) -> None:
    @control.get("/stats")
    def stats() -> flask.Response:
        return _json(counted.show())

    @control.delete("/stats")
    def reset_stats() -> flask.Response:
        counted.reset()
        return _json({"ok": True})


def _add_faults(control: flask.Blueprint, faults: FaultSwitch) -> None:
    @control.get("/faults")
    def show_faults() -> flask.Response:
        return _json(faults.show())

    @control.post("/faults")
    def plant_faults() -> flask.Response:
        rows = flask.request.get_json(force=True)
        try:
            faults.plant([Fault.read(row) for row in (rows if isinstance(rows, list) else [rows])])
        except FaultError as error:
            return _json({"error": str(error)}, 400)
        return _json(faults.show())

    @control.delete("/faults")
    def clear_faults() -> flask.Response:
        faults.clear()
        return _json([])


def _json(answer: Any, status: int = 200) -> flask.Response:
    return flask.Response(orjson.dumps(answer), status=status, mimetype="application/json")
