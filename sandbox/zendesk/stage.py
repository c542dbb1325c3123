"""The account as the control API plays with it: acts, the truth, the clock and the tokens."""

import random
from collections.abc import Iterator
from typing import Any

from sandbox.control import ActError
from sandbox.stage import MOST, WorldStage
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


class ZendeskStage(WorldStage):
    """See `sandbox.control.Stage`."""

    def __init__(self, account: Account, sign_in: SignIn, limits: Limits) -> None:
        super().__init__(account)  # type: ignore[arg-type]  # mypy takes a field that is called for a method
        self._account = account
        self._sign_in = sign_in
        self._limits = limits

    def _do_one(self, act: str, given: dict[str, Any]) -> dict[str, Any]:
        fields = Given(given)
        if act == "agent_traffic":
            return self._use_calls(fields)
        if act not in _ACTS:
            raise ActError(f"{act} is no act; known are {', '.join(sorted((*_ACTS, 'many', 'agent_traffic')))}.")
        try:
            told = _ACTS[act](self._account, fields)
        except ApiError as error:
            # the product refuses it in its own words: a closed ticket, a value that is none
            raise ActError(str(error)) from error
        fields.finish()
        return told

    def _draw(self, dice: random.Random) -> tuple[str, dict[str, Any]] | None:
        return draw_act(self._account, dice)

    def _use_calls(self, fields: Given) -> dict[str, Any]:
        """Use up calls of the limits as agents do."""
        calls = fields.number("calls", 0, MOST)
        method, _, path = str(fields.optional("endpoint") or "GET /api/v2/tickets/1/comments").rpartition(" ")
        fields.finish()
        return {"headers": self._limits.spend_for_agents(calls, method or "GET", path)}

    def truth(self) -> Iterator[bytes]:
        """Yield the account's world as JSON, in pieces."""
        return tell_truth(self._account)

    def expire_tokens(self, token: str | None) -> int:
        """End one access token, or all of them."""
        with self._account.lock:
            return self._sign_in.expire(token)

    def count_tokens(self) -> dict[str, int]:
        """Return how many tokens of each kind are good at present."""
        with self._account.lock:
            return self._sign_in.count()
