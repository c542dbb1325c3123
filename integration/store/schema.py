"""Bringing a database to the present schema, and telling whether it is there."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import make_url

from integration.errors import SettingsError
from integration.store.engine import open_engine

_MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(url: str) -> None:
    """Create or migrate the tables of the database at `url`; harmless where nothing is missing."""
    config = _config()
    engine = open_engine(url)
    try:
        with engine.connect() as tx:
            if engine.dialect.name == "postgresql":
                # two processes that start together must not both migrate
                tx.exec_driver_sql("SELECT pg_advisory_xact_lock(727001)")
            config.attributes["connection"] = tx
            command.upgrade(config, "head")
            tx.commit()
    finally:
        engine.dispose()


def check(url: str) -> None:
    """
    Raise where the database's schema is not the one that this version needs.

    Raises:
        SettingsError: it is older, newer or empty; says what to run.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and not Path(parsed.database or "").is_file():
        raise SettingsError(
            f"There is no database at {parsed.database}; run `sidelight migrate` for a new one, restore it, or set"
            " SIDELIGHT_HOME to where it is."
        )
    wanted = ScriptDirectory.from_config(_config()).get_current_head()
    engine = open_engine(url)
    try:
        with engine.connect() as tx:
            found = MigrationContext.configure(tx).get_current_revision()
    finally:
        engine.dispose()
    if found != wanted:
        raise SettingsError(
            f"The database has schema {found or 'none'} and this version needs {wanted}; run `sidelight migrate`."
        )


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    return config
