"""What `include=` adds beside the rows of an answer."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sandbox.zendesk.render import show_group, show_user
from sandbox.zendesk.rows import Change, Ticket
from sandbox.zendesk.state import Account
from sandbox.zendesk.text import iso


def ticket_sideloads(account: Account, tickets: Sequence[Ticket], wanted: set[str]) -> dict[str, Any]:
    """Return the lists that stand beside tickets: users, groups, organizations, metric_sets."""
    added: dict[str, Any] = {}
    if "users" in wanted:
        ids = {i for t in tickets for i in (t.requester_id, t.submitter_id, t.assignee_id) if i is not None}
        added["users"] = shown_users(account, ids)
    if "groups" in wanted:
        used = {t.group_id for t in tickets}
        added["groups"] = [show_group(account, g) for g in account.groups.values() if g.id in used]
    if "organizations" in wanted:
        added["organizations"] = []
    if "metric_sets" in wanted:
        added["metric_sets"] = [show_metrics(account, ticket) for ticket in tickets]
    return added


def add_to_ticket(account: Account, ticket: Ticket, row: dict[str, Any], wanted: set[str]) -> dict[str, Any]:
    """Add what stands inside each ticket's row: dates, comment_count, incident_counts."""
    if "comment_count" in wanted:
        row["comment_count"] = len(ticket.comments)
    if "incident_counts" in wanted:
        row["incident_count"] = len(account.incidents(ticket.id))
    if "dates" in wanted:
        metrics = show_metrics(account, ticket)
        names = ("assignee_updated_at", "requester_updated_at", "status_updated_at", "initially_assigned_at")
        row["dates"] = {name: metrics[name] for name in (*names, "assigned_at", "solved_at", "latest_comment_added_at")}
    return row


def shown_users(account: Account, ids: Iterable[int]) -> list[dict[str, Any]]:
    """Return the users that exist, in the order of their ids."""
    return [show_user(account, account.users[i]) for i in sorted(ids) if i in account.users]


def _minutes(start: datetime, end: datetime | None) -> dict[str, int | None]:
    minutes = None if end is None else int((end - start).total_seconds() // 60)
    return {"calendar": minutes, "business": minutes}


def show_metrics(account: Account, ticket: Ticket) -> dict[str, Any]:
    """Return a ticket's metrics, worked out from its audits. Business hours are as calendar hours here."""
    changes = [(a.at, e) for a in ticket.audits for e in a.events if isinstance(e, Change)]
    solves = [at for at, e in changes if e.field == "status" and e.value in ("solved", "closed") and not e.first]
    solved = [at for at, e in changes if e.field == "status" and e.value == "solved"]
    reopened = [at for at, e in changes if e.field == "status" and e.previous == "solved" and e.value != "closed"]
    assigned = [at for at, e in changes if e.field == "assignee_id" and e.value]
    groups = [at for at, e in changes if e.field == "group_id" and e.value]
    statuses = [at for at, e in changes if e.field == "status"]
    replies = [c.at for c in ticket.comments if c.public and c.author_id != ticket.requester_id]
    heard = [c.at for c in ticket.comments if c.author_id == ticket.requester_id]
    done = ticket.status in ("solved", "closed")
    solved_at = next(reversed(solved or solves), None) if done else None

    def shown(times: list[datetime], *, first: bool = False) -> str | None:
        return iso(times[0] if first else times[-1]) if times else None

    return {
        "url": f"{account.options.address}/api/v2/ticket_metrics/{ticket.id * 7}.json",
        "id": ticket.id * 7,
        "ticket_id": ticket.id,
        "created_at": iso(ticket.created_at),
        "updated_at": iso(ticket.updated_at),
        "group_stations": max(1, len(groups)),
        "assignee_stations": len(assigned),
        "reopens": len(reopened),
        "replies": len(replies),
        "assignee_updated_at": shown(replies),
        "requester_updated_at": shown(heard) or iso(ticket.created_at),
        "status_updated_at": shown(statuses) or iso(ticket.created_at),
        "initially_assigned_at": shown(assigned, first=True),
        "assigned_at": shown(assigned),
        "solved_at": iso(solved_at) if solved_at else None,
        "latest_comment_added_at": iso(ticket.comments[-1].at) if ticket.comments else None,
        "reply_time_in_minutes": _minutes(ticket.created_at, replies[0] if replies else None),
        "first_resolution_time_in_minutes": _minutes(ticket.created_at, solves[0] if solves else None),
        "full_resolution_time_in_minutes": _minutes(ticket.created_at, solved_at),
        "agent_wait_time_in_minutes": {"calendar": None, "business": None},
        "requester_wait_time_in_minutes": {"calendar": None, "business": None},
        "on_hold_time_in_minutes": {"calendar": 0, "business": 0},
    }
