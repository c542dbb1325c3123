"""`sidelight demo` from its first line to its last."""

import signal
import time
import webbrowser
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from app import House
from demo import readback, summary
from demo.progress import Progress
from demo.stage import Pages, Stage, StageError
from integration.errors import SettingsError
from sandbox.clock import real_clock
from sandbox.world import World, WorldError, read_world

DEFAULT_WORLD = Path(__file__).resolve().parent.parent / "sandbox" / "worlds" / "default.jsonl"
DEFAULT_MOMENT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
"""When the default world's stories stand open: its texts name days, so it cannot move with the calendar."""

HOME = Path(".sidelight") / "demo"
STALLED_S = 120.0
"""Without any progress for this long, the demonstration gives up and says so."""


@dataclass(frozen=True, slots=True)
class Demo:
    """
    One run of the demonstration.

    Args:
        world: World file; None takes the default world, at its own moment.
        now: The moment at which the story stands; None is the real clock.
        out: Where results are written, one JSON object a ticket.
        once: Leave when everything is written back; otherwise keep running until Ctrl-C.
        browser: Open the agent's page.
    """

    world: Path | None = None
    now: datetime | None = None
    out: Path | None = None
    once: bool = False
    browser: bool = True

    def run(self) -> int:
        """Run to the end; return 0 only if everything was computed and written back."""
        console = Console(stderr=self.once)
        moment = self.now or (DEFAULT_MOMENT if self.world is None else None)
        try:
            world = read_world(self.world or DEFAULT_WORLD)
        except WorldError as error:
            raise SettingsError(str(error)) from error
        world = world.at(moment or real_clock())
        if self.out is not None:
            self.out.touch()  # better said now than after all the work
        # one run alone may read as fast as the loopback answers; a visitor sees a real plan's pace
        plan = "unlimited" if self.once else "enterprise_plus"
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends in order, as Ctrl-C does
        try:
            with Stage(HOME, self.world or DEFAULT_WORLD, moment, plan) as stage:
                return self._perform(stage, console, world)
        except KeyboardInterrupt:
            console.print("Ended.")
            return 130

    def _perform(self, stage: Stage, console: Console, world: World) -> int:
        started = time.monotonic()
        pages = stage.start_helpdesks()
        self._show(console, pages)
        settings = stage.settings(pages)
        house = House(settings)
        stage.connect(house, pages)
        stage.start_sidelight(settings)
        try:
            with Progress(console, house, world) as progress:
                self._wait(stage, progress)
        except StageError:
            summary.show_failure(console, house, stage.log_path)
            raise
        took_s = time.monotonic() - started
        summary.show(console, house, pages, took_s)
        if self.once:
            return self._finish(console, house, pages, world)
        console.print("\nWrite as a customer on either page and watch the flags change. Ctrl-C ends everything.")
        return self._stay(stage)

    def _show(self, console: Console, pages: Pages) -> None:
        if self.once:
            return
        console.print("Agents' pages of the loopback helpdesks, ready now:")
        console.print(f"  Zendesk     {pages.zendesk}/agent/")
        console.print(f"  Salesforce  {pages.salesforce}/agent/\n")
        if self.browser:
            try:
                webbrowser.get().open(f"{pages.zendesk}/agent/")
            except webbrowser.Error:
                console.print("There is no browser here; open one of the addresses above.\n")

    def _wait(self, stage: Stage, progress: Progress) -> None:
        """Wait until everything that is due is done, or nothing moves any more."""
        last, moved_at = None, time.monotonic()
        while not progress.update():
            stage.check_alive()
            if progress.mark != last:
                last, moved_at = progress.mark, time.monotonic()
            if time.monotonic() - moved_at > STALLED_S:
                raise StageError(f"Nothing has moved for {STALLED_S:.0f} s; see {stage.log_path}.")
            time.sleep(0.15)

    def _finish(self, console: Console, house: House, pages: Pages, world: World) -> int:
        """Read everything back from the helpdesks, compare it with what was decided, and write the results."""
        results = readback.read_all(pages, world)
        if self.out is not None:
            readback.write_results(self.out, results)
            console.print(f"{len(results)} results are in {self.out}.")
        wrong = readback.differences(house, pages, world, results)
        for says in wrong[:20]:
            console.print(f"[red]not written:[/red] {says}", highlight=False)
        return 1 if wrong else 0

    def _stay(self, stage: Stage) -> int:
        try:
            while True:
                stage.check_alive()
                time.sleep(0.5)
        except KeyboardInterrupt:
            return 0  # that is how a visit ends
