"""The org as the agent's page and the control API see it."""

from datetime import datetime
from typing import Any

from sandbox.desk import DeskAgent, DeskComment, DeskField, DeskTicket
from sandbox.salesforce.conversation import Author, add_customer_reply, add_team_message
from sandbox.salesforce.ids import long_id
from sandbox.salesforce.people import page_agent
from sandbox.salesforce.schema import Field
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record

_ORG_FIELDS = ("Team__c", "Tags__c", "CSAT__c")


class SalesforceDesk:
    """What agents see in the org. Each method holds the org's lock while it looks."""

    vendor = "salesforce"

    def __init__(self, org: Org) -> None:
        self._org = org
        self.company = org.options.company

    def list_tickets(self) -> list[DeskTicket]:
        """Return all Cases, the last changed first, without their conversations; of a generated world the changed."""
        with self._org.lock:
            cases = [case for case in self._org.table("Case").kept.values() if not case["IsDeleted"]]
            cases.sort(key=lambda case: case["SystemModstamp"], reverse=True)
            return [self._ticket(case, ()) for case in cases]

    def read_ticket(self, ticket_id: str) -> DeskTicket:
        """Return one Case with its conversation; KeyError where there is none."""
        with self._org.lock:
            case = self._case(ticket_id)
            return self._ticket(case, tuple(self._conversation(case)))

    def reply_as_customer(self, ticket_id: str, text: str) -> None:
        """Add the contact's message by the Case's channel; KeyError where there is none."""
        with self._org.lock:
            add_customer_reply(self._org, self._case(ticket_id), text)

    def agent(self) -> DeskAgent:
        """Return whom whoever opens the page is signed in as."""
        with self._org.lock:
            user = page_agent(self._org)
            locale = str(user["LocaleSidKey"]).replace("_", "-")
            return DeskAgent(user["Id"], user["Name"], locale, user["TimeZoneSidKey"])

    def reply_as_agent(self, ticket_id: str, text: str) -> None:
        """Add a public message by that agent; KeyError where there is no such Case."""
        with self._org.lock:
            user = page_agent(self._org)
            author = Author(user["Id"], user["Name"], "agent")
            add_team_message(self._org, self._case(ticket_id), text, author, public=True)

    def now(self) -> datetime:
        """Return the org's present moment."""
        return self._org.now()

    def version(self) -> int:
        """Return a number that grows with every change."""
        return self._org.changes

    def ids(self) -> dict[str, str]:
        """Return the Case's id for each Salesforce ticket of the world."""
        with self._org.lock:
            return dict(self._org.world_ids)

    def written_comments(self) -> list[dict[str, Any]]:
        """Return the comments, mails and posts written through the API, oldest first."""
        with self._org.lock:
            return [self._written(name, row_id) for name, row_id in self._org.written]

    def _written(self, name: str, row_id: str) -> dict[str, Any]:
        row = self._org.rows(name)[row_id]
        public = {"CaseComment": bool(row.get("IsPublished")), "FeedItem": row.get("Visibility") == "AllUsers"}
        body = row.get("CommentBody") or row.get("TextBody") or row.get("HtmlBody") or row.get("Body")
        author = self._name(row["CreatedById"])
        more = {"author_id": row["CreatedById"], "author": author, "at": row["CreatedDate"].isoformat()}
        told = {"object": name, "id": row_id, "ticket": row.get("ParentId"), "body": body or ""}
        # a mail leaves the house, whoever reads it
        return told | {"public": public.get(name, True)} | more

    def _case(self, ticket_id: str) -> Record:
        case = self._org.rows("Case").get(long_id(ticket_id) or "")
        if case is None or case["IsDeleted"]:
            raise KeyError(ticket_id)
        return case

    def _name(self, user_id: str) -> str:
        row = self._org.rows("User").get(user_id) or self._org.rows("Group").get(user_id) or {}
        return str(row.get("Name") or "?")

    def _ticket(self, case: Record, conversation: tuple[DeskComment, ...]) -> DeskTicket:
        org = self._org
        contact = org.rows("Contact").get(case.get("ContactId") or "", {})
        owner = org.rows("User").get(case["OwnerId"])
        queue = org.rows("Group").get(case["OwnerId"])
        return DeskTicket(
            id=case["Id"],
            number=case["CaseNumber"],
            subject=case.get("Subject") or "",
            status=case["Status"],
            channel=case.get("Origin") or "",
            priority=case.get("Priority"),
            requester=contact.get("Name") or case.get("SuppliedName") or "",
            requester_contact=contact.get("Email") or contact.get("Phone") or case.get("SuppliedEmail") or "",
            assignee=owner["Name"] if owner else None,
            group=case.get("Team__c") or (queue["Name"] if queue else None),
            created_at=case["CreatedDate"],
            updated_at=case["LastModifiedDate"],
            tags=tuple(filter(None, (case.get("Tags__c") or "").split(";"))),
            fields=tuple(
                DeskField(field.name, field.label or field.name, _shown(field, case.get(field.name)))
                for field in org.schema["case"].fields.values()
                if field.custom and field.name not in _ORG_FIELDS
            ),
            conversation=conversation,
            satisfaction=case.get("CSAT__c"),
        )

    def _conversation(self, case: Record) -> list[DeskComment]:
        org = self._org
        mails = [m for m in org.table("EmailMessage").having("ParentId", case["Id"]) if not m["IsDeleted"]]
        comments = [c for c in org.table("CaseComment").having("ParentId", case["Id"]) if not c["IsDeleted"]]
        entries = [self._mail(mail) for mail in mails] + [self._comment(comment) for comment in comments]
        copied = any(mail["Incoming"] and mail["CreatedDate"] == case["CreatedDate"] for mail in mails)
        if case.get("Description") and not copied:
            contact = org.rows("Contact").get(case.get("ContactId") or "", {})
            author = contact.get("Name") or self._name(case["CreatedById"])
            at, text = case["CreatedDate"], case["Description"]
            names = self._attachments(case["Id"], at)
            entries.append(DeskComment(case["Id"], at, author, "customer", public=True, text=text, attachments=names))
        return sorted(entries, key=lambda entry: entry.at)

    def _mail(self, mail: Record) -> DeskComment:
        bot = mail.get("AutomationType") == "AiAutomated"
        role = "customer" if mail["Incoming"] else "bot" if bot else self._role(mail["CreatedById"])
        author = mail.get("FromName") or mail.get("FromAddress") or self._name(mail["CreatedById"])
        text, names = mail.get("TextBody") or "", self._attachments(mail["Id"])
        at, html = mail["MessageDate"], mail.get("HtmlBody")
        return DeskComment(mail["Id"], at, author, role, public=True, text=text, html=html, attachments=names)

    def _comment(self, row: Record) -> DeskComment:
        author, role = self._name(row["CreatedById"]), self._role(row["CreatedById"])
        text = row.get("CommentBody") or ""
        at, names = row["CreatedDate"], self._attachments(row["ParentId"], row["CreatedDate"])
        return DeskComment(row["Id"], at, author, role, row["IsPublished"], text, attachments=names)

    def _attachments(self, entity: str, at: datetime | None = None) -> tuple[str, ...]:
        """Return the names of the files of a record, or of those that came to it at `at`: comments hold none."""
        links = self._org.table("ContentDocumentLink").having("LinkedEntityId", entity)
        files = [self._org.rows("ContentDocument")[link["ContentDocumentId"]] for link in links]
        files = [file for file in files if at is None or file["CreatedDate"] == at]
        return tuple(".".join(filter(None, (f["Title"], f["FileExtension"]))) for f in files)

    def _role(self, user_id: str) -> str:
        if user_id == self._org.run_as_id:
            return "app"
        kind = self._org.rows("User").get(user_id, {}).get("UserType")
        return {"CspLitePortal": "customer", "Guest": "customer", "AutomatedProcess": "bot"}.get(str(kind), "agent")


def _shown(field: Field, value: Any) -> str | int | float | tuple[str, ...] | None:
    labels = dict(zip(field.values, field.labels or field.values, strict=True))
    if field.type == "multipicklist":
        return tuple(labels.get(part, part) for part in str(value).split(";")) if value else ()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return None if value is None else labels.get(str(value), str(value))
