"""Our share of an account's rate limit, and the places in a stream of tickets."""

from datetime import UTC, datetime, timedelta

import pytest

from integration.connectors.zendesk.cursors import TicketCursor
from integration.connectors.zendesk.limits import RateShare
from integration.errors import ConnectorError, CursorExpiredError

START = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Clock:
    def __init__(self):
        self.now = START

    def __call__(self):
        return self.now


def headers(remaining, reset_s="41", limit="400"):
    found = {"x-rate-limit": limit, "x-rate-limit-remaining": str(remaining)}
    return found | ({"ratelimit-reset": reset_s} if reset_s else {})


def test_before_the_first_answer_nothing_is_held_back():
    RateShare(0.3, Clock()).require(live=False)


def test_bulk_stops_where_its_share_ends_and_says_until_when():
    share = RateShare(0.3, Clock())
    share.observe(headers(280))
    share.require(live=False)
    share.observe(headers(279))
    with pytest.raises(ConnectorError) as caught:
        share.require(live=False)
    assert caught.value.retry_after_s == 41
    assert not caught.value.permanent


def test_live_calls_have_twice_the_share():
    share = RateShare(0.3, Clock())
    share.observe(headers(160))
    share.require(live=True)
    share.observe(headers(159))
    with pytest.raises(ConnectorError):
        share.require(live=True)


def test_a_large_share_still_stops_before_nothing_is_left():
    share = RateShare(1.0, Clock())
    share.observe(headers(1))
    share.require(live=False)
    share.observe(headers(0))
    with pytest.raises(ConnectorError):
        share.require(live=True)


def test_after_the_window_it_goes_on():
    clock = Clock()
    share = RateShare(0.3, clock)
    share.observe(headers(0))
    clock.now = START + timedelta(seconds=41)
    share.require(live=False)


def test_without_a_reset_the_window_is_a_minute():
    share = RateShare(0.3, Clock())
    share.observe(headers(0, reset_s=None))
    with pytest.raises(ConnectorError) as caught:
        share.require(live=False)
    assert caught.value.retry_after_s == 60


def test_the_headers_of_2023_are_read_too():
    share = RateShare(0.3, Clock())
    share.observe({"rate-limit-limit": "400", "rate-limit-remaining": "10", "rate-limit-reset": "7"})
    with pytest.raises(ConnectorError) as caught:
        share.require(live=False)
    assert caught.value.retry_after_s == 7


def test_an_answer_without_rate_headers_changes_nothing():
    share = RateShare(0.3, Clock())
    share.observe(headers(0))
    share.observe({"content-type": "application/json"})
    with pytest.raises(ConnectorError):
        share.require(live=False)


def test_a_pause_that_was_asked_for_is_kept():
    clock = Clock()
    share = RateShare(0.3, clock)
    share.pause(30)
    with pytest.raises(ConnectorError) as caught:
        share.require(live=True)
    assert caught.value.retry_after_s == 30
    clock.now = START + timedelta(seconds=30)
    share.require(live=True)


@pytest.mark.parametrize("share", [0, -1, 1.1])
def test_a_share_that_is_none_is_refused(share):
    with pytest.raises(ValueError, match="share"):
        RateShare(share, Clock())


@pytest.mark.parametrize(
    "cursor",
    [
        TicketCursor("MTU3NjYxMzUzOS4wfHw0Njd8"),
        TicketCursor("a+b/c==&=?", small=True),
        TicketCursor("x", after=(1576613539, 467)),
        TicketCursor(None, 1, small=True, after=(0, 1)),
    ],
)
def test_a_cursor_reads_what_it_wrote(cursor):
    assert TicketCursor.parse(str(cursor)) == cursor


def test_no_cursor_is_the_start():
    assert TicketCursor.parse(None) == TicketCursor()


@pytest.mark.parametrize("text", ["nonsense", "c=x&after=1.y", "s=yesterday"])
def test_a_cursor_that_cannot_be_read_starts_the_stream_again(text):
    with pytest.raises(CursorExpiredError):
        TicketCursor.parse(text)


def test_rows_up_to_the_cut_are_passed_over_and_a_ticket_that_moved_on_is_not():
    cursor = TicketCursor("x", after=(100, 5))
    assert cursor.has_passed({"id": 9, "generated_timestamp": 99})
    assert cursor.has_passed({"id": 5, "generated_timestamp": 100})
    assert not cursor.has_passed({"id": 6, "generated_timestamp": 100})
    assert not cursor.has_passed({"id": 5, "generated_timestamp": 101})
