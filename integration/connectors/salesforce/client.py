"""
The only door to a Salesforce org: sign-in, calls, paging, errors and limits.

simple-salesforce builds the addresses and reads the answers. What it does with an expired session is replaced here: it
repeats up to three times, drops the call's own headers, and fails on an answer that is no JSON.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, TypeVar, cast

import requests
from simple_salesforce.api import Salesforce

from integration.connectors import Connection
from integration.connectors.salesforce.auth import Token, TokenProvider
from integration.connectors.salesforce.faults import SalesforceCallError, build_error
from integration.connectors.salesforce.limits import CallBudget
from integration.connectors.salesforce.soql import ObjectInfo, read_object
from integration.errors import ConnectorError

API_VERSION = "67.0"

_UNAUTHORIZED = 401
_NOT_FOUND = 404
_FIRST_ERROR = 300
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Rows:
    """What one query call gave. `done` is False where Salesforce holds back more of the same query."""

    records: list[dict[str, Any]]
    done: bool
    next_url: str | None


class _Org(Salesforce):
    """simple-salesforce with our own token, our own single refresh, and every call counted."""

    def __init__(self, address: str, tokens: TokenProvider, budget: CallBudget, session: requests.Session) -> None:
        self._tokens = tokens
        self._budget = budget
        self._token: Token = tokens.current()
        super().__init__(
            instance_url=address,
            session_id=self._token.text,
            session=session,
            version=API_VERSION,
            object_pairs_hook=None,
        )
        # it is set once more by the base class; compact JSON is read a third faster
        self.headers["X-PrettyPrint"] = "0"

    def _call_salesforce(
        self,
        method: str,
        url: str,
        name: str = "",  # noqa: ARG002 - the signature is the base class's own
        retries: int = 0,  # noqa: ARG002 - the signature is the base class's own
        max_retries: int = 1,  # noqa: ARG002 - the signature is the base class's own
        **kwargs: Any,
    ) -> requests.Response:
        """Make one call; a refused token is renewed once, and the same call with the same headers sent once more."""
        response = self._send(method, url, **kwargs)
        if response.status_code == _UNAUTHORIZED and _is_stale(response):
            self._token = self._tokens.renew(self._token)
            self.session_id = self._token.text
            self.headers["Authorization"] = f"Bearer {self._token.text}"
            response = self._send(method, url, **kwargs)
        if response.status_code >= _FIRST_ERROR:
            raise build_error(response.status_code, response.text, response.headers.get("Retry-After"))
        return response

    def _send(self, method: str, url: str, **kwargs: Any) -> requests.Response:
        self._budget.spend()
        headers = self.headers | kwargs.pop("headers", {})
        response = self.session.request(method, url, headers=headers, **kwargs)
        self._budget.learn(response.headers.get("Sforce-Limit-Info"))
        return response


def _is_stale(response: requests.Response) -> bool:
    """Whether a new token could help: not where the session may never use this API, and not for a proxy's page."""
    return "INVALID_SESSION_ID" in response.text and "not valid for use with" not in response.text


class SalesforceClient:
    """
    Calls to one org. Every method raises ConnectorError (SalesforceCallError where the org answered).

    Args:
        connection: The org; its address is the My Domain URL.
        session: Carries every call, with its own time-outs and routes.
        clock: Returns the present moment.
        share: Part of the org's daily API calls that may be ours.
    """

    def __init__(
        self, connection: Connection, session: requests.Session, clock: Callable[[], datetime], share: float
    ) -> None:
        # else each of our writes would run the org's assignment rules and move the case to another owner
        session.headers["Sforce-Auto-Assign"] = "FALSE"
        self.budget = CallBudget(share, clock)
        self.tokens = TokenProvider(connection, session, clock)
        self._address = connection.address
        self._session = session
        self._org: _Org | None = None
        self._described: dict[str, ObjectInfo | None] = {}

    def query(self, soql: str) -> Rows:
        """Return the first rows of a query, deleted ones included."""
        return _rows(self._call(lambda org: org.restful("queryAll", params={"q": soql})))

    def query_to_end(self, soql: str) -> list[dict[str, Any]]:
        """Return all rows of a query, deleted ones included, following its pages."""
        rows = self.query(soql)
        records = rows.records
        while not rows.done and rows.next_url:
            path = rows.next_url.rpartition(f"/v{API_VERSION}/")[2]
            rows = _rows(self._call(partial(_get, path=path)))
            records.extend(rows.records)
        return records

    def describe(self, sobject: str) -> ObjectInfo | None:
        """Return what our user sees of an object, None where it sees none of it. Asked once an instance."""
        if sobject not in self._described:
            try:
                answer = self._call(lambda org: org.restful(f"sobjects/{sobject}/describe"))
            except SalesforceCallError as fault:
                if fault.status != _NOT_FOUND or fault.code not in ("NOT_FOUND", "INVALID_TYPE"):
                    raise
                answer = None
            self._described[sobject] = read_object(answer) if answer else None
        return self._described[sobject]

    def forget_described(self) -> None:
        """Ask again what our user sees: rights have changed meanwhile."""
        self._described.clear()

    def composite(self, subrequests: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Send subrequests as one call, all or none of them taking effect; return one answer for each."""
        body = {"allOrNone": True, "compositeRequest": list(subrequests)}
        answer = self._call(lambda org: org.restful("composite", method="POST", json=body))
        return cast("list[dict[str, Any]]", _expect(answer, dict).get("compositeResponse") or [])

    def update(self, records: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Update records (at most 200) in one call, each on its own; return one result for each."""
        return self._collection("PATCH", records)

    def create(self, records: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Create records (at most 200) in one call, each on its own; return one result for each."""
        return self._collection("POST", records)

    def limits(self) -> dict[str, Any]:
        """Return the org's limits as its `limits` resource tells them."""
        return cast("dict[str, Any]", _expect(self._call(lambda org: org.restful("limits")), dict))

    def _collection(self, method: str, records: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        body = {"allOrNone": False, "records": list(records)}
        answer = self._call(lambda org: org.restful("composite/sobjects", method=method, json=body))
        results = cast("list[dict[str, Any]]", _expect(answer, list))
        if len(results) != len(records):
            raise ConnectorError("Salesforce answered for another number of records than were sent.")
        return results

    def _call(self, run: Callable[[_Org], _T]) -> _T:
        try:
            if self._org is None:
                self._org = _Org(self._address, self.tokens, self.budget, self._session)
            return run(self._org)
        except requests.exceptions.JSONDecodeError as error:
            raise ConnectorError("Salesforce answered with something else than JSON.") from error
        except requests.RequestException as error:
            raise ConnectorError(f"Salesforce could not be reached ({type(error).__name__}).") from error


def _get(org: _Org, path: str) -> Any:
    return org.restful(path)


def build_path(path: str) -> str:
    """Return the absolute path of a REST resource, as subrequests of a composite call want it."""
    return f"/services/data/v{API_VERSION}/{path}"


def _expect(answer: Any, kind: type[_T]) -> _T:
    if not isinstance(answer, kind):
        raise ConnectorError("Salesforce answered in another form than documented.")
    return answer


def _rows(answer: Any) -> Rows:
    body = _expect(answer, dict)
    if not isinstance(body.get("records"), list):
        raise ConnectorError("Salesforce answered a query without records.")
    return Rows(body["records"], bool(body.get("done", True)), body.get("nextRecordsUrl"))
