"""A customer's issues: the chains of tickets about one thing, over all helpdesks."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from integration.model import CustomerHistory, Reading, Ticket, TicketRef
from workers import same_issue, timeline
from workers.alike import Compare
from workers.timeline import CommentKey, Entry, Kind, Timeline

_SPOKEN: Final = (Kind.CUSTOMER, Kind.REPLY, Kind.NOTE)

_MOST_AT_ONCE: Final = 300
"""Tickets of an issue that are looked at for what was sent twice within minutes; a machine sends more."""


@dataclass(frozen=True)
class Issue:
    """The chain of a customer's tickets about one thing, oldest first."""

    tickets: tuple[Ticket, ...]
    contacts: tuple[Ticket, ...]
    """Those that the customer started, without accidental duplicates."""
    entries: tuple[Entry, ...]
    duplicates: tuple[tuple[TicketRef, TicketRef], ...] = ()
    """(accidental second, the first it repeats)."""

    @functools.cached_property
    def _by_ticket(self) -> dict[TicketRef, tuple[Entry, ...]]:
        found: dict[TicketRef, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.ticket, []).append(entry)
        return {ref: tuple(entries) for ref, entries in found.items()}

    @functools.cached_property
    def memo(self) -> dict[object, Any]:
        """What was worked out for the whole issue, so that each of its tickets need not do it again."""
        return {}

    def entries_of(self, ref: TicketRef) -> tuple[Entry, ...]:
        """One ticket's own entries, in order."""
        return self._by_ticket.get(ref, ())


def build(
    history: CustomerHistory, whole: Timeline, readings: Mapping[CommentKey, Reading], compare: Compare | None
) -> tuple[Issue, ...]:
    """
    Return a customer's issues.

    Args:
        history: The tickets; their comments are taken from `whole`.
        whole: The customer's timeline.
        readings: What each comment says.
        compare: The optional model that helps to tell whether two tickets are about the same.
    """
    entries = whole.by_ticket()
    by_ticket = {
        t.ref: [e.comment for e in entries.get(t.ref, ()) if e.comment is not None and e.kind in _SPOKEN]
        for t in history.tickets
    }
    tickets = {t.ref: t for t in history.tickets}
    # One ticket is one issue: most customers have no other, and tracing it would cost more than all flags.
    compared = history.tickets if len(tickets) > 1 else ()
    traces = {t.ref: same_issue.trace(t, by_ticket[t.ref]) for t in compared}
    found = []
    traced = list(traces.values())
    for chain in same_issue.chains(traced, compare) if compared else [list(tickets)] if tickets else []:
        members = tuple(tickets[ref] for ref in chain)
        duplicates = _duplicates([traces[ref] for ref in chain if ref in traces])
        seconds = {second for second, _ in duplicates}
        contacts = tuple(
            t
            for place, t in enumerate(members)
            if t.ref not in seconds and timeline.is_contact(t, by_ticket[t.ref], readings, follows=place > 0)
        )
        lived = timeline.in_order(entry for ref in chain for entry in entries.get(ref, ()))
        found.append(Issue(members, contacts, lived, duplicates))
    return tuple(found)


def _duplicates(traces: list[same_issue.Trace]) -> tuple[tuple[TicketRef, TicketRef], ...]:
    found: list[tuple[TicketRef, TicketRef]] = []
    start = 0
    for place, newer in enumerate(traces):
        while newer.opened_at - traces[start].opened_at > same_issue.DUPLICATE_WITHIN:
            start += 1
        near = traces[max(start, place - _MOST_AT_ONCE) : place]
        original = next((older for older in near if same_issue.is_duplicate(older, newer)), None)
        if original is not None:
            found.append((newer.ref, original.ref))
    return tuple(found)
