"""A loopback Zendesk for tests: a small world, the server on a thread, and a signed-in client."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import requests

from sandbox.clock import clock_from
from sandbox.serving import Served, serve
from sandbox.world import World, WorldComment, WorldCustomer, WorldEvent, WorldTicket
from sandbox.zendesk import Helpdesk, ZendeskOptions, create_app

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ADDRESS = "https://harbourlane.zendesk.com"


def at(days: float, minutes: float = 0) -> datetime:
    """So many days before NOW, and so many minutes after that."""
    return NOW - timedelta(days=days) + timedelta(minutes=minutes)


def said(days: float, minutes: float, by: str, text: str, **more) -> WorldComment:
    role, _, name = by.partition(":")
    return WorldComment(at(days, minutes), role, name or None, text, **more)


def ticket(id_: str, days: float, comments: tuple[WorldComment, ...], **more) -> WorldTicket:
    plain = {
        "system": "zendesk",
        "subject": f"Subject of {id_}",
        "channel": "email",
        "status": "open",
        "solved_at": None,
        "group": "Billing",
        "assignee": "Joe",
        "tags": (),
        "csat": None,
        "problem_id": None,
        "requester_email": None,
    }
    return WorldTicket(id=id_, created_at=at(days), comments=comments, **(plain | more))


def small_world() -> World:
    """One ticket of each kind that matters."""
    ana = WorldCustomer(
        "Ana Ruiz",
        ("ana@example.com", "ana.ruiz@example.org"),
        ("+34600111222", "+34600111333"),
        "es",
        (
            ticket(
                "mail",
                10,
                (
                    said(10, 0, "customer", "I was charged twice.\n\nOrder 4711 <twice>", attachments=("bill.pdf",)),
                    said(10, 60, "agent:Joe", "I am looking into it."),
                    said(10, 70, "agent:Joe", "Looks like our fault.", public=False),
                    said(9, 0, "bot:Helper", "We have received your message."),
                ),
                tags=("billing",),
                events=(
                    WorldEvent(at(10, 60), "status", "new", "open"),
                    WorldEvent(at(9, 30), "assignee", "Kim", "Joe"),
                    WorldEvent(at(9, 40), "priority", None, "high"),
                ),
            ),
            ticket(
                "chat",
                5,
                (
                    said(5, 0, "bot:Helper", "Hello, what is it about?"),
                    said(5, 1, "customer", "My invoice again"),
                    said(5, 2, "agent:Kim", "Your order number, please?"),
                    said(5, 3, "agent:Kim", "Third contact.", public=False),
                ),
                channel="messaging",
                status="solved",
                solved_at=at(5, 20),
                csat="good",
                requester_email="ana.ruiz@example.org",
            ),
            ticket("closed", 40, (said(40, 0, "customer", "Old story"),), status="closed", solved_at=at(39)),
            ticket("elsewhere", 3, (said(3, 0, "customer", "In the other helpdesk"),), system="salesforce"),
        ),
    )
    ben = WorldCustomer(
        "Ben Okafor",
        (),
        ("+447700900123",),
        None,
        (
            ticket("call", 4, (said(4, 0, "agent:Joe", "Called about the outage.", public=False),), channel="phone"),
            ticket("problem", 3, (said(3, 0, "customer", "The portal is down"),), assignee=None, status="new"),
            ticket("incident", 2, (said(2, 0, "customer", "Portal down for me too"),), problem_id="problem"),
            ticket("future", -1, (said(-1, 0, "customer", "Not yet written"),)),
        ),
    )
    return World((ana, ben))


@dataclass
class Zendesk:
    """A running loopback Zendesk and a client that is signed in as its admin."""

    served: Served
    helpdesk: Helpdesk
    session: requests.Session

    @property
    def url(self) -> str:
        return self.served.url

    def call(self, method: str, path: str, **more) -> requests.Response:
        prefix = "" if path.startswith(("/control", "/oauth", "/agent")) else "/api/v2"
        return self.session.request(method, f"{self.url}{prefix}{path}", timeout=20, **more)

    def get(self, path: str, **params) -> requests.Response:
        return self.call("GET", path, params=params)

    def read(self, path: str, **params):
        answered = self.get(path, **params)
        assert answered.status_code == 200, answered.text
        return answered.json()

    def put_ticket(self, id_: str, **changes) -> requests.Response:
        return self.call("PUT", f"/tickets/{self.id(id_)}", json={"ticket": changes})

    def id(self, id_: str) -> int:
        return int(self.helpdesk.ids()[id_])

    def ticket(self, id_: str):
        return self.read(f"/tickets/{self.id(id_)}")["ticket"]

    def add_field(self, type_: str, title: str = "Flags", **more) -> int:
        answered = self.call("POST", "/ticket_fields", json={"ticket_field": {"type": type_, "title": title} | more})
        assert answered.status_code == 201, answered.text
        return answered.json()["ticket_field"]["id"]

    def value(self, id_: str, field_id: int):
        return next(f["value"] for f in self.ticket(id_)["custom_fields"] if f["id"] == field_id)


def sign_in(url: str, **more) -> requests.Response:
    given = {"grant_type": "client_credentials", "client_id": "sidelight", "client_secret": "loopback-client-secret"}
    return requests.post(f"{url}/oauth/tokens", json=given | more, timeout=20)


@contextmanager
def running_zendesk(world: World | None = None, now: datetime = NOW, clock=None, **options) -> Iterator[Zendesk]:
    plain = {"requests_per_minute": None, "job_delay_s": 0.02, "webhook_retry_wait_s": 0.02}
    app = create_app(world or small_world(), clock or clock_from(now), ZendeskOptions(**(plain | options)))
    served = serve(app)
    session = requests.Session()
    try:
        session.headers["Authorization"] = f"Bearer {sign_in(served.url).json()['access_token']}"
        yield Zendesk(served, app.config["helpdesk"], session)
    finally:
        session.close()
        served.close()
