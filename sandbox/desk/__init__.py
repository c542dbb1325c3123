"""
The agent's page: what an agent sees in the vendor's own helpdesk, and a box in which to write as the customer.

Both loopback helpdesks show their tickets through the same page. Each gives it a `Desk`, a plain view of its own state.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class DeskComment:
    """One entry of a conversation. `role` is customer, agent, bot or app; `html` is set where the vendor keeps HTML."""

    id: str
    at: datetime
    author: str
    role: str
    public: bool
    text: str
    html: str | None = None
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeskField:
    """One custom field as the ticket form shows it. `value` is None, text, number, or the labels of chosen options."""

    key: str
    title: str
    value: str | int | float | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class DeskTicket:
    """One ticket for the page. `conversation` is empty in lists."""

    id: str
    number: str
    subject: str
    status: str
    channel: str
    priority: str | None
    requester: str
    requester_contact: str
    assignee: str | None
    group: str | None
    created_at: datetime
    updated_at: datetime
    tags: tuple[str, ...]
    fields: tuple[DeskField, ...]
    conversation: tuple[DeskComment, ...] = ()
    satisfaction: str | None = None


@dataclass(frozen=True, slots=True)
class DeskAgent:
    """Who works on the page. `locale` is a BCP 47 tag, `time_zone` an IANA name."""

    id: str
    name: str
    locale: str
    time_zone: str


class Desk(Protocol):
    """What a loopback helpdesk gives to the page."""

    vendor: str
    """`zendesk` or `salesforce`."""

    company: str

    def list_tickets(self) -> list[DeskTicket]:
        """Return all tickets, the last changed first, without their conversations."""

    def read_ticket(self, ticket_id: str) -> DeskTicket:
        """Return one ticket with its conversation; KeyError where there is none."""

    def reply_as_customer(self, ticket_id: str, text: str) -> None:
        """Add the requester's public reply, as if it came in by the ticket's channel; KeyError where there is none."""

    def agent(self) -> DeskAgent:
        """Return the agent that whoever opens the page is signed in as: one of the team, no admin, not an app."""

    def reply_as_agent(self, ticket_id: str, text: str) -> None:
        """
        Add a public reply by that agent; KeyError where there is no such ticket.

        Raises:
            ValueError: the helpdesk refuses it; says why.
        """

    def now(self) -> datetime:
        """Return the helpdesk's present moment, which may be the story's and not the world's."""

    def version(self) -> int:
        """Return a number that grows with every change, so that the page knows when to look again."""
