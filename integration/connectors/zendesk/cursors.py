"""Where the stream of tickets goes on: Zendesk's cursor, and the place within its page where one was cut; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from integration.errors import CursorExpiredError


@dataclass(frozen=True, slots=True)
class TicketCursor:
    """
    A place in the stream of tickets; written as `c=…&small=1&after=…`.

    Args:
        vendor: Zendesk's own cursor; None at the start.
        start_s: Unix seconds that the first page began at, kept only while that page is not done.
        small: Whether pages are small, because tickets with conversations were met.
        after: (generated_timestamp, id) of the last ticket done, where its page was cut. The export is ordered by
            these, so rows up to here are passed over when the page is read again, whatever has moved on since.
    """

    vendor: str | None = None
    start_s: int | None = None
    small: bool = False
    after: tuple[int, int] | None = None

    def __str__(self) -> str:
        parts: dict[str, str] = {}
        if self.vendor:
            parts["c"] = self.vendor
        if self.start_s is not None:
            parts["s"] = str(self.start_s)
        if self.small:
            parts["small"] = "1"
        if self.after:
            parts["after"] = f"{self.after[0]}.{self.after[1]}"
        return urlencode(parts)

    @classmethod
    def parse(cls, text: str | None) -> "TicketCursor":
        """Read what `str` wrote; CursorExpiredError where it is something else."""
        parts = dict(parse_qsl(text or ""))
        try:
            start_s = int(parts["s"]) if "s" in parts else None
            stamp, dot, ticket_id = parts.get("after", "").partition(".")
            after = (int(stamp), int(ticket_id)) if dot else None
        except ValueError:
            parts = {}
        if text and not parts:
            raise CursorExpiredError("The place in Zendesk's stream of tickets cannot be read; it starts again.")
        return cls(parts.get("c"), start_s, parts.get("small") == "1", after) if text else cls()

    @staticmethod
    def place(row: Mapping[str, Any]) -> tuple[int, int]:
        """Return the place of a row of the export."""
        return int(row.get("generated_timestamp") or 0), int(row["id"])

    def has_passed(self, row: Mapping[str, Any]) -> bool:
        """Whether `row` was done before the page was cut."""
        return self.after is not None and self.place(row) <= self.after
