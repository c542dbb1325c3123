"""
The ground that the echo machine stands on: a helpdesk, two workers, what holds at any time, and coming to rest.

`settle` lets everything come to rest; then nothing may move any more. What differs between helpdesks is in the classes
that end this one's sentences: `zendesk_echo`, `salesforce_echo`.
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
from integration.model import TicketRef
from integration.writeback import telling
from tests.truth.product import Product, memory
from tests.truth.reader import LEASE_S
from tests.truth.wire import WorkerLost

MOST_ROUNDS = 12


class Ground(RuleBasedStateMachine):
    """One helpdesk, its agents and customers, and two workers of ours."""

    steps = 0
    settled = 0
    seen: Counter
    empty_store: Path

    @initialize(read=st.booleans())
    def open(self, read):
        self.folder = Path(tempfile.mkdtemp(prefix="echo", dir=memory()))
        self.loopback = self._loopback()
        self.clock, self.connection = self.loopback.clock, self.loopback.connection.id
        self.product = Product(self.loopback, self.folder, self.empty_store)
        self.workers = [self.product.worker(), self.product.worker()]
        for worker in self.workers:
            self._overhear(worker.connector)
        self.delivered, self.told = [], {}
        self._begin()
        if read:
            self._drain(0)

    def teardown(self):
        if not hasattr(self, "product"):
            return
        try:
            self._settle()
            self.seen["notes"] += sum(map(len, self._notes().values()))
            self.seen["writes"] += len(self._writes())
        finally:
            self.product.close()
            self.loopback.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    # what the helpdesk's own class says; it raises, as hypothesis' metaclass leaves no room for an abstract class

    def _loopback(self):
        """Return the helpdesk."""
        raise NotImplementedError

    def _begin(self):
        """Note how the helpdesk stands before anybody acts."""

    def _calm(self):
        """End what makes trouble of itself."""

    def _check_harm(self):
        """Check what must never be."""
        raise NotImplementedError

    def _keys(self):
        """Return the ids of all tickets."""
        raise NotImplementedError

    def _notes(self):
        """Return the keys of our notes, in lists by the ticket that they were written on."""
        raise NotImplementedError

    @staticmethod
    def _is_write(method, path):
        """Return whether this call writes on a ticket."""
        raise NotImplementedError

    # what holds at any time

    @invariant()
    def nobody_is_harmed(self):
        if not hasattr(self, "product"):
            return
        self._check_harm()
        for ticket, keys in self._notes().items():
            assert len(set(keys)) == len(keys), f"{ticket}: the same note twice"
            seen = {}
            for key in keys:
                for piece in self.told[key]:
                    assert piece not in seen, f"{ticket}: notes {seen.get(piece)} and {key} tell the same evidence"
                seen |= dict.fromkeys(self.told[key], key)

    # coming to rest

    def _settle(self):
        """Let everything come to rest: no more faults, all pushes delivered, leases and pauses over."""
        self.loopback.control("DELETE", "/faults")
        self._calm()
        for worker in self.workers:
            worker.wire.before.clear()
            worker.wire.after.clear()
        for number in range(MOST_ROUNDS):
            before = len(self._writes())
            self.clock.advance(seconds=LEASE_S + 61 if number else 3 * 86_400)
            self._deliver_all()
            self.product.store.reconcile(self.clock())
            self.product.ask_for(("pull", self.connection))
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
        refs, store, settings = self._refs(), self.product.store, self.workers[0].desk.writing()
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
        """Deliver every push, read, judge and publish everything once more, at the same moment."""
        for delivery in self.delivered:
            assert self.product.push(delivery) == 204
        self.product.store.restart_backfill(self.connection, self.clock())
        self.product.ask_for(*(("sync", str(ref)) for ref in self._refs()))
        self._drain(0)
        self._judge_anew()

    def _let_it_come_back(self):
        """Let our own last writes come back, by push and in what is polled."""
        self._deliver_all()
        self._drain(1)
        self.clock.advance(seconds=61)
        self.product.ask_for(("pull", self.connection))
        self._drain(1)

    # underneath

    def _refs(self):
        return [TicketRef(self.connection, key) for key in self._keys()]

    def _waiting(self):
        return {k: n for k, n in self.product.store.status(self.clock()).waiting.items() if k not in ("pull", "assess")}

    def _writes(self):
        return [call for call in self.product.sent if self._is_write(*call)]

    def _count(self):
        type(self).steps += 1

    def _collect(self):
        self.loopback.collect(self.product.connection.webhook_secrets)

    def _deliver_all(self, *, reverse=False):
        self._collect()
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

    def _overhear(self, connector):
        """Note, before writes leave, which evidence the notes among them tell."""
        write, store = connector.write, self.product.store

        def overheard(writes):
            for one in writes:
                if one.note is not None:
                    annotation = store.load_annotations([one.ticket])[one.ticket]
                    receipt = store.load_receipts([one.ticket]).get(one.ticket)
                    pieces = telling.choose_evidence(telling.choose_flags(annotation, receipt), receipt)
                    self.told[one.note.key] = {telling.evidence_key(piece) for piece in pieces}
            try:
                results = write(writes)
            except ConnectorError:
                self.seen["write failed"] += 1
                raise
            self.seen.update(result.outcome.value for result in results)
            return results

        connector.write = overheard
