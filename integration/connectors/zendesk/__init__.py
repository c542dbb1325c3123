"""
Zendesk, as the rest of Sidelight sees it.

`client` speaks to Zendesk, `mapping` says what its payloads mean, `webhook` checks what it pushes, `provision` makes
and checks what an account needs; `streams`, `live` and `writes` are what the connector's methods do.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

import requests

from integration.connectors import Connection
from integration.connectors.zendesk import live, provision, redaction, webhook
from integration.connectors.zendesk.client import ZendeskClient
from integration.connectors.zendesk.lookup import Lookup
from integration.connectors.zendesk.streams import Streams
from integration.connectors.zendesk.writes import send_writes
from integration.keeping import Keepers
from integration.model import Finding, Hint, Page, Write, WriteResult

__all__ = ["ZendeskConnector"]


class ZendeskConnector:
    """
    One Zendesk account; an instance is used by one thread at a time.

    Args:
        connection: Its credential is `client_id` and `client_secret` of a confidential OAuth client, or `email` and
            `api_token` while those last; `user_id` is the user they sign in as, stored when connecting.
        session: Used by this connector alone: it gets our sign-in and our judgement of answers.
        clock: The present moment.
        share: The part of the account's limits that may be ours, live calls and bulk reading together.
        keepers: What all workers share; without them, this one takes itself to be alone with the account.
        sleep: Waits so many seconds; a batch's job is waited for with it.
    """

    streams: tuple[str, ...] = ("organizations", "users", "tickets", "ticket_events", "survey_responses")

    def __init__(
        self,
        connection: Connection,
        session: requests.Session,
        clock: Callable[[], datetime],
        share: float = 0.3,
        *,
        keepers: Keepers | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.connection = connection
        self._clock = clock
        self._sleep = sleep
        self._client = ZendeskClient(connection, session, clock, share, keepers=keepers, sleep=sleep)
        self._lookup = Lookup(connection, self._client, clock)
        self._streams = Streams(connection, self._client, self._lookup, clock)

    def fetch_page(self, stream: str, cursor: str | None) -> Page:
        """Return the next page of `stream`; see Connector."""
        return self._streams.fetch(stream, cursor)

    def fetch_tickets(self, ids: Sequence[str]) -> Page:
        """Return these tickets (at most 100) as they stand now; see Connector."""
        return live.fetch_tickets(self.connection, self._client, self._lookup, ids)

    def write(self, writes: Sequence[Write]) -> list[WriteResult]:
        """Send writes (at most 100, each for another ticket); see Connector."""
        return send_writes(self._client, self._lookup.field_ids(complete=True), writes, self._sleep)

    def find_note(self, ticket_id: str, key: str) -> str | None:
        """Return the id of the private note that carries `key`, or None."""
        return live.find_note(self._client, ticket_id, key)

    def redact_note(self, ticket_id: str, note_id: str, wanted: str) -> None:
        """Black out what of a note of ours differs from `wanted`; see Connector."""
        redaction.redact_note(self._client, ticket_id, note_id, wanted)

    def read_hint(self, headers: Mapping[str, str], body: bytes, now: datetime) -> Hint:
        """Verify a webhook and return the tickets it names; SignatureError where it is not what it claims to be."""
        webhook.verify(self.connection.valid_secrets(now), headers, body, now)
        return webhook.read_event(self.connection.id, self.connection.credential.get("user_id"), headers, body)

    def identify(self) -> Mapping[str, str]:
        """Sign in and return our own user's id; ConnectorError where the sign-in is no agent's."""
        return {"user_id": str(self._client.signed_in_user()["id"])}

    def provision(self, webhook_url: str | None) -> tuple[list[Finding], tuple[str, ...]]:
        """Create the fields and the webhook that are missing; see Connector."""
        return provision.provision(self._client, webhook_url)

    def user_id(self) -> str:
        """Return the id of the user we sign in as; connecting stores it as `user_id`, so that echoes are known."""
        return str(self._lookup.own_id())

    def check(self) -> list[Finding]:
        """Check sign-in, rights, fields and webhook."""
        return provision.check(self.connection, self._client, self._clock)
