"""
The only door to a Salesforce org: sign-in, calls, paging, errors and limits.

simple-salesforce builds the addresses and reads the answers. What it does with an expired session is replaced here: it
repeats up to three times, drops the call's own headers, fails on an answer that is no JSON, keeps the old token for
bulk calls, and goes on asking an instance that the org has left.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, TypeVar, cast
from urllib.parse import urlsplit, urlunsplit

import requests
from simple_salesforce.api import Salesforce

from integration.connectors import Connection
from integration.connectors.salesforce.auth import Token, TokenProvider
from integration.connectors.salesforce.faults import LIMIT_CODE, NOT_FOR_REST, SalesforceCallError, build_error
from integration.connectors.salesforce.limits import CallShare
from integration.connectors.salesforce.soql import ObjectInfo, read_object
from integration.errors import ConnectorError
from integration.keeping import Keepers, keep_in_memory

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
    """simple-salesforce with the token that all workers share, one renewal a call, and every call counted."""

    def __init__(self, tokens: TokenProvider, share: CallShare, session: requests.Session) -> None:
        self._tokens = tokens
        self._share = share
        self._token: Token = tokens.current()
        super().__init__(
            instance_url=self._token.address,
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
        if _is_stale(response):
            self._use(self._tokens.renew(self._token))
            response = self._send(method, url, **kwargs)
        if response.status_code >= _FIRST_ERROR:
            error = build_error(response.status_code, response.text, response.headers.get("Retry-After"))
            if error.code == LIMIT_CODE and error.retry_after_s:
                self._share.pause(error.retry_after_s)
            raise error
        return response

    def call(self, method: str, path: str, **more: Any) -> requests.Response:
        """Make one call below the API's own path."""
        return self._call_salesforce(method, self.base_url + path, **more)

    def _use(self, token: Token) -> None:
        """Take another token, and its instance: the org may have moved, or got another My Domain."""
        self._token = token
        self.session_id = token.text
        self.sf_instance = str(urlsplit(token.address).hostname)
        self.base_url = token.address + build_path("")
        self.headers["Authorization"] = f"Bearer {token.text}"

    def _send(self, method: str, url: str, **kwargs: Any) -> requests.Response:
        self._share.spend()
        parts = urlsplit(url)
        # what was asked before the org moved is asked where it is now; no redirect may take the token along
        url = self._token.address + urlunsplit(("", "", parts.path, parts.query, ""))
        headers = self.headers | kwargs.pop("headers", {})
        response = self.session.request(method, url, headers=headers, allow_redirects=False, **kwargs)
        self._share.learn(response.headers.get("Sforce-Limit-Info"))
        return response


def _is_stale(response: requests.Response) -> bool:
    """
    Whether a new token could help.

    It could where the session has ended, told as JSON or by a page of HTML, and where the instance sends us elsewhere;
    not where this session may never use the API.
    """
    if response.status_code == _UNAUTHORIZED:
        return NOT_FOR_REST not in response.text
    return response.is_redirect


class SalesforceClient:
    """
    Calls to one org. Every method raises ConnectorError (SalesforceCallError where the org answered).

    Args:
        connection: The org; its address is the My Domain URL.
        session: Carries every call, with its own time-outs and routes.
        clock: Returns the present moment.
        share: Part of the org's daily API calls that may be ours.
        keepers: What all workers share; without them, this one takes itself to be alone with the org.
        sleep: Waits so many seconds, while another worker signs in.
    """

    def __init__(
        self,
        connection: Connection,
        session: requests.Session,
        clock: Callable[[], datetime],
        share: float,
        *,
        keepers: Keepers | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        # else each of our writes would run the org's assignment rules and move the case to another owner
        session.headers["Sforce-Auto-Assign"] = "FALSE"
        keepers = keepers or keep_in_memory()
        self.calls = CallShare(connection.id, share, keepers.budgets, clock)
        self.tokens = TokenProvider(connection, session, keepers.tokens, clock, sleep)
        self._session = session
        self._org: _Org | None = None
        self._described: dict[str, ObjectInfo | None] = {}

    @contextmanager
    def reading_bulk(self) -> Iterator[None]:
        """Make calls that nobody waits for: they leave a part of our share to those that somebody does."""
        self.calls.live = False
        try:
            yield
        finally:
            self.calls.live = True

    def send(self, method: str, path: str, **more: Any) -> requests.Response:
        """
        Make one call below the API's own path and return the answer with its headers, as Bulk API 2.0 needs them.

        simple-salesforce's own bulk calls keep the token that they began with; these use the one that is good now.
        """
        return self._call(lambda org: org.call(method, path, **more))

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
                self._org = _Org(self.tokens, self.calls, self._session)
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
