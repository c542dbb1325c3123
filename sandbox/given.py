"""What an act was given, field by field, with the field's name in every complaint."""

from typing import Any

from sandbox.control import ActError

_REQUIRED: Any = object()


class Given:
    """Takes fields by name and type, and refuses what is left over. Each helpdesk adds its own rows to it."""

    def __init__(self, row: dict[str, Any]) -> None:
        self._row = dict(row)

    def has(self, name: str) -> bool:
        """Whether the field was given."""
        return name in self._row

    def take(self, name: str, default: Any = _REQUIRED) -> Any:
        """Return a field as it stands; `default` makes it optional."""
        if name not in self._row and default is _REQUIRED:
            raise ActError(f"{name} is missing.")
        return self._row.pop(name, default)

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text that is not empty."""
        value = self.take(name, _REQUIRED if default is None else default)
        if not isinstance(value, str) or not value:
            raise ActError(f"{name} must be a text that is not empty.")
        return value

    def choice(self, name: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """Return one of the allowed words."""
        value = self.take(name, _REQUIRED if default is None else default)
        if value not in allowed:
            raise ActError(f"{name} must be one of {', '.join(allowed)}.")
        return str(value)

    def number(self, name: str, lowest: int, highest: int, default: int | None = None) -> int:
        """Return a whole number."""
        value = self.take(name, _REQUIRED if default is None else default)
        if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            raise ActError(f"{name} must be a whole number from {lowest} to {highest}.")
        return value

    def finish(self) -> None:
        """Refuse what nothing asked for."""
        if self._row:
            raise ActError(f"unknown {', '.join(sorted(self._row))}; remove it or correct its spelling.")
