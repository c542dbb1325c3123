"""
The admin's rules: which flags are stated, how loudly, from which confidence on and with which limits; and office hours.

One commented TOML file; what it leaves out has its default. `template` writes a file with every default in it, `read`
checks one, and names table, key, what is wrong and what to write.
"""

import functools
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from types import ModuleType
from typing import Any, Final

from integration.errors import SettingsError
from integration.model import FLAG_KINDS, Severity
from workers.hours import BusinessHours
from workers.limits import Bounds, bounds_of

OWN_KEYS: Final = ("on", "severity", "confidence")
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""What `days` may hold, in the order of `datetime.weekday`."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What an admin wants of one flag."""

    on: bool = True
    severity: Severity | None = None
    """Instead of the flag's own."""
    confidence: float = 0.0
    """Less certain than this is not said; the flag's own threshold holds as well."""
    limits: Any = None
    """An instance of the flag's `Limits`; None where it has none."""


@dataclass(frozen=True)
class Rules:
    """All rules; a flag without one is stated as its module says."""

    flags: Mapping[str, Rule] = field(default_factory=dict)
    hours: BusinessHours = field(default_factory=BusinessHours)
    team_hours: Mapping[str, BusinessHours] = field(default_factory=dict)

    @functools.cached_property
    def limits(self) -> Mapping[type[Any], Any]:
        """The flags' numbers, by the class that declares them."""
        return {type(rule.limits): rule.limits for rule in self.flags.values() if rule.limits is not None}

    def of(self, kind: str) -> Rule:
        """Return the rule of a flag."""
        return self.flags.get(kind) or Rule()


Modules = Mapping[str, ModuleType]
"""The flags' modules by the flags' names."""


def read(text: str, modules: Modules) -> Rules:
    """
    Return the rules that a file holds.

    Args:
        text: The file's text.
        modules: The flags' modules by name.

    Raises:
        SettingsError: names table and key, what is wrong and what to write.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"The rules are no TOML: {error}.") from error
    hours = found.pop("hours", {})
    unknown = [name for name in found if name not in modules]
    if unknown:
        raise SettingsError(
            f"[{unknown[0]}] is no flag; the flags are {', '.join(k for k in FLAG_KINDS if k in modules)}."
        )
    flags = {kind: _rule(kind, _table(f"[{kind}]", found.get(kind, {})), module) for kind, module in modules.items()}
    table = _table("[hours]", hours)
    teams = _table("[hours.teams]", table.pop("teams", {}))
    general = _hours("[hours]", table, BusinessHours())
    return Rules(
        flags,
        general,
        {team: _hours(f'[hours.teams."{team}"]', _table(team, of), general) for team, of in teams.items()},
    )


def template(modules: Modules) -> str:
    """Return a file with every rule at its default, each with a comment; reading it changes nothing."""
    lines = [
        "# Sidelight's rules. What is left out, or stays behind a #, has its default. A change is seen within seconds.",
        "",
        "[hours]",
        "# When the team works, in the account's time zone. Waits and promises count these hours.",
        '# start = "09:00"',
        '# end = "18:00"',
        '# days = ["mon", "tue", "wed", "thu", "fri"]',
        '# holidays = ["2026-12-25", "2027-01-01"]',
        "",
        "# A team with hours of its own, by its name in the helpdesk:",
        '# [hours.teams."Night desk"]',
        '# start = "18:00"',
        '# end = "23:59"',
    ]
    for kind, module in modules.items():
        lines += [
            "",
            f"[{kind}]",
            "# on = true",
            '# severity = "medium"  # low, medium or high, instead of the flag\'s own',
        ]
        lines.append(
            f"# confidence = {getattr(module, 'THRESHOLD', 0.0)}  # less certain than this is not said, 0 to 1"
        )
        for name, (default, bounds) in _numbers(module).items():
            lines.append(f"# {name} = {default}  # {bounds.says}; {bounds.least:g} to {bounds.most:g}")
    return "\n".join(lines) + "\n"


def _numbers(module: ModuleType) -> dict[str, tuple[float, Bounds]]:
    limits = getattr(module, "Limits", None)
    return bounds_of(limits) if limits is not None else {}


def _rule(kind: str, table: dict[str, Any], module: ModuleType) -> Rule:
    known = _numbers(module)
    for key in table:
        if key not in OWN_KEYS and key not in known:
            raise SettingsError(f"[{kind}] {key} is unknown; it takes {', '.join((*OWN_KEYS, *known))}.")
    on = _checked(f"[{kind}] on", table.get("on", True), bool, "true or false")
    wanted = table.get("severity")
    if wanted is not None and wanted not in [s.value for s in Severity]:
        raise SettingsError(f'[{kind}] severity is {wanted!r}; write "low", "medium" or "high".')
    confidence = _number(f"[{kind}] confidence", table.get("confidence", 0.0), 0.0, Bounds(0, 1, ""))
    numbers = {
        name: _number(f"[{kind}] {name}", table[name], default, bounds)
        for name, (default, bounds) in known.items()
        if name in table
    }
    limits = module.Limits(**numbers) if known else None
    return Rule(on, Severity(wanted) if wanted is not None else None, confidence, limits)


def _number(where: str, value: object, default: float, bounds: Bounds) -> float:
    whole = isinstance(default, int)
    if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
        raise SettingsError(f"{where} is {value!r}; write a {'whole ' if whole else ''}number.")
    if not bounds.least <= value <= bounds.most:
        raise SettingsError(f"{where} is {value}; write a number from {bounds.least:g} to {bounds.most:g}.")
    return value


def _table(where: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise SettingsError(f"{where} must be a table; write it on a line of its own, and its keys below.")
    return dict(value)


def _checked(where: str, value: object, kind: type, wanted: str) -> Any:
    if not isinstance(value, kind):
        raise SettingsError(f"{where} is {value!r}; write {wanted}.")
    return value


def _hours(where: str, table: dict[str, Any], otherwise: BusinessHours) -> BusinessHours:
    readers: dict[str, Callable[[str, object], object]] = {
        "start": _clock,
        "end": _clock,
        "days": _days,
        "holidays": _holidays,
    }
    for key in table:
        if key not in readers:
            raise SettingsError(f"{where} {key} is unknown; it takes {', '.join(readers)}.")
    told = {key: readers[key](f"{where} {key}", value) for key, value in table.items()}
    try:
        return BusinessHours(
            start=told.get("start", otherwise.start),  # type: ignore[arg-type] # what `_clock` returns
            end=told.get("end", otherwise.end),  # type: ignore[arg-type] # what `_clock` returns
            weekdays=told.get("days", otherwise.weekdays),  # type: ignore[arg-type] # what `_days` returns
            holidays=told.get("holidays", otherwise.holidays),  # type: ignore[arg-type] # what `_holidays` returns
            time_zone=otherwise.time_zone,
        )
    except ValueError as error:
        raise SettingsError(f"{where}: {error}.") from error


def _clock(where: str, value: object) -> time:
    if isinstance(value, time):
        return value
    try:
        return datetime.strptime(str(value), "%H:%M").time()  # noqa: DTZ007 - a time of the day has no zone
    except ValueError as error:
        raise SettingsError(f'{where} is {value!r}; write a time such as "09:00".') from error


def _days(where: str, value: object) -> tuple[int, ...]:
    if not isinstance(value, list) or not value or any(day not in WEEKDAYS for day in value):
        raise SettingsError(f"{where} is {value!r}; write a list of {', '.join(WEEKDAYS)}.")
    return tuple(sorted({WEEKDAYS.index(day) for day in value}))


def _holidays(where: str, value: object) -> frozenset[date]:
    found = set()
    for day in value if isinstance(value, list) else [value]:
        try:
            found.add(day if type(day) is date else date.fromisoformat(str(day)))
        except ValueError as error:
            raise SettingsError(f'{where} holds {day!r}; write dates such as "2026-12-25".') from error
    return frozenset(found)
