"""Endpoints for tickets: reading, changing, tags, batches, deleting and merging."""

from collections.abc import Sequence
from typing import Any

import flask

from sandbox.zendesk.answers import answer, asked_ids, asked_includes, nothing, sent_json, sent_object
from sandbox.zendesk.auth import caller, need_admin
from sandbox.zendesk.errors import bad_request, not_found, too_many_values
from sandbox.zendesk.jobs import Jobs
from sandbox.zendesk.lifecycle import create_ticket, delete_ticket, forget_ticket, merge_ticket, restore_ticket
from sandbox.zendesk.pages import page
from sandbox.zendesk.render import show_ticket
from sandbox.zendesk.rows import Ticket
from sandbox.zendesk.sideloads import add_to_ticket, show_metrics, ticket_sideloads
from sandbox.zendesk.state import Account
from sandbox.zendesk.tagging import clean_tags
from sandbox.zendesk.text import iso
from sandbox.zendesk.trail import show_audit
from sandbox.zendesk.updates import apply_update, unknown_keys

MANY = 100


def tickets_blueprint(account: Account, jobs: Jobs) -> flask.Blueprint:
    """Return the endpoints for tickets."""
    tickets = flask.Blueprint("tickets", __name__, url_prefix="/api/v2")
    _add_reading(tickets, account)
    _add_writing(tickets, account)
    _add_deleted(tickets, account, jobs)
    _add_batches(tickets, account, jobs)
    _add_tags(tickets, account)
    _add_lists(tickets, account)
    return tickets


def _shown(account: Account, ticket: Ticket) -> dict[str, Any]:
    return add_to_ticket(account, ticket, show_ticket(account, ticket), asked_includes())


def _listed(account: Account, rows: Sequence[Ticket], *, name: str = "tickets") -> dict[str, Any]:
    body = page(rows, name, lambda t: _shown(account, t), account.options.address)
    return body | ticket_sideloads(account, [account.tickets[row["id"]] for row in body[name]], asked_includes())


def _add_reading(tickets: flask.Blueprint, account: Account) -> None:
    @tickets.get("/tickets/<int:ticket_id>")
    def show(ticket_id: int) -> flask.Response:
        ticket = account.ticket(ticket_id)
        added = ticket_sideloads(account, [ticket], asked_includes())
        return answer({"ticket": _shown(account, ticket)} | added)

    @tickets.get("/tickets/show_many")
    def show_many() -> flask.Response:
        # ids that do not exist, or are deleted, are left out without a word
        ids = asked_ids(MANY)
        rows = [account.tickets[i] for i in ids if i in account.tickets and not account.tickets[i].deleted]
        body = {"tickets": [_shown(account, t) for t in rows], "next_page": None, "previous_page": None}
        return answer(body | {"count": len(rows)} | ticket_sideloads(account, rows, asked_includes()))

    @tickets.get("/tickets/<int:ticket_id>/metrics")
    def metrics(ticket_id: int) -> flask.Response:
        return answer({"ticket_metric": show_metrics(account, account.ticket(ticket_id))})

    @tickets.get("/tickets/<int:ticket_id>/related")
    def related(ticket_id: int) -> flask.Response:
        ticket = account.ticket(ticket_id)
        return answer(
            {
                "topic_id": None,
                "jira_issue_ids": [],
                "followup_source_ids": [str(i) for i in ticket.followup_ids],
                "from_archive": False,
                "incidents": len(account.incidents(ticket.id)),
                "url": f"{account.options.address}/api/v2/tickets/{ticket.id}.json",
            }
        )


def _add_writing(tickets: flask.Blueprint, account: Account) -> None:
    @tickets.put("/tickets/<int:ticket_id>")
    def update(ticket_id: int) -> flask.Response:
        changes = sent_object("ticket")
        ticket = account.ticket(ticket_id)
        audit = apply_update(account, ticket, changes, caller().user.id, caller().channel)
        told = answer({"ticket": show_ticket(account, ticket), "audit": show_audit(account, audit)})
        if dropped := unknown_keys(changes):
            told.headers["x-zendesk-api-warn"] = f"Removed restricted keys {dropped} from parameters"
        return told

    @tickets.post("/tickets")
    def create() -> flask.Response:
        ticket, audit = create_ticket(account, sent_object("ticket"), caller().user.id, caller().channel)
        told = answer({"ticket": show_ticket(account, ticket), "audit": show_audit(account, audit)}, 201)
        told.headers["Location"] = f"{account.options.address}/api/v2/tickets/{ticket.id}.json"
        return told

    @tickets.delete("/tickets/<int:ticket_id>")
    def delete(ticket_id: int) -> flask.Response:
        need_admin()
        delete_ticket(account, account.ticket(ticket_id), caller().user.id)
        return nothing()


def _add_deleted(tickets: flask.Blueprint, account: Account, jobs: Jobs) -> None:
    @tickets.delete("/deleted_tickets/<int:ticket_id>")
    def forget(ticket_id: int) -> flask.Response:
        need_admin()
        ticket = account.ticket(ticket_id, deleted=True)
        if not ticket.deleted or ticket.forgotten:
            raise not_found()
        actor_id = caller().user.id
        job = jobs.run_each(
            "Permanently Delete Tickets", "delete", [ticket_id], lambda _: forget_ticket(account, ticket, actor_id)
        )
        return answer({"job_status": jobs.show(job)})

    @tickets.get("/deleted_tickets")
    def deleted() -> flask.Response:
        need_admin()

        def gone(ticket: Ticket) -> dict[str, Any]:
            actor = {"id": ticket.deleted_by, "name": account.author_name(ticket.deleted_by)}
            return {
                "id": ticket.id,
                "subject": ticket.subject,
                "description": ticket.description,
                "actor": actor,
                "deleted_at": iso(ticket.updated_at),
                "previous_state": ticket.status,
            }

        rows = [t for t in account.tickets.kept.values() if t.deleted and not t.forgotten]
        return answer(page(rows, "deleted_tickets", gone, account.options.address))

    @tickets.put("/deleted_tickets/<int:ticket_id>/restore")
    def restore(ticket_id: int) -> flask.Response:
        need_admin()
        ticket = account.ticket(ticket_id, deleted=True)
        if not ticket.deleted or ticket.forgotten:
            raise not_found()
        restore_ticket(account, ticket, caller().user.id)
        return answer({})


def _add_batches(tickets: flask.Blueprint, account: Account, jobs: Jobs) -> None:
    @tickets.put("/tickets/update_many")
    def update_many() -> flask.Response:
        changes = _batch()
        if len(changes) > MANY:
            raise too_many_values(MANY)
        return answer({"job_status": jobs.show(jobs.update_many(changes, caller().user.id))})

    @tickets.post("/tickets/<int:ticket_id>/merge")
    def merge(ticket_id: int) -> flask.Response:
        given = sent_json()
        target = account.ticket(ticket_id)
        ids = [int(i) for i in given.get("ids") or []]
        if not ids:
            raise bad_request("InvalidRequest", "ids are required")
        actor_id = caller().user.id

        def merge_one(source_id: int) -> None:
            merge_ticket(account, account.ticket(source_id), target, given, actor_id)

        return answer({"job_status": jobs.show(jobs.run_each("Merge Tickets", "merge", ids, merge_one))})

    @tickets.get("/job_statuses/<job_id>")
    def job(job_id: str) -> flask.Response:
        if job_id not in account.jobs:
            raise not_found()
        return answer({"job_status": jobs.show(account.jobs[job_id])})

    @tickets.get("/job_statuses")
    def list_jobs() -> flask.Response:
        return answer(page(list(account.jobs.values()), "job_statuses", jobs.show, account.options.address))

    @tickets.get("/job_statuses/show_many")
    def show_many_jobs() -> flask.Response:
        ids = flask.request.args.get("ids", "").split(",")
        return answer({"job_statuses": [jobs.show(account.jobs[i]) for i in ids if i in account.jobs]})


def _batch() -> list[tuple[int, dict[str, Any]]]:
    """Return (ticket id, changes) of a batch: the same changes for `ids`, or each ticket its own."""
    body = sent_json()
    if "ids" in flask.request.args:
        ids = asked_ids(MANY)
        changes = body.get("ticket")
        if not isinstance(changes, dict):
            raise bad_request("RecordValidationError", "Parameter ticket is required")
        return [(ticket_id, changes) for ticket_id in ids]
    rows = body.get("tickets")
    if not isinstance(rows, list) or not rows:
        raise bad_request("RecordValidationError", "Parameter tickets is required")
    if not all(isinstance(row, dict) and str(row.get("id", "")).isdigit() for row in rows):
        raise bad_request("RecordValidationError", "Each ticket needs an id")
    return [(int(row["id"]), row) for row in rows]


def _add_tags(tickets: flask.Blueprint, account: Account) -> None:
    @tickets.get("/tickets/<int:ticket_id>/tags")
    def show_tags(ticket_id: int) -> flask.Response:
        return answer({"tags": account.ticket(ticket_id).tags})

    @tickets.route("/tickets/<int:ticket_id>/tags", methods=["PUT", "POST", "DELETE"])
    def change_tags(ticket_id: int) -> flask.Response:
        # PUT adds, POST replaces, DELETE removes what its body names
        key = {"PUT": "additional_tags", "POST": "tags", "DELETE": "remove_tags"}[flask.request.method]
        body = sent_json()
        named = body.get("tags") if "tags" in body else flask.request.args.get("tags", "")
        changes = {key: clean_tags(named)}
        changes |= {name: body[name] for name in ("safe_update", "updated_stamp") if name in body}
        ticket = account.ticket(ticket_id)
        apply_update(account, ticket, changes, caller().user.id, caller().channel)
        return answer({"tags": ticket.tags}, 201 if flask.request.method == "POST" else 200)


def _add_lists(tickets: flask.Blueprint, account: Account) -> None:
    @tickets.get("/tickets")
    def list_all() -> flask.Response:
        return answer(_listed(account, [t for t in account.tickets.values() if not t.deleted]))

    @tickets.get("/tickets/count")
    def count() -> flask.Response:
        number = sum(not t.deleted for t in account.tickets.values())
        return answer({"count": {"value": number, "refreshed_at": iso(account.now())}})

    @tickets.get("/problems")
    def problems() -> flask.Response:
        rows = [t for t in account.tickets.values() if t.type == "problem" and not t.deleted]
        return answer(_listed(account, rows))

    @tickets.get("/tickets/<int:ticket_id>/incidents")
    def incidents(ticket_id: int) -> flask.Response:
        return answer(_listed(account, account.incidents(account.ticket(ticket_id).id)))

    @tickets.get("/users/<int:user_id>/tickets/requested")
    def requested(user_id: int) -> flask.Response:
        rows = [t for t in account.tickets.values() if t.requester_id == user_id and not t.deleted]
        return answer(_listed(account, rows))
