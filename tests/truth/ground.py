"""
The ground that the echo machine stands on: the account, two workers, what holds at any time, and coming to rest.

`settle` lets everything come to rest; then nothing may move any more.
"""

import shutil
import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from integration import writeback
from integration.errors import ConnectorError
from integration.model import NOTE_KEY, TicketRef
from integration.writeback import telling
from sandbox.world import World
from sandbox.zendesk.errors import ApiError
from sandbox.zendesk.updates import apply_update
from tests.journeys.stories import content, third_contact
from tests.truth.loopback import HARBOURLANE, HandClock, Loopback
from tests.truth.product import Product
from tests.truth.reader import LEASE_S
from tests.truth.wire import WorkerLost

MOST_ROUNDS = 12


class Ground(RuleBasedStateMachine):
    """One account, its agents and customers, and two workers of ours."""

    steps = 0
    settled = 0
    seen: Counter
    empty_store: Path

    @initialize(read=st.booleans())
    def open(self, read):
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
        if read:
            self._drain(0)

    def teardown(self):
        if not hasattr(self, "product"):
            return
        try:
            self._settle()
            self.seen["notes"] += sum(len(self._notes(ticket)) for ticket in self.account.tickets.values())
            self.seen["writes"] += len(self._writes())
        finally:
            self.product.close()
            self.loopback.close()
            shutil.rmtree(self.folder, ignore_errors=True)

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
            try:
                results = write(writes)
            except ConnectorError:
                self.seen["write failed"] += 1
                raise
            self.seen.update(result.outcome.value for result in results)
            return results

        connector.write = overheard


def is_write(request):
    return request.method == "PUT" and "/tickets" in request.path_url


def _memory():
    """Return a folder in memory where there is one: what is tested here is no disk."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None
