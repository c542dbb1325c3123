"""
What an admin may set of a flag: a number with a default, bounds and a sentence, declared beside the flag that uses it.

A flag's module holds a frozen dataclass `Limits` whose fields are made by `limit`; `rules` reads them from a file.
"""

from dataclasses import field, fields
from typing import Any, Final, NamedTuple, cast


class Bounds(NamedTuple):
    """What may stand in the file for one number, and what it means."""

    least: float
    most: float
    says: str


_BOUNDS: Final = "bounds"


def limit(default: float, least: float, most: float, says: str) -> Any:
    """
    Return a dataclass field that an admin may set.

    Args:
        default: Where the file says nothing; a whole number allows whole numbers only.
        least: Smallest number allowed.
        most: Largest number allowed.
        says: One sentence for the file: what the number does, with its unit.
    """
    return field(default=default, metadata={_BOUNDS: Bounds(least, most, says)})


def bounds_of(limits: type[Any]) -> dict[str, tuple[float, Bounds]]:
    """Return default and bounds of each number of a `Limits` class, by name."""
    return {f.name: (cast("float", f.default), f.metadata[_BOUNDS]) for f in fields(limits)}
