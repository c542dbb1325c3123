"""What an act was given, field by field, with the field's name in every complaint."""

from typing import Any

from sandbox import given
from sandbox.control import ActError
from sandbox.salesforce.conversation import Author
from sandbox.salesforce.ids import long_id
from sandbox.salesforce.people import new_user
from sandbox.salesforce.schema import SObject
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record


class Given(given.Given):
    """Takes an org's records too."""

    def __init__(self, org: Org, row: dict[str, Any]) -> None:
        super().__init__(row)
        self._org = org

    def flag(self, name: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self.take(name, default)
        if not isinstance(value, bool):
            raise ActError(f"{name} must be true or false.")
        return value

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
