"""
Writing many rows of one table at once: a few statements through the driver, each for many rows.

SQLAlchemy's own batches cost more than the database does, for each value of each row; here they are handed to the
driver as they are. Only for tables whose columns are texts and times.

SQLite works on a statement without Python's lock. A statement for each row (`executemany`) takes and gives it a
thousand times a page, and each time another thread may keep it for milliseconds.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import Connection as Tx
from sqlalchemy import Table

from integration.store.tables import Moment

ROWS_A_STATEMENT = 100
"""On SQLite, which takes at most 32,766 values."""

Cells = Sequence[str]
"""One row: a text for each column of the table, in the table's order; times as `moments` writes them."""


_WITHOUT_ZONE = len("2026-11-29 12:00:00.000000")


def moments(tx: Tx) -> Callable[[datetime], str]:
    """Return what writes an aware time as this database's driver takes it in a row of `save_rows`."""
    return _sqlite_moment if tx.dialect.name == "sqlite" else datetime.isoformat


def _sqlite_moment(at: datetime) -> str:
    utc = at if at.tzinfo is UTC else at.astimezone(UTC)
    return utc.isoformat(" ", "microseconds")[:_WITHOUT_ZONE]


def save_rows(tx: Tx, table: Table, rows: Sequence[Cells], *, newer: str | None = None) -> None:
    """
    Insert rows, or overwrite those whose primary key is there; no key may come twice.

    Args:
        tx: The transaction.
        table: Where to.
        rows: A text for every column, in the table's order.
        newer: A column; a row that is there with a greater value in it stays as it is.
    """
    if not rows:
        return
    if tx.dialect.name == "sqlite":
        for start in range(0, len(rows), ROWS_A_STATEMENT):
            some = rows[start : start + ROWS_A_STATEMENT]
            tx.exec_driver_sql(_sqlite_statement(table, newer, len(some)), tuple(chain.from_iterable(some)))
    else:
        columns: tuple[Any, ...] = tuple(map(list, zip(*rows, strict=True)))
        tx.exec_driver_sql(_postgres_statement(table, newer), columns)


@cache
def _sqlite_statement(table: Table, newer: str | None, rows: int) -> str:
    marks = f"({', '.join('?' for _ in table.columns)})"
    values = ", ".join([marks] * rows)
    return f"INSERT INTO {table.name} ({_names(table)}) VALUES {values} {_on_conflict(table, newer)}"  # noqa: S608 - our own names


@cache
def _postgres_statement(table: Table, newer: str | None) -> str:
    # arrays in the driver's binary form (%b): as text, each value would be quoted by itself in Python
    arrays = ", ".join("%b::text[]" for _ in table.columns)
    cells = ", ".join(
        f"cell.{c.name}::timestamptz" if isinstance(c.type, Moment) else f"cell.{c.name}" for c in table.columns
    )
    return (
        f"INSERT INTO {table.name} ({_names(table)}) SELECT {cells} "  # noqa: S608 - our own names
        f"FROM unnest({arrays}) AS cell({_names(table)}) {_on_conflict(table, newer)}"
    )


def _names(table: Table) -> str:
    return ", ".join(f'"{c.name}"' for c in table.columns)


def _on_conflict(table: Table, newer: str | None) -> str:
    keys = ", ".join(column.name for column in table.primary_key)
    others = [c.name for c in table.columns if not c.primary_key]
    if not others:
        return f"ON CONFLICT ({keys}) DO NOTHING"
    values = ", ".join(f'"{name}" = excluded."{name}"' for name in others)
    where = f" WHERE excluded.{newer} >= {table.name}.{newer}" if newer else ""
    return f"ON CONFLICT ({keys}) DO UPDATE SET {values}{where}"
