"""
What a case was promised by its entitlement, and whether that was kept, from CaseMilestone. Pure.

Each milestone is an event `sla` when it starts (`before` is its name, `after` is `due` and the target time), and
another when it is decided: `met` when it was completed in time, `breached` at its target time otherwise. That time
alone violates a milestone moves no stamp of it, so that the stream asks for those by their target time.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from integration.connectors.salesforce.soql import format_time, parse_time
from integration.model import Event, Role, TicketRef

FIELD = "sla"


def map_milestones(rows: Iterable[Mapping[str, Any]], connection: str) -> list[Event]:
    """Return the events that CaseMilestone rows tell, oldest first; one that is deleted or has no target tells none."""
    events = (event for row in rows if not row.get("IsDeleted") for event in _events(row, connection))
    return sorted(events, key=lambda event: (event.at, event.id))


def build_violated_query(fields: Iterable[str], since: str) -> str:
    """Return the query of the milestones that have been violated since a time, as it was written by `format_time`."""
    return (
        f"SELECT {', '.join(fields)} FROM CaseMilestone"  # noqa: S608 - names and a time of ours only
        f" WHERE IsViolated = true AND TargetDate >= {since} ORDER BY TargetDate, Id"
    )


def _events(row: Mapping[str, Any], connection: str) -> Iterator[Event]:
    if not row.get("CaseId") or not row.get("TargetDate"):
        return
    target = parse_time(row["TargetDate"])
    start = parse_time(row["StartDate"]) if row.get("StartDate") else target
    name = (row.get("MilestoneType") or {}).get("Name") or "milestone"

    def tell(part: str, at: Any, after: str) -> Event:
        ref = TicketRef(connection, row["CaseId"])
        return Event(ref, f"milestone:{row['Id']}:{part}", at, FIELD, name, after, Role.AUTOMATION)

    yield tell("target", start, f"due {format_time(target)}")
    if row.get("IsViolated"):
        yield tell("outcome", target, "breached")
    elif row.get("IsCompleted") and row.get("CompletionDate"):
        yield tell("outcome", parse_time(row["CompletionDate"]), "met")
