"""
How Zendesk tells us of changes: a webhook of one of two kinds, and for the second kind a trigger that fires it.

A webhook either subscribes to events or is fired by triggers; which of the two cannot be changed once it is made. Ours
are recognised by address or by the mark in their description, whatever an admin renames them to.
"""

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from integration.connectors.zendesk.client import ZendeskClient
from integration.model import Finding

WEBHOOK_NAME, WEBHOOK_MARK = "Sidelight", "[sidelight:webhook]"
TRIGGER_TITLE, TRIGGER_MARK = "Sidelight: tell of changes", "[sidelight:trigger]"
CONDITIONAL = "conditional_ticket_events"
TRIGGER_BODY = '{"ticket_id": "{{ticket.id}}"}'
_TICKET_EVENTS = (
    "created",
    "comment_added",
    "comment_redacted",
    "status_changed",
    "agent_assignment_changed",
    "group_assignment_changed",
    "merged",
    "soft_deleted",
    "undeleted",
)
SUBSCRIPTIONS = (
    *(f"zen:event-type:ticket.{name}" for name in _TICKET_EVENTS),
    # messages are no comments, and fire nothing else
    "zen:event-type:messaging_ticket.message_added",
)
_CONNECT = "Run sidelight connect zendesk."
Row = Mapping[str, Any]


class Kind(StrEnum):
    """The two kinds of webhook."""

    EVENTS = "events"
    TRIGGER = "trigger"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that connecting sees to: what it is and what for, how it stands, and what is done about it."""

    subject: str
    purpose: str
    stands: str
    """`found`, or what will be done."""
    do: Callable[[], str] | None
    """Does it, and returns what was done in words; None where nothing needs doing."""


def kind_of(webhook: Row) -> Kind:
    """Return which of the two kinds a webhook is."""
    return Kind.TRIGGER if CONDITIONAL in (webhook.get("subscriptions") or ()) else Kind.EVENTS


def ours(webhooks: list[dict[str, Any]], url: str | None) -> list[dict[str, Any]]:
    """Return those of the account's webhooks that are ours, the one with the right address first."""
    found = [
        row
        for row in webhooks
        if (url and row.get("endpoint") == url)
        or WEBHOOK_MARK in str(row.get("description") or "")
        or row.get("name") == WEBHOOK_NAME
    ]
    return sorted(found, key=lambda row: row.get("endpoint") != url)


def our_triggers(triggers: list[dict[str, Any]], webhook_ids: set[str]) -> list[dict[str, Any]]:
    """Return those of the account's triggers that are ours: by their mark, or because they fire our webhook."""

    def fires(row: Row) -> bool:
        actions = [a for a in row.get("actions") or () if a.get("field") == "notification_webhook"]
        return any(str(v) in webhook_ids for a in actions for v in list(a.get("value") or ())[:1])

    return [row for row in triggers if TRIGGER_MARK in str(row.get("description") or "") or fires(row)]


def plan(client: ZendeskClient, url: str | None, wanted: Kind | None, own_id: str) -> list[Step]:
    """Return what has to be done so that changes are pushed to `url`; None wants no push and leaves what is there."""
    if url is None:
        return [Step("webhook", "None wanted; changes are found by polling.", "found", None)]
    mine = ours(client.webhooks(), url)
    kind = wanted or (kind_of(mine[0]) if mine else Kind.EVENTS)
    right = [row for row in mine if kind_of(row) is kind]
    others = [row for row in mine if row not in right[:1]]
    steps = [_webhook_step(client, url, kind, right[0] if right else None)]
    triggers: list[dict[str, Any]] = []
    if kind is Kind.TRIGGER or any(kind_of(row) is Kind.TRIGGER for row in mine):
        triggers = our_triggers(client.rows("triggers", "triggers", live=True), {str(row["id"]) for row in mine})
    if kind is Kind.TRIGGER:
        steps.append(_trigger_step(client, url, own_id, triggers[0] if triggers else None))
    more = triggers[1:] if kind is Kind.TRIGGER else triggers
    return [
        *steps,
        *(removal(client, f"trigger {row.get('title')}", f"triggers/{row['id']}") for row in more),
        *(removal(client, f"webhook {row.get('name')} ({kind_of(row)})", f"webhooks/{row['id']}") for row in others),
    ]


def removal(client: ZendeskClient, subject: str, path: str) -> Step:
    """Return the step that removes one thing of ours."""

    def do() -> str:
        client.delete(path)
        return "Removed."

    return Step(subject, "Sidelight made it, and needs it no more.", "will be removed", do)


def _webhook_step(client: ZendeskClient, url: str, kind: Kind, row: Row | None) -> Step:
    subject = "webhook"
    purpose = f"Tells Sidelight at {url} which ticket changed; Zendesk signs what it sends."
    settings = {"status": "active", "endpoint": url, "http_method": "POST", "request_format": "json"}
    subscriptions = [CONDITIONAL] if kind is Kind.TRIGGER else list(SUBSCRIPTIONS)
    description = f"{purpose} {WEBHOOK_MARK}"
    if row is None:

        def create() -> str:
            made = client.create_webhook(
                name=WEBHOOK_NAME, description=description, subscriptions=subscriptions, **settings
            )
            return f"Created, id {made['id']}."

        return Step(subject, purpose, f"will be created, fired by {kind.value}", create)
    known = list(row.get("subscriptions") or ())
    missing = [name for name in subscriptions if name not in known]
    marked = WEBHOOK_MARK in str(row.get("description") or "")
    name = "" if row.get("name") == WEBHOOK_NAME else f" under the name {row.get('name')}"
    if not missing and marked and all(row.get(key) == value for key, value in settings.items()):
        return Step(subject, purpose, f"found, id {row['id']}{name}", None)

    def update() -> str:
        more = {} if marked else {"description": description}
        client.patch_webhook(str(row["id"]), name=row.get("name"), subscriptions=[*known, *missing], **settings, **more)
        return f"Found and brought up to date, id {row['id']}{name}."

    return Step(subject, purpose, f"found, id {row['id']}{name}; will be brought up to date", update)


def _trigger_step(client: ZendeskClient, url: str, own_id: str, row: Row | None) -> Step:
    subject, purpose = "trigger", "Fires the webhook on every change of a ticket that is not Sidelight's own."
    if row is not None and row.get("active", True) and _fires_ours(client, url, row):
        return Step(subject, purpose, f"found, id {row['id']}, “{row.get('title')}”", None)

    def do() -> str:
        # looked up here: the webhook may have been made a moment ago
        hook = next(one for one in ours(client.webhooks(), url) if kind_of(one) is Kind.TRIGGER)
        payload = {"trigger": _trigger(str(hook["id"]), own_id, purpose, row)}
        if row is None:
            return f"Created, id {client.post('triggers', payload)['trigger']['id']}."
        client.put(f"triggers/{row['id']}", payload)
        return f"Found and brought up to date, id {row['id']}."

    stands = "will be created" if row is None else f"found, id {row['id']}; will be brought up to date"
    return Step(subject, purpose, stands, do)


def _fires_ours(client: ZendeskClient, url: str, row: Row) -> bool:
    mine = {str(hook["id"]) for hook in ours(client.webhooks(), url)[:1] if kind_of(hook) is Kind.TRIGGER}
    return bool(our_triggers([{**row, "description": ""}], mine))


def _trigger(webhook_id: str, own_id: str, purpose: str, row: Row | None) -> dict[str, Any]:
    return {
        "title": str(row["title"]) if row else TRIGGER_TITLE,
        "description": f"{purpose} {TRIGGER_MARK}",
        "active": True,
        "conditions": {
            "all": [{"field": "role", "operator": "is_not", "value": own_id}],
            "any": [
                {"field": "update_type", "operator": "is", "value": "Create"},
                {"field": "update_type", "operator": "is", "value": "Change"},
            ],
        },
        "actions": [{"field": "notification_webhook", "value": [webhook_id, TRIGGER_BODY]}],
    }


def secret(client: ZendeskClient, url: str) -> str:
    """Return the signing secret of our webhook."""
    return client.webhook_secret(str(ours(client.webhooks(), url)[0]["id"]))


def check(client: ZendeskClient, secrets: tuple[str, ...]) -> list[Finding]:
    """Check webhook, trigger and signing secret."""
    mine = ours(client.webhooks(), None)
    if not mine:
        wanted = bool(secrets)
        says = "Missing." if wanted else "None; changes are found by polling."
        return [Finding("webhook", ok=not wanted, says=says, remedy=_CONNECT if wanted else None)]
    row = mine[0]
    findings = [_check_webhook(client, row, secrets)]
    if kind_of(row) is Kind.TRIGGER:
        findings.append(_check_trigger(client, str(row["id"])))
    if len(mine) > 1:
        says = f"There are {len(mine)} of ours, and one is enough."
        findings.append(Finding("webhook", ok=False, says=says, remedy=_CONNECT))
    return findings


def _check_webhook(client: ZendeskClient, row: Row, secrets: tuple[str, ...]) -> Finding:
    if row.get("status") != "active":
        return Finding("webhook", ok=False, says=f"Inactive, id {row['id']}.", remedy=_CONNECT)
    missing = [name for name in SUBSCRIPTIONS if name not in (row.get("subscriptions") or ())]
    if missing and kind_of(row) is Kind.EVENTS:
        return Finding("webhook", ok=False, says=f"Is not told of {', '.join(missing)}.", remedy=_CONNECT)
    known = client.webhook_secret(str(row["id"])).encode()
    if not any(hmac.compare_digest(known, ours.encode()) for ours in secrets):
        return Finding("webhook", ok=False, says="Its signing secret is not the one we know.", remedy=_CONNECT)
    return Finding("webhook", ok=True, says=f"Active, fired by {kind_of(row).value}, id {row['id']}.")


def _check_trigger(client: ZendeskClient, webhook_id: str) -> Finding:
    found = our_triggers(client.rows("triggers", "triggers", live=True), {webhook_id})
    if not found:
        return Finding("trigger", ok=False, says="Missing: nothing fires the webhook.", remedy=_CONNECT)
    row = found[0]
    if not row.get("active", True):
        return Finding("trigger", ok=False, says=f"Inactive, id {row['id']}.", remedy=_CONNECT)
    return Finding("trigger", ok=True, says=f"Active, id {row['id']}, “{row.get('title')}”.")
