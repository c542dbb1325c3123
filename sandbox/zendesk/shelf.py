"""A dictionary of rows that may stand before a crowd: rows that are made when somebody asks for them."""

from collections.abc import Callable, Iterator, MutableMapping
from typing import Generic, TypeVar

Row = TypeVar("Row")


class Shelf(MutableMapping[int, Row], Generic[Row]):
    """
    Rows by id. What is asked for by id is kept from then on, and may be changed.

    Walking over all rows makes those of the crowd anew and keeps none of them: who wants to change one takes it by id.
    """

    def __init__(self) -> None:
        self._kept: dict[int, Row] = {}
        self._made = range(0)
        self._make: Callable[[int], Row] | None = None

    def stand_before(self, ids: range, make: Callable[[int], Row]) -> None:
        """Let a crowd stand behind the rows: `make` returns the row of an id in `ids`, the same one each time."""
        self._made, self._make = ids, make

    @property
    def kept(self) -> dict[int, Row]:
        """The rows that are kept, without the crowd."""
        return self._kept

    def __getitem__(self, key: int) -> Row:
        found = self._kept.get(key)
        if found is None:
            if self._make is None or key not in self._made:
                raise KeyError(key)
            found = self._kept[key] = self._make(key)
        return found

    def __setitem__(self, key: int, row: Row) -> None:
        self._kept[key] = row

    def __delitem__(self, key: int) -> None:
        del self._kept[key]

    def __contains__(self, key: object) -> bool:
        return key in self._kept or key in self._made

    def __iter__(self) -> Iterator[int]:
        yield from self._made
        yield from (key for key in list(self._kept) if key not in self._made)

    def __len__(self) -> int:
        return len(self._made) + sum(key not in self._made for key in self._kept)

    def values(self) -> Iterator[Row]:  # type: ignore[override]  # a view would have to hold all of them
        """Yield all rows; those of the crowd are not kept."""
        for key in self:
            if (row := self._kept.get(key)) is not None:
                yield row
            elif self._make is not None and key in self._made:
                yield self._make(key)
