"""Rows as Bulk's CSV. Generated rows are not made for it: their lines are filled into forms, a hundred thousand a second."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sandbox.salesforce.generated import Source
from sandbox.salesforce.render import Shape, show_csv
from sandbox.salesforce.resolve import Getter, Resolved
from sandbox.salesforce.scan import Found
from sandbox.salesforce.table import Record

_STAMPS = ("CreatedDate", "LastModifiedDate", "SystemModstamp")
_PARENTS_KEPT = 4096


def csv_text(shape: Shape, rows: Sequence[Record]) -> str:
    """Return the rows as CSV with a head line; every value stands in quotes."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(shape.csv_columns())
    if isinstance(rows, Found):
        text.writelines(_lines(shape, rows))
    else:
        writer.writerows(shape.csv_row(row) for row in rows)
    return text.getvalue()


def _lines(shape: Shape, rows: Found) -> Iterator[str]:
    form = _Form(rows.source, shape)
    for number in rows.numbers:
        if rows.is_generated(number):
            yield form.line(number)
        else:
            yield ",".join(_quoted(value) for value in shape.csv_row(rows.row(number))) + "\n"


class _Form:
    """A line for each template of a source, with gaps for what a row has of its own."""

    def __init__(self, source: Source, shape: Shape) -> None:
        self._readers: list[Callable[[int], str]] = []
        columns: list[list[str] | None] = []
        for resolved, read in shape.columns():
            own = _own(source, resolved, read)
            if own is not None:
                self._readers.append(own)
            columns.append(
                None if own else [_quoted(show_csv(read(t))).replace("%", "%%") for t in source.templates]
            )
        self._forms = [
            ",".join('"%s"' if column is None else column[variant] for column in columns) + "\n"
            for variant in range(len(source.templates))
        ]

    def line(self, number: int) -> str:
        return self._forms[number % len(self._forms)] % tuple([read(number) for read in self._readers])


def _own(source: Source, resolved: Resolved, read: Getter) -> Callable[[int], str] | None:
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
        return lambda number: _escaped(show_csv(value(number)))

    @lru_cache(maxsize=_PARENTS_KEPT)
    def of_parent(parent_id: Any) -> str:
        return _escaped(show_csv(read({name: parent_id})))

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


def _escaped(value: str) -> str:
    return value.replace('"', '""')


def _quoted(value: str) -> str:
    return f'"{_escaped(value)}"'
