"""The query resources: query, queryAll, and the pages that follow by locator."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import flask

from sandbox.salesforce.aggregate import show_aggregate
from sandbox.salesforce.errors import Refusal, answer
from sandbox.salesforce.evaluate import Selection
from sandbox.salesforce.nodes import Aggregate, Query
from sandbox.salesforce.render import Shape
from sandbox.salesforce.resolve import find_object
from sandbox.salesforce.soql import parse
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record

_LOCATOR_PREFIX = "0r8"
_MOST_LOCATORS = 500
_FEWEST_PER_PAGE = 200


@dataclass(slots=True)
class Locator:
    """The result of a query, kept so that the next page need not look again."""

    id: str
    shape: Shape
    rows: Sequence[Record]
    page_size: int
    made_at: datetime


def run_query(org: Org, text: str, version: str, *, deleted: bool, batch_size: int | None = None) -> dict[str, Any]:
    """Return the first page of a query's answer; Refusal where it cannot be run."""
    query = parse(text)
    sobject = find_object(org, query.source, text, query.at)
    selection = Selection(org, sobject, query, deleted=deleted)
    if query.group or any(isinstance(column, Aggregate) for column in query.columns):
        return show_aggregate(org, sobject, query, selection)
    return _select(org, query, selection, version, batch_size)


def _select(org: Org, query: Query, selection: Selection, version: str, batch_size: int | None) -> dict[str, Any]:
    shape = Shape(org, org.schema[query.source.lower()], query)
    wanted = org.options.page_size if batch_size is None else min(batch_size, org.options.page_size)
    locator = Locator("", shape, selection.rows(), shape.page_limit(wanted), org.now())
    return show_page(org, locator, 0, version)


def show_page(org: Org, locator: Locator, start: int, version: str) -> dict[str, Any]:
    """Return the page from record `start` on. Children count as records, so a page of large families is short."""
    records: list[dict[str, Any]] = []
    weight = 0
    most = locator.page_size if org.page_dice is None else org.page_dice.randint(1, locator.page_size)
    for row in locator.rows[start : start + most]:
        record, children = locator.shape.show(row, version)
        if records and weight + 1 + children > max(locator.page_size, 1):
            break
        records.append(record)
        weight += 1 + children
    end = start + len(records)
    page: dict[str, Any] = {"totalSize": len(locator.rows), "done": end >= len(locator.rows)}
    if not page["done"]:
        if not locator.id:
            locator.id = org.new_id(_LOCATOR_PREFIX)
            org.locators[locator.id] = locator
            for old in list(org.locators)[:-_MOST_LOCATORS]:
                del org.locators[old]
        page["nextRecordsUrl"] = f"/services/data/v{version}/query/{locator.id}-{end}"
    page["records"] = records
    return page


def find_page(org: Org, name: str, version: str) -> dict[str, Any]:
    """Return the page that `0r8…-2000` names; INVALID_QUERY_LOCATOR where it is unknown or too old."""
    locator_id, _, start = name.rpartition("-")
    locator: Locator | None = org.locators.get(locator_id)
    lifetime = timedelta(seconds=org.options.locator_lifetime_s)
    if locator is None or not start.isdigit() or org.now() - locator.made_at > lifetime:
        raise Refusal("INVALID_QUERY_LOCATOR", "invalid query locator")
    return show_page(org, locator, int(start), version)


def _batch_size(org: Org) -> int | None:
    options = flask.request.headers.get("Sforce-Query-Options", "").replace(" ", "").lower()
    _, found, size = options.partition("batchsize=")
    if not found or not size.split(",")[0].isdigit():
        return None
    return min(max(int(size.split(",")[0]), min(_FEWEST_PER_PAGE, org.options.page_size)), org.options.page_size)


def blueprint(org: Org) -> flask.Blueprint:
    """Return the resources."""
    pages = flask.Blueprint("query", __name__)

    def run(version: str, *, deleted: bool) -> flask.Response:
        text = flask.request.args.get("q")
        if text is None:
            raise Refusal("MALFORMED_QUERY", "SOQL query is missing: parameter q is required")
        page = run_query(org, text, version, deleted=deleted, batch_size=_batch_size(org))
        return answer(page)

    @pages.get("/services/data/v<version>/query")
    @pages.get("/services/data/v<version>/query/")
    def query(version: str) -> flask.Response:
        return run(version, deleted=False)

    @pages.get("/services/data/v<version>/queryAll")
    @pages.get("/services/data/v<version>/queryAll/")
    def query_all(version: str) -> flask.Response:
        return run(version, deleted=True)

    @pages.get("/services/data/v<version>/query/<locator>")
    @pages.get("/services/data/v<version>/queryAll/<locator>")
    def next_page(version: str, locator: str) -> flask.Response:
        return answer(find_page(org, locator, version))

    return pages
