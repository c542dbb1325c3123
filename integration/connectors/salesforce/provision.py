"""What an org must have for Sidelight, and what to do where it has not. Fields come with the package, not from here."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from integration.connectors import Connection
from integration.connectors.salesforce.client import SalesforceClient
from integration.connectors.salesforce.soql import PACKAGE_FIELDS, WANTED, ObjectInfo, long_id
from integration.errors import SidelightError
from integration.model import FLAG_KINDS, Finding, Frustration

DEPLOY = "Deploy the package: in manifest/salesforce, sf project deploy start --source-dir force-app"
ASSIGN = "Assign the permission set: sf org assign permset --name Sidelight_Integration --on-behalf-of RUN_AS_USER"

FIELDS = {
    "Sidelight_Headline__c": "one sentence on what the customer has lived through, for lists and views",
    "Sidelight_Flags__c": "the flags, for views, routing and reports",
    "Sidelight_Contacts__c": "contacts about this issue, to sort by",
    "Sidelight_Frustration__c": "calm to angry, for routing",
    "Sidelight_Effort__c": "0 to 100, for reports",
    "Sidelight_Promise_Due__c": "when the next promise falls due, for views",
    "Sidelight_Annotation__c": "what a sidebar shows, as JSON; on no page layout",
    "Sidelight_Feedback__c": "what agents say of a flag; we read it, and only empty it, when we leave",
}
"""What the package brings to a case, and what for."""

RIGHTS = (
    ("API Enabled", "it speaks to the API"),
    ("Case: read, View All", "a customer's history is all of it, whoever owns it"),
    ("Case: edit", "to write our own fields, and private comments"),
    ("Contact: read, View All", "who wrote, and what else the same person wrote"),
    ("Account: read, View All", "Salesforce grants reading contacts and cases only together with it"),
    (
        "fields of Case and Contact: read",
        "the first words, channel, priority, addresses and phones; the guide lists them",
    ),
)
"""What the permission set Sidelight_Integration gives the run-as user, and why."""

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
    ("Account", "no names of companies are read"),
    ("FeedItem", "no posts are read; if agents write to each other on cases, turn on feed tracking for Case"),
    ("CaseMilestone", "no targets are read; the org has no entitlements, or our user may not see them"),
)
# not in every org, and nothing depends on them
_MAY_LACK = frozenset({"EmailMessage.AutomationType", "User.ContactId"})
_LOW_PART = 0.1
_SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that connecting needs: what it is, what for, and how it stands."""

    subject: str
    purpose: str
    stands: str


def preview_org(client: SalesforceClient, connection: Connection, webhook_url: str | None) -> list[Requirement]:
    """Return all that is needed in the org, and how it stands there; nothing is changed."""
    case = client.describe("Case")
    found = {finding.subject: finding for finding in check_package(client)}
    fields = []
    for name, purpose in FIELDS.items():
        finding = found.get(f"field {name}") or _check_field(name, case)
        fields.append(Requirement(f"field Case.{name}", purpose, finding.says))
    rights = [Requirement(f"right {right}", reason, "by Sidelight_Integration") for right, reason in RIGHTS]
    lacking = [Requirement(f.subject, f.remedy or "", f.says) for f in found.values() if not f.ok]
    lacking = [one for one in lacking if one.subject not in {f"field {name}" for name in FIELDS}]
    if webhook_url is None:
        push = Requirement("push", "changes are found by polling; SIDELIGHT_PUBLIC_URL adds pushes", "none")
    else:
        stands = "a secret is known" if connection.webhook_secrets else "a secret will be made, for you to paste"
        push = Requirement("push", f"a Flow of yours tells {webhook_url} of changes", stands)
    return [*rights, *fields, *lacking, push]


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
    for name in WANTED:
        findings += _ask(name, partial(_check_wanted_of, client, name))
    findings += _ask("fields", lambda: check_fields(client.describe("Case")))
    findings += _ask("notes", lambda: [_check_notes(client.describe("CaseComment"))])
    return findings


def check_fields(case: ObjectInfo | None) -> list[Finding]:
    """Return one finding for each of our fields: there, editable, and with all its values."""
    return [_check_field(name, case) for name in PACKAGE_FIELDS]


def _check_field(name: str, case: ObjectInfo | None) -> Finding:
    field = case.fields.get(name) if case else None
    if field is None:
        # our user is told of a hidden field exactly what it is told of one that is not there
        seen = case is not None and any(other in case.fields for other in PACKAGE_FIELDS)
        if seen:
            says = "is hidden from the run-as user by field-level security, or was deleted"
            remedy = f"Assign or repair the permission set Sidelight_Integration; if the field is gone: {DEPLOY}"
        else:
            says, remedy = "is missing, or hidden from the run-as user", f"{DEPLOY}. If it is there: {ASSIGN}"
        return Finding(f"field {name}", ok=False, says=says, remedy=remedy)
    if not field.updateable:
        return Finding(f"field {name}", ok=False, says="can be read, not written", remedy=ASSIGN)
    if lacking := sorted(_VALUES.get(name, frozenset()) - set(field.values)):
        says = f"lacks the values {', '.join(lacking)}"
        return Finding(f"field {name}", ok=False, says=says, remedy=f"{DEPLOY} (of this release)")
    return Finding(f"field {name}", ok=True, says="is there and can be written")


def check_wanted(name: str, info: ObjectInfo | None) -> list[Finding]:
    """Return one finding for each field of an object that would be read and is hidden; it costs only itself."""
    wanted = [field for field in WANTED.get(name, ()) if "." not in field] if info else []
    hidden = [field for field in wanted if info and field not in info.fields and f"{name}.{field}" not in _MAY_LACK]
    remedy = f"Let the run-as user read it by field-level security. {ASSIGN}"
    return [
        Finding(f"field {name}.{field}", ok=False, says="is hidden from the run-as user, and not read", remedy=remedy)
        for field in hidden
    ]


def check_push(connection: Connection) -> Finding:
    """Return whether a secret for the Flow's pushes is known. Without one everything still comes, by polling."""
    if connection.webhook_secrets:
        return Finding("push", ok=True, says="a secret for the Flow is known")
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
    made = Finding(
        "push",
        ok=True,
        says="a secret was made for the Flow",
        remedy=f"For a callout, in Setup, Named Credentials: URL {webhook_url}, header Authorization: Bearer SECRET."
        f" For an outbound message: {webhook_url}/SECRET.",
    )
    return [*findings, made], (new_secret(),)


def new_secret() -> str:
    """Return a fresh secret for the Flow; it may stand in an address."""
    return secrets.token_urlsafe(_SECRET_BYTES)


def _check_sign_in(client: SalesforceClient, connection: Connection) -> list[Finding]:
    token = client.tokens.sign_in()  # a token from before would hide that the secret has changed
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


def _check_wanted_of(client: SalesforceClient, name: str) -> list[Finding]:
    return check_wanted(name, client.describe(name))


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
