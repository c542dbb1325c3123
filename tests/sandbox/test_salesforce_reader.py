"""A careful reader of the loopback org ends with the truth, however late things are committed: so a product can too."""

from datetime import datetime, timedelta

import pytest

from tests.sandbox import salesforce_server
from tests.sandbox.salesforce_server import NOW

salesforce_servers = salesforce_server.salesforce_servers

OVERLAP = timedelta(minutes=2)
# shown from another record, without a stamp of their own
UNSTAMPED = {"ContactEmail", "ContactPhone", "ContactMobile"}


def follow(org, soql):
    page = org.query(soql, resource="queryAll")
    yield from page["records"]
    while not page["done"]:
        page = org.call("GET", page["nextRecordsUrl"]).json()
        yield from page["records"]


def read_since(org, name, fields, since):
    where = f" WHERE SystemModstamp >= {since.strftime('%Y-%m-%dT%H:%M:%SZ')}"
    for row in follow(org, f"SELECT {', '.join(fields)} FROM {name}{where} ORDER BY SystemModstamp, Id"):
        yield {key: value for key, value in row.items() if key != "attributes"}


@pytest.mark.parametrize("seed", range(4))
def test_reading_by_stamp_with_an_overlap_finds_every_change(salesforce_servers, seed):
    org = salesforce_servers.start()
    org.call("POST", "/control/do/vary_pages", json={"seed": seed})
    names = ("Case", "CaseComment", "EmailMessage", "FeedItem", "Contact")
    fields = {
        name: [f["name"] for f in org.call("GET", f"/sobjects/{name}/describe").json()["fields"]] for name in names
    }
    held = {name: {} for name in names}
    since = datetime(2026, 1, 1, tzinfo=NOW.tzinfo)
    now = NOW
    for step in range(6):
        done = org.call("POST", "/control/do/many", json={"count": 15, "seed": 1000 * seed + step})
        assert done.status_code == 200, done.text
        for name in names:
            held[name] |= {row["Id"]: row for row in read_since(org, name, fields[name], since)}
        since = now - OVERLAP
        told = org.call("POST", "/control/clock", json={"advance_s": 30}).json()["now"]
        now = datetime.fromisoformat(told)
    truth = org.call("GET", "/control/truth").json()
    for name in names:
        expected = {row["Id"]: {k: v for k, v in row.items() if k not in UNSTAMPED} for row in truth[name]}
        found = {i: {k: v for k, v in row.items() if k not in UNSTAMPED} for i, row in held[name].items()}
        assert found == expected
