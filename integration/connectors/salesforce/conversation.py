"""
What was said on a case, from the three objects that hold it: CaseComment, EmailMessage and FeedItem. Pure.

Who wrote it:

    object        what decides                                   role
    CaseComment,  UserType of who made it is a portal's          customer (the Contact behind the user)
    FeedItem      … Automated Process, the customer can read it  bot
                  … Automated Process, internal                  automation
                  … anything else                                agent
    CaseComment   unpublished, by us, with our key in it         sidelight
    EmailMessage  Incoming                                       customer (the case's Contact, or the address)
                  AutomationType is AiAutomated                  bot
                  made by Automated Process                      automation: auto-responses and alerts
                  anything else; AiAssisted too                  agent

The customer can read what is a mail, a published comment, or a post that AllUsers see.
"""

from collections.abc import Iterable, Mapping, Sequence
from html.parser import HTMLParser
from typing import Any

from integration.connectors.salesforce.mapping import (
    AUTOMATIC_USERS,
    CASE_PREFIX,
    OUTSIDE_USERS,
    came_together,
    description_id,
    map_channel,
    supplied_ref,
    user_id_of,
)
from integration.connectors.salesforce.soql import parse_time
from integration.model import NOTE_KEY, Channel, Comment, ContactRef, Role, TicketRef

_DRAFT = "5"
_BLOCKS = frozenset({"p", "div", "br", "tr", "li", "table", "blockquote", "h1", "h2", "h3", "h4", "pre"})
_HIDDEN = frozenset({"style", "script", "head", "title"})


def map_case_comment(row: Mapping[str, Any], connection: str, our_user: str | None) -> Comment | None:
    """Return the comment that a CaseComment row shows; None where it is deleted or hangs on nothing."""
    if row.get("IsDeleted") or not row.get("ParentId"):
        return None
    creator = row.get("CreatedBy") or {}
    public = bool(row.get("IsPublished"))
    text = row.get("CommentBody") or ""
    role = role_of(creator.get("UserType"), public=public)
    if not public and is_ours(row.get("CreatedById"), our_user) and NOTE_KEY.search(text):
        role = Role.SIDELIGHT
    return Comment(
        ticket=TicketRef(connection, row["ParentId"]),
        id=comment_id(row),
        at=parse_time(row["CreatedDate"]),
        author=_author(row, connection),
        role=role,
        public=public,
        text=text,
        author_name=creator.get("Name"),
        channel=map_channel((row.get("Parent") or {}).get("Origin")),
    )


def map_feed_item(row: Mapping[str, Any], connection: str) -> Comment | None:
    """Return the comment that a FeedItem row shows; None where it is deleted, empty, or on no case."""
    text, parent = row.get("Body") or "", str(row.get("ParentId") or "")
    if row.get("IsDeleted") or not text.strip() or not parent.startswith(CASE_PREFIX):
        return None
    creator = row.get("CreatedBy") or {}
    public = row.get("Visibility") == "AllUsers"
    return Comment(
        ticket=TicketRef(connection, parent),
        id=feed_id(row),
        at=parse_time(row["CreatedDate"]),
        author=_author(row, connection),
        role=role_of(creator.get("UserType"), public=public),
        public=public,
        text=read_html(text) if row.get("IsRichText") else text,
        author_name=creator.get("Name"),
        channel=Channel.WEB,
    )


def repeated_descriptions(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """
    Return our ids of the descriptions that these mails repeat: Email-to-Case copies the mail that makes a case.

    A Bulk job reads a case without its mails, and its description for the customer's words; here that is taken back.
    """
    return [
        description_id(row["ParentId"])
        for row in rows
        if row.get("Incoming")
        and not row.get("IsDeleted")
        and (row.get("Parent") or {}).get("CreatedDate")
        and came_together(row["CreatedDate"], row["Parent"]["CreatedDate"])
    ]


def map_email(row: Mapping[str, Any], connection: str, files: Sequence[str] = ()) -> Comment | None:
    """
    Return the comment that an EmailMessage row shows; None for a deleted mail, a draft, and mail of no case.

    Args:
        row: The mail.
        connection: Whose it is.
        files: Names of the files that hang on it.
    """
    parent = str(row.get("ParentId") or "")
    if row.get("IsDeleted") or row.get("Status") == _DRAFT or not parent.startswith(CASE_PREFIX):
        return None
    incoming = bool(row.get("Incoming"))
    return Comment(
        ticket=TicketRef(connection, parent),
        id=email_id(row),
        at=parse_time(row.get("MessageDate") or row["CreatedDate"]),
        author=_writer(row, connection) if incoming else _sender(row, connection),
        role=Role.CUSTOMER if incoming else _outgoing_role(row),
        public=True,
        text=row.get("TextBody") or read_html(row.get("HtmlBody") or ""),
        author_name=row.get("FromName") or row.get("FromAddress"),
        channel=Channel.EMAIL,
        attachments=tuple(files),
    )


def role_of(user_type: str | None, *, public: bool) -> Role:
    """Return the role of a comment whose creator is a user of this type."""
    if user_type in AUTOMATIC_USERS:
        return Role.BOT if public else Role.AUTOMATION
    return Role.CUSTOMER if user_type in OUTSIDE_USERS else Role.AGENT


def is_ours(user_id: Any, our_user: str | None) -> bool:
    """Whether a record was made by the user that we run as; True where that is not known (the key must decide)."""
    return our_user is None or user_id_of(user_id) == user_id_of(our_user)


def comment_id(row: Mapping[str, Any]) -> str:
    """Return our id of a CaseComment row."""
    return f"comment:{row['Id']}"


def email_id(row: Mapping[str, Any]) -> str:
    """Return our id of an EmailMessage row."""
    return f"email:{row['Id']}"


def feed_id(row: Mapping[str, Any]) -> str:
    """Return our id of a FeedItem row."""
    return f"feed:{row['Id']}"


def file_name(row: Mapping[str, Any]) -> str:
    """Return the name of the file that a ContentDocumentLink row leads to."""
    document = row.get("ContentDocument") or {}
    title, extension = str(document.get("Title") or ""), document.get("FileExtension")
    return title if not extension or title.endswith(f".{extension}") else f"{title}.{extension}"


def read_html(html: str) -> str:
    """Return the text of a mail that has only HTML: blocks on lines of their own, no markup, no styles."""
    reader = _Text()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    text: list[str] = []
    for line in lines:
        if line or (text and text[-1]):
            text.append(line)
    return "\n".join(text).strip()


def _author(row: Mapping[str, Any], connection: str) -> ContactRef | None:
    # a portal user is the same person as the Contact behind it
    author = (row.get("CreatedBy") or {}).get("ContactId") or row.get("CreatedById")
    return ContactRef(connection, author) if author else None


def _writer(row: Mapping[str, Any], connection: str) -> ContactRef | None:
    """Return who sent an incoming mail: the case's contact where the address is theirs, else the address itself."""
    case, address = row.get("Parent") or {}, str(row.get("FromAddress") or "").strip().lower()
    known = str(case.get("ContactEmail") or "").strip().lower()
    if case.get("ContactId") and (not address or not known or address == known):
        return ContactRef(connection, case["ContactId"])
    return supplied_ref(address, connection)


def _sender(row: Mapping[str, Any], connection: str) -> ContactRef | None:
    return ContactRef(connection, row["CreatedById"]) if row.get("CreatedById") else None


def _outgoing_role(row: Mapping[str, Any]) -> Role:
    if row.get("AutomationType") == "AiAutomated":
        return Role.BOT
    if (row.get("CreatedBy") or {}).get("UserType") in AUTOMATIC_USERS:
        return Role.AUTOMATION  # auto-responses and alerts
    return Role.AGENT


class _Text(HTMLParser):
    """Collects what a mail's HTML shows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's own
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in _BLOCKS:
            self.parts.append("\n")
        elif tag in ("td", "th"):
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _BLOCKS and tag != "br":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data.replace("\n", " "))
