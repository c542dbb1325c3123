"""
Forgetting: what a helpdesk has blacked out, or deleted for good, is gone here too, in the same commit.

A customer's words are in more than their comment: in what was read in it, in what was concluded from it, and in notes
of ours that quote it. What we wrote on tickets is put right by jobs: a `publish` follows from assessing again, and a
`redact` is put here for each note, and for each ticket whose fields nobody can change any more.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import delete, select, tuple_
from sqlalchemy import Connection as Tx

from integration.model import (
    Annotation,
    Comment,
    Receipt,
    Role,
    Status,
    Ticket,
    TicketRef,
    black_out,
    redacted_words,
)
from integration.store.documents import decode, digest, encode
from integration.store.jobs import Job
from integration.store.sql import chunks, rows_of, upsert
from integration.store.tables import annotation, comment, contact, event, flag, rating, reading, receipt, ticket

FIELDS = "fields"
"""In a `redact` job's key, in the place of a note: what our fields on the ticket say."""


def redact_lane(connection: str) -> str:
    """Return the lane of a connection's `redact` jobs."""
    return f"redact {connection}"


def gone_words(tx: Tx, nouns: Sequence[Comment]) -> dict[TicketRef, list[str]]:
    """Return by ticket the words that are stored, and that these comments black out; to be asked before saving them."""
    redacted = {(noun.ticket.connection, noun.id): noun for noun in nouns if noun.redacted}
    gone: dict[TicketRef, list[str]] = {}
    for before in _stored(tx, list(redacted)):
        after = redacted[before.ticket.connection, before.id]
        if before.text != after.text:
            gone.setdefault(after.ticket, []).extend(redacted_words(before.text, after.text))
    return gone


def forget_readings(tx: Tx, nouns: Iterable[Comment]) -> None:
    """Forget what was read in comments whose words were blacked out; what is left is read again."""
    keys = [(noun.ticket.connection, noun.id) for noun in nouns if noun.redacted]
    for piece in chunks(keys):
        tx.execute(delete(reading).where(tuple_(reading.c.connection, reading.c.comment_id).in_(piece)))


def forget_tickets(tx: Tx, refs: Sequence[TicketRef]) -> dict[TicketRef, list[str]]:
    """Forget all that was said and done on tickets that were deleted for good; return the words, by ticket."""
    gone: dict[TicketRef, list[str]] = {}
    said: list[tuple[str, str]] = []
    for row in rows_of(tx, select(comment.c.document), (comment.c.connection, comment.c.ticket_id), refs):
        noun = decode(Comment, row.document)
        said.append((noun.ticket.connection, noun.id))
        if noun.role is not Role.SIDELIGHT:
            gone.setdefault(noun.ticket, []).append(noun.text)
    for piece in chunks(said):
        tx.execute(delete(reading).where(tuple_(reading.c.connection, reading.c.comment_id).in_(piece)))
    for piece in chunks(list(refs)):
        keys = [(ref.connection, ref.id) for ref in piece]
        for table in (comment, event, rating, annotation, flag, receipt):
            tx.execute(delete(table).where(tuple_(table.c.connection, table.c.ticket_id).in_(keys)))
    return gone


def erase(tx: Tx, gone: Mapping[TicketRef, Sequence[str]]) -> list[Job]:
    """
    Take words out of all that was made of them, on every ticket of their customer, in whichever helpdesk.

    Returns the jobs that take them out of what we wrote there.
    """
    follow: list[Job] = []
    for ref, words in gone.items():
        tickets = _tickets_of_customer(tx, ref)
        follow += _erase_notes(tx, tickets, words)
        follow += _erase_annotations(tx, tickets, words)
    return follow


def load_note(tx: Tx, connection: str, note_id: str) -> Comment | None:
    """Return one stored comment."""
    return next(_stored(tx, [(connection, note_id)]), None)


def _tickets_of_customer(tx: Tx, ref: TicketRef) -> dict[TicketRef, Ticket]:
    """Return the tickets of the customer who started this one."""
    started = (ticket.c.connection == contact.c.connection) & (ticket.c.requester_id == contact.c.id)
    mine = (ticket.c.connection == ref.connection) & (ticket.c.id == ref.id)
    customer = select(contact.c.customer_id).select_from(ticket.join(contact, started)).where(mine)
    whole = select(ticket.c.document).select_from(ticket.join(contact, started))
    rows = tx.execute(whole.where(contact.c.customer_id.in_(customer)))
    tickets = (decode(Ticket, row.document) for row in rows)
    return {found.ref: found for found in tickets}


def _erase_notes(tx: Tx, tickets: Iterable[TicketRef], words: Sequence[str]) -> list[Job]:
    """Black the words out of our own notes as they are stored; return a job for each that repeats them."""
    ours = comment.c.document.contains('"role":"sidelight"', autoescape=True)
    notes = select(comment.c.document).where(ours)
    told = []
    for row in rows_of(tx, notes, (comment.c.connection, comment.c.ticket_id), tickets):
        note = decode(Comment, row.document)
        text = black_out(note.text, words)
        if text != note.text:
            told.append(replace(note, text=text, redacted=True))
    rows = [
        {
            "connection": note.ticket.connection,
            "id": note.id,
            "ticket_id": note.ticket.id,
            "digest": digest(encode(note)),
            "document": encode(note),
        }
        for note in told
    ]
    upsert(tx, comment, rows)
    return [_job(note.ticket, note.id) for note in told]


def _erase_annotations(tx: Tx, tickets: Mapping[TicketRef, Ticket], words: Sequence[str]) -> list[Job]:
    """
    Forget the annotations that hold the words, so that they are made and written again.

    A solved ticket, which has had its one write, gets another. A closed one can get none: a job says so.
    """
    held = [
        found
        for found in rows_of(
            tx, select(annotation.c.document), (annotation.c.connection, annotation.c.ticket_id), tickets
        )
        if _holds(found.document, words)
    ]
    refs = [decode(Annotation, row.document).ticket for row in held]
    for piece in chunks(refs):
        keys = [(ref.connection, ref.id) for ref in piece]
        tx.execute(delete(annotation).where(tuple_(annotation.c.connection, annotation.c.ticket_id).in_(keys)))
    stuck = []
    rows = []
    for row in rows_of(tx, select(receipt), (receipt.c.connection, receipt.c.ticket_id), refs):
        written = decode(Receipt, row.document)
        if tickets[written.ticket].status is Status.CLOSED:
            stuck.append(_job(written.ticket, FIELDS))
        again = encode(replace(written, solved=False))
        rows.append(
            {
                "connection": row.connection,
                "ticket_id": row.ticket_id,
                "noted": row.noted,
                "document": again,
            }
        )
    upsert(tx, receipt, rows)
    return stuck


def _holds(document: str, words: Sequence[str]) -> bool:
    text = document.replace('"', " ").replace("\\n", " ")
    return black_out(text, words) != text


def _job(ref: TicketRef, what: str) -> Job:
    return Job("redact", f"{ref}#{what}", redact_lane(ref.connection), urgent=True)


def _stored(tx: Tx, keys: Sequence[tuple[str, str]]) -> Iterator[Comment]:
    for piece in chunks(keys):
        mine = tuple_(comment.c.connection, comment.c.id).in_(piece)
        yield from (decode(Comment, row.document) for row in tx.execute(select(comment.c.document).where(mine)))
