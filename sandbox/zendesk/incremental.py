"""The incremental exports: by cursor for tickets and users, by time for these, organizations and ticket events."""

import base64
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import flask
import orjson

from sandbox.zendesk.answers import asked_includes, asked_number
from sandbox.zendesk.auth import need_admin
from sandbox.zendesk.errors import bad_request, not_found
from sandbox.zendesk.feeds import SECOND_HOLDS, EventFeed, Feed, Key, OrganizationFeed, TicketFeed, UserFeed
from sandbox.zendesk.state import Account

LARGEST_PAGE = 1000
SAMPLE = 50
WITHHELD_S = 60
_LAST_ID = 2**63


def incremental_blueprint(account: Account) -> flask.Blueprint:
    """Return the exports. They are for admins."""
    exports = flask.Blueprint("incremental", __name__, url_prefix="/api/v2/incremental")
    exports.before_request(need_admin)

    def feed(resource: str) -> Feed[Any]:
        match resource:
            case "tickets":
                return TicketFeed(account, hide_deleted=flask.request.args.get("exclude_deleted") == "true")
            case "users":
                return UserFeed(account)
            case "ticket_events":
                return EventFeed(account)
            case "organizations":
                return OrganizationFeed(account)
        raise not_found()

    @exports.get("/<any(tickets, users):resource>/cursor")
    def by_cursor(resource: str) -> flask.Response:
        return _cursor_page(account, feed(resource))

    @exports.get("/<any(tickets, users, organizations, ticket_events):resource>")
    def by_time(resource: str) -> flask.Response:
        return _time_page(account, feed(resource), asked_number("per_page", LARGEST_PAGE, 1, LARGEST_PAGE))

    @exports.get("/<any(tickets, users, organizations, ticket_events):resource>/sample")
    def sample(resource: str) -> flask.Response:
        return _time_page(account, feed(resource), SAMPLE)

    return exports


def _newest(account: Account) -> int:
    """Return the last second that exports show: what is younger than a minute is held back."""
    return int((account.clock() - timedelta(seconds=WITHHELD_S)).timestamp())


def _start_time(account: Account) -> int:
    text = flask.request.args.get("start_time")
    if text is None:
        raise bad_request("MissingParameter", "start_time is required")
    try:
        start = int(float(text))
    except (ValueError, OverflowError) as error:
        raise bad_request("InvalidValue", "start_time must be a Unix time") from error
    if start > account.clock().timestamp() - WITHHELD_S:
        words = f"Too recent start_time. Use a start_time older than {WITHHELD_S} seconds"
        raise bad_request("StartTimeTooRecent", words)
    return start


def _cursor_page(account: Account, feed: Feed[Any]) -> flask.Response:
    cursor = flask.request.args.get("cursor")
    after = read_cursor(cursor) if cursor else (_start_time(account), -1)
    size = asked_number("per_page", LARGEST_PAGE, 1, LARGEST_PAGE)
    found = feed.read(after, _newest(account), size + 1)
    chosen = found[:size]
    told = write_cursor(chosen[-1][0]) if chosen else cursor
    rest = {
        "after_url": _address(account, cursor=told) if told else None,
        "after_cursor": told,
        "before_url": None,
        "before_cursor": None,
        "end_of_stream": len(found) <= size,
    }
    return _send(feed, chosen, rest)


def _time_page(account: Account, feed: Feed[Any], size: int) -> flask.Response:
    """
    Return one page of a time-based export.

    A page ends only between two seconds, so it may be longer than asked; and the next one starts in the second where
    this one ended, so it repeats that second's rows.
    """
    first, newest = _start_time(account), _newest(account)
    found = feed.read((first, -1), newest, size + SECOND_HOLDS)
    stop = min(size, len(found))
    if stop and stop < len(found):
        last = found[stop - 1][0][0]
        if found[-1][0][0] == last:
            # a second with more rows than were read: kept rows may share any number
            found = found[:stop] + feed.read(found[stop - 1][0], last, len(account.tickets) * SECOND_HOLDS)
        stop = sum(1 for pair in found if pair[0][0] <= last)
    chosen = found[:stop]
    end = chosen[-1][0][0] if chosen else first
    rest = {
        "count": len(chosen),
        "end_of_stream": not feed.read((end, _LAST_ID), newest, 1) if chosen else True,
        "end_time": end,
        "next_page": _address(account, start_time=str(end)),
    }
    return _send(feed, chosen, rest)


def _send(feed: Feed[Any], chosen: list[tuple[Key, Any]], rest: Mapping[str, Any]) -> flask.Response:
    lists = feed.render([row for _, row in chosen], asked_includes())
    parts = [b"%b:[%b]" % (orjson.dumps(name), b",".join(rows)) for name, rows in lists.items()]
    body = b"{%b,%b" % (b",".join(parts), orjson.dumps(rest)[1:])
    return flask.Response(body, content_type="application/json; charset=utf-8")


def write_cursor(key: Key) -> str:
    """Return the cursor that stands after the row with this key."""
    return base64.b64encode(f"{key[0]}.0||{key[1]}|".encode()).decode()


def read_cursor(cursor: str) -> Key:
    """
    Return the key that a cursor stands for.

    Raises:
        ApiError: it is no cursor.
    """
    try:
        moment, _, rest = base64.b64decode(cursor, validate=True).decode().partition("||")
        return int(float(moment)), int(rest.rstrip("|"))
    except ValueError as error:
        raise bad_request("InvalidCursor", "cursor is not valid") from error


def _address(account: Account, **changed: str) -> str:
    """Return the address of the next page: the call's own parameters, with the place where it goes on."""
    kept = {k: v for k, v in flask.request.args.items() if k not in ("cursor", "start_time")}
    return f"{account.options.address}{flask.request.path}.json?{urlencode({**changed, **kept})}"
