"""
What reaching a solution has cost the customer so far: 0-100, a plain sum whose parts are shown.

| part | points each | at most | counted |
| --- | --- | --- | --- |
| repeats | 15 | 45 | contacts on this issue before this one, any time |
| re_asks | 12 | 36 | times asked again for what was given, or saying so, whichever is more |
| waits | 6 | 24 | business days of our silence after the customer wrote, beyond the first of each silence |
| chasers | 6 | 18 | messages of the customer's that chase what was written or said before them |
| channel_switches | 8 | 16 | changes of channel or helpdesk between contacts |
| transfers | 5 | 15 | changes of who writes for us, or of the agent or team who holds the ticket, whichever is more |
| reopenings | 10 | 20 | times a solved ticket was opened again |

More trouble never lowers the sum: each part only counts up, none is divided or compared, and each has a ceiling. A
business day is as many hours as the team works in one: nights, weekends and what lies outside its hours are no wait.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, tzinfo
from itertools import pairwise
from typing import Final

from integration.model import Comment, Effort, Evidence, Flag, Status, TicketRef
from workers.context import TicketView
from workers.hours import BusinessHours
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
SHOWN: Final = 3
"""Pieces of evidence that are kept of a part."""

_DONE: Final = frozenset({Status.SOLVED.value, Status.CLOSED.value})
_HOLDERS: Final = ("assignee", "group")


def of(view: TicketView, flags: tuple[Flag, ...], now: datetime) -> Effort:
    """Return the effort of a ticket's issue up to `now`, with where each part is seen."""
    waits = list(_waits(view, now))
    seen: dict[str, list[Evidence]] = {
        "repeats": _repeats(view),
        "re_asks": _re_asks(view, flags),
        "waits": [evidence for _, evidence in waits],
        "chasers": _chasers(view),
        "channel_switches": _channel_switches(view),
        "transfers": _transfers(view),
        "reopenings": _reopenings(view),
    }
    counts = {part: len(places) for part, places in seen.items()} | {"waits": sum(days for days, _ in waits)}
    parts = tuple((part, _points(part, count), count) for part, count in counts.items() if count)
    evidence = tuple((part, tuple(seen[part][:SHOWN])) for part, _, _ in parts)
    return Effort(min(100, sum(points for _, points, _ in parts)), parts, evidence)


def _points(part: str, count: int) -> int:
    each, at_most = POINTS[part]
    return min(count * each, at_most)


def _repeats(view: TicketView) -> list[Evidence]:
    upto = [t for t in view.issue.contacts if t.created_at <= view.ticket.created_at]
    return [Evidence(t.ref, t.created_at) for t in upto[:-1]]


def _channel_switches(view: TicketView) -> list[Evidence]:
    upto = [t for t in view.issue.contacts if t.created_at <= view.ticket.created_at]
    return [
        Evidence(b.ref, b.created_at)
        for a, b in pairwise(upto)
        if (a.channel, a.ref.connection) != (b.channel, b.ref.connection)
    ]


def _cues(view: TicketView, wanted: str) -> list[Evidence]:
    """Return the customer's messages that show a cue, each once, with its words."""
    found = []
    for comment in view.lived(Kind.CUSTOMER):
        words = next((words for kind, words in view.reading(comment).cues if kind == wanted), None)
        if words is not None:
            found.append(_at(comment, words))
    return found


def _chasers(view: TicketView) -> list[Evidence]:
    """Return the messages that chase: "any news?" as the very first word of an issue asks, and has nothing to chase."""
    begun = min((e.at for e in view.issue.entries if e.comment), default=None)
    return [chaser for chaser in _cues(view, "chaser") if begun is not None and chaser.at > begun]


def _re_asks(view: TicketView, flags: tuple[Flag, ...]) -> list[Evidence]:
    said = _cues(view, "already_told")
    shown = [flag.evidence[-1] for flag in flags if flag.kind == "asked_again" and flag.evidence]
    return said if len(said) >= len(shown) else shown


def _waits(view: TicketView, now: datetime) -> Iterator[tuple[int, Evidence]]:
    """
    Yield each silence of ours that cost more than a day: until a reply, the ticket's end, or the issue's last event.

    A silence that goes on is counted when something ends or breaks it: a number that grew by itself would be written
    again and again.
    """
    latest = max((e.at for e in view.issue.entries if e.at <= min(now, view.ends_at)), default=now)
    zone = zone_of(view.context.settings.time_zone)
    for ticket in view.issue.tickets:
        hours = view.context.settings.hours_of(ticket.group)
        asked: Comment | None = None
        end = (ticket.solved_at if ticket.status.is_done else None) or latest
        for entry in (e for e in view.issue.entries_of(ticket.ref) if e.at <= view.ends_at):
            if (
                entry.kind == Kind.CUSTOMER
                and asked is None
                and entry.comment
                and not _only_thanks(view, entry.comment)
            ):
                asked = entry.comment
            elif entry.kind == Kind.REPLY and asked is not None:
                yield from _wait(asked, entry.at, zone, hours)
                asked = None
        if asked is not None:
            yield from _wait(asked, min(end, view.ends_at), zone, hours)


def _wait(asked: Comment, until: datetime, zone: tzinfo, hours: BusinessHours) -> Iterator[tuple[int, Evidence]]:
    if until - asked.at <= timedelta(days=1):
        return  # at most one business day: spares most the calendar
    # whole business days of working time, beyond the first
    days = hours.worked(asked.at.astimezone(zone), until.astimezone(zone)) // hours.day_length - 1
    if days > 0:
        yield days, _at(asked)


def _only_thanks(view: TicketView, comment: Comment) -> bool:
    reading = view.reading(comment)
    return "thanks" in {kind for kind, _ in reading.cues} and not reading.questions


def _transfers(view: TicketView) -> list[Evidence]:
    """Return the transfers of each ticket as its writers show them, or as its fields do: the same one shows in both."""
    writers: dict[TicketRef, list[tuple[str, Evidence]]] = {}
    for comment in view.lived(Kind.REPLY):
        name = view.context.author(comment) or str(comment.author)
        writers.setdefault(comment.ticket, []).append((name, _at(comment)))
    held: Mapping[str, dict[TicketRef, list[Evidence]]] = {field: {} for field in _HOLDERS}
    for event in (e.event for e in view.issue.entries if e.event and e.at <= view.ends_at):
        if event.field in held and event.before and event.after and event.before != event.after:
            held[event.field].setdefault(event.ticket, []).append(Evidence(event.ticket, event.at))
    found: list[Evidence] = []
    for ticket in view.issue.tickets:
        shown = [at for (a, _), (b, at) in pairwise(writers.get(ticket.ref, [])) if a != b]
        for of_ticket in held.values():
            changes = of_ticket.get(ticket.ref, [])
            shown = changes if len(changes) > len(shown) else shown
        found += shown
    return found


def _reopenings(view: TicketView) -> list[Evidence]:
    events = [e.event for e in view.issue.entries if e.event and e.at <= view.ends_at]
    return [
        Evidence(e.ticket, e.at)
        for e in events
        if e.field == "status" and e.before in _DONE and e.after not in _DONE and e.after
    ]


def _at(comment: Comment, quote: str | None = None) -> Evidence:
    return Evidence(comment.ticket, comment.at, quote, comment.id, comment.role)
