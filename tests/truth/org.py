"""A loopback Salesforce in this process, whose clock and whose pushes are in the test's hands."""

from dataclasses import dataclass, field
from pathlib import Path

import orjson

from integration.connection import Connection
from sandbox.salesforce import SalesforceOptions, create_app
from tests.truth.loopback import Delivery, HandClock

PACKAGE = Path(__file__).parents[2] / "manifest" / "salesforce" / "force-app" / "main" / "default"
OPTIONS = SalesforceOptions(package_folder=PACKAGE)
CLIENT = {"client_id": OPTIONS.client_id, "client_secret": OPTIONS.client_secret}
HARBOURLANE_ORG = "salesforce:harbourlane"


@dataclass
class LoopbackOrg:
    """
    The org. `undelivered` holds what its Flow would have told us by now, until a test sends it.

    Args:
        clock: The org's and ours.
        world: What the org holds.
        page_size: Most records on a page of a query.
    """

    clock: HandClock
    world: object
    page_size: int = 2000
    connection = Connection(HARBOURLANE_ORG, "salesforce", OPTIONS.address, CLIENT)
    undelivered: list = field(default_factory=list)

    def __post_init__(self):
        options = SalesforceOptions(package_folder=PACKAGE, page_size=self.page_size)
        self.app = create_app(self.world, self.clock, options)
        self.org = self.app.config["helpdesk"]
        self._told = []
        # the Flow's own thread is never started: what it would have sent is taken in `collect`
        self.org.push.send = lambda org_id, case_id, user_id: self._told.append((org_id, case_id, user_id))
        self._control = self.app.test_client()

    def collect(self, secret):
        """Turn what has happened since into deliveries that carry this secret."""
        for org_id, case_id, user_id in self._told:
            body = orjson.dumps({"organizationId": org_id, "caseId": case_id, "userId": user_id})
            self.undelivered.append(Delivery(body, lambda: {"Authorization": f"Bearer {secret}"}))
        self._told.clear()

    def wait_for_jobs(self, _seconds=0.0):
        """Pass a pause: the org's jobs go on each time that somebody looks at them."""

    def control(self, method, path, body=None):
        """Call the control API."""
        answered = self._control.open(f"/control{path}", method=method, json=body)
        assert answered.status_code < 300, answered.text
        return answered.json

    def attempt(self, method, path, body):
        """Call the control API; what it refuses by the org's rules is not done."""
        answered = self._control.open(f"/control{path}", method=method, json=body)
        assert answered.status_code in (200, 400), answered.text

    def close(self):
        self.org.close()
