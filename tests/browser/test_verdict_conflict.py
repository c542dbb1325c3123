"""Two agents speak of one Case at once: both words stand there, by the org's own answer to what is out of date."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from demo.sidebars import ROOT, salesforce_app
from tests.browser.stage import annotation, flag
from tests.sandbox import salesforce_server

pytestmark = pytest.mark.browser

salesforce_servers = salesforce_server.salesforce_servers

PACKAGE = ROOT / "manifest" / "salesforce" / "force-app" / "main" / "default"
KINDS = ("rushed", "asked_again")


def test_a_verdict_that_meets_another_one_is_written_beside_it(salesforce_servers, page):
    org = salesforce_servers.start(package_folder=PACKAGE, app=salesforce_app(), clock=lambda: datetime.now(UTC))
    case = org.case("mail")
    own = f"salesforce:acme/{case}"
    evidence = [{"ticket": own, "at": "2026-11-18T08:30:00Z", "by": "customer", "quote": "again"}]
    flags = [flag(kind, "high", evidence) for kind in KINDS]
    text = annotation("salesforce", ticket=own, flags=flags)
    org.call("PATCH", f"/sobjects/Case/{case}", json={"Sidelight_Annotation__c": text})
    page.wait_for_timeout(1500)  # an org's stamps are whole seconds: what follows has a later one
    earlier = datetime.now(UTC) - timedelta(seconds=5)
    theirs = f"0055g00000ZzZzZEAV asked_again+@{int(earlier.timestamp())}"
    answers = []

    def meet(route):
        if route.request.method == "PATCH" and not answers:
            org.call("PATCH", f"/sobjects/Case/{case}", json={"Sidelight_Feedback__c": theirs})
        route.continue_()

    page.route("**/ui-api/records/**", meet)
    page.on("response", lambda got: answers.append(got.status) if got.request.method == "PATCH" else None)
    page.goto(f"{org.url}/agent/tickets/{case}")
    ours = page.locator('[data-flag="rushed"]')
    ours.locator('[data-act="open"]').click()
    ours.locator('[data-act="right"]').click()
    expect(page.locator('[data-part="said"]')).to_have_text("Noted")
    stands = org.rows(f"SELECT Sidelight_Feedback__c FROM Case WHERE Id = '{case}'")[0]["Sidelight_Feedback__c"]
    assert theirs in stands
    assert "rushed+@" in stands
    assert answers == [412, 200]
