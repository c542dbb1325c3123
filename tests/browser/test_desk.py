"""The agent's page in a real browser: it lives, keeps what is typed, and lets nothing a customer wrote act."""

import re
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
from flask import Flask
from playwright.sync_api import expect

from sandbox.desk.page import desk_blueprint
from sandbox.serving import serve as serve_app
from tests.sandbox.memory_desk import ANNOTATION, KINDS, NOTE, START, MemoryDesk, comment, fields, ticket

pytestmark = pytest.mark.browser

IN_TIME_MS = 2000
"""A write must be seen within this time."""


@pytest.fixture
def serve():
    running = []

    def start(*tickets, vendor="zendesk"):
        app = Flask("loopback")
        desk = MemoryDesk(tickets, vendor)
        app.register_blueprint(desk_blueprint(desk, "http://127.0.0.1:9/agent/"))
        running.append(serve_app(app))
        return SimpleNamespace(desk=desk, address=f"{running[-1].url}/agent/")

    yield start
    for served in running:
        served.close()


def talk(count, text="Where is my order?"):
    return tuple(
        comment(n, START + timedelta(minutes=n), "Ana Ruiz", "customer", f"{n}: {text}") for n in range(1, count + 1)
    )


def full(vendor="zendesk", **more):
    shown = fields(vendor, KINDS, "Third contact.", contacts=3, frustration="Angry", effort=72, annotation=ANNOTATION)
    return ticket(1, **{"fields": shown, "conversation": talk(3), **more})


def test_a_flag_written_to_the_ticket_is_seen_and_said_within_two_seconds(serve, quiet_page):
    served = serve(ticket(1, conversation=talk(2)))
    quiet_page.goto(f"{served.address}tickets/1")
    flags = quiet_page.locator(".field.is-flags dd")
    expect(flags).to_have_text("\N{EN DASH}")
    served.desk.change("1", fields=fields(flags=["sidelight_repeat_contact"], headline="Second contact.", contacts=2))
    expect(flags.locator("li")).to_have_text("Repeat contact", timeout=IN_TIME_MS)
    expect(quiet_page.locator('[data-ours="headline"] dd')).to_have_text("Second contact.")
    expect(flags).to_have_class(re.compile("changed"))
    expect(quiet_page.locator("#flagged-count")).to_have_text("1")
    expect(quiet_page.locator("#announcer")).to_contain_text("Flags added: Repeat contact")
    expect(quiet_page.locator(".changed")).to_have_count(0, timeout=4000)


def test_what_is_typed_and_where_one_reads_stay_while_the_ticket_changes(serve, quiet_page):
    served = serve(full(conversation=talk(60)))
    quiet_page.goto(f"{served.address}tickets/1")
    box, frame = quiet_page.locator("#reply"), quiet_page.locator("#talk-frame")
    quiet_page.locator(".long summary").click()
    box.fill("I was just about to")
    frame.evaluate("frame => { frame.scrollTop = 400 }")
    box.evaluate("box => box.setSelectionRange(5, 5)")
    served.desk.say("1", comment(99, START + timedelta(hours=9), "Kim", "agent", "Done.", public=False))
    expect(quiet_page.locator('.comment[data-id="99"]')).to_be_attached(timeout=IN_TIME_MS)
    expect(quiet_page.locator("#jump")).to_have_text("1 new entry below ↓")
    assert frame.evaluate("frame => frame.scrollTop") == 400
    assert box.input_value() == "I was just about to"
    assert box.evaluate("box => [box.selectionStart, document.activeElement === box]") == [5, True]
    assert quiet_page.locator(".long").evaluate("fold => fold.open")
    quiet_page.locator("#jump").click()
    expect(quiet_page.locator('.comment[data-id="99"]')).to_be_in_viewport()


def test_a_reply_by_keyboard_arrives_as_the_customer_s(serve, quiet_page):
    served = serve(full())
    quiet_page.goto(f"{served.address}tickets/1")
    quiet_page.get_by_role("textbox", name="Write as the customer").focus()
    quiet_page.keyboard.type("Still not here.")
    quiet_page.keyboard.press("Control+Enter")
    expect(quiet_page.locator(".comment").last).to_contain_text("Still not here.", timeout=IN_TIME_MS)
    expect(quiet_page.locator(".comment").last).to_be_in_viewport()
    expect(quiet_page.locator("#reply")).to_have_value("")
    expect(quiet_page.locator("#reply")).to_be_focused()
    assert served.desk.read_ticket("1").conversation[-1].role == "customer"


def test_a_reply_that_starts_another_ticket_says_so(serve, quiet_page):
    served = serve(full(status="closed"))
    served.desk.reply_as_customer = lambda _, text: served.desk.save(ticket(2, conversation=talk(1, text)))
    quiet_page.goto(f"{served.address}tickets/1")
    quiet_page.locator("#reply").fill("It is back.")
    quiet_page.get_by_role("button", name="Send").click()
    expect(quiet_page.locator("#composer-state")).to_contain_text("a new one in the list has it")


def test_an_empty_reply_is_not_sent_and_says_why(serve, quiet_page):
    served = serve(full())
    quiet_page.goto(f"{served.address}tickets/1")
    quiet_page.get_by_role("button", name="Send").click()
    expect(quiet_page.locator("#composer-state")).to_have_text("Write something first.")
    assert len(served.desk.read_ticket("1").conversation) == 3


def test_what_cannot_be_sent_stays_in_the_box_and_the_page_recovers(serve, page):
    served = serve(full())
    page.goto(f"{served.address}tickets/1")
    page.locator("#reply").fill("Do not lose me")
    page.route("**/agent/**", lambda route: route.abort())
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#composer-state")).to_contain_text("Not sent")
    expect(page.locator("#link-state")).to_contain_text("Out of reach")
    expect(page.locator("#reply")).to_have_value("Do not lose me")
    page.unroute("**/agent/**")
    expect(page.locator("#link-state")).to_have_text("Live")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".comment").last).to_contain_text("Do not lose me")


def test_nothing_that_a_customer_wrote_acts_and_notes_keep_their_form(serve, quiet_page):
    wicked = '<img src=x onerror="document.title = 1"><b>bold</b>'
    said = (
        comment(1, START, wicked, "customer", wicked, html=wicked),
        comment(2, START, "Sidelight", "app", "plain", public=False, html=NOTE + wicked),
        comment(3, START, "Ana", "customer", "שלום, איפה ההזמנה שלי?"),
    )
    served = serve(full(subject=wicked, requester=wicked, tags=(wicked,), conversation=said))
    quiet_page.goto(f"{served.address}tickets/1")
    expect(quiet_page.locator("h1")).to_have_text(wicked)
    expect(quiet_page.locator('.comment[data-id="1"] .words')).to_have_text(wicked)
    note = quiet_page.locator('.comment[data-id="2"]')
    expect(note.locator("li")).to_have_count(2)
    expect(note.locator("a")).to_have_attribute("rel", "noopener noreferrer nofollow")
    expect(note).to_contain_text("Internal note")
    assert quiet_page.locator("main img").count() == 0
    words = quiet_page.locator('.comment[data-id="3"] .words')
    assert words.evaluate("words => getComputedStyle(words).direction") == "rtl"


def test_a_long_comment_is_folded_and_five_hundred_are_drawn_at_once(serve, quiet_page):
    long = comment(501, START + timedelta(days=1), "Ana Ruiz", "customer", "word " * 13_000)
    served = serve(full(conversation=(*talk(500), long)))
    quiet_page.goto(f"{served.address}tickets/1")
    expect(quiet_page.locator(".comment")).to_have_count(501, timeout=3000)
    fold = quiet_page.get_by_role("button", name="Show more (65.0 kB)")
    expect(fold).to_have_attribute("aria-expanded", "false")
    fold.click()
    words = quiet_page.locator('.comment[data-id="501"] .words')
    assert len(words.text_content()) == 65_000
    served.desk.say("1", comment(502, START + timedelta(days=2), "Kim", "agent", "Read it."))
    expect(quiet_page.locator(".comment")).to_have_count(502, timeout=IN_TIME_MS)
    assert len(words.text_content()) == 65_000
    quiet_page.get_by_role("button", name="Show less").click()
    assert len(words.text_content()) < 2000


def test_the_list_follows_a_change_marks_it_and_says_it(serve, quiet_page):
    served = serve(*(ticket(n) for n in range(1, 6)))
    quiet_page.goto(served.address)
    expect(quiet_page.locator("tbody tr")).to_have_count(5)
    changed = fields(flags=KINDS, headline="Third contact.")
    served.desk.change("3", fields=changed, updated_at=START + timedelta(hours=1))
    row = quiet_page.locator("tbody tr").first
    expect(row).to_contain_text("Third contact.", timeout=IN_TIME_MS)
    expect(row).to_have_class(re.compile("changed"))
    expect(row.locator(".flag-count")).to_have_text("5")
    expect(quiet_page.locator("#announcer")).to_contain_text("#3 Question 3 changed: Open, 5 flags")
    served.desk.delete("3")
    expect(quiet_page.locator("tbody tr")).to_have_count(4, timeout=IN_TIME_MS)


def test_views_and_filter_narrow_the_list_and_survive_going_back(serve, quiet_page):
    flagged = ticket(2, subject="Cobro duplicado", requester="Inés Peña", fields=fields(flags=["rushed"]))
    served = serve(ticket(1), flagged, ticket(3, status="solved"))
    quiet_page.goto(served.address)
    rows = quiet_page.locator("tbody tr")
    views = quiet_page.get_by_label("Views")
    views.get_by_role("link", name="Open 2").click()
    expect(rows).to_have_count(2)
    views.get_by_role("link", name="With flags 1").click()
    expect(rows).to_have_count(1)
    views.get_by_role("link", name="All tickets 3").click()
    quiet_page.get_by_label("Filter this list").fill("ines RUSHED")
    expect(rows).to_have_count(1)
    rows.get_by_role("link").click()
    expect(quiet_page.locator("h1")).to_have_text("Cobro duplicado")
    quiet_page.go_back()
    expect(rows).to_have_count(1)
    quiet_page.get_by_label("Filter this list").fill("nobody has this")
    expect(quiet_page.get_by_role("heading", name="Nothing matches")).to_be_visible()
    quiet_page.get_by_role("button", name="Clear the filter").click()
    expect(rows).to_have_count(3)


def test_three_thousand_tickets_are_filtered_while_typing_and_scrolled_to_the_end(serve, quiet_page):
    served = serve(*(replace(ticket(n), updated_at=START - timedelta(minutes=n)) for n in range(3000)))
    quiet_page.goto(served.address)
    expect(quiet_page.locator("#shown")).to_have_text("3,000 tickets, last changed first", timeout=3000)
    spent_ms = quiet_page.evaluate(
        """() => { const box = document.getElementById('filter'), start = performance.now();
                   for (const text of ['q', 'qu', 'question', 'question 2', 'question 29']) {
                     box.value = text; box.dispatchEvent(new Event('input')); document.body.offsetHeight; }
                   return (performance.now() - start) / 5; }"""
    )
    assert spent_ms < 200
    assert quiet_page.locator("tbody tr").count() == 100
    quiet_page.locator("#table-frame").evaluate("frame => { frame.scrollTop = frame.scrollHeight }")
    expect(quiet_page.locator("tbody tr")).to_have_count(sum("29" in str(n) for n in range(3000)))


def test_an_empty_desk_and_an_unknown_ticket_say_so(serve, page):
    served = serve()
    page.goto(served.address)
    expect(page.get_by_role("heading", name="No tickets yet")).to_be_visible()
    page.goto(f"{served.address}tickets/77")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is nothing at this address")
    page.get_by_role("link", name="All tickets").click()
    expect(page).to_have_url(served.address)


def test_a_ticket_deleted_under_the_reader_becomes_the_page_that_says_so(serve, page):
    served = serve(full())
    page.goto(f"{served.address}tickets/1")
    expect(page.locator(".comment")).to_have_count(3)
    served.desk.delete("1")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is nothing at this address", timeout=IN_TIME_MS)


@pytest.mark.parametrize("vendor", ["zendesk", "salesforce"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 800), (640, 400)])
def test_no_page_needs_sideways_scrolling_at_desk_sizes_and_at_twice_the_zoom(serve, quiet_page, vendor, width, height):
    name = "ab" * 60
    served = serve(full(vendor, subject=name, requester=name, requester_contact=name, tags=(name,)), vendor=vendor)
    quiet_page.set_viewport_size({"width": width, "height": height})
    for path in ("", "tickets/1"):
        quiet_page.goto(served.address + path)
        expect(quiet_page.locator("tbody tr, .comment").first).to_be_attached()
        assert quiet_page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        boxes = "[...document.querySelectorAll('h1, td, dd, .bubble, .pill')]"
        cut = f"{boxes}.filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.className || e.tagName)"
        assert quiet_page.evaluate(cut) == []


def test_one_gets_from_the_list_to_the_reply_by_keyboard_and_sees_where_one_is(serve, quiet_page):
    served = serve(full())
    quiet_page.goto(served.address)
    quiet_page.keyboard.press("Tab")
    expect(quiet_page.get_by_role("link", name="Skip to the tickets")).to_be_focused()
    for _ in range(20):
        quiet_page.keyboard.press("Tab")
        here = quiet_page.evaluate(
            """() => { const one = document.activeElement, shown = getComputedStyle(one),
                       over = getComputedStyle(one, '::after');
                       return { row: one.matches('.subject a'),
                                outlined: shown.outlineStyle !== 'none' || over.outlineStyle !== 'none' }; }"""
        )
        assert here["outlined"]
        if here["row"]:
            break
    quiet_page.keyboard.press("Enter")
    expect(quiet_page.locator("#reply")).to_be_visible()
    quiet_page.locator("#reply").focus()
    quiet_page.keyboard.press("Tab")
    expect(quiet_page.get_by_role("button", name="Send")).to_be_focused()


def test_a_change_is_marked_without_movement_for_those_who_asked_for_none(serve, quiet_page):
    served = serve(full())
    quiet_page.emulate_media(reduced_motion="reduce")
    quiet_page.goto(f"{served.address}tickets/1")
    served.desk.change("1", priority="urgent")
    box = quiet_page.locator('[data-key="priority"] dd.changed')
    expect(box).to_have_text("Urgent", timeout=IN_TIME_MS)
    style = box.evaluate("box => [getComputedStyle(box).animationName, getComputedStyle(box).backgroundColor]")
    assert style == ["none", "rgb(255, 233, 168)"]


def test_a_hidden_page_asks_nothing(serve, quiet_page):
    served = serve(full())
    quiet_page.add_init_script(
        "Object.defineProperty(document, 'visibilityState', {get: () => window.seen ?? 'visible'})"
    )
    quiet_page.goto(f"{served.address}tickets/1")
    expect(quiet_page.locator(".comment")).to_have_count(3)
    quiet_page.evaluate("window.seen = 'hidden'")
    quiet_page.wait_for_timeout(600)
    asked = []
    quiet_page.on("request", lambda sent: asked.append(sent.url))
    quiet_page.wait_for_timeout(1000)
    assert asked == []
    served.desk.change("1", priority="low")
    quiet_page.evaluate("window.seen = 'visible'; document.dispatchEvent(new Event('visibilitychange'))")
    expect(quiet_page.locator('[data-key="priority"] dd')).to_have_text("Low", timeout=IN_TIME_MS)
