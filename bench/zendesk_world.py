"""A thousand tickets of one day, their words taken from the default world: what `bench.zendesk_account` multiplies."""

import itertools
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sandbox.world import World, WorldComment, WorldCustomer, WorldTicket, read_world

BLOCK = 1000
"""Tickets in one block."""
TICKETS_OF_ONE = 4
"""Tickets that each customer has."""
_DAY = datetime(2001, 1, 1, tzinfo=UTC)
_STORIES = Path(__file__).resolve().parents[1] / "sandbox" / "worlds" / "default.jsonl"
_CHANNELS = ("email", "web", "email", "phone", "social")


def block_world(comments: int) -> World:
    """Return a world of one block on one day, its words taken from the default world, every ticket by itself."""
    stories = [t for c in read_world(_STORIES).customers for t in c.tickets if t.comments]
    said = itertools.cycle([c for t in stories for c in t.comments if c.text])
    subjects = itertools.cycle([t.subject for t in stories])
    customers = []
    for person in range(BLOCK // TICKETS_OF_ONE):
        tickets = tuple(
            _ticket(person * TICKETS_OF_ONE + turn, next(subjects), [next(said) for _ in range(comments)])
            for turn in range(TICKETS_OF_ONE)
        )
        phones = (f"+346#bloc#{person:03d}",) if person % 4 == 0 else ()
        emails = (f"person-{person}-block-#block#@example.com",)
        customers.append(WorldCustomer(f"Person {person}", emails, phones, "en", tickets))
    return World(tuple(customers))


def _ticket(number: int, subject: str, words: list[WorldComment]) -> WorldTicket:
    start = _DAY + timedelta(seconds=40 * number)
    lines = []
    for turn, line in enumerate(words):
        by = ("agent", f"Agent {number % 20}") if turn % 2 else ("customer", None)
        lines.append(WorldComment(start + timedelta(minutes=90 * turn), by[0], by[1], line.text, turn != 3))
    solved = start + timedelta(minutes=90 * (len(words) - 1)) if words else None
    return WorldTicket(
        id=f"t{number}",
        system="zendesk",
        subject=subject,
        channel=_CHANNELS[number % len(_CHANNELS)],
        status="solved" if solved else "open",
        created_at=start,
        solved_at=solved,
        group=f"Team {number % 8}",
        assignee=f"Agent {number % 20}",
        tags=("billing", "web", f"topic_{number % 50}"),
        csat="good" if number % 10 == 0 else None,
        problem_id=None,
        requester_email=None,
        comments=tuple(lines),
        events=(),
    )
