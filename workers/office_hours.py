"""The tables [hours] and [hours.teams."NAME"] of the rules file: when the team works, and who works otherwise."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any, Final

from integration.errors import SettingsError
from workers.hours import BusinessHours
from workers.toml_tables import refuse_unknown, show, table

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""What `days` may hold, in the order of `datetime.weekday`."""

KEYS: Final = ("start", "end", "days", "holidays")

TEMPLATE: Final = """\
[hours]
# When the team works, in the time zone of SIDELIGHT_TIME_ZONE. Waits and promises count these hours.
# start = "09:00"
# end = "18:00"
# days = ["mon", "tue", "wed", "thu", "fri"]
# holidays = []  # dates such as "2026-12-25" on which nobody works

# A team with hours of its own, by its name in the helpdesk; what it leaves out is as above:
# [hours.teams."Night desk"]
# start = "14:00"
# end = "23:59"
"""


def read(value: object) -> tuple[BusinessHours, Mapping[str, BusinessHours]]:
    """
    Return the general hours, and those of teams by name, that the table [hours] holds.

    Raises:
        SettingsError: names table and key, what is wrong and what to write.
    """
    found = table("[hours]", value)
    teams = table("[hours.teams]", found.pop("teams", {}))
    general = _hours("[hours]", found, BusinessHours())
    named = {team: (f'[hours.teams."{team}"]', of) for team, of in teams.items()}
    return general, {team: _hours(where, table(where, of), general) for team, (where, of) in named.items()}


def spell(hours: BusinessHours) -> dict[str, str]:
    """Return hours as the file spells them, by key."""
    return {
        "start": f"{hours.start:%H:%M}",
        "end": f"{hours.end:%H:%M}",
        "days": ", ".join(WEEKDAYS[day] for day in hours.weekdays),
        "holidays": ", ".join(day.isoformat() for day in sorted(hours.holidays)) or "none",
    }


def _hours(where: str, found: Mapping[str, Any], otherwise: BusinessHours) -> BusinessHours:
    refuse_unknown(where, found, (*KEYS, "teams") if where == "[hours]" else KEYS)
    start = _clock(f"{where} start", found["start"]) if "start" in found else otherwise.start
    end = _clock(f"{where} end", found["end"]) if "end" in found else otherwise.end
    if start >= end:
        raise SettingsError(f"{where} end is {end:%H:%M} and start {start:%H:%M}; write an end later on the same day.")
    return replace(
        otherwise,
        start=start,
        end=end,
        weekdays=_days(f"{where} days", found["days"]) if "days" in found else otherwise.weekdays,
        holidays=_holidays(f"{where} holidays", found["holidays"]) if "holidays" in found else otherwise.holidays,
    )


def _clock(where: str, value: object) -> time:
    if isinstance(value, time):
        return value
    try:
        return datetime.strptime(str(value), "%H:%M").time()  # noqa: DTZ007 - a time of the day has no zone
    except ValueError as error:
        raise SettingsError(f'{where} is {show(value)}; write a time from "00:00" to "23:59".') from error


def _days(where: str, value: object) -> tuple[int, ...]:
    if not isinstance(value, list) or not value or any(day not in WEEKDAYS for day in value):
        raise SettingsError(f"{where} is {show(value)}; write a list of {', '.join(WEEKDAYS)}.")
    return tuple(sorted({WEEKDAYS.index(day) for day in value}))


def _holidays(where: str, value: object) -> frozenset[date]:
    if not isinstance(value, list):
        raise SettingsError(f'{where} is {show(value)}; write a list of dates such as ["2026-12-25"].')
    found = set()
    for day in value:
        try:
            found.add(day if type(day) is date else date.fromisoformat(str(day)))
        except ValueError as error:
            raise SettingsError(f'{where} holds {show(day)}; write dates such as "2026-12-25".') from error
    return frozenset(found)
