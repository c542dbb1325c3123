from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from integration.model import Role
from tests.unit.thinking_samples import START, comment, history, later, ref, ticket
from workers import context, effort
from workers.hours import BusinessHours
from workers.rules import Rules

MADRID = ZoneInfo("Europe/Madrid")
CHRISTMAS = BusinessHours(holidays=frozenset({date(2026, 12, 25)}))


def local(day, hour, minute=0, month=12):
    return datetime(2026, month, day, hour, minute, tzinfo=MADRID)


def test_working_days_leave_out_the_weekend_and_holidays():
    assert BusinessHours().add_working_days(date(2026, 11, 20), 1) == date(2026, 11, 23)
    assert BusinessHours().add_working_days(date(2026, 11, 21), 1) == date(2026, 11, 23)
    assert CHRISTMAS.add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 28)


def test_a_team_that_works_on_saturday_counts_it():
    assert BusinessHours(weekdays=(0, 1, 2, 3, 4, 5)).add_working_days(date(2026, 11, 20), 1) == date(2026, 11, 21)


def test_the_day_that_closes_next():
    assert CHRISTMAS.closing_day(local(24, 17, 59)) == date(2026, 12, 24)
    assert CHRISTMAS.closing_day(local(24, 18)) == date(2026, 12, 28)


def test_working_time_runs_only_while_the_team_works():
    hours = timedelta(hours=1)
    assert CHRISTMAS.add_working_time(local(23, 10), 2 * hours) == local(23, 12)
    assert CHRISTMAS.add_working_time(local(24, 17), 2 * hours) == local(28, 10)
    assert CHRISTMAS.add_working_time(local(24, 7), 9 * hours) == local(24, 18)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"start": time(18), "end": time(9)}, "before they start"),
        ({"weekdays": ()}, "at least one day"),
        ({"weekdays": (7,)}, "at least one day"),
        ({"holidays": frozenset({datetime(2026, 12, 25, tzinfo=MADRID)})}, "without a time"),
        ({"time_zone": "Mars/Olympus"}, "no IANA time zone"),
    ],
)
def test_hours_that_cannot_be_are_refused(values, said):
    with pytest.raises(ValueError, match=said):
        BusinessHours(**values)


def test_a_promise_by_close_of_business_means_the_teams_own_day():
    said = comment("You will have our answer by close of business.", Role.AGENT, ticket=ref("a"))
    rules = Rules(hours=BusinessHours(end=time(16)), team_hours={"Billing": BusinessHours(end=time(15))})
    settings = context.ThinkingSettings("Europe/Madrid", rules)
    for team, hour in (("Billing", 15), ("Repairs", 16), (None, 16)):
        made = context.build(history(ticket("a", group=team), said), START, settings)
        (promise,) = made.reading(said).promises
        assert promise.due.astimezone(MADRID) == local(18, hour, month=11)


def test_a_wait_counts_the_hours_of_the_team_that_lets_wait():
    asked = comment("Where is my order KL-20418? It has not come.", ticket=ref("a"))
    rules = Rules(team_hours={"Night desk": BusinessHours(start=time(20), end=time(23))})
    settings = context.ThinkingSettings("Europe/Madrid", rules)
    worked = {}
    for team in ("Night desk", "Billing"):
        made = context.build(history(ticket("a", group=team), asked), later(days=2), settings)
        worked[team] = made.view(ref("a")).worked(START, later(days=2)) / timedelta(hours=1)
    assert worked == {"Night desk": 6, "Billing": 18}


def test_effort_counts_each_tickets_waits_by_the_hours_of_its_own_team():
    # the same silence on the same two tickets; only whose hours they are differs
    always = Rules(team_hours={"Night desk": BusinessHours(start=time(0), end=time(23, 59), weekdays=tuple(range(7)))})
    parts = (
        ticket("a", subject="Order KL-20418", group="Night desk"),
        comment("Where is my order KL-20418? It has not come.", ticket=ref("a")),
        comment("It is on its way.", Role.AGENT, later(days=6), ref("a")),
        ticket("b", later(days=7), subject="Order KL-20418", group="Billing"),
        comment("Order KL-20418 is still not here. Where is it?", at=later(days=7), ticket=ref("b")),
    )
    efforts = []
    for rules in (Rules(), always):
        made = context.build(history(*parts), later(days=7, hours=1), context.ThinkingSettings("Europe/Madrid", rules))
        efforts.append(effort.of(made.view(ref("b")), (), made.now))
    assert [sum(count for part, _, count in found.parts if part == "waits") for found in efforts] == [3, 5]
