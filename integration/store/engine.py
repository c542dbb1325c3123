"""The database engine, and the two ways in which a transaction is begun."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection as Tx
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from integration.errors import SettingsError

BUSY_TIMEOUT_MS = 10_000
CACHE_KIB = 32 * 1024
"""Most that each connection to SQLite caches."""
CHECKPOINT_PAGES = 4000
"""Pages of 4 KiB in the write-ahead log after which they are moved to the database file."""


def open_engine(url: str) -> Engine:
    """
    Return an engine for SQLite or PostgreSQL.

    Raises:
        SettingsError: the URL is neither.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:  # ValueError: the port is no number
        raise SettingsError(
            "SIDELIGHT_DATABASE_URL: is no database URL; write postgresql://… or sqlite:///…"
        ) from error
    backend = parsed.get_backend_name()
    if backend == "postgresql":
        return create_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=10)
    if backend != "sqlite":
        raise SettingsError(f"SIDELIGHT_DATABASE_URL: {backend} is not supported; use PostgreSQL or SQLite.")
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        parsed.set(drivername="sqlite"),
        connect_args={"timeout": BUSY_TIMEOUT_MS / 1000, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(dbapi_connection: sqlite3.Connection, _record: Any) -> None:
    # The driver must not begin transactions by itself: `_begin_sqlite` says which kind.
    dbapi_connection.isolation_level = None
    cursor = dbapi_connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    # FULL: a webhook that was answered 2xx must survive a power cut
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    # a backfill writes far more than the two megabytes of cache, and of log between checkpoints, that SQLite keeps
    cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    cursor.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    cursor.close()


def _begin_sqlite(tx: Tx) -> None:
    # IMMEDIATE for writers: a busy time-out does not cure a read that is upgraded to a write.
    writes = tx.get_execution_options().get("writes", True)
    tx.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN DEFERRED")


@contextmanager
def writing(engine: Engine) -> Iterator[Tx]:
    """Open a transaction that writes; it commits at the end, or rolls back where an exception passes."""
    with engine.begin() as tx:
        yield tx


@contextmanager
def reading(engine: Engine) -> Iterator[Tx]:
    """Open one consistent look at the database."""
    options: dict[str, Any] = {"writes": False}
    if engine.dialect.name == "postgresql":
        options["isolation_level"] = "REPEATABLE READ"
    with engine.connect().execution_options(**options) as tx, tx.begin():
        yield tx
