"""What several processes do to one org and one store at once. A module, so that new processes import it."""

from datetime import UTC, datetime

from integration.connection import Connection
from integration.connectors import open_connector
from integration.connectors.session import Route, open_session
from integration.keeping import Keepers
from integration.store import Store
from tests.connectors.salesforce_org import ADDRESS, NAME


def read_twice(database, key, url, credential, told, again):
    """Read, tell it, wait, and read again."""
    store = Store(database, [key])
    connection = Connection(NAME, "salesforce", ADDRESS, credential)
    session = open_session([Route(ADDRESS, url)])
    keepers = Keepers(tokens=store, budgets=store)
    connector = open_connector(connection, session, lambda: datetime.now(UTC), 0.9, keepers)
    for number in (1, 2):
        connector.fetch_page("Contact", None)
        told.put(number)
        assert again.wait(60)
    session.close()
    store.close()
