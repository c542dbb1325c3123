"""
The Flow's outbound message: a SOAP envelope that names changed Cases, sent until it is acknowledged.

As the vendor's: at most 100 notifications a message, in no order, possibly twice, with the record's fields as they are
when it is sent; repeated at growing intervals for 24 hours; without a session id, which the vendor has ended.
"""

import random
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import requests

from sandbox.salesforce.push import routed

MOST_IN_ONE = 100
_TIMEOUT_S = 5.0
_LONGEST_PAUSE_S = 2 * 3600.0
_GIVEN_UP_AFTER_S = 24 * 3600.0
_ACK = "{http://soap.sforce.com/2005/09/outbound}Ack"
_ENVELOPE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"'
    ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
    ' <soapenv:Body>\n  <notifications xmlns="http://soap.sforce.com/2005/09/outbound">\n'
    "   <OrganizationId>{org}</OrganizationId>\n   <ActionId>{action}</ActionId>\n"
    '   <SessionId xsi:nil="true"/>\n'
    "   <EnterpriseUrl>{address}/services/Soap/c/67.0/{org_short}</EnterpriseUrl>\n"
    "   <PartnerUrl>{address}/services/Soap/u/67.0/{org_short}</PartnerUrl>\n"
    "{notifications}  </notifications>\n </soapenv:Body>\n</soapenv:Envelope>"
)


@dataclass(frozen=True, slots=True)
class Target:
    """
    One outbound message as an admin sets it up.

    Args:
        url: Where it goes; a secret in its path is all that a listener can tell it by.
        fields: Case fields that it carries beside the Id.
        retry_s: Pause before the first repetition; it doubles from there.
        gather_s: How long notifications are gathered for one message.
        duplicate_chance: Probability with which an acknowledged notification is sent once more.
        seed: Of that chance and of the order.
    """

    url: str
    fields: tuple[str, ...] = ()
    retry_s: float = 30.0
    gather_s: float = 0.1
    duplicate_chance: float = 0.0
    seed: int = 0


@dataclass(slots=True)
class _Notification:
    id: str
    case_id: str
    made_at_s: float
    due_at_s: float
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Sender:
    """What the org gives: its ids and address, a new id, and a Case's fields as text, as they are now."""

    org_id: Callable[[], str]
    address: str
    new_id: Callable[[str], str]
    read: Callable[[str, Sequence[str]], Mapping[str, str]]


@dataclass(slots=True)
class Outbound:
    """Sends on a thread of its own. Without a target nothing is sent."""

    routes: Mapping[str, str]
    sender: Sender
    sent: int = 0
    acknowledged: int = 0
    dropped: int = 0
    _target: Target | None = None
    _dice: random.Random = field(default_factory=random.Random)
    _waiting: list[_Notification] = field(default_factory=list)
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _thread: threading.Thread | None = None
    _stopped: bool = False

    def configure(self, target: Target | None) -> None:
        """Set where messages go from now on; None turns them off and drops what waits."""
        with self._changed:
            self._target = target
            self._dice = random.Random(target.seed if target else 0)  # noqa: S311 - chance, not a secret
            self._waiting.clear()
            if target is not None and self._thread is None:
                self._thread = threading.Thread(target=self._run, name="salesforce-outbound", daemon=True)
                self._thread.start()
            self._changed.notify()

    def add(self, case_id: str) -> None:
        """Queue a notification of one Case; returns at once."""
        if self._target is None:
            return
        now_s = time.monotonic()
        entry = _Notification(self.sender.new_id("04l"), case_id, now_s, now_s + self._target.gather_s)
        with self._changed:
            self._waiting.append(entry)
            self._changed.notify()

    def show(self) -> dict[str, int]:
        """Return how many notifications were sent (repetitions too), acknowledged, dropped, and wait."""
        with self._changed:
            return {"sent": self.sent, "acknowledged": self.acknowledged, "dropped": self.dropped,
                    "waiting": len(self._waiting)}  # fmt: skip

    def close(self) -> None:
        """End the thread; what still waits is dropped."""
        with self._changed:
            self._stopped = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(timeout=_TIMEOUT_S)

    def _run(self) -> None:
        with requests.Session() as session:
            session.trust_env = False
            while (taken := self._take()) is not None:
                target, batch = taken
                good = self._post(session, target, batch)
                with self._changed:
                    self._settle(target, batch, good=good)

    def _take(self) -> tuple[Target, list[_Notification]] | None:
        """Wait until something is due and return up to 100 notifications; None at the end."""
        with self._changed:
            while not self._stopped:
                now_s = time.monotonic()
                due = [entry for entry in self._waiting if entry.due_at_s <= now_s]
                if due and self._target is not None:
                    self._dice.shuffle(due)
                    batch = due[:MOST_IN_ONE]
                    for entry in batch:
                        self._waiting.remove(entry)
                    return self._target, batch
                soonest_s = min((entry.due_at_s for entry in self._waiting), default=None)
                self._changed.wait(None if soonest_s is None else max(0.0, soonest_s - now_s))
            return None

    def _settle(self, target: Target, batch: list[_Notification], *, good: bool) -> None:
        now_s = time.monotonic()
        self.sent += len(batch)
        for entry in batch:
            entry.attempts += 1
            pause_s = min(target.retry_s * 2 ** (entry.attempts - 1), _LONGEST_PAUSE_S)
            if good:
                self.acknowledged += 1
                again = entry.attempts == 1 and self._dice.random() < target.duplicate_chance
            else:
                again = now_s - entry.made_at_s < _GIVEN_UP_AFTER_S
                self.dropped += not again
            if again and self._target is target:
                entry.due_at_s = now_s + pause_s
                self._waiting.append(entry)

    def _post(self, session: requests.Session, target: Target, batch: list[_Notification]) -> bool:
        url = routed(self.routes, target.url)
        if url is None:
            return False
        headers = {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": '""'}
        try:
            answer = session.post(url, data=self._envelope(target, batch), headers=headers, timeout=_TIMEOUT_S)
        except requests.RequestException:
            return False
        return answer.ok and is_acknowledged(answer.content)

    def _envelope(self, target: Target, batch: list[_Notification]) -> bytes:
        org_id = self.sender.org_id()
        parts = []
        for entry in batch:
            values = self.sender.read(entry.case_id, target.fields)
            inner = "".join(f"     <sf:{name}>{escape(value)}</sf:{name}>\n" for name, value in values.items())
            parts.append(
                f"   <Notification>\n    <Id>{entry.id}</Id>\n"
                '    <sObject xsi:type="sf:Case" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">\n'
                f"     <sf:Id>{entry.case_id}</sf:Id>\n{inner}    </sObject>\n   </Notification>\n"
            )
        text = _ENVELOPE.format(
            org=org_id,
            org_short=org_id[:15],
            action="04k" + org_id[3:],
            address=self.sender.address,
            notifications="".join(parts),
        )
        return text.encode()


def is_acknowledged(body: bytes) -> bool:
    """Whether the listener's answer holds `<Ack>true</Ack>` in the vendor's namespace; nothing else counts."""
    try:
        root = ET.fromstring(body)  # noqa: S314 - the answer of a listener on this machine
    except ET.ParseError:
        return False
    return (root.findtext(f".//{_ACK}") or "").strip() == "true"
