"""The parts of a SOQL query, as soql reads them."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Path:
    """A field, through parents: `Contact.Account.Name`. `at` is its place in the text."""

    names: tuple[str, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Aggregate:
    """COUNT(), or a function of a field. `alias` is the name of its column, if it was given one."""

    function: str
    path: Path | None
    alias: str | None
    at: int


@dataclass(frozen=True, slots=True)
class FieldSet:
    """FIELDS(ALL), FIELDS(STANDARD) or FIELDS(CUSTOM)."""

    kind: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A value as it was written: string, datetime, date, number, boolean, null or relative."""

    kind: str
    value: Any


@dataclass(frozen=True, slots=True)
class Comparison:
    """One condition on one field. `values` is a literal, a tuple of them, or a Query (semi-join)."""

    path: Path
    operator: str
    values: Any


@dataclass(frozen=True, slots=True)
class Logic:
    """Conditions joined by `and` or `or`, or one negated by `not`."""

    operator: str
    parts: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Sort:
    """One ORDER BY term."""

    path: Path
    descending: bool
    nulls_last: bool


@dataclass(frozen=True, slots=True)
class Query:
    """A query, or the subquery of a child relationship (`source` is then the relationship's name)."""

    text: str
    source: str
    at: int
    columns: tuple[Any, ...]
    alias: str | None = None
    where: Any = None
    group: tuple[Path, ...] = ()
    order: tuple[Sort, ...] = ()
    limit: int | None = None
    offset: int | None = None
