"""
The roof: wires settings, store, connectors, Celery and Flask. Everything else is handed what it needs from here.

`celery -A app worker`, `gunicorn 'app:create_web()'` and the commands all begin here.
"""

import functools
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from celery import Celery
from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from integration import logs, writeback
from integration.connection import Connection
from integration.connectors import Connector, open_connector
from integration.connectors.session import open_session
from integration.errors import SettingsError
from integration.keeping import Keepers
from integration.saying import Saying
from integration.settings import Settings, read_settings
from integration.store import Store, schema
from integration.web import create_app
from workers import encoder
from workers.admin_files import AdminFiles
from workers.alike import Compare
from workers.context import ThinkingSettings
from workers.desk import Desk
from workers.queue import create_celery

RELOAD_CONNECTIONS_S = 15.0
"""A connection that was added or changed is seen by a running process after at most this long."""
RELOAD_AT_MOST_S = 1.0
"""Pushes that fit no secret make them be looked at again, no more often than this: anybody can send such."""

TICKET_LINKS = {
    "zendesk": "{address}/agent/tickets/{{id}}",
    "salesforce": "{address}/lightning/r/Case/{{id}}/view",
}


class House:
    """One process's wiring. Threads share it; each gets connectors of its own."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.store = Store(
            settings.store_url, settings.keys, lease_s=settings.lease_s, max_attempts=settings.max_attempts
        )
        self.files = AdminFiles(settings, self.store, self.clock)
        self._lock = threading.Lock()
        self._connections: dict[str, Connection] = {}
        self._loaded_at = -RELOAD_CONNECTIONS_S
        self._local = threading.local()
        self._schema_checked = False

    def clock(self) -> datetime:
        """Return the present moment."""
        return self.settings.shift(datetime.now(UTC))

    def connections(self) -> dict[str, Connection]:
        """Return the connections by id, as they were a few seconds ago at most."""
        with self._lock:
            if time.monotonic() - self._loaded_at >= RELOAD_CONNECTIONS_S:
                self._connections = {found.id: found for found in self.store.load_connections()}
                self._loaded_at = time.monotonic()
            return self._connections

    def reload(self) -> bool:
        """Let the connections be read again at the next look; False where they were read a moment ago."""
        with self._lock:
            fresh = time.monotonic() - self._loaded_at < RELOAD_AT_MOST_S
            if not fresh:
                self._loaded_at = -RELOAD_CONNECTIONS_S
        return not fresh

    def connector(self, connection_id: str) -> Connector:
        """Return this thread's connector of a connection; KeyError where there is none."""
        connection = self.connections()[connection_id]
        opened: dict[str, Connector] = self._local.__dict__.setdefault("opened", {})
        held = opened.get(connection_id)
        if held is None or held.connection != connection:
            held = opened[connection_id] = self.open(connection)
        return held

    def open(self, connection: Connection) -> Connector:
        """Return a new connector."""
        share = self.settings.zendesk_share if connection.kind == "zendesk" else self.settings.salesforce_share
        keepers = Keepers(tokens=self.store, budgets=self.store)
        return open_connector(connection, open_session(self.settings.routes), self.clock, share, keepers)

    def thinking(self) -> ThinkingSettings:
        """Return the settings of the thinking as they are now."""
        return replace(self.files.thinking(), compare=self._compare)

    def desk(self) -> Desk:
        """Return what the workers' steps work with."""
        return Desk(
            store=self.store,
            connector=self.connector,
            clock=self.clock,
            thinking=self.thinking,
            writing=self.writing,
            poll_interval=timedelta(seconds=self.settings.poll_interval_s),
            lease_s=self.settings.lease_s,
        )

    @functools.cached_property
    def _compare(self) -> Compare | None:
        name = self.settings.semantic_model
        return encoder.load(name) if name else None

    def writing(self) -> writeback.WritebackSettings:
        """Return the settings of the write-back, with a link for each connection there is."""
        return writeback.WritebackSettings(
            write_off=frozenset(self.settings.write_off),
            cross_system_quotes=self.settings.cross_system_quotes,
            time_zone=self.settings.time_zone,
            saying=Saying(self.settings.language),
            links={
                found.id: TICKET_LINKS[found.kind].format(address=found.address)
                for found in self.connections().values()
            },
        )

    def is_ready(self) -> str | None:
        """Return None, or why no work can be taken now."""
        try:
            if not self._schema_checked:
                schema.check(self.settings.store_url)
                self._schema_checked = True
            self.store.ping()
        except SettingsError as error:
            return str(error)
        except SQLAlchemyError as error:
            return f"The database does not answer ({type(error).__name__})."
        return None


def create_web() -> Flask:
    """Return the WSGI app; gunicorn's entry."""
    settings = read_settings()
    logs.set_up(settings.log_level)
    house = House(settings)
    return create_app(
        connector=house.connector,
        enqueue=house.store.receive,
        count=house.store.count,
        is_ready=house.is_ready,
        clock=house.clock,
        reload=house.reload,
    )


def create_worker() -> Celery:
    """Return the Celery app; the worker's entry."""
    settings = read_settings()
    logs.set_up(settings.log_level)
    return create_celery(settings, lambda: House(settings).desk())


def __getattr__(name: str) -> Any:
    # `celery -A app` looks for this attribute; built on demand, so that importing this module reads no settings
    if name == "celery":
        return create_worker()
    raise AttributeError(name)
