"""
Reading an org page by page along each stream.

What has changed is read by REST, 2,000 rows a call, in the order of (SystemModstamp, Id). Where more than a few pages
lie behind, as in a backfill, a Bulk job reads them, 5,000 rows a call; then REST goes on ten minutes before the job
was made. Deleted and merged records come as rows too; what is not even in the recycle bin is asked for now and then.

What it costs: at rest one call a stream, and one a quarter of an hour for each of the four that are asked for their
deletions. Besides, one for each 100 mails that have files, and one for each 100 that have no text but HTML.
"""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from integration.connectors import Connection
from integration.connectors.salesforce.bulk import BulkReader, LostJobError
from integration.connectors.salesforce.client import SalesforceClient
from integration.connectors.salesforce.cursors import OVERLAP, Cursor
from integration.connectors.salesforce.deletions import ASKED, read_deletions
from integration.connectors.salesforce.faults import SalesforceCallError
from integration.connectors.salesforce.lookup import Lookup
from integration.connectors.salesforce.milestones import build_violated_query
from integration.connectors.salesforce.pages import PageBuilder, Rows, join
from integration.connectors.salesforce.soql import (
    PAGE_ROWS,
    STREAMS,
    TIME_FIELD,
    build_job_query,
    build_page_query,
    format_time,
    list_fields,
    parse_time,
)
from integration.connectors.salesforce.tickets import TicketReader
from integration.model import Page

log = logging.getLogger(__name__)

_UNBOUNDED = ("Account", "Contact", "User")
"""People are read whole: an old record may stand behind a new case."""

_T = TypeVar("_T")


class OrgReader:
    """
    Reads one org and maps what it says. Every method may raise ConnectorError.

    Args:
        client: Makes the calls.
        connection: Gives the name of all references, and since when to read.
        clock: Returns the present moment.
        sleep: Waits so many seconds, for a Bulk job.
    """

    def __init__(
        self,
        client: SalesforceClient,
        connection: Connection,
        clock: Callable[[], datetime],
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._client = client
        self._connection = connection
        self._clock = clock
        self._bulk = BulkReader(client, clock, sleep)
        self._lookup = Lookup(client, connection)
        self._pages = PageBuilder(connection.id, self._lookup)
        self._tickets = TicketReader(connection.id, self._lookup, self._pages)

    def read_page(self, stream: str, cursor: str | None) -> Page:
        """Return the page of `stream` after `cursor`, oldest change first."""
        if stream not in STREAMS:
            raise ValueError(f"{stream!r} is no stream; name one of {', '.join(STREAMS)}.")
        since = None if stream in _UNBOUNDED else self._connection.backfill_from
        place = (Cursor.decode(cursor) if cursor else Cursor.start(since)).begin(self._clock())
        return self._again_if_rights_changed(lambda: self._read_page(stream, place))

    def read_tickets(self, ids: Sequence[str]) -> Page:
        """Return these cases as they stand, with comments, mails, posts, changes, and the people they name."""
        return self._again_if_rights_changed(lambda: self._tickets.read(ids))

    def _read_page(self, stream: str, place: Cursor) -> Page:
        fields = list_fields(stream, self._client.describe)
        if not fields:
            return Page(cursor=place.encode())  # mail or history is switched off in this org
        try:
            if place.job:
                return self._read_job(stream, fields, place)
            if place.wants_job(self._clock()):
                return self._make_job(stream, fields, place)
        except LostJobError as lost:
            log.warning("bulk_job_lost stream=%s reason=%s", stream, lost)
            return Page(cursor=place.without_job().encode(), has_more=True)
        return self._read_rest(stream, fields, place)

    def _read_rest(self, stream: str, fields: Sequence[str], place: Cursor) -> Page:
        answer = self._client.query(
            build_page_query(stream, fields, place.at, place.id, self._lookup.subquery_of(stream)),
        )
        rows = answer.records
        # Salesforce shortens a page of long texts; the rest of it is asked for by the cursor, which outlives us
        more = bool(rows) and (not answer.done or len(rows) >= PAGE_ROWS)
        after = place.after(rows, TIME_FIELD[stream], more=more, now=self._clock())
        page = self._build(stream, rows, again=place.again)
        if not more:
            page, after = self._look_besides(stream, fields, page, after)
        return replace(page, cursor=after.encode(), has_more=more)

    def _history_of_masters(self, rows: Rows) -> Page:
        """Return the changes of cases that others were merged into: theirs are its own now, and no stamp tells so."""
        masters = {row["MasterRecordId"] for row in rows if row.get("MasterRecordId")}
        return self._build("CaseHistory", self._lookup.read_rows("CaseHistory", "CaseId", masters))

    def _look_besides(self, stream: str, fields: Sequence[str], page: Page, after: Cursor) -> tuple[Page, Cursor]:
        """At the end of a stream, add what no stamp tells of."""
        now = self._clock()
        if stream == "CaseMilestone" and "IsViolated" in fields and "TargetDate" in fields:
            since = format_time(parse_time(after.gone) - OVERLAP)
            rows = self._client.query_to_end(build_violated_query(fields, since))
            return join([page, self._build(stream, rows)]), replace(after, gone=format_time(now))
        if stream in ASKED and after.deletions_due(now):
            deleted, known = read_deletions(self._client, self._connection.id, stream, after.gone, now)
            return join([page, deleted]), replace(after, gone=known)
        return page, after if stream in ASKED else replace(after, gone="")

    def _make_job(self, stream: str, fields: Sequence[str], place: Cursor) -> Page:
        job, made = self._bulk.make_job(build_job_query(stream, fields, place.at, place.id))
        log.info("bulk_job_made stream=%s job=%s", stream, job)
        # stored before it is read, so that whoever goes on knows of it
        return Page(cursor=place.with_job(job, made).encode(), has_more=True)

    def _read_job(self, stream: str, fields: Sequence[str], place: Cursor) -> Page:
        info = self._client.describe(stream)
        if info is None:
            raise LostJobError("The object is no longer seen.")
        found = self._bulk.read_page(place.job, place.made, place.locator, info, fields)
        rows: Rows = found.rows
        if stream == "Case" and place.again:
            # in a first backfill the mails come after, and say it themselves
            rows = self._lookup.with_first_mails(rows)
        page = self._build(stream, rows, again=place.again)
        return replace(page, cursor=place.after_job_page(found.locator).encode(), has_more=True)

    def _build(self, stream: str, rows: Rows, *, again: bool = False) -> Page:
        page = self._pages.build(stream, rows)
        if stream == "User":
            self._tickets.remember(page.contacts)
        # in a first backfill the changes come after
        return join([page, self._history_of_masters(rows)]) if again and stream == "Case" else page

    def _again_if_rights_changed(self, read: Callable[[], _T]) -> _T:
        """A field that was hidden since we looked fails the query: look again, once."""
        try:
            return read()
        except SalesforceCallError as error:
            if error.code != "INVALID_FIELD":
                raise
        self._client.forget_described()
        return read()
