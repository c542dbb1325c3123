"""Many records in one call: sObject Collections, and the thin composite resource."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

import flask

from sandbox.salesforce.dml import Writer, check_body, create, delete, find_record, request_json, update
from sandbox.salesforce.errors import Refusal, answer
from sandbox.salesforce.ids import long_id
from sandbox.salesforce.resolve import find_object
from sandbox.salesforce.rows import known_object, show_record, upsert
from sandbox.salesforce.schema import SObject
from sandbox.salesforce.state import Org

_BASE = "/services/data/v<version>/composite"
MOST_RECORDS = 200
MOST_CHUNKS = 10
MOST_SUBREQUESTS = 25

_ROLLED_BACK = "Record rolled back because not all records were valid and the request was using AllOrNone header"
Item = Callable[[], dict[str, Any]]


def run_items(org: Org, items: list[Item], *, all_or_none: bool) -> list[dict[str, Any]]:
    """Run each item. One that fails is told alone, or undoes all where `all_or_none` asks for it."""
    results: list[dict[str, Any]] = []
    with org.transaction() as transaction:
        for item in items:
            try:
                results.append(item())
            except Refusal as refusal:
                org.note_refusal(refusal.code, refusal.message, 200)
                results.append({"success": False, "errors": [refusal.item()]})
        if all_or_none and not all(result["success"] for result in results):
            transaction.rollback()
            undone = {"statusCode": "ALL_OR_NONE_OPERATION_ROLLED_BACK", "message": _ROLLED_BACK, "fields": []}
            return [r if not r["success"] else {"success": False, "errors": [undone]} for r in results]
    return results


def read_records(org: Org, body: Any) -> list[tuple[SObject, dict[str, Any]]]:
    """Return the (object, record) pairs of a collection; Refusal where it is too large or a type is missing."""
    records = body.get("records") if isinstance(body, dict) else None
    if not isinstance(records, list):
        raise Refusal("JSON_PARSER_ERROR", "records: a list of sObjects is required at [line:1, column:1]")
    if len(records) > MOST_RECORDS:
        raise Refusal("EXCEEDED_MAX_SIZE_REQUEST", f"record batch size cannot exceed {MOST_RECORDS}")
    pairs = []
    for record in records:
        name = (check_body(record).get("attributes") or {}).get("type")
        if not name:
            raise Refusal("INVALID_TYPE", "attributes.type is required for each record of a collection")
        pairs.append((find_object(org, name), record))
    if sum(1 for _ in groupby(pairs, key=lambda pair: pair[0].name)) > MOST_CHUNKS:
        raise Refusal("LIMIT_EXCEEDED", f"records of more than {MOST_CHUNKS} chunks of types in one request")
    return pairs


def _without_id(record: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    rest = {name: value for name, value in record.items() if name.lower() != "id"}
    record_id = next((value for name, value in record.items() if name.lower() == "id"), None)
    if not record_id:
        raise Refusal("MISSING_ARGUMENT", "Id not specified in an update call", fields=["Id"])
    return str(record_id), rest


def _done(row: dict[str, Any], **more: bool) -> dict[str, Any]:
    return {"id": row["Id"], "success": True, "errors": [], **more}


def _create_item(org: Org, sobject: SObject, record: dict[str, Any], writer: Writer) -> Item:
    return lambda: _done(create(org, sobject, record, writer))


def _update_item(org: Org, sobject: SObject, record: dict[str, Any], writer: Writer) -> Item:
    def run() -> dict[str, Any]:
        record_id, rest = _without_id(record)
        try:
            return _done(update(org, sobject, record_id, rest, writer))
        except Refusal as refusal:
            if refusal.code == "NOT_FOUND":
                raise Refusal("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", fields=[]) from refusal
            raise

    return run


def _upsert_item(org: Org, sobject: SObject, field: str, record: dict[str, Any], writer: Writer) -> Item:
    def run() -> dict[str, Any]:
        value = next((str(v) for name, v in record.items() if name.lower() == field.lower()), "")
        rest = {name: v for name, v in record.items() if name.lower() != field.lower()}
        row, created = upsert(org, sobject, (field, value), rest, writer)
        return _done(row, created=created)

    return run


def _delete_item(org: Org, record_id: str, writer: Writer) -> Item:
    def run() -> dict[str, Any]:
        found = org.find(long_id(record_id) or "")
        if found is None:
            raise Refusal("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", fields=[])
        delete(org, found[0], record_id, writer)
        return _done(found[1])

    return run


def blueprint(org: Org) -> flask.Blueprint:
    """Return the resources."""
    pages = flask.Blueprint("batches", __name__)

    def written(make: Callable[[SObject, dict[str, Any]], Item]) -> flask.Response:
        body = request_json()
        items = [make(sobject, record) for sobject, record in read_records(org, body)]
        return answer(run_items(org, items, all_or_none=body.get("allOrNone") is True))

    @pages.post(_BASE + "/sobjects")
    @pages.post(_BASE + "/sobjects/")
    def create_many(version: str) -> flask.Response:
        del version
        writer = Writer.of_request()
        return written(lambda sobject, record: _create_item(org, sobject, record, writer))

    @pages.patch(_BASE + "/sobjects")
    @pages.patch(_BASE + "/sobjects/")
    def update_many(version: str) -> flask.Response:
        del version
        writer = Writer.of_request()
        return written(lambda sobject, record: _update_item(org, sobject, record, writer))

    @pages.patch(_BASE + "/sobjects/<name>/<field>")
    def upsert_many(version: str, name: str, field: str) -> flask.Response:
        del version
        known_object(org, name)
        writer = Writer.of_request()
        return written(lambda sobject, record: _upsert_item(org, sobject, field, record, writer))

    @pages.delete(_BASE + "/sobjects")
    @pages.delete(_BASE + "/sobjects/")
    def delete_many(version: str) -> flask.Response:
        del version
        ids = [record_id for record_id in flask.request.args.get("ids", "").split(",") if record_id]
        if not ids or len(ids) > MOST_RECORDS:
            raise Refusal("EXCEEDED_MAX_SIZE_REQUEST", f"between 1 and {MOST_RECORDS} ids are required")
        writer = Writer.of_request()
        all_or_none = flask.request.args.get("allOrNone", "false").lower() == "true"
        return answer(run_items(org, [_delete_item(org, i, writer) for i in ids], all_or_none=all_or_none))

    @pages.post(_BASE + "/sobjects/<name>")
    def read_many(version: str, name: str) -> flask.Response:
        sobject = known_object(org, name)
        body = check_body(request_json())
        names = ",".join(body.get("fields", []))
        records: list[dict[str, Any] | None] = []
        for record_id in body.get("ids", []):
            try:
                row = find_record(org, sobject, str(record_id))
            except Refusal:
                records.append(None)
                continue
            records.append(show_record(org, sobject, row, version, names))
        return answer(records)

    return pages
