"""A store on each database that Sidelight knows; every test gets one that is empty."""

import os
import shutil
import uuid
from contextlib import contextmanager

import psycopg
import pytest
from sqlalchemy import make_url, text

from integration.store import Store, schema
from integration.store.credentials import new_key
from integration.store.engine import open_engine, writing
from integration.store.tables import metadata
from tests.store.build import LEASE_S

ADMIN_URL = os.environ.get("SIDELIGHT_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
KEY = new_key()


@contextmanager
def own_database():
    """Create a database of our own on the server; drop it at the end."""
    name = f"sidelight_test_{uuid.uuid4().hex}"
    with psycopg.connect(ADMIN_URL, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
    try:
        yield make_url(ADMIN_URL).set(database=name).render_as_string(hide_password=False)
    finally:
        with psycopg.connect(ADMIN_URL, autocommit=True) as admin:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("store") / "migrated.db"
    schema.upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_server():
    with own_database() as url:
        schema.upgrade(url)
        engine = open_engine(url)
        yield url, engine
        engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.services)])
def database(request):
    """Name the database that the test runs on."""
    return request.param


@pytest.fixture
def empty_url(database, tmp_path):
    """Give the URL of a database without any table."""
    if database == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    with own_database() as url:
        yield url


@pytest.fixture
def url(request, database, tmp_path):
    """Give the URL of a database with empty tables."""
    if database == "sqlite":
        path = tmp_path / "sidelight.db"
        shutil.copy(request.getfixturevalue("migrated_file"), path)
        return f"sqlite:///{path}"
    server_url, engine = request.getfixturevalue("migrated_server")
    names = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
    with writing(engine) as tx:
        tx.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))
    return server_url


@pytest.fixture
def store(url):
    """Give an open store whose leases last a minute and whose jobs are parked after three attempts."""
    opened = Store(url, keys=[KEY], lease_s=LEASE_S, max_attempts=3)
    yield opened
    opened.close()
