"""
One backfill of an account, measured: the real connector, the real steps and the real store in this process.

`python -m bench.reading zendesk|salesforce --url LOOPBACK --database URL [--without STREAM]` reads once and prints one
JSON object.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta

import requests
import structlog

from bench.memory import peak_mb
from integration import writeback
from integration.connection import Connection
from integration.connectors import open_connector
from integration.connectors.session import Route, open_session
from integration.keeping import Keepers
from integration.store import Store, lane, schema
from integration.store.credentials import new_key
from workers import steps
from workers.context import ThinkingSettings
from workers.desk import Desk

ACCOUNTS = {
    "zendesk": Connection(
        "zendesk:harbourlane",
        "zendesk",
        "https://harbourlane.zendesk.com",
        {"client_id": "sidelight", "client_secret": "loopback-client-secret"},
    ),
    "salesforce": Connection(
        "salesforce:harbourlane",
        "salesforce",
        "https://harbourlane.my.salesforce.com",
        {"client_id": "3MVG9harbourlane.sidelight", "client_secret": "loopback-secret"},
    ),
}
"""What each loopback is known as, and lets in."""
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
LEASE_S = 120.0
_MANY_SLICES = 10_000


@dataclass(frozen=True, slots=True)
class Measured:
    """One backfill: what it read, what it took of us, and the most memory that the process held."""

    tickets: int
    comments: int
    wall_s: float
    cpu_s: float
    calls: int
    peak_mb: float
    due: int
    """Customers that wait to be assessed: the backfill's end makes them due."""


def read_all(helpdesk: str, url: str, database: str, without: str | None = None) -> Measured:
    """
    Read the account at `url` into the empty database at `database`, slice by slice as a worker does.

    `without` is a stream that is left out.

    Raises:
        RuntimeError: it does not come to its end.
    """
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(30))
    schema.upgrade(database)
    store = Store(database, [new_key()], lease_s=LEASE_S)
    connection = ACCOUNTS[helpdesk]
    store.save_connection(connection, NOW)
    started = time.monotonic()
    keepers = Keepers(tokens=store, budgets=store)
    connector = open_connector(
        connection, open_session([Route(connection.address, url)]), _clock(started), 1.0, keepers
    )
    connector.streams = tuple(name for name in connector.streams if name != without)
    desk = Desk(
        store=store,
        connector=lambda _: connector,
        clock=_clock(started),
        thinking=lambda: ThinkingSettings(time_zone="UTC"),
        writing=lambda: writeback.WritebackSettings(frozenset(), "full", "UTC", {}),
        poll_interval=timedelta(hours=1),
        lease_s=LEASE_S,
    )
    used = time.process_time()
    steps.reconcile(desk)
    _pull_to_the_end(desk, connection.id)
    cpu_s, wall_s = time.process_time() - used, time.monotonic() - started
    status = store.status(desk.clock())
    store.close()
    return Measured(
        tickets=status.rows["ticket"],
        comments=status.rows["comment"],
        wall_s=wall_s,
        cpu_s=cpu_s,
        calls=COUNTERS[helpdesk](url),
        peak_mb=peak_mb(),
        due=status.waiting.get("assess", 0),
    )


def _pull_to_the_end(desk: Desk, connection: str) -> None:
    """Do the pull's jobs until none is due: the job that the last slice leaves is for the next look."""
    of_lane = lane("pull", connection)
    for _ in range(_MANY_SLICES):
        handed = [(claim.id, claim.number) for claim in desk.store.claim(of_lane, desk.clock(), 1)]
        if not handed:
            return
        steps.run(desk, "pull", handed)
    raise RuntimeError("the backfill does not end")


def _count_zendesk(url: str) -> int:
    stats = requests.get(f"{url}/control/stats", timeout=60).json()["calls"]
    return sum(sum(by_status.values()) for by_status in stats.values())


def _count_salesforce(url: str) -> int:
    return int(requests.get(f"{url}/control/org", timeout=60).json()["requests"])


COUNTERS = {"zendesk": _count_zendesk, "salesforce": _count_salesforce}
"""How many calls each loopback has answered."""


def _clock(started: float) -> Callable[[], datetime]:
    return lambda: NOW + timedelta(seconds=time.monotonic() - started)


def main(arguments: list[str] | None = None) -> int:
    """Read once and print what it took."""
    parser = argparse.ArgumentParser(prog="python -m bench.reading")
    parser.add_argument("helpdesk", choices=tuple(ACCOUNTS))
    parser.add_argument("--url", required=True, help="where the loopback answers")
    parser.add_argument("--database", required=True, help="URL of an empty database")
    parser.add_argument("--without", metavar="STREAM", help="a stream that is left out")
    asked = parser.parse_args(arguments)
    sys.stdout.write(json.dumps(asdict(read_all(asked.helpdesk, asked.url, asked.database, asked.without))) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
