"""The frame of an app: what it cannot reach, which SDK it gets, and what is there without an app."""

import pytest
from playwright.sync_api import expect

from sandbox.desk.app_files import VENDORS_SDK
from tests.browser.sidebar_fixtures import NPM
from tests.browser.waiting import wait_until
from tests.browser.zaf_page import TINY_APP, open_ticket
from tests.sandbox.zendesk_server import running_zendesk

pytestmark = pytest.mark.browser

LED = """href => {
  const link = document.body.appendChild(document.createElement("a"));
  link.href = href;
  link.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true }));
  return link.href;
}"""
"""Where a link leads once somebody is about to use it."""

ALONE = {"alone.html": b'<!doctype html><link rel="icon" href="data:,"><script src="' + VENDORS_SDK + b'"></script>'}


def test_the_app_has_no_session_of_its_own(page):
    policy_free = {
        **TINY_APP,
        "assets/iframe.html": TINY_APP["assets/iframe.html"].replace(b"default-src 'none'", b"x"),
    }
    with running_zendesk(app=policy_free) as zendesk:
        # whoever has opened the page under the frame's name too is signed in there, but not in a frame
        page.goto(f"http://localhost:{zendesk.served.port}/agent/")
        app = open_ticket(page, zendesk, "mail")
        own = f"fetch('/api/v2/tickets/{app.ticket_id}.json').then(answer => answer.status)"
        assert app.does(own) == 401
        page_s = f"http://127.0.0.1:{zendesk.served.port}/api/v2/users/me.json"
        assert "Failed to fetch" in app.does("fetch(given, {credentials: 'include'})", page_s)["rejected"]


def test_a_page_opened_by_its_other_name_swaps_the_two(page):
    with running_zendesk(app=TINY_APP) as zendesk:
        app = open_ticket(page, zendesk, "mail", host="localhost")
        assert app.frame.evaluate("location.hostname") == "127.0.0.1"


def test_the_vendor_s_address_stays_where_the_desk_is_told_to_leave_it(page):
    asked = []
    page.route(VENDORS_SDK.decode(), lambda route: (asked.append(1), route.abort()))
    with running_zendesk(app=TINY_APP, vendors_sdk=True) as zendesk:
        page.goto(f"{zendesk.url}/agent/tickets/{zendesk.id('mail')}")
        expect(page.frame_locator("iframe.app-frame").locator("h1")).to_have_text("Tiny app")
    assert asked == [1]


def test_links_in_the_app_lead_to_the_pages_of_the_loopbacks(quiet_page):
    with running_zendesk(app=TINY_APP, other_page="http://127.0.0.1:9/agent/") as zendesk:
        app = open_ticket(quiet_page, zendesk, "mail")
        case = "500000000000001AAA"
        leads = {
            "https://harbourlane.zendesk.com/agent/tickets/7": f"{zendesk.url}/agent/tickets/7",
            f"https://harbourlane.my.salesforce.com/lightning/r/Case/{case}/view": f"http://127.0.0.1:9/agent/tickets/{case}",
            "https://elsewhere.zendesk.com/agent/tickets/7": "https://elsewhere.zendesk.com/agent/tickets/7",
        }
        # the module that does it is loaded beside the app
        wait_until(app.frame, f"href => ({LED})(href) !== href", next(iter(leads)))
        assert {href: app.frame.evaluate(LED, href) for href in leads} == leads


def test_without_an_app_the_panel_says_so(quiet_page):
    with running_zendesk() as zendesk:
        quiet_page.goto(f"{zendesk.url}/agent/tickets/{zendesk.id('mail')}")
        expect(quiet_page.locator("#apps")).to_contain_text("No app is installed.")
        assert quiet_page.locator("iframe").count() == 0


def open_stand_in(page, zendesk, query=""):
    # without a frame the page is its own parent, which says nothing
    page.goto(f"{zendesk.url}/agent/app/alone.html{query}")


def test_the_stand_in_gives_up_on_a_silent_page_after_ten_seconds(quiet_page):
    with running_zendesk(app=ALONE) as zendesk:
        quiet_page.clock.install()
        open_stand_in(quiet_page, zendesk, f"?origin={zendesk.url}&app_guid=tiny")
        quiet_page.evaluate(
            "() => { window.told = 'waiting'; ZAFClient.init().get('ticket.id').catch(e => { told = e.name; }); }"
        )
        quiet_page.clock.run_for(9_900)
        assert quiet_page.evaluate("told") == "waiting"
        quiet_page.clock.run_for(200)
        assert quiet_page.evaluate("told") == "TimeoutError"


def test_the_stand_in_does_not_start_where_nobody_framed_it(quiet_page):
    with running_zendesk(app=ALONE) as zendesk:
        open_stand_in(quiet_page, zendesk)
        assert quiet_page.evaluate("ZAFClient.init()") is False


def test_the_lock_names_no_address_to_download_the_vendor_s_sdk_from():
    assert '"resolved"' not in (NPM / "package-lock.json").read_text()
