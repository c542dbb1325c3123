"""`sidelight disconnect`: take Sidelight out of a helpdesk, and show that nothing of it is left."""

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

import click
from rich.console import Console

from app import House
from commands.reading import open_house
from integration.connection import Connection
from integration.errors import SettingsError, SidelightError
from integration.store import Written

if TYPE_CHECKING:  # the vendor's client is imported when it is opened
    from integration.connectors.zendesk import Step, ZendeskConnector

LOOK_AGAIN_S = 0.5

Say = Callable[[str], None]


@click.group()
def disconnect() -> None:
    """Take Sidelight out of a helpdesk again."""


@disconnect.command()
@click.argument("name", required=False)
@click.option("--purge", is_flag=True, help="First take our values and tags off tickets, and black out our notes.")
@click.option("--forget", is_flag=True, help="Erase also what was read of the account from our database.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
def zendesk(name: str | None, *, purge: bool, forget: bool, yes: bool) -> None:
    """Remove what Sidelight made in a Zendesk account; NAME is its subdomain, where several are connected."""
    house = open_house()
    connection = _chosen(house, name)
    console = Console()

    def say(line: str) -> None:
        console.print(line, markup=False, highlight=False, soft_wrap=True)

    opened = cast("ZendeskConnector", house.open(connection))
    opened.identify()
    written = house.store.load_written(connection.id)
    _show(say, connection, opened.leave(), written, purge=purge, forget=forget)
    if not yes:
        click.confirm("Do it?", abort=True)
    leave(house, connection, opened, written, say, purge=purge, forget=forget)


def _chosen(house: House, name: str | None) -> Connection:
    found = {c.id: c for c in (*house.store.load_connections(), *house.store.load_leaving()) if c.kind == "zendesk"}
    wanted = None if name is None else name if name.startswith("zendesk:") else f"zendesk:{name}"
    if wanted is None and len(found) == 1:
        return next(iter(found.values()))
    if wanted not in found:
        known = ", ".join(sorted(found)) or "none"
        raise SettingsError(f"NAME: say which Zendesk account to disconnect; connected are: {known}.")
    return found[wanted]


def _show(
    say: Say, connection: Connection, steps: "Sequence[Step]", written: Written, *, purge: bool, forget: bool
) -> None:
    say(f"Disconnecting {connection.id} will:")
    if purge:
        say(f"  empty our fields on {len(written.tickets):,} tickets, and take our tags off them")
        say(f"  black out our notes on {len(written.noted):,} tickets, for good; Zendesk lets nobody delete a comment")
    elif written.tickets:
        says = (
            f"{len(written.tickets):,} tickets keep our tags, {len(written.noted):,} our notes; --purge takes them off"
        )
        say(f"  (leave what stands on tickets: {says})")
    for step in steps:
        say(f"  remove {step.subject}")
    say("  forget the credential and the signing secrets")
    say(
        "  erase what was read of it from our database"
        if forget
        else "  (keep what was read of it; --forget erases it)"
    )


def leave(
    house: House,
    connection: Connection,
    opened: "ZendeskConnector",
    written: Written,
    say: Say,
    *,
    purge: bool,
    forget: bool,
) -> None:
    """Take everything back, and forget the connection; where it fails half-way, it can be run again."""
    house.store.begin_leaving(connection.id)
    _wait_for_workers(house, connection, say)
    if purge:
        # once more: what a worker wrote while we asked
        written = house.store.load_written(connection.id)
        purged = opened.purge(written.tickets, written.noted)
        say(f"Emptied {purged.emptied:,} tickets, blacked out {purged.notes:,} notes.")
        if purged.refused:
            say(f"{purged.refused:,} tickets could not be changed: they are closed, or gone; what stands there stays.")
    for step in opened.leave():
        if step.do is not None:
            say(f"{step.subject}: {step.do()}")
    left = opened.leave()
    if left:
        raise SidelightError(f"Still there: {', '.join(step.subject for step in left)}; run the command again.")
    house.store.forget_connection(connection.id, content=forget, notes_gone=purge)
    say(f"{connection.id} is disconnected; looked again, and found nothing of ours on the account.")
    say("Delete the OAuth client (or API token) and suspend the user there, and nobody can use them any more.")


def _wait_for_workers(house: House, connection: Connection, say: Say) -> None:
    """Wait until no worker has work of this connection in hand; a lost worker's lease ends by itself."""
    ends_at = time.monotonic() + house.settings.lease_s + 5
    told = False
    while house.store.count_held(connection.id, house.clock()):
        if not told:
            say("Waiting for workers to finish what they have in hand …")
            told = True
        if time.monotonic() > ends_at:
            raise SidelightError("A worker still works for this connection; end it, and run the command again.")
        time.sleep(LOOK_AGAIN_S)
