"""
One world, what happens in it, and its reader.

What differs between helpdesks is in `zendesk_trial` and `salesforce_trial`.
"""

import random
import shutil
import signal
import tempfile
from abc import ABC, abstractmethod
from pathlib import Path

from integration.model import TicketRef
from sandbox.serving import serve
from tests.processes import PROCESSES
from tests.truth import reader
from tests.truth.loopback import HandClock
from tests.truth.nouns import compare
from tests.truth.product import Product, memory
from tests.truth.trouble import Killer, random_faults, strike
from tests.truth.wire import WorkerLost


class Trial(ABC):
    """One world and its reader."""

    PULLS: int
    """How often it is read while there is trouble."""
    PAUSES_S: tuple[int, ...]
    """Seconds that may pass between."""
    READS: tuple[str, ...]
    BROKEN: tuple[dict, ...]
    """Where a call may break, and how."""
    RESTS_S: tuple[int, ...]
    """Pauses before each pull at the end, in seconds: after them, whatever had to wait is read."""
    pages = None
    """What a reader in another process is told of the sizes of pages."""

    def __init__(self, seed, empty_store):
        self.seed, self.dice = seed, random.Random(seed)
        self.folder = Path(tempfile.mkdtemp(prefix=f"truth{seed}-", dir=memory()))
        self.clock = HandClock()
        self.loopback = self._loopback()
        self.product = Product(self.loopback, self.folder, empty_store)
        self.connection = self.loopback.connection.id

    def close(self):
        self.product.close()
        self.loopback.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    # what the helpdesk's own class says

    @abstractmethod
    def _loopback(self):
        """Return the helpdesk."""

    @abstractmethod
    def _tickets(self):
        """Return the ids of all tickets."""

    @abstractmethod
    def _act(self):
        """Let some of the helpdesk's people act."""

    @abstractmethod
    def _trouble(self):
        """Let the helpdesk make trouble of itself."""

    @abstractmethod
    def _calm(self):
        """End that."""

    @abstractmethod
    def _nouns(self, truth):
        """Return what is compared."""

    # reading through trouble

    def read_through_trouble(self):
        """Pull again and again in this process while calls break, answers are lost, and people act."""
        dice = self.dice
        worker = self.product.worker()

        def pull():
            self.product.ask_for(("pull", self.connection))
            for kind in ("pull", "sync"):
                try:
                    while self.product.work(worker, kind):
                        pass
                except WorkerLost:
                    return

        self._plant(dice.randint(2, 6))
        for _ in range(self.PULLS):
            if dice.random() < 0.3:
                self._plant(1)
            self._trouble()
            if dice.random() < 0.15:
                # another process goes on: it knows nothing but what is stored
                worker = self.product.worker()
            worker.wire.before[:] = [lambda _request: dice.random() < 0.2 and self._act()]
            worker.wire.after[:] = [lambda request: strike(dice, request)]
            if dice.random() < 0.3:
                named = dice.choice(self._tickets())
                self.product.ask_for(("sync", str(TicketRef(self.connection, named))))
            pull()
            self.clock.advance(seconds=dice.choice(self.PAUSES_S))
        worker = self.product.worker()
        self._come_to_rest(pull)

    def read_by_processes_that_are_killed(self):
        """Pull in processes that are killed at one of their calls, or a little later; return how each ended."""
        dice, product = self.dice, self.product
        killer = Killer(self.loopback.app.wsgi_app)
        self.loopback.app.wsgi_app = killer
        served = serve(self.loopback.app)
        ended = []

        def pull(*, most=0):
            product.ask_for(("pull", self.connection))
            given = (product.url, product.keys, served.url, self.clock(), self.pages)
            worker = PROCESSES.Process(target=reader.pull_until_killed, args=given)
            if most:
                killer.aim(worker, dice, most)
            worker.start()
            worker.join(60)
            killer.at = None
            ended.append(worker.exitcode)

        try:
            self._plant(dice.randint(0, 3))
            for _ in range(dice.randint(3, 6)):
                pull(most=dice.choice((6, 25)))
                self._act()
                self.clock.advance(seconds=reader.LEASE_S + dice.choice((1, 61)))
                product.store.reconcile(self.clock())
            if -signal.SIGKILL not in ended:
                pull(most=1)
            self._come_to_rest(pull)
        finally:
            served.close()
        return ended

    def _plant(self, count):
        self.loopback.control("POST", "/faults", random_faults(self.dice, count, self.READS, self.BROKEN))

    def _come_to_rest(self, pull):
        """End the trouble, let every pause pass, and read to the end."""
        self.loopback.control("DELETE", "/faults")
        self._calm()
        for seconds in self.RESTS_S:
            self.clock.advance(seconds=seconds)
            pull()
        status = self.product.store.status(self.clock())
        assert not status.parked, f"seed {self.seed}: {status.parked}"
        waiting = status.waiting.get("sync", 0)
        assert not waiting, f"seed {self.seed}: {waiting} named tickets were not fetched"

    def check(self):
        """Compare what is stored with the helpdesk's world."""
        found = compare(self._nouns(self.loopback.control("GET", "/truth")))
        assert not found, f"seed {self.seed}: {len(found)} differences:\n" + "\n".join(found[:20])
