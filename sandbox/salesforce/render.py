"""Records as a query answers them: JSON with `attributes`, parents and children, or rows of text for CSV."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sandbox.salesforce.errors import Refusal
from sandbox.salesforce.evaluate import Selection
from sandbox.salesforce.nodes import Aggregate, FieldSet, Path, Query
from sandbox.salesforce.resolve import Getter, Resolved, find_object, getter, parent, resolve
from sandbox.salesforce.schema import Field, SObject
from sandbox.salesforce.soql import caret
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record

_MOST_SUBQUERIES = 20
_MOST_PARENTS = 55
_MOST_FIELDSET_ROWS = 200


def show_value(value: Any) -> Any:
    """Return a value as JSON tells it: times with whole seconds, `.000+0000`."""
    if isinstance(value, datetime):
        return value.isoformat()[:19] + ".000+0000"
    return value.isoformat() if isinstance(value, date) else value


def show_csv(value: Any) -> str:
    """Return a value as Bulk's CSV tells it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat()[:19] + ".000Z" if isinstance(value, datetime) else str(show_value(value))


def attributes(name: str, record_id: str, version: str) -> dict[str, str]:
    """Return the `attributes` of a record."""
    return {"type": name, "url": f"/services/data/v{version}/sobjects/{name}/{record_id}"}


class Shape:
    """The selected columns of one object: own fields, parents with theirs, children with theirs."""

    def __init__(self, org: Org, sobject: SObject, query: Query, *, is_child: bool = False) -> None:
        self._org = org
        self.sobject = sobject
        self.resolved: list[Resolved] = []
        self._root = _Node(sobject.name)
        self._children: list[_Child] = []
        self._query = query
        for column in query.columns:
            self._add(column, is_child=is_child)
        self._readers = [getter(org, resolved) for resolved in self.resolved]
        if len(self._children) > _MOST_SUBQUERIES or sum(1 for r in self.resolved if r.lookups) > _MOST_PARENTS:
            raise Refusal("QUERY_TOO_COMPLICATED", "too many relationships in this query")

    @property
    def has_children(self) -> bool:
        """Whether it holds a subquery."""
        return bool(self._children)

    def page_limit(self, most: int) -> int:
        """Return how many records fit on a page: long texts make pages short."""
        long = [r.field for r in self.resolved if r.field.is_long_text]
        if len(long) > 1:
            return min(most, 200)
        return min(most, 1000) if long else most

    def show(self, row: Record, version: str) -> tuple[dict[str, Any], int]:
        """Return the record as JSON, and how many records of children are in it."""
        record = self._root.show(self._org, row, version)
        count = 0
        for child in self._children:
            rows = child.rows(self._org, row)
            records = [child.shape.show(r, version)[0] for r in rows]
            count += len(rows)
            record[child.name] = {"totalSize": len(rows), "done": True, "records": records} if rows else None
        return record, count

    def csv_columns(self) -> list[str]:
        """Return the names of the columns of a CSV."""
        return [".".join([*(str(x.relationship) for x in r.lookups), r.field.name]) for r in self.resolved]

    def columns(self) -> Iterator[tuple[Resolved, Getter]]:
        """Yield each column, and what reads its value from a record."""
        return zip(self.resolved, self._readers, strict=True)

    def csv_row(self, row: Record) -> list[str]:
        """Return the record's values as CSV tells them."""
        return [show_csv(read(row)) for read in self._readers]

    def _add(self, column: Any, *, is_child: bool) -> None:
        query = self._query
        if isinstance(column, Path):
            resolved = resolve(self._org, self.sobject, column, query.text, query.alias)
            if any(r.lookups == resolved.lookups and r.field == resolved.field for r in self.resolved):
                says = caret(query.text, column.at, f"duplicate field selected: {'.'.join(column.names)}")
                raise Refusal("INVALID_FIELD", says)
            self.resolved.append(resolved)
            self._root.add(resolved.lookups, resolved)
        elif isinstance(column, FieldSet):
            self._add_set(column.kind)
        elif isinstance(column, Query):
            if is_child:
                raise Refusal("MALFORMED_QUERY", caret(query.text, column.at, "unexpected token: SELECT"))
            self._children.append(_Child(self._org, self.sobject, column))
        elif isinstance(column, Aggregate):
            raise Refusal("MALFORMED_QUERY", caret(query.text, column.at, "aggregate functions stand alone"))

    def _add_set(self, kind: str) -> None:
        if kind not in ("ALL", "STANDARD", "CUSTOM"):
            raise Refusal("MALFORMED_QUERY", f"unexpected token: '{kind}'")
        if kind != "STANDARD" and (self._query.limit is None or self._query.limit > _MOST_FIELDSET_ROWS):
            says = "The SOQL FIELDS function must have a LIMIT of at most 200"
            raise Refusal("MALFORMED_QUERY", says)
        for field in self.sobject.fields.values():
            if kind in ("ALL", "CUSTOM" if field.custom else "STANDARD") and self._org.access.sees(self.sobject, field):
                resolved = Resolved((), self.sobject, field, 0)
                self.resolved.append(resolved)
                self._root.add((), resolved)


class _Node:
    """Fields of one record, and of the records its lookups refer to."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._fields: list[str] = []
        self._parents: dict[str, tuple[Field, _Node]] = {}

    def add(self, lookups: tuple[Field, ...], resolved: Resolved) -> None:
        if not lookups:
            self._fields.append(resolved.field.name)
            return
        first = lookups[0]
        name = str(first.relationship)
        if name not in self._parents:
            # a parent that may be one of several objects is told as a Name
            self._parents[name] = (first, _Node("Name" if first.polymorphic else first.refers_to[0]))
        self._parents[name][1].add(lookups[1:], resolved)

    def show(self, org: Org, row: Record, version: str) -> dict[str, Any]:
        url_name = row.get("_object", self._name)
        record: dict[str, Any] = {"attributes": attributes(url_name, row["Id"], version)}
        if url_name != self._name:
            record["attributes"]["type"] = self._name
        for name in self._fields:
            record[name] = show_value(row.get(name))
        for name, (lookup, node) in self._parents.items():
            above = parent(org, lookup, row)
            record[name] = None if above is None else node.show(org, above, version)
        return record


class _Child:
    """A subquery: the records that refer to the record at hand."""

    def __init__(self, org: Org, above: SObject, query: Query) -> None:
        relation = above.child(query.source)
        if relation is None:
            says = (
                f"Didn't understand relationship '{query.source}' in FROM part of query call. If you are attempting to"
                " use a custom relationship, be sure to append the '__r' after the custom relationship name. Please"
                " reference your WSDL or the describe call for the appropriate names."
            )
            raise Refusal("INVALID_TYPE", caret(query.text, query.at, says))
        self.name, child, self._lookup = relation
        sobject = find_object(org, child)
        self.shape = Shape(org, sobject, query, is_child=True)
        self._selection = Selection(org, sobject, query, is_child=True)

    def rows(self, org: Org, row: Record) -> list[Record]:
        near = org.table(self.shape.sobject).having(self._lookup, row["Id"])
        return self._selection.arrange(self._selection.matching(near))
