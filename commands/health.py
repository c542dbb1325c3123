"""`sidelight status`, `doctor`, `retry` and `migrate`: how things stand, and what to do about it."""

import sys
from dataclasses import replace
from datetime import datetime, timedelta

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from sqlalchemy.exc import SQLAlchemyError

from app import House
from commands.admin_files import check_files
from commands.reading import open_house
from integration.errors import ConnectorError, SidelightError
from integration.model import REASONS, Finding
from integration.settings import read_settings
from integration.store import Status, schema
from workers.admin_files import switched_off

LONG_DUE = timedelta(minutes=5)
"""A due job that nobody has begun for so long tells that no worker runs."""


@click.command()
def migrate() -> None:
    """Create or update the database's tables."""
    schema.upgrade(read_settings().store_url)
    click.echo("The database is up to date.")


@click.command()
def retry() -> None:
    """Give every parked job another chance."""
    house = open_house()
    count = house.store.retry_parked(house.clock())
    click.echo(f"{count} parked jobs will be tried again.")


@click.command()
def status() -> None:
    """Show what is connected, read, written, waiting and stuck."""
    house = open_house()
    now = house.clock()
    found = house.store.status(now)
    console = Console()
    if not found.connections:
        console.print("No helpdesk is connected; run `sidelight connect zendesk` or `sidelight connect salesforce`.")
        return
    _show_reading(console, found)
    _show_flags(console, found)
    _show_feedback(console, found)
    off = switched_off(house.store.load_choices())
    if off:
        console.print(f"Switched off by the rules: {', '.join(off)}.", highlight=False)
    _show_jobs(console, found, now)


def _show_reading(console: Console, found: Status) -> None:
    table = Table("Connection", "Stream", "Rows read", "First backfill", title="Reading", title_justify="left")
    for stream in found.streams:
        state = "complete" if stream.complete else "under way"
        table.add_row(stream.connection, stream.stream, f"{stream.rows:,}", state)
    console.print(table)
    rows = found.rows
    console.print(
        f"Stored: {rows['ticket']:,} tickets of {rows['customer']:,} customers,"
        f" {rows['comment']:,} comments, {rows['event']:,} changes."
    )


def _show_flags(console: Console, found: Status) -> None:
    table = Table("Flag", "Tickets", title="Flags", title_justify="left")
    for kind, count in found.flags.items():
        table.add_row(kind, f"{count:,}")
    if found.flags:
        console.print(table)
    console.print(f"Written: {found.written:,} tickets, {found.notes:,} notes.")


def _show_feedback(console: Console, found: Status) -> None:
    """Show how right agents find each flag; without a word of theirs, nothing."""
    if not found.feedback:
        return
    title = "As agents see it"
    table = Table("Flag", "Right", "Wrong", "Precision", "Why wrong", title=title, title_justify="left")
    for one in found.feedback:
        reasons = ", ".join(f"{REASONS[letter]}: {count:,}" for letter, count in one.reasons)
        table.add_row(one.kind, f"{one.right:,}", f"{one.wrong:,}", f"{one.precision:.0%}", reasons)
    console.print(table)


def _show_jobs(console: Console, found: Status, now: datetime) -> None:
    waiting = ", ".join(f"{count:,} {kind}" for kind, count in sorted(found.waiting.items())) or "none"
    console.print(f"Jobs waiting: {waiting}.")
    for wait in found.put_off:
        reason = about(wait.lane.partition(" ")[2], wait.reason)
        says = f"Put off until {wait.due_at:%H:%M:%S} UTC: {wait.count:,} {wait.lane}: {reason}"
        console.print(says, markup=False, highlight=False)
    for name, count in found.counters.items():
        console.print(f"{name}: {count:,}")
    if found.parked:
        table = Table("Job", "Ticket or customer", "Since", "Reason", title="Parked", title_justify="left")
        for job in found.parked:
            table.add_row(job.kind, job.key, f"{job.parked_at:%Y-%m-%d %H:%M} UTC", job.error)
        console.print(table)
        for job in found.parked:
            if job.tried_at is not None:
                again = f"at {job.tried_at:%Y-%m-%d %H:%M:%S} UTC" if job.tried_at > now else "now"
                says = f"{job.key} is not being read; it is tried again by itself {again}."
                console.print(says, markup=False, highlight=False)
        console.print("After mending the cause, `sidelight retry` tries all of them at once.")


@click.command()
def doctor() -> None:
    """Check settings, files, database, sign-in, rights, fields, pushes; name the remedy for what is not all right."""
    console = Console()
    findings = _check_all()
    for found in findings:
        mark = "[green]ok[/green]  " if found.ok else "[red]wrong[/red]"
        console.print(mark, escape(f"{found.subject}: {found.says}"), highlight=False)
        if found.remedy:
            console.print(escape(f"      {found.remedy}"), highlight=False)
    if not all(found.ok for found in findings):
        sys.exit(1)


def _check_work(house: House) -> Finding:
    """Return whether work gets done: nothing parked, nothing due for long."""
    now = house.clock()
    found = house.store.status(now)
    if found.parked:
        count = len(found.parked)
        says = "1 job is parked." if count == 1 else f"{count} jobs are parked."
        remedy = "See `sidelight status`, mend the cause, `sidelight retry`."
        return Finding("work", ok=False, says=says, remedy=remedy)
    if found.oldest_due is not None and now - found.oldest_due > LONG_DUE:
        says = f"A job has been due since {found.oldest_due:%Y-%m-%d %H:%M} UTC."
        return Finding("work", ok=False, says=says, remedy="See that `sidelight serve`, or a worker, runs.")
    return Finding("work", ok=True, says="nothing is parked, and nothing is late.")


def database_says(error: SQLAlchemyError) -> str:
    """Return what is wrong with the database, and the remedy, without the URL that the error's own text may hold."""
    return f"The database does not answer ({type(error).__name__}); see that it runs, and SIDELIGHT_DATABASE_URL."


def _check_all() -> list[Finding]:
    """Return one finding for each thing that was checked; never raises for what it finds."""
    findings: list[Finding] = []
    try:
        findings = check_files(read_settings())
        house = open_house()
    except SidelightError as error:
        return [Finding("settings and database", ok=False, says=str(error)), *findings]
    except SQLAlchemyError as error:
        return [Finding("settings and database", ok=False, says=database_says(error)), *findings]
    ready = f"{house.settings.store_url.split('@')[-1]} is ready."
    findings.insert(0, Finding("settings and database", ok=True, says=ready))
    try:
        connections = house.connections()
    except SidelightError as error:
        return [*findings, Finding("credentials", ok=False, says=str(error))]
    if not connections:
        remedy = "Run `sidelight connect zendesk` or `sidelight connect salesforce`."
        findings.append(Finding("connections", ok=False, says="no helpdesk is connected.", remedy=remedy))
    findings.append(_check_work(house))
    for name in house.store.leaving_ids():
        remedy = f"Run sidelight disconnect {name.replace(':', ' ')} again."
        findings.append(
            Finding(name, ok=False, says="It is being disconnected, and that has not ended.", remedy=remedy)
        )
    for name, connection in connections.items():
        try:
            found = house.open(connection).check()
            findings.extend(replace(one, subject=f"{name}, {one.subject}") for one in found)
        except ConnectorError as error:
            findings.append(Finding(name, ok=False, says=about(name, error)))
    return findings


def about(name: str, error: object) -> str:
    """Return what an error says of a connection, for a line that names the connection already."""
    return str(error).removeprefix(f"{name}: ")
