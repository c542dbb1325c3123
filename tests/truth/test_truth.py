"""
After any trouble, the store holds the helpdesk's world: nothing lost, nothing twice, nothing invented.

`--seeds N` reads N worlds of each helpdesk, one test a seed; the seed is the test's name. Every fifth one is read by
worker processes that are killed.
"""

import signal

import pytest

from tests.truth.salesforce_trial import SalesforceTrial
from tests.truth.zendesk_trial import ZendeskTrial

KILLED_EVERY = 5
TRIALS = {"zendesk": ZendeskTrial, "salesforce": SalesforceTrial}


def pytest_generate_tests(metafunc):
    first = metafunc.config.getoption("--first-seed")
    seeds = range(first, first + metafunc.config.getoption("--seeds"))
    killed = [seed for seed in seeds if seed % KILLED_EVERY == 0]
    chosen = killed if "killed" in metafunc.function.__name__ else [seed for seed in seeds if seed not in killed]
    metafunc.parametrize("seed", chosen, ids=lambda seed: f"seed{seed}")
    metafunc.parametrize("helpdesk", TRIALS)


@pytest.fixture
def trial(helpdesk, seed, empty_store, monkeypatch):
    print(f"again: pytest tests/truth/test_truth.py --seeds 1 --first-seed {seed} -k {helpdesk}")  # noqa: T201 - a run tells its seeds
    made = TRIALS[helpdesk](seed, empty_store, monkeypatch)
    yield made
    made.close()


def test_a_world_that_is_read_through_trouble_is_whole(trial):
    trial.read_through_trouble()
    trial.check()


def test_a_world_whose_reader_is_killed_again_and_again_is_whole(trial):
    ended = trial.read_by_processes_that_are_killed()
    assert -signal.SIGKILL in ended, f"seed {trial.seed}: nobody was killed"
    assert set(ended[-len(trial.RESTS_S) :]) == {0}, f"seed {trial.seed}: {ended}"
    trial.check()
