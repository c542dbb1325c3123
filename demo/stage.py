"""The demonstration's processes: the loopback helpdesks, and Sidelight itself as `sidelight serve` runs it."""

import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import requests

from app import House
from commands.children import start_child
from commands.connections import establish
from demo.sidebars import salesforce_app
from integration.connection import Connection
from integration.errors import SidelightError
from integration.settings import Route, Settings, read_settings
from integration.store import schema
from integration.store.credentials import new_key
from manifest.build import write_files, zendesk_files
from workers.lock import WorkerLock

PUBLIC_URL = "https://sidelight.example"
ZENDESK = "https://harbourlane.zendesk.com"
SALESFORCE = "https://harbourlane.my.salesforce.com"
ZENDESK_CLIENT = {"client_id": "sidelight", "client_secret": "loopback-client-secret"}
SALESFORCE_CLIENT = {"client_id": "3MVG9harbourlane.sidelight", "client_secret": "loopback-secret"}
"""The clients that the loopback helpdesks know; they open nothing else."""

START_TIMEOUT_S = 30.0
END_TIMEOUT_S = 35.0
MANIFEST = Path(__file__).resolve().parent.parent / "manifest" / "salesforce" / "force-app" / "main" / "default"


class StageError(SidelightError):
    """A part of the demonstration did not come up; names it and where its log is."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Addresses of the loopback helpdesks on this machine."""

    zendesk: str
    salesforce: str


class Stage:
    """Starts the parts in order and ends them in reverse; use it as a context."""

    def __init__(self, home: Path, world: Path, now: datetime | None, plan: str) -> None:
        self._home = home
        self._world = world
        self._now = now
        self._plan = plan
        self._web_port = _free_port()
        self._children: list[subprocess.Popen[str]] = []
        self.log_path = home / "demo.log"

    def __enter__(self) -> Self:
        self._lock = WorkerLock(
            self._home.parent / "demo-lock", "Another demonstration runs in this folder; end it first."
        )
        if self._home.exists():
            shutil.rmtree(self._home)
        self._home.mkdir(parents=True)
        return self

    def __exit__(self, *_: object) -> None:
        for child in reversed(self._children):
            if child.poll() is None:
                child.terminate()
                try:
                    child.wait(END_TIMEOUT_S)
                except subprocess.TimeoutExpired:
                    child.kill()
                    child.wait()
        self._lock.close()

    def start_helpdesks(self) -> Pages:
        """Start the loopback Zendesk and Salesforce; return where they answer."""
        command = [sys.executable, "-m", "sandbox", "--world", str(self._world), "--plan", self._plan]
        command += ["--package", str(MANIFEST), "--deliver", f"{PUBLIC_URL}=http://127.0.0.1:{self._web_port}"]
        for name, files in (("zendesk", zendesk_files()), ("salesforce", salesforce_app())):
            command += [f"--{name}-app", str(write_files(files, self._home / "apps" / name))]
        if self._now is not None:
            command += ["--now", self._now.isoformat()]
        child = self._start(command, None, stdout=subprocess.PIPE)
        line = child.stdout.readline() if child.stdout else ""
        try:
            addresses = json.loads(line)
        except json.JSONDecodeError as error:
            raise StageError(f"The loopback helpdesks did not start; see {self.log_path}.") from error
        return Pages(addresses["zendesk"], addresses["salesforce"])

    def settings(self, pages: Pages) -> Settings:
        """Return the settings that Sidelight runs with here."""
        ahead = (self._now - datetime.now(UTC)).total_seconds() if self._now else 0.0
        return read_settings(
            home=self._home,
            keys=(new_key(),),
            public_url=PUBLIC_URL,
            web_port=self._web_port,
            poll_interval_s=20.0,
            zendesk_share=0.9,  # nobody else works in these accounts
            salesforce_share=0.9,
            routes=(Route(ZENDESK, pages.zendesk), Route(SALESFORCE, pages.salesforce)),
            clock_offset_s=ahead,
        )

    def connect(self, house: House, pages: Pages) -> None:
        """Connect both helpdesks as `sidelight connect` does, and set up what a Salesforce admin would."""
        schema.upgrade(house.settings.store_url)
        helpdesks = (("zendesk", ZENDESK, ZENDESK_CLIENT), ("salesforce", SALESFORCE, SALESFORCE_CLIENT))
        for name, address, client in helpdesks:
            wanted = Connection(f"{name}:harbourlane", name, address, client)
            findings, connected = establish(house, wanted)
            wrong = [found for found in findings if not found.ok]
            if wrong:
                raise StageError(f"{connected.id}: {wrong[0].subject}: {wrong[0].says} {wrong[0].remedy or ''}")
            if name == "salesforce":
                flow = {
                    "url": f"{PUBLIC_URL}/webhooks/salesforce/harbourlane",
                    "secret": connected.webhook_secrets[0],
                }
                requests.post(f"{pages.salesforce}/control/flow", json=flow, timeout=10).raise_for_status()

    def start_sidelight(self, settings: Settings) -> None:
        """Start web, worker and schedule, and wait until they take work."""
        child = self._start([sys.executable, "-m", "commands", "serve"], settings.environment())
        deadline = time.monotonic() + START_TIMEOUT_S
        while time.monotonic() < deadline and child.poll() is None:
            try:
                if requests.get(f"http://127.0.0.1:{self._web_port}/readyz", timeout=2).ok:
                    return
            except requests.RequestException:
                time.sleep(0.1)
        raise StageError(f"Sidelight did not start; see {self.log_path}.")

    def check_alive(self) -> None:
        """Raise where a part has ended by itself."""
        for child in self._children:
            if child.poll() is not None:
                raise StageError(f"A part of the demonstration ended with {child.returncode}; see {self.log_path}.")

    def _start(
        self, command: Sequence[str], environment: Mapping[str, str] | None, stdout: int | None = None
    ) -> subprocess.Popen[str]:
        with self.log_path.open("a") as log:
            child = start_child(command, environment, stdout or log, log)
        self._children.append(child)
        return child


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
