"""
Reading an account page by page: users, tickets, and ticket events (comments and changes).

Users and tickets go by Zendesk's own cursor; ticket events only know times, and repeat the rows of the last second.
Zendesk leaves out of all three what happened within the last minute.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from integration.connectors import Connection
from integration.connectors.zendesk.client import ZendeskClient
from integration.connectors.zendesk.conversations import fetch_comments, fetch_text
from integration.connectors.zendesk.cursors import TicketCursor
from integration.connectors.zendesk.lookup import Lookup
from integration.connectors.zendesk.mapping import (
    comment_children,
    has_conversation,
    map_event_changes,
    map_event_comments,
    map_ticket,
    reshapes_comments,
)
from integration.errors import ConnectorError
from integration.model import Comment, Contact, Page

PAGE_SIZE = 1000
"""Zendesk's most a page."""
SMALL_PAGE_SIZE = 100
"""Rows a page while tickets with conversations are about: each of those costs a call of its own."""
MOST_CONVERSATIONS = 50
"""Conversations read for one page; with more, the page is cut there and goes on later."""

PEOPLE = ("requester_id", "submitter_id", "assignee_id")
"""Whom a ticket names; the submitter's role decides whether the team started it."""

_RECENT_S = 120
"""Zendesk refuses a start within the last minute."""


class Streams:
    """The three streams of one account."""

    def __init__(
        self, connection: Connection, client: ZendeskClient, lookup: Lookup, clock: Callable[[], datetime]
    ) -> None:
        self._connection = connection
        self._client = client
        self._lookup = lookup
        self._clock = clock

    def fetch(self, stream: str, cursor: str | None) -> Page:
        """Return the page of `stream` that begins at `cursor`."""
        self._lookup.forget_old()
        if stream == "users":
            return self._fetch_users(cursor)
        if stream == "tickets":
            return self._fetch_tickets(TicketCursor.parse(cursor))
        if stream == "ticket_events":
            return self._fetch_ticket_events(cursor)
        raise ValueError(f"Zendesk has no stream {stream!r}")

    def _start_s(self) -> int:
        """Return the backfill's start in Unix seconds; the beginning of time where none is set."""
        latest = int(self._clock().timestamp()) - _RECENT_S
        start = self._connection.backfill_from
        return max(1, min(latest, int(start.timestamp()))) if start else 1

    def _fetch_users(self, cursor: str | None) -> Page:
        position = {"cursor": cursor} if cursor else {"start_time": self._start_s()}
        query = {**position, "per_page": PAGE_SIZE, "include": "identities"}
        answer = self._client.get("incremental/users/cursor", query)
        return Page(
            contacts=self._lookup.read_users(answer),
            cursor=answer.get("after_cursor") or cursor,
            has_more=not answer.get("end_of_stream", True),
        )

    def _fetch_tickets(self, cursor: TicketCursor) -> Page:
        # a start in place of a vendor cursor must stay what it was while its page is not done
        start_s = None if cursor.vendor else cursor.start_s or self._start_s()
        position = {"cursor": cursor.vendor} if cursor.vendor else {"start_time": start_s}
        size = SMALL_PAGE_SIZE if cursor.small else PAGE_SIZE
        query = {**position, "per_page": size, "include": "metric_sets"}
        answer = self._client.get("incremental/tickets/cursor", query)
        rows = [row for row in answer.get("tickets") or () if not cursor.has_passed(row)]
        people = self._lookup.learn_users(row.get(name) for row in rows for name in PEOPLE)
        done, comments, more_people = self._fetch_conversations(rows)
        directory = self._lookup.directory(row.get("group_id") for row in done)
        metrics = {row["ticket_id"]: row for row in answer.get("metric_sets") or ()}
        if len(done) < len(rows):
            following = TicketCursor(cursor.vendor, start_s, small=cursor.small, after=TicketCursor.place(done[-1]))
            has_more = True
        else:
            small = any(has_conversation(row) for row in rows) if rows else cursor.small
            following = TicketCursor(answer.get("after_cursor") or cursor.vendor, None, small=small)
            has_more = not answer.get("end_of_stream", True)
        return Page(
            tickets=tuple(map_ticket({"metric_set": metrics.get(row["id"]), **row}, directory) for row in done),
            comments=tuple(comments),
            contacts=(*people, *more_people),
            cursor=str(following) if following.vendor or following.start_s else None,
            has_more=has_more,
        )

    def _fetch_conversations(
        self, rows: Sequence[Mapping[str, Any]]
    ) -> tuple[Sequence[Mapping[str, Any]], list[Comment], list[Contact]]:
        """
        Read the conversations of `rows` in their order, as far as one page and the rate limit allow.

        Returns the rows that are done, which are all or the first of them. A page that is stopped half-way keeps what
        it has: only where nothing was read yet, the error is the caller's.
        """
        comments: list[Comment] = []
        people: list[Contact] = []
        count = 0
        for index, row in enumerate(rows):
            if not has_conversation(row):
                continue
            if count == MOST_CONVERSATIONS:
                return rows[:index], comments, people
            try:
                found, named = fetch_text(self._client, self._lookup, row, live=False)
            except ConnectorError as error:
                if error.permanent or index == 0:
                    raise
                return rows[:index], comments, people
            comments += found
            people += named
            count += 1
        return rows, comments, people

    def _fetch_ticket_events(self, cursor: str | None) -> Page:
        start_s = int(cursor) if cursor else self._start_s()
        query = {"start_time": start_s, "include": "comment_events"}
        answer = self._client.get("incremental/ticket_events", query)
        rows = answer.get("ticket_events") or ()
        authors = [child.get("author_id") for row in rows for child in comment_children(row)]
        people = self._lookup.learn_users([*authors, *(row.get("updater_id") for row in rows)])
        directory = self._lookup.directory()
        comments = [c for row in rows for c in map_event_comments(row, directory, self._lookup.names)]
        for ticket_id in {row["ticket_id"]: None for row in rows if reshapes_comments(row)}:
            # redacted since: what stands in the events is what stood there before
            fresh, named = fetch_comments(self._client, self._lookup, {"id": ticket_id}, live=False)
            ids = {comment.id for comment in fresh}
            comments = [comment for comment in comments if comment.id not in ids] + fresh
            people += named
        end_s = answer.get("end_time")
        # an end that does not move would be asked for again for ever
        has_more = not answer.get("end_of_stream", True) and isinstance(end_s, int) and end_s > start_s
        return Page(
            comments=tuple(comments),
            contacts=people,
            events=tuple(event for row in rows for event in map_event_changes(row, directory)),
            cursor=str(end_s if isinstance(end_s, int) and end_s > 0 else start_s),
            has_more=has_more,
        )
