"""What webhooks are told: one event for each change of a ticket, in the envelope that Zendesk uses."""

from collections.abc import Callable
from typing import Any

from sandbox.zendesk.rows import Audit, Change, Comment, Message, Occurrence, Ticket
from sandbox.zendesk.state import ACCOUNT_ID, Account, Happening
from sandbox.zendesk.text import iso

PREFIX = "zen:event-type:"
VERSION = "2022-11-06"
TICKET_EVENTS = (
    "agent_assignment_changed",
    "attachment_linked_to_comment",
    "brand_changed",
    "comment_added",
    "comment_made_private",
    "comment_redacted",
    "created",
    "csat_received",
    "custom_field_changed",
    "custom_status_changed",
    "description_changed",
    "external_id_changed",
    "form_changed",
    "group_assignment_changed",
    "marked_as_spam",
    "merged",
    "organization_changed",
    "permanently_deleted",
    "priority_changed",
    "problem_link_changed",
    "requester_changed",
    "soft_deleted",
    "status_changed",
    "subject_changed",
    "tags_changed",
    "task_due_at_changed",
    "type_changed",
    "undeleted",
)
MESSAGE_ADDED = f"{PREFIX}messaging_ticket.message_added"
EVENT_TYPES = frozenset({*(f"{PREFIX}ticket.{name}" for name in TICKET_EVENTS), MESSAGE_ADDED})
CONDITIONAL = "conditional_ticket_events"

# Webhooks name channels in another way than the tickets endpoints do.
_CHANNELS = {"email": "mail", "web": "web_form", "api": "web_service", "voice": "phone_call_inbound"}
_PLAIN = {
    "status": "status_changed",
    "custom_status_id": "custom_status_changed",
    "assignee_id": "agent_assignment_changed",
    "group_id": "group_assignment_changed",
    "priority": "priority_changed",
    "subject": "subject_changed",
    "problem_id": "problem_link_changed",
    "type": "type_changed",
    "external_id": "external_id_changed",
    "due_at": "task_due_at_changed",
}
_UPPER = {"status", "priority", "type"}


def note_audit(account: Account, ticket: Ticket, audit: Audit, *, created: bool = False) -> None:
    """Put what one update changed in line for the webhooks."""
    if created:
        note(account, ticket, "ticket.created", {}, audit.author_id)
    for event in audit.events:
        if isinstance(event, Comment):
            note(account, ticket, "ticket.comment_added", _comment(account, event), audit.author_id)
        elif not isinstance(event, Occurrence) and not event.first:
            name, body = _change(account, event)
            if name:
                note(account, ticket, f"ticket.{name}", body, audit.author_id)


def note_message(account: Account, ticket: Ticket, message: Message) -> None:
    """Put a chat or messaging message in line: its event has a detail of its own, with the ticket's id only."""
    kind = {"user": "end_user", "agent": "agent", "bot": "system"}[message.kind]
    body = {
        "actor": {"id": str(message.author_id), "name": message.author_name, "type": kind},
        "conversation_id": f"{ticket.id:024x}",
        "message": {"body": message.text, "id": message.id},
    }
    account.happenings.append(Happening(MESSAGE_ADDED, ticket.id, body, {"id": str(ticket.id)}, account.clock()))
    account.changed()


def note(account: Account, ticket: Ticket, name: str, body: dict[str, Any], actor_id: int) -> None:
    """Put one event in line, with the ticket as it is now."""
    account.happenings.append(Happening(PREFIX + name, ticket.id, body, _detail(ticket, actor_id), account.clock()))
    account.changed()


def note_conditional(account: Account, ticket: Ticket, webhook_id: str, body: str) -> None:
    """Put what a trigger sends to one webhook in line."""
    account.happenings.append(Happening(CONDITIONAL, ticket.id, {}, {}, account.clock(), webhook_id, body))


def envelope(happening: Happening, event_id: str, position: int) -> dict[str, Any]:
    """Return the body of a delivery."""
    return {
        "account_id": ACCOUNT_ID,
        "detail": happening.detail,
        "event": {**happening.event, "meta": {"sequence": {"id": event_id.replace("-", ""), "position": position}}},
        "id": event_id,
        "subject": f"zen:ticket:{happening.ticket_id}",
        "time": happening.at.strftime("%Y-%m-%dT%H:%M:%S.%f000Z"),
        "type": happening.type,
        "zendesk_event_version": VERSION,
    }


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _detail(ticket: Ticket, actor_id: int) -> dict[str, Any]:
    """Return the ticket as events show it: ids are texts, categories are capitals, no tags are null."""
    return {
        "actor_id": str(actor_id),
        "assignee_id": _text(ticket.assignee_id),
        "brand_id": None,
        "created_at": iso(ticket.created_at),
        "custom_status": str(ticket.custom_status_id),
        "description": ticket.description,
        "external_id": ticket.external_id,
        "form_id": None,
        "group_id": _text(ticket.group_id),
        "id": str(ticket.id),
        "is_public": ticket.is_public,
        "organization_id": _text(ticket.organization_id),
        "priority": ticket.priority.upper() if ticket.priority else None,
        "requester_id": str(ticket.requester_id),
        "status": "DELETED" if ticket.deleted else ticket.status.upper(),
        "subject": ticket.subject,
        "submitter_id": str(ticket.submitter_id),
        "tags": list(ticket.tags) or None,
        "type": ticket.type.upper() if ticket.type else None,
        "updated_at": iso(ticket.updated_at),
        "via": {"channel": _CHANNELS.get(ticket.channel, ticket.channel)},
    }


def _comment(account: Account, comment: Comment) -> dict[str, Any]:
    author = account.users.get(comment.author_id)
    return {
        "comment": {
            "author": {
                "id": str(comment.author_id),
                "is_staff": author is None or author.is_staff,
                "name": account.author_name(comment.author_id),
            },
            "body": comment.text,
            "id": str(comment.id),
            "is_public": comment.public,
        }
    }


def _change(account: Account, change: Change) -> tuple[str | None, dict[str, Any]]:
    if change.field == "tags":
        before, after = set(change.previous or ()), set(change.value or ())
        return "tags_changed", {"tags_added": sorted(after - before), "tags_removed": sorted(before - after)}
    if change.field.isdigit():
        field = account.fields[int(change.field)]
        return "custom_field_changed", {
            "current": change.value,
            "previous": change.previous,
            "field": {"id": change.field, "title": field.title, "type": field.type},
        }
    if change.field in _PLAIN:
        write: Callable[[Any], Any] = _upper if change.field in _UPPER else _text
        return _PLAIN[change.field], {"current": write(change.value), "previous": write(change.previous)}
    return None, {}


def _upper(value: Any) -> str | None:
    return str(value).upper() if value else None
