"""
How many calls of a Salesforce org's day are ours: counted by all workers together, kept under a share of its limit.

Salesforce counts over the last 24 hours, not from midnight. So do we, in thirteen budgets of two hours each that are
used in turn; a call weighs until 24 to 26 hours after it, never less. What a worker takes and does not use is lost
until then, so that it takes a few at a time. Live calls may have all of our share, bulk reading four fifths of it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from integration.errors import ConnectorError
from integration.keeping import Budget, BudgetKeeper, Budgets

DAY = timedelta(hours=24)
BUCKET = timedelta(hours=2)
BUCKETS = 13
ORG = "org"
"""The budget that holds the org's own limit, what others use of it, and until when it asked us to wait."""

NAMES = (ORG, *(f"calls-{number:02}" for number in range(BUCKETS)))
DEFAULT_DAILY_CALLS = 15_000
"""The smallest org's limit (Developer Edition), until the first answer names this org's own."""

MOST_AT_ONCE = 20
_AT_LEAST_OF_LEFT = 16
_FOR_BULK = 0.8
_USAGE = re.compile(r"\bapi-usage=(\d+)/(\d+)")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Grant:
    """Calls that a worker has taken and may make until `until`."""

    calls: int
    until: datetime


@dataclass(frozen=True, slots=True)
class Refusal:
    """No call now: come back in `wait_s`."""

    wait_s: float
    why: str


def daily_calls(budgets: Budgets) -> int:
    """Return the org's calls of a day, as far as it is known."""
    return (budgets[ORG].limit if ORG in budgets else None) or DEFAULT_DAILY_CALLS


def allowance(limit: int, share: float, *, live: bool) -> int:
    """Return how many calls of a day may be ours; at least one, or nothing could ever be read."""
    return max(1, int(limit * share * (1 if live else _FOR_BULK) + 1e-9))


def used(budgets: Budgets, now: datetime) -> int:
    """Return how many calls of the last day are ours, those that were taken and not made included."""
    return sum(budget.taken for _, budget in _counted(budgets, now))


def take(budgets: Budgets, share: float, now: datetime, *, live: bool) -> tuple[Budgets, Grant | Refusal]:
    """Take calls out of our share; returns the budgets that have changed."""
    org = budgets.get(ORG)
    if org is not None and org.paused_until is not None and now < org.paused_until:
        return {}, Refusal((org.paused_until - now).total_seconds(), "Salesforce asked us to wait")
    limit = daily_calls(budgets)
    ours = allowance(limit, share, live=live)
    left = ours - used(budgets, now)
    if left <= 0:
        ends = [budget.begins_at + BUCKETS * BUCKET for _, budget in _counted(budgets, now) if budget.taken]
        why = f"Sidelight has used its {ours} of this org's {limit} API calls of 24 hours; or raise its share"
        return {}, Refusal(max(1.0, (min(ends) - now).total_seconds()), why)
    # one by one until an answer has told how large this org's limit is
    calls = max(1, min(MOST_AT_ONCE, left // _AT_LEAST_OF_LEFT)) if org is not None and org.seen else 1
    name, begins_at = _bucket(now)
    bucket = budgets.get(name)
    if bucket is None or bucket.begins_at != begins_at:
        bucket = Budget(begins_at, begins_at + BUCKET)
    return {name: replace(bucket, taken=bucket.taken + calls)}, Grant(calls, bucket.ends_at)


def observe(budgets: Budgets, told: tuple[int, int], now: datetime) -> Budgets:
    """Return the budgets with what an answer told: (calls used by everybody, calls of a day)."""
    usage, limit = told
    org = budgets.get(ORG) or Budget(now, now + DAY)
    return {ORG: replace(org, limit=limit, others=max(0, usage - used(budgets, now)), seen=True)}


def pause(budgets: Budgets, wait_s: float, now: datetime) -> Budgets:
    """Return the budgets with the org's wish that nobody of us calls for a while; a longer one stays."""
    org = budgets.get(ORG) or Budget(now, now + DAY)
    until = now + timedelta(seconds=wait_s)
    return {ORG: replace(org, paused_until=max(until, org.paused_until or until))}


def read_usage(limit_info: str | None) -> tuple[int, int] | None:
    """Return (used by everybody, calls of a day) from a `Sforce-Limit-Info` header (`api-usage=895/15000`)."""
    found = _USAGE.search(limit_info or "")
    return (int(found[1]), int(found[2])) if found and int(found[2]) > 0 else None


def _bucket(now: datetime) -> tuple[str, datetime]:
    number = (now - _EPOCH) // BUCKET
    return NAMES[1 + number % BUCKETS], _EPOCH + number * BUCKET


def _counted(budgets: Budgets, now: datetime) -> list[tuple[str, Budget]]:
    """Return the budgets whose calls may lie in the last 24 hours."""
    return [(n, b) for n, b in budgets.items() if n != ORG and now < b.begins_at + BUCKETS * BUCKET]


class CallShare:
    """
    One worker's part in our share of an org's calls.

    Args:
        connection: Whose limit it is.
        share: Part of the org's daily calls that may be ours, above 0 up to 1.
        keeper: Holds the budgets of all workers.
        clock: The present moment.
    """

    def __init__(self, connection: str, share: float, keeper: BudgetKeeper, clock: Callable[[], datetime]) -> None:
        if not 0 < share <= 1:
            raise ValueError(f"share is {share}; give a part above 0 and up to 1.")
        self.share = share
        self.live = True
        """Whether the next calls are of the kind that an agent waits for."""
        self._connection = connection
        self._keeper = keeper
        self._clock = clock
        self._held = Grant(0, _EPOCH)
        self._told: tuple[int, int] | None = None

    def spend(self) -> None:
        """
        Take one call that is about to be made.

        Raises:
            ConnectorError: our share is used up, or the org asked us to wait; `retry_after_s` says how long.
        """
        now = self._clock()
        if self._held.calls <= 0 or now >= self._held.until:
            self._held = self._take(now)
        self._held = replace(self._held, calls=self._held.calls - 1)

    def learn(self, limit_info: str | None) -> None:
        """Take in what an answer says of the org's limit; all workers learn of another limit at once."""
        told = read_usage(limit_info)
        if told is None or (self._told is not None and told[1] == self._told[1]):
            self._told = told or self._told
            return
        self._told = told
        now = self._clock()
        self._keeper.change_budgets(self._connection, NAMES, lambda known: (observe(known, told, now), None))
        self._held = Grant(0, _EPOCH)

    def pause(self, wait_s: float) -> None:
        """Remember, for all workers, that the org asked us to wait."""
        self._held = Grant(0, _EPOCH)
        now = self._clock()
        self._keeper.change_budgets(self._connection, NAMES, lambda known: (pause(known, wait_s, now), None))

    def count(self) -> tuple[int, int]:
        """Return (our calls of the last day, how many may be ours), of all workers."""
        now = self._clock()
        return self._keeper.change_budgets(
            self._connection,
            NAMES,
            lambda known: ({}, (used(known, now), allowance(daily_calls(known), self.share, live=True))),
        )

    def _take(self, now: datetime) -> Grant:
        told = self._told

        def decide(known: Budgets) -> tuple[Budgets, Grant | Refusal]:
            seen = observe(known, told, now) if told is not None else {}
            taken, answer = take({**known, **seen}, self.share, now, live=self.live)
            return {**seen, **taken}, answer

        answer = self._keeper.change_budgets(self._connection, NAMES, decide)
        if isinstance(answer, Refusal):
            text = f"{answer.why}; going on in {max(1.0, answer.wait_s):.0f} s."
            raise ConnectorError(text, retry_after_s=answer.wait_s)
        return answer
