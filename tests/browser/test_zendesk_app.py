"""What only the Zendesk app does: the composer, the form, the height of its frame, the workspace's events."""

import pytest
from playwright.sync_api import expect

from tests.browser.sidebar_fixtures import zendesk_sdk
from tests.browser.stage import NOW, OPENING, TICKETS, Stage, annotation
from tests.browser.waiting import wait_until
from tests.browser.zendesk_sidebar import ANNOTATION, FEEDBACK, ZendeskSidebar

pytestmark = pytest.mark.browser

MOST_BYTES = 60_000
MOST_MS = 300
WATCH = """() => {
  addEventListener('message', ({ data }) => {
    if (String(data).includes('custom_fields')) window.toldAt = performance.now();
  });
  new MutationObserver(() => {
    const root = document.querySelector('[data-state="ready"]');
    if (root && !window.drawnAt) requestAnimationFrame(() => (window.drawnAt = performance.now()));
  }).observe(document, { subtree: true, attributes: true, childList: true });
}"""
"""Notes when the app was told of the ticket, and when the first picture with its view was painted."""
INLINE = """() => {
  const script = document.createElement('script');
  script.textContent = 'window.ran = 1';
  document.body.append(script);
  return window.ran ?? 0;
}"""


@pytest.fixture
def sidebar(context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    return ZendeskSidebar(context, zendesk_sdk())


@pytest.fixture
def full():
    return Stage(annotation=annotation("zendesk"))


def test_the_first_sentence_is_put_into_the_reply_as_a_draft_and_nothing_is_sent(opened, full):
    seen = opened(full)
    seen.act("insert").click()
    expect(seen.page.locator("#composer")).to_have_value(OPENING)
    expect(seen.part("said")).to_have_text("In the reply, as a draft")
    invoked = [one for one in seen.page.evaluate("asked") if one.startswith("invoke") and OPENING[:20] in one]
    assert len(invoked) == 1
    assert seen.writes == []


def test_a_composer_that_takes_html_gets_none(context):
    hostile = 'I see <img src=x onerror="a()"> & <b>more</b>'
    seen = ZendeskSidebar(context, zendesk_sdk(), composer="rich").open(
        Stage(annotation=annotation("zendesk", opening=hostile))
    )
    seen.act("insert").click()
    expect(seen.page.locator("#composer")).to_have_value(hostile)
    assert seen.page.evaluate("tags") == 0


@pytest.mark.parametrize("composer", ["text", "rich"])
def test_what_the_agent_has_begun_stays_and_the_sentence_begins_a_line_of_its_own(context, full, composer):
    seen = ZendeskSidebar(context, zendesk_sdk(), composer=composer).open(full)
    seen.page.locator("#composer").fill("Hello Jordan,")
    seen.act("insert").click()
    expect(seen.part("said")).to_have_text("In the reply, as a draft")
    expect(seen.page.locator("#composer")).to_have_value(f"Hello Jordan,\n{OPENING}")


@pytest.mark.parametrize("composer", ["text", "rich"])
def test_what_stands_in_the_reply_already_is_not_put_there_again(context, full, composer):
    seen = ZendeskSidebar(context, zendesk_sdk(), composer=composer).open(full)
    seen.act("insert").click()
    expect(seen.part("said")).to_have_text("In the reply, as a draft")
    seen.act("insert").click()
    expect(seen.part("said")).to_have_text("It already stands in the draft.")
    expect(seen.page.locator("#composer")).to_have_value(OPENING)
    seen.page.locator("#composer").fill("Something else")
    seen.act("insert").click()
    expect(seen.page.locator("#composer")).to_have_value(f"Something else\n{OPENING}")


def test_in_a_note_for_the_team_it_is_not_said_to_be_in_the_reply(context, full):
    seen = ZendeskSidebar(context, zendesk_sdk()).open(full)
    seen.page.evaluate("window.STAGE.note = true")
    seen.act("insert").click()
    expect(seen.part("said")).to_have_text("In the draft")
    expect(seen.page.locator("#composer")).to_have_value(OPENING)


def test_where_the_draft_may_not_be_read_the_sentence_is_put_there_all_the_same(opened, full):
    seen = opened(full)
    seen.page.evaluate("window.refusesDraft = true")
    seen.page.locator("#composer").fill("Hello Jordan,")
    seen.act("insert").click()
    expect(seen.page.locator("#composer")).to_have_value(f"Hello Jordan,{OPENING}")
    expect(seen.part("said")).to_have_text("In the reply, as a draft")


def test_where_there_is_no_composer_it_is_said(context, full):
    seen = ZendeskSidebar(context, zendesk_sdk(), composer="none").open(full)
    seen.act("insert").click()
    expect(seen.part("said")).to_contain_text("Copy it instead")
    expect(seen.page.locator("#composer")).to_have_value("")


def test_the_fields_for_programs_are_taken_off_the_form(opened, full):
    seen = opened(full)
    wait_until(seen.page, "hidden.length >= 2")
    assert set(seen.page.evaluate("hidden")) == {ANNOTATION, FEEDBACK}
    seen.page.evaluate("hidden.length = 0; tell('ticket.form.id.changed', 5)")
    wait_until(seen.page, "hidden.length >= 2")


def test_they_are_taken_off_also_where_the_ticket_cannot_be_read(opened):
    seen = opened(Stage(access="gone")).wait("gone")
    wait_until(seen.page, "hidden.length >= 2")
    seen.complaints.clear()  # the browser names the answer 404


def test_each_way_back_has_a_name_of_its_own(opened, full):
    seen = opened(full.but(feedback="77 rising_frustration-u@1764000000 repeat_contact-o@1764000000"))
    names = [one.get_attribute("aria-label") for one in seen.act("undo").all()]
    assert sorted(names) == ["Undo: Marked wrong: Repeat contact", "Undo: Marked wrong: Rising frustration"]


def test_the_frame_is_as_high_as_what_it_shows(opened, full):
    seen = opened(full)
    frame = seen.page.locator("#app")
    fits = "([frame, inside]) => Math.abs(frame - inside) <= 24"
    for change in (lambda: seen.open_flag("repeat_contact"), lambda: seen.act("all-flags").click()):
        before = frame.bounding_box()["height"]
        change()
        seen.page.wait_for_timeout(200)
        after = frame.bounding_box()["height"]
        assert after > before
        inside = seen.frame.evaluate("document.documentElement.scrollHeight")
        assert seen.page.evaluate(fits, [after, inside])
        assert seen.frame.evaluate("document.documentElement.scrollHeight <= innerHeight")


def test_a_ticket_of_this_account_opens_in_the_agents_own_tabs(opened, full):
    near = TICKETS["zendesk"][1]
    seen = opened(full)
    seen.open_flag("promise_overdue").locator('[data-part="ticket"]').first.click()
    wait_until(seen.page, "opened.length > 0")
    assert seen.page.evaluate("opened") == [f"ticket {near['number'].removeprefix('#')}"]
    assert len(seen.page.context.pages) == 1


def test_a_verdict_on_a_ticket_that_was_changed_meanwhile_is_written_onto_what_stands_there_now(sidebar, opened, full):
    seen = opened(full.but(refuses_writes=409))
    sidebar.change_silently(feedback="77 rushed+@1764000000", changed_at=NOW)
    seen.open_flag("repeat_contact").locator('[data-act="right"]').click()
    expect(seen.part("said")).to_have_text("Noted")
    assert seen.writes[-1].startswith("77 rushed+@1764000000;8801 repeat_contact+@")
    seen.complaints.clear()  # the browser names the answer 409


def test_while_there_is_no_annotation_yet_it_looks_again_by_itself_and_then_less_often(sidebar, context):
    page_clock = Stage(customer_at=NOW)
    seen = sidebar.open(page_clock, clock=True)
    seen.wait("waiting")
    asked = lambda: sum(one.startswith("request:") for one in seen.page.evaluate("asked"))  # noqa: E731 - read twice
    before = asked()
    seen.page.clock.run_for(16_000)
    seen.page.wait_for_timeout(200)
    after = asked()
    assert after > before
    sidebar.change_silently(annotation=annotation("zendesk"))
    seen.page.clock.run_for(46_000)
    expect(seen.part("headline")).to_be_visible()


def test_what_an_agent_loads_is_small(sidebar, opened, full):
    opened(full.but(locale="fr"))
    assert sum(sidebar.served.values()) <= MOST_BYTES
    assert len([path for path in sidebar.served if path.startswith("assets/texts/")]) == 1


def test_it_is_drawn_soon_after_the_tickets_data(context, opened, full):
    context.add_init_script(f"({WATCH})()")
    seen = opened(full)
    wait_until(seen.frame, "window.drawnAt")
    spent_ms = seen.frame.evaluate("window.drawnAt - window.toldAt")
    assert 0 < spent_ms < MOST_MS


def test_a_ticket_costs_few_calls_and_changing_tabs_none(sidebar, opened, full):
    seen = opened(full)
    assert sorted(sidebar.asked) == [
        "GET ticket_fields.json",
        "GET tickets/35436.json",
        "GET tickets/35436/comments.json",
    ]
    for _ in range(5):
        seen.page.evaluate("tell('app.activated', {})")
    seen.page.wait_for_timeout(300)
    assert len(sidebar.asked) == 3
    seen.change()
    seen.page.wait_for_timeout(300)
    assert sorted(sidebar.asked[3:]) == ["GET tickets/35436.json", "GET tickets/35436/comments.json"]


def test_a_change_while_it_reads_is_read_as_well(sidebar, opened, full):
    seen = opened(full)
    sidebar.change_silently(annotation=annotation("zendesk", headline="Newer."))
    seen.page.evaluate("for (let n = 0; n < 5; n += 1) tell('ticket.updated', {})")
    sidebar.change_silently(annotation=annotation("zendesk", headline="Newest."))
    expect(seen.part("headline")).to_have_text("Newest.")


def test_what_is_selected_stays_selected_while_the_minutes_go_by(opened, full):
    seen = opened(full)
    seen.part("opening-text").evaluate("node => getSelection().selectAllChildren(node)")
    seen.change(changed_at=NOW, feedback="77 promise_overdue+@1764000000")
    seen.page.wait_for_timeout(300)
    assert seen.frame.evaluate("String(getSelection())") == OPENING


def test_where_zendesk_does_not_say_who_reads_it_says_so_in_words(context, full):
    sidebar = ZendeskSidebar(context, zendesk_sdk())
    context.add_init_script("window.refusesUser = true")
    seen = sidebar.open(full).wait("failed")
    expect(seen.part("says")).to_contain_text("could not be read")
    expect(seen.act("again")).to_have_text("Look again")
    seen.page.evaluate("window.refusesUser = false")
    seen.act("again").click()
    expect(seen.part("headline")).to_be_visible()


def test_opened_outside_zendesk_it_says_that_it_cannot_read(sidebar, context):
    page = context.new_page()
    page.route("**/*", sidebar._answer)
    page.goto("https://1.apps.zdusercontent.com/assets/iframe.html")
    expect(page.locator('[data-part="says"]')).to_contain_text("could not be read")


def test_it_asks_nobody_but_zendesk_and_runs_under_its_own_strict_policy(opened, full):
    seen = opened(full)
    assert seen.frame.evaluate("fetch('https://elsewhere.example/').then(() => 'sent', () => 'refused')") == "refused"
    assert seen.frame.evaluate(INLINE) == 0
    expected = ("Content Security Policy", "elsewhere.example")
    seen.complaints[:] = [said for said in seen.complaints if not any(one in said for one in expected)]


@pytest.mark.parametrize(
    ("ours", "theirs", "names"),
    [
        (
            '[data-act="copy"]',
            "button",
            ["color", "borderColor", "borderRadius", "fontSize", "fontFamily", "height", "paddingInline", "cursor"],
        ),
        ('[data-part="opening-text"]', "p", ["color", "fontSize", "lineHeight", "fontFamily"]),
        ('[data-part="history"] a', "a", ["color", "fontFamily"]),
    ],
    ids=["a button", "a text", "a link"],
)
def test_it_looks_as_zendesks_own_parts_do(opened, full, page, garden, ours, theirs, names):
    page.set_content(f'<style>{garden}</style><button class="c-btn c-btn--sm">x</button><p>x</p><a href="#x">x</a>')
    look = "(node, names) => { const style = getComputedStyle(node); return names.map(name => style[name]); }"
    there = page.locator(theirs).evaluate(look, names)
    assert opened(full).root.locator(ours).first.evaluate(look, names) == there
