"""
Webhooks from Zendesk: is it really from there, and which tickets does it name? Pure.

Zendesk signs `timestamp + raw body` with HMAC-SHA256 and sends it as base64; the secret is used as it is shown.
Source: developer.zendesk.com, "Verifying webhook authenticity".
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import orjson

from integration.connectors.zendesk.mapping.directory import read_time
from integration.errors import SignatureError
from integration.model import Hint, TicketRef

MAX_BODY_BYTES = 256 * 1024
MAX_AGE = timedelta(minutes=5)
SIGNATURE = "x-zendesk-webhook-signature"
TIMESTAMP = "x-zendesk-webhook-signature-timestamp"
INVOCATION_ID = "x-zendesk-webhook-invocation-id"

PUBLIC_TEST_SECRET = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ=="  # noqa: S105 - Zendesk publishes it
"""Zendesk signs tests of unsaved webhooks with it; everybody knows it, so it proves nothing."""

_SUBJECT = re.compile(r"zen:ticket:(\d{1,20})")
_TICKET_ID = re.compile(r"\d{1,20}")
_NEVER_OURS = ("_deleted", "undeleted", "_redacted", "merged")
"""Ends of the events that no write of ours causes, or that must not be missed: our user may be a person's as well."""
_TICKET_TYPES = ("zen:event-type:ticket.", "zen:event-type:messaging_ticket.")


def sign(secret: str, timestamp: str, body: bytes) -> str:
    """Return the signature of a delivery."""
    digest = hmac.new(secret.encode(), timestamp.encode() + body, hashlib.sha256).digest()
    return base64.b64encode(digest).decode("ascii")


def verify(secrets: Sequence[str], headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    """
    Return if the delivery is signed with one of `secrets` and fresh.

    Raises:
        SignatureError: it is not, or it is larger than anything that Zendesk sends.
    """
    if len(body) > MAX_BODY_BYTES:
        raise SignatureError(f"The webhook's body has {len(body)} bytes; at most {MAX_BODY_BYTES} are read.")
    given = {name.lower(): value for name, value in headers.items()}
    signature, timestamp = given.get(SIGNATURE), given.get(TIMESTAMP)
    if not signature or not timestamp:
        raise SignatureError("The webhook is not signed; check that it is a Zendesk webhook with a signing secret.")
    valid = False
    for secret in secrets:
        expected = sign(secret, timestamp, body).encode()
        # every secret is tried, so that the time taken tells nothing
        valid |= hmac.compare_digest(expected, signature.encode()) and secret not in ("", PUBLIC_TEST_SECRET)
    if not valid:
        raise SignatureError("The webhook's signature fits none of our secrets; run sidelight connect zendesk again.")
    try:
        sent_at = read_time(timestamp)
    except ValueError:
        raise SignatureError("The webhook's timestamp is no time.") from None
    if abs(now - sent_at) > MAX_AGE:
        raise SignatureError("The webhook was signed more than five minutes ago or ahead; check this machine's clock.")


def read_event(connection: str, own_id: str | None, headers: Mapping[str, str], body: bytes) -> Hint:
    """
    Return the tickets that a verified body names: an event's envelope, or a trigger's own `{"ticket_id": "…"}`.

    An event about something else names none. `own_id` is the user that Sidelight writes as.

    Raises:
        SignatureError: the body is not what either kind looks like.
    """
    try:
        event = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise SignatureError("The webhook's body is not JSON; its format must be JSON.") from None
    if not isinstance(event, dict):
        raise SignatureError("The webhook's body is not a JSON object.")
    given = {name.lower(): value for name, value in headers.items()}
    ticket_id = _ticket_id(event)
    return Hint(
        tickets=(TicketRef(connection, ticket_id),) if ticket_id else (),
        invocation_id=given.get(INVOCATION_ID) or None,
        by_us=own_id is not None and _actor_id(event) == own_id and not str(event.get("type")).endswith(_NEVER_OURS),
    )


def _ticket_id(event: Mapping[str, Any]) -> str | None:
    subject, kind = event.get("subject"), event.get("type")
    if isinstance(subject, str) and (match := _SUBJECT.fullmatch(subject)):
        return match[1]
    if isinstance(kind, str):
        detail = event.get("detail")
        if not kind.startswith(_TICKET_TYPES) or not isinstance(detail, dict):
            return None
        return _read_id(detail.get("id"))
    if "ticket_id" in event:
        return _read_id(event["ticket_id"])
    raise SignatureError("The webhook's body names neither an event type nor a ticket_id.")


def _read_id(value: Any) -> str:
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if not _TICKET_ID.fullmatch(text):
        raise SignatureError("The webhook's body names a ticket by something that is no ticket id.")
    return text


def _actor_id(event: Mapping[str, Any]) -> str | None:
    """Return who did it: `detail.actor_id` in ticket events, `event.actor.id` in messaging events."""
    detail, inner = event.get("detail"), event.get("event")
    actor = detail.get("actor_id") if isinstance(detail, dict) else None
    if actor is None and isinstance(inner, dict) and isinstance(inner.get("actor"), dict):
        actor = inner["actor"].get("id")
    return None if actor is None else str(actor)
