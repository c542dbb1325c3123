"""Delivers events to webhooks, signed, on a thread of its own, and tries again as Zendesk does."""

import base64
import hashlib
import heapq
import hmac
import itertools
import threading
import time
import uuid
from dataclasses import dataclass, field

import orjson
import requests

from sandbox.zendesk.breaker import Breaker
from sandbox.zendesk.hooks import envelope
from sandbox.zendesk.rows import Invocation, Webhook
from sandbox.zendesk.state import ACCOUNT_ID, Account, Happening
from sandbox.zendesk.text import iso, ulid

CONFLICT_TRIES = 3
TIMEOUT_TRIES = 5
LONGEST_RETRY_AFTER_S = 60
_IDLE_S = 0.05
_TEST_TIMEOUT_S = 10.0


@dataclass(slots=True)
class _Delivery:
    webhook: Webhook
    invocation: Invocation
    body: bytes
    tries: dict[str, int] = field(default_factory=dict)


class Deliverer:
    """
    Takes what happened from the account and delivers it.

    Nothing ever leaves this machine: what no route of the options leads to a loopback address is not sent, and its
    invocation says so.
    """

    def __init__(self, account: Account) -> None:
        self._account = account
        self._due: list[tuple[float, int, _Delivery]] = []
        self._numbers = itertools.count()
        self._stopped = threading.Event()
        self._breakers: dict[str, Breaker] = {}
        self._session = requests.Session()
        self._session.trust_env = False
        self._thread = threading.Thread(target=self._run, name="zendesk-webhooks", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop; what was not delivered is lost."""
        self._stopped.set()
        self._thread.join(timeout=2)
        self._session.close()

    def test(self, webhook: Webhook, body: bytes) -> tuple[int, dict[str, str], str]:
        """
        Send one test request now, signed with the webhook's secret, and return status, headers and body of the answer.

        0 is the status where nobody answers.
        """
        number = self._account.next_id()
        invocation = Invocation(ulid(self._account.clock(), number), webhook.id, "test", self._account.now())
        target = self._target(webhook.endpoint)
        if target is None:
            return 0, {}, ""
        headers = self._headers(_Delivery(webhook, invocation, body))
        try:
            # a connection of its own: the other one belongs to the thread that delivers
            answered = requests.request(
                webhook.http_method, target, data=body, headers=headers, timeout=_TEST_TIMEOUT_S
            )
        except requests.RequestException:
            return 0, {}, ""
        return answered.status_code, dict(answered.headers), answered.text

    def _run(self) -> None:
        while not self._stopped.is_set():
            self._take()
            now_s = time.monotonic()
            if self._due and self._due[0][0] <= now_s:
                self._deliver(heapq.heappop(self._due)[2])
                continue
            self._stopped.wait(_IDLE_S)

    def _take(self) -> None:
        """Turn what happened into deliveries, one for each webhook that subscribed to it."""
        account = self._account
        with account.lock:
            happenings, account.happenings = account.happenings, []
            for position, happening in enumerate(happenings):
                for webhook in account.webhooks.values():
                    named = happening.webhook_id in (None, webhook.id)
                    if webhook.status == "active" and named and happening.type in webhook.subscriptions:
                        self._queue(self._delivery(webhook, happening, position))

    def _delivery(self, webhook: Webhook, happening: Happening, position: int) -> _Delivery:
        account = self._account
        number = account.next_id()
        event_id = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{account.options.address}/events/{number}"))
        invocation = Invocation(ulid(account.clock(), number), webhook.id, happening.type, account.now())
        account.invocations.append(invocation)
        if happening.body is not None:
            return _Delivery(webhook, invocation, happening.body.encode())
        return _Delivery(webhook, invocation, orjson.dumps(envelope(happening, event_id, position)))

    def _queue(self, delivery: _Delivery, wait_s: float = 0.0) -> None:
        heapq.heappush(self._due, (time.monotonic() + wait_s, next(self._numbers), delivery))

    def _deliver(self, delivery: _Delivery) -> None:
        target = self._target(delivery.webhook.endpoint)
        if target is None:
            self._note(delivery, 0, "failed")
            return
        options = self._account.options
        breaker = self._breakers.setdefault(delivery.webhook.id, Breaker(options.webhook_pause_s))
        if breaker.is_open(time.monotonic()):
            # dropped, not kept for later: whoever missed it must reconcile by the exports
            self._note(delivery, 0, "circuit broken")
            return
        try:
            answered = self._session.request(
                delivery.webhook.http_method,
                target,
                data=delivery.body,
                headers=self._headers(delivery),
                timeout=options.webhook_timeout_s,
                allow_redirects=False,
            )
        except requests.Timeout:
            breaker.note(time.monotonic(), failed=True)
            self._retry(delivery, 504, "timeout", TIMEOUT_TRIES, options.webhook_retry_wait_s)
            return
        except requests.RequestException:
            breaker.note(time.monotonic(), failed=True)
            self._note(delivery, 0, "failed")
            return
        breaker.note(time.monotonic(), failed=not answered.ok)
        self._judge(delivery, answered)

    def _judge(self, delivery: _Delivery, answered: requests.Response) -> None:
        code = answered.status_code
        wait_s = self._account.options.webhook_retry_wait_s
        if 200 <= code < 300:  # noqa: PLR2004 - the range of success
            self._note(delivery, code, "completed")
        elif code == 409:  # noqa: PLR2004 - a status
            self._retry(delivery, code, "conflict", CONFLICT_TRIES, wait_s)
        elif code in (429, 503) and (after := _retry_after_s(answered)) is not None:
            self._retry(delivery, code, "later", CONFLICT_TRIES, after)
        else:
            self._note(delivery, code, "failed")

    def _retry(self, delivery: _Delivery, code: int, reason: str, most: int, wait_s: float) -> None:
        tries = delivery.tries[reason] = delivery.tries.get(reason, 0) + 1
        if tries > most:
            self._note(delivery, code, "terminated")
            return
        self._note(delivery, code, "in progress")
        self._queue(delivery, wait_s)

    def _note(self, delivery: _Delivery, code: int, status: str) -> None:
        with self._account.lock:
            delivery.invocation.status = status
            delivery.invocation.attempts.append((self._account.now(), code, status))

    def _target(self, endpoint: str) -> str | None:
        for prefix, loopback in self._account.options.webhook_routes.items():
            if endpoint.startswith(prefix.rstrip("/")):
                return loopback.rstrip("/") + endpoint[len(prefix.rstrip("/")) :]
        return None

    def _headers(self, delivery: _Delivery) -> dict[str, str]:
        stamp = iso(self._account.clock())
        return {
            **delivery.webhook.headers,
            "Content-Type": "application/json; charset=utf-8",
            "User-Agent": "Zendesk Webhook",
            "X-Zendesk-Account-Id": str(ACCOUNT_ID),
            "X-Zendesk-Webhook-Id": delivery.webhook.id,
            "X-Zendesk-Webhook-Invocation-Id": delivery.invocation.id,
            "X-Zendesk-Webhook-Signature": sign(delivery.webhook.secret, stamp, delivery.body),
            "X-Zendesk-Webhook-Signature-Timestamp": stamp,
        }


def sign(secret: str, stamp: str, body: bytes) -> str:
    """Return the signature of a delivery: over the timestamp, then the raw body, with the secret as it is written."""
    return base64.b64encode(hmac.new(secret.encode(), stamp.encode() + body, hashlib.sha256).digest()).decode()


def _retry_after_s(answered: requests.Response) -> float | None:
    """Return the seconds of Retry-After where they are short enough to be waited for."""
    text = answered.headers.get("retry-after", "")
    if not text.isdigit() or int(text) >= LONGEST_RETRY_AFTER_S:
        return None
    return float(text)
