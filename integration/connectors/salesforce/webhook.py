"""
A push from a Salesforce Flow: an HTTP callout that names one changed case, with a bearer secret. Pure.

Salesforce signs nothing, so the secret travels with the call. A hint is all it can be: the case is read again by API.
"""

import hmac
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from integration.connectors.salesforce.soql import long_id
from integration.errors import SignatureError
from integration.model import Hint, TicketRef

MAX_BODY_BYTES = 64 * 1024

_CASE_ID = re.compile(r"500[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?")


def read_push(
    headers: Mapping[str, str],
    body: bytes,
    *,
    connection: str,
    secrets: Sequence[str],
    organization_id: str | None,
    user_id: str | None,
) -> Hint:
    """
    Verify a push and return the case it names.

    Args:
        headers: Names in any case.
        body: The raw bytes, `{"organizationId": …, "caseId": …, "userId": …}`.
        connection: The connection that was addressed.
        secrets: The secrets that are valid now.
        organization_id: The org that must have sent it; None where that is not known.
        user_id: The user that we run as; None where that is not known.

    Raises:
        SignatureError: forged, oversized or malformed.
    """
    if len(body) > MAX_BODY_BYTES:
        raise SignatureError(f"The push is larger than {MAX_BODY_BYTES} bytes.")
    if not _has_secret(headers, secrets):
        raise SignatureError("The push carries no valid secret; paste the current one into the Flow's credential.")
    row = _read_body(body)
    sender = row.get("organizationId")
    if organization_id and not _is_same(sender, organization_id):
        raise SignatureError("The push comes from another Salesforce org than the one connected.")
    case_id = row.get("caseId")
    if not isinstance(case_id, str) or not _CASE_ID.fullmatch(case_id):
        raise SignatureError("The push names no case; send the record's id as caseId.")
    by_us = bool(user_id) and _is_same(row.get("userId"), user_id)
    return Hint(tickets=(TicketRef(connection, long_id(case_id)),), by_us=by_us)


def _has_secret(headers: Mapping[str, str], secrets: Sequence[str]) -> bool:
    given = next((value for name, value in headers.items() if name.lower() == "authorization"), "")
    scheme, _, token = given.partition(" ")
    matches = [hmac.compare_digest(token.strip().encode(), secret.encode()) for secret in secrets if secret]
    return scheme.lower() == "bearer" and any(matches)


def _read_body(body: bytes) -> dict[str, Any]:
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
