"""Where an export goes on: written and read back, and one more look at what may come late."""

import pytest

from integration.connectors.zendesk.cursors import OVERLAP_S, ExportCursor
from integration.connectors.zendesk.mapping import TicketRow
from integration.errors import CursorExpiredError

NOW_S = 1_800_000_000


@pytest.mark.parametrize(
    "cursor",
    [
        ExportCursor("MTU3NjYxMzUzOS4wfHw0Njd8"),
        ExportCursor("a+b/c==&=?", small=True),
        ExportCursor("x", after=(1576613539, 467)),
        ExportCursor(None, 1, small=True, after=(0, 1)),
        ExportCursor("x", newest_s=7, ended=True, look_until_s=NOW_S),
        ExportCursor(None, 5, newest_s=7, last_look=True),
    ],
)
def test_a_place_is_read_as_it_was_written(cursor):
    assert ExportCursor.parse(str(cursor)) == cursor


def test_nothing_is_the_start():
    assert ExportCursor.parse(None).begin(NOW_S, 42).start_s == 42


@pytest.mark.parametrize("text", ["nonsense", "MTU3NjYxMzUzOS4wfHw0Njd8", "after=x.y", "c=x&after=1.y", "n=5&e=1"])
def test_what_is_no_place_starts_again(text):
    with pytest.raises(CursorExpiredError):
        ExportCursor.parse(text)


def test_rows_up_to_where_a_page_was_cut_are_passed_over():
    cursor = ExportCursor("x", after=(100, 5))
    places = [(99, 9), (100, 4), (100, 5), (100, 6), (101, 1)]
    rows = [TicketRow(id=ticket_id, generated_timestamp=stamp) for stamp, ticket_id in places]
    assert [ExportCursor.place(row) for row in cursor.left(rows)] == [(100, 6), (101, 1)]


def ended(newest_s=NOW_S - 300, now_s=NOW_S):
    """A place at the end of an export, that was reached with new rows."""
    return ExportCursor("x").begin(now_s, 1).advance(now_s, newest_s, vendor="y", ended=True)


def test_after_an_end_the_minute_before_it_is_read_again():
    begun = ended().begin(NOW_S + 5, 1)
    assert (begun.vendor, begun.start_s) == (None, NOW_S - 300 - OVERLAP_S)


def test_it_is_read_again_until_nothing_can_come_there_any_more():
    place, looks = ended(), []
    for now_s in range(NOW_S, NOW_S + 200, 20):
        begun = place.begin(now_s, 1)
        looks.append(begun.vendor is None)
        place = begun.advance(now_s, NOW_S - 300, vendor="y", ended=True)
    assert looks == [True] * 4 + [False] * 6


def test_one_look_is_enough_where_it_comes_late_enough():
    begun = ended().begin(NOW_S + OVERLAP_S, 1)
    again = begun.advance(NOW_S + OVERLAP_S, 0, vendor="y", ended=True).begin(NOW_S + 100, 1)
    assert (begun.vendor, again.vendor) == (None, "y")


def test_a_look_of_several_pages_is_over_with_the_last_of_them():
    begun = ended().begin(NOW_S + 90, 1)
    middle = begun.advance(NOW_S + 90, 0, vendor="m", ended=False)
    assert middle.begin(NOW_S + 91, 1).vendor == "m"
    assert middle.begin(NOW_S + 91, 1).advance(NOW_S + 91, 0, vendor="y", ended=True).look_until_s is None


def test_what_is_newer_makes_another_look_due():
    begun = ended().begin(NOW_S + 90, 1)
    place = begun.advance(NOW_S + 90, NOW_S - 10, vendor="z", ended=True)
    assert place.begin(NOW_S + 95, 1).start_s == NOW_S - 10 - OVERLAP_S


def test_a_cursor_that_zendesk_forgot_becomes_a_time():
    assert ExportCursor("x").without_vendor() is None
    replaced = ExportCursor("x", newest_s=NOW_S).without_vendor()
    assert (replaced.vendor, replaced.start_s) == (None, NOW_S - OVERLAP_S)
