"""What several processes do to one Zendesk account and one store at once. A module, so that new processes import it."""

import time
from datetime import timedelta

from integration.connection import Connection
from integration.connectors.session import Route, open_session
from integration.connectors.zendesk.client import ZendeskClient
from integration.errors import ConnectorError
from integration.keeping import Keepers
from integration.store import Store
from sandbox.clock import clock_from
from tests.connectors.zendesk_account import HARBOURLANE, OAUTH
from tests.sandbox.zendesk_server import ADDRESS, NOW


def open_client(store, url, credential=OAUTH, share=0.3, clock=None):
    connection = Connection(HARBOURLANE, "zendesk", ADDRESS, credential)
    session = open_session([Route(ADDRESS, url)])
    return ZendeskClient(connection, session, clock or clock_from(NOW), share, keepers=Keepers(store, store))


def work_within_share(database, key, url, share, ahead_s, denials, number, ended):
    """Read in bulk whenever there are calls to be had, until `ended`; count in `denials` how often there were none."""
    store = Store(database, keys=[key])
    client = open_client(store, url, share=share, clock=lambda: NOW + timedelta(seconds=ahead_s.value))
    while not ended.is_set():
        try:
            client.get("groups")
        except ConnectorError as error:
            if error.retry_after_s is None:
                raise
            denials[number] += 1
            time.sleep(0.01)
    store.close()


def sign_in_at_once(database, key, url, credential, calls, barrier):
    """Make calls as soon as all are ready; return what became of them."""
    store = Store(database, keys=[key])
    client = open_client(store, url, credential)
    barrier.wait(30)
    said = []
    for _ in range(calls):
        try:
            said.append(str(client.signed_in_user()["role"]))
        except ConnectorError as error:
            said.append(str(error))
    store.close()
    return said
