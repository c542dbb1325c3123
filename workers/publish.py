"""
publish: what goes back to the helpdesk.

A write is taken by one worker, sent, and its receipt saved. Where a worker died, or a reply was lost, between the
sending and the receipt, the next one looks for the note before it writes.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog

from integration import writeback
from integration.connectors import Connector
from integration.errors import ConnectorError
from integration.model import Annotation, Outcome, Receipt, Ticket, TicketRef, Write, WriteResult
from integration.store import Claim, Job, lane
from workers.desk import Desk, by_connection, connector_of, timed

log = structlog.get_logger()

RETRY_LOOK = timedelta(seconds=10)
"""Least wait before looking again for a note, where the helpdesk did not say."""

RETRY_TAKEN = timedelta(seconds=5)
"""Wait before asking again for a write that another worker has taken."""


def publish(desk: Desk, jobs: Sequence[Claim]) -> None:
    """Write to these tickets what differs from what was last written; usually nothing does."""
    for connection, mine in by_connection(jobs).items():
        connector = connector_of(desk, *mine)
        if connector is not None:
            _publish(desk, connection, connector, mine)


def _publish(desk: Desk, connection: str, connector: Connector, jobs: Sequence[Claim]) -> None:
    planned, idle = _planned(desk, connector, jobs)
    desk.store.finish(idle)
    if not planned:
        return
    with timed(desk, f"write {connection}") as stage:
        try:
            results = connector.write([plan.sent for plan in planned])
        except Exception:
            # Nobody knows what arrived: whoever tries next looks for the note first.
            for plan in planned:
                desk.store.expire_action(plan.decided.key, desk.clock())
            raise
        for plan, result in zip(planned, results, strict=True):
            _settle(desk, plan, result)
        stage.items = sum(result.outcome is Outcome.DONE for result in results)
    outcomes = Counter(result.outcome.value for result in results)
    log.info("tickets_written", connection=connection, tickets=[p.sent.ticket.id for p in planned], **outcomes)


@dataclass(frozen=True, slots=True)
class _Planned:
    """A write that this worker has taken, with what it was decided from."""

    job: Claim
    decided: Write
    sent: Write
    """What is decided, less a note that is there already."""
    annotation: Annotation
    receipt: Receipt | None
    ticket: Ticket


def _planned(desk: Desk, connector: Connector, jobs: Sequence[Claim]) -> tuple[list[_Planned], list[Claim]]:
    """Return the writes to send, each taken for this worker alone, and the jobs that need none."""
    now = desk.clock()
    refs = [TicketRef.parse(job.key) for job in jobs]
    tickets = desk.store.load_tickets(refs)
    annotations = desk.store.load_annotations(refs)
    receipts = desk.store.load_receipts(refs)
    look = _Look(connector)
    planned: list[_Planned] = []
    idle: list[Claim] = []
    for job, ref in zip(jobs, refs, strict=True):
        receipt = receipts.get(ref)
        wanted = None
        if ref in tickets and ref in annotations:
            wanted = writeback.plan(annotations[ref], receipt, tickets[ref], desk.writing(), now)
        if wanted is None:
            idle.append(job)
        elif (keys := desk.store.take_action(wanted.key, ref, now)) is None:
            desk.store.postpone([job], now + RETRY_TAKEN, "another worker is writing this")
        elif desk.store.load_receipts([ref]).get(ref) != receipt:
            # another worker finished between our look and our taking: what we decided is out of date
            desk.store.expire_action(wanted.key, now)
            desk.store.postpone([job], now, "another worker has just written this")
        elif (told := look.is_told(wanted, keys)) is None:
            desk.store.expire_action(wanted.key, now)
            desk.store.postpone([job], now + look.wait, "the helpdesk could not say whether the note is there")
        else:
            sent = replace(wanted, note=None) if told else wanted
            planned.append(_Planned(job, wanted, sent, annotations[ref], receipt, tickets[ref]))
    return planned, idle


class _Look:
    """Looks for notes of earlier tries, until the helpdesk refuses; what could be looked up is sent all the same."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector
        self._refused = False
        self.wait = RETRY_LOOK

    def is_told(self, wanted: Write, keys: Sequence[str]) -> bool | None:
        """Return whether a note of one of these tries stands on the ticket already; None where it cannot be told."""
        if wanted.note is None or not keys:
            return False
        if self._refused:
            return None
        try:
            return any(self._connector.find_note(wanted.ticket.id, key) for key in keys)
        except ConnectorError as error:
            self._refused = True
            self.wait = max(timedelta(seconds=error.retry_after_s or 0), RETRY_LOOK)
            return None


def _settle(desk: Desk, plan: _Planned, result: WriteResult) -> None:
    """
    Record what became of one write, and what has to follow.

    An action that is not done is let go of, not forgotten: an earlier try of it, whose end nobody knows, may have left
    its note, and the next try looks for it.
    """
    now = desk.clock()
    key, ref = plan.decided.key, plan.decided.ticket
    if result.outcome is not Outcome.DONE:
        desk.store.expire_action(key, now)
    match result.outcome:
        case Outcome.DONE:
            receipt = writeback.build_receipt(plan.decided, plan.annotation, plan.receipt, plan.ticket, now)
            desk.store.finish_action(key, receipt, result.stamp, now, plan.decided.note)
            desk.store.finish([plan.job])
        case Outcome.CONFLICT:
            # Not the ticket that we decided on. Fetch it; what we decided is looked at again in any case, since our own
            # earlier write may be all that moved it.
            desk.store.put([Job("sync", str(ref), lane("sync", ref.connection), urgent=True)], now)
            desk.store.fail([plan.job], "the ticket changed meanwhile", now, permanent=False, outage=True)
        case Outcome.GONE:
            desk.store.put([Job("sync", str(ref), lane("sync", ref.connection), urgent=True)], now)
            desk.store.finish([plan.job])
        case Outcome.CLOSED:
            desk.store.count(f"write closed {ref.connection}")
            desk.store.finish([plan.job])
        case Outcome.RETRY:
            reason = result.reason or "the helpdesk asked to try again"
            if result.retry_after_s is None:
                desk.store.fail([plan.job], reason, now, permanent=False, outage=True)
            else:
                desk.store.postpone([plan.job], now + timedelta(seconds=result.retry_after_s), reason)
        case Outcome.REFUSED:
            desk.store.fail([plan.job], result.reason or "the helpdesk refused the write", now, permanent=True)
