"""What people of the org do to its records in the product: change, merge, delete, restore, empty the bin."""

from collections.abc import Iterator
from typing import Any

from sandbox.salesforce.dml import Writer, delete, full_name, set_case_values
from sandbox.salesforce.errors import Refusal
from sandbox.salesforce.persons import show_other_half
from sandbox.salesforce.schema import SObject
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record
from sandbox.salesforce.validate import read_value

MERGED = ("Case", "Contact", "Account")
_FALLS_WITH_CASE = ("CaseComment", "EmailMessage", "CaseHistory", "FeedItem", "CaseMilestone")


def change_record(org: Org, sobject: SObject, row: Record, values: dict[str, Any], by: str) -> None:
    """Change fields as a user does on the page, by the fields' API names; Refusal where a value is none."""
    read: Record = {}
    for name, value in values.items():
        field = sobject.find(name)
        if field is None:
            raise Refusal("INVALID_FIELD", f"there is no field {name} on {sobject.name}")
        read[field.name] = read_value(org, field, value)
    if sobject.name == "Case":
        if "ContactId" in read:
            read |= _contact_fields(org, read["ContactId"])
        set_case_values(org, row, read, by)
        return
    if sobject.name in ("Contact", "User") or row.get("IsPersonAccount"):
        read |= full_name({**row, **read}) if {"FirstName", "LastName"} & set(read) else {}
    org.change(sobject.name, row, read | org.stamps(by))
    show_other_half(org, sobject, row, by)
    if sobject.name == "Contact":
        show_contact(org, row)


def show_contact(org: Org, contact: Record) -> None:
    """Let the Cases show the Contact's addresses: these are the Contact's fields, so no stamp of a Case moves."""
    for case in org.table("Case").having("ContactId", contact["Id"]):
        org.change("Case", case, _contact_fields(org, contact["Id"]))


def merge(org: Org, loser: Record, winner: Record, sobject: SObject, by: str) -> list[str]:
    """
    Merge two Contacts, Accounts or Cases; returns the ids of the children that now hang on the winner.

    The loser is deleted, with MasterRecordId. Of a child only SystemModstamp moves.
    """
    moved = []
    now = org.now()
    with org.transaction():
        for _, child, lookup in sobject.children:
            for below in org.table(child).having(lookup, loser["Id"]):
                if below.get("IsDeleted") or below["Id"] == winner["Id"]:
                    continue
                values = {lookup: winner["Id"], "SystemModstamp": now}
                if child == "Case" and lookup == "ContactId":
                    values |= _contact_fields(org, winner["Id"])
                # change history tells what was; it has no stamp
                org.change(child, below, {n: v for n, v in values.items() if org.schema[child.lower()].find(n)})
                moved.append(below["Id"])
                if child == "Case":
                    org.touch_case(below["Id"], by)
        org.change(sobject.name, loser, {"IsDeleted": True, "MasterRecordId": winner["Id"], **org.stamps(by)})
        org.change(sobject.name, winner, org.stamps(by))
        if sobject.name == "Case":
            org.touch_case(winner["Id"], by)
    return moved


def delete_record(org: Org, sobject: SObject, record_id: str, by: str) -> None:
    """Delete a record as somebody who may."""
    allowed, org.access.modify_all = org.access.modify_all, True
    try:
        delete(org, sobject, record_id, Writer(by))
    finally:
        org.access.modify_all = allowed


def undelete(org: Org, sobject: SObject, row: Record, by: str) -> list[str]:
    """Take a record out of the recycle bin, with what was deleted together with it; all their stamps move."""
    together = row["SystemModstamp"]
    now = org.now()
    back = [row["Id"]]
    with org.transaction():
        for child, below in _children(org, sobject, row):
            if below.get("IsDeleted") and below.get("SystemModstamp", together) == together:
                moved = {"SystemModstamp": now} if "SystemModstamp" in below else {}
                org.change(child, below, {"IsDeleted": False} | moved)
                back.append(below["Id"])
        more = {"MasterRecordId": None} if "MasterRecordId" in row else {}
        org.change(sobject.name, row, {"IsDeleted": False} | more | org.stamps(by))
        if sobject.name == "Case":
            org.touch_case(row["Id"], by)
    return back


def purge(org: Org, sobject: SObject, row: Record) -> None:
    """Empty the recycle bin of a record and of what was deleted with it: only getDeleted tells of them now."""
    for child, below in [*_children(org, sobject, row), (sobject.name, row)]:
        if below.get("IsDeleted"):
            org.remove(child, below)


def _children(org: Org, sobject: SObject, row: Record) -> Iterator[tuple[str, Record]]:
    for _, child, lookup in sobject.children:
        if sobject.name == "Case" and child in _FALLS_WITH_CASE:
            yield from ((child, below) for below in org.table(child).having(lookup, row["Id"]))


def _contact_fields(org: Org, contact_id: str | None) -> Record:
    contact = org.rows("Contact").get(contact_id or "", {})
    return {"ContactEmail": contact.get("Email"), "ContactPhone": contact.get("Phone"),
            "ContactMobile": contact.get("MobilePhone")}  # fmt: skip
