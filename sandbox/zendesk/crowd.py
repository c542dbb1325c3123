"""
A large account without its rows: tickets, events and users that are worked out from their number.

The same size and comments give the same account. Rows that nobody wrote to take no memory, and the exports send them
from templates, so that a loopback on one core outruns the clients that are measured against it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sandbox.zendesk.rows import Audit, Change, Comment, Group, Ticket, User
from sandbox.zendesk.state import Account

FIRST_TICKET = 1_000_001
FIRST_USER = 30_000_000_000_001
FIRST_COMMENT, FIRST_AUDIT, FIRST_CHANGE = 40_000_000_000_000, 50_000_000_000_000, 60_000_000_000_000
STRIDE = 16
"""Ids that are set aside for each ticket's comments, audits and (sixteen times as many) changes."""

KINDS = 60
_TOGETHER = 3  # slots that share a second: exports must be read where rows have the same time
_BETWEEN = 96  # slots between two comments of a ticket; a multiple of _TOGETHER, so that tickets differ by a shift only
_YEARS_S = 2 * 365 * 86_400
_STATUSES = ("solved", "open", "solved", "closed", "solved", "pending", "solved", "closed", "solved", "open")
_CHANNELS = ("email", "web", "email", "voice")
_PRIORITIES = (None, "normal", "high")
_AGENTS, _GROUPS = 20, ("Support", "Billing", "Delivery", "Returns")
_ISSUES = (
    ("Charged twice", "I was charged twice for order {n}. Please refund one of the payments.", "billing"),
    ("Parcel has not arrived", "My parcel for order {n} should have been here last week. Where is it?", "delivery"),
    ("Cannot sign in", "The app says that my password is wrong. I reset it twice already, case {n}.", "login"),
    ("Wrong size", "The shoes of order {n} are too small. How do I send them back?", "returns"),
    ("Cancel my subscription", "Please cancel my subscription {n} at the end of the month.", "billing"),
    ("Cobro duplicado", "Me han cobrado dos veces el pedido {n}. ¿Pueden devolverme el dinero?", "billing"),
    ("Invoice for my company", "I need an invoice with our VAT number for order {n}.", "billing"),
    ("Broken on arrival", "The lamp of order {n} came broken & the box was wet. I attach a photo.", "returns"),
    ("App crashes", "Since the update the app closes when I open my basket (device {n}).", "app"),
    ("Change my address", "I have moved. Please send order {n} to the new address.", "delivery"),
    ("Discount code", 'The code "SPRING" is not accepted for order {n}.', "shop"),
    ("Wo ist mein Paket?", "Meine Bestellung {n} ist seit zehn Tagen unterwegs. Wann kommt sie?", "delivery"),
)
_ANSWERS = (
    "Thank you for writing. I am looking into {n} and will come back to you tomorrow.",
    "Could you tell me your order number, please?",
    "The refund for {n} has been sent; it takes three to five days.",
    "I have passed this on to our delivery team.",
)
_REPLIES = ("The number is {n}, as I wrote before.", "Any news about {n}?", "It is still not solved.", "Thank you!")


@dataclass
class Crowd:
    """
    The rows' formulas.

    Args:
        account: The account that the rows belong to.
        size: Tickets.
        comments: Comments of each ticket, 1 to 14.
        ends_at: The last change of all.
    """

    account: Account
    size: int
    comments: int
    ends_at: datetime

    between: int = _BETWEEN

    def __post_init__(self) -> None:
        self.users = max(1, self.size // 4)
        self.slots = self.size + (self.comments - 1) * _BETWEEN
        self.step_s = max(1, min(600, _YEARS_S // self.slots))
        last = (self.slots - 1) // _TOGETHER * _TOGETHER
        self.starts_at = self.ends_at.replace(microsecond=0) - timedelta(seconds=last * self.step_s)
        self.start_s = int(self.starts_at.timestamp())
        self.groups = [Group(self.account.next_id(), name, self.starts_at) for name in _GROUPS]
        self.agents = [self._agent(number) for number in range(_AGENTS)]

    def _agent(self, number: int) -> User:
        name = f"Agent {number + 1:02}"
        email = f"agent{number + 1:02}@harbourlane.example"
        return User(self.account.next_id(), name, email, "agent", self.starts_at, self.starts_at)

    def settle(self) -> None:
        """Put the rows into the account."""
        account = self.account
        for group in self.groups:
            account.groups[group.id] = group
        for agent in self.agents:
            account.users[agent.id] = agent
        account.tickets.stand_before(range(FIRST_TICKET, FIRST_TICKET + self.size), self.ticket)
        account.users.stand_before(range(FIRST_USER, FIRST_USER + self.users), self.user)
        account.crowd = self

    def second(self, slot: int) -> int:
        """Return the Unix time of a slot."""
        return self.start_s + slot // _TOGETHER * _TOGETHER * self.step_s

    def slot_from(self, second: int) -> int:
        """Return the first slot that is not before a Unix time."""
        ahead = -(-(second - self.start_s) // (_TOGETHER * self.step_s))
        return max(0, ahead * _TOGETHER)

    def update_slot(self, index: int) -> int:
        """Return the slot in which a ticket changed last."""
        return index + (self.comments - 1) * _BETWEEN

    def events_of(self, slot: int) -> list[tuple[int, int]]:
        """Return (ticket's index, number of its comment) of what happened in the second of a slot, by audit id."""
        found = []
        first = slot // _TOGETHER * _TOGETHER
        for one in range(first, min(first + _TOGETHER, self.slots)):
            for k in range(self.comments):
                index = one - k * _BETWEEN
                if 0 <= index < self.size:
                    found.append((index, k))
        return sorted(found)

    def next_second(self, slot: int) -> int:
        """Return the first slot of the second after this one's."""
        return (slot // _TOGETHER + 1) * _TOGETHER

    def requester_id(self, index: int) -> int:
        """Return the user who started a ticket."""
        return FIRST_USER + index % self.users

    def ticket(self, ticket_id: int) -> Ticket:
        """Return a ticket's row."""
        index = ticket_id - FIRST_TICKET
        return self.build(index, index)

    def build(self, index: int, slot: int) -> Ticket:
        """Return the row of ticket `index`, as if it had started in `slot`."""
        kind, number = index % KINDS, FIRST_TICKET + index
        times = [self._moment(slot + k * _BETWEEN) for k in range(self.comments)]
        subject, words, tag = _ISSUES[kind % len(_ISSUES)]
        status = _STATUSES[kind % len(_STATUSES)]
        agent, group = self.agents[kind % _AGENTS], self.groups[kind % len(_GROUPS)]
        row = Ticket(
            id=number,
            subject=f"{subject} ({number})",
            description=words.format(n=number),
            status=status,
            custom_status_id=self.account.default_status(status),
            requester_id=self.requester_id(index),
            submitter_id=self.requester_id(index),
            channel=_CHANNELS[kind % len(_CHANNELS)],
            created_at=times[0],
            updated_at=times[-1],
            generated_at=times[-1],
            priority=_PRIORITIES[kind % len(_PRIORITIES)],
            assignee_id=agent.id,
            group_id=group.id,
            tags=[tag],
        )
        for k, at in enumerate(times):
            self._say(row, index, k, at, agent)
        return row

    def _moment(self, slot: int) -> datetime:
        return self.starts_at + timedelta(seconds=slot // _TOGETHER * _TOGETHER * self.step_s)

    def _say(self, row: Ticket, index: int, k: int, at: datetime, agent: User) -> None:
        by_agent = k % 2 == 1
        author = agent.id if by_agent else row.requester_id
        pool = _ANSWERS if by_agent else _REPLIES
        words = row.description if k == 0 else pool[(index % KINDS + k) % len(pool)].format(n=row.id)
        comment = Comment(
            id=FIRST_COMMENT + index * STRIDE + k,
            author_id=author,
            at=at,
            public=not (by_agent and k % 4 == 3 and index % 3 == 0),  # noqa: PLR2004 - one in six is a note
            text=words,
            channel="web" if by_agent else row.channel,
            voice=row.channel == "voice" and not by_agent,
        )
        audit = Audit(FIRST_AUDIT + index * STRIDE + k, row.id, author, at, comment.channel, [comment])
        changes = self._first_values(row) if k == 0 else []
        if k > 0 and k == self.comments - 1 and row.status != "open":
            changes.append(("status", row.status, "open"))
        if k == 1 and (self.comments > 2 or row.status == "open"):  # noqa: PLR2004 - the second of more than two
            changes.append(("status", "open", "new"))
        first = FIRST_CHANGE + (index * STRIDE + k) * STRIDE
        for position, (name, value, before) in enumerate(changes):
            audit.events.append(Change(first + position, name, value, before, first=k == 0))
        row.comments.append(comment)
        row.audits.append(audit)

    def _first_values(self, row: Ticket) -> list[tuple[str, object, object]]:
        status = row.status if self.comments == 1 else "new"
        plain: dict[str, object] = {"subject": row.subject, "status": status, "priority": row.priority}
        plain |= {"assignee_id": str(row.assignee_id), "group_id": str(row.group_id), "tags": list(row.tags)}
        plain["requester_id"] = str(row.requester_id)
        return [(name, value, None) for name, value in plain.items() if value]

    def user(self, user_id: int) -> User:
        """Return a user's row."""
        return self.build_user(user_id - FIRST_USER, user_id - FIRST_USER)

    def build_user(self, index: int, slot: int) -> User:
        """Return the row of user `index`, as if they had come in `slot`."""
        at = self._moment(slot)
        email, phones = f"customer{index}@crowd.example", (f"+346{index:08}",)
        return User(FIRST_USER + index, f"Customer {index}", email, "end-user", at, at, phones=phones)

    def user_with_email(self, email: str) -> int | None:
        """Return the id of the user whose first address this is."""
        name, _, domain = email.partition("@")
        number = name.removeprefix("customer")
        if domain != "crowd.example" or not number.isdigit() or int(number) >= self.users:
            return None
        return FIRST_USER + int(number)
