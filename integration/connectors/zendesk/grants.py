"""The token endpoint: each way in which an OAuth client gets a pair of tokens. Nothing is kept here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any

import orjson
import requests

from integration.connection import Connection
from integration.errors import ConnectorError

SCOPE = "read write"
ACCESS_S = 86_400
"""Zendesk allows 5 minutes to 2 days."""
REFRESH_S = 89 * 86_400
"""Zendesk allows 7 to 90 days; each use begins them anew, so only a pause this long ends the sign-in."""
_UNUSABLE = ("invalid_grant", "invalid_client", "unauthorized_client", "invalid_request", "invalid_scope")


class SignInError(ConnectorError):
    """
    Nobody can sign in until a person does something.

    Not permanent for a job: it waits, and goes on when the sign-in works again.
    """


class GrantRefusedError(SignInError):
    """Zendesk does not give tokens for what we have. `code` is its own word for why."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Granted:
    """A pair of tokens as Zendesk gave it."""

    access: str = field(repr=False)
    refresh: str | None = field(repr=False)
    ends_at: datetime | None


def by_client(connection: Connection, session: requests.Session, now: datetime) -> Granted:
    """Return a token for a confidential client, which acts as its owner."""
    return _ask(connection, session, {"grant_type": "client_credentials"}, now)


def by_refresh(connection: Connection, session: requests.Session, refresh: str, now: datetime) -> Granted:
    """Return a new pair for a refresh token; both old tokens are dead from then on."""
    asked = {"grant_type": "refresh_token", "refresh_token": refresh, "refresh_token_expires_in": REFRESH_S}
    return _ask(connection, session, asked, now)


def by_code(
    connection: Connection, session: requests.Session, code: str, redirect_uri: str, verifier: str, now: datetime
) -> Granted:
    """Return the first pair for the code that a person's consent gave; codes live for two minutes."""
    asked = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": redirect_uri,
        "code_verifier": verifier,
        "refresh_token_expires_in": REFRESH_S,
    }
    return _ask(connection, session, asked, now)


def _ask(connection: Connection, session: requests.Session, asked: Mapping[str, Any], now: datetime) -> Granted:
    keys = connection.credential
    body = {**asked, "client_id": keys["client_id"], "scope": SCOPE, "expires_in": ACCESS_S}
    if keys.get("client_secret"):
        body["client_secret"] = keys["client_secret"]
    try:
        response = session.post(
            f"{connection.address.rstrip('/')}/oauth/tokens", json=body, auth=_unsigned, allow_redirects=False
        )
    except ConnectorError as error:
        # the session's judge raises what is no success; the refusals of this endpoint are ours to tell
        status, answer = getattr(error, "status", None), getattr(error, "answer", {})
        if status in (HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED) and isinstance(answer, Mapping):
            raise _refused(str(answer.get("error") or status)) from None
        raise
    if response.status_code in (HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED):
        raise _refused(str(_read(response).get("error") or response.status_code))
    answer = _read(response)
    if response.status_code >= HTTPStatus.MULTIPLE_CHOICES:
        raise ConnectorError(f"Zendesk failed with {response.status_code} (POST /oauth/tokens).")
    token = answer.get("access_token")
    if not isinstance(token, str) or not token:
        raise ConnectorError("Zendesk answered a token request with something that holds no token.")
    life, refresh = answer.get("expires_in"), answer.get("refresh_token")
    return Granted(
        access=token,
        refresh=refresh if isinstance(refresh, str) and refresh else None,
        ends_at=now + timedelta(seconds=life) if isinstance(life, int) else None,
    )


def _refused(code: str) -> GrantRefusedError:
    known = code if code in _UNUSABLE else "an error"
    if code == "invalid_scope":
        says = "the OAuth client does not allow the scopes read and write; allow both in Admin Center"
    else:
        says = "check client id and secret, and that the client is active"
    return GrantRefusedError(
        f"Zendesk does not accept our credential ({known} for POST /oauth/tokens); {says},"
        " then run sidelight connect zendesk.",
        code,
    )


def _read(response: requests.Response) -> Mapping[str, Any]:
    try:
        answer = orjson.loads(response.content)
    except orjson.JSONDecodeError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _unsigned(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keep requests from signing the token request with the session's sign-in."""
    return request
