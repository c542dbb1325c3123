"""The User Interface API's related lists: the records that hang on another, in pages."""

from typing import Any

import flask

from sandbox.salesforce.errors import Refusal, answer, not_found
from sandbox.salesforce.schema import Field, SObject
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record, shuffled
from sandbox.salesforce.ui_records import BASE, asked_names, check_version, find_visible, show_ui_record

FIRST_VERSION = 50.0
USUAL_PAGE, LARGEST_PAGE = 50, 1999


def blueprint(org: Org) -> flask.Blueprint:
    """Return the resource."""
    pages = flask.Blueprint("ui_lists", __name__)

    @pages.get(BASE + "/related-list-records/<parent_id>/<list_name>")
    def related(version: str, parent_id: str, list_name: str) -> flask.Response:
        check_version(version, FIRST_VERSION)
        above, parent = find_visible(org, parent_id)
        relation = next((child for child in above.children if child[0] == list_name), None)
        if relation is None:
            raise not_found(f"{above.name} has no related list {list_name}")
        sobject = org.schema[relation[1].lower()]
        rows = [r for r in org.table(sobject).having(relation[2], parent["Id"]) if not r.get("IsDeleted")]
        start, size = _number("pageToken", 0, 0, 2**31), _number("pageSize", USUAL_PAGE, 1, LARGEST_PAGE)
        chosen = _sorted(org, sobject, rows)[start : start + size]
        fields, optional = asked_names("fields"), asked_names("optionalFields")
        records = [show_ui_record(org, sobject, row, fields, optional) for row in chosen]
        return answer(_page(above, parent, list_name, records, (start, size, len(rows))))

    return pages


def _page(
    above: SObject, parent: Record, list_name: str, records: list[dict[str, Any]], place: tuple[int, int, int]
) -> dict[str, Any]:
    start, size, total = place
    path = flask.request.path
    following = str(start + size) if start + size < total else None
    before = str(max(0, start - size)) if start else None

    def address(token: str | None) -> str | None:
        return None if token is None else f"{path}?pageSize={size}&pageToken={token}"

    return {
        "count": len(records),
        "currentPageToken": str(start),
        "currentPageUrl": address(str(start)),
        "fields": asked_names("fields"),
        "listInfoETag": "",
        "listReference": {
            "id": None,
            "inContextOfRecordId": parent["Id"],
            "listViewApiName": None,
            "objectApiName": None,
            "parentObjectApiName": above.name,
            "recordTypeId": None,
            "relatedListId": list_name,
            "type": "relatedList",
        },
        "nextPageToken": following,
        "nextPageUrl": address(following),
        "optionalFields": asked_names("optionalFields"),
        "pageSize": size,
        "previousPageToken": before,
        "previousPageUrl": address(before),
        "records": records,
        "sortBy": asked_names("sortBy"),
    }


def _sorted(org: Org, sobject: SObject, rows: list[Record]) -> list[Record]:
    """Return rows by the one field of `sortBy`, `-` before it for descending; equals in another order each time."""
    salt = org.next_query()
    rows = sorted(rows, key=lambda row: shuffled(row, salt))
    names = asked_names("sortBy")
    if not names:
        return rows
    if len(names) > 1:
        raise Refusal("ILLEGAL_QUERY_PARAMETER_VALUE", "sortBy takes one field")
    field = _sort_field(sobject, names[0].removeprefix("-"))

    def key(row: Record) -> tuple[bool, Any]:
        value = row.get(field.name)
        return (value is not None, value if value is not None else 0)

    return sorted(rows, key=key, reverse=names[0].startswith("-"))


def _sort_field(sobject: SObject, name: str) -> Field:
    holder, _, own = name.partition(".")
    field = sobject.find(own) if holder == sobject.name else None
    if field is None or not field.can_sort or not flask.g.access.sees(sobject, field):
        raise Refusal("ILLEGAL_QUERY_PARAMETER_VALUE", f"{name} cannot be sorted by")
    return field


def _number(parameter: str, usual: int, lowest: int, highest: int) -> int:
    text = flask.request.args.get(parameter)
    if text is None:
        return usual
    if not text.isdecimal() or not lowest <= int(text) <= highest:
        raise Refusal("ILLEGAL_QUERY_PARAMETER_VALUE", f"{parameter} must be from {lowest} to {highest}")
    return int(text)
