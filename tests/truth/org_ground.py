"""
The ground that the echo machine of an org stands on: two workers, what holds at any time, and coming to rest.

`settle` lets everything come to rest; then nothing may move any more.
"""

import shutil
import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path

from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from integration import writeback
from integration.errors import ConnectorError
from integration.model import NOTE_KEY, TicketRef
from integration.writeback import telling
from sandbox.world import World
from tests.journeys.stories import third_contact
from tests.truth.loopback import HandClock
from tests.truth.org import HARBOURLANE_ORG, LoopbackOrg
from tests.truth.product import Product
from tests.truth.reader import LEASE_S
from tests.truth.wire import WorkerLost

MOST_ROUNDS = 12


class OrgGround(RuleBasedStateMachine):
    """One org, its agents and customers, and two workers of ours."""

    steps = 0
    settled = 0
    seen: Counter
    empty_store: Path

    @initialize()
    def open(self):
        memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
        self.folder = Path(tempfile.mkdtemp(prefix="orgecho", dir=memory))
        world = World((third_contact(first_system="salesforce", system="salesforce"),))
        self.loopback = LoopbackOrg(HandClock(), world)
        self.clock, self.org = self.loopback.clock, self.loopback.org
        self.product = Product(self.loopback, self.folder, self.empty_store)
        self.workers = [self.product.worker(), self.product.worker()]
        for worker in self.workers:
            self._overhear(worker.connector)
        self.delivered, self.told = [], {}
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

    # what holds at any time

    @invariant()
    def nobody_is_harmed(self):
        if not hasattr(self, "product"):
            return
        mine = [c for c in self.org.rows("CaseComment").values() if c["CreatedById"] == self.org.run_as_id]
        assert not any(comment["IsPublished"] for comment in mine), "a comment of ours is published"
        assert not self.org.assignments, "a write of ours let the org give a case to somebody else"
        for case, keys in self._notes().items():
            assert len(set(keys)) == len(keys), f"{case}: the same note twice"
            seen = {}
            for key in keys:
                for piece in self.told[key]:
                    assert piece not in seen, f"{case}: notes {seen.get(piece)} and {key} tell the same evidence"
                seen |= dict.fromkeys(self.told[key], key)

    # coming to rest

    def _settle(self):
        """Let everything come to rest: no more faults, all pushes delivered, leases and pauses over."""
        self.loopback.control("DELETE", "/faults")
        self.org.row_locks.clear()
        for worker in self.workers:
            worker.wire.before.clear()
            worker.wire.after.clear()
        for number in range(MOST_ROUNDS):
            before = len(self._writes())
            self.clock.advance(seconds=LEASE_S + 61 if number else 3 * 86_400)
            self._deliver_all()
            self.product.store.reconcile(self.clock())
            self.product.ask_for(("pull", HARBOURLANE_ORG))
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
        """What was concluded stands on every case, but for a note that its quiet day holds back."""
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
        self.product.store.restart_backfill(HARBOURLANE_ORG, self.clock())
        self.product.ask_for(*(("sync", str(ref)) for ref in self._refs()))
        self._drain(0)
        self._judge_anew()

    def _let_it_come_back(self):
        """Let our own last writes come back, by push and by stamp."""
        self._deliver_all()
        self._drain(1)
        self.clock.advance(seconds=61)
        self.product.ask_for(("pull", HARBOURLANE_ORG))
        self._drain(1)

    # underneath

    def _refs(self):
        return [TicketRef(HARBOURLANE_ORG, case) for case in self.org.rows("Case")]

    def _waiting(self):
        return {k: n for k, n in self.product.store.status(self.clock()).waiting.items() if k not in ("pull", "assess")}

    def _count(self):
        type(self).steps += 1

    def _case(self, which, *, deleted=False):
        cases = [row["Id"] for row in self.org.rows("Case").values() if row["IsDeleted"] == deleted]
        return cases[which % len(cases)] if cases else None

    def _do(self, act, given):
        """Do something in the org; what it refuses is not done."""
        if all(given.values()):
            self.loopback.attempt("POST", f"/do/{act}", given)

    def _deliver_all(self, *, reverse=False):
        self._collect()
        for delivery in self.loopback.undelivered[:: -1 if reverse else 1]:
            assert self.product.push(delivery) == 204
            self.delivered.append(delivery)
        self.loopback.undelivered.clear()

    def _collect(self):
        self.loopback.collect(self.product.connection.webhook_secrets[0])

    def _work(self, worker, kind):
        """Let a worker do one batch; it may die of it, and another takes its place."""
        with suppress(WorkerLost):
            self.product.work(self.workers[worker], kind)

    def _drain(self, worker):
        with suppress(WorkerLost):
            self.product.drain(self.workers[worker])

    def _plan(self, worker, when, hook):
        self._count()
        getattr(self.workers[worker].wire, when).append(hook)

    def _fault(self, **fault):
        self._count()
        self.loopback.control("POST", "/faults", [fault])

    def _writes(self):
        return [call for call in self.product.sent if "/composite" in call[1]]

    def _notes(self):
        """Return the keys of our notes, by the case that they were written on."""
        found = {}
        for row in self.org.rows("CaseComment").values():
            if not row["IsPublished"] and (match := NOTE_KEY.search(row["CommentBody"] or "")):
                found.setdefault(self.written_on.setdefault(row["Id"], row["ParentId"]), []).append(match[1])
        return found

    @property
    def written_on(self):
        """Where each note was written: a merge takes it to another case, which may have one of its own."""
        return self.__dict__.setdefault("_written_on", {})

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
    return request.method in ("POST", "PATCH") and "/composite" in request.path_url
