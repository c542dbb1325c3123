"""What an admin, or another user of the org, does beside the API: the Flow, field-level security, locks, merges."""

from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

import flask

from sandbox.salesforce.changes import change_record, delete_record, merge
from sandbox.salesforce.conversation import open_case
from sandbox.salesforce.dml import ANY_RECORD
from sandbox.salesforce.errors import Refusal, answer
from sandbox.salesforce.outbound import Target
from sandbox.salesforce.schema import SObject
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record


def blueprint(org: Org) -> flask.Blueprint:
    """Return the resources, under /control: no vendor has them, and they need no sign-in."""
    pages = flask.Blueprint("admin", __name__, url_prefix="/control")

    for add in (_add_looks, _add_flows, _add_access, _add_acts):
        add(pages, org)
    return pages


def _add_looks(pages: flask.Blueprint, org: Org) -> None:
    @pages.get("/org")
    def show() -> flask.Response:
        with org.lock:
            names = ("requests", "tokens", "assignment_rules_run")
            counts = {name: org.counts[name] for name in names}
            pushed = {"callouts_sent": org.push.sent, "callouts_failed": org.push.failed}
            place = {"organizationId": org.org_id, "runAsId": org.run_as_id, "requests_today": org.requests_today()}
            return answer({**counts, **pushed, **place})

    @pages.get("/assignments")
    def assignments() -> flask.Response:
        with org.lock:
            return answer(list(org.assignments))

    @pages.get("/refusals")
    def refusals() -> flask.Response:
        with org.lock:
            return answer(list(org.refusals))


def _add_access(pages: flask.Blueprint, org: Org) -> None:
    @pages.post("/fls")
    def field_security() -> flask.Response:
        body = flask.request.get_json(force=True)
        with org.lock:
            access = org.agent_access if body.get("who") == "agent" else org.access
            access.hidden |= {name.lower() for name in body.get("hide", [])}
            access.hidden -= {name.lower() for name in body.get("show", [])}
            access.read_only |= {name.lower() for name in body.get("read_only", [])}
            access.modify_all = bool(body.get("modify_all", access.modify_all))
        return answer({"ok": True})

    @pages.post("/locks")
    def locks() -> flask.Response:
        body = flask.request.get_json(force=True)
        with org.lock:
            org.row_locks[str(body.get("id") or ANY_RECORD)] += int(body.get("times", 1))
        return answer({"ok": True})

    @pages.post("/expire")
    def expire() -> flask.Response:
        what = flask.request.get_json(force=True).get("what", "all")
        with org.lock:
            if what in ("sessions", "all"):
                org.sessions.clear()
            if what in ("locators", "all"):
                org.locators.clear()
        return answer({"ok": True})


def _add_acts(pages: flask.Blueprint, org: Org) -> None:
    @pages.post("/change")
    def change() -> flask.Response:
        body = flask.request.get_json(force=True)
        with org.lock:
            return _answered(lambda: _change(org, body["id"], body.get("values", {}), body.get("by"), body.get("at")))

    @pages.post("/case")
    def new_case() -> flask.Response:
        body = flask.request.get_json(force=True)
        with org.lock:
            contacts = org.table("Contact").kept.values()
            contact = next((c for c in contacts if c.get("Email") == body["email"] and not c["IsDeleted"]), None)
            if contact is None:
                return answer({"error": f"there is no contact {body['email']}"}, 404)
            case = open_case(org, contact, body["subject"], body["text"], body.get("origin", "Email"))
        return answer({"id": case["Id"]}, 201)

    @pages.post("/merge")
    def merge_two() -> flask.Response:
        body = flask.request.get_json(force=True)
        with org.lock:
            return _answered(lambda: _merge(org, body["from"], body["into"]))

    @pages.post("/delete")
    def remove() -> flask.Response:
        body = flask.request.get_json(force=True)
        with org.lock:
            return _answered(lambda: _delete(org, body["id"]))


def _add_flows(pages: flask.Blueprint, org: Org) -> None:
    @pages.post("/flow")
    def flow() -> flask.Response:
        body = flask.request.get_json(force=True)
        org.push.configure(body.get("url"), str(body.get("secret") or ""))
        return answer({"ok": True})

    @pages.post("/outbound")
    def outbound() -> flask.Response:
        body = flask.request.get_json(force=True)
        names = {item.name for item in fields(Target)}
        if unknown := set(body) - names:
            return answer({"error": f"unknown {', '.join(sorted(unknown))}; known are {', '.join(sorted(names))}"}, 400)
        wanted = tuple(body.pop("fields", ()))
        org.outbound.configure(Target(**body, fields=wanted) if body.get("url") else None)
        return answer({"ok": True})

    @pages.get("/outbound")
    def outbound_counts() -> flask.Response:
        return answer(org.outbound.show())


def _answered(action: Any) -> flask.Response:
    try:
        action()
    except Refusal as refusal:
        return answer({"error": refusal.message}, 400)
    return answer({"ok": True})


def _found(org: Org, record_id: str) -> tuple[SObject, Record]:
    found = org.find(record_id)
    if found is None:
        raise Refusal("NOT_FOUND", f"there is no {record_id}", status=404)
    return found


def _admin_id(org: Org, name: str | None) -> str:
    users = org.table("User").kept.values()
    return str(next((user["Id"] for user in users if user["Name"] == (name or "Admin User")), org.automated_id))


def _change(org: Org, record_id: str, values: Record, by: str | None, at: str | None) -> None:
    """
    Change a record as the user named `by` does on the page.

    With `at` (ISO 8601) its stamps are set back to then: the change was begun before, and is only now committed.
    """
    sobject, row = _found(org, record_id)
    change_record(org, sobject, row, values, _admin_id(org, by))
    if at is not None:
        moment = datetime.fromisoformat(at).astimezone(UTC).replace(microsecond=0)
        org.change(sobject.name, row, {"LastModifiedDate": moment, "SystemModstamp": moment})


def _merge(org: Org, loser_id: str, winner_id: str) -> None:
    sobject, loser = _found(org, loser_id)
    merge(org, loser, _found(org, winner_id)[1], sobject, _admin_id(org, None))


def _delete(org: Org, record_id: str) -> None:
    sobject, _ = _found(org, record_id)
    delete_record(org, sobject, record_id, _admin_id(org, None))
