"""
Forgetting: what a helpdesk has blacked out, or deleted for good, is gone here too, in the same commit.

A customer's words are in more than their comment: in what was read in it, in what was concluded from it, and in notes
of ours that quote it. What we wrote on tickets is put right by jobs: a `publish` follows from assessing again, and a
`redact` is put here for each note, and for each ticket whose fields nobody can change any more.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from msgspec import structs
from sqlalchemy import Connection as Tx
from sqlalchemy import delete, select, tuple_

from integration.model import (
    NOTE_KEY,
    REDACTION_MARK,
    Annotation,
    Comment,
    Note,
    Receipt,
    Role,
    Status,
    Ticket,
    TicketRef,
    black_out,
    hidden_words,
    redacted_words,
)
from integration.store import outbreaks
from integration.store.documents import decode, digest, encode
from integration.store.jobs import Job
from integration.store.sql import chunks, rows_of, upsert
from integration.store.tables import (
    annotation,
    comment,
    contact,
    event,
    flag,
    flag_feedback,
    note,
    rating,
    reading,
    receipt,
    solved,
    ticket,
)

UNSEEN = "note:"
"""In a `redact` job's key, before the key of a note that has not come back yet."""
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
    for some in chunks(list(refs)):
        keys = [(ref.connection, ref.id) for ref in some]
        for table in (comment, event, rating, note, annotation, flag, flag_feedback, receipt, solved):
            tx.execute(delete(table).where(tuple_(table.c.connection, table.c.ticket_id).in_(keys)))
    return gone


def erase(tx: Tx, gone: Mapping[TicketRef, Sequence[str]]) -> list[Job]:
    """
    Take words out of all that was made of them, on every ticket of their customer, in whichever helpdesk.

    Returns the jobs that take them out of what we wrote there.
    """
    follow: list[Job] = []
    for ref, words in gone.items():
        outbreaks.forget(tx, [ref])
        tickets = _tickets_of_customer(tx, ref)
        follow += _erase_notes(tx, tickets, words)
        follow += _erase_annotations(tx, tickets, words)
    return follow


def load_note(tx: Tx, connection: str, note_id: str) -> str | None:
    """Return a note of ours as it should read, by its comment's id or as `note:KEY`; None where it is gone."""
    if note_id.startswith(UNSEEN):
        mine = (note.c.connection == connection) & (note.c.key == note_id.removeprefix(UNSEEN))
        return tx.execute(select(note.c.text).where(mine)).scalar()
    return next((found.text for found in _stored(tx, [(connection, note_id)])), None)


def save_note(tx: Tx, ref: TicketRef, written: Note) -> None:
    """Remember a note that was just written, until it comes back as a comment."""
    ours = comment.c.document.contains(f"sidelight:{written.key}", autoescape=True)
    mine = (comment.c.connection == ref.connection) & (comment.c.ticket_id == ref.id)
    if tx.execute(select(comment.c.id).where(mine, ours)).first() is None:
        row = {"connection": ref.connection, "key": written.key, "ticket_id": ref.id, "text": written.text}
        upsert(tx, note, [row])


def forget_notes(tx: Tx, connection: str, keys: Iterable[str]) -> None:
    """Forget notes that have come back, or that are as they should be."""
    for piece in chunks(sorted(set(keys))):
        tx.execute(delete(note).where(note.c.connection == connection, note.c.key.in_(piece)))


def receive_notes(tx: Tx, connection: str, nouns: Iterable[Comment]) -> list[Comment]:
    """
    Return comments as they may be stored; notes of ours among them have come back.

    One that was written before the words that it quotes were redacted, and comes back only now, is stored without them.
    """
    received = list(nouns)
    ours = {key: n for n in received if n.role is Role.SIDELIGHT for key in NOTE_KEY.findall(n.text)}
    if not ours:
        return received
    known: dict[str, str] = {}
    for piece in chunks(sorted(ours)):
        mine = (note.c.connection == connection) & note.c.key.in_(piece)
        known.update({row.key: row.text for row in tx.execute(select(note.c.key, note.c.text).where(mine))})
    forget_notes(tx, connection, [key for key, text in known.items() if REDACTION_MARK not in text])
    cleaned = {}
    for key, text in known.items():
        noun = ours[key]
        clean = black_out(noun.text, hidden_words(noun.text, text))
        if clean != noun.text:
            cleaned[noun.id] = structs.replace(noun, text=clean, redacted=True)
    return [cleaned.get(noun.id, noun) for noun in received]


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
    told = []
    for row in rows_of(
        tx, select(comment.c.document).where(ours), (comment.c.connection, comment.c.ticket_id), tickets
    ):
        noun = decode(Comment, row.document)
        text = black_out(noun.text, words)
        if text != noun.text:
            told.append(structs.replace(noun, text=text, redacted=True))
    rows = [
        {
            "connection": noun.ticket.connection,
            "id": noun.id,
            "ticket_id": noun.ticket.id,
            "digest": digest(encode(noun)),
            "document": encode(noun),
        }
        for noun in told
    ]
    upsert(tx, comment, rows)
    return [_job(noun.ticket, noun.id) for noun in told] + _erase_unseen(tx, tickets, words)


def _erase_unseen(tx: Tx, tickets: Iterable[TicketRef], words: Sequence[str]) -> list[Job]:
    """Do the same with notes that have not come back yet."""
    rows = []
    for row in rows_of(tx, select(note), (note.c.connection, note.c.ticket_id), tickets):
        text = black_out(row.text, words)
        if text != row.text:
            rows.append({"connection": row.connection, "key": row.key, "ticket_id": row.ticket_id, "text": text})
    upsert(tx, note, rows)
    return [_job(TicketRef(row["connection"], row["ticket_id"]), f"{UNSEEN}{row['key']}") for row in rows]


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
