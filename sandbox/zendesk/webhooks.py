"""Endpoints for webhooks. They are another service at Zendesk, with errors in another shape."""

import secrets
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import flask

from sandbox.zendesk.answers import answer, nothing, sent_json, sent_object
from sandbox.zendesk.auth import caller, need_admin
from sandbox.zendesk.delivery import Deliverer
from sandbox.zendesk.errors import ApiError
from sandbox.zendesk.hooks import CONDITIONAL, EVENT_TYPES
from sandbox.zendesk.pages import page
from sandbox.zendesk.rows import Invocation, Webhook
from sandbox.zendesk.state import Account
from sandbox.zendesk.text import iso, ulid

TEST_SECRET = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ=="  # noqa: S105 - the same for everybody, and public


def webhooks_blueprint(account: Account, deliverer: Deliverer) -> flask.Blueprint:
    """Return the endpoints for webhooks. They are for admins."""
    webhooks = flask.Blueprint("webhooks", __name__, url_prefix="/api/v2/webhooks")
    webhooks.before_request(need_admin)
    _add_hooks(webhooks, account)
    _add_secrets(webhooks, account)
    _add_invocations(webhooks, account)
    _add_test(webhooks, account, deliverer)
    return webhooks


def _refused(status: int, code: str, title: str, detail: str) -> ApiError:
    return ApiError(status, {"errors": [{"code": code, "title": title, "detail": detail}]})


def _add_hooks(webhooks: flask.Blueprint, account: Account) -> None:
    address = account.options.address

    @webhooks.get("")
    def list_hooks() -> flask.Response:
        words = flask.request.args.get("filter[name_contains]", "").lower()
        rows = [w for w in account.webhooks.values() if words in w.name.lower()]
        return answer(page(rows, "webhooks", show_webhook, address, cursor_only=True))

    @webhooks.post("")
    def create() -> flask.Response:
        given = sent_object("webhook")
        now = account.now()
        webhook = Webhook(
            id=ulid(account.clock(), account.next_id()),
            name=str(given.get("name") or ""),
            endpoint=str(given.get("endpoint") or ""),
            subscriptions=tuple(given.get("subscriptions") or ()),
            secret=secrets.token_urlsafe(32),
            status=str(given.get("status") or "active"),
            created_at=now,
            created_by=caller().user.id,
            updated_at=now,
            http_method=str(given.get("http_method") or ""),
            request_format=str(given.get("request_format") or ""),
            description=given.get("description"),
            headers=dict(given.get("custom_headers") or {}),
        )
        _check(webhook)
        account.webhooks[webhook.id] = webhook
        return answer({"webhook": show_webhook(webhook)}, 201)

    @webhooks.get("/<webhook_id>")
    def show(webhook_id: str) -> flask.Response:
        return answer({"webhook": show_webhook(_webhook(account, webhook_id))})

    @webhooks.route("/<webhook_id>", methods=["PUT", "PATCH"])
    def update(webhook_id: str) -> flask.Response:
        webhook = _webhook(account, webhook_id)
        given = sent_object("webhook")
        before = webhook.subscriptions
        wanted = tuple(given.get("subscriptions") or before)
        if (CONDITIONAL in wanted) != (CONDITIONAL in before):
            raise _refused(400, "InvalidSubscriptions", "Invalid subscriptions", "The kind cannot be changed")
        for name in ("name", "endpoint", "status", "http_method", "request_format", "description"):
            if name in given:
                setattr(webhook, name, given[name])
        webhook.subscriptions, webhook.updated_at = wanted, account.now()
        webhook.headers = dict(given.get("custom_headers", webhook.headers) or {})
        _check(webhook)
        return nothing()

    @webhooks.delete("/<webhook_id>")
    def delete(webhook_id: str) -> flask.Response:
        del account.webhooks[_webhook(account, webhook_id).id]
        return nothing()


def _add_secrets(webhooks: flask.Blueprint, account: Account) -> None:
    @webhooks.get("/<webhook_id>/signing_secret")
    def read(webhook_id: str) -> flask.Response:
        return answer({"signing_secret": {"algorithm": "SHA256", "secret": _webhook(account, webhook_id).secret}})

    @webhooks.post("/<webhook_id>/signing_secret")
    def reset(webhook_id: str) -> flask.Response:
        webhook = _webhook(account, webhook_id)
        webhook.secret = secrets.token_urlsafe(32)
        return answer({"signing_secret": {"algorithm": "SHA256", "secret": webhook.secret}}, 201)


def _add_invocations(webhooks: flask.Blueprint, account: Account) -> None:
    @webhooks.get("/<webhook_id>/invocations")
    def invocations(webhook_id: str) -> flask.Response:
        def shown(invocation: Invocation) -> dict[str, Any]:
            last = invocation.attempts[-1] if invocation.attempts else None
            return {
                "id": invocation.id,
                "status": invocation.status,
                "status_code": last[1] if last else None,
                "latest_completed_at": iso(last[0]) if last else None,
            }

        rows = [i for i in account.invocations if i.webhook_id == _webhook(account, webhook_id).id]
        return answer(page(list(reversed(rows)), "invocations", shown, account.options.address, cursor_only=True))

    @webhooks.get("/<webhook_id>/invocations/<invocation_id>/attempts")
    def attempts(webhook_id: str, invocation_id: str) -> flask.Response:
        _webhook(account, webhook_id)
        found = [i for i in account.invocations if i.id == invocation_id]
        rows = [
            {"id": f"{i.id}-{n}", "invocation_id": i.id, "status": s, "status_code": code, "completed_at": iso(at)}
            for i in found
            for n, (at, code, s) in enumerate(i.attempts)
        ]
        return answer({"attempts": rows})


def _add_test(webhooks: flask.Blueprint, account: Account, deliverer: Deliverer) -> None:
    @webhooks.post("/test")
    def test() -> flask.Response:
        given = sent_json().get("request")
        given = given if isinstance(given, dict) else {}
        named = flask.request.args.get("webhook_id")
        now = account.now()
        webhook = replace(_webhook(account, named)) if named else _unsaved(now)
        webhook.endpoint = str(given.get("endpoint") or webhook.endpoint)
        webhook.http_method = str(given.get("http_method") or webhook.http_method)
        _check(webhook)
        payload = given.get("payload")
        body = payload if isinstance(payload, str) else ""
        status, headers, text = deliverer.test(webhook, body.encode())
        told = [{"key": key, "value": value} for key, value in headers.items()]
        return answer({"response": {"status": status, "headers": told, "payload": text}})


def _unsaved(now: datetime) -> Webhook:
    """Return a webhook that is only tried out: it is signed with the secret that all of those have."""
    return Webhook("", "test", "", (), TEST_SECRET, "active", now, 0, now)


def _webhook(account: Account, webhook_id: str) -> Webhook:
    if webhook_id not in account.webhooks:
        raise _refused(404, "WebhookNotFound", "Webhook not found", "There is no webhook with this id")
    return account.webhooks[webhook_id]


def _check(webhook: Webhook) -> None:
    """
    Hold a webhook against the service's rules.

    Raises:
        ApiError: 400 with the first rule that it breaks.
    """
    parts = urlsplit(webhook.endpoint)
    if parts.scheme != "https" or not parts.hostname:
        raise _refused(400, "InvalidEndpoint", "Invalid endpoint", "endpoint must be an https address")
    if not webhook.name.strip():
        raise _refused(400, "InvalidName", "Invalid name", "name cannot be blank")
    if webhook.status not in ("active", "inactive"):
        raise _refused(400, "InvalidStatus", "Invalid status", "status must be active or inactive")
    if webhook.http_method not in ("GET", "POST", "PUT", "PATCH", "DELETE"):
        raise _refused(400, "InvalidHTTPMethod", "Invalid http_method", "http_method is not supported")
    if webhook.request_format not in ("json", "xml", "form_encoded"):
        raise _refused(400, "InvalidRequestFormat", "Invalid request_format", "request_format is not supported")
    unknown = [s for s in webhook.subscriptions if s != CONDITIONAL and s not in EVENT_TYPES]
    if unknown:
        raise _refused(400, "InvalidSubscriptions", "Invalid subscriptions", f"unknown event types {unknown}")
    if CONDITIONAL in webhook.subscriptions and len(webhook.subscriptions) > 1:
        raise _refused(400, "InvalidSubscriptions", "Invalid subscriptions", "the two kinds exclude each other")
    events = any(s != CONDITIONAL for s in webhook.subscriptions)
    if events and (webhook.http_method, webhook.request_format) != ("POST", "json"):
        raise _refused(400, "InvalidRequestFormat", "Invalid request_format", "events are sent as POST with json")


def show_webhook(webhook: Webhook) -> dict[str, Any]:
    """Return a webhook. The signing secret is never part of it."""
    return {
        "id": webhook.id,
        "name": webhook.name,
        "description": webhook.description,
        "status": webhook.status,
        "subscriptions": list(webhook.subscriptions),
        "created_at": iso(webhook.created_at),
        "created_by": str(webhook.created_by),
        "updated_at": iso(webhook.updated_at),
        "updated_by": str(webhook.created_by),
        "endpoint": webhook.endpoint,
        "http_method": webhook.http_method,
        "request_format": webhook.request_format,
        "custom_headers": webhook.headers or None,
        "external_source": None,
    }
