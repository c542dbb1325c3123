"""What agents say of flags in both sidebars: written with their own rights, shown at once, and never lost."""

import pytest
from playwright.sync_api import expect

from tests.browser.stage import NOW, TICKETS, USER, Stage, annotation, flag

pytestmark = pytest.mark.browser


def test_what_is_said_to_be_right_is_written_with_the_agents_name_and_can_be_taken_back(sidebar, opened, full):
    seen = opened(full)
    one = seen.open_flag("repeat_contact")
    one.locator('[data-act="right"]').click()
    expect(one.locator('[data-act="right"]')).to_have_attribute("aria-pressed", "true")
    expect(seen.part("said")).to_have_text("Noted")
    at = int(NOW.timestamp())
    user, verdict = seen.writes[-1].split(" ")
    assert user == USER[sidebar.vendor]
    assert verdict.startswith("repeat_contact+@")
    assert 0 <= int(verdict.split("@")[1]) - at < 60
    one.locator('[data-act="right"]').click()
    expect(one.locator('[data-act="right"]')).to_have_attribute("aria-pressed", "false")
    expect(seen.part("said")).to_have_text("Noted")
    assert "repeat_contact=@" in seen.writes[-1]


@pytest.mark.parametrize("reason", ["o", ""])
def test_a_flag_marked_wrong_goes_and_stays_away_until_it_is_taken_back(opened, full, reason):
    seen = opened(full)
    one = seen.open_flag("repeat_contact")
    one.locator('[data-act="wrong"]').click()
    one.locator(f'[data-reason="{reason}"]').click()
    expect(seen.flag("repeat_contact")).to_have_count(0)
    expect(seen.part("dismissed")).to_contain_text("Marked wrong: Repeat contact")
    expect(seen.part("said")).to_have_text("Noted")
    assert f"repeat_contact-{reason}@" in seen.writes[-1]
    seen.change(changed_at=NOW)
    expect(seen.flag("repeat_contact")).to_have_count(0)
    seen.act("undo").click()
    expect(seen.flag("repeat_contact")).to_be_visible()
    expect(seen.part("dismissed")).to_have_count(0)


def test_nothing_is_written_before_it_is_said_why_or_that_it_is_just_wrong(opened, full):
    seen = opened(full)
    one = seen.open_flag("repeat_contact")
    one.locator('[data-act="wrong"]').click()
    expect(one.locator('[data-part="reasons"]')).to_be_visible()
    one.locator('[data-act="cancel"]').click()
    expect(one.locator('[data-part="reasons"]')).to_have_count(0)
    assert seen.writes == []


def test_what_another_agent_marked_wrong_is_away_as_well_and_their_word_is_kept(sidebar, opened, full):
    seen = opened(full.but(feedback="77 rising_frustration-u@1764000000"))
    expect(seen.flag("promise_overdue")).to_be_visible()
    expect(seen.flag("rising_frustration")).to_have_count(0)
    seen.open_flag("repeat_contact").locator('[data-act="right"]').click()
    expect(seen.part("said")).to_have_text("Noted")
    assert seen.writes[-1].startswith("77 rising_frustration-u@1764000000;")


def test_a_verdict_that_the_helpdesk_refuses_is_taken_back_and_said(opened, full):
    seen = opened(full.but(refuses_writes=403))
    one = seen.open_flag("repeat_contact")
    one.locator('[data-act="wrong"]').click()
    one.locator('[data-reason=""]').click()
    expect(seen.part("said")).to_contain_text("Not noted")
    expect(seen.flag("repeat_contact")).to_be_visible()
    assert seen.writes == []
    seen.complaints.clear()  # the browser names the answer 403


def test_a_field_that_is_full_is_said_and_nothing_is_lost(sidebar, opened, full):
    kinds = ["promise_overdue", "rising_frustration", "asked_again", "repeat_contact"]
    one_group = " ".join(f"{kind}+@1764000000" for kind in kinds)
    another = "promise_overdue+@1764000000 rising_frustration-u@1764000001 asked_again-u@1764000002"
    crowded = f"1{'0' * 20} {one_group};2{'0' * 20} {another}"
    seen = opened(full.but(feedback=crowded))
    seen.open_flag("repeat_contact").locator('[data-act="right"]').click()
    expect(seen.part("said")).to_contain_text("no room")
    assert seen.writes == []


def test_verdicts_on_flags_that_are_gone_make_room(sidebar, opened, full):
    gone = " ".join(
        f"{kind}-u@1764000000"
        for kind in (
            "hollow_resolution",
            "context_lost",
            "deflected_again",
            "scripted_empathy",
            "channel_switch",
            "unanswered_question",
            "rushed",
        )
    )
    seen = opened(full.but(feedback=f"77 {gone}"))
    seen.open_flag("repeat_contact").locator('[data-act="right"]').click()
    expect(seen.part("said")).to_have_text("Noted")
    assert len(seen.writes[-1]) <= 255
    assert "repeat_contact+@" in seen.writes[-1]


def test_without_flags_that_stand_there_is_no_first_sentence(sidebar, opened):
    own = TICKETS[sidebar.vendor][0]
    evidence = [{"ticket": own["ticket"], "at": "2026-11-18T08:30:00Z", "by": "customer", "quote": "again"}]
    only = [flag("rushed", "high", evidence)]
    stage = Stage(annotation=annotation(sidebar.vendor, flags=only), feedback="77 rushed-m@1764000000")
    seen = opened(stage)
    expect(seen.part("dismissed")).to_be_visible()
    expect(seen.part("headline")).to_have_count(0)
    expect(seen.part("opening")).to_have_count(0)


def test_what_became_of_a_verdict_is_seen_and_not_only_heard(opened, full):
    seen = opened(full.but(refuses_writes=403))
    seen.open_flag("repeat_contact").locator('[data-act="right"]').click()
    expect(seen.part("said")).to_contain_text("Not noted")
    shown = """root => [...root.querySelectorAll('*')].some(one => { const box = one.getBoundingClientRect();
                 return one.childElementCount === 0 && one.textContent.includes('Not noted') && box.width > 40; })"""
    assert seen.root.evaluate(shown)
    seen.complaints.clear()  # the browser names the answer 403


APART = """root => {
  const part = name => root.querySelector(`[data-part="${name}"]`).getBoundingClientRect();
  const [said, line] = [part('said'), part('dismissed')];
  return said.width <= 1 || said.top >= line.bottom || said.bottom <= line.top;
}"""
"""Whether what is said stands on the line, where it is drawn at all."""


def test_what_is_said_of_a_flag_marked_wrong_does_not_stand_on_it(opened, full):
    seen = opened(full)

    def mark():
        if seen.flag("repeat_contact").locator('[data-act="wrong"]').count() == 0:
            seen.open_flag("repeat_contact")
        one = seen.flag("repeat_contact")
        one.locator('[data-act="wrong"]').click()
        reason = one.locator('[data-reason=""]')
        expect(reason).to_be_visible()
        seen.frame.evaluate("scrollTo(0, 0)")
        reason.evaluate("node => node.click()")
        expect(seen.part("said")).to_have_text("Noted")

    mark()
    line = seen.part("dismissed").bounding_box()
    seen.act("undo").click()
    expect(seen.part("dismissed")).to_have_count(0)
    # the line is the last that one sees
    seen.page.set_viewport_size({"width": 640, "height": int(line["y"] + line["height"]) + 8})
    mark()
    assert seen.root.evaluate(APART)


def test_that_it_was_called_right_is_to_be_seen_and_not_by_a_line_around_it_alone(opened, full):
    seen = opened(full)
    one = seen.open_flag("repeat_contact")
    right, wrong = one.locator('[data-act="right"]'), one.locator('[data-act="wrong"]')
    filled = "node => getComputedStyle(node).backgroundColor"
    assert right.evaluate(filled) == wrong.evaluate(filled)
    right.click()
    expect(right).to_have_attribute("aria-pressed", "true")
    seen.page.mouse.move(0, 0)
    right.blur()  # what has the focus is marked too
    seen.page.wait_for_timeout(300)
    assert right.evaluate(filled) != wrong.evaluate(filled)


def test_by_keyboard_the_focus_goes_on_with_what_was_done(opened, full):
    seen = opened(full)
    one = seen.open_flag("repeat_contact")
    one.locator('[data-act="wrong"]').focus()
    seen.page.keyboard.press("Enter")
    expect(one.locator('[data-reason="m"]')).to_be_focused()
    one.locator('[data-act="cancel"]').press("Enter")
    expect(one.locator('[data-act="wrong"]')).to_be_focused()
    one.locator('[data-act="wrong"]').press("Enter")
    one.locator('[data-reason="d"]').press("Enter")
    expect(seen.act("undo")).to_be_focused()
    seen.act("undo").press("Enter")
    expect(one.locator('[data-act="open"]')).to_be_focused()


def test_a_change_on_the_ticket_does_not_bring_back_what_is_just_being_written(sidebar, opened, full):
    seen = opened(full)
    sidebar.delays_writes = True
    one = seen.open_flag("repeat_contact")
    one.locator('[data-act="wrong"]').click()
    one.locator('[data-reason=""]').click()
    expect(seen.flag("repeat_contact")).to_have_count(0)
    seen.change()
    seen.page.wait_for_timeout(300)
    expect(seen.flag("repeat_contact")).to_have_count(0)
    seen.open_flag("rising_frustration").locator('[data-act="right"]').click()
    expect(seen.flag("rising_frustration").locator('[data-act="right"]')).to_have_attribute("aria-pressed", "true")
    sidebar.answer_late()
    expect(seen.part("said")).to_have_text("Noted")
    seen.page.wait_for_timeout(300)
    assert "repeat_contact-@" in seen.writes[-1]
    assert "rising_frustration+@" in seen.writes[-1]


def test_a_double_click_is_one_word(opened, full):
    seen = opened(full)
    right = seen.open_flag("repeat_contact").locator('[data-act="right"]')
    right.dblclick()
    expect(seen.part("said")).to_have_text("Noted")
    expect(right).to_have_attribute("aria-pressed", "true")
    assert len(seen.writes) == 1


def test_undo_counts_even_against_an_agent_whose_clock_is_ahead(opened, full):
    ahead = int(NOW.timestamp()) + 3600
    seen = opened(full.but(feedback=f"77 repeat_contact-u@{ahead}"))
    expect(seen.flag("promise_overdue")).to_be_visible()
    expect(seen.flag("repeat_contact")).to_have_count(0)
    seen.act("undo").click()
    expect(seen.flag("repeat_contact")).to_be_visible()
    expect(seen.part("said")).to_have_text("Noted")
    assert f"repeat_contact=@{ahead + 1}" in seen.writes[-1]


def test_what_nobody_can_have_said_hides_nothing(opened, full):
    seen = opened(full.but(feedback="77 repeat_contact-@99999999999 rising_frustration-@1000000000"))
    expect(seen.flag("repeat_contact")).to_be_visible()
    expect(seen.flag("rising_frustration")).to_be_visible()


def test_a_headline_and_a_first_sentence_go_with_the_flag_that_they_state(opened, full):
    seen = opened(full.but(feedback="77 repeat_contact-o@1764000000"))
    expect(seen.flag("promise_overdue")).to_be_visible()
    expect(seen.part("headline")).to_have_count(0)
    expect(seen.part("opening")).to_have_count(0)
