"""Small tickets and comments for the tests of the thinking."""

from datetime import UTC, datetime, timedelta

from integration.model import Channel, Comment, ContactRef, CustomerHistory, Role, Status, Ticket, TicketRef
from workers import annotation, cleaning, context

START = datetime(2026, 11, 18, 10, tzinfo=UTC)  # a Wednesday


def ref(ticket_id="1", connection="zendesk:a"):
    return TicketRef(connection, ticket_id)


def comment(text, role=Role.CUSTOMER, at=START, ticket=None, **values):
    ticket = ticket or ref()
    values = {"id": f"comment:{ticket.id}-{at.isoformat()}-{role}", "public": True, "author_name": None, **values}
    return Comment(
        ticket=ticket, at=at, author=ContactRef(ticket.connection, str(role)), role=role, text=text, **values
    )


def ticket(ticket_id="1", at=START, connection="zendesk:a", **values):
    values = {"subject": "", "status": Status.OPEN, "channel": Channel.EMAIL, **values}
    return Ticket(ref=ref(ticket_id, connection), number=f"#{ticket_id}", created_at=at, updated_at=at, **values)


def history(*parts):
    tickets = tuple(sorted((p for p in parts if isinstance(p, Ticket)), key=lambda t: t.created_at))
    comments = tuple(sorted((p for p in parts if isinstance(p, Comment)), key=lambda c: (c.at, c.id)))
    return CustomerHistory("1", tickets=tickets, comments=comments)


def later(**values):
    return START + timedelta(**values)


def message(text):
    return cleaning.read(text)


def known(*parts, now=None):
    return context.build(history(*parts), now or later(days=9), context.ThinkingSettings())


def story():
    return (
        ticket("a", subject="Cracked lid", status=Status.SOLVED, solved_at=later(hours=2)),
        comment("My order number is KL-20418 and the lid is cracked. My password is hunter22", ticket=ref("a")),
        comment("A new one leaves today.", Role.AGENT, later(hours=1), ref("a")),
        ticket("b", later(days=4), "salesforce:a", subject="Cracked again"),
        comment("KL-20418 is cracked again, I am furious.", at=later(days=4), ticket=ref("b", "salesforce:a")),
        comment(
            "Thank you for contacting us. Could you give me your order number?",
            Role.AGENT,
            later(days=4, hours=1),
            ref("b", "salesforce:a"),
            author_name="Tim",
        ),
        comment(
            "I will write to you by Monday 23 November, 12:00.",
            Role.AGENT,
            later(days=4, hours=2),
            ref("b", "salesforce:a"),
            author_name="Tim",
        ),
    )


def annotated(now=None):
    made = known(*story(), now=now)
    return annotation.annotate(made, ref("b", "salesforce:a"), now or later(days=9))
