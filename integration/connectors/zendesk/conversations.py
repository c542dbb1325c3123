"""The text of one ticket: its comments or, where it came by chat or messaging, its conversation log."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from integration.connectors.zendesk.client import RefusedError, ZendeskClient
from integration.connectors.zendesk.mapping import (
    CommentRow,
    Directory,
    TicketRow,
    has_conversation,
    map_comment,
    map_conversation,
    map_merge,
)
from integration.connectors.zendesk.mapping.channels import read_via
from integration.model import Comment, Event

_NO_LOG = (HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN, HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY)
"""What Zendesk says where a ticket has no conversation log; `/comments` then holds what there is."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was said on one ticket, as Zendesk gave it, oldest first. `logged`: it is the conversation log."""

    ticket: TicketRow
    rows: Sequence[Mapping[str, Any]]
    logged: bool

    def author_ids(self) -> Iterator[Any]:
        """Yield whom the rows name; some more than once, some no person."""
        for row in self.rows:
            yield (row.get("author") or {}).get("zen:support:user_id") if self.logged else row.get("author_id")

    def comments(self, directory: Directory, names: Mapping[int, str]) -> list[Comment]:
        """Return the rows as comments; `names` are the team's."""
        ref = directory.ticket(self.ticket.id)
        if self.logged:
            channel = read_via(self.ticket.via).channel
            return [map_conversation(row, ref, directory, channel) for row in self.rows]
        return [map_comment(CommentRow.of(row), ref, directory, names=names) for row in self.rows]

    def merges(self, directory: Directory) -> list[Event]:
        """Return where the ticket went, if it was merged into another."""
        ref = directory.ticket(self.ticket.id)
        merges = (None if self.logged else map_merge(CommentRow.of(row), ref, directory) for row in self.rows)
        return [merge for merge in merges if merge is not None]


def fetch_conversation(client: ZendeskClient, ticket: TicketRow, *, live: bool) -> Conversation:
    """Return all that was said on a ticket, in one call for each 100 rows."""
    path = f"tickets/{ticket.id}"
    if has_conversation(ticket):
        try:
            rows = client.rows(f"{path}/conversation_log", "events", {"sort": "created_at"}, live=live)
            return Conversation(ticket, rows, logged=True)
        except RefusedError as refusal:
            if refusal.status not in _NO_LOG:
                raise
    return fetch_comments(client, ticket, live=live)


def fetch_comments(client: ZendeskClient, ticket: TicketRow, *, live: bool) -> Conversation:
    """Return what `/tickets/{id}/comments` holds."""
    rows = client.rows(f"tickets/{ticket.id}/comments", "comments", {"sort": "created_at"}, live=live)
    return Conversation(ticket, rows, logged=False)
