"""What both machines begin with."""

import pytest
import structlog

from integration.store import schema


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory):
    """A database with all its tables and nothing in them; each trial begins with a copy."""
    path = tmp_path_factory.mktemp("empty") / "sidelight.db"
    schema.upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(autouse=True)
def quiet_logs():
    with structlog.testing.capture_logs():
        yield
