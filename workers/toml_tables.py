"""
Reading an admin's TOML file: each refusal names table and key, what is wrong and what to write, in one sentence.

`where` is what a refusal begins with: `[left_waiting] norm_days`.
"""

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any, Final

from integration.errors import SettingsError

_MOST_SHOWN: Final = 60
"""Characters of a wrong value that are repeated."""


def parse(text: str, command: str) -> dict[str, Any]:
    """
    Return a file's tables.

    Raises:
        SettingsError: it is no TOML; names the line, and the `command` that shows how such a file looks.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"it is no TOML: {error}; mend that line, `{command}` shows how it is written.") from error


def table(where: str, value: object) -> dict[str, Any]:
    """Return a table's own copy."""
    if not isinstance(value, dict):
        raise SettingsError(f"{where} is {show(value)}; make it a table: {where} on a line of its own, its keys below.")
    return dict(value)


def refuse_other_tables(found: Mapping[str, Any], known: Iterable[str]) -> None:
    """Refuse what stands before the first table, and the first table that a file does not take."""
    for name, value in found.items():
        if not isinstance(value, dict):
            raise SettingsError(f"{name} stands in no table; move it below the line of the table that it belongs to.")
    refuse_unknown("the table", [f"[{name}]" for name in found], [f"[{name}]" for name in known])


def refuse_unknown(where: str, keys: Iterable[str], known: Iterable[str]) -> None:
    """Refuse the first key that a table does not take."""
    takes = list(known)
    for key in keys:
        if key not in takes:
            near = difflib.get_close_matches(key, takes, 1)
            first = f"write {near[0]}, or one of" if near else "write one of"
            remedy = f"{first} {', '.join(takes)}" if len(takes) > 1 else f"write {takes[0]}"
            raise SettingsError(f"{where} {key} is unknown; {remedy}.")


def choice(where: str, value: object, allowed: Iterable[str]) -> str:
    """Return a value that is one of a few words."""
    words = list(allowed)
    if value not in words:
        *first, last = [f'"{word}"' for word in words]
        raise SettingsError(f"{where} is {show(value)}; write {', '.join(first)} or {last}.")
    return str(value)


def show(value: object) -> str:
    """Return a wrong value as the file spells it, cut where it is long."""
    spelled = str(value).lower() if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)
    return spelled if len(spelled) <= _MOST_SHOWN else spelled[: _MOST_SHOWN - 1] + "…"
