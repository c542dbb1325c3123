"""
A push from a Salesforce Flow that names changed cases: an HTTP callout or an outbound message. Pure.

Salesforce signs nothing. A callout brings a secret as its bearer token; an outbound message can bring none but in its
address. A hint is all that either can be: the case is read again by API, and what the push says of it is not believed.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from integration.connectors.salesforce.soql import long_id
from integration.errors import SignatureError
from integration.model import Hint, TicketRef

MAX_CALLOUT_BYTES = 64 * 1024
MAX_MESSAGE_BYTES = 256 * 1024
MOST_NOTIFICATIONS = 100
"""An outbound message holds no more."""

ACK = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>'
    '<notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse>'
    "</soapenv:Body></soapenv:Envelope>"
)
"""Without it Salesforce sends the message again, for a day."""

_CASE_ID = re.compile(r"500[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?")
_SOAP = "{http://schemas.xmlsoap.org/soap/envelope/}"
_OUTBOUND = "{http://soap.sforce.com/2005/09/outbound}"


@dataclass(frozen=True, slots=True)
class Expected:
    """
    What a push must show to be one.

    Args:
        connection: The connection that was addressed.
        secrets: The secrets that are valid now.
        organization_id: The org that must have sent it; None where that is not known.
        user_id: The user that we run as; None where that is not known.
    """

    connection: str
    secrets: Sequence[str] = field(repr=False)
    organization_id: str | None = None
    user_id: str | None = None


def read_callout(headers: Mapping[str, str], body: bytes, expected: Expected) -> Hint:
    """
    Verify a Flow's HTTP callout, `{"organizationId": …, "caseId": …, "userId": …}`, and return the case it names.

    Raises:
        SignatureError: forged, oversized or malformed.
    """
    if len(body) > MAX_CALLOUT_BYTES:
        raise SignatureError(f"The push is larger than {MAX_CALLOUT_BYTES} bytes.")
    given = next((value for name, value in headers.items() if name.lower() == "authorization"), "")
    scheme, _, token = given.partition(" ")
    if scheme.lower() != "bearer" or not _is_secret(token.strip(), expected.secrets):
        raise SignatureError("The push carries no valid secret; paste the current one into the Flow's credential.")
    row = _read_json(body)
    _check_org(row.get("organizationId"), expected)
    case_id = row.get("caseId")
    if not isinstance(case_id, str) or not _CASE_ID.fullmatch(case_id):
        raise SignatureError("The push names no case; send the record's id as caseId.")
    by_us = bool(expected.user_id) and _is_same(row.get("userId"), expected.user_id)
    return Hint(tickets=(TicketRef(expected.connection, long_id(case_id)),), by_us=by_us)


def read_outbound_message(path_secret: str, body: bytes, expected: Expected) -> Hint:
    """
    Verify an outbound message, SOAP with at most 100 notifications, and return the cases that others have changed.

    A notification is about a case, or about a record that hangs on one by its `ParentId`.

    Raises:
        SignatureError: forged, oversized or malformed.
    """
    if len(body) > MAX_MESSAGE_BYTES:
        raise SignatureError(f"The message is larger than {MAX_MESSAGE_BYTES} bytes; let it send the Id alone.")
    if not _is_secret(path_secret, expected.secrets):
        raise SignatureError("The message's address holds no valid secret; put the current one into it.")
    message = _read_soap(body)
    _check_org(message.findtext(f"{_OUTBOUND}OrganizationId"), expected)
    notifications = message.findall(f"{_OUTBOUND}Notification")
    if not 0 < len(notifications) <= MOST_NOTIFICATIONS:
        raise SignatureError(
            f"The message holds {len(notifications)} notifications; one to {MOST_NOTIFICATIONS} may be."
        )
    told = [_read_record(notification) for notification in notifications]
    by_others = [case for case, user in told if not (expected.user_id and _is_same(user, expected.user_id))]
    refs = tuple(TicketRef(expected.connection, case) for case in dict.fromkeys(by_others or [c for c, _ in told]))
    marks = sorted(notification.findtext(f"{_OUTBOUND}Id") or "" for notification in notifications)
    invocation = hashlib.sha256(" ".join(marks).encode()).hexdigest() if all(marks) else None
    return Hint(tickets=refs, invocation_id=invocation, by_us=not by_others, answer=ACK)


def _read_soap(body: bytes) -> Any:
    """Return the `notifications` element; no entity is resolved, no document type and nothing outside is read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SignatureError("The message is not XML.") from error
    if root.getroottree().docinfo.doctype:
        raise SignatureError("The message declares a document type; an outbound message has none.")
    message = root.find(f"{_SOAP}Body/{_OUTBOUND}notifications") if root.tag == f"{_SOAP}Envelope" else None
    if message is None:
        raise SignatureError("The message is no outbound message.")
    return message


def _read_record(notification: Any) -> tuple[str, str | None]:
    """Return (case id, who changed it) of one notification."""
    record = notification.find(f"{_OUTBOUND}sObject")
    if record is None:
        raise SignatureError("A notification holds no record.")
    values = {etree.QName(child).localname: child.text or "" for child in record.iterchildren(tag=etree.Element)}
    for name in ("Id", "ParentId"):
        if _CASE_ID.fullmatch(values.get(name, "")):
            return long_id(values[name]), values.get("LastModifiedById")
    raise SignatureError("A notification names no case; let it send Id, or the ParentId of what hangs on a case.")


def _is_secret(given: str, secrets: Sequence[str]) -> bool:
    """Whether it is one of the valid secrets; each is compared whole, so that time tells nothing."""
    matches = [hmac.compare_digest(given.encode(), secret.encode()) for secret in secrets if secret]
    return any(matches)


def _check_org(sender: Any, expected: Expected) -> None:
    if expected.organization_id and not _is_same(sender, expected.organization_id):
        raise SignatureError("The push comes from another Salesforce org than the one connected.")


def _read_json(body: bytes) -> dict[str, Any]:
    try:
        row = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise SignatureError("The push is not JSON.") from error
    if not isinstance(row, dict):
        raise SignatureError("The push is no JSON object.")
    return row


def _is_same(given: Any, known: str | None) -> bool:
    """Whether two ids, in their short or long form, name the same record."""
    return isinstance(given, str) and bool(known) and long_id(given) == long_id(known or "")
