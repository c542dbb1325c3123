"""Reading one page ahead: pages in order, errors in their place, nothing on its way once it is closed."""

import threading
from contextlib import closing

import pytest

from integration.errors import ConnectorError
from integration.model import Page
from workers.ahead import read_ahead


class Stream:
    """Pages "1" to `count`; notes what is asked for, and whether two ask at once."""

    def __init__(self, count, broken=None):
        self.count, self.broken = count, broken
        self.asked, self.at_once = [], 0
        self.asking = threading.Semaphore(1)
        self.came = threading.Condition()

    def fetch(self, cursor):
        if not self.asking.acquire(blocking=False):
            self.at_once += 1
        number = int(cursor or 0) + 1
        with self.came:
            self.asked.append(cursor)
            self.came.notify_all()
        self.asking.release()
        if number == self.broken:
            raise ConnectorError("out of calls", retry_after_s=7)
        return Page(cursor=str(number), has_more=number < self.count)

    def wait_for(self, calls):
        with self.came:
            assert self.came.wait_for(lambda: len(self.asked) >= calls, timeout=10)


def never():
    return False


def test_pages_come_in_order_each_from_where_the_last_one_ended():
    stream = Stream(4)
    assert [page.cursor for page in read_ahead(stream.fetch, None, never)] == ["1", "2", "3", "4"]
    assert stream.asked == [None, "1", "2", "3"]
    assert stream.at_once == 0


def test_the_next_page_is_asked_for_while_the_former_is_in_hand_and_no_further_one():
    stream = Stream(9)
    with closing(read_ahead(stream.fetch, None, never)) as pages:
        next(pages)
        stream.wait_for(2)
        assert stream.asked == [None, "1"]


def test_an_error_comes_after_the_pages_before_it():
    stream, seen = Stream(9, broken=3), []
    with pytest.raises(ConnectorError, match="out of calls") as raised:
        seen.extend(page.cursor for page in read_ahead(stream.fetch, None, never))
    assert seen == ["1", "2"]
    assert raised.value.retry_after_s == 7


def test_when_the_time_is_up_nothing_further_is_asked_for():
    stream, over = Stream(9), [False, True]
    assert [page.cursor for page in read_ahead(stream.fetch, "4", lambda: over.pop(0))] == ["5", "6"]
    assert stream.asked == ["4", "5"]


def test_whoever_stops_at_a_page_leaves_nothing_on_its_way():
    stream, before = Stream(9), threading.active_count()
    with closing(read_ahead(stream.fetch, None, never)) as pages:
        next(pages)
    assert threading.active_count() == before
    assert stream.asked in ([None], [None, "1"])
