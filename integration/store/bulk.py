"""
Writing many rows of one table at once: one statement through the driver, whatever the number of rows.

SQLAlchemy's own batches cost more than the database does, for each value of each row; here they are handed to the
driver as they are. Only for tables whose columns are texts and times.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection as Tx
from sqlalchemy import Table

from integration.store.tables import Moment

Cells = Sequence[str]
"""One row: a text for each column of the table, in the table's order; times as `moment` writes them."""


def moment(tx: Tx, at: datetime) -> str:
    """Return an aware time as this database's driver takes it in a row of `save_rows`."""
    if tx.dialect.name == "sqlite":
        return at.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")
    return at.isoformat()


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
        tx.exec_driver_sql(_sqlite_statement(table, newer), list(map(tuple, rows)))
    else:
        columns: tuple[Any, ...] = tuple(map(list, zip(*rows, strict=True)))
        tx.exec_driver_sql(_postgres_statement(table, newer), columns)


@cache
def _sqlite_statement(table: Table, newer: str | None) -> str:
    marks = ", ".join("?" for _ in table.columns)
    return f"INSERT INTO {table.name} ({_names(table)}) VALUES ({marks}) {_on_conflict(table, newer)}"  # noqa: S608 - our own names


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
