"""The states of both sidebars: each says in one line what is the matter, and what can be done."""

import json
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.stage import NOW, Stage, annotation, flag

pytestmark = pytest.mark.browser


def states(vendor):
    """Each state by name: the ticket, the state that is shown, and its line."""
    full = annotation(vendor)
    return {
        "ready": (Stage(annotation=full), "ready", None),
        "loading": (Stage(access="held"), "loading", "Reading"),
        "nothing to say": (Stage(), "quiet", "Nothing to say"),
        "not yet computed": (Stage(customer_at=NOW - timedelta(minutes=1)), "waiting", "Not read yet"),
        "stale": (Stage(annotation=full, customer_at=NOW), "ready", "The customer has written since"),
        "no permission": (Stage(access="denied"), "denied", "no right to read"),
        "deleted": (Stage(access="gone"), "gone", "no longer exists"),
        "not connected": (Stage(access="missing"), "missing", "An admin can connect it"),
        "newer version": (Stage(annotation='{"v": "sidelight/2", "ticket": "a/1"}'), "newer", "A newer Sidelight"),
        "broken": (Stage(annotation=full[:200]), "broken", "cannot be read"),
        "failed": (Stage(access="failed"), "failed", "could not be read"),
        "closed": (Stage(annotation=full, closed=True), "ready", "Closed"),
    }


NAMES = list(states("zendesk"))
LINES = [name for name in NAMES if name not in ("ready", "loading")]


@pytest.mark.parametrize("name", LINES)
def test_each_state_says_what_is_the_matter_in_a_line(sidebar, opened, name):
    stage, state, line = states(sidebar.vendor)[name]
    seen = opened(stage).wait(state)
    place = seen.part("notice") if state == "ready" else seen.part("says")
    expect(place).to_contain_text(line)
    if state != "ready":
        expect(seen.root.locator("[data-flag]")).to_have_count(0)
        expect(seen.part("opening")).to_have_count(0)
    seen.complaints[:] = [said for said in seen.complaints if "Failed to load resource" not in said]


def test_until_it_has_read_it_says_that_it_is_reading(opened):
    seen = opened(Stage(access="held"), wait=False)
    expect(seen.root).to_have_attribute("data-state", "loading")
    expect(seen.root).to_have_attribute("aria-busy", "true")
    expect(seen.part("says")).to_contain_text("Reading")


@pytest.mark.parametrize("name", ["failed", "not yet computed", "stale"])
def test_where_it_helps_one_can_look_again(sidebar, opened, name):
    stage, _, _ = states(sidebar.vendor)[name]
    seen = opened(stage)
    sidebar.change_silently(access="ok", annotation=annotation(sidebar.vendor), customer_at=NOW - timedelta(days=2))
    seen.act("again").click()
    expect(seen.part("headline")).to_be_visible()
    expect(seen.part("notice")).to_have_count(0)
    seen.complaints[:] = [said for said in seen.complaints if "Failed to load resource" not in said]


@pytest.mark.parametrize("name", ["nothing to say", "no permission", "deleted", "newer version", "broken"])
def test_where_it_does_not_help_there_is_no_button(sidebar, opened, name):
    stage, state, _ = states(sidebar.vendor)[name]
    seen = opened(stage).wait(state)
    expect(seen.act("again")).to_have_count(0)
    seen.complaints.clear()  # the browser names the answers 403 and 404


def test_a_change_on_the_ticket_is_seen(sidebar, opened):
    seen = opened(Stage(customer_at=NOW)).wait("waiting")
    seen.change(annotation=annotation(sidebar.vendor))
    expect(seen.part("headline")).to_be_visible()


def test_what_an_agent_changes_on_a_quiet_ticket_leaves_it_quiet(opened):
    opened(Stage(changed_at=NOW)).wait("quiet")


def test_what_was_read_stays_when_it_cannot_be_read_again(sidebar, opened):
    seen = opened(Stage(annotation=annotation(sidebar.vendor)))
    seen.change(access="failed")
    seen.page.wait_for_timeout(500)
    expect(seen.root).to_have_attribute("data-state", "ready")
    expect(seen.part("headline")).to_be_visible()
    seen.complaints.clear()  # the browser names the answer 500


def test_a_solved_ticket_shows_headline_and_flags_without_anybodys_words(sidebar, opened):
    flags = [flag("rushed", "medium", [{"ticket": "zendesk:acme/1", "at": "2026-11-18T08:30:00Z"}])]
    kept = {"v", "ticket", "headline", "flags"}
    rest = dict.fromkeys(key for key in json.loads(annotation(sidebar.vendor)) if key not in kept)
    seen = opened(Stage(annotation=annotation(sidebar.vendor, **{**rest, "flags": flags})))
    one = seen.open_flag("rushed")
    expect(one.locator('[data-part="quote"]')).to_have_count(0)
    for part in ("opening", "told", "promises", "effort", "history", "known"):
        expect(seen.part(part)).to_have_count(0)


def test_a_stale_notice_is_one_of_three_things_that_ask_for_attention_and_on_a_closed_ticket_nothing_does(
    sidebar, opened
):
    found = states(sidebar.vendor)
    for name, most in (("ready", 3), ("stale", 2), ("closed", 0)):
        seen = opened(found[name][0])
        expect(seen.part("flags")).to_be_visible()
        expect(seen.root.locator('[data-loud="yes"], .loud')).to_have_count(most)


def test_a_stale_notice_looks_alike_in_both_and_that_it_is_closed_is_no_box(sidebar, opened):
    found = states(sidebar.vendor)
    named = ["borderTopWidth", "borderInlineStartWidth", "backgroundColor"]
    look = f"node => {named}.map(one => getComputedStyle(node)[one])"
    assert opened(found["stale"][0]).part("notice").evaluate(look) == ["1px", "3px", "rgba(0, 0, 0, 0)"]
    assert opened(found["closed"][0]).part("notice").evaluate(look) == ["0px", "0px", "rgba(0, 0, 0, 0)"]


def test_an_annotation_with_nothing_in_it_is_the_quiet_line(sidebar, opened):
    kept = {"v", "ticket"}
    rest = dict.fromkeys(key for key in json.loads(annotation(sidebar.vendor)) if key not in kept)
    bare = {**json.loads(annotation(sidebar.vendor, **rest)), "headline": None, "flags": [], "contacts": 1}
    seen = opened(Stage(annotation=json.dumps(bare))).wait("quiet")
    expect(seen.part("says")).to_contain_text("Nothing to say")


def test_reading_looks_alike_in_both(opened):
    seen = opened(Stage(access="held"), wait=False)
    says = seen.part("says")
    expect(says).to_be_visible()
    assert says.bounding_box()["height"] > 10
    expect(seen.root.locator(".bar, .skeleton span")).to_have_count(3)
    order = "root => [...root.querySelectorAll('[data-part=\"says\"], .bar, .skeleton span')].map(one => one.tagName)"
    assert seen.root.evaluate(order) == ["P", "SPAN", "SPAN", "SPAN"]


def test_on_a_closed_ticket_nothing_is_offered_that_the_helpdesk_would_refuse(sidebar, opened):
    seen = opened(Stage(annotation=annotation(sidebar.vendor), closed=True))
    expect(seen.part("notice")).to_have_attribute("data-kind", "closed")
    expect(seen.part("opening")).to_have_count(0)
    one = seen.open_flag("promise_overdue")
    # a closed Case of Salesforce's can still be edited, a closed ticket of Zendesk's by nobody
    expect(one.locator('[data-act="wrong"]')).to_have_count(1 if sidebar.vendor == "salesforce" else 0)
