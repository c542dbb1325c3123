"""
The admin's rules: which flags are stated, how loudly, from which confidence on and with which limits; and office hours.

One commented TOML file; what it leaves out has its default. `template` writes a file with every default in it, `read`
reads one and refuses what is wrong with table, key and remedy, `spell` tells what is in force, key by key.
"""

import functools
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from types import ModuleType
from typing import Any, Final

from integration.errors import SettingsError
from integration.model import Severity
from workers import office_hours
from workers.hours import BusinessHours
from workers.limits import Bounds, bounds_of
from workers.toml_tables import choice, parse, refuse_other_tables, refuse_unknown, show, table

COMMAND: Final = "sidelight rules"
OWN_KEYS: Final = ("on", "severity", "confidence")
_OFF: Final = ("] on", "false")

_HEADER: Final = """\
# Sidelight's rules. Take a # away and change what stands behind it; what is left out has its default, as shown.
# `sidelight rules --check` tells whether it is right. A change is seen within seconds, by all that runs.
"""


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
    found = parse(text, COMMAND)
    refuse_other_tables(found, ("hours", *modules))
    hours, team_hours = office_hours.read(found.pop("hours", {}))
    flags = {kind: _rule(kind, table(f"[{kind}]", found.get(kind, {})), of) for kind, of in modules.items()}
    return Rules(flags, hours, team_hours)


def template(modules: Modules) -> str:
    """Return a file with every rule at its default, each with a comment; reading it changes nothing."""
    parts = [_HEADER, office_hours.TEMPLATE]
    for kind, module in modules.items():
        least = _least_confidence(module)
        lines = [
            f"[{kind}]",
            "# on = true  # false: it is never stated, and goes from the tickets",
            '# severity = "medium"  # "low", "medium" or "high"; without it, the flag\'s own',
            f"# confidence = {least}  # what is less certain is not said; {least:g} to 1",
        ]
        lines += [
            f"# {name} = {default}  # {bounds.says}; {bounds.least:g} to {bounds.most:g}"
            for name, (default, bounds) in numbers(module).items()
        ]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def spell(rules: Rules, modules: Modules) -> dict[str, str]:
    """Return everything that is in force, defaults too, by table and key: `{"[rushed] most_replies": "2"}`."""
    tables = {"[hours]": office_hours.spell(rules.hours)}
    tables |= {f'[hours.teams."{team}"]': office_hours.spell(of) for team, of in sorted(rules.team_hours.items())}
    for kind, module in modules.items():
        rule = rules.of(kind)
        limits = rule.limits or (module.Limits() if numbers(module) else None)
        tables[f"[{kind}]"] = {
            "on": str(rule.on).lower(),
            "severity": rule.severity.value if rule.severity is not None else "its own",
            "confidence": f"{max(rule.confidence, _least_confidence(module)):g}",
            **({name: f"{value:g}" for name, value in asdict(limits).items()} if limits is not None else {}),
        }
    return {f"{where} {key}": value for where, keys in tables.items() for key, value in keys.items()}


def switched_off(spelled: Mapping[str, str]) -> list[str]:
    """Return the flags that are off, of rules as `spell` tells them."""
    return [key.removesuffix("] on").removeprefix("[") for key, value in spelled.items() if (key[-4:], value) == _OFF]


def numbers(module: ModuleType) -> dict[str, tuple[float, Bounds]]:
    """Return default and bounds of each number that an admin may set of a flag, by name."""
    limits = getattr(module, "Limits", None)
    return bounds_of(limits) if limits is not None else {}


def _least_confidence(module: ModuleType) -> float:
    """Return what a flag holds to in any case: a lower confidence would change nothing."""
    return float(getattr(module, "THRESHOLD", 0.0))


def _rule(kind: str, found: Mapping[str, Any], module: ModuleType) -> Rule:
    known = numbers(module)
    refuse_unknown(f"[{kind}]", found, (*OWN_KEYS, *known))
    on = found.get("on", True)
    if not isinstance(on, bool):
        raise SettingsError(f"[{kind}] on is {show(on)}; write true or false, without quotes.")
    severity = None
    if "severity" in found:
        severity = Severity(choice(f"[{kind}] severity", found["severity"], [s.value for s in Severity]))
    confidence = 0.0
    if "confidence" in found:
        bounds = Bounds(_least_confidence(module), 1, "")
        confidence = _number(f"[{kind}] confidence", found["confidence"], 0.0, bounds)
    told = {name: _number(f"[{kind}] {name}", found[name], *known[name]) for name in known if name in found}
    return Rule(on, severity, confidence, module.Limits(**told) if known else None)


def _number(where: str, value: object, default: float, bounds: Bounds) -> float:
    whole = isinstance(default, int)
    fits = not isinstance(value, bool) and isinstance(value, int if whole else int | float)
    # the second half: `nan` is a number to TOML, and within no bounds
    if not fits or not bounds.least <= value <= bounds.most:  # type: ignore[operator] # it is a number where it fits
        kind = "whole number" if whole else "number"
        raise SettingsError(f"{where} is {show(value)}; write a {kind} from {bounds.least:g} to {bounds.most:g}.")
    return value  # type: ignore[return-value] # it is a number
