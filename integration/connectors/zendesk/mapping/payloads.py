"""
What a Write looks like in Zendesk's own words; pure.

Only fields of ours and a private note are ever in it. Tags are never sent: a multi-select and a drop-down carry theirs.
"""

from collections.abc import Iterable
from typing import Any

from integration.connectors.zendesk.fields import FieldIds, flag_value, frustration_value
from integration.model import Note, Write


def single_payload(write: Write, fields: FieldIds) -> dict[str, Any]:
    """Return the body of `PUT /tickets/{id}`; a permanent ConnectorError names a field that the account lacks."""
    return {"ticket": _ticket(write, fields)}


def batch_payload(writes: Iterable[Write], fields: FieldIds) -> dict[str, Any]:
    """Return the body of `PUT /tickets/update_many`, which takes at most 100."""
    return {"tickets": [{"id": int(write.ticket.id), **_ticket(write, fields)} for write in writes]}


def _ticket(write: Write, fields: FieldIds) -> dict[str, Any]:
    ticket: dict[str, Any] = {"custom_fields": _field_values(write, fields)}
    if write.note is not None:
        ticket["comment"] = _private_comment(write.note)
    if write.stamp is not None:
        ticket["safe_update"] = True
        ticket["updated_stamp"] = write.stamp
    return ticket


def _private_comment(note: Note) -> dict[str, Any]:
    """Return the one kind of comment that Sidelight can write: `public` is a literal here, and nowhere an argument."""
    return {"html_body": note.html, "public": False}


def _field_values(write: Write, fields: FieldIds) -> list[dict[str, Any]]:
    values = write.fields
    by_name = {
        "headline": values.headline,
        "flags": [flag_value(flag) for flag in values.flags],
        "contacts": values.contacts,
        "frustration": None if values.frustration is None else frustration_value(values.frustration),
        "effort": values.effort,
        "promise_due": None if values.promise_due is None else values.promise_due.isoformat(),
        "annotation": values.annotation,
    }
    return [{"id": fields.require(name), "value": value} for name, value in by_name.items() if name in values.written]
