"""
Our share of an account's limits: what an answer tells of them, and how many calls a worker may take; pure.

Zendesk counts in windows of a minute, for the whole account and for some endpoints besides. In a window we use at most
our share of what others leave: `share * (limit - their calls)`, all workers and processes together. Live calls may have
all of it at any time; bulk reading gets the last fifth of it only as the window goes by, so that live ones find some,
and steps back for them where they found none.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from integration.keeping import Budget, Budgets

ACCOUNT = "account"
WEBHOOKS = "webhooks"
"""A service of its own, with a limit that is none of the agents'."""

_WINDOW = timedelta(seconds=60)
_PROBE = timedelta(seconds=5)
"""How long one worker may take to find out a limit before another tries."""
PROBE_WAIT_S = 0.05
MOST_AT_ONCE = 25
"""Calls that a worker takes for itself; what it does not use is lost to the others until the window ends."""
_AT_LEAST_OF_LEFT = 16
_APART = timedelta(seconds=2)
"""Zendesk tells the end of a window in whole seconds."""
_FREE_FOR_LIVE = 0.2

_ENDPOINTS = (
    ("GET", re.compile(r"/incremental/users/cursor"), "incremental-users", False),
    ("GET", re.compile(r"/incremental/"), "incremental-exports", False),
    ("PUT", re.compile(r"/tickets/\d+$"), "tickets-update", True),
    ("GET", re.compile(r"/tickets/\d+/conversation_log"), "omnilog-index", True),
    ("GET", re.compile(r"/tickets$"), "tickets-index", True),
    ("GET", re.compile(r"/search/export"), "search-export", False),
    ("GET", re.compile(r"/search"), "search", True),
    ("GET", re.compile(r"/deleted_tickets"), "deleted-tickets", False),
)
_LIVE_TOO = {ACCOUNT, *(name for _, _, name, live in _ENDPOINTS if live)}
_PART = re.compile(r"(total|remaining|resets)=(\d+)")
_PREFIX = "zendesk-ratelimit-"
_PER_TICKET = "per-ticket-updates"


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer says of one limit: calls a window, calls left, and when the window ends."""

    limit: int
    remaining: int
    ends_at: datetime

    @property
    def used(self) -> int:
        """Calls that the account has counted, whoever made them."""
        return max(0, self.limit - self.remaining)


@dataclass(frozen=True, slots=True)
class Grant:
    """Calls that a worker has taken of one budget: usable until `until`; `known` is the budget they were taken from."""

    calls: int
    until: datetime
    known: Budget


@dataclass(frozen=True, slots=True)
class Refusal:
    """No call now: come back in `wait_s`. `probing`: it will be known in an instant."""

    wait_s: float
    why: str
    probing: bool = False


def names_of(method: str, path: str) -> tuple[str, ...]:
    """Return the limits that a call falls under, by the names of our budgets; `path` is below /api/v2."""
    if path.startswith("/webhooks"):
        return (WEBHOOKS,)
    for verb, pattern, name, _ in _ENDPOINTS:
        if method == verb and pattern.match(path):
            return (ACCOUNT, name)
    return (ACCOUNT,)


def read_told(headers: Mapping[str, str], names: tuple[str, ...], now: datetime) -> dict[str, Told]:
    """Return what an answer says of the limits that its call fell under; one without headers says nothing."""
    found: dict[str, Told] = {}
    limit = _number(headers, "ratelimit-limit", "rate-limit-limit", "x-rate-limit")
    remaining = _number(headers, "ratelimit-remaining", "rate-limit-remaining", "x-rate-limit-remaining")
    if ACCOUNT in names and limit and remaining is not None:
        reset_s = _number(headers, "ratelimit-reset", "rate-limit-reset")
        found[ACCOUNT] = Told(limit, remaining, now + (_WINDOW if reset_s is None else timedelta(seconds=reset_s)))
    own = [name for name in names if name != ACCOUNT]
    for header, value in headers.items():
        label = header.lower().removeprefix(_PREFIX)
        if not own or label in (header.lower(), _PER_TICKET):
            continue
        parts = {part: int(number) for part, number in _PART.findall(value)}
        if parts.get("total") and "remaining" in parts:
            ends_at = now + timedelta(seconds=parts.get("resets", int(_WINDOW.total_seconds())))
            found[own[0]] = Told(parts["total"], parts["remaining"], ends_at)
    return found


def is_per_ticket(headers: Mapping[str, str]) -> bool:
    """Whether a refusal concerns one ticket only, which was written too often; the others go on."""
    value = next((value for header, value in headers.items() if header.lower() == _PREFIX + _PER_TICKET), "")
    return dict(_PART.findall(value)).get("remaining") == "0"


def allowance(budget: Budget, share: float) -> int:
    """Return how many calls of the present window may be ours."""
    limit = budget.limit or 0
    # the smallest limits (ten exports a minute) leave us one call, or nothing would ever be read
    ours = max(1, math.floor(share * max(0, limit - budget.others) + 1e-9))
    return min(ours, max(0, limit - budget.others))


def take(
    budgets: Budgets, names: tuple[str, ...], share: float, now: datetime, *, live: bool
) -> tuple[Budgets, dict[str, Grant] | Refusal]:
    """Take calls of all the named budgets, or of none; returns the budgets as they are then."""
    fresh = {name: _rolled(budgets.get(name), now) for name in names}
    refusals = [r for name in names if (r := _refusal(name, fresh[name], share, now, live=live)) is not None]
    if refusals:
        if live and not any(refusal.probing for refusal in refusals):
            fresh = {name: replace(budget, live_denied_at=now) for name, budget in fresh.items()}
        # what is unknown is not kept: nobody has begun to find it out
        kept = {name: budget for name, budget in fresh.items() if name in budgets}
        return kept, max(refusals, key=lambda refusal: refusal.wait_s)
    taken: dict[str, Budget] = {}
    grants: dict[str, Grant] = {}
    for name in names:
        taken[name], grants[name] = _granted(name, fresh[name], share, now, live=live)
    return taken, grants


def observe(budgets: Budgets, told: Mapping[str, Told | None], now: datetime) -> Budgets:
    """Return the budgets with what an answer told; None: it told nothing of that limit."""
    return {name: _observed(budgets.get(name), one, now) for name, one in told.items()}


def give_back(budgets: Budgets, unused: Mapping[str, Grant]) -> Budgets:
    """Return the budgets with calls that were taken from this window and will not be made."""
    changed = dict(budgets)
    for name, grant in unused.items():
        budget = budgets.get(name)
        if budget is not None and budget.begins_at == grant.known.begins_at:
            changed[name] = replace(budget, taken=max(0, budget.taken - grant.calls))
    return changed


def pause(budget: Budget | None, until: datetime, now: datetime) -> Budget:
    """Return a budget of which nothing is taken before `until`: the account asked us to wait."""
    return replace(budget or Budget(now, now), paused_until=until)


def _rolled(budget: Budget | None, now: datetime) -> Budget:
    """Return the budget in its present window."""
    if budget is None:
        return Budget(now, now)
    if budget.limit is None or now < budget.ends_at:
        return budget
    length = max(budget.ends_at - budget.begins_at, timedelta(seconds=1))
    return replace(budget, begins_at=now, ends_at=now + min(length, _WINDOW), taken=0, others=0, seen=False)


def _refusal(name: str, budget: Budget, share: float, now: datetime, *, live: bool) -> Refusal | None:
    if budget.paused_until is not None and now < budget.paused_until:
        return Refusal((budget.paused_until - now).total_seconds(), "Zendesk asked us to wait")
    if budget.limit is None:
        probing = budget.probed_until is not None and now < budget.probed_until and now >= budget.ends_at
        return Refusal(PROBE_WAIT_S, "Zendesk's rate limit is being looked up", probing=True) if probing else None
    if budget.taken < _cap(name, budget, share, now, live=live):
        return None
    until = budget.ends_at if live else _next_release(name, budget, share, now)
    label = "" if name == ACCOUNT else f" for {name}"
    return Refusal(max(0.05, (until - now).total_seconds()), f"Our share of Zendesk's rate limit{label} is used up")


def _cap(name: str, budget: Budget, share: float, now: datetime, *, live: bool) -> int:
    """Return how many calls may be taken by now, of all that the window allows."""
    ours = allowance(budget, share)
    return ours if live or name not in _LIVE_TOO else math.floor(ours * _released(budget, now) + 1e-9)


def _released(budget: Budget, now: datetime) -> float:
    """Return which part of the allowance bulk reading may have used by now; all of it well before the end."""
    length = max((budget.ends_at - budget.begins_at).total_seconds(), 1.0)
    gone = min(1.0, max(0.0, (now - budget.begins_at).total_seconds() / length) / 0.8)
    denied = budget.live_denied_at
    kept = _FREE_FOR_LIVE if denied is None or now - denied > 2 * timedelta(seconds=length) else 1.0
    return 1 - kept + kept * gone


def _next_release(name: str, budget: Budget, share: float, now: datetime) -> datetime:
    """Return when bulk reading may have the next calls of this window, or when the window ends."""
    if budget.taken >= allowance(budget, share) or name not in _LIVE_TOO:
        return budget.ends_at
    step = (budget.ends_at - budget.begins_at) / 20
    return min(budget.ends_at, now + max(step, timedelta(seconds=0.1)))


def _granted(name: str, budget: Budget, share: float, now: datetime, *, live: bool) -> tuple[Budget, Grant]:
    if budget.limit is None:
        if now < budget.ends_at:  # it was told lately that there is no limit
            return budget, Grant(1_000_000, budget.ends_at, budget)
        probed = replace(budget, taken=budget.taken + 1, probed_until=now + _PROBE)
        return probed, Grant(1, now + _PROBE, probed)
    left = _cap(name, budget, share, now, live=live) - budget.taken
    calls = 1 if live or not budget.seen else max(1, min(MOST_AT_ONCE, left // _AT_LEAST_OF_LEFT))
    taken = replace(budget, taken=budget.taken + calls)
    return taken, Grant(calls, budget.ends_at, taken)


def _observed(budget: Budget | None, told: Told | None, now: datetime) -> Budget:
    if told is None:
        known = budget or Budget(now, now)
        if known.limit is not None:
            return known  # a failure of a proxy in between tells nothing
        return replace(known, ends_at=now + _WINDOW, probed_until=None, taken=0)
    if budget is None or budget.limit is None:
        ours = max(1, budget.taken if budget is not None else 1)
        budget = Budget(now, told.ends_at, told.limit, ours, paused_until=budget.paused_until if budget else None)
    elif budget.seen and told.ends_at > budget.ends_at + _APART:
        # Zendesk's window was over before ours; what is taken of the old one may still be made in the new
        budget = replace(budget, begins_at=now, ends_at=told.ends_at, taken=1, others=0)
    elif not budget.seen:
        budget = replace(budget, ends_at=told.ends_at)
    others = max(budget.others, told.used - budget.taken)
    return replace(budget, limit=told.limit, others=others, seen=True, probed_until=None)


def _number(headers: Mapping[str, str], *names: str) -> int | None:
    for name in names:
        value = headers.get(name, "").strip()
        if value.isdigit():
            return int(value)
    return None
