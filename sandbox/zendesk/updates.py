"""Changing a ticket: the one way for single updates, background jobs and the tags endpoints."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sandbox.zendesk.errors import closed_ticket, record_invalid, update_conflict
from sandbox.zendesk.hooks import note_audit
from sandbox.zendesk.rows import SYSTEM_ID, Audit, Change, Comment, Ticket
from sandbox.zendesk.state import Account
from sandbox.zendesk.tagging import bind, clean_tags
from sandbox.zendesk.text import plain_from_html
from sandbox.zendesk.triggers import run_triggers

STATUSES = ("new", "open", "pending", "hold", "solved", "closed")
PRIORITIES = ("low", "normal", "high", "urgent")
TYPES = ("problem", "incident", "question", "task")
_NUMBERS = ("assignee_id", "group_id", "problem_id", "requester_id")
_PLAIN = ("subject", "priority", "type", "external_id", "due_at", *_NUMBERS)
_KNOWN = {
    *_PLAIN,
    *("status", "custom_status_id", "tags", "additional_tags", "remove_tags", "custom_fields", "fields", "comment"),
    *("safe_update", "updated_stamp", "assignee_email", "description", "email_ccs", "followers", "collaborators"),
    *("collaborator_ids", "follower_ids", "metadata", "organization_id", "ticket_form_id", "brand_id", "macro_ids"),
    *("attribute_value_ids", "sharing_agreement_ids", "via_followup_source_id", "requester", "submitter_id"),
}


@dataclass(slots=True)
class _Wanted:
    """The ticket's values after the update, before any of them is written."""

    values: dict[str, Any] = field(default_factory=dict)
    comment: Comment | None = None


def unknown_keys(changes: Mapping[str, Any]) -> list[str]:
    """Return the keys that Zendesk drops, and names in `x-zendesk-api-warn`."""
    return sorted(key for key in changes if key not in _KNOWN)


def apply_update(
    account: Account, ticket: Ticket, changes: Mapping[str, Any], actor_id: int, channel: str = "api"
) -> Audit:
    """
    Change `ticket` as the call asks, in one audit, and tell the webhooks.

    An update that changes nothing leaves `updated_at` alone, but moves `generated_at`: the export shows the ticket.

    Raises:
        ApiError: 422 where the ticket is closed or a value is not valid, 409 where a safe update comes too late.
            Nothing is changed then.
    """
    check_stamp(ticket, changes)
    if ticket.status == "closed":
        raise closed_ticket()
    audit = Audit(account.next_id(), ticket.id, actor_id, account.now(), channel)
    wanted = _Wanted()
    _want_values(account, ticket, changes, wanted)
    _want_status(account, ticket, changes, wanted)
    _want_tags(account, ticket, changes, wanted)
    wanted.comment = _want_comment(account, ticket, changes.get("comment"), audit)
    _write(account, ticket, wanted, audit)
    return audit


def check_stamp(ticket: Ticket, changes: Mapping[str, Any]) -> None:
    """
    Hold a safe update against the ticket's last change. Seconds are all that it knows.

    Raises:
        ApiError: 409 where the ticket changed since.
    """
    if changes.get("safe_update") not in (True, "true"):
        return
    try:
        stamp = datetime.fromisoformat(str(changes.get("updated_stamp"))).astimezone(UTC)
    except ValueError as error:
        raise update_conflict() from error
    if stamp.replace(microsecond=0) != ticket.updated_at:
        raise update_conflict()


def _want_values(account: Account, ticket: Ticket, changes: Mapping[str, Any], wanted: _Wanted) -> None:
    for name in _PLAIN:
        if name in changes and changes[name] != getattr(ticket, name):
            value = changes[name]
            wanted.values[name] = int(value) if name in _NUMBERS and value is not None else value
    if email := changes.get("assignee_email"):
        user = account.user_with_email(str(email))
        if user is None or not user.is_staff:
            raise record_invalid("assignee", f"Assignee: {email} is not an agent")
        wanted.values["assignee_id"] = user.id
    _check_values(account, wanted.values)


def _check_values(account: Account, values: dict[str, Any]) -> None:
    if values.get("priority") not in (None, *PRIORITIES):
        raise record_invalid("priority", f"Priority: {values['priority']} is not a valid priority")
    if values.get("type") not in (None, *TYPES):
        raise record_invalid("type", f"Type: {values['type']} is not a valid type")
    if (assignee := values.get("assignee_id")) and not getattr(account.users.get(assignee), "is_staff", False):
        raise record_invalid("assignee", "Assignee: is invalid")
    if (group := values.get("group_id")) and group not in account.groups:
        raise record_invalid("group", "Group: is invalid")
    if problem := values.get("problem_id"):
        if getattr(account.tickets.get(problem), "type", None) != "problem":
            raise record_invalid("problem_id", "Problem: is not a problem ticket")
        values.setdefault("type", "incident")


def _want_status(account: Account, ticket: Ticket, changes: Mapping[str, Any], wanted: _Wanted) -> None:
    status = changes.get("status", ticket.status)
    if status not in STATUSES:
        raise record_invalid("status", f"Status: {status} is not a valid status")
    custom = account.statuses.get(changes["custom_status_id"]) if changes.get("custom_status_id") else None
    if changes.get("custom_status_id") and custom is None:
        raise record_invalid("custom_status", "Custom status: is invalid")
    if custom is not None:
        status = custom.category
    assignee = wanted.values.get("assignee_id", ticket.assignee_id)
    if status == "new" and "assignee_id" in wanted.values and assignee:
        status = "open"
    if status in ("solved", "closed") and ticket.status not in ("solved", "closed") and not assignee:
        raise record_invalid("base", "Assignee: is required when solving a ticket")
    if status != ticket.status:
        wanted.values["status"] = status
    chosen = custom.id if custom else (account.default_status(status) if status != ticket.status else None)
    if chosen is not None and chosen != ticket.custom_status_id:
        wanted.values["custom_status_id"] = chosen


def _want_tags(account: Account, ticket: Ticket, changes: Mapping[str, Any], wanted: _Wanted) -> None:
    tags = clean_tags(changes["tags"]) if "tags" in changes else list(ticket.tags)
    tags += [tag for tag in clean_tags(changes.get("additional_tags") or []) if tag not in tags]
    gone = set(clean_tags(changes.get("remove_tags") or []))
    chosen = _chosen_fields(changes)
    tags, custom = bind([tag for tag in tags if tag not in gone], ticket.custom, chosen, account.fields)
    if set(tags) != set(ticket.tags):
        wanted.values["tags"] = tags
    if custom != ticket.custom:
        wanted.values["custom"] = custom


def _chosen_fields(changes: Mapping[str, Any]) -> dict[int, Any]:
    chosen: dict[int, Any] = {}
    for name in ("fields", "custom_fields"):
        given = changes.get(name)
        if isinstance(given, dict):
            chosen.update({int(key): value for key, value in given.items() if str(key).isdigit()})
        for entry in given if isinstance(given, list) else ():
            if isinstance(entry, dict) and str(entry.get("id", "")).isdigit():
                chosen[int(entry["id"])] = entry.get("value")
    return chosen


def _want_comment(account: Account, ticket: Ticket, given: Any, audit: Audit) -> Comment | None:
    """Return the comment that the update adds. Where it does not say whether it is public, it is as the ticket is."""
    if isinstance(given, str):
        given = {"body": given}
    if not isinstance(given, dict):
        return None
    html = given.get("html_body")
    text = plain_from_html(str(html)) if html else str(given.get("body") or "")
    if not text.strip():
        return None
    public = given.get("public", ticket.is_public)
    author = given.get("author_id", audit.author_id)
    return Comment(
        account.next_id(),
        int(author),
        audit.at,
        public not in (False, "false"),
        text,
        audit.channel,
        html=str(html) if html else None,
        by_api=audit.channel == "api",
    )


def _write(account: Account, ticket: Ticket, wanted: _Wanted, audit: Audit) -> None:
    if wanted.comment is not None:
        add_comment(account, ticket, wanted.comment, audit)
    custom = wanted.values.pop("custom", None)
    for name, value in wanted.values.items():
        before = getattr(ticket, name)
        shown = (list(value), list(before)) if name == "tags" else (_shown(name, value), _shown(name, before))
        audit.events.append(Change(account.next_id(), name, *shown))
        setattr(ticket, name, value)
    if custom is not None:
        for field_id in custom:
            if custom[field_id] != ticket.custom.get(field_id):
                before = ticket.custom.get(field_id)
                audit.events.append(Change(account.next_id(), str(field_id), custom[field_id], before))
        ticket.custom = custom
    finish(account, ticket, audit)


def _shown(name: str, value: Any) -> Any:
    return str(value) if name.endswith("_id") and value is not None else value


def add_comment(account: Account, ticket: Ticket, comment: Comment, audit: Audit) -> None:
    """Add a comment to the ticket and the audit, and remember it where it came through the API."""
    ticket.comments.append(comment)
    audit.events.append(comment)
    if comment.public:
        ticket.is_public = True
    if comment.by_api:
        account.written.append((ticket.id, comment))


def finish(account: Account, ticket: Ticket, audit: Audit, *, created: bool = False) -> None:
    """Keep the audit, move the ticket's times, and tell the webhooks."""
    ticket.generated_at = max(ticket.generated_at, audit.at)
    if audit.events:
        ticket.audits.append(audit)
        ticket.updated_at = max(ticket.updated_at, audit.at)
        run_triggers(account, ticket, audit, created=created)
        note_audit(account, ticket, audit, created=created)
    account.changed()


def touch(account: Account, ticket: Ticket) -> None:
    """Let the system touch the ticket: only `generated_at` moves, as when Zendesk itself recalculates something."""
    ticket.generated_at = account.now()
    account.changed()


def system_audit(account: Account, ticket: Ticket) -> Audit:
    """Return an empty audit of the system's own."""
    return Audit(account.next_id(), ticket.id, SYSTEM_ID, account.now(), "rule")
