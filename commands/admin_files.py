"""`sidelight rules`, `brand` and `log`: the files in which an admin says what they want, and what admins did."""

from collections.abc import Callable
from pathlib import Path

import click

from commands.reading import open_house
from integration.errors import SettingsError
from integration.model import Finding
from integration.settings import Settings, read_settings
from integration.store import Act
from workers import brand as brands
from workers import rules as house_rules
from workers.admin_files import check_file, read_rules
from workers.flags import MODULES

_CHECK = click.option("--check", is_flag=True, help="Check FILE instead; without FILE, the one that is in use.")
_FILE = click.argument("file", required=False, type=click.Path(path_type=Path))


@click.command()
@_FILE
@_CHECK
def rules(file: Path | None, *, check: bool) -> None:
    """Print a rules file with every default, to begin with: sidelight rules > rules.toml."""
    _print_or_check(house_rules.template(MODULES), _check_rules, file, check=check)


@click.command()
@_FILE
@_CHECK
def brand(file: Path | None, *, check: bool) -> None:
    """Print a file with the guidelines for the first sentence: sidelight brand > brand.toml."""
    _print_or_check(brands.TEMPLATE, _check_brand, file, check=check)


@click.command()
def log() -> None:
    """List what admins have joined, split and changed in the rules, the latest first."""
    found = open_house().store.audit_log()
    for done in found:
        begins = f"{done.at:%Y-%m-%d %H:%M} UTC  {done.actor}:"
        for line in _lines(done):
            click.echo(f"{begins} {line}")
    if not found:
        click.echo("Nothing was joined or split, and no rule was changed.")


def check_files(settings: Settings) -> list[Finding]:
    """Return one finding for each of the files in use."""
    return [
        _finding("rules", settings.rules_file, lambda: _check_rules(settings.rules_file, must_be=bool(settings.rules))),
        _finding("brand", settings.brand_file, lambda: _check_brand(settings.brand_file, must_be=bool(settings.brand))),
    ]


def _finding(name: str, path: Path, check: Callable[[], str]) -> Finding:
    try:
        return Finding(name, ok=True, says=check())
    except SettingsError as error:
        remedy = f"What was read before stays in force until then; `sidelight {name} --check` checks {path.name} alone."
        return Finding(name, ok=False, says=str(error), remedy=remedy)


def _print_or_check(template: str, check_one: Callable[..., str], file: Path | None, *, check: bool) -> None:
    context = click.get_current_context()
    name = str(context.info_name)
    if not check:
        if file is not None:
            raise SettingsError(f"FILE: goes with --check; `sidelight {name} > {file}` writes one.")
        click.echo(template, nl=False)
        return
    if file is None:
        settings = read_settings()
        file = settings.rules_file if name == "rules" else settings.brand_file
    click.echo(check_one(file, must_be=True))


def _check_rules(path: Path, *, must_be: bool) -> str:
    found = check_file(path, read_rules, must_be=must_be)
    off = [kind for kind in MODULES if not found.of(kind).on]
    return _all_right(path) + (f" Switched off: {', '.join(off)}." if off else "")


def _check_brand(path: Path, *, must_be: bool) -> str:
    check_file(path, brands.read, must_be=must_be)
    return _all_right(path)


def _all_right(path: Path) -> str:
    return f"{path} is all right." if path.exists() else f"there is no {path}: everything has its default."


def _lines(done: Act) -> list[str]:
    if done.contacts:
        first, *others = map(str, done.contacts)
        return [f"{first} {'joined with' if done.act == 'join' else 'split from'} {', '.join(others)}"]
    return [f"{c.what}: {c.before or 'not there'} -> {c.after or 'not there'}" for c in done.changes]
