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


@click.command()
@_WORLD
@_NOW
@click.option("--size", type=click.IntRange(0), help="Make up so many Zendesk tickets, the same each time.")
@click.option("--comments", type=click.IntRange(1, 14), help="Comments of each of these; default: 4.")
@click.option("--unlimited", is_flag=True, help="No rate limits, for benchmarks.")
@click.option("--plan", help="Zendesk plan, for its rate limit: team, growth, professional, enterprise …")
@click.option("--zendesk-port", type=click.IntRange(0, 65535), help="Default: a free port.")
@click.option("--salesforce-port", type=click.IntRange(0, 65535), help="Default: a free port.")
@click.option(
    "--deliver", multiple=True, metavar="HTTPS=LOOPBACK", help="Send webhooks for https://… to http://127.0.0.1:PORT."
)
def sandbox(**options: object) -> None:
    """Serve the loopback Zendesk and Salesforce alone, to try any client against them (docs/loopback.md)."""
    arguments: list[str] = []
    for name, value in options.items():
        flag = f"--{name.replace('_', '-')}"
        if value is True:
            arguments.append(flag)
        elif isinstance(value, tuple):
            arguments += [word for entry in value for word in (flag, str(entry))]
        elif value not in (None, False):
            arguments += [flag, value.isoformat() if isinstance(value, datetime) else str(value)]
    # in this process's place: what ends the command then ends the helpdesks
    os.execv(sys.executable, [sys.executable, "-m", "sandbox", "--explain", *arguments])  # noqa: S606 - our own command
