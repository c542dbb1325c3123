"""How the control API plays with a world, where both helpdesks do it alike: many acts at once, and the clock."""

import random
from abc import ABC, abstractmethod
from datetime import datetime
from typing import Any, Protocol

from sandbox.clock import Clock, MovableClock
from sandbox.control import ActError
from sandbox.given import Given

MOST = 100_000
"""Most acts, or calls, that are done at once."""


class Locked(Protocol):
    """A world that whoever reads or changes it holds by `lock`."""

    clock: Clock

    @property
    def lock(self) -> Any:
        """The lock, which the thread that holds it may take again."""


class WorldStage(ABC):
    """The shared half of a `sandbox.control.Stage`."""

    def __init__(self, world: Locked) -> None:
        self._world = world

    @abstractmethod
    def _do_one(self, act: str, given: dict[str, Any]) -> dict[str, Any]:
        """Do one act; the world's lock is held."""

    @abstractmethod
    def _draw(self, dice: random.Random) -> tuple[str, dict[str, Any]] | None:
        """Return an act and what it is given; None where the one that was drawn is not possible now."""

    def do(self, act: str, given: dict[str, Any]) -> dict[str, Any]:
        """Do one act, or `many` random ones."""
        with self._world.lock:
            return self._do_many(Given(given)) if act == "many" else self._do_one(act, given)

    def _do_many(self, fields: Given) -> dict[str, Any]:
        count, seed = fields.number("count", 0, MOST), fields.number("seed", 0, 2**63)
        fields.finish()
        dice = random.Random(seed)  # noqa: S311 - chance, not a secret
        done: list[dict[str, Any]] = []
        while len(done) < count:
            drawn = self._draw(dice)
            if drawn is None:
                continue
            act, given = drawn
            try:
                told = self._do_one(act, given)
            except ActError as error:
                told = {"refused": str(error)}
            done.append({"act": act, "given": given, "told": told})
        return {"seed": seed, "done": done}

    def move_clock(self, *, by_s: float | None = None, to: datetime | None = None) -> datetime:
        """Move the world's clock, and return what it shows then."""
        with self._world.lock:
            clock = self._world.clock
            if not isinstance(clock, MovableClock):
                self._world.clock = clock = MovableClock(clock)
            if to is not None:
                clock.set(to)
            else:
                clock.advance(by_s or 0.0)
            return clock()
