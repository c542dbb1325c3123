"""Saving what a helpdesk gave: only what differs is written, and only what differs makes work."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection as Tx
from sqlalchemy import Table, delete, select, tuple_, update

from integration.model import Account, Comment, Contact, ContactRef, Page, Role, Ticket, TicketRef
from integration.store import customers, erasing, jobs
from integration.store.documents import decode, digest, encode, ticket_digest
from integration.store.sql import chunks, one_at_a_time, rows_of, upsert
from integration.store.tables import account, comment, contact, event, rating, reading, ticket

Keys = Mapping[ContactRef, Sequence[customers.Key]]


@dataclass(frozen=True, slots=True)
class Saved:
    """What a page changed: rows written, and the customers whose context is no longer what it was."""

    rows: int
    customers: frozenset[str]


def save_page(tx: Tx, connection: str, page: Page, keys: Keys, now: datetime) -> Saved:
    """Save one connection's page in an open transaction; `keys` says by what its contacts are known."""
    one_at_a_time(tx)
    regrouped = _save_contacts(tx, _with_requesters(tx, page), keys)
    gone = _gone(tx, page.missing_tickets)
    tickets, former = _save_tickets(tx, [*page.tickets, *gone])
    erased = erasing.gone_words(tx, page.comments)
    received = erasing.receive_notes(tx, connection, page.comments)
    comments = _save_children(tx, comment, _without_undone_redactions(tx, received))
    events = _save_children(tx, event, page.events)
    ratings = _save_children(tx, rating, page.ratings)
    _save_accounts(tx, page.accounts)
    erasing.forget_readings(tx, comments)
    erased |= erasing.forget_tickets(tx, page.forgotten_tickets)
    jobs.put(tx, erasing.erase(tx, erased), now)
    removed = _remove_comments(tx, connection, page.removed_comments)
    # our own notes coming back are stored, but tell us nothing new
    news = {c.ticket for c in comments if c.role is not Role.SIDELIGHT} | {e.ticket for e in events} | removed
    news |= {r.ticket for r in ratings} | erased.keys() | set(page.forgotten_tickets)
    touched = news | {t.ref for t in tickets}
    return Saved(
        rows=sum(map(len, (page.tickets, page.comments, page.events, page.contacts, page.accounts, page.ratings))),
        customers=frozenset(regrouped | former | _customers_of(tx, sorted(touched))),
    )


def save_stamp(tx: Tx, ref: TicketRef, stamp: str) -> None:
    """Note a ticket's last-change stamp after our own write, so that the next safe update is no conflict."""
    mine = (ticket.c.connection == ref.connection) & (ticket.c.id == ref.id)
    # locked: a page that is just being saved must not be overwritten by what stood there before it
    row = tx.execute(select(ticket.c.document).where(mine).with_for_update()).first()
    if row is not None:
        fresh = encode(replace(decode(Ticket, row.document), stamp=stamp))
        tx.execute(update(ticket).where(mine).values(document=fresh))


def requester_of(noun: Ticket) -> ContactRef:
    """Return the ticket's requester; a ticket that names nobody is a customer of its own."""
    return noun.requester or ContactRef(noun.ref.connection, f"ticket:{noun.ref.id}")


def _with_requesters(tx: Tx, page: Page) -> list[Contact]:
    """Return the page's contacts, and a placeholder for each requester whom nobody has described yet."""
    named = {requester_of(t) for t in page.tickets} - {c.ref for c in page.contacts}
    named -= set(customers.find(tx, sorted(named)))
    return [*page.contacts, *(Contact(ref, name="", role=Role.CUSTOMER) for ref in sorted(named))]


def _save_contacts(tx: Tx, nouns: Sequence[Contact], keys: Keys) -> set[str]:
    """Save contacts; return the customers that gained or lost one, or whose contact reads differently."""
    known = _known(tx, contact, [(c.ref.connection, c.ref.id) for c in nouns], contact.c.customer_id)
    rows: dict[ContactRef, dict[str, Any]] = {}
    for noun in nouns:
        text = encode(replace(noun, updated_at=None))
        old = known.get((noun.ref.connection, noun.ref.id))
        if old is None or old.digest != digest(text):
            rows[noun.ref] = {
                "connection": noun.ref.connection,
                "id": noun.ref.id,
                "customer_id": old.customer_id if old else str(noun.ref),
                "digest": digest(text),
                "document": text,
            }
    upsert(tx, contact, list(rows.values()))
    regrouped = customers.save_keys(tx, {ref: keys.get(ref, ()) for ref in rows})
    # a contact that is new has no ticket yet that could read differently
    return regrouped | {old.customer_id for key, old in known.items() if ContactRef(*key) in rows}


def _save_tickets(tx: Tx, nouns: Sequence[Ticket]) -> tuple[list[Ticket], set[str]]:
    """
    Save tickets, never an older one over a newer.

    Returns those that read differently than before, and the customers from whom one was taken.
    """
    latest: dict[TicketRef, Ticket] = {}
    for noun in nouns:
        if noun.ref not in latest or noun.updated_at >= latest[noun.ref].updated_at:
            latest[noun.ref] = noun
    more = (ticket.c.updated_at, ticket.c.requester_id, ticket.c.document)
    known = _known(tx, ticket, [(r.connection, r.id) for r in latest], *more)
    rows, changed, left = [], [], []
    for ref, noun in latest.items():
        old = known.get((ref.connection, ref.id))
        if old is not None and old.updated_at > noun.updated_at:
            continue
        mark, text = ticket_digest(noun), encode(noun)
        if old is None or old.digest != mark:
            changed.append(noun)
        elif old.document == text:
            continue
        if old is not None and old.requester_id != requester_of(noun).id:
            left.append(ContactRef(ref.connection, old.requester_id))
        rows.append(
            {
                "connection": ref.connection,
                "id": ref.id,
                "requester_id": requester_of(noun).id,
                "updated_at": noun.updated_at,
                "digest": mark,
                "document": text,
            }
        )
    upsert(tx, ticket, rows, newer="updated_at")
    return changed, set(customers.find(tx, left).values())


def _save_children(tx: Tx, table: Table, nouns: Sequence[Any]) -> list[Any]:
    """Save comments or events; return those that are new or read differently."""
    latest = {(noun.ticket.connection, noun.id): noun for noun in nouns}
    known = _known(tx, table, list(latest))
    rows, changed = [], []
    for (connection, noun_id), noun in latest.items():
        text = encode(noun)
        mark = digest(text)
        old = known.get((connection, noun_id))
        if old is not None and old.digest == mark:
            continue
        changed.append(noun)
        rows.append(
            {
                "connection": connection,
                "id": noun_id,
                "ticket_id": noun.ticket.id,
                "digest": mark,
                "document": text,
            }
        )
    upsert(tx, table, rows)
    return changed


def _save_accounts(tx: Tx, nouns: Sequence[Account]) -> None:
    """Save what contacts belong to; it changes nothing about what a customer lived through."""
    latest = {(noun.connection, noun.id): encode(noun) for noun in nouns}
    known = _known(tx, account, list(latest))
    rows = [
        {"connection": key[0], "id": key[1], "digest": digest(text), "document": text}
        for key, text in latest.items()
        if key not in known or known[key].digest != digest(text)
    ]
    upsert(tx, account, rows)


def _without_undone_redactions(tx: Tx, nouns: Sequence[Comment]) -> list[Comment]:
    """Leave out comments that were fetched before a redaction which is stored already: what is gone stays gone."""
    whole = [(noun.ticket.connection, noun.id) for noun in nouns if not noun.redacted]
    gone: set[tuple[str, str]] = set()
    for piece in chunks(whole):
        mine = tuple_(comment.c.connection, comment.c.id).in_(piece)
        redacted = comment.c.document.contains('"redacted":true', autoescape=True)
        rows = tx.execute(select(comment.c.connection, comment.c.id).where(mine, redacted))
        gone |= {(row.connection, row.id) for row in rows}
    return [noun for noun in nouns if (noun.ticket.connection, noun.id) not in gone or noun.redacted]


def _remove_comments(tx: Tx, connection: str, ids: Sequence[str]) -> set[TicketRef]:
    """Forget comments that the helpdesk no longer holds, and what was read in them."""
    touched: set[TicketRef] = set()
    for piece in chunks(ids):
        mine = (comment.c.connection == connection) & comment.c.id.in_(piece)
        touched |= {TicketRef(connection, row.ticket_id) for row in tx.execute(select(comment.c.ticket_id).where(mine))}
        tx.execute(delete(comment).where(mine))
        tx.execute(delete(reading).where(reading.c.connection == connection, reading.c.comment_id.in_(piece)))
    return touched


def _gone(tx: Tx, refs: Sequence[TicketRef]) -> list[Ticket]:
    """Return the tickets that were asked for and are no longer there, marked as deleted."""
    rows = rows_of(tx, select(ticket.c.document), (ticket.c.connection, ticket.c.id), refs)
    return [replace(decode(Ticket, row.document), deleted=True) for row in rows]


def _known(tx: Tx, table: Table, keys: Sequence[tuple[str, str]], *more: Any) -> dict[tuple[str, str], Any]:
    """Return digest (and `more` columns) of the rows that are there, by (connection, id)."""
    found: dict[tuple[str, str], Any] = {}
    for piece in chunks(keys):
        rows = tx.execute(
            select(table.c.connection, table.c.id, table.c.digest, *more).where(
                tuple_(table.c.connection, table.c.id).in_(piece)
            )
        )
        found.update({(row.connection, row.id): row for row in rows})
    return found


def _customers_of(tx: Tx, refs: Sequence[TicketRef]) -> set[str]:
    """Return the ids of the customers who started these tickets."""
    starters = (
        select(contact.c.customer_id)
        .distinct()
        .select_from(ticket)
        .join(contact, (contact.c.connection == ticket.c.connection) & (contact.c.id == ticket.c.requester_id))
    )
    return {row.customer_id for row in rows_of(tx, starters, (ticket.c.connection, ticket.c.id), refs)}
