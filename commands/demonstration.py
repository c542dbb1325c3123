"""`sidelight demo` and `sidelight sandbox`: Sidelight at work on loopback helpdesks, without any account."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from integration.errors import SettingsError


class _Time(click.ParamType[datetime]):
    name = "TIME"

    def convert(self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no time; write one such as 2026-11-20T12:00:00Z.", param, ctx)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


_WORLD = click.option(
    "--world", type=click.Path(dir_okay=False, path_type=Path), help="World file; without it, the default world."
)
_NOW = click.option("--now", type=_Time(), help="The moment at which the story stands, such as 2026-11-20T12:00:00Z.")


@click.command()
@click.option("--once", is_flag=True, help="Run to the end and leave; 0 only if all was computed and written back.")
@_WORLD
@_NOW
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="With --once: write the results here.")
@click.option("--no-browser", is_flag=True, help="Print the address of the agent's page and do not open it.")
def demo(*, once: bool, world: Path | None, now: datetime | None, out: Path | None, no_browser: bool) -> None:
    """Show Sidelight at work on a loopback Zendesk and Salesforce that hold a world of customers."""
    from demo.run import Demo  # noqa: PLC0415 - only the demonstration needs the sandbox

    if out is not None and not once:
        raise SettingsError("--out: goes with --once, which is what writes results.")
    sys.exit(Demo(world=world, now=now, out=out, once=once, browser=not no_browser).run())


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def sandbox(arguments: tuple[str, ...]) -> None:
    """
    Serve the loopback Zendesk and Salesforce alone, to try any client against them.

    For example: `sidelight sandbox --size 10000 --comments 4 --unlimited`; `sidelight sandbox -- --help` lists all.
    """
    # in this process's place: what ends the command then ends the helpdesks
    os.execv(sys.executable, [sys.executable, "-m", "sandbox", "--explain", *arguments])  # noqa: S606 - our own command
