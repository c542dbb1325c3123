"""Comments, audits, export events and the conversation log as Zendesk's JSON."""

import hashlib
import mimetypes
from typing import Any
from urllib.parse import quote

from sandbox.zendesk.rows import SYSTEM_ID, Audit, Change, Comment, Message, Occurrence, Ticket
from sandbox.zendesk.state import Account
from sandbox.zendesk.text import html_from_plain, iso, plain_from_html, ulid, wrap_html

# How the time-based export names channels: in words, not as the other endpoints do.
_SPOKEN_CHANNELS = {
    "email": "Mail",
    "web": "Web form",
    "api": "Web service",
    "chat": "Chat",
    "native_messaging": "Messaging",
    "voice": "Phone call (incoming)",
    "facebook": "Facebook Post",
    "rule": "Rule",
}


def comment_html(comment: Comment) -> str:
    """Return a comment's HTML."""
    return wrap_html(comment.html) if comment.html is not None else html_from_plain(comment.text)


def show_attachments(account: Account, owner_id: int, names: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return attachments. Their content is not kept."""
    shown = []
    for index, name in enumerate(names):
        number = owner_id * 100 + index
        shown.append(
            {
                "url": f"{account.options.address}/api/v2/attachments/{number}.json",
                "id": number,
                "file_name": name,
                "content_url": f"{account.options.address}/attachments/token/{number:x}/?name={quote(name)}",
                "mapped_content_url": f"{account.options.address}/attachments/token/{number:x}/?name={quote(name)}",
                "content_type": mimetypes.guess_type(name)[0] or "application/octet-stream",
                "size": 20331,
                "width": None,
                "height": None,
                "inline": False,
                "deleted": False,
                "malware_access_override": False,
                "malware_scan_result": "malware_not_found",
                "thumbnails": [],
            }
        )
    return shown


def show_comment(account: Account, comment: Comment, audit_id: int) -> dict[str, Any]:
    """Return a comment as `/comments` shows it."""
    html = comment_html(comment)
    shown: dict[str, Any] = {
        "id": comment.id,
        "type": "VoiceComment" if comment.voice else "Comment",
        "author_id": comment.author_id,
        "body": comment.text,
        "html_body": html,
        "plain_body": plain_from_html(html) if comment.html is not None else comment.text,
        "public": comment.public,
        "attachments": show_attachments(account, comment.id, comment.attachments),
        "audit_id": audit_id,
        "via": {"channel": comment.channel, "source": comment.source or {"from": {}, "to": {}, "rel": None}},
        "created_at": iso(comment.at),
        "metadata": {"system": {}, "custom": {}},
    }
    if comment.voice:
        shown["data"] = _voice(account, comment)
        shown["formatted_from"] = shown["data"]["from"]
        shown["formatted_to"] = shown["data"]["to"]
        shown["transcription_visible"] = True
    return shown


def _voice(account: Account, comment: Comment) -> dict[str, Any]:
    caller = account.users.get(comment.author_id)
    return {
        "call_id": comment.id,
        "from": caller.phones[0] if caller and caller.phones else "",
        "to": "+34910000000",
        "call_duration": 180,
        "recording_url": None,
        "recorded": False,
        "started_at": iso(comment.at),
        "answered_by_id": None,
        "answered_by_name": None,
        "location": "",
        "public": comment.public,
        "transcription_text": comment.text,
        "transcription_status": "completed",
        "author_id": comment.author_id,
        "brand_id": None,
    }


def comments_with_audits(ticket: Ticket) -> list[tuple[Comment, int]]:
    """Return a ticket's comments, each with its audit's id, oldest first."""
    owners = {id(event): audit.id for audit in ticket.audits for event in audit.events}
    return [(comment, owners.get(id(comment), 0)) for comment in ticket.comments]


def show_audit(account: Account, audit: Audit) -> dict[str, Any]:
    """Return an audit with its events."""
    return {
        "id": audit.id,
        "ticket_id": audit.ticket_id,
        "created_at": iso(audit.at),
        "author_id": audit.author_id,
        "metadata": {"system": {}, "custom": {}},
        "events": [_audit_event(account, audit, event) for event in audit.events],
        "via": {"channel": audit.channel, "source": {"from": {}, "to": {}, "rel": None}},
    }


def _audit_event(account: Account, audit: Audit, event: Comment | Change | Occurrence) -> dict[str, Any]:
    if isinstance(event, Occurrence):
        return {"id": event.id, "type": event.type, **event.fields}
    if isinstance(event, Comment):
        shown = show_comment(account, event, audit.id)
        del shown["created_at"], shown["via"], shown["metadata"]
        return shown
    shown = {
        "id": event.id,
        "type": "Create" if event.first else "Change",
        "field_name": event.field,
        "value": event.value,
    }
    if not event.first:
        shown["previous_value"] = event.previous
    return shown


def show_export_event(account: Account, audit: Audit, *, with_comments: bool) -> dict[str, Any]:
    """Return an audit as `/incremental/ticket_events` shows it. Comments' words only where they are asked for."""
    via = _SPOKEN_CHANNELS.get(audit.channel, audit.channel)
    return {
        "id": audit.id,
        "ticket_id": audit.ticket_id,
        "timestamp": int(audit.at.timestamp()),
        "created_at": iso(audit.at),
        "updater_id": audit.author_id,
        "via": via,
        "system": {},
        "metadata": {},
        "event_type": "Audit",
        "child_events": [
            _child_event(account, audit, event, via, with_comments=with_comments) for event in audit.events
        ],
    }


def _child_event(
    account: Account, audit: Audit, event: Comment | Change | Occurrence, via: str, *, with_comments: bool
) -> dict[str, Any]:
    if isinstance(event, Occurrence):
        return {"id": event.id, "via": via, "via_reference_id": None, **event.fields, "event_type": event.type}
    if isinstance(event, Comment):
        if with_comments:
            return {
                **show_comment(account, event, audit.id),
                "via_reference_id": None,
                "event_type": "Comment",
            }
        return {
            "id": event.id,
            "via": via,
            "via_reference_id": None,
            "comment_present": True,
            "comment_public": event.public,
            "event_type": "Comment",
        }
    shown: dict[str, Any] = {"id": event.id, "via": via, "via_reference_id": None}
    if event.field.isdigit():
        shown["custom_ticket_fields"] = {event.field: event.value}
    else:
        shown[event.field] = event.value
    if event.field == "tags" and not event.first:
        before, after = set(event.previous or ()), set(event.value or ())
        shown["added_tags"], shown["removed_tags"] = sorted(after - before), sorted(before - after)
    if not event.first:
        shown["previous_value"] = event.previous
    shown["event_type"] = "Create" if event.first else "Change"
    return shown


def show_log(account: Account, ticket: Ticket) -> list[dict[str, Any]]:
    """Return the conversation log: comments and messages in the order of their times."""
    entries = [(c.at, 0, c.id, _log_comment(account, c)) for c in ticket.comments]
    entries += [(m.at, 1, index, _log_message(account, m)) for index, m in enumerate(ticket.messages)]
    return [entry[3] for entry in sorted(entries, key=lambda e: e[:3])]


def _log_comment(account: Account, comment: Comment) -> dict[str, Any]:
    user = account.users.get(comment.author_id)
    author: dict[str, Any] = {
        "display_name": account.author_name(comment.author_id),
        "type": "bot" if comment.author_id == SYSTEM_ID else ("agent" if user and user.is_staff else "user"),
        "zen:support:user_id": comment.author_id,
    }
    return {
        "id": ulid(comment.at, comment.id),
        "type": "Comment",
        "reference": f"zen:ticket_event:{comment.id}",
        "created_at": iso(comment.at),
        "author": author,
        "content": {"type": "html", "body": comment_html(comment)},
        "metadata": {"custom": {}, "public": comment.public, "system": {}, "ticket_version": 0},
        "attachments": show_attachments(account, comment.id, comment.attachments),
    }


def _log_message(account: Account, message: Message) -> dict[str, Any]:
    digest = hashlib.sha256(message.id.encode()).hexdigest()[:24]
    return {
        "id": message.id,
        "type": "Messaging::ConversationMessage",
        "reference": f"zen:sunco:conversation_message:{digest}",
        "created_at": iso(message.at),
        "received_at": message.at.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "author": {
            "avatar_url": None,
            "display_name": message.author_name,
            "type": message.kind,
            "zen:sunco:user_id": digest[:13],
            "zen:support:user_id": message.author_id,
        },
        "content": {"type": "text", "text": message.text},
        "source": {"type": {"bot": "zd:answerBot", "agent": "zd:agentWorkspace"}.get(message.kind, "web")},
        "metadata": {"custom": {}, "system": {}, "ticket_version": 0},
        "attachments": show_attachments(account, int(digest[:12], 16), message.attachments),
    }
