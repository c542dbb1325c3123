"""The product's reading half, as a worker process has it: a desk with a store and a connector of its own."""

from datetime import datetime, timedelta

import requests
import structlog

from app import TICKET_LINKS
from integration.connection import Connection
from integration.connectors.salesforce import SalesforceConnector
from integration.connectors.session import Route, open_session
from integration.connectors.zendesk import ZendeskConnector
from integration.keeping import Keepers
from integration.store import Store
from integration.writeback import WritebackSettings
from tests.truth.loopback import HandClock
from workers import relay, steps
from workers.context import ThinkingSettings
from workers.desk import Desk

LEASE_S = 120.0


def open_desk(store: Store, connection: Connection, session: requests.Session, clock, sleep) -> Desk:
    """Return a worker's desk."""
    if connection.kind == "zendesk":
        connector = ZendeskConnector(connection, session, clock, 1.0, sleep=sleep)
    else:
        keepers = Keepers(tokens=store, budgets=store)
        connector = SalesforceConnector(connection, session, clock, 1.0, keepers=keepers, sleep=sleep)
    settings = WritebackSettings(
        write_off=frozenset(),
        cross_system_quotes="full",
        time_zone="Europe/London",
        links={connection.id: TICKET_LINKS[connection.kind].format(address=connection.address)},
    )
    return Desk(
        store=store,
        connector={connection.id: connector}.__getitem__,
        clock=clock,
        thinking=ThinkingSettings,
        writing=lambda: settings,
        poll_interval=timedelta(seconds=60),
        lease_s=LEASE_S,
    )


def do_one_batch(desk: Desk, lane: str, kind: str) -> int:
    """Do what the relay would hand out now of one lane; return how many jobs."""
    room = relay._room(desk, lane, kind, 1)
    claims = desk.store.claim(lane, desk.clock(), room) if room > 0 else []
    if claims:
        steps.run(desk, kind, [(claim.id, claim.number) for claim in claims])
    return len(claims)


def pull_until_killed(
    store_url: str, keys: tuple[str, ...], url: str, now: datetime, pages: tuple[int, int] | None = None
) -> None:
    """Pull until nothing is due; what a worker process does, which may be killed at any moment."""
    from integration.connectors.zendesk import streams  # noqa: PLC0415 - this process's own

    streams.PAGE_SIZE, streams.SMALL_PAGE_SIZE = pages or (streams.PAGE_SIZE, streams.SMALL_PAGE_SIZE)
    structlog.configure(processors=[], logger_factory=structlog.ReturnLoggerFactory())
    store = Store(store_url, keys, lease_s=LEASE_S)
    (connection,) = store.load_connections()
    session = open_session([Route(connection.address, url)])
    desk = open_desk(store, connection, session, HandClock(now), lambda _seconds: None)
    while do_one_batch(desk, f"pull {connection.id}", "pull"):
        pass
