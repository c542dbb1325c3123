"""
Field changes: from a ticket's audits, and from the export of ticket events.

The two write the same change differently (`field_name`/`value` against `status: "solved"`), under the same id.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from msgspec import UNSET

from integration.connectors.zendesk.mapping.channels import read_via, via_source
from integration.connectors.zendesk.mapping.comments import map_comment
from integration.connectors.zendesk.mapping.directory import Directory, is_person, read_time
from integration.connectors.zendesk.mapping.rows import ChildRow, CommentRow, EventRow
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


class Told(NamedTuple):
    """What one row of `/incremental/ticket_events` tells."""

    comments: list[Comment]
    events: list[Event]
    reshaped: list[str]
    """Ids of the comments that it redacted, or changed who sees them; `?` where it does not name one."""


def map_ticket_event(row: EventRow, directory: Directory, names: Mapping[int, str] | None = None) -> Told:
    """Return what one row of `/incremental/ticket_events`, read with `include=comment_events`, tells."""
    ticket, at = directory.ticket(row.ticket_id), _event_time(row)
    told = Told([], [], [])
    for child in row.child_events or ():
        # most children are what a ticket begins with
        if child.event_type == "Create":
            continue
        kind = child.kind
        if kind in _COMMENT_TYPES:
            if _has_words(child):
                said = map_comment(_dated(child, at), ticket, directory, names=names)
                told.comments.append(said)
                merge = map_merge(child, ticket, directory) if said.role is Role.AUTOMATION else None
                if merge is not None:
                    told.events.append(merge)
            continue
        if kind == "Change":
            for name in _FIELDS:
                value = getattr(child, name)
                if value is not UNSET:
                    role = _change_role(row.updater_id, child.via or row.via, directory)
                    values = (child.previous_value, value)
                    told.events.append(_event(child.id, name, values, (ticket, at, role, directory)))
                    break
        if child.redaction is not UNSET or kind in _RESHAPED or _REDACTION in kind.lower():
            told.reshaped.append(str(child.comment_id or child.redaction or "?"))
    return told


def comment_authors(row: EventRow) -> Iterator[Any]:
    """Yield whom one row of `/incremental/ticket_events` names as authors of comments."""
    for child in row.child_events or ():
        if child.kind in _COMMENT_TYPES and _has_words(child):
            yield child.author_id


def _has_words(child: ChildRow) -> bool:
    """Whether it is a comment: without a body it is only the notice that there was one."""
    return child.body is not UNSET or child.html_body is not UNSET


def _dated(child: ChildRow, at: datetime) -> ChildRow:
    """Return a comment's event with the time and the type that `map_comment` reads; the export may leave out both."""
    # the export calls the event of either one a comment
    child.type = "VoiceComment" if "VoiceComment" in (child.type, child.kind) else "Comment"
    child.created_at = child.created_at or at.isoformat()
    return child


def map_merge(row: CommentRow, ticket: TicketRef, directory: Directory) -> Event | None:
    """Return the merge that a comment closes its ticket with; None where it is none."""
    source = via_source(row.via)
    if source.get("rel") != "merge":
        return None
    target = source.get("to")
    target_id = target.get("ticket_id") if isinstance(target, dict) else None
    if not target_id or str(target_id) == ticket.id:
        return None
    role = _change_role(row.author_id, None, directory)
    return Event(
        ticket=ticket,
        id=f"merge:{row.id}",
        at=read_time(row.created_at),
        field="merged",
        before=None,
        after=str(target_id),
        role=role,
    )


def _event_time(row: EventRow) -> datetime:
    if row.created_at:
        return read_time(row.created_at)
    return datetime.fromtimestamp(int(row.timestamp), tz=UTC)


def _change_role(author_id: Any, via: Any, directory: Directory) -> Role:
    automatic = read_via(via).automatic or via_source(via).get("rel") in ("trigger", "automation")
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
