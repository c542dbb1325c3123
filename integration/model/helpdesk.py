"""
What a helpdesk says: tickets, comments, people, changes. Mapped by the connectors.

What comes by the million is a `msgspec.Struct`: frozen and compared like a dataclass, and made in a twelfth of the
time. Change one with `msgspec.structs.replace`.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import msgspec

from integration.model.feedback import FlagFeedback


class Status(StrEnum):
    """The six status categories that both helpdesks' own statuses map to."""

    NEW = "new"
    OPEN = "open"
    PENDING = "pending"
    HOLD = "hold"
    SOLVED = "solved"
    CLOSED = "closed"

    @property
    def is_done(self) -> bool:
        """Whether the helpdesk counts the ticket as resolved."""
        return self in (Status.SOLVED, Status.CLOSED)


class Channel(StrEnum):
    """The way a ticket or comment came in. `API` and `OTHER` are what no customer chose."""

    EMAIL = "email"
    WEB = "web"
    CHAT = "chat"
    MESSAGING = "messaging"
    PHONE = "phone"
    SOCIAL = "social"
    API = "api"
    OTHER = "other"


class Role(StrEnum):
    """Who wrote a comment or made a change."""

    CUSTOMER = "customer"
    AGENT = "agent"
    BOT = "bot"
    AUTOMATION = "automation"
    SIDELIGHT = "sidelight"


class Score(StrEnum):
    """What the customer answered to a satisfaction survey."""

    GOOD = "good"
    BAD = "bad"


class TicketRef(msgspec.Struct, frozen=True, order=True):
    """A ticket's address: the connection that holds it (`zendesk:acme`, `salesforce:acme`) and its id there."""

    connection: str
    id: str

    def __str__(self) -> str:
        return f"{self.connection}/{self.id}"

    @classmethod
    def parse(cls, text: str) -> "TicketRef":
        """Read what `str` wrote; ValueError where it is no reference."""
        connection, slash, ticket_id = text.rpartition("/")
        if not slash or not connection or not ticket_id:
            raise ValueError(f"{text!r} is no ticket reference; write CONNECTION/ID.")
        return cls(connection, ticket_id)


class ContactRef(msgspec.Struct, frozen=True, order=True):
    """A contact's address: connection and id there. Agents and bots have one as well."""

    connection: str
    id: str

    def __str__(self) -> str:
        return f"{self.connection}/{self.id}"

    @classmethod
    def parse(cls, text: str) -> "ContactRef":
        """Read what `str` wrote; ValueError where it is no reference."""
        # a connection's name has no slash, an id may have
        connection, slash, contact_id = text.partition("/")
        if not slash or not connection or not contact_id:
            raise ValueError(f"{text!r} is no contact's reference; write CONNECTION/ID.")
        return cls(connection, contact_id)


class Contact(msgspec.Struct, frozen=True):
    """A person or bot known to one helpdesk: an end user, a Salesforce Contact, or somebody on the team."""

    ref: ContactRef
    name: str
    role: Role
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    external_ids: tuple[str, ...] = ()
    account_id: str | None = None
    """The organization (Zendesk) or Account (Salesforce) that the person belongs to."""
    language: str | None = None
    """BCP 47, as the helpdesk's profile states it; None where it states none."""
    time_zone: str | None = None
    """IANA name."""
    merged_into: ContactRef | None = None
    deleted: bool = False
    updated_at: datetime | None = None


class Account(msgspec.Struct, frozen=True):
    """A company or household that contacts belong to: a Zendesk organization, a Salesforce Account."""

    connection: str
    id: str
    """What `Contact.account_id` and `Ticket.account_id` name."""
    name: str
    domains: tuple[str, ...] = ()
    external_id: str | None = None
    deleted: bool = False


class Ticket(msgspec.Struct, frozen=True):
    """One ticket as its helpdesk shows it, without comments. Fields that Sidelight writes are not part of it."""

    ref: TicketRef
    number: str
    """What people call it: `#35436`, `00001026`."""
    subject: str
    status: Status
    channel: Channel
    created_at: datetime
    updated_at: datetime
    requester: ContactRef | None = None
    assignee: ContactRef | None = None
    group: str | None = None
    """The team's name (Zendesk group, Salesforce queue or group of the owner)."""
    account_id: str | None = None
    custom_status: str | None = None
    """The label that agents see where the account has custom statuses."""
    priority: str | None = None
    tags: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    """The account's own custom fields that hold a value, as (field id or API name, value), sorted."""
    external_id: str | None = None
    solved_at: datetime | None = None
    satisfaction: Score | None = None
    satisfaction_comment: str | None = None
    is_problem: bool = False
    problem: TicketRef | None = None
    """The problem ticket that this incident is linked to."""
    follow_up_of: TicketRef | None = None
    merged_into: TicketRef | None = None
    deleted: bool = False
    outbound: bool = False
    """True where the team started it (a call or ticket that we scheduled): no contact by the customer."""
    sla_breached: bool | None = None
    """None where the helpdesk does not say."""
    feedback: tuple[FlagFeedback, ...] = ()
    """
    What agents say of our flags. As a helpdesk's page tells it, that is what its field holds now; in a customer's
    history, the latest word of each agent ever.
    """
    stamp: str | None = None
    """The vendor's own last-change stamp, sent back for a safe update."""


class Comment(msgspec.Struct, frozen=True):
    """One message on a ticket, public or internal, from whichever object the vendor keeps it in."""

    ticket: TicketRef
    id: str
    """Unique within the connection, the vendor's object as prefix: `comment:9`, `conversation:01H…`, `email:02s…`."""
    at: datetime
    author: ContactRef | None
    role: Role
    public: bool
    text: str
    """Plain text as the vendor gives it, or as derived from its HTML; not yet cleaned of quotes and signatures."""
    author_name: str | None = None
    channel: Channel = Channel.OTHER
    attachments: tuple[str, ...] = ()
    """File names."""
    redacted: bool = False


class Event(msgspec.Struct, frozen=True):
    """
    One change of a ticket's field; `field` is ours: status, assignee, group, priority, merged, restored, sla.

    `merged` is told of the ticket that was merged away; `after` is the id of the ticket that it went into.
    """

    ticket: TicketRef
    id: str
    at: datetime
    field: str
    before: str | None
    after: str | None
    role: Role = Role.AGENT


class Rating(msgspec.Struct, frozen=True):
    """What a customer answered to a survey that the helpdesk keeps apart from the ticket."""

    ticket: TicketRef
    id: str
    """Unique within the connection."""
    at: datetime
    score: Score | None = None
    """None for an answer between good and bad."""
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """
    What one call to a helpdesk gave, mapped.

    The store saves a page and its cursor in one commit, so a page that was cut off half-way is simply read again.
    """

    tickets: tuple[Ticket, ...] = ()
    comments: tuple[Comment, ...] = ()
    contacts: tuple[Contact, ...] = ()
    events: tuple[Event, ...] = ()
    accounts: tuple[Account, ...] = ()
    ratings: tuple[Rating, ...] = ()
    removed_comments: tuple[str, ...] = ()
    """Ids of comments that the helpdesk no longer holds."""
    missing_tickets: tuple[TicketRef, ...] = ()
    """Asked for, and not there: deleted, or not ours to see."""
    forgotten_tickets: tuple[TicketRef, ...] = ()
    """Deleted for good: nothing of what was said on them may be kept."""
    cursor: str | None = None
    """Where the next call goes on; opaque to all but the connector."""
    has_more: bool = False
