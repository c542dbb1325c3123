"""Endpoints for ticket fields and their options."""

from typing import Any

import flask

from sandbox.zendesk.answers import answer, asked_ids, nothing, sent_object
from sandbox.zendesk.auth import need_admin
from sandbox.zendesk.errors import not_found, record_invalid
from sandbox.zendesk.pages import page
from sandbox.zendesk.render import show_field
from sandbox.zendesk.rows import Option, TicketField
from sandbox.zendesk.state import Account

TYPES = ("text", "textarea", "checkbox", "date", "integer", "decimal", "regexp", "partialcreditcard", "tagger")
ALL_TYPES = (*TYPES, "multiselect", "lookup")
_PLAIN = ("description", "agent_description", "active", "required", "visible_in_portal", "editable_in_portal", "tag")


def fields_blueprint(account: Account) -> flask.Blueprint:
    """Return the endpoints for ticket fields. Changing them is for admins."""
    fields = flask.Blueprint("fields", __name__, url_prefix="/api/v2")
    _add_reading(fields, account)
    _add_changing(fields, account)
    return fields


def _add_reading(fields: flask.Blueprint, account: Account) -> None:
    def shown(field: TicketField) -> dict[str, Any]:
        return show_field(account, field)

    @fields.get("/ticket_fields")
    def list_fields() -> flask.Response:
        return answer(page(list(account.fields.values()), "ticket_fields", shown, account.options.address))

    @fields.get("/ticket_fields/show_many")
    def show_many() -> flask.Response:
        rows = [account.fields[i] for i in asked_ids() if i in account.fields]
        return answer({"ticket_fields": [shown(field) for field in rows]})

    @fields.get("/ticket_fields/<int:field_id>")
    def show(field_id: int) -> flask.Response:
        return answer({"ticket_field": shown(_field(account, field_id))})

    @fields.get("/ticket_fields/<int:field_id>/options")
    def options(field_id: int) -> flask.Response:
        rows = shown(_field(account, field_id)).get("custom_field_options", [])
        return answer(page(rows, "custom_field_options", dict, account.options.address))


def _add_changing(fields: flask.Blueprint, account: Account) -> None:
    @fields.post("/ticket_fields")
    def create() -> flask.Response:
        need_admin()
        given = sent_object("ticket_field")
        kind, title = given.get("type"), str(given.get("title") or "")
        if kind not in ALL_TYPES:
            raise record_invalid("type", f"Type: {kind} is not a valid field type", "InvalidValue")
        if not title.strip():
            raise record_invalid("title", "Title: cannot be blank", "BlankValue")
        now = account.now()
        field = TicketField(account.next_id(), kind, title, now, now, position=len(account.fields))
        _apply(account, field, given)
        if field.is_tagged and not field.options:
            raise record_invalid("base", "Custom field options: cannot be blank", "BlankValue")
        account.fields[field.id] = field
        account.changed()
        told = answer({"ticket_field": show_field(account, field)}, 201)
        told.headers["Location"] = f"{account.options.address}/api/v2/ticket_fields/{field.id}.json"
        return told

    @fields.put("/ticket_fields/<int:field_id>")
    def update(field_id: int) -> flask.Response:
        need_admin()
        field = _field(account, field_id)
        given = sent_object("ticket_field")
        field.title = str(given.get("title") or field.title)
        _apply(account, field, given)
        field.updated_at = account.now()
        account.changed()
        return answer({"ticket_field": show_field(account, field)})

    @fields.delete("/ticket_fields/<int:field_id>")
    def delete(field_id: int) -> flask.Response:
        need_admin()
        field = _field(account, field_id)
        if not field.removable:
            raise record_invalid("base", "System fields cannot be removed")
        del account.fields[field.id]
        for ticket in account.tickets.kept.values():
            ticket.custom.pop(field.id, None)
        account.changed()
        return nothing()


def _field(account: Account, field_id: int) -> TicketField:
    if field_id not in account.fields:
        raise not_found()
    return account.fields[field_id]


def _apply(account: Account, field: TicketField, given: dict[str, Any]) -> None:
    """Write what the call names. The list of options replaces the old one: what it leaves out is gone."""
    options = given.get("custom_field_options")
    if isinstance(options, list) and field.is_tagged:
        field.options = _options(account, field, options)
    for name in _PLAIN:
        if name in given:
            setattr(field, name, given[name])


def _options(account: Account, field: TicketField, given: list[Any]) -> list[Option]:
    elsewhere = {o.value for other in account.fields.values() if other.id != field.id for o in other.options}
    known = {option.value: option for option in field.options}
    result: dict[str, Option] = {}
    for entry in given:
        name = str(entry.get("name") or "") if isinstance(entry, dict) else ""
        value = str(entry.get("value") or "").lower() if isinstance(entry, dict) else ""
        if not name or not value:
            raise record_invalid("base", "Custom field options: need a name and a value", "BlankValue")
        if value in elsewhere or value in result:
            # a value is a tag, and a tag can belong to one option only
            raise record_invalid("base", f"Custom field options: tag {value} is used already", "DuplicateValue")
        number = known[value].id if value in known else account.next_id()
        result[value] = Option(number, name, value)
    return list(result.values())
