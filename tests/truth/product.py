"""The product in this process, wired as its roof does it, to a helpdesk at the other end of a wire."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import requests
from sqlalchemy import select

from integration.connectors import Connector
from integration.store import ASSESS_LANE, Job, Store, lane, tables
from integration.store.credentials import new_key
from integration.web import create_app
from tests.truth.loopback import PUBLIC_URL
from tests.truth.reader import LEASE_S, do_one_batch, open_desk
from tests.truth.wire import Wire
from workers import relay
from workers.desk import Desk


@dataclass
class Worker:
    """One worker: a connector of its own, and the wire that it speaks over."""

    connector: Connector
    desk: Desk
    wire: Wire


class Product:
    """A store, a web part, and as many workers as a test asks for."""

    def __init__(self, loopback, folder: Path, empty_store: Path):
        self.loopback = loopback
        self.clock = loopback.clock
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(empty_store, folder / "sidelight.db")
        self.url, self.keys = f"sqlite:///{folder / 'sidelight.db'}", (new_key(),)
        self.store = Store(self.url, self.keys, lease_s=LEASE_S)
        self.connection = loopback.connection
        self.hook = f"/webhooks/{self.connection.id.replace(':', '/')}"
        self.sent = []
        self._connect()
        self.web = create_app(
            connector={self.connection.id: self.worker().connector}.__getitem__,
            enqueue=self.store.receive,
            count=self.store.count,
            is_ready=lambda: None,
            clock=self.clock,
        ).test_client()

    def _connect(self):
        setup = self.worker().connector
        findings, secrets = setup.provision(PUBLIC_URL + self.hook)
        assert all(found.ok for found in findings), findings
        credential = {**self.connection.credential, **setup.identify()}
        self.connection = replace(self.connection, credential=credential, webhook_secrets=secrets)
        self.store.save_connection(self.connection, self.clock())

    def worker(self) -> Worker:
        """Return a new worker, as another process would be."""
        session, wire = requests.Session(), Wire(self.loopback.app)
        wire.sent = self.sent
        # no proxy is looked for at each call: there is no network
        session.trust_env = False
        session.mount(f"{self.connection.address}/", wire)
        desk = open_desk(self.store, self.connection, session, self.clock, self.loopback.wait_for_jobs)
        return Worker(desk.connector(self.connection.id), desk, wire)

    def push(self, delivery) -> int:
        """Let one of the helpdesk's webhooks arrive; return the status that it is answered with."""
        return self.web.post(self.hook, data=delivery.body, headers=delivery.headers()).status_code

    def ask_for(self, *jobs: tuple[str, str]) -> None:
        """Put jobs into the outbox, by kind and key."""
        self.store.put([Job(kind, key, self._lane(kind)) for kind, key in jobs], self.clock())

    def work(self, worker: Worker, kind: str) -> int:
        """Do what the relay would hand out now of one kind; return how many jobs."""
        return do_one_batch(worker.desk, self._lane(kind), kind)

    def drain(self, worker: Worker) -> int:
        """Do all that is due; return how many jobs."""
        return relay.drain(worker.desk)

    def customers(self) -> list[str]:
        """Return the ids of all customers."""
        with self.store._read() as tx:
            return list(tx.execute(select(tables.contact.c.customer_id).distinct()).scalars())

    def documents(self) -> set[tuple[str, ...]]:
        """Return all that is known of tickets, comments and changes, as (table, id, document)."""
        with self.store._read() as tx:
            return {
                (table.name, row.id, row.document)
                for table in (tables.ticket, tables.comment, tables.event, tables.contact)
                for row in tx.execute(select(table.c.id, table.c.document))
            }

    def judgements(self) -> dict[str, str]:
        """Return what was concluded, by ticket id."""
        with self.store._read() as tx:
            found = tx.execute(select(tables.annotation.c.ticket_id, tables.annotation.c.document))
            return {row.ticket_id: row.document for row in found}

    def _lane(self, kind: str) -> str:
        return ASSESS_LANE if kind == "assess" else lane(kind, self.connection.id)

    def close(self):
        self.store.close()


def memory() -> str | None:
    """Return a folder in memory where there is one: what is tested here is no disk."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None
