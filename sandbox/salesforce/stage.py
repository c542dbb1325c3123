"""The org as the control API plays with it: acts, the truth, the clock and the tokens."""

import random
from collections.abc import Iterator
from typing import Any

from sandbox.control import ActError
from sandbox.salesforce.acts import ACTS
from sandbox.salesforce.acts_org import ORG_ACTS
from sandbox.salesforce.acts_random import draw_act
from sandbox.salesforce.errors import Refusal
from sandbox.salesforce.given import Given
from sandbox.salesforce.state import Org
from sandbox.salesforce.truth import tell_truth
from sandbox.stage import WorldStage

_ACTS = {**ACTS, **ORG_ACTS}
_LATEST_S = 24 * 3600


class SalesforceStage(WorldStage):
    """See `sandbox.control.Stage`."""

    def __init__(self, org: Org) -> None:
        super().__init__(org)
        self._org = org

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

    def _draw(self, dice: random.Random) -> tuple[str, dict[str, Any]] | None:
        return draw_act(self._org, dice)

    def truth(self) -> Iterator[bytes]:
        """Yield the org's world as JSON, in pieces."""
        return tell_truth(self._org)

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
