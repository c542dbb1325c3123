"""The account's state: all rows, under one lock."""

import itertools
import threading
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sandbox.clock import Clock
from sandbox.zendesk.errors import not_found
from sandbox.zendesk.options import ZendeskOptions
from sandbox.zendesk.rows import (
    SYSTEM_ID,
    Comment,
    CustomStatus,
    Group,
    Invocation,
    Job,
    Organization,
    Survey,
    Ticket,
    TicketField,
    User,
    Webhook,
)
from sandbox.zendesk.shelf import Shelf
from sandbox.zendesk.trigger_rows import Triggers

if TYPE_CHECKING:
    from sandbox.zendesk.crowd import Crowd
    from sandbox.zendesk.crowd_pages import CrowdPages

ACCOUNT_ID = 21825834
_FIRST_ID = 20_000_000_000_001


@dataclass(frozen=True, slots=True)
class Happening:
    """
    One thing that webhooks are told: the event's type, its own part, and the ticket as it then was.

    What a trigger sends goes to one webhook alone, and has a body of the trigger's own.
    """

    type: str
    ticket_id: int
    event: dict[str, Any]
    detail: dict[str, Any]
    at: datetime
    webhook_id: str | None = None
    body: str | None = None


@dataclass
class Account:
    """Everything the loopback Zendesk knows. Whoever reads or changes it holds `lock`."""

    options: ZendeskOptions
    clock: Clock
    lock: threading.RLock = field(default_factory=threading.RLock)
    users: Shelf[User] = field(default_factory=Shelf)
    organizations: dict[int, Organization] = field(default_factory=dict)
    surveys: dict[str, Survey] = field(default_factory=dict)
    groups: dict[int, Group] = field(default_factory=dict)
    statuses: dict[int, CustomStatus] = field(default_factory=dict)
    fields: dict[int, TicketField] = field(default_factory=dict)
    tickets: Shelf[Ticket] = field(default_factory=Shelf)
    crowd: "Crowd | None" = None
    crowd_pages: "CrowdPages | None" = None
    webhooks: dict[str, Webhook] = field(default_factory=dict)
    invocations: list[Invocation] = field(default_factory=list)
    triggers: Triggers = field(default_factory=Triggers)
    jobs: dict[str, Job] = field(default_factory=dict)
    written: list[tuple[int, Comment]] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)
    version: int = 0
    owner_id: int = 0
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(_FIRST_ID))
    _ticket_numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1001))

    def now(self) -> datetime:
        """Return the present of the account, in whole seconds as Zendesk keeps it."""
        return self.clock().replace(microsecond=0)

    def next_id(self) -> int:
        """Return an id that nothing else has."""
        return next(self._numbers)

    def next_ticket_id(self) -> int:
        """Return the next ticket's number."""
        return next(self._ticket_numbers)

    def ticket_numbers(self) -> list[int]:
        """Return the numbers of all tickets, deleted ones as well."""
        return list(self.tickets)

    def changed(self) -> None:
        """Note that something changed, for the agent's page."""
        self.version += 1

    def ticket(self, ticket_id: int, *, deleted: bool = False) -> Ticket:
        """Return the ticket; 404 where there is none, or where it is deleted and `deleted` does not ask for those."""
        ticket = self.tickets.get(ticket_id)
        if ticket is None or (ticket.deleted and not deleted):
            raise not_found()
        return ticket

    def incidents(self, problem_id: int) -> list[Ticket]:
        """Return the incidents that are linked to a problem."""
        # nobody in the crowd is an incident unless somebody made it one
        return [t for t in self.tickets.kept.values() if t.problem_id == problem_id and not t.deleted]

    def default_status(self, category: str) -> int:
        """Return the custom status that tickets of a category have unless somebody chose another."""
        wanted = "solved" if category == "closed" else category
        return next(s.id for s in self.statuses.values() if s.category == wanted and s.default)

    def author_name(self, user_id: int | None) -> str:
        """Return a name for the page and the webhooks."""
        if user_id is None:
            return ""
        if user_id == SYSTEM_ID:
            return "Zendesk"
        user = self.users.get(user_id)
        return user.name if user else "Deleted user"

    def staff_named(self, name: str) -> User | None:
        """Return the agent with this name."""
        return next((u for u in self.users.kept.values() if u.is_staff and u.name == name), None)

    def page_agent(self) -> User:
        """Return the agent who works on the page: the account's first, or one who joins when nobody was one."""
        for user in self.users.kept.values():
            if user.role == "agent" and user.active:
                return user
        now = self.now()
        agent = User(self.next_id(), "Agent", "agent@harbourlane.example", "agent", now, now)
        self.users[agent.id] = agent
        return agent

    def user_with_email(self, email: str) -> User | None:
        """Return the user with this address."""
        wanted = email.strip().lower()
        if self.crowd is not None and (number := self.crowd.user_with_email(wanted)) is not None:
            found = self.users[number]
            return found if found.active and wanted in found.emails else None
        return next((u for u in self.users.kept.values() if u.active and wanted in u.emails), None)
