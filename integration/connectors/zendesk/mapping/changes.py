"""
Field changes: from a ticket's audits, and from the export of ticket events.

The two write the same change differently (`field_name`/`value` against `status: "solved"`), under the same id.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from integration.connectors.zendesk.mapping.channels import is_automatic, via_source
from integration.connectors.zendesk.mapping.comments import map_comment
from integration.connectors.zendesk.mapping.directory import Directory, is_person, read_time
from integration.model import Comment, Event, Role, TicketRef

_FIELDS = {
    "status": "status",
    "assignee_id": "assignee",
    "group_id": "group",
    "priority": "priority",
    "subject": "subject",
    "requester_id": "requester",
    "problem_id": "problem",
    "satisfaction_score": "satisfaction",
}
_COMMENT_TYPES = ("Comment", "VoiceComment")
_RESHAPED = ("CommentRedactionEvent", "AttachmentRedactionEvent", "CommentPrivacyChange")
"""Events after which a comment that was read before is no longer what it was."""

_REDACTION = "redaction"
"""In the name of what redacts, however an export spells it; redactions must not be missed."""

_NO_REDACTION = (*_COMMENT_TYPES, "Create")
"""What is said first, and what a ticket begins with; most events are these, and none redacts."""


def map_audit_changes(audit: Mapping[str, Any], ticket: TicketRef, directory: Directory) -> list[Event]:
    """Return the changes of one audit; what was set while the ticket was created is no change."""
    at = read_time(audit["created_at"])
    changes = []
    for row in audit.get("events") or ():
        if row.get("type") == "Change" and row.get("field_name") in _FIELDS:
            role = _change_role(audit.get("author_id"), row.get("via") or audit.get("via"), directory)
            values = (row.get("previous_value"), row.get("value"))
            changes.append(_event(row["id"], str(row["field_name"]), values, (ticket, at, role, directory)))
    return changes


def map_event_changes(row: Mapping[str, Any], directory: Directory) -> list[Event]:
    """Return the changes of one row of `/incremental/ticket_events`."""
    ticket, at = directory.ticket(row["ticket_id"]), _event_time(row)
    changes = []
    for child in row.get("child_events") or ():
        name = next((name for name in _FIELDS if name in child), None) if _kind(child) == "Change" else None
        if name is None:
            continue
        role = _change_role(row.get("updater_id"), child.get("via") or row.get("via"), directory)
        values = (child.get("previous_value"), child[name])
        changes.append(_event(child["id"], name, values, (ticket, at, role, directory)))
    return changes


def map_event_comments(
    row: Mapping[str, Any], directory: Directory, names: Mapping[int, str] | None = None
) -> list[Comment]:
    """Return the comments of one row of `/incremental/ticket_events`, read with `include=comment_events`."""
    ticket, at = directory.ticket(row["ticket_id"]), _event_time(row)
    return [map_comment(_dated(child, at), ticket, directory, names=names) for child in comment_children(row)]


def _dated(child: Mapping[str, Any], at: datetime) -> Mapping[str, Any]:
    """Return a comment's event with the time and the type that `map_comment` reads; most have both as they are."""
    kind = _comment_type(child)
    if child.get("created_at") and child.get("type") == kind:
        return child
    return {"created_at": at.isoformat(), **child, "type": kind}


def map_event_merges(row: Mapping[str, Any], directory: Directory) -> list[Event]:
    """Return where the ticket went with one row of `/incremental/ticket_events`, if it was merged away."""
    children = [child for child in comment_children(row) if via_source(child.get("via")).get("rel") == "merge"]
    if not children:
        return []
    ticket, at = directory.ticket(row["ticket_id"]), _event_time(row)
    merges = (map_merge(_dated(child, at), ticket, directory) for child in children)
    return [merge for merge in merges if merge is not None]


def map_merge(row: Mapping[str, Any], ticket: TicketRef, directory: Directory) -> Event | None:
    """Return the merge that a comment closes its ticket with; None where it is none."""
    source = via_source(row.get("via"))
    target = source.get("to")
    target_id = target.get("ticket_id") if isinstance(target, dict) else None
    if source.get("rel") != "merge" or not target_id or str(target_id) == ticket.id:
        return None
    role = _change_role(row.get("author_id"), None, directory)
    return Event(
        ticket=ticket,
        id=f"merge:{row['id']}",
        at=read_time(row["created_at"]),
        field="merged",
        before=None,
        after=str(target_id),
        role=role,
    )


def comment_children(row: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the comments in one row of `/incremental/ticket_events`, as they are."""
    for child in row.get("child_events") or ():
        # without a body it is only the notice that there was a comment
        if _kind(child) in _COMMENT_TYPES and ("body" in child or "html_body" in child):
            yield child


def reshaped_comments(row: Mapping[str, Any]) -> list[str]:
    """
    Return the ids of the comments that a row of `/incremental/ticket_events` redacted, or changed who sees them.

    One whose event does not name it is `?`.
    """
    ids = []
    for child in row.get("child_events") or ():
        kind = _kind(child)
        if kind in _NO_REDACTION:
            continue
        name = next((name for name in child if _REDACTION in name), "comment_id")
        if kind in _RESHAPED or _REDACTION in kind.lower() or name != "comment_id":
            ids.append(str(child.get("comment_id") or child.get(name) or "?"))
    return ids


def _comment_type(child: Mapping[str, Any]) -> str:
    """Return VoiceComment or Comment; the export calls the event of either one a comment."""
    return "VoiceComment" if "VoiceComment" in (child.get("type"), _kind(child)) else "Comment"


def _kind(child: Mapping[str, Any]) -> str:
    return str(child.get("event_type") or child.get("type") or "")


def _event_time(row: Mapping[str, Any]) -> datetime:
    if row.get("created_at"):
        return read_time(row["created_at"])
    return datetime.fromtimestamp(int(row["timestamp"]), tz=UTC)


def _change_role(author_id: Any, via: Any, directory: Directory) -> Role:
    automatic = is_automatic(via) or via_source(via).get("rel") in ("trigger", "automation")
    if automatic or not is_person(author_id):
        return Role.AUTOMATION
    if author_id == directory.own_id:
        return Role.SIDELIGHT
    return directory.roles.get(author_id, Role.CUSTOMER)


def _event(event_id: Any, name: str, values: tuple[Any, Any], of: tuple[TicketRef, datetime, Role, Directory]) -> Event:
    ticket, at, role, directory = of
    before, after = (_value(name, value, directory) for value in values)
    field = "restored" if name == "status" and before == "deleted" else _FIELDS[name]
    return Event(ticket=ticket, id=f"event:{event_id}", at=at, field=field, before=before, after=after, role=role)


def _value(name: str, value: Any, directory: Directory) -> str | None:
    """Write a group by its name, as Ticket.group does, and a person by the id that ContactRef has."""
    if value is None or value == "":
        return None
    if name == "group_id":
        group_id = int(value) if str(value).isdigit() else 0
        return directory.groups.get(group_id, str(value))
    return str(value)
