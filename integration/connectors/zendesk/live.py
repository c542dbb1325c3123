"""Reading named tickets as they stand now, with all that is on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from integration.connectors import Connection
from integration.connectors.zendesk.client import RefusedError, ZendeskClient
from integration.connectors.zendesk.conversations import Conversation, fetch_conversation
from integration.connectors.zendesk.lookup import Lookup
from integration.connectors.zendesk.mapping import (
    Directory,
    TicketRow,
    TicketsAnswer,
    is_deleted,
    is_forgotten,
    map_audit_changes,
    map_ticket,
)
from integration.connectors.zendesk.streams import PEOPLE
from integration.model import NOTE_KEY, Comment, Event, Page, Status, Ticket, TicketRef

MOST_TICKETS = 100
"""Of one call."""
_NOTE_PAGES = 5
"""A note of ours that was just written is among the newest comments."""


@dataclass(frozen=True, slots=True)
class _Found:
    """One ticket as Zendesk gave it, with all that is on it."""

    row: TicketRow
    said: Conversation
    audits: Sequence[Mapping[str, Any]]


def fetch_tickets(connection: Connection, client: ZendeskClient, lookup: Lookup, ids: Sequence[str]) -> Page:
    """
    Return these tickets (at most 100), and which of them are not there or not ours to see.

    One call for all tickets, one for each 100 people that they name, and for each ticket one for each 100 comments and
    one for each 100 audits.
    """
    if len(ids) > MOST_TICKETS:
        raise ValueError(f"{len(ids)} tickets asked for; at most {MOST_TICKETS} at once")
    lookup.forget_old()
    known = [ticket_id for ticket_id in ids if ticket_id.isdigit()]
    query = {"ids": ",".join(known), "include": "metric_sets"}
    rows = client.get_as(TicketsAnswer, "tickets/show_many", query, live=True).rows() if known else []
    found = [_fetch_one(client, row) for row in rows]
    named = [getattr(row, name) for row in rows for name in PEOPLE]
    named += [author for one in found for author in one.said.author_ids()]
    people = lookup.learn_users(named, live=True, afresh=True)
    lookup.learn_users((audit.get("author_id") for one in found for audit in one.audits), live=True)
    directory = lookup.directory(row.group_id for row in rows)
    tickets, comments, events = _map_all(found, directory, lookup.staff)
    there = {ticket.ref.id for ticket in tickets}
    return Page(
        tickets=tuple(tickets),
        comments=tuple(comments),
        contacts=people,
        events=tuple(events),
        missing_tickets=tuple(TicketRef(connection.id, ticket_id) for ticket_id in ids if ticket_id not in there),
        forgotten_tickets=tuple(directory.ticket(row.id) for row in rows if is_forgotten(row)),
    )


def _fetch_one(client: ZendeskClient, row: TicketRow) -> _Found:
    if is_deleted(row):
        return _Found(row, Conversation(row, (), logged=False), ())
    audits = client.rows(f"tickets/{row.id}/audits", "audits", live=True)
    return _Found(row, fetch_conversation(client, row, live=True), audits)


def _map_all(
    found: Sequence[_Found], directory: Directory, names: Mapping[int, str]
) -> tuple[list[Ticket], list[Comment], list[Event]]:
    tickets: list[Ticket] = []
    comments: list[Comment] = []
    events: list[Event] = []
    for one in found:
        said = one.said.comments(directory, names)
        ref = directory.ticket(one.row.id)
        changes = [event for audit in one.audits for event in map_audit_changes(audit, ref, directory)]
        solved = [event.at for event in changes if event.field == "status" and event.after == Status.SOLVED.value]
        first = said[0] if said else None
        tickets.append(map_ticket(one.row, directory, first_comment=first, solved_at=max(solved, default=None)))
        comments += said
        events += changes + one.said.merges(directory)
    return tickets, comments, events


def find_note(client: ZendeskClient, ticket_id: str, key: str) -> str | None:
    """Return the id of the private comment that carries `key`, looked for among the newest 500, or None."""
    query = {"sort": "-created_at"}
    for number, page in enumerate(client.pages(f"tickets/{ticket_id}/comments", query, live=True), start=1):
        for row in page.get("comments") or ():
            text = f"{row.get('plain_body') or ''} {row.get('body') or ''} {row.get('html_body') or ''}"
            if row.get("public") is False and key in NOTE_KEY.findall(text):
                return f"comment:{row['id']}"
        if number == _NOTE_PAGES:
            break
    return None


def tickets_of(client: ZendeskClient, user_id: str) -> list[str]:
    """Return the ids of the newest 100 tickets that a user requested; none for whom Zendesk does not know."""
    if not user_id.isdigit():
        return []
    query = {"page[size]": MOST_TICKETS, "sort": "-updated_at"}
    try:
        answer = client.get(f"users/{user_id}/tickets/requested", query, live=True)
    except RefusedError as refusal:
        if refusal.status != HTTPStatus.NOT_FOUND:
            raise
        return []
    return [str(row["id"]) for row in answer.get("tickets") or ()]
