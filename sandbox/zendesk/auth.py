"""Signing in: OAuth access tokens and API tokens; and who then asks."""

import base64
import binascii
import hmac
import secrets
from dataclasses import dataclass, field

import flask

from sandbox.zendesk.answers import answer, sent_json
from sandbox.zendesk.errors import ApiError, bad_request, forbidden, invalid_token, not_authenticated
from sandbox.zendesk.rows import User
from sandbox.zendesk.state import Account

SHORTEST_S = 300
LONGEST_S = 2 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks. `scopes` is empty for API tokens, which may do all that their user may."""

    user: User
    scopes: tuple[str, ...] = ()

    def may(self, method: str, resource: str) -> bool:
        """Whether the token's scopes allow `method` on `resource` (`tickets`, `users` …)."""
        if not self.scopes:
            return True
        access = "read" if method in ("GET", "HEAD") else "write"
        return bool({access, f"{resource}:{access}", resource} & set(self.scopes))


@dataclass(frozen=True, slots=True)
class _Token:
    user_id: int
    scopes: tuple[str, ...]
    ends_s: float


@dataclass
class SignIn:
    """Hands out access tokens and recognises callers."""

    account: Account
    _tokens: dict[str, _Token] = field(default_factory=dict)

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
        raise not_authenticated()

    def _by_access_token(self, value: str) -> Caller:
        token = self._tokens.get(value)
        if token is None or token.ends_s <= self.account.clock().timestamp():
            raise invalid_token()
        return Caller(self.account.users[token.user_id], token.scopes)

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

    def grant(self) -> flask.Response:
        """Answer `POST /oauth/tokens`. Only `client_credentials` is granted; the token acts as the client's owner."""
        given = sent_json() if flask.request.is_json else dict(flask.request.form)
        options = self.account.options
        if given.get("grant_type") != "client_credentials":
            raise bad_oauth("unsupported_grant_type", "The authorization grant type is not supported")
        same_id = hmac.compare_digest(str(given.get("client_id", "")), options.oauth_client_id)
        same_secret = hmac.compare_digest(str(given.get("client_secret", "")), options.oauth_client_secret)
        if not (same_id and same_secret):
            raise ApiError(
                401,
                {
                    "error": "invalid_client",
                    "error_description": "Client authentication failed due to unknown client, no client"
                    " authentication included, or unsupported authentication method.",
                },
            )
        lifetime_s = self._lifetime_s(given.get("expires_in"))
        scope = str(given.get("scope") or "read write")
        value = secrets.token_hex(32)
        self._tokens[value] = _Token(
            self.account.owner_id, tuple(scope.split()), self.account.clock().timestamp() + lifetime_s
        )
        return answer({"access_token": value, "token_type": "bearer", "scope": scope, "expires_in": int(lifetime_s)})

    def _lifetime_s(self, asked: object) -> float:
        if self.account.options.token_lifetime_s is not None:
            return self.account.options.token_lifetime_s
        if asked is None:
            return LONGEST_S
        if not str(asked).isdigit() or not SHORTEST_S <= int(str(asked)) <= LONGEST_S:
            raise bad_oauth("invalid_request", f"expires_in must be between {SHORTEST_S} and {LONGEST_S} seconds")
        return int(str(asked))

    def expire(self, value: str | None) -> int:
        """End an access token, or all of them, and return how many were."""
        ended = [name for name in self._tokens if value in (None, name)]
        for name in ended:
            del self._tokens[name]
        return len(ended)

    def count(self) -> dict[str, int]:
        """Return how many tokens of each kind are good."""
        now_s = self.account.clock().timestamp()
        return {"access": sum(t.ends_s > now_s for t in self._tokens.values())}


def bad_oauth(error: str, description: str) -> ApiError:
    """Return the 400 of the token endpoint."""
    oauth = bad_request(error, description)
    oauth.body = {"error": error, "error_description": description}
    return oauth


def caller() -> Caller:
    """Return who makes the present call, as it was found before the endpoint ran."""
    found: Caller = flask.g.caller
    return found


def need_admin() -> None:
    """403 for who is not an admin."""
    if caller().user.role != "admin":
        raise forbidden()
