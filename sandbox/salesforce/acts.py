"""The acts of `/control/do/ACT`: what customers, agents and admins of the org do in the product, not by its API."""

from collections.abc import Callable
from typing import Any

from sandbox.control import ActError
from sandbox.salesforce import changes
from sandbox.salesforce.conversation import add_customer_reply, add_team_message, open_case
from sandbox.salesforce.given import Given
from sandbox.salesforce.milestones import set_milestone
from sandbox.salesforce.people import new_contact, queue_named
from sandbox.salesforce.persons import convert_to_person
from sandbox.salesforce.standard import ORIGINS
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record

Act = Callable[[Org, Given], dict[str, Any]]
_EDITS = {
    "status": "Status", "subject": "Subject", "priority": "Priority", "description": "Description", "type": "Type",
    "team": "Team__c", "tags": "Tags__c", "csat": "CSAT__c", "contact": "ContactId", "parent": "ParentId",
}  # fmt: skip


def _reply(org: Org, given: Given) -> dict[str, Any]:
    case, text, author = given.case(), given.text("text"), given.author()
    if author is None:
        name, row_id = add_customer_reply(org, case, text)
    else:
        name, row_id = add_team_message(org, case, text, author, public=True)
    return {"object": name, "id": row_id}


def _note(org: Org, given: Given) -> dict[str, Any]:
    case, text, author = given.case(), given.text("text"), given.author("by", "Admin User")
    if author is None:
        raise ActError('by must be "agent:NAME": a note is never the customer\'s.')
    name, row_id = add_team_message(org, case, text, author, public=False)
    return {"object": name, "id": row_id}


def _post(org: Org, given: Given) -> dict[str, Any]:
    case, text, by = given.case(), given.text("text"), given.user_id()
    visibility = given.choice("visibility", ("InternalUsers", "AllUsers"), "InternalUsers")
    values = {"ParentId": case["Id"], "Type": "TextPost", "Body": text, "Visibility": visibility}
    with org.transaction():
        row = org.insert("FeedItem", values, by, org.now())
        org.touch_case(case["Id"], by)
    return {"object": "FeedItem", "id": row["Id"]}


def _edit(org: Org, given: Given) -> dict[str, Any]:
    """Change a Case by short names, or any record by its fields' API names."""
    sobject, row = given.record()
    by = given.user_id()
    values: dict[str, Any] = dict(given.take("fields", {}))
    if sobject.name == "Case":
        values |= {field: given.take(name) for name, field in _EDITS.items() if given.has(name)}
        if given.has("owner"):
            owner = given.author("owner")
            values["OwnerId"] = owner.user_id if owner else None
        if given.has("queue"):
            values["OwnerId"] = queue_named(org, given.text("queue"), by)
    if not values:
        raise ActError(f"nothing to change; give fields, or for a Case any of {', '.join(_EDITS)}, owner, queue.")
    changes.change_record(org, sobject, row, values, by)
    return {"id": row["Id"], "changed": sorted(values)}


def _create(org: Org, given: Given) -> dict[str, Any]:
    email = given.text("requester_email")
    contacts = org.table("Contact").kept.values()
    contact = next((c for c in contacts if c.get("Email") == email and not c["IsDeleted"]), None)
    if contact is None:
        contact = new_contact(org, email, given.take("name", None))
    given.take("name", None)
    origin = given.choice("channel", tuple(ORIGINS.lower().split("|")), "email").capitalize()
    case = open_case(org, contact, given.text("subject"), given.text("text"), origin)
    return {"id": case["Id"], "contact": contact["Id"]}


def _edit_message(org: Org, given: Given) -> dict[str, Any]:
    sobject, row = given.record("id", ("CaseComment", "FeedItem"))
    field = "CommentBody" if sobject.name == "CaseComment" else "Body"
    changes.change_record(org, sobject, row, {field: given.text("text")}, given.user_id())
    return {"object": sobject.name, "id": row["Id"]}


def _merge(name: str) -> Act:
    def run(org: Org, given: Given) -> dict[str, Any]:
        sobject, source = given.record("source", (name,))
        _, target = given.record("target", (name,))
        if source["Id"] == target["Id"]:
            raise ActError("source and target must be two records.")
        moved = changes.merge(org, source, target, sobject, given.user_id())
        return {"id": target["Id"], "merged": source["Id"], "moved": moved}

    return run


def _touch(org: Org, given: Given) -> dict[str, Any]:
    """Move a record's SystemModstamp and nothing else, as the vendor's own upkeep does."""
    sobject, row = given.record()
    org.change(sobject.name, row, {"SystemModstamp": org.now()})
    return {"id": row["Id"]}


def _delete(org: Org, given: Given) -> dict[str, Any]:
    sobject, row = given.record()
    changes.delete_record(org, sobject, row["Id"], given.user_id())
    return {"object": sobject.name, "id": row["Id"]}


def _undelete(org: Org, given: Given) -> dict[str, Any]:
    sobject, row = given.record(deleted=True)
    return {"id": row["Id"], "restored": changes.undelete(org, sobject, row, given.user_id())}


def _purge(org: Org, given: Given) -> dict[str, Any]:
    sobject, row = given.record(deleted=True)
    changes.purge(org, sobject, row)
    return {"object": sobject.name, "id": row["Id"]}


def _convert(org: Org, given: Given) -> dict[str, Any]:
    _, contact = given.record("id", ("Contact",))
    return {"id": contact["Id"], "account": convert_to_person(org, contact, given.user_id())}


def _rename_user(org: Org, given: Given) -> dict[str, Any]:
    user = _user(org, given.text("name"))
    first, _, last = given.text("to").strip().rpartition(" ")
    changes.change_record(org, org.schema["user"], user, {"FirstName": first, "LastName": last}, given.user_id())
    return {"id": user["Id"], "name": user["Name"]}


def _deactivate_user(org: Org, given: Given) -> dict[str, Any]:
    user = _user(org, given.text("name"))
    changes.change_record(org, org.schema["user"], user, {"IsActive": False}, given.user_id())
    return {"id": user["Id"]}


def _user(org: Org, name: str) -> Record:
    for user in org.table("User").kept.values():
        if user["Name"] == name:
            return user
    raise KeyError(f"user {name}")


def _milestone(org: Org, given: Given) -> dict[str, Any]:
    if "casemilestone" not in org.schema:
        raise ActError("CaseMilestone is not in this org (option entitlements).")
    case, name = given.case(), given.text("name", "First Response")
    minutes = given.number("minutes", 1, 10**6, 60)
    completed = given.flag("completed", default=False)
    return {"id": set_milestone(org, case, name, minutes, completed=completed)}


ACTS: dict[str, Act] = {
    "reply": _reply, "note": _note, "post": _post, "edit": _edit, "create": _create, "edit_message": _edit_message,
    "merge_cases": _merge("Case"), "merge_contacts": _merge("Contact"), "merge_accounts": _merge("Account"),
    "delete": _delete, "undelete": _undelete, "purge": _purge, "convert_to_person_account": _convert,
    "rename_user": _rename_user, "deactivate_user": _deactivate_user, "milestone": _milestone,
    "touch": _touch,
}  # fmt: skip
