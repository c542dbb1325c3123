"""
Our own writes come back, and everybody else works on the same tickets: it ends with one note, and no further write.

`--echo-steps N` runs at least N steps, in batches that can run side by side; the seed of a batch is in its name.
"""

from collections import Counter

import hypothesis
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.truth.salesforce_echo import SalesforceEcho
from tests.truth.zendesk_echo import ZendeskEcho

STEPS_A_HISTORY = 60
STEPS_A_BATCH = 500
ORGS_SHARE = 4
"""One step in so many more is done in an org: what differs there is the connector alone."""
MACHINES = {"zendesk": ZendeskEcho, "salesforce": SalesforceEcho}


def pytest_generate_tests(metafunc):
    asked = metafunc.config.getoption("--echo-steps")
    first = metafunc.config.getoption("--first-seed")
    batches = -(-asked // STEPS_A_BATCH)
    metafunc.parametrize(("seed", "steps"), [(first + n, min(STEPS_A_BATCH, asked)) for n in range(batches)], ids=str)
    metafunc.parametrize("helpdesk", MACHINES)


def test_whatever_happens_it_ends_with_one_note_and_no_further_write(helpdesk, empty_store, seed, steps, pytestconfig):
    print(f"again: pytest tests/truth/test_echo.py --echo-steps {steps} --first-seed {seed} -k {helpdesk}")  # noqa: T201 - a run tells its seeds
    if helpdesk == "salesforce":
        steps = -(-steps // ORGS_SHARE)

    class Machine(MACHINES[helpdesk]):
        pass

    Machine.seen, Machine.empty_store = Counter(), empty_store
    Machine.TestCase.settings = settings()
    for part in range(10):
        hypothesis.seed(seed * 10 + part)(Machine)
        run(Machine, -(-(steps - Machine.steps) // STEPS_A_HISTORY) + 1, shrink=pytestconfig.getoption("--shrink"))
        if Machine.steps >= steps:
            break
    print(f"{Machine.steps} steps in {Machine.settled} histories: {dict(sorted(Machine.seen.items()))}")  # noqa: T201 - a run tells its seeds
    assert Machine.steps >= steps
    assert Machine.seen["notes"], "no history came to a note: nothing was tested"


def run(machine, histories, *, shrink):
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=histories,
            stateful_step_count=STEPS_A_HISTORY,
            deadline=None,
            database=None,
            print_blob=True,
            phases=(Phase.generate, *((Phase.shrink,) if shrink else ())),
            suppress_health_check=list(HealthCheck),
        ),
    )
