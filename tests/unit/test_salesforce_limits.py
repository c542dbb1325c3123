"""Our share of an org's day: pure rules, and several workers who take from the same budgets."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration.connectors.salesforce.limits import BUCKET, DAY, CallShare, Grant, allowance, read_usage, take, used
from integration.errors import ConnectorError
from integration.keeping import MemoryKeeper

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
NAME = "salesforce:acme"


class Hands:
    """A clock that a test turns."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Hands()


@pytest.fixture
def keeper():
    return MemoryKeeper()


def worker(keeper, clock, share=0.1, *, told="api-usage=0/15000"):
    """A worker that has seen one answer of the org."""
    made = CallShare(NAME, share, keeper, clock)
    made.spend()
    made.learn(told)
    return made


def spend_all(share):
    """Return how many calls a worker gets, and how it is refused."""
    for count in range(100_000):
        try:
            share.spend()
        except ConnectorError as error:
            return count, error
    raise AssertionError("nothing ends it")


def test_a_tenth_of_the_orgs_day_is_ours_and_no_call_more(keeper, clock):
    share = worker(keeper, clock, told="api-usage=895/5000; per-app-api-usage=1/9(appName=other)")
    count, error = spend_all(share)
    assert 1 + count == 500
    assert not error.permanent
    assert "its 500 of this org's 5000 API calls" in str(error)
    assert share.count() == (500, 500)


def test_workers_share_it_between_them(keeper, clock):
    workers = [worker(keeper, clock, told="api-usage=1/2000") for _ in range(8)]
    made = 8 + sum(spend_all(one)[0] for one in workers)
    # what a worker has taken and not used is lost to the others, never used twice
    assert 200 - 8 * 20 <= made <= 200
    assert workers[0].count() == (200, 200)


def test_a_call_is_counted_for_a_full_day_and_then_no_more(keeper, clock):
    share = worker(keeper, clock, told="api-usage=1/100")
    for _ in range(9):
        clock.now += timedelta(hours=1)
        share.spend()
    _, error = spend_all(share)
    # the first calls fall out with their two hours' budget, never before a day has gone by
    assert clock.now + timedelta(seconds=error.retry_after_s) == NOW + DAY + BUCKET
    clock.now = NOW + DAY - timedelta(seconds=1)
    with pytest.raises(ConnectorError):
        share.spend()
    clock.now = NOW + DAY + BUCKET
    share.spend()


def test_bulk_reading_leaves_a_fifth_to_live_calls(keeper, clock):
    share = worker(keeper, clock, told="api-usage=1/1000")
    share.live = False
    bulk, _ = spend_all(share)
    assert 1 + bulk == 80
    share.live = True
    assert spend_all(share)[0] == 20


def test_a_wish_to_wait_is_kept_by_all_workers(keeper, clock):
    first, second = worker(keeper, clock), CallShare(NAME, 0.1, keeper, clock)
    first.pause(3600.0)
    first.pause(5.0)
    for share in (first, second):
        with pytest.raises(ConnectorError, match="asked us to wait") as refused:
            share.spend()
        assert refused.value.retry_after_s == 3600.0
    clock.now += timedelta(seconds=3600)
    second.spend()


def test_the_limit_is_learnt_before_more_than_one_call_is_taken_at_once(keeper, clock):
    assert take({}, 0.1, NOW, live=True)[1] == Grant(1, NOW + BUCKET)
    share = worker(keeper, clock)
    share.spend()
    assert share.count() == (1 + 20, 1500)


def test_a_smaller_limit_is_obeyed_from_the_answer_that_told_it(keeper, clock):
    share = worker(keeper, clock, told="api-usage=1/100000")
    share.spend()
    share.learn("api-usage=2/100")
    with pytest.raises(ConnectorError, match="its 10 of this org's 100"):
        share.spend()


def test_an_answer_without_the_header_teaches_nothing(keeper, clock):
    share = worker(keeper, clock, told="api-usage=1/2000")
    for told in (None, "", "api-usage=5/0", "nonsense"):
        share.learn(told)
        assert read_usage(told) is None
    assert share.count()[1] == 200


@pytest.mark.parametrize("share", [0, -1, 1.5])
def test_a_share_is_a_part(keeper, clock, share):
    with pytest.raises(ValueError, match="share"):
        CallShare(NAME, share, keeper, clock)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 7 * 3600), st.integers(1, 60)), max_size=30),
    st.integers(20, 3000),
)
def test_whatever_workers_do_no_day_holds_more_than_our_share(acts, limit):
    keeper, clock = MemoryKeeper(), Hands()
    workers = [worker(keeper, clock, 0.2, told=f"api-usage=1/{limit}") for _ in range(3)]
    made = [NOW] * 3
    for who, pause_s, calls in acts:
        clock.now += timedelta(seconds=pause_s)
        for _ in range(calls):
            try:
                workers[who].spend()
            except ConnectorError:
                break
            made.append(clock.now)
    # three calls were made before anybody knew how small the limit is
    most = max(allowance(limit, 0.2, live=True), 3)
    for moment in made:
        assert sum(moment <= other < moment + DAY for other in made) <= most


def test_used_counts_nothing_of_the_day_before(keeper, clock):
    worker(keeper, clock)
    assert keeper.change_budgets(NAME, ["calls-00"], lambda known: ({}, used(known, NOW + 2 * DAY))) == 0
