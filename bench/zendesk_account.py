"""
A Zendesk account of any size for `bench.sync`: the loopback Zendesk, with its bulk exports answered from moulds.

A thousand tickets are loaded into the loopback and rendered once by its own endpoints. What differs from one thousand
to the next (ids, days) is a mark in that text, so that a page of a large account costs the server next to nothing and
its own speed is not what is measured. Sign-in, fields, groups, limits and errors are the loopback's.

`python -m bench.zendesk_account --tickets N --comments C` serves it and prints `{"url": …, "pid": …}`.
"""

import argparse
import base64
import json
import os
import signal
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import flask
import orjson

from bench.zendesk_world import BLOCK, block_world
from sandbox.clock import clock_from
from sandbox.serving import serve
from sandbox.zendesk import ZendeskOptions, create_app

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
_IDS = frozenset({"id", "ticket_id", "user_id", "author_id", "requester_id", "submitter_id", "updater_id", "audit_id"})
_BLOCK_MARK, _SHORT_MARK, _DAY_MARK = b"#BLOCK#", b"#bloc#", b"#THEDAY#"
_OPEN, _CLOSE = "<#", "#>"


@dataclass(frozen=True, slots=True)
class Mould:
    """Rendered rows of one block: `tickets` and `metrics` by ticket, `users` with `identities`, `events` by audit."""

    tickets: list[bytes]
    metrics: list[bytes]
    users: list[bytes]
    identities: list[list[bytes]]
    events: list[bytes]
    user_rank: dict[int, int]

    @property
    def blocks_of_users(self) -> int:
        """How many blocks' users are one page."""
        return max(1, BLOCK // len(self.users))


class Exports:
    """The exports of an account of `tickets` tickets, made from one mould."""

    def __init__(self, mould: Mould, tickets: int, *, with_events: bool) -> None:
        self._mould = mould
        if tickets < BLOCK or tickets % BLOCK:
            raise ValueError(f"{tickets} tickets cannot be made; give a multiple of {BLOCK}")
        self._blocks = tickets // BLOCK
        self._event_slices = -(-len(mould.events) // BLOCK) if with_events else 0
        self._moulded: dict[tuple[str, int], bytes] = {}

    def tickets(self, page: int) -> bytes:
        """Return a page of the ticket export: one block; after the last one, an empty page."""
        if page >= self._blocks:
            return b'{"tickets":[],"metric_sets":[],' + self._end(page, self._blocks)
        body = self._mark("tickets", 0, self._mould.tickets)
        metrics = self._mark("metrics", 0, self._mould.metrics)
        whole = b'{"tickets":[' + body + b'],"metric_sets":[' + metrics + b"]," + self._end(page, self._blocks)
        return _cast(whole, page)

    def users(self, page: int) -> bytes:
        """Return a page of the user export: the users of a few blocks."""
        mould = self._mould
        step = mould.blocks_of_users
        blocks = range(page * step, min((page + 1) * step, self._blocks))
        users = self._mark("users", 0, mould.users)
        identities = self._mark("identities", 0, [row for own in mould.identities for row in own])
        body = b",".join(_cast(users, block) for block in blocks)
        beside = b",".join(_cast(identities, block) for block in blocks)
        pages = -(-self._blocks // step)
        return b'{"users":[' + body + b'],"identities":[' + beside + b"]," + self._end(page, pages)

    def events(self, page: int, address: str) -> bytes:
        """Return a page of the event export; like Zendesk's it begins with the last row of the page before."""
        pages = self._blocks * self._event_slices
        if page >= pages:
            rows, count = b"", 0
        else:
            block, part = divmod(page, self._event_slices)
            chosen = self._mould.events[part * BLOCK : (part + 1) * BLOCK]
            rows, count = _cast(self._mark("events", part, chosen), block), len(chosen)
            if page:
                former, last = divmod(page - 1, self._event_slices)
                repeated = self._mould.events[min((last + 1) * BLOCK, len(self._mould.events)) - 1]
                rows, count = _cast(repeated, former) + b"," + rows, count + 1
        end = {
            "count": count,
            "end_of_stream": page + 1 >= pages,
            "end_time": page + 2 if page < pages else page + 1,
            "next_page": f"{address}/api/v2/incremental/ticket_events.json?start_time={page + 2}",
        }
        return b'{"ticket_events":[' + rows + b"]," + orjson.dumps(end)[1:]

    def some_users(self, ids: list[int]) -> bytes:
        """Return users by id, with their identities; those that are not the mould's are left out."""
        users, identities = [], []
        for user_id in ids:
            block, number = divmod(user_id % 10**13, 10**6)
            rank = self._mould.user_rank.get(number)
            if user_id >= 10**13 and rank is not None and block < self._blocks:
                users.append(_cast(self._mould.users[rank], block))
                identities += [_cast(row, block) for row in self._mould.identities[rank]]
        return b'{"users":[' + b",".join(users) + b'],"identities":[' + b",".join(identities) + b"]}"

    def _mark(self, name: str, part: int, rows: list[bytes]) -> bytes:
        """Return rows as one text; joined once, cast for every block."""
        if (name, part) not in self._moulded:
            self._moulded[name, part] = b",".join(rows)
        return self._moulded[name, part]

    @staticmethod
    def _end(page: int, pages: int) -> bytes:
        end = {
            "after_url": None,
            "after_cursor": base64.b64encode(f"{min(page + 1, pages)}.0||0|".encode()).decode(),
            "before_url": None,
            "before_cursor": None,
            "end_of_stream": page + 1 >= pages,
        }
        return orjson.dumps(end)[1:]


def make_mould(app: flask.Flask, *, with_events: bool) -> Mould:
    """Render one block by the loopback's own endpoints, with marks where blocks differ."""
    client = app.test_client()
    credential = {"grant_type": "client_credentials", "client_id": "sidelight"}
    token = client.post("/oauth/tokens", json=credential | {"client_secret": "loopback-client-secret"}).json
    headers = {"Authorization": f"Bearer {(token or {})['access_token']}"}

    def read(path: str) -> dict[str, Any]:
        answer = client.get(f"/api/v2/{path}", headers=headers)
        if answer.status_code != 200:
            raise RuntimeError(f"{path}: {answer.status_code}")
        body: dict[str, Any] = orjson.loads(answer.data)
        return body

    tickets = read("incremental/tickets/cursor?start_time=1&include=metric_sets")
    people = read("incremental/users/cursor?start_time=1&include=identities")
    users = [user for user in people["users"] if user["role"] == "end-user"]
    events = _read_events(read) if with_events else []
    ids = {row["id"] for row in tickets["tickets"]} | {user["id"] for user in users}
    ids |= {row["id"] for row in (*tickets["metric_sets"], *people["identities"])}
    ids |= {row["id"] for row in events} | {child["id"] for row in events for child in row["child_events"]}
    staff = {user["id"] for user in people["users"] if user["role"] != "end-user"}
    rank = {number: place for place, number in enumerate(sorted(ids - staff))}
    identities: dict[int, list[bytes]] = {user["id"]: [] for user in users}
    for row in people["identities"]:
        if row["user_id"] in identities:
            identities[row["user_id"]].append(_marked(row, rank))
    return Mould(
        tickets=[_marked(row, rank) for row in tickets["tickets"]],
        metrics=[_marked(row, rank) for row in tickets["metric_sets"]],
        users=[_marked(user, rank) for user in users],
        identities=[identities[user["id"]] for user in users],
        events=[_marked(row, rank) for row in events],
        user_rank={rank[user["id"]]: place for place, user in enumerate(users)},
    )


def _read_events(read: Any) -> list[dict[str, Any]]:
    rows: dict[int, dict[str, Any]] = {}
    start = 1
    while True:
        page = read(f"incremental/ticket_events?start_time={start}&include=comment_events")
        rows |= {row["id"]: row for row in page["ticket_events"]}
        if page["end_of_stream"]:
            return list(rows.values())
        start = page["end_time"]


def _marked(row: dict[str, Any], rank: dict[int, int]) -> bytes:
    """Return a row's JSON with marks in the place of its block's number and day."""
    text = orjson.dumps(_with_marks(row, rank))
    text = text.replace(f'"{_OPEN}'.encode(), b"").replace(f'{_CLOSE}"'.encode(), b"")
    return text.replace(b'"2001-01-01T', b'"' + _DAY_MARK + b"T").replace(b"#block#", _BLOCK_MARK)


def _with_marks(value: Any, rank: dict[int, int]) -> Any:
    if isinstance(value, list):
        return [_with_marks(part, rank) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        name: f"{_OPEN}1{_BLOCK_MARK.decode()}{rank[part]:06d}{_CLOSE}"
        if name in _IDS and isinstance(part, int) and part in rank
        else _with_marks(part, rank)
        for name, part in value.items()
    }


def _cast(mould: bytes, block: int) -> bytes:
    """Return a mould's text for one block; each block is a day."""
    day = (datetime(2010, 1, 1, tzinfo=UTC) + timedelta(days=block)).date().isoformat().encode()
    return mould.replace(_BLOCK_MARK, b"%07d" % block).replace(_SHORT_MARK, b"%05d" % block).replace(_DAY_MARK, day)


def create_large(tickets: int, comments: int) -> flask.Flask:
    """Return the loopback Zendesk's app with `tickets` tickets of `comments` comments each, without any limit."""
    options = ZendeskOptions(requests_per_minute=None)
    app = create_app(block_world(comments), clock_from(NOW), options)
    exports = Exports(make_mould(app, with_events=comments > 0), tickets, with_events=comments > 0)
    ours = frozenset({"incremental.tickets_by_cursor", "incremental.users_by_cursor", "incremental.ticket_events"})
    if not ours <= app.view_functions.keys():
        raise RuntimeError("the loopback's exports are named differently now")

    def answer(body: bytes) -> flask.Response:
        return flask.Response(body, content_type="application/json; charset=utf-8")

    def page() -> int:
        cursor = flask.request.args.get("cursor")
        return int(base64.b64decode(cursor).partition(b".")[0]) if cursor else 0

    def events() -> flask.Response:
        return answer(exports.events(max(0, int(flask.request.args["start_time"]) - 1), options.address))

    app.view_functions["incremental.tickets_by_cursor"] = lambda: answer(exports.tickets(page()))
    app.view_functions["incremental.users_by_cursor"] = lambda: answer(exports.users(page()))
    app.view_functions["incremental.ticket_events"] = events
    staff: Any = app.view_functions["people.show_many_users"]

    def some_users() -> Any:
        ids = [int(part) for part in flask.request.args.get("ids", "").split(",") if part]
        own = staff()
        found, made = orjson.loads(own.data), orjson.loads(exports.some_users(ids))
        return answer(orjson.dumps({**found, **{name: found[name] + made[name] for name in ("users", "identities")}}))

    app.view_functions["people.show_many_users"] = some_users
    return app


def main(arguments: list[str] | None = None) -> int:
    """Serve until SIGTERM."""
    parser = argparse.ArgumentParser(prog="python -m bench.zendesk_account")
    parser.add_argument("--tickets", type=int, default=100_000)
    parser.add_argument("--comments", type=int, default=0)
    asked = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    signal.signal(signal.SIGINT, lambda *_: os._exit(0))
    served = serve(create_large(asked.tickets, asked.comments))
    sys.stdout.write(json.dumps({"url": served.url, "pid": os.getpid()}) + "\n")
    sys.stdout.flush()
    while True:
        signal.pause()


if __name__ == "__main__":
    sys.exit(main())
