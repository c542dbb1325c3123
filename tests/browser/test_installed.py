"""The sidebars as installed, on the loopbacks' own pages: what an agent presses comes back through sync and worker."""

import re

import pytest
from playwright.sync_api import expect

from sandbox.world import World
from tests.journeys.estate import Estate
from tests.journeys.stories import third_contact
from tests.journeys.test_feedback import look

pytestmark = pytest.mark.browser

FIELDS = {"zendesk": "Sidelight feedback", "salesforce": "Sidelight: feedback"}


@pytest.fixture(params=["zendesk", "salesforce"])
def house(request, tmp_path):
    """An estate in which a ticket is the third about the same, drained."""
    estate = Estate(World((third_contact(system=request.param),)), tmp_path).connect()
    estate.drain()
    look(estate)
    yield estate
    estate.close()


def open_sidebar(house, page):
    """Open the ticket's page; return the sidebar's root."""
    system, base = house.base("third")
    page.goto(f"{base}/agent/tickets/{house.ref('third').id}")
    place = page.frame_locator("iframe.app-frame") if system == "zendesk" else page
    root = place.locator("[data-sidelight]")
    expect(root).to_have_attribute("data-state", "ready")
    # the page draws its own pictures with lines; the bar of the effort has none
    assert root.locator("rect").evaluate_all("all => all.filter(one => getComputedStyle(one).stroke !== 'none')") == []
    return root


def look_until(house, flagged):
    """Look for changes until a flag is on the ticket, or off it."""
    for _ in range(20):
        look(house)
        if ("repeat_contact" in house.flags("third")) is flagged:
            return
    pytest.fail(f"after twenty looks the flag is {'not ' if flagged else ''}there")


def test_a_flag_called_wrong_in_the_sidebar_goes_from_the_ticket_and_undo_brings_it_back(house, page):
    root = open_sidebar(
        house, page
    )  # no quiet page: the browser names a write that met one of ours, which is done again
    flag = root.locator('[data-flag="repeat_contact"]')
    flag.locator('[data-act="open"]').click()
    flag.locator('[data-act="wrong"]').click()
    flag.locator('[data-reason="o"]').click()
    expect(root.locator('[data-part="said"]')).to_have_text("Noted")
    look_until(house, flagged=False)
    assert [(one.kind, one.right, one.wrong) for one in house.store.status(house.house.clock()).feedback] == [
        ("repeat_contact", 0, 1)
    ]
    expect(flag).to_have_count(0)
    expect(root.locator('[data-dismissed="repeat_contact"]')).to_be_visible()
    root.locator('[data-act="undo"]').click()
    look_until(house, flagged=True)
    expect(flag).to_be_visible(timeout=10_000)


def test_the_story_s_time_is_the_sidebar_s(house, quiet_page):
    root = open_sidebar(house, quiet_page)
    assert abs(root.evaluate("Date.now()") / 1000 - house.house.clock().timestamp()) < 300


@pytest.mark.parametrize("house", ["zendesk"], indirect=True)
def test_the_field_for_programs_is_taken_off_zendesk_s_form(house, quiet_page):
    open_sidebar(house, quiet_page)
    expect(quiet_page.locator("#form dt", has_text="Sidelight headline")).to_be_visible()
    expect(quiet_page.locator("#form dt", has_text="Sidelight annotation")).to_be_hidden()


@pytest.mark.parametrize("house", ["zendesk"], indirect=True)
def test_the_first_sentence_becomes_a_draft_and_stays_one(house, quiet_page):
    root = open_sidebar(house, quiet_page)
    before = quiet_page.locator(".comment").count()
    root.locator('[data-act="insert"]').click()
    expect(quiet_page.get_by_role("textbox", name="Reply as agent")).to_have_value(re.compile("^I see that"))
    quiet_page.wait_for_timeout(1000)
    assert quiet_page.locator(".comment").count() == before


LIGHTNESS = """node => {
  const canvas = document.createElement('canvas').getContext('2d');
  canvas.fillStyle = getComputedStyle(node).color;
  canvas.fillRect(0, 0, 1, 1);
  return Math.max(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3));
}"""
"""How light a text is, 0 to 255."""


def test_it_is_as_dark_as_the_page_around_it(house, quiet_page):
    root = open_sidebar(house, quiet_page)
    headline = root.locator('[data-part="headline"]')
    assert headline.evaluate(LIGHTNESS) < 100
    quiet_page.emulate_media(color_scheme="dark")
    quiet_page.wait_for_timeout(300)
    assert headline.evaluate(LIGHTNESS) > 180
