"""What an org must have for Sidelight, and what to do where it has not. Fields come with the package, not from here."""

import secrets
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from integration.connectors import Connection
from integration.connectors.salesforce.client import SalesforceClient
from integration.connectors.salesforce.soql import OUR_FIELDS, ObjectInfo, long_id
from integration.errors import SidelightError
from integration.model import FLAG_KINDS, Finding, Frustration

DEPLOY = "Deploy the package: in manifest/salesforce, sf project deploy start --source-dir force-app"
ASSIGN = "Assign the permission set: sf org assign permset --name Sidelight_Integration --on-behalf-of RUN_AS_USER"

# the values that the package gives to its two picklists; a test holds both together
_VALUES = {
    "Sidelight_Flags__c": frozenset(FLAG_KINDS),
    "Sidelight_Frustration__c": frozenset(level.name.lower() for level in Frustration),
}
_OBJECTS = (
    ("Case", ASSIGN),
    ("Contact", ASSIGN),
    ("User", "Let the run-as user see users: Setup, Sharing Settings, User, Public Read Only."),
    ("CaseComment", ASSIGN),
)
_OPTIONAL = (
    ("EmailMessage", "no mails are read; if customers write by mail, turn on Email-to-Case"),
    ("CaseHistory", "no changes are read; turn on field history for Status and Owner of cases"),
)
_LOW_PART = 0.1
_SECRET_BYTES = 32


def check_org(client: SalesforceClient, connection: Connection) -> list[Finding]:
    """Return what was found of sign-in, limits, objects, fields and push; what cannot be asked is a finding too."""
    sign_in = _ask("sign-in", lambda: _check_sign_in(client, connection))
    if not all(finding.ok for finding in sign_in):
        return [*sign_in, check_push(connection)]
    return [
        *sign_in,
        *_ask("API limits", lambda: [_check_limits(client)]),
        *check_package(client),
        check_push(connection),
    ]


def check_package(client: SalesforceClient) -> list[Finding]:
    """Return what was found of the objects and of our fields on a case."""
    findings = []
    for name, remedy in _OBJECTS:
        findings += _ask(name, partial(_check_object, client, name, remedy))
    for name, says in _OPTIONAL:
        findings += _ask(name, partial(_check_optional, client, name, says))
    findings += _ask("fields", lambda: check_fields(client.describe("Case")))
    findings += _ask("notes", lambda: [_check_notes(client.describe("CaseComment"))])
    return findings


def check_fields(case: ObjectInfo | None) -> list[Finding]:
    """Return one finding for each of our fields: there, editable, and with all its values."""
    findings = []
    for name in OUR_FIELDS:
        field = case.fields.get(name) if case else None
        if field is None:
            says, remedy = "is missing, or hidden from the run-as user", f"{DEPLOY}. If it is there: {ASSIGN}"
        elif not field.updateable:
            says, remedy = "can be read, not written", ASSIGN
        elif lacking := sorted(_VALUES.get(name, frozenset()) - set(field.values)):
            says, remedy = f"lacks the values {', '.join(lacking)}", f"{DEPLOY} (of this release)"
        else:
            findings.append(Finding(f"field {name}", ok=True, says="is there and can be written"))
            continue
        findings.append(Finding(f"field {name}", ok=False, says=says, remedy=remedy))
    return findings


def check_push(connection: Connection) -> Finding:
    """Return whether a secret for the Flow's pushes is known. Without one everything still comes, by polling."""
    if connection.webhook_secrets:
        return Finding("push", ok=True, says="a secret for the Flow's callout is known")
    return Finding(
        "push",
        ok=True,
        says="none is set up; changes are found by polling (docs/install-salesforce.md, Push)",
    )


def provision_org(
    client: SalesforceClient, connection: Connection, webhook_url: str | None
) -> tuple[list[Finding], tuple[str, ...]]:
    """Return what was found, and the secrets of the push; one is made where a push is wanted and none is known."""
    findings = check_package(client)
    if webhook_url is None:
        return findings, connection.webhook_secrets
    if connection.webhook_secrets:
        return [*findings, check_push(connection)], connection.webhook_secrets
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    made = Finding(
        "push",
        ok=True,
        says="a secret was made for the Flow's callout",
        remedy=f"In Setup, Named Credentials: URL {webhook_url}, and a custom header Authorization: Bearer SECRET.",
    )
    return [*findings, made], (secret,)


def _check_sign_in(client: SalesforceClient, connection: Connection) -> list[Finding]:
    token = client.tokens.current()
    known = connection.credential.get("organization_id")
    if known and token.organization_id and long_id(known) != long_id(token.organization_id):
        says = f"signed in to org {token.organization_id}, but {known} is connected"
        return [Finding("sign-in", ok=False, says=says, remedy="Connect the org again with its own app.")]
    client.limits()  # a token may be given and yet not be good for the API
    who = f"signed in as user {token.user_id or 'unknown'} of org {token.organization_id or 'unknown'}"
    return [Finding("sign-in", ok=True, says=who)]


def _check_limits(client: SalesforceClient) -> Finding:
    daily: dict[str, Any] = client.limits().get("DailyApiRequests") or {}
    most, left = int(daily.get("Max") or 0), int(daily.get("Remaining") or 0)
    ours, may = client.calls.count()
    says = (
        f"{left} of {most} API calls are left for 24 hours; Sidelight keeps to {client.calls.share:.0%}"
        f" and has taken {ours} of its {may}"
    )
    if most and left < most * _LOW_PART:
        return Finding("API limits", ok=False, says=says, remedy="See which app uses them: Setup, API Usage.")
    return Finding("API limits", ok=True, says=says)


def _check_object(client: SalesforceClient, name: str, remedy: str) -> list[Finding]:
    if client.describe(name) is None:
        return [Finding(name, ok=False, says="cannot be read by the run-as user", remedy=remedy)]
    return [Finding(name, ok=True, says="can be read")]


def _check_optional(client: SalesforceClient, name: str, says: str) -> list[Finding]:
    return [Finding(name, ok=True, says=says if client.describe(name) is None else "can be read")]


def _check_notes(info: ObjectInfo | None) -> Finding:
    if info is None or not info.createable:
        return Finding("notes", ok=False, says="the run-as user may not add internal comments", remedy=ASSIGN)
    return Finding("notes", ok=True, says="internal comments can be added")


def _ask(subject: str, ask: Callable[[], Sequence[Finding]]) -> list[Finding]:
    """Return the findings, or the error that kept us from them as one."""
    try:
        return list(ask())
    except SidelightError as error:
        return [Finding(subject, ok=False, says=str(error), remedy="Put it right, then run `sidelight doctor` again.")]
