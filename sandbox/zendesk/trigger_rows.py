"""The rows of triggers and their categories."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(slots=True)
class Trigger:
    """One trigger. `conditions` has `all` and `any`, `actions` are {field, value}."""

    id: int
    title: str
    conditions: dict[str, list[dict[str, Any]]]
    actions: list[dict[str, Any]]
    created_at: datetime
    updated_at: datetime
    category_id: str
    active: bool = True
    position: int = 0
    description: str | None = None


@dataclass(slots=True)
class Category:
    """A folder of triggers, which orders them."""

    id: str
    name: str
    position: int
    created_at: datetime
    updated_at: datetime


@dataclass(slots=True)
class Triggers:
    """All of an account's triggers."""

    rows: dict[int, Trigger] = field(default_factory=dict)
    categories: dict[str, Category] = field(default_factory=dict)

    def in_order(self) -> list[Trigger]:
        """Return the triggers in the order in which they run."""
        return sorted(self.rows.values(), key=lambda t: (self.categories[t.category_id].position, t.position, t.id))
