"""Which records a query selects, and in which order. Conditions become functions once, not once a record."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from sandbox.salesforce.errors import Refusal
from sandbox.salesforce.literals import Span, read_literal
from sandbox.salesforce.nodes import Comparison, Literal, Logic, Query, Sort
from sandbox.salesforce.resolve import Resolved, find_object, getter, resolve
from sandbox.salesforce.scan import Found, Scan
from sandbox.salesforce.schema import SObject
from sandbox.salesforce.soql import caret
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record, shuffled

Test = Callable[[Record], bool]

_LINK_RULE = (
    "Implementation restriction: ContentDocumentLink requires a filter by a single Id on ContentDocumentId or"
    " LinkedEntityId using the equals operator or multiple Id's using the IN operator."
)
_MOST_OFFSET = 2000


class Selection:
    """One object's records as a query sees them."""

    def __init__(
        self, org: Org, sobject: SObject, query: Query, *, deleted: bool = False, is_child: bool = False
    ) -> None:
        self._org = org
        self._sobject = sobject
        self._query = query
        self._test = self._compile(query.where) if query.where is not None else None
        keys = [(self._key(sort), sort) for sort in query.order]
        self._sorts = [(resolved, getter(org, resolved), sort) for resolved, sort in keys]
        self._deleted = deleted
        self._salt = org.next_query()
        if (query.offset or 0) > _MOST_OFFSET:
            raise Refusal("NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is 2000")
        # a subquery's records are filtered by their parent already
        if sobject.name == "ContentDocumentLink" and not is_child and self._narrowed(query.where) is None:
            raise Refusal("MALFORMED_QUERY", _LINK_RULE)

    def rows(self) -> Found | list[Record]:
        """
        Return the records, in order.

        Equals stand in an order that is not that of their ids and is another the next time: who needs one must ask.
        """
        table, query = self._org.table(self._sobject), self._query
        narrowed = self._narrowed(query.where)
        if table.source is None or narrowed is not None:
            return self.arrange(self.matching(table.rows.values() if narrowed is None else narrowed))
        order = [("" if found.lookups else found.field.name, sort.descending) for found, _, sort in self._sorts]
        scan = Scan(table, table.source, self._value, self._compile, self.matching, self.arrange)
        return scan.run(query.where, order, query.offset or 0, query.limit)

    def matching(self, rows: Iterable[Record]) -> list[Record]:
        """Return those of `rows` that the conditions let through."""
        test = self._test
        found = rows if test is None else (row for row in rows if test(row))
        return [row for row in found if self._deleted or not row.get("IsDeleted")]

    def arrange(self, rows: list[Record]) -> list[Record]:
        """Sort `rows` and take what OFFSET and LIMIT leave."""
        rows.sort(key=lambda row: shuffled(row, self._salt))
        for resolved, read, sort in reversed(self._sorts):
            rows.sort(key=_sort_key(read, resolved, sort), reverse=sort.descending)
        start = self._query.offset or 0
        stop = None if self._query.limit is None else start + self._query.limit
        return rows[start:stop]

    def _narrowed(self, where: Any) -> list[Record] | None:
        """Return the few records that a condition on an indexed lookup leaves; None without such a condition."""
        parts = where.parts if isinstance(where, Logic) and where.operator == "and" else (where,)
        table = self._org.table(self._sobject)
        for part in parts:
            if not isinstance(part, Comparison) or part.operator not in ("=", "in") or len(part.path.names) != 1:
                continue
            field = self._sobject.find(part.path.names[0])
            if field is None or isinstance(part.values, Query):
                continue
            if field.name != "Id" and not table.finds(field.name):
                continue
            literals = part.values if isinstance(part.values, tuple) else (part.values,)
            ids = self._values(resolve(self._org, self._sobject, part.path, self._query.text), literals)
            if None in ids:
                continue
            if field.name == "Id":
                return [table.rows[i] for i in dict.fromkeys(ids) if i in table.rows]
            return [row for i in dict.fromkeys(ids) for row in table.having(field.name, i)]
        return None

    def _key(self, sort: Sort) -> Resolved:
        resolved = resolve(self._org, self._sobject, sort.path, self._query.text, self._query.alias)
        if not resolved.field.can_sort:
            says = f"field '{resolved.field.name}' can not be sorted in a query call"
            raise Refusal("INVALID_FIELD", caret(self._query.text, sort.path.at, says))
        return resolved

    def _compile(self, condition: Any) -> Test:
        if isinstance(condition, Logic):
            tests = [self._compile(part) for part in condition.parts]
            if condition.operator == "and":
                return lambda row: all(test(row) for test in tests)
            if condition.operator == "or":
                return lambda row: any(test(row) for test in tests)
            return lambda row: not tests[0](row)
        return self._compile_comparison(condition)

    def _compile_comparison(self, condition: Comparison) -> Test:
        text = self._query.text
        target = resolve(self._org, self._sobject, condition.path, text, self._query.alias)
        if not target.field.can_filter:
            says = f"field '{target.field.name}' can not be filtered in a query call"
            raise Refusal("INVALID_FIELD", caret(text, condition.path.at, says))
        read = getter(self._org, target)
        if condition.operator in ("in", "not in"):
            wanted = frozenset(_folded(value) for value in self._members(condition, target))
            inside = condition.operator == "in"
            return lambda row: (_folded(read(row)) in wanted) is inside
        literals = condition.values if isinstance(condition.values, tuple) else (condition.values,)
        values = self._values(target, literals)
        if condition.operator in ("includes", "excludes"):
            return _multiple(read, values, excluded=condition.operator == "excludes")
        if condition.operator == "like":
            return _like(read, values[0])
        return _compare(read, condition.operator, values[0], is_id=target.field.type in ("id", "reference"))

    def _value(self, condition: Comparison) -> Any:
        target = resolve(self._org, self._sobject, condition.path, self._query.text, self._query.alias)
        return self._values(target, (condition.values,))[0]

    def _values(self, target: Resolved, literals: Iterable[Literal]) -> list[Any]:
        now = self._org.now()
        return [read_literal(literal, target, self._query.text, now) for literal in literals]

    def _members(self, condition: Comparison, target: Resolved) -> list[Any]:
        if not isinstance(condition.values, Query):
            return self._values(target, condition.values)
        inner = condition.values
        sobject = find_object(self._org, inner.source, inner.text, inner.at)
        read = getter(self._org, resolve(self._org, sobject, inner.columns[0], inner.text))
        return [read(row) for row in Selection(self._org, sobject, inner).rows()]


def _folded(value: Any) -> Any:
    """Return a text as the vendor compares it: without regard to case. Ids differ enough to survive that."""
    return value.casefold() if isinstance(value, str) else value


def _sort_key(read: Callable[[Record], Any], resolved: Resolved, sort: Sort) -> Callable[[Record], Any]:
    # nulls come first unless asked otherwise, ascending or descending
    null_rank = 1 if sort.nulls_last != sort.descending else -1
    is_id = resolved.field.type in ("id", "reference")

    def key(row: Record) -> Any:
        value = read(row)
        if value is None:
            return (null_rank, "")
        return (0, value if is_id else _folded(value))

    return key


def _compare(read: Callable[[Record], Any], operator: str, wanted: Any, *, is_id: bool) -> Test:
    if isinstance(wanted, Span):
        return _compare_span(read, operator, wanted)
    if not is_id:
        wanted = _folded(wanted)

    def value_of(row: Record) -> Any:
        value = read(row)
        return value if is_id else _folded(value)

    if operator == "=":
        return lambda row: value_of(row) == wanted
    if operator == "!=":
        return lambda row: value_of(row) != wanted
    if wanted is None:
        return lambda _: False
    order: dict[str, Test] = {
        "<": lambda row: (v := value_of(row)) is not None and v < wanted,
        "<=": lambda row: (v := value_of(row)) is not None and v <= wanted,
        ">": lambda row: (v := value_of(row)) is not None and v > wanted,
        ">=": lambda row: (v := value_of(row)) is not None and v >= wanted,
    }
    return order[operator]


def _compare_span(read: Callable[[Record], Any], operator: str, span: Span) -> Test:
    def outcome(value: Any) -> bool:
        if value is None:
            return operator == "!="
        if isinstance(value, date) and not isinstance(value, datetime):
            value = datetime.combine(value, datetime.min.time(), span.start.tzinfo)
        inside = span.start <= value < span.end
        before = value < span.start
        outcomes: dict[str, bool] = {
            "=": inside, "!=": not inside, "<": before, "<=": before or inside,
            ">": not before and not inside, ">=": not before,
        }  # fmt: skip
        return outcomes[operator]

    return lambda row: outcome(read(row))


def _like(read: Callable[[Record], Any], pattern: Any) -> Test:
    parts = re.findall(r"\\.|%|_|[^\\%_]+", str(pattern or ""), re.DOTALL)
    signs = {"%": ".*", "_": "."}
    expression = "".join(signs.get(p) or re.escape(p[1:] if p[0] == "\\" else p) for p in parts)
    match = re.compile(expression, re.IGNORECASE | re.DOTALL).fullmatch
    return lambda row: match(str(read(row) or "")) is not None


def _multiple(read: Callable[[Record], Any], values: list[Any], *, excluded: bool) -> Test:
    wanted = [frozenset(str(value).casefold().split(";")) for value in values if value is not None]

    def has(row: Record) -> bool:
        chosen = frozenset(str(read(row) or "").casefold().split(";"))
        return any(group <= chosen for group in wanted) is not excluded

    return has
