"""Both sidebars, held to one list: what an agent sees and does in Zendesk and in Salesforce is the same."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.stage import NOW, OPENING, PROMISE, SENTENCES, TICKETS, Stage, annotation, flag

pytestmark = pytest.mark.browser


ORDER = ["headline", "summary", "opening", "flags", "told", "promises", "effort", "history"]


def test_what_matters_most_comes_first(opened, full):
    seen = opened(full)
    tops = [seen.part(name).first.bounding_box()["y"] for name in ORDER]
    assert tops == sorted(tops)
    expect(seen.part("headline")).to_contain_text("Gus promised an answer by 12 November; it has not come")
    expect(seen.part("summary").locator("li")).to_have_text(["Angry"])


@pytest.mark.parametrize(
    ("kinds", "contacts", "frustration", "chips"),
    [
        (["rushed"], 3, 0, ["3 contacts about this"]),
        (["rushed"], 1, 1, ["Uneasy"]),
        (["repeat_contact"], 3, 0, []),
        (["repeat_contact"], 3, 2, ["Frustrated"]),
    ],
)
def test_in_a_word_stands_only_what_no_flag_says_and_what_is_no_matter_of_course(
    sidebar, opened, kinds, contacts, frustration, chips
):
    evidence = [{"ticket": TICKETS[sidebar.vendor][0]["ticket"], "at": "2026-11-18T08:30:00Z"}]
    flags = [flag(kind, "high", evidence) for kind in kinds]
    given = annotation(sidebar.vendor, flags=flags, contacts=contacts, frustration=frustration)
    seen = opened(Stage(annotation=given))
    expect(seen.part("headline")).to_be_visible()
    expect(seen.part("summary").locator("li")).to_have_text(chips)


def test_what_the_headline_says_word_for_word_stands_only_in_the_flags_details(opened, full):
    seen = opened(full)
    lived = SENTENCES["promise_overdue"][1]
    assert lived.removesuffix(".") in seen.part("headline").inner_text()
    expect(seen.root.get_by_text(lived, exact=True)).to_have_count(0)
    expect(seen.flag("repeat_contact")).to_contain_text(SENTENCES["repeat_contact"][1])
    seen.open_flag("promise_overdue")
    expect(seen.root.get_by_text(lived, exact=True)).to_have_count(1)


def test_a_flag_says_its_sentence_where_there_is_no_headline_that_does(opened, full):
    seen = opened(full.but(feedback="77 rising_frustration-o@1764000000"))
    expect(seen.flag("promise_overdue")).to_contain_text(SENTENCES["promise_overdue"][1])


def test_headline_and_first_sentence_are_seen_without_scrolling(opened, full):
    seen = opened(full)
    box = seen.part("opening-text").bounding_box()
    assert box["y"] + box["height"] < 320


def test_at_most_three_things_ask_for_attention(opened, full):
    seen = opened(full)
    expect(seen.root.locator('[data-loud="yes"]')).to_have_count(3)
    seen.act("all-flags").click()
    expect(seen.root.locator("[data-flag]")).to_have_count(5)
    expect(seen.root.locator('[data-loud="yes"]')).to_have_count(3)


def test_flags_beyond_the_third_are_folded(opened, full):
    seen = opened(full)
    expect(seen.root.locator("[data-flag]")).to_have_count(3)
    expect(seen.act("all-flags")).to_have_attribute("aria-expanded", "false")
    seen.act("all-flags").click()
    expect(seen.act("all-flags")).to_have_attribute("aria-expanded", "true")
    seen.act("all-flags").click()
    expect(seen.root.locator("[data-flag]")).to_have_count(3)


def test_a_flag_opens_to_its_quotes_with_links_to_where_they_come_from(sidebar, opened, full):
    _, near, far = TICKETS[sidebar.vendor]
    seen = opened(full)
    one = seen.flag("promise_overdue")
    expect(one.locator('[data-act="open"]')).to_have_attribute("aria-expanded", "false")
    figure, lived, advice = SENTENCES["promise_overdue"]
    one = seen.open_flag("promise_overdue")
    expect(one.locator('[data-act="open"]')).to_have_attribute("aria-expanded", "true")
    expect(one.locator("dd")).to_have_text([advice, figure])
    expect(one).to_contain_text(lived)
    expect(one.locator('[data-part="quote"]')).to_have_text([PROMISE, "refund for a tv", "read the chats."])
    expect(one.locator("time").first).to_have_attribute("datetime", "2026-11-10T16:41:00.000Z")
    links = one.locator('[data-part="ticket"]')
    expect(links.nth(0)).to_contain_text(near["number"])
    expect(links.nth(1)).to_contain_text(far["number"])
    expect(links.nth(1)).to_have_attribute("href", far["url"])
    expect(links.nth(1)).to_have_attribute("target", "_blank")
    expect(links.nth(1)).to_have_attribute("rel", "noopener noreferrer")
    expect(links.nth(2)).to_have_text("here")


def test_the_first_sentence_is_copied_word_for_word(opened, full):
    seen = opened(full)
    expect(seen.part("opening-text")).to_have_text(OPENING)
    seen.act("copy").click()
    expect(seen.part("said")).to_have_text("Copied")
    assert seen.page.evaluate("navigator.clipboard.readText()") == OPENING


def test_where_the_clipboard_is_closed_the_words_are_copied_by_selecting_them(opened, full):
    seen = opened(full)
    seen.frame.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    seen.act("copy").click()
    expect(seen.part("said")).to_have_text("Copied")
    assert seen.page.evaluate("navigator.clipboard.readText()").strip() == OPENING


def test_what_was_told_stands_there_and_what_is_secret_does_not(opened, full):
    seen = opened(full)
    told = seen.part("told")
    expect(told).to_contain_text("No need to ask")
    expect(told.locator("[data-fact]").nth(0)).to_contain_text("Order number")
    expect(told.locator("[data-fact]").nth(0)).to_contain_text("HL-108832")
    expect(told.locator("[data-fact]").nth(0)).to_contain_text("3 Nov")
    expect(told.locator("[data-fact]").nth(0).get_by_text("told to Orders")).to_be_visible()
    expect(told.locator("[data-fact]").nth(1)).to_contain_text("given, hidden")
    expect(told.locator("[data-fact]")).to_have_count(5)
    seen.act("all-told").click()
    expect(told.locator("[data-fact]")).to_have_count(7)


def test_facts_and_promises_lead_to_the_tickets_that_they_come_from(sidebar, opened, full):
    _, near, far = TICKETS[sidebar.vendor]
    seen = opened(full)
    fact = seen.part("told").locator("[data-fact]").first.locator("a")
    expect(fact).to_contain_text(far["number"])
    expect(fact).to_have_attribute("href", far["url"])
    lines = seen.part("promises").locator("[data-promise]")
    expect(lines.nth(0).locator("a")).to_have_text(near["number"])
    expect(lines.nth(1).locator('[data-part="ticket"]')).to_have_count(0)  # it was given on this one


def test_promises_show_the_time_that_is_left_and_how_late_they_are(opened, full):
    lines = opened(full).part("promises").locator("[data-promise]")
    expect(lines).to_have_count(3)
    expect(lines.nth(0)).to_have_attribute("data-state", "overdue")
    expect(lines.nth(0)).to_contain_text("7 days late")
    expect(lines.nth(0)).to_contain_text("due 12 Nov")
    for unclear in ("overdue since", "ago"):
        expect(lines.nth(0)).not_to_contain_text(unclear)
    expect(lines.nth(1)).to_have_attribute("data-state", "open")
    expect(lines.nth(1)).to_contain_text("in 2 hours")
    expect(lines.nth(2)).to_contain_text("kept 4 Nov")


@pytest.mark.parametrize("time_zone", ["Asia/Kolkata", "America/Los_Angeles", "Pacific/Auckland"])
def test_a_promised_day_is_the_customers_wherever_the_agent_is(sidebar, opened, time_zone):
    promise = {"due": "2026-11-24T23:59:59Z", "state": "open", "kind": "refund", "by": "Ines"}
    seen = opened(Stage(annotation=annotation(sidebar.vendor, promises=[promise]), time_zone=time_zone))
    expect(seen.part("promises").locator("[data-promise]")).to_contain_text("due 24 Nov")


def test_a_promise_falls_due_by_the_clock_without_a_new_annotation(opened, full):
    lines = opened(full.but(now=NOW + timedelta(hours=3))).part("promises").locator("[data-promise]")
    expect(lines.nth(1)).to_have_attribute("data-state", "overdue")
    expect(lines.nth(1)).to_contain_text("30 minutes late")


def test_each_kind_of_knowledge_about_a_contact_has_its_place_in_both(sidebar, opened, full):
    _, near, far = TICKETS[sidebar.vendor]
    stops = opened(full).part("history").locator("ol > li")
    other = {"zendesk": "Salesforce", "salesforce": "Zendesk"}[sidebar.vendor]
    # between them stand dots, which one of the two draws by its style sheet
    told = [re.sub(r"[\s·]+", "", stop.inner_text()) for stop in stops.all()]
    assert told == [
        "whereismy£44918NovhereOpenE-mail",
        f"stillnone10Nov{near['number']}SolvedPhone",
        f"refundforatv3Nov{other}{far['number']}(opensinanewtab)ClosedChat",
    ]
    assert [one.evaluate("stop => stop.classList.contains('own')") for one in stops.all()] == [True, False, False]


def test_a_history_of_this_ticket_alone_is_none(sidebar, opened):
    own = {**TICKETS[sidebar.vendor][0], "at": "2026-11-18T08:30:00Z", "status": "open", "channel": "email"}
    seen = opened(Stage(annotation=annotation(sidebar.vendor, history=[own])))
    expect(seen.part("effort")).to_be_visible()
    expect(seen.part("history")).to_have_count(0)


def test_effort_shows_its_parts(opened, full):
    effort = opened(full).part("effort")
    expect(effort).to_contain_text("80 of 100")
    toggle = effort.locator("button, summary")
    if toggle.count():
        toggle.first.click()
    expect(effort).to_contain_text("Came back 2 times")
    expect(effort).to_contain_text("4 long waits")


def test_the_history_goes_over_both_helpdesks(sidebar, opened, full):
    _, near, far = TICKETS[sidebar.vendor]
    history = opened(full).part("history").locator("ol > li")
    expect(history).to_have_count(3)
    expect(history.nth(0)).to_contain_text("where is my £449")
    expect(history.nth(0)).to_contain_text("Open")
    expect(history.nth(1)).to_contain_text(near["number"])
    expect(history.nth(2)).to_contain_text({"zendesk": "Salesforce", "salesforce": "Zendesk"}[sidebar.vendor])
    expect(history.nth(2).locator("a")).to_have_attribute("href", far["url"])


def test_a_known_issue_leads_to_its_problem(sidebar, opened):
    own, near, _ = TICKETS[sidebar.vendor]
    evidence = [
        {"ticket": own["ticket"], "at": "2026-11-18T08:30:00Z", "by": "customer", "quote": "the app is down"},
        {"ticket": near["ticket"], "number": near["number"], "at": "2026-11-18T07:00:00Z", "url": near["url"]},
    ]
    known = flag("known_issue", "high", evidence, lived=f"Belongs to the open problem {near['number']}.")
    seen = opened(Stage(annotation=annotation(sidebar.vendor, flags=[known])))
    expect(seen.part("known").locator("a")).to_have_text(f"Problem {near['number']}")
    # the others are other customers', who have the same
    seen.change(annotation=annotation(sidebar.vendor, flags=[{**known, "lived": "At least 4 have the same."}]))
    expect(seen.flag("known_issue")).to_contain_text("At least 4 have the same.")
    expect(seen.part("known")).to_have_count(0)


def test_a_ticket_that_nobody_has_given_a_number_is_called_by_its_id(sidebar, opened):
    evidence = [{"ticket": "zendesk:acme/1076", "at": "2026-11-18T07:00:00Z"}]
    known = flag("known_issue", "high", evidence, lived="Belongs to the open problem 1076.")
    seen = opened(Stage(annotation=annotation(sidebar.vendor, flags=[known])))
    expect(seen.part("known").locator('[data-part="ticket"]')).to_have_text("Problem Zendesk 1076")
    ticket = seen.open_flag("known_issue").locator('[data-part="ticket"]')
    expect(ticket).to_have_text("Zendesk 1076")
