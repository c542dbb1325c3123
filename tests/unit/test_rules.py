"""The rules file: what it says holds, what it leaves out has its default, and an error names place and remedy."""

import re
from dataclasses import replace
from datetime import date, time

import pytest

from integration.errors import SettingsError
from integration.model import Severity
from tests.unit.thinking_samples import history, later, ref, story
from workers import context, flags, rules
from workers.flags import MODULES, left_waiting, repeat_contact
from workers.rules import Rules


def read(text):
    return rules.read(text, MODULES)


def test_the_template_changes_nothing():
    assert rules.spell(read(rules.template(MODULES)), MODULES) == rules.spell(Rules(), MODULES)


def test_the_template_holds_every_key_and_each_can_be_set_as_it_stands_there():
    text = re.sub(r"^# (?=[a-z_]+ = |\[)", "", rules.template(MODULES), flags=re.MULTILINE)
    spelled = rules.spell(replace(read(text), team_hours={}), MODULES)
    shown = re.findall(r"^(?:\[(\w+)\]|(\w+) = )", text, re.MULTILINE)
    where, keys = "", set()
    for table, key in shown:
        where = table or where
        if key:
            keys.add(f"[{where}] {key}")
    assert keys == set(spelled)
    unset = {key: value for key, value in rules.spell(Rules(), MODULES).items() if not key.endswith("severity")}
    assert unset.items() <= spelled.items()


def test_what_the_file_says_holds_and_the_rest_has_its_default():
    found = read(
        '[left_waiting]\non = false\n[repeat_contact]\nseverity = "low"\nconfidence = 0.9\nhigh_from = 5\n'
        '[hours]\nend = "17:00"\nholidays = ["2026-12-25", 2027-01-01]\n'
        '[hours.teams."Night desk"]\nstart = "14:00"\nend = 22:30:00\ndays = ["sun", "sat"]\n'
    )
    assert not found.of("left_waiting").on
    repeat = found.of("repeat_contact")
    assert (repeat.on, repeat.severity, repeat.confidence) == (True, Severity.LOW, 0.9)
    assert found.limits[repeat_contact.Limits] == repeat_contact.Limits(within_days=30, high_from=5)
    assert found.limits[left_waiting.Limits] == left_waiting.Limits()
    assert (found.hours.start, found.hours.end) == (time(9), time(17))
    assert found.hours.holidays == {date(2026, 12, 25), date(2027, 1, 1)}
    night = found.team_hours["Night desk"]
    assert (night.start, night.end, night.weekdays) == (time(14), time(22, 30), (5, 6))
    assert night.holidays == found.hours.holidays


def test_the_flags_that_are_off_are_told():
    spelled = rules.spell(read("[rushed]\non = false\n[left_waiting]\non = false\n"), MODULES)
    assert rules.switched_off(spelled) == ["left_waiting", "rushed"]
    assert rules.switched_off(rules.spell(Rules(), MODULES)) == []


def stated(text):
    """Return the flags that the story's second ticket carries under these rules."""
    made = context.build(history(*story()), later(days=9), context.ThinkingSettings(rules=read(text)))
    return {flag.kind: flag for flag in flags.assess(made, ref("b", "salesforce:a"), made.now)}


def test_a_flag_is_not_stated_once_it_is_off_or_too_uncertain_and_is_as_severe_as_the_rules_say():
    usual = stated("")["repeat_contact"]
    assert usual.severity is Severity.MEDIUM
    assert stated('[repeat_contact]\nseverity = "high"')["repeat_contact"].severity is Severity.HIGH
    assert "repeat_contact" not in stated("[repeat_contact]\non = false")
    assert "repeat_contact" in stated(f"[repeat_contact]\nconfidence = {usual.confidence}")
    assert "repeat_contact" not in stated(f"[repeat_contact]\nconfidence = {usual.confidence + 0.01}")
    assert "repeat_contact" not in stated("[repeat_contact]\nwithin_days = 3")


WRONG = [
    ("[rushed\n", "line 1", "mend that line, `sidelight rules` shows"),
    ("on = false\n", "on stands in no table", "move it below the line of the table"),
    ("rushed = false\n", "rushed stands in no table", "move it"),
    ("[rusched]\non = false", "the table [rusched]", "write [rushed], or one of [hours], [promise_overdue]"),
    ("[rushed]\noff = true", "[rushed] off is unknown", "write one of on, severity, confidence, most_replies"),
    ("[rushed]\nmost_reply = 1", "[rushed] most_reply is unknown", "write most_replies, or one of on, severity"),
    ("[rushed]\non = 0", "[rushed] on is 0", "write true or false, without quotes"),
    ('[rushed]\non = "false"', '[rushed] on is "false"', "write true or false, without quotes"),
    ('[rushed]\nseverity = "loud"', '[rushed] severity is "loud"', 'write "low", "medium" or "high"'),
    ("[rushed]\nseverity = []", "[rushed] severity is []", 'write "low", "medium" or "high"'),
    ("[rushed]\nconfidence = 90", "[rushed] confidence is 90", "write a number from 0 to 1"),
    ("[asked_again]\nconfidence = 0.5", "[asked_again] confidence is 0.5", "write a number from 0.7 to 1"),
    ("[rushed]\nmost_replies = 2.5", "[rushed] most_replies is 2.5", "write a whole number from 1 to 10"),
    ("[rushed]\nmost_replies = true", "[rushed] most_replies is true", "write a whole number from 1 to 10"),
    ("[rushed]\nmost_replies = 11", "[rushed] most_replies is 11", "write a whole number from 1 to 10"),
    ('[rushed]\nusual_minutes = "30"', '[rushed] usual_minutes is "30"', "write a number from 1 to 1440"),
    ("[rushed]\nusual_minutes = nan", "[rushed] usual_minutes is nan", "write a number from 1 to 1440"),
    ("[[rushed]]\non = false", "rushed stands in no table", "move it"),
    ('[hours]\nstart = "9"', '[hours] start is "9"', 'write a time from "00:00" to "23:59"'),
    ('[hours]\nend = "24:00"', '[hours] end is "24:00"', 'write a time from "00:00" to "23:59"'),
    ('[hours]\nstart = "18:00"', "[hours] end is 18:00 and start 18:00", "write an end later on the same day"),
    ('[hours]\ndays = "mon"', '[hours] days is "mon"', "write a list of mon, tue"),
    ('[hours]\ndays = ["monday"]', "[hours] days is", "write a list of mon, tue"),
    ("[hours]\ndays = []", "[hours] days is []", "write a list of mon, tue"),
    ('[hours]\nholidays = "2026-12-25"', '[hours] holidays is "2026-12-25"', "write a list of dates"),
    ('[hours]\nholidays = ["25.12."]', '[hours] holidays holds "25.12."', 'write dates such as "2026-12-25"'),
    ("[hours]\nholidays = [2026-12-25T10:00:00]", "[hours] holidays holds", 'write dates such as "2026-12-25"'),
    ("[hours]\nzone = 1", "[hours] zone is unknown", "write one of start, end, days, holidays, teams"),
    ("[hours]\nteams = 1", "[hours.teams] is 1", "make it a table"),
    ('[hours.teams]\nBilling = "9-17"', '[hours.teams."Billing"] is "9-17"', "make it a table"),
    (
        '[hours.teams."Billing"]\nopen = "09:00"',
        '[hours.teams."Billing"] open is unknown',
        "write one of start, end, days, holidays.",
    ),
]


@pytest.mark.parametrize(("text", "names", "remedy"), WRONG, ids=[text for text, _, _ in WRONG])
def test_what_is_wrong_is_named_by_table_and_key_with_its_remedy(text, names, remedy):
    with pytest.raises(SettingsError) as raised:
        read(text)
    says = str(raised.value)
    assert names in says
    assert remedy in says
    assert says.endswith(".")
    assert "\n" not in says


def test_a_long_wrong_value_is_not_repeated_in_full():
    with pytest.raises(SettingsError) as raised:
        read(f'[rushed]\non = "{"x" * 5000}"')
    assert len(str(raised.value)) < 200
