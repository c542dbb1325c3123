"""Whether the customer has heard from us elsewhere, as far as a note tells: "called, explained the fee"."""

from datetime import datetime

from workers import folding, issue_promises
from workers.context import TicketView
from workers.timeline import Kind


def last(view: TicketView, since: datetime, until: datetime | None = None, kind: str = "call") -> datetime | None:
    """
    Return when a note on this ticket last said so, after `since` and before `until`; None where none does.

    With the kind "action", a note that something was done counts as well.
    """
    notes = [c for c in view.comments(Kind.NOTE) if c.at > since and (until is None or c.at < until)]
    return max((c.at for c in notes if issue_promises.says_done(folding.fold(c.text), kind)), default=None)
