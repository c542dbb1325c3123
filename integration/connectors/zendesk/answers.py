"""What an answer of Zendesk says: its JSON, and where it is no success, what was refused and what to do."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, TypeVar

import msgspec
import orjson
import requests

from integration.connectors.zendesk.grants import SignInError
from integration.errors import ConnectorError

Answer = TypeVar("Answer")

_SCOPES = re.compile(r"required scopes?: ([a-z_: ,]+)")


class RefusedError(ConnectorError):
    """Zendesk understood, and said no. `status` is the HTTP status, `answer` the error's JSON, or empty."""

    def __init__(self, message: str, status: int, answer: Mapping[str, Any]) -> None:
        super().__init__(message, permanent=True)
        self.status = status
        self.answer = answer


class UnauthorizedError(SignInError):
    """Zendesk does not take our credential, new token and all; the work waits until it does."""


def read_json(content: bytes, path: str) -> dict[str, Any]:
    """Return an answer's JSON object; ConnectorError where it is none."""
    return read_as(dict[str, Any], content, path)


def read_as(kind: type[Answer], content: bytes, path: str) -> Answer:
    """Return an answer's JSON as a `kind`; ConnectorError where it is none."""
    try:
        return msgspec.json.decode(content, type=kind)
    except msgspec.ValidationError as error:
        # names the place and the types, no value
        raise ConnectorError(f"Zendesk's answer to {path} is not as documented: {error}.") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise ConnectorError(f"Zendesk's answer to {path} is no JSON, or was cut.") from None


def read_error(response: requests.Response) -> Mapping[str, Any]:
    """Return the JSON object of an answer that is no success, or an empty one."""
    try:
        answer = orjson.loads(response.content)
    except (orjson.JSONDecodeError, requests.RequestException):
        return {}
    return answer if isinstance(answer, dict) else {}


def explain(status: int, answer: Mapping[str, Any], where: str) -> str:
    """Say what was refused and what to do; the error's code is Zendesk's, its free text may quote a ticket."""
    if status == HTTPStatus.UNAUTHORIZED:
        return f"Zendesk does not accept our credential ({where}); renew it and run sidelight connect zendesk."
    if status == HTTPStatus.FORBIDDEN:
        missing = _SCOPES.search(str(answer.get("description") or ""))
        if missing:
            return f"Zendesk forbids {where}: the OAuth client lacks the scope {missing[1].strip()}; allow it there."
        return f"Zendesk forbids {where}; the credential's owner must be an admin, with read and write scope."
    error = answer.get("error")
    code = error.get("title") if isinstance(error, dict) else error
    return f"Zendesk refused {where} with {status}{f' {code}' if isinstance(code, str) else ''}."


def retry_after_s(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds of Retry-After, which may be a date; None where it is not there or unreadable."""
    value = headers.get("retry-after", "").strip()
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
