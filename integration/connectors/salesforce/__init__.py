"""Salesforce Service Cloud: SalesforceConnector is all that others see."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Never

import requests

from integration.connectors import Connection
from integration.connectors.salesforce.client import SalesforceClient
from integration.connectors.salesforce.faults import build_redaction_refusal
from integration.connectors.salesforce.outgoing import build_changed_note
from integration.connectors.salesforce.provision import Requirement, check_org, preview_org, provision_org
from integration.connectors.salesforce.removal import Purged, purge
from integration.connectors.salesforce.soql import STREAMS, is_id
from integration.connectors.salesforce.streams import OrgReader
from integration.connectors.salesforce.webhook import Expected, read_callout, read_outbound_message
from integration.connectors.salesforce.writing import send_writes
from integration.keeping import Keepers
from integration.model import Finding, Hint, Page, Write, WriteResult

NOTES_LOOKED_THROUGH = 200


class SalesforceConnector:
    """
    One Salesforce org. See the Connector protocol for what each method promises.

    Args:
        connection: The org: `address` is its My Domain URL (`https://MYDOMAIN.my.salesforce.com`). `credential` holds
            `client_id` and `client_secret` (client credentials), or `client_id`, `username` and `private_key` as PEM
            (JWT bearer); besides, where known, `organization_id` and `user_id`, by which pushes are checked.
        session: Carries every call.
        clock: Returns the present moment.
        share: Part of the org's daily API calls that may be ours, of all workers together.
        keepers: What all workers share; without them, this one takes itself to be alone with the org.
        sleep: Waits so many seconds, while another worker signs in.
    """

    streams: tuple[str, ...] = STREAMS

    def __init__(
        self,
        connection: Connection,
        session: requests.Session,
        clock: Callable[[], datetime],
        share: float = 0.1,
        *,
        keepers: Keepers | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.connection = replace(connection, address=connection.address.rstrip("/"))
        self._sleep = sleep
        self._client = SalesforceClient(self.connection, session, clock, share, keepers=keepers, sleep=sleep)
        self._reader = OrgReader(self._client, self.connection, clock, sleep)

    def fetch_page(self, stream: str, cursor: str | None) -> Page:
        """Return the next page of `stream`, oldest change first. One call; it can be made again at any time."""
        with self._client.reading_bulk():
            return self._reader.read_page(stream, cursor)

    def fetch_tickets(self, ids: Sequence[str]) -> Page:
        """Return these cases as they stand now, with comments, changes and people, in about six calls."""
        return self._reader.read_tickets(ids)

    def tickets_of(self, contact_id: str) -> list[str]:
        """Return the ids of the newest 100 cases of a contact."""
        if not is_id(contact_id):
            return []
        soql = f"SELECT Id FROM Case WHERE ContactId = '{contact_id}' ORDER BY CreatedDate DESC, Id DESC LIMIT 100"  # noqa: S608 - a checked id
        return [str(row["Id"]) for row in self._client.query_to_end(soql)]

    def write(self, writes: Sequence[Write]) -> list[WriteResult]:
        """Send writes: one as a safe composite call, several through the collections calls."""
        return send_writes(self._client, writes, self._sleep)

    def find_note(self, ticket_id: str, key: str) -> str | None:
        """Return `comment:ID` of the unpublished comment that carries `key`, newest first; None without one."""
        if not is_id(ticket_id):
            return None
        # a comment's text cannot be filtered by, so that it is read and compared
        soql = (
            "SELECT Id, CommentBody, IsDeleted FROM CaseComment"  # noqa: S608 - a checked id
            f" WHERE ParentId = '{ticket_id}' AND IsPublished = false"
            f" ORDER BY CreatedDate DESC, Id DESC LIMIT {NOTES_LOOKED_THROUGH}"
        )
        for row in self._client.query_to_end(soql):
            if f"sidelight:{key}" in (row.get("CommentBody") or "") and not row.get("IsDeleted"):
                return f"comment:{row['Id']}"
        return None

    def redact_note(self, ticket_id: str, note_id: str, wanted: str) -> None:
        """Give a note of ours another text; see Connector."""
        (answer,) = self._client.update([build_changed_note(note_id, wanted)])
        if not answer.get("success"):
            raise build_redaction_refusal(ticket_id, answer)

    def read_hint(self, headers: Mapping[str, str], body: bytes, now: datetime, path_secret: str | None = None) -> Hint:
        """Verify a push of the org's Flow, an HTTP callout or an outbound message, and return the cases it names."""
        credential = self.connection.credential
        expected = Expected(
            self.connection.id,
            self.connection.valid_secrets(now),
            credential.get("organization_id"),
            credential.get("user_id"),
        )
        if path_secret is not None:
            return read_outbound_message(path_secret, body, expected)
        return read_callout(headers, body, expected)

    def identify(self) -> Mapping[str, str]:
        """Sign in and return the run-as user's and the org's id."""
        token = self._client.tokens.sign_in()
        known = {"user_id": token.user_id, "organization_id": token.organization_id}
        return {name: value for name, value in known.items() if value}

    def provision(self, webhook_url: str | None) -> tuple[list[Finding], tuple[str, ...]]:
        """Verify what the package has brought, and make the push's secret where one is wanted and none is known."""
        return provision_org(self._client, self.connection, webhook_url)

    def preview(self, webhook_url: str | None) -> list[Requirement]:
        """Return all that connecting needs in the org, what for, and how it stands; nothing is changed."""
        return preview_org(self._client, self.connection, webhook_url)

    def leave(self) -> list[Never]:
        """Return what our user can remove in the org itself: nothing, as it made nothing there but values."""
        return []

    def purge(self, ticket_ids: Sequence[str], noted: Sequence[str]) -> Purged:  # noqa: ARG002 - notes cannot be deleted
        """Empty our fields on every case in which something of ours stands; private comments stay."""
        return purge(self._client, ticket_ids, self._sleep)

    def revoke(self) -> None:
        """End the token that we have; where that fails, it ends by itself when nobody uses it."""
        self._client.tokens.revoke()

    def check(self) -> list[Finding]:
        """Check sign-in, limits, rights, fields and push."""
        return check_org(self._client, self.connection)
