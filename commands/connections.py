"""`sidelight connect`, `key` and `rotate`: which helpdesks are connected, and what signs us in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

import click
from rich.console import Console
from sqlalchemy.exc import SQLAlchemyError

from app import House
from integration.connection import Connection
from integration.errors import CredentialError, SettingsError
from integration.model import Finding
from integration.settings import read_settings
from integration.store import Job, lane, schema
from integration.store.credentials import new_key

if TYPE_CHECKING:  # the vendor's client is imported when it is opened
    from integration.connectors.zendesk import Kind, ZendeskConnector

SECRETS_KEPT = 2
SECRETS_OVERLAP = timedelta(hours=24)
"""While a secret is replaced, the old one stays valid beside the new one for so long."""


@click.command()
def key() -> None:
    """Make a key for SIDELIGHT_KEYS, which encrypts the stored credentials."""
    click.echo(new_key())


@click.command()
def rotate() -> None:
    """Encrypt all stored credentials again with the first key of SIDELIGHT_KEYS."""
    settings = read_settings()
    schema.check(settings.store_url)
    count = House(settings).store.rotate_keys()
    click.echo(f"{count} connections are encrypted with the first key; the others may be removed from SIDELIGHT_KEYS.")


@click.group()
def connect() -> None:
    """Connect a helpdesk: store what signs us in, create what is missing there, start reading."""


SINCE = click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Tickets changed before this day are not read.")


def require_key() -> None:
    """Say that the key is missing before a secret is asked for, not after."""
    if not read_settings().keys:
        raise CredentialError("SIDELIGHT_KEYS: is not set; make a key with `sidelight key` and keep it safe.")


def known_connection(house: House, name: str) -> Connection | None:
    """Return the connection as it is stored, where it is; a database that is not there yet holds none."""
    try:
        schema.check(house.settings.store_url)
        return next((found for found in house.store.load_connections() if found.id == name), None)
    except (SettingsError, SQLAlchemyError):
        return None


def connect_and_tell(wanted: Connection, kind: "Kind | None" = None) -> Connection:
    """Establish a connection, show what was found and made, and return it."""
    settings = read_settings()
    schema.upgrade(settings.store_url)
    findings, connected = establish(House(settings), wanted, kind)
    console = Console()
    for found in findings:
        mark = "ok   " if found.ok else "wrong"
        console.print(f"{mark} {found.subject}: {found.says}", markup=False, highlight=False)
        if found.remedy:
            console.print(f"      {found.remedy}", markup=False, highlight=False)
    console.print(f"{connected.id} is connected. `sidelight serve` reads it now; `sidelight status` shows how far.")
    return connected


def establish(house: House, wanted: Connection, kind: "Kind | None" = None) -> tuple[list[Finding], Connection]:
    """
    Sign in, create what is missing, store the connection and make its backfill due.

    Nothing is stored where the sign-in fails. Connecting again replaces the credential, keeps what was read, and gives
    jobs that were parked another chance. `kind` is the kind of webhook that a Zendesk account shall have.
    """
    connection = replace(wanted, credential=_signed_in(house, wanted))
    known = {found.id: found for found in house.store.load_connections()}
    old = known.get(connection.id)
    if old is not None:
        connection = replace(connection, webhook_secrets=old.webhook_secrets, old_secrets_until=old.old_secrets_until)
    opened, url, now = house.open(connection), webhook_url(house, connection.id), house.clock()
    if connection.kind == "zendesk":
        findings, secrets = cast("ZendeskConnector", opened).provision(url, kind)
    else:
        findings, secrets = opened.provision(url)
    connection = with_secrets(connection, secrets, now)
    house.store.save_connection(connection, now)
    house.store.put([Job("pull", connection.id, lane("pull", connection.id))], now)
    house.store.retry_parked(now)
    return findings, connection


def with_secrets(connection: Connection, secrets: Sequence[str], now: datetime) -> Connection:
    """Return the connection with these signing secrets; one that they replace stays valid for a while."""
    kept = tuple(dict.fromkeys((*secrets, *connection.webhook_secrets)))[:SECRETS_KEPT]
    if kept == connection.webhook_secrets:
        return connection
    return replace(connection, webhook_secrets=kept, old_secrets_until=now + SECRETS_OVERLAP)


def _signed_in(house: House, wanted: Connection) -> Mapping[str, str]:
    """Return the credential with what the helpdesk calls us: our own writes are recognised by it."""
    return {**wanted.credential, **house.open(wanted).identify()}


def webhook_url(house: House, connection_id: str) -> str | None:
    """Return the address at which a connection's helpdesk reaches us; None where only polling is wanted."""
    kind, _, account = connection_id.partition(":")
    return f"{house.settings.public_url}/webhooks/{kind}/{account}" if house.settings.public_url else None
