"""What an act was given, field by field, with the field's name in every complaint."""

from collections.abc import Iterable
from typing import Any, TypeVar

from sandbox.control import ActError
from sandbox.zendesk.errors import ApiError
from sandbox.zendesk.rows import CustomStatus, Group, Ticket, User
from sandbox.zendesk.state import Account


Row = TypeVar("Row")


class Given:
    """Takes fields by name and type, and refuses what is left over."""

    def __init__(self, row: dict[str, Any]) -> None:
        self._row = dict(row)

    def has(self, name: str) -> bool:
        """Whether the field was given."""
        return name in self._row

    def take(self, name: str) -> Any:
        """Return a field as it stands."""
        if name not in self._row:
            raise ActError(f"{name} is missing.")
        return self._row.pop(name)

    def text(self, name: str) -> str:
        """Return a text that is not empty."""
        value = self.take(name)
        if not isinstance(value, str) or not value:
            raise ActError(f"{name} must be a text that is not empty.")
        return value

    def optional(self, name: str) -> str | None:
        """Return a text, or None."""
        return self.text(name) if self._row.get(name) is not None else self._row.pop(name, None)

    def texts(self, name: str) -> list[str]:
        """Return a list of texts; an empty one where there is none."""
        value = self._row.pop(name, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ActError(f"{name} must be a list of texts.")
        return value

    def choice(self, name: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        """Return one of the allowed words."""
        value = self.take(name) if default is None else self._row.pop(name, default)
        if value not in allowed:
            raise ActError(f"{name} must be one of {', '.join(allowed)}.")
        return str(value)

    def number(self, name: str, lowest: int, highest: int, default: int | None = None) -> int:
        """Return a whole number."""
        value = self.take(name) if default is None else self._row.pop(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            raise ActError(f"{name} must be a whole number from {lowest} to {highest}.")
        return value

    def ticket(self, account: Account, name: str = "id", *, deleted: bool = False) -> Ticket:
        """Return the ticket with the vendor's id that the field holds; KeyError where there is none."""
        value = str(self.take(name))
        try:
            return account.ticket(int(value), deleted=deleted)
        except ValueError as error:
            raise ActError(f"{name} must be a ticket's number.") from error
        except ApiError as error:
            raise KeyError(f"ticket {value}") from error

    def agent(self, account: Account, by: str) -> User:
        """Return the agent that a text names, with or without `agent:` before it."""
        found = account.staff_named(by.removeprefix("agent:"))
        if found is None:
            raise KeyError(f"agent {by.removeprefix('agent:')}")
        return found

    def group(self, account: Account, name: str) -> Group:
        """Return the group with this name."""
        return _first(f"group {name}", (g for g in account.groups.values() if g.name == name))

    def custom_status(self, account: Account, label: str) -> CustomStatus:
        """Return the custom status with this label."""
        return _first(f"custom status {label}", (s for s in account.statuses.values() if s.label == label))

    def user(self, account: Account, name: str) -> User:
        """Return the user whose address the field holds."""
        email = self.text(name)
        found = account.user_with_email(email)
        if found is None:
            raise KeyError(f"user {email}")
        return found

    def finish(self) -> None:
        """Refuse what nothing asked for."""
        if self._row:
            raise ActError(f"unknown {', '.join(sorted(self._row))}; remove it or correct its spelling.")


def _first(what: str, rows: Iterable[Row]) -> Row:
    for row in rows:
        return row
    raise KeyError(what)
