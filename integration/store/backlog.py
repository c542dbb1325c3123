"""What waits in the outbox and why, for people."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection as Tx
from sqlalchemy import Row, func, or_, select

from integration.store.jobs import TRIED_WHILE_PARKED
from integration.store.tables import job


@dataclass(frozen=True, slots=True)
class PutOff:
    """Jobs of one lane that wait for the same reason, and when the first of them is due."""

    lane: str
    reason: str
    count: int
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Parked:
    """A job that failed too often, with the reason."""

    kind: str
    key: str
    error: str
    parked_at: datetime
    tried_at: datetime | None
    """When it is tried again by itself; None where it waits for a person."""


def count_waiting(tx: Tx, now: datetime) -> dict[str, int]:
    """Return by kind the jobs that are due or running; what is due later or parked is not counted."""
    rows = tx.execute(
        select(job.c.kind, func.count())
        .where(job.c.parked_at.is_(None), or_(job.c.due_at <= now, job.c.lease_until > now))
        .group_by(job.c.kind)
    )
    return {row[0]: row[1] for row in rows}


def oldest_due(tx: Tx, now: datetime) -> datetime | None:
    """Return since when the longest-waiting job that nobody has is due; None where none is."""
    free = or_(job.c.lease_until.is_(None), job.c.lease_until <= now)
    found = select(func.min(job.c.due_at)).where(job.c.due_at <= now, job.c.parked_at.is_(None), free)
    oldest: datetime | None = tx.execute(found).scalar_one()
    return oldest


def list_put_off(tx: Tx, now: datetime) -> list[PutOff]:
    """Return jobs that are tried again later, by lane and reason."""
    rows = tx.execute(
        select(job.c.lane, job.c.error, func.count(), func.min(job.c.due_at))
        .where(job.c.parked_at.is_(None), job.c.due_at > now, job.c.error.is_not(None))
        .group_by(job.c.lane, job.c.error)
        .order_by(job.c.lane, job.c.error)
    )
    return [PutOff(row[0], row[1], row[2], row[3]) for row in rows]


def list_parked(tx: Tx, limit: int = 100) -> list[Parked]:
    """Return parked jobs, the latest first."""
    rows = tx.execute(
        select(job).where(job.c.parked_at.is_not(None)).order_by(job.c.parked_at.desc(), job.c.id).limit(limit)
    )
    return [_parked(row) for row in rows]


def _parked(row: Row[Any]) -> Parked:
    tried_at = row.due_at if row.kind == TRIED_WHILE_PARKED else None
    return Parked(row.kind, row.key, row.error or "", row.parked_at, tried_at)
