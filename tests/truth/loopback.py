"""A loopback Zendesk in this process, whose clock and whose webhooks are in the test's hands."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from integration.connection import Connection
from sandbox.zendesk import ZendeskOptions, create_app

HARBOURLANE = "zendesk:harbourlane"
ADDRESS = "https://harbourlane.zendesk.com"
PUBLIC_URL = "https://sidelight.example"
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
OAUTH = {"client_id": "sidelight", "client_secret": "loopback-client-secret"}


@dataclass
class HandClock:
    """Stands still until it is moved."""

    moment: datetime = NOW

    def __call__(self):
        return self.moment

    def advance(self, **parts):
        self.moment += timedelta(**parts)


@dataclass
class Delivery:
    """One webhook's call, as often as it comes; each time it is signed anew, as Zendesk does when it tries again."""

    body: bytes
    headers: callable


@dataclass
class Loopback:
    """The account. `undelivered` holds what its webhooks would have sent by now, until a test sends it."""

    clock: HandClock
    world: object
    connection = Connection(HARBOURLANE, "zendesk", ADDRESS, OAUTH)
    undelivered: list = field(default_factory=list)

    def __post_init__(self):
        options = ZendeskOptions(requests_per_minute=None, job_delay_s=0.0)
        self.app = create_app(self.world, self.clock, options)
        self.helpdesk = self.app.config["helpdesk"]
        self.account = self.helpdesk.account
        self._jobs, deliverer = self.app.config["closers"]
        # its thread ends here; what it would have done of itself is done in `collect`
        deliverer()
        self._deliverer = deliverer.__self__
        self._control = self.app.test_client()

    def collect(self):
        """Turn what has happened since into deliveries."""
        self._deliverer._take()
        due = sorted(self._deliverer._due, key=lambda entry: entry[1])
        self._deliverer._due.clear()
        for _, _, delivery in due:
            self.undelivered.append(Delivery(delivery.body, lambda d=delivery: self._deliverer._headers(d)))

    def wait_for_jobs(self, _seconds=0.0):
        """Wait until the account's background jobs have ended: what a caller's pause between two looks is for."""
        deadline = time.monotonic() + 10
        while any(job.status in ("queued", "working") for job in list(self.account.jobs.values())):
            assert time.monotonic() < deadline, "a background job does not end"
            time.sleep(0.0005)

    def control(self, method, path, body=None):
        """Call the control API."""
        answered = self._control.open(f"/control{path}", method=method, json=body)
        assert answered.status_code == 200, answered.text
        return answered.json

    def close(self):
        self._jobs()
