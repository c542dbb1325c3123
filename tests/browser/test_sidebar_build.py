"""The committed sidebar is what its sources give, byte for byte, and works on a page that is not Salesforce's."""

import json
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.node_packages import install, run

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
SIDEBAR = ROOT / "demo" / "sidebar"
BUILD = SIDEBAR / "build"

HERE = "http://127.0.0.1:9/"
CASE, OTHER = "5005g000000000CAAQ", "5005g000000000DAAQ"
AGENT = "0055g00000AbCdEAAV"
API = "/services/data/v63.0/ui-api"
PAGE = """<!doctype html><html lang="en"><title>A case</title><link rel="stylesheet" href="/sidelight.css">
<main id="place"></main><script src="/sidelight.js"></script></html>"""
# as strict as a page can be that shows it: the engine writes the components' own styles into the page
POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self'"


@pytest.fixture
def org(quiet_page):
    """A page with the bundle, and behind it one case that answers as the User Interface API does."""
    flag = {
        "kind": "asked_again",
        "severity": "high",
        "lived": "Asked again: order number.",
        "evidence": [
            {
                "ticket": f"salesforce:acme/{OTHER}",
                "number": "00001013",
                "at": "2026-11-03T08:45:00Z",
                "url": f"{HERE}x",
            }
        ],
    }
    annotation = {"v": "sidelight/1", "ticket": f"salesforce:acme/{CASE}", "headline": "Asked again.", "flags": [flag]}
    fields = {"Sidelight_Annotation__c": json.dumps(annotation), "Sidelight_Feedback__c": None, "IsClosed": False}
    asked = []

    def answer(route, sent):
        path = sent.url.removeprefix(HERE.rstrip("/"))
        if path in ("/sidelight.js", "/sidelight.css"):
            return route.fulfill(path=SIDEBAR / path[1:])
        if not path.startswith(API):
            return route.fulfill(body=PAGE, content_type="text/html", headers={"Content-Security-Policy": POLICY})
        asked.append((sent.method, path.removeprefix(API)))
        if sent.method == "PATCH":
            fields.update(sent.post_data_json["fields"])
        shown = {name: {"value": value, "displayValue": None} for name, value in fields.items()}
        return route.fulfill(json={"records": []} if "related-list" in path else {"id": CASE, "fields": shown})

    quiet_page.route("**/*", answer)
    quiet_page.goto(HERE)
    quiet_page.evaluate(
        """([recordId, userId]) => {
          window.went = [];
          window.sidebar = mountSidelight(document.getElementById("place"), {
            recordId, userId, locale: "es-ES", timeZone: "Europe/Madrid", navigate: (id) => window.went.push(id),
          });
        }""",
        [CASE, AGENT],
    )
    quiet_page.fields, quiet_page.asked = fields, asked
    return quiet_page


def test_it_reads_the_case_by_the_user_interface_api_in_the_language_of_the_locale(org):
    expect(org.locator("[data-sidelight]")).to_have_attribute("data-state", "ready")
    expect(org.locator("[data-part=flags] h3")).to_have_text("Lo que las cifras no muestran")
    optional = (
        "Case.Sidelight_Annotation__c,Case.Sidelight_Feedback__c,Case.IsClosed,Case.CreatedDate,Case.LastModifiedDate"
    )
    mails = "fields=EmailMessage.Incoming,EmailMessage.MessageDate&sortBy=-EmailMessage.MessageDate&pageSize=10"
    assert {(method, re.sub("%2C", ",", path)) for method, path in org.asked} == {
        ("GET", f"/records/{CASE}?optionalFields={optional}"),
        ("GET", f"/related-list-records/{CASE}/EmailMessages?{mails}"),
    }


def test_a_verdict_is_written_to_the_case_and_the_case_read_again(org):
    org.locator("[data-act=open]").click()
    org.locator("[data-act=right]").click()
    expect(org.locator("[data-act=right]")).to_have_attribute("aria-pressed", "true")
    expect(org.locator("[data-part=said]")).not_to_be_empty()
    assert re.fullmatch(rf"{AGENT} asked_again\+@\d{{10}}", org.fields["Sidelight_Feedback__c"])
    assert ("PATCH", f"/records/{CASE}") in org.asked


def test_a_case_of_the_same_org_opens_in_place(org):
    org.locator("[data-act=open]").click()
    org.locator("[data-part=ticket]").click()
    assert org.evaluate("window.went") == [OTHER]
    assert org.url == HERE


def test_what_changed_is_shown_once_it_is_told_and_nothing_stays_behind(org):
    expect(org.locator("[data-part=headline]")).to_have_text("Asked again.")
    org.fields["Sidelight_Annotation__c"] = None
    org.evaluate("id => window.sidebar.recordChanged(id)", CASE)
    expect(org.locator("[data-sidelight]")).to_have_attribute("data-state", "quiet")
    org.evaluate("window.sidebar.unmount()")
    expect(org.locator("#place")).to_be_empty()


@pytest.mark.xdist_group("node")
def test_building_again_gives_the_committed_files_byte_for_byte(tmp_path):
    install(BUILD)
    # in a folder of its own: a path that found its way into the bundle would show
    without = shutil.ignore_patterns("node_modules")
    shutil.copytree(ROOT / "manifest", tmp_path / "manifest", ignore=without)
    build = shutil.copytree(BUILD, tmp_path / "demo" / "sidebar" / "build", ignore=without)
    (build / "node_modules").symlink_to(BUILD / "node_modules")
    node = shutil.which("node")
    run([node, "--preserve-symlinks", "--preserve-symlinks-main", "node_modules/rollup/dist/bin/rollup", "-c"], build)
    for name in ("sidelight.js", "sidelight.css"):
        assert (tmp_path / "demo" / "sidebar" / name).read_bytes() == (SIDEBAR / name).read_bytes(), name
