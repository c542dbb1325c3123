"""Person Accounts: an Account and a Contact that are one person, each showing what the other holds."""

from sandbox.salesforce.errors import Refusal
from sandbox.salesforce.schema import SObject
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record

# of the Contact -> of the Account
_SHARED = {
    "Name": "Name", "FirstName": "FirstName", "LastName": "LastName", "Phone": "Phone", "Email": "PersonEmail",
    "MobilePhone": "PersonMobilePhone", "HomePhone": "PersonHomePhone",
}  # fmt: skip


def convert_to_person(org: Org, contact: Record, by: str) -> str:
    """Make a Contact and its Account one person; returns the Account's id. There is no way back."""
    if org.schema["account"].find("IsPersonAccount") is None:
        raise Refusal("INVALID_OPERATION", "person accounts are not enabled in this org (option person_accounts)")
    if contact["IsPersonAccount"]:
        raise Refusal("INVALID_OPERATION", f"{contact['Id']} is a person account already")
    account_id = contact.get("AccountId")
    shared = account_id and any(
        c["Id"] != contact["Id"] and not c["IsDeleted"] for c in org.table("Contact").having("AccountId", account_id)
    )
    with org.transaction():
        if account_id is None or shared:
            account = org.insert("Account", {"Name": contact["Name"], "OwnerId": by}, by, org.now())
        else:
            account = org.rows("Account")[account_id]
        person = {"IsPersonAccount": True, "PersonContactId": contact["Id"]}
        org.change("Contact", contact, {"IsPersonAccount": True, "AccountId": account["Id"]} | org.stamps(by))
        org.change("Account", account, person | _of_account(contact) | org.stamps(by))
    return str(account["Id"])


def show_other_half(org: Org, sobject: SObject, row: Record, by: str) -> None:
    """After a change of a person's Account or Contact, let the other hold the same; its stamps move too."""
    if not row.get("IsPersonAccount"):
        return
    if sobject.name == "Contact":
        org.change("Account", org.rows("Account")[row["AccountId"]], _of_account(row) | org.stamps(by))
    elif sobject.name == "Account":
        values = {mine: row.get(theirs) for mine, theirs in _SHARED.items()}
        org.change("Contact", org.rows("Contact")[row["PersonContactId"]], values | org.stamps(by))


def _of_account(contact: Record) -> Record:
    return {theirs: contact.get(mine) for mine, theirs in _SHARED.items()}
