"""The `sidelight` command. Every error that a person can cause is one sentence and a remedy."""

import os
import sys

import click
from sqlalchemy.exc import SQLAlchemyError

from commands.admin_files import brand, log, rules
from commands.connections import connect, key, rotate
from commands.customers import customer
from commands.demonstration import demo, sandbox
from commands.disconnecting import disconnect
from commands.health import database_says, doctor, migrate, retry, status
from commands.reading import backfill, sync
from commands.salesforce import salesforce
from commands.serving import serve
from commands.zendesk import zendesk
from integration import __version__, logs
from integration.errors import SidelightError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sidelight")
def cli() -> None:
    """Show support agents what the customer has lived through, on the ticket itself."""


connect.add_command(zendesk)
connect.add_command(salesforce)
for command in (
    *(demo, serve, connect, disconnect, backfill, sync, status, doctor, retry),
    *(rules, brand, customer, log, key, rotate, migrate, sandbox),
):
    cli.add_command(command)


def main() -> None:
    """Run the command line; ends with 1 and one sentence where something is wrong."""
    os.umask(0o077)  # what is stored holds customers' words
    logs.set_up("warning")  # a person reads here; `serve` and its parts set up their own
    try:
        cli(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except SidelightError as error:
        click.echo(f"sidelight: {error}", err=True)
        sys.exit(1)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"sidelight: {where}{error.strerror or type(error).__name__}.", err=True)
        sys.exit(1)
    except SQLAlchemyError as error:
        # its text may hold the URL with the password
        click.echo(f"sidelight: {database_says(error)}", err=True)
        sys.exit(1)
