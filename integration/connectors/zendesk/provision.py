"""
What an account needs: our ticket fields and, if changes shall be pushed, our webhook. Also what `doctor` checks.

First everything is looked at and becomes a list of steps; a preview shows them, connecting does them. Nothing is made
twice: a field is recognised by its options, mark or title, whatever it has been renamed to.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from integration.connection import Connection
from integration.connectors.zendesk import push
from integration.connectors.zendesk.client import RefusedError, ZendeskClient
from integration.connectors.zendesk.fields import OUR_FIELDS, OurField, find_field
from integration.connectors.zendesk.grants import SignInError
from integration.connectors.zendesk.push import Kind, Step
from integration.connectors.zendesk.signin import API_TOKENS_END, uses_api_token
from integration.errors import ConnectorError
from integration.model import Finding

SCOPES = (
    ("read", "tickets, comments, users and organizations, all of them by incremental export; fields, webhook, limits"),
    ("write", "our fields and a private note on tickets; once, when connecting: the fields, the webhook, its trigger"),
)
"""What the OAuth client must allow, and why."""

_CONNECT = "Run sidelight connect zendesk."
_EXPORTS = "Make this user an admin: only admins may read incremental exports and create fields."
Row = Mapping[str, Any]


def plan(client: ZendeskClient, webhook_url: str | None, kind: Kind | None, own_id: str) -> list[Step]:
    """Return what has to be done so that the account has all that it needs; nothing is changed."""
    rows = client.rows("ticket_fields", "ticket_fields", live=True)
    fields = [_field_step(client, field, find_field(field, rows)) for field in OUR_FIELDS]
    return [*fields, *push.plan(client, webhook_url, kind, own_id)]


def provision(
    client: ZendeskClient, webhook_url: str | None, kind: Kind | None, own_id: str
) -> tuple[list[Finding], tuple[str, ...]]:
    """Create what is missing; return what was found or made, and the webhook's signing secrets."""
    findings = []
    for step in plan(client, webhook_url, kind, own_id):
        try:
            says = step.do() if step.do else f"{step.stands[:1].upper()}{step.stands[1:]}."
        except RefusedError as refusal:
            findings.append(Finding(step.subject, ok=False, says=str(refusal), remedy=f"Mend that. {_CONNECT}"))
        else:
            findings.append(Finding(step.subject, ok=True, says=says))
    if webhook_url is None or not all(found.ok for found in findings):
        return findings, ()
    secret = push.secret(client, webhook_url)
    if not secret:
        findings.append(Finding("webhook", ok=False, says="It has no secret.", remedy="Delete it, try again."))
    return findings, (secret,) if secret else ()


def _field_step(client: ZendeskClient, field: OurField, row: Row | None) -> Step:
    subject, purpose = f"field {field.title}", field.purpose
    if field.options:
        purpose += f" Options: {', '.join(value for _, value in field.options)}."
    if row is None:

        def create() -> str:
            made = client.post("ticket_fields", {"ticket_field": _field_payload(field)})["ticket_field"]
            return f"Created, id {made['id']}."

        return Step(subject, purpose, f"will be created ({field.type})", create)
    renamed = "" if field.title in (row.get("raw_title"), row.get("title")) else f" under the name {row.get('title')}"
    found = f"found, id {row['id']}{renamed}"
    missing, inactive = _missing_options(field, row), not row.get("active", True)
    if not missing and not inactive:
        return Step(subject, purpose, found, None)
    todo = [f"{len(missing)} options added"] if missing else []
    todo += ["activated"] if inactive else []

    def mend() -> str:
        changes: dict[str, Any] = {"active": True} if inactive else {}
        if missing:
            # Zendesk takes the list as a whole: an option that is left out is deleted, with its tag on every ticket
            changes["custom_field_options"] = [*(row.get("custom_field_options") or ()), *missing]
        client.put(f"ticket_fields/{row['id']}", {"ticket_field": changes})
        return f"Found, id {row['id']}{renamed}; {', '.join(todo)}."

    return Step(subject, purpose, f"{found}; will be: {', '.join(todo)}", mend)


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
        findings.append(check_api_token(clock()))
    findings += _guarded("fields", lambda: _check_fields(client))
    findings += _guarded("webhook", lambda: push.check(client, connection.valid_secrets(clock())))
    return findings


def _guarded(subject: str, look: Callable[[], list[Finding]]) -> list[Finding]:
    """Return what `look` finds, or the right or scope that it lacks."""
    try:
        return look()
    except RefusedError as refusal:
        remedy = "Give the user that right, or the OAuth client that scope, in Admin Center."
        return [Finding(subject, ok=False, says=str(refusal), remedy=remedy)]


def _check_role(user: Row) -> Finding:
    says = f"Signed in as {user.get('role')} {user['id']}."
    if user.get("role") == "admin":
        return Finding("sign-in", ok=True, says=says)
    return Finding("sign-in", ok=False, says=says, remedy=_EXPORTS)


def check_api_token(now: datetime) -> Finding:
    """Return the warning that a connection with an API token gets."""
    works = now.date() <= API_TOKENS_END
    return Finding(
        "API token",
        ok=works,
        says=f"Zendesk turns API tokens off on {API_TOKENS_END}." if works else "Zendesk has turned API tokens off.",
        remedy="Create a confidential OAuth client in Zendesk, and run sidelight connect zendesk with it.",
    )


def _check_fields(client: ZendeskClient) -> list[Finding]:
    rows = client.rows("ticket_fields", "ticket_fields", live=True)
    return [_check_field(field, find_field(field, rows)) for field in OUR_FIELDS]


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
