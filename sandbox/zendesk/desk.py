"""The account as the agent's page and the control API see it."""

from datetime import datetime
from typing import Any

from sandbox.desk import DeskAgent, DeskComment, DeskField, DeskTicket
from sandbox.zendesk.errors import ApiError
from sandbox.zendesk.lifecycle import reply_as_agent, reply_as_customer
from sandbox.zendesk.rows import SYSTEM_ID, Comment, Message, Ticket, TicketField
from sandbox.zendesk.state import Account
from sandbox.zendesk.trail import comment_html
from sandbox.zendesk.updates import touch

_ROLES = {"user": "customer", "agent": "agent", "bot": "bot"}


class Helpdesk:
    """A view of the account that takes its lock; see `sandbox.desk.Desk` and `sandbox.control.Controlled`."""

    vendor = "zendesk"

    def __init__(self, account: Account) -> None:
        self.account = account
        self.company = account.options.company

    def ids(self) -> dict[str, str]:
        """Return the ticket's number for each ticket id of the world file."""
        with self.account.lock:
            return {t.world_id: str(t.id) for t in self.account.tickets.values() if t.world_id}

    def written_comments(self) -> list[dict[str, Any]]:
        """Return all comments written through the API, oldest first."""
        with self.account.lock:
            return [
                {
                    "ticket": str(ticket_id),
                    "world_id": self.account.tickets[ticket_id].world_id,
                    "id": str(comment.id),
                    "public": comment.public,
                    "author": self.account.author_name(comment.author_id),
                    "body": comment.text,
                    "html": comment.html,
                }
                for ticket_id, comment in self.account.written
            ]

    def reply_as_customer(self, ticket_id: str, text: str) -> None:
        """Add the requester's reply by the ticket's channel; KeyError where there is no such ticket."""
        with self.account.lock:
            reply_as_customer(self.account, self._ticket(ticket_id), text)

    def agent(self) -> DeskAgent:
        """Return whom whoever opens the page is signed in as."""
        with self.account.lock:
            user = self.account.page_agent()
            return DeskAgent(str(user.id), user.name, user.locale, self.account.options.time_zone)

    def reply_as_agent(self, ticket_id: str, text: str) -> None:
        """Add a public reply by that agent, as typed on the page; ValueError where the ticket is closed."""
        with self.account.lock:
            ticket = self._ticket(ticket_id)
            if ticket.status == "closed":
                raise ValueError("This ticket is closed; nobody can answer on it any more.")
            reply_as_agent(self.account, ticket, text, self.account.page_agent())

    def touch(self, ticket_id: str) -> None:
        """Let the system touch a ticket, so that only its `generated_timestamp` moves; KeyError where there is none."""
        with self.account.lock:
            touch(self.account, self._ticket(ticket_id))

    def list_tickets(self) -> list[DeskTicket]:
        """Return all tickets, the last changed first, without their conversations."""
        with self.account.lock:
            rows = [t for t in self.account.tickets.values() if not t.deleted]
            rows.sort(key=lambda t: (t.updated_at, t.id), reverse=True)
            return [self._show(ticket, ()) for ticket in rows]

    def read_ticket(self, ticket_id: str) -> DeskTicket:
        """Return one ticket with its conversation; KeyError where there is none."""
        with self.account.lock:
            ticket = self._ticket(ticket_id)
            said = [self._comment(c) for c in ticket.comments]
            said += [self._message(m) for m in ticket.messages]
            return self._show(ticket, tuple(sorted(said, key=lambda c: c.at)))

    def now(self) -> datetime:
        """Return the account's present moment."""
        return self.account.now()

    def version(self) -> int:
        """Return a number that grows with every change."""
        with self.account.lock:
            return self.account.version

    def _ticket(self, ticket_id: str) -> Ticket:
        try:
            return self.account.ticket(int(ticket_id))
        except (ApiError, ValueError) as error:
            raise KeyError(ticket_id) from error

    def _show(self, ticket: Ticket, conversation: tuple[DeskComment, ...]) -> DeskTicket:
        account = self.account
        requester = account.users[ticket.requester_id]
        group = account.groups.get(ticket.group_id or 0)
        contact = requester.email or (requester.phones[0] if requester.phones else "")
        return DeskTicket(
            id=str(ticket.id),
            number=f"#{ticket.id}",
            subject=ticket.subject,
            # closed tickets keep the label that they were solved with; what counts is that they are closed
            status="Closed" if ticket.status == "closed" else account.statuses[ticket.custom_status_id].label,
            channel=ticket.channel,
            priority=ticket.priority,
            requester=requester.name,
            requester_contact=contact,
            assignee=account.author_name(ticket.assignee_id) or None,
            group=group.name if group else None,
            created_at=ticket.created_at,
            updated_at=ticket.updated_at,
            tags=tuple(ticket.tags),
            fields=tuple(
                _field(f, ticket.custom.get(f.id)) for f in account.fields.values() if f.removable and f.active
            ),
            conversation=conversation,
            satisfaction=ticket.satisfaction.score if ticket.satisfaction else None,
        )

    def _comment(self, comment: Comment) -> DeskComment:
        author = self.account.users.get(comment.author_id)
        role = "agent" if author is None or author.is_staff else "customer"
        if comment.author_id == SYSTEM_ID:
            role = "bot"
        elif comment.by_api:
            role = "app"
        return DeskComment(
            id=str(comment.id),
            at=comment.at,
            author=self.account.author_name(comment.author_id),
            role=role,
            public=comment.public,
            text=comment.text,
            html=comment_html(comment) if comment.html is not None else None,
            attachments=comment.attachments,
        )

    def _message(self, message: Message) -> DeskComment:
        return DeskComment(
            id=message.id,
            at=message.at,
            author=message.author_name,
            role=_ROLES[message.kind],
            public=True,
            text=message.text,
            attachments=message.attachments,
        )


def _field(field: TicketField, value: Any) -> DeskField:
    shown: str | int | float | tuple[str, ...] | None = value
    if field.is_tagged:
        chosen = value if isinstance(value, list) else [value]
        labels = tuple(option.name for option in field.options if option.value in chosen)
        shown = labels or None
    return DeskField(key=str(field.id), title=field.title, value=shown)
