"""One machine, nothing installed: SQLite and the broker inside the one worker process, killed and started again."""

import pytest

from tests.journeys.stories import content, third_contact

FAST = {"lease_s": 6.0, "worker_threads": 2, "poll_interval_s": 2.0}


def told(house):
    return "repeat_contact" in house.flags("third")


def test_the_embedded_worker_does_it_all(estate):
    house = estate(third_contact(first_system="salesforce"), content(), more=FAST)
    house.start_worker()
    house.wait_for(lambda: told(house) and house.is_idle(), seconds=60)
    assert len(house.notes("third")) == 1
    assert house.flags("calm") == set()


@pytest.mark.parametrize("system", ["zendesk", "salesforce"])
def test_a_worker_killed_between_the_write_and_its_receipt_makes_no_second_note(estate, system):
    house = estate(third_contact(first_system=system, system=system), more=FAST)
    method, path = {"zendesk": ("PUT", "/api/v2/tickets/"), "salesforce": ("POST", "/composite")}[system]
    house.fault(system, match=path, method=method, kind="late_reply", delay_s=8, times=1)
    house.start_worker()
    house.wait_for(lambda: house.notes("third"), seconds=60)
    assert not house.store.load_receipts([house.ref("third")]), "the receipt is not there yet"
    house.kill_worker(house.workers[0])
    house.start_worker()
    house.wait_for(lambda: house.store.load_receipts([house.ref("third")]) and house.is_idle(), seconds=60)
    assert len(house.notes("third")) == 1


@pytest.mark.parametrize("pages", [1, 2, 4])
def test_a_backfill_that_is_killed_goes_on_where_it_was(estate, pages):
    house = estate(third_contact(first_system="salesforce"), content(), more=FAST)
    house.fault("zendesk", match="/incremental/", method="GET", kind="timeout", delay_s=3, times=1)
    worker = house.start_worker()
    house.wait_for(lambda: len(house.store.status(house.house.clock()).streams) >= pages, seconds=60)
    house.kill_worker(worker)
    house.start_worker()
    house.wait_for(lambda: told(house) and house.is_idle(), seconds=60)
    rows = house.store.status(house.house.clock()).rows
    assert (rows["ticket"], len(house.notes("third"))) == (4, 1)


def test_a_second_embedded_worker_in_the_same_home_ends_at_once(estate):
    house = estate(content(), more=FAST)
    house.start_worker()
    house.wait_for(lambda: house.store.status(house.house.clock()).assessed == 1, seconds=60)
    second = house.start_worker()
    assert second.wait(30) != 0
    assert "SIDELIGHT_HOME" in (house.folder / "worker1.log").read_text()
