"""Strict reading of one JSON object of a world file: field by field, with the place in every complaint."""

import json
from datetime import UTC, datetime
from typing import Any


class WorldError(ValueError):
    """A world file that cannot be used; the message names the line and the field."""


_MISSING = object()


class Fields:
    """Takes the fields of one JSON object by name and type, and refuses what is left over."""

    def __init__(self, row: Any, where: str) -> None:
        if not isinstance(row, dict):
            raise WorldError(f"{where}: must be an object.")
        self._row = dict(row)
        self.where = where

    def take(self, name: str, default: Any = _MISSING) -> Any:
        """Return a field's value as it stands; `default` makes it optional."""
        if name in self._row:
            return self._row.pop(name)
        if default is _MISSING:
            separator = ": " if self.where.rpartition(" ")[2].isdigit() else "."
            raise WorldError(f"{self.where}{separator}{name}: is missing.")
        return default

    def text(self, name: str, *, empty: bool = False) -> str:
        """Return a text."""
        value = self.take(name)
        if not isinstance(value, str) or not (value or empty):
            raise WorldError(f"{self.where}.{name}: must be a text{'' if empty else ' that is not empty'}.")
        return value

    def optional_text(self, name: str) -> str | None:
        """Return a text or None."""
        value = self.take(name, default=None)
        if value is not None and not isinstance(value, str):
            raise WorldError(f"{self.where}.{name}: must be a text or null.")
        return value

    def texts(self, name: str, default: Any = _MISSING) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self.take(name, default)
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            raise WorldError(f"{self.where}.{name}: must be a list of texts.")
        return tuple(value)

    def flag(self, name: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self.take(name, default)
        if not isinstance(value, bool):
            raise WorldError(f"{self.where}.{name}: must be true or false.")
        return value

    def choice(self, name: str, allowed: tuple[str, ...]) -> str:
        """Return one of the `allowed` words."""
        value = self.take(name)
        if value not in allowed:
            raise WorldError(f"{self.where}.{name}: {json.dumps(value)} is none of {', '.join(allowed)}.")
        return str(value)

    def optional_choice(self, name: str, allowed: tuple[str, ...]) -> str | None:
        """Return one of the `allowed` words, or None."""
        if self._row.get(name) is None:
            self._row.pop(name, None)
            return None
        return self.choice(name, allowed)

    def time(self, name: str) -> datetime:
        """Return a time in UTC; it must name its zone."""
        value = self.take(name)
        try:
            moment = datetime.fromisoformat(value)
        except (TypeError, ValueError):
            moment = None
        if moment is None or moment.tzinfo is None:
            raise WorldError(
                f"{self.where}.{name}: {json.dumps(value)} must be a time with a zone, such as 2026-10-02T09:12:00Z."
            )
        return moment.astimezone(UTC)

    def optional_time(self, name: str) -> datetime | None:
        """Return a time in UTC, or None."""
        if self._row.get(name) is None:
            self._row.pop(name, None)
            return None
        return self.time(name)

    def finish(self) -> None:
        """Refuse what nothing asked for: a misspelt key must not be ignored."""
        if self._row:
            unknown = ", ".join(f'"{key}"' for key in sorted(self._row))
            raise WorldError(f"{self.where}: unknown {unknown}; remove it or correct its spelling.")
