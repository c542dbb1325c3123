"""A loopback Salesforce in this process."""

from dataclasses import dataclass
from pathlib import Path

import orjson

from integration.connection import Connection
from sandbox.salesforce import SalesforceOptions, create_app
from tests.truth.loopback import Delivery, Loopback

PACKAGE = Path(__file__).parents[2] / "manifest" / "salesforce" / "force-app" / "main" / "default"
OPTIONS = SalesforceOptions(package_folder=PACKAGE)
CLIENT = {"client_id": OPTIONS.client_id, "client_secret": OPTIONS.client_secret}


@dataclass
class SalesforceLoopback(Loopback):
    """
    The org.

    Args:
        page_size: Most records on a page of a query.
    """

    page_size: int = 2000
    connection = Connection("salesforce:harbourlane", "salesforce", OPTIONS.address, CLIENT)

    def __post_init__(self):
        options = SalesforceOptions(package_folder=PACKAGE, page_size=self.page_size)
        self.app = create_app(self.world, self.clock, options)
        self.org = self.app.config["helpdesk"]
        self._told = []
        # the Flow's own thread is never started: what it would have sent is taken in `collect`
        self.org.push.send = lambda org_id, case_id, user_id: self._told.append((org_id, case_id, user_id))

    def collect(self, secrets):
        """Turn what has happened since into deliveries that carry the first of these secrets."""
        for org_id, case_id, user_id in self._told:
            body = orjson.dumps({"organizationId": org_id, "caseId": case_id, "userId": user_id})
            self.undelivered.append(Delivery(body, lambda: {"Authorization": f"Bearer {secrets[0]}"}))
        self._told.clear()

    def wait_for_jobs(self, _seconds=0.0):
        """Pass a pause: the org's jobs go on each time that somebody looks at them."""

    def close(self):
        self.org.close()
