"""
The relay: hands out what is due in the outbox to the broker, in small batches, ids only.

It runs as a thread beside each worker. Which rows are handed out is decided in the database, so several relays are
harmless. The broker never holds much: what is emptied from it comes back when its lease runs out.
"""

import threading
from collections.abc import Callable

import structlog
from celery import Celery
from kombu.exceptions import OperationalError

from integration.settings import Settings
from integration.store import ASSESS_LANE, GATHER_LANE, Claim, lane
from workers import steps
from workers.desk import Desk

log = structlog.get_logger()

EMBEDDED_INTERVAL_S = 0.05
INTERVAL_S = 0.1
REST_AFTER_ERROR_S = 1.0

ASSESS_BATCH = 20
ASSESS_BATCHES_HELD = 2
"""Batches of customers handed out for each thread of the worker: enough to keep it busy, few to lose."""

BATCH = {"pull": 1, "sync": 25, "publish": 100, "redact": 10}
"""
Jobs in one message. A connection has one message of each kind under way, so that what piles up goes in one call; a sync
needs several calls for each ticket, so that more of them might not fit into the share of one minute.
"""


Send = Callable[[str, list[Claim]], None]
"""Passes jobs of one kind on; raises where it could not."""


class Relay(threading.Thread):
    """Publishes due jobs to the broker until it is stopped."""

    def __init__(self, app: Celery, desk: Desk, settings: Settings) -> None:
        super().__init__(name="relay", daemon=True)
        self._app = app
        self._desk = desk
        self._interval_s = EMBEDDED_INTERVAL_S if settings.embedded else INTERVAL_S
        self._threads = settings.worker_threads
        self._ended = threading.Event()

    def stop(self) -> None:
        """End the thread after its present round."""
        self._ended.set()
        self.join(timeout=10)

    def run(self) -> None:
        """Look for due jobs again and again; an error of database or broker is waited out."""
        failing = False
        while not self._ended.wait(self._interval_s):
            try:
                hand_out(self._desk, self._send, self._threads)
            except Exception as error:  # noqa: BLE001 - nothing may end the relay but `stop`
                if not failing:
                    log.warning("relay_failing", error=type(error).__name__)
                failing = True
                self._ended.wait(REST_AFTER_ERROR_S)
            else:
                if failing:
                    log.info("relay_recovered")
                failing = False

    def _send(self, kind: str, claims: list[Claim]) -> None:
        try:
            self._app.send_task(
                f"sidelight.{kind}",
                args=[[(claim.id, claim.number) for claim in claims]],
                queue=f"sidelight.{kind}",
                retry=False,
            )
        except OperationalError:
            # the broker is away: take them back, they are due again when it returns
            self._desk.store.postpone(claims, self._desk.clock(), "the broker is not there")
            raise


def hand_out(desk: Desk, send: Send, threads: int = 1) -> int:
    """Pass on what is due now, a batch a lane; return how many jobs. `threads` work on them at the same time."""
    desk.thinking()  # also while nothing is due: what an admin changed makes everybody due
    now = desk.clock()
    lanes = {ASSESS_LANE: "assess", GATHER_LANE: "gather"}
    for connection in desk.store.connection_ids():
        lanes |= {lane(kind, connection): kind for kind in BATCH}
    handed = 0
    for name in desk.store.due_lanes(list(lanes), now):
        kind = lanes[name]
        room = _room(desk, name, kind, threads)
        # half a history would be judged; whom a push concerns, the sync has read in full
        pushed_only = kind == "assess" and desk.store.backfilling(now)
        claims = desk.store.claim(name, now, room, urgent_only=pushed_only) if room > 0 else []
        if claims:
            send(kind, claims)
            handed += len(claims)
    return handed


def _room(desk: Desk, name: str, kind: str, threads: int) -> int:
    """Return how many more jobs of a lane may be handed out now."""
    held = desk.store.held(name, desk.clock())
    if kind == "gather":
        # what is usual must be known before anything can be unusual: first all that is read is assessed
        return 0 if held or desk.store.due_lanes([ASSESS_LANE], desk.clock()) else 1
    if kind == "assess":
        return min(ASSESS_BATCH, ASSESS_BATCH * ASSESS_BATCHES_HELD * threads - held)
    return 0 if held else BATCH[kind]


def drain(desk: Desk, until: Callable[[], bool] = lambda: False) -> int:
    """
    Do everything that is due, in this thread and without a broker; return how many jobs.

    For commands and tests. It works beside running workers: which of them gets a job is decided in the database.
    """

    def do(kind: str, claims: list[Claim]) -> None:
        steps.run(desk, kind, [(claim.id, claim.number) for claim in claims])

    done = 0
    while not until():
        handed = hand_out(desk, do)
        if not handed:
            break
        done += handed
    return done
