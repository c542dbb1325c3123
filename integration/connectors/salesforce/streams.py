"""Reading an org: page by page along each stream, or some cases with all that hangs on them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from integration.connectors import Connection
from integration.connectors.salesforce.client import SalesforceClient
from integration.connectors.salesforce.conversation import (
    comment_id,
    email_id,
    file_name,
    map_case_comment,
    map_email,
)
from integration.connectors.salesforce.faults import SalesforceCallError
from integration.connectors.salesforce.history import map_events
from integration.connectors.salesforce.mapping import (
    USER_PREFIX,
    map_contact,
    map_description,
    map_supplied,
    map_ticket,
    map_user,
)
from integration.connectors.salesforce.soql import (
    FIRST_MAIL,
    PAGE_ROWS,
    STREAMS,
    TIME_FIELD,
    Cursor,
    build_ids_query,
    build_page_query,
    is_id,
    list_fields,
    long_id,
)
from integration.model import Comment, Contact, Page, TicketRef

MAX_IDS = 100
"""Ids in one query: its URL stays far below Salesforce's 16 kB."""

CONTACT_PREFIX = "003"

_UNBOUNDED = ("Contact", "User")
"""People are read whole: an old record may stand behind a new case."""

_USUAL_CLOSED = frozenset({"closed", "resolved", "solved"})
_T = TypeVar("_T")


class OrgReader:
    """
    Reads one org and maps what it says. Every method may raise ConnectorError.

    Args:
        client: Makes the calls.
        connection: Gives the name of all references, and since when to read.
        clock: Returns the present moment.
    """

    def __init__(self, client: SalesforceClient, connection: Connection, clock: Callable[[], datetime]) -> None:
        self._client = client
        self._connection = connection
        self._clock = clock
        self._users: dict[str, Contact] = {}
        self._closed_labels: frozenset[str] | None = None

    def read_page(self, stream: str, cursor: str | None) -> Page:
        """Return the page of `stream` after `cursor`, oldest change first."""
        if stream not in STREAMS:
            raise ValueError(f"{stream!r} is no stream; name one of {', '.join(STREAMS)}.")
        since = None if stream in _UNBOUNDED else self._connection.backfill_from
        place = Cursor.decode(cursor) if cursor else Cursor.start(since)
        return self._again_if_rights_changed(lambda: self._read_page(stream, place))

    def read_tickets(self, ids: Sequence[str]) -> Page:
        """Return these cases as they stand, with comments, mails, changes, and the people they name."""
        return self._again_if_rights_changed(lambda: self._read_tickets(ids))

    def _read_page(self, stream: str, place: Cursor) -> Page:
        fields = list_fields(stream, self._client.describe)
        if not fields:
            return Page(cursor=place.encode())  # mail or history is switched off in this org
        answer = self._client.query(build_page_query(stream, fields, place, self._extra(stream)))
        rows = answer.records
        # Salesforce shortens a page of long texts; the rest of it is asked for by the cursor, which outlives us
        more = bool(rows) and (not answer.done or len(rows) >= PAGE_ROWS)
        after = place.after(rows, TIME_FIELD[stream], more=more, now=self._clock())
        mapped = self._map(stream, rows)
        return Page(
            tickets=mapped.tickets,
            comments=mapped.comments,
            contacts=mapped.contacts,
            events=mapped.events,
            removed_comments=mapped.removed_comments,
            cursor=after.encode(),
            has_more=more,
        )

    def _read_tickets(self, ids: Sequence[str]) -> Page:
        asked = {long_id(ticket_id): ticket_id for ticket_id in ids}
        good = [ticket_id for ticket_id in asked if is_id(ticket_id)]
        cases = self._read_rows("Case", "Id", good)
        found = [row["Id"] for row in cases]
        parts = [
            self._map("Case", cases),
            self._map("CaseComment", self._read_rows("CaseComment", "ParentId", found)),
            self._map("EmailMessage", self._read_rows("EmailMessage", "ParentId", found)),
            self._map("CaseHistory", self._read_rows("CaseHistory", "CaseId", found)),
        ]
        page = _join(parts)
        missing = sorted(asked[ticket_id] for ticket_id in asked.keys() - set(found))
        return Page(
            tickets=page.tickets,
            comments=tuple(sorted(page.comments, key=lambda comment: (comment.at, comment.id))),
            contacts=(*page.contacts, *self._read_people(page)),
            events=page.events,
            removed_comments=page.removed_comments,
            missing_tickets=tuple(TicketRef(self._connection.id, ticket_id) for ticket_id in missing),
        )

    def _map(self, stream: str, rows: Sequence[Mapping[str, Any]]) -> Page:
        name = self._connection.id
        if stream == "Contact":
            return Page(contacts=tuple(map_contact(row, name) for row in rows))
        if stream == "User":
            users = [map_user(row, name) for row in rows]
            self._users.update((user.ref.id, user) for user in users)
            return Page(contacts=tuple(users))
        if stream == "Case":
            return Page(
                tickets=tuple(map_ticket(row, name) for row in rows),
                comments=_kept(map_description(row, name) for row in rows),
                contacts=tuple(dict.fromkeys(_kept(map_supplied(row, name) for row in rows))),
            )
        if stream == "CaseHistory":
            closed = self._read_closed_labels() if rows else frozenset()
            case = self._client.describe("Case")
            queues = case is None or "Team__c" not in case.fields
            events = map_events(rows, name, closed, self.our_user, queues_are_groups=queues)
            return Page(events=tuple(events))
        if stream == "CaseComment":
            comments = [map_case_comment(row, name, self.our_user) for row in rows]
            return Page(comments=_kept(comments), removed_comments=_removed(rows, comment_id))
        files = self._read_files([row["Id"] for row in rows if row.get("HasAttachment") and not row.get("IsDeleted")])
        return Page(
            comments=_kept(map_email(row, name, files.get(row["Id"], ())) for row in self._with_html(rows)),
            removed_comments=_removed(rows, email_id),
        )

    @property
    def our_user(self) -> str | None:
        """The id of the user that we run as, where the org or the credential tells it."""
        return self._client.tokens.current().user_id or self._connection.credential.get("user_id")

    def _read_rows(self, sobject: str, key: str, ids: Sequence[str]) -> list[dict[str, Any]]:
        """Return the rows whose `key` is one of `ids`; none where our user sees nothing of the object."""
        fields = list_fields(sobject, self._client.describe) if ids else []
        rows: list[dict[str, Any]] = []
        for chunk in _chunks(sorted(ids)) if fields else ():
            rows.extend(self._client.query_to_end(build_ids_query(sobject, fields, key, chunk, self._extra(sobject))))
        return rows

    def _read_people(self, page: Page) -> list[Contact]:
        """Return the contacts, as they stand, and the users, as they stood when first read, that a page names."""
        named = [t.requester for t in page.tickets] + [t.assignee for t in page.tickets]
        named += [comment.author for comment in page.comments]
        ids = {ref.id for ref in named if ref is not None}
        unknown = [i for i in ids if i.startswith(USER_PREFIX) and i not in self._users]
        self._map("User", self._read_rows("User", "Id", unknown))
        contacts = self._read_rows("Contact", "Id", [i for i in ids if i.startswith(CONTACT_PREFIX)])
        users = [self._users[i] for i in sorted(ids) if i in self._users]
        return [*self._map("Contact", contacts).contacts, *users]

    def _with_html(self, rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
        """Return mails with their HTML where they have no text: read only for those, as it makes pages small."""
        bare = [row["Id"] for row in rows if not row.get("TextBody") and not row.get("IsDeleted")]
        info = self._client.describe("EmailMessage") if bare else None
        if info is None or "HtmlBody" not in info.fields:
            return list(rows)
        html: dict[str, Any] = {}
        for chunk in _chunks(bare):
            found = self._client.query_to_end(build_ids_query("EmailMessage", ["Id", "HtmlBody"], "Id", chunk))
            html.update((row["Id"], row.get("HtmlBody")) for row in found)
        return [{**row, "HtmlBody": html.get(row["Id"])} for row in rows]

    def _read_files(self, mails: Sequence[str]) -> dict[str, list[str]]:
        """Return the file names that hang on each of these mails. Salesforce tells links only when asked by id."""
        files: dict[str, list[str]] = {}
        if not mails or self._client.describe("ContentDocumentLink") is None:
            return files
        fields = ["LinkedEntityId", "ContentDocument.Title", "ContentDocument.FileExtension"]
        for chunk in _chunks(mails):
            soql = build_ids_query("ContentDocumentLink", fields, "LinkedEntityId", chunk)
            for row in self._client.query_to_end(soql):
                files.setdefault(row["LinkedEntityId"], []).append(file_name(row))
        return files

    def _extra(self, sobject: str) -> str | None:
        info = self._client.describe("Case") if sobject == "Case" else None
        return FIRST_MAIL if info is not None and "EmailMessages" in info.children else None

    def _read_closed_labels(self) -> frozenset[str]:
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

    def _again_if_rights_changed(self, read: Callable[[], _T]) -> _T:
        """A field that was hidden since we looked fails the query: look again, once."""
        try:
            return read()
        except SalesforceCallError as error:
            if error.code != "INVALID_FIELD":
                raise
        self._client.forget_described()
        return read()


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + MAX_IDS] for start in range(0, len(ids), MAX_IDS))


def _kept(items: Iterable[_T | None]) -> tuple[_T, ...]:
    return tuple(item for item in items if item is not None)


def _removed(rows: Sequence[Mapping[str, Any]], name: Callable[[Mapping[str, Any]], str]) -> tuple[str, ...]:
    return tuple(name(row) for row in rows if row.get("IsDeleted"))


def _join(parts: Iterable[Page]) -> Page:
    """Return one page with all that these hold."""
    parts = list(parts)
    comments: list[Comment] = [comment for part in parts for comment in part.comments]
    return Page(
        tickets=tuple(ticket for part in parts for ticket in part.tickets),
        comments=tuple(comments),
        contacts=tuple(contact for part in parts for contact in part.contacts),
        events=tuple(event for part in parts for event in part.events),
        removed_comments=tuple(name for part in parts for name in part.removed_comments),
    )
