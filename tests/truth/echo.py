"""
The echo machine: everybody at work on the same few tickets, in any order, with everything that goes wrong between them.

Each rule is one step of one history. `settle` lets everything come to rest; then nothing may move any more.
"""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from integration import writeback
from integration.model import NOTE_KEY, TicketRef
from integration.writeback import telling
from sandbox.world import World
from sandbox.zendesk.errors import ApiError
from sandbox.zendesk.lifecycle import create_ticket, delete_ticket, merge_ticket, redact_comment, restore_ticket
from sandbox.zendesk.updates import apply_update
from tests.journeys.stories import content, third_contact
from tests.truth.loopback import HandClock, Loopback
from tests.truth.product import HARBOURLANE, Product
from tests.truth.reader import LEASE_S
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
MOST_ROUNDS = 12
ours = st.integers(0, 999)


class Echo(RuleBasedStateMachine):
    """One account, its agents and customers, and two workers of ours."""

    steps = 0
    settled = 0
    notes = 0
    writes = 0
    empty_store: Path

    @initialize()
    def open(self):
        self.folder = Path(tempfile.mkdtemp(prefix="echo", dir=_memory()))
        self.loopback = Loopback(HandClock(), World((third_contact(), content())))
        self.clock, self.account = self.loopback.clock, self.loopback.account
        self.product = Product(self.loopback, self.folder, self.empty_store)
        self.workers = [self.product.worker(), self.product.worker()]
        for worker in self.workers:
            self._overhear(worker.connector)
        self.agents = [user.id for user in self.account.users.values() if user.role == "agent"]
        self.delivered, self.told = [], {}
        self.tags = {ticket.id: set(ticket.tags) for ticket in self.account.tickets.values()}
        self._drain(0)

    def teardown(self):
        if not hasattr(self, "product"):
            return
        try:
            self._settle()
            type(self).notes += sum(len(self._notes(ticket)) for ticket in self.account.tickets.values())
            type(self).writes += len(self._writes())
        finally:
            self.product.close()
            self.loopback.close()
            shutil.rmtree(self.folder, ignore_errors=True)

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

    @rule(worker=st.integers(0, 1), when=st.sampled_from(("before", "after")))
    def a_worker_dies_at_its_next_write(self, worker, when):
        def die(request):
            if _is_write(request):
                raise WorkerLost
            return False

        self._plan(worker, when, die)

    @rule(worker=st.integers(0, 1), when=st.sampled_from(("before", "after")), which=ours)
    def an_agent_edits_while_we_write(self, worker, when, which):
        def edit(request):
            if _is_write(request):
                self._touch(lambda ticket: self._apply(ticket, EDITS[which % len(EDITS)]), which)
            return _is_write(request)

        self._plan(worker, when, edit)

    @rule(when=st.sampled_from(("before", "after")))
    def the_other_worker_works_while_we_write(self, when):
        def work(request):
            if _is_write(request):
                self._drain(1)
            return _is_write(request)

        self._plan(0, when, work)

    @rule(worker=st.integers(0, 1))
    def our_next_write_is_answered_too_late(self, worker):
        self._plan(worker, "after", lambda request: too_late(request) if _is_write(request) else False)

    @rule(kind=st.sampled_from(("lost_reply", "cut", "garbage")))
    def the_reply_to_our_next_write_is_lost(self, kind):
        self._fault(match="/tickets/", method="PUT", kind=kind)

    @rule(status=st.sampled_from((409, 429, 500, 503)), wait=st.sampled_from((None, 1, 30)))
    def our_next_write_is_refused(self, status, wait):
        self._fault(match="/tickets/", method="PUT", kind="status", status=status, retry_after=wait)

    @rule(kind=st.sampled_from(BROKEN_READS), path=st.sampled_from(("/incremental/", "/tickets", "/users")))
    def our_next_read_breaks(self, kind, path):
        self._fault(match=path, method="GET", kind=kind, status=503)

    # what holds at any time

    @invariant()
    def nobody_is_harmed(self):
        if not hasattr(self, "product"):
            return
        written = [comment for _, comment in self.account.written if comment.author_id == self.account.owner_id]
        assert not any(comment.public for comment in written), "a comment of ours is public"
        for ticket in self.account.tickets.values():
            found = {tag for tag in ticket.tags if not tag.startswith("sidelight_")}
            assert found == self.tags[ticket.id], f"{ticket.id}: {found} instead of {self.tags[ticket.id]}"
            self._check_notes(ticket)

    def _check_notes(self, ticket):
        keys = self._notes(ticket)
        assert len(set(keys)) == len(keys), f"{ticket.id}: the same note twice"
        seen = {}
        for key in keys:
            for piece in self.told[key]:
                assert piece not in seen, f"{ticket.id}: notes {seen.get(piece)} and {key} tell the same evidence"
            seen |= dict.fromkeys(self.told[key], key)

    # coming to rest

    def _settle(self):
        """Let everything come to rest: no more faults, all webhooks delivered, leases and pauses over."""
        self.loopback.control("DELETE", "/faults")
        for worker in self.workers:
            worker.wire.before.clear()
            worker.wire.after.clear()
        for number in range(MOST_ROUNDS):
            before = len(self._writes())
            self.clock.advance(seconds=LEASE_S + 61 if number else 3 * 86_400)
            self._deliver_all()
            self.product.store.reconcile(self.clock())
            self.product.ask_for(("pull", HARBOURLANE))
            self._drain(0)
            if number and len(self._writes()) == before and not self._waiting():
                break
        else:
            raise AssertionError(f"it does not come to rest: {self._waiting()} {self._writes()[-4:]}")
        self._nothing_was_forgotten()
        self._judge_anew()
        self._nothing_more_is_written(self._ask_for_everything_again)
        self._nothing_more_is_written(self._let_it_come_back)
        self.nobody_is_harmed()
        type(self).settled += 1

    def _nothing_was_forgotten(self):
        """What was concluded stands on every ticket, but for a note that its quiet day holds back."""
        refs = self._refs()
        store, settings = self.product.store, self.workers[0].desk.writing()
        status = store.status(self.clock())
        assert not status.parked, status.parked
        receipts, tickets = store.load_receipts(refs), store.load_tickets(refs)
        for ref, annotation in store.load_annotations(refs).items():
            receipt = receipts.get(ref)
            moment = receipt.note_at if receipt and receipt.note_at else self.clock()
            forgotten = writeback.plan(annotation, receipt, tickets[ref], settings, moment)
            assert forgotten is None, f"{ref} was never written: {forgotten}"

    def _judge_anew(self):
        """Judge and publish everything at this moment: time has passed, so this may write."""
        self.product.ask_for(*(("assess", customer) for customer in self.product.customers()))
        self._drain(0)
        self.product.ask_for(*(("publish", str(ref)) for ref in self._refs()))
        self._drain(0)

    def _nothing_more_is_written(self, act):
        before = list(self._writes())
        known, judged = self.product.documents(), self.product.judgements()
        act()
        assert not self._waiting(), self._waiting()
        later = self.product.judgements()
        differ = {key: (judged.get(key), now) for key, now in later.items() if judged.get(key) != now}
        why = f"the store had missed {self.product.documents() ^ known}; it is judged otherwise: {differ}"
        assert self._writes() == before, f"written again: {self._writes()[len(before) :]}; {why}"

    def _ask_for_everything_again(self):
        """Deliver every webhook, read, judge and publish everything once more, at the same moment."""
        for delivery in self.delivered:
            assert self.product.push(delivery) == 204
        self.product.store.restart_backfill(HARBOURLANE, self.clock())
        self.product.ask_for(*(("sync", str(ref)) for ref in self._refs()))
        self._drain(0)
        self._judge_anew()

    def _let_it_come_back(self):
        """Let our own last writes come back, by webhook and in the export."""
        self._deliver_all()
        self._drain(1)
        self.clock.advance(seconds=61)
        self.product.ask_for(("pull", HARBOURLANE))
        self._drain(1)

    def _refs(self):
        return [TicketRef(HARBOURLANE, str(ticket_id)) for ticket_id in self.account.tickets]

    def _waiting(self):
        return {k: n for k, n in self.product.store.status(self.clock()).waiting.items() if k not in ("pull", "assess")}

    # underneath

    def _count(self):
        type(self).steps += 1

    def _ticket(self, which):
        tickets = list(self.account.tickets.values())
        return tickets[which % len(tickets)]

    def _act(self, act, which):
        self._count()
        self._touch(act, which)

    def _touch(self, act, which):
        """Do something at the helpdesk, and note what tags others have set by it. What it refuses is not done."""
        with self.account.lock:
            # a ticket that is deleted cannot be replied to, one that is closed not changed
            with suppress(ApiError, KeyError):
                act(self._ticket(which))
            for ticket in self.account.tickets.values():
                self.tags.setdefault(ticket.id, {tag for tag in ticket.tags if not tag.startswith("sidelight_")})
                if "closed_by_merge" in ticket.tags:
                    self.tags[ticket.id].add("closed_by_merge")

    def _edit(self, which, change):
        self._act(lambda ticket: self._apply(ticket, change), which)

    def _apply(self, ticket, change):
        if ticket.deleted:
            return
        agent = self.agents[ticket.id % len(self.agents)]
        apply_update(self.account, ticket, change, agent, "web")
        self.tags[ticket.id] |= set(change.get("additional_tags", ()))
        self.tags[ticket.id] -= set(change.get("remove_tags", ()))

    def _deliver_all(self, *, reverse=False):
        self.loopback.collect()
        for delivery in self.loopback.undelivered[:: -1 if reverse else 1]:
            assert self.product.push(delivery) == 204
            self.delivered.append(delivery)
        self.loopback.undelivered.clear()

    def _work(self, worker, kind):
        """Let a worker do one batch; it may die of it, and another takes its place."""
        with suppress(WorkerLost):
            self.product.work(self.workers[worker], kind)

    def _drain(self, worker):
        with suppress(WorkerLost):
            self.product.drain(self.workers[worker])

    def _plan(self, worker, when, hook):
        self._count()
        wire = self.workers[worker].wire
        getattr(wire, when).append(hook)

    def _fault(self, **fault):
        self._count()
        self.loopback.control("POST", "/faults", [fault])

    def _writes(self):
        return [call for call in self.product.sent if call[0] == "PUT" and "/tickets" in call[1]]

    def _notes(self, ticket):
        texts = (f"{c.text} {c.html or ''}" for c in ticket.comments if not c.public)
        return [match[1] for text in texts if (match := NOTE_KEY.search(text))]

    def _overhear(self, connector):
        """Note, before writes leave, which evidence the notes among them tell."""
        write, store = connector.write, self.product.store

        def overheard(writes):
            for one in writes:
                if one.note is not None:
                    annotation = store.load_annotations([one.ticket])[one.ticket]
                    receipt = store.load_receipts([one.ticket]).get(one.ticket)
                    pieces = [telling.choose_evidence(f, receipt) for f in telling.choose_flags(annotation, receipt)]
                    self.told[one.note.key] = {telling.evidence_key(piece) for piece in pieces}
            return write(writes)

        connector.write = overheard


def _is_write(request):
    return request.method == "PUT" and "/tickets" in request.path_url


def _memory():
    return "/dev/shm" if Path("/dev/shm").is_dir() else None
