"""Our share of an account's rate limit, and the places in a stream of tickets."""

import math
from datetime import UTC, datetime, timedelta

import pytest

from integration.connectors.zendesk.share import RateShare
from integration.errors import ConnectorError, CursorExpiredError
from integration.keeping import MemoryKeeper

START = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Clock:
    def __init__(self):
        self.now = START

    def __call__(self):
        return self.now

    def later(self, seconds):
        self.now += timedelta(seconds=seconds)


class Account:
    """Counts calls as Zendesk does, in windows that begin with their first call, and tells of them in headers."""

    def __init__(self, clock, limit=400, exports=10, seconds=60):
        self.clock, self.limits, self.seconds = clock, {"account": limit, "incremental-exports": exports}, seconds
        self.windows = {}
        self.refused = 0

    def answer(self, *names, calls=1):
        for name in names:
            window = self.windows.get(name)
            if window is None or self.clock.now >= window[0]:
                window = self.windows[name] = [self.clock.now + timedelta(seconds=self.seconds), 0]
            window[1] += calls
            self.refused += max(0, window[1] - self.limits[name])
        found = {}
        for name in names:
            ends_at, used = self.windows[name]
            left, resets = self.limits[name] - used, math.ceil((ends_at - self.clock.now).total_seconds())
            if name == "account":
                told = {"ratelimit-limit": self.limits[name], "ratelimit-remaining": left, "ratelimit-reset": resets}
                found |= {header: str(value) for header, value in told.items()}
            else:
                found[f"Zendesk-RateLimit-{name}"] = f"total={self.limits[name]}; remaining={left}; resets={resets}"
        return found

    def used(self, name="account"):
        return self.windows[name][1]


GROUPS, EXPORT = ("GET", "/groups.json"), ("GET", "/incremental/tickets/cursor")


def worker(keeper, clock, share=0.3):
    return RateShare("zendesk:acme", share, keeper, clock, clock.later)


def work(worker, account, call=GROUPS, *, live=False, most=10_000):
    """Call until our share is used up; return how many calls that were, and what was said."""
    names = ("account", "incremental-exports") if call is EXPORT else ("account",)
    for done in range(most):
        try:
            worker.require(*call, live=live)
        except ConnectorError as error:
            return done, error
        worker.observe(*call, account.answer(*names))
    return most, None


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def account(clock):
    return Account(clock)


@pytest.fixture
def keeper():
    return MemoryKeeper()


def test_live_calls_may_use_the_whole_share_at_once_and_no_more(keeper, clock, account):
    done, error = work(worker(keeper, clock), account, live=True)
    assert done == 120
    assert error.retry_after_s == 60
    assert not error.permanent


def test_bulk_reading_leaves_live_calls_some_and_uses_the_whole_share_in_the_end(keeper, clock, account):
    bulk, live = worker(keeper, clock), worker(keeper, clock)
    first, error = work(bulk, account)
    assert first == 96, "four fifths at once"
    assert error.retry_after_s <= 3
    assert work(live, account, live=True, most=5) == (5, None)
    while clock.now < START + timedelta(seconds=59):
        clock.later(1)
        work(bulk, account)
    assert account.used() == 120


def test_where_a_live_call_found_none_bulk_reading_steps_back(keeper, clock, account):
    bulk, live = worker(keeper, clock), worker(keeper, clock)
    work(live, account, live=True)
    clock.later(60)
    assert work(bulk, account)[0] <= 1
    assert work(live, account, live=True)[0] >= 119


def test_several_workers_have_one_share_together(keeper, clock, account):
    workers = [worker(keeper, clock) for _ in range(3)]
    while any(work(one, account, live=True, most=1)[0] for one in workers):
        pass
    assert account.used() == 120


@pytest.mark.parametrize("share", [0.1, 0.3, 0.9, 1.0])
def test_what_others_use_shrinks_our_share_at_once(keeper, clock, account, share):
    one = worker(keeper, clock, share)
    work(one, account, live=True, most=10)
    account.answer("account", calls=190)
    work(one, account, live=True)
    ours = account.used() - 190
    assert ours == max(11, int(share * (400 - 190)))
    assert account.refused == 0


def test_where_others_use_all_we_call_no_more_than_it_takes_to_know(keeper, clock, account):
    one = worker(keeper, clock)
    work(one, account, most=40)
    account.answer("account", calls=360 - 1)
    assert work(one, account)[0] == 1
    assert account.refused == 0


def test_an_endpoint_has_a_share_of_its_own_and_the_rest_goes_on(keeper, clock, account):
    one = worker(keeper, clock)
    done, error = work(one, account, EXPORT)
    assert done == 3
    assert "incremental-exports" in str(error)
    assert work(one, account, live=True)[0] == 117


def test_the_smallest_share_of_a_small_limit_is_one_call(keeper, clock, account):
    assert work(worker(keeper, clock, 0.05), account, EXPORT)[0] == 1


def test_after_the_window_it_goes_on(keeper, clock, account):
    one = worker(keeper, clock)
    for _ in range(3):
        work(one, account, live=True)
        assert account.used() == 120
        clock.later(60)


def test_while_one_worker_finds_out_the_limit_the_others_wait(keeper, clock, account):
    one, other = worker(keeper, clock), worker(keeper, clock)
    one.require(*EXPORT, live=False)
    other._sleep = lambda _: one.observe(*EXPORT, account.answer("account", "incremental-exports"))
    other.require(*EXPORT, live=False)
    assert clock.now == START
    other.observe(*EXPORT, account.answer("account", "incremental-exports"))
    assert account.used("incremental-exports") == 2


def test_who_finds_out_and_never_comes_back_holds_nobody_up_for_long(keeper, clock, account):
    worker(keeper, clock).require(*EXPORT, live=False)
    worker(keeper, clock).require(*EXPORT, live=False)
    assert START + timedelta(seconds=4) < clock.now < START + timedelta(seconds=6)


def test_an_account_that_tells_of_no_limit_is_asked_once_a_minute(clock):
    asked = []

    class Counting(MemoryKeeper):
        def change_budgets(self, connection, names, decide):
            asked.append(names)
            return super().change_budgets(connection, names, decide)

    one = worker(Counting(), clock)
    for _ in range(500):
        one.require(*GROUPS, live=False)
        one.observe(*GROUPS, {})
    assert len(asked) <= 3


def test_a_failure_that_says_nothing_does_not_mean_that_there_is_no_limit(keeper, clock, account):
    one = worker(keeper, clock)
    one.require(*GROUPS, live=False)
    one.observe(*GROUPS, {"content-type": "text/html"}, success=False)
    clock.later(6)
    assert work(one, account, live=True)[0] <= 120


def test_taking_calls_costs_far_less_than_a_look_into_the_store_each(clock, account):
    asked = []

    class Counting(MemoryKeeper):
        def change_budgets(self, connection, names, decide):
            asked.append(names)
            return super().change_budgets(connection, names, decide)

    done, _ = work(worker(Counting(), clock, 0.9), Account(clock, limit=2500))
    assert done == 1800
    assert len(asked) < done / 6


def test_the_headers_of_2023_are_read_too(keeper, clock):
    one = worker(keeper, clock)
    one.require(*GROUPS, live=True)
    one.observe(*GROUPS, {"rate-limit-limit": "400", "rate-limit-remaining": "0", "rate-limit-reset": "7"})
    with pytest.raises(ConnectorError) as caught:
        one.require(*GROUPS, live=True)
    assert caught.value.retry_after_s == 7


def test_without_a_reset_the_window_is_a_minute(keeper, clock):
    one = worker(keeper, clock)
    one.require(*GROUPS, live=True)
    one.observe(*GROUPS, {"x-rate-limit": "400", "x-rate-limit-remaining": "0"})
    with pytest.raises(ConnectorError) as caught:
        one.require(*GROUPS, live=True)
    assert caught.value.retry_after_s == 60


def test_a_pause_that_was_asked_for_is_kept_by_all_workers(keeper, clock):
    worker(keeper, clock).pause(*GROUPS, 30)
    other = worker(keeper, clock)
    with pytest.raises(ConnectorError) as caught:
        other.require(*GROUPS, live=True)
    assert caught.value.retry_after_s == 30
    clock.later(30)
    other.require(*GROUPS, live=True)


def test_webhooks_have_a_limit_that_is_none_of_the_agents(keeper, clock, account):
    one = worker(keeper, clock)
    work(one, account, live=True)
    one.require("POST", "/webhooks", live=True)


@pytest.mark.parametrize("share", [0, -1, 1.1])
def test_a_share_that_is_none_is_refused(keeper, clock, share):
    with pytest.raises(ValueError, match="share"):
        worker(keeper, clock, share)
