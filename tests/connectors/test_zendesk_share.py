"""The share of the account's limit, held by several processes over one store; counted by the loopback itself."""

import time

import pytest

from integration.store import schema
from integration.store.credentials import new_key
from tests.connectors.contend_zendesk import work_within_share
from tests.processes import PROCESSES
from tests.sandbox.zendesk_server import NOW, running_zendesk

LIMIT, SHARE, WORKERS = 700, 0.3, 3


class Team:
    """Processes that read in bulk whenever they may; the minute passes in steps, as fast as they keep up."""

    def __init__(self, database, zendesk):
        schema.upgrade(database)
        self.zendesk = zendesk
        self.ahead_s = PROCESSES.Value("d", 0.0)
        self.denials = PROCESSES.Array("q", WORKERS)
        self.ended = PROCESSES.Event()
        shared = (database, new_key(), zendesk.url, SHARE, self.ahead_s, self.denials)
        self.processes = [
            PROCESSES.Process(target=work_within_share, args=(*shared, n, self.ended)) for n in range(WORKERS)
        ]
        self.before = self.used()
        for process in self.processes:
            process.start()

    def answers(self):
        calls = self.zendesk.read("/control/stats")["calls"]
        return calls.get("GET /api/v2/groups", {})

    def used(self):
        return sum(self.answers().values())

    def settle(self):
        """Wait until every worker has been told since now that there is nothing to be had."""
        then = list(self.denials)
        deadline = time.monotonic() + 60
        while any(now < old + 2 for now, old in zip(self.denials, then, strict=True)):
            assert time.monotonic() < deadline, "the workers do not come to an end"
            assert all(process.is_alive() for process in self.processes)
            time.sleep(0.01)

    def pass_time(self, seconds):
        # the account's clock first: where they differ for an instant, we take a window to last longer, not shorter
        assert self.zendesk.call("POST", "/control/clock", json={"advance_s": seconds}).ok
        self.ahead_s.value += seconds

    def minute(self):
        """Let a minute pass for workers that always have work; return how many calls they made in it."""
        for _ in range(11):
            self.settle()
            self.pass_time(5)
        self.settle()
        used, self.before = self.used() - self.before, self.used()
        return used

    def close(self):
        self.ended.set()
        for process in self.processes:
            process.join(20)
            assert process.exitcode == 0
            process.close()


@pytest.fixture
def team(tmp_path, request):
    # time stands still but where the test lets it pass
    with running_zendesk(clock=lambda: NOW, requests_per_minute=LIMIT) as zendesk:
        made = Team(getattr(request, "param", f"sqlite:///{tmp_path}/share.db"), zendesk)
        yield made
        made.close()


def test_three_processes_use_the_share_to_the_full_and_never_more(team):
    ours = int(LIMIT * SHARE)
    for _ in range(3):
        used = team.minute()
        assert 0.98 * ours <= used <= ours
        team.pass_time(8)
    assert set(team.answers()) == {"200"}, "no refusal was of our making"


def test_what_agents_use_shrinks_the_share_of_all_processes_at_once(team):
    team.minute()
    for agents in (300, LIMIT - 4):
        team.settle()
        assert team.zendesk.call("POST", "/control/clock", json={"advance_s": 60}).ok
        traffic = {"calls": agents}
        assert team.zendesk.call("POST", "/control/do/agent_traffic", json=traffic).ok
        team.ahead_s.value += 60
        used = team.minute()
        ours = max(1, int((LIMIT - agents) * SHARE))
        # until the first answer tells, each worker may have taken one call
        assert 0.98 * ours <= used <= max(ours, WORKERS)
    assert set(team.answers()) == {"200"}
