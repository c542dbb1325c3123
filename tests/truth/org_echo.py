"""The echo machine of an org: its people and two workers of ours on the same few cases, and what goes wrong between."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.truth.echo import AGENT_WORDS, CUSTOMER_WORDS, KINDS, PAUSES, causes, ours
from tests.truth.org import HARBOURLANE_ORG
from tests.truth.org_ground import OrgGround, is_write
from tests.truth.wire import WorkerLost, too_late

EDITS = (
    *({"status": status} for status in ("Working", "Waiting on Customer", "On Hold", "Escalated", "Closed")),
    {"priority": "High"},
    {"subject": "Invoice INV-4411 again"},
    {"owner": "agent:Kim"},
)
LIMITED = [{"errorCode": "REQUEST_LIMIT_EXCEEDED", "message": "TotalRequests Limit exceeded."}]
LOCKED = [{"errorCode": "UNABLE_TO_LOCK_ROW", "message": "unable to obtain exclusive access to this record"}]
REFUSALS = (
    {"status": 500},
    {"status": 503, "retry_after": 30},
    {"status": 420},
    {"status": 403, "body": LIMITED},
    {"status": 400, "body": LOCKED},
)
BROKEN_READS = ("status", "cut", "garbage", "empty", "lost_reply", "disconnect", "duplicate_rows", "expire_token")

CALLS = ("/queryAll", "/composite", "/describe", "/services")


class OrgEcho(OrgGround):
    """One org, its agents and customers, and two workers of ours."""

    # customers and agents

    @rule(which=ours, words=st.sampled_from(CUSTOMER_WORDS))
    def customer_replies(self, which, words):
        self._count()
        self._do("reply", {"id": self._case(which), "text": words})

    @rule(words=st.sampled_from(CUSTOMER_WORDS), channel=st.sampled_from(("email", "web", "chat")))
    def customer_opens_another(self, words, channel):
        self._count()
        if len(self.org.rows("Case")) < 12:
            given = {"requester_email": "ana@example.com", "subject": words[:40], "text": words, "channel": channel}
            self._do("create", given)

    @rule(which=ours, words=st.sampled_from(AGENT_WORDS), act=st.sampled_from(("reply", "note", "post")))
    def agent_answers(self, which, words, act):
        self._count()
        self._do(act, {"id": self._case(which), "text": words, "by": "agent:Joe"})

    @rule(which=ours, change=st.sampled_from(EDITS))
    def agent_edits(self, which, change):
        self._count()
        self._do("edit", {"id": self._case(which), "by": "agent:Joe", **change})

    @rule(which=ours, act=st.sampled_from(("delete", "undelete", "merge", "touch")))
    def agent_does_something_rare(self, which, act):
        self._count()
        if act == "merge":
            self._do("merge_cases", {"source": self._case(which), "target": self._case(which + 1)})
        else:
            self._do(act, {"id": self._case(which, deleted=act == "undelete")})

    # what reaches us, and what we do

    @rule(which=ours, times=st.sampled_from((1, 1, 2)))
    def a_push_arrives(self, which, times):
        self._count()
        self._collect()
        if self.loopback.undelivered:
            delivery = self.loopback.undelivered.pop(which % len(self.loopback.undelivered))
            self.delivered.append(delivery)
            for _ in range(times):
                assert self.product.push(delivery) == 204

    @rule()
    def all_pushes_arrive_in_reverse(self):
        self._count()
        self._deliver_all(reverse=True)

    @rule()
    def we_poll(self):
        self._count()
        self.product.ask_for(("pull", HARBOURLANE_ORG))
        self._work(0, "pull")

    @rule(worker=st.integers(0, 1), kind=st.sampled_from(KINDS))
    def a_worker_takes_one_batch(self, worker, kind):
        self._count()
        self._work(worker, kind)

    @rule(worker=st.integers(0, 1))
    def a_worker_does_all_that_is_due(self, worker):
        self._count()
        self._drain(worker)

    @rule(pause=st.sampled_from(PAUSES))
    def time_passes(self, pause):
        self._count()
        self.clock.advance(**pause)

    # what goes wrong

    @rule(cause=causes, worker=st.integers(0, 1), when=st.sampled_from(("before", "after")))
    def a_worker_dies_at_its_next_write(self, cause, worker, when):
        def die(request):
            if is_write(request):
                self.seen[f"died {when} a write"] += 1
                raise WorkerLost
            return False

        self._plan(worker, when, die)
        self._provoke(worker, cause)

    @rule(cause=causes, worker=st.integers(0, 1), when=st.sampled_from(("before", "after")), which=ours)
    def an_agent_edits_while_we_write(self, cause, worker, when, which):
        def edit(request):
            if is_write(request):
                self.seen[f"edited {when} a write"] += 1
                self._do("edit", {"id": self._case(which), "by": "agent:Joe", **EDITS[which % len(EDITS)]})
            return is_write(request)

        self._plan(worker, when, edit)
        self._provoke(worker, cause)

    @rule(cause=causes, when=st.sampled_from(("before", "after")))
    def the_other_worker_works_while_we_write(self, cause, when):
        def work(request):
            if is_write(request):
                self.seen[f"another worker {when} a write"] += 1
                self._drain(1)
            return is_write(request)

        self._plan(0, when, work)
        self._provoke(0, cause)

    @rule(cause=causes, worker=st.integers(0, 1))
    def our_next_write_is_answered_too_late(self, cause, worker):
        def wait(request):
            if is_write(request):
                self.seen["answered too late"] += 1
                too_late(request)
            return False

        self._plan(worker, "after", wait)
        self._provoke(worker, cause)

    @rule(cause=causes, kind=st.sampled_from(("lost_reply", "cut", "garbage", "empty")))
    def the_reply_to_our_next_write_is_lost(self, cause, kind):
        self._fault(match="/composite", kind=kind)
        self._provoke(0, cause)

    @rule(cause=causes, refusal=st.sampled_from(REFUSALS))
    def our_next_write_is_refused(self, cause, refusal):
        self._fault(match="/composite", kind="status", **refusal)
        self._provoke(0, cause)

    @rule(cause=causes, times=st.integers(1, 9))
    def somebody_holds_the_rows(self, cause, times):
        self._count()
        self._do("lock", {"times": times})
        self._provoke(0, cause)

    @rule(kind=st.sampled_from(BROKEN_READS), path=st.sampled_from(CALLS))
    def our_next_call_breaks(self, kind, path):
        self._fault(match=path, kind=kind, status=503)

    def _provoke(self, worker, which):
        """Let a customer complain, and a worker do at once what follows from it."""
        if which is None:
            return
        self._do("reply", {"id": self._case(which), "text": CUSTOMER_WORDS[which % len(CUSTOMER_WORDS)]})
        self._deliver_all()
        self._drain(worker)
