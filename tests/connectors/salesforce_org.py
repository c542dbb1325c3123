"""The connector against a loopback org that has this project's own package: started, driven and read back."""

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from pathlib import Path

from integration.connectors import Connection
from integration.connectors.salesforce import SalesforceConnector
from integration.connectors.session import Route, open_session
from integration.model import Page
from tests.sandbox.salesforce_server import NOW, Client, Servers, sign_in

ADDRESS = "https://harbourlane.my.salesforce.com"
NAME = "salesforce:harbourlane"
SECRET = "secret-of-the-flow"
PACKAGE = Path(__file__).parents[2] / "manifest" / "salesforce" / "force-app" / "main" / "default"


class Org:
    """A running loopback org, and as many connectors to it as a test wants."""

    def __init__(self, servers: Servers, **options) -> None:
        self.now = options.pop("now", NOW)
        self._clock = options.pop("clock", None)
        self.client: Client = servers.start(
            options.pop("world", None), self._clock or self.clock, **({"package_folder": PACKAGE} | options)
        )
        self.app = servers.apps[-1]
        self.sessions = []
        self.waits: list[float] = []

    def clock(self) -> datetime:
        return self.now

    def connect(self, share: float = 0.9, **changes) -> SalesforceConnector:
        given = {"client_id": self.client.options.client_id, "client_secret": self.client.options.client_secret}
        connection = Connection(
            id=NAME,
            kind="salesforce",
            address=ADDRESS,
            credential=changes.pop("credential", given),
            webhook_secrets=changes.pop("webhook_secrets", (SECRET,)),
            backfill_from=changes.pop("backfill_from", None),
        )
        return SalesforceConnector(connection, self.open_session(), self.clock, share, sleep=self.waits.append)

    def open_session(self):
        self.sessions.append(open_session([Route(ADDRESS, self.client.url)]))
        return self.sessions[-1]

    def control(self, path: str, **body):
        answer = self.client.call("POST", f"/control/{path}", json=body)
        assert answer.status_code < 300, answer.text
        return answer.json()

    def fault(self, match: str, kind: str, **more) -> None:
        self.control("faults", match=match, kind=kind, **more)

    def sent(self, match: str, before=lambda _number: None) -> list[list[str]]:
        """Return a list to which each later call to `match` adds its records; `before` is called with its number."""
        ids: list[list[str]] = []
        layer = self.app.wsgi_app

        def look(environ, start_response):
            if match in environ["PATH_INFO"]:
                body = environ["wsgi.input"].read()
                environ["wsgi.input"] = BytesIO(body)
                before(len(ids))
                ids.append([row.get("id") or row["ParentId"] for row in json.loads(body)["records"]])
            return layer(environ, start_response)

        self.app.wsgi_app = look
        return ids

    def expire_sessions(self) -> None:
        """End all sessions, the test's own excepted."""
        self.control("expire", what="sessions")
        sign_in(self.client)

    def counts(self):
        return self.client.counts()

    def assignments(self):
        """Return each time that the org's assignment rule ran."""
        return self.client.call("GET", "/control/assignments").json()

    def case(self, ticket: str) -> str:
        return self.client.case(ticket)

    def row(self, ticket: str):
        answer = self.client.call("GET", f"/sobjects/Case/{self.case(ticket)}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    def comments(self, ticket: str):
        soql = (
            f"SELECT Id, CommentBody, IsPublished, CreatedById FROM CaseComment WHERE ParentId = '{self.case(ticket)}'"
        )
        return self.client.rows(soql + " ORDER BY CreatedDate, Id")


@contextmanager
def running_org(**options) -> Iterator[Org]:
    servers = Servers()
    org = None
    try:
        org = Org(servers, **options)
        yield org
        assert not org.assignments(), "a write of ours let the org give a case to somebody else"
    finally:
        for session in org.sessions if org else ():
            session.close()
        servers.close()


def read_stream(connector: SalesforceConnector, stream: str, cursor: str | None = None) -> tuple[list[Page], str]:
    """Read a stream to its end."""
    pages = []
    while True:
        page = connector.fetch_page(stream, cursor)
        pages.append(page)
        cursor = page.cursor
        if not page.has_more:
            return pages, cursor
        assert len(pages) < 200, "the stream does not end"


def read_all(connector: SalesforceConnector) -> Page:
    """Return all that all streams tell, the last word on each thing."""
    found = defaultdict(dict)
    for stream in connector.streams:
        for page in read_stream(connector, stream)[0]:
            found["tickets"].update((ticket.ref, ticket) for ticket in page.tickets)
            found["comments"].update((comment.id, comment) for comment in page.comments)
            found["contacts"].update((contact.ref, contact) for contact in page.contacts)
            found["events"].update((event.id, event) for event in page.events)
    return Page(**{name: tuple(rows.values()) for name, rows in found.items()})


def place_of(cursor: str) -> tuple[str, str]:
    row = json.loads(cursor)
    return row["at"], row["id"]
