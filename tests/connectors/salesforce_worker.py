"""One of several processes that read from the same org: what it reads is told on standard output, line by line."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from integration.connectors import Connection, open_connector
from integration.connectors.session import Route, open_session
from integration.keeping import Keepers
from integration.store import Store
from tests.connectors.salesforce_org import ADDRESS, NAME

told = json.loads(sys.argv[1])
store = Store(told["url"], [told["key"]])
connection = Connection(NAME, "salesforce", ADDRESS, told["credential"])
session = open_session([Route(ADDRESS, told["target"])])
connector = open_connector(connection, session, lambda: datetime.now(UTC), 0.9, Keepers(tokens=store, budgets=store))
for number in (1, 2):
    connector.fetch_page("Contact", None)
    sys.stdout.write(f"read {number}\n")
    sys.stdout.flush()
    if number == 1:
        sys.stdin.readline()
session.close()
