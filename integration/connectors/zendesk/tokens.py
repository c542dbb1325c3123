"""
The tokens that all workers share, and their replacement by one worker at a time.

A refresh kills both old tokens. So the right to refresh is a lease, and the new pair is committed before it is used.
Where a worker dies between the refresh and the commit, the next one tries the old refresh token once its lease has run
out; Zendesk refuses it, and from then on everybody knows, without asking Zendesk again, that a person has to sign in.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

import requests

from integration.connection import Connection
from integration.connectors.zendesk.grants import Granted, GrantRefusedError, SignInError, by_client, by_refresh
from integration.errors import ConnectorError
from integration.keeping import TokenKeeper, Tokens

LEASE = timedelta(seconds=90)
"""Longer than a token request may take, so that no second worker begins while the first may still succeed."""
LOOK_AGAIN_S = 0.1
_LONGEST_WAIT_S = 30.0
_EARLY = timedelta(seconds=60)
"""A token is replaced this long before it ends, so that none ends on its way."""

SIGN_IN_AGAIN = "The sign-in to Zendesk has ended; run sidelight connect zendesk --authorize to sign in again."

Step = Literal["mine", "changed", "busy", "lost"]


def begin(tokens: Tokens, version: int, now: datetime) -> tuple[Tokens, Step]:
    """Take the right to replace the tokens of `version`, if nobody has it and nobody was faster; pure."""
    if tokens.lost is not None:
        return tokens, "lost"
    if tokens.version != version:
        return tokens, "changed"
    if tokens.leased_until is not None and now < tokens.leased_until:
        return tokens, "busy"
    return replace(tokens, leased_until=now + LEASE), "mine"


def succeed(tokens: Tokens, granted: Granted) -> tuple[Tokens, Tokens]:
    """Put the new pair in the place of the old one; pure."""
    fresh = Tokens(tokens.version + 1, granted.access, granted.refresh, granted.ends_at)
    return fresh, fresh


def let_go(tokens: Tokens, version: int, lost: str | None = None) -> tuple[Tokens, None]:
    """Give the right back without new tokens; `lost` says why nobody needs to try again; pure."""
    if tokens.version != version:
        return tokens, None
    return replace(tokens, leased_until=None, lost=lost), None


def store_first(keeper: TokenKeeper, connection: str, granted: Granted) -> None:
    """Keep the first pair, in the place of all that were before."""
    keeper.change_tokens(connection, lambda known: succeed(replace(known, lost=None), granted))


class SharedTokens:
    """The access token of one connection, as it is now or as soon as somebody has replaced it."""

    def __init__(
        self,
        connection: Connection,
        session: requests.Session,
        keeper: TokenKeeper,
        clock: Callable[[], datetime],
        sleep: Callable[[float], None],
    ) -> None:
        self._connection = connection
        self._session = session
        self._keeper = keeper
        self._clock = clock
        self._sleep = sleep
        self._by_person = connection.credential.get("grant") == "authorization_code"
        self._known = Tokens()

    def current(self) -> str:
        """
        Return an access token that has not ended.

        Raises:
            ConnectorError: there is none to be had; SignInError where a person must do something.
        """
        if not self._usable(self._known):
            self._known = self._keeper.load_tokens(self._connection.id)
        if not self._usable(self._known):
            self._replace(self._known.version)
        return self._known.access or ""

    def replace(self, refused: str) -> str:
        """Return another access token than the one that Zendesk refused."""
        if self._known.access == refused:
            stored = self._keeper.load_tokens(self._connection.id)
            if stored.version == self._known.version:
                self._replace(stored.version)
            else:
                self._known = stored
        return self.current()

    def _usable(self, tokens: Tokens) -> bool:
        if tokens.lost is not None or tokens.access is None:
            return False
        return tokens.ends_at is None or self._clock() < tokens.ends_at - _EARLY

    def _replace(self, version: int) -> None:
        waited_s = 0.0
        while True:
            step = self._keeper.change_tokens(self._connection.id, lambda known: begin(known, version, self._clock()))
            if step == "mine":
                self._known = self._ask(version)
                return
            if step == "busy" and waited_s < _LONGEST_WAIT_S:
                self._sleep(LOOK_AGAIN_S)
                waited_s += LOOK_AGAIN_S
                continue
            self._known = self._keeper.load_tokens(self._connection.id)
            if step == "lost":
                raise SignInError(self._known.lost or SIGN_IN_AGAIN)
            if step == "busy":
                raise ConnectorError("Another worker is signing in to Zendesk; going on soon.", retry_after_s=5.0)
            return

    def _ask(self, version: int) -> Tokens:
        """Ask Zendesk for tokens, and commit them before anybody uses them."""
        connection, keeper = self._connection, self._keeper
        try:
            granted = self._grant(keeper.load_tokens(connection.id).refresh)
        except GrantRefusedError as error:
            ended = self._by_person and error.code == "invalid_grant"
            lost = SIGN_IN_AGAIN if ended else None
            keeper.change_tokens(connection.id, lambda known: let_go(known, version, lost))
            raise (SignInError(SIGN_IN_AGAIN) if ended else error) from None
        except (ConnectorError, requests.RequestException) as error:
            # Zendesk may have answered all the same: the next try tells whether the refresh token still works
            keeper.change_tokens(connection.id, lambda known: let_go(known, version))
            if isinstance(error, ConnectorError):
                raise
            raise ConnectorError(f"Zendesk's sign-in could not be reached ({type(error).__name__}).") from None
        return keeper.change_tokens(connection.id, lambda known: succeed(known, granted))

    def _grant(self, refresh: str | None) -> Granted:
        if not self._by_person:
            return by_client(self._connection, self._session, self._clock())
        if refresh is None:
            raise GrantRefusedError(SIGN_IN_AGAIN, "invalid_grant")
        return by_refresh(self._connection, self._session, refresh, self._clock())
