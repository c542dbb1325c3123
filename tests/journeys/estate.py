"""
A whole estate for journeys: both loopback helpdesks, a store, and the product wired as in production.

`drain` does what is due in the test's own thread. Everything that is looked at is read back over the helpdesks' APIs.
"""

import os
import signal
import subprocess
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import requests
from flask import g, request

from app import House
from commands.children import start_child
from commands.connections import establish
from commands.serving import worker_command
from demo.readback import read_all
from demo.sidebars import salesforce_app
from demo.stage import (
    MANIFEST,
    PUBLIC_URL,
    SALESFORCE,
    SALESFORCE_CLIENT,
    ZENDESK,
    ZENDESK_CLIENT,
    Pages,
)
from integration.connection import Connection
from integration.model import TicketRef
from integration.settings import Route, Settings
from integration.store import Job, lane, schema
from integration.store.credentials import new_key
from integration.web import create_app
from manifest.build import zendesk_files
from sandbox.clock import clock_from
from sandbox.salesforce import SalesforceOptions
from sandbox.salesforce import create_app as create_salesforce
from sandbox.serving import serve
from sandbox.world import World
from sandbox.zendesk import ZendeskOptions
from sandbox.zendesk import create_app as create_zendesk
from tests.journeys.build import NOW
from workers.relay import drain

AGENT = ("joe@harbourlane.example/token", "loopback-api-token")


@dataclass(frozen=True)
class Push:
    """A delivery as it arrived, to be delivered again."""

    url: str
    body: bytes
    headers: dict


@dataclass
class Estate:
    """One running estate. `close` ends it."""

    world: World
    folder: Path
    database_url: str = ""
    broker_url: str = "memory://"
    more: dict = field(default_factory=dict)

    def __post_init__(self):
        self.workers = []
        clock = clock_from(NOW)
        routes = {}
        self._served = []
        fast = {"requests_per_minute": None, "job_delay_s": 0.01}
        zendesk = ZendeskOptions(webhook_routes=routes, app=zendesk_files(), **fast)
        salesforce = SalesforceOptions(webhook_routes=routes, app=salesforce_app(), package_folder=MANIFEST)
        world = self.world.at(NOW)
        self.zendesk = self._serve(create_zendesk(world, clock, zendesk))
        self.salesforce = self._serve(create_salesforce(world, clock, salesforce))
        self.pages = Pages(self.zendesk, self.salesforce)
        self.settings = Settings(
            **{
                "home": self.folder,
                "database_url": self.database_url,
                "broker_url": self.broker_url,
                "keys": (new_key(),),
                "public_url": PUBLIC_URL,
                "zendesk_share": 1.0,
                "salesforce_share": 1.0,
                "routes": (Route(ZENDESK, self.zendesk), Route(SALESFORCE, self.salesforce)),
                "clock_offset_s": (NOW - datetime.now(UTC)).total_seconds(),
                **self.more,
            }
        )
        schema.upgrade(self.settings.store_url)
        self.house = House(self.settings)
        self.store = self.house.store
        web = create_app(
            connector=self.house.connector,
            enqueue=self.store.receive,
            count=self.store.count,
            is_ready=self.house.is_ready,
            clock=self.house.clock,
            reload=self.house.reload,
        )
        self.pushes = []
        # before the handler, which reads the raw bytes away; told after it, when what the push named is committed
        web.before_request(self._keep_push)
        web.after_request(self._record_push)
        self.web = self._serve(web)
        routes[PUBLIC_URL] = self.web
        self.desk = self.house.desk()

    def _serve(self, app):
        server = serve(app)
        self._served.append(server)
        return server.url

    def connect(self):
        """Connect both helpdesks; their backfills are due afterwards."""
        for name, address, client in (
            ("zendesk", ZENDESK, ZENDESK_CLIENT),
            ("salesforce", SALESFORCE, SALESFORCE_CLIENT),
        ):
            findings, connected = establish(self.house, Connection(f"{name}:harbourlane", name, address, client))
            assert all(found.ok for found in findings), findings
            if name == "salesforce":
                flow = {
                    "url": f"{PUBLIC_URL}/webhooks/salesforce/harbourlane",
                    "secret": connected.webhook_secrets[0],
                }
                requests.post(f"{self.salesforce}/control/flow", json=flow, timeout=5).raise_for_status()
        return self

    def _keep_push(self):
        if request.method == "POST" and (request.content_length or 0) < 100_000:
            g.push = Push(request.url, request.get_data(), dict(request.headers))

    def _record_push(self, response):
        if "push" in g:
            self.pushes.append(g.push)
        return response

    def wait_for(self, holds, seconds=10.0):
        """Wait until `holds()` is true; fail where it does not become true."""
        deadline = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < deadline, "it did not happen in time"
            time.sleep(0.05)

    def wait_for_push(self, words):
        """Wait until a push that carries these words has arrived, and what it named is in the outbox."""
        self.wait_for(lambda: any(words.encode() in push.body for push in self.pushes))

    def wait_and_drain(self, until, seconds=20.0):
        """Do what falls due until `until()` is true; fail where it does not become true."""

        def done():
            self.drain()
            return until()

        self.wait_for(done, seconds)

    def later(self, **parts):
        """Let the product's clock run ahead."""
        offset_s = self.house.settings.clock_offset_s + timedelta(**parts).total_seconds()
        self.house.settings = self.house.settings.model_copy(update={"clock_offset_s": offset_s})

    def customer_of(self, world_id):
        """Return our customer id of a ticket's requester."""
        ticket_of = self.store.load_tickets([self.ref(world_id)])[self.ref(world_id)]
        return self.store.find_customers([ticket_of.requester])[ticket_of.requester]

    def agent_writes(self, world_id, text):
        """Write a public reply as an agent of the Zendesk account."""
        url = f"{self.zendesk}/api/v2/tickets/{self.ref(world_id).id}.json"
        body = {"ticket": {"comment": {"body": text, "public": True}}}
        requests.put(url, json=body, auth=AGENT, timeout=5).raise_for_status()

    def drain(self):
        """Do everything that is due; return how many jobs."""
        return drain(self.desk)

    def pull(self):
        """Look for changes now, and do what follows."""
        names = self.store.connection_ids()
        self.store.put([Job("pull", name, lane("pull", name)) for name in names], self.house.clock())
        return self.drain()

    def base(self, world_id):
        """Return (system, address) of the helpdesk that holds a ticket of the world."""
        system = next(t.system for _, t in self.world.tickets() if t.id == world_id)
        return system, {"zendesk": self.zendesk, "salesforce": self.salesforce}[system]

    def ref(self, world_id) -> TicketRef:
        """Return our reference of a ticket of the world."""
        system, base = self.base(world_id)
        ids = requests.get(f"{base}/control/ids", timeout=5).json()
        return TicketRef(f"{system}:harbourlane", ids[world_id])

    def refs(self):
        """Return our references of all tickets, by world id."""
        bases = {"zendesk": self.zendesk, "salesforce": self.salesforce}
        return {
            world_id: TicketRef(f"{system}:harbourlane", vendor_id)
            for system, base in bases.items()
            for world_id, vendor_id in requests.get(f"{base}/control/ids", timeout=5).json().items()
        }

    def reply(self, world_id, text):
        """Write as the customer."""
        _, base = self.base(world_id)
        body = {"id": self.ref(world_id).id, "text": text}
        requests.post(f"{base}/control/reply", json=body, timeout=5).raise_for_status()

    def results(self):
        """Return what stands on the tickets, by world id, as their helpdesks' APIs tell it."""
        return {result["id"]: result for result in read_all(self.pages, self.world)}

    def flags(self, world_id):
        """Return the flags that stand on a ticket."""
        return set(self.results()[world_id]["fields"]["flags"])

    def notes(self, world_id):
        """Return the private notes of ours on a ticket."""
        return self.results()[world_id]["notes"]

    def written_comments(self):
        """Return every comment that was written through either helpdesk's API."""
        return [
            row
            for base in (self.zendesk, self.salesforce)
            for row in requests.get(f"{base}/control/comments", timeout=5).json()
        ]

    def fault(self, system, **fault):
        """Plant a fault."""
        base = {"zendesk": self.zendesk, "salesforce": self.salesforce}[system]
        requests.post(f"{base}/control/faults", json=[fault], timeout=5).raise_for_status()

    def assignments(self):
        """Return each time that the org's assignment rule ran: a write of ours that lets it would move the case."""
        return requests.get(f"{self.salesforce}/control/assignments", timeout=5).json()

    def calls(self, system):
        """Return the API calls that a helpdesk has answered, by endpoint and status."""
        base = {"zendesk": self.zendesk, "salesforce": self.salesforce}[system]
        return requests.get(f"{base}/control/stats", timeout=5).json()["calls"]

    def start_worker(self):
        """Start a real worker process, as `sidelight serve` would."""
        number = len(self.workers)
        command = [*worker_command(self.settings), "--hostname", f"w{number}@sidelight"]
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / f"worker{number}.log").open("w") as log:
            worker = start_child(command, self.settings.environment(), log, log)
        self.workers.append(worker)
        return worker

    def kill_worker(self, worker):
        """Kill a worker and its pool at once, as a machine that loses power does."""
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()

    def is_idle(self):
        """Return whether all is read, and nothing is waiting but the next look for changes."""
        status = self.store.status(self.house.clock())
        return not {kind for kind in status.waiting if kind != "pull"} and all(s.complete for s in status.streams)

    def close(self):
        """End the workers, the servers and the store."""
        for worker in self.workers:
            worker.terminate()
        for worker in self.workers:
            try:
                worker.wait(20)
            except subprocess.TimeoutExpired:
                self.kill_worker(worker)
        for server in self._served:
            server.close()
        self.store.close()
