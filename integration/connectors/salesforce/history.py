"""
What changed on a case, from CaseHistory. Pure.

A lookup's change is two rows of one time: one with names, one with ids. They are one event here. An assignee is told by
id, as in `Ticket.assignee`; a group by name, as in `Ticket.group`. Taking a case from its queue is no change of group:
the team stays, one of it has taken the case.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from integration.connectors.salesforce.conversation import is_ours, role_of
from integration.connectors.salesforce.mapping import QUEUE_PREFIX, USER_PREFIX, map_status
from integration.connectors.salesforce.soql import is_id, parse_time
from integration.model import Event, Role, TicketRef

_FIELDS = {"Status": "status", "Owner": "assignee", "Priority": "priority", "Subject": "subject", "Team__c": "group"}
_OTHER_FIELDS = {"Tags__c": "tags", "Type": "type", "Origin": "channel", "Contact": "requester", "Parent": "parent"}
_GROUP_SUFFIX = ":group"
_ID_PREFIXES = (USER_PREFIX, QUEUE_PREFIX, "003", "500")


def map_events(
    rows: Iterable[Mapping[str, Any]],
    connection: str,
    closed_labels: frozenset[str],
    our_user: str | None,
    *,
    queues_are_groups: bool = True,
) -> list[Event]:
    """
    Return the events that CaseHistory rows tell, oldest first.

    Args:
        rows: In any order; a pair that a page cut apart gives its event through the row with ids.
        connection: Whose rows they are.
        closed_labels: The status labels that the org counts as closed.
        our_user: The user that we run as, where known: its changes are Sidelight's.
        queues_are_groups: Whether a queue is the group; not where the org has a field of its own for the team.
    """
    changes: dict[tuple[Any, ...], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        # rows of a case in the recycle bin too: when it is taken out again, nothing tells of them anew
        if row.get("CaseId") and _field(row):
            changes[row["CaseId"], row["CreatedDate"], row["Field"], row.get("CreatedById")].append(row)
    events = [event for pair in changes.values() for event in _read_change(pair, connection, closed_labels, our_user)]
    if not queues_are_groups:
        events = [event for event in events if not event.id.endswith(_GROUP_SUFFIX)]
    return sorted(events, key=lambda event: (event.at, event.id))


def _field(row: Mapping[str, Any]) -> str | None:
    return _FIELDS.get(row["Field"]) or _OTHER_FIELDS.get(row["Field"])


def _read_change(
    pair: Sequence[Mapping[str, Any]], connection: str, closed_labels: frozenset[str], our_user: str | None
) -> list[Event]:
    by_id = [row for row in pair if _has_ids(row)]
    by_name = [row for row in pair if not _has_ids(row)]
    if pair[0]["Field"] == "Owner":
        return _read_owner(by_id, by_name, connection, our_user)
    return [
        _event(row, _field(row) or "", *_told(row, closed_labels), connection=connection, our_user=our_user)
        for row in by_id or by_name
    ]


def _read_owner(
    by_id: Sequence[Mapping[str, Any]], by_name: Sequence[Mapping[str, Any]], connection: str, our_user: str | None
) -> list[Event]:
    """An owner is a user or a queue: a change may move the assignee, the group, or both."""
    events = []
    for index, row in enumerate(by_id):
        names = by_name[index] if index < len(by_name) else row
        was, became = str(row.get("OldValue") or ""), str(row.get("NewValue") or "")
        agents = [value if value.startswith(USER_PREFIX) else None for value in (was, became)]
        queues = [
            names.get(key) if value.startswith(QUEUE_PREFIX) else None
            for key, value in (("OldValue", was), ("NewValue", became))
        ]
        if any(agents):
            events.append(_event(row, "assignee", *agents, connection=connection, our_user=our_user))
        if queues[1]:
            events.append(_event(row, "group", *queues, connection=connection, our_user=our_user))
    return events


def _told(row: Mapping[str, Any], closed_labels: frozenset[str]) -> tuple[str | None, str | None]:
    values = tuple(None if row.get(key) is None else str(row[key]) for key in ("OldValue", "NewValue"))
    if row["Field"] == "Status":
        values = tuple(value and map_status(value, closed=value.lower() in closed_labels).value for value in values)
    if row["Field"] == "Priority":
        values = tuple(value and value.lower() for value in values)
    return values[0], values[1]


def _event(
    row: Mapping[str, Any], field: str, before: str | None, after: str | None, *, connection: str, our_user: str | None
) -> Event:
    role = role_of((row.get("CreatedBy") or {}).get("UserType"), public=False)
    if our_user is not None and is_ours(row.get("CreatedById"), our_user):
        role = Role.SIDELIGHT
    return Event(
        ticket=TicketRef(connection, row["CaseId"]),
        # an owner's change can tell of two things
        id=f"history:{row['Id']}" + (_GROUP_SUFFIX if field == "group" and row["Field"] == "Owner" else ""),
        at=parse_time(row["CreatedDate"]),
        field=field,
        before=before,
        after=after,
        role=role,
    )


def _has_ids(row: Mapping[str, Any]) -> bool:
    """Whether this is the row of a lookup's pair that holds ids."""
    if row.get("DataType"):
        return bool(row["DataType"] == "EntityId")
    values = [str(row[key]) for key in ("OldValue", "NewValue") if row.get(key)]
    return bool(values) and all(is_id(value) and value.startswith(_ID_PREFIXES) for value in values)
