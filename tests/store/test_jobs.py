"""The outbox: handing out, finishing, and what happens to a cause that comes meanwhile."""

import pytest

from tests.store.build import LEASE_S, NOW, at, handed, job, jobs_in, keys, later, started


def test_the_same_cause_twice_is_one_job(store):
    store.put([job("ana"), job("ana")], NOW)
    store.put([job("ana"), job("bo")], NOW)
    store.put([job("ana", kind="sync")], NOW)
    assert jobs_in(store) == [("assess", "ana"), ("assess", "bo"), ("sync", "ana")]


def test_ensuring_a_job_that_is_there_leaves_it_as_it_is(store):
    store.put([job("ana")], at(10))
    store.ensure([job("ana", urgent=True), job("bo")], NOW)
    assert keys(store.claim("assess", NOW, 10)) == ["bo"]


def test_a_job_is_handed_out_once(store):
    store.put([job("ana")], NOW)
    assert keys(store.claim("assess", NOW, 10)) == ["ana"]
    assert store.claim("assess", NOW, 10) == []
    assert store.held("assess", NOW) == 1


def test_a_job_is_handed_out_when_it_is_due_and_not_before(store):
    store.put([job("ana")], later(1))
    assert store.claim("assess", NOW, 10) == []
    assert store.due_lanes(["assess"], NOW) == []
    assert store.due_lanes(["assess", "sync acme"], later(1)) == ["assess"]
    assert keys(store.claim("assess", later(1), 10)) == ["ana"]
    assert store.due_lanes(["assess"], later(1)) == []


def test_a_lane_hands_out_only_its_own_jobs(store):
    store.put([job("ana"), job("1", kind="sync", lane="sync acme")], NOW)
    assert keys(store.claim("sync acme", NOW, 10)) == ["1"]


def test_a_claim_hands_out_no_more_than_it_was_asked_for(store):
    store.put([job(f"{n:03}") for n in range(50)], NOW)
    assert [len(store.claim("assess", NOW, 20)) for _ in range(4)] == [20, 20, 10, 0]


def test_urgent_jobs_come_first_and_the_longest_waiting_next(store):
    store.put([job("second")], at(-1))
    store.put([job("third")], NOW)
    store.put([job("first", urgent=True)], NOW)
    assert [keys(store.claim("assess", NOW, 1)) for _ in range(3)] == [["first"], ["second"], ["third"]]


def test_an_urgent_cause_makes_a_waiting_job_urgent(store):
    store.put([job("early")], at(-1))
    store.put([job("ana")], NOW)
    store.put([job("ana", urgent=True)], NOW)
    store.put([job("ana")], NOW)
    assert keys(store.claim("assess", NOW, 1)) == ["ana"]


def test_a_duplicated_message_begins_once(store):
    store.put([job("ana")], NOW)
    message = handed(store.claim("assess", NOW, 10))
    assert len(store.begin(message, NOW)[0]) == 1
    assert store.begin(message, NOW) == ([], [])


def test_a_message_of_more_jobs_than_one_list_of_values_holds_begins_them_all(store):
    store.put([job(f"{n:04}") for n in range(1200)], NOW)
    begun = started(store, limit=1200)
    assert len(begun) == 1200
    store.finish(begun)
    assert jobs_in(store) == []


def test_an_expired_lease_is_handed_out_again_and_the_old_message_is_void(store):
    store.put([job("ana")], NOW)
    old = handed(store.claim("assess", NOW, 10))
    assert store.claim("assess", later(LEASE_S - 1), 10) == []
    new = handed(store.claim("assess", later(LEASE_S), 10))
    assert len(new) == 1
    assert store.begin(old, later(LEASE_S)) == ([], [])
    assert keys(store.begin(new, later(LEASE_S))[0]) == ["ana"]


def test_a_message_that_comes_after_its_lease_is_void(store):
    store.put([job("ana")], NOW)
    message = handed(store.claim("assess", NOW, 10))
    assert store.begin(message, later(LEASE_S)) == ([], [])


def test_beginning_renews_the_lease(store):
    store.put([job("ana")], NOW)
    message = handed(store.claim("assess", NOW, 10))
    store.begin(message, later(30))
    assert store.claim("assess", later(LEASE_S), 10) == []
    assert keys(store.claim("assess", later(30 + LEASE_S), 10)) == ["ana"]


@pytest.mark.parametrize("outcome", ["finish", "fail", "park", "postpone"])
def test_a_worker_that_lost_its_lease_can_no_longer_decide_about_the_job(store, outcome):
    store.put([job("ana")], NOW)
    lost = started(store)
    begun = started(store, later(LEASE_S))
    if outcome == "finish":
        store.finish(lost)
    elif outcome == "postpone":
        store.postpone(lost, later(5000), "slow down")
    else:
        store.fail(lost, "broken", NOW, permanent=outcome == "park")
    assert store.held("assess", later(LEASE_S)) == 1
    assert store.status(NOW).parked == ()
    store.finish(begun)
    assert jobs_in(store) == []


def test_what_was_handed_out_for_a_finished_job_never_means_the_next_one(store):
    store.put([job("ana")], NOW)
    message = handed(store.claim("assess", NOW, 10))
    finished = store.begin(message, NOW)[0]
    store.finish(finished)
    store.put([job("1", kind="sync", lane="sync acme")], NOW)
    (claim,) = store.claim("sync acme", NOW, 10)
    assert store.begin(message, NOW) == ([], [])
    store.finish(finished)
    assert jobs_in(store) == [("sync", "1")]
    assert len(store.begin(handed([claim]), NOW)[0]) == 1


def test_a_finished_job_is_gone(store):
    store.put([job("ana"), job("bo")], NOW)
    begun = started(store)
    store.finish(begun[:1])
    assert jobs_in(store) == [("assess", begun[1].key)]


@pytest.mark.parametrize("next_due", [None, at(60)], ids=["done", "kept for later"])
def test_a_cause_that_comes_while_the_job_runs_keeps_the_job_due(store, next_due):
    store.put([job("ana")], NOW)
    (begun,) = started(store)
    store.put([job("ana")], later(5))
    store.finish([begun], {begun.id: next_due} if next_due else None)
    assert keys(store.claim("assess", later(5), 10)) == ["ana"]


def test_finish_with_next_due_keeps_the_job_for_then(store):
    store.put([job("ana", urgent=True), job("bo")], NOW)
    begun = {c.key: c for c in started(store)}
    store.finish(list(begun.values()), {begun["ana"].id: at(60)})
    assert jobs_in(store) == [("assess", "ana")]
    assert store.claim("assess", at(59), 10) == []
    assert store.status(at(59)).waiting == {}
    assert store.status(at(60)).waiting == {"assess": 1}
    assert keys(store.claim("assess", at(60), 10)) == ["ana"]


def test_an_earlier_cause_pulls_a_job_forward_and_a_later_one_does_not_push_it_back(store):
    for due_at in (at(60), at(5), at(90)):
        store.put([job("ana")], due_at)
    assert store.claim("assess", at(4), 10) == []
    assert keys(store.claim("assess", at(5), 10)) == ["ana"]


def test_release_all_takes_back_every_job_and_voids_its_message(store):
    store.put([job("ana"), job("bo")], NOW)
    message = handed(store.claim("assess", NOW, 10))
    store.begin(message[:1], NOW)
    assert store.release_all(NOW) == 2
    assert store.begin(message, NOW) == ([], [])
    assert keys(started(store)) == ["ana"], "it had begun: if it is what ends workers, it takes no other along"
    assert keys(started(store)) == ["bo"]


def test_reconcile_takes_back_what_lost_workers_held_and_nothing_else(store):
    store.put([job("lost")], NOW)
    started(store)
    store.put([job("running")], later(30))
    started(store, later(30))
    assert store.reconcile(later(LEASE_S - 1)) == 0
    assert store.reconcile(later(LEASE_S)) == 1
    assert keys(store.claim("assess", later(LEASE_S), 10)) == ["lost"]
    assert store.held("assess", later(LEASE_S)) == 2
