"""The account as the control API plays with it: acts, the truth, the clock and the tokens."""

import random
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sandbox.clock import MovableClock
from sandbox.control import ActError
from sandbox.zendesk.acts import TICKET_ACTS
from sandbox.zendesk.acts_people import PEOPLE_ACTS
from sandbox.zendesk.acts_random import draw_act
from sandbox.zendesk.auth import SignIn
from sandbox.zendesk.errors import ApiError
from sandbox.zendesk.given import Given
from sandbox.zendesk.limits import Limits
from sandbox.zendesk.state import Account
from sandbox.zendesk.truth import tell_truth

_ACTS = {**TICKET_ACTS, **PEOPLE_ACTS}
_MOST = 100_000


class ZendeskStage:
    """See `sandbox.control.Stage`."""

    def __init__(self, account: Account, sign_in: SignIn, limits: Limits) -> None:
        self._account = account
        self._sign_in = sign_in
        self._limits = limits

    def do(self, act: str, given: dict[str, Any]) -> dict[str, Any]:
        """Do one act, or `many` random ones, or use up calls of the limits as agents do."""
        fields = Given(given)
        with self._account.lock:
            if act == "many":
                return self._do_many(fields)
            if act == "agent_traffic":
                return self._use_calls(fields)
            return self._do_one(act, fields)

    def _do_one(self, act: str, fields: Given) -> dict[str, Any]:
        if act not in _ACTS:
            raise ActError(f"{act} is no act; known are {', '.join(sorted((*_ACTS, 'many', 'agent_traffic')))}.")
        try:
            told = _ACTS[act](self._account, fields)
        except ApiError as error:
            # the product refuses it in its own words: a closed ticket, a value that is none
            raise ActError(str(error)) from error
        fields.finish()
        return told

    def _do_many(self, fields: Given) -> dict[str, Any]:
        count, seed = fields.number("count", 0, _MOST), fields.number("seed", 0, 2**63)
        fields.finish()
        dice = random.Random(seed)  # noqa: S311 - chance, not a secret
        done: list[dict[str, Any]] = []
        while len(done) < count:
            drawn = draw_act(self._account, dice)
            if drawn is None:
                continue
            act, given = drawn
            try:
                told = self._do_one(act, Given(given))
            except ActError as error:
                told = {"refused": str(error)}
            done.append({"act": act, "given": given, "told": told})
        return {"seed": seed, "done": done}

    def _use_calls(self, fields: Given) -> dict[str, Any]:
        calls = fields.number("calls", 0, _MOST)
        method, _, path = str(fields.optional("endpoint") or "GET /api/v2/tickets/1/comments").rpartition(" ")
        fields.finish()
        return {"headers": self._limits.spend_for_agents(calls, method or "GET", path)}

    def truth(self) -> Iterator[bytes]:
        """Yield the account's world as JSON, in pieces."""
        return tell_truth(self._account)

    def move_clock(self, *, by_s: float | None = None, to: datetime | None = None) -> datetime:
        """Move the account's clock, and return what it shows then."""
        with self._account.lock:
            if not isinstance(self._account.clock, MovableClock):
                self._account.clock = MovableClock(self._account.clock)
            if to is not None:
                self._account.clock.set(to)
            else:
                self._account.clock.advance(by_s or 0.0)
            return self._account.clock()

    def expire_tokens(self, token: str | None) -> int:
        """End one access token, or all of them."""
        with self._account.lock:
            return self._sign_in.expire(token)

    def count_tokens(self) -> dict[str, int]:
        """Return how many tokens of each kind are good at present."""
        with self._account.lock:
            return self._sign_in.count()
