"""What the demonstration says at its end."""

from pathlib import Path

import requests
from rich.console import Console
from rich.table import Table

from app import House
from demo.stage import Pages


def show(console: Console, house: House, pages: Pages, took_s: float) -> None:
    """Print the summary: tickets, flags, writes, calls and time by stage."""
    status = house.store.status(house.clock())
    rows = status.rows
    console.print(
        f"\n[bold]{rows['ticket']:,} tickets of {rows['customer']:,} customers[/bold], {rows['comment']:,} comments and"
        f" {rows['event']:,} changes read; {status.written:,} tickets and {status.notes:,} private notes written."
    )
    flags = Table("Flag", "Tickets", title="Flags raised", title_justify="left")
    flags.columns[1].justify = "right"
    for kind, count in status.flags.items():
        flags.add_row(kind.replace("_", " "), f"{count:,}")
    console.print(flags)
    stages = Table("Stage", "Tickets", "Busy", "Tickets/s", title="Time by stage", title_justify="left")
    for column in stages.columns[1:]:
        column.justify = "right"
    for stage in status.stages:
        rate = f"{stage.items / stage.busy_s:,.0f}" if stage.busy_s else ""
        stages.add_row(stage.name, f"{stage.items:,}", f"{stage.busy_s:.1f} s", rate)
    console.print(stages)
    calls = {name: _calls(base) for name, base in (("Zendesk", pages.zendesk), ("Salesforce", pages.salesforce))}
    used = ", ".join(f"{name} {count:,}" for name, count in calls.items())
    console.print(f"API calls used: {used}. All done {took_s:.1f} s after the start.")


def show_failure(console: Console, house: House, log_path: Path) -> None:
    """Print what is stuck."""
    status = house.store.status(house.clock())
    console.print(f"[red]Not everything was done.[/red] Waiting: {status.waiting or 'nothing'}; log: {log_path}")
    for job in status.parked:
        console.print(f"  {job.kind} {job.key}: {job.error}", markup=False, highlight=False)


def _calls(base: str) -> int:
    """Return how many API calls a loopback helpdesk has answered."""
    return int(requests.get(f"{base}/control/stats", timeout=10).json()["total"])
