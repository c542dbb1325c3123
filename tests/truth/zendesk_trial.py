"""One Zendesk account in trouble: what its people do, how its calls break, and what is compared in the end."""

from integration.connectors.zendesk import streams
from sandbox.zendesk import incremental
from tests.truth.reader import LEASE_S
from tests.truth.trial import Trial
from tests.truth.worlds import random_world
from tests.truth.zendesk_loopback import ZendeskLoopback
from tests.truth.zendesk_nouns import zendesk_nouns

LATEST_S = 110
"""How much later than its own time a row may appear: the minute that is withheld, and most of the next."""
REDACTED = 0.4
"""Redactions are rare among random acts, and must not be missed."""


class ZendeskTrial(Trial):
    """One account."""

    PULLS = 14
    PAUSES_S = (0, 1, 5, 30, 61, 130)
    RESTS_S = (int(LEASE_S) + 61,) * 4
    READS = ("/incremental/users", "/incremental/tickets", "/incremental/ticket_events", "/incremental/", "/api/v2/")
    BROKEN = (
        *({"kind": "status", "status": status} for status in (500, 502, 503)),
        {"kind": "status", "status": 429},
        {"kind": "status", "status": 429, "retry_after": 2},
        {"kind": "status", "status": 503, "retry_after": 1},
        *({"kind": kind} for kind in ("cut", "garbage", "empty", "disconnect", "lost_reply", "duplicate_rows")),
        {"kind": "expire_token"},
    )

    def __init__(self, seed, empty_store, monkeypatch):
        self._set = monkeypatch.setattr
        super().__init__(seed, empty_store)

    def _loopback(self):
        self.pages = (self.dice.choice((3, 7, 20, 1000)), self.dice.choice((2, 5, 100)))
        self._set(incremental, "LARGEST_PAGE", self.pages[0])
        self._set(streams, "PAGE_SIZE", self.pages[0])
        self._set(streams, "SMALL_PAGE_SIZE", self.pages[1])
        return ZendeskLoopback(self.clock, random_world(self.dice))

    def _tickets(self):
        return list(map(str, self.loopback.account.tickets))

    def _act(self):
        """Let some acts happen, now and then ones that are committed late: in the withheld minute or before."""
        late_s = self.dice.choice((0, 0, self.dice.randint(1, LATEST_S)))
        self.clock.advance(seconds=-late_s)
        many = {"count": self.dice.randint(1, 5), "seed": self.dice.randrange(10**6)}
        self.loopback.control("POST", "/do/many", many)
        said = [(t, c) for t in self.loopback.account.tickets.values() for c in t.comments if c.text.split()]
        if said and self.dice.random() < REDACTED:
            ticket, comment = self.dice.choice(said)
            words = {"id": ticket.id, "comment_id": str(comment.id), "text": comment.text.split()[0]}
            if not ticket.deleted:
                self.loopback.control("POST", "/do/redact", words)
        self.clock.advance(seconds=late_s)
        return False

    def _trouble(self):
        """All of its trouble is with calls."""

    def _calm(self):
        """There is nothing to end."""

    def _nouns(self, truth):
        return zendesk_nouns(self.product.store, truth, self.loopback.account)
