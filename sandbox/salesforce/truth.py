"""The org's world as a perfectly informed reader would know it: from the records, by none of the API's ways."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import orjson

from sandbox.salesforce.state import Org

TOLD = ("Case", "CaseComment", "EmailMessage", "FeedItem", "CaseHistory", "Contact", "Account", "User", "Group",
        "CaseMilestone", "MessagingSession")  # fmt: skip
_AT_ONCE = 1000


def tell_truth(org: Org) -> Iterator[bytes]:
    """
    Yield one JSON object with a list of records for each object, in pieces; the lock is held for a piece at a time.

    Deleted and merged records are in it, as IsDeleted and MasterRecordId tell; those of an emptied bin are not. Fields
    that security hides are.
    """
    start = b"{"
    for name in TOLD:
        if name.lower() not in org.schema:
            continue
        yield start + orjson.dumps(name) + b":["
        yield from _pieces(org, name)
        start = b"],"
    yield b"]}"


def _pieces(org: Org, name: str) -> Iterator[bytes]:
    with org.lock:
        # the ids of generated records are made as they are told
        table = org.table(name)
        kept = list(table.kept)
        generated = table.source.count if table.source else 0
        fields = [field.name for field in org.schema[name.lower()].fields.values()]
    first = True
    for start in range(0, generated + len(kept), _AT_ONCE):
        with org.lock:
            numbers = range(start, min(start + _AT_ONCE, generated + len(kept)))
            rows = []
            for n in numbers:
                row = _row(org, name, n, generated, kept)
                if row is not None:
                    rows.append(orjson.dumps({field: _told(row.get(field)) for field in fields}))
        if rows:
            yield b",".join(rows) if first else b"," + b",".join(rows)
            first = False


def _row(org: Org, name: str, number: int, generated: int, kept: list[str]) -> dict[str, Any] | None:
    table = org.table(name)
    if number >= generated:
        return table.kept.get(kept[number - generated])
    if table.source is None or number in table.changed:
        return None
    return table.source.record(number)


def _told(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S.000+0000")
    return value.isoformat() if isinstance(value, date) else value
