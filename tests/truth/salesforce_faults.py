"""What goes wrong between an org and us while it is read, drawn from a seed."""

READS = (
    "/queryAll",
    "/query/",
    "/describe",
    "/oauth2/token",
    "/jobs/query",
    "deleted",
    "/services/data/",
    "/services/",
)
TRANSIENT = (
    {"status": 403, "errorCode": "REQUEST_LIMIT_EXCEEDED", "message": "TotalRequests Limit exceeded."},
    {
        "status": 403,
        "errorCode": "REQUEST_LIMIT_EXCEEDED",
        "message": "ConcurrentPerOrgLongTxn Limit exceeded: too many concurrent long-running requests.",
    },
    {"status": 400, "errorCode": "UNABLE_TO_LOCK_ROW", "message": "unable to obtain exclusive access to this record"},
    {"status": 400, "errorCode": "QUERY_TIMEOUT", "message": "Your query request was running for too long."},
    {"status": 400, "errorCode": "INVALID_QUERY_LOCATOR", "message": "invalid query locator"},
    {"status": 401, "errorCode": "INVALID_SESSION_ID", "message": "Session expired or invalid"},
)
BROKEN = (
    *({"kind": "status", "status": status} for status in (401, 420, 500, 502, 503)),
    {"kind": "status", "status": 503, "retry_after": 2},
    *(
        {"kind": "status", "status": row["status"], "body": [{k: v for k, v in row.items() if k != "status"}]}
        for row in TRANSIENT
    ),
    *({"kind": kind} for kind in ("cut", "garbage", "empty", "disconnect", "lost_reply")),
    *({"kind": kind, "match": "/query"} for kind in ("duplicate_rows", "shuffle_rows")),
    {"kind": "expire_token", "match": "/services/data/"},
)
ACTS = (
    ("vary_pages", lambda dice: {"seed": dice.randrange(10**6)}),
    ("expire_locators", lambda _dice: {}),
    ("sessions_answer", lambda dice: {"body": dice.choice(("json", "html"))}),
    ("long_calls", lambda dice: {"times": dice.randint(1, 3)}),
    ("fail_jobs", lambda dice: {"times": 1, "state": dice.choice(("Failed", "Aborted"))}),
)


def random_faults(dice, count):
    """Return faults to plant: what strikes, where, after how many calls, and how likely."""
    return [
        {"match": dice.choice(READS)}
        | dice.choice(BROKEN)
        | {
            "times": dice.randint(1, 4),
            "skip": dice.randint(0, 8),
            "chance": dice.choice((0.3, 1.0)),
            "seed": dice.randrange(10**6),
        }
        for _ in range(count)
    ]


def random_trouble(dice):
    """Return (act, what it is given): trouble that the org makes of itself."""
    act, given = dice.choice(ACTS)
    return act, given(dice)
