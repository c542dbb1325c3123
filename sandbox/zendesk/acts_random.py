"""Random acts, the same ones for the same seed and world: what a busy day does to an account."""

import random
from collections.abc import Callable
from typing import Any

from sandbox.zendesk.rows import Ticket
from sandbox.zendesk.state import Account

Drawn = tuple[str, dict[str, Any]]
_WORDS = (
    "still",
    "waiting",
    "for",
    "the",
    "refund",
    "please",
    "help",
    "order",
    "4711",
    "again",
    "thanks",
    "señal",
    "✓",
)
_TAGS = ("vip", "billing", "urgent", "refund", "sidelight_lookalike")


def draw_act(account: Account, dice: random.Random) -> Drawn | None:
    """Return an act and what it is given, or None where the one that was drawn is not possible now."""
    draw = dice.choices([d for d, _ in _DRAWS], weights=[w for _, w in _DRAWS])[0]
    return draw(account, dice)


def _words(dice: random.Random) -> str:
    return " ".join(dice.choices(_WORDS, k=dice.randint(2, 12)))


def _ticket(account: Account, dice: random.Random, *states: str) -> Ticket | None:
    # drawn by number, so that a large account costs no more than a small one
    numbers = account.ticket_numbers()
    for _ in range(20):
        ticket = account.tickets.get(dice.choice(numbers)) if numbers else None
        if ticket is not None and ("deleted" if ticket.deleted else ticket.status) in states and not ticket.forgotten:
            return ticket
    return None


_LIVE = ("new", "open", "pending", "hold", "solved")
_ANY = (*_LIVE, "closed")


def _agent(account: Account, dice: random.Random) -> str:
    return dice.choice([u.name for u in account.users.kept.values() if u.is_staff])


def _customer(account: Account, dice: random.Random) -> str | None:
    numbers = list(account.users)
    for _ in range(20):
        user = account.users[dice.choice(numbers)]
        if user.active and not user.is_staff and user.email:
            return user.email
    return None


def _draw_reply(account: Account, dice: random.Random) -> Drawn | None:
    ticket = _ticket(account, dice, *_ANY)
    if ticket is None:
        return None
    given = {"id": ticket.id, "text": _words(dice)}
    if ticket.status != "closed" and dice.random() < 0.5:  # noqa: PLR2004 - half of them
        given["by"] = f"agent:{_agent(account, dice)}"
    return "reply", given


def _draw_note(account: Account, dice: random.Random) -> Drawn | None:
    ticket = _ticket(account, dice, *_LIVE)
    if ticket is None:
        return None
    return "note", {"id": ticket.id, "text": _words(dice), "by": _agent(account, dice)}


def _draw_edit(account: Account, dice: random.Random) -> Drawn | None:
    ticket = _ticket(account, dice, *_LIVE)
    if ticket is None:
        return None
    choices: list[dict[str, Any]] = [
        {"status": dice.choice(("open", "pending", "hold", "solved", "closed"))},
        {"subject": _words(dice)},
        {"priority": dice.choice(("low", "normal", "high", "urgent"))},
        {"add_tags": [dice.choice(_TAGS)]},
        {"remove_tags": [dice.choice(ticket.tags or _TAGS)]},
    ]
    changes = dice.choice(choices) | {"assignee": _agent(account, dice)}
    return "edit", {"id": ticket.id} | changes


def _draw_create(account: Account, dice: random.Random) -> Drawn | None:
    email = _customer(account, dice) or f"new{dice.randrange(10**6)}@example.net"
    channel = dice.choice(("email", "web", "messaging", "phone"))
    given = {"requester_email": email, "subject": _words(dice), "text": _words(dice), "channel": channel}
    return "create", given


def _draw_merge(account: Account, dice: random.Random) -> Drawn | None:
    source, target = _ticket(account, dice, *_LIVE), _ticket(account, dice, *_LIVE)
    if source is None or target is None or source is target:
        return None
    return "merge", {"source": source.id, "target": target.id}


def _draw_plain(name: str, *states: str) -> Callable[[Account, random.Random], Drawn | None]:
    def draw(account: Account, dice: random.Random) -> Drawn | None:
        ticket = _ticket(account, dice, *states)
        return (name, {"id": ticket.id}) if ticket else None

    return draw


def _draw_redact(account: Account, dice: random.Random) -> Drawn | None:
    ticket = _ticket(account, dice, *_ANY)
    said = [c for c in ticket.comments if c.text.split()] if ticket else []
    if ticket is None or not said:
        return None
    comment = dice.choice(said)
    given = {"id": ticket.id, "comment_id": str(comment.id), "text": dice.choice(comment.text.split())}
    return "redact", given


def _draw_rate(account: Account, dice: random.Random) -> Drawn | None:
    ticket = _ticket(account, dice, "solved")
    if ticket is None:
        return None
    if dice.random() < 0.5:  # noqa: PLR2004 - half of them
        return "rate", {"id": ticket.id, "score": dice.choice(("good", "bad")), "comment": _words(dice)}
    return "survey", {"id": ticket.id, "score": dice.randint(1, 5), "comment": _words(dice)}


def _draw_person(account: Account, dice: random.Random) -> Drawn | None:
    email = _customer(account, dice)
    if email is None:
        return None
    if dice.random() < 0.5:  # noqa: PLR2004 - half of them
        return "rename_user", {"email": email, "name": f"Name {dice.randrange(10**6)}"}
    value = f"other{dice.randrange(10**9)}@example.net"
    return "add_identity", {"email": email, "kind": "email", "value": value}


def _draw_merged_people(account: Account, dice: random.Random) -> Drawn | None:
    source, target = _customer(account, dice), _customer(account, dice)
    if source is None or target is None or source == target:
        return None
    return "merge_users", {"source_email": source, "target_email": target}


def _draw_organization(account: Account, dice: random.Random) -> Drawn | None:
    email, known = _customer(account, dice), list(account.organizations.values())
    if email is None or not known or dice.random() < 0.3:  # noqa: PLR2004 - some are new
        return "organization", {"name": f"Company {account.version}-{dice.randrange(10**6)}"}
    return "join", {"email": email, "organization": dice.choice(known).name}


_DRAWS: tuple[tuple[Callable[[Account, random.Random], Drawn | None], int], ...] = (
    (_draw_reply, 30),
    (_draw_note, 10),
    (_draw_edit, 25),
    (_draw_create, 10),
    (_draw_merge, 3),
    (_draw_plain("delete", *_ANY), 3),
    (_draw_plain("restore", "deleted"), 2),
    (_draw_plain("forget", *_ANY, "deleted"), 1),
    (_draw_redact, 4),
    (_draw_rate, 5),
    (_draw_person, 4),
    (_draw_merged_people, 1),
    (_draw_organization, 2),
)
