"""Sending writes: one as one safe call, several as a look at their stamps, a batch of cases and a batch of notes."""

from collections.abc import Sequence
from dataclasses import replace

from integration.connectors.salesforce.client import SalesforceClient, build_path
from integration.connectors.salesforce.faults import SalesforceCallError
from integration.connectors.salesforce.outgoing import (
    build_case_record,
    build_note_record,
    build_single,
    list_editable,
    read_refusal,
    read_single,
)
from integration.connectors.salesforce.provision import ASSIGN
from integration.connectors.salesforce.soql import build_ids_query, is_id, parse_time
from integration.model import Note, Outcome, TicketRef, Write, WriteResult

_FIRST_SERVER_ERROR = 500


def send_writes(client: SalesforceClient, writes: Sequence[Write]) -> list[WriteResult]:
    """
    Send writes, each for another case, and return one result for each, in their order.

    Raises:
        ConnectorError: nothing is known of any of them.
    """
    results = {w.ticket: _gone(w.ticket) for w in writes if not is_id(w.ticket.id)}
    # sorted, so that two batches at once lock their cases in the same order
    sendable = sorted((w for w in writes if w.ticket not in results), key=lambda w: w.ticket.id)
    if sendable:
        results.update(_send(client, sendable, _read_editable(client)))
    return [results[write.ticket] for write in writes]


def _send(client: SalesforceClient, writes: Sequence[Write], editable: frozenset[str]) -> dict[TicketRef, WriteResult]:
    if not editable:
        reason = f"the run-as user may edit none of our fields. {ASSIGN}"
        return {w.ticket: WriteResult(w.ticket, Outcome.REFUSED, reason=reason) for w in writes}
    if len(writes) == 1:
        write = writes[0]
        return {write.ticket: read_single(write, client.composite(build_single(write, editable, build_path(""))))}
    results = _refuse_stale(client, writes)
    fresh = [write for write in writes if write.ticket not in results]
    if fresh:
        results.update(_update_cases(client, fresh, editable))
    done = [(w.ticket, w.note) for w in fresh if w.note and results[w.ticket].outcome is Outcome.DONE]
    if done:
        results.update(_add_notes(client, done))
    return results


def _read_editable(client: SalesforceClient) -> frozenset[str]:
    info = client.describe("Case")
    return list_editable({f.name: f.updateable for f in info.fields.values()} if info else {})


def _refuse_stale(client: SalesforceClient, writes: Sequence[Write]) -> dict[TicketRef, WriteResult]:
    """Return a result for each case that has changed since its write was decided, or is gone: one query for all."""
    stamped = [write for write in writes if write.stamp]
    if not stamped:
        return {}
    soql = build_ids_query("Case", ["Id", "SystemModstamp", "IsDeleted"], "Id", [w.ticket.id for w in stamped])
    rows = {row["Id"]: row for row in client.query_to_end(soql)}
    results = {}
    for write in stamped:
        row = rows.get(write.ticket.id)
        if row is None or row.get("IsDeleted"):
            results[write.ticket] = _gone(write.ticket)
        elif parse_time(row["SystemModstamp"]) > parse_time(write.stamp or ""):
            reason = "the case has changed meanwhile"
            results[write.ticket] = WriteResult(write.ticket, Outcome.CONFLICT, reason=reason)
    return results


def _update_cases(
    client: SalesforceClient, writes: Sequence[Write], editable: frozenset[str]
) -> dict[TicketRef, WriteResult]:
    answers = client.update([build_case_record(write, editable) for write in writes])
    return {
        write.ticket: WriteResult(write.ticket, Outcome.DONE)
        if answer.get("success")
        else read_refusal(write.ticket, answer)
        for write, answer in zip(writes, answers, strict=True)
    }


def _add_notes(client: SalesforceClient, notes: Sequence[tuple[TicketRef, Note]]) -> dict[TicketRef, WriteResult]:
    """
    Add the notes of cases that were updated. Where Salesforce refuses them all, the writes can be repeated.

    Raises:
        ConnectorError: the answer was lost; the notes may be there, so look for them before writing again.
    """
    try:
        answers = client.create([build_note_record(note, ticket) for ticket, note in notes])
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
