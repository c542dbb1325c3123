"""
Sending writes: one as one safe call, several as a look at their cases, a batch of cases and a batch of notes.

Who writes a case locks its account and its contact as well. So a batch goes in their order, and what hits a lock all
the same is sent again alone, after a pause that is never the same for two workers.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from integration.connectors.salesforce.client import SalesforceClient, build_path
from integration.connectors.salesforce.faults import SalesforceCallError, is_transient
from integration.connectors.salesforce.outgoing import (
    build_case_record,
    build_note_record,
    build_single,
    list_editable,
    read_refusal,
    read_single,
)
from integration.connectors.salesforce.provision import ASSIGN
from integration.connectors.salesforce.soql import build_ids_query, is_id, long_id, parse_time
from integration.model import Note, Outcome, TicketRef, Write, WriteResult

TRIES = 4
"""Times that what hits a lock is sent."""
LOCKED_WAIT_S = 0.4
"""Mean pause before the first repetition; each further one is longer by as much."""

_FIRST_SERVER_ERROR = 500
_LOCKED_WITH_CASE = ("AccountId", "ContactId")

Sleep = Callable[[float], None]
Record = Mapping[str, Any]


def send_writes(client: SalesforceClient, writes: Sequence[Write], sleep: Sleep) -> list[WriteResult]:
    """
    Send writes, each for another case, and return one result for each, in their order.

    A field that our user may no longer edit, found out by a refusal, costs that field and not the write.

    Args:
        client: Makes the calls.
        writes: At most 200.
        sleep: Waits so many seconds, where a lock is in the way.

    Raises:
        ConnectorError: nothing is known of any of them.
    """
    results = {w.ticket: _gone(w.ticket) for w in writes if not is_id(w.ticket.id)}
    sendable = [w for w in writes if w.ticket not in results]
    if sendable:
        editable = _read_editable(client)
        results.update(_send(client, sendable, editable, sleep))
        refused = [w for w in sendable if results[w.ticket].outcome is Outcome.REFUSED]
        if refused:
            client.forget_described()
            rights = _read_editable(client)
            if rights != editable:
                results.update(_send(client, refused, rights, sleep))
    return [results[write.ticket] for write in writes]


def _send(
    client: SalesforceClient, writes: Sequence[Write], editable: frozenset[str], sleep: Sleep
) -> dict[TicketRef, WriteResult]:
    if not editable:
        reason = f"the run-as user may edit none of our fields. {ASSIGN}"
        return {w.ticket: WriteResult(w.ticket, Outcome.REFUSED, reason=reason) for w in writes}
    if len(writes) == 1:
        return {writes[0].ticket: _send_single(client, writes[0], editable, sleep)}
    fresh, results = _look(client, writes)
    if fresh:
        results.update(_update_cases(client, fresh, editable, sleep))
    done = [(w.ticket, w.note) for w in fresh if w.note and results[w.ticket].outcome is Outcome.DONE]
    if done:
        results.update(_add_notes(client, done, sleep))
    return results


def _send_single(client: SalesforceClient, write: Write, editable: frozenset[str], sleep: Sleep) -> WriteResult:
    """Send one write; where a lock undid all of it, send it again."""
    call = build_single(write, editable, build_path(""))
    for attempt in range(1, TRIES):
        answers = client.composite(call)
        if not any(is_transient({"errors": answer.get("body")}) for answer in answers):
            return read_single(write, answers)
        sleep(_pause_s(attempt))
    return read_single(write, client.composite(call))


def _pause_s(attempt: int) -> float:
    return LOCKED_WAIT_S * attempt * random.uniform(0.5, 1.5)  # noqa: S311 - so that two workers do not meet again


def _send_batch(
    send: Callable[[Sequence[Record]], list[dict[str, Any]]], records: Sequence[Record], sleep: Sleep
) -> list[dict[str, Any]]:
    """
    Send records in one call, and again those alone that hit a lock; return the last answer for each.

    Raises:
        ConnectorError: the first call failed, or nobody knows what became of a later one.
    """
    answers = send(records)
    for attempt in range(1, TRIES):
        left = [i for i, answer in enumerate(answers) if not answer.get("success") and is_transient(answer)]
        if not left:
            break
        sleep(_pause_s(attempt))
        try:
            later = send([records[i] for i in left])
        except SalesforceCallError as error:
            if error.status >= _FIRST_SERVER_ERROR:
                raise
            break  # surely not done: the answers that we have stand
        for i, answer in zip(left, later, strict=True):
            answers[i] = answer
    return answers


def _read_editable(client: SalesforceClient) -> frozenset[str]:
    info = client.describe("Case")
    return list_editable({f.name: f.updateable for f in info.fields.values()} if info else {})


def _look(client: SalesforceClient, writes: Sequence[Write]) -> tuple[list[Write], dict[TicketRef, WriteResult]]:
    """
    Look at the cases of these writes, by one query.

    Returns the writes to send, in the order of what they lock, and a result for each of the others, whose case has
    changed since the write was decided, or is gone.
    """
    info = client.describe("Case")
    parents = [name for name in _LOCKED_WITH_CASE if info and name in info.fields]
    asked = ["Id", "SystemModstamp", "IsDeleted", *parents]
    rows = {row["Id"]: row for row in client.query_to_end(build_ids_query("Case", asked, "Id", _ids(writes)))}
    fresh, results = [], {}
    for write in writes:
        row = rows.get(long_id(write.ticket.id))
        if row is None or row.get("IsDeleted"):
            results[write.ticket] = _gone(write.ticket)
        elif write.stamp and parse_time(row["SystemModstamp"]) > parse_time(write.stamp):
            reason = "the case has changed meanwhile"
            results[write.ticket] = WriteResult(write.ticket, Outcome.CONFLICT, reason=reason)
        else:
            fresh.append((tuple(row.get(name) or "" for name in parents), write.ticket.id, write))
    return [write for *_, write in sorted(fresh, key=lambda entry: entry[:2])], results


def _ids(writes: Sequence[Write]) -> list[str]:
    return [write.ticket.id for write in writes]


def _update_cases(
    client: SalesforceClient, writes: Sequence[Write], editable: frozenset[str], sleep: Sleep
) -> dict[TicketRef, WriteResult]:
    answers = _send_batch(client.update, [build_case_record(write, editable) for write in writes], sleep)
    return {
        write.ticket: WriteResult(write.ticket, Outcome.DONE)
        if answer.get("success")
        else read_refusal(write.ticket, answer)
        for write, answer in zip(writes, answers, strict=True)
    }


def _add_notes(
    client: SalesforceClient, notes: Sequence[tuple[TicketRef, Note]], sleep: Sleep
) -> dict[TicketRef, WriteResult]:
    """
    Add the notes of cases that were updated. Where Salesforce refuses them all, the writes can be repeated.

    Raises:
        ConnectorError: the answer was lost; the notes may be there, so look for them before writing again.
    """
    try:
        answers = _send_batch(client.create, [build_note_record(note, ticket) for ticket, note in notes], sleep)
    except SalesforceCallError as error:
        if error.status >= _FIRST_SERVER_ERROR:
            raise
        refused = WriteResult(
            notes[0][0],
            Outcome.REFUSED if error.permanent else Outcome.RETRY,
            reason=f"the fields are written, the note is not: {error}",
            retry_after_s=error.retry_after_s,
        )
        return {ticket: replace(refused, ticket=ticket) for ticket, _ in notes}
    return {
        ticket: WriteResult(ticket, Outcome.DONE, note_id=f"comment:{answer['id']}")
        if answer.get("success")
        else read_refusal(ticket, answer)
        for (ticket, _), answer in zip(notes, answers, strict=True)
    }


def _gone(ticket: TicketRef) -> WriteResult:
    return WriteResult(ticket, Outcome.GONE, reason="the org holds no such case")
