"""What is asked of an org: the fields our user sees, the query of one page, the cursor between pages. Pure."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

PAGE_ROWS = 2000
MAX_CUSTOM_FIELDS = 100
"""A query is sent as a URL, which Salesforce cuts at about 16 kB."""

OUR_FIELDS = (
    "Sidelight_Annotation__c",
    "Sidelight_Contacts__c",
    "Sidelight_Effort__c",
    "Sidelight_Flags__c",
    "Sidelight_Frustration__c",
    "Sidelight_Headline__c",
    "Sidelight_Promise_Due__c",
)
"""What we write on a case."""

FEEDBACK_FIELD = "Sidelight_Feedback__c"
"""What an agent writes in the sidebar, with the agent's own rights."""

PACKAGE_FIELDS = (*OUR_FIELDS, FEEDBACK_FIELD)
"""What the package brings to a case."""

# a dotted name is read through the lookup before the dot
_WANTED_NAMES = {
    "Account": "Id Name IsDeleted MasterRecordId SystemModstamp",
    "Contact": "Id Name Email Phone MobilePhone AccountId IsDeleted MasterRecordId SystemModstamp",
    "User": "Id Name Email Phone MobilePhone UserType ContactId TimeZoneSidKey LanguageLocaleKey SystemModstamp",
    "Case": "Id CaseNumber Subject Description Status IsClosed Origin Priority Type CreatedDate ClosedDate"
    " SystemModstamp OwnerId Owner.Name ContactId AccountId Account.PersonContactId ParentId Parent.Type"
    " SuppliedEmail SuppliedName SuppliedPhone IsDeleted MasterRecordId",
    "CaseComment": "Id ParentId Parent.Origin CommentBody IsPublished CreatedDate CreatedById CreatedBy.Name"
    " CreatedBy.UserType CreatedBy.ContactId IsDeleted SystemModstamp",
    "EmailMessage": "Id ParentId Parent.CreatedDate Parent.ContactId Parent.ContactEmail Incoming Status FromAddress"
    " FromName TextBody MessageDate CreatedDate CreatedById CreatedBy.Name CreatedBy.UserType AutomationType"
    " HasAttachment IsDeleted SystemModstamp",
    "FeedItem": "Id ParentId Type Body IsRichText Visibility CreatedDate CreatedById CreatedBy.Name CreatedBy.UserType"
    " CreatedBy.ContactId IsDeleted SystemModstamp",
    "CaseHistory": "Id CaseId Field DataType OldValue NewValue CreatedDate CreatedById CreatedBy.UserType IsDeleted",
    "CaseMilestone": "Id CaseId MilestoneType.Name StartDate TargetDate CompletionDate IsCompleted IsViolated IsDeleted"
    " SystemModstamp",
}
WANTED: Mapping[str, tuple[str, ...]] = {name: tuple(text.split()) for name, text in _WANTED_NAMES.items()}
"""What is read of each object, where our user sees it."""

STREAMS = tuple(WANTED)

TIME_FIELD = {stream: "CreatedDate" if stream == "CaseHistory" else "SystemModstamp" for stream in STREAMS}
"""Change history has no SystemModstamp; its rows never change."""

_WRITTEN_POSTS = "Type IN ('ContentPost', 'LinkPost', 'TextPost') AND Parent.Type = 'Case'"
_NO_CONTACT = "ContactId = null"

FIRST_MAIL = "(SELECT Id, CreatedDate FROM EmailMessages WHERE Incoming = true ORDER BY CreatedDate LIMIT 5)"
"""
Email-to-Case copies its mail into the case's description: this tells which cases it has made. A case that others were
merged into holds their earlier mails before its own first one.
"""

_LONG_TYPES = frozenset({"textarea", "encryptedstring", "base64", "location", "address", "anyType", "complexvalue"})
_ID = re.compile(r"[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?")
_ID_LENGTH = 15
_MOMENTS = 16_384
"""Times that are remembered: they have whole seconds, which many rows share, and a row has three."""
_CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """One field as `describe` shows it to our user; a field hidden from it is not shown at all."""

    name: str
    type: str
    updateable: bool
    relationship: str | None
    refers_to: tuple[str, ...]
    values: tuple[str, ...]
    """The active values of a picklist."""


@dataclass(frozen=True, slots=True)
class ObjectInfo:
    """One object as `describe` shows it to our user. `children` are the names of its child relationships."""

    name: str
    createable: bool
    fields: Mapping[str, FieldInfo]
    children: frozenset[str]


Describe = Callable[[str], ObjectInfo | None]


def read_object(answer: Mapping[str, Any]) -> ObjectInfo:
    """Read the answer of an object's `describe` resource."""
    fields = [
        FieldInfo(
            name=row["name"],
            type=row.get("type") or "",
            updateable=bool(row.get("updateable")),
            relationship=row.get("relationshipName"),
            refers_to=tuple(row.get("referenceTo") or ()),
            values=tuple(v["value"] for v in row.get("picklistValues") or () if v.get("active", True)),
        )
        for row in answer.get("fields") or ()
    ]
    children = frozenset(
        str(row["relationshipName"]) for row in answer.get("childRelationships") or () if row.get("relationshipName")
    )
    return ObjectInfo(answer["name"], bool(answer.get("createable")), {f.name: f for f in fields}, children)


def list_fields(sobject: str, describe: Describe) -> list[str]:
    """
    Return what to select of an object: what we want and our user sees, and for a case the org's own fields.

    Of ours only the one that agents write is among them; an org may be without it.
    One hidden field named in a query fails the whole query, so that nothing unseen may be named.
    """
    info = describe(sobject)
    if info is None:
        return []
    names = [name for name in WANTED[sobject] if _is_visible(name, info, describe)]
    if sobject != "Case":
        return names
    feedback = [FEEDBACK_FIELD] if FEEDBACK_FIELD in info.fields else []
    return [*names, *feedback, *list_custom_fields(info)]


def list_custom_fields(info: ObjectInfo) -> list[str]:
    """Return the org's own fields of short types, ours left out. Long texts would shrink each page to 200 rows."""
    own = (f for f in info.fields.values() if f.name.endswith("__c") and not f.name.startswith("Sidelight_"))
    return sorted(f.name for f in own if f.type not in _LONG_TYPES)[:MAX_CUSTOM_FIELDS]


def _is_visible(name: str, info: ObjectInfo, describe: Describe) -> bool:
    lookup, dot, target = name.partition(".")
    if not dot:
        return name in info.fields
    through = next((f for f in info.fields.values() if f.relationship == lookup), None)
    if through is None:
        return False
    if len(through.refers_to) > 1:
        return target == "Name"  # several kinds of target share only what the Name object has
    other = describe(through.refers_to[0]) if through.refers_to else None
    return other is not None and target in other.fields


def build_page_query(stream: str, fields: Sequence[str], at: str, row_id: str, extra: str | None = None) -> str:
    """Return the query of the page of `stream` after a place; `extra` is a subquery to select as well."""
    selected = [*fields, extra] if extra else fields
    whole = build_job_query(stream, selected, at, row_id)
    return f"{whole} ORDER BY {TIME_FIELD[stream]}, Id LIMIT {PAGE_ROWS}"


def build_job_query(stream: str, fields: Sequence[str], at: str, row_id: str) -> str:
    """
    Return the query of all of `stream` after a place, as a Bulk job takes it.

    An order would keep the org from reading in parts, and subqueries are refused.
    """
    time_field, only = TIME_FIELD[stream], _condition(stream, fields)
    after = ""
    if at and row_id:
        after = f"({time_field} = {at} AND Id > '{row_id}') OR {time_field} > {at}"
    elif at:
        after = f"{time_field} >= {at}"
    both = f"{only} AND ({after})" if only and after else only or after
    where = f" WHERE {both}" if both else ""
    return f"SELECT {', '.join(fields)} FROM {stream}{where}"  # noqa: S608 - names and checked ids only


def _condition(stream: str, fields: Sequence[str]) -> str | None:
    """
    Return what of an object is read.

    Of feeds, what somebody has written on a case. Of users, those who are nobody's Contact: a portal user's words are
    the Contact's, and a large site has more of them than it has cases.
    """
    if stream == "User" and "ContactId" in fields:
        return _NO_CONTACT
    return _WRITTEN_POSTS if stream == "FeedItem" else None


def build_ids_query(sobject: str, fields: Sequence[str], key: str, ids: Iterable[str], extra: str | None = None) -> str:
    """Return the query of the rows whose `key` is one of `ids`, oldest first."""
    order = f"{TIME_FIELD.get(sobject, 'Id')}, Id" if sobject in TIME_FIELD else "Id"
    listed = ", ".join(f"'{row_id}'" for row_id in sorted(set(ids)))
    selected = ", ".join([*fields, extra] if extra else fields)
    return f"SELECT {selected} FROM {sobject} WHERE {key} IN ({listed}) ORDER BY {order}"  # noqa: S608 - names and checked ids only


@lru_cache(maxsize=_MOMENTS)
def parse_time(text: str) -> datetime:
    """Read a Salesforce time (`2026-10-02T09:12:00.000+0000`) as aware UTC; ValueError where it is none."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no zone")
    return moment.astimezone(UTC)


def format_time(moment: datetime) -> str:
    """Write a time as a SOQL literal, which is not quoted."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def is_id(text: str) -> bool:
    """Whether `text` has the form of a record id (15 or 18 letters and digits); nothing else gets into a query."""
    return _ID.fullmatch(text) is not None


def long_id(text: str) -> str:
    """Return the 18-character form of an id: three more characters say which letters are capitals."""
    if len(text) != _ID_LENGTH:
        return text
    checksum = ""
    for start in (0, 5, 10):
        bits = sum(1 << i for i, char in enumerate(text[start : start + 5]) if char.isascii() and char.isupper())
        checksum += _CHECKSUM[bits]
    return text + checksum
