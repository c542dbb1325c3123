"""
After any trouble, the store holds the helpdesk's world: nothing lost, nothing twice, nothing invented.

`--seeds N` reads N worlds, one test a seed; the seed is the test's name. Every fifth one is read by worker processes
that are killed.
"""

import random
import shutil
import signal
import tempfile
from pathlib import Path

import pytest
import structlog

from integration.connectors.zendesk import streams
from integration.model import TicketRef
from sandbox.serving import serve
from sandbox.zendesk import incremental
from tests.truth import reader
from tests.truth.faults import random_faults
from tests.truth.loopback import HARBOURLANE, HandClock, Loopback
from tests.truth.nouns import compare
from tests.truth.product import Product
from tests.truth.trouble import Killer, strike
from tests.truth.wire import WorkerLost
from tests.truth.worlds import random_world
from tests.truth.zendesk_nouns import zendesk_nouns

KILLED_EVERY = 5
PULLS = 14
LATEST_S = 110
"""How much later than its own time a row may appear: the minute that is withheld, and most of the next."""
REDACTED = 0.4
"""Redactions are rare among random acts, and must not be missed."""


def pytest_generate_tests(metafunc):
    first = metafunc.config.getoption("--first-seed")
    seeds = range(first, first + metafunc.config.getoption("--seeds"))
    killed = [seed for seed in seeds if seed % KILLED_EVERY == 0]
    chosen = killed if "killed" in metafunc.function.__name__ else [seed for seed in seeds if seed not in killed]
    metafunc.parametrize("seed", chosen, ids=lambda seed: f"seed{seed}")


@pytest.fixture(autouse=True)
def quiet_logs():
    with structlog.testing.capture_logs():
        yield


@pytest.fixture
def trial(seed, empty_store, monkeypatch):
    print(f"truth seed {seed}: pytest tests/truth/test_truth.py --seeds 1 --first-seed {seed}")  # noqa: T201 - a run tells its seeds
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    folder = Path(tempfile.mkdtemp(prefix=f"truth{seed}-", dir=memory))
    made = Trial(seed, folder, empty_store)
    monkeypatch.setattr(incremental, "LARGEST_PAGE", made.pages[0])
    yield made
    made.close()
    shutil.rmtree(folder, ignore_errors=True)


class Trial:
    """One world, what happens in it, and its reader."""

    def __init__(self, seed, folder, empty_store):
        self.seed, self.dice = seed, random.Random(seed)
        self.pages = (self.dice.choice((3, 7, 20, 1000)), self.dice.choice((2, 5, 100)))
        self.clock = HandClock()
        self.loopback = Loopback(self.clock, random_world(self.dice))
        self.product = Product(self.loopback, folder, empty_store)

    def close(self):
        self.product.close()
        self.loopback.close()

    def somebody_acts(self):
        """Let some acts happen, now and then ones that are committed late: in the withheld minute or before."""
        late_s = self.dice.choice((0, 0, self.dice.randint(1, LATEST_S)))
        self.clock.advance(seconds=-late_s)
        many = {"count": self.dice.randint(1, 5), "seed": self.dice.randrange(10**6)}
        self.loopback.control("POST", "/do/many", many)
        said = [(t, c) for t in self.loopback.account.tickets.values() for c in t.comments if c.text.split()]
        if said and self.dice.random() < REDACTED:
            ticket, comment = self.dice.choice(said)
            words = {"id": ticket.id, "comment_id": str(comment.id), "text": comment.text.split()[0]}
            if not ticket.deleted:
                self.loopback.control("POST", "/do/redact", words)
        self.clock.advance(seconds=late_s)
        return False

    def plant(self, count):
        self.loopback.control("POST", "/faults", random_faults(self.dice, count))

    def differences(self):
        truth = self.loopback.control("GET", "/truth")
        return compare(zendesk_nouns(self.product.store, truth, self.loopback.account))

    def come_to_rest(self, pull):
        """End the trouble, let the withheld minute pass, and read to the end."""
        self.loopback.control("DELETE", "/faults")
        for _ in range(4):
            self.clock.advance(seconds=reader.LEASE_S + 61)
            pull()
        status = self.product.store.status(self.clock())
        assert not status.parked, f"seed {self.seed}: {status.parked}"
        waiting = status.waiting.get("sync", 0)
        assert not waiting, f"seed {self.seed}: {waiting} named tickets were not fetched"

    def check(self):
        found = self.differences()
        assert not found, f"seed {self.seed}: {len(found)} differences:\n" + "\n".join(found[:20])


def test_a_world_that_is_read_through_trouble_is_whole(trial, monkeypatch):
    monkeypatch.setattr(streams, "PAGE_SIZE", trial.pages[0])
    monkeypatch.setattr(streams, "SMALL_PAGE_SIZE", trial.pages[1])
    dice, product = trial.dice, trial.product
    worker = product.worker()

    def pull():
        product.ask_for(("pull", HARBOURLANE))
        for kind in ("pull", "sync"):
            try:
                while product.work(worker, kind):
                    pass
            except WorkerLost:
                return

    trial.plant(dice.randint(2, 6))
    for _ in range(PULLS):
        if dice.random() < 0.3:
            trial.plant(1)
        if dice.random() < 0.15:
            # another process goes on: it knows nothing but what is stored
            worker = product.worker()
        worker.wire.before[:] = [lambda _request: dice.random() < 0.2 and trial.somebody_acts()]
        worker.wire.after[:] = [lambda request: strike(dice, request)]
        if dice.random() < 0.3:
            named = dice.choice(list(trial.loopback.account.tickets))
            product.ask_for(("sync", str(TicketRef(HARBOURLANE, str(named)))))
        pull()
        trial.clock.advance(seconds=dice.choice((0, 1, 5, 30, 61, 130)))
    worker = product.worker()
    trial.come_to_rest(pull)
    trial.check()


def test_a_world_whose_reader_is_killed_again_and_again_is_whole(trial, processes):
    dice, product = trial.dice, trial.product
    killer = Killer(trial.loopback.app.wsgi_app)
    trial.loopback.app.wsgi_app = killer
    served = serve(trial.loopback.app)
    ended = []

    def pull(*, most=0):
        product.ask_for(("pull", HARBOURLANE))
        given = (product.url, product.keys, served.url, trial.clock(), trial.pages)
        worker = processes.Process(target=reader.pull_until_killed, args=given)
        worker.start()
        if most:
            killer.aim(worker.pid, dice, most)
        worker.join(60)
        killer.at = None
        ended.append(worker.exitcode)

    try:
        trial.plant(dice.randint(0, 3))
        for _ in range(dice.randint(3, 6)):
            pull(most=dice.choice((6, 25)))
            trial.somebody_acts()
            trial.clock.advance(seconds=reader.LEASE_S + dice.choice((1, 61)))
            product.store.reconcile(trial.clock())
        if -signal.SIGKILL not in ended:
            pull(most=1)
        trial.come_to_rest(pull)
    finally:
        served.close()
    assert -signal.SIGKILL in ended, f"seed {trial.seed}: nobody was killed"
    assert set(ended[-4:]) == {0}, f"seed {trial.seed}: {ended}"
    trial.check()
