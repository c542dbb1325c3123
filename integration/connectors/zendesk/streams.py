"""
Reading an account page by page: people and what they belong to, tickets, ticket events, answers to surveys.

Users and tickets go by Zendesk's own cursor; organizations and ticket events only know times, and repeat the rows of
the last second. Zendesk leaves out of all four what happened within the last minute.

What it costs: one call for each 1,000 rows, whether they are tickets or events; names of five kinds once an hour; one
for each 100 responses to surveys. One more for each ticket whose words are in a conversation log, and for each ticket
that was redacted since its comments were read: no export has either.
"""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus
from itertools import chain
from typing import Any, TypeVar

from integration.connectors import Connection
from integration.connectors.zendesk.client import RefusedError, ZendeskClient
from integration.connectors.zendesk.conversations import fetch_comments, fetch_conversation
from integration.connectors.zendesk.cursors import ExportCursor
from integration.connectors.zendesk.lookup import Lookup
from integration.connectors.zendesk.mapping import (
    EventsAnswer,
    OrganizationsAnswer,
    TicketRow,
    TicketsAnswer,
    UsersAnswer,
    comment_authors,
    has_conversation,
    is_forgotten,
    map_organization,
    map_ticket,
    map_ticket_event,
)
from integration.connectors.zendesk.mapping.directory import read_optional_time
from integration.connectors.zendesk.surveys import fetch_responses
from integration.errors import ConnectorError, CursorExpiredError
from integration.model import Comment, Contact, Page

log = logging.getLogger(__name__)

Answer = TypeVar("Answer", TicketsAnswer, UsersAnswer)
TimeAnswerT = TypeVar("TimeAnswerT", OrganizationsAnswer, EventsAnswer)

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
_EXPIRED = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.GONE, HTTPStatus.UNPROCESSABLE_ENTITY)
"""What Zendesk says to a cursor that it does not know, or no longer."""


class Streams:
    """The streams of one account."""

    def __init__(
        self, connection: Connection, client: ZendeskClient, lookup: Lookup, clock: Callable[[], datetime]
    ) -> None:
        self._connection = connection
        self._client = client
        self._lookup = lookup
        self._clock = clock
        self._fetchers: Mapping[str, Callable[[ExportCursor], Page]] = {
            "organizations": self._fetch_organizations,
            "users": self._fetch_users,
            "tickets": self._fetch_tickets,
            "ticket_events": self._fetch_ticket_events,
            "survey_responses": self._fetch_survey_responses,
        }

    def fetch(self, stream: str, cursor: str | None) -> Page:
        """Return the page of `stream` that begins at `cursor`."""
        if stream not in self._fetchers:
            raise ValueError(f"Zendesk has no stream {stream!r}")
        self._lookup.forget_old()
        return self._fetchers[stream](ExportCursor.parse(cursor))

    def _now_s(self) -> int:
        return int(self._clock().timestamp())

    def _first_s(self) -> int:
        """Return the backfill's start in Unix seconds; the beginning of time where none is set."""
        start = self._connection.backfill_from
        return max(1, min(self._now_s() - _RECENT_S, int(start.timestamp()))) if start else 1

    # by cursor

    def _read_by_cursor(
        self, kind: type[Answer], path: str, cursor: ExportCursor, query: Mapping[str, Any]
    ) -> tuple[ExportCursor, Answer]:
        """
        Return one page of an export that knows cursors, and the place that it was asked for at.

        Raises:
            CursorExpiredError: Zendesk does not know the cursor, and no time is known to go on from.
        """
        position = {"cursor": cursor.vendor} if cursor.vendor else {"start_time": cursor.start_s}
        try:
            return cursor, self._client.get_as(kind, path, {**position, **query})
        except RefusedError as refusal:
            if cursor.vendor is None or refusal.status not in _EXPIRED:
                raise
        following = cursor.without_vendor()
        if following is None:
            raise CursorExpiredError("Zendesk no longer knows our place in its export; it is read from its start.")
        log.warning("zendesk_cursor_expired path=%s", path)
        return following, self._client.get_as(kind, path, {"start_time": following.start_s, **query})

    def _fetch_users(self, cursor: ExportCursor) -> Page:
        begun = cursor.begin(self._now_s(), self._first_s())
        query = {"per_page": PAGE_SIZE, "include": "identities"}
        begun, answer = self._read_by_cursor(UsersAnswer, "incremental/users/cursor", begun, query)
        rows = answer.rows()
        changed = (read_optional_time(row.updated_at) for row in rows)
        following = self._after(begun, answer, max((int(at.timestamp()) for at in changed if at), default=0))
        return Page(
            contacts=self._lookup.read_users(rows),
            cursor=str(following),
            has_more=not following.ended,
        )

    def _fetch_tickets(self, cursor: ExportCursor) -> Page:
        begun = cursor.begin(self._now_s(), self._first_s())
        query = {"per_page": SMALL_PAGE_SIZE if cursor.small else PAGE_SIZE, "include": "metric_sets"}
        begun, answer = self._read_by_cursor(TicketsAnswer, "incremental/tickets/cursor", begun, query)
        rows = begun.left(answer.rows())
        newest_s = max((ExportCursor.place(row)[0] for row in rows), default=0)
        following = self._after(begun, answer, newest_s)
        named = (getattr(row, name) for row in rows for name in PEOPLE)
        people = self._learn(named, newest_s, ended=following.ended)
        talks = [index for index, row in enumerate(rows) if has_conversation(row)]
        done, comments, more_people = self._fetch_conversations(rows, talks)
        directory = self._lookup.directory({row.group_id for row in done})
        if len(done) < len(rows):
            following = replace(begun, after=ExportCursor.place(done[-1]))
        elif rows:
            following = replace(following, small=bool(talks))
        return Page(
            tickets=tuple([map_ticket(row, directory) for row in done]),
            comments=tuple(comments),
            contacts=(*people, *more_people),
            forgotten_tickets=tuple([directory.ticket(row.id) for row in done if is_forgotten(row)]),
            cursor=str(following),
            has_more=not following.ended,
        )

    def _after(self, begun: ExportCursor, answer: TicketsAnswer | UsersAnswer, newest_s: int) -> ExportCursor:
        vendor = answer.after_cursor or begun.vendor
        # a cursor that stays where it was would be asked for again for ever
        ended = bool(answer.end_of_stream) or vendor is None or vendor == begun.vendor
        start_s = begun.start_s if vendor is None else None
        return begun.advance(self._now_s(), newest_s, vendor=vendor, start_s=start_s, ended=ended)

    def _learn(self, user_ids: Iterable[Any], newest_s: int, *, ended: bool) -> tuple[Contact, ...]:
        """
        Return the people whom we have not met, where the page is of these days; else rely on the stream of users.

        An old page's people have all been in that stream, and who is on the team is known.
        """
        if not ended and self._lookup.is_settled(datetime.fromtimestamp(newest_s, UTC)):
            return ()
        return self._lookup.learn_users(user_ids)

    def _fetch_conversations(
        self, rows: Sequence[TicketRow], talks: Iterable[int]
    ) -> tuple[Sequence[TicketRow], list[Comment], list[Contact]]:
        """
        Read the conversations of those of the `rows` that `talks` counts, as far as one page and the rate limit allow.

        Returns the rows that are done, which are all or the first of them. A page that is stopped half-way keeps what
        it has: only where nothing was read yet, the error is the caller's.
        """
        comments: list[Comment] = []
        people: list[Contact] = []
        for count, index in enumerate(talks):
            if count == MOST_CONVERSATIONS:
                return rows[:index], comments, people
            try:
                said = fetch_conversation(self._client, rows[index], live=False)
                people += self._lookup.learn_users(said.author_ids())
            except ConnectorError as error:
                if error.permanent or index == 0:
                    raise
                return rows[:index], comments, people
            comments += said.comments(self._lookup.directory(), self._lookup.staff)
        return rows, comments, people

    # by time

    def _read_by_time(
        self, kind: type[TimeAnswerT], path: str, cursor: ExportCursor, query: Mapping[str, Any]
    ) -> tuple[ExportCursor, TimeAnswerT]:
        """
        Return one page of an export that only knows times, and the place behind it.

        A page ends between two seconds, however many rows that takes. Where it does not move on all the same, the
        next one begins a second later.
        """
        begun = cursor.begin(self._now_s(), self._first_s())
        answer = self._client.get_as(kind, path, {"start_time": begun.start_s, **query})
        start_s = begun.start_s or 1
        given = answer.end_time
        end_s = given if isinstance(given, int) and given > 0 else start_s
        # a start within the last minute would be refused
        ended = bool(answer.end_of_stream) or end_s >= self._now_s() - _RECENT_S // 2
        following_s = max(start_s + 1, end_s) if not ended else end_s
        return begun.advance(self._now_s(), end_s, start_s=following_s, ended=ended), answer

    def _fetch_organizations(self, cursor: ExportCursor) -> Page:
        query = {"per_page": PAGE_SIZE}
        following, answer = self._read_by_time(OrganizationsAnswer, "incremental/organizations", cursor, query)
        return Page(
            accounts=tuple(map_organization(self._connection.id, row) for row in answer.organizations or ()),
            cursor=str(following),
            has_more=not following.ended,
        )

    def _fetch_ticket_events(self, cursor: ExportCursor) -> Page:
        query = {"include": "comment_events"}
        following, answer = self._read_by_time(EventsAnswer, "incremental/ticket_events", cursor, query)
        rows = answer.rows()
        named = chain((row.updater_id for row in rows), (one for row in rows for one in comment_authors(row)))
        people = self._learn(named, following.newest_s or 0, ended=following.ended)
        directory, staff = self._lookup.directory(), self._lookup.staff
        told = [map_ticket_event(row, directory, staff) for row in rows]
        comments = [comment for one in told for comment in one.comments]
        reshaped = [(row.ticket_id, one.reshaped) for row, one in zip(rows, told, strict=True) if one.reshaped]
        fresh, lost = self._read_reshaped(reshaped, comments)
        ids = {*(comment.id for comment in fresh), *lost}
        return Page(
            comments=(*(comment for comment in comments if comment.id not in ids), *fresh),
            removed_comments=lost,
            contacts=people,
            events=tuple([event for one in told for event in one.events]),
            cursor=str(following),
            has_more=not following.ended,
        )

    def _read_reshaped(
        self, reshaped: Iterable[tuple[int, Sequence[str]]], comments: Iterable[Comment]
    ) -> tuple[list[Comment], tuple[str, ...]]:
        """
        Return the comments of the tickets that a page redacts, as they stand now, and the ids of those nobody can read.

        The event of a comment may have been read long before it was redacted. One that is on this very page, and
        redacted there, is as it stands now. On a ticket that was deleted since, what is left of a redacted comment is
        not told: it is forgotten whole, and read anew should the ticket be restored.

        Args:
            reshaped: Ticket's id and ids of its comments (`?` for one that is not named), for each event.
            comments: The comments of the page.
        """
        redacted = {comment.id.removeprefix("comment:") for comment in comments if comment.redacted}
        by_ticket: dict[int, set[str]] = {}
        for ticket_id, ids in reshaped:
            if not redacted.issuperset(ids):
                by_ticket.setdefault(ticket_id, set()).update(ids)
        fresh: list[Comment] = []
        lost: list[str] = []
        for ticket_id, named in by_ticket.items():
            try:
                said = fetch_comments(self._client, TicketRow(id=ticket_id), live=False)
            except RefusedError as refusal:
                if refusal.status != HTTPStatus.NOT_FOUND:
                    raise
                lost += sorted(f"comment:{one}" for one in named - redacted)
                continue
            self._lookup.learn_users(said.author_ids())
            fresh += said.comments(self._lookup.directory(), self._lookup.staff)
        return fresh, tuple(lost)

    def _fetch_survey_responses(self, cursor: ExportCursor) -> Page:
        begun = cursor.begin(self._now_s(), self._first_s())
        return fetch_responses(self._client, self._lookup.directory(), begun, self._now_s())
