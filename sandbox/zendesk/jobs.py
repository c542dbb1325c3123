"""Background jobs: queued, then working, then completed, with a result for each item."""

import hashlib
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sandbox.zendesk.errors import ApiError
from sandbox.zendesk.rows import Job
from sandbox.zendesk.state import Account
from sandbox.zendesk.updates import apply_update

AT_ONCE = 30


@dataclass(frozen=True, slots=True)
class _Work:
    job: Job
    action: str
    items: Sequence[tuple[int, Callable[[], None]]]


class Jobs:
    """Runs jobs one after another on a thread of its own."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._queue: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="zendesk-jobs", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop before the next item."""
        self._stopped.set()
        self._queue.put(None)
        self._thread.join(timeout=2)

    def update_many(self, changes: Sequence[tuple[int, dict[str, Any]]], actor_id: int) -> Job:
        """Queue updates, each (ticket id, changes); 429 where too many jobs wait."""

        def one(ticket_id: int, wanted: dict[str, Any]) -> Callable[[], None]:
            def run() -> None:
                apply_update(self._account, self._account.ticket(ticket_id), wanted, actor_id)

            return run

        return self._queue_up("Bulk Update Ticket", "update", [(i, one(i, wanted)) for i, wanted in changes])

    def run_each(self, kind: str, action: str, ids: Sequence[int], step: Callable[[int], None]) -> Job:
        """Queue `step` for each of `ids`."""

        def one(item_id: int) -> Callable[[], None]:
            return lambda: step(item_id)

        return self._queue_up(kind, action, [(item_id, one(item_id)) for item_id in ids])

    def show(self, job: Job) -> dict[str, Any]:
        """Return a job's status as it is polled."""
        return {
            "id": job.id,
            "job_type": job.type,
            "url": f"{self._account.options.address}/api/v2/job_statuses/{job.id}.json",
            "total": job.total if job.status != "queued" else None,
            "progress": job.progress,
            "status": job.status,
            "message": job.message,
            "results": job.results,
        }

    def _queue_up(self, kind: str, action: str, items: Sequence[tuple[int, Callable[[], None]]]) -> Job:
        account = self._account
        if sum(job.status in ("queued", "working") for job in account.jobs.values()) >= AT_ONCE:
            words = "Please wait for your running jobs to finish before queueing more"
            raise ApiError(429, {"error": "TooManyJobs", "description": words}, {"Retry-After": "5"})
        name = hashlib.sha256(f"job {len(account.jobs)} {account.next_id()}".encode()).hexdigest()[:32]
        job = account.jobs[name] = Job(name, kind, len(items), account.now())
        self._queue.put(_Work(job, action, items))
        return job

    def _run(self) -> None:
        while (work := self._queue.get()) is not None and not self._stopped.is_set():
            self._stopped.wait(self._account.options.job_delay_s)
            with self._account.lock:
                work.job.status, work.job.progress = "working", 0
            self._stopped.wait(self._account.options.job_delay_s)
            results = []
            for index, (item_id, step) in enumerate(work.items):
                if self._stopped.is_set():
                    return
                with self._account.lock:
                    results.append(_result(item_id, work.action, step))
                    work.job.progress = index + 1
            with self._account.lock:
                work.job.status, work.job.results = "completed", results
                work.job.message = f"Completed at {self._account.now():%Y-%m-%d %H:%M:%S +0000}"


def _result(item_id: int, action: str, step: Callable[[], None]) -> dict[str, Any]:
    try:
        step()
    except ApiError as error:
        return {
            "id": item_id,
            "action": action,
            "success": False,
            "error": _name(error),
            "details": _words(error),
        }
    return {"id": item_id, "action": action, "status": "Updated", "success": True}


def _name(error: ApiError) -> str:
    # jobs name a missing ticket in a way of their own
    return "TicketNotFound" if error.status == 404 else str(error.body.get("error"))  # noqa: PLR2004 - a status


def _words(error: ApiError) -> str:
    details = error.body.get("details")
    if isinstance(details, dict):
        return "; ".join(str(entry["description"]) for entries in details.values() for entry in entries)
    return str(error.body.get("description", ""))
