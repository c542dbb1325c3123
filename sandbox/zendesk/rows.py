"""The rows that the loopback Zendesk keeps. Times are aware and UTC; ids are the vendor's numbers."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

SYSTEM_ID = -1
"""The author of what no person did: bots in e-mail, triggers, automations."""


@dataclass(slots=True)
class User:
    """An end user, agent or admin. `phones` after the first are identities only."""

    id: int
    name: str
    email: str | None
    role: str
    created_at: datetime
    updated_at: datetime
    phones: tuple[str, ...] = ()
    shared_phone: bool = False
    locale: str = "en-US"
    external_id: str | None = None
    organization_id: int | None = None
    tags: list[str] = field(default_factory=list)
    active: bool = True
    identities: list["Identity"] = field(default_factory=list)

    @property
    def is_staff(self) -> bool:
        """Whether it is one of the team."""
        return self.role != "end-user"

    @property
    def emails(self) -> tuple[str, ...]:
        """All their addresses, in small letters."""
        own = (self.email.lower(),) if self.email else ()
        return (*own, *(i.value.lower() for i in self.identities if i.kind == "email"))


@dataclass(slots=True)
class Identity:
    """An address that a user got later, beside the first one and the phones. `kind` is the vendor's type."""

    id: int
    kind: str
    value: str
    created_at: datetime


@dataclass(slots=True)
class Organization:
    """A company that users belong to. New users with one of its domains join by themselves."""

    id: int
    name: str
    created_at: datetime
    updated_at: datetime
    domains: tuple[str, ...] = ()


@dataclass(slots=True)
class Group:
    """A team."""

    id: int
    name: str
    created_at: datetime


@dataclass(slots=True)
class CustomStatus:
    """A label for a status category. Several may share one."""

    id: int
    category: str
    label: str
    default: bool
    created_at: datetime


@dataclass(slots=True)
class Option:
    """One choice of a drop-down or multi-select field; its value is a tag."""

    id: int
    name: str
    value: str


@dataclass(slots=True)
class TicketField:
    """A field of the ticket form. System fields cannot be removed."""

    id: int
    type: str
    title: str
    created_at: datetime
    updated_at: datetime
    options: list[Option] = field(default_factory=list)
    removable: bool = True
    active: bool = True
    description: str = ""
    agent_description: str | None = None
    tag: str | None = None
    position: int = 0
    required: bool = False
    visible_in_portal: bool = False
    editable_in_portal: bool = False

    @property
    def is_tagged(self) -> bool:
        """Whether its value is kept in the ticket's tags."""
        return self.type in ("tagger", "multiselect")


@dataclass(slots=True)
class Comment:
    """One entry of `/comments`. `html` is set where it was written as HTML."""

    id: int
    author_id: int
    at: datetime
    public: bool
    text: str
    channel: str
    html: str | None = None
    attachments: tuple[str, ...] = ()
    voice: bool = False
    by_api: bool = False
    source: dict[str, Any] | None = None
    redacted: bool = False


@dataclass(slots=True)
class Message:
    """One chat or messaging message: only in the conversation log. `kind` is user, agent or bot."""

    id: str
    at: datetime
    kind: str
    author_id: int
    author_name: str
    text: str
    attachments: tuple[str, ...] = ()


@dataclass(slots=True)
class Change:
    """One field's change inside an audit; `first` marks the values that a ticket is created with."""

    id: int
    field: str
    value: Any
    previous: Any = None
    first: bool = False


@dataclass(slots=True)
class Occurrence:
    """Something else inside an audit; `fields` are its own, as the vendor names them."""

    id: int
    type: str
    fields: dict[str, Any]


@dataclass(slots=True)
class Audit:
    """One update of a ticket: everything that changed in one step."""

    id: int
    ticket_id: int
    author_id: int
    at: datetime
    channel: str
    events: list["Comment | Change | Occurrence"] = field(default_factory=list)


@dataclass(slots=True)
class Satisfaction:
    """The customer's legacy rating. Who rates again changes the one that is there."""

    id: int
    score: str
    at: datetime
    comment: str | None = None
    updated_at: datetime | None = None


@dataclass(slots=True)
class Survey:
    """A customer's answer to the survey that follows a ticket; `score` is 1 to 5."""

    id: str
    ticket_id: int
    responder_id: int
    score: int
    comment: str | None
    created_at: datetime
    updated_at: datetime


@dataclass(slots=True)
class Ticket:
    """
    One ticket.

    `updated_at` moves with every audit, `generated_at` with every touch by the system as well: the exports go by it.
    `custom` holds only fields that were set once.
    """

    id: int
    subject: str
    description: str
    status: str
    custom_status_id: int
    requester_id: int
    submitter_id: int
    channel: str
    created_at: datetime
    updated_at: datetime
    generated_at: datetime
    world_id: str | None = None
    priority: str | None = None
    type: str | None = None
    assignee_id: int | None = None
    group_id: int | None = None
    organization_id: int | None = None
    external_id: str | None = None
    due_at: str | None = None
    problem_id: int | None = None
    is_public: bool = True
    tags: list[str] = field(default_factory=list)
    custom: dict[int, Any] = field(default_factory=dict)
    satisfaction: Satisfaction | None = None
    comments: list[Comment] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    audits: list[Audit] = field(default_factory=list)
    followup_ids: list[int] = field(default_factory=list)
    followup_of: int | None = None
    deleted: bool = False
    deleted_by: int | None = None
    forgotten: bool = False

    @property
    def is_conversation(self) -> bool:
        """Whether its text lives in the conversation log instead of `/comments`."""
        return self.channel in ("chat", "native_messaging")


@dataclass(slots=True)
class Webhook:
    """One webhook. `subscriptions` are event types, or `conditional_ticket_events` alone."""

    id: str
    name: str
    endpoint: str
    subscriptions: tuple[str, ...]
    secret: str = field(repr=False)
    status: str
    created_at: datetime
    created_by: int
    updated_at: datetime
    http_method: str = "POST"
    request_format: str = "json"
    description: str | None = None
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Invocation:
    """One event's delivery to one webhook; `attempts` are (time, status code or 0, status)."""

    id: str
    webhook_id: str
    event_type: str
    created_at: datetime
    status: str = "in progress"
    attempts: list[tuple[datetime, int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Job:
    """One background job."""

    id: str
    type: str
    total: int
    created_at: datetime
    status: str = "queued"
    message: str | None = None
    progress: int | None = None
    results: list[dict[str, Any]] | None = None
