"""Loading all that is known of customers, in one read for many."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace
from sqlalchemy import Connection as Tx
from sqlalchemy import select

from integration.model import (
    Comment,
    Contact,
    ContactRef,
    CustomerHistory,
    Event,
    FlagFeedback,
    Rating,
    Reading,
    Ticket,
    TicketRef,
)
from integration.store import feedback, outbreaks
from integration.store.documents import decode
from integration.store.pages import requester_of
from integration.store.sql import among, rows_of
from integration.store.tables import comment, contact, event, rating, reading, ticket

T = TypeVar("T")


def load_histories(tx: Tx, customer_ids: Sequence[str]) -> list[CustomerHistory]:
    """Return one history for each customer that still exists, ordered as asked."""
    contacts = _contacts_of(tx, customer_ids)
    owner = {c.ref: customer_id for customer_id, group in contacts.items() for c in group}
    tickets = _tickets_of(tx, list(owner))
    refs = [t.ref for t in tickets]
    owner_of = {t.ref: owner[requester_of(t)] for t in tickets}
    comments, readings = _comments_of(tx, refs)
    changes = rows_of(tx, select(event.c.document), (event.c.connection, event.c.ticket_id), refs)
    events = [decode(Event, row.document) for row in changes]
    tickets = _completed(tickets, events, _ratings_of(tx, refs), feedback.load(tx, refs))
    people = _people(tx, tickets, comments)
    known = outbreaks.load_known(tx, tickets)

    by_customer = _grouped(tickets, lambda t: owner_of[t.ref])
    comments_by = _grouped(comments, lambda c: owner_of[c.ticket])
    events_by = _grouped(events, lambda e: owner_of[e.ticket])
    histories = []
    for customer_id in customer_ids:
        if customer_id not in contacts:
            continue
        own_comments = sorted(comments_by[customer_id], key=lambda c: (c.at, c.id))
        own_tickets = sorted(by_customer[customer_id], key=lambda t: (t.created_at, t.ref))
        named = {c.author for c in own_comments} | {t.assignee for t in own_tickets}
        histories.append(
            CustomerHistory(
                customer_id=customer_id,
                contacts=tuple(sorted(contacts[customer_id], key=lambda c: c.ref)),
                tickets=tuple(own_tickets),
                comments=tuple(own_comments),
                events=tuple(sorted(events_by[customer_id], key=lambda e: (e.at, e.id))),
                readings=tuple(
                    readings[c.ticket.connection, c.id] for c in own_comments if (c.ticket.connection, c.id) in readings
                ),
                people=tuple(people[ref] for ref in sorted(ref for ref in named if ref in people)),
                known_issues=tuple(known[t.ref] for t in own_tickets if t.ref in known),
            )
        )
    return histories


def load_tickets(tx: Tx, refs: Sequence[TicketRef]) -> dict[TicketRef, Ticket]:
    """Return those of the tickets that are stored."""
    rows = rows_of(tx, select(ticket.c.document), (ticket.c.connection, ticket.c.id), refs)
    return {noun.ref: noun for noun in (decode(Ticket, row.document) for row in rows)}


def _completed(
    tickets: Iterable[Ticket],
    events: Iterable[Event],
    ratings: Iterable[Rating],
    said: Mapping[TicketRef, tuple[FlagFeedback, ...]],
) -> list[Ticket]:
    """Return the tickets with what is kept apart from them: merges, answers to surveys, all that agents ever said."""
    merged = {e.ticket: TicketRef(e.ticket.connection, e.after) for e in events if e.field == "merged" and e.after}
    rated = {r.ticket: r for r in sorted(ratings, key=lambda r: (r.at, r.id))}
    completed = []
    for noun in tickets:
        rating_of = rated.get(noun.ref)
        completed.append(
            replace(
                noun,
                merged_into=noun.merged_into or merged.get(noun.ref),
                satisfaction=noun.satisfaction or (rating_of.score if rating_of else None),
                satisfaction_comment=noun.satisfaction_comment or (rating_of.comment if rating_of else None),
                feedback=said.get(noun.ref, ()),
            )
        )
    return completed


def _ratings_of(tx: Tx, refs: Sequence[TicketRef]) -> list[Rating]:
    rows = rows_of(tx, select(rating.c.document), (rating.c.connection, rating.c.ticket_id), refs)
    return [decode(Rating, row.document) for row in rows]


def _grouped(nouns: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for noun in nouns:
        groups[key(noun)].append(noun)
    return groups


def _contacts_of(tx: Tx, customer_ids: Sequence[str]) -> dict[str, list[Contact]]:
    found: dict[str, list[Contact]] = defaultdict(list)
    mine = among(tx, contact.c.customer_id, customer_ids)
    for row in tx.execute(select(contact.c.customer_id, contact.c.document).where(mine)):
        found[row.customer_id].append(decode(Contact, row.document))
    return dict(found)


def _tickets_of(tx: Tx, requesters: Sequence[ContactRef]) -> list[Ticket]:
    columns = (ticket.c.connection, ticket.c.requester_id)
    return [decode(Ticket, row.document) for row in rows_of(tx, select(ticket.c.document), columns, requesters)]


def _comments_of(tx: Tx, refs: Sequence[TicketRef]) -> tuple[list[Comment], dict[tuple[str, str], Reading]]:
    """Return the comments, and the readings of those whose text is still the one that was read."""
    comments: list[Comment] = []
    readings: dict[tuple[str, str], Reading] = {}
    joined = comment.outerjoin(
        reading,
        (reading.c.connection == comment.c.connection)
        & (reading.c.comment_id == comment.c.id)
        & (reading.c.comment_digest == comment.c.digest),
    )
    columns = (comment.c.connection, comment.c.id, comment.c.document, reading.c.document.label("reading"))
    both = select(*columns).select_from(joined)
    for row in rows_of(tx, both, (comment.c.connection, comment.c.ticket_id), refs):
        comments.append(decode(Comment, row.document))
        if row.reading is not None:
            readings[row.connection, row.id] = decode(Reading, row.reading)
    return comments, readings


def _people(tx: Tx, tickets: Iterable[Ticket], comments: Iterable[Comment]) -> dict[ContactRef, Contact]:
    wanted = {t.assignee for t in tickets} | {c.author for c in comments}
    refs = sorted(ref for ref in wanted if ref is not None)
    rows = rows_of(tx, select(contact.c.document), (contact.c.connection, contact.c.id), refs)
    return {person.ref: person for person in (decode(Contact, row.document) for row in rows)}
