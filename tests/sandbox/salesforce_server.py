"""A loopback Salesforce org served over HTTP, with a small world whose story each test knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import requests

from sandbox.salesforce import SalesforceOptions, create_app
from sandbox.serving import serve
from sandbox.world import World, WorldComment, WorldCustomer, WorldEvent, WorldTicket

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
PACKAGE = Path(__file__).parent / "salesforce_package"
VERSION = "67.0"
BASE = f"/services/data/v{VERSION}"


def at(day: int, hour: int = 9, minute: int = 0) -> datetime:
    """Return a time in November 2026."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def ticket(ticket_id: str, channel: str, *comments: WorldComment, **more: Any) -> WorldTicket:
    """Return a ticket that starts with its first comment."""
    values: dict[str, Any] = {
        "subject": f"Subject of {ticket_id}",
        "status": "open",
        "solved_at": None,
        "group": "Billing",
        "assignee": "Joe",
        "tags": (),
        "csat": None,
        "problem_id": None,
        "requester_email": None,
    }
    return WorldTicket(
        id=ticket_id,
        system="salesforce",
        channel=channel,
        created_at=more.pop("created_at", comments[0].at),
        comments=comments,
        **(values | more),
    )


def story() -> World:
    """Return the world that most tests look at."""
    mail = ticket(
        "mail",
        "email",
        WorldComment(at(2), "customer", None, "Charged twice <again>"),
        WorldComment(at(2, 11), "agent", "Joe", "We look into it.", attachments=("form.pdf",)),
        WorldComment(at(2, 12), "agent", "Joe", "Checked the ledger", public=False),
        status="solved",
        solved_at=at(3),
        csat="good",
        tags=("billing", "vip"),
        problem_id="problem",
        events=(
            WorldEvent(at(2, 15), "assignee", "Kim", "Joe"),
            WorldEvent(at(3), "status", "open", "solved"),
        ),
    )
    web = ticket(
        "web",
        "web",
        WorldComment(at(4), "customer", None, "Where is my parcel?"),
        WorldComment(at(4, 10), "bot", "Robbie", "Have you read our page?"),
        WorldComment(at(4, 11), "customer", None, "Yes, and it does not help."),
        requester_email="ana@work.test",
        assignee=None,
    )
    phone = ticket("phone", "phone", WorldComment(at(5), "agent", "Joe", "Called about the parcel", public=False))
    chat = ticket("chat", "chat", WorldComment(at(6), "customer", None, "Hello?"), group=None, assignee=None)
    problem = ticket("problem", "email", WorldComment(at(1), "customer", None, "Double charges"))
    ana = WorldCustomer("Ana Ruiz", ("ana@example.com", "ana@work.test"), ("+34600111222",), "es", (mail, web, phone))
    bo = WorldCustomer("Bo", ("bo@example.com",), (), None, (chat, problem))
    return World((ana, bo))


def many(cases: int) -> World:
    """Return a world of `cases` cases, ten of which share each second."""
    tickets = tuple(
        ticket(f"t{i}", "web", WorldComment(at(1) + timedelta(seconds=i // 10), "customer", None, f"Text {i}"))
        for i in range(cases)
    )
    return World((WorldCustomer("Cy", ("cy@example.com",), (), "en", tickets),))


@dataclass
class Client:
    """Speaks to the org over HTTP, signed in as the integration user."""

    url: str
    session: requests.Session
    options: SalesforceOptions

    def call(self, method: str, path: str, **more: Any) -> requests.Response:
        """Send one request; a path without /services is below the newest version."""
        path = path if path.startswith(("/services", "/control", "/id", "/agent")) else BASE + path
        return self.session.request(method, self.url + path, timeout=10, **more)

    def query(self, soql: str, resource: str = "query", **more: Any) -> dict[str, Any]:
        """Return a query's answer, which must be a good one."""
        response = self.call("GET", f"/{resource}", params={"q": soql}, **more)
        assert response.status_code == 200, response.text
        return response.json()

    def rows(self, soql: str) -> list[dict[str, Any]]:
        """Return the records of a query's first page."""
        return self.query(soql)["records"]

    def refused(self, soql: str) -> dict[str, str]:
        """Return the error of a query that must fail with 400."""
        response = self.call("GET", "/query", params={"q": soql})
        assert response.status_code == 400, response.text
        return response.json()[0]

    def case(self, ticket_id: str) -> str:
        """Return the Case id of a ticket of the world."""
        return self.call("GET", "/control/ids").json()[ticket_id]

    def counts(self) -> dict[str, Any]:
        """Return what the org counted."""
        return self.call("GET", "/control/org").json()


class Servers:
    """Starts orgs, and stops them at the end of the test."""

    def __init__(self) -> None:
        self._closers: list[Any] = []
        self.apps: list[Any] = []

    def start(self, world: World | None = None, clock: Any = None, **options: Any) -> Client:
        chosen = SalesforceOptions(**options)
        app = create_app(story() if world is None else world, clock or (lambda: NOW), chosen)
        served = serve(app)
        self._closers.append(served.close)
        self.apps.append(app)
        session = requests.Session()
        session.trust_env = False
        self._closers.append(session.close)
        client = Client(served.url, session, chosen)
        sign_in(client)
        return client

    def close(self) -> None:
        for closer in reversed(self._closers):
            closer()


def sign_in(client: Client) -> dict[str, Any]:
    """Sign in by client credentials; returns the token's answer."""
    form = {
        "grant_type": "client_credentials",
        "client_id": client.options.client_id,
        "client_secret": client.options.client_secret,
    }
    answer = client.session.post(f"{client.url}/services/oauth2/token", data=form, timeout=10).json()
    client.session.headers["Authorization"] = f"Bearer {answer['access_token']}"
    return answer


@pytest.fixture
def salesforce_servers() -> Iterator[Servers]:
    servers = Servers()
    yield servers
    servers.close()


@pytest.fixture
def org(salesforce_servers: Servers) -> Client:
    return salesforce_servers.start()


@pytest.fixture
def packaged(salesforce_servers: Servers) -> Client:
    return salesforce_servers.start(package_folder=PACKAGE)
