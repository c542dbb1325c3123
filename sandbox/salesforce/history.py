"""CaseHistory: one row for each tracked change, two where the field is a lookup."""

from datetime import datetime
from typing import Any

from sandbox.salesforce.people import UNASSIGNED_QUEUE, People
from sandbox.salesforce.schema import Field
from sandbox.salesforce.standard import PRIORITY_NAMES, STATUS_NAMES
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record
from sandbox.world import WorldTicket

VALUE_LENGTH = 255
_FIELDS = {"status": "Status", "priority": "Priority", "subject": "Subject", "group": "Team__c", "tags": "Tags__c"}
_DATA_TYPES = {"string": "Text", "picklist": "DynamicEnum", "boolean": "Boolean", "datetime": "DateTime",
               "double": "Double", "multipicklist": "MultiEnum"}  # fmt: skip


def add_change(org: Org, case: Record, item: Field, before: Any, after: Any, by: str) -> None:
    """Keep one change made now, if the field is tracked and short enough to be kept with its values."""
    if not item.tracked:
        return
    now = org.now()
    if item.type == "reference":
        name = item.relationship or item.name
        _row(org, case, name, "Text", _name_of(org, before), _name_of(org, after), by, now)
        _row(org, case, name, "EntityId", before, after, by, now)
    else:
        _row(org, case, item.name, _DATA_TYPES.get(item.type, "Text"), before, after, by, now)


def load_events(org: Org, people: People, case: Record, ticket: WorldTicket) -> None:
    """Keep the world's field changes, the creation, and a closing that the world tells only as a time."""
    _row(org, case, "created", "Text", None, None, case["CreatedById"], case["CreatedDate"])
    actor = people.agent(ticket.assignee) if ticket.assignee else people.automated_id
    closings = 0
    for event in ticket.events:
        at = event.at.replace(microsecond=0)
        if event.field == "assignee":
            _owner(org, people, case, (event.before, event.after), ticket.group, actor, at)
            continue
        before, after = event.before, event.after
        if event.field == "status":
            closings += after in ("solved", "closed")
            before, after = STATUS_NAMES.get(before or "", before), STATUS_NAMES.get(after or "", after)
            if before == after:
                continue
        elif event.field == "priority":
            before, after = PRIORITY_NAMES.get(before or "", before), PRIORITY_NAMES.get(after or "", after)
        kind = "DynamicEnum" if event.field in ("status", "priority") else "Text"
        _row(org, case, _FIELDS[event.field], kind, before, after, actor, at)
    if case["IsClosed"] and not closings:
        _row(org, case, "Status", "DynamicEnum", "Working", "Closed", actor, case["ClosedDate"])


def _owner(
    org: Org,
    people: People,
    case: Record,
    change: tuple[str | None, str | None],
    group: str | None,
    by: str,
    at: datetime,
) -> None:
    names = [name or group or UNASSIGNED_QUEUE for name in change]
    ids = [people.agent(name) if name else people.queue(group or UNASSIGNED_QUEUE) for name in change]
    _row(org, case, "Owner", "Text", names[0], names[1], by, at)
    _row(org, case, "Owner", "EntityId", ids[0], ids[1], by, at)


def _name_of(org: Org, record_id: str | None) -> str | None:
    found = org.find(record_id) if record_id else None
    return found[1].get("Name") if found else None


def _row(org: Org, case: Record, field: str, kind: str, before: Any, after: Any, by: str, at: datetime) -> None:
    values = {"CaseId": case["Id"], "Field": field, "DataType": kind, "OldValue": _cut(before), "NewValue": _cut(after)}
    org.insert("CaseHistory", values, by, at)


def _cut(value: Any) -> Any:
    return value[:VALUE_LENGTH] if isinstance(value, str) else value
