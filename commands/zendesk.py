"""`sidelight connect zendesk`: signing in, showing beforehand what will be made, and making it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import TextIO, cast

import click
from rich.console import Console

from app import House
from commands.authorizing import Consent, wait_for_code
from commands.connections import SINCE, connect_and_tell, known_connection, require_key, webhook_url, with_secrets
from integration.connection import Connection
from integration.connectors import open_connector
from integration.connectors.session import open_session
from integration.connectors.zendesk import Kind, ZendeskConnector, tokens
from integration.connectors.zendesk.grants import by_code
from integration.connectors.zendesk.provision import SCOPES
from integration.errors import SettingsError
from integration.keeping import Keepers, Tokens, keep_in_memory
from integration.settings import read_settings
from integration.store import schema

PORT = 8351

_KIND = click.option(
    "--by-trigger/--by-events",
    "by_trigger",
    default=None,
    help="How Zendesk tells of changes: a trigger fires the webhook, or the webhook subscribes to events.",
)


@click.command()
@click.option("--subdomain", required=True, help="acme, where the account is acme.zendesk.com.")
@click.option("--client-id", help="Identifier of the OAuth client.")
@click.option("--email", help="Only with an API token, which Zendesk ends on 2027-04-30: whose it is.")
@click.option("--secret-file", type=click.File(), help="Holds the client secret or API token; - reads it from stdin.")
@click.option("--authorize", is_flag=True, help="Sign in in the browser, as the person who consents there.")
@click.option("--paste", is_flag=True, help="With --authorize: paste the address that the browser is sent to.")
@click.option("--port", default=PORT, show_default=True, help="With --authorize: where the browser comes back to.")
@click.option("--preview", is_flag=True, help="Show all that would be made, and why; change nothing.")
@click.option("--new-secret", is_flag=True, help="Let Zendesk make a new signing secret; the old is valid for a day.")
@_KIND
@SINCE
def zendesk(  # noqa: PLR0913 - one argument an option
    subdomain: str,
    client_id: str | None,
    email: str | None,
    secret_file: TextIO | None,
    *,
    authorize: bool,
    paste: bool,
    port: int,
    preview: bool,
    new_secret: bool,
    by_trigger: bool | None,
    since: datetime | None,
) -> None:
    """Connect a Zendesk account."""
    require_key()
    house = House(read_settings())
    name = f"zendesk:{subdomain}"
    if client_id and email:
        raise SettingsError("--client-id: give it (recommended), or --email for an API token; one of the two.")
    kind = None if by_trigger is None else Kind.TRIGGER if by_trigger else Kind.EVENTS
    old = known_connection(house, name)
    if not client_id and not email and old is None:
        raise SettingsError("--client-id: give it; without it only a connected account can be looked at or changed.")
    credential = (
        dict(old.credential)
        if old and not (client_id or email)
        else _ask(client_id, email, secret_file, public=authorize)
    )
    if authorize:
        credential["grant"] = "authorization_code"
    wanted = Connection(name, "zendesk", f"https://{subdomain}.zendesk.com", credential)
    wanted = replace(wanted, backfill_from=since.replace(tzinfo=UTC) if since else old.backfill_from if old else None)
    if preview:
        _preview(house, wanted, old, kind)
        return
    schema.upgrade(house.settings.store_url)
    if new_secret:
        _renew_secret(house, old)
        return
    if authorize:
        _authorize(house, wanted, port, paste=paste)
    elif old is None or _keys(old) != _keys(wanted):
        # tokens of another client, or of another person's consent
        house.store.change_tokens(name, lambda known: (Tokens(version=known.version + 1), None))
    connect_and_tell(wanted, kind)


def _ask(client_id: str | None, email: str | None, secret_file: TextIO | None, *, public: bool) -> dict[str, str]:
    what = "OAuth client secret" if client_id else "API token"
    # never an option: the command line is shown to everybody on the machine
    if secret_file:
        secret = secret_file.read().strip()
    elif public:
        secret = click.prompt(f"{what} (empty for a public client)", hide_input=True, default="", show_default=False)
    else:
        secret = click.prompt(what, hide_input=True)
    if not secret and not public:
        raise SettingsError(f"The {what} is empty.")
    if client_id:
        return {"client_id": client_id} | ({"client_secret": secret} if secret else {})
    return {"email": str(email), "api_token": secret}


def _keys(connection: Connection) -> dict[str, str]:
    return {name: value for name, value in connection.credential.items() if name != "user_id"}


def _authorize(house: House, wanted: Connection, port: int, *, paste: bool) -> None:
    """Let a person consent in the browser, and keep the pair of tokens that comes of it."""
    client_id = wanted.credential.get("client_id")
    if not client_id:
        raise SettingsError("--authorize: needs an OAuth client; give --client-id.")
    consent = Consent(wanted.address, client_id, port)
    says = f"Open this address in a browser, signed in to Zendesk as Sidelight's user:\n\n{consent.url}\n"
    if paste:
        click.echo(says)
        code = consent.read(click.prompt("Address that the browser was sent to"))
    else:
        code = wait_for_code(consent, lambda: click.echo(says))
    with open_session(house.settings.routes) as session:
        granted = by_code(wanted, session, code, consent.redirect_uri, consent.verifier, house.clock())
    if granted.refresh is None:
        raise SettingsError("Zendesk gave no refresh token; the OAuth client must be one that is not global.")
    tokens.store_first(house.store, wanted.id, granted)


def _preview(house: House, wanted: Connection, old: Connection | None, kind: Kind | None) -> None:
    """Show each scope, field, option, webhook and trigger with its reason; nothing is changed anywhere."""
    if wanted.credential.get("grant") and old is None:
        raise SettingsError("--preview: a sign-in in the browser must be stored first; preview with a client secret.")
    stored = old is not None and _keys(old) == _keys(wanted)
    keepers = Keepers(house.store, house.store) if stored else keep_in_memory()
    session = open_session(house.settings.routes)
    share = house.settings.zendesk_share
    opened = cast("ZendeskConnector", open_connector(wanted, session, house.clock, share, keepers))
    opened.identify()
    console = Console()

    def show(line: str) -> None:
        console.print(line, markup=False, highlight=False)

    show(f"Nothing is changed. Connecting {wanted.id} needs these scopes of the OAuth client:")
    for scope, reason in SCOPES:
        show(f"  {scope}: {reason}")
    show("On the account:")
    for step in opened.preview(webhook_url(house, wanted.id), kind):
        show(f"  {step.subject}: {step.stands}")
        show(f"      {step.purpose}")
    show("On tickets, while it runs: these fields, the tags that are their options, at most one private note a day.")


def _renew_secret(house: House, old: Connection | None) -> None:
    if old is None:
        raise SettingsError("--new-secret: the account is not connected yet.")
    fresh = cast("ZendeskConnector", house.open(old)).renew_secret()
    if not fresh:
        raise SettingsError("--new-secret: the account has no webhook of ours; set SIDELIGHT_PUBLIC_URL and connect.")
    now = house.clock()
    changed = with_secrets(old, (fresh,), now)
    house.store.save_connection(changed, now)
    click.echo(
        f"Zendesk signs with a new secret; the old one is valid until {changed.old_secrets_until:%Y-%m-%d %H:%M} UTC."
    )
