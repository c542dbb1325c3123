"""`sidelight sync` and `sidelight backfill`: read, think and write now, in this process, without a broker."""

from datetime import datetime

import click
from rich.console import Console

from app import House
from integration.errors import SettingsError
from integration.model import TicketRef
from integration.settings import read_settings
from integration.store import Job, lane, schema
from workers.relay import drain


def open_house() -> House:
    """Return the wiring of this process; SettingsError where the database is not ready."""
    settings = read_settings()
    schema.check(settings.store_url)
    return House(settings)


def chosen(house: House, connection: str | None) -> list[str]:
    """Return the connection that was named, or all; SettingsError where there is none of that name."""
    known = house.store.connection_ids()
    if not known:
        raise SettingsError(
            "No helpdesk is connected; run `sidelight connect zendesk` or `sidelight connect salesforce`."
        )
    if connection is not None and connection not in known:
        raise SettingsError(f"{connection} is not connected; connected are {', '.join(known)}.")
    return [connection] if connection else known


@click.command()
@click.argument("connection", required=False)
@click.option("--ticket", "ticket_id", help="Only this ticket, by its id at CONNECTION.")
def sync(connection: str | None, ticket_id: str | None) -> None:
    """Read what changed since the last look, work it out and write it back, now."""
    house = open_house()
    now = house.clock()
    names = chosen(house, connection)
    if ticket_id is not None:
        if connection is None:
            raise SettingsError("--ticket: name its CONNECTION too, as in `sidelight sync zendesk:acme --ticket 42`.")
        ref = TicketRef(connection, ticket_id)
        house.store.put([Job("sync", str(ref), lane("sync", connection), urgent=True)], now)
    else:
        house.store.put([Job("pull", name, lane("pull", name)) for name in names], now)
    _drain(house, now)
    if ticket_id is not None and not house.store.load_tickets([ref]):
        raise SettingsError(f"--ticket: {connection} has no ticket {ticket_id} that we may see.")


@click.command()
@click.argument("connection", required=False)
@click.confirmation_option(prompt="Read everything again from the start? It uses the helpdesk's limits.")
def backfill(connection: str | None) -> None:
    """Read everything again from the start, work it out and write back what differs, now."""
    house = open_house()
    now = house.clock()
    for name in chosen(house, connection):
        house.store.restart_backfill(name, now)
    _drain(house, now)


def _drain(house: House, started_at: datetime) -> None:
    console = Console(stderr=True)
    with console.status("Working …"):
        done = drain(house.desk())
    status = house.store.status(house.clock())
    waiting = sum(status.waiting.values())
    console.print(
        f"Done: {done} jobs in {(house.clock() - started_at).total_seconds():.1f} s;"
        f" {status.rows['ticket']} tickets stored, {status.written} written, {waiting} jobs waiting."
    )
    for wait in status.put_off:
        reason = wait.reason.removeprefix(f"{wait.lane.partition(' ')[2]}: ")
        says = f"Put off until {wait.due_at:%H:%M:%S} UTC: {wait.count:,} {wait.lane}: {reason}"
        console.print(says, markup=False, highlight=False)
    if status.parked:
        raise SettingsError(f"{len(status.parked)} jobs could not be done; see `sidelight status`.")
