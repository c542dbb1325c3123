"""
The story of one ticket, step by step: pull or sync, assess, publish.

Each step is a thin shell: load, ask the pure code what should be, save or send. What comes next is a job that the store
commits with the result. Nothing here knows Celery or the web.
"""

import gc
import time
import traceback
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from integration.connectors import Connector
from integration.errors import ConnectorError, CredentialError, CursorExpiredError
from integration.model import Annotation, ContactRef, CustomerHistory, Page, Reading, Signature, SolvedTicket, TicketRef
from integration.store import Claim, Job, lane
from workers import annotation, context, known_issues, matching, norms, surroundings
from workers.ahead import read_ahead
from workers.desk import Desk, by_connection, connector_of, timed
from workers.gather import gather
from workers.publish import publish
from workers.redact import redact

log = structlog.get_logger()

LEAST_WAIT_S = 1.0
WAIT_FOR_KEYS = timedelta(minutes=1)

CLOCKS_APART = timedelta(minutes=5)
"""How far a helpdesk's clock may be ahead of ours; what it says of a later time is left for then."""

MOST_EARLIER = 100
"""Tickets that are read along with pushed ones while a backfill runs."""

PULL_SLICE_S = 20.0
"""A pull stops after this long and goes on as a new job: well inside its lease."""

RARE_COLLECTIONS = (100_000, 20, 100)
"""
Thresholds of the garbage collector once a process pulls. A page is a hundred thousand small objects without a cycle:
looking through them, and all else that lives, at the usual intervals took a quarter of the time of a backfill.
"""


# pull: what changed since the last look, or everything


def pull(desk: Desk, jobs: Sequence[Claim]) -> None:
    """Read each connection's streams from where they stand, page by page, for one slice of time."""
    gc.set_threshold(*RARE_COLLECTIONS)
    for job in jobs:
        connector = connector_of(desk, job)
        if connector is None:
            continue
        more = _pull_slice(desk, connector)
        now = desk.clock()
        desk.store.finish([job], {job.id: now if more else now + desk.poll_interval})


def _pull_slice(desk: Desk, connector: Connector) -> bool:
    """Return whether the slice ended before the streams did."""
    ends_at = time.monotonic() + min(PULL_SLICE_S, desk.lease_s / 4)
    return any(not _pull_stream(desk, connector, stream, ends_at) for stream in connector.streams)


def _pull_stream(desk: Desk, connector: Connector, stream: str, ends_at: float) -> bool:
    """Return whether the stream was read to its present end before `ends_at`, on the monotonic clock."""
    connection = connector.connection.id

    def is_over() -> bool:
        return time.monotonic() > ends_at

    def fetch(cursor: str | None) -> Page:
        return _fetch_page(connector, stream, cursor)

    if is_over():
        return False
    place, has_more = desk.store.load_cursor(connection, stream), True
    with timed(desk, f"read {connection}") as stage, closing(read_ahead(fetch, place, is_over)) as pages:
        for page in pages:
            saved = desk.store.save_pull(
                connection, connector.streams, stream, page, _keys(page), desk.clock(), read_from=place
            )
            stage.items += len(page.tickets)
            log.info("page_read", connection=connection, stream=stream, rows=saved.rows)
            if not saved.in_place:
                # the stream was set back meanwhile: it goes on from there
                return False
            place, has_more = page.cursor, page.has_more
    return not has_more


def _fetch_page(connector: Connector, stream: str, cursor: str | None) -> Page:
    """Return the next page; where the helpdesk no longer knows our place, the stream is read again from its start."""
    try:
        return connector.fetch_page(stream, cursor)
    except CursorExpiredError:
        log.warning("cursor_expired", connection=connector.connection.id, stream=stream)
        return connector.fetch_page(stream, None)


def _keys(page: Page) -> Mapping[ContactRef, Sequence[tuple[str, str]]]:
    return {c.ref: matching.identity_keys(c) for c in page.contacts}


# sync: tickets that a push named


def sync(desk: Desk, jobs: Sequence[Claim]) -> None:
    """Fetch the named tickets as they stand now; unchanged ones end here."""
    for connection, mine in by_connection(jobs).items():
        connector = connector_of(desk, *mine)
        if connector is None:
            continue
        refs = [TicketRef.parse(job.key) for job in mine]
        with timed(desk, f"read {connection}") as stage:
            page = connector.fetch_tickets([ref.id for ref in refs])
            if desk.store.backfilling(desk.clock()):
                # what the backfill has not come to yet is read for these customers: they are judged before its end
                page = _with_earlier(connector, page)
            saved = desk.store.save_sync(connection, page, _keys(page), desk.clock())
            stage.items = len(refs)
        desk.store.finish(mine)
        log.info("tickets_synced", connection=connection, tickets=[r.id for r in refs], customers=len(saved.customers))


def _with_earlier(connector: Connector, page: Page) -> Page:
    """Return a page of tickets with their requesters' other ones, as far as one more fetch holds them."""
    there = {ticket.ref.id for ticket in page.tickets}
    requesters = dict.fromkeys(ticket.requester.id for ticket in page.tickets if ticket.requester)
    found = dict.fromkeys(ticket_id for requester in requesters for ticket_id in connector.tickets_of(requester))
    earlier = [ticket_id for ticket_id in found if ticket_id not in there][:MOST_EARLIER]
    if not earlier:
        return page
    more = connector.fetch_tickets(earlier)
    # what is named twice is the same; tickets that went meanwhile are none of this page's
    return replace(
        page,
        tickets=page.tickets + more.tickets,
        comments=page.comments + more.comments,
        contacts=page.contacts + more.contacts,
        events=page.events + more.events,
    )


# assess: what the customer has lived through


def assess(desk: Desk, jobs: Sequence[Claim]) -> None:
    """Work out context and flags of these customers; keep a job where a promise will fall due."""
    now = desk.clock()
    with timed(desk, "think") as stage:
        fresh: dict[str, list[Reading]] = defaultdict(list)
        annotations: list[Annotation] = []
        urgent: set[TicketRef] = set()
        openings: dict[str, list[Signature]] = {}
        next_due: dict[int, datetime] = {}
        job_of = {job.key: job for job in jobs}
        solved: dict[TicketRef, SolvedTicket | None] = {}
        # after the jobs were begun: whoever applies newer rules from here on makes them due again
        settings = desk.thinking()
        histories = desk.store.load_histories(list(job_of))
        # what agents write to anybody is asked for once all that they wrote is read
        read_now = [context.build(history, _moment(history, now), settings) for history in histories]
        around = surroundings.around(desk.store, desk.usual, read_now, now)
        for history, known in zip(histories, read_now, strict=True):
            job, view = job_of[history.customer_id], replace(known, surroundings=around)
            _add_fresh(fresh, history, view)
            found = [annotation.annotate(view, ticket.ref, view.now) for ticket in view.history.tickets]
            annotations.extend(found)
            openings[history.customer_id] = known_issues.openings(view)
            solved |= dict.fromkeys(ticket.ref for ticket in history.tickets)
            solved |= {ticket.ref: norms.figures(view.view(ticket.ref)) for ticket in view.history.tickets}
            if job.urgent:
                urgent.update(one.ticket for one in found)
            later = annotation.next_look(view, view.now)
            if later is not None:
                next_due[job.id] = later
        read = [comment for history in histories for comment in history.comments]
        changed = desk.store.save_assessment(fresh, annotations, now, read, urgent, openings, solved, around.formulas)
        stage.items = len(annotations)
    desk.store.finish(jobs, next_due)
    log.info("customers_assessed", customers=len(jobs), tickets=len(annotations), changed=len(changed))


def _moment(history: CustomerHistory, now: datetime) -> datetime:
    """Return the moment to judge at: now, or the newest entry where the helpdesk's clock is a little ahead of ours."""
    moments = [*(comment.at for comment in history.comments), *(event.at for event in history.events)]
    newest = max(moments, default=now)
    return newest if now < newest <= now + CLOCKS_APART else now


def _add_fresh(fresh: dict[str, list[Reading]], history: CustomerHistory, view: context.CustomerContext) -> None:
    """Add to `fresh` what was read just now, by connection: the store does not know it yet."""
    stored = set(history.readings)
    for (connection, _), found in view.readings.items():
        if found not in stored:
            fresh[connection].append(found)


STEPS: Mapping[str, Callable[[Desk, Sequence[Claim]], None]] = {
    "pull": pull,
    "sync": sync,
    "assess": assess,
    "gather": gather,
    "publish": publish,
    "redact": redact,
}


def run(desk: Desk, kind: str, handed: Sequence[tuple[int, int]]) -> None:
    """
    Do the jobs that a message names by (id, claim number).

    A message that comes twice, or too late, does nothing. A failure is recorded with the jobs, never lost in a broker.
    """
    jobs, fatal = desk.store.begin(handed, desk.clock())
    for job in fatal:
        log.error("job_parked", kind=job.kind, key=job.key)
    if not jobs:
        return
    _do(desk, kind, jobs)


def _do(desk: Desk, kind: str, jobs: Sequence[Claim]) -> None:
    try:
        STEPS[kind](desk, jobs)
    except ConnectorError as error:
        now = desk.clock()
        if error.retry_after_s is not None:
            # "at once" would be asked again and again without a pause
            wait_s = max(error.retry_after_s, LEAST_WAIT_S)
            desk.store.postpone(jobs, now + timedelta(seconds=wait_s), str(error))
            log.info("jobs_postponed", kind=kind, jobs=len(jobs), seconds=wait_s)
        else:
            desk.store.fail(jobs, str(error), now, permanent=error.permanent, outage=True)
            log.warning("jobs_failed", kind=kind, jobs=len(jobs), reason=str(error), permanent=error.permanent)
    except CredentialError as error:
        # not the job's fault, and told in words that name the remedy
        desk.store.postpone(jobs, desk.clock() + WAIT_FOR_KEYS, str(error))
        log.warning("credentials_unreadable", reason=str(error))
    except Exception as error:  # noqa: BLE001 - whatever it was, it is recorded with the job and shown by `status`
        if len(jobs) > 1:
            # one that cannot be done must not hold up the others
            for job in jobs:
                _do(desk, kind, [job])
            return
        reason = _place(error)
        desk.store.fail(jobs, reason, desk.clock(), permanent=False)
        log.warning("jobs_failed", kind=kind, jobs=1, reason=reason, permanent=False)


def _place(error: Exception) -> str:
    """Return class and place of an exception: its text may hold what a customer wrote, these cannot."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {frame.name} ({Path(frame.filename).name}:{frame.lineno})"


def reconcile(desk: Desk) -> None:
    """See that every connection is pulled, and take back what lost workers held; harmless at any time."""
    now = desk.clock()
    desk.store.ensure([Job("pull", c, lane("pull", c)) for c in desk.store.connection_ids()], now)
    taken_back = desk.store.reconcile(now)
    if taken_back:
        log.warning("jobs_taken_back", jobs=taken_back)
