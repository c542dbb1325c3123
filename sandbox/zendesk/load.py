"""Fills the account from a world, as it stands at the clock's present."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sandbox.world import World, WorldCustomer, WorldTicket
from sandbox.zendesk.crowd import Crowd
from sandbox.zendesk.history import write_history
from sandbox.zendesk.options import OWNER_EMAIL
from sandbox.zendesk.rows import CustomStatus, Group, Satisfaction, Ticket, TicketField, User
from sandbox.zendesk.state import Account

CHANNELS = {
    "email": "email",
    "web": "web",
    "chat": "chat",
    "messaging": "native_messaging",
    "phone": "voice",
    "social": "facebook",
}
_LOCALES = {"en": "en-US", "pt": "pt-BR", "zh": "zh-CN"}
_SYSTEM_FIELDS = (
    ("subject", "Subject"),
    ("description", "Description"),
    ("status", "Status"),
    ("tickettype", "Type"),
    ("priority", "Priority"),
    ("group", "Group"),
    ("assignee", "Assignee"),
    ("custom_status", "Ticket status"),
)
_STATUSES = (
    ("new", "New", True),
    ("open", "Open", True),
    ("pending", "Pending", True),
    ("hold", "On-hold", True),
    ("solved", "Solved", True),
    ("open", "Waiting for the warehouse", False),
)


def load_world(account: Account, world: World) -> None:
    """
    Fill `account` from the Zendesk half of `world`.

    Ids are given over the whole world before the present is looked at, so that the same world has the same ids at
    every moment.
    """
    now = account.now()
    started = min((t.created_at for _, t in world.tickets("zendesk")), default=now - timedelta(days=30))
    _add_account(account, started)
    staff = _add_staff(account, world, started)
    groups = _add_groups(account, world, started)
    users = {index: _add_users(account, customer, started) for index, customer in enumerate(world.customers)}
    if account.options.crowd_size:
        Crowd(account, account.options.crowd_size, account.options.crowd_comments, now - timedelta(days=1)).settle()
    ordered = sorted(_with_index(world), key=lambda pair: (pair[1].created_at, pair[1].id))
    numbers = {ticket.id: account.next_ticket_id() for _, ticket in ordered}
    present = {ticket.id: ticket for _, ticket in world.at(now).tickets("zendesk")}
    problems = {ticket.problem_id for _, ticket in ordered if ticket.problem_id}
    for index, whole in ordered:
        if (ticket := present.get(whole.id)) is None:
            continue
        row = _ticket(account, ticket, numbers, problems, _requester(users[index], ticket))
        row.assignee_id = staff.get(ticket.assignee or "")
        row.group_id = groups.get(ticket.group or "")
        write_history(account, row, ticket, staff, groups)
        if ticket.csat:
            row.satisfaction = Satisfaction(account.next_id(), ticket.csat, row.updated_at)
        account.tickets[row.id] = row


def _with_index(world: World) -> Iterator[tuple[int, WorldTicket]]:
    for index, customer in enumerate(world.customers):
        for ticket in customer.tickets:
            if ticket.system == "zendesk":
                yield index, ticket


def _add_account(account: Account, started: datetime) -> None:
    owner = User(account.next_id(), "Account owner", OWNER_EMAIL, "admin", started, started)
    account.users[owner.id] = owner
    account.owner_id = owner.id
    for category, label, default in _STATUSES:
        status = CustomStatus(account.next_id(), category, label, default, started)
        account.statuses[status.id] = status
    for position, (kind, title) in enumerate(_SYSTEM_FIELDS):
        row = TicketField(
            account.next_id(), kind, title, started, started, removable=False, position=position, required=True
        )
        account.fields[row.id] = row
    # a field of the account's own, which is nobody else's business
    own = TicketField(account.next_id(), "text", "Order number", started, started, position=len(_SYSTEM_FIELDS))
    account.fields[own.id] = own


def _add_staff(account: Account, world: World, started: datetime) -> dict[str, int]:
    names: dict[str, None] = {}
    for _, ticket in world.tickets("zendesk"):
        names.update(dict.fromkeys(c.name for c in ticket.comments if c.role == "agent" and c.name))
        names.update(dict.fromkeys(v for e in ticket.events if e.field == "assignee" for v in (e.before, e.after) if v))
        if ticket.assignee:
            names[ticket.assignee] = None
    result = {}
    for name in names:
        local = "".join(c for c in name.lower().replace(" ", ".") if c.isalnum() or c == ".") or "agent"
        agent = User(account.next_id(), name, f"{local}@harbourlane.example", "agent", started, started)
        account.users[agent.id] = agent
        result[name] = agent.id
    return result


def _add_groups(account: Account, world: World, started: datetime) -> dict[str, int]:
    names: dict[str, None] = {"Support": None}
    for _, ticket in world.tickets("zendesk"):
        names.update(dict.fromkeys(v for e in ticket.events if e.field == "group" for v in (e.before, e.after) if v))
        if ticket.group:
            names[ticket.group] = None
    result = {}
    for name in names:
        group = Group(account.next_id(), name, started)
        account.groups[group.id] = group
        result[name] = group.id
    return result


def _add_users(account: Account, customer: WorldCustomer, started: datetime) -> dict[str | None, int]:
    """Add one end user for each address that Zendesk tickets use; the first one also stands for no address."""
    result: dict[str | None, int] = {}
    tickets = [t for t in customer.tickets if t.system == "zendesk"]
    if not tickets:
        return result
    default = customer.emails[0] if customer.emails else None
    for email in dict.fromkeys(t.requester_email or default for t in tickets):
        times = [t.created_at for t in tickets if (t.requester_email or default) == email]
        created = min(times, default=started)
        user = User(
            account.next_id(),
            customer.name,
            email,
            "end-user",
            created,
            created,
            phones=customer.phones,
            # a number belongs to one user as identity; the others only show it
            shared_phone=bool(result),
            locale=_LOCALES.get(customer.language or "en", customer.language or "en-US"),
        )
        account.users[user.id] = user
        result[email] = user.id
    result.setdefault(None, next(iter(result.values())))
    return result


def _requester(users: dict[str | None, int], ticket: WorldTicket) -> int:
    return users[ticket.requester_email] if ticket.requester_email in users else users[None]


def _ticket(
    account: Account, ticket: WorldTicket, numbers: dict[str, int], problems: set[str], requester_id: int
) -> Ticket:
    created = ticket.created_at.replace(microsecond=0)
    return Ticket(
        id=numbers[ticket.id],
        world_id=ticket.id,
        subject=ticket.subject,
        description="",
        status=ticket.status,
        custom_status_id=account.default_status(ticket.status),
        requester_id=requester_id,
        submitter_id=requester_id,
        channel=CHANNELS[ticket.channel],
        created_at=created,
        updated_at=created,
        generated_at=created,
        type="problem" if ticket.id in problems else ("incident" if ticket.problem_id else None),
        problem_id=numbers[ticket.problem_id] if ticket.problem_id else None,
        tags=list(ticket.tags),
    )
