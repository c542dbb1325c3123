"""The schema: brought up to date as often as one likes, told from a stranger's, and the same as the models."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from integration.errors import SettingsError
from integration.store import Store, schema
from integration.store.engine import open_engine, writing
from integration.store.tables import metadata
from tests.store.build import NOW, job, jobs_in

ROOT = Path(__file__).parents[2]


@pytest.fixture
def engine(empty_url):
    opened = open_engine(empty_url)
    yield opened
    opened.dispose()


def test_upgrading_twice_is_harmless(empty_url):
    schema.upgrade(empty_url)
    store = Store(empty_url)
    store.put([job("ana")], NOW)
    schema.upgrade(empty_url)
    assert jobs_in(store) == [("assess", "ana")]
    store.close()
    schema.check(empty_url)


def test_several_processes_that_upgrade_an_empty_database_at_once_all_succeed(empty_url):
    code = f"from integration.store import schema; schema.upgrade({empty_url!r})"
    started = [subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=dict(os.environ)) for _ in range(3)]
    assert [process.wait(60) for process in started] == [0, 0, 0]
    schema.check(empty_url)


def test_an_empty_database_is_told_to_migrate(empty_url):
    with pytest.raises(SettingsError, match=r"run `sidelight migrate`"):
        schema.check(empty_url)


def test_a_database_of_another_schema_is_told_to_migrate(empty_url, engine):
    schema.upgrade(empty_url)
    with writing(engine) as tx:
        tx.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SettingsError, match=r"has schema 9999 .* run `sidelight migrate`"):
        schema.check(empty_url)


def test_models_and_migrations_agree(empty_url, engine):
    schema.upgrade(empty_url)
    with engine.connect() as tx:
        context = MigrationContext.configure(tx, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_going_back_to_nothing_leaves_no_table(empty_url, engine):
    schema.upgrade(empty_url)
    config = schema._config()
    with engine.connect() as tx:
        config.attributes["connection"] = tx
        command.downgrade(config, "base")
        tx.commit()
    assert set(inspect(engine).get_table_names()) <= {"alembic_version"}
    schema.upgrade(empty_url)
    schema.check(empty_url)


def test_a_migration_that_fails_half_way_leaves_nothing(empty_url, engine, monkeypatch):
    real = schema.command.upgrade

    def fail_at_the_end(config, revision):
        real(config, revision)
        raise RuntimeError

    monkeypatch.setattr(schema.command, "upgrade", fail_at_the_end)
    with pytest.raises(RuntimeError):
        schema.upgrade(empty_url)
    assert inspect(engine).get_table_names() == []


def test_the_outbox_gives_no_id_twice(store):
    seen = []
    for n in range(3):
        store.put([job(str(n))], NOW)
        claims = store.claim("assess", NOW, 1)
        seen += [c.id for c in claims]
        store.finish(claims)
    assert len(set(seen)) == 3


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("", "is no database URL; write postgresql://… or sqlite:///…"),
        ("nonsense", "is no database URL"),
        ("postgresql://localhost:port/db", "is no database URL"),
        ("mysql://localhost/db", "mysql is not supported; use PostgreSQL or SQLite"),
        ("postgres://localhost/db", "postgres is not supported; use PostgreSQL or SQLite"),
    ],
)
def test_a_wrong_url_is_an_error_that_names_the_variable_and_the_remedy(wrong, says):
    with pytest.raises(SettingsError) as raised:
        Store(wrong)
    assert str(raised.value).startswith("SIDELIGHT_DATABASE_URL: ")
    assert says in str(raised.value)


def test_a_password_in_a_wrong_url_is_not_repeated():
    with pytest.raises(SettingsError) as raised:
        Store("mysql://admin:hidden-word@localhost/db")
    assert "hidden-word" not in str(raised.value)


@pytest.mark.parametrize("driver", ["sqlite+nosuch", "sqlite+aiosqlite"])
def test_any_driver_that_a_url_names_is_replaced_by_the_one_that_is_installed(tmp_path, driver):
    store = Store(f"{driver}:///{tmp_path / 'a.db'}")
    store.ping()
    store.close()


def test_the_folder_of_an_sqlite_file_is_made(tmp_path):
    url = f"sqlite:///{tmp_path / 'new' / 'folder' / 'sidelight.db'}"
    schema.upgrade(url)
    store = Store(url)
    store.ping()
    store.close()


def test_an_open_store_answers_a_ping(store):
    store.ping()


def test_what_an_sqlite_store_commits_survives_a_power_cut(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'a.db'}")
    with engine.connect() as tx:
        assert tx.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert tx.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    engine.dispose()
