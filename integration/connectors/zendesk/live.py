"""Reading named tickets as they stand now, with all that is on them."""

from collections.abc import Mapping, Sequence
from typing import Any

from integration.connectors import Connection
from integration.connectors.zendesk.client import ZendeskClient
from integration.connectors.zendesk.conversations import fetch_text
from integration.connectors.zendesk.lookup import Lookup
from integration.connectors.zendesk.mapping import (
    find_merge_target,
    is_deleted,
    map_audit_changes,
    map_ticket,
)
from integration.connectors.zendesk.streams import PEOPLE
from integration.model import NOTE_KEY, Comment, Event, Page, Status, Ticket, TicketRef

MOST_TICKETS = 100
"""Of one call."""
_NOTE_PAGES = 5
"""A note of ours that was just written is among the newest comments."""


def fetch_tickets(connection: Connection, client: ZendeskClient, lookup: Lookup, ids: Sequence[str]) -> Page:
    """Return these tickets (at most 100), and which of them are not there or not ours to see."""
    if len(ids) > MOST_TICKETS:
        raise ValueError(f"{len(ids)} tickets asked for; at most {MOST_TICKETS} at once")
    lookup.forget_old()
    known = [ticket_id for ticket_id in ids if ticket_id.isdigit()]
    query = {"ids": ",".join(known), "include": "metric_sets"}
    answer = client.get("tickets/show_many", query, live=True) if known else {}
    rows = answer.get("tickets") or ()
    people = {
        contact.ref.id: contact
        for contact in lookup.learn_users((row.get(name) for row in rows for name in PEOPLE), live=True, afresh=True)
    }
    metrics = {row["ticket_id"]: row for row in answer.get("metric_sets") or ()}
    tickets: list[Ticket] = []
    comments: list[Comment] = []
    events: list[Event] = []
    for row in rows:
        ticket, said, changes = _fetch_one(client, lookup, {"metric_set": metrics.get(row["id"]), **row})
        tickets.append(ticket)
        comments += said
        events += changes
        for author in {comment.author.id for comment in said if comment.author} - people.keys():
            contact = lookup.known_contact(author)
            if contact is not None:
                people[author] = contact
    there = {ticket.ref.id for ticket in tickets}
    return Page(
        tickets=tuple(tickets),
        comments=tuple(comments),
        contacts=tuple(people.values()),
        events=tuple(events),
        missing_tickets=tuple(TicketRef(connection.id, ticket_id) for ticket_id in ids if ticket_id not in there),
    )


def _fetch_one(
    client: ZendeskClient, lookup: Lookup, row: Mapping[str, Any]
) -> tuple[Ticket, list[Comment], list[Event]]:
    comments: list[Comment] = []
    audits: list[dict[str, Any]] = []
    if not is_deleted(row):
        comments, _ = fetch_text(client, lookup, row, live=True)
        audits = client.rows(f"tickets/{row['id']}/audits", "audits", live=True)
        lookup.learn_users((audit.get("author_id") for audit in audits), live=True)
    directory = lookup.directory([row.get("group_id")])
    ref = directory.ticket(row["id"])
    events = [event for audit in audits for event in map_audit_changes(audit, ref, directory)]
    solved = [event.at for event in events if event.field == "status" and event.after == Status.SOLVED.value]
    target = find_merge_target(row, comments, audits)
    ticket = map_ticket(
        row,
        directory,
        first_comment=comments[0] if comments else None,
        solved_at=max(solved, default=None),
        merged_into=directory.ticket(target) if target else None,
    )
    return ticket, comments, events


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
