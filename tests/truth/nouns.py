"""
What is compared, as a table of nouns: how the helpdesk's truth says it, how our store says it, and what is left out.

Each noun gives a set of rows by key on both sides. Another helpdesk gets a table of its own, and the same comparison.
The truth's half is written from the vendor's documentation, not with the connector's mapping, which it judges.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import orjson
from sqlalchemy import select

Rows = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True)
class Noun:
    """
    One kind of row.

    Args:
        name: What the message calls it.
        truth: Returns what should be known, by key.
        stored: Returns what is, by key.
        may_lack: Keys that may be missing, because no call gives them.
    """

    name: str
    truth: Callable[[], Rows]
    stored: Callable[[], Rows]
    may_lack: Callable[[], frozenset[str]] = frozenset


def compare(nouns) -> list[str]:
    """Return every difference, one line each: lost, twice, invented, or otherwise than it is."""
    found = []
    for noun in nouns:
        truth, stored = noun.truth(), noun.stored()
        whole = {_content(row): key for key, row in truth.items()}
        found += [f"{noun.name} {key} lost: {truth[key]}" for key in truth.keys() - stored.keys() - noun.may_lack()]
        for key in stored.keys() - truth.keys():
            original = whole.get(_content(stored[key]))
            word = f"twice, as {original} already" if original else "invented"
            found.append(f"{noun.name} {key} {word}: {stored[key]}")
        for key in truth.keys() & stored.keys():
            for column in truth[key]:
                is_, should = stored[key][column], truth[key][column]
                if is_ != should:
                    found.append(f"{noun.name} {key}: {column} is {is_!r}, not {should!r}")
    return sorted(found)


def _content(row):
    return orjson.dumps(row, option=orjson.OPT_SORT_KEYS, default=str)


def documents(store, table) -> dict[str, dict]:
    """Return the stored documents of one table by id."""
    with store._read() as tx:
        return {row.id: orjson.loads(row.document) for row in tx.execute(select(table.c.id, table.c.document))}
