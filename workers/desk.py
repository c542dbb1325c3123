"""What the steps are given to work with, and what they share."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from integration import writeback
from integration.connectors import Connector
from integration.model import TicketRef
from integration.store import Claim, Store
from workers import context
from workers.known_texts import Followed
from workers.surroundings import Usual


@dataclass(frozen=True, slots=True)
class Desk:
    """
    What the steps are given to work with.

    Args:
        store: Where everything is kept.
        connector: Gives this thread's connector of a connection; KeyError where it is not connected any more.
        clock: Returns the present moment.
        thinking: Gives the settings of the thinking; an admin's files change them.
        writing: Gives the settings of the write-back; connections that are added change its links.
        poll_interval: Time between two looks for changes at a helpdesk.
        lease_s: Seconds after which a job is given to another worker; no step may take as long.
        followed: What all customers say, as far as this process has read it.
    """

    store: Store
    connector: Callable[[str], Connector]
    clock: Callable[[], datetime]
    thinking: Callable[[], context.ThinkingSettings]
    writing: Callable[[], writeback.WritebackSettings]
    poll_interval: timedelta
    lease_s: float
    followed: Followed = field(default_factory=Followed)
    usual: Usual = field(default_factory=Usual)


class Stage:
    """Counts the items of a stage while its time is taken."""

    items = 0


@contextmanager
def timed(desk: Desk, name: str) -> Iterator[Stage]:
    """Add the items and the time of the block to a stage's sums; what failed before its first item counts nothing."""
    stage = Stage()
    started = time.perf_counter()
    try:
        yield stage
    except Exception:
        if stage.items:
            desk.store.add_stage(name, stage.items, time.perf_counter() - started)
        raise
    desk.store.add_stage(name, stage.items, time.perf_counter() - started)


def by_connection(jobs: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Return jobs about tickets, grouped by the connection that holds the ticket."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for job in jobs:
        groups[TicketRef.parse(job.key).connection].append(job)
    return dict(groups)


def connector_of(desk: Desk, *jobs: Claim) -> Connector | None:
    """Return the connector of these jobs; where it is not connected any more, their work is done."""
    first = jobs[0]
    connection = first.key if first.kind == "pull" else TicketRef.parse(first.key).connection
    try:
        return desk.connector(connection)
    except KeyError:
        desk.store.finish(jobs)
        return None
