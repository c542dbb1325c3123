"""
Signing in: client credentials (a run-as user) or a JWT bearer, and one access token that all workers share.

A refused token is replaced by one worker, under a lease in the keeper; the others take what it has committed. There is
no refresh token in either flow, so a lost answer costs one more sign-in and nothing else.
"""

import re
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import jwt
import requests

from integration.connectors import Connection
from integration.connectors.salesforce.faults import SalesforceCallError, build_sign_in_error
from integration.errors import ConnectorError
from integration.keeping import TokenKeeper, Tokens, begin, let_go

JWT_LIFETIME = timedelta(minutes=3)
"""Salesforce refuses assertions that are valid for longer than five minutes."""

LOOK_AGAIN_S = 0.1
LONGEST_WAIT_S = 30.0
NO_PASSWORDS = (
    "Sidelight does not sign in to Salesforce by password: Salesforce retires the OAuth username-password flow"
    " (announced for Winter '27) and SOAP login() with Summer '27, on 2027-06-01. Make an External Client App with the"
    " client credentials flow, or a JWT bearer (docs/install-salesforce.md)."
)

_OK = 200
_PASSWORD_PARTS = ("password", "security_token")
_OF_SALESFORCE = re.compile(r"[a-z0-9.-]+\.(?:salesforce\.com|salesforce\.mil|force\.com|sfcrmproducts\.cn)")


@dataclass(frozen=True, slots=True)
class Token:
    """An access token, where it is good and whom it stands for. `version` grows with every sign-in of any worker."""

    text: str = field(repr=False)
    address: str
    organization_id: str | None
    user_id: str | None
    version: int


class TokenProvider:
    """
    Gives the token that all workers share, and has it replaced when it was refused.

    Args:
        connection: The org: signs in at its My Domain address.
        session: Carries the sign-in.
        keeper: Holds the token for all workers.
        clock: The present moment.
        sleep: Waits so many seconds, while another worker signs in.
    """

    def __init__(
        self,
        connection: Connection,
        session: requests.Session,
        keeper: TokenKeeper,
        clock: Callable[[], datetime],
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._connection = connection
        self._session = session
        self._keeper = keeper
        self._clock = clock
        self._sleep = sleep

    def current(self) -> Token:
        """Return the token in use; signs in where there is none yet."""
        known = self._keeper.load_tokens(self._connection.id)
        return self._read(known) if known.access else self._replace(known.version)

    def renew(self, refused: Token) -> Token:
        """Return a token newer than `refused`; whoever comes second gets the one that the first has fetched."""
        known = self._keeper.load_tokens(self._connection.id)
        if known.access and known.version != refused.version:
            return self._read(known)
        return self._replace(known.version)

    def sign_in(self) -> Token:
        """Return a new token in the place of whatever there was: what another credential had fetched is not used."""
        known = self._keeper.load_tokens(self._connection.id)
        return self._replace(known.version)

    def revoke(self) -> None:
        """End the token that all workers share, if there is one; an org that does not answer keeps it until it ends."""
        text = self._keeper.load_tokens(self._connection.id).access
        if text is None:
            return
        url = f"{self._connection.address}/services/oauth2/revoke"
        with suppress(requests.RequestException):
            self._session.post(url, data={"token": text}, allow_redirects=False)

    def _read(self, tokens: Tokens) -> Token:
        organization_id, _, user_id = (tokens.identity or "").partition("/")
        address = tokens.address or self._connection.address
        return Token(tokens.access or "", address, organization_id or None, user_id or None, tokens.version)

    def _replace(self, version: int) -> Token:
        name, waited_s = self._connection.id, 0.0
        while True:
            step = self._keeper.change_tokens(name, lambda known: begin(known, version, self._clock()))
            if step == "mine":
                return self._read(self._ask(version))
            if step == "changed":
                return self._read(self._keeper.load_tokens(name))
            if step == "lost":
                raise ConnectorError("The sign-in to Salesforce has ended; connect it again.", permanent=True)
            if waited_s >= LONGEST_WAIT_S:
                raise ConnectorError("Another worker is signing in to Salesforce; going on soon.", retry_after_s=5.0)
            self._sleep(LOOK_AGAIN_S)
            waited_s += LOOK_AGAIN_S

    def _ask(self, version: int) -> Tokens:
        """Sign in, and commit the token before anybody uses it."""
        name = self._connection.id
        try:
            fresh = self._sign_in()
        except (ConnectorError, requests.RequestException) as error:
            self._keeper.change_tokens(name, lambda known: let_go(known, version))
            if isinstance(error, ConnectorError):
                raise
            raise ConnectorError(f"Salesforce could not be reached to sign in ({type(error).__name__}).") from error

        def succeed(known: Tokens) -> tuple[Tokens, Tokens]:
            changed = replace(fresh, version=known.version + 1)
            return changed, changed

        return self._keeper.change_tokens(name, succeed)

    def _sign_in(self) -> Tokens:
        url = f"{self._connection.address}/services/oauth2/token"
        grant, headers = self._grant(), {"Accept": "application/json"}
        response = self._session.post(url, data=grant, headers=headers, allow_redirects=False)
        try:
            body: Any = response.json()
        except requests.exceptions.JSONDecodeError:
            body = None
        if response.status_code != _OK or not isinstance(body, dict) or not body.get("access_token"):
            raise build_sign_in_error(response.status_code, body if isinstance(body, dict) else {})
        return Tokens(
            access=str(body["access_token"]),
            address=read_instance(body.get("instance_url"), self._connection.address),
            identity=read_identity(body.get("id")),
        )

    def _grant(self) -> dict[str, str]:
        """Return the form of the flow that the credential is meant for."""
        credential = self._connection.credential
        if any(credential.get(part) for part in _PASSWORD_PARTS):
            raise ConnectorError(NO_PASSWORDS, permanent=True)
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


def read_instance(url: Any, address: str) -> str:
    """
    Return where the token is good: the answer's `instance_url`, or the address that was asked.

    Raises:
        SalesforceCallError: it is no host of Salesforce's; no answer may send a token elsewhere.
    """
    if not url:
        return address
    parts = urlsplit(str(url))
    plain = parts.scheme == "https" and parts.netloc == parts.hostname and parts.path in ("", "/") and not parts.query
    instance = f"https://{parts.hostname}"
    if plain and (instance == address or _OF_SALESFORCE.fullmatch(parts.hostname or "")):
        return instance
    raise SalesforceCallError("Salesforce named an instance that is none of its hosts; nothing goes there.", status=_OK)


def read_identity(url: Any) -> str | None:
    """Return `ORG/USER` from an identity URL, `https://…/id/ORG/USER`."""
    parts = urlsplit(url).path.strip("/").split("/") if isinstance(url, str) else []
    return "/".join(parts[1:]) if len(parts) == len(("id", "ORG", "USER")) and parts[0] == "id" else None
