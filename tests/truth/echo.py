"""
The echo machine: everybody at work on the same few tickets, in any order, with everything that goes wrong between them.

Each rule is one step of one history. How a helpdesk's people act, and how its calls break, is said by its own class.
"""

from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.truth.ground import Ground
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
PAUSES = ({"seconds": 1}, {"seconds": 20}, {"seconds": 61}, {"minutes": 6}, {"hours": 3}, {"hours": 26})
LOST = ("lost_reply", "cut", "garbage", "empty")
KINDS = ("pull", "sync", "assess", "publish", "redact")
MOST_TICKETS = 12
some = st.integers(0, 999)
"""Chooses one of several, however many there are."""
causes = st.none() | some
"""What makes us write at once: a reply to the ticket of this number; None waits for what comes."""


class Echo(Ground):
    """One helpdesk, its agents and customers, and two workers of ours."""

    EDITS: tuple
    """What an agent may change, as `_edit` takes it."""
    WAYS: tuple
    """How an agent may say something, as `_answer` takes it."""
    RARE: tuple[str, ...]
    """What else an agent may do, as `_do_rarely` takes it."""
    WRITES: ClassVar[dict]
    """The fault's half that finds our writes."""
    REFUSALS: tuple[dict, ...]
    """Its other half: how a write may be refused."""
    READS: tuple[dict, ...]
    BROKEN: tuple[dict, ...]
    """The same of reads."""

    # customers and agents

    @rule(which=some, words=st.sampled_from(CUSTOMER_WORDS))
    def customer_replies(self, which, words):
        self._count()
        self._reply(which, words)

    @rule(which=some, words=st.sampled_from(CUSTOMER_WORDS))
    def customer_opens_another(self, which, words):
        self._count()
        if len(self._keys()) < MOST_TICKETS:
            self._open_ticket(which, words)

    @rule(which=some, words=st.sampled_from(AGENT_WORDS), way=some)
    def agent_answers(self, which, words, way):
        self._count()
        self._answer(which, words, _one_of(self.WAYS, way))

    @rule(which=some, change=some)
    def agent_edits(self, which, change):
        self._count()
        self._edit(which, _one_of(self.EDITS, change))

    @rule(which=some, act=some)
    def agent_does_something_rare(self, which, act):
        self._count()
        self._do_rarely(which, _one_of(self.RARE, act))

    # what reaches us, and what we do

    @rule(which=some, times=st.sampled_from((1, 1, 2)))
    def a_push_arrives(self, which, times):
        self._count()
        self._collect()
        if self.loopback.undelivered:
            delivery = self.loopback.undelivered.pop(which % len(self.loopback.undelivered))
            self.delivered.append(delivery)
            for _ in range(times):
                assert self.product.push(delivery) == 204

    @rule(which=some)
    def a_push_comes_again(self, which):
        self._count()
        if self.delivered:
            assert self.product.push(_one_of(self.delivered, which)) == 204

    @rule()
    def all_pushes_arrive_in_reverse(self):
        self._count()
        self._deliver_all(reverse=True)

    @rule()
    def we_poll(self):
        self._count()
        self.product.ask_for(("pull", self.connection))
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
            if self._writes_with(request):
                self.seen[f"died {when} a write"] += 1
                raise WorkerLost
            return False

        self._plan(worker, when, die)
        self._provoke(worker, cause)

    @rule(cause=causes, worker=st.integers(0, 1), when=st.sampled_from(("before", "after")), which=some)
    def an_agent_edits_while_we_write(self, cause, worker, when, which):
        def edit(request):
            if self._writes_with(request):
                self.seen[f"edited {when} a write"] += 1
                self._edit(which, _one_of(self.EDITS, which))
            return self._writes_with(request)

        self._plan(worker, when, edit)
        self._provoke(worker, cause)

    @rule(cause=causes, when=st.sampled_from(("before", "after")))
    def the_other_worker_works_while_we_write(self, cause, when):
        def work(request):
            if self._writes_with(request):
                self.seen[f"another worker {when} a write"] += 1
                self._drain(1)
            return self._writes_with(request)

        self._plan(0, when, work)
        self._provoke(0, cause)

    @rule(cause=causes, worker=st.integers(0, 1))
    def our_next_write_is_answered_too_late(self, cause, worker):
        def wait(request):
            if self._writes_with(request):
                self.seen["answered too late"] += 1
                too_late(request)
            return False

        self._plan(worker, "after", wait)
        self._provoke(worker, cause)

    @rule(cause=causes, kind=st.sampled_from(LOST))
    def the_reply_to_our_next_write_is_lost(self, cause, kind):
        self._fault(self.WRITES, {"kind": kind})
        self._provoke(0, cause)

    @rule(cause=causes, refusal=some)
    def our_next_write_is_refused(self, cause, refusal):
        self._fault(self.WRITES, {"kind": "status"}, _one_of(self.REFUSALS, refusal))
        self._provoke(0, cause)

    @rule(read=some, broken=some)
    def our_next_read_breaks(self, read, broken):
        self._fault(_one_of(self.READS, read), _one_of(self.BROKEN, broken))

    # underneath

    def _plan(self, worker, when, hook):
        self._count()
        getattr(self.workers[worker].wire, when).append(hook)

    def _fault(self, *parts):
        self._count()
        self.loopback.control("POST", "/faults", [{key: value for part in parts for key, value in part.items()}])

    def _writes_with(self, request):
        return self._is_write(request.method, request.path_url)

    def _provoke(self, worker, which):
        """Let a customer complain, and a worker do at once what follows from it."""
        if which is None:
            return
        self._reply(which, _one_of(CUSTOMER_WORDS, which))
        self._deliver_all()
        self._drain(worker)


def _one_of(several, number):
    return several[number % len(several)]
