"""The Zendesk app as it is installed: the package's files, Zendesk's own SDK, and a clean host."""

import json
import mimetypes
from pathlib import Path
from typing import Any

from manifest.build import zendesk_files
from tests.browser.opened import Opened, clock_script
from tests.browser.stage import USER, Stage, stamp
from tests.browser.waiting import wait_until

WORKSPACE = "https://acme.zendesk.com"
APP = "https://1.apps.zdusercontent.com"
SDK = "https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js"
HOST = Path(__file__).with_name("zendesk_host.html")
REFUSALS = {"failed": 500, "denied": 403, "gone": 404}
TICKET, REQUESTER, ANNOTATION, FEEDBACK = 35436, 55, 9001, 9002


class ZendeskSidebar:
    """Opens the app on a ticket."""

    vendor = "zendesk"

    def __init__(self, context, sdk: str, *, composer: str = "text") -> None:
        self.files = zendesk_files()
        self.served: dict[str, int] = {}
        self._sdk = sdk
        self._context = context
        self._composer = composer
        """Which one the workspace has: one that takes text, a rich one that takes HTML, or none."""
        self.delays_writes = False
        self.late: list[Any] = []
        """Writes that were not answered yet, where they are delayed."""
        self.asked: list[str] = []
        self._stage = Stage()
        self._writes: list[str] = []
        self._complaints: list[str] = []

    def open(self, stage: Stage, *, wait: bool = True, clock: bool = False) -> Opened:
        """Open the app on a ticket; with `clock` its time goes on only when the test says so."""
        self._stage = stage
        user = {
            "id": int(USER["zendesk"]),
            "locale": stage.locale,
            "timeZone": {"ianaName": stage.time_zone},
            "role": "agent",
        }
        page = self._context.new_page()
        page.set_viewport_size(
            {"width": 640, "height": 1800}
        )  # as high as the longest sidebar, so that pictures are whole
        page.on("console", lambda said: self._complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self._complaints.append(str(error)))
        set_up = {
            "user": user,
            "dark": stage.dark,
            "width": stage.width,
            "ticketId": TICKET,
            "composer": self._composer,
        }
        page.add_init_script(f"window.STAGE = {json.dumps(set_up)};")
        if clock:
            page.clock.install(time=stage.now)
        else:
            page.add_init_script(clock_script(stage.now))
        page.route("**/*", self._answer)
        page.goto(f"{WORKSPACE}/agent/tickets/{TICKET}")
        frame = page.frame_locator("#app")
        opened = Opened(self, page, frame.locator("[data-sidelight]"), self._writes, self._complaints)
        if wait:
            opened.wait()
        return opened

    def frame_of(self, page):
        return page.frame(url=f"{APP}/**")

    def settle(self, page) -> None:
        """Wait until the frame is as high as its content: what a click is aimed at moves until then."""
        wait_until(self.frame_of(page), "document.documentElement.scrollHeight <= innerHeight")

    def place(self, page):
        """What a picture is taken of."""
        return page.locator("#app")

    def change(self, page, **changes: Any) -> None:
        """Change the ticket, and tell the app as the workspace does."""
        self._stage = self._stage.but(**changes)
        page.evaluate("tell('ticket.updated', {})")

    def change_silently(self, **changes: Any) -> None:
        self._stage = self._stage.but(**changes)

    def go_dark(self, page) -> None:
        page.evaluate("document.body.className = 'dark'; tell('colorScheme.changed', 'dark')")

    def _answer(self, route) -> None:
        url = route.request.url
        if url == SDK:
            route.fulfill(body=self._sdk, content_type="text/javascript")
        elif url.startswith(f"{APP}/"):
            self._file(route, url.removeprefix(f"{APP}/").split("?")[0])
        elif url.startswith(f"{WORKSPACE}/api/v2/"):
            self._api(route, url.removeprefix(f"{WORKSPACE}/api/v2/").split("?")[0])
        elif url == f"{WORKSPACE}/agent/tickets/{TICKET}":
            route.fulfill(body=HOST.read_text(encoding="utf-8"), content_type="text/html")
        else:
            self._complaints.append(f"asked for {url}")
            route.abort()

    def _file(self, route, path: str) -> None:
        content = self.files.get(path)
        if content is None:
            self._complaints.append(f"the package has no {path}")
            route.fulfill(status=404)
            return
        self.served[path] = len(content)
        route.fulfill(body=content, content_type=mimetypes.guess_type(path)[0])

    def _api(self, route, path: str) -> None:
        stage = self._stage
        self.asked.append(f"{route.request.method} {path}")
        if stage.access == "held":
            return
        if stage.access in REFUSALS and (stage.access != "gone" or path.startswith("tickets/")):
            route.fulfill(status=REFUSALS[stage.access], json={"error": stage.access})
            return
        if path == "ticket_fields.json":
            route.fulfill(json={"ticket_fields": self._fields()})
        elif path == f"tickets/{TICKET}/comments.json":
            route.fulfill(json={"comments": _comments(stage)})
        elif route.request.method == "PUT" and self.delays_writes:
            self.late.append(route)
        elif route.request.method == "PUT":
            self._put(route)
        else:
            route.fulfill(json={"ticket": _ticket(stage)})

    def _fields(self) -> list[dict[str, Any]]:
        ours = [] if self._stage.access == "missing" else [(ANNOTATION, "annotation"), (FEEDBACK, "feedback")]
        row = {"title": "Renamed", "active": True}
        others = {**row, "id": 1, "description": "What it is about"}
        return [
            others,
            *(
                {"id": i, "title": "Renamed", "description": f"Ours. [sidelight:{name}]", "active": True}
                for i, name in ours
            ),
        ]

    def answer_late(self) -> None:
        """Answer the writes that were delayed."""
        self.delays_writes = False
        while self.late:
            self._put(self.late.pop(0))

    def _put(self, route) -> None:
        sent = json.loads(route.request.post_data)["ticket"]
        if self._stage.refuses_writes:
            refused = self._stage.refuses_writes
            if refused == 409:
                self._stage = self._stage.but(refuses_writes=0)
            route.fulfill(status=refused, json={"error": "refused"})
            return
        (field,) = sent["custom_fields"]
        assert set(sent) == {"custom_fields", "safe_update", "updated_stamp"}
        assert field["id"] == FEEDBACK
        assert sent["updated_stamp"] == stamp(self._stage.changed_at)
        self._writes.append(field["value"])
        self._stage = self._stage.but(feedback=field["value"], changed_at=self._stage.now)
        route.fulfill(json={"ticket": _ticket(self._stage)})


def _ticket(stage: Stage) -> dict[str, Any]:
    fields = [{"id": ANNOTATION, "value": stage.annotation or None}, {"id": FEEDBACK, "value": stage.feedback or None}]
    return {
        "id": TICKET,
        "status": "closed" if stage.closed else "open",
        "requester_id": REQUESTER,
        "created_at": stamp(stage.created_at),
        "updated_at": stamp(stage.changed_at),
        "custom_fields": fields,
    }


def _comments(stage: Stage) -> list[dict[str, Any]]:
    later = stamp(stage.changed_at)
    return [
        {"id": 3, "author_id": 8, "public": False, "created_at": later},
        {"id": 2, "author_id": 8, "public": True, "created_at": later},
        {"id": 1, "author_id": REQUESTER, "public": True, "created_at": stamp(stage.customer_at)},
    ]
