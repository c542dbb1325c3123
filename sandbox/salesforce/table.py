"""The records of one object: those that were loaded or written, and, beneath them, those of a generated world."""

import zlib
from collections.abc import Iterable, Iterator, MutableMapping
from datetime import datetime
from typing import Any

from sandbox.salesforce.generated import Source
from sandbox.salesforce.schema import SObject

Record = dict[str, Any]


_TURNS = 2**32 - 5


class Table:
    """The records of one object by id, and which of them each lookup value has."""

    def __init__(self, sobject: SObject) -> None:
        self.kept: dict[str, Record] = {}
        """Records that are in memory; of a generated world only those that were changed since."""
        self.rows: MutableMapping[str, Record] = self.kept
        self.source: Source | None = None
        self.changed: set[int] = set()
        """Numbers of the generated rows that are kept."""
        self.indexed: dict[str, dict[str, dict[str, None]]] = {
            f.name: {} for f in sobject.fields.values() if f.type == "reference" and f.refers_to != ("User",)
        }
        self.last_number = 1000

    def generate(self, source: Source) -> None:
        """Put generated rows beneath those that are kept."""
        self.source = source
        self.rows = _Layered(self.kept, source, self.changed)

    def add(self, row: Record) -> None:
        """Keep a new record."""
        self.kept[row["Id"]] = row
        if self.source is not None and (number := self.source.number(row["Id"])) is not None:
            self.changed.add(number)
        for name, index in self.indexed.items():
            if row.get(name):
                index.setdefault(row[name], {})[row["Id"]] = None

    def remove(self, row: Record) -> None:
        """Forget a record as if it had never been."""
        del self.kept[row["Id"]]
        self._unlink(row, self.indexed)

    def change(self, row: Record, values: Record) -> None:
        """Change some of a record's fields in place; a generated record is kept from now on."""
        if row["Id"] not in self.kept:
            self.add(row)
        moved = [name for name in self.indexed if name in values]
        self._unlink(row, moved)
        row.update(values)
        for name in moved:
            if row.get(name):
                self.indexed[name].setdefault(row[name], {})[row["Id"]] = None

    def finds(self, name: str) -> bool:
        """Whether `having` knows the lookup `name`."""
        return name in self.indexed and (self.source is None or self.source.tells(name))

    def having(self, name: str, value: str) -> list[Record]:
        """Return the records whose lookup `name` holds `value`, in the order in which they came to it."""
        near = [self.kept[row_id] for row_id in self.indexed[name].get(value, ())]
        if self.source is None:
            return near
        numbers = self.source.naming(name, value)
        return [self.source.record(n) for n in numbers if n not in self.changed] + near

    def changed_between(self, start: datetime, end: datetime) -> list[str]:
        """Return the ids of the records that were changed since `start` and before `end`, and are not deleted."""
        ids: list[str] = []
        if self.source is not None:
            numbers = range(self.source.first_since(start), self.source.first_since(end))
            ids = [self.source.id(n) for n in numbers if n not in self.changed]
        near = self.kept.values()
        return ids + [r["Id"] for r in near if not r.get("IsDeleted") and start <= r["SystemModstamp"] < end]

    def _unlink(self, row: Record, names: Iterable[str]) -> None:
        for name in names:
            if row.get(name):
                self.indexed[name].get(row[name], {}).pop(row["Id"], None)


class _Layered(MutableMapping[str, Record]):
    """Kept records over generated ones."""

    def __init__(self, kept: dict[str, Record], source: Source, changed: set[int]) -> None:
        self._kept = kept
        self._changed = changed
        self._source = source

    def __getitem__(self, row_id: str) -> Record:
        if row_id in self._kept:
            return self._kept[row_id]
        number = self._source.number(row_id)
        if number is None:
            raise KeyError(row_id)
        return self._source.record(number)

    def __setitem__(self, row_id: str, row: Record) -> None:
        self._kept[row_id] = row

    def __delitem__(self, row_id: str) -> None:
        del self._kept[row_id]

    def __iter__(self) -> Iterator[str]:
        yield from (self._source.id(n) for n in range(self._source.count) if n not in self._changed)
        yield from self._kept

    def __len__(self) -> int:
        return self._source.count + len(self._kept) - len(self._changed)


def shuffled(row: Record, salt: int) -> int:
    """Return the place of a record among its equals: unlike the order of the ids, and another for each `salt`."""
    return zlib.crc32(row["Id"].encode()) * (2 * salt + 1) % _TURNS
