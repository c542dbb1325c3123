"""
Where an export goes on: Zendesk's cursor or a time, and what of it may still come late; pure.

The exports are ordered by time, and Zendesk withholds the last minute, because what is committed late stands among rows
that are there already. A row that is later still would stand behind our place. So after each end, the last minute
before it is read again, until nothing can come there any more: what is there already changes nothing.
"""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from integration.connectors.zendesk.mapping import TicketRow
from integration.errors import CursorExpiredError

OVERLAP_S = 60
"""How much later than the withheld minute a row may appear and is found all the same."""

_NUMBERS = {"s": "start_s", "n": "newest_s", "u": "look_until_s"}
_MARKS = {"small": "small", "e": "ended", "l": "last_look"}


@dataclass(frozen=True, slots=True)
class ExportCursor:
    """
    A place in an export; written as `c=…&n=…&e=1`.

    Args:
        vendor: Zendesk's own cursor; None at a start, and always in exports that only know times.
        start_s: Unix seconds that the next page begins at, where it does not begin at a cursor.
        small: Whether pages are small, because tickets with conversations were met.
        after: (generated_timestamp, id) of the last ticket done, where its page was cut. The export is ordered by
            these, so rows up to here are passed over when the page is read again, whatever has moved on since.
        newest_s: The newest time that was seen, in Unix seconds.
        ended: Whether the last page was the end, as of then.
        look_until_s: Until when what is up to OVERLAP_S older than `newest_s` may still come, by our clock; None where
            it was looked at since.
        last_look: Whether the pages since the last end began with a look after that time.
    """

    vendor: str | None = None
    start_s: int | None = None
    small: bool = False
    after: tuple[int, int] | None = None
    newest_s: int | None = None
    ended: bool = False
    look_until_s: int | None = None
    last_look: bool = False

    def __str__(self) -> str:
        parts = {"c": self.vendor} if self.vendor else {}
        parts |= {key: str(getattr(self, name)) for key, name in _NUMBERS.items() if getattr(self, name) is not None}
        parts |= {key: "1" for key, name in _MARKS.items() if getattr(self, name)}
        if self.after:
            parts["after"] = f"{self.after[0]}.{self.after[1]}"
        return urlencode(parts)

    @classmethod
    def parse(cls, text: str | None) -> "ExportCursor":
        """Read what `str` wrote; CursorExpiredError where it is something else."""
        if not text:
            return cls()
        parts = dict(parse_qsl(text))
        numbers: dict[str, Any] = {}
        try:
            numbers = {name: int(parts[key]) for key, name in _NUMBERS.items() if key in parts}
            stamp, dot, ticket_id = parts.get("after", "").partition(".")
            numbers["after"] = (int(stamp), int(ticket_id)) if dot else None
        except ValueError:
            parts = {}
        if not parts.keys() & {"c", "s"}:
            raise CursorExpiredError("The place in Zendesk's export cannot be read; it is read from its start.")
        marks: dict[str, Any] = {name: parts.get(key) == "1" for key, name in _MARKS.items()}
        return cls(parts.get("c"), **numbers, **marks)

    def begin(self, now_s: int, first_s: int) -> "ExportCursor":
        """Return where the next page is asked for; `first_s` is where an export that was never read begins."""
        if self.vendor is None and self.start_s is None:
            return replace(self, start_s=first_s)
        if self.ended and self.look_until_s is not None and self.newest_s is not None:
            start_s = max(1, self.newest_s - OVERLAP_S)
            return replace(self, vendor=None, start_s=start_s, ended=False, last_look=now_s >= self.look_until_s)
        return replace(self, ended=False)

    def advance(
        self, now_s: int, newest_s: int, *, vendor: str | None = None, start_s: int | None = None, ended: bool
    ) -> "ExportCursor":
        """
        Return the place after a page that was asked for at this one.

        Args:
            now_s: The present moment.
            newest_s: The newest time on the page; 0 where it was empty.
            vendor: Zendesk's cursor behind the page, in exports that have one.
            start_s: Where the next page begins, in exports that only know times.
            ended: Whether the page was the last one, as of now.
        """
        newest = max(newest_s, self.newest_s or 0) or None
        moved = newest != self.newest_s
        until = now_s + OVERLAP_S if moved else self.look_until_s
        last = self.last_look and not moved
        if ended and last:
            until = None
        return ExportCursor(
            vendor=vendor,
            start_s=start_s,
            small=self.small,
            newest_s=newest,
            ended=ended,
            look_until_s=until,
            last_look=last and not ended,
        )

    def without_vendor(self) -> "ExportCursor | None":
        """Return the same place as a time, for when Zendesk forgot its cursor; None where no time is known."""
        if self.vendor is None or self.newest_s is None:
            return None
        return replace(self, vendor=None, start_s=max(1, self.newest_s - OVERLAP_S))

    @staticmethod
    def place(row: TicketRow) -> tuple[int, int]:
        """Return the place of a ticket's row in its export."""
        return int(row.generated_timestamp or 0), row.id

    def left(self, rows: list[TicketRow]) -> list[TicketRow]:
        """Return the rows that were not done before the page was cut."""
        after = self.after
        return rows if after is None else [row for row in rows if self.place(row) > after]
