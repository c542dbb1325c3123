"""
Connectors: one folder a helpdesk, all with the same file names, all speaking this protocol.

A connector fetches and writes; it decides nothing and stores nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from importlib import import_module
from typing import Protocol

import requests

from integration.connection import Connection
from integration.keeping import Keepers
from integration.model import Finding, Hint, Page, Write, WriteResult

__all__ = ["CONNECTORS", "Connection", "Connector", "open_connector"]


class Connector(Protocol):
    """
    One helpdesk account, as the rest of Sidelight sees it. An instance is used by one thread at a time.

    Every method but `read_hint` may raise ConnectorError: `retry_after_s` is set where the helpdesk asked us to wait,
    `permanent` where trying again cannot help.
    """

    connection: Connection

    streams: tuple[str, ...]
    """What is read page by page, in the order in which a backfill needs it (people before tickets before comments)."""

    def fetch_page(self, stream: str, cursor: str | None) -> Page:
        """
        Return the next page of `stream`, oldest change first.

        Args:
            stream: One of `streams`.
            cursor: Where the last page ended; None starts at the connection's `backfill_from`.

        The same method serves backfill and increments: a page with `has_more` False carries the cursor from which a
        later call sees what changed since.
        """

    def fetch_tickets(self, ids: Sequence[str]) -> Page:
        """Return these tickets (at most 100) as they stand now, with all comments, events, and the people they name."""

    def write(self, writes: Sequence[Write]) -> list[WriteResult]:
        """
        Send writes (at most 100, each for another ticket) with as few calls as the vendor allows.

        One write is one safe single update; several go through the vendor's batch call, where what failed alone
        is reported alone. Never raises for what concerns one ticket only: that is in its result.
        """

    def find_note(self, ticket_id: str, key: str) -> str | None:
        """Return the id of the private note that carries `key`, or None: after a lost reply, before writing again."""

    def redact_note(self, ticket_id: str, note_id: str, wanted: str) -> None:
        """
        Black out what of a note of ours differs from `wanted`: its text with the redaction mark in places.

        Raises:
            ConnectorError: permanent, where the helpdesk does not let us.
        """

    def read_hint(self, headers: Mapping[str, str], body: bytes, now: datetime) -> Hint:
        """
        Verify a push and return the tickets it names. Pure: no call is made.

        Raises:
            SignatureError: forged, stale, oversized or malformed.
        """

    def identify(self) -> Mapping[str, str]:
        """
        Sign in and return what the helpdesk calls us: `user_id`, and `organization_id` where it has one.

        Raises:
            ConnectorError: permanent, where the sign-in is no real agent's.
        """

    def provision(self, webhook_url: str | None) -> tuple[list[Finding], tuple[str, ...]]:
        """
        Create the fields, and the push to `webhook_url` (None: no push, polling only), that are missing.

        Returns what was found or made, and the push's signing secrets. Running it twice makes nothing twice.
        """

    def check(self) -> list[Finding]:
        """Check sign-in, rights, fields and push; one finding each, with the remedy where one is not all right."""


CONNECTORS: Mapping[str, str] = {
    "zendesk": "integration.connectors.zendesk:ZendeskConnector",
    "salesforce": "integration.connectors.salesforce:SalesforceConnector",
}
"""Every connector by kind. Imported when first opened: each brings its vendor's client along."""


def open_connector(
    connection: Connection,
    session: requests.Session,
    clock: Callable[[], datetime],
    share: float,
    keepers: Keepers | None = None,
) -> Connector:
    """
    Return a connector for one connection.

    Args:
        connection: The account.
        session: What it speaks through.
        clock: Returns the present moment.
        share: Share of the account's limit that may be used, 0-1.
        keepers: What all workers share about the account; without them it is kept by this process alone.
    """
    module, _, name = CONNECTORS[connection.kind].partition(":")
    more = {"keepers": keepers} if connection.kind == "zendesk" else {}
    opened: Connector = getattr(import_module(module), name)(connection, session, clock, share, **more)
    return opened
