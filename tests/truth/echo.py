"""
The echo machine: everybody at work on the same few tickets, in any order, with everything that goes wrong between them.

Each rule is one step of one history.
"""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from sandbox.zendesk.lifecycle import create_ticket, delete_ticket, merge_ticket, redact_comment, restore_ticket
from sandbox.zendesk.updates import apply_update
from tests.truth.ground import Ground, is_write
from tests.truth.loopback import HARBOURLANE
from tests.truth.wire import WorkerLost, too_late

CUSTOMER_WORDS = (
    "Invoice INV-4411 is still wrong, the lamp is charged twice!",
    "I have already told you: the order number is HL-104411.",
    "When will you correct invoice INV-4411? Nobody has answered my question.",
    "Thank you, that is perfect.",
    "This is unacceptable. I have explained this three times and I am really angry!",
    "Which size is the Alva shelf?",
)
AGENT_WORDS = (
    "Thank you for your message, we are looking into it.",
    "Could you please give us your order number?",
    "I will write to you by tomorrow at noon.",
    "Invoice INV-4411 is corrected; the second charge is gone.",
    "The Alva shelf is 80 cm wide and 30 cm deep.",
)
OTHERS_TAGS = ("billing", "vip", "sla_gold", "returns")
EDITS = (
    {"status": "open"},
    {"status": "pending"},
    {"status": "solved"},
    {"priority": "high"},
    {"priority": None},
    {"subject": "Invoice INV-4411 again"},
    *({"additional_tags": [tag]} for tag in OTHERS_TAGS),
    *({"remove_tags": [tag]} for tag in OTHERS_TAGS),
)
PAUSES = ({"seconds": 1}, {"seconds": 20}, {"seconds": 61}, {"minutes": 6}, {"hours": 3}, {"hours": 26})
BROKEN_READS = ("status", "cut", "garbage", "lost_reply", "duplicate_rows")
KINDS = ("pull", "sync", "assess", "publish", "redact")
ours = st.integers(0, 999)
causes = st.none() | ours
"""What makes us write at once: a reply to the ticket of this number; None waits for what comes."""


class Echo(Ground):
    """One account, its agents and customers, and two workers of ours."""

    # customers and agents

    @rule(which=ours, words=st.sampled_from(CUSTOMER_WORDS))
    def customer_replies(self, which, words):
        self._act(lambda ticket: self.loopback.helpdesk.reply_as_customer(str(ticket.id), words), which)

    @rule(which=ours, words=st.sampled_from(CUSTOMER_WORDS))
    def customer_opens_another(self, which, words):
        def act(ticket):
            given = {"subject": words[:40], "comment": {"body": words}}
            create_ticket(self.account, given, ticket.requester_id, "email")

        if len(self.account.tickets) < 12:
            self._act(act, which)

    @rule(which=ours, words=st.sampled_from(AGENT_WORDS), public=st.booleans())
    def agent_answers(self, which, words, public):
        self._edit(which, {"comment": {"body": words, "public": public}})

    @rule(which=ours, change=st.sampled_from(EDITS))
    def agent_edits(self, which, change):
        self._edit(which, change)

    @rule(which=ours, act=st.sampled_from(("close", "delete", "restore", "merge", "redact")))
    def agent_does_something_rare(self, which, act):
        agent = self.agents[0]

        def done(ticket):
            if act == "close":
                apply_update(self.account, ticket, {"status": "closed"}, agent, "web")
            elif act == "delete" and not ticket.deleted:
                delete_ticket(self.account, ticket, agent)
            elif act == "restore" and ticket.deleted:
                restore_ticket(self.account, ticket, agent)
            elif act == "merge":
                target = self._ticket(which + 1)
                if target is not ticket and not target.deleted and not ticket.deleted:
                    merge_ticket(self.account, ticket, target, {}, agent)
            elif act == "redact" and ticket.comments and not ticket.deleted:
                redact_comment(self.account, ticket, ticket.comments[0], ticket.comments[0].text[:9], agent)

        self._act(done, which)

    # what reaches us, and what we do

    @rule(which=ours, times=st.sampled_from((1, 1, 2)))
    def a_webhook_arrives(self, which, times):
        self._count()
        self.loopback.collect()
        if self.loopback.undelivered:
            delivery = self.loopback.undelivered.pop(which % len(self.loopback.undelivered))
            self.delivered.append(delivery)
            for _ in range(times):
                assert self.product.push(delivery) == 204

    @rule(which=ours)
    def a_webhook_comes_again(self, which):
        self._count()
        if self.delivered:
            assert self.product.push(self.delivered[which % len(self.delivered)]) == 204

    @rule()
    def all_webhooks_arrive_in_reverse(self):
        self._count()
        self._deliver_all(reverse=True)

    @rule()
    def we_poll(self):
        self._count()
        self.product.ask_for(("pull", HARBOURLANE))
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
                self._touch(lambda ticket: self._apply(ticket, EDITS[which % len(EDITS)]), which)
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

    @rule(cause=causes, kind=st.sampled_from(("lost_reply", "cut", "garbage")))
    def the_reply_to_our_next_write_is_lost(self, cause, kind):
        self._fault(match="/tickets/", method="PUT", kind=kind)
        self._provoke(0, cause)

    @rule(cause=causes, status=st.sampled_from((409, 429, 500, 503)), wait=st.sampled_from((None, 1, 30)))
    def our_next_write_is_refused(self, cause, status, wait):
        self._fault(match="/tickets/", method="PUT", kind="status", status=status, retry_after=wait)
        self._provoke(0, cause)

    @rule(kind=st.sampled_from(BROKEN_READS), path=st.sampled_from(("/incremental/", "/tickets", "/users")))
    def our_next_read_breaks(self, kind, path):
        self._fault(match=path, method="GET", kind=kind, status=503)

    def _provoke(self, worker, which):
        """Let a customer complain, and a worker do at once what follows from it."""
        if which is None:
            return
        words = CUSTOMER_WORDS[which % len(CUSTOMER_WORDS)]
        self._touch(lambda ticket: self.loopback.helpdesk.reply_as_customer(str(ticket.id), words), which)
        self._deliver_all()
        self._drain(worker)
