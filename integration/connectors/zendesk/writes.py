"""
Sending writes: one as a safe update, several as one batch whose job is watched to its end.

Zendesk allows few updates a minute and its agents' own count, so several tickets never mean several updates.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from integration.connectors.zendesk.client import RefusedError, ZendeskClient
from integration.connectors.zendesk.fields import FieldIds
from integration.connectors.zendesk.mapping import batch_payload, single_payload
from integration.errors import ConnectorError
from integration.model import NOTE_KEY, Outcome, Write, WriteResult

MOST_WRITES = 100
"""Of one batch; Zendesk refuses more."""
JOB_WAITS_S = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0, 8.0, 8.0, 8.0)
"""How long a job is waited for between looks, about a minute in all; jobs queue behind the account's others."""
_UNKNOWN_AFTER_S = 60.0
_FIELDS_MOVED_S = 1.0

Sleep = Callable[[float], None]


def send_writes(client: ZendeskClient, fields: FieldIds, writes: Sequence[Write], sleep: Sleep) -> list[WriteResult]:
    """
    Send at most 100 writes, each for another ticket, and return one result each in their order.

    Raises:
        ConnectorError: Zendesk takes no writes now, or none of ours at all; what concerns one ticket is in its result.
    """
    if len(writes) > MOST_WRITES:
        raise ValueError(f"{len(writes)} writes; at most {MOST_WRITES} at once")
    if not writes:
        return []
    if len(writes) == 1:
        return [_send_one(client, fields, writes[0])]
    try:
        answer = client.put("tickets/update_many", batch_payload(writes, fields))
    except RefusedError as refusal:
        if refusal.status != HTTPStatus.CONFLICT:
            raise
        return [WriteResult(write.ticket, Outcome.CONFLICT, reason=str(refusal)) for write in writes]
    job = wait_for_job(client, answer.get("job_status") or {}, sleep)
    by_ticket = {str(row.get("id")): row for row in job.get("results") or () if isinstance(row, dict)}
    return [_read_result(write, by_ticket.get(write.ticket.id)) for write in writes]


def _send_one(client: ZendeskClient, fields: FieldIds, write: Write) -> WriteResult:
    payload = single_payload(write, fields)
    try:
        answer = client.put(f"tickets/{write.ticket.id}", payload)
    except RefusedError as refusal:
        if refusal.status == HTTPStatus.FORBIDDEN:
            raise
        return _read_refusal(write, refusal)
    ticket = answer.get("ticket") or {}
    if not _has_fields(ticket, payload["ticket"]["custom_fields"]):
        # Zendesk drops what it does not know without a word; a note is looked for before it is sent again
        reason = "A field of ours was deleted, or made anew, on the account."
        return WriteResult(write.ticket, Outcome.RETRY, reason=reason, retry_after_s=_FIELDS_MOVED_S)
    return WriteResult(
        ticket=write.ticket,
        outcome=Outcome.DONE,
        note_id=_note_id(write, answer.get("audit") or {}),
        stamp=ticket.get("updated_at"),
    )


def _has_fields(ticket: Mapping[str, Any], sent: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the ticket in the answer has the fields that were sent; an answer without any tells nothing."""
    shown = ticket.get("custom_fields")
    return not isinstance(shown, list) or {row["id"] for row in sent} <= {row.get("id") for row in shown}


def _note_id(write: Write, audit: Mapping[str, Any]) -> str | None:
    """Return the id of our note in the update's audit; an audit can hold others' comments, of triggers."""
    if write.note is None:
        return None
    comments = [event for event in audit.get("events") or () if event.get("type") == "Comment"]
    for event in comments:
        text = f"{event.get('plain_body') or ''} {event.get('body') or ''} {event.get('html_body') or ''}"
        if write.note.key in NOTE_KEY.findall(text):
            return f"comment:{event['id']}"
    return f"comment:{comments[0]['id']}" if len(comments) == 1 else None


def _read_refusal(write: Write, refusal: RefusedError) -> WriteResult:
    if refusal.status == HTTPStatus.CONFLICT:
        outcome = Outcome.CONFLICT
    elif refusal.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        outcome = Outcome.GONE
    elif refusal.status == HTTPStatus.UNPROCESSABLE_ENTITY and _says_closed(refusal.answer):
        outcome = Outcome.CLOSED
    else:
        outcome = Outcome.REFUSED
    return WriteResult(ticket=write.ticket, outcome=outcome, reason=str(refusal))


def _says_closed(answer: Mapping[str, Any]) -> bool:
    """Whether the reason for 422 is the status: "Status: closed prevents ticket update"."""
    details = answer.get("details")
    complaints = details.get("status") if isinstance(details, dict) else None
    return any("closed" in str(row.get("description", "")).lower() for row in complaints or () if isinstance(row, dict))


def wait_for_job(client: ZendeskClient, job: Mapping[str, Any], sleep: Sleep) -> Mapping[str, Any]:
    """Return the job when it has ended, or as it stands after about a minute."""
    for wait_s in JOB_WAITS_S:
        if job.get("status") in ("completed", "failed", "killed") or not job.get("id"):
            break
        sleep(wait_s)
        with suppress(ConnectorError):
            # the job goes on whether we may look or not; what it did is not forgotten for that
            job = client.get(f"job_statuses/{job['id']}", live=True).get("job_status") or job
    return job


def _read_result(write: Write, row: Mapping[str, Any] | None) -> WriteResult:
    """
    Read one ticket's part of a job.

    What a job says nothing of may still happen: it is tried again later, when the note's key tells whether it did.
    """
    if row is None:
        reason = "Zendesk's batch job ended, or ran on, without a result for this ticket."
        return WriteResult(write.ticket, Outcome.RETRY, reason=reason, retry_after_s=_UNKNOWN_AFTER_S)
    if row.get("success") is True or (row.get("success") is None and row.get("status") == "Updated"):
        return WriteResult(write.ticket, Outcome.DONE)
    code = str(row.get("error") or row.get("status") or "unknown error")
    words = f"{code} {row.get('details') or ''}".lower().replace(" ", "")
    outcome = next((outcome for word, outcome in _JOB_WORDS if word in words), Outcome.REFUSED)
    reason = f"Zendesk refused the update in a batch: {code}."
    wait_s = _UNKNOWN_AFTER_S if outcome is Outcome.RETRY else None
    return WriteResult(write.ticket, outcome, reason=reason, retry_after_s=wait_s)


# Zendesk documents the fields of a failure, not all of its codes; the details repeat what a single update would say.
_JOB_WORDS = (
    ("closed", Outcome.CLOSED),
    ("conflict", Outcome.CONFLICT),
    ("collision", Outcome.CONFLICT),
    ("notfound", Outcome.GONE),
    ("deleted", Outcome.GONE),
    ("toomany", Outcome.RETRY),
    ("ratelimit", Outcome.RETRY),
    ("internal", Outcome.RETRY),
    ("timeout", Outcome.RETRY),
    ("database", Outcome.RETRY),
)
