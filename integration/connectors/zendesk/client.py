"""
Talking to Zendesk: the only place that knows zenpy.

Bulk reads take zenpy's address building and transport and leave its objects aside (they cost ten times the page);
what is small and rare, webhooks, goes through zenpy's API.

zenpy sleeps in the thread when Zendesk answers 429, without limit. So a hook on the session judges every answer before
zenpy sees it: whatever is no success is raised there, and zenpy never gets to its own handling.
"""

import logging
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from http import HTTPStatus
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit, urlunsplit

import orjson
import requests
import urllib3
from zenpy import Zenpy  # type: ignore[import-untyped] # ships no types
from zenpy.lib.api_objects import Webhook  # type: ignore[import-untyped] # ships no types

from integration.connection import Connection
from integration.connectors.session import CONNECT_TIMEOUT_S, READ_TIMEOUT_S
from integration.connectors.zendesk import limits
from integration.connectors.zendesk.answers import (
    RefusedError,
    UnauthorizedError,
    explain,
    read_as,
    read_error,
    read_json,
    retry_after_s,
)
from integration.connectors.zendesk.grants import SignInError
from integration.connectors.zendesk.share import RateShare
from integration.connectors.zendesk.signin import Bearer, open_signin
from integration.errors import ConnectorError
from integration.keeping import Keepers, keep_in_memory

__all__ = ["RefusedError", "ZendeskClient", "refuse_public_comments"]

# At debug level zenpy logs whole bodies, customers' words included.
logging.getLogger("zenpy").setLevel(logging.INFO)

Answer = TypeVar("Answer")
T = TypeVar("T")
_PAGE_SIZE = 100
_MOST_PAGES = 200
"""Of one list; a list that goes on after that goes round in circles."""


class ZendeskClient:
    """
    One account over REST; one thread at a time.

    Every method raises ConnectorError where Zendesk does not answer, is overloaded, or says no (`RefusedError`).
    """

    def __init__(
        self,
        connection: Connection,
        session: requests.Session,
        clock: Callable[[], datetime],
        share: float,
        *,
        keepers: Keepers | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        host = urlsplit(connection.address).hostname or ""
        subdomain, _, domain = host.partition(".")
        if not subdomain or not domain:
            raise ConnectorError(
                f"{connection.address!r} is no address of a Zendesk account; give https://SUBDOMAIN.zendesk.com.",
                permanent=True,
            )
        self._clock = clock
        keepers = keepers or keep_in_memory()
        self._share = RateShare(connection.id, share, keepers.budgets, clock, sleep)
        self._session = session
        session.auth = open_signin(connection, session, keepers.tokens, clock, sleep)
        session.hooks["response"] = [self._judge]
        # anonymous: the session signs in by itself; the cache would hand out one mutable object to everybody
        self._zenpy = Zenpy(
            domain=domain,
            subdomain=subdomain,
            session=session,
            anonymous=True,
            disable_cache=True,
            timeout=(CONNECT_TIMEOUT_S, READ_TIMEOUT_S),
        )
        self._host = host
        self._base = f"https://{host}/api/v2"

    # reading

    def get(self, path: str, query: Mapping[str, Any] | None = None, *, live: bool = False) -> dict[str, Any]:
        """Return the JSON object at `path` below /api/v2. Calls that are `live` go before those that read in bulk."""
        return read_json(self._read(path, query, live=live), path)

    def get_as(
        self, kind: type[Answer], path: str, query: Mapping[str, Any] | None = None, *, live: bool = False
    ) -> Answer:
        """Return the same, decoded straight into a `kind`: for answers of many rows."""
        return read_as(kind, self._read(path, query, live=live), path)

    def _read(self, path: str, query: Mapping[str, Any] | None, *, live: bool) -> bytes:
        self._share.require("GET", f"/{path}", live=live)
        url = f"{self._base}/{path}" + (f"?{urlencode(query)}" if query else "")
        read = self._zenpy.tickets._get  # noqa: SLF001 - no public raw read
        # streamed, or requests would take a page of megabytes in pieces of ten kilobytes
        content: bytes = self._call(lambda: read(url, raw_response=True, stream=True).raw.read(decode_content=True))
        return content

    def pages(
        self, path: str, query: Mapping[str, Any] | None = None, *, live: bool = False
    ) -> Iterator[dict[str, Any]]:
        """Yield the pages of a list, 100 rows each, by cursor; a list that is not paged is one page."""
        cursor: str | None = None
        for _ in range(_MOST_PAGES):
            position = {"page[size]": _PAGE_SIZE} | ({"page[after]": cursor} if cursor else {})
            page = self.get(path, {**(query or {}), **position}, live=live)
            yield page
            meta = page.get("meta")
            last, cursor = cursor, meta.get("after_cursor") if isinstance(meta, dict) and meta.get("has_more") else None
            if not cursor or cursor == last:
                return

    def rows(
        self, path: str, name: str, query: Mapping[str, Any] | None = None, *, live: bool = False
    ) -> list[dict[str, Any]]:
        """Return all rows of a list, which every page holds under `name`."""
        return [row for page in self.pages(path, query, live=live) for row in page.get(name) or ()]

    # writing

    def put(self, path: str, body: Mapping[str, Any], query: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Send `body` to `path` below /api/v2 and return the answer."""
        return self._send("PUT", path, body, query)

    def post(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Create what `body` says at `path` below /api/v2 and return the answer."""
        return self._send("POST", path, body)

    def delete(self, path: str) -> None:
        """Delete what is at `path` below /api/v2; what is gone already is as it should be."""
        self._share.require("DELETE", f"/{path}", live=True)
        call = self._zenpy.tickets._call_api  # noqa: SLF001 - as in `_send`
        timeout = (CONNECT_TIMEOUT_S, READ_TIMEOUT_S)
        try:
            self._call(lambda: call(self._session.delete, f"{self._base}/{path}", timeout=timeout))
        except RefusedError as refusal:
            if refusal.status not in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
                raise

    def _send(
        self, verb: str, path: str, body: Mapping[str, Any], query: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        refuse_public_comments(body)
        self._share.require(verb, f"/{path}", live=True)
        method = self._session.put if verb == "PUT" else self._session.post
        url = f"{self._base}/{path}" + (f"?{urlencode(query)}" if query else "")
        timeout = (CONNECT_TIMEOUT_S, READ_TIMEOUT_S)
        headers = {"Content-Type": "application/json"}
        call = self._zenpy.tickets._call_api  # noqa: SLF001 - zenpy's own _put builds objects of the answer
        response = self._call(lambda: call(method, url, data=orjson.dumps(body), headers=headers, timeout=timeout))
        return read_json(response.content, path)

    # what is small and rare

    def signed_in_user(self) -> dict[str, Any]:
        """
        Return the user that the calls are made as.

        Raises:
            SignInError: Zendesk takes the call, as it does with any credential, but knows nobody.
        """
        # not zenpy's users.me(): it fails on the anonymous user, which is the answer that matters here
        user: dict[str, Any] = self.get("users/me", live=True).get("user") or {}
        if not user.get("id") and isinstance(self._session.auth, Bearer):
            # 200 and the anonymous user is also what an ended token gets here
            self._session.auth.renew()
            user = self.get("users/me", live=True).get("user") or {}
        if not user.get("id") or user.get("role") not in ("agent", "admin"):
            raise SignInError(
                "Zendesk takes the call but does not know who signs in; check the credential, and that its owner is"
                " an admin, then run sidelight connect zendesk.",
            )
        return user

    def webhooks(self) -> list[dict[str, Any]]:
        """Return the account's webhooks."""
        listed: list[dict[str, Any]] = self._api("GET", lambda: [row.to_dict() for row in self._zenpy.webhooks.list()])
        return listed

    def create_webhook(self, **settings: Any) -> dict[str, Any]:
        """Create a webhook and return it."""
        created: dict[str, Any] = self._api("POST", lambda: self._zenpy.webhooks.create(Webhook(**settings)).to_dict())
        return created

    def patch_webhook(self, webhook_id: str, **changes: Any) -> None:
        """Change the named settings of a webhook."""
        self._api("PATCH", lambda: self._zenpy.webhooks.patch(Webhook(id=webhook_id, **changes)))

    def webhook_secret(self, webhook_id: str) -> str:
        """Return the secret that a webhook's deliveries are signed with."""
        answer = self.get(f"webhooks/{webhook_id}/signing_secret", live=True)
        return str((answer.get("signing_secret") or {}).get("secret") or "")

    def renew_webhook_secret(self, webhook_id: str) -> str:
        """Let Zendesk make a new secret, which signs from now on, and return it."""
        answer = self.post(f"webhooks/{webhook_id}/signing_secret", {})
        return str((answer.get("signing_secret") or {}).get("secret") or "")

    def _api(self, verb: str, call: Callable[[], Any]) -> Any:
        self._share.require(verb, "/webhooks", live=True)
        try:
            return self._call(call)
        except ConnectorError:
            raise
        except Exception as error:  # noqa: BLE001 - zenpy raises any of a dozen types on an answer it cannot map
            raise ConnectorError(f"Zendesk answered something unreadable ({type(error).__name__}).") from None

    # judging

    def _call(self, call: Callable[[], T]) -> T:
        try:
            return call()
        except (requests.Timeout, urllib3.exceptions.TimeoutError):
            raise ConnectorError("Zendesk did not answer in time.") from None
        except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
            raise ConnectorError(f"Zendesk could not be reached or cut its answer ({type(error).__name__}).") from None

    def _judge(self, response: requests.Response, **_settings: Any) -> requests.Response:
        """Let a success pass, and raise everything else before zenpy or a caller sees it."""
        sent_to = urlsplit(response.request.url or "")
        # zenpy knows its answers by the account's address, which a route of the session has replaced
        response.request.url = urlunsplit(("https", self._host, sent_to.path, sent_to.query, ""))
        verb, path = response.request.method or "GET", sent_to.path.removeprefix("/api/v2").removesuffix(".json")
        status = response.status_code
        success = status < HTTPStatus.MULTIPLE_CHOICES
        if sent_to.path.startswith("/api/"):
            self._share.observe(verb, path, response.headers, success=success)
        if success:
            return response
        answer = read_error(response)
        where = f"{verb} {sent_to.path}"
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            wait_s = retry_after_s(response.headers, self._clock())
            alone = limits.is_per_ticket(response.headers) or answer.get("error") == "TooManyJobs"
            if wait_s is not None and not alone:
                self._share.pause(verb, path, wait_s)
            raise ConnectorError(f"Zendesk's rate limit is reached ({where}).", retry_after_s=wait_s)
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            wait_s = retry_after_s(response.headers, self._clock())
            raise ConnectorError(f"Zendesk failed with {status} ({where}).", retry_after_s=wait_s)
        if status == HTTPStatus.UNAUTHORIZED and sent_to.path.startswith("/api/"):
            raise UnauthorizedError(explain(status, answer, where))
        raise RefusedError(explain(status, answer, where), status, answer)


def refuse_public_comments(body: Any) -> None:
    """
    Return if no comment in `body` would reach a customer.

    The payloads cannot say "public"; this stands behind them, because a comment that says nothing is public in Zendesk.
    """
    if isinstance(body, Mapping):
        for name, value in body.items():
            if name in ("comment", "voice_comment") and not (
                isinstance(value, Mapping) and value.get("public") is False
            ):
                raise ValueError("a comment that is not private was about to be sent; nothing was sent")
            refuse_public_comments(value)
    elif isinstance(body, list | tuple):
        for value in body:
            refuse_public_comments(value)
