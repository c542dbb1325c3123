"""A connector that is signed in to a loopback Zendesk, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager

from integration.connectors import Connection
from integration.connectors.session import Route, open_session
from integration.connectors.zendesk import ZendeskConnector
from sandbox.clock import clock_from
from tests.sandbox.zendesk_server import ADDRESS, NOW, Zendesk

HARBOURLANE = "zendesk:harbourlane"
OAUTH = {"client_id": "sidelight", "client_secret": "loopback-client-secret"}


@contextmanager
def connected(zendesk: Zendesk, now=NOW, share=0.3, **connection) -> Iterator[ZendeskConnector]:
    """A connector that speaks to the account's https address and is routed to the loopback."""
    session = open_session([Route(ADDRESS, zendesk.url)])
    told = {"credential": OAUTH} | connection
    connector = ZendeskConnector(Connection(HARBOURLANE, "zendesk", ADDRESS, **told), session, clock_from(now), share)
    try:
        yield connector
    finally:
        session.close()


def plant(zendesk: Zendesk, **fault) -> None:
    """Make the loopback misbehave."""
    answered = zendesk.call("POST", "/control/faults", json=[fault])
    assert answered.status_code == 200, answered.text


def calls(zendesk: Zendesk) -> dict[str, int]:
    """How often each endpoint was called, whatever it answered."""
    counted = zendesk.read("/control/stats")["calls"]
    return {endpoint: sum(by_status.values()) for endpoint, by_status in counted.items()}
