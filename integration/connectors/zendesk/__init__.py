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
from integration.connectors.zendesk import live, provision, push, removal, webhook
from integration.connectors.zendesk.client import ZendeskClient
from integration.connectors.zendesk.lookup import Lookup
from integration.connectors.zendesk.push import Kind, Step
from integration.connectors.zendesk.signin import uses_api_token
from integration.connectors.zendesk.streams import Streams
from integration.connectors.zendesk.writes import send_writes
from integration.errors import SignatureError
from integration.keeping import Keepers
from integration.model import Finding, Hint, Outcome, Page, Write, WriteResult

__all__ = ["Kind", "Step", "ZendeskConnector"]


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

    streams: tuple[str, ...] = ("users", "tickets", "ticket_events")

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
        # one more call for a batch: its answer does not say that a field was deleted and made anew since
        fields = self._lookup.field_ids(complete=True, afresh=len(writes) > 1)
        results = send_writes(self._client, fields, writes, self._sleep)
        if any(result.outcome is Outcome.RETRY for result in results):
            self._lookup.field_ids(afresh=True)
        return results

    def find_note(self, ticket_id: str, key: str) -> str | None:
        """Return the id of the private note that carries `key`, or None."""
        return live.find_note(self._client, ticket_id, key)

    def read_hint(self, headers: Mapping[str, str], body: bytes, now: datetime, path_secret: str | None = None) -> Hint:
        """Verify a webhook and return the tickets it names; SignatureError where it is not what it claims to be."""
        if path_secret is not None:
            raise SignatureError("Zendesk signs what it sends; nothing belongs behind the account in its address.")
        webhook.verify(self.connection.valid_secrets(now), headers, body, now)
        return webhook.read_event(self.connection.id, self.connection.credential.get("user_id"), headers, body)

    def identify(self) -> Mapping[str, str]:
        """Sign in and return our own user's id; ConnectorError where the sign-in is no agent's."""
        return {"user_id": str(self._client.signed_in_user()["id"])}

    def provision(self, webhook_url: str | None, kind: Kind | None = None) -> tuple[list[Finding], tuple[str, ...]]:
        """Create the fields and the webhook that are missing; see Connector. `kind` None keeps the kind there is."""
        findings, secrets = provision.provision(self._client, webhook_url, kind, self.user_id())
        if uses_api_token(self.connection):
            findings.append(provision.check_api_token(self._clock()))
        return findings, secrets

    def preview(self, webhook_url: str | None, kind: Kind | None = None) -> list[Step]:
        """Return the steps that `provision` would do; nothing is changed."""
        return provision.plan(self._client, webhook_url, kind, self.user_id())

    def renew_secret(self) -> str | None:
        """Let Zendesk make a new signing secret for our webhook, and return it; None where there is no webhook."""
        hooks = push.ours(self._client.webhooks(), None)
        return self._client.renew_webhook_secret(str(hooks[0]["id"])) if hooks else None

    def leave(self) -> list[Step]:
        """Return the steps that remove all that we made on the account."""
        return removal.plan(self._client)

    def revoke(self) -> None:
        """End the access token, and the refresh token with it, where there is one; Zendesk forgets both."""
        if not uses_api_token(self.connection):
            self._client.delete("oauth/tokens/current")

    def purge(self, ticket_ids: Sequence[str], noted: Sequence[str]) -> removal.Purged:
        """Take back what we wrote on these tickets; those in `noted` have a note of ours."""
        return removal.purge(self._client, ticket_ids, noted, self._sleep)

    def user_id(self) -> str:
        """Return the id of the user we sign in as; connecting stores it as `user_id`, so that echoes are known."""
        return str(self._lookup.own_id())

    def check(self) -> list[Finding]:
        """Check sign-in, rights, fields and webhook."""
        return provision.check(self.connection, self._client, self._clock)
