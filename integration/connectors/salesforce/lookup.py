"""What rows alone do not tell: rows by id, labels that count as closed, mails' HTML and files, our own user."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from integration.connectors import Connection
from integration.connectors.salesforce.client import SalesforceClient
from integration.connectors.salesforce.conversation import file_name
from integration.connectors.salesforce.faults import SalesforceCallError
from integration.connectors.salesforce.soql import FIRST_MAIL, build_ids_query, list_fields

MAX_IDS = 100
"""Ids in one query: its URL stays far below Salesforce's 16 kB."""

_USUAL_CLOSED = frozenset({"closed", "resolved", "solved"})
Row = Mapping[str, Any]


class Lookup:
    """Looks things up in one org. Every method may raise ConnectorError."""

    def __init__(self, client: SalesforceClient, connection: Connection) -> None:
        self._client = client
        self._connection = connection
        self._closed_labels: frozenset[str] | None = None

    @property
    def our_user(self) -> str | None:
        """The id of the user that we run as, where the org or the credential tells it."""
        return self._client.tokens.current().user_id or self._connection.credential.get("user_id")

    @property
    def queues_are_groups(self) -> bool:
        """Whether a queue is the group; not where the org has a field of its own for the team."""
        case = self._client.describe("Case")
        return case is None or "Team__c" not in case.fields

    def subquery_of(self, sobject: str) -> str | None:
        """Return a subquery that is to be selected as well, where there is one."""
        info = self._client.describe("Case") if sobject == "Case" else None
        return FIRST_MAIL if info is not None and "EmailMessages" in info.children else None

    def read_rows(self, sobject: str, key: str, ids: Iterable[str]) -> list[dict[str, Any]]:
        """Return the rows whose `key` is one of `ids`; none where our user sees nothing of the object."""
        wanted = sorted(set(ids))
        fields = list_fields(sobject, self._client.describe) if wanted else []
        rows: list[dict[str, Any]] = []
        for chunk in _chunks(wanted) if fields else ():
            rows.extend(
                self._client.query_to_end(build_ids_query(sobject, fields, key, chunk, self.subquery_of(sobject)))
            )
        return rows

    def with_first_mails(self, rows: Sequence[Row]) -> list[Row]:
        """Return cases with their incoming mails, as the subquery `FIRST_MAIL` tells it: Bulk knows none."""
        described = [row["Id"] for row in rows if row.get("Description") and not row.get("IsDeleted")]
        if not described or self.subquery_of("Case") is None:
            return list(rows)
        first: dict[str, list[dict[str, Any]]] = {}
        for chunk in _chunks(described):
            soql = build_ids_query("EmailMessage", ["Id", "ParentId", "CreatedDate", "Incoming"], "ParentId", chunk)
            for mail in self._client.query_to_end(soql):
                if mail["Incoming"]:
                    first.setdefault(mail["ParentId"], []).append(mail)
        return [{**row, "EmailMessages": {"records": first.get(row["Id"], [])}} for row in rows]

    def with_html(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Return mails with their HTML where they have no text: read only for those, as it makes pages small."""
        bare = [row["Id"] for row in rows if not row.get("TextBody") and not row.get("IsDeleted")]
        info = self._client.describe("EmailMessage") if bare else None
        if info is None or "HtmlBody" not in info.fields:
            return rows
        html: dict[str, Any] = {}
        for chunk in _chunks(bare):
            found = self._client.query_to_end(build_ids_query("EmailMessage", ["Id", "HtmlBody"], "Id", chunk))
            html.update((row["Id"], row.get("HtmlBody")) for row in found)
        return [{**row, "HtmlBody": html[row["Id"]]} if row["Id"] in html else row for row in rows]

    def read_files(self, rows: Sequence[Row]) -> dict[str, list[str]]:
        """Return the file names that hang on each of these mails. Salesforce tells links only when asked by id."""
        mails = [row["Id"] for row in rows if row.get("HasAttachment") and not row.get("IsDeleted")]
        files: dict[str, list[str]] = {}
        if not mails or self._client.describe("ContentDocumentLink") is None:
            return files
        fields = ["LinkedEntityId", "ContentDocument.Title", "ContentDocument.FileExtension"]
        for chunk in _chunks(mails):
            soql = build_ids_query("ContentDocumentLink", fields, "LinkedEntityId", chunk)
            for row in self._client.query_to_end(soql):
                files.setdefault(row["LinkedEntityId"], []).append(file_name(row))
        return files

    def closed_labels(self) -> frozenset[str]:
        """Return the status labels, in small letters, that this org counts as closed. Asked once an instance."""
        if self._closed_labels is None:
            try:
                rows = self._client.query("SELECT ApiName, MasterLabel, IsClosed FROM CaseStatus").records
            except SalesforceCallError as error:
                if not error.permanent:
                    raise
                rows = []
            labels = {
                str(row.get(key)).lower() for row in rows if row.get("IsClosed") for key in ("ApiName", "MasterLabel")
            }
            self._closed_labels = frozenset(labels) or _USUAL_CLOSED
        return self._closed_labels


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + MAX_IDS] for start in range(0, len(ids), MAX_IDS))
