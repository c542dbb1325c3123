"""What lies behind is read by Bulk jobs: whole, whatever becomes of the job, its pages or the process that reads it."""

import json
from datetime import timedelta

import pytest

from integration.connectors.salesforce import bulk
from integration.errors import ConnectorError
from tests.connectors.salesforce_org import read_stream, running_org
from tests.sandbox.salesforce_server import many

CASES = 400


@pytest.fixture
def org(monkeypatch):
    monkeypatch.setattr(bulk, "PAGE_ROWS", 60)
    with running_org(world=many(CASES), page_size=20) as org:
        yield org


def ids_of(pages):
    return {ticket.ref.id for page in pages for ticket in page.tickets}


def read_until_job(connector, stream="Case"):
    """Read a stream up to where a Bulk job was made; returns the page that says so."""
    cursor = None
    for _ in range(20):
        page = connector.fetch_page(stream, cursor)
        cursor = page.cursor
        if json.loads(cursor).get("job"):
            return page
    raise AssertionError("no Bulk job was made")


def test_a_long_way_is_read_by_one_job_and_a_short_one_by_none(org):
    pages, cursor = read_stream(org.connect(), "Case")
    assert len(ids_of(pages)) == CASES
    jobs = org.client.call("GET", "/jobs/query").json()["records"]
    assert [(job["operation"], job["state"]) for job in jobs] == [("queryAll", "JobComplete")]
    org.now += timedelta(minutes=30)
    org.control("do/reply", id=org.case("t1"), text="Still waiting")
    org.control("do/edit", id=org.case("t1"), priority="High")
    later, _ = read_stream(org.connect(), "Case", cursor)
    assert ids_of(later) == {org.case("t1")}
    assert len(org.client.call("GET", "/jobs/query").json()["records"]) == 1


def test_rows_of_a_job_tell_what_rows_of_a_query_tell(org):
    org.control("do/edit", id=org.case("t399"), status="Closed", tags="a;b", priority="High")
    org.control("do/delete", id=org.case("t398"))
    by_job = {t.ref.id: t for page in read_stream(org.connect(), "Case")[0] for t in page.tickets}
    by_query = {t.ref.id: t for t in org.connect().fetch_tickets([org.case(f"t{n}") for n in range(300, 400)]).tickets}
    assert len(by_query) == 100
    assert {row_id: by_job[row_id] for row_id in by_query} == by_query
    contacts = [c for page in read_stream(org.connect(), "Contact")[0] for c in page.contacts]
    assert {t.requester for t in by_job.values()} == {c.ref for c in contacts}


def test_a_process_that_is_killed_goes_on_at_the_stored_locator(org):
    made = read_until_job(org.connect())
    first = org.connect().fetch_page("Case", made.cursor)
    assert len(first.tickets) == 60
    assert json.loads(first.cursor)["locator"]
    again = org.connect().fetch_page("Case", made.cursor)
    assert again.tickets == first.tickets, "a page that was not stored is read again"
    rest, _ = read_stream(org.connect(), "Case", first.cursor)
    assert not ids_of(rest) & ids_of([first])
    assert len(org.client.call("GET", "/jobs/query").json()["records"]) == 1


@pytest.mark.parametrize("lost", ["deleted", "locators"])
def test_a_job_that_the_org_has_forgotten_is_made_again_and_nothing_is_lost(org, lost):
    connector = org.connect()
    made = read_until_job(connector)
    first = connector.fetch_page("Case", made.cursor)
    job = json.loads(first.cursor)["job"]
    cursor = first.cursor
    if lost == "deleted":
        assert org.client.call("DELETE", f"/jobs/query/{job}").status_code == 204
    else:
        cursor = json.dumps(json.loads(cursor) | {"locator": "forgotten"})
    rest, _ = read_stream(connector, "Case", cursor)
    known = {row["Id"] for row in org.client.call("GET", "/control/truth").json()["Case"]}
    before = {t.ref.id for t in connector.fetch_page("Case", None).tickets}
    assert len(known) == CASES
    assert len(ids_of([first, *rest]) | before) >= CASES - 80
    assert known - ids_of([first, *rest]) <= read_before_job(org), "what the job was to read is all there"


def read_before_job(org):
    connector, cursor, found = org.connect(), None, set()
    while True:
        page = connector.fetch_page("Case", cursor)
        if json.loads(page.cursor).get("job"):
            return found
        found |= ids_of([page])
        cursor = page.cursor


@pytest.mark.parametrize("state", ["Failed", "Aborted"])
def test_a_job_that_fails_is_made_again_and_given_up_in_the_end(org, state):
    org.control("do/fail_jobs", times=1, state=state, message="InternalServerError")
    assert len(ids_of(read_stream(org.connect(), "Case")[0])) == CASES
    org.control("do/fail_jobs", times=9, state=state, message="InternalServerError")
    pages, cursor = read_stream(org.connect(), "Case")
    assert len(ids_of(pages)) == CASES, "what no job reads is read by REST"
    assert not json.loads(cursor).get("lost"), "the next long way is tried by a job again"


def test_a_job_that_takes_long_is_looked_at_ever_more_seldom(org, monkeypatch):
    connector = org.connect()
    made = read_until_job(connector)
    real = connector._client.send
    looks = []

    class Waiting:
        def json(self):
            return {"state": "InProgress"}

    def send(method, path, **more):
        if path.startswith("jobs/query/") and not path.endswith("results"):
            looks.append(path)
            return Waiting()
        return real(method, path, **more)

    monkeypatch.setattr(connector._client, "send", send)
    with pytest.raises(ConnectorError) as young:
        connector.fetch_page("Case", made.cursor)
    assert (len(looks), org.waits) == (4, [0.3, 1.0, 3.0])
    org.now += timedelta(minutes=4)
    with pytest.raises(ConnectorError) as old:
        connector.fetch_page("Case", made.cursor)
    assert len(looks) == 5
    assert 0 < young.value.retry_after_s < old.value.retry_after_s <= 100
    assert not old.value.permanent


def test_what_changes_while_a_job_is_read_is_seen_after_it(org):
    connector = org.connect()
    made = read_until_job(connector)
    first = connector.fetch_page("Case", made.cursor)
    org.now += timedelta(minutes=20)
    changed = [org.case(f"t{n}") for n in (0, 200, 399)]
    for case in changed:
        org.control("do/edit", id=case, priority="High")
    rest, _ = read_stream(connector, "Case", first.cursor)
    last = {t.ref.id: t.priority for page in rest for t in page.tickets}
    assert {last[case] for case in changed} == {"high"}


def test_a_mail_that_made_a_case_is_counted_once_though_a_job_tells_no_mails():
    with running_org(page_size=1) as org:
        connector = org.connect()
        held = {}
        for stream in ("Case", "CaseComment", "EmailMessage"):
            for page in read_stream(connector, stream)[0]:
                held.update((c.id, c) for c in page.comments)
                for gone in page.removed_comments:
                    held.pop(gone, None)
        ids = [org.case(name) for name in ("mail", "web", "phone", "chat", "problem")]
        expected = {c.id for c in connector.fetch_tickets(ids).comments}
        assert set(held) == expected


def test_a_page_of_a_job_that_came_in_part_is_read_again(org):
    connector = org.connect()
    made = read_until_job(connector)
    # the session itself asks once more for what only reads
    org.fault("results", "cut", times=2)
    with pytest.raises(ConnectorError) as cut:
        connector.fetch_page("Case", made.cursor)
    assert not cut.value.permanent
    org.client.call("DELETE", "/control/faults")
    assert len(connector.fetch_page("Case", made.cursor).tickets) == 60
