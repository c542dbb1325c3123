"""
What reaching a solution has cost the customer so far: 0-100, a plain sum whose parts are shown.

| part | points each | at most | counted |
| --- | --- | --- | --- |
| repeats | 15 | 45 | contacts on this issue before this one, any time |
| re_asks | 12 | 36 | times asked again for what was given, or saying so |
| waits | 6 | 24 | business days begun of our silence after the customer wrote, beyond the first |
| chasers | 6 | 18 | messages of the customer's that chase |
| channel_switches | 8 | 16 | changes of channel or helpdesk between contacts |
| transfers | 5 | 15 | changes of the agent or team who writes or holds the ticket |
| reopenings | 10 | 20 | times a solved ticket was opened again |
"""

from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Final

from integration.model import Comment, Effort, Flag, Status, TicketRef
from workers.context import TicketView
from workers.moments import zone_of
from workers.timeline import Kind

POINTS: Final = {
    "repeats": (15, 45),
    "re_asks": (12, 36),
    "waits": (6, 24),
    "chasers": (6, 18),
    "channel_switches": (8, 16),
    "transfers": (5, 15),
    "reopenings": (10, 20),
}
"""Part to (points each, at most)."""

_DONE: Final = frozenset({Status.SOLVED.value, Status.CLOSED.value})


def of(view: TicketView, flags: tuple[Flag, ...], now: datetime) -> Effort:
    """Return the effort of a ticket's issue up to `now`."""
    upto = [t for t in view.issue.contacts if t.created_at <= view.ticket.created_at]
    counts = {
        "repeats": max(0, len(upto) - 1),
        "re_asks": _re_asks(view, flags),
        "waits": _waits(view, now),
        "chasers": sum(1 for c in view.lived(Kind.CUSTOMER) if ("chaser" in {k for k, _ in view.reading(c).cues})),
        "channel_switches": sum(
            1 for a, b in pairwise(upto) if (a.channel, a.ref.connection) != (b.channel, b.ref.connection)
        ),
        "transfers": _transfers(view),
        "reopenings": _reopenings(view),
    }
    parts = tuple(
        (part, min(count * POINTS[part][0], POINTS[part][1]), count) for part, count in counts.items() if count
    )
    return Effort(min(100, sum(points for _, points, _ in parts)), parts)


def _re_asks(view: TicketView, flags: tuple[Flag, ...]) -> int:
    said = sum(1 for c in view.lived(Kind.CUSTOMER) if "already_told" in {k for k, _ in view.reading(c).cues})
    return max(said, sum(1 for flag in flags if flag.kind == "asked_again"))


def _waits(view: TicketView, now: datetime) -> int:
    """Count business days of our silence, beyond the first of each: until a reply, the end of the ticket, or now."""
    zone = zone_of(view.context.settings.time_zone)
    weekdays = view.context.settings.hours_of(view.ticket.group).weekdays
    total = 0
    for ticket in view.issue.tickets:
        since: datetime | None = None
        end = (ticket.solved_at if ticket.status.is_done else None) or now
        for entry in (e for e in view.issue.entries_of(ticket.ref) if e.at <= view.ends_at):
            if (
                entry.kind == Kind.CUSTOMER
                and entry.comment
                and since is None
                and not _only_thanks(view, entry.comment)
            ):
                since = entry.at
            elif entry.kind == Kind.REPLY and since is not None:
                total += _days_between(since.astimezone(zone).date(), entry.at.astimezone(zone).date(), weekdays)
                since = None
        if since is not None:
            until = min(end, view.ends_at)
            total += _days_between(since.astimezone(zone).date(), until.astimezone(zone).date(), weekdays)
    return total


def _only_thanks(view: TicketView, comment: Comment) -> bool:
    reading = view.reading(comment)
    return "thanks" in {kind for kind, _ in reading.cues} and not reading.questions


def _days_between(start: date, end: date, weekdays: tuple[int, ...]) -> int:
    days = (end - start).days
    return max(0, sum((start + timedelta(days=n)).weekday() in weekdays for n in range(1, min(days, 60) + 1)) - 1)


def _transfers(view: TicketView) -> int:
    by_ticket: dict[TicketRef, list[str]] = {}
    for comment in view.lived(Kind.REPLY):
        by_ticket.setdefault(comment.ticket, []).append(view.context.author(comment) or str(comment.author))
    return sum(a != b for names in by_ticket.values() for a, b in pairwise(names))


def _reopenings(view: TicketView) -> int:
    events = [e.event for e in view.issue.entries if e.event and e.at <= view.ends_at]
    return sum(1 for e in events if e.field == "status" and e.before in _DONE and e.after not in _DONE and e.after)
