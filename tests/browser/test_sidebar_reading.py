"""How both sidebars are read: by keyboard, in a narrow column, in large letters, in each direction and language."""

import pytest
from playwright.sync_api import expect

from tests.browser.stage import NOW, TICKETS, Stage, annotation

pytestmark = pytest.mark.browser


def test_one_gets_everywhere_by_keyboard_and_sees_where_one_is(opened, full):
    seen = opened(full)
    met = []
    for _ in range(40):
        seen.page.keyboard.press("Tab")
        act, marked = seen.frame.evaluate(FOCUSED)
        if act is None:
            continue  # the page around it, or past its end
        met.append(act)
        assert marked, f"nothing shows that {act} has the focus"
        if met.count("open") == 1 and act == "open":
            seen.page.keyboard.press("Enter")
            expect(seen.part("quote").first).to_be_visible()
    assert {"copy", "open", "right", "wrong", "all-flags", "all-told"} <= set(met)


def test_the_focus_stays_where_it_was_when_something_changes(opened, full):
    seen = opened(full)
    one = seen.open_flag("repeat_contact")
    one.locator('[data-act="right"]').focus()
    seen.change(changed_at=NOW)
    expect(seen.part("headline")).to_be_visible()
    expect(one.locator('[data-act="right"]')).to_be_focused()
    expect(one.locator('[data-act="open"]')).to_have_attribute("aria-expanded", "true")


@pytest.mark.parametrize("width", [320, 280, 160, 420])
def test_nothing_is_cut_or_needs_sideways_scrolling(sidebar, opened, width):
    long = "Donaudampfschifffahrtsgesellschaftskapitän" * 3
    told = [
        {
            "kind": "order_number",
            "value": long[:118],
            "to": long[:58],
            "at": "2026-11-03T13:07:00Z",
            "ticket": TICKETS[sidebar.vendor][0]["ticket"],
        }
    ]
    seen = opened(Stage(annotation=annotation(sidebar.vendor, headline=long, told=told), width=width, locale="de"))
    seen.open_flag("promise_overdue")
    assert seen.frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
    too_wide = """root => { const edge = root.getBoundingClientRect().right + 1;
                    return [...root.querySelectorAll('*')].filter(one => one.getBoundingClientRect().right > edge
                      && getComputedStyle(one).position !== 'absolute').map(one => one.outerHTML.slice(0, 80)); }"""
    assert seen.root.evaluate(too_wide) == []


def test_with_letters_twice_as_large_no_word_is_broken_in_what_to_do(opened, full):
    seen = opened(full)
    one = seen.open_flag("repeat_contact")
    seen.root.evaluate("root => { root.style.zoom = 2; }")
    lines = """node => { const range = document.createRange(); const text = node.firstChild;
      return [...text.data.matchAll(/\\S+/g)].filter(found => { range.setStart(text, found.index);
        range.setEnd(text, found.index + found[0].length); return range.getClientRects().length > 1; })
        .map(found => found[0]); }"""
    for said in one.locator("dd, dt").all():
        assert said.evaluate(lines) == []


def test_those_who_asked_for_no_movement_get_none(opened, full):
    seen = opened(full)
    seen.page.emulate_media(reduced_motion="reduce")
    moving = """root => [...root.querySelectorAll('*')].filter(one => { const style = getComputedStyle(one);
                  return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0.01; })
                  .map(one => one.outerHTML.slice(0, 80))"""
    assert seen.root.evaluate(moving) == []


def test_right_to_left_is_followed_and_each_text_keeps_its_own_direction(opened, sidebar):
    seen = opened(Stage(annotation=annotation(sidebar.vendor, opening="שלום, איפה ההזמנה שלי?"), locale="he"))
    direction = "node => getComputedStyle(node).direction"
    assert seen.root.evaluate(direction) == "rtl"
    assert seen.part("opening-text").evaluate(direction) == "rtl"
    assert seen.flag("repeat_contact").locator('[dir="auto"]').first.evaluate(direction) == "ltr"


def test_right_to_left_no_number_is_torn_from_its_word(opened, full):
    seen = opened(full.but(locale="he"))
    seen.open_flag("promise_overdue")
    seen.act("all-told").click()
    effort = seen.part("effort").locator("button, summary").first
    effort.click()
    pairs = seen.root.evaluate(PAIRS)
    said = {f"{pair['number']} {pair['word']}" for pair in pairs}
    marks = seen.flag("promise_overdue").get_by_text("Is this right?", exact=True)
    assert marks.evaluate("node => getComputedStyle(node).direction") == "ltr"
    assert {"80 of", "7 days", "10 Nov,", "18 Nov", "3 Nov", "4 long"} <= said, said
    assert [pair for pair in pairs if not 0 < pair["apart"] < 12] == []


FOCUSED = """() => {
  let one = document.activeElement;
  while (one.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  if (!document.hasFocus() || !one.closest('[data-act], a[data-part="ticket"]')) return [null, false];
  const style = getComputedStyle(one);
  const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
  return [one.closest('[data-act]')?.dataset.act ?? one.tagName, marked];
}"""
"""What has the focus, and whether it shows."""

PAIRS = r"""root => {
  const box = (node, start, end) => {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return range.getBoundingClientRect();
  };
  const texts = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) texts.push(node);
    else for (const one of (node.shadowRoot ?? node).childNodes) walk(one);
  };
  walk(root);
  return texts.flatMap((node) => [...node.data.matchAll(/(\d+) ([A-Za-z]+,?)/g)].flatMap((found) => {
    const [, number, word] = found;
    const left = box(node, found.index, found.index + number.length);
    const right = box(node, found.index + number.length + 1, found.index + found[0].length);
    const isSeen = left.width > 0 && node.parentElement.getBoundingClientRect().width > 1 && left.top === right.top;
    return isSeen ? [{ number, word, apart: right.left - left.right }] : [];
  }));
}"""
"""Numbers, each with the word that follows it in English, and how far to the left of it they stand on the same line."""

LANGUAGES = {
    "en-US": ("Repeat contact", "No need to ask", "in 2 hours"),
    "es": ("Contacto repetido", "No hace falta preguntar", "dentro de 2 horas"),
    "de": ("Wiederholter Kontakt", "Schon bekannt", "in 2 Stunden"),
    "fr": ("Contact répété", "Inutile de demander", "dans 2 heures"),
    "pt-BR": ("Contato repetido", "Não é preciso perguntar", "em 2 horas"),
    "pt-PT": ("Contacto repetido", "Não é preciso perguntar", "dentro de 2 horas"),
    "it": ("Contatto ripetuto", "Non serve chiedere", "tra 2 ore"),
}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_agents_language_is_spoken(opened, full, locale):
    name, told, left = LANGUAGES[locale]
    seen = opened(full.but(locale=locale))
    expect(seen.flag("repeat_contact")).to_contain_text(name)
    expect(seen.part("told")).to_contain_text(told)
    expect(seen.part("promises")).to_contain_text(left)
    seen.act("all-flags").click()
    text = seen.root.inner_text()
    assert "{" not in text
    assert "undefined" not in text


def test_a_language_that_it_does_not_have_gets_english(opened, full):
    seen = opened(full.but(locale="ja"))
    expect(seen.part("told")).to_contain_text("No need to ask")
    expect(seen.part("promises")).to_contain_text("7 days late")
    expect(seen.part("promises")).to_contain_text("in 2 hours")
