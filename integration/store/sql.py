"""The few statements that both databases know and SQLAlchemy writes apart: upserts, and long lists of ids."""

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

from sqlalchemy import JSON, ColumnElement, Row, Select, String, Subquery, Table, cast, exists, func, literal, select
from sqlalchemy import Connection as Tx
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql.dml import Insert as PostgresInsert
from sqlalchemy.dialects.sqlite.dml import Insert as SqliteInsert

T = TypeVar("T")
CHUNK = 500
"""Values in one IN list or one statement: below the smallest limit of either database."""

_PAGE_LOCK, _TICKET_LOCKS, _FORMULA_LOCKS, _RULES_LOCK = 727002, 727003, 727004, 727005
"""Numbers of the locks; `schema` has 727001."""
_TURNS = 64
"""Locks that all formulas share: PostgreSQL holds a few thousand in all."""


def chunks(rows: Sequence[T], size: int = CHUNK) -> Iterator[Sequence[T]]:
    """Yield `rows` in pieces of at most `size`."""
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


class Ref(Protocol):
    """A ticket's or a contact's address."""

    @property
    def connection(self) -> str:
        """The connection that holds it."""

    @property
    def id(self) -> str:
        """Its id there."""


def rows_of(
    tx: Tx, statement: Select[Any], columns: tuple[ColumnElement[Any], ColumnElement[Any]], refs: Iterable[Ref]
) -> Iterator[Row[Any]]:
    """Yield a SELECT's rows whose (connection, id) `columns` are one of `refs`."""
    return rows_by_key(tx, statement, columns, ((ref.connection, ref.id) for ref in refs))


def rows_by_key(
    tx: Tx,
    statement: Select[Any],
    columns: tuple[ColumnElement[Any], ColumnElement[Any]],
    keys: Iterable[tuple[str, str]],
) -> Iterator[Row[Any]]:
    """Yield a SELECT's rows whose two `columns` are one of `keys`, of which few differ in the first."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for first, second in keys:
        by_first[first].append(second)
    for first, those in by_first.items():
        yield from tx.execute(statement.where(columns[0] == first, among(tx, columns[1], those)))


def among(tx: Tx, column: ColumnElement[Any], values: Sequence[str]) -> ColumnElement[bool]:
    """
    Return the condition that `column` is one of `values`, however many.

    They are one parameter, so the statement's text is always the same: with a parameter each, writing the statement
    took longer than running it.
    """
    text = json.dumps(list(values))
    if tx.dialect.name == "postgresql":
        # not `= ANY(array)`: while a table is young the planner takes a thousand of them for a scan of the whole
        return column.in_(select(func.json_array_elements_text(cast(literal(text, String), JSON))))
    return column.in_(select(func.json_each(text).table_valued("value").c.value))


def absent(tx: Tx, column: ColumnElement[Any], values: Sequence[str], where: ColumnElement[bool]) -> list[str]:
    """Return those of `values` that `column` holds in none of the rows that `where` describes, however many."""
    one = listed(tx, values)
    return list(tx.execute(select(one.c.value).where(~exists().where(where, column == one.c.value))).scalars())


def listed(tx: Tx, values: Sequence[str]) -> Subquery:
    """Return values as rows of one column `value`, however many."""
    text = json.dumps(list(values))
    if tx.dialect.name == "postgresql":
        return select(func.json_array_elements_text(cast(literal(text, String), JSON)).label("value")).subquery()
    return select(func.json_each(text).table_valued("value").c.value).subquery()


def storable(text: str) -> str:
    """Return a text without what PostgreSQL keeps in none: NUL and halves of surrogate pairs."""
    return text.replace("\0", "").encode(errors="replace").decode()


def insert(tx: Tx, table: Table) -> "SqliteInsert | PostgresInsert":
    """Return this database's INSERT, which knows ON CONFLICT."""
    return sqlite.insert(table) if tx.dialect.name == "sqlite" else postgresql.insert(table)


def one_at_a_time(tx: Tx) -> None:
    """
    Wait until no other page is being saved; what it brought is seen from here on.

    Of two that save at the same moment, neither sees the contact or the key that the other brings: they would stay two
    customers, or one would blot out the other's contact. SQLite has one writer in any case.
    """
    if tx.dialect.name == "postgresql":
        tx.execute(select(func.pg_advisory_xact_lock(_PAGE_LOCK)))
        # a page is looked up by keys alone; before a young table has statistics, the planner would rather scan it
        tx.execute(select(func.set_config("enable_seqscan", "off", True)))  # noqa: FBT003 - PostgreSQL's own signature


def one_of_a_ticket(tx: Tx, ref: Ref) -> None:
    """
    Wait until no other takes a write of this ticket; what it took is seen from here on.

    Two that decided differently insert different rows, which would not make one wait for the other.
    """
    if tx.dialect.name == "postgresql":
        name = func.hashtext(f"{ref.connection} {ref.id}")
        tx.execute(select(func.pg_advisory_xact_lock(_TICKET_LOCKS, name)))


def one_of_a_formula(tx: Tx, keys: Iterable[str]) -> None:
    """
    Wait until no other changes in which tickets these sentences stand; what it changed is seen from here on.

    Of two that bring a sentence's third and fourth ticket at the same moment, neither would see that it is the third.
    """
    if tx.dialect.name == "postgresql":
        for turn in sorted({zlib.crc32(key.encode()) % _TURNS for key in keys}):
            tx.execute(select(func.pg_advisory_xact_lock(_FORMULA_LOCKS, turn)))


def one_changes_the_rules(tx: Tx) -> None:
    """Wait until no other applies an admin's rules; what it applied is seen from here on."""
    if tx.dialect.name == "postgresql":
        tx.execute(select(func.pg_advisory_xact_lock(_RULES_LOCK)))


def upsert(
    tx: Tx,
    table: Table,
    rows: Sequence[dict[str, Any]],
) -> None:
    """
    Insert rows, or overwrite those whose primary key is there.

    Args:
        tx: The transaction.
        table: Where to.
        rows: One dict a row, all with the same keys.
    """
    if not rows:
        return
    statement = insert(tx, table)
    keys = [column.name for column in table.primary_key]
    values = {name: statement.excluded[name] for name in rows[0] if name not in keys}
    if values:
        tx.execute(statement.on_conflict_do_update(index_elements=keys, set_=values), list(rows))
    else:
        tx.execute(statement.on_conflict_do_nothing(index_elements=keys), list(rows))
