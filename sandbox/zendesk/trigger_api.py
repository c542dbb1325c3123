"""Endpoints for triggers and their categories."""

from typing import Any

import flask

from sandbox.zendesk.answers import answer, nothing, sent_object
from sandbox.zendesk.auth import need_admin
from sandbox.zendesk.errors import bad_request, not_found, record_invalid
from sandbox.zendesk.pages import page
from sandbox.zendesk.state import Account
from sandbox.zendesk.text import iso
from sandbox.zendesk.trigger_rows import Category, Trigger
from sandbox.zendesk.triggers import check_trigger

_PLAIN = ("title", "active", "position", "description")


def triggers_blueprint(account: Account) -> flask.Blueprint:
    """Return the endpoints for triggers. Changing them is for admins."""
    triggers = flask.Blueprint("triggers", __name__, url_prefix="/api/v2")
    _add_triggers(triggers, account)
    _add_categories(triggers, account)
    return triggers


def show_trigger(account: Account, trigger: Trigger) -> dict[str, Any]:
    """Return a trigger."""
    return {
        "url": f"{account.options.address}/api/v2/triggers/{trigger.id}.json",
        "id": trigger.id,
        "title": trigger.title,
        "raw_title": trigger.title,
        "active": trigger.active,
        "default": False,
        "position": trigger.position,
        "description": trigger.description,
        "category_id": trigger.category_id,
        "conditions": trigger.conditions,
        "actions": trigger.actions,
        "created_at": iso(trigger.created_at),
        "updated_at": iso(trigger.updated_at),
    }


def _add_triggers(triggers: flask.Blueprint, account: Account) -> None:
    address = account.options.address

    def shown(trigger: Trigger) -> dict[str, Any]:
        return show_trigger(account, trigger)

    def listed(rows: list[Trigger]) -> flask.Response:
        category = flask.request.args.get("category_id")
        return answer(page([t for t in rows if category in (None, t.category_id)], "triggers", shown, address))

    @triggers.get("/triggers")
    def list_triggers() -> flask.Response:
        active = flask.request.args.get("active")
        return listed([t for t in account.triggers.in_order() if active is None or t.active == (active == "true")])

    @triggers.get("/triggers/active")
    def list_active() -> flask.Response:
        return listed([t for t in account.triggers.in_order() if t.active])

    @triggers.get("/triggers/search")
    def search() -> flask.Response:
        words = flask.request.args.get("query", "").lower()
        return listed([t for t in account.triggers.in_order() if words in t.title.lower()])

    @triggers.get("/triggers/<int:trigger_id>")
    def show(trigger_id: int) -> flask.Response:
        return answer({"trigger": shown(_trigger(account, trigger_id))})

    @triggers.post("/triggers")
    def create() -> flask.Response:
        need_admin()
        given, now = sent_object("trigger"), account.now()
        row = Trigger(account.next_id(), "", {"all": [], "any": []}, [], now, now, _category(account, given))
        row.position = len(account.triggers.rows) + 1
        _apply(account, row, given)
        account.triggers.rows[row.id] = row
        return answer({"trigger": shown(row)}, 201)

    @triggers.put("/triggers/<int:trigger_id>")
    def update(trigger_id: int) -> flask.Response:
        need_admin()
        row = _trigger(account, trigger_id)
        _apply(account, row, sent_object("trigger"))
        return answer({"trigger": shown(row)})

    @triggers.delete("/triggers/<int:trigger_id>")
    def delete(trigger_id: int) -> flask.Response:
        need_admin()
        del account.triggers.rows[_trigger(account, trigger_id).id]
        return nothing()


def _trigger(account: Account, trigger_id: int) -> Trigger:
    if trigger_id not in account.triggers.rows:
        raise not_found()
    return account.triggers.rows[trigger_id]


def _category(account: Account, given: dict[str, Any]) -> str:
    wanted = str(given.get("category_id") or next(iter(account.triggers.categories), ""))
    if wanted in account.triggers.categories:
        return wanted
    if given.get("category_id"):
        raise record_invalid("base", "Category: does not exist", "InvalidValue")
    return _add_category(account, "Triggers").id


def _apply(account: Account, row: Trigger, given: dict[str, Any]) -> None:
    """Write what the call names, all of it or nothing. Conditions and actions replace the old ones."""
    conditions, actions = row.conditions, row.actions
    if isinstance(given.get("conditions"), dict):
        conditions = {name: list(given["conditions"].get(name) or []) for name in ("all", "any")}
    if "all" in given or "any" in given:
        conditions = {name: list(given.get(name) or []) for name in ("all", "any")}
    if "actions" in given:
        actions = list(given["actions"] or [])
    if not all(isinstance(one, dict) for one in (*conditions["all"], *conditions["any"], *actions)):
        raise bad_request("RecordValidationError", "Conditions and actions must be objects")
    category = _category(account, given) if given.get("category_id") else row.category_id
    made = Trigger(
        row.id, str(given.get("title", row.title)), conditions, actions, row.created_at, account.now(), category
    )
    check_trigger(made)
    row.conditions, row.actions, row.category_id, row.updated_at = conditions, actions, category, made.updated_at
    for name in _PLAIN:
        if name in given:
            setattr(row, name, given[name])


def _add_category(account: Account, name: str, position: int | None = None) -> Category:
    now, known = account.now(), account.triggers.categories
    row = Category(str(account.next_id()), name, len(known) + 1 if position is None else position, now, now)
    known[row.id] = row
    return row


def _add_categories(triggers: flask.Blueprint, account: Account) -> None:
    known = account.triggers.categories

    def shown(row: Category) -> dict[str, Any]:
        times = {"created_at": iso(row.created_at), "updated_at": iso(row.updated_at)}
        return {"id": row.id, "name": row.name, "position": row.position, **times}

    def found(category_id: str) -> Category:
        if category_id not in known:
            raise not_found()
        return known[category_id]

    @triggers.get("/trigger_categories")
    def list_categories() -> flask.Response:
        rows = sorted(known.values(), key=lambda row: row.position)
        return answer(page(rows, "trigger_categories", shown, account.options.address, cursor_only=True))

    @triggers.post("/trigger_categories")
    def create_category() -> flask.Response:
        need_admin()
        given = sent_object("trigger_category")
        if not str(given.get("name") or "").strip():
            raise record_invalid("name", "Name: cannot be blank", "BlankValue")
        return answer(
            {"trigger_category": shown(_add_category(account, str(given["name"]), given.get("position")))}, 201
        )

    @triggers.get("/trigger_categories/<category_id>")
    def show_category(category_id: str) -> flask.Response:
        return answer({"trigger_category": shown(found(category_id))})

    @triggers.delete("/trigger_categories/<category_id>")
    def delete_category(category_id: str) -> flask.Response:
        need_admin()
        row = found(category_id)
        if any(t.category_id == row.id for t in account.triggers.rows.values()):
            raise record_invalid("base", "Category: has triggers", "InvalidValue")
        del known[row.id]
        return nothing()
