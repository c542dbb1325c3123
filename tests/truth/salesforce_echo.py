"""The echo machine's Salesforce: how its people act, what must never be there, and how its calls break."""

from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import rule

from integration.model import NOTE_KEY
from sandbox.world import World
from tests.journeys.stories import third_contact
from tests.truth.echo import LOST, Echo, causes
from tests.truth.loopback import HandClock
from tests.truth.salesforce_loopback import SalesforceLoopback

LIMITED = [{"errorCode": "REQUEST_LIMIT_EXCEEDED", "message": "TotalRequests Limit exceeded."}]
LOCKED = [{"errorCode": "UNABLE_TO_LOCK_ROW", "message": "unable to obtain exclusive access to this record"}]
CHANNELS = ("email", "web", "chat")


class SalesforceEcho(Echo):
    """One org."""

    EDITS = (
        *({"status": status} for status in ("Working", "Waiting on Customer", "On Hold", "Escalated", "Closed")),
        {"priority": "High"},
        {"subject": "Invoice INV-4411 again"},
        {"owner": "agent:Kim"},
    )
    WAYS = ("reply", "note", "post")
    RARE = ("delete", "undelete", "merge", "touch")
    WRITES: ClassVar[dict] = {"match": "/composite"}
    REFUSALS = (
        {"status": 500},
        {"status": 503, "retry_after": 30},
        {"status": 420},
        {"status": 403, "body": LIMITED},
        {"status": 400, "body": LOCKED},
    )
    READS = tuple({"match": path} for path in ("/queryAll", "/composite", "/describe", "/services"))
    BROKEN = tuple(
        {"kind": kind, "status": 503} for kind in ("status", "disconnect", "duplicate_rows", "expire_token", *LOST)
    )

    def _loopback(self):
        return SalesforceLoopback(HandClock(), World((third_contact(first_system="salesforce", system="salesforce"),)))

    def _begin(self):
        self.org = self.loopback.org
        self.written_on = {}

    def _calm(self):
        self.org.row_locks.clear()

    def _check_harm(self):
        mine = [c for c in self.org.rows("CaseComment").values() if c["CreatedById"] == self.org.run_as_id]
        assert not any(comment["IsPublished"] for comment in mine), "a comment of ours is published"
        assert not self.org.assignments, "a write of ours let the org give a case to somebody else"

    def _keys(self):
        return list(self.org.rows("Case"))

    def _notes(self):
        found = {}
        for row in self.org.rows("CaseComment").values():
            if not row["IsPublished"] and (match := NOTE_KEY.search(row["CommentBody"] or "")):
                # a merge takes it to another case, which may have one of its own
                case = self.written_on.setdefault(row["Id"], row["ParentId"])
                found.setdefault(case, []).append(match[1])
        return found

    @staticmethod
    def _is_write(method, path):
        return method in ("POST", "PATCH") and "/composite" in path

    # acts

    @rule(cause=causes, times=st.integers(1, 9))
    def somebody_holds_the_rows(self, cause, times):
        self._count()
        self._do("lock", times=times)
        self._provoke(0, cause)

    def _reply(self, which, words):
        self._do("reply", id=self._case(which), text=words)

    def _open_ticket(self, which, words):
        channel = CHANNELS[which % len(CHANNELS)]
        self._do("create", requester_email="ana@example.com", subject=words[:40], text=words, channel=channel)

    def _answer(self, which, words, way):
        self._do(way, id=self._case(which), text=words, by="agent:Joe")

    def _edit(self, which, change):
        self._do("edit", id=self._case(which), by="agent:Joe", **change)

    def _do_rarely(self, which, act):
        if act == "merge":
            self._do("merge_cases", source=self._case(which), target=self._case(which + 1))
        else:
            self._do(act, id=self._case(which, deleted=act == "undelete"))

    def _case(self, which, *, deleted=False):
        cases = [row["Id"] for row in self.org.rows("Case").values() if row["IsDeleted"] == deleted]
        return cases[which % len(cases)] if cases else None

    def _do(self, act, **given):
        if all(given.values()):
            self.loopback.attempt(act, given)
