"""Small random worlds for the truth machine, the same for the same seed: many tickets, few moments."""

import random
from datetime import timedelta

from sandbox.world import World, WorldComment, WorldCustomer, WorldEvent, WorldTicket
from tests.truth.loopback import NOW

CHANNELS = ("email", "email", "web", "messaging", "chat", "phone", "social")
AGENTS = ("Joe", "Kim", "Lee")
GROUPS = ("Billing", "Returns", None)
WORDS = ("lamp", "invoice", "twice", "señal", "4711", "заказ", "✓", "<b>why</b>", "thanks", "&", "still\nwaiting")


def random_world(dice: random.Random, customers: int = 8, system: str = "zendesk") -> World:
    """Return 20 to 60 tickets. Their times fall on few moments, so that many rows have the same one."""
    # whole minutes, from long ago up to some that are still withheld
    moments = [NOW - timedelta(minutes=dice.choice((0, 1, 2, 60, 900, 9_000, 40_000))) for _ in range(6)]
    count = dice.randint(20, 60)
    people = [[] for _ in range(customers)]
    for number in range(count):
        dice.choice(people).append(_ticket(dice, f"t{number}", moments, system))
    return World(
        tuple(
            WorldCustomer(
                f"Customer {n}", (f"c{n}@example.com",), (f"+3460011122{n}",), dice.choice(("en", "es", None)), t
            )
            for n, t in enumerate(map(tuple, people))
        )
    )


def _ticket(dice, ticket_id, moments, system):
    starts = dice.choice(moments)
    later = sorted(dice.choices([moment for moment in moments if moment >= starts], k=dice.randint(1, 5)))
    comments = tuple(_comment(dice, at, first=number == 0) for number, at in enumerate([starts, *later]))
    status = dice.choice(("new", "open", "pending", "hold", "solved", "closed"))
    solved_at = later[-1] if status in ("solved", "closed") else None
    events = [WorldEvent(dice.choice(later), "priority", None, dice.choice(("low", "high", "urgent")))]
    if solved_at:
        events.append(WorldEvent(solved_at, "status", "open", "solved"))
    return WorldTicket(
        id=ticket_id,
        system=system,
        subject=_words(dice),
        channel=dice.choice(CHANNELS),
        status=status,
        created_at=starts,
        solved_at=solved_at,
        group=dice.choice(GROUPS),
        assignee=dice.choice((*AGENTS, None)),
        tags=tuple(dice.sample(("billing", "vip", "returns"), dice.randint(0, 2))),
        csat=dice.choice((None, None, "good", "bad")) if solved_at else None,
        problem_id=None,
        requester_email=None,
        comments=comments,
        events=tuple(sorted(events, key=lambda event: event.at)),
    )


def _comment(dice, at, *, first):
    by = "customer" if first else dice.choice(("customer", "agent", "bot"))
    name = None if by == "customer" else dice.choice(AGENTS) if by == "agent" else "Helper"
    return WorldComment(at, by, name, _words(dice), public=by != "agent" or dice.random() < 0.7)


def _words(dice):
    return " ".join(dice.choices(WORDS, k=dice.randint(1, 9)))
