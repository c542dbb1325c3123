"""Signing in: OAuth access tokens and API tokens; and who then asks."""

import base64
import binascii
import hmac
from dataclasses import dataclass, field

import flask

from sandbox.desk.sessions import AgentSessions
from sandbox.zendesk.errors import forbidden, invalid_token, not_authenticated
from sandbox.zendesk.rows import User
from sandbox.zendesk.state import Account
from sandbox.zendesk.tokens import Token, TokenStore


@dataclass(frozen=True, slots=True)
class Caller:
    """
    Who asks. `scopes` is empty for API tokens and for the page, which may do all that their user may.

    `channel` is how audits say that a change came: the agent's page writes as the vendor's own does.
    """

    user: User
    scopes: tuple[str, ...] = ()
    token: Token | None = None
    channel: str = "api"

    def may(self, method: str, resource: str) -> bool:
        """Whether the token's scopes allow `method` on `resource` (`tickets`, `users` …)."""
        if not self.scopes:
            return True
        access = "read" if method in ("GET", "HEAD") else "write"
        return bool({access, f"{resource}:{access}", resource} & set(self.scopes))


@dataclass
class SignIn:
    """Hands out access tokens and recognises callers."""

    account: Account
    tokens: TokenStore = field(default_factory=TokenStore)
    sessions: AgentSessions = field(default_factory=AgentSessions)

    def caller(self) -> Caller:
        """
        Return who makes the present call.

        Raises:
            ApiError: 401 where nobody did, or the credentials are wrong or expired.
        """
        header = flask.request.headers.get("Authorization", "")
        kind, _, value = header.partition(" ")
        if kind.lower() == "bearer":
            return self._by_access_token(value.strip())
        if kind.lower() == "basic":
            return self._by_api_token(value.strip())
        if not header and self.sessions.is_open():
            return Caller(self.account.page_agent(), channel="web")
        raise not_authenticated()

    def _by_access_token(self, value: str) -> Caller:
        now_s = self.account.clock().timestamp()
        token = self.tokens.find(value, now_s)
        if token is None:
            raise invalid_token()
        token.used_s = now_s
        return Caller(self.account.users[token.user_id], token.scopes, token)

    def _by_api_token(self, value: str) -> Caller:
        try:
            name, _, secret = base64.b64decode(value, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError) as error:
            raise not_authenticated() from error
        email, slash, word = name.rpartition("/")
        user = self.account.user_with_email(email) if slash and word == "token" else None
        known = any(hmac.compare_digest(secret, token) for token in self.account.options.api_tokens)
        if user is None or not user.is_staff or not known:
            raise not_authenticated()
        return Caller(user)

    def expire(self, value: str | None) -> int:
        """End an access token, or all of them, as time does; return how many were."""
        return self.tokens.expire(value, self.account.clock().timestamp())

    def count(self) -> dict[str, int]:
        """Return how many tokens of each kind are good."""
        return self.tokens.count(self.account.clock().timestamp())


def caller() -> Caller:
    """Return who makes the present call, as it was found before the endpoint ran."""
    found: Caller = flask.g.caller
    return found


def need_admin() -> None:
    """403 for who is not an admin."""
    if caller().user.role != "admin":
        raise forbidden()
