from datetime import date

import pytest

from tests.unit.thinking_samples import START
from workers import cleaning, moments


def when(text):
    moment = moments.find(cleaning.fold(text), START, "Europe/London")
    return moment.due.strftime("%Y-%m-%d %H:%M") if moment else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 2026-12-01", "2026-12-01 23:59"),
        ("am 24.11.", "2026-11-24 23:59"),
        ("le 24/11/2026", "2026-11-24 23:59"),
        ("on January 5", "2027-01-05 23:59"),
        ("next Friday", "2026-11-27 23:59"),
        ("on Wednesday", "2026-11-25 23:59"),
        ("by the end of the week", "2026-11-22 23:59"),
        ("by the end of the month", "2026-11-30 23:59"),
        ("in two to three days", "2026-11-21 23:59"),
        ("in 10 minutes", "2026-11-18 10:10"),
        ("pasado mañana", "2026-11-20 23:59"),
        ("übermorgen", "2026-11-20 23:59"),
        ("dopodomani", "2026-11-20 23:59"),
    ],
)
def test_where_words_leave_room_the_latest_reading_counts(text, expected):
    assert when(text) == expected


@pytest.mark.parametrize(
    "text", ["", "soon", "on 2 November 2026", "Friday 13 November", "on 45.13.", "guten Morgen", "version 7.2", "at 9"]
)
def test_what_names_no_time_to_come_is_none(text):
    assert when(text) is None


def test_working_days_leave_out_the_weekend():
    assert moments.add_working_days(date(2026, 11, 20), 1) == date(2026, 11, 23)
    assert moments.add_working_days(date(2026, 11, 21), 1) == date(2026, 11, 23)
