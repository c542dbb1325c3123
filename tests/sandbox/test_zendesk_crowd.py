"""A made-up large account: its exports send from templates what its rows say, faster than clients read."""

import statistics
import time

import orjson
import pytest

from sandbox.clock import clock_from
from sandbox.world import World
from sandbox.zendesk import ZendeskOptions, create_app
from sandbox.zendesk.crowd import FIRST_TICKET
from sandbox.zendesk.render import show_identities, show_ticket, show_user
from sandbox.zendesk.sideloads import show_metrics
from sandbox.zendesk.trail import show_export_event
from tests.sandbox.zendesk_server import NOW, running_zendesk

SIZE, COMMENTS = 700, 4


@pytest.fixture(scope="module")
def crowded():
    with running_zendesk(world=World(()), crowd_size=SIZE, crowd_comments=COMMENTS) as running:
        yield running


def by_cursor(zendesk, resource, **params):
    rows, beside, position = [], [], {"start_time": 0}
    while True:
        body = zendesk.read(f"/incremental/{resource}/cursor", per_page=150, **position, **params)
        rows += body[resource]
        beside += body.get("metric_sets", []) + body.get("identities", [])
        if body["end_of_stream"]:
            return rows, beside
        position = {"cursor": body["after_cursor"]}


def by_time(zendesk, resource, **params):
    rows, start = [], 0
    while True:
        body = zendesk.read(f"/incremental/{resource}", start_time=start, per_page=170, **params)
        rows += body[resource]
        if body["end_of_stream"]:
            return rows
        assert body["end_time"] > start
        start = body["end_time"]


def untouched(zendesk):
    """The account's own rows, made anew: nothing of them is kept."""
    account = zendesk.helpdesk.account
    return account, account.crowd


def test_the_templates_say_what_the_rows_say(crowded):
    account, crowd = untouched(crowded)
    rows, metrics = by_cursor(crowded, "tickets", include="metric_sets")
    expected = [crowd.ticket(FIRST_TICKET + index) for index in range(SIZE)]
    assert rows == [show_ticket(account, row) for row in expected]
    assert metrics == [show_metrics(account, row) for row in expected]
    users, identities = by_cursor(crowded, "users", include="identities")
    made = [account.users.kept.get(u["id"]) or crowd.user(u["id"]) for u in users]
    assert sorted(u["id"] for u in users) == sorted(account.users)
    assert users == [show_user(account, row) for row in made]
    assert identities == [i for row in made for i in show_identities(account, row)]


def test_events_come_in_the_order_of_their_times_and_none_is_missing(crowded):
    account, crowd = untouched(crowded)
    seen = by_time(crowded, "ticket_events", include="comment_events")
    once = {row["id"]: row for row in seen}
    expected = {
        audit.id: show_export_event(account, audit, with_comments=True)
        for index in range(SIZE)
        for audit in crowd.ticket(FIRST_TICKET + index).audits
    }
    assert once == expected
    assert len(seen) > len(once), "pages repeat the second in which the last one ended"
    times = [row["timestamp"] for row in seen]
    assert times == sorted(times)


def test_the_truth_is_the_same_set(crowded):
    told = crowded.read("/control/truth")
    assert len(told["tickets"]) == SIZE
    assert len(told["comments"]) == SIZE * COMMENTS
    seen = by_time(crowded, "ticket_events", include="comment_events")
    bodies = {(c["id"], c["body"]) for e in seen for c in e["child_events"] if c["event_type"] == "Comment"}
    assert bodies == {(c["id"], c["body"]) for c in told["comments"]}


def test_what_somebody_changed_moves_to_its_new_place():
    with running_zendesk(world=World(()), crowd_size=40, crowd_comments=2) as zendesk:
        changed = FIRST_TICKET + 5
        answered = zendesk.call("POST", "/control/do/edit", json={"id": changed, "subject": "Changed by hand"})
        assert answered.status_code == 200, answered.text
        zendesk.call("POST", "/control/clock", json={"advance_s": 120})
        rows, _ = by_cursor(zendesk, "tickets")
        assert (rows[-1]["id"], rows[-1]["subject"]) == (changed, "Changed by hand")
        assert len({row["id"] for row in rows}) == len(rows) == 40
        once = {row["id"]: row for row in by_time(zendesk, "ticket_events", include="comment_events")}
        assert sum(row["ticket_id"] == changed for row in once.values()) == 3
        assert len(once) == 81


def test_a_crowd_is_the_same_each_time_and_a_million_takes_no_time():
    def first_page():
        app = create_app(World(()), clock_from(NOW), ZendeskOptions(crowd_size=1_000_000, requests_per_minute=None))
        for close in app.config["closers"]:
            close()
        account = app.config["helpdesk"].account
        return [show_ticket(account, account.crowd.ticket(FIRST_TICKET + index)) for index in (0, 999_999)]

    started = time.process_time()
    assert first_page() == first_page()
    assert time.process_time() - started < 5


def test_a_page_of_a_thousand_is_made_about_as_fast_as_a_client_can_parse_it():
    """A ratio, since machines differ: making a page with its metrics takes less than three times its parsing."""
    app = create_app(World(()), clock_from(NOW), ZendeskOptions(crowd_size=30_000, requests_per_minute=None))
    for close in app.config["closers"]:
        close()
    client = app.test_client()
    headers = {"Authorization": "Basic YWRtaW5AaGFyYm91cmxhbmUuZXhhbXBsZS90b2tlbjpsb29wYmFjay1hcGktdG9rZW4="}
    address, made_s, parsed_s = "/api/v2/incremental/tickets/cursor.json?start_time=0&include=metric_sets", [], []
    for _ in range(20):
        started = time.process_time()
        answered = client.get(address, headers=headers)
        made = time.process_time()
        body = orjson.loads(answered.data)
        parsed_s.append(time.process_time() - made)
        made_s.append(made - started)
        address = body["after_url"].partition(".com")[2]
    assert statistics.median(made_s) < 3 * statistics.median(parsed_s)
