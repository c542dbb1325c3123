"""COUNT() and the aggregate functions, with or without GROUP BY."""

from collections.abc import Callable
from typing import Any

from sandbox.salesforce.errors import Refusal
from sandbox.salesforce.evaluate import Selection
from sandbox.salesforce.nodes import Aggregate, Path, Query
from sandbox.salesforce.render import show_value
from sandbox.salesforce.resolve import getter, resolve
from sandbox.salesforce.scan import MOST_SORTED, Found, timed_out
from sandbox.salesforce.schema import SObject
from sandbox.salesforce.soql import caret
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record


def show_aggregate(org: Org, sobject: SObject, query: Query, selection: Selection) -> dict[str, Any]:
    """Return the answer of an aggregate query."""
    rows = selection.rows()
    first = query.columns[0]
    if isinstance(first, Aggregate) and first.function == "count" and first.path is None:
        if len(query.columns) > 1 or query.group:
            raise Refusal("MALFORMED_QUERY", caret(query.text, first.at, "COUNT() must be the only element"))
        return {"totalSize": len(rows), "done": True, "records": []}
    if isinstance(rows, Found) and len(rows) > MOST_SORTED:
        raise timed_out()
    keys = [getter(org, resolve(org, sobject, path, query.text, query.alias)) for path in query.group]
    groups: dict[tuple[Any, ...], list[Record]] = {} if keys else {(): []}
    for row in rows:
        groups.setdefault(tuple(key(row) for key in keys), []).append(row)
    columns = _columns(org, sobject, query)
    records = [
        {"attributes": {"type": "AggregateResult"}, **{name: show_value(read(members)) for name, read in columns}}
        for members in groups.values()
    ]
    return {"totalSize": len(records), "done": True, "records": records}


def _columns(org: Org, sobject: SObject, query: Query) -> list[tuple[str, Callable[[list[Record]], Any]]]:
    grouped = {tuple(n.lower() for n in path.names) for path in query.group}
    columns: list[tuple[str, Callable[[list[Record]], Any]]] = []
    unnamed = 0
    for column in query.columns:
        if isinstance(column, Aggregate):
            name = column.alias or f"expr{unnamed}"
            unnamed += column.alias is None
            columns.append((name, _function(org, sobject, query, column)))
        elif isinstance(column, Path) and tuple(n.lower() for n in column.names) in grouped:
            resolved = resolve(org, sobject, column, query.text, query.alias)
            columns.append((resolved.field.name, _first(getter(org, resolved))))
        else:
            at = getattr(column, "at", 0)
            raise Refusal("MALFORMED_QUERY", caret(query.text, at, "Field must be grouped or aggregated"))
    return columns


def _first(read: Callable[[Record], Any]) -> Callable[[list[Record]], Any]:
    return lambda rows: read(rows[0]) if rows else None


def _function(org: Org, sobject: SObject, query: Query, column: Aggregate) -> Callable[[list[Record]], Any]:
    if column.path is None:
        return len
    read = getter(org, resolve(org, sobject, column.path, query.text, query.alias))

    def compute(rows: list[Record]) -> Any:
        values = [value for row in rows if (value := read(row)) is not None]
        if column.function == "count":
            return len(values)
        if column.function == "count_distinct":
            return len(set(values))
        if not values:
            return None
        if column.function in ("min", "max"):
            return min(values) if column.function == "min" else max(values)
        return sum(values) / (len(values) if column.function == "avg" else 1)

    return compute
