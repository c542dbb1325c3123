"""Waiting for what a page's own script will say."""

import time
from typing import Any

from playwright.sync_api import Frame, Page


def wait_until(place: Page | Frame, script: str, given: Any = None, *, seconds: float = 5.0) -> None:
    """Ask a page or frame again and again until an expression is true.

    Playwright's own wait_for_function evaluates in the page between two frames, where a Content-Security-Policy without
    unsafe-eval refuses it: it works only if the first look is already true.
    """
    page = place if isinstance(place, Page) else place.page
    last = time.monotonic() + seconds
    while not place.evaluate(script, given):
        assert time.monotonic() < last, f"Not true within {seconds} s: {script}"
        page.wait_for_timeout(20)
