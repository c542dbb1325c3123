"""
Signing in to Zendesk: what every call of a session is signed with, and what happens when it is refused.

OAuth tokens are kept for all workers together (`tokens`); an API token signs by itself, for as long as those work.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import requests
from requests.auth import AuthBase, HTTPBasicAuth

from integration.connection import Connection
from integration.connectors.zendesk.tokens import SharedTokens
from integration.errors import ConnectorError
from integration.keeping import TokenKeeper

API_TOKENS_END = date(2027, 4, 30)
"""The last day on which Zendesk takes API tokens."""


def uses_api_token(connection: Connection) -> bool:
    """Whether the connection signs in with an API token and not by OAuth."""
    return "api_token" in connection.credential


def open_signin(
    connection: Connection,
    session: requests.Session,
    keeper: TokenKeeper,
    clock: Callable[[], datetime],
    sleep: Callable[[float], None],
) -> AuthBase:
    """
    Return what signs the session's calls.

    Raises:
        ConnectorError: permanent; the credential has the keys of none of the three ways.
    """
    keys = connection.credential
    by_person = keys.get("grant") == "authorization_code"
    if keys.get("client_id") and (keys.get("client_secret") or by_person):
        return Bearer(SharedTokens(connection, session, keeper, clock, sleep))
    if keys.get("email") and keys.get("api_token"):
        return HTTPBasicAuth(f"{keys['email']}/token", keys["api_token"])
    raise ConnectorError(
        "The connection has no usable credential; give client_id and client_secret of an OAuth client.",
        permanent=True,
    )


class Bearer(AuthBase):
    """Signs calls with the access token; one that is refused is sent once more, with a new token."""

    def __init__(self, tokens: SharedTokens) -> None:
        self._tokens = tokens

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._tokens.current()}"
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
        again.headers["Authorization"] = f"Bearer {self._tokens.replace(refused)}"
        # through the adapter, not the session: this hook is not asked again, so there is no loop
        adapter: requests.adapters.HTTPAdapter = response.connection  # set by the adapter that sent it
        answer = adapter.send(again, **settings)
        answer.history.append(response)
        answer.request = again
        return answer
