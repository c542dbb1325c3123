"""The agent's page as a Flask blueprint; both loopback helpdesks mount it under /agent."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from flask import Blueprint, Response, jsonify, make_response, render_template, request, url_for

from sandbox.desk import Desk, DeskTicket
from sandbox.desk.app_files import FRAME, SCRIPT, STYLE, frame_origin, send_file
from sandbox.desk.listing import Listing
from sandbox.desk.policy import PAGE, page_with_frame, page_with_script
from sandbox.desk.sessions import AgentSessions, is_same_origin
from sandbox.desk.shapes import Shape, ticket_shape
from sandbox.desk.wording import WORDINGS, company_name

POLL_MS = 400
LONGEST_REPLY = 65_536
"""Characters."""

_LARGEST_BODY = 1_000_000
"""Bytes: the longest reply, each character escaped in JSON, and its wrapping."""

_OTHER_SITE = "This came from another site; write from the helpdesk's own page."
_ICONS = {"zendesk": "#03363d", "salesforce": "#0176d3"}

Answer = Response | tuple[Response | str, int]


def desk_blueprint(
    desk: Desk,
    other: str | None = None,
    app: Mapping[str, bytes] | None = None,
    *,
    sessions: AgentSessions | None = None,
    vendors_sdk: bool = False,
) -> Blueprint:
    """
    Return the agent's page of one loopback helpdesk.

    Args:
        desk: What it shows.
        other: Address of the other helpdesk's page, for the link in the header; only http(s) is taken.
        app: Files of the sidebar app by path: for Zendesk the app's package, with `assets/iframe.html`; for Salesforce
            `sidelight.js`, which sets `mountSidelight`, and `sidelight.css`. Without one the panel says so.
        sessions: Sign-ins that the helpdesk's API takes too.
        vendors_sdk: Whether the app's frame asks the vendor's server for its SDK, instead of taking ours.
    """
    page = Blueprint(
        "desk",
        __name__,
        url_prefix="/agent",
        static_folder="static",
        static_url_path="/static",
        template_folder="templates",
    )
    known_other = other if urlsplit(other or "").scheme in ("http", "https") else None
    pages = _Pages(desk, known_other, app or {}, sessions or AgentSessions(), vendors_sdk=vendors_sdk)
    page.add_url_rule("/", "list", pages.show_list)
    page.add_url_rule("/version", "version", pages.version)
    page.add_url_rule("/tickets.json", "list_json", pages.list_json)
    page.add_url_rule("/tickets/<ticket_id>", "ticket", pages.show_ticket)
    page.add_url_rule("/tickets/<ticket_id>.json", "ticket_json", pages.ticket_json)
    page.add_url_rule("/tickets/<ticket_id>/reply", "reply", pages.reply, methods=["POST"])
    page.add_url_rule("/tickets/<ticket_id>/agent-reply", "agent_reply", pages.agent_reply, methods=["POST"])
    page.add_url_rule("/app/<path:name>", "app_file", pages.app_file)
    page.add_url_rule("/icon.svg", "icon", pages.icon)
    page.add_url_rule("/<path:rest>", "missing", pages.missing)
    page.after_request(_guard)
    return page


class _Pages:
    def __init__(
        self, desk: Desk, other: str | None, app: Mapping[str, bytes], sessions: AgentSessions, *, vendors_sdk: bool
    ) -> None:
        self._desk = desk
        self._other = other
        self._app = app
        self._sessions = sessions
        self._vendors_sdk = vendors_sdk
        self._wording = WORDINGS[desk.vendor]
        self._listing = Listing(desk)

    def show_list(self) -> Response:
        return self._signed_in(self._render("list.html", first=self._listing.changes(None)))

    def list_json(self) -> Response:
        known = request.args.get("boot") == self._listing.boot
        return jsonify(self._listing.changes(request.args.get("since", type=int) if known else None))

    def version(self) -> Response:
        return jsonify(self._listing.summary())

    def show_ticket(self, ticket_id: str) -> Answer:
        summary = self._listing.summary()
        try:
            ticket = self._desk.read_ticket(ticket_id)
        except KeyError:
            return self.missing(f"tickets/{ticket_id}")
        first = {**summary, "etag": self._tag(ticket), "ticket": ticket_shape(ticket, self._wording)}
        first["agent"] = asdict(self._desk.agent())
        is_framed = self._desk.vendor == "zendesk"
        frame = frame_origin() if is_framed and FRAME in self._app else None
        script = SCRIPT if not is_framed and SCRIPT in self._app else None
        style = STYLE if script and STYLE in self._app else None
        answer = self._signed_in(self._render("ticket.html", first=first, frame=frame, script=script, style=style))
        if frame is not None:
            answer.headers["Content-Security-Policy"] = page_with_frame(frame)
        elif script is not None:
            answer.headers["Content-Security-Policy"] = page_with_script()
        return answer

    def app_file(self, name: str) -> Answer:
        sdk = None if self._vendors_sdk else url_for(".static", filename="zaf_client.js")
        return send_file(self._app, name, sdk) or self.missing(f"app/{name}")

    def _signed_in(self, body: str) -> Response:
        answer = make_response(body)
        self._sessions.open(answer)
        return answer

    def ticket_json(self, ticket_id: str) -> Answer:
        summary = self._listing.summary()
        try:
            ticket = self._desk.read_ticket(ticket_id)
        except KeyError:
            return _refusal(HTTPStatus.NOT_FOUND, f"There is no {self._wording.one} {ticket_id}.")
        tag = self._tag(ticket)
        if request.headers.get("If-None-Match") == tag:
            return Response(status=HTTPStatus.NOT_MODIFIED, headers={"ETag": tag})
        answer = jsonify({**summary, "ticket": ticket_shape(ticket, self._wording)})
        answer.headers["ETag"] = tag
        return answer

    def reply(self, ticket_id: str) -> Answer:
        if not is_same_origin():
            return _refusal(HTTPStatus.FORBIDDEN, _OTHER_SITE)
        return self._write(ticket_id, self._desk.reply_as_customer)

    def agent_reply(self, ticket_id: str) -> Answer:
        if not self._sessions.is_open():
            return _refusal(HTTPStatus.FORBIDDEN, _OTHER_SITE)
        return self._write(ticket_id, self._desk.reply_as_agent)

    def _write(self, ticket_id: str, write: Callable[[str, str], None]) -> Answer:
        request.max_content_length = _LARGEST_BODY
        body = request.get_json(silent=True)
        text = body.get("text") if isinstance(body, dict) else None
        if not isinstance(text, str):
            return _refusal(HTTPStatus.BAD_REQUEST, 'Send JSON: {"text": "…"}.')
        text = text.replace("\r\n", "\n").strip()
        if not text:
            return _refusal(HTTPStatus.BAD_REQUEST, "Write something first.")
        if len(text) > LONGEST_REPLY:
            too_long = f"That is {len(text):,} characters; at most {LONGEST_REPLY:,} fit."
            return _refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, too_long)
        try:
            write(ticket_id, text)
        except KeyError:
            return self._nobody(ticket_id)
        except ValueError as error:
            return _refusal(HTTPStatus.CONFLICT, str(error))
        return jsonify({"version": self._desk.version()}), HTTPStatus.CREATED

    def _nobody(self, ticket_id: str) -> Answer:
        """Say why nobody can write: the ticket is not there, or it is and has no customer."""
        try:
            self._desk.read_ticket(ticket_id)
        except KeyError:
            return _refusal(HTTPStatus.NOT_FOUND, f"There is no {self._wording.one} {ticket_id}.")
        return _refusal(HTTPStatus.CONFLICT, f"This {self._wording.one} has no customer who could write.")

    def icon(self) -> Response:
        shape = '<rect width="32" height="32" rx="7" fill="{}"/><path d="M9 10h14M9 16h14M9 22h8" {}/>'
        stroke = 'stroke="#fff" stroke-width="3" stroke-linecap="round"'
        drawn = shape.format(_ICONS[self._desk.vendor], stroke)
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{drawn}</svg>'
        return Response(svg, mimetype="image/svg+xml")

    def missing(self, rest: str) -> tuple[str, int]:
        return self._render("missing.html", asked=rest, first=self._listing.summary()), HTTPStatus.NOT_FOUND

    def _tag(self, ticket: DeskTicket) -> str:
        # texts keep their hash, so this costs little even where a conversation is megabytes long
        return f'"{self._listing.boot}-{hash(ticket) & 0xFFFFFFFFFFFFFFFF:x}"'

    def _render(self, template: str, *, first: Shape, **more: Any) -> str:
        others = [key for key in WORDINGS if key != self._desk.vendor]
        return render_template(
            f"desk/{template}",
            vendor=self._desk.vendor,
            company=company_name(self._desk.company),
            account=self._desk.company,
            words=self._wording,
            other=self._other,
            other_words=WORDINGS[others[0]],
            first=first,
            now=self._desk.now().isoformat(),
            poll_ms=POLL_MS,
            longest_reply=LONGEST_REPLY,
            **more,
        )


def _refusal(status: HTTPStatus, says: str) -> tuple[Response, int]:
    return jsonify({"error": says}), status


def _guard(answer: Response) -> Response:
    if request.endpoint == "desk.app_file" and answer.status_code == HTTPStatus.OK:
        return answer  # another's page, with a policy of its own
    answer.headers.setdefault("Content-Security-Policy", PAGE)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Referrer-Policy"] = "same-origin"
    answer.headers.setdefault("Cache-Control", "no-store")
    # files are small, and whoever mounts the page may look at every answer's body
    answer.direct_passthrough = False
    return answer
