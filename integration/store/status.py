"""One look at how things stand, for `sidelight status` and the demonstration."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection as Tx

from integration.store import backlog, credentials, cursors, feedback, reports, writebacks


@dataclass(frozen=True, slots=True)
class Status:
    """Everything that `sidelight status` shows."""

    connections: tuple[str, ...]
    streams: tuple[reports.StreamState, ...]
    rows: dict[str, int]
    waiting: dict[str, int]
    """Jobs due or running, by kind."""
    oldest_due: datetime | None
    """Since when the longest-waiting job that nobody has begun is due."""
    put_off: tuple[backlog.PutOff, ...]
    """Jobs that are tried again later, with the reason."""
    parked: tuple[backlog.Parked, ...]
    assessed: int
    """Tickets with an annotation."""
    flags: dict[str, int]
    """Tickets that carry a flag, by flag."""
    feedback: tuple[feedback.FeedbackCount, ...]
    """What agents say of flags, by flag."""
    written: int
    notes: int
    stages: tuple[reports.Stage, ...]
    counters: dict[str, int]


def load_status(tx: Tx, now: datetime) -> Status:
    """Return how things stand, in one consistent look."""
    written, notes = writebacks.count_written(tx)
    return Status(
        connections=tuple(credentials.connection_ids(tx)),
        streams=tuple(reports.load_streams(tx)),
        rows=reports.count_rows(tx),
        waiting=backlog.count_waiting(tx, now),
        oldest_due=None if cursors.backfilling(tx, now) else backlog.oldest_due(tx, now),
        put_off=tuple(backlog.list_put_off(tx, now)),
        parked=tuple(backlog.list_parked(tx)),
        assessed=writebacks.count_assessed(tx),
        flags=writebacks.count_flags(tx),
        feedback=feedback.count(tx),
        written=written,
        notes=notes,
        stages=tuple(reports.load_stages(tx)),
        counters=reports.load_counters(tx),
    )
