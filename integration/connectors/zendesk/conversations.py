"""The text of one ticket: its comments or, where it came by chat or messaging, its conversation log."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from integration.connectors.zendesk.client import RefusedError, ZendeskClient
from integration.connectors.zendesk.lookup import Lookup
from integration.connectors.zendesk.mapping import has_conversation, map_comment, map_conversation
from integration.connectors.zendesk.mapping.channels import read_channel
from integration.model import Comment, Contact

_NO_LOG = (HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN, HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY)
"""What Zendesk says where a ticket has no conversation log; `/comments` then holds what there is."""


def fetch_text(
    client: ZendeskClient, lookup: Lookup, ticket: Mapping[str, Any], *, live: bool
) -> tuple[list[Comment], tuple[Contact, ...]]:
    """Return all comments of a ticket, oldest first, and the people that they name and that were not known yet."""
    if has_conversation(ticket):
        try:
            return _fetch_log(client, lookup, ticket, live=live)
        except RefusedError as refusal:
            if refusal.status not in _NO_LOG:
                raise
    return fetch_comments(client, lookup, ticket, live=live)


def fetch_comments(
    client: ZendeskClient, lookup: Lookup, ticket: Mapping[str, Any], *, live: bool
) -> tuple[list[Comment], tuple[Contact, ...]]:
    """Return what `/tickets/{id}/comments` holds."""
    rows = client.rows(f"tickets/{ticket['id']}/comments", "comments", {"sort": "created_at"}, live=live)
    people = lookup.learn_users((row.get("author_id") for row in rows), live=live)
    directory = lookup.directory()
    ref = directory.ticket(ticket["id"])
    return [map_comment(row, ref, directory, names=lookup.names) for row in rows], people


def _fetch_log(
    client: ZendeskClient, lookup: Lookup, ticket: Mapping[str, Any], *, live: bool
) -> tuple[list[Comment], tuple[Contact, ...]]:
    events = client.rows(f"tickets/{ticket['id']}/conversation_log", "events", {"sort": "created_at"}, live=live)
    authors = ((event.get("author") or {}).get("zen:support:user_id") for event in events)
    people = lookup.learn_users(authors, live=live)
    directory, channel = lookup.directory(), read_channel(ticket.get("via"))
    ref = directory.ticket(ticket["id"])
    return [map_conversation(event, ref, directory, channel) for event in events], people
