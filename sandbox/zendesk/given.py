"""What an act was given, field by field, with the field's name in every complaint."""

from collections.abc import Iterable
from typing import TypeVar

from sandbox import given
from sandbox.control import ActError
from sandbox.zendesk.errors import ApiError
from sandbox.zendesk.rows import CustomStatus, Group, Ticket, User
from sandbox.zendesk.state import Account

Row = TypeVar("Row")


class Given(given.Given):
    """Takes an account's rows too."""

    def optional(self, name: str) -> str | None:
        """Return a text, or None."""
        return self.text(name) if self._row.get(name) is not None else self._row.pop(name, None)

    def texts(self, name: str) -> list[str]:
        """Return a list of texts; an empty one where there is none."""
        value = self._row.pop(name, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ActError(f"{name} must be a list of texts.")
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


def _first(what: str, rows: Iterable[Row]) -> Row:
    for row in rows:
        return row
    raise KeyError(what)
