"""
What all workers of a deployment share about one account: its tokens, and how much of its rate limit is taken.

A connector decides with pure functions what these should be; a keeper holds them, for one process (`MemoryKeeper`) or
for all of them (the store). So connectors and store stay blind to each other.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Tokens:
    """
    What signs calls in at the moment, and who is replacing it.

    Args:
        version: Grows with every replacement; a worker whose token was refused says which one it had.
        access: The access token; None before the first.
        refresh: The refresh token, where the grant has one. It works once.
        ends_at: When the access token ends; None where it was not said.
        leased_until: Until then one worker alone may replace the tokens.
        lost: Why nobody can sign in any more, until a person does; None where all is well.
    """

    version: int = 0
    access: str | None = field(default=None, repr=False)
    refresh: str | None = field(default=None, repr=False)
    ends_at: datetime | None = None
    leased_until: datetime | None = None
    lost: str | None = None


@dataclass(frozen=True, slots=True)
class Budget:
    """
    One limit of an account in its present window, as all workers together see it.

    Args:
        begins_at: When the window was first used.
        ends_at: When it ends; what is known of a limit that nobody told us ends then too.
        limit: Calls that the account allows in a window; None where the account tells of no limit.
        taken: Calls of ours, those that a worker has taken and not yet made included.
        others: Calls that were not ours, as far as they show.
        seen: Whether an answer of this window was seen; before that, calls are taken one by one.
        paused_until: The account asked us to wait.
        probed_until: Until then one worker finds out what the limit is, and the others wait.
        live_denied_at: When a live call was last refused for want of calls; bulk reading steps back for it.
    """

    begins_at: datetime
    ends_at: datetime
    limit: int | None = None
    taken: int = 0
    others: int = 0
    seen: bool = False
    paused_until: datetime | None = None
    probed_until: datetime | None = None
    live_denied_at: datetime | None = None


Budgets = Mapping[str, Budget]


class TokenKeeper(Protocol):
    """Keeps the tokens of each connection."""

    def load_tokens(self, connection: str) -> Tokens:
        """Return the tokens as they stand; `Tokens()` where there are none."""

    def change_tokens(self, connection: str, decide: Callable[[Tokens], tuple[Tokens, T]]) -> T:
        """
        Replace the tokens by what `decide` makes of them, and return the other thing that it returns.

        Nobody else changes them meanwhile, and what is returned is committed. `decide` must be quick and pure.
        """


class BudgetKeeper(Protocol):
    """Keeps the budgets of each connection, by the limit's name."""

    def change_budgets(
        self, connection: str, names: Sequence[str], decide: Callable[[Budgets], tuple[Budgets, T]]
    ) -> T:
        """Replace the named budgets by what `decide` makes of those that there are; as `change_tokens` does."""


@dataclass(frozen=True, slots=True)
class Keepers:
    """Both keepers, as they are handed to a connector."""

    tokens: TokenKeeper
    budgets: BudgetKeeper


class MemoryKeeper:
    """Keeps tokens and budgets for one process, which is alone with the account: a preview, or a test."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tokens: dict[str, Tokens] = {}
        self._budgets: dict[tuple[str, str], Budget] = {}

    def load_tokens(self, connection: str) -> Tokens:
        """Return the tokens as they stand."""
        with self._lock:
            return self._tokens.get(connection, Tokens())

    def change_tokens(self, connection: str, decide: Callable[[Tokens], tuple[Tokens, T]]) -> T:
        """Replace the tokens."""
        with self._lock:
            self._tokens[connection], answer = decide(self._tokens.get(connection, Tokens()))
        return answer

    def change_budgets(
        self, connection: str, names: Sequence[str], decide: Callable[[Budgets], tuple[Budgets, T]]
    ) -> T:
        """Replace the named budgets."""
        with self._lock:
            known = {n: self._budgets[connection, n] for n in names if (connection, n) in self._budgets}
            changed, answer = decide(known)
            self._budgets.update({(connection, name): budget for name, budget in changed.items()})
        return answer


def keep_in_memory() -> Keepers:
    """Return keepers for a process that is alone with the account."""
    keeper = MemoryKeeper()
    return Keepers(tokens=keeper, budgets=keeper)
