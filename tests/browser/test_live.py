"""A customer's words, typed on the agent's page: through push, worker and write-back, and seen there as flags."""

import os
import time

import pytest
from playwright.sync_api import expect

from sandbox.world import World
from tests.journeys.build import ago, customer, says, ticket
from tests.journeys.estate import Estate

pytestmark = [pytest.mark.browser, pytest.mark.alone]

IN_TIME_S = 2.0
BUSY_S = 6.0
"""Where other work keeps the cores: the two seconds are a promise about Sidelight, not about its neighbours."""


@pytest.fixture(params=["zendesk", "salesforce"])
def live(request, tmp_path):
    story = customer(
        ticket(
            "open",
            says("My order HL-104411 has not come. Where is it?", ago(days=2)),
            says("Thank you for your message. What is your order number?", ago(days=2, hours=-1), by="agent:Joe"),
            system=request.param,
            subject="Where is my order?",
        )
    )
    estate = Estate(World((story,)), tmp_path).connect()
    estate.start_worker()
    estate.wait_for(lambda: estate.store.status(estate.house.clock()).assessed == 1 and estate.is_idle(), seconds=60)
    yield estate
    estate.close()


def test_what_a_customer_writes_changes_the_flags_on_the_page_within_two_seconds(live, quiet_page):
    _, base = live.base("open")
    quiet_page.goto(f"{base}/agent/tickets/{live.ref('open').id}")
    flags = quiet_page.locator(".field.is-flags li")
    expect(quiet_page.locator(".field.is-flags")).to_contain_text("flags", ignore_case=True)
    before = flags.count()
    quiet_page.get_by_role("textbox", name="Write as the customer").fill(
        "This is ridiculous. I have told you the number twice already! Why does nobody answer my question?"
    )
    limit_s = IN_TIME_S if os.getloadavg()[0] <= (os.cpu_count() or 1) else BUSY_S
    started = time.monotonic()
    quiet_page.get_by_role("button", name="Send").click()
    while flags.count() == before and time.monotonic() - started < limit_s:
        quiet_page.wait_for_timeout(20)
    assert flags.count() > before
