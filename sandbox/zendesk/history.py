"""Turns a world's ticket into what Zendesk would have kept of it: comments, messages and audits."""

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any

from sandbox.world import WorldComment, WorldEvent, WorldTicket
from sandbox.zendesk.rows import SYSTEM_ID, Audit, Change, Comment, Message, Ticket
from sandbox.zendesk.state import Account
from sandbox.zendesk.text import ulid

# Zendesk ships with an automation that closes tickets so long after they are solved.
_CLOSES_AFTER = timedelta(days=4)
_FIELDS = {"assignee": "assignee_id", "group": "group_id"}


def write_history(
    account: Account, row: Ticket, ticket: WorldTicket, staff: dict[str, int], groups: dict[str, int]
) -> None:
    """Give `row` its comments, messages and audits, and the times that follow from them."""
    steps: dict[datetime, list[WorldComment | WorldEvent]] = defaultdict(list)
    steps[ticket.created_at] = []
    for comment in ticket.comments:
        steps[max(comment.at, ticket.created_at)].append(comment)
    events = _events(ticket, account.now())
    for event in events:
        steps[max(event.at, ticket.created_at)].append(event)
    first = _first_values(ticket, events)
    lookup = {"assignee": staff, "group": groups}
    for at in sorted(steps):
        moment = at.replace(microsecond=0)
        audit = Audit(account.next_id(), row.id, row.requester_id, moment, row.channel)
        if not row.audits:
            _open(account, row, audit, first, lookup)
        for step in steps[at]:
            if isinstance(step, WorldComment):
                _say(account, row, audit, step, staff)
            else:
                _change(account, row, audit, step, lookup)
        if audit.events:
            row.audits.append(audit)
            row.updated_at = moment
    row.updated_at = max([row.updated_at, *(m.at.replace(microsecond=0) for m in row.messages)])
    row.generated_at = row.updated_at
    row.is_public = row.is_conversation or not row.comments or any(c.public for c in row.comments)
    if row.comments and not row.description:
        row.description = row.comments[0].text


def _events(ticket: WorldTicket, now: datetime) -> list[WorldEvent]:
    """Return the ticket's changes. Solving is one even where the world names only its time; closing follows it."""
    events = list(ticket.events)
    named = any(e.field == "status" and e.after in ("solved", "closed") for e in events)
    if ticket.solved_at is not None and not named and ticket.status in ("solved", "closed"):
        before = next((e.after for e in reversed(events) if e.field == "status" and e.at <= ticket.solved_at), "open")
        events.append(WorldEvent(ticket.solved_at, "status", before, "solved"))
    events.sort(key=lambda e: e.at)
    last = next((e for e in reversed(events) if e.field == "status"), None)
    if ticket.status == "closed" and last is not None and last.after != "closed":
        events.append(WorldEvent(max(last.at, min(last.at + _CLOSES_AFTER, now)), "status", last.after, "closed"))
    return events


def _first_values(ticket: WorldTicket, events: list[WorldEvent]) -> dict[str, Any]:
    values: dict[str, Any] = {
        "subject": ticket.subject,
        "status": ticket.status,
        "assignee": ticket.assignee,
        "group": ticket.group,
        "priority": None,
        "tags": list(ticket.tags),
    }
    for event in reversed(events):
        if event.field == "tags":
            values["tags"] = (event.before or "").replace(",", " ").split()
        else:
            values[event.field] = event.before
    values["status"] = values["status"] or "new"
    return values


def _open(
    account: Account, row: Ticket, audit: Audit, first: dict[str, Any], lookup: dict[str, dict[str, int]]
) -> None:
    """Write the values that the ticket was created with, and for a conversation its only comment."""
    if row.is_conversation:
        text = f"Conversation with {account.author_name(row.requester_id)}"
        comment = Comment(account.next_id(), row.requester_id, audit.at, public=False, text=text, channel=row.channel)
        row.comments.append(comment)
        row.description = text
        audit.events.append(comment)
    for name in ("subject", "status", "priority", "assignee", "group", "tags"):
        if first[name]:
            audit.events.append(
                Change(account.next_id(), _FIELDS.get(name, name), _id(name, first[name], lookup), first=True)
            )
    audit.events.append(Change(account.next_id(), "requester_id", str(row.requester_id), first=True))


def _id(name: str, value: Any, lookup: dict[str, dict[str, int]]) -> Any:
    """Return a field's value as audits show it: people and teams by their id, as text."""
    if name not in lookup or value is None:
        return value
    number = lookup[name].get(value)
    return str(number) if number else None


def _say(account: Account, row: Ticket, audit: Audit, step: WorldComment, staff: dict[str, int]) -> None:
    author = _author(row, step, staff)
    at = step.at.replace(microsecond=0)
    if row.is_conversation and step.public:
        kind = {"customer": "user", "agent": "agent", "bot": "bot"}[step.role]
        name = step.name or account.author_name(row.requester_id)
        number = account.next_id()
        row.messages.append(Message(ulid(step.at, number), at, kind, author, name, step.text, step.attachments))
        return
    comment = Comment(account.next_id(), author, at, step.public, step.text, row.channel, attachments=step.attachments)
    if step.role == "agent":
        comment.channel = "web"
    if step.role == "bot":
        comment.channel = "rule"
        comment.source = {"from": {"title": step.name}, "to": {}, "rel": "trigger"}
    comment.voice = row.channel == "voice" and step.role == "customer"
    row.comments.append(comment)
    audit.events.append(comment)
    if len(row.audits) > 0 or step.role != "customer":
        audit.author_id = author
        audit.channel = comment.channel
    if not row.audits and not row.is_conversation:
        row.submitter_id = author if author != SYSTEM_ID else row.requester_id
        row.description = row.description or step.text


def _author(row: Ticket, step: WorldComment, staff: dict[str, int]) -> int:
    if step.role == "customer":
        return row.requester_id
    if step.role == "bot":
        return SYSTEM_ID
    return staff[step.name or ""]


def _change(account: Account, row: Ticket, audit: Audit, event: WorldEvent, lookup: dict[str, dict[str, int]]) -> None:
    before: Any = event.before
    after: Any = event.after
    if event.field == "tags":
        before = (before or "").replace(",", " ").split()
        after = (after or "").replace(",", " ").split()
    if event.field == "priority":
        row.priority = after
    if not any(isinstance(e, Comment) for e in audit.events):
        # who changed it is not told; it was the one who worked on it, or a rule
        by_rule = row.assignee_id is None or (event.field, after) == ("status", "closed")
        audit.author_id = SYSTEM_ID if by_rule else row.assignee_id or SYSTEM_ID
        audit.channel = "rule" if by_rule else "web"
    audit.events.append(
        Change(
            account.next_id(),
            _FIELDS.get(event.field, event.field),
            _id(event.field, after, lookup),
            _id(event.field, before, lookup),
        )
    )
