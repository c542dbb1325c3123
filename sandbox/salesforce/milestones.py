"""CaseMilestone: what a Case was promised by its entitlement, and whether that was kept."""

from datetime import timedelta

from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record


def set_milestone(org: Org, case: Record, name: str, minutes: int, *, completed: bool) -> str:
    """Start a milestone of a Case, or complete the one of that name; returns its id."""
    now = org.now()
    kinds = org.table("MilestoneType").kept.values()
    kind = next((row for row in kinds if row["Name"] == name), None)
    if kind is None:
        kind = org.insert("MilestoneType", {"Name": name, "RecurrenceType": "none"}, org.automated_id, now)
    open_ones = [m for m in org.table("CaseMilestone").having("CaseId", case["Id"]) if not m["IsCompleted"]]
    row = next((m for m in open_ones if m["MilestoneTypeId"] == kind["Id"]), None)
    if row is None:
        values = {
            "CaseId": case["Id"], "MilestoneTypeId": kind["Id"], "StartDate": now, "TargetResponseInMins": minutes,
            "TargetDate": now + timedelta(minutes=minutes),
        }  # fmt: skip
        row = org.insert("CaseMilestone", values, org.automated_id, now)
    if completed:
        stamps = {"LastModifiedDate": now, "SystemModstamp": now}
        org.change("CaseMilestone", row, {"IsCompleted": True, "CompletionDate": now} | stamps)
    return str(row["Id"])


def pass_time(org: Org) -> None:
    """Let milestones whose time is up be violated. The org works that out as it is read, so no stamp moves."""
    if "casemilestone" not in org.schema:
        return
    now = org.now()
    for row in org.table("CaseMilestone").kept.values():
        until = row["CompletionDate"] if row["IsCompleted"] else now
        if not row["IsViolated"] and row["TargetDate"] < until:
            org.change("CaseMilestone", row, {"IsViolated": True})
