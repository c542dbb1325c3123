"""Creating, changing and deleting records, with all that the org does on its own when that happens."""

from dataclasses import dataclass
from typing import Any

import flask

from sandbox.salesforce.errors import Refusal, missing_record
from sandbox.salesforce.history import add_change
from sandbox.salesforce.ids import long_id
from sandbox.salesforce.persons import show_other_half
from sandbox.salesforce.schema import Access, SObject
from sandbox.salesforce.standard import CASE_STATUSES
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record
from sandbox.salesforce.validate import read_values

_CLOSED = {name for name, closed in CASE_STATUSES if closed}
_TELLS_CASE = ("CaseComment", "EmailMessage")
_NEEDS_MODIFY_ALL = ("CaseComment",)
_WRITTEN = ("CaseComment", "EmailMessage", "FeedItem")
ANY_RECORD = "*"


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes, by whose rights (None: the integration user's), and whether assignment rules may run on it."""

    user_id: str
    auto_assign: bool = True
    access: Access | None = None

    @classmethod
    def of_request(cls) -> "Writer":
        """Return the writer of the current request. Rules run unless `Sforce-Auto-Assign: FALSE` says otherwise."""
        header = flask.request.headers.get("Sforce-Auto-Assign", "TRUE")
        return cls(flask.g.user_id, header.strip().upper() != "FALSE")


def create(org: Org, sobject: SObject, body: dict[str, Any], writer: Writer) -> Record:
    """Create a record; Refusal where the org would not have it."""
    if not sobject.createable:
        raise Refusal("INVALID_TYPE_FOR_OPERATION", f"entity type {sobject.name} does not support create")
    values = read_values(org, sobject, body, create=True)
    _take_lock(org, str(values.get("ParentId")))
    with org.transaction():
        if sobject.name == "Case":
            row = _create_case(org, values, writer)
        else:
            _complete(org, sobject, values, writer)
            row = org.insert(sobject.name, values, writer.user_id, org.now())
        if sobject.name in _TELLS_CASE and row.get("ParentId"):
            org.touch_case(row["ParentId"], writer.user_id)
        if sobject.name in _WRITTEN:
            org.note_written(sobject.name, row)
    return row


def update(org: Org, sobject: SObject, record_id: str, body: dict[str, Any], writer: Writer) -> Record:
    """Change a record. Its stamps move even where no value differs, as the vendor's do."""
    row = find_record(org, sobject, record_id)
    if not sobject.updateable:
        raise Refusal("INVALID_TYPE_FOR_OPERATION", f"entity type {sobject.name} does not support update")
    _check_rights(org, sobject)
    values = read_values(org, sobject, body, create=False, access=writer.access)
    _take_lock(org, row["Id"])
    with org.transaction():
        if sobject.name == "Case":
            _update_case(org, row, values, writer)
        else:
            if sobject.name == "Contact" or row.get("IsPersonAccount"):
                values |= full_name({**row, **values})
            org.change(sobject.name, row, values | org.stamps(writer.user_id))
            show_other_half(org, sobject, row, writer.user_id)
    return row


def delete(org: Org, sobject: SObject, record_id: str, writer: Writer) -> None:
    """Move a record to the recycle bin, and with a Case all that hangs on it."""
    row = find_record(org, sobject, record_id)
    if not sobject.deletable:
        raise Refusal("INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id", fields=[])
    _check_rights(org, sobject)
    _check_cases(org, sobject, row)
    _take_lock(org, row["Id"])
    gone = {"IsDeleted": True} | org.stamps(writer.user_id)
    with org.transaction():
        org.change(sobject.name, row, gone)
        if sobject.name == "Case":
            for _, child, lookup in sobject.children:
                if child in ("CaseComment", "EmailMessage", "CaseHistory", "FeedItem"):
                    for below in list(org.table(child).having(lookup, row["Id"])):
                        org.change(child, below, {"IsDeleted": True, "SystemModstamp": gone["SystemModstamp"]})
            org.touch_case(row["Id"], writer.user_id)


def find_record(org: Org, sobject: SObject, record_id: str) -> Record:
    """Return the record to be read or changed; NOT_FOUND or ENTITY_IS_DELETED where there is none."""
    full = long_id(record_id)
    row = org.rows(sobject.name).get(full) if full else None
    if row is None:
        raise missing_record(record_id)
    if row.get("IsDeleted"):
        raise Refusal("ENTITY_IS_DELETED", "entity is deleted", status=404, fields=[])
    return row


def set_case_values(org: Org, row: Record, values: Record, by: str) -> None:
    """Change a Case and keep its history; closing and reopening set what follows from the status."""
    if "Status" in values:
        closed = values["Status"] in _CLOSED
        values["IsClosed"] = closed
        if closed != row["IsClosed"]:
            values["ClosedDate"] = org.now() if closed else None
    sobject = org.schema["case"]
    for name, after in values.items():
        field = sobject.find(name)
        if field is not None and row.get(name) != after:
            add_change(org, row, field, row.get(name), after, by)
    org.change("Case", row, values | org.stamps(by))
    org.touch_case(row["Id"], by)


def _create_case(org: Org, values: Record, writer: Writer) -> Record:
    comment = values.pop("Comments", None)
    status = values.get("Status") or "New"
    table = org.tables["Case"]
    table.last_number += 1
    defaults: Record = {"OwnerId": writer.user_id, "CaseNumber": f"{table.last_number:08d}"}
    values = defaults | {name: value for name, value in values.items() if value is not None} | {"Status": status}
    values |= {"IsClosed": status in _CLOSED, "ClosedDate": org.now() if status in _CLOSED else None}
    _of_contact(org, values)
    if writer.auto_assign:
        values["OwnerId"] = org.rule_queue_id
    row = org.insert("Case", values, writer.user_id, org.now())
    if writer.auto_assign:
        _note_assignment(org, row, None, writer)
    created = {"CaseId": row["Id"], "Field": "created", "DataType": "Text"}
    org.insert("CaseHistory", created, writer.user_id, org.now())
    _internal_comment(org, row, comment, writer)
    org.touch_case(row["Id"], writer.user_id)
    return row


def _update_case(org: Org, row: Record, values: Record, writer: Writer) -> None:
    comment = values.pop("Comments", None)
    if "ContactId" in values:
        _of_contact(org, values)
    if writer.auto_assign:
        _note_assignment(org, row, row["OwnerId"], writer)
        values["OwnerId"] = org.rule_queue_id
    set_case_values(org, row, values, writer.user_id)
    _internal_comment(org, row, comment, writer)


def _note_assignment(org: Org, case: Record, before: str | None, writer: Writer) -> None:
    """Remember that the assignment rule ran, also where the request failed afterwards."""
    org.counts["assignment_rules_run"] += 1
    fired = {"case": case["Id"], "by": writer.user_id, "at": org.now().isoformat(), "owner_before": before}
    org.assignments.append(fired | {"owner": org.rule_queue_id})


def _internal_comment(org: Org, row: Record, text: str | None, writer: Writer) -> None:
    """Writing Case.Comments makes an unpublished CaseComment; the field itself stays empty."""
    if text:
        values = {"ParentId": row["Id"], "CommentBody": text, "IsPublished": False}
        org.note_written("CaseComment", org.insert("CaseComment", values, writer.user_id, org.now()))


def _of_contact(org: Org, values: Record) -> None:
    contact = org.rows("Contact").get(values.get("ContactId") or "", {})
    values |= {"ContactEmail": contact.get("Email"), "ContactPhone": contact.get("Phone")}
    values["ContactMobile"] = contact.get("MobilePhone")
    if contact.get("AccountId"):
        values.setdefault("AccountId", contact["AccountId"])


def _complete(org: Org, sobject: SObject, values: Record, writer: Writer) -> None:
    if sobject.find("OwnerId") and not values.get("OwnerId"):
        values["OwnerId"] = writer.user_id
    if sobject.name == "Contact":
        values |= full_name(values)
    if sobject.name == "EmailMessage":
        values["MessageDate"] = values.get("MessageDate") or org.now()
        values["RelatedToId"] = values.get("RelatedToId") or values.get("ParentId")


def full_name(values: Record) -> Record:
    """Return the Name that a person's first and last names make."""
    return {"Name": " ".join(filter(None, (values.get("FirstName"), values.get("LastName"))))}


def _check_rights(org: Org, sobject: SObject) -> None:
    if sobject.name in _NEEDS_MODIFY_ALL and not org.access.modify_all:
        raise Refusal("INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id", fields=[])


def _check_cases(org: Org, sobject: SObject, row: Record) -> None:
    """Refuse to delete a Contact or Account that has Cases."""
    lookup = {"Contact": "ContactId", "Account": "AccountId"}.get(sobject.name)
    cases = (
        [c["CaseNumber"] for c in org.table("Case").having(lookup, row["Id"]) if not c["IsDeleted"]] if lookup else []
    )
    if cases:
        says = (
            f"Your attempt to delete {row['Name']} could not be completed because it is associated with the following"
            f" cases.: {', '.join(cases[:5])}"
        )
        raise Refusal("DELETE_FAILED", says, fields=[])


def _take_lock(org: Org, *record_ids: str) -> None:
    """Refuse where somebody else's transaction is planted to hold the record."""
    for key in (*record_ids, ANY_RECORD):
        if org.row_locks[key] > 0:
            org.row_locks[key] -= 1
            says = f"unable to obtain exclusive access to this record or 1 records: {record_ids[0]}"
            raise Refusal("UNABLE_TO_LOCK_ROW", says, fields=[])


def check_body(body: Any) -> dict[str, Any]:
    """Return a record's body; JSON_PARSER_ERROR where it is no object."""
    if not isinstance(body, dict):
        raise Refusal("JSON_PARSER_ERROR", "Unexpected character, expected an object at [line:1, column:1]")
    return body


def request_json() -> Any:
    """Return the request's JSON; JSON_PARSER_ERROR where it is none."""
    body = flask.request.get_json(force=True, silent=True)
    if body is None:
        raise Refusal("JSON_PARSER_ERROR", "Unexpected end of input at [line:1, column:0]")
    return body
