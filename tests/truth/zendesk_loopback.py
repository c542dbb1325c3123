"""A loopback Zendesk in this process."""

import time
from dataclasses import dataclass

from integration.connection import Connection
from sandbox.zendesk import ZendeskOptions, create_app
from tests.truth.loopback import Delivery, Loopback

ADDRESS = "https://harbourlane.zendesk.com"
OAUTH = {"client_id": "sidelight", "client_secret": "loopback-client-secret"}


@dataclass
class ZendeskLoopback(Loopback):
    """The account."""

    connection = Connection("zendesk:harbourlane", "zendesk", ADDRESS, OAUTH)

    def __post_init__(self):
        options = ZendeskOptions(requests_per_minute=None, job_delay_s=0.0)
        self.app = create_app(self.world, self.clock, options)
        self.helpdesk = self.app.config["helpdesk"]
        self.account = self.helpdesk.account
        self._jobs, deliverer = self.app.config["closers"]
        # its thread ends here; what it would have done of itself is done in `collect`
        deliverer()
        self._deliverer = deliverer.__self__

    def collect(self, _secrets):
        """Turn what has happened since into deliveries; each is signed with what the account knows when it leaves."""
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

    def close(self):
        self._jobs()
