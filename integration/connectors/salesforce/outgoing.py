"""What a write sends to Salesforce, and what the answers mean for it. Pure. Nothing here can publish a comment."""

import re
from collections.abc import Collection, Mapping, Sequence
from email.utils import format_datetime
from typing import Any

from integration.connectors.salesforce.faults import read_error
from integration.connectors.salesforce.soql import OUR_FIELDS, parse_time
from integration.model import FieldValues, Note, Outcome, TicketRef, Write, WriteResult

MAX_NOTE_BYTES = 4000
"""A CaseComment holds 4,000 bytes of UTF-8, not characters."""

MAX_HEADLINE = 255
MAX_CONTACTS = 9999

_CUT_MARK = "\n[…]"
_SENTENCE_END = re.compile(r"[.!?…。！？](?=\s)|\n")  # noqa: RUF001 - full-width ends of sentences
_PRECONDITION_FAILED = 412
_FIRST_ERROR = 300
_REMEDY_RIGHTS = "assign the permission set Sidelight_Integration to the run-as user"
_OUTCOMES = {
    "UNABLE_TO_LOCK_ROW": Outcome.RETRY,
    "SERVER_UNAVAILABLE": Outcome.RETRY,
    "REQUEST_LIMIT_EXCEEDED": Outcome.RETRY,
    "REQUEST_RUNNING_TOO_LONG": Outcome.RETRY,
    "UNKNOWN_EXCEPTION": Outcome.RETRY,
    "ENTITY_IS_DELETED": Outcome.GONE,
    "NOT_FOUND": Outcome.GONE,
    "INVALID_CROSS_REFERENCE_KEY": Outcome.GONE,
    "MALFORMED_ID": Outcome.GONE,
    "ENTITY_IS_LOCKED": Outcome.CLOSED,  # in an approval: nobody may change it
}
_REASONS = {
    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST": "deploy this release's manifest/salesforce, the org lacks a value",
    "INVALID_FIELD": "deploy manifest/salesforce",
    "INVALID_FIELD_FOR_INSERT_UPDATE": _REMEDY_RIGHTS,
    "INSUFFICIENT_ACCESS_OR_READONLY": f"{_REMEDY_RIGHTS}, and let it edit cases by a sharing rule",
    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY": f"{_REMEDY_RIGHTS}, and let it edit cases by a sharing rule",
    "FIELD_CUSTOM_VALIDATION_EXCEPTION": "exempt the run-as user from the case's validation rules",
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY": "an Apex trigger of the org refuses; exempt the run-as user from it",
    "CANNOT_EXECUTE_FLOW_TRIGGER": "a flow of the org refuses; exempt the run-as user from it",
}


def build_fields(values: FieldValues) -> dict[str, Any]:
    """Return those of our Case fields that are sent for these values; None empties a field."""
    by_name = {
        "headline": values.headline[:MAX_HEADLINE] if values.headline else None,
        "flags": ";".join(values.flags) or None,
        "contacts": None if values.contacts is None else min(values.contacts, MAX_CONTACTS),
        "frustration": None if values.frustration is None else values.frustration.name.lower(),
        "effort": values.effort,
        "promise_due": None if values.promise_due is None else values.promise_due.isoformat(),
        "annotation": values.annotation,
    }
    return {f"Sidelight_{name.title()}__c": value for name, value in by_name.items() if name in values.written}


def build_case(write: Write, editable: Collection[str]) -> dict[str, Any]:
    """Return the Case fields of a write that our user may edit: a hidden field costs that field, not the write."""
    return {name: value for name, value in build_fields(write.fields).items() if name in editable}


def build_note(note: Note, ticket: TicketRef) -> dict[str, Any]:
    """Return the CaseComment of a note. It is the only place that makes one, and it is never published."""
    return {"ParentId": ticket.id, **_unpublished(cut_note(note.text, note.key))}


def build_changed_note(note_id: str, text: str) -> dict[str, Any]:
    """Return a note of ours with another text, as a collections call wants it."""
    name = note_id.removeprefix("comment:")
    return {"attributes": {"type": "CaseComment"}, "id": name, **_unpublished(text)}


def _unpublished(text: str) -> dict[str, Any]:
    return {"CommentBody": text, "IsPublished": False}


def build_case_record(write: Write, editable: Collection[str]) -> dict[str, Any]:
    """Return the Case of a write as a collections call wants it."""
    return {"attributes": {"type": "Case"}, "id": write.ticket.id, **build_case(write, editable)}


def build_note_record(note: Note, ticket: TicketRef) -> dict[str, Any]:
    """Return the note as a collections call wants it."""
    return {"attributes": {"type": "CaseComment"}, **build_note(note, ticket)}


def build_single(write: Write, editable: Collection[str], root: str) -> list[dict[str, Any]]:
    """
    Return the subrequests of one safe write: the case if unchanged since its stamp, then the note, both or neither.

    Their headers travel in the body, so that a call repeated after an expired session has them still.

    Args:
        write: What to send.
        editable: The fields that our user may edit.
        root: Path of the REST resources, `/services/data/v67.0/`.
    """
    headers = {"Sforce-Auto-Assign": "FALSE"}
    if write.stamp:
        headers["If-Unmodified-Since"] = format_datetime(parse_time(write.stamp), usegmt=True)
    requests: list[dict[str, Any]] = [
        {
            "method": "PATCH",
            "url": f"{root}sobjects/Case/{write.ticket.id}",
            "referenceId": "case",
            "httpHeaders": headers,
            "body": build_case(write, editable),
        }
    ]
    if write.note is not None:
        requests.append(
            {
                "method": "POST",
                "url": f"{root}sobjects/CaseComment",
                "referenceId": "note",
                "body": build_note(write.note, write.ticket),
            }
        )
    return requests


def read_single(write: Write, answers: Sequence[Mapping[str, Any]]) -> WriteResult:
    """Return what the answers of `build_single` mean. A part halted by another's error is not the cause."""
    note_id = None
    for answer in answers:
        status, body = int(answer.get("httpStatusCode") or 0), answer.get("body")
        if status == _PRECONDITION_FAILED:
            return WriteResult(write.ticket, Outcome.CONFLICT, reason="the case has changed meanwhile")
        if not status or status >= _FIRST_ERROR:
            if read_error(body)[0] != "PROCESSING_HALTED":
                return read_refusal(write.ticket, body)
        elif answer.get("referenceId") == "note" and isinstance(body, dict):
            note_id = f"comment:{body['id']}" if body.get("id") else None
    sent = 1 if write.note is None else 2
    if len(answers) < sent or (write.note is not None and note_id is None):
        return WriteResult(write.ticket, Outcome.RETRY, reason="the answer is incomplete")
    return WriteResult(write.ticket, Outcome.DONE, note_id=note_id)


def read_refusal(ticket: TicketRef, body: Any) -> WriteResult:
    """Return what the error of one record means: try again, gone, locked, or refused with the field and the remedy."""
    if isinstance(body, dict) and body.get("errors"):
        body = body["errors"]
    code, message, fields = read_error(body)
    if "UNABLE_TO_LOCK_ROW" in message:  # an Apex trigger of the org hit the lock and wraps it in its own error
        code = "UNABLE_TO_LOCK_ROW"
    outcome = _OUTCOMES.get(code, Outcome.REFUSED if code else Outcome.RETRY)
    named = f" ({', '.join(fields)})" if fields else ""
    remedy = f": {_REASONS[code]}" if code in _REASONS else ""
    return WriteResult(ticket, outcome, reason=f"{code or 'no error code'}{named}{remedy}")


def cut_note(text: str, key: str) -> str:
    """
    Return `text` in at most MAX_NOTE_BYTES of UTF-8, cut at the end of a sentence, and still with its key.

    The key is how the note is found again after a lost reply, so it outlives whatever is cut.
    """
    if len(text.encode()) <= MAX_NOTE_BYTES:
        return text
    tail = f"{_CUT_MARK}\n\nsidelight:{key}"
    room = MAX_NOTE_BYTES - len(tail.encode())
    head = text.replace(f"sidelight:{key}", "").encode()[:room].decode(errors="ignore")
    ends = [found.end() for found in _SENTENCE_END.finditer(head)]
    if ends and ends[-1] > len(head) // 2:
        head = head[: ends[-1]]
    return head.rstrip() + tail


def list_editable(updateable: Mapping[str, bool]) -> frozenset[str]:
    """Return which of our fields may be edited, of a map from the names that our user sees to whether it may."""
    return frozenset(name for name in OUR_FIELDS if updateable.get(name))
