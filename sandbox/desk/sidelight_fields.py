"""
Sidelight's fields as a helpdesk shows them, found among all custom fields of a ticket.

Only names and values are looked at: the desk knows no more about them than an admin who put them on the form.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sandbox.desk import DeskField
from sandbox.desk.wording import flag_name, slug, without_prefix

Value = str | int | float | tuple[str, ...] | None

_PARTS = ("headline", "flags", "contacts", "frustration", "effort", "promise", "annotation")
_MOODS = ("calm", "uneasy", "frustrated", "angry")
_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class ShownFlag:
    """One flag: `kind` without prefix, `name` for people."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class ShownSidelight:
    """Those of Sidelight's fields that are shown in words. `frustration` is 0 (calm) to 3 (angry)."""

    headline: str | None = None
    flags: tuple[ShownFlag, ...] = ()
    frustration: int | None = None
    promise_due: str | None = None


def part_of(field: DeskField) -> str | None:
    """Return which of Sidelight's fields this is (headline, flags, … annotation), None where it is another's."""
    key, title = slug(field.key).removesuffix("_c"), slug(field.title)
    for name in (key, title):
        if name.startswith("sidelight"):
            rest = slug(without_prefix(name))
            return next((part for part in _PARTS if part in rest), None)
    return key.removesuffix("_due") if key.removesuffix("_due") in _PARTS else None


def read_sidelight(fields: Iterable[DeskField]) -> ShownSidelight:
    """Return what Sidelight's fields say; empty where a ticket has none."""
    values = {part_of(field): field.value for field in fields}
    return ShownSidelight(
        headline=_text(values.get("headline")),
        flags=read_flags(values.get("flags")),
        frustration=_mood(values.get("frustration")),
        promise_due=_date(values.get("promise")),
    )


def read_flags(value: Value) -> tuple[ShownFlag, ...]:
    """Return the chosen flags, each once; `value` holds labels or values, or both joined by semicolons."""
    options = value if isinstance(value, tuple) else str(value).split(";") if isinstance(value, str) else ()
    names = (flag_name(option) for option in options)
    return tuple({slug(name): ShownFlag(slug(name), name) for name in names if name}.values())


def mood_word(level: int) -> str:
    """Return the word for a frustration level of 0 to 3."""
    return _MOODS[level].capitalize()


def _text(value: Value) -> str | None:
    if isinstance(value, tuple):
        return ", ".join(value) or None
    return str(value).strip() or None if value is not None else None


def _number(value: Value) -> float | None:
    if isinstance(value, int | float):
        return value
    try:
        return float(_text(value) or "")
    except ValueError:
        return None


def _mood(value: Value) -> int | None:
    text = (_text(value) or "").lower()
    for level, word in enumerate(_MOODS):
        if word in text:
            return level
    number = _number(value)
    return int(number) if number is not None and 0 <= number < len(_MOODS) else None


def _date(value: Value) -> str | None:
    found = _DATE.match(_text(value) or "")
    return found.group() if found else None
