"""What goes wrong between the helpdesk and us while an account is read, drawn from a seed."""

READS = ("/incremental/users", "/incremental/tickets", "/incremental/ticket_events", "/incremental/", "/api/v2/")
BROKEN = (
    *({"kind": "status", "status": status} for status in (500, 502, 503)),
    {"kind": "status", "status": 429},
    {"kind": "status", "status": 429, "retry_after": 2},
    {"kind": "status", "status": 503, "retry_after": 1},
    *({"kind": kind} for kind in ("cut", "garbage", "empty", "disconnect", "lost_reply", "duplicate_rows")),
    {"kind": "expire_token"},
)


def random_faults(dice, count):
    """Return faults to plant: what strikes, where, after how many calls, and how likely."""
    return [
        dice.choice(BROKEN)
        | {
            "match": dice.choice(READS),
            "times": dice.randint(1, 4),
            "skip": dice.randint(0, 6),
            "chance": dice.choice((0.3, 1.0)),
            "seed": dice.randrange(10**6),
        }
        for _ in range(count)
    ]
