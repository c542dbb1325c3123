"""What a refusal by Salesforce means: wait, give up, or ask an admin. Pure; no customer text gets into a message."""

import json
import re
from collections.abc import Mapping
from typing import Any

from integration.errors import ConnectorError

DAILY_WAIT_S = 3600.0
CONCURRENT_WAIT_S = 5.0
LOGIN_WAIT_S = 60.0
LIMIT_CODE = "REQUEST_LIMIT_EXCEEDED"
"""Of both limits, the day's and that of long calls at once."""

SESSION_CODE = "INVALID_SESSION_ID"
NOT_FOR_REST = "not valid for use with"
"""Part of what a session is told that may never use the API, whoever signs in again."""

_FIRST_SERVER_ERROR = 500
_TRANSIENT_STATUSES = frozenset({406, 408, 420, 429})
_TRANSIENT_CODES = frozenset(
    {"UNABLE_TO_LOCK_ROW", "SERVER_UNAVAILABLE", "QUERY_TIMEOUT", "REQUEST_RUNNING_TOO_LONG", "INVALID_QUERY_LOCATOR"}
)
_FIELD = re.compile(r"\b\w+__c\b")
_REMEDIES = {
    "INVALID_SESSION_ID": "Check the app's client id and secret, its `api` scope, and that its run-as user is active.",
    "API_DISABLED_FOR_ORG": "This edition has no API access; ask Salesforce to add it.",
    "API_CURRENTLY_DISABLED": "Give the run-as user the permission API Enabled.",
    "INSUFFICIENT_ACCESS": "Assign the permission set Sidelight_Integration to the run-as user.",
    "INSUFFICIENT_ACCESS_OR_READONLY": "Assign the permission set Sidelight_Integration to the run-as user.",
    "INVALID_FIELD": "Deploy manifest/salesforce and assign the permission set Sidelight_Integration.",
    "INVALID_TYPE": "Assign the permission set Sidelight_Integration to the run-as user.",
    "TXN_SECURITY_METERING_ERROR": "A transaction security policy blocks us; exempt the run-as user from it.",
    "UNSUPPORTED_API_VERSION": "This release of Sidelight is too old or too new for the org's API; update it.",
}
_SIGN_IN_REMEDIES = {
    "invalid_client_id": "The client id is unknown; copy the consumer key of the external client app.",
    "invalid_client": "The client secret is wrong; copy the consumer secret of the external client app.",
    "invalid_grant": "The app refuses this user; allow the client credentials flow and name a run-as user, or for JWT"
    " pre-authorize the user and upload the certificate.",
    "invalid_app_access": "The user is not admitted to the app; pre-authorize it by the app's policies.",
    "inactive_user": "The run-as user is inactive; activate it, or name another one.",
    "inactive_org": "The org is closed or locked; ask Salesforce.",
    "unsupported_grant_type": "The app does not allow this flow; enable client credentials or JWT bearer in it.",
    "unauthorized_client": "The app does not allow this flow; enable client credentials or JWT bearer in it.",
}


class SalesforceCallError(ConnectorError):
    """
    A call that Salesforce answered with an error.

    Args:
        message: What failed and what to do, without customer text.
        status: HTTP status.
        code: Salesforce's `errorCode`; empty where the answer held none.
        fields: The fields that the error names.
        retry_after_s: Seconds to wait.
        permanent: Whether asking again cannot help.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int,
        code: str = "",
        fields: tuple[str, ...] = (),
        retry_after_s: float | None = None,
        permanent: bool = False,
    ) -> None:
        super().__init__(message, retry_after_s=retry_after_s, permanent=permanent)
        self.status = status
        self.code = code
        self.fields = fields


def read_error(body: Any) -> tuple[str, str, tuple[str, ...]]:
    """Return (code, message, fields) of the first error in a REST body or a collections item; empty where none is."""
    first = body[0] if isinstance(body, list) and body else body
    if not isinstance(first, dict):
        return "", "", ()
    code = str(first.get("errorCode") or first.get("statusCode") or first.get("error") or "")
    message = str(first.get("message") or first.get("error_description") or "")
    named = tuple(str(name) for name in first.get("fields") or ())
    return code, message, named or tuple(dict.fromkeys(_FIELD.findall(message)))


def is_transient(item: Any) -> bool:
    """Whether one record's refusal, an item of a collections answer, may be gone when it is sent again."""
    errors = item.get("errors") if isinstance(item, dict) else None
    code, message, _ = read_error(errors)
    # an Apex trigger of the org that hits a lock wraps it in an error of its own
    return code in _TRANSIENT_CODES or "UNABLE_TO_LOCK_ROW" in message


def build_error(status: int, text: str, retry_after: str | None = None) -> SalesforceCallError:
    """
    Return the error for an answer that is none of 2xx.

    Args:
        status: HTTP status.
        text: The body; an HTML page (a proxy, an instance in maintenance) counts as passing.
        retry_after: The header of that name, in seconds, where one came.
    """
    try:
        body = json.loads(text)
    except ValueError:
        body = None
    code, message, fields = read_error(body)
    wait_s = float(retry_after) if retry_after and retry_after.isdigit() else None
    if code == LIMIT_CODE:
        return _limit_error(status, message, wait_s)
    if code == SESSION_CODE and NOT_FOR_REST not in message:
        return SalesforceCallError(
            f"Salesforce refused a token that it has just given ({code}, HTTP {status}). If it stays so:"
            f" {_REMEDIES[code]}",
            status=status,
            code=code,
            retry_after_s=wait_s or LOGIN_WAIT_S,
        )
    passing = status >= _FIRST_SERVER_ERROR or status in _TRANSIENT_STATUSES or code in _TRANSIENT_CODES
    if passing or not code:
        return SalesforceCallError(
            f"Salesforce could not answer just now (HTTP {status} {code or 'without an error code'}).",
            status=status,
            code=code,
            fields=fields,
            retry_after_s=wait_s,
        )
    named = f" on {', '.join(fields)}" if fields else ""
    remedy = _REMEDIES.get(code, "See the integration user's rights in Setup, then run `sidelight doctor`.")
    return SalesforceCallError(
        f"Salesforce refused with {code}{named} (HTTP {status}). {remedy}",
        status=status,
        code=code,
        fields=fields,
        permanent=True,
    )


def _limit_error(status: int, message: str, wait_s: float | None) -> SalesforceCallError:
    """Tell the two limits that share one code apart; only the message says which it is."""
    concurrent = "concurrent" in message.lower()
    return SalesforceCallError(
        "Too many long calls run in this org at once."
        if concurrent
        else "This org's API calls of the last 24 hours are used up.",
        status=status,
        code=LIMIT_CODE,
        retry_after_s=wait_s or (CONCURRENT_WAIT_S if concurrent else DAILY_WAIT_S),
    )


def build_redaction_refusal(ticket_id: str, answer: Mapping[str, Any]) -> ConnectorError:
    """Return the error for a comment of ours that Salesforce does not let us change, from one collections answer."""
    code, _, _ = read_error(answer.get("errors"))
    if is_transient(answer):
        return ConnectorError(f"Salesforce could not change our comment just now ({code}).")
    return ConnectorError(
        f"Our private comment on case {ticket_id} still quotes what was removed. Salesforce lets only users with Modify"
        f" All Data change or delete a comment, and our user must not have that right ({code or 'no error code'})."
        " Let an admin delete the comment on the case.",
        permanent=True,
    )


def build_sign_in_error(status: int, body: Mapping[str, Any]) -> SalesforceCallError:
    """Return the error for an answer of the token endpoint that holds no token."""
    code = str(body.get("error") or "")
    if "login rate exceeded" in str(body.get("error_description") or "").lower():
        return SalesforceCallError(
            "Salesforce limits sign-ins just now.", status=status, code=code, retry_after_s=LOGIN_WAIT_S
        )
    if code in _SIGN_IN_REMEDIES and status < _FIRST_SERVER_ERROR:
        return SalesforceCallError(
            f"Salesforce refused the sign-in ({code}). {_SIGN_IN_REMEDIES[code]}",
            status=status,
            code=code,
            permanent=True,
        )
    return SalesforceCallError(
        f"Salesforce could not sign us in just now (HTTP {status} {code or 'without an error code'}).",
        status=status,
        code=code,
    )
