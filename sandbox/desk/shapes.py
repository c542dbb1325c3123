"""The JSON that the page's scripts draw from. Times are ISO 8601 in UTC, to the millisecond."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sandbox.desk import DeskComment, DeskField, DeskTicket
from sandbox.desk.note_html import note_html
from sandbox.desk.sidelight_fields import Value, mood_word, part_of, read_flags, read_sidelight
from sandbox.desk.wording import Wording, channel_name, status_kind

Shape = dict[str, Any]

_LONG_TEXT = 400
"""Characters from which a form shows a text folded to one line."""


def iso(moment: datetime) -> str:
    """Return a moment as text that sorts by time."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def row_shape(ticket: DeskTicket) -> Shape:
    """Return one line of the list."""
    shown = read_sidelight(ticket.fields)
    return {
        "id": ticket.id,
        "number": ticket.number,
        "subject": ticket.subject,
        "status": _status(ticket.status),
        "requester": ticket.requester,
        "updated_at": iso(ticket.updated_at),
        "headline": shown.headline,
        "flags": [asdict(flag) for flag in shown.flags],
    }


def ticket_shape(ticket: DeskTicket, wording: Wording) -> Shape:
    """Return one ticket with its form and its conversation."""
    return {
        "id": ticket.id,
        "number": ticket.number,
        "subject": ticket.subject,
        "status": _status(ticket.status),
        "channel": channel_name(ticket.channel),
        "requester": ticket.requester,
        "form": _form(ticket, wording),
        "comments": [_comment(comment) for comment in ticket.conversation],
    }


def _status(status: str) -> Shape:
    kind = status_kind(status)
    label = status if status != status.lower() else {"hold": "On-hold"}.get(kind, status.capitalize())
    return {"label": label, "kind": kind, "done": kind in ("solved", "closed")}


def _form(ticket: DeskTicket, wording: Wording) -> list[Shape]:
    # a rating is on the form only once there is one, as in both products
    shown = [(key, title) for key, title in wording.form if key != "satisfaction" or ticket.satisfaction]
    own = [{"key": key, "title": title, **_own_field(ticket, key)} for key, title in shown]
    return own + [_custom_field(field) for field in ticket.fields]


def _own_field(ticket: DeskTicket, key: str) -> Shape:
    if key == "requester":
        return {"kind": "person", "value": ticket.requester, "contact": ticket.requester_contact}
    if key == "assignee":
        return {"kind": "text", "value": " / ".join(filter(None, (ticket.group, ticket.assignee))) or None}
    if key == "status":
        return {"kind": "text", "value": _status(ticket.status)["label"]}
    if key == "channel":
        return {"kind": "text", "value": channel_name(ticket.channel) or None}
    if key == "tags":
        return {"kind": "tags", "value": list(ticket.tags)}
    value = getattr(ticket, key)
    if isinstance(value, datetime):
        return {"kind": "time", "value": iso(value)}
    return {"kind": "text", "value": value[:1].upper() + value[1:] if value else None}


def _custom_field(field: DeskField) -> Shape:
    part, value = part_of(field), field.value
    shape: Shape = {"key": f"field:{field.key}", "title": field.title, "ours": part}
    if part == "flags":
        return shape | {"kind": "flags", "value": [asdict(flag) for flag in read_flags(value)]}
    if isinstance(value, str) and (part == "annotation" or len(value) > _LONG_TEXT):
        name = "annotation" if part == "annotation" else "text"
        return shape | {"kind": "long", "value": value, "name": name, "size_bytes": len(value.encode())}
    if part == "promise":
        return shape | {"kind": "date", "value": read_sidelight((field,)).promise_due}
    if part == "frustration":
        level = read_sidelight((field,)).frustration
        return shape | {"kind": "text", "value": _plain(value) if level is None else mood_word(level)}
    return shape | {"kind": "text", "value": _plain(value)}


def _plain(value: Value) -> str | None:
    if isinstance(value, tuple):
        return ", ".join(value) or None
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return None if value is None or value == "" else str(value)


def _comment(comment: DeskComment) -> Shape:
    return {
        "id": comment.id,
        "at": iso(comment.at),
        "author": comment.author,
        "role": comment.role,
        "public": comment.public,
        "text": comment.text,
        "html": note_html(comment),
        "attachments": list(comment.attachments),
    }
