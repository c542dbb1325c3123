"""The Lightning component, compiled with its real base components, on a clean Case page that answers as an org."""

import json
from typing import Any

from demo.sidebars import salesforce_app
from tests.browser.opened import Opened, clock_script
from tests.browser.stage import USER, Stage, stamp

ORG = "https://acme.lightning.force.com"
CASE = "5005g00000Case1AAA"
API = "/services/data/v63.0/ui-api"
FEEDBACK = "Sidelight_Feedback__c"
RIGHT_TO_LEFT = ("he", "ar")

_PAGE = """<!doctype html><html lang="en" dir="{dir}" class="{scheme}"><meta charset="utf-8"><title>Case</title>
<link rel="stylesheet" href="/sidelight.css">
<style>body {{ margin: 0; background: #fff; }} .slds-color-scheme--dark body {{ background: #1b1b1d; }}
h1 {{ position: absolute; clip-path: inset(50%); }} main {{ width: {width}px; }}</style>
<main><h1>Case</h1><div id="place"></div></main>
<script src="/sidelight.js"></script><script src="/mount.js"></script></html>"""
_MOUNT = """window.opened = [];
window.mounted = mountSidelight(document.getElementById('place'), { ...SETUP, navigate: (id) => opened.push(id) });"""


class SalesforceSidebar:
    """Opens the component on a Case."""

    vendor = "salesforce"

    def __init__(self, context) -> None:
        self.files = salesforce_app()
        self._context = context
        self._stage = Stage()
        self._writes: list[str] = []
        self._complaints: list[str] = []
        self.delays_writes = False
        self.late: list[Any] = []
        """Writes that were not answered yet, where they are delayed."""
        self.asked: list[str] = []

    def open(self, stage: Stage, *, wait: bool = True, clock: bool = False) -> Opened:
        """Open the component on a Case; with `clock` its time goes on only when the test says so."""
        self._stage = stage
        page = self._context.new_page()
        page.set_viewport_size({"width": max(stage.width, 320), "height": 900})
        page.on("console", lambda said: self._complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self._complaints.append(str(error)))
        set_up = {
            "recordId": CASE,
            "userId": USER["salesforce"],
            "locale": stage.locale,
            "timeZone": stage.time_zone,
            "dir": _direction(stage),
        }
        page.add_init_script(f"window.SETUP = {json.dumps(set_up)};")
        if clock:
            page.clock.install(time=stage.now)
        else:
            page.add_init_script(clock_script(stage.now))
        page.route("**/*", self._answer)
        page.goto(f"{ORG}/lightning/r/Case/{CASE}/view")
        opened = Opened(self, page, page.locator("[data-sidelight]"), self._writes, self._complaints)
        if wait:
            opened.wait()
        return opened

    def frame_of(self, page):
        return page.main_frame

    def settle(self, page) -> None:
        """Nothing moves here: the component stands in the page itself."""

    def place(self, page):
        """What a picture is taken of."""
        return page.locator("main")

    def change(self, page, **changes: Any) -> None:
        """Change the Case, and tell the component as Lightning Data Service does."""
        self._stage = self._stage.but(**changes)
        page.evaluate(f"mounted.recordChanged('{CASE}')")

    def change_silently(self, **changes: Any) -> None:
        self._stage = self._stage.but(**changes)

    def go_dark(self, page) -> None:
        page.evaluate("document.documentElement.className = 'slds-color-scheme--dark'")

    def _answer(self, route) -> None:
        url = route.request.url.removeprefix(ORG)
        path = url.split("?")[0]
        kinds = {"/sidelight.js": "text/javascript", "/sidelight.css": "text/css"}
        if path in kinds:
            route.fulfill(body=self.files[path[1:]], content_type=kinds[path])
        elif path == "/mount.js":
            route.fulfill(body=_MOUNT, content_type="text/javascript")
        elif path == f"/lightning/r/Case/{CASE}/view":
            scheme = "slds-color-scheme--dark" if self._stage.dark else ""
            page = _PAGE.format(dir=_direction(self._stage), scheme=scheme, width=self._stage.width)
            route.fulfill(body=page, content_type="text/html")
        elif path.startswith(API):
            self._api(route, path.removeprefix(API))
        else:
            self._complaints.append(f"asked for {url}")
            route.abort()

    def _api(self, route, path: str) -> None:
        access = self._stage.access
        self.asked.append(f"{route.request.method} {path}")
        if access == "held":
            return
        if access == "denied":
            _refuse(route, 403, "INSUFFICIENT_ACCESS", "You do not have access to this record.")
        elif access == "gone":
            _refuse(route, 404, "NOT_FOUND", "The requested resource does not exist")
        elif access == "failed":
            _refuse(route, 500, "UNKNOWN_EXCEPTION", "An unexpected error occurred.")
        elif path == f"/related-list-records/{CASE}/EmailMessages":
            heard = self._stage.customer_at
            mail = {"Incoming": {"value": True}, "MessageDate": _value(_moment(heard))}
            sent = {"Incoming": {"value": False}, "MessageDate": _value(_moment(self._stage.changed_at))}
            route.fulfill(json={"records": [{"apiName": "EmailMessage", "fields": fields} for fields in (sent, mail)]})
        elif route.request.method == "PATCH" and self.delays_writes:
            self.late.append(route)
        elif route.request.method == "PATCH":
            self._patch(route)
        else:
            route.fulfill(json=_record(self._stage))

    def answer_late(self) -> None:
        """Answer the writes that were delayed."""
        self.delays_writes = False
        while self.late:
            self._patch(self.late.pop(0))

    def _patch(self, route) -> None:
        if self._stage.refuses_writes:
            _refuse(route, self._stage.refuses_writes, "CANNOT_UPDATE", "You may not edit this record.")
            return
        sent = json.loads(route.request.post_data)
        assert list(sent["fields"]) == [FEEDBACK]
        text = sent["fields"][FEEDBACK]
        assert len(text) <= 255
        self._writes.append(text)
        self._stage = self._stage.but(feedback=text, changed_at=self._stage.now)
        route.fulfill(json=_record(self._stage))


def _record(stage: Stage) -> dict[str, Any]:
    fields = {
        "IsClosed": _value(stage.closed),
        "CreatedDate": _value(_moment(stage.created_at)),
        "LastModifiedDate": _value(_moment(stage.changed_at)),
    }
    if stage.access != "missing":
        fields["Sidelight_Annotation__c"] = _value(stage.annotation or None)
        fields[FEEDBACK] = _value(stage.feedback or None)
    return {"apiName": "Case", "id": CASE, "fields": fields, "lastModifiedDate": _moment(stage.changed_at)}


def _value(value: Any) -> dict[str, Any]:
    return {"value": value, "displayValue": None}


def _moment(at) -> str:
    return stamp(at).replace("Z", ".000Z")


def _refuse(route, status: int, code: str, message: str) -> None:
    route.fulfill(status=status, json=[{"errorCode": code, "message": message}])


def _direction(stage: Stage) -> str:
    return "rtl" if stage.locale in RIGHT_TO_LEFT else "ltr"
