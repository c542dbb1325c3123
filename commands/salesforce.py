"""`sidelight connect salesforce`: signing in, showing beforehand what is needed, and the Flow's secret."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import TextIO, cast

import click
from rich.console import Console

from app import House
from commands.connections import SINCE, connect_and_tell, known_connection, require_key, webhook_url, with_secrets
from integration.connection import Connection
from integration.connectors import open_connector
from integration.connectors.salesforce import SalesforceConnector
from integration.connectors.salesforce.auth import NO_PASSWORDS
from integration.connectors.salesforce.provision import new_secret as make_secret
from integration.connectors.session import open_session
from integration.errors import SettingsError
from integration.keeping import keep_in_memory
from integration.settings import read_settings
from integration.store import schema


@click.command()
@click.option("--domain", required=True, help="acme, where My Domain is acme.my.salesforce.com.")
@click.option("--client-id", help="Consumer key of the External Client App.")
@click.option("--secret-file", type=click.File(), help="Holds the consumer secret; - reads it from stdin.")
@click.option("--username", help="With a JWT bearer: the run-as user's name at login.")
@click.option("--key-file", type=click.File(), help="With a JWT bearer: holds the certificate's private key as PEM.")
@click.option("--preview", is_flag=True, help="Show every right and field that is needed, and why; change nothing.")
@click.option("--new-secret", is_flag=True, help="Make a new secret for the Flow; the old one is valid for a day.")
@SINCE
def salesforce(
    domain: str,
    client_id: str | None,
    secret_file: TextIO | None,
    username: str | None,
    key_file: TextIO | None,
    *,
    preview: bool,
    new_secret: bool,
    since: datetime | None,
) -> None:
    """Connect a Salesforce org."""
    require_key()
    house = House(read_settings())
    name = f"salesforce:{domain}"
    old = known_connection(house, name)
    if not client_id and old is None:
        raise SettingsError("--client-id: give it; without it only a connected org can be looked at or changed.")
    credential = _ask(client_id, secret_file, username, key_file) if client_id else dict(old.credential if old else {})
    wanted = Connection(name, "salesforce", f"https://{domain}.my.salesforce.com", credential)
    wanted = replace(wanted, backfill_from=since.replace(tzinfo=UTC) if since else old.backfill_from if old else None)
    if preview:
        _preview(house, replace(wanted, webhook_secrets=old.webhook_secrets if old else ()))
        return
    schema.upgrade(house.settings.store_url)
    _tell_secret(house, _renew_secret(house, old) if new_secret else connect_and_tell(wanted))


def _ask(client_id: str, secret_file: TextIO | None, username: str | None, key_file: TextIO | None) -> dict[str, str]:
    if username and key_file is None:
        raise SettingsError(f"--username: goes with --key-file, for a JWT bearer. {NO_PASSWORDS}")
    if key_file is not None:
        if not username:
            raise SettingsError("--key-file: goes with --username, the run-as user's name at login.")
        return {"client_id": client_id, "username": username, "private_key": key_file.read()}
    # never an option: the command line is shown to everybody on the machine
    secret = secret_file.read().strip() if secret_file else click.prompt("Consumer secret", hide_input=True)
    if not secret:
        raise SettingsError("The consumer secret is empty.")
    return {"client_id": client_id, "client_secret": secret}


def _preview(house: House, wanted: Connection) -> None:
    """Show each right and field with its reason and how it stands; nothing is changed or stored anywhere."""
    with open_session(house.settings.routes) as session:
        share = house.settings.salesforce_share
        opened = cast("SalesforceConnector", open_connector(wanted, session, house.clock, share, keep_in_memory()))
        opened.identify()
        needed = opened.preview(webhook_url(house, wanted.id))
    console = Console()

    def show(line: str) -> None:
        console.print(line, markup=False, highlight=False, soft_wrap=True)

    show(f"Nothing is changed. In the org, {wanted.id} needs what the package brings (manifest/salesforce):")
    for one in needed:
        show(f"  {one.subject}: {one.stands}")
        show(f"      {one.purpose}")
    show("On cases, while it runs: these fields, and at most one private comment a day; nothing else is written.")


def _renew_secret(house: House, old: Connection | None) -> Connection:
    if old is None:
        raise SettingsError("--new-secret: the org is not connected yet.")
    now = house.clock()
    changed = with_secrets(old, (make_secret(),), now)
    house.store.save_connection(changed, now)
    if changed.old_secrets_until is not None and old.webhook_secrets:
        click.echo(f"The old secret is valid until {changed.old_secrets_until:%Y-%m-%d %H:%M} UTC.")
    return changed


def _tell_secret(house: House, connected: Connection) -> None:
    """Show the secret: Zendesk keeps its own, but Salesforce's must be pasted into the Flow by a person."""
    url = webhook_url(house, connected.id)
    if not connected.webhook_secrets or url is None:
        return
    click.echo(f"Secret for the Flow's named credential: {connected.webhook_secrets[0]}")
    click.echo(f"Or address for an outbound message: {url}/{connected.webhook_secrets[0]}")
