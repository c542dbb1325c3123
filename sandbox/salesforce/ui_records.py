"""The User Interface API's records: what Lightning pages and their components read and write, by the user's rights."""

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

import flask
from werkzeug.http import parse_date

from sandbox.salesforce.dml import Writer, check_body, request_json, update
from sandbox.salesforce.errors import Refusal, answer, not_found
from sandbox.salesforce.ids import long_id
from sandbox.salesforce.resolve import no_column
from sandbox.salesforce.schema import Access, Field, SObject
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record

BASE = "/services/data/v<version>/ui-api"
FIRST_VERSION = 41.0
_FAILED = "An error occurred while trying to update the record. Please try again."


class _RecordRefusal(Refusal):
    """A record that could not be saved: the words on top are the same for all, what is wrong is in `output`."""

    def __init__(self, cause: Refusal) -> None:
        super().__init__(cause.code, cause.message, status=cause.status, fields=cause.fields)

    def body(self) -> list[dict[str, Any]]:
        plain = {"constituentField": None, "duplicateRecordError": None, "errorCode": self.code}
        fields = list(self.fields or ())
        by_field = {name: [{**plain, "field": name, "fieldLabel": name, "message": self.message}] for name in fields}
        whole = [] if fields else [{**plain, "field": None, "fieldLabel": None, "message": self.message}]
        output = {"errors": whole, "fieldErrors": by_field}
        return [{"message": _FAILED, "errorCode": self.code, "enhancedErrorType": "RecordError", "output": output}]


def blueprint(org: Org) -> flask.Blueprint:
    """Return the resources."""
    pages = flask.Blueprint("ui_records", __name__)

    @pages.get(BASE + "/records/<record_id>")
    def read(version: str, record_id: str) -> flask.Response:
        check_version(version, FIRST_VERSION)
        sobject, row = find_visible(org, record_id)
        wanted, optional = asked_names("fields"), asked_names("optionalFields")
        if not wanted and not optional:
            raise Refusal("ILLEGAL_QUERY_PARAMETER_VALUE", "fields, layoutTypes or optionalFields must be specified")
        return answer(show_ui_record(org, sobject, row, wanted, optional))

    @pages.patch(BASE + "/records/<record_id>")
    def change(version: str, record_id: str) -> flask.Response:
        check_version(version, FIRST_VERSION)
        sobject, row = find_visible(org, record_id)
        _check_not_newer(row)
        values = check_body(request_json()).get("fields")
        if not isinstance(values, dict) or not values:
            raise Refusal("JSON_PARSER_ERROR", "The request body needs fields at [line:1, column:1]")
        # rules of assignment run only where the page asks for them
        writer = Writer(flask.g.user_id, auto_assign=False, access=flask.g.access)
        try:
            update(org, sobject, row["Id"], values, writer)
        except Refusal as refusal:
            raise _RecordRefusal(refusal) from refusal
        names = [f"{sobject.name}.{name}" for name in values]
        return answer(show_ui_record(org, sobject, org.rows(sobject.name)[row["Id"]], names, ()))

    return pages


def check_version(version: str, first: float) -> None:
    """Hide a resource from versions of the API that did not have it."""
    if float(version) < first:
        raise not_found()


def find_visible(org: Org, record_id: str) -> tuple[SObject, Record]:
    """Return the record and its object; what was deleted is not there."""
    full = long_id(record_id)
    if full is None:
        raise Refusal("INVALID_ID_FIELD", f"The id {record_id} is not valid.")
    found = org.find(full)
    if found is None or found[1].get("IsDeleted"):
        raise not_found("The requested resource does not exist")
    return found


def asked_names(parameter: str) -> list[str]:
    """Return the names that the query lists under `parameter`, in order, each once."""
    parts = (part.strip() for text in flask.request.args.getlist(parameter) for part in text.split(","))
    return list(dict.fromkeys(part for part in parts if part))


def _check_not_newer(row: Record) -> None:
    """Hold a change to its `If-Modified-Since`: 412 where the record was changed after that time."""
    header = flask.request.headers.get("If-Modified-Since")
    if header is None:
        return
    since = parse_date(header)
    if since is None:
        raise Refusal("INVALID_HEADER", f"Invalid value for If-Modified-Since: {header}")
    changed = row.get("LastModifiedDate")
    if changed is not None and changed > since:
        says = "The record was changed after the time that the request names. Load it again and try once more."
        raise Refusal("PRECONDITION_FAILED", says, status=412)


def show_ui_record(
    org: Org, sobject: SObject, row: Record, wanted: Iterable[str], optional: Iterable[str]
) -> dict[str, Any]:
    """
    Return a record with the fields that are asked for, as `Object.Field` or `Object.Relation.Field`.

    Raises:
        Refusal: a wanted field is not there, or hidden from the user; an optional one is left out without a word.
    """
    shown = _bare(sobject, row)
    access: Access = flask.g.access
    for is_optional, names in ((False, wanted), (True, optional)):
        for name in names:
            holder, _, path = name.partition(".")
            if holder.lower() != sobject.name.lower() or not path:
                raise Refusal("INVALID_FIELD", f"{name} is not a field of {sobject.name}, written {sobject.name}.Field")
            try:
                _add(org, access, shown["fields"], sobject, row, path.split("."))
            except Refusal:
                if not is_optional:
                    raise
    text = json.dumps(shown, sort_keys=True)
    return shown | {"eTag": hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()}


def _bare(sobject: SObject, row: Record) -> dict[str, Any]:
    stamp = row.get("SystemModstamp")
    changed = row.get("LastModifiedDate")
    return {
        "apiName": sobject.name,
        "childRelationships": {},
        "eTag": "",
        "fields": {},
        "id": row["Id"],
        "lastModifiedById": row.get("LastModifiedById"),
        "lastModifiedDate": _value(changed) if changed else None,
        "recordTypeId": None,
        "recordTypeInfo": None,
        "systemModstamp": _value(stamp) if stamp else None,
        "weakEtag": int(stamp.timestamp() * 1000) if stamp else 0,
    }


def _add(
    org: Org, access: Access, fields: dict[str, Any], sobject: SObject, row: Record | None, names: list[str]
) -> None:
    """Add to `fields` what the path `names` leads to; a relation that leads nowhere is null, if it exists."""
    if len(names) == 1:
        field = sobject.find(names[0])
        if field is None or not access.sees(sobject, field):
            raise Refusal("INVALID_FIELD", no_column(names[0], sobject))
        if row is not None:
            fields[field.name] = {
                "displayValue": _display(field, row.get(field.name)),
                "value": _value(row.get(field.name)),
            }
        return
    lookup = sobject.relation(names[0])
    if lookup is None or not access.sees(sobject, lookup):
        raise Refusal("INVALID_FIELD", f"Didn't understand relationship '{names[0]}' in field path.")
    found = org.find(row.get(lookup.name) or "") if row is not None else None
    if found is None:
        # the names are checked all the same
        above = org.name_object if lookup.polymorphic else org.schema[lookup.refers_to[0].lower()]
        _add(org, access, {}, above, None, names[1:])
        if row is not None:
            fields[str(lookup.relationship)] = {"displayValue": None, "value": None}
        return
    above, parent = found
    kept = fields.get(str(lookup.relationship))
    shown = kept or {"displayValue": parent.get("Name"), "value": _bare(above, parent)}
    _add(org, access, shown["value"]["fields"], above, parent, names[1:])
    fields[str(lookup.relationship)] = shown


def _value(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()[:19] + ".000Z"
    return value.isoformat() if isinstance(value, date) else value


def _display(field: Field, value: Any) -> str | None:
    """Return a value as the page shows it to somebody of the United States; None where it needs no other form."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, datetime):
        return f"{value.month}/{value.day}/{value.year}, {value:%I:%M %p}"
    if isinstance(value, date):
        return f"{value.month}/{value.day}/{value.year}"
    if isinstance(value, int | float):
        return f"{value:,.{field.scale}f}"
    if field.type in ("picklist", "multipicklist"):
        labels = dict(zip(field.values, field.labels or field.values, strict=True))
        return ";".join(labels.get(part, part) for part in str(value).split(";"))
    return None
