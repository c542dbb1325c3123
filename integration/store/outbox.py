"""The store's outbox: what has to be done, who does it, and what became of it. Every method is one transaction."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

from sqlalchemy import Connection as Tx
from sqlalchemy import text

from integration.model import TicketRef
from integration.store import credentials, cursors, jobs, reports, solved, writebacks
from integration.store.engine import open_engine, reading, writing
from integration.store.jobs import Claim, Job

ASSESS_LANE = "assess"


def lane(kind: str, connection: str) -> str:
    """Return the lane of a connection's jobs of one kind: one batch of it is handed out at a time."""
    return f"{kind} {connection}"


class Outbox:
    """The half of the store that workers share out among themselves."""

    def __init__(self, url: str, keys: Sequence[str] = (), lease_s: float = 120.0, max_attempts: int = 5) -> None:
        """
        Open the store; nothing is created.

        Args:
            url: SQLAlchemy URL of SQLite or PostgreSQL.
            keys: Fernet keys for credentials, the current one first.
            lease_s: Seconds after which what a worker took is given to another.
            max_attempts: Attempts after which a job is parked.
        """
        self._engine = open_engine(url)
        self._vault = credentials.Vault(keys)
        self._lease = timedelta(seconds=lease_s)
        self._max_attempts = max_attempts

    def close(self) -> None:
        """Give back all database connections."""
        self._engine.dispose()

    def _read(self) -> AbstractContextManager[Tx]:
        return reading(self._engine)

    def _write(self) -> AbstractContextManager[Tx]:
        return writing(self._engine)

    # The database itself

    def ping(self) -> None:
        """Ask the database for an answer; raises what SQLAlchemy raises where there is none."""
        with self._read() as tx:
            tx.execute(text("SELECT 1"))

    def put(self, wanted: Sequence[Job], due_at: datetime) -> None:
        """Add jobs to the outbox."""
        with self._write() as tx:
            jobs.put(tx, wanted, due_at)

    def ensure(self, wanted: Sequence[Job], due_at: datetime) -> None:
        """Add those jobs that are not in the outbox."""
        with self._write() as tx:
            jobs.ensure(tx, wanted, due_at)

    def receive(self, connection: str, invocation_id: str | None, refs: Sequence[TicketRef], now: datetime) -> bool:
        """Note a push and the tickets it names, in one commit; False (and nothing done) where it came before."""
        with self._write() as tx:
            if invocation_id and not reports.take_invocation(tx, connection, invocation_id, now):
                reports.count(tx, f"push repeated {connection}")
                return False
            jobs.put(tx, [Job("sync", str(ref), lane("sync", connection), urgent=True) for ref in refs], now)
            reports.count(tx, f"push accepted {connection}")
        return True

    def claim(self, of_lane: str, now: datetime, limit: int, *, urgent_only: bool = False) -> list[Claim]:
        """Hand out due jobs of a lane."""
        with self._write() as tx:
            return jobs.claim(tx, of_lane, now, self._lease, limit, urgent_only=urgent_only)

    def due_lanes(self, lanes: Sequence[str], now: datetime) -> list[str]:
        """Return those of the lanes that hold a due job which nobody has; a cheap look before `claim`."""
        with self._read() as tx:
            return [name for name in lanes if jobs.has_due(tx, name, now)]

    def backfilling(self, now: datetime) -> bool:
        """Return whether a first backfill is under way: until it ends, only whom a push concerns is assessed."""
        with self._read() as tx:
            return cursors.backfilling(tx, now)

    def held(self, of_lane: str, now: datetime) -> int:
        """Return how many jobs of a lane are handed out."""
        with self._read() as tx:
            return jobs.held(tx, of_lane, now)

    def begin(self, handed: Sequence[tuple[int, int]], now: datetime) -> tuple[list[Claim], list[Claim]]:
        """Start work on handed-out jobs; returns (to do, parked because they ended their workers)."""
        with self._write() as tx:
            return jobs.begin(tx, handed, now, self._lease, self._max_attempts)

    def finish(self, done: Sequence[Claim], next_due: Mapping[int, datetime] | None = None) -> None:
        """Finish jobs; those with an entry in `next_due` (by job id) stay for that time."""
        with self._write() as tx:
            for claim in jobs.in_order(done):
                jobs.finish(tx, claim, (next_due or {}).get(claim.id))

    def postpone(self, put_off: Sequence[Claim], until: datetime, why: str) -> None:
        """Put jobs off without counting the attempt."""
        with self._write() as tx:
            for claim in jobs.in_order(put_off):
                jobs.postpone(tx, claim, until, why)

    def fail(
        self, failed: Sequence[Claim], error: str, now: datetime, *, permanent: bool, outage: bool = False
    ) -> None:
        """
        Record a failure of jobs: each is tried again later, or parked.

        Args:
            failed: The jobs.
            error: The reason, without customer text.
            now: The present moment.
            permanent: Trying again cannot help: park at once.
            outage: The helpdesk is at fault: wait ten times as long; a pull, which everything hangs on, for ever.
        """
        with self._write() as tx:
            for claim in jobs.in_order(failed):
                patience = self._max_attempts * (10 if outage else 1)
                spent = claim.parked_at is not None or claim.failures + 1 >= patience
                last = permanent or (spent and not (outage and claim.kind == "pull"))
                retry_at = None if last else now + timedelta(seconds=min(2.0 ** min(claim.failures, 9), 300.0))
                jobs.fail(tx, claim, error, retry_at, now)

    def release_all(self, now: datetime) -> int:
        """Take back every job and write that was handed out; only right when no worker can be running."""
        with self._write() as tx:
            writebacks.release_actions(tx, now)
            return jobs.release_all(tx)

    def reconcile(self, now: datetime) -> int:
        """Take back what lost workers held, forget old pushes; return how many jobs were taken back."""
        with self._write() as tx:
            reports.forget_invocations(tx, now - timedelta(days=2))
            writebacks.forget_actions(tx, now - timedelta(days=2))
            solved.forget_old(tx, now)
            connected = credentials.connection_ids(tx) + credentials.connection_ids(tx, leaving=True)
            jobs.forget_of_others(tx, connected)
            return jobs.release_expired(tx, now)

    def retry_parked(self, now: datetime) -> int:
        """Give every parked job another chance; return how many."""
        with self._write() as tx:
            return jobs.retry_parked(tx, now)
