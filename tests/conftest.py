"""
What all suites share: a run may be told that a skipped test is a failed run; and no test may let a connector send
anything that a customer could read.
"""

import hypothesis
import pytest

from integration.connectors.session import _TimedAdapter
from tests.private import find_public

# how long an example takes says something of the machine and not of the code; bench/ measures speed
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")


def pytest_addoption(parser):
    parser.addoption("--fail-on-skip", action="store_true", help="fail the run where a test was skipped")
    parser.addoption("--echo-steps", type=int, default=500, help="least steps of the echo machine")
    parser.addoption("--shrink", action="store_true", help="look for the shortest failing history: takes minutes")
    parser.addoption("--seeds", type=int, default=5, help="worlds of the truth machine")
    parser.addoption("--first-seed", type=int, default=1, help="seed of the first world, and of the first echo batch")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session, exitstatus):
    if not session.config.getoption("--fail-on-skip") or exitstatus != pytest.ExitCode.OK:
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def only_private(monkeypatch):
    """Look through every request that a connector sends to a helpdesk in this process."""
    found = []
    send = _TimedAdapter.send

    def look_and_send(adapter, request, *args, **settings):
        found.extend(find_public(request.method, request.url, request.body))
        return send(adapter, request, *args, **settings)

    monkeypatch.setattr(_TimedAdapter, "send", look_and_send)
    yield
    assert not found, f"a customer could have read this: {found}"
