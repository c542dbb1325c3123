"""
Signing in to Zendesk: OAuth client credentials, or an API token for as long as those work.

Every call of the session is signed here, token requests excepted. A token that is refused is replaced once a call.
"""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import orjson
import requests
from requests.auth import AuthBase, HTTPBasicAuth

from integration.connectors import Connection
from integration.errors import ConnectorError

API_TOKENS_END = "2027-04-30"
"""When Zendesk turns API tokens off."""

_TOKEN_LIFE_S = 86_400
# A token is replaced this long before it ends, so that none ends on its way.
_EARLY = timedelta(seconds=60)


def uses_api_token(connection: Connection) -> bool:
    """Whether the connection signs in with an API token and not by OAuth."""
    return "api_token" in connection.credential


def open_signin(connection: Connection, session: requests.Session, clock: Callable[[], datetime]) -> AuthBase:
    """
    Return what signs the session's calls.

    Raises:
        ConnectorError: permanent; the credential has neither of the two pairs of keys.
    """
    keys = connection.credential
    if keys.get("client_id") and keys.get("client_secret"):
        return ClientCredentials(connection, session, clock)
    if keys.get("email") and keys.get("api_token"):
        return HTTPBasicAuth(f"{keys['email']}/token", keys["api_token"])
    raise ConnectorError(
        f"{connection.id} has no usable credential; give client_id and client_secret of an OAuth client.",
        permanent=True,
    )


class ClientCredentials(AuthBase):
    """Bearer tokens of an OAuth client that acts as its owner, fetched when needed and kept in memory only."""

    def __init__(self, connection: Connection, session: requests.Session, clock: Callable[[], datetime]) -> None:
        self._connection = connection
        self._session = session
        self._clock = clock
        self._lock = threading.Lock()
        self._token: str | None = None
        self._ends_at: datetime | None = None

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._current_token()}"
        request.register_hook("response", self._answer_refusal)  # type: ignore[no-untyped-call] # requests has no types
        return request

    def _answer_refusal(self, response: requests.Response, **settings: Any) -> requests.Response:
        """Send a call that was refused once more with a new token; what comes back then is the answer."""
        if response.status_code != requests.codes.unauthorized:
            return response
        refused = response.request.headers.get("Authorization", "").removeprefix("Bearer ")
        response.content  # noqa: B018 - read, so that the connection can be used again
        response.close()
        again = response.request.copy()
        again.headers["Authorization"] = f"Bearer {self._replace_token(refused)}"
        # through the adapter, not the session: this hook is not asked again, so there is no loop
        adapter: requests.adapters.HTTPAdapter = response.connection  # set by the adapter that sent it
        answer = adapter.send(again, **settings)
        answer.history.append(response)
        answer.request = again
        return answer

    def _current_token(self) -> str:
        with self._lock:
            ended = self._ends_at is not None and self._clock() >= self._ends_at
            if self._token is None or ended:
                self._fetch_token()
            return self._token or ""

    def _replace_token(self, refused: str) -> str:
        with self._lock:
            # another thread may have replaced it while this one waited
            if self._token is None or self._token == refused:
                self._fetch_token()
            return self._token or ""

    def _fetch_token(self) -> None:
        keys = self._connection.credential
        response = self._session.post(
            f"{self._connection.address.rstrip('/')}/oauth/tokens",
            json={
                "grant_type": "client_credentials",
                "client_id": keys["client_id"],
                "client_secret": keys["client_secret"],
                "scope": "read write",
                "expires_in": _TOKEN_LIFE_S,
            },
            auth=_unsigned,
            allow_redirects=False,
        )
        try:
            answer = orjson.loads(response.content)
            token = answer["access_token"]
        except (orjson.JSONDecodeError, KeyError, TypeError):
            raise ConnectorError("Zendesk answered a token request with something that holds no token.") from None
        life = answer.get("expires_in")
        self._token = str(token)
        self._ends_at = self._clock() + timedelta(seconds=life) - _EARLY if isinstance(life, int) else None


def _unsigned(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keep requests from signing the token request with the session's sign-in."""
    return request
