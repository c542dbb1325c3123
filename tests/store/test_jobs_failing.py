"""The outbox when things go wrong: attempts, backing off, parking and another chance."""

from datetime import timedelta

import pytest

from tests.store.build import LEASE_S, NOW, at, handed, job, keys, later, started

ATTEMPTS = 3
"""How many the fixture `store` allows."""


def run_out(store, now):
    """Begin what is due, and lose the worker; return (begun, parked, the moment at which the lease is over)."""
    begun, parked = store.begin(handed(store.claim("assess", now, 10)), now)
    return begun, parked, now + timedelta(seconds=LEASE_S)


def test_a_job_that_kills_its_worker_again_and_again_is_parked_with_the_reason(store):
    store.put([job("ana")], NOW)
    now = NOW
    for attempt in range(1, ATTEMPTS + 1):
        (begun,), parked, now = run_out(store, now)
        assert (begun.attempts, parked) == (attempt, [])
    begun, parked, _ = run_out(store, now)
    assert (begun, keys(parked)) == ([], ["ana"])
    (found,) = store.status(now).parked
    assert (found.kind, found.key, found.error) == ("assess", "ana", "its worker ended 3 times before it was done")
    assert found.parked_at == now
    assert store.claim("assess", at(1000), 10) == []


def test_a_message_that_nobody_began_counts_no_attempt(store):
    store.put([job("ana")], NOW)
    now = NOW
    for _ in range(ATTEMPTS + 2):
        assert len(store.claim("assess", now, 10)) == 1
        now += timedelta(seconds=LEASE_S)
    (begun,) = started(store, now)
    assert begun.attempts == 1


def test_a_failure_backs_off_longer_each_time_and_then_parks_with_the_reason(store):
    store.put([job("ana")], NOW)
    now = NOW
    waits = []
    for _ in range(ATTEMPTS - 1):
        store.fail(started(store, now), "the helpdesk said 500", now, permanent=False)
        (due_at,) = [s for s in range(1, 301) if store.due_lanes(["assess"], now + timedelta(seconds=s))][:1]
        waits.append(due_at)
        now += timedelta(seconds=due_at)
    assert waits == sorted(set(waits))
    assert store.status(now).parked == ()
    store.fail(started(store, now), "the helpdesk said 500", now, permanent=False)
    (found,) = store.status(now).parked
    assert (found.key, found.error) == ("ana", "the helpdesk said 500")
    assert store.due_lanes(["assess"], at(1000)) == []


def test_failures_and_lost_workers_are_counted_apart_and_an_outcome_clears_the_lost_ones(store):
    store.put([job("ana")], NOW)
    _, _, now = run_out(store, NOW)
    _, _, now = run_out(store, now)
    store.fail(started(store, now), "broken", now, permanent=False)
    now += timedelta(seconds=300)
    (begun,), _, _ = run_out(store, now)
    assert (begun.attempts, begun.failures) == (1, 1)


def test_an_outage_is_waited_out_ten_times_as_long_and_for_a_pull_without_end(store):
    store.put([job("ana"), job("acme", kind="pull")], NOW)
    now = NOW
    for _ in range(10 * ATTEMPTS):
        begun = started(store, now)
        assert "acme" in keys(begun)
        store.fail(begun, "no answer", now, permanent=False, outage=True)
        now += timedelta(seconds=301)
    assert [p.key for p in store.status(now).parked] == ["ana"]
    assert keys(started(store, now)) == ["acme"]


def test_a_permanent_failure_parks_at_once(store):
    store.put([job("ana"), job("acme", kind="pull")], NOW)
    store.fail(started(store), "the token was revoked", NOW, permanent=True, outage=True)
    assert {(p.key, p.error) for p in store.status(NOW).parked} == {
        ("ana", "the token was revoked"),
        ("acme", "the token was revoked"),
    }
    assert store.status(NOW).waiting == {}


def test_postponing_does_not_count_and_keeps_the_reason(store):
    store.put([job("ana")], NOW)
    now = NOW
    for _ in range(ATTEMPTS + 2):
        (begun,) = started(store, now)
        assert (begun.attempts, begun.failures) == (1, 0)
        store.postpone([begun], now + timedelta(seconds=90), "slow down")
        assert store.claim("assess", now + timedelta(seconds=89), 10) == []
        now += timedelta(seconds=90)
    assert store.status(now).parked == ()


def test_postponing_what_was_handed_out_but_never_begun_does_not_forgive_lost_workers(store):
    store.put([job("ana")], NOW)
    now = NOW
    for _ in range(ATTEMPTS):
        _, _, now = run_out(store, now)
        store.postpone(store.claim("assess", now, 10), now, "the broker is not there")
    assert keys(run_out(store, now)[1]) == ["ana"]


def tried(store, now, lane="pull acme"):
    """Return the minutes until a parked pull is tried again, as `status` says, and begin it then."""
    (parked,) = store.status(now).parked
    assert store.claim(lane, parked.tried_at - timedelta(seconds=1), 10) == []
    assert store.due_lanes([lane], parked.tried_at) == [lane]
    return (parked.tried_at - now) / timedelta(minutes=1), started(store, parked.tried_at, lane=lane)


def a_pull():
    return job("acme", kind="pull", lane="pull acme")


@pytest.mark.parametrize("permanent", [True, False])
def test_a_parked_pull_is_tried_again_by_itself_ever_more_rarely_and_at_least_every_hour(store, permanent):
    store.put([a_pull()], NOW)
    now, begun, tries = NOW, started(store, lane="pull acme"), 0
    while not store.status(now).parked:
        store.fail(begun, "a right is missing", now, permanent=permanent)
        tries += 1
        if not store.status(now).parked:
            now += timedelta(minutes=1)
            begun = started(store, now, lane="pull acme")
    assert tries == (1 if permanent else ATTEMPTS)
    since, waits = now, []
    for _ in range(8):
        wait, begun = tried(store, now)
        now += timedelta(minutes=wait)
        waits.append(wait)
        store.fail(begun, "a right is missing", now, permanent=permanent)
    assert waits == [5, 5, 10, 20, 40, 60, 60, 60]
    (parked,) = store.status(now).parked
    assert (parked.parked_at, parked.error) == (since, "a right is missing"), "since it was set aside, not since today"


def test_a_parked_pull_that_succeeds_is_parked_no_more_and_has_all_its_attempts(store):
    store.put([a_pull()], NOW)
    store.fail(started(store, lane="pull acme"), "a right is missing", NOW, permanent=True)
    _, (begun,) = tried(store, NOW)
    store.finish([begun], {begun.id: at(6)})
    assert (store.status(at(5)).parked, store.status(at(5)).put_off) == ((), ())
    for n in range(ATTEMPTS - 1):
        store.fail(started(store, at(6 + n), lane="pull acme"), "broken", at(6 + n), permanent=False)
    assert store.status(at(8)).parked == ()


def test_a_parked_pull_whose_helpdesk_is_away_is_tried_as_any_other_and_stays_parked_until_it_succeeds(store):
    store.put([a_pull()], NOW)
    store.fail(started(store, lane="pull acme"), "a right is missing", NOW, permanent=True)
    _, begun = tried(store, NOW)
    store.fail(begun, "no answer", at(5), permanent=False, outage=True)
    (parked,) = store.status(at(5)).parked
    assert (parked.parked_at, parked.error) == (NOW, "no answer")
    assert parked.tried_at == at(5) + timedelta(seconds=1)


def test_a_parked_pull_that_fails_in_another_way_rests_again_after_one_try(store):
    store.put([a_pull()], NOW)
    store.fail(started(store, lane="pull acme"), "a right is missing", NOW, permanent=True)
    _, begun = tried(store, NOW)
    store.fail(begun, "KeyError", at(5), permanent=False)
    assert tried(store, at(5))[0] == 5


def test_a_parked_pull_that_has_to_wait_waits_as_long_as_the_helpdesk_says(store):
    store.put([a_pull()], NOW)
    store.fail(started(store, lane="pull acme"), "a right is missing", NOW, permanent=True)
    _, begun = tried(store, NOW)
    store.postpone(begun, at(95), "slow down")
    assert tried(store, at(5))[0] == 90


def test_a_parked_pull_that_kills_workers_kills_one_each_time_it_is_tried(store):
    store.put([a_pull()], NOW)
    killed, parked = [], []
    for minute in range(200):
        begun, ended = store.begin(handed(store.claim("pull acme", at(minute), 10)), at(minute))
        killed += [minute] * len(begun)
        parked += [minute] * len(ended)
    assert (killed[:ATTEMPTS], parked[0]) == ([0, 1, 2], 3)
    assert parked[1:] == [minute + LEASE_S // 60 for minute in killed[ATTEMPTS:]]
    assert 5 <= len(parked) <= 8, "in more than three hours"


def test_nothing_but_a_pull_is_tried_while_it_is_parked(store):
    kinds = ["sync", "assess", "gather", "publish", "redact"]
    store.put([job("one", kind=kind) for kind in kinds], NOW)
    store.fail(started(store), "broken", NOW, permanent=True)
    assert {p.tried_at for p in store.status(NOW).parked} == {None}
    assert store.claim("assess", at(10_000), 10) == []


def test_a_retry_by_hand_while_a_parked_pull_is_tried_is_not_used_up_with_that_try(store):
    store.put([a_pull()], NOW)
    store.fail(started(store, lane="pull acme"), "a right is missing", NOW, permanent=True)
    _, begun = tried(store, NOW)
    assert store.retry_parked(at(5)) == 1
    store.fail(begun, "a right is missing", at(5), permanent=True)
    assert store.status(at(5)).parked == ()
    assert keys(started(store, at(5), lane="pull acme")) == ["acme"]


@pytest.mark.parametrize("urgent", [False, True])
def test_a_new_cause_revives_a_parked_job_with_all_its_attempts(store, urgent):
    store.put([job("ana")], NOW)
    store.fail(started(store), "broken", NOW, permanent=True)
    store.put([job("ana", urgent=urgent)], later(5))
    assert store.status(later(5)).parked == ()
    for n in range(ATTEMPTS - 1):
        store.fail(started(store, at(10 * n + 1)), "broken", at(10 * n + 1), permanent=False)
    assert len(started(store, at(100))) == 1


@pytest.mark.parametrize("permanent", [False, True])
def test_a_cause_that_comes_while_the_last_attempt_fails_gives_the_job_another_chance(store, permanent):
    store.put([job("ana")], NOW)
    for n in range(0 if permanent else ATTEMPTS - 1):
        store.fail(started(store, at(10 * n)), "broken", at(10 * n), permanent=False)
    begun = started(store, at(50))
    store.put([job("ana")], at(50))
    store.fail(begun, "broken", at(50), permanent=permanent)
    assert store.status(at(50)).parked == ()
    (again,) = started(store, at(50))
    assert (again.key, again.attempts, again.failures) == ("ana", 1, 0)


def test_retrying_what_is_parked_makes_it_due_with_all_its_attempts(store):
    store.put([job("ana"), job("bo"), job("cy")], NOW)
    store.fail([c for c in started(store) if c.key != "cy"], "broken", NOW, permanent=True)
    assert store.retry_parked(at(5)) == 2
    begun = [*started(store, at(5)), *started(store, at(5))]
    assert {(c.key, c.attempts, c.failures) for c in begun if c.key != "cy"} == {("ana", 1, 0), ("bo", 1, 0)}
    assert store.retry_parked(at(5)) == 0


def test_a_reason_with_a_nul_in_it_is_recorded(store):
    store.put([job("ana"), job("bo")], NOW)
    ana, bo = started(store)
    store.fail([ana], "answered \x00 garbage", NOW, permanent=True)
    store.postpone([bo], at(1), "answered \x00 garbage")
    assert store.status(NOW).parked[0].error == "answered  garbage"
