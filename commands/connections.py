"""`sidelight connect`, `key` and `rotate`: which helpdesks are connected, and what signs us in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import click
from rich.console import Console

from app import House
from integration.connection import Connection
from integration.errors import CredentialError, SettingsError
from integration.model import Finding
from integration.settings import read_settings
from integration.store import Job, lane, schema
from integration.store.credentials import new_key

SECRETS_KEPT = 2
"""While a secret is replaced, the old one stays valid beside the new one."""


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


_SINCE = click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), help="Tickets changed before this day are not read."
)


@connect.command()
@click.option("--subdomain", required=True, help="acme, where the account is acme.zendesk.com.")
@click.option("--client-id", help="Unique identifier of the OAuth client (confidential, client credentials).")
@click.option("--email", help="Only with an API token, which Zendesk ends on 2027-04-30: whose it is.")
@_SINCE
def zendesk(subdomain: str, client_id: str | None, email: str | None, since: datetime | None) -> None:
    """Connect a Zendesk account."""
    _require_key()
    if bool(client_id) == bool(email):
        raise SettingsError("--client-id: give it (recommended), or --email for an API token; one of the two.")
    if client_id:
        secret = click.prompt("OAuth client secret", hide_input=True)
        credential = {"client_id": client_id, "client_secret": secret}
    else:
        credential = {"email": str(email), "api_token": click.prompt("API token", hide_input=True)}
    wanted = Connection(
        id=f"zendesk:{subdomain}",
        kind="zendesk",
        address=f"https://{subdomain}.zendesk.com",
        credential=credential,
        backfill_from=since.replace(tzinfo=UTC) if since else None,
    )
    _connect_and_tell(wanted)


@connect.command()
@click.option("--domain", required=True, help="acme, where My Domain is acme.my.salesforce.com.")
@click.option("--client-id", required=True, help="Consumer key of the External Client App (client credentials).")
@_SINCE
def salesforce(domain: str, client_id: str, since: datetime | None) -> None:
    """Connect a Salesforce org."""
    _require_key()
    secret = click.prompt("Consumer secret", hide_input=True)
    wanted = Connection(
        id=f"salesforce:{domain}",
        kind="salesforce",
        address=f"https://{domain}.my.salesforce.com",
        credential={"client_id": client_id, "client_secret": secret},
        backfill_from=since.replace(tzinfo=UTC) if since else None,
    )
    _connect_and_tell(wanted)


def _require_key() -> None:
    """Say that the key is missing before a secret is asked for, not after."""
    if not read_settings().keys:
        raise CredentialError("SIDELIGHT_KEYS: is not set; make a key with `sidelight key` and keep it safe.")


def _connect_and_tell(wanted: Connection) -> None:
    settings = read_settings()
    schema.upgrade(settings.store_url)
    findings, connected = establish(House(settings), wanted)
    console = Console()
    for found in findings:
        mark = "ok   " if found.ok else "wrong"
        console.print(f"{mark} {found.subject}: {found.says}", markup=False, highlight=False)
        if not found.ok and found.remedy:
            console.print(f"      {found.remedy}", markup=False, highlight=False)
    if connected.kind == "salesforce" and connected.webhook_secrets:
        # Zendesk keeps its own secret; Salesforce's must be pasted into the Flow's named credential by a person
        secret = f"Secret for the Flow's named credential: {connected.webhook_secrets[0]}"
        console.print(secret, markup=False, highlight=False, soft_wrap=True)
    console.print(f"{connected.id} is connected. `sidelight serve` reads it now; `sidelight status` shows how far.")


def establish(house: House, wanted: Connection) -> tuple[list[Finding], Connection]:
    """
    Sign in, create what is missing, store the connection and make its backfill due.

    Nothing is stored where the sign-in fails. Connecting again replaces the credential and keeps what was read.
    """
    connection = replace(wanted, credential=_signed_in(house, wanted))
    known = {found.id: found for found in house.store.load_connections()}
    old = known.get(connection.id)
    if old is not None:
        connection = replace(connection, webhook_secrets=old.webhook_secrets)
    findings, secrets = house.open(connection).provision(_webhook_url(house, connection))
    kept = tuple(dict.fromkeys((*secrets, *connection.webhook_secrets)))[:SECRETS_KEPT]
    connection = replace(connection, webhook_secrets=kept)
    now = house.clock()
    house.store.save_connection(connection, now)
    house.store.put([Job("pull", connection.id, lane("pull", connection.id))], now)
    return findings, connection


def _signed_in(house: House, wanted: Connection) -> Mapping[str, str]:
    """Return the credential with what the helpdesk calls us: our own writes are recognised by it."""
    return {**wanted.credential, **house.open(wanted).identify()}


def _webhook_url(house: House, connection: Connection) -> str | None:
    kind, _, account = connection.id.partition(":")
    return f"{house.settings.public_url}/webhooks/{kind}/{account}" if house.settings.public_url else None
