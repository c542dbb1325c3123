"""What was decided and written: annotations, receipts, and the actions that keep a write from happening twice."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection as Tx
from sqlalchemy import delete, func, select, tuple_, update

from integration.model import Annotation, Comment, Reading, Receipt, TicketRef
from integration.store.documents import decode, digest, encode
from integration.store.sql import chunks, insert, one_of_a_ticket, rows_of, upsert
from integration.store.tables import action, annotation, comment, flag, reading, receipt


def save_readings(tx: Tx, connection: str, nouns: Sequence[Reading], read: Sequence[Comment]) -> None:
    """
    Save readings of one connection's comments, each with the digest of the text that was read.

    That is the text in `read`, or the present one of a comment that is not there: while somebody reads, a comment may
    be edited, or removed.
    """
    digests: dict[str, str] = {}
    for piece in chunks([noun.comment_id for noun in nouns]):
        rows = tx.execute(
            select(comment.c.id, comment.c.digest).where(comment.c.connection == connection, comment.c.id.in_(piece))
        )
        digests.update({row.id: row.digest for row in rows})
    digests.update({c.id: digest(encode(c)) for c in read if c.ticket.connection == connection and c.id in digests})
    rows_to_save = [
        {
            "connection": connection,
            "comment_id": noun.comment_id,
            "comment_digest": digests[noun.comment_id],
            "version": noun.version,
            "document": encode(noun),
        }
        for noun in nouns
        if noun.comment_id in digests
    ]
    upsert(tx, reading, rows_to_save)


def save_annotations(tx: Tx, nouns: Sequence[Annotation], now: datetime) -> list[TicketRef]:
    """Save annotations; return the tickets whose annotation is new or differs."""
    known = {ref: encode(old) for ref, old in load_annotations(tx, [noun.ticket for noun in nouns]).items()}
    changed = [noun for noun in nouns if known.get(noun.ticket) != encode(noun)]
    rows = [
        {
            "connection": noun.ticket.connection,
            "ticket_id": noun.ticket.id,
            "assessed_at": now,
            "document": encode(noun),
        }
        for noun in changed
    ]
    upsert(tx, annotation, rows)
    for piece in chunks(changed):
        refs = [(noun.ticket.connection, noun.ticket.id) for noun in piece]
        tx.execute(delete(flag).where(tuple_(flag.c.connection, flag.c.ticket_id).in_(refs)))
    upsert(
        tx,
        flag,
        [
            {"connection": noun.ticket.connection, "ticket_id": noun.ticket.id, "kind": kind}
            for noun in changed
            for kind in sorted({f.kind for f in noun.flags})
        ],
    )
    return [noun.ticket for noun in changed]


def load_annotations(tx: Tx, refs: Sequence[TicketRef]) -> dict[TicketRef, Annotation]:
    """Return the annotations of those of the tickets that have one."""
    rows = rows_of(tx, select(annotation.c.document), (annotation.c.connection, annotation.c.ticket_id), refs)
    return {noun.ticket: noun for noun in (decode(Annotation, row.document) for row in rows)}


def load_receipts(tx: Tx, refs: Sequence[TicketRef]) -> dict[TicketRef, Receipt]:
    """Return the receipts of those of the tickets that were written."""
    rows = rows_of(tx, select(receipt.c.document), (receipt.c.connection, receipt.c.ticket_id), refs)
    return {noun.ticket: noun for noun in (decode(Receipt, row.document) for row in rows)}


def save_receipts(tx: Tx, nouns: Iterable[Receipt]) -> None:
    """Save what was written."""
    rows = [
        {
            "connection": noun.ticket.connection,
            "ticket_id": noun.ticket.id,
            "noted": noun.note_key is not None,
            "document": encode(noun),
        }
        for noun in nouns
    ]
    upsert(tx, receipt, rows)


def take_action(tx: Tx, key: str, ticket: TicketRef, now: datetime, lease: timedelta) -> list[str] | None:
    """
    Take an action for one worker; of two that ask at the same time, one gets it.

    Returns:
        None where another worker writes this ticket. Else the keys of the ticket's actions that somebody began and
        whose end nobody knows: their notes may be on the ticket, and must be looked for before another is written.
    """
    one_of_a_ticket(tx, ticket)
    mine = (action.c.connection == ticket.connection) & (action.c.ticket_id == ticket.id)
    undone = tx.execute(select(action.c.key, action.c.lease_until).where(mine, action.c.done.is_(False))).all()
    if any(row.lease_until > now for row in undone):
        return None
    row = {
        "key": key,
        "connection": ticket.connection,
        "ticket_id": ticket.id,
        "done": False,
        "lease_until": now + lease,
    }
    statement = insert(tx, action).values(row)
    taken = tx.execute(
        statement.on_conflict_do_update(
            index_elements=["key"],
            set_={"lease_until": statement.excluded.lease_until, "done": False},
            # done: decided again after something undid it
            where=(action.c.lease_until <= now) | action.c.done.is_(True),
        ).returning(action.c.key)
    ).first()
    return None if taken is None else sorted(row.key for row in undone)


def finish_action(tx: Tx, key: str, ticket: TicketRef, now: datetime) -> None:
    """Mark an action as done, and forget earlier ones of the ticket whose end was not known: they were looked for."""
    mine = (action.c.connection == ticket.connection) & (action.c.ticket_id == ticket.id)
    tx.execute(delete(action).where(mine, action.c.done.is_(False), action.c.lease_until <= now, action.c.key != key))
    tx.execute(update(action).where(action.c.key == key).values(done=True))


def release_actions(tx: Tx, now: datetime) -> None:
    """Let go of all actions that are not done; their ends are not known."""
    tx.execute(update(action).where(action.c.done.is_(False)).values(lease_until=now))


def forget_actions(tx: Tx, before: datetime) -> None:
    """Forget actions that were done long ago: their receipts say what matters."""
    tx.execute(delete(action).where(action.c.done.is_(True), action.c.lease_until < before))


def expire_action(tx: Tx, key: str, now: datetime) -> None:
    """Let go of an action whose effect is not known: the next who takes it looks for the note first."""
    tx.execute(update(action).where(action.c.key == key, action.c.done.is_(False)).values(lease_until=now))


def count_flags(tx: Tx) -> dict[str, int]:
    """Return by flag kind how many tickets carry it."""
    rows = tx.execute(select(flag.c.kind, func.count()).group_by(flag.c.kind).order_by(flag.c.kind))
    return {row[0]: row[1] for row in rows}


def count_assessed(tx: Tx) -> int:
    """Return how many tickets have an annotation."""
    return int(tx.execute(select(func.count()).select_from(annotation)).scalar_one())


def count_written(tx: Tx) -> tuple[int, int]:
    """Return (tickets that we have written, tickets that carry a private note of ours)."""
    written = tx.execute(select(func.count()).select_from(receipt)).scalar_one()
    noted = tx.execute(select(func.count()).select_from(receipt).where(receipt.c.noted.is_(True))).scalar_one()
    return int(written), int(noted)
