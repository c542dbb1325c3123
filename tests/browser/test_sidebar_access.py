"""Every state of both sidebars, light and dark, through the accessibility checker; and a picture of each to look at."""

from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.stage import TICKETS, annotation, flag
from tests.browser.test_sidebar_states import NAMES, states

pytestmark = pytest.mark.browser

PICTURES = Path(__file__).parents[2] / "dist" / "screenshots"
CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8").split("\n", 1)[1]
CHECK = """async () => {
  const rules = {'frame-tested': {enabled: false}};
  const found = await axe.run(document, {iframes: false, rules, resultTypes: ['violations', 'incomplete']});
  const short = ({id, nodes}) => `${id}: ${nodes.map(node => node.target.join(' ')).slice(0, 4).join(' | ')}`;
  const open = found.incomplete.filter(one => one.id !== 'color-contrast').map(short);
  return { wrong: found.violations.map(short), open };
}"""
STYLE = (
    "body{font:14px sans-serif;display:flex;flex-wrap:wrap;gap:24px;align-items:start}"
    "figure{margin:0}img{border:1px solid #ccc}"
)

MORE = ["no headline", "dismissed", "known issue", "all opened", "right to left"]
SHOWN = [*NAMES, "flag opened", "asked why", *MORE]


@pytest.mark.parametrize("name", SHOWN)
def test_everybody_can_read_it_in_every_state_light_and_dark(sidebar, opened, axe, name):
    stage, state = shown(sidebar.vendor, name)
    seen = opened(stage, wait=False)
    seen.page.emulate_media(reduced_motion="reduce")
    seen.wait(state)
    if name in ("flag opened", "asked why", "right to left"):
        one = seen.open_flag("repeat_contact")
        if name == "asked why":
            one.locator('[data-act="wrong"]').click()
            expect(one.locator('[data-part="reasons"]')).to_be_visible()
    if name == "all opened":
        open_all(seen)
    for frame in seen.page.frames:
        frame.evaluate(axe)
    check(seen, f"{sidebar.vendor} {name} light")
    sidebar.go_dark(seen.page)
    seen.page.wait_for_timeout(100)
    check(seen, f"{sidebar.vendor} {name} dark")
    if name in ("no permission", "deleted", "failed"):
        seen.complaints.clear()  # the browser names the answers 403, 404 and 500


def shown(vendor, name):
    """Return the ticket on which the sidebar is shown, and the state that it has there."""
    found = states(vendor)
    stage, state, _ = found.get(name, found["ready"])
    if name == "no headline":
        return stage.but(annotation=annotation(vendor, headline=None)), state
    if name == "dismissed":
        return stage.but(feedback="77 repeat_contact-o@1764000000 rising_frustration-u@1764000000"), state
    if name == "known issue":
        _, near, far = TICKETS[vendor]
        evidence = [{**piece, "at": "2026-11-18T07:00:00Z"} for piece in (far, near)]
        known = flag("known_issue", "high", evidence, lived=f"Belongs to the open problem {near['number']}.")
        return stage.but(annotation=annotation(vendor, flags=[known])), state
    return (stage.but(locale="he") if name == "right to left" else stage), state


def open_all(seen):
    """Open whatever can be opened."""
    seen.act("all-flags").click()
    for one in seen.root.locator("[data-flag]").all():
        seen.open_flag(one.get_attribute("data-flag"))
    seen.act("all-told").click()
    seen.part("effort").locator("button, summary").first.click()
    seen.sidebar.settle(seen.page)


@pytest.mark.parametrize("width", [320, 480])
def test_opened_in_the_dark_it_is_dark(sidebar, opened, axe, width):
    stage, _, _ = states(sidebar.vendor)["ready"]
    seen = opened(stage.but(width=width, dark=True))
    seen.page.emulate_media(reduced_motion="reduce")
    for frame in seen.page.frames:
        frame.evaluate(axe)
    check(seen, f"{sidebar.vendor} opened dark {width}")


def check(seen, name: str) -> None:
    """Take a picture, and hold every frame to the accessibility checker and to the contrast that it leaves open."""
    picture(seen, name)
    for frame in seen.page.frames:  # each by itself: over origins they do not talk
        assert frame.evaluate(CHECK) == {"wrong": [], "open": []}, (name, frame.url)
    assert seen.frame.evaluate(CONTRAST) == [], name


def picture(seen, name: str) -> None:
    """Keep a picture of the sidebar at the size in which it is seen, and a page that shows all of them."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    seen.page.wait_for_timeout(50)
    seen.sidebar.place(seen.page).screenshot(path=PICTURES / f"{name}.png")
    shown = "".join(
        f'<figure><img src="{escape(one.name)}" alt=""><figcaption>{escape(one.stem)}</figcaption></figure>'
        for one in sorted(PICTURES.glob("*.png"))
    )
    page = f"<!doctype html><meta charset=utf-8><title>The sidebars</title><style>{STYLE}</style>{shown}"
    (PICTURES / "index.html").write_text(page, encoding="utf-8")
