"""What solved tickets tell of their teams: one row each, for as long as it says what is usual."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection as Tx
from sqlalchemy import Row, delete, select, tuple_

from integration.model import SolvedTicket, TicketRef
from integration.store.sql import chunks, rows_of, storable, upsert
from integration.store.tables import solved

SPAN = timedelta(days=90)
"""What was solved longer ago says nothing of what is usual today."""
MOST_OF_A_TEAM = 1000
"""So many of the latest tell a team's median and tail; a large team's others would only take time."""

_REF = (solved.c.connection, solved.c.ticket_id)


def save(tx: Tx, told: Mapping[TicketRef, SolvedTicket | None], now: datetime) -> None:
    """Save what these tickets tell; one that tells nothing, or was solved too long ago, is forgotten."""
    known = {TicketRef(row.connection, row.ticket_id): _noun(row) for row in rows_of(tx, select(solved), _REF, told)}
    since = now - SPAN
    wanted = {ref: noun for ref, noun in told.items() if noun is not None and noun.solved_at >= since}
    forget(tx, known.keys() - wanted.keys())
    rows = [
        {
            "connection": ref.connection,
            "ticket_id": ref.id,
            "team": storable(noun.team),
            "solved_at": noun.solved_at,
            "handle_time_s": noun.handle_time_s,
            "wait_s": noun.wait_s,
        }
        for ref, noun in wanted.items()
        if known.get(ref) != noun
    ]
    upsert(tx, solved, rows)


def load(tx: Tx, now: datetime) -> list[SolvedTicket]:
    """Return the latest solved tickets of each team, in the order of teams, then from the latest on."""
    recent = solved.c.solved_at >= now - SPAN
    teams = tx.execute(select(solved.c.team).distinct().where(recent).order_by(solved.c.team)).scalars().all()
    latest = select(solved).where(recent).order_by(solved.c.solved_at.desc(), *_REF).limit(MOST_OF_A_TEAM)
    return [_noun(row) for team in teams for row in tx.execute(latest.where(solved.c.team == team))]


def forget(tx: Tx, refs: Iterable[TicketRef]) -> None:
    """Forget what some tickets told."""
    for piece in chunks(sorted(refs)):
        tx.execute(delete(solved).where(tuple_(*_REF).in_([(ref.connection, ref.id) for ref in piece])))


def forget_old(tx: Tx, now: datetime) -> None:
    """Forget tickets that were solved too long ago."""
    tx.execute(delete(solved).where(solved.c.solved_at < now - SPAN))


def _noun(row: Row[Any]) -> SolvedTicket:
    ref = TicketRef(row.connection, row.ticket_id)
    return SolvedTicket(ref, row.team, row.solved_at, row.handle_time_s, row.wait_s)
