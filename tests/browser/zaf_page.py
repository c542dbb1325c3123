"""A ticket's page with a tiny app in it, by the vendor's own SDK or by the loopback's."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Frame, Page, expect

from sandbox.desk.app_files import VENDORS_SDK, read_app
from tests.browser.sidebar_fixtures import zendesk_sdk
from tests.browser.waiting import wait_until
from tests.sandbox.zendesk_server import Zendesk

HERE = Path(__file__).parent
TINY_APP = read_app(HERE / "tiny_app")


@dataclass
class AppPage:
    """The page of one ticket, and the app's frame in it."""

    page: Page
    zendesk: Zendesk
    ticket_id: int
    frame: Frame

    def does(self, script: str, given: Any = None) -> Any:
        """Return what an expression gives in the app; a rejected promise gives its error as {rejected, name}."""
        told = "error => ({rejected: error.message ?? error, name: error.name ?? null, status: error.status ?? null})"
        return self.frame.evaluate(f"given => Promise.resolve().then(() => ({script})).catch({told})", given)

    def get(self, *paths: str) -> Any:
        """Return what the app gets for paths; for one alone, its value."""
        if len(paths) > 1:
            return self.does("client.get(given)", list(paths))
        got = self.does("client.get(given)", paths[0])
        return got.get(paths[0], got)

    def invoke(self, path: str, *given: Any) -> Any:
        return self.does("client.invoke(...given)", [path, *given])

    def listen(self, event: str) -> None:
        """Let the app note an event, and wait until the page knows."""
        self.frame.evaluate("name => client.on(name, note(name))", event)
        self.get("ticket.id")

    def hears(self, event: str) -> Any:
        """Wait until the app has noted the event, and return the last one's message."""
        wait_until(self.frame, "name => seen.some(([known]) => known === name)", event)
        return self.frame.evaluate("name => seen.findLast(([known]) => known === name)[1]", event)

    def count(self, event: str) -> int:
        return self.frame.evaluate("name => seen.filter(([known]) => known === name).length", event)


def open_ticket(page: Page, zendesk: Zendesk, world_id: str, *, host: str = "127.0.0.1") -> AppPage:
    """Open a ticket's page and wait until the app in it has spoken with the page."""
    ticket_id = zendesk.id(world_id)
    page.goto(f"http://{host}:{zendesk.served.port}/agent/tickets/{ticket_id}")
    expect(page.frame_locator("iframe.app-frame").locator("#says")).to_have_text(f"Ticket {ticket_id}")
    frame = page.frame(url=re.compile("/agent/app/assets/iframe.html"))
    assert frame is not None
    return AppPage(page, zendesk, ticket_id, frame)


def serve_vendors_sdk(page: Page) -> None:
    """Answer the vendor's address of the SDK from the installed package: nothing leaves the machine."""
    source = zendesk_sdk()
    page.route(VENDORS_SDK.decode(), lambda route: route.fulfill(body=source, content_type="text/javascript"))
