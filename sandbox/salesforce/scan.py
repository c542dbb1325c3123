"""Selecting from a generated world: conditions on time and id become ranges of numbers, others look at each row."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, overload

from sandbox.salesforce.errors import Refusal
from sandbox.salesforce.generated import TIE, Source
from sandbox.salesforce.literals import Span
from sandbox.salesforce.nodes import Comparison, Logic
from sandbox.salesforce.table import Record, Table

MOST_SORTED = 50_000
"""Rows of a generated world that are sorted by something else than time or id; an unselective sort times out."""
_STAMPS = ("systemmodstamp", "createddate", "lastmodifieddate")
_IN_ORDER = {(), ("Id",), ("CaseNumber",), *((s, *more) for s in ("SystemModstamp", "CreatedDate", "LastModifiedDate")
             for more in ((), ("Id",)))}  # fmt: skip
_INSTANT = timedelta(microseconds=1)
Spans = list[tuple[int, int]]
Test = Callable[[Record], bool]


def timed_out() -> Refusal:
    """Return the refusal of a query that would have to look at too much."""
    return Refusal("QUERY_TIMEOUT", "Your query request was running for too long.")


class Found(Sequence[Record]):
    """The rows that a query selects, as numbers; each is made when it is read. Negative numbers stand for kept rows."""

    def __init__(self, table: Table, source: Source, numbers: Sequence[int], kept: Sequence[Record]) -> None:
        self._table = table
        self.source = source
        self.numbers = numbers
        self._kept = kept

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, at: int) -> Record: ...
    @overload
    def __getitem__(self, at: slice) -> "Found": ...
    def __getitem__(self, at: int | slice) -> "Record | Found":
        if isinstance(at, slice):
            return Found(self._table, self.source, self.numbers[at], self._kept)
        return self.row(self.numbers[at])

    def __iter__(self) -> Iterator[Record]:
        return map(self.row, self.numbers)

    def is_generated(self, number: int) -> bool:
        """Whether nobody has changed this row."""
        return number >= 0 and number not in self._table.changed

    def row(self, number: int) -> Record:
        """Return one row as it stands now."""
        if number < 0:
            return self._kept[-1 - number]
        return self._table.kept[self.source.id(number)] if number in self._table.changed else self.source.record(number)


@dataclass(frozen=True, slots=True)
class Scan:
    """
    One query on a table with generated rows.

    Args:
        table: What is scanned.
        source: Its generated rows.
        read: The value that a comparison's literal is.
        compile: The test that a condition is.
        matching: Those of some records that the whole condition lets through.
        arrange: Sorts records and cuts them, as the query asks.
    """

    table: Table
    source: Source
    read: Callable[[Comparison], Any]
    compile: Callable[[Any], Test]
    matching: Callable[[Iterable[Record]], list[Record]]
    arrange: Callable[[list[Record]], list[Record]]

    def run(
        self, where: Any, order: Sequence[tuple[str, bool]], offset: int, limit: int | None
    ) -> Found | list[Record]:
        """Return the rows. `order`: the fields and whether each is descending."""
        kept = self.matching(self.table.kept.values())
        spans, exact = ([(0, self.source.count)], True) if where is None else self.spans(where)
        descending = any(down for _, down in order)
        names = tuple(name for name, _ in order)
        in_order = names in _IN_ORDER and all(down == descending for _, down in order)
        most = None if limit is None or not in_order else offset + limit + TIE
        numbers = self._numbers(spans, None if exact else self.compile(where), most, backwards=descending and in_order)
        if not in_order:
            if len(numbers) > MOST_SORTED:
                raise timed_out()
            return self.arrange([self.source.record(n) for n in numbers] + kept)
        if len(names) == 1 and names[0] in ("SystemModstamp", "CreatedDate", "LastModifiedDate"):
            # within one second the order is not that of the ids
            spread = self.source.count + 1
            numbers = array("q", sorted(numbers, key=lambda n: self.source.group(n) * spread - n))
        merged = self._merged(numbers, kept, names)
        if descending:
            merged.reverse()
        return Found(self.table, self.source, merged[offset : None if limit is None else offset + limit], kept)

    def spans(self, condition: Any) -> tuple[Spans, bool]:
        """Return the ranges of numbers outside which nothing matches, and whether all within them does."""
        if isinstance(condition, Logic):
            parts = [self.spans(part) for part in condition.parts]
            exact = all(part_exact for _, part_exact in parts)
            if condition.operator == "and":
                spans = parts[0][0]
                for other, _ in parts[1:]:
                    spans = _both(spans, other)
                return spans, exact
            if condition.operator == "or":
                return _either([span for part, _ in parts for span in part]), exact
            return [(0, self.source.count)], False
        return self._of_comparison(condition)

    def _of_comparison(self, condition: Comparison) -> tuple[Spans, bool]:
        everything: Spans = [(0, self.source.count)]
        name = condition.path.names[0].lower()
        plain = len(condition.path.names) == 1 and condition.operator in ("=", "<", "<=", ">", ">=")
        if not plain:
            return everything, False
        if name in _STAMPS or name == "id":
            value = self.read(condition)
            if value is None:
                return [], True
            return _cut(condition.operator, *self._borders(value), self.source.count), True
        own = {key.lower() for key in self.source.own}
        values = {key.lower(): key for key in self.source.templates[0]}
        if name not in own and name in values and len({str(t[values[name]]) for t in self.source.templates}) == 1:
            return (everything if self.compile(condition)(self.source.record(0)) else []), True
        return everything, False

    def _borders(self, value: Any) -> tuple[int, int]:
        """Return the number of the first row that is not below `value`, and of the first above it."""
        if isinstance(value, Span):
            return self.source.first_since(value.start), self.source.first_since(value.end)
        if isinstance(value, datetime):
            return self.source.first_since(value), self.source.first_since(value + _INSTANT)
        numbers = range(self.source.count)
        return bisect_left(numbers, value, key=self.source.id), bisect_right(numbers, value, key=self.source.id)

    def _numbers(self, spans: Spans, test: Test | None, most: int | None, *, backwards: bool) -> "array[int]":
        changed = self.table.changed
        found: array[int] = array("q")
        for start, end in reversed(spans) if backwards else spans:
            span = range(start, end)
            for n in reversed(span) if backwards else span:
                if n not in changed and (test is None or test(self.source.record(n))):
                    found.append(n)
                    if most is not None and len(found) >= most:
                        break
            if most is not None and len(found) >= most:
                break
        if backwards:
            found.reverse()
        return found

    def _merged(self, numbers: "array[int]", kept: list[Record], names: tuple[str, ...]) -> "array[int]":
        def key(row: Record) -> tuple[Any, ...]:
            return tuple(row[name] for name in names)

        for k in sorted(range(len(kept)), key=lambda k: key(kept[k]), reverse=True):
            # the last first: those before it then stand before it, also where both come to the same place
            at = bisect_right(numbers, key(kept[k]), key=lambda n: key(self.source.record(n)) if n >= 0 else (_END,))
            numbers.insert(at, -1 - k)
        return numbers


class _End:
    """Greater than everything."""

    def __lt__(self, _: object) -> bool:
        return False

    def __gt__(self, _: object) -> bool:
        return True


_END = _End()


def _cut(operator: str, first: int, after: int, count: int) -> Spans:
    spans = {"=": (first, after), "<": (0, first), "<=": (0, after), ">": (after, count), ">=": (first, count)}
    start, end = spans[operator]
    return [(start, end)] if start < end else []


def _both(one: Spans, other: Spans) -> Spans:
    pairs = [(max(a, c), min(b, d)) for a, b in one for c, d in other]
    return sorted(pair for pair in pairs if pair[0] < pair[1])


def _either(spans: Spans) -> Spans:
    merged: Spans = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
