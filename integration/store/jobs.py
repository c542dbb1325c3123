"""
The outbox: what has to be done, as rows committed with the change that caused it.

A job is named by (kind, key), so the same cause twice is one job. It is handed out with a claim number and a lease: a
message that carries an older claim is void, and a job whose lease ran out is handed out again. Attempts are counted
before the work and cleared by any outcome, so that a job that kills its workers is parked as well as one that fails.

What is parked waits for a person, but for a pull, which everything hangs on: it is tried again by itself, ever more
rarely, and stays parked until it succeeds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, delete, func, literal, or_, select, true, update
from sqlalchemy import Connection as Tx

from integration.store.sql import chunks, insert, storable
from integration.store.tables import job

KINDS = ("pull", "sync", "assess", "gather", "publish", "redact")
TRIED_WHILE_PARKED = "pull"

LEAST_REST = timedelta(minutes=5)
MOST_REST = timedelta(hours=1)
"""A parked pull rests for as long as it has been parked already, within these bounds: 5, 5, 10, 20, 40, 60 minutes."""


@dataclass(frozen=True, slots=True)
class Job:
    """A job to put into the outbox. `lane` is what is handed out one batch at a time."""

    kind: str
    key: str
    lane: str
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A job as handed out. Only its id and number travel through the broker."""

    id: int
    number: int
    kind: str
    key: str
    version: int
    attempts: int
    failures: int
    urgent: bool
    parked_at: datetime | None
    """Since when it is parked, where it is tried all the same."""


_CLAIM = (
    job.c.id,
    job.c.claim,
    job.c.kind,
    job.c.key,
    job.c.version,
    job.c.attempts,
    job.c.failures,
    job.c.urgent,
    job.c.parked_at,
)

_NEW: dict[str, Any] = {"version": 0, "claim": 0, "begun": False, "attempts": 0, "failures": 0}


def put(tx: Tx, jobs: Iterable[Job], due_at: datetime) -> None:
    """Add jobs, or note that their cause came again; a parked one gets another chance."""
    rows = [
        {"kind": j.kind, "key": j.key, "lane": j.lane, "urgent": j.urgent, "due_at": due_at, **_NEW}
        for j in sorted(jobs, key=_order)
    ]
    if rows:
        tx.execute(_or_again(insert(tx, job)), rows)


def put_each(tx: Tx, kind: str, keys: Select[tuple[str]], lane: str, due_at: datetime) -> None:
    """Add a job of one kind for each key that a query gives, within the database: they may be a whole account's."""
    found = keys.subquery()
    key = found.c[0]
    row = {"kind": kind, "key": key, "lane": lane, "urgent": False, "due_at": due_at, **_NEW}
    chosen = [value if value is key else literal(value, job.c[name].type) for name, value in row.items()]
    # in the order in which everybody locks; the condition is for SQLite, which cannot tell ON CONFLICT from a join's ON
    rows = select(*chosen).where(true()).order_by(key.collate("C") if tx.dialect.name == "postgresql" else key)
    tx.execute(_or_again(insert(tx, job).from_select(list(row), rows)))


def _or_again(statement: Any) -> Any:
    due = statement.excluded.due_at
    return statement.on_conflict_do_update(
        index_elements=["kind", "key"],
        set_={
            "version": job.c.version + 1,
            "due_at": case((job.c.due_at < due, job.c.due_at), else_=due),
            "urgent": or_(job.c.urgent, statement.excluded.urgent),
            "attempts": case((job.c.parked_at.is_not(None), 0), else_=job.c.attempts),
            "failures": case((job.c.parked_at.is_not(None), 0), else_=job.c.failures),
            "parked_at": None,
        },
    )


def ensure(tx: Tx, jobs: Iterable[Job], due_at: datetime) -> None:
    """Add those jobs that are not there; the others stay as they are, parked ones too."""
    for wanted in jobs:
        there = select(job.c.id).where(job.c.kind == wanted.kind, job.c.key == wanted.key)
        if tx.execute(there).first() is None:
            put(tx, [wanted], due_at)


def claim(tx: Tx, lane: str, now: datetime, lease: timedelta, limit: int, *, urgent_only: bool = False) -> list[Claim]:
    """
    Hand out up to `limit` due jobs of a lane that nobody holds, urgent ones first.

    One whose worker was lost is handed out alone: if it is what kills workers, it takes no others along.
    """
    due = _due(lane, now)
    if urgent_only:
        due = due.where(job.c.urgent.is_(True))
    ordered = due.order_by(job.c.urgent.desc(), job.c.due_at, job.c.id).with_for_update(skip_locked=True)
    suspects = _hand_out(tx, ordered.where(job.c.attempts > 0).limit(1), now, lease)
    return suspects or _hand_out(tx, ordered.limit(limit), now, lease)


def _due(lane: str, now: datetime) -> Select[tuple[int]]:
    """Return the query for the ids of a lane's due jobs that nobody holds."""
    free = or_(job.c.lease_until.is_(None), job.c.lease_until <= now)
    able = or_(job.c.parked_at.is_(None), job.c.kind == TRIED_WHILE_PARKED)
    return select(job.c.id).where(job.c.lane == lane, job.c.due_at <= now, able, free)


def _hand_out(tx: Tx, due: Select[tuple[int]], now: datetime, lease: timedelta) -> list[Claim]:
    rows = tx.execute(
        update(job)
        .where(job.c.id.in_(due.scalar_subquery()))
        .values(claim=job.c.claim + 1, begun=False, lease_until=now + lease)
        .returning(*_CLAIM)
    )
    return sorted((_claim(row) for row in rows), key=lambda c: c.id)


def has_due(tx: Tx, lane: str, now: datetime) -> bool:
    """Return whether a lane holds a due job that nobody has."""
    return tx.execute(_due(lane, now).limit(1)).first() is not None


def held(tx: Tx, lane: str, now: datetime) -> int:
    """Return how many jobs of a lane are handed out at this moment."""
    return tx.execute(
        select(func.count()).select_from(job).where(job.c.lane == lane, job.c.lease_until > now)
    ).scalar_one()


def begin(
    tx: Tx, handed: Sequence[tuple[int, int]], now: datetime, lease: timedelta, max_attempts: int
) -> tuple[list[Claim], list[Claim]]:
    """
    Start work on handed-out jobs, given as (id, claim number). A message that comes twice starts nothing twice.

    Returns the jobs to do, and those that ended their workers too often and are parked instead.
    """
    numbers = dict(handed)
    started: list[Claim] = []
    for ids in chunks(sorted(numbers)):
        _lock(tx, job.c.id.in_(ids))
        rows = tx.execute(
            update(job)
            .where(
                job.c.begun.is_(False),
                job.c.lease_until > now,
                or_(*(and_(job.c.id == i, job.c.claim == numbers[i]) for i in ids)),
            )
            .values(begun=True, attempts=job.c.attempts + 1, lease_until=now + lease)
            .returning(*_CLAIM)
        )
        started.extend(_claim(row) for row in rows)
    fatal = [c for c in started if c.attempts > max_attempts]
    for done in fatal:
        # where it is tried again while it is parked, it may end one worker and not as many again
        _park(tx, done, f"its worker ended {max_attempts} times before it was done", now, max_attempts - 1)
    return [c for c in started if c.attempts <= max_attempts], fatal


def finish(tx: Tx, done: Claim, next_due: datetime | None = None) -> None:
    """Remove a job that is done, or keep it for `next_due`; where its cause came again meanwhile, it stays due."""
    mine = and_(job.c.id == done.id, job.c.claim == done.number)
    unchanged = and_(mine, job.c.version == done.version)
    if next_due is None:
        tx.execute(delete(job).where(unchanged))
    else:
        tx.execute(update(job).where(unchanged).values(due_at=next_due, urgent=False))
    well = {"lease_until": None, "begun": False, "attempts": 0, "failures": 0, "error": None, "parked_at": None}
    tx.execute(update(job).where(mine).values(well))


def postpone(tx: Tx, done: Claim, until: datetime, why: str) -> None:
    """Put a job off without counting the attempt: the helpdesk asked us to wait."""
    tx.execute(
        update(job)
        .where(job.c.id == done.id, job.c.claim == done.number)
        .values(
            due_at=until,
            lease_until=None,
            begun=False,
            # what was handed out and never begun had no outcome: lost workers still count
            attempts=case((job.c.begun, 0), else_=job.c.attempts),
            error=storable(why),
        )
    )


def fail(tx: Tx, done: Claim, error: str, retry_at: datetime | None, now: datetime) -> None:
    """Record a failure: try again at `retry_at`, or park the job where that is None."""
    if retry_at is None:
        _park(tx, done, error, now)
        return
    tx.execute(
        update(job)
        .where(job.c.id == done.id, job.c.claim == done.number)
        .values(
            due_at=retry_at,
            lease_until=None,
            begun=False,
            attempts=0,
            failures=done.failures + 1,
            error=storable(error),
        )
    )


def release_all(tx: Tx) -> int:
    """Take back every job that was handed out: only right when no worker can be running."""
    _lock(tx, job.c.lease_until.is_not(None))
    return tx.execute(update(job).where(job.c.lease_until.is_not(None)).values(lease_until=None, begun=False)).rowcount


def release_expired(tx: Tx, now: datetime) -> int:
    """Take back the jobs whose lease has run out; return how many."""
    _lock(tx, job.c.lease_until <= now)
    return tx.execute(update(job).where(job.c.lease_until <= now).values(lease_until=None, begun=False)).rowcount


def retry_parked(tx: Tx, now: datetime) -> int:
    """Give every parked job another chance; return how many."""
    _lock(tx, job.c.parked_at.is_not(None))
    anew = update(job).values(parked_at=None, attempts=0, failures=0, due_at=now, version=job.c.version + 1)
    return tx.execute(anew.where(job.c.parked_at.is_not(None))).rowcount


def forget_of_others(tx: Tx, connected: Sequence[str]) -> None:
    """Forget the jobs of connections that are connected no more; assessing and gathering are nobody's alone."""
    lanes = [f"{kind} {name}" for kind in KINDS for name in connected]
    tx.execute(
        delete(job).where(
            job.c.kind.not_in(("assess", "gather")), job.c.lane.not_in(lanes), job.c.lease_until.is_(None)
        )
    )


def _park(tx: Tx, done: Claim, error: str, now: datetime, attempts: int = 0) -> None:
    """Park a job, or leave it so; where its cause came again meanwhile, that one gets its own chance."""
    since = done.parked_at or now
    due_at = now + min(max(now - since, LEAST_REST), MOST_REST)
    mine = and_(job.c.id == done.id, job.c.claim == done.number)
    ended = update(job).values(lease_until=None, begun=False, error=storable(error))
    parked = ended.values(parked_at=since, due_at=due_at, attempts=attempts)
    tx.execute(parked.where(mine, job.c.version == done.version))
    tx.execute(ended.where(mine, job.c.version != done.version).values(attempts=0, failures=0))


def _claim(row: Row[Any]) -> Claim:
    counts = row.version, row.attempts, row.failures
    return Claim(row.id, row.claim, row.kind, row.key, *counts, row.urgent, row.parked_at)


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Return claims in the one order in which rows are locked, so that two never wait for each other in a circle."""
    return sorted(claims, key=_order)


def _order(named: Job | Claim) -> tuple[str, str]:
    return named.kind, named.key


def _lock(tx: Tx, which: ColumnElement[bool]) -> None:
    """Lock rows in that same order, which a statement that changes many of them would not keep."""
    if tx.dialect.name == "postgresql":
        order = (job.c.kind.collate("C"), job.c.key.collate("C"))
        tx.execute(select(job.c.id).where(which).order_by(*order).with_for_update())
