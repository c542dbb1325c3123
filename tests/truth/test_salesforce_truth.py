"""
After any trouble, the store holds the org: nothing lost, nothing twice, nothing invented.

`--seeds N` reads N orgs, one test a seed; the seed is the test's name. Every fifth one is read by worker processes that
are killed.
"""

import random
import shutil
import signal
import tempfile
from pathlib import Path

import pytest
import structlog

from integration.model import TicketRef
from sandbox.serving import serve
from tests.truth import reader
from tests.truth.loopback import HandClock
from tests.truth.nouns import compare
from tests.truth.org import HARBOURLANE_ORG, LoopbackOrg
from tests.truth.product import Product
from tests.truth.salesforce_faults import random_faults, random_trouble
from tests.truth.salesforce_nouns import salesforce_nouns
from tests.truth.trouble import Killer, strike
from tests.truth.wire import WorkerLost
from tests.truth.worlds import random_world

KILLED_EVERY = 5
PULLS = 12
PURGED = 0.1
"""How often the recycle bin is emptied of a case."""
HOUR_S = 3601
"""The day's limit is asked about again after an hour."""


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
def trial(seed, empty_store):
    print(f"truth seed {seed}: pytest {__file__} --seeds 1 --first-seed {seed}")  # noqa: T201 - a run tells its seeds
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    folder = Path(tempfile.mkdtemp(prefix=f"org{seed}-", dir=memory))
    made = Trial(seed, folder, empty_store)
    yield made
    made.close()
    shutil.rmtree(folder, ignore_errors=True)


class Trial:
    """One org, what happens in it, and its reader."""

    def __init__(self, seed, folder, empty_store):
        self.seed, self.dice = seed, random.Random(seed)
        self.clock = HandClock()
        world = random_world(self.dice, system="salesforce")
        self.loopback = LoopbackOrg(self.clock, world, page_size=self.dice.choice((3, 7, 20, 2000)))
        self.product = Product(self.loopback, folder, empty_store)

    def close(self):
        self.product.close()
        self.loopback.close()

    def somebody_acts(self):
        """Let people of the org act, some of it stamped with when it was begun; now and then the bin is emptied."""
        org, dice = self.loopback.org, self.dice
        many = {"count": dice.randint(1, 5), "seed": dice.randrange(10**6)}
        self.loopback.control("POST", "/do/many", many)
        # what was merged away leaves the bin by itself after fifteen days, and no sooner
        binned = [c["Id"] for c in org.table("Case").kept.values() if c["IsDeleted"] and not c["MasterRecordId"]]
        if binned and dice.random() < PURGED:
            self.loopback.control("POST", "/do/purge", {"id": dice.choice(binned)})
        return False

    def plant(self, count):
        self.loopback.control("POST", "/faults", random_faults(self.dice, count))

    def org_makes_trouble(self):
        act, given = random_trouble(self.dice)
        self.loopback.control("POST", f"/do/{act}", given)

    def come_to_rest(self, pull):
        """End the trouble, let every pause pass, and read to the end."""
        self.loopback.control("DELETE", "/faults")
        self.loopback.control("POST", "/do/long_calls", {"times": 0})
        for seconds in (HOUR_S, HOUR_S, *(reader.LEASE_S + 61,) * 3):
            self.clock.advance(seconds=seconds)
            pull()
        status = self.product.store.status(self.clock())
        assert not status.parked, f"seed {self.seed}: {status.parked}"
        waiting = status.waiting.get("sync", 0)
        assert not waiting, f"seed {self.seed}: {waiting} named cases were not fetched"

    def check(self):
        assert not self.loopback.control("GET", "/assignments")
        truth = self.loopback.control("GET", "/truth")
        found = compare(salesforce_nouns(self.product.store, truth))
        assert not found, f"seed {self.seed}: {len(found)} differences:\n" + "\n".join(found[:20])


def test_an_org_that_is_read_through_trouble_is_whole(trial):
    dice, product = trial.dice, trial.product
    worker = product.worker()

    def pull():
        product.ask_for(("pull", HARBOURLANE_ORG))
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
        if dice.random() < 0.3:
            trial.org_makes_trouble()
        if dice.random() < 0.15:
            # another process goes on: it knows nothing but what is stored
            worker = product.worker()
        worker.wire.before[:] = [lambda _request: dice.random() < 0.2 and trial.somebody_acts()]
        worker.wire.after[:] = [lambda request: strike(dice, request)]
        if dice.random() < 0.3:
            named = dice.choice(list(trial.loopback.org.table("Case").kept))
            product.ask_for(("sync", str(TicketRef(HARBOURLANE_ORG, named))))
        pull()
        trial.clock.advance(seconds=dice.choice((0, 1, 5, 30, 61, 130, 700)))
    worker = product.worker()
    trial.come_to_rest(pull)
    trial.check()


def test_an_org_whose_reader_is_killed_again_and_again_is_whole(trial, processes):
    dice, product = trial.dice, trial.product
    killer = Killer(trial.loopback.app.wsgi_app)
    trial.loopback.app.wsgi_app = killer
    served = serve(trial.loopback.app)
    ended = []

    def pull(*, most=0):
        product.ask_for(("pull", HARBOURLANE_ORG))
        given = (product.url, product.keys, served.url, trial.clock())
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
