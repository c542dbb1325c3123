"""Damaged answers: what a planted fault makes of a good one."""

import random
from typing import Any

import orjson

# The times that lists are ordered by: rows in a row with the same one may stand in any order.
_ORDERED_BY = ("SystemModstamp", "LastModifiedDate", "generated_timestamp", "CreatedDate", "updated_at", "created_at")


def damage(kind: str, body: bytes, dice: random.Random) -> tuple[bytes, int]:
    """Return the body that is sent instead, and the length that is announced for it."""
    if kind == "cut":
        return body[: len(body) // 2], len(body)
    if kind == "garbage":
        changed = b"<!DOCTYPE html><title>Just a moment</title>{" + body[:20]
    elif kind == "empty":
        changed = b""
    elif kind == "shuffle_rows":
        changed = _each_list(body, lambda rows: _shuffle(rows, dice))
    else:
        changed = _each_list(body, lambda rows: [row for row in rows for _ in range(2)])
    return changed, len(changed)


def _each_list(body: bytes, change: Any) -> bytes:
    """Change the answer, where it is a list, or each list of objects that stands in it."""
    try:
        answer = orjson.loads(body)
    except orjson.JSONDecodeError:
        return body
    if isinstance(answer, list):
        return orjson.dumps(change(answer))
    if isinstance(answer, dict):
        for key, value in answer.items():
            if isinstance(value, list) and value and isinstance(value[0], dict):
                answer[key] = change(value)
    return orjson.dumps(answer)


def _shuffle(rows: list[Any], dice: random.Random) -> list[Any]:
    """Return the rows with each run of equal times in another order; rows without a time are one run."""
    shuffled: list[Any] = []
    run: list[Any] = []
    for row in [*rows, None]:
        if run and (row is None or _moment(row) != _moment(run[0])):
            dice.shuffle(run)
            shuffled += run
            run = []
        run.append(row)
    return shuffled


def _moment(row: Any) -> Any:
    if not isinstance(row, dict):
        return None
    return next((row[name] for name in _ORDERED_BY if name in row), None)
