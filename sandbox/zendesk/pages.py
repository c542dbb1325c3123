"""Zendesk's two ways of paging: by cursor (`page[size]`) and by offset (`page`, `per_page`)."""

import base64
from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

import flask
import orjson

from sandbox.zendesk.errors import bad_request

Row = TypeVar("Row")
OFFSET_LIMIT = 10_000
PAGE_SIZE = 100


def page(
    rows: Sequence[Row],
    name: str,
    show: Callable[[Row], Any],
    address: str,
    *,
    cursor_only: bool = False,
) -> dict[str, Any]:
    """
    Return one page of `rows` as the call asks for it, under `name`, with its links.

    Cursors name a position, which is enough here: the lists that are paged only grow at their end. A page that is
    full says `has_more` even where nothing follows; the next one is then empty, with null cursors.
    """
    arguments = flask.request.args
    if cursor_only or any(key.startswith("page[") for key in arguments):
        return _by_cursor(rows, name, show, address)
    return _by_offset(rows, name, show, address)


def _by_cursor(rows: Sequence[Row], name: str, show: Callable[[Row], Any], address: str) -> dict[str, Any]:
    arguments = flask.request.args
    size = _number(arguments.get("page[size]"), PAGE_SIZE)
    if not 1 <= size <= PAGE_SIZE:
        raise bad_request("InvalidPaginationParameter", "page[size] must be between 1 and 100")
    after, before = arguments.get("page[after]"), arguments.get("page[before]")
    if before:
        stop = _read_position(before)
        start = max(0, stop - size)
    else:
        start = _read_position(after) if after else 0
        stop = start + size
    chosen = rows[start:stop]
    ahead = _position(start + len(chosen)) if chosen else None
    behind = _position(start) if chosen else None
    return {
        name: [show(row) for row in chosen],
        "meta": {"has_more": len(chosen) == size, "after_cursor": ahead, "before_cursor": behind},
        "links": {
            "prev": _link(address, "page[before]", behind) if behind else None,
            "next": _link(address, "page[after]", ahead) if ahead else None,
        },
    }


def _by_offset(rows: Sequence[Row], name: str, show: Callable[[Row], Any], address: str) -> dict[str, Any]:
    arguments = flask.request.args
    size = min(PAGE_SIZE, max(1, _number(arguments.get("per_page"), PAGE_SIZE)))
    number = max(1, _number(arguments.get("page"), 1))
    if number * size > OFFSET_LIMIT:
        raise bad_request(
            "InvalidPaginationDepth",
            "Pagination over 10000 records is not supported; use cursor pagination instead",
        )
    start = (number - 1) * size
    has_next = start + size < len(rows)
    return {
        name: [show(row) for row in rows[start : start + size]],
        "next_page": _numbered(address, number + 1, size) if has_next else None,
        "previous_page": _numbered(address, number - 1, size) if number > 1 else None,
        "count": len(rows),
    }


def _number(text: str | None, default: int) -> int:
    if text is None:
        return default
    try:
        return int(text)
    except ValueError as error:
        raise bad_request("InvalidPaginationParameter", "page must be a number") from error


def _position(index: int) -> str:
    return base64.b64encode(orjson.dumps({"o": "id", "v": str(index)})).decode()


def _read_position(cursor: str) -> int:
    try:
        return int(orjson.loads(base64.b64decode(cursor))["v"])
    except (ValueError, KeyError, TypeError) as error:
        raise bad_request("InvalidPaginationParameter", "page[after] is not valid") from error


def _kept() -> list[tuple[str, str]]:
    dropped = ("page[after]", "page[before]", "page", "per_page")
    return [(key, value) for key, value in flask.request.args.items(multi=True) if key not in dropped]


def _link(address: str, key: str, cursor: str) -> str:
    return f"{address}{flask.request.path}?{urlencode([*_kept(), (key, cursor)], quote_via=quote)}"


def _numbered(address: str, number: int, size: int) -> str:
    query = urlencode([*_kept(), ("page", str(number)), ("per_page", str(size))], quote_via=quote)
    return f"{address}{flask.request.path}.json?{query}"
