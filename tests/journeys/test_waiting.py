"""What cannot be done now is done later: a place that is lost, a row that is locked, a time that was named."""

from datetime import timedelta

import pytest
import requests
from structlog.testing import capture_logs

from integration.model import Page
from tests.journeys.stories import content, third_contact


def lost_places(house):
    """Look for changes; return the streams whose place was found to be lost."""
    with capture_logs() as logged:
        house.pull()
    return [(e["connection"], e["stream"]) for e in logged if e["event"] == "cursor_expired"]


# Zendesk leaves out what was written within the last minute: here, two of the four by us
@pytest.mark.parametrize(("system", "stream", "tickets"), [("zendesk", "tickets", 2), ("salesforce", "Case", 3)])
def test_a_stream_whose_place_is_lost_is_read_again_from_its_start(estate, system, stream, tickets):
    name = f"{system}:harbourlane"
    house = estate(third_contact(first_system=system, system=system), content())
    house.drain()
    house.pull()
    before, streams = house.results(), house.house.connector(name).streams
    rows = {s.stream: s.rows for s in house.store.status(house.house.clock()).streams if s.connection == name}
    lost = Page(cursor="a place that nobody knows", has_more=False)
    place = house.store.load_cursor(name, stream)
    house.store.save_pull(name, streams, stream, lost, {}, house.house.clock(), read_from=place)
    assert lost_places(house) == [(name, stream)]
    status = house.store.status(house.house.clock())
    again = {s.stream: s.rows - rows[s.stream] for s in status.streams if s.connection == name}
    assert again[stream] >= tickets, "all of them were read once more"
    assert all(s.complete for s in status.streams)
    assert (status.parked, status.put_off) == ((), ())
    assert lost_places(house) == [], "from there it goes on"
    assert house.results() == before, "what is unchanged is not written again"


def lock(house, world_id, times):
    """Let somebody else hold a case's row for so many of our writes."""
    body = {"id": house.ref(world_id).id, "times": times}
    requests.post(f"{house.salesforce}/control/locks", json=body, timeout=5).raise_for_status()


def test_a_write_that_meets_a_lock_is_put_off_with_its_reason_waits_longer_each_time_and_arrives(estate):
    house = estate(third_contact(first_system="salesforce", system="salesforce"))
    lock(house, "third", times=20)
    house.later(minutes=1)
    house.drain()
    waits = []
    while found := house.store.status(house.house.clock()).put_off:
        (put_off,) = found
        assert (put_off.lane, put_off.count) == ("publish salesforce:harbourlane", 1)
        assert "UNABLE_TO_LOCK_ROW" in put_off.reason
        waits.append((put_off.due_at - house.desk.clock()).total_seconds())
        house.later(seconds=waits[-1])
        house.drain()
    assert len(waits) >= 3
    assert waits == sorted(waits)
    assert waits[-1] > 2 * waits[0]
    assert len(house.notes("third")) == 1
    assert not house.store.status(house.desk.clock()).parked


def test_a_row_that_is_locked_for_ever_is_parked_and_does_not_use_up_the_orgs_calls(estate):
    house = estate(third_contact(first_system="salesforce", system="salesforce"), more={"max_attempts": 1})
    lock(house, "third", times=1000)
    house.drain()
    for _ in range(12):
        house.later(minutes=6)
        house.drain()
    (parked,) = house.store.status(house.desk.clock()).parked
    assert (parked.kind, parked.key) == ("publish", str(house.ref("third")))
    assert "UNABLE_TO_LOCK_ROW" in parked.error
    assert house.notes("third") == []


def test_a_helpdesk_that_refuses_to_be_read_is_asked_ever_more_rarely_and_read_on_by_itself_once_it_lets_us(estate):
    house = estate(third_contact())
    no_right = {"error": "Forbidden", "description": "Missing the following permissions"}
    house.fault("zendesk", match="/incremental/", kind="status", status=403, body=no_right, times=4)
    house.drain()
    waits = []
    while found := house.store.status(house.desk.clock()).parked:
        (parked,) = found
        assert (parked.kind, parked.key) == ("pull", "zendesk:harbourlane")
        waits.append(parked.tried_at - house.desk.clock())
        house.drain()
        house.later(seconds=waits[-1].total_seconds())
        house.drain()
    assert [round(wait / timedelta(minutes=1)) for wait in waits] == [5, 5, 10, 20], "one call for each"
    assert "repeat_contact" in house.flags("third")


def test_a_helpdesk_that_names_a_time_is_not_asked_before_it(estate):
    house = estate(third_contact(first_system="salesforce", system="salesforce"))
    full = [{"errorCode": "REQUEST_LIMIT_EXCEEDED", "message": "TotalRequests Limit exceeded."}]
    house.fault("salesforce", match="/composite", method="POST", kind="status", status=403, body=full, times=1)
    house.drain()
    (put_off,) = house.store.status(house.desk.clock()).put_off
    assert put_off.lane == "publish salesforce:harbourlane"
    assert "API calls" in put_off.reason
    assert put_off.due_at - house.desk.clock() > timedelta(minutes=59)
    house.later(minutes=55)
    house.drain()
    assert house.notes("third") == []
    house.later(minutes=6)
    house.drain()
    assert len(house.notes("third")) == 1
