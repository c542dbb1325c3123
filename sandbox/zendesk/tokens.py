"""OAuth tokens and authorization codes: who they act for, what they may do, and until when. Times are Unix seconds."""

import secrets
from dataclasses import dataclass, field

CODE_LIFETIME_S = 120
SHORTEST_S, LONGEST_S = 300, 172_800
SHORTEST_REFRESH_S, LONGEST_REFRESH_S, USUAL_REFRESH_S = 604_800, 7_776_000, 2_592_000


@dataclass(slots=True)
class Token:
    """An access token, with the refresh token that belongs to it where there is one."""

    id: int
    value: str = field(repr=False)
    client_id: str
    user_id: int
    scopes: tuple[str, ...]
    created_s: float
    ends_s: float
    refresh_value: str | None = field(default=None, repr=False)
    refresh_ends_s: float = 0.0
    used_s: float | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """An authorization code: good once, for two minutes, for the address and client that it was asked for."""

    client_id: str
    user_id: int
    scopes: tuple[str, ...]
    redirect_uri: str
    challenge: str | None
    method: str
    ends_s: float


class TokenStore:
    """All tokens and codes of the account. Whoever uses it holds the account's lock."""

    def __init__(self) -> None:
        self._tokens: dict[str, Token] = {}
        self._by_refresh: dict[str, Token] = {}
        self._codes: dict[str, Code] = {}
        self._last_id = 0

    def issue(self, client_id: str, user_id: int, scopes: tuple[str, ...], now_s: float, life_s: float) -> Token:
        """Return a new access token."""
        self._last_id += 1
        value = secrets.token_hex(32)
        token = Token(self._last_id, value, client_id, user_id, scopes, now_s, now_s + life_s)
        self._tokens[value] = token
        return token

    def add_refresh(self, token: Token, ends_s: float) -> None:
        """Give a token its refresh token."""
        token.refresh_value, token.refresh_ends_s = secrets.token_hex(32), ends_s
        self._by_refresh[token.refresh_value] = token

    def find(self, value: str, now_s: float) -> Token | None:
        """Return the access token where it is good."""
        token = self._tokens.get(value)
        return token if token is not None and token.ends_s > now_s else None

    def find_refresh(self, value: str, now_s: float) -> Token | None:
        """Return the token whose refresh token this is, where that is good; its access token may have ended."""
        token = self._by_refresh.get(value)
        return token if token is not None and token.refresh_ends_s > now_s else None

    def revoke(self, token: Token) -> None:
        """End an access token and its refresh token."""
        self._tokens.pop(token.value, None)
        self._by_refresh.pop(token.refresh_value or "", None)

    def expire(self, value: str | None, now_s: float) -> int:
        """End an access token, or all of them, as time does: refresh tokens stay good."""
        ended = [t for name, t in self._tokens.items() if value in (None, name) and t.ends_s > now_s]
        for token in ended:
            token.ends_s = now_s
            self._tokens.pop(token.value, None)
        return len(ended)

    def all(self) -> list[Token]:
        """Return all tokens that were not revoked."""
        known = {id(t): t for t in (*self._tokens.values(), *self._by_refresh.values())}
        return sorted(known.values(), key=lambda t: t.id)

    def count(self, now_s: float) -> dict[str, int]:
        """Return how many tokens of each kind are good."""
        access = sum(t.ends_s > now_s for t in self._tokens.values())
        return {"access": access, "refresh": sum(t.refresh_ends_s > now_s for t in self._by_refresh.values())}

    def keep_code(self, code: Code) -> str:
        """Return a new authorization code."""
        value = secrets.token_hex(32)
        self._codes[value] = code
        return value

    def take_code(self, value: str) -> Code | None:
        """Return what a code stands for, and forget it."""
        return self._codes.pop(value, None)
