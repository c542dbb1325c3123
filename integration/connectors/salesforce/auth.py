"""Signing in: one locked provider of access tokens, for client credentials (run-as user) or a JWT bearer."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import jwt
import requests

from integration.connectors import Connection
from integration.connectors.salesforce.faults import SalesforceCallError
from integration.errors import ConnectorError

JWT_LIFETIME = timedelta(minutes=3)
"""Salesforce refuses assertions that are valid for longer than five minutes."""

LOGIN_WAIT_S = 60.0

_OK = 200
_FIRST_SERVER_ERROR = 500
_PERMANENT = {
    "invalid_client_id": "The client id is unknown; copy the consumer key of the external client app.",
    "invalid_client": "The client secret is wrong; copy the consumer secret of the external client app.",
    "invalid_grant": "The app refuses this user; allow the client credentials flow and name a run-as user, or for JWT"
    " pre-authorize the user and upload the certificate.",
    "invalid_app_access": "The user is not admitted to the app; pre-authorize it by the app's policies.",
    "inactive_user": "The run-as user is inactive; activate it, or name another one.",
    "inactive_org": "The org is closed or locked; ask Salesforce.",
    "unsupported_grant_type": "The app does not allow this flow; enable client credentials or JWT bearer in it.",
    "unauthorized_client": "The app does not allow this flow; enable client credentials or JWT bearer in it.",
}


@dataclass(frozen=True, slots=True)
class Token:
    """An access token and whom it stands for. `serial` grows with every sign-in."""

    text: str = field(repr=False)
    organization_id: str | None
    user_id: str | None
    serial: int


class TokenProvider:
    """
    Signs in when a token is first asked for, and again only when the one in use has been refused.

    Tokens are asked of the connection's own My Domain address and used there only: an `instance_url` in the answer is
    not followed, so that no answer can send a token elsewhere.
    """

    def __init__(self, connection: Connection, session: requests.Session, clock: Callable[[], datetime]) -> None:
        self._connection = connection
        self._session = session
        self._clock = clock
        self._lock = threading.Lock()
        self._token: Token | None = None

    def current(self) -> Token:
        """Return the token in use; signs in where there is none yet."""
        with self._lock:
            if self._token is None:
                self._token = self._sign_in(1)
            return self._token

    def renew(self, refused: Token) -> Token:
        """Return a token newer than `refused`; whoever comes second gets the one that the first has fetched."""
        with self._lock:
            if self._token is None or self._token.serial <= refused.serial:
                self._token = self._sign_in(refused.serial + 1)
            return self._token

    def _sign_in(self, serial: int) -> Token:
        url = f"{self._connection.address}/services/oauth2/token"
        try:
            response = self._session.post(url, data=self._grant(), headers={"Accept": "application/json"})
            body: Any = response.json() if response.content else None
        except requests.exceptions.JSONDecodeError:
            body = None
        except requests.RequestException as error:
            raise ConnectorError(f"Salesforce could not be reached to sign in ({type(error).__name__}).") from error
        if response.status_code != _OK or not isinstance(body, dict) or not body.get("access_token"):
            raise _refusal(response.status_code, body if isinstance(body, dict) else {})
        organization_id, user_id = _identity(body.get("id"))
        return Token(str(body["access_token"]), organization_id, user_id, serial)

    def _grant(self) -> dict[str, str]:
        """Return the form of the flow that the credential is meant for."""
        credential = self._connection.credential
        client_id = credential.get("client_id")
        if client_id and credential.get("private_key") and credential.get("username"):
            return {"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": self._assertion()}
        if client_id and credential.get("client_secret"):
            return {
                "grant_type": "client_credentials",
                "client_id": client_id,
                "client_secret": credential["client_secret"],
            }
        raise ConnectorError(
            f"{self._connection.id} has neither client_id and client_secret, nor client_id, username and private_key;"
            " connect it again.",
            permanent=True,
        )

    def _assertion(self) -> str:
        credential = self._connection.credential
        # a sandbox org's My Domain ends so, and signs in at test.salesforce.com
        sandbox = (urlsplit(self._connection.address).hostname or "").endswith(".sandbox.my.salesforce.com")
        claims = {
            "iss": credential["client_id"],
            "sub": credential["username"],
            "aud": "https://test.salesforce.com" if sandbox else "https://login.salesforce.com",
            "exp": int((self._clock() + JWT_LIFETIME).timestamp()),
        }
        try:
            return jwt.encode(claims, credential["private_key"], algorithm="RS256")
        except (ValueError, TypeError, jwt.PyJWTError) as error:
            raise ConnectorError(
                f"The private key of {self._connection.id} cannot be read; give it as PEM text.", permanent=True
            ) from error


def _identity(url: Any) -> tuple[str | None, str | None]:
    """Return (organization id, user id) from an identity URL, `https://…/id/ORG/USER`."""
    parts = urlsplit(url).path.strip("/").split("/") if isinstance(url, str) else []
    if len(parts) == len(("id", "ORG", "USER")) and parts[0] == "id":
        return parts[1], parts[2]
    return None, None


def _refusal(status: int, body: dict[str, Any]) -> SalesforceCallError:
    code = str(body.get("error") or "")
    if "login rate exceeded" in str(body.get("error_description") or "").lower():
        return SalesforceCallError(
            "Salesforce limits sign-ins just now.", status=status, code=code, retry_after_s=LOGIN_WAIT_S
        )
    if code in _PERMANENT and status < _FIRST_SERVER_ERROR:
        return SalesforceCallError(
            f"Salesforce refused the sign-in ({code}). {_PERMANENT[code]}", status=status, code=code, permanent=True
        )
    return SalesforceCallError(
        f"Salesforce could not sign us in just now (HTTP {status} {code or 'without an error code'}).",
        status=status,
        code=code,
    )
