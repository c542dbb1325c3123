"""What an act was given, field by field, with the field's name in every complaint."""

from typing import Any

from sandbox.control import ActError
from sandbox.salesforce.conversation import Author
from sandbox.salesforce.ids import long_id
from sandbox.salesforce.people import new_user
from sandbox.salesforce.schema import SObject
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record


class Given:
    """Takes fields by name and type, and refuses what is left over."""

    def __init__(self, org: Org, row: dict[str, Any]) -> None:
        self._org = org
        self._row = dict(row)

    def has(self, name: str) -> bool:
        """Whether the field was given."""
        return name in self._row

    def take(self, name: str, default: Any = ...) -> Any:
        """Return a field as it stands; `default` makes it optional."""
        if name not in self._row and default is ...:
            raise ActError(f"{name} is missing.")
        return self._row.pop(name, default)

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text that is not empty."""
        value = self.take(name, ... if default is None else default)
        if not isinstance(value, str) or not value:
            raise ActError(f"{name} must be a text that is not empty.")
        return value

    def flag(self, name: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self.take(name, default)
        if not isinstance(value, bool):
            raise ActError(f"{name} must be true or false.")
        return value

    def number(self, name: str, lowest: int, highest: int, default: int | None = None) -> int:
        """Return a whole number."""
        value = self.take(name, ... if default is None else default)
        if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            raise ActError(f"{name} must be a whole number from {lowest} to {highest}.")
        return value

    def choice(self, name: str, allowed: tuple[str, ...], default: str) -> str:
        """Return one of the allowed words."""
        value = self.take(name, default)
        if value not in allowed:
            raise ActError(f"{name} must be one of {', '.join(allowed)}.")
        return str(value)

    def record(
        self, name: str = "id", objects: tuple[str, ...] = (), *, deleted: bool = False
    ) -> tuple[SObject, Record]:
        """Return the record whose id the field holds, and its object; KeyError where there is none."""
        value = self.text(name)
        found = self._org.find(long_id(value) or "")
        if found is None or bool(found[1].get("IsDeleted")) is not deleted:
            raise KeyError(f"{'deleted ' if deleted else ''}record {value}")
        if objects and found[0].name not in objects:
            raise ActError(f"{name} must be the id of a {' or '.join(objects)}.")
        return found

    def case(self, name: str = "id") -> Record:
        """Return the Case whose id the field holds."""
        return self.record(name, ("Case",))[1]

    def author(self, name: str = "by", default: str | None = None) -> Author | None:
        """Return who acts: `agent:NAME` (or NAME) or `bot:NAME`; None is the customer, unless `default` names one."""
        value = self.take(name, default)
        if value is None or value == "customer":
            return None
        if not isinstance(value, str) or not value:
            raise ActError(f'{name} must be "customer", "agent:NAME" or "bot:NAME".')
        role, found, who = value.partition(":")
        role, who = (role, who) if found else ("agent", value)
        if role not in ("agent", "bot") or not who:
            raise ActError(f'{name} must be "customer", "agent:NAME" or "bot:NAME".')
        kind = "Standard" if role == "agent" else "AutomatedProcess"
        users = self._org.table("User").kept.values()
        user = next((u for u in users if u["Name"] == who and u["UserType"] == kind), None)
        return Author((user or new_user(self._org, who, kind, self._org.now()))["Id"], who, role)

    def user_id(self, default: str = "Admin User") -> str:
        """Return the id of the user that `by` names."""
        author = self.author("by", default)
        if author is None:
            raise ActError('by must be "agent:NAME": the customer cannot do this.')
        return author.user_id

    def finish(self) -> None:
        """Refuse what nothing asked for."""
        if self._row:
            raise ActError(f"unknown {', '.join(sorted(self._row))}; remove it or correct its spelling.")
