"""`sidelight disconnect`: take Sidelight out of a helpdesk, and show that nothing of it is left."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, cast

import click
from rich.console import Console

from app import House
from commands.reading import open_house
from integration.connection import Connection
from integration.errors import SettingsError, SidelightError
from integration.store import Written

LOOK_AGAIN_S = 0.5

Say = Callable[[str], None]


class Step(Protocol):
    """One thing that is removed: what it is, and what removes it."""

    @property
    def subject(self) -> str:
        """What it is."""

    @property
    def do(self) -> Callable[[], str] | None:
        """Removes it, and says so."""


class Purged(Protocol):
    """What became of the tickets on which something of ours stood."""

    @property
    def emptied(self) -> int:
        """How many are clean now."""

    @property
    def refused(self) -> int:
        """How many could not be changed."""

    @property
    def notes(self) -> int:
        """How many notes were blacked out."""


class Leaver(Protocol):
    """A connector that can take back what it made and wrote."""

    def identify(self) -> Mapping[str, str]:
        """Sign in."""

    def leave(self) -> Sequence[Step]:
        """Return the steps that remove what we made."""

    def purge(self, ticket_ids: Sequence[str], noted: Sequence[str]) -> Purged:
        """Take back what we wrote."""

    def revoke(self) -> None:
        """End the access that we have."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What differs between the helpdesks: what becomes of notes, and what is left for an admin to remove."""

    helpdesk: str
    purge: str
    notes: str
    keeps: str
    looked: str
    last: str
    notes_go: bool


_WORDS = {
    "zendesk": _Words(
        "Zendesk account",
        "empty our fields on {tickets:,} tickets, and take our tags off them",
        "black out our notes on {noted:,} tickets, for good; Zendesk lets nobody delete a comment",
        "{tickets:,} tickets keep our tags, {noted:,} our notes; --purge takes them off",
        "; looked again, and found nothing of ours on the account",
        "Delete the OAuth client (or API token) and suspend the user there, and nobody can use them any more.",
        notes_go=True,
    ),
    "salesforce": _Words(
        "Salesforce org",
        "empty our fields on {tickets:,} cases, and on any other in which something of ours stands",
        "leave our private comments on {noted:,} cases: deleting them needs Modify All Data, which we do not have",
        "{tickets:,} cases keep our fields, {noted:,} our comments; --purge empties the fields",
        "",
        "Now remove the External Client App, the user and the package in Setup (docs/install-salesforce.md, Removing).",
        notes_go=False,
    ),
}


@click.group()
def disconnect() -> None:
    """Take Sidelight out of a helpdesk again."""


_PURGE = click.option("--purge", is_flag=True, help="First take back what we wrote on tickets, as far as can be.")
_FORGET = click.option("--forget", is_flag=True, help="Erase also what was read of the account from our database.")
_YES = click.option("--yes", is_flag=True, help="Do it without asking.")


@disconnect.command()
@click.argument("name", required=False)
@_PURGE
@_FORGET
@_YES
def zendesk(name: str | None, *, purge: bool, forget: bool, yes: bool) -> None:
    """Remove what Sidelight made in a Zendesk account; NAME is its subdomain, where several are connected."""
    _disconnect("zendesk", name, purge=purge, forget=forget, yes=yes)


@disconnect.command()
@click.argument("name", required=False)
@_PURGE
@_FORGET
@_YES
def salesforce(name: str | None, *, purge: bool, forget: bool, yes: bool) -> None:
    """Leave a Salesforce org; NAME is its My Domain, where several are connected."""
    _disconnect("salesforce", name, purge=purge, forget=forget, yes=yes)


def _disconnect(kind: str, name: str | None, *, purge: bool, forget: bool, yes: bool) -> None:
    house = open_house()
    connection = _chosen(house, kind, name)
    console = Console()

    def say(line: str) -> None:
        console.print(line, markup=False, highlight=False, soft_wrap=True)

    opened = cast("Leaver", house.open(connection))
    opened.identify()
    written = house.store.load_written(connection.id)
    _show(say, connection, opened.leave(), written, purge=purge, forget=forget)
    if not yes:
        click.confirm("Do it?", abort=True)
    leave(house, connection, opened, written, say, purge=purge, forget=forget)


def _chosen(house: House, kind: str, name: str | None) -> Connection:
    found = {c.id: c for c in (*house.store.load_connections(), *house.store.load_leaving()) if c.kind == kind}
    wanted = None if name is None else name if name.startswith(f"{kind}:") else f"{kind}:{name}"
    if wanted is None and len(found) == 1:
        return next(iter(found.values()))
    if wanted not in found:
        known = ", ".join(sorted(found)) or "none"
        raise SettingsError(f"NAME: say which {_WORDS[kind].helpdesk} to disconnect; connected are: {known}.")
    return found[wanted]


def _show(
    say: Say, connection: Connection, steps: Sequence[Step], written: Written, *, purge: bool, forget: bool
) -> None:
    words, counts = _WORDS[connection.kind], {"tickets": len(written.tickets), "noted": len(written.noted)}
    say(f"Disconnecting {connection.id} will:")
    if purge:
        say(f"  {words.purge.format(**counts)}")
        say(f"  {words.notes.format(**counts)}")
    elif written.tickets:
        say(f"  (leave what stands on tickets: {words.keeps.format(**counts)})")
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
    opened: Leaver,
    written: Written,
    say: Say,
    *,
    purge: bool,
    forget: bool,
) -> None:
    """Take everything back, and forget the connection; where it fails half-way, it can be run again."""
    words = _WORDS[connection.kind]
    house.store.begin_leaving(connection.id)
    _wait_for_workers(house, connection, say)
    if purge:
        # once more: what a worker wrote while we asked
        written = house.store.load_written(connection.id)
        purged = opened.purge(written.tickets, written.noted)
        notes = f", blacked out {purged.notes:,} notes" if words.notes_go else ""
        say(f"Emptied {purged.emptied:,} tickets{notes}.")
        if purged.refused:
            say(f"{purged.refused:,} tickets could not be changed: they are closed, or gone; what stands there stays.")
    for step in opened.leave():
        if step.do is not None:
            say(f"{step.subject}: {step.do()}")
    left = opened.leave()
    if left:
        raise SidelightError(f"Still there: {', '.join(step.subject for step in left)}; run the command again.")
    opened.revoke()
    notes_gone = purge and words.notes_go
    house.store.forget_connection(connection.id, content=forget, notes_gone=notes_gone, now=house.clock())
    say(f"{connection.id} is disconnected{words.looked}.")
    say(words.last)


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
