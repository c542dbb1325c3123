"""The outbox under several hands: threads, processes, and transactions that meet."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.store.build import NOW, at, handed, job, jobs_in
from tests.store.contend import in_processes, in_threads, take_jobs

CLAIMERS = 4
EACH = 200


@pytest.mark.parametrize("together", [in_threads, in_processes])
def test_claimers_in_parallel_never_get_the_same_job_and_leave_none(store, url, together):
    wanted = [f"{n:04}" for n in range(CLAIMERS * EACH)]
    store.put([job(key) for key in wanted], NOW)
    taken = [key for keys in together(CLAIMERS, take_jobs, url, "assess") for key in keys]
    assert sorted(taken) == wanted
    assert jobs_in(store) == []


def test_of_many_that_begin_one_message_one_does(store, url):
    store.put([job(f"{n:02}") for n in range(20)], NOW)
    message = handed(store.claim("assess", NOW, 20))

    def begin(barrier):
        barrier.wait(30)
        return [c.key for part in message for c in store.begin([part], NOW)[0]]

    begun = [key for keys in in_threads(CLAIMERS, begin) for key in keys]
    assert sorted(begun) == [f"{n:02}" for n in range(20)]


OUTCOMES = {
    "begin": lambda store, claims: store.begin(handed(claims), NOW),
    "finish": lambda store, claims: store.finish(claims),
    "keep": lambda store, claims: store.finish(claims, {c.id: at(5) for c in claims}),
    "postpone": lambda store, claims: store.postpone(claims, at(5), "slow down"),
    "fail": lambda store, claims: store.fail(claims, "broken", NOW, permanent=False),
    "release": lambda store, _claims: store.release_all(NOW),
    "put": lambda store, claims: store.put([job(c.key) for c in claims], NOW),
}


SLOW_ROWS = """
CREATE FUNCTION slow_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_sleep(0.1);
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER slow_row BEFORE UPDATE OR DELETE ON job FOR EACH ROW EXECUTE FUNCTION slow_row();
"""


@pytest.fixture
def slow_rows(database, store):
    """Make PostgreSQL rest after each row that it locks, so that two statements meet; SQLite has one writer."""
    if database == "sqlite":
        yield
        return
    with store._write() as tx:
        tx.exec_driver_sql(SLOW_ROWS)
    yield
    with store._write() as tx:
        tx.exec_driver_sql("DROP FUNCTION slow_row CASCADE")


@pytest.mark.parametrize("outcome", OUTCOMES.values(), ids=OUTCOMES)
def test_new_causes_and_outcomes_of_the_same_jobs_never_wait_for_each_other_in_a_circle(store, outcome, request):
    store.put([job("b")], NOW)
    store.put([job("a")], NOW)
    claims = store.claim("assess", NOW, 2)
    request.getfixturevalue("slow_rows")

    def decide(barrier):
        barrier.wait(30)
        outcome(store, claims)
        return "decided"

    def cause(barrier):
        barrier.wait(30)
        store.put([job("a"), job("b")], NOW)
        return "caused"

    with ThreadPoolExecutor(2) as pool:
        barrier = threading.Barrier(2)
        ended = [pool.submit(work, barrier) for work in (decide, cause)]
        assert [future.result(20) for future in ended] == ["decided", "caused"]
