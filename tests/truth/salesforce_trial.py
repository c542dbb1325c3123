"""One Salesforce org in trouble: what its people do, how its calls break, and what is compared in the end."""

from tests.truth.reader import LEASE_S
from tests.truth.salesforce_loopback import SalesforceLoopback
from tests.truth.salesforce_nouns import salesforce_nouns
from tests.truth.trial import Trial
from tests.truth.worlds import random_world

PURGED = 0.1
"""How often the recycle bin is emptied of a case."""
HOUR_S = 3601
"""The day's limit is asked about again after an hour."""
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
ACTS = (
    ("vary_pages", lambda dice: {"seed": dice.randrange(10**6)}),
    ("expire_locators", lambda _dice: {}),
    ("sessions_answer", lambda dice: {"body": dice.choice(("json", "html"))}),
    ("long_calls", lambda dice: {"times": dice.randint(1, 3)}),
    ("fail_jobs", lambda dice: {"times": 1, "state": dice.choice(("Failed", "Aborted"))}),
)


class SalesforceTrial(Trial):
    """One org."""

    PULLS = 12
    PAUSES_S = (0, 1, 5, 30, 61, 130, 700)
    RESTS_S = (HOUR_S, HOUR_S, *(int(LEASE_S) + 61,) * 3)
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

    def __init__(self, seed, empty_store, _monkeypatch):
        super().__init__(seed, empty_store)

    def _loopback(self):
        world = random_world(self.dice, system="salesforce")
        return SalesforceLoopback(self.clock, world, page_size=self.dice.choice((3, 7, 20, 2000)))

    def _tickets(self):
        return list(self.loopback.org.table("Case").kept)

    def _act(self):
        """Let people of the org act, some of it stamped with when it was begun; now and then the bin is emptied."""
        org, dice = self.loopback.org, self.dice
        many = {"count": dice.randint(1, 5), "seed": dice.randrange(10**6)}
        self.loopback.control("POST", "/do/many", many)
        # what was merged away leaves the bin by itself after fifteen days, and no sooner
        binned = [c["Id"] for c in org.table("Case").kept.values() if c["IsDeleted"] and not c["MasterRecordId"]]
        if binned and dice.random() < PURGED:
            self.loopback.control("POST", "/do/purge", {"id": dice.choice(binned)})
        return False

    def _trouble(self):
        if self.dice.random() < 0.3:
            act, given = self.dice.choice(ACTS)
            self.loopback.control("POST", f"/do/{act}", given(self.dice))

    def _calm(self):
        self.loopback.control("POST", "/do/long_calls", {"times": 0})

    def _nouns(self, truth):
        assert not self.loopback.control("GET", "/assignments")
        return salesforce_nouns(self.product.store, truth)
