"""Each line of test_moments.txt is a behaviour: these words, said then and there, are due then."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.unit.thinking_samples import START
from workers import folding, moments
from workers.hours import BusinessHours
from workers.words import LANGUAGES

HOLIDAYS = frozenset({date(2026, 12, 25), date(2026, 12, 28)})
LINES = [
    tuple(part.strip() for part in line.split("|"))
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def due(words, said=START, zone="Europe/London", hours=None, language="en"):
    folded = folding.fold(words)
    found = moments.find(folded, said, zone, hours or BusinessHours(holidays=HOLIDAYS), language)
    latest = max((m.due for m in found), default=None)
    return latest.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M") if latest else "none"


@pytest.mark.parametrize(
    ("language", "said", "zone", "words", "expected"), LINES, ids=[f"{x[0]} {x[3]}" for x in LINES]
)
def test_words_are_due_when_the_table_says(language, said, zone, words, expected):
    at = datetime.strptime(said, "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    assert due(words, at, zone, language=language) == expected


def test_the_table_holds_every_language():
    counts = {language: sum(1 for line in LINES if line[0] == language) for language in LANGUAGES}
    assert min(counts.values()) >= 25
    assert len(LINES) >= 150


def test_the_cheap_question_loses_nothing():
    lost = [
        words
        for _, _, _, words, expected in LINES
        if expected != "none" and not moments.may_name_a_time(folding.fold(words))
    ]
    assert lost == []


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "on 45.13.",
        "version 7.2",
        "at 9",
        "invoice 4711",
        "it's a second attempt",
        "we have 3 items",
        "may I help?",
    ],
)
def test_what_names_no_time_to_come_is_none(words):
    assert due(words) == "none"


def test_the_close_of_business_is_the_teams_own_and_tomorrow_is_the_customers():
    team = BusinessHours(time_zone="Europe/Madrid")
    assert due("by close of business", zone="America/New_York", hours=team) == "2026-11-18 12:00"
    assert due("tomorrow at ten", zone="America/New_York", hours=team) == "2026-11-19 10:00"


def test_an_hour_that_comes_twice_is_the_later_one():
    night = datetime(2026, 10, 24, 20, tzinfo=UTC)
    (found,) = moments.find("tomorrow at 1:30 am", night, "Europe/London")
    assert found.due == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_two_times_that_belong_to_different_words_stay_apart():
    found = moments.find(
        "i spoke to them today and hope they will have written to you by friday", START, "Europe/London"
    )
    assert [m.due.day for m in found] == [18, 20]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("le 24", "2026-11-24 23:59"),
        ("avant le 24", "2026-11-24 23:59"),
        ("domani entro le 17", "2026-11-19 17:00"),
        ("venerdì tra le 10 e le 12", "2026-11-20 12:00"),
        ("oggi verso le 15", "2026-11-18 15:00"),
    ],
)
def test_where_the_language_is_unknown_a_number_by_a_named_day_is_its_hour(words, expected):
    assert due(words, language=None) == expected
