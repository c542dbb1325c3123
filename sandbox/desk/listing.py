"""The list of tickets, kept so that a page that has it already is told only what changed."""

import secrets
from threading import Lock

from sandbox.desk import Desk, DeskTicket
from sandbox.desk.shapes import Shape, row_shape


class Listing:
    """
    The rows of the list and the desk's version at which each last changed.

    `boot` names this run of the helpdesk: versions of another run mean nothing, and a page that holds one starts anew.
    """

    def __init__(self, desk: Desk) -> None:
        self.boot = secrets.token_hex(4)
        self._desk = desk
        self._lock = Lock()
        self._version: int | None = None
        self._tickets: dict[str, DeskTicket] = {}
        self._rows: dict[str, Shape] = {}
        self._flagged = 0
        self._changed: dict[str, int] = {}
        self._removed: dict[str, int] = {}

    def summary(self) -> Shape:
        """Return the version, and how many tickets there are and carry flags."""
        with self._lock:
            return self._summary(self._refresh())

    def changes(self, since: int | None) -> Shape:
        """Return the summary with the rows that changed after version `since`; all rows where that is None."""
        with self._lock:
            version = self._refresh()
            whole = since is None or since > version
            rows = [row for key, row in self._rows.items() if whole or self._changed[key] > (since or 0)]
            gone = [] if whole else [key for key, at in self._removed.items() if at > (since or 0)]
            return self._summary(version) | {"whole": whole, "rows": rows, "removed": gone}

    def _summary(self, version: int) -> Shape:
        return {"boot": self.boot, "version": version, "tickets": len(self._rows), "flagged": self._flagged}

    def _refresh(self) -> int:
        # The version is read before the rows: what changes in between is seen now and merely looked at once more.
        version = self._desk.version()
        if version == self._version:
            return version
        tickets = {ticket.id: ticket for ticket in self._desk.list_tickets()}
        # drawing a row costs far more than comparing a ticket, and between two looks most are the same
        rows = {k: self._rows[k] if self._tickets.get(k) == t else row_shape(t) for k, t in tickets.items()}
        for key, row in rows.items():
            if self._rows.get(key) != row:
                self._changed[key] = version
                self._removed.pop(key, None)
        for key in self._rows.keys() - rows.keys():
            self._removed[key] = version
            del self._changed[key]
        self._tickets, self._rows, self._version = tickets, rows, version
        self._flagged = sum(1 for row in rows.values() if row["flags"])
        return version
