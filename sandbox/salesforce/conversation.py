"""Messages of a Case: where each is kept, by its author and the Case's channel."""

import html
from dataclasses import dataclass
from datetime import datetime

from sandbox.salesforce.messaging import is_off_platform, keep_session
from sandbox.salesforce.people import People, portal_user
from sandbox.salesforce.standard import COMMENT_BYTES
from sandbox.salesforce.state import Org
from sandbox.salesforce.table import Record
from sandbox.world import WorldComment

_MAIL_READ, _MAIL_SENT = "1", "3"


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody of the team: `role` is `agent` or `bot`."""

    user_id: str
    name: str
    role: str


def support_address(org: Org) -> str:
    """Return the address that customers write to."""
    return f"support@{org.options.company}.example"


def add_message(
    org: Org, people: People, case: Record, contact: Record, comment: WorldComment, *, described: bool
) -> None:
    """Put one message of the world on its Case. `described`: the Case's Description holds its text already."""
    if comment.public and is_off_platform(org, case):
        keep_session(org, case)
        return
    at = comment.at.replace(microsecond=0)
    if comment.role == "customer":
        author = people.automated_id if case["Origin"] == "Email" else people.portal_user(contact)
    else:
        author = people.bot(comment.name or "Bot") if comment.role == "bot" else people.agent(comment.name or "Agent")
    entity = case["Id"]
    if case["Origin"] == "Email" and comment.public:
        entity = _mail(org, case, contact, comment, author, at)["Id"]
    elif not described and comment.text:
        for part in split_text(comment.text):
            values = {"ParentId": case["Id"], "CommentBody": part, "IsPublished": comment.public}
            org.insert("CaseComment", values, author, at)
    for name in comment.attachments:
        _attach(org, entity, name, author, at, public=comment.public)


def add_customer_reply(org: Org, case: Record, text: str) -> tuple[str, str]:
    """Add the customer's message by the Case's channel; returns (object, id). The Flow is told."""
    contact = org.rows("Contact").get(case.get("ContactId") or "")
    if contact is None:
        raise KeyError(case["Id"])
    if is_off_platform(org, case):
        return "MessagingSession", keep_session(org, case)
    now = org.now()
    with org.transaction():
        if case["Origin"] == "Email":
            comment = WorldComment(now, "customer", None, text)
            author = org.automated_id
            name, row = "EmailMessage", _mail(org, case, contact, comment, author, now)
        else:
            author = portal_user(org, contact, org.portal_users)
            for part in split_text(text):
                values = {"ParentId": case["Id"], "CommentBody": part, "IsPublished": True}
                name, row = "CaseComment", org.insert("CaseComment", values, author, now)
        org.touch_case(case["Id"], author)
    return name, row["Id"]


def add_team_message(org: Org, case: Record, text: str, author: Author, *, public: bool) -> tuple[str, str]:
    """Add a message of an agent or bot: a mail, or a CaseComment, which is unpublished where it is not public."""
    if public and is_off_platform(org, case):
        return "MessagingSession", keep_session(org, case)
    contact = org.rows("Contact").get(case.get("ContactId") or "")
    now = org.now()
    with org.transaction():
        if public and case["Origin"] == "Email" and contact is not None:
            comment = WorldComment(now, author.role, author.name, text)
            name, row = "EmailMessage", _mail(org, case, contact, comment, author.user_id, now)
        else:
            for part in split_text(text):
                values = {"ParentId": case["Id"], "CommentBody": part, "IsPublished": public}
                name, row = "CaseComment", org.insert("CaseComment", values, author.user_id, now)
        org.touch_case(case["Id"], author.user_id)
    return name, row["Id"]


def open_case(org: Org, contact: Record, subject: str, text: str, origin: str) -> Record:
    """Open a Case as its contact does, by a channel, with a first message. The Flow is told."""
    described = origin in ("Email", "Web", "Phone")
    now = org.now()
    table = org.tables["Case"]
    table.last_number += 1
    with org.transaction():
        author = org.automated_id if described else portal_user(org, contact, org.portal_users)
        values = {
            "CaseNumber": f"{table.last_number:08d}", "Subject": subject, "Status": "New", "Origin": origin,
            "Priority": "Medium", "ContactId": contact["Id"], "AccountId": contact.get("AccountId"),
            "ContactEmail": contact.get("Email"), "ContactPhone": contact.get("Phone"),
            "OwnerId": org.rule_queue_id, "IsClosed": False, "Description": text if described else None,
        }  # fmt: skip
        case = org.insert("Case", values, author, now)
        org.insert("CaseHistory", {"CaseId": case["Id"], "Field": "created", "DataType": "Text"}, author, now)
        if origin not in ("Web", "Phone"):
            add_customer_reply(org, case, text)
        org.touch_case(case["Id"], author)
    return case


def split_text(text: str) -> list[str]:
    """Return `text` in parts of at most 4,000 bytes of UTF-8, cut between words where that can be."""
    parts = []
    rest = text
    while len(rest.encode()) > COMMENT_BYTES:
        fits = rest.encode()[:COMMENT_BYTES].decode(errors="ignore")
        cut = max(fits.rfind(" "), fits.rfind("\n"))
        cut = cut if cut > len(fits) // 2 else len(fits)
        parts.append(rest[:cut])
        rest = rest[cut:].lstrip()
    return [*parts, rest] if rest or not parts else parts


def _mail(org: Org, case: Record, contact: Record, comment: WorldComment, author: str, at: datetime) -> Record:
    incoming = comment.role == "customer"
    customer = (contact.get("Email"), contact["Name"])
    team = (support_address(org), comment.name)
    sender, receiver = (customer, team) if incoming else (team, customer)
    first = incoming and comment.text[:100] == (case.get("Description") or "")[:100] and at == case["CreatedDate"]
    lines = html.escape(comment.text, quote=False).replace("\n", "<br>")
    values = {
        "ParentId": case["Id"], "RelatedToId": case["Id"], "Incoming": incoming,
        "Status": _MAIL_READ if incoming else _MAIL_SENT,
        "Subject": (case.get("Subject") or "") if first else f"Re: {case.get('Subject') or ''}",
        "FromAddress": sender[0], "FromName": sender[1], "ToAddress": receiver[0],
        "TextBody": comment.text or None, "HtmlBody": f"<html><body>{lines}</body></html>" if comment.text else None,
        "MessageDate": at, "HasAttachment": bool(comment.attachments),
        "AutomationType": "AiAutomated" if comment.role == "bot" else None,
    }  # fmt: skip
    row = org.insert("EmailMessage", values, author, at)
    org.change("EmailMessage", row, {"MessageIdentifier": f"<{row['Id']}@{org.options.company}.example>"})
    return row


def _attach(org: Org, entity: str, file_name: str, author: str, at: datetime, *, public: bool) -> None:
    title, _, extension = file_name.rpartition(".")
    values = {"Title": title or file_name, "FileExtension": extension if title else None,
              "FileType": extension.upper() if title else None, "ContentSize": 1}  # fmt: skip
    document = org.insert("ContentDocument", values, author, at)
    visibility = "AllUsers" if public else "InternalUsers"
    link = {"LinkedEntityId": entity, "ContentDocumentId": document["Id"], "ShareType": "V", "Visibility": visibility}
    org.insert("ContentDocumentLink", link, author, at)
