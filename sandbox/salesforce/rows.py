"""The sObject resources: the list, describe, and one record at a time."""

from typing import Any

import flask
from werkzeug.http import parse_date

from sandbox.salesforce.dml import Writer, check_body, create, delete, find_record, request_json, update
from sandbox.salesforce.errors import Refusal, answer, missing_record, not_found
from sandbox.salesforce.ids import long_id
from sandbox.salesforce.render import attributes, show_value
from sandbox.salesforce.resolve import no_column
from sandbox.salesforce.schema import Field, SObject, describe, describe_short
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record

_BASE = "/services/data/v<version>/sobjects"


def known_object(org: Org, name: str) -> SObject:
    """Return the object that an address names; NOT_FOUND where there is none."""
    sobject = org.schema.get(name.lower())
    if sobject is None:
        raise not_found()
    return sobject


def show_record(org: Org, sobject: SObject, row: Record, version: str, names: str | None = None) -> dict[str, Any]:
    """Return a record with all fields that the user may see, or with those that `names` lists."""
    fields = [field for field in sobject.fields.values() if org.access.sees(sobject, field)]
    if names:
        fields = []
        for name in names.split(","):
            field = sobject.find(name.strip())
            if field is None or not org.access.sees(sobject, field):
                raise Refusal("INVALID_FIELD", f"\n{name}\n^\nERROR at Row:1:Column:1\n{no_column(name, sobject)}")
            fields.append(field)
    shown = {field.name: show_value(row.get(field.name)) for field in fields}
    return {"attributes": attributes(sobject.name, row["Id"], version), **shown}


def upsert(
    org: Org, sobject: SObject, key: tuple[str, str], body: dict[str, Any], writer: Writer
) -> tuple[Record, bool]:
    """Create or change the record whose external id `key` (field, value) names; returns it, and whether it is new."""
    field = sobject.find(key[0])
    if field is None or not (field.external_id or field.name == "Id"):
        raise not_found(f"Provided external ID field does not exist or is not accessible: {key[0]}")
    rows = [r for r in _having(org, sobject, field, key[1]) if not r.get("IsDeleted")]
    if len(rows) > 1:
        raise Refusal("MULTIPLE_CHOICES", f"{len(rows)} records share this external id", status=300)
    if rows:
        return update(org, sobject, rows[0]["Id"], body, writer), False
    if field.name == "Id":
        raise missing_record(key[1])
    return create(org, sobject, {**body, field.name: key[1]}, writer), True


def _having(org: Org, sobject: SObject, key: Field, value: str) -> list[Record]:
    if key.name == "Id":
        row = org.rows(sobject.name).get(long_id(value) or "")
        return [] if row is None else [row]
    # of a generated world no row has an external id before somebody has given it one
    return [row for row in org.table(sobject).kept.values() if row.get(key.name) == value]


def check_unmodified(org: Org, sobject: SObject, record_id: str) -> None:
    """Hold the request to its `If-Unmodified-Since`: 412 where the record was changed after that time."""
    header = flask.request.headers.get("If-Unmodified-Since")
    if header is None:
        return
    since = parse_date(header)
    if since is None:
        raise Refusal("INVALID_HEADER", f"Invalid value for If-Unmodified-Since: {header}")
    if find_record(org, sobject, record_id)["LastModifiedDate"] > since:
        says = "The precondition given in one or more of the request-header fields evaluated to false"
        raise Refusal("PRECONDITION_FAILED", says, status=412)


def blueprint(org: Org) -> flask.Blueprint:  # noqa: C901 - a list of small resources, read one by one
    """Return the resources."""
    pages = flask.Blueprint("rows", __name__)

    @pages.get(_BASE)
    @pages.get(_BASE + "/")
    def list_objects(version: str) -> flask.Response:
        entries = [describe_short(sobject, version) for sobject in org.schema.values()]
        return answer({"encoding": "UTF-8", "maxBatchSize": 200, "sobjects": entries})

    @pages.get(_BASE + "/<name>")
    @pages.get(_BASE + "/<name>/")
    def object_page(version: str, name: str) -> flask.Response:
        return answer({"objectDescribe": describe_short(known_object(org, name), version), "recentItems": []})

    @pages.get(_BASE + "/<name>/describe")
    @pages.get(_BASE + "/<name>/describe/")
    def describe_page(version: str, name: str) -> flask.Response:
        return answer(describe(known_object(org, name), org.access, version))

    @pages.post(_BASE + "/<name>")
    @pages.post(_BASE + "/<name>/")
    def create_page(version: str, name: str) -> flask.Response:
        row = create(org, known_object(org, name), check_body(request_json()), Writer.of_request())
        created = answer({"id": row["Id"], "success": True, "errors": []}, 201)
        created.headers["Location"] = f"/services/data/v{version}/sobjects/{name}/{row['Id']}"
        return created

    @pages.get(_BASE + "/<name>/<record_id>")
    def read_page(version: str, name: str, record_id: str) -> flask.Response:
        sobject = known_object(org, name)
        row = find_record(org, sobject, record_id)
        return answer(show_record(org, sobject, row, version, flask.request.args.get("fields")))

    @pages.patch(_BASE + "/<name>/<record_id>")
    def update_page(version: str, name: str, record_id: str) -> flask.Response:
        del version
        check_unmodified(org, known_object(org, name), record_id)
        update(org, known_object(org, name), record_id, check_body(request_json()), Writer.of_request())
        return flask.Response(status=204)

    @pages.delete(_BASE + "/<name>/<record_id>")
    def delete_page(version: str, name: str, record_id: str) -> flask.Response:
        del version
        delete(org, known_object(org, name), record_id, Writer.of_request())
        return flask.Response(status=204)

    @pages.get(_BASE + "/<name>/<field>/<value>")
    def read_by_key(version: str, name: str, field: str, value: str) -> flask.Response:
        sobject = known_object(org, name)
        item = sobject.find(field)
        if item is None or not (item.external_id or item.name == "Id"):
            raise not_found(f"Provided external ID field does not exist or is not accessible: {field}")
        row = next(iter(_having(org, sobject, item, value)), None)
        if row is None or row.get("IsDeleted"):
            raise not_found()
        return answer(show_record(org, sobject, row, version, flask.request.args.get("fields")))

    @pages.patch(_BASE + "/<name>/<field>/<value>")
    def upsert_page(version: str, name: str, field: str, value: str) -> flask.Response:
        body = check_body(request_json())
        row, created = upsert(org, known_object(org, name), (field, value), body, Writer.of_request())
        shown = answer({"id": row["Id"], "success": True, "errors": [], "created": created}, 201 if created else 200)
        shown.headers["Location"] = f"/services/data/v{version}/sobjects/{name}/{row['Id']}"
        return shown

    return pages
