"""`sidelight customer`: why contacts are one customer, and an admin's word that they are, or are not."""

import getpass

import click

from app import House
from commands.reading import open_house
from integration.errors import SettingsError
from integration.model import ContactRef, TicketRef
from integration.store import Explained

KINDS = {"email": "e-mail address", "phone": "phone number", "external_id": "external id", "merged": "merged into"}

_TICKET = click.option("--ticket", is_flag=True, help="REF is a ticket; its requester is meant.")
_BY = click.option(
    "--by", "actor", default=getpass.getuser, help="Who says so, for `sidelight log`; by default the user here."
)


@click.group()
def customer() -> None:
    """Show why contacts are one customer; join and split them."""


@customer.command()
@click.argument("ref")
@_TICKET
def show(ref: str, *, ticket: bool) -> None:
    """Show the customer whom REF (CONNECTION/ID of a contact) belongs to, and which keys join whom."""
    house = open_house()
    _tell(house.store.explain_customer(_contact(house, ref, ticket=ticket)))


@customer.command()
@click.argument("ref")
@click.argument("other")
@_BY
def join(ref: str, other: str, actor: str) -> None:
    """Make the contacts REF and OTHER one customer, whatever they are known by; who belongs to either comes along."""
    house = open_house()
    one, two = _contact(house, ref), _contact(house, other)
    _tell(house.store.join_contacts(one, two, actor, house.clock()))


@customer.command()
@click.argument("ref")
@_TICKET
@_BY
def split(ref: str, actor: str, *, ticket: bool) -> None:
    """Take the contact REF out of its customer, for good; `join` takes it back."""
    house = open_house()
    one = _contact(house, ref, ticket=ticket)
    _tell(house.store.split_contact(one, actor, house.clock()))


def _contact(house: House, text: str, *, ticket: bool = False) -> ContactRef:
    try:
        return house.store.requester_of(TicketRef.parse(text)) if ticket else ContactRef.parse(text)
    except ValueError as error:
        raise SettingsError(f"REF: {error}") from error


def _tell(found: Explained) -> None:
    click.echo(f"Customer {found.customer_id}")
    for person, tickets in zip(found.contacts, found.tickets, strict=True):
        gone = " (merged away)" if person.merged_into else " (deleted)" if person.deleted else ""
        click.echo(f"  {person.ref}  {person.name or 'without a name'}{gone}, {tickets} tickets")
    for key in found.keys:
        who = ", ".join(map(str, key.contacts))
        what = f"{KINDS.get(key.kind, key.kind)} {key.value}"
        if not key.joins:
            click.echo(f"  not joined by {what}: {key.holders} contacts of different names share it")
        elif len(key.contacts) > 1 or key.kind == "merged":
            click.echo(f"  same {what}: {who}" if key.kind != "merged" else f"  {who} {what}")
        else:
            click.echo(f"  {what}: {who}")
    for one, other in found.joined:
        click.echo(f"  joined by an admin: {one} and {other}")
    for one, other in found.parted:
        click.echo(f"  split by an admin: {one} and {other}")
