"""A generated org of any size: the same records by every way that leads to them, in little memory."""

import csv
import io
import json
import os
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

import pytest

from sandbox.world import World
from tests.sandbox import salesforce_server
from tests.sandbox.salesforce_server import BASE

salesforce_servers = salesforce_server.salesforce_servers
CASES, COMMENTS = 203, 3


@pytest.fixture
def large(salesforce_servers):
    return salesforce_servers.start(World(()), cases=CASES, comments=COMMENTS)


def follow(org, soql, resource="query"):
    page = org.query(soql, resource=resource)
    rows = list(page["records"])
    while not page["done"]:
        page = org.call("GET", page["nextRecordsUrl"]).json()
        rows += page["records"]
    assert len(rows) == page["totalSize"]
    return rows


def bulk(org, soql, size=50):
    job = org.call("POST", "/jobs/query", json={"operation": "query", "query": soql}).json()
    while job["state"] != "JobComplete":
        job = org.call("GET", f"/jobs/query/{job['id']}").json()
    rows, locator = [], None
    while locator != "null":
        params = {"maxRecords": size} | ({"locator": locator} if locator else {})
        page = org.call("GET", f"/jobs/query/{job['id']}/results", params=params)
        again = org.call("GET", f"/jobs/query/{job['id']}/results", params=params)
        assert again.text == page.text
        found = list(csv.DictReader(io.StringIO(page.text)))
        assert int(page.headers["Sforce-NumberOfRecords"]) == len(found)
        rows += found
        locator = page.headers["Sforce-Locator"]
    return rows


def by_cursor(org, name, page_rows=37):
    """Read all records as an increment does: by (SystemModstamp, Id), a page at a time."""
    rows, where = [], ""
    while True:
        soql = f"SELECT Id, SystemModstamp FROM {name}{where} ORDER BY SystemModstamp, Id LIMIT {page_rows}"
        page = org.query(soql)["records"]
        if not page:
            return rows
        rows += page
        at, last = page[-1]["SystemModstamp"], page[-1]["Id"]
        where = f" WHERE ((SystemModstamp = {at} AND Id > '{last}') OR SystemModstamp > {at}) AND IsDeleted = false"


@pytest.mark.parametrize(("name", "count"), [("Case", CASES), ("CaseComment", CASES * COMMENTS)])
def test_every_way_leads_to_the_same_records(large, name, count):
    ids = [row["Id"] for row in follow(large, f"SELECT Id FROM {name} ORDER BY Id")]
    assert len(set(ids)) == count
    assert sorted(ids) == ids
    assert sorted(row["Id"] for row in by_cursor(large, name)) == ids
    assert sorted(row["Id"] for row in bulk(large, f"SELECT Id FROM {name}")) == ids
    told = {row["Id"] for row in large.call("GET", "/control/truth").json()[name]}
    assert told == set(ids)
    assert large.query(f"SELECT COUNT() FROM {name}")["totalSize"] == count


def test_several_records_share_each_second_and_no_second_lies_in_the_future(large):
    rows = follow(large, "SELECT Id, SystemModstamp FROM Case ORDER BY SystemModstamp")
    stamps = [row["SystemModstamp"] for row in rows]
    assert stamps == sorted(stamps)
    assert len(set(stamps)) == -(-CASES // 5)
    assert stamps[-1] < "2026-11-20T12:00:00"
    assert [row["Id"] for row in rows] != sorted(row["Id"] for row in rows)


def test_csv_tells_what_json_tells(large):
    fields = (
        "Id, CaseNumber, Subject, Description, IsClosed, ClosedDate, ContactId, Contact.Email, Owner.Name, ParentId"
    )
    rows = follow(large, f"SELECT {fields} FROM Case ORDER BY Id")
    flat = []
    for row in rows:
        closed = row["ClosedDate"] and row["ClosedDate"].replace("+0000", "Z")
        values = {**row, "Contact.Email": row["Contact"]["Email"], "Owner.Name": row["Owner"]["Name"]}
        values |= {"IsClosed": str(row["IsClosed"]).lower(), "ClosedDate": closed}
        flat.append({name: values[name] or "" for name in fields.split(", ")})
    assert bulk(large, f"SELECT {fields} FROM Case ORDER BY Id") == flat


def test_comments_follow_their_case_and_name_who_wrote_them(large):
    rows = follow(large, "SELECT Id, CreatedDate, ContactId FROM Case ORDER BY Id")
    case = rows[CASES - 1]
    soql = (
        f"SELECT CreatedDate, CreatedBy.UserType, CreatedBy.ContactId FROM CaseComment WHERE ParentId = '{case['Id']}'"
    )
    comments = large.rows(soql)
    assert len(comments) == COMMENTS
    assert all(comment["CreatedDate"] > case["CreatedDate"] for comment in comments)
    users = {(c["CreatedBy"]["UserType"], c["CreatedBy"]["ContactId"]) for c in comments}
    assert users == {("Standard", None), ("CspLitePortal", case["ContactId"])}


def test_a_record_that_is_changed_moves_to_the_end_and_is_there_once(large):
    first = large.query("SELECT Id FROM Case ORDER BY SystemModstamp, Id LIMIT 1")["records"][0]["Id"]
    changed = large.call("PATCH", f"/sobjects/Case/{first}", json={"Subject": "Changed"})
    assert changed.status_code == 204
    rows = by_cursor(large, "Case")
    assert [row["Id"] for row in rows].index(first) == CASES - 1
    assert len({row["Id"] for row in rows}) == len(rows) == CASES
    assert large.rows("SELECT Id FROM Case WHERE Subject = 'Changed'")[0]["Id"] == first
    newest = large.query("SELECT Id FROM Case ORDER BY SystemModstamp DESC, Id DESC LIMIT 1")["records"]
    assert newest[0]["Id"] == first
    [told] = [row for row in bulk(large, "SELECT Id, Subject FROM Case") if row["Id"] == first]
    assert told["Subject"] == "Changed"


def test_a_new_record_and_a_deleted_one_count_like_any(large):
    made = large.call("POST", "/sobjects/Case", json={"Subject": "New"}).json()["id"]
    gone = large.query("SELECT Id FROM Case ORDER BY Id LIMIT 1")["records"][0]["Id"]
    large.call("POST", "/control/do/delete", json={"id": gone})
    ids = {row["Id"] for row in follow(large, "SELECT Id FROM Case")}
    assert (made in ids, gone in ids, len(ids)) == (True, False, CASES)
    everything = follow(large, "SELECT Id FROM Case", resource="queryAll")
    assert len(everything) == CASES + 1
    span = {"start": "2026-11-01T00:00:00Z", "end": "2026-11-20T12:30:00Z"}
    updated = large.call("GET", "/sobjects/Case/updated", params=span).json()["ids"]
    since = follow(large, "SELECT Id FROM Case WHERE SystemModstamp >= 2026-11-01T00:00:00Z")
    assert sorted(updated) == sorted(row["Id"] for row in since)


@pytest.mark.parametrize(
    "where",
    [
        "SystemModstamp > 2026-03-01T00:00:00Z AND SystemModstamp <= 2026-06-01T00:00:00Z",
        "CreatedDate = LAST_N_DAYS:90",
        "Status = 'Working' AND CreatedDate >= 2026-05-01T00:00:00Z",
        "NOT Status = 'Working'",
        "Contact.Email = 'customer7@example.com'",
        "IsDeleted = true",
        "IsDeleted = false AND Priority = 'High'",
        "CreatedDate < 2026-01-01T00:00:00Z OR CreatedDate > 2026-10-01T00:00:00Z",
    ],
)
def test_conditions_select_the_same_as_they_do_row_by_row(large, where):
    asked = {row["Id"] for row in follow(large, f"SELECT Id FROM Case WHERE {where}")}
    # a condition behind NOT is never turned into ranges
    others = {row["Id"] for row in follow(large, f"SELECT Id FROM Case WHERE NOT ({where})")}
    everything = {row["Id"] for row in follow(large, "SELECT Id FROM Case")}
    assert asked | others == everything
    assert not asked & others
    assert (where == "IsDeleted = true") == (asked == set())


def test_contacts_accounts_and_users_hang_together(large):
    [case] = large.query("SELECT ContactId, AccountId FROM Case ORDER BY Id LIMIT 1")["records"]
    cases = follow(large, f"SELECT AccountId FROM Case WHERE ContactId = '{case['ContactId']}'")
    assert len(cases) == 3
    assert {row["AccountId"] for row in cases} == {case["AccountId"]}
    soql = f"SELECT Id, (SELECT Id FROM Cases), (SELECT Id FROM Contacts) FROM Account WHERE Id = '{case['AccountId']}'"
    [account] = large.rows(soql)
    contacts = {row["Id"] for row in account["Contacts"]["records"]}
    assert case["ContactId"] in contacts
    scanned = follow(large, f"SELECT Id FROM Case WHERE NOT AccountId != '{case['AccountId']}'")
    assert {row["Id"] for row in account["Cases"]["records"]} == {row["Id"] for row in scanned}


def test_a_million_cases_need_little_memory_and_an_unselective_sort_times_out():
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from sandbox.__main__ import serve_salesforce\n"
        "from sandbox.clock import real_clock\n"
        "from sandbox.world import World\n"
        "served = serve_salesforce(World(()), real_clock, 0, None, {}, '', cases=1_000_000)\n"
        "print(served.url, flush=True)\n"
        "sys.stdin.readline()\n"
        # of this program alone; `ru_maxrss` begins with what the parent held when it started us
        "line = next(t for t in Path('/proc/self/status').read_text().splitlines() if t.startswith('VmHWM'))\n"
        "print(int(line.split()[1]) // 1024, flush=True)\n"
    )
    environment = {**os.environ, "NO_PROXY": "*"}
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as served:
        url = served.stdout.readline().strip()
        try:
            token = _json(url, "/services/oauth2/token", data=_CLIENT)["access_token"]
            count = _json(url, f"{BASE}/query?q=SELECT+COUNT()+FROM+CaseComment", token)
            assert count["totalSize"] == 2_000_000
            job = _json(url, f"{BASE}/jobs/query", token, json={"operation": "query", "query": "SELECT Id FROM Case"})
            while job["state"] != "JobComplete":
                job = _json(url, f"{BASE}/jobs/query/{job['id']}", token)
            assert job["numberRecordsProcessed"] == 1_000_000
            slow = _json(url, f"{BASE}/query?q=SELECT+Id+FROM+Case+ORDER+BY+Subject", token)
            assert slow[0]["errorCode"] == "QUERY_TIMEOUT"
            page = _json(url, f"{BASE}/query?q=SELECT+Id+FROM+Case+ORDER+BY+SystemModstamp,Id", token)
            assert (page["totalSize"], len(page["records"])) == (1_000_000, 2000)
        finally:
            served.stdin.write("\n")
            served.stdin.close()
            peak_mb = int(served.stdout.readline() or 0)
            served.kill()
    assert 0 < peak_mb < 250


_CLIENT = {
    "grant_type": "client_credentials",
    "client_id": "3MVG9harbourlane.sidelight",
    "client_secret": "loopback-secret",
}


def _json(url, path, token=None, **more):
    body = more.get("json")
    form = urllib.parse.urlencode(more["data"]).encode() if "data" in more else None
    sent = json.dumps(body).encode() if body else form
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    request = urllib.request.Request(url + path, data=sent, headers=headers)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=60) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            return json.load(error)
