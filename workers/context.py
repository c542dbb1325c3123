"""
What is known about one customer at one moment: the timeline, the issues, and what each comment says.

Built anew from the history each time; nothing here is stored, so nothing here can be stale.
"""

import functools
import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final, TypeVar

from integration.model import (
    Comment,
    Contact,
    ContactRef,
    CustomerHistory,
    Event,
    KnownIssue,
    Reading,
    Surroundings,
    Ticket,
    TicketRef,
)
from integration.saying import Saying
from workers import issues, reading, timeline
from workers.alike import Compare
from workers.brand import Brand
from workers.hours import BusinessHours
from workers.issues import Issue
from workers.moments import zone_of
from workers.rules import Rules
from workers.timeline import CommentKey, Entry, Kind, Timeline

L = TypeVar("L")

ONE_TURN: Final = timedelta(minutes=5)
UNKNOWN_SURROUNDINGS: Final = Surroundings()
"""Nothing is known beyond the customer."""


@dataclass(frozen=True, slots=True)
class ThinkingSettings:
    """What the thinking needs to be told."""

    time_zone: str = "Europe/London"
    """IANA name of the team's zone, also for customers whose own is unknown."""
    rules: Rules = field(default_factory=Rules)
    saying: Saying = Saying()  # noqa: RUF009 - a voice never changes
    """The account's language, in which agents are told."""
    brand: Brand = field(default_factory=Brand)
    """How the company writes to customers."""
    compare: Compare | None = None
    """The optional model that helps to tell whether two tickets are about the same."""

    def hours_of(self, team: str | None) -> BusinessHours:
        """Return when a team works."""
        return self.rules.team_hours.get(team or "") or self.rules.hours


@dataclass(frozen=True)
class CustomerContext:
    """One customer at one moment."""

    history: CustomerHistory
    now: datetime
    settings: ThinkingSettings
    timeline: Timeline
    issues: tuple[Issue, ...]
    readings: Mapping[CommentKey, Reading] = field(repr=False)
    surroundings: Surroundings = field(default=UNKNOWN_SURROUNDINGS, repr=False)

    @functools.cached_property
    def _issue_of(self) -> dict[TicketRef, Issue]:
        return {t.ref: issue for issue in self.issues for t in issue.tickets}

    @functools.cached_property
    def _names(self) -> dict[ContactRef, str]:
        people: Iterable[Contact] = (*self.history.people, *self.history.contacts)
        return {p.ref: p.name for p in people}

    def view(self, ref: TicketRef) -> "TicketView":
        """Return one ticket with its issue. KeyError where the customer has no such ticket."""
        issue = self._issue_of[ref]
        return TicketView(self, next(t for t in issue.tickets if t.ref == ref), issue)

    def reading(self, comment: Comment) -> Reading:
        """Return what a comment says."""
        return self.readings[timeline.key(comment)]

    def author(self, comment: Comment) -> str | None:
        """Return the name of who wrote a comment, where it is known."""
        return comment.author_name or (self._names.get(comment.author) if comment.author else None)


@dataclass(frozen=True)
class TicketView:
    """One ticket within its issue: what a flag looks at. Only what had happened by the context's moment is in it."""

    context: CustomerContext
    ticket: Ticket
    issue: Issue

    @property
    def entries(self) -> tuple[Entry, ...]:
        """This ticket's own entries, in order."""
        return self.issue.entries_of(self.ticket.ref)

    def comments(self, *kinds: Kind) -> tuple[Comment, ...]:
        """Return this ticket's comments of some kinds, in order."""
        return _comments(self.entries, kinds)

    def issue_comments(self, *kinds: Kind) -> tuple[Comment, ...]:
        """Return the whole issue's comments of some kinds, in order."""
        return _comments(self.issue.entries, kinds)

    def reading(self, comment: Comment) -> Reading:
        """Return what a comment says."""
        return self.context.reading(comment)

    @property
    def saying(self) -> Saying:
        """The voice in which agents are told."""
        return self.context.settings.saying

    def cues(self, comment: Comment) -> dict[str, str]:
        """Return what a comment is a sign of, with the words; of a kind that comes twice, the last."""
        return dict(self.reading(comment).cues)

    def limits(self, kind: type[L]) -> L:
        """Return the numbers that an admin may have set for a flag, `kind` being its `Limits`."""
        found = self.context.settings.rules.limits.get(kind)
        return found if isinstance(found, kind) else kind()

    def local(self, at: datetime) -> datetime:
        """Return a moment in the account's time zone."""
        return at.astimezone(zone_of(self.context.settings.time_zone))

    def worked(self, start: datetime, end: datetime) -> timedelta:
        """Return the working time of this ticket's team between two moments."""
        settings = self.context.settings
        zone = zone_of(settings.time_zone)
        return settings.hours_of(self.ticket.group).worked(start.astimezone(zone), end.astimezone(zone))

    @property
    def replies(self) -> tuple[Comment, ...]:
        """This ticket's public comments by agents, in order."""
        return self.comments(Kind.REPLY)

    @property
    def said(self) -> tuple[Comment, ...]:
        """This ticket's conversation, in order: the customer's own words and the replies."""
        return self.comments(Kind.CUSTOMER, Kind.REPLY)

    def turn(self, comment: Comment) -> tuple[Comment, ...]:
        """Return a reply and what its author sent within minutes, before anybody else spoke: a chat's one thought."""
        said = self.said
        start = said.index(comment)
        own = itertools.takewhile(lambda c: c.author == comment.author and c.at - comment.at <= ONE_TURN, said[start:])
        return tuple(own)

    @functools.cached_property
    def before(self) -> tuple[Comment, ...]:
        """The issue's comments on other tickets, by customer and agents, from before this one was opened."""
        opened = self.ticket.created_at
        kinds = (Kind.CUSTOMER, Kind.REPLY, Kind.NOTE)
        return tuple(c for c in self.issue_comments(*kinds) if c.ticket != self.ticket.ref and c.at < opened)

    @property
    def reopened(self) -> Event | None:
        """This ticket's last change from solved back to work; None without one."""
        events = [e.event for e in self.entries if e.event and e.event.field == "status"]
        done = ("solved", "closed")
        return next((e for e in reversed(events) if e.before in done and e.after and e.after not in done), None)

    def lived(self, *kinds: Kind) -> tuple[Comment, ...]:
        """
        Return the issue's comments of some kinds as far as this ticket reaches: up to its end, once it is done.

        So what is written on a solved ticket does not change because the customer comes back on another one.
        """
        end = self.ends_at
        return tuple(c for c in self.issue_comments(*kinds) if c.at <= end)

    @functools.cached_property
    def ends_at(self) -> datetime:
        """The moment up to which this ticket tells: now while open, else when it was solved or last written on."""
        if not self.ticket.status.is_done:
            return self.context.now
        return max([self.ticket.solved_at or self.ticket.created_at, *(e.at for e in self.entries)])

    @property
    def known_issue(self) -> KnownIssue | None:
        """What this ticket has in common with other customers' tickets; None where nothing is known."""
        return next((k for k in self.context.history.known_issues if k.ticket == self.ticket.ref), None)

    @property
    def is_duplicate(self) -> bool:
        """Whether this ticket is an accidental second of another."""
        return any(second == self.ticket.ref for second, _ in self.issue.duplicates)

    def earlier_contacts(self, within: timedelta) -> tuple[Ticket, ...]:
        """Return the issue's contacts that were opened before this one, at most `within` earlier; oldest first."""
        opened = self.ticket.created_at
        return tuple(t for t in self.issue.contacts if timedelta() < opened - t.created_at <= within)


def build(
    history: CustomerHistory,
    now: datetime,
    settings: ThinkingSettings,
    surroundings: Surroundings = UNKNOWN_SURROUNDINGS,
) -> CustomerContext:
    """
    Return what is known about a customer at `now`. What happened later is left out, so the past can be looked at.

    Readings of another engine version, or missing ones, are read here, so that the store may be behind.
    """
    zone = next((c.time_zone for c in history.contacts if c.time_zone), None) or settings.time_zone
    known = {(r.connection, r.comment_id): r for r in history.readings if r.version == reading.VERSION}
    comments = tuple(c for c in history.comments if c.at <= now)
    hours = _hours(history, settings)
    readings = {
        timeline.key(c): known.get(timeline.key(c)) or reading.read(c, zone, hours.get(c.ticket, settings.rules.hours))
        for c in comments
    }
    history = CustomerHistory(
        history.customer_id,
        history.contacts,
        tuple(t for t in history.tickets if not t.deleted and t.created_at <= now),
        comments,
        tuple(e for e in history.events if e.at <= now),
        tuple(readings.values()),
        history.people,
        history.known_issues,
    )
    whole = timeline.build(history)
    found = issues.build(history, whole, readings, settings.compare)
    return CustomerContext(history, now, settings, whole, found, readings, surroundings)


def _hours(history: CustomerHistory, settings: ThinkingSettings) -> dict[TicketRef, BusinessHours]:
    """Return when the team of each ticket works, in the account's zone."""
    teams = {t.group for t in history.tickets}
    hours = {team: replace(settings.hours_of(team), time_zone=settings.time_zone) for team in teams}
    return {t.ref: hours[t.group] for t in history.tickets}


def _comments(entries: Iterable[Entry], kinds: tuple[Kind, ...]) -> tuple[Comment, ...]:
    return tuple(e.comment for e in entries if e.comment is not None and e.kind in kinds)
