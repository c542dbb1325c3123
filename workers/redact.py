"""
redact: words that a helpdesk has blacked out are taken out of what we wrote there.

The store holds our notes as they should be; what differs is what has to go. What cannot be changed any more stays as a
parked job, which `status` shows with the ticket and what to do.
"""

from collections.abc import Sequence

import structlog

from integration.connectors import Connector
from integration.errors import ConnectorError
from integration.model import TicketRef
from integration.store import REDACT_FIELDS, UNSEEN_NOTE, Claim
from workers.desk import Desk, by_connection, connector_of

log = structlog.get_logger()

CLOSED = (
    "the ticket is closed and its Sidelight fields may repeat words that were redacted since; the helpdesk lets nobody"
    " change a closed ticket: delete it, or empty the fields where an admin can"
)


def redact(desk: Desk, jobs: Sequence[Claim]) -> None:
    """Black these notes of ours out, each as far as it repeats what is gone."""
    for connection, mine in by_connection(jobs).items():
        connector = connector_of(desk, *mine)
        if connector is None:
            continue
        for job in mine:
            _redact_one(desk, connection, connector, job)


def _redact_one(desk: Desk, connection: str, connector: Connector, job: Claim) -> None:
    ref, _, what = job.key.partition("#")
    if what == REDACT_FIELDS:
        desk.store.fail([job], CLOSED, desk.clock(), permanent=True)
        return
    wanted = desk.store.load_note(connection, what)
    if wanted is not None:
        try:
            note_id = _note_id(connector, TicketRef.parse(ref).id, what)
            if note_id is not None:
                connector.redact_note(TicketRef.parse(ref).id, note_id, wanted)
        except ConnectorError as error:
            if not error.permanent:
                raise
            reason = f"a note of ours repeats redacted words, and cannot be redacted: {error}"
            desk.store.fail([job], reason, desk.clock(), permanent=True)
            return
    desk.store.forget_note(connection, what)
    desk.store.finish([job])
    log.info("note_redacted", connection=connection, ticket=ref)


def _note_id(connector: Connector, ticket_id: str, what: str) -> str | None:
    """Return the id of a note's comment, looked up by its key where it has not come back yet."""
    if not what.startswith(UNSEEN_NOTE):
        return what
    return connector.find_note(ticket_id, what.removeprefix(UNSEEN_NOTE))
