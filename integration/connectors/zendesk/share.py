"""One worker's part in the share of the account's limits: takes calls a few at a time, and tells what answers say."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from integration.connectors.zendesk import limits
from integration.connectors.zendesk.limits import Grant, Refusal, Told
from integration.errors import ConnectorError
from integration.keeping import Budget, BudgetKeeper, Budgets

_LONGEST_PROBE_S = 6.0


class RateShare:
    """
    Says whether one more call is within our share, which all workers have together.

    Args:
        connection: Whose limits they are.
        share: The part of the account's limits that may be ours, above 0 and at most 1.
        keeper: Keeps the budgets of all workers.
        clock: The present moment.
        sleep: Waits so many seconds; only while another worker finds out a limit.
    """

    def __init__(
        self,
        connection: str,
        share: float,
        keeper: BudgetKeeper,
        clock: Callable[[], datetime],
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        if not 0 < share <= 1:
            raise ValueError(f"share is {share}; give a part above 0 and at most 1")
        self._connection = connection
        self._share = share
        self._keeper = keeper
        self._clock = clock
        self._sleep = sleep
        self._held: dict[str, Grant] = {}
        self._told: dict[str, Told] = {}

    def require(self, method: str, path: str, *, live: bool) -> None:
        """
        Take one call at `path` below /api/v2 out of our share.

        Raises:
            ConnectorError: there is none left; `retry_after_s` is the time until there may be.
        """
        names = limits.names_of(method, path)
        waited_s = 0.0
        while short := tuple(name for name in names if not self._holds(name)):
            refusal = self._take(short, live=live)
            if refusal is None:
                break
            if not refusal.probing or waited_s > _LONGEST_PROBE_S:
                raise ConnectorError(
                    f"{refusal.why}; going on in {max(1.0, refusal.wait_s):.0f} s.", retry_after_s=refusal.wait_s
                )
            self._sleep(refusal.wait_s)
            waited_s += refusal.wait_s
        for name in names:
            grant = self._held[name]
            self._held[name] = replace(grant, calls=grant.calls - 1)

    def observe(self, method: str, path: str, headers: Mapping[str, str], *, success: bool = True) -> None:
        """
        Take in what an answer says of the limits; where others use more than we knew, our share shrinks at once.

        A success that says nothing tells that there is no limit; a failure that says nothing may be a proxy's.
        """
        now = self._clock()
        names = limits.names_of(method, path)
        told = limits.read_told(headers, names, now)
        if not told and not success:
            return
        self._told |= told
        news = {name: told.get(name) for name in names if self._is_news(name, told.get(name), now)}
        if not news:
            return

        def decide(known: Budgets) -> tuple[Budgets, Budgets]:
            seen = limits.observe(known, news, now)
            unused = {name: self._held[name] for name in seen if self._is_too_much(name, seen[name])}
            changed = limits.give_back(seen, unused)
            return changed, changed

        changed = self._keeper.change_budgets(self._connection, tuple(news), decide)
        for name, budget in changed.items():
            held = self._held.get(name)
            if held is None or budget.limit is None or self._is_too_much(name, budget):
                self._held.pop(name, None)
            else:
                self._held[name] = replace(held, known=budget)

    def pause(self, method: str, path: str, wait_s: float) -> None:
        """Remember, for all workers, that the account asked us to wait with calls like this one."""
        now = self._clock()
        name = limits.names_of(method, path)[-1]

        def decide(known: Budgets) -> tuple[Budgets, None]:
            return {name: limits.pause(known.get(name), now + timedelta(seconds=wait_s), now)}, None

        self._held.pop(name, None)
        self._keeper.change_budgets(self._connection, (name,), decide)

    def _holds(self, name: str) -> bool:
        grant = self._held.get(name)
        return grant is not None and grant.calls > 0 and self._clock() < grant.until

    def _take(self, names: tuple[str, ...], *, live: bool) -> Refusal | None:
        now = self._clock()
        fresh = {name: told for name in names if (told := self._told.pop(name, None)) and now < told.ends_at}

        def decide(known: Budgets) -> tuple[Budgets, dict[str, Grant] | Refusal]:
            lately = {name: told for name, told in fresh.items() if name in known and now < known[name].ends_at}
            seen = {**known, **limits.observe(known, lately, now)}
            return limits.take(seen, names, self._share, now, live=live)

        answer = self._keeper.change_budgets(self._connection, names, decide)
        if isinstance(answer, Refusal):
            return answer
        self._held |= answer
        return None

    def _is_news(self, name: str, told: Told | None, now: datetime) -> bool:
        """Whether all workers must know of it before the next calls are taken."""
        held = self._held.get(name)
        if held is None:
            return told is not None
        known = held.known
        if told is None:
            return known.limit is None and now >= known.ends_at
        if not known.seen or known.limit != told.limit:
            return True
        return told.used - known.taken > known.others + max(2, told.limit // 50)

    def _is_too_much(self, name: str, budget: Budget) -> bool:
        held = self._held.get(name)
        if held is None or held.calls <= 0 or budget.limit is None:
            return False
        return budget.taken > limits.allowance(budget, self._share)
