"""Webhooks: only what Zendesk signed, lately, with a secret of ours, names a ticket."""

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta

import pytest

from integration.connectors.zendesk.webhook import MAX_BODY_BYTES, PUBLIC_TEST_SECRET, read_event, verify
from integration.errors import SignatureError
from integration.model import TicketRef

SECRET = "c2lkZWxpZ2h0LXVuaXQtdGVzdHM="
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ENVELOPE = {
    "type": "zen:event-type:ticket.comment_added",
    "account_id": 22129848,
    "id": "01JQMQH83YNAKWSWJ8B1QH2NSC",
    "time": "2026-11-20T11:59:58Z",
    "zendesk_event_version": "2022-11-06",
    "subject": "zen:ticket:35436",
    "detail": {"id": "35436", "actor_id": "8447388090494", "status": "OPEN"},
    "event": {"comment": {"id": "4961774125967", "body": "hello"}},
}


def deliver(body, secret=SECRET, sent_at=NOW, prefix="X-Zendesk-"):
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    timestamp = sent_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    digest = hmac.new(secret.encode(), timestamp.encode() + raw, hashlib.sha256).digest()
    return {
        f"{prefix}Webhook-Signature": base64.b64encode(digest).decode(),
        f"{prefix}Webhook-Signature-Timestamp": timestamp,
        f"{prefix}Webhook-Invocation-Id": "01JQMQINVOCATION",
    }, raw


def test_a_signed_and_fresh_delivery_is_accepted():
    headers, raw = deliver(ENVELOPE)
    verify((SECRET,), headers, raw, NOW)


def test_header_names_may_come_in_any_case():
    headers, raw = deliver(ENVELOPE, prefix="x-zENDESK-")
    verify((SECRET,), headers, raw, NOW)


def test_while_a_secret_is_replaced_both_are_accepted():
    headers, raw = deliver(ENVELOPE, secret="the older one")
    verify(("the newer one", "the older one"), headers, raw, NOW)


def test_a_signature_with_another_secret_is_refused():
    headers, raw = deliver(ENVELOPE, secret="somebody else's")
    with pytest.raises(SignatureError, match="none of our secrets"):
        verify((SECRET,), headers, raw, NOW)


def test_a_delivery_is_refused_while_no_secret_is_known():
    headers, raw = deliver(ENVELOPE)
    with pytest.raises(SignatureError, match="none of our secrets"):
        verify((), headers, raw, NOW)


@pytest.mark.parametrize("secret", ["", PUBLIC_TEST_SECRET])
def test_a_secret_that_everybody_knows_proves_nothing(secret):
    headers, raw = deliver(ENVELOPE, secret=secret)
    with pytest.raises(SignatureError, match="none of our secrets"):
        verify((secret,), headers, raw, NOW)


def test_a_changed_body_is_refused():
    headers, raw = deliver(ENVELOPE)
    with pytest.raises(SignatureError, match="none of our secrets"):
        verify((SECRET,), headers, raw.replace(b"35436", b"35437"), NOW)


def test_a_signature_over_body_and_then_timestamp_is_refused():
    # an old page of the vendor's documents shows this order; deliveries do not have it
    headers, raw = deliver(ENVELOPE)
    timestamp = headers["X-Zendesk-Webhook-Signature-Timestamp"]
    digest = hmac.new(SECRET.encode(), raw + timestamp.encode(), hashlib.sha256).digest()
    headers["X-Zendesk-Webhook-Signature"] = base64.b64encode(digest).decode()
    with pytest.raises(SignatureError, match="none of our secrets"):
        verify((SECRET,), headers, raw, NOW)


@pytest.mark.parametrize("name", ["X-Zendesk-Webhook-Signature", "X-Zendesk-Webhook-Signature-Timestamp"])
def test_an_unsigned_delivery_is_refused(name):
    headers, raw = deliver(ENVELOPE)
    del headers[name]
    with pytest.raises(SignatureError, match="not signed"):
        verify((SECRET,), headers, raw, NOW)


def test_a_signature_that_is_not_ascii_is_refused_and_not_a_crash():
    headers, raw = deliver(ENVELOPE)
    headers["X-Zendesk-Webhook-Signature"] = "ünïcode"
    with pytest.raises(SignatureError):
        verify((SECRET,), headers, raw, NOW)


@pytest.mark.parametrize("offset_s", [-301, 301])
def test_a_replayed_or_future_delivery_is_refused(offset_s):
    headers, raw = deliver(ENVELOPE, sent_at=NOW + timedelta(seconds=offset_s))
    with pytest.raises(SignatureError, match="five minutes"):
        verify((SECRET,), headers, raw, NOW)


@pytest.mark.parametrize("offset_s", [-299, 299])
def test_clocks_may_differ_by_almost_five_minutes(offset_s):
    headers, raw = deliver(ENVELOPE, sent_at=NOW + timedelta(seconds=offset_s))
    verify((SECRET,), headers, raw, NOW)


def test_an_oversized_body_is_refused_before_it_is_hashed():
    headers, raw = deliver(b" " * (MAX_BODY_BYTES + 1))
    with pytest.raises(SignatureError, match="bytes"):
        verify((SECRET,), headers, raw, NOW)


def test_the_subject_of_an_event_names_the_ticket():
    headers, raw = deliver(ENVELOPE)
    hint = read_event("zendesk:acme", None, headers, raw)
    assert hint.tickets == (TicketRef("zendesk:acme", "35436"),)
    assert hint.invocation_id == "01JQMQINVOCATION"
    assert not hint.by_us


def test_a_ticket_event_without_subject_is_read_by_its_detail():
    event = {**ENVELOPE, "subject": None, "detail": {"id": "77"}}
    headers, raw = deliver(event)
    assert read_event("zendesk:acme", None, headers, raw).tickets == (TicketRef("zendesk:acme", "77"),)


def test_a_messaging_event_names_its_ticket():
    event = {
        "type": "zen:event-type:messaging_ticket.message_added",
        "subject": "zen:ticket:141",
        "detail": {"id": "141"},
        "event": {"actor": {"id": "99", "type": "agent"}},
    }
    headers, raw = deliver(event)
    hint = read_event("zendesk:acme", "99", headers, raw)
    assert hint.tickets == (TicketRef("zendesk:acme", "141"),)
    assert hint.by_us


def test_an_event_about_a_user_names_no_ticket():
    event = {**ENVELOPE, "type": "zen:event-type:user.created", "subject": "zen:user:6596848315901"}
    headers, raw = deliver(event)
    assert read_event("zendesk:acme", None, headers, raw).tickets == ()


@pytest.mark.parametrize("ticket_id", ["12", 12])
def test_a_triggers_own_body_names_the_ticket(ticket_id):
    headers, raw = deliver({"ticket_id": ticket_id})
    assert read_event("zendesk:acme", None, headers, raw).tickets == (TicketRef("zendesk:acme", "12"),)


def test_an_event_that_our_own_write_caused_is_recognised_by_its_actor():
    headers, raw = deliver(ENVELOPE)
    assert read_event("zendesk:acme", "8447388090494", headers, raw).by_us
    assert not read_event("zendesk:acme", "1", headers, raw).by_us


@pytest.mark.parametrize(
    "body",
    [
        b"not json",
        b"[1]",
        b"{}",
        b'{"ticket_id": "../users"}',
        b'{"ticket_id": true}',
        b'{"ticket_id": -4}',
        b'{"ticket_id": "1/../2"}',
        b'{"type": "zen:event-type:ticket.created", "detail": {"id": null}}',
    ],
)
def test_a_malformed_body_is_refused(body):
    with pytest.raises(SignatureError):
        read_event("zendesk:acme", None, {}, body)
