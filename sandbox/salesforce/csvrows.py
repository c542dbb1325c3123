"""Rows as Bulk's CSV. Generated rows are not made for it: their lines are forms that are filled in."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sandbox.salesforce.generated import Source
from sandbox.salesforce.ids import number_of
from sandbox.salesforce.render import Shape, show_csv
from sandbox.salesforce.resolve import Getter, Resolved
from sandbox.salesforce.scan import Found
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record

_STAMPS = ("CreatedDate", "LastModifiedDate", "SystemModstamp")
_PARENTS_KEPT = 4096


def csv_text(org: Org, shape: Shape, rows: Sequence[Record]) -> str:
    """Return the rows as CSV with a head line; every value stands in quotes."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(shape.csv_columns())
    if isinstance(rows, Found):
        text.writelines(_lines(org, shape, rows))
    else:
        writer.writerows(shape.csv_row(row) for row in rows)
    return text.getvalue()


def _lines(org: Org, shape: Shape, rows: Found) -> Iterator[str]:
    form = _Form(org, rows.source, shape)
    for number in rows.numbers:
        if rows.is_generated(number):
            yield form.line(number)
        else:
            yield ",".join(_quoted(value) for value in shape.csv_row(rows.row(number))) + "\n"


class _Form:
    """A line for each template of a source, with gaps for what a row has of its own."""

    def __init__(self, org: Org, source: Source, shape: Shape) -> None:
        self._readers: list[Callable[[int], str]] = []
        columns: list[list[str] | None] = []
        for resolved, read in shape.columns():
            own = _own(org, source, resolved, read)
            if own is not None:
                self._readers.append(own)
            columns.append(None if own else [_quoted(show_csv(read(t))).replace("%", "%%") for t in source.templates])
        self._forms = [
            ",".join('"%s"' if column is None else column[variant] for column in columns) + "\n"
            for variant in range(len(source.templates))
        ]

    def line(self, number: int) -> str:
        return self._forms[number % len(self._forms)] % tuple([read(number) for read in self._readers])


def _own(org: Org, source: Source, resolved: Resolved, read: Getter) -> Callable[[int], str] | None:
    """Return what reads the column from a row's number; None where the row's template tells it."""
    name = (*resolved.lookups, resolved.field)[0].name
    if name == "Id":
        return source.id
    if name in _STAMPS:
        return _Stamp(source)
    value = source.own.get(name)
    if value is None:
        return None
    if not resolved.lookups:
        return _as_text(value)
    table = org.tables.get(resolved.sobject.name)
    if len(resolved.lookups) == 1 and table is not None and table.source is not None and not table.changed:
        return _of_generated(source, table.source, resolved, read)

    @lru_cache(maxsize=_PARENTS_KEPT)
    def of_parent(parent_id: Any) -> str:
        return _escaped(show_csv(read({name: parent_id})))

    return lambda number: of_parent(value(number))


def _of_generated(source: Source, above: Source, resolved: Resolved, read: Getter) -> Callable[[int], str]:
    """Return what reads a field of a parent that is generated itself, where its id shows that it is."""
    lookup, field = resolved.lookups[0].name, resolved.field.name
    value, link = source.own[lookup], source.links.get(lookup)
    own = above.own.get(field)
    if own is not None and link is not None:
        return _as_text(lambda number: own(link(number)))
    plain = own is None and field != "Id" and field not in _STAMPS and len(above.templates) == 1

    @lru_cache(maxsize=_PARENTS_KEPT)
    def of_parent(parent_id: str) -> str:
        number = number_of(parent_id) - 1
        if number >= above.count or (own is None and not plain):
            return _escaped(show_csv(read({lookup: parent_id})))
        return _escaped(show_csv(above.templates[0][field] if own is None else own(number)))

    return lambda number: of_parent(value(number))


class _Stamp:
    """A row's stamp as text; the rows that follow have mostly the same."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._group = -1
        self._text = ""

    def __call__(self, number: int) -> str:
        group = self._source.group(number)
        if group != self._group:
            moment: datetime = self._source.start + group * self._source.step
            self._group, self._text = group, show_csv(moment)
        return self._text


def _as_text(value: Callable[[int], Any]) -> Callable[[int], str]:
    # generated texts hold no quotes
    def text(number: int) -> str:
        told = value(number)
        return told if type(told) is str else show_csv(told)

    return text


def _escaped(value: str) -> str:
    return value.replace('"', '""')


def _quoted(value: str) -> str:
    return f'"{_escaped(value)}"'
