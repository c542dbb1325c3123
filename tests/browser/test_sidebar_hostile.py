"""An annotation that somebody has written by hand to do harm: it is shown as text, or not at all."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.stage import TICKETS, Stage, annotation, flag

pytestmark = pytest.mark.browser

SCRIPT = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
ADDRESSES = [
    "javascript:document.title='owned'",
    "data:text/html,<script>1</script>",
    " https://x",
    'https://x/"onclick="a',
    "//evil.example",
    "vbscript:x",
    "https://a b",
    5,
    None,
    {},
]


def harmless(seen):
    """Nothing was made of the texts but text, and nothing ran."""
    assert seen.page.title() != "owned"
    assert seen.frame.title() != "owned"
    for tag in ("img", "script", "iframe", "object", "embed", "form", "style", "base", "link"):
        assert seen.root.locator(tag).count() == 0, tag
    every = "root => [...root.querySelectorAll('[href], [src]')].map(one => one.getAttribute('href') ?? one.src)"
    addresses = seen.root.evaluate(every)
    assert [one for one in addresses if not one.startswith(("https://", "#", "/"))] == []


def test_markup_is_shown_as_the_text_that_it_is(sidebar, opened):
    own = TICKETS[sidebar.vendor][0]["ticket"]
    at = {"ticket": own, "at": "2026-11-18T08:30:00Z"}
    evidence = [{**at, "number": SCRIPT[:40], "by": "customer", "quote": SCRIPT}]
    flags = [flag("rushed", "high", evidence, figure=SCRIPT, lived=SCRIPT, advice=SCRIPT)]
    told = [{**at, "kind": "order_number", "value": SCRIPT, "to": SCRIPT}]
    history = [{**at, "number": "1", "subject": SCRIPT, "status": "open", "channel": "web"}]
    written = annotation(sidebar.vendor, headline=SCRIPT, opening=SCRIPT, flags=flags, told=told, history=history)
    seen = opened(Stage(annotation=written, feedback=f"{SCRIPT};77 {SCRIPT}"))
    seen.open_flag("rushed")
    expect(seen.part("headline")).to_contain_text("<img src=x onerror=")
    expect(seen.part("opening-text")).to_contain_text("<script>")
    harmless(seen)


def test_an_address_that_is_none_is_no_link(sidebar, opened):
    _, _, far = TICKETS[sidebar.vendor]
    at = {"ticket": far["ticket"], "at": "2026-11-18T08:30:00Z", "quote": "hello"}
    pieces = [{**at, "number": f"17-{n}", "url": address} for n, address in enumerate(ADDRESSES)]
    halves = {"rushed": pieces[:5], "asked_again": pieces[5:]}
    flags = [flag(kind, "high", half) for kind, half in halves.items()]
    seen = opened(Stage(annotation=annotation(sidebar.vendor, flags=flags, history=[])))
    for kind, half in halves.items():
        one = seen.open_flag(kind)
        expect(one.locator("a")).to_have_count(0)
        tickets = one.locator('[data-part="ticket"]')
        expect(tickets).to_have_count(len(half))
        for place, piece in enumerate(half):
            expect(tickets.nth(place)).to_contain_text(piece["number"])
    harmless(seen)


DEEP = '{"v":"sidelight/1","ticket":"a/1","headline":' + "[" * 9000 + "]" * 9000 + ',"flags":[]}'
START = {"v": "sidelight/1", "ticket": "a/1", "headline": "h", "flags": []}
WRONG_TYPES = annotation("zendesk", told={"a": 1}, promises=7, history="x", effort=[1], contacts="3", frustration=9)
BROKEN = {
    "no JSON": "hello",
    "a list": "[]",
    "a number": "7",
    "null": "null",
    "huge": annotation("zendesk", headline="x" * 100_000),
    "flags that are none": json.dumps({"v": "sidelight/1", "ticket": "a/1", "headline": "h", "flags": "many"}),
    "no ticket": json.dumps({"v": "sidelight/1", "headline": "h", "flags": []}),
    "a version that is none": json.dumps({"v": ["sidelight/1"], "ticket": "a/1", "headline": "h", "flags": []}),
    "flags of wrong types and nothing else": json.dumps({**START, "headline": None, "flags": [1, None, "x", []]}),
}


def test_what_is_not_an_annotation_is_refused_in_a_line_and_the_next_right_one_is_shown(sidebar, opened):
    whole = annotation(sidebar.vendor)
    seen = opened(Stage(annotation=whole))
    for name, text in BROKEN.items():
        seen.change(annotation=text)
        seen.wait("broken")
        expect(seen.part("says"), name).to_contain_text("cannot be read")
        harmless(seen)
        seen.change(annotation=whole)
        seen.wait("ready")


@pytest.mark.parametrize("wrong", [DEEP, WRONG_TYPES], ids=["deep", "wrong types"])
def test_wrong_parts_are_left_out_and_the_page_stays_whole(opened, wrong):
    seen = opened(Stage(annotation=wrong))
    for part in ("told", "promises", "history", "effort", "summary"):
        expect(seen.part(part)).to_have_count(0)
    harmless(seen)


def test_of_a_list_with_wrong_pieces_the_right_ones_are_shown(sidebar, opened):
    right = {"kind": "order_number", "value": "HL-1", "at": "2026-11-03T13:07:00Z", "ticket": "a/1"}
    told = [None, 5, {"kind": "../x", "value": "no"}, {"kind": "date"}, {"kind": "number", "value": {"a": 1}}, right]
    facts = opened(Stage(annotation=annotation(sidebar.vendor, told=told))).part("told").locator("[data-fact]")
    expect(facts).to_have_count(1)
    expect(facts).to_contain_text("HL-1")


def test_marks_that_turn_the_direction_or_are_not_seen_are_taken_out(sidebar, opened):
    seen = opened(Stage(annotation=annotation(sidebar.vendor, headline="safe\u202egnp.exe\u0000\u2066\nnext")))
    assert seen.part("headline").inner_text().replace("\n", " ") == "safe gnp.exe next"


def test_a_kind_that_a_later_version_brings_is_shown_by_its_own_name(sidebar, opened):
    evidence = [{"ticket": "a/1", "at": "2026-11-18T08:30:00Z"}]
    flags = [flag(kind, "low", evidence) for kind in ("constructor", "lost_parcel")]
    seen = opened(Stage(annotation=annotation(sidebar.vendor, flags=flags)))
    expect(seen.flag("lost_parcel")).to_contain_text("Lost parcel")
    expect(seen.flag("constructor")).to_contain_text("Constructor")
