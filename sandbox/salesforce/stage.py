"""The org as the control API plays with it: acts, the truth, the clock and the tokens."""

import random
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sandbox.clock import MovableClock
from sandbox.control import ActError
from sandbox.salesforce.acts import ACTS
from sandbox.salesforce.acts_org import ORG_ACTS
from sandbox.salesforce.acts_random import draw_act
from sandbox.salesforce.errors import Refusal
from sandbox.salesforce.given import Given
from sandbox.salesforce.state import Org
from sandbox.salesforce.truth import tell_truth

_ACTS = {**ACTS, **ORG_ACTS}
_MOST = 100_000
_LATEST_S = 24 * 3600


class SalesforceStage:
    """See `sandbox.control.Stage`."""

    def __init__(self, org: Org) -> None:
        self._org = org

    def do(self, act: str, given: dict[str, Any]) -> dict[str, Any]:
        """Do one act, or `many` random ones."""
        with self._org.lock:
            return self._do_many(Given(self._org, given)) if act == "many" else self._do_one(act, given)

    def _do_one(self, act: str, given: dict[str, Any]) -> dict[str, Any]:
        if act not in _ACTS:
            raise ActError(f"{act} is no act; known are {', '.join(sorted((*_ACTS, 'many')))}.")
        fields = Given(self._org, given)
        # committed now, stamped with when it was begun: a reader's cursor may have passed that already
        back_s = fields.number("back_s", 0, _LATEST_S, 0)
        try:
            with self._org.backdated(back_s), self._org.transaction():
                told = _ACTS[act](self._org, fields)
                fields.finish()
        except Refusal as refusal:
            # the product refuses it in its own words
            raise ActError(f"{refusal.code}: {refusal.message}") from refusal
        return told

    def _do_many(self, fields: Given) -> dict[str, Any]:
        count, seed = fields.number("count", 0, _MOST), fields.number("seed", 0, 2**63)
        fields.finish()
        dice = random.Random(seed)  # noqa: S311 - chance, not a secret
        done: list[dict[str, Any]] = []
        for _ in range(count):
            drawn = None
            while drawn is None:
                drawn = draw_act(self._org, dice)
            act, given = drawn
            try:
                told = self._do_one(act, given)
            except ActError as error:
                told = {"refused": str(error)}
            done.append({"act": act, "given": given, "told": told})
        return {"seed": seed, "done": done}

    def truth(self) -> Iterator[bytes]:
        """Yield the org's world as JSON, in pieces."""
        return tell_truth(self._org)

    def move_clock(self, *, by_s: float | None = None, to: datetime | None = None) -> datetime:
        """Move the org's clock, and return what it shows then."""
        with self._org.lock:
            if not isinstance(self._org.clock, MovableClock):
                self._org.clock = MovableClock(self._org.clock)
            if to is not None:
                self._org.clock.set(to)
            else:
                self._org.clock.advance(by_s or 0.0)
            return self._org.clock()

    def expire_tokens(self, token: str | None) -> int:
        """End one access token, or all of them."""
        with self._org.lock:
            gone = [known for known in self._org.sessions if token in (None, known)]
            for known in gone:
                del self._org.sessions[known]
            return len(gone)

    def count_tokens(self) -> dict[str, int]:
        """Return how many access tokens are good at present."""
        with self._org.lock:
            now = self._org.clock()
            return {"access": sum(1 for session in self._org.sessions.values() if session.valid_until > now)}
