"""Progress of the demonstration, as the store shows it: reading, thinking, writing."""

from types import TracebackType
from typing import Self

from rich import progress as bars
from rich.console import Console

from app import House
from integration.store import Status
from sandbox.world import World


class Progress:
    """Three bars; use it as a context and call `update` until it returns True."""

    def __init__(self, console: Console, house: House, world: World) -> None:
        self._house = house
        self._total = sum(1 for _ in world.tickets())
        self._bars = bars.Progress(
            bars.TextColumn("{task.description:<28}"),
            bars.BarColumn(bar_width=36),
            bars.MofNCompleteColumn(),
            bars.TimeElapsedColumn(),
            console=console,
        )
        self._reading = self._bars.add_task("Reading both helpdesks", total=self._total)
        self._thinking = self._bars.add_task("Working out what was lived", total=self._total)
        self._writing = self._bars.add_task("Writing back", total=None)
        self.mark: object = None
        """Differs whenever anything has moved."""

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def update(self) -> bool:
        """Show how things stand; True when every ticket is read, thought about and written."""
        status = self._house.store.status(self._house.clock())
        self.mark = (status.rows, status.waiting, status.written, status.stages, len(status.parked))
        complete = bool(status.streams) and all(stream.complete for stream in status.streams)
        thought = sum(stage.items for stage in status.stages if stage.name == "think")
        writes = status.waiting.get("publish", 0)
        self._bars.update(self._reading, completed=min(status.rows["ticket"], self._total))
        self._bars.update(self._thinking, completed=min(thought, self._total))
        self._bars.update(self._writing, completed=status.written, total=status.written + writes or None)
        return complete and status.rows["ticket"] >= self._total and self._idle(status)

    def _idle(self, status: Status) -> bool:
        working = {kind for kind, count in status.waiting.items() if count and kind != "pull"}
        # what is tried again in a moment is not done
        return not working and not status.put_off and status.assessed >= self._total
