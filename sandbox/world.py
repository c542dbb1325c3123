"""
A world: the customers, tickets, comments and field changes that both loopback helpdesks are filled with.

A world file is JSON Lines, one customer a line, so that anyone can bring their own story. Reading is strict: an unknown
key, a wrong type or a missing value stops with the line number and the name of the field.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from sandbox.world_fields import Fields, WorldError

__all__ = ["World", "WorldComment", "WorldCustomer", "WorldError", "WorldEvent", "WorldTicket", "read_world"]

SYSTEMS = ("zendesk", "salesforce")
STATUSES = ("new", "open", "pending", "hold", "solved", "closed")
CHANNELS = ("email", "web", "chat", "messaging", "phone", "social")
EVENT_FIELDS = ("status", "assignee", "group", "priority", "subject", "tags")
SCORES = ("good", "bad")
AUTHOR_ROLES = ("customer", "agent", "bot")


@dataclass(frozen=True, slots=True)
class WorldComment:
    """One message. `role` is customer, agent or bot; `name` is the agent's or bot's name, None for the customer."""

    at: datetime
    role: str
    name: str | None
    text: str
    public: bool = True
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorldEvent:
    """One change of a ticket's field."""

    at: datetime
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class WorldTicket:
    """One ticket as its helpdesk shows it at the end of the story."""

    id: str
    system: str
    subject: str
    channel: str
    status: str
    created_at: datetime
    solved_at: datetime | None
    group: str | None
    assignee: str | None
    tags: tuple[str, ...]
    csat: str | None
    problem_id: str | None
    requester_email: str | None
    comments: tuple[WorldComment, ...]
    events: tuple[WorldEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class WorldCustomer:
    """One customer with all their tickets. Each address is a helpdesk user of its own, with the customer's phones."""

    name: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    language: str | None
    tickets: tuple[WorldTicket, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class World:
    """All customers of a world file, in its order."""

    customers: tuple[WorldCustomer, ...]

    def tickets(self, system: str | None = None) -> Iterator[tuple[WorldCustomer, WorldTicket]]:
        """Yield (customer, ticket) for every ticket, or only those of `system`."""
        for customer in self.customers:
            for ticket in customer.tickets:
                if system is None or ticket.system == system:
                    yield customer, ticket

    def at(self, now: datetime) -> "World":
        """Return the world as it stood at `now`: later tickets, comments and changes have not happened yet."""
        return World(
            tuple(
                replace(
                    customer,
                    tickets=tuple(_ticket_at(t, now) for t in customer.tickets if t.created_at <= now),
                )
                for customer in self.customers
            )
        )


def _ticket_at(ticket: WorldTicket, now: datetime) -> WorldTicket:
    """Undo what happened to `ticket` after `now`, newest change first."""
    later = sorted((e for e in ticket.events if e.at > now), key=lambda e: e.at, reverse=True)
    current = {"status": ticket.status, "assignee": ticket.assignee, "group": ticket.group, "subject": ticket.subject}
    for event in later:
        if event.field in current:
            current[event.field] = event.before
    solved_at = ticket.solved_at
    if solved_at is not None and solved_at > now:
        solved_at = None
        if current["status"] in ("solved", "closed"):
            current["status"] = "open"
    return replace(
        ticket,
        status=current["status"] or "open",
        assignee=current["assignee"],
        group=current["group"],
        subject=current["subject"] or ticket.subject,
        solved_at=solved_at,
        csat=ticket.csat if ticket.solved_at is None or ticket.solved_at <= now else None,
        comments=tuple(c for c in ticket.comments if c.at <= now),
        events=tuple(e for e in ticket.events if e.at <= now),
    )


def read_world(path: Path) -> World:
    """
    Read a world file.

    Raises:
        WorldError: the file is missing, or a line is not what the format asks for; names line and field.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise WorldError(f"{path}: cannot be read ({error.strerror}); name an existing world file.") from error
    except UnicodeDecodeError as error:
        raise WorldError(f"{path}: is not UTF-8 at byte {error.start}; save it as UTF-8.") from error
    customers = []
    seen: dict[str, int] = {}
    # split only at "\n": a text may hold other line separators, which JSON allows unescaped
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        customer = _read_line(line, f"{path.name}, line {number}")
        for ticket in customer.tickets:
            if ticket.id in seen:
                first = seen[ticket.id]
                raise WorldError(
                    f'{path.name}, line {number}: ticket id "{ticket.id}" is used already on line {first};'
                    " give each ticket an id of its own."
                )
            seen[ticket.id] = number
        customers.append(customer)
    if not customers:
        raise WorldError(f"{path.name}: holds no customer; write one JSON object a line.")
    world = World(tuple(customers))
    _check_problems(world, path.name, seen)
    return world


def _check_problems(world: World, name: str, lines: dict[str, int]) -> None:
    systems = {ticket.id: ticket.system for _, ticket in world.tickets()}
    for _, ticket in world.tickets():
        if ticket.problem_id is None:
            continue
        where = f"{name}, line {lines[ticket.id]}: tickets.{ticket.id}.problem_id"
        if ticket.problem_id not in systems:
            raise WorldError(f'{where}: there is no ticket "{ticket.problem_id}"; name an existing one or null.')
        if systems[ticket.problem_id] != ticket.system:
            raise WorldError(f"{where}: the problem ticket is in another helpdesk; link tickets of one system.")


def _read_line(line: str, where: str) -> WorldCustomer:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise WorldError(f"{where}: is not JSON ({error.msg} at column {error.colno}).") from error
    fields = Fields(row, where)
    customer = Fields(fields.take("customer"), f"{where}: customer")
    tickets = fields.take("tickets")
    fields.finish()
    if not isinstance(tickets, list):
        raise WorldError(f"{where}: tickets: must be a list.")
    result = WorldCustomer(
        name=customer.text("name"),
        emails=customer.texts("emails"),
        phones=customer.texts("phones", default=()),
        language=customer.optional_text("language"),
        tickets=tuple(_read_ticket(Fields(t, f"{where}: tickets[{i}]")) for i, t in enumerate(tickets)),
    )
    customer.finish()
    for index, ticket in enumerate(result.tickets):
        if ticket.requester_email is not None and ticket.requester_email not in result.emails:
            raise WorldError(
                f"{where}: tickets[{index}].requester_email: is none of the customer's emails; add it to them."
            )
        if ticket.requester_email is None and not result.emails and not result.phones:
            raise WorldError(f"{where}: customer: has neither an email nor a phone; give at least one.")
    return result


def _read_ticket(fields: Fields) -> WorldTicket:
    comments = fields.take("comments")
    events = fields.take("events", default=[])
    for name, rows in (("comments", comments), ("events", events)):
        if not isinstance(rows, list):
            raise WorldError(f"{fields.where}.{name}: must be a list.")
    ticket = WorldTicket(
        id=fields.text("id"),
        system=fields.choice("system", SYSTEMS),
        subject=fields.text("subject", empty=True),
        channel=fields.choice("channel", CHANNELS),
        status=fields.choice("status", STATUSES),
        created_at=fields.time("created_at"),
        solved_at=fields.optional_time("solved_at"),
        group=fields.optional_text("group"),
        assignee=fields.optional_text("assignee"),
        tags=fields.texts("tags", default=()),
        csat=fields.optional_choice("csat", SCORES),
        problem_id=fields.optional_text("problem_id"),
        requester_email=fields.optional_text("requester_email"),
        comments=tuple(_read_comment(Fields(c, f"{fields.where}.comments[{i}]")) for i, c in enumerate(comments)),
        events=tuple(_read_event(Fields(e, f"{fields.where}.events[{i}]")) for i, e in enumerate(events)),
    )
    fields.finish()
    return replace(
        ticket,
        comments=tuple(sorted(ticket.comments, key=lambda c: c.at)),
        events=tuple(sorted(ticket.events, key=lambda e: e.at)),
    )


def _read_comment(fields: Fields) -> WorldComment:
    by = fields.text("by")
    role, _, name = by.partition(":")
    if role not in AUTHOR_ROLES or (role == "customer") == bool(name):
        raise WorldError(f'{fields.where}.by: "{by}" must be "customer", "agent:NAME" or "bot:NAME".')
    comment = WorldComment(
        at=fields.time("at"),
        role=role,
        name=name or None,
        text=fields.text("text", empty=True),
        public=fields.flag("public", default=True),
        attachments=fields.texts("attachments", default=()),
    )
    fields.finish()
    if role == "customer" and not comment.public:
        raise WorldError(f"{fields.where}.public: a customer's comment is always public.")
    return comment


def _read_event(fields: Fields) -> WorldEvent:
    event = WorldEvent(
        at=fields.time("at"),
        field=fields.choice("field", EVENT_FIELDS),
        before=fields.optional_text("from"),
        after=fields.optional_text("to"),
    )
    fields.finish()
    return event
