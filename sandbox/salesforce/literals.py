"""Values in a WHERE: what a literal means for a field of a certain type, and what the org says to a wrong one."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sandbox.salesforce.errors import Refusal
from sandbox.salesforce.ids import long_id
from sandbox.salesforce.nodes import Literal
from sandbox.salesforce.resolve import Resolved
from sandbox.salesforce.soql import caret

LONGEST_STRING = 4000
"""Characters of one string in a WHERE."""
NUMBERS = ("int", "double", "percent", "currency")
_KINDS = {"datetime": "datetime", "date": "date", "boolean": "boolean", **dict.fromkeys(NUMBERS, "number")}
_NAMES = {"datetime": "dateTime", "number": "double"}
_COUNTED = re.compile(r"^(LAST_N_DAYS|NEXT_N_DAYS|N_DAYS_AGO):(\d+)$")


class Span:
    """The days that a date literal such as TODAY means: from `start` up to but not including `end`."""

    def __init__(self, start: datetime, end: datetime) -> None:
        self.start = start
        self.end = end


def read_literal(literal: Literal, target: Resolved, text: str, now: datetime) -> Any:
    """Return the value that `literal` is for the field; Refusal where its kind does not fit."""
    field = target.field
    if literal.kind == "null":
        return None
    if field.type in ("id", "reference"):
        record_id = long_id(literal.value) if literal.kind == "string" else None
        if record_id is None:
            says = caret(text, target.at, f"invalid ID field: {literal.value}")
            raise Refusal("INVALID_QUERY_FILTER_OPERATOR", says)
        return record_id
    if literal.kind == "string" and len(literal.value) > LONGEST_STRING:
        says = f"value of filter criterion for field '{field.name}' is longer than {LONGEST_STRING} characters"
        raise Refusal("MALFORMED_QUERY", caret(text, target.at, says))
    wanted = _KINDS.get(field.type, "string")
    if literal.kind == "relative" and wanted in ("date", "datetime"):
        return _span(literal.value, target, text, now)
    if literal.kind != wanted:
        name = _NAMES.get(wanted, wanted)
        quotes = "should be enclosed in quotes" if wanted == "string" else "should not be enclosed in quotes"
        says = f"value of filter criterion for field '{field.name}' must be of type {name} and {quotes}"
        raise Refusal("INVALID_FIELD", caret(text, target.at, says))
    if wanted == "datetime":
        return _moment(literal.value, target, text)
    if wanted == "date":
        return date.fromisoformat(literal.value)
    return literal.value


def _moment(value: str, target: Resolved, text: str) -> datetime:
    try:
        return datetime.fromisoformat(value.upper()).astimezone(UTC)
    except ValueError as error:
        raise Refusal("INVALID_FIELD", caret(text, target.at, f"Invalid datetime: {value}")) from error


def _span(word: str, target: Resolved, text: str, now: datetime) -> Span:
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    day = timedelta(days=1)
    fixed = {"TODAY": (0, 1), "YESTERDAY": (-1, 0), "TOMORROW": (1, 2), "LAST_90_DAYS": (-90, 1)}
    if word in fixed:
        first, last = fixed[word]
        return Span(today + first * day, today + last * day)
    match = _COUNTED.match(word)
    if match is None:
        raise Refusal("MALFORMED_QUERY", caret(text, target.at, f"unexpected token: '{word}'"))
    count = int(match[2])
    if match[1] == "LAST_N_DAYS":
        return Span(today - count * day, today + day)
    if match[1] == "NEXT_N_DAYS":
        return Span(today + day, today + (count + 1) * day)
    return Span(today - count * day, today - (count - 1) * day)
