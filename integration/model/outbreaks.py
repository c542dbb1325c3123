"""What many customers say at the same time: what is compared of a ticket's opening, and what it was found to match."""

from dataclasses import dataclass
from datetime import datetime

from integration.model.helpdesk import TicketRef


@dataclass(frozen=True, slots=True)
class Signature:
    """What is compared of one ticket's opening with those of other customers."""

    ticket: TicketRef
    opened_at: datetime
    words: tuple[str, ...]
    """Its telling words and codes as they were written, each once, in their order."""
    vector: bytes
    """What it is about: a unit vector in steps of 1/127, one signed byte a dimension."""
    is_open: bool = True
    is_problem: bool = False
    """A problem ticket, which is matched and never counted as a customer's."""
    problem: TicketRef | None = None
    """The problem ticket that the helpdesk itself links it to."""


@dataclass(frozen=True, slots=True)
class Text:
    """A signature as it is kept."""

    id: int
    """Another one after every change, so that an index in memory can follow."""
    customer_id: str
    signature: Signature


@dataclass(frozen=True, slots=True)
class Outbreak:
    """Tickets of many customers that say the same at the same time."""

    id: int
    first_at: datetime
    tickets: frozenset[TicketRef]


@dataclass(frozen=True, slots=True)
class Match:
    """What one text was found to match; all empty is the usual answer."""

    ticket: TicketRef
    outbreak: int | None = None
    """The outbreak that it joins."""
    begins: tuple[TicketRef, ...] = ()
    """The tickets of the outbreak that begins with it, itself among them."""
    words: tuple[str, ...] = ()
    """That outbreak's name: folded words that at least half of its customers used, the most telling first."""
    first_at: datetime | None = None
    problem: TicketRef | None = None
    """The open problem ticket that it is like."""
    incidents: tuple[TicketRef, ...] = ()
    """Where it is a problem ticket itself: the tickets that are like it."""

    @property
    def is_news(self) -> bool:
        """Whether anything was found."""
        return self.outbreak is not None or bool(self.begins or self.problem or self.incidents)


@dataclass(frozen=True, slots=True)
class KnownIssue:
    """
    What a ticket has in common with other customers' tickets: a problem ticket, an outbreak, or both.

    It names no other customer and quotes none: a count, words in common, and the tickets themselves.
    """

    ticket: TicketRef
    words: tuple[str, ...] = ()
    """Words in common, folded, the most telling first."""
    customers: int = 0
    """At least so many customers, this one among them: rounded down to a step, so that one more rewrites no ticket."""
    since: datetime | None = None
    """When the first of them wrote."""
    others: tuple[tuple[TicketRef, datetime], ...] = ()
    """The first tickets of other customers, and when they were opened."""
    numbers: tuple[tuple[TicketRef, str], ...] = ()
    """What people call those tickets."""
    problem: TicketRef | None = None
    """The open problem ticket."""
    problem_number: str | None = None
    problem_at: datetime | None = None
    """When it was opened."""
    linked: bool = False
    """Whether the helpdesk itself links the ticket to it."""
