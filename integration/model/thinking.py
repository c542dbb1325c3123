"""What Sidelight concludes: readings, flags with their evidence, annotations. Worked out by `workers`."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from integration.model.helpdesk import Channel, Comment, Contact, Event, Role, Status, Ticket, TicketRef
from integration.model.outbreaks import KnownIssue

FLAG_KINDS = (
    "repeat_contact",
    "asked_again",
    "hollow_resolution",
    "unanswered_question",
    "rushed",
    "left_waiting",
    "promise_overdue",
    "context_lost",
    "deflected_again",
    "channel_switch",
    "scripted_empathy",
    "rising_frustration",
    "known_issue",
    "language_mismatch",
    "good_score_bad_experience",
)
"""Every flag that a helpdesk is prepared to hold, so that a new one needs no change there."""


HEADLINE_BETWEEN = " · "
"""Stands between what a headline says, the most important first."""


class Severity(StrEnum):
    """How loudly a flag speaks. Only high ones cause a note."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Frustration(IntEnum):
    """The customer's last state on an issue."""

    CALM = 0
    UNEASY = 1
    FRUSTRATED = 2
    ANGRY = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a statement comes from: a ticket, a time and, if words carry it, the words themselves, verbatim."""

    ticket: TicketRef
    at: datetime
    quote: str | None = None
    """A verbatim piece of the comment's text; None where the fact is an event or the ticket itself."""
    comment_id: str | None = None
    role: Role | None = None
    """Who said it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the customer gave. Kinds: name, order_number, email, amount, step_tried, attachment …."""

    kind: str
    value: str
    evidence: Evidence
    confidence: float = 1.0
    sensitive: bool = False
    """Given, and never to be repeated: shown as "given, hidden"."""
    instead_of: str | None = None
    """The value whose place it takes; "" where that is whatever was given before; None where it takes none."""
    told_to: str | None = None
    """Name of the agent or team that had the ticket; told of an issue's facts, never in a reading."""


@dataclass(frozen=True, slots=True)
class Request:
    """A kind of fact that an agent asked the customer for."""

    kind: str
    evidence: Evidence
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Question:
    """A question or objection of the customer's that wants an answer."""

    evidence: Evidence
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Promise:
    """
    What an agent named a time for. `due` is resolved from the words, in the customer's zone, to UTC.

    The evidence quotes what was promised. Kinds: call, refund, visit, delivery, correction, answer; else action.
    """

    due: datetime
    evidence: Evidence
    confidence: float = 1.0
    kind: str = "action"


@dataclass(frozen=True, slots=True)
class Reading:
    """
    What one comment says, read once when it arrives and stored with the engine's version.

    Everything in it depends on this comment's own text, author role and time, and on nothing else.
    """

    comment_id: str
    version: int
    connection: str = ""
    """The connection within which the comment's id is unique."""
    language: str | None = None
    """ISO 639-1; None where it cannot be told."""
    words: int = 0
    """Words of the cleaned text."""
    frustration: Frustration = Frustration.CALM
    frustration_chance: float = 0.0
    """How likely it is that the writer is frustrated at all, 0 to 1; the level above needs words that say so."""
    cues: tuple[tuple[str, str], ...] = ()
    """Explicit cues as (kind, verbatim words): already_told, not_solved, chaser, complaint, cancel, thanks_but …"""
    facts: tuple[Fact, ...] = ()
    requests: tuple[Request, ...] = ()
    questions: tuple[Question, ...] = ()
    promises: tuple[Promise, ...] = ()
    automatic: bool = False
    """Out-of-office, bot greeting or other mail that nobody wrote."""
    substance: str | None = None
    """Of an agent's comment: formula, stall or full; None of others."""
    formulas: tuple[tuple[str, str], ...] = ()
    """Of an agent's reply: its sentences of empathy as (key, verbatim sentence); the same words have the same key."""


@dataclass(frozen=True, slots=True)
class Norm:
    """What is usual in one team: medians and 90th percentiles of its own solved tickets, in seconds."""

    handle_time_s: float
    """Median from opening to solving."""
    wait_s: float
    """90th percentile of the working time that a customer waits for a reply."""


@dataclass(frozen=True, slots=True)
class SolvedTicket:
    """What one solved ticket tells of its team, in seconds."""

    ticket: TicketRef
    team: str
    solved_at: datetime
    handle_time_s: float
    """From opening to solving."""
    wait_s: float | None
    """The longest working time that the customer waited for a reply; None where nobody waited."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known beyond the customer: what is usual in each team, and what the account's agents write to anybody."""

    norms: tuple[tuple[str, Norm], ...] = ()
    """By the team's name; a team with too little history has none."""
    formulas: frozenset[str] = frozenset()
    """Keys of the sentences of empathy that stand word for word in three or more tickets."""

    def norm(self, team: str | None) -> Norm | None:
        """Return what is usual in a team; None where too little is known."""
        return dict(self.norms).get(team or "")


@dataclass(frozen=True, slots=True)
class Flag:
    """One place where the figures look fine and the customer lived through something else."""

    kind: str
    severity: Severity
    confidence: float
    figure: str
    """Which figure looks fine, in words."""
    lived: str
    """What the customer lived through, one sentence with its numbers."""
    advice: str
    """One thing to do now."""
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"flag {self.kind} has no evidence; without evidence there is no flag")


@dataclass(frozen=True, slots=True)
class TimelinePromise:
    """A promise in its issue: open, kept, withdrawn or overdue at the moment of the context."""

    promise: Promise
    state: str
    by: str | None = None
    """Name of the agent who gave it."""
    settled_by: Evidence | None = None
    """What kept or withdrew it; None while open or overdue, and where nothing shows it."""


@dataclass(frozen=True, slots=True)
class Effort:
    """What reaching a solution cost the customer, 0-100, with the parts that add up to it as (part, points, count)."""

    total: int = 0
    parts: tuple[tuple[str, int, int], ...] = ()
    evidence: tuple[tuple[str, tuple[Evidence, ...]], ...] = ()
    """For each part where it is seen, oldest first, the first few."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """One contact of the issue's history, for the sidebar's small timeline."""

    ticket: TicketRef
    at: datetime
    subject: str
    status: Status
    channel: Channel
    number: str | None = None
    """What people call the ticket: `#35436`, `00001026`."""


@dataclass(frozen=True, slots=True)
class OpeningClause:
    """One thing that the opening says, and what it rests on: a flag, and where its numbers, names and days stand."""

    flag: str
    """Kind of the flag."""
    evidence: tuple[Evidence, ...]
    name: str | None = None
    """Name of the agent of ours that it names."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """Context and flags of one ticket at one moment, as stored and written to the helpdesk."""

    ticket: TicketRef
    flags: tuple[Flag, ...] = ()
    headline: str | None = None
    """One sentence for lists; None where there is nothing to say."""
    opening: str | None = None
    """A grounded first sentence for the agent to edit; never sent by Sidelight."""
    contacts: int = 1
    """Contacts about this issue, this one included."""
    frustration: Frustration = Frustration.CALM
    effort: Effort = Effort()
    told: tuple[Fact, ...] = ()
    promises: tuple[TimelinePromise, ...] = ()
    history: tuple[Contribution, ...] = ()
    language: str | None = None
    opening_from: tuple[OpeningClause, ...] = ()
    """What the opening says, in its order."""
    read_to: datetime | None = None
    """When the customer last wrote publicly on this ticket, as far as this takes in; None where they never did."""
    problem: TicketRef | None = None
    """The open problem ticket that the flag known_issue names."""
    numbers: tuple[tuple[TicketRef, str], ...] = ()
    """What people call other customers' tickets that are evidence, and the problem."""

    @property
    def next_promise_due(self) -> datetime | None:
        """The earliest time that an open or overdue promise names; None without one."""
        return min((p.promise.due for p in self.promises if p.state in ("open", "overdue")), default=None)


@dataclass(frozen=True, slots=True)
class CustomerHistory:
    """
    Everything that one customer's tickets hold, over all connections, as loaded in one read.

    Sequences are ordered by time, then id. `readings` has at most one for each comment, of any engine version.
    """

    customer_id: str
    contacts: tuple[Contact, ...] = ()
    tickets: tuple[Ticket, ...] = ()
    comments: tuple[Comment, ...] = ()
    events: tuple[Event, ...] = ()
    readings: tuple[Reading, ...] = ()
    people: tuple[Contact, ...] = ()
    """The agents and bots that the comments and tickets name."""
    known_issues: tuple[KnownIssue, ...] = ()
    """What these tickets have in common with other customers' tickets, where they have something."""
