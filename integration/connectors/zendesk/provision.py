"""
What an account needs: our ticket fields and, if events shall be pushed, our webhook. Also what `doctor` checks.

Nothing is made twice: fields are recognised by their options, marker or title, the webhook by name or address.
"""

import hmac
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from integration.connectors import Connection
from integration.connectors.zendesk.client import ZendeskClient
from integration.connectors.zendesk.fields import OUR_FIELDS, OurField, find_field
from integration.connectors.zendesk.grants import SignInError
from integration.connectors.zendesk.signin import API_TOKENS_END, uses_api_token
from integration.errors import ConnectorError
from integration.model import Finding

WEBHOOK_NAME = "Sidelight"
_TICKET_EVENTS = (
    "created",
    "comment_added",
    "status_changed",
    "agent_assignment_changed",
    "group_assignment_changed",
    "merged",
    "comment_redacted",
    "comment_made_private",
    "soft_deleted",
    "permanently_deleted",
    "undeleted",
)
SUBSCRIPTIONS = (
    *(f"zen:event-type:ticket.{name}" for name in _TICKET_EVENTS),
    # messages are no comments, and fire nothing else
    "zen:event-type:messaging_ticket.message_added",
)
_CONNECT = "Run sidelight connect zendesk."
Row = Mapping[str, Any]


def provision(client: ZendeskClient, webhook_url: str | None) -> tuple[list[Finding], tuple[str, ...]]:
    """Create what is missing; return what was found or made, and the webhook's signing secrets."""
    rows = client.rows("ticket_fields", "ticket_fields", live=True)
    findings = [_provide_field(client, field, find_field(field, rows)) for field in OUR_FIELDS]
    if webhook_url is None:
        findings.append(Finding("webhook", ok=True, says="None wanted; changes are found by polling."))
        return findings, ()
    webhook_id, says = _provide_webhook(client, webhook_url)
    secret = client.webhook_secret(webhook_id)
    findings.append(Finding("webhook", ok=bool(secret), says=says, remedy=None if secret else "Delete it, try again."))
    return findings, (secret,) if secret else ()


def _provide_field(client: ZendeskClient, field: OurField, row: Row | None) -> Finding:
    subject = f"field {field.title}"
    if row is None:
        created = client.post("ticket_fields", {"ticket_field": _field_payload(field)})["ticket_field"]
        return Finding(subject, ok=True, says=f"Created, id {created['id']}.")
    missing = _missing_options(field, row)
    if missing:
        options = [*(row.get("custom_field_options") or ()), *missing]
        # Zendesk takes the list as a whole: an option that is left out is deleted, with its tag on every ticket
        client.put(f"ticket_fields/{row['id']}", {"ticket_field": {"custom_field_options": options}})
    if not row.get("active", True):
        client.put(f"ticket_fields/{row['id']}", {"ticket_field": {"active": True}})
        return Finding(subject, ok=True, says=f"Found inactive and activated, id {row['id']}.")
    return Finding(
        subject, ok=True, says=f"Found, id {row['id']}{f'; {len(missing)} options added' if missing else ''}."
    )


def _field_payload(field: OurField) -> dict[str, Any]:
    payload: dict[str, Any] = {
        "type": field.type,
        "title": field.title,
        "description": field.description,
        "agent_description": field.purpose,
        "active": True,
        "required": False,
        "visible_in_portal": False,
        "editable_in_portal": False,
    }
    if field.options:
        payload["custom_field_options"] = [{"name": name, "value": value} for name, value in field.options]
    return payload


def _missing_options(field: OurField, row: Row) -> list[dict[str, str]]:
    present = {option.get("value") for option in row.get("custom_field_options") or ()}
    return [{"name": name, "value": value} for name, value in field.options if value not in present]


def _provide_webhook(client: ZendeskClient, url: str) -> tuple[str, str]:
    """Return the id of a webhook that is active, ours, and pushes our events to `url`."""
    wanted = {"name": WEBHOOK_NAME, "status": "active", "endpoint": url, "http_method": "POST"}
    wanted["request_format"] = "json"
    row = _find_webhook(client, url)
    if row is None:
        created = client.create_webhook(**wanted, subscriptions=list(SUBSCRIPTIONS))
        return str(created["id"]), f"Created, id {created['id']}."
    subscriptions = row.get("subscriptions") or []
    missing = [name for name in SUBSCRIPTIONS if name not in subscriptions]
    if missing or any(row.get(name) != value for name, value in wanted.items() if name != "name"):
        client.patch_webhook(str(row["id"]), **wanted, subscriptions=[*subscriptions, *missing])
        return str(row["id"]), f"Found and brought up to date, id {row['id']}."
    return str(row["id"]), f"Found, id {row['id']}."


def _find_webhook(client: ZendeskClient, url: str | None) -> Row | None:
    """Return our webhook; those that triggers fire (`conditional_ticket_events`) can never take subscriptions."""
    rows = [row for row in client.webhooks() if "conditional_ticket_events" not in (row.get("subscriptions") or ())]
    for row in rows:
        if url is not None and row.get("endpoint") == url:
            return row
    return next((row for row in rows if row.get("name") == WEBHOOK_NAME), None)


def check(connection: Connection, client: ZendeskClient, clock: Callable[[], datetime]) -> list[Finding]:
    """Check sign-in, rights, fields and webhook; where sign-in fails there is nothing else to see."""
    try:
        user = client.signed_in_user()
    except ConnectorError as error:
        if not (error.permanent or isinstance(error, SignInError)):
            raise
        return [Finding("sign-in", ok=False, says=str(error), remedy=_CONNECT)]
    findings = [_check_role(user)]
    if uses_api_token(connection):
        findings.append(_check_api_token(clock()))
    rows = client.rows("ticket_fields", "ticket_fields", live=True)
    findings += [_check_field(field, find_field(field, rows)) for field in OUR_FIELDS]
    findings.append(_check_webhook(connection, client))
    return findings


def _check_role(user: Row) -> Finding:
    says = f"Signed in as {user.get('role')} {user['id']}."
    if user.get("role") == "admin":
        return Finding("sign-in", ok=True, says=says)
    remedy = "Make this user an admin: only admins may read incremental exports and create fields."
    return Finding("sign-in", ok=False, says=says, remedy=remedy)


def _check_api_token(now: datetime) -> Finding:
    works = now.date() <= API_TOKENS_END
    return Finding(
        "API token",
        ok=works,
        says=f"Zendesk turns API tokens off on {API_TOKENS_END}." if works else "Zendesk has turned API tokens off.",
        remedy="Create a confidential OAuth client in Zendesk, and run sidelight connect zendesk with it.",
    )


def _check_field(field: OurField, row: Row | None) -> Finding:
    subject = f"field {field.title}"
    if row is None:
        return Finding(subject, ok=False, says="Missing.", remedy=_CONNECT)
    if not row.get("active", True):
        return Finding(subject, ok=False, says=f"Inactive, id {row['id']}.", remedy=_CONNECT)
    missing = _missing_options(field, row)
    if missing:
        names = ", ".join(option["value"] for option in missing)
        return Finding(subject, ok=False, says=f"Lacks the options {names}.", remedy=_CONNECT)
    return Finding(subject, ok=True, says=f"Present, id {row['id']}.")


def _check_webhook(connection: Connection, client: ZendeskClient) -> Finding:
    row = _find_webhook(client, None)
    if row is None:
        wanted = bool(connection.webhook_secrets)
        says = "Missing." if wanted else "None; changes are found by polling."
        return Finding("webhook", ok=not wanted, says=says, remedy=_CONNECT if wanted else None)
    if row.get("status") != "active":
        return Finding("webhook", ok=False, says=f"Inactive, id {row['id']}.", remedy=_CONNECT)
    missing = [name for name in SUBSCRIPTIONS if name not in (row.get("subscriptions") or ())]
    if missing:
        return Finding("webhook", ok=False, says=f"Is not told of {', '.join(missing)}.", remedy=_CONNECT)
    secret = client.webhook_secret(str(row["id"])).encode()
    if not any(hmac.compare_digest(secret, known.encode()) for known in connection.webhook_secrets):
        return Finding("webhook", ok=False, says="Its signing secret is not the one we know.", remedy=_CONNECT)
    return Finding("webhook", ok=True, says=f"Active, id {row['id']}.")
