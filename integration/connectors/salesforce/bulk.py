"""
Reading by Bulk API 2.0 query jobs: one is made, looked at until it is complete, and its result read page by page.

A page can be read again for as long as the org keeps the result (seven days). A job that failed, was aborted by an
admin, or is no longer known is told as `LostJobError`: whoever made it makes another one, from the same place.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from integration.connectors.salesforce.client import SalesforceClient
from integration.connectors.salesforce.faults import LIMIT_CODE, SalesforceCallError
from integration.connectors.salesforce.soql import ObjectInfo, is_id, parse_time
from integration.errors import ConnectorError

PAGE_ROWS = 5000
PAGE_ROWS_OF = {"EmailMessage": 2000}
"""Rows of one page: what stays below a few ten megabytes, for mails of some ten kilobytes each."""

WAITS_S = (0.3, 1.0, 3.0)
"""Between looks at a job that is young; an old one is looked at once each time."""
LONGEST_PAUSE_S = 100.0
_LEAST_PAUSE_S = 5.0

_ENDED_BADLY = ("Failed", "Aborted")
# a text of 131,072 characters is the longest that an org holds, and a cell may be as long
csv.field_size_limit(16 * 1024 * 1024)


class LostJobError(ConnectorError):
    """A job that gives nothing: failed, aborted, or no longer known to the org."""


@dataclass(frozen=True, slots=True)
class JobPage:
    """One page of a result: its rows as a REST query tells them, and the locator of the next; empty at the end."""

    rows: list[dict[str, Any]]
    locator: str


class BulkReader:
    """
    Makes and reads jobs. Every method may raise ConnectorError.

    Args:
        client: Makes the calls.
        clock: Returns the present moment.
        sleep: Waits so many seconds.
    """

    def __init__(self, client: SalesforceClient, clock: Callable[[], datetime], sleep: Callable[[float], None]) -> None:
        self._client = client
        self._clock = clock
        self._sleep = sleep

    def make_job(self, soql: str) -> tuple[str, str]:
        """Make a job, deleted rows included; return its id and when it was made, by the org's clock."""
        body = {"operation": "queryAll", "query": soql, "contentType": "CSV", "lineEnding": "LF"}
        try:
            answer = self._client.send("POST", "jobs/query", json=body).json()
        except SalesforceCallError as error:
            if error.code in ("INVALID_FIELD", LIMIT_CODE) or not error.permanent:
                raise
            raise LostJobError(f"The org takes no Bulk job for this ({error.code or error.status}).") from error
        job, made = str(answer.get("id") or ""), str(answer.get("createdDate") or "")
        if not is_id(job) or not made:
            raise ConnectorError("Salesforce made a Bulk job without saying which.")
        return job, made

    def read_page(self, job: str, made: str, locator: str, info: ObjectInfo, columns: Sequence[str]) -> JobPage:
        """
        Return the page of a job's result at `locator`, waiting a little for a job that is not complete.

        Args:
            job: Its id.
            made: When it was made.
            locator: Of the page; empty for the first.
            info: The object that is read.
            columns: What was selected, in its order: used where a page repeats no head line.

        Raises:
            LostJobError: there is nothing to be read any more.
            ConnectorError: it is not complete; `retry_after_s` says when to look again.
        """
        try:
            if not locator:
                self._wait_for(job, made)
            query = {"maxRecords": str(PAGE_ROWS_OF.get(info.name, PAGE_ROWS))}
            query |= {"locator": locator} if locator else {}
            answer = self._client.send("GET", f"jobs/query/{job}/results", params=query, headers={"Accept": "text/csv"})
        except SalesforceCallError as error:
            if error.permanent and error.code != "INVALID_SESSION_ID":
                raise LostJobError(f"The org no longer knows the Bulk job {job} ({error.code}).") from error
            raise
        rows = read_csv(answer.content, info, columns)
        if str(len(rows)) != answer.headers.get("Sforce-NumberOfRecords", str(len(rows))):
            raise ConnectorError("A page of a Bulk job came in part; it is read again.")
        following = answer.headers.get("Sforce-Locator") or ""
        return JobPage(rows, "" if following == "null" else following)

    def _wait_for(self, job: str, made: str) -> None:
        """Return once the job is complete; its state changes within seconds or within an hour."""
        waited_s = (self._clock() - parse_time(made)).total_seconds()
        waits = WAITS_S if waited_s < LONGEST_PAUSE_S else ()
        for pause_s in (*waits, None):
            state = self._client.send("GET", f"jobs/query/{job}").json().get("state")
            if state == "JobComplete":
                return
            if state in _ENDED_BADLY:
                raise LostJobError(f"The Bulk job {job} has {'been aborted' if state == 'Aborted' else 'failed'}.")
            if pause_s is not None:
                self._sleep(pause_s)
        # looked at ever more seldom, so that a job of an hour costs few calls
        later_s = min(LONGEST_PAUSE_S, max(_LEAST_PAUSE_S, waited_s / 4))
        raise ConnectorError("Salesforce is still preparing a Bulk job.", retry_after_s=later_s)


def read_csv(content: bytes, info: ObjectInfo, columns: Sequence[str]) -> list[dict[str, Any]]:
    """
    Return the rows of a page of CSV as a REST query tells them: parents as objects, no value as None.

    Raises:
        LostJobError: the page has no head line, and its rows are not those of `columns`.
    """
    reader = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    try:
        lines = list(reader)
    except csv.Error as error:
        raise ConnectorError("A page of a Bulk job is no CSV; it is read again.") from error
    # whether each page begins with a head line is told both ways; a row begins with an id
    if lines and not is_id(lines[0][0]) and lines[0][0].lower() == "id":
        columns, lines = lines[0], lines[1:]
    if any(len(line) != len(columns) for line in lines):
        raise LostJobError("A page of a Bulk job holds other columns than were asked for.")
    return _Shape(info, columns).rows(lines)


class _Shape:
    """What turns cells into the values that REST tells: column by column, which costs half of going row by row."""

    def __init__(self, info: ObjectInfo, columns: Sequence[str]) -> None:
        kinds = {name: field.type for name, field in info.fields.items()}
        self._read = [_READERS.get(kinds.get(name, ""), _texts) for name in columns]
        self._names = [name for name in columns if "." not in name]
        self._own = [place for place, name in enumerate(columns) if "." not in name]
        self._parents: dict[str, list[tuple[int, str]]] = {}
        for place, name in enumerate(columns):
            lookup, dot, target = name.rpartition(".")
            if dot:
                self._parents.setdefault(lookup, []).append((place, target))

    def rows(self, lines: Sequence[Sequence[str]]) -> list[dict[str, Any]]:
        """Return one row a line."""
        columns = [read(cells) for read, cells in zip(self._read, zip(*lines, strict=True), strict=False)]
        if not columns:
            return []
        values = [columns[place] for place in self._own]
        values += [_parents(columns, fields) for fields in self._parents.values()]
        names = (*self._names, *self._parents)
        return [dict(zip(names, row, strict=True)) for row in zip(*values, strict=True)]


def _texts(cells: Iterable[str]) -> list[Any]:
    return [cell or None for cell in cells]


def _flags(cells: Iterable[str]) -> list[Any]:
    return [cell == "true" for cell in cells]


def _numbers(cells: Iterable[str]) -> list[Any]:
    return [float(cell) if cell else None for cell in cells]


def _times(cells: Iterable[str]) -> list[Any]:
    # one moment is one text, whichever way it was read
    return [f"{cell[:-1]}+0000" if cell[-1:] == "Z" else cell or None for cell in cells]


def _parents(columns: Sequence[list[Any]], fields: Sequence[tuple[int, str]]) -> list[dict[str, Any] | None]:
    """Return a column of parents; records that have the same one share it, as they do in the org."""
    targets = [target for _, target in fields]
    made: dict[tuple[Any, ...], dict[str, Any] | None] = {}
    found = []
    for values in zip(*(columns[place] for place, _ in fields), strict=True):
        if values not in made:
            made[values] = dict(zip(targets, values, strict=True)) if any(values) else None
        found.append(made[values])
    return found


_READERS: Mapping[str, Callable[[Iterable[str]], list[Any]]] = {
    "boolean": _flags,
    "double": _numbers,
    "currency": _numbers,
    "percent": _numbers,
    "datetime": _times,
}
"""By the type that `describe` tells; all else is text."""
