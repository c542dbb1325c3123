"""A sidebar that was opened on a ticket: what tests see of it and do with it, the same for both helpdesks."""

import re
from datetime import datetime
from typing import Any

from playwright.sync_api import Locator, Page, expect


def clock_script(now: datetime) -> str:
    """Return a script that sets the page's clock; it goes on from there."""
    at = int(now.timestamp() * 1000)
    return f"{{ const real = Date.now, ahead = {at} - real(); Date.now = () => real() + ahead; }}"


class Opened:
    """One opened sidebar."""

    def __init__(self, sidebar, page: Page, root: Locator, writes: list[str], complaints: list[str]) -> None:
        self.sidebar = sidebar
        self.page = page
        self.root = root
        self.writes = writes
        """What was written into the feedback field, the latest last."""
        self.complaints = complaints
        """What the browser complained about, and whatever was asked of somebody that it should not know."""

    @property
    def frame(self):
        """The frame in which the sidebar stands."""
        return self.sidebar.frame_of(self.page)

    def wait(self, state: str | None = None) -> "Opened":
        """Wait until it has read, or until it is in a state."""
        wanted = re.compile(f"^{state}$" if state else "^(?!loading)")
        expect(self.root).to_have_attribute("data-state", wanted)
        self.sidebar.settle(self.page)
        return self

    def part(self, name: str) -> Locator:
        return self.root.locator(f'[data-part="{name}"]')

    def act(self, name: str) -> Locator:
        self.sidebar.settle(self.page)
        return self.root.locator(f'[data-act="{name}"]')

    def flag(self, kind: str) -> Locator:
        return self.root.locator(f'[data-flag="{kind}"]')

    def open_flag(self, kind: str) -> Locator:
        """Open a flag, and return it."""
        one = self.flag(kind)
        one.locator('[data-act="open"]').click()
        expect(one.locator('[data-part="details"]')).to_be_visible()
        self.sidebar.settle(self.page)
        return one

    def change(self, **changes: Any) -> None:
        """Change the ticket, and let the helpdesk's page tell of it."""
        self.sidebar.change(self.page, **changes)
