"""Worlds for journeys, built from what is said in them."""

from datetime import UTC, datetime, timedelta

from sandbox.world import WorldComment, WorldCustomer, WorldEvent, WorldTicket

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def ago(**parts) -> datetime:
    """Return the moment so long before the story's present."""
    return NOW - timedelta(**parts)


def says(text, at, by="customer", **more):
    """Build one comment; `by` is customer, agent:NAME or bot:NAME."""
    role, _, name = by.partition(":")
    return WorldComment(at=at, role=role, name=name or None, text=text, **more)


def ticket(ticket_id, *comments, system="zendesk", status="open", **more):
    """Build one ticket of a world from its comments."""
    start = comments[0].at if comments else ago(days=1)
    solved_at = more.pop("solved_at", None)
    if status in ("solved", "closed") and solved_at is None:
        solved_at = max(c.at for c in comments) + timedelta(minutes=5)
    events = more.pop("events", ())
    if solved_at is not None and not events:
        events = (WorldEvent(solved_at, "status", "open", "solved"),)
    fields = {
        "subject": "Invoice 4411 is wrong",
        "channel": "email",
        "group": "Billing",
        "assignee": "Joe",
        "tags": ("billing",),
        "csat": None,
        "problem_id": None,
        "requester_email": "ana@example.com",
    } | more
    return WorldTicket(
        id=ticket_id,
        system=system,
        status=status,
        created_at=start,
        solved_at=solved_at,
        comments=comments,
        events=events,
        **fields,
    )


def customer(*tickets, name="Ana Ruiz", emails=("ana@example.com",), phones=("+447700900111",), language="en"):
    """Build one customer of a world."""
    return WorldCustomer(name=name, emails=emails, phones=phones, language=language, tickets=tickets)
