"""Answers in JSON, and reading what a call sent."""

from typing import Any

import flask
import orjson

from sandbox.zendesk.errors import bad_request, too_many_values


def answer(body: Any, status: int = 200) -> flask.Response:
    """Return `body` as Zendesk sends JSON."""
    return flask.Response(orjson.dumps(body), status=status, content_type="application/json; charset=utf-8")


def nothing(status: int = 204) -> flask.Response:
    """Return an answer without a body."""
    return flask.Response(status=status)


def sent_json() -> dict[str, Any]:
    """
    Return the JSON object that the call sent; an empty one where it sent nothing.

    Raises:
        ApiError: what was sent is no JSON object.
    """
    raw = flask.request.get_data()
    if not raw:
        return {}
    try:
        body = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise bad_request("UnprocessableEntity", "Server could not parse JSON") from error
    if not isinstance(body, dict):
        raise bad_request("UnprocessableEntity", "Server could not parse JSON")
    return body


def sent_object(name: str) -> dict[str, Any]:
    """
    Return the object that the call sent under `name`.

    Raises:
        ApiError: there is none.
    """
    value = sent_json().get(name)
    if not isinstance(value, dict):
        raise bad_request("RecordValidationError", f"Parameter {name} is required", parameter_missing=name)
    return value


def asked_ids(limit: int = 100) -> list[int]:
    """
    Return the numbers of the query's `ids`.

    Raises:
        ApiError: none, more than `limit`, or no numbers.
    """
    parts = [part for part in flask.request.args.get("ids", "").split(",") if part.strip()]
    if not parts:
        raise bad_request("InvalidRequest", "ids are required")
    if len(parts) > limit:
        raise too_many_values(limit)
    try:
        return [int(part) for part in parts]
    except ValueError as error:
        raise bad_request("InvalidValue", "ids must be numbers") from error


def asked_number(name: str, default: int, lowest: int, highest: int) -> int:
    """Return the query's number `name`, held between `lowest` and `highest`; 400 where it is no number."""
    text = flask.request.args.get(name)
    if text is None:
        return default
    try:
        return max(lowest, min(highest, int(float(text))))
    except ValueError as error:
        raise bad_request("InvalidValue", f"{name} must be a number") from error


def asked_includes() -> set[str]:
    """Return the sideloads that the call asks for."""
    return {part.strip() for part in flask.request.args.get("include", "").split(",") if part.strip()}
