"""Saving what a helpdesk gave: only what differs is written, and only what differs makes work."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection as Tx
from sqlalchemy import Table, delete, select, update

from integration.model import Account, Comment, Contact, ContactRef, Page, Role, Ticket, TicketRef
from integration.store import customers, erasing, feedback, formulas, jobs
from integration.store.bulk import Cells, moments, save_rows
from integration.store.documents import decode, digest, encode, ticket_digest, without_change_time
from integration.store.jobs import Job
from integration.store.outbox import ASSESS_LANE, lane
from integration.store.sql import among, one_at_a_time, rows_by_key, rows_of
from integration.store.tables import account, comment, contact, event, rating, reading, ticket

Keys = Mapping[ContactRef, Sequence[customers.Key]]
Key = tuple[str, str]
"""(connection, id) of a row."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a page changed: rows written, and the customers whose context is no longer what it was."""

    rows: int
    customers: frozenset[str]
    in_place: bool = True
    """Whether the stream's cursor moved on with the page."""


def save_page(tx: Tx, connection: str, page: Page, keys: Keys, now: datetime, *, judged: bool = True) -> Saved:
    """
    Save one connection's page in an open transaction.

    Args:
        tx: The transaction.
        connection: Whose page it is.
        page: What was read.
        keys: By what its contacts are known.
        now: When the jobs that it makes are due.
        judged: Whether anybody asks for the customers that it concerns; without, they are not looked up.
    """
    one_at_a_time(tx)
    regrouped = _save_contacts(tx, _with_requesters(tx, page), keys)
    forgotten = set(page.forgotten_tickets)
    brought = [replace(t, feedback=()) if t.ref in forgotten else t for t in (*page.tickets, *_gone(tx, page))]
    tickets, former, revived = _save_tickets(tx, brought)
    feedback.save(tx, tickets)
    erased = erasing.gone_words(tx, page.comments)
    comments = _save_comments(tx, erasing.receive_notes(tx, connection, page.comments))
    events = _save_children(tx, event, page.events)
    ratings = _save_children(tx, rating, page.ratings)
    _save_accounts(tx, page.accounts)
    unread = [c.id for c in comments if c.redacted]
    due = formulas.forget(tx, connection, [*unread, *page.removed_comments], page.forgotten_tickets)
    erasing.forget_readings(tx, comments)
    erased |= erasing.forget_tickets(tx, page.forgotten_tickets)
    # what was decided while nobody could write on it is written now, also where it is decided the same again
    again = [Job("publish", str(ref), lane("publish", ref.connection)) for ref in revived]
    jobs.put(tx, [*again, *erasing.erase(tx, erased)], now)
    jobs.put(tx, [Job("assess", customer, ASSESS_LANE) for customer in due], now)
    removed = _remove_comments(tx, connection, page.removed_comments)
    concerned: frozenset[str] = frozenset()
    if judged:
        # our own notes coming back are stored, but tell us nothing new
        news = {c.ticket for c in comments if c.role is not Role.SIDELIGHT} | {e.ticket for e in events} | removed
        news |= {r.ticket for r in ratings} | erased.keys() | forgotten
        touched = news | {t.ref for t in tickets}
        concerned = frozenset(regrouped | former | customers.starters(tx, touched))
    return Saved(
        rows=sum(map(len, (page.tickets, page.comments, page.events, page.contacts, page.accounts, page.ratings))),
        customers=concerned,
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
    unknown = customers.unknown(tx, named)
    return [*page.contacts, *(Contact(ref, name="", role=Role.CUSTOMER) for ref in unknown)]


def _save_contacts(tx: Tx, nouns: Sequence[Contact], keys: Keys) -> set[str]:
    """Save contacts; return the customers that gained or lost one, or whose contact reads differently."""
    known = _known(tx, contact, [(c.ref.connection, c.ref.id) for c in nouns], contact.c.customer_id)
    rows: dict[ContactRef, Cells] = {}
    for noun in nouns:
        text = without_change_time(encode(noun))
        mark = digest(text)
        old = known.get((noun.ref.connection, noun.ref.id))
        if old is None or old.digest != mark:
            customer_id = old.customer_id if old else str(noun.ref)
            rows[noun.ref] = (noun.ref.connection, noun.ref.id, customer_id, mark, text)
    save_rows(tx, contact, list(rows.values()))
    new = [ref for ref in rows if (ref.connection, ref.id) not in known]
    regrouped = customers.save_keys(tx, {ref: keys.get(ref, ()) for ref in rows}, new)
    # a contact that is new has no ticket yet that could read differently
    return regrouped | {old.customer_id for key, old in known.items() if ContactRef(*key) in rows}


def _save_tickets(tx: Tx, nouns: Sequence[Ticket]) -> tuple[list[Ticket], set[str], list[TicketRef]]:
    """
    Save tickets, never an older one over a newer.

    Returns those that read differently than before, the customers from whom one was taken, and the tickets that had
    been deleted or merged away and are back.
    """
    latest: dict[Key, Ticket] = {}
    for noun in nouns:
        key = (noun.ref.connection, noun.ref.id)
        if key not in latest or noun.updated_at >= latest[key].updated_at:
            latest[key] = noun
    known = _known(tx, ticket, latest, ticket.c.updated_at, ticket.c.requester_id, ticket.c.document)
    rows: list[Cells] = []
    changed, left = [], []
    revived: list[TicketRef] = []
    write_moment = moments(tx)
    for key, noun in latest.items():
        old = known.get(key)
        if old is not None and old.updated_at > noun.updated_at:
            continue
        text = encode(noun)
        mark = ticket_digest(text)
        if old is None or old.digest != mark:
            changed.append(noun)
        elif old.document == text:
            continue
        if old is not None and _is_away(decode(Ticket, old.document)) and not _is_away(noun):
            revived.append(noun.ref)
        requester = requester_of(noun).id
        if old is not None and old.requester_id != requester:
            left.append(ContactRef(key[0], old.requester_id))
        rows.append((*key, requester, write_moment(noun.updated_at), mark, text))
    save_rows(tx, ticket, rows, newer="updated_at")
    return changed, set(customers.find(tx, left).values()), revived


def _is_away(noun: Ticket) -> bool:
    """Whether nothing is written on a ticket because it is no longer there for agents."""
    return noun.deleted or noun.merged_into is not None


def _save_comments(tx: Tx, nouns: Sequence[Comment]) -> list[Comment]:
    """
    Save comments; return those that are new or read differently.

    One that was fetched before a redaction, which is stored or on the same page, is left out: what is gone stays gone.
    """
    latest: dict[Key, Comment] = {}
    for noun in nouns:
        key = (noun.ticket.connection, noun.id)
        if noun.redacted or key not in latest or not latest[key].redacted:
            latest[key] = noun
    redacted = comment.c.document.contains('"redacted":true', autoescape=True).label("redacted")
    known = _known(tx, comment, latest, redacted)
    undone = [key for key, old in known.items() if old.redacted and not latest[key].redacted]
    for key in undone:
        del latest[key]
    return _save_changed(tx, comment, latest, known)


def _save_children(tx: Tx, table: Table, nouns: Sequence[Any]) -> list[Any]:
    """Save events or ratings; return those that are new or read differently."""
    latest = {(noun.ticket.connection, noun.id): noun for noun in nouns}
    return _save_changed(tx, table, latest, _known(tx, table, latest))


def _save_changed(tx: Tx, table: Table, latest: Mapping[Key, Any], known: Mapping[Key, Any]) -> list[Any]:
    rows: list[Cells] = []
    changed = []
    for key, noun in latest.items():
        text = encode(noun)
        mark = digest(text)
        old = known.get(key)
        if old is None or old.digest != mark:
            changed.append(noun)
            rows.append((*key, noun.ticket.id, mark, text))
    save_rows(tx, table, rows)
    return changed


def _save_accounts(tx: Tx, nouns: Sequence[Account]) -> None:
    """Save what contacts belong to; it changes nothing about what a customer lived through."""
    latest = {(noun.connection, noun.id): encode(noun) for noun in nouns}
    known = _known(tx, account, latest)
    rows = [
        (*key, digest(text), text)
        for key, text in latest.items()
        if key not in known or known[key].digest != digest(text)
    ]
    save_rows(tx, account, rows)


def _remove_comments(tx: Tx, connection: str, ids: Sequence[str]) -> set[TicketRef]:
    """Forget comments that the helpdesk no longer holds, and what was read in them."""
    if not ids:
        return set()
    mine = (comment.c.connection == connection) & among(tx, comment.c.id, ids)
    touched = {TicketRef(connection, row.ticket_id) for row in tx.execute(select(comment.c.ticket_id).where(mine))}
    tx.execute(delete(comment).where(mine))
    tx.execute(delete(reading).where(reading.c.connection == connection, among(tx, reading.c.comment_id, ids)))
    return touched


def _gone(tx: Tx, page: Page) -> list[Ticket]:
    """Return the tickets that are no longer there, marked as deleted: as the page tells of them, or else as stored."""
    brought = {noun.ref: noun for noun in page.tickets}
    unseen = [ref for ref in page.missing_tickets if ref not in brought]
    rows = rows_of(tx, select(ticket.c.document), (ticket.c.connection, ticket.c.id), unseen)
    nouns = [decode(Ticket, row.document) for row in rows]
    nouns += [brought[ref] for ref in page.missing_tickets if ref in brought]
    return [replace(noun, deleted=True) for noun in nouns]


def _known(tx: Tx, table: Table, keys: Iterable[Key], *more: Any) -> dict[Key, Any]:
    """Return digest (and `more` columns) of the rows that are there, by (connection, id)."""
    columns = (table.c.connection, table.c.id)
    rows = rows_by_key(tx, select(*columns, table.c.digest, *more), columns, keys)
    return {(row.connection, row.id): row for row in rows}
