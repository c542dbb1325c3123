"""The account's world as a perfectly informed reader would know it: from the rows, by none of the API's ways."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

import orjson

from sandbox.zendesk.rows import Change, Organization, Survey, Ticket, User
from sandbox.zendesk.state import Account
from sandbox.zendesk.text import html_from_plain, iso, wrap_html

_AT_ONCE = 500


def tell_truth(account: Account) -> Iterator[bytes]:
    """Yield one JSON object with a list for each kind of row, in pieces; the lock is held for a piece at a time."""
    tickets, users = account.tickets, account.users
    kinds: list[tuple[str, Callable[[], Iterable[Any]], Callable[[Any], list[dict[str, Any]]]]] = [
        ("tickets", tickets.values, lambda t: [_ticket(t)]),
        ("comments", tickets.values, _comments),
        ("events", tickets.values, _events),
        ("users", users.values, lambda u: [_user(u)]),
        ("organizations", lambda: list(account.organizations.values()), lambda o: [_organization(o)]),
        ("ratings", tickets.values, _ratings),
        ("survey_responses", lambda: list(account.surveys.values()), lambda s: [_survey(s)]),
    ]
    start = b"{"
    for name, owners, rows in kinds:
        yield start + orjson.dumps(name) + b":["
        yield from _pieces(account, iter(owners()), rows)
        start = b"],"
    yield b"]}"


def _pieces(account: Account, owners: Iterator[Any], rows: Callable[[Any], list[dict[str, Any]]]) -> Iterator[bytes]:
    first, more = True, True
    while more:
        with account.lock:
            some = list(islice(owners, _AT_ONCE))
            piece = b",".join(orjson.dumps(row) for owner in some for row in rows(owner))
        more = len(some) == _AT_ONCE
        if piece:
            yield piece if first else b"," + piece
            first = False


def _ticket(ticket: Ticket) -> dict[str, Any]:
    plain = ("id", "subject", "description", "priority", "type", "requester_id", "assignee_id", "group_id")
    row = {name: getattr(ticket, name) for name in (*plain, "organization_id", "problem_id", "custom_status_id")}
    return row | {
        "status": "deleted" if ticket.deleted else ticket.status,
        "tags": sorted(ticket.tags),
        "custom_fields": {str(key): value for key, value in ticket.custom.items()},
        "via": {"channel": ticket.channel},
        "followup_source_id": ticket.followup_of,
        "created_at": iso(ticket.created_at),
        "updated_at": iso(ticket.updated_at),
        "generated_timestamp": int(ticket.generated_at.timestamp()),
        "scrubbed": ticket.forgotten,
    }


def _comments(ticket: Ticket) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [
        {
            "id": comment.id,
            "ticket_id": ticket.id,
            "type": "VoiceComment" if comment.voice else "Comment",
            "author_id": comment.author_id,
            "public": comment.public,
            "body": comment.text,
            "html_body": wrap_html(comment.html) if comment.html is not None else html_from_plain(comment.text),
            "attachments": list(comment.attachments),
            "created_at": iso(comment.at),
        }
        for comment in ticket.comments
    ]
    rows += [
        {
            "id": message.id,
            "ticket_id": ticket.id,
            "type": "Messaging::ConversationMessage",
            "author_id": message.author_id,
            "public": True,
            "body": message.text,
            "attachments": list(message.attachments),
            "created_at": iso(message.at),
        }
        for message in ticket.messages
    ]
    return rows


def _events(ticket: Ticket) -> list[dict[str, Any]]:
    return [
        {
            "id": event.id,
            "audit_id": audit.id,
            "ticket_id": ticket.id,
            "type": "Create" if event.first else "Change",
            "field_name": event.field,
            "value": event.value,
            "previous_value": event.previous,
            "author_id": audit.author_id,
            "created_at": iso(audit.at),
        }
        for audit in ticket.audits
        for event in audit.events
        if isinstance(event, Change)
    ]


def _user(user: User) -> dict[str, Any]:
    identities = [("phone_number", phone) for phone in user.phones]
    identities += [(identity.kind, identity.value) for identity in user.identities]
    return {
        "id": user.id,
        "name": user.name,
        "email": user.email,
        "role": user.role,
        "active": user.active,
        "phone": user.phones[0] if user.phones else None,
        "organization_id": user.organization_id,
        "identities": [{"type": kind, "value": value} for kind, value in identities],
        "updated_at": iso(user.updated_at),
    }


def _organization(row: Organization) -> dict[str, Any]:
    return {"id": row.id, "name": row.name, "domain_names": list(row.domains), "updated_at": iso(row.updated_at)}


def _ratings(ticket: Ticket) -> list[dict[str, Any]]:
    given = ticket.satisfaction
    if given is None:
        return []
    return [
        {
            "id": given.id,
            "ticket_id": ticket.id,
            "requester_id": ticket.requester_id,
            "score": given.score,
            "comment": given.comment,
            "created_at": iso(given.at),
            "updated_at": iso(given.updated_at or given.at),
        }
    ]


def _survey(survey: Survey) -> dict[str, Any]:
    row = {name: getattr(survey, name) for name in ("id", "ticket_id", "responder_id", "score", "comment")}
    return row | {"created_at": iso(survey.created_at), "updated_at": iso(survey.updated_at)}
