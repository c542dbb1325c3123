"""The standard objects of a new org with Service Cloud, and the three custom Case fields that this org's admin made."""

from sandbox.salesforce.fieldtypes import (
    AUDIT,
    IDENTITY,
    area,
    email,
    flag,
    lookup,
    moment,
    number,
    phone,
    pick,
    text,
)
from sandbox.salesforce.schema import Field, SObject

CASE_STATUSES = (("New", False), ("Working", False), ("Waiting on Customer", False), ("On Hold", False),
                 ("Escalated", False), ("Closed", True))  # fmt: skip
# What a world calls a status or priority -> what this org does.
STATUS_NAMES = {
    "new": "New", "open": "Working", "pending": "Waiting on Customer", "hold": "On Hold",
    "solved": "Closed", "closed": "Closed",
}  # fmt: skip
PRIORITY_NAMES = {"urgent": "High", "high": "High", "normal": "Medium", "low": "Low"}
ORIGINS = "Email|Web|Chat|Messaging|Phone|Social"

_BODY_LENGTH = 32_000
_MAIL_LENGTH = 131_072
COMMENT_BYTES = 4000

_ORG_FIELDS = (
    text("Team__c", label="Team", tracked=True),
    text("Tags__c", label="Tags", tracked=True),
    pick("CSAT__c", "good|bad", label="CSAT", restricted=True),
)

ADMINS_FIELDS = frozenset(field.name for field in _ORG_FIELDS)
"""Custom fields that were in the org before anything was deployed."""

_CASE = (
    flag("IsDeleted"),
    lookup("MasterRecordId", "Case", ""),
    text("CaseNumber", 30, "", nillable=False),
    lookup("ContactId", "Contact"),
    lookup("AccountId", "Account"),
    lookup("ParentId", "Case"),
    text("SuppliedName", 80),
    email("SuppliedEmail"),
    text("SuppliedPhone", 40),
    text("SuppliedCompany", 80),
    pick("Type", "Question|Problem|Feature Request"),
    pick("Status", "|".join(name for name, _ in CASE_STATUSES), default="New", tracked=True),
    pick("Reason", "User didn't attend training|Complex functionality|Existing problem|New problem|Other"),
    pick("Origin", ORIGINS),
    text("Subject", tracked=True),
    pick("Priority", "High|Medium|Low", default="Medium", tracked=True),
    area("Description", _BODY_LENGTH),
    flag("IsClosed"),
    moment("ClosedDate"),
    flag("IsEscalated", "cu", tracked=True),
    lookup("OwnerId", "Group|User", nillable=False, default="", tracked=True),
    *AUDIT[1:],
    phone("ContactPhone", ""),
    phone("ContactMobile", ""),
    email("ContactEmail", ""),
    area("Comments", COMMENT_BYTES),
    moment("LastViewedDate"),
    moment("LastReferencedDate"),
    *_ORG_FIELDS,
)

_COMMENT = (
    lookup("ParentId", "Case", "c", nillable=False),
    flag("IsPublished", "cu"),
    area("CommentBody", COMMENT_BYTES, byte_length=COMMENT_BYTES),
    *AUDIT,
)

_MAIL = (
    lookup("ParentId", "Case", "c"),
    lookup("CreatedById", "User", "", nillable=False),
    *(f for f in AUDIT if f.name != "CreatedById"),
    area("TextBody", _MAIL_LENGTH, "c"),
    area("HtmlBody", _MAIL_LENGTH, "c"),
    area("Headers", _BODY_LENGTH, "c"),
    text("Subject", 3000, "c"),
    text("FromName", 1000, "c"),
    email("FromAddress", "c"),
    area("ToAddress", COMMENT_BYTES, "c", filterable=False),
    area("CcAddress", COMMENT_BYTES, "c", filterable=False),
    flag("Incoming", "c"),
    flag("HasAttachment"),
    pick("Status", "0|1|2|3|4|5", labels=("New", "Read", "Replied", "Sent", "Forwarded", "Draft"), default="0"),
    moment("MessageDate", "c"),
    text("MessageIdentifier", 765, "c"),
    text("ThreadIdentifier", 765, "c"),
    lookup("ReplyToEmailMessageId", "EmailMessage", "c"),
    lookup("RelatedToId", "Case", "c", relationship="RelatedTo"),
    pick("AutomationType", "AiAssisted|AiAutomated", "c", restricted=True),
)

_FEED_ITEM = (
    lookup("ParentId", "Case|Contact|Account|User", "c", nillable=False),
    pick("Type", "TextPost|ContentPost|LinkPost|CaseCommentPost|EmailMessageEvent|ChangeStatusPost", "c",
         default="TextPost", restricted=True),
    area("Body", 10_000),
    pick("Visibility", "AllUsers|InternalUsers", default="InternalUsers", restricted=True),
    flag("IsRichText", "cu"),
    *AUDIT,
)  # fmt: skip

_HISTORY = (
    flag("IsDeleted"),
    lookup("CaseId", "Case", "", nillable=False),
    lookup("CreatedById", "User", "", nillable=False),
    moment("CreatedDate", nillable=False),
    pick("Field", "", "", nillable=False),
    pick("DataType", "Text|DynamicEnum|EntityId|Boolean|DateTime|Double|MultiEnum", ""),
    Field("OldValue", "anyType", filterable=False),
    Field("NewValue", "anyType", filterable=False),
)

_CONTACT = (
    flag("IsDeleted"),
    lookup("MasterRecordId", "Contact", ""),
    lookup("AccountId", "Account"),
    text("LastName", 80, nillable=False),
    text("FirstName", 40),
    text("Name", 121, "", nillable=False),
    phone("Phone"),
    phone("MobilePhone"),
    phone("HomePhone"),
    phone("OtherPhone"),
    email("Email"),
    text("Title", 128),
    Field("MailingAddress", "address", 0, filterable=False),
    area("Description", _BODY_LENGTH),
    lookup("OwnerId", "User", nillable=False, default=""),
    *AUDIT[1:],
)

_ACCOUNT = (
    flag("IsDeleted"),
    lookup("MasterRecordId", "Account", ""),
    text("Name", nillable=False),
    pick("Type", "Customer|Partner|Other"),
    phone("Phone"),
    text("Website"),
    area("Description", _BODY_LENGTH),
    lookup("OwnerId", "User", nillable=False, default=""),
    *AUDIT[1:],
)

_USER = (
    text("Username", 80, "", nillable=False),
    text("LastName", 80, "", nillable=False),
    text("FirstName", 40, ""),
    text("Name", 121, "", nillable=False),
    email("Email", "", nillable=False),
    phone("Phone", ""),
    phone("MobilePhone", ""),
    text("Alias", 8, "", nillable=False),
    flag("IsActive"),
    pick("UserType", "Standard|PowerPartner|CspLitePortal|CustomerSuccess|PowerCustomerSuccess|CsnOnly|Guest"
         "|AutomatedProcess", ""),
    pick("TimeZoneSidKey", "", "", restricted=True),
    pick("LanguageLocaleKey", "", "", restricted=True),
    pick("LocaleSidKey", "", "", restricted=True),
    lookup("ContactId", "Contact", ""),
    lookup("AccountId", "Account", ""),
    *AUDIT[1:],
)  # fmt: skip

_GROUP = (
    text("Name", 40, nillable=False),
    text("DeveloperName", 80),
    pick("Type", "Regular|Role|Organization|Queue|Manager"),
    email("Email"),
    *AUDIT[1:],
)
_MEMBER = (
    lookup("GroupId", "Group", nillable=False),
    lookup("UserOrGroupId", "Group|User", relationship=None, nillable=False),
    AUDIT[-1],
)
_CASE_STATUS = (
    text("ApiName", w=""),
    text("MasterLabel", w=""),
    number("SortOrder"),
    flag("IsDefault"),
    flag("IsClosed"),
    *AUDIT[1:],
)
_ORGANIZATION = (
    text("Name", 80, ""),
    pick("TimeZoneSidKey", "", ""),
    pick("LanguageLocaleKey", "", ""),
    pick("DefaultLocaleSidKey", "", ""),
    pick("OrganizationType", "", ""),
    text("InstanceName", 5, ""),
    flag("IsSandbox"),
    *AUDIT[1:],
)
_DOCUMENT = (
    text("Title", nillable=False),
    text("FileExtension", 40, ""),
    text("FileType", 20, ""),
    number("ContentSize"),
    *AUDIT,
)
_DOCUMENT_LINK = (
    lookup("LinkedEntityId", "Case|EmailMessage|CaseComment", relationship="LinkedEntity", nillable=False),
    lookup("ContentDocumentId", "ContentDocument", nillable=False),
    flag("IsDeleted"),
    AUDIT[-1],
    pick("ShareType", "V|C|I"),
    pick("Visibility", "AllUsers|InternalUsers|SharedUsers"),
)
# What a lookup to several objects is told as.
_NAME = (
    text("Name", w=""),
    text("FirstName", w=""),
    text("LastName", w=""),
    text("Type", w=""),
    email("Email", ""),
    phone("Phone", ""),
    text("Alias", w=""),
    text("Username", w=""),
    flag("IsActive"),
)


def make_object(name: str, prefix: str, fields: tuple[Field, ...], **more: object) -> SObject:
    """Return an object of these fields, and of the Id that all have; `more` are fields of SObject."""
    label = "".join(" " + c if c.isupper() and i else c for i, c in enumerate(name))
    table = {f.name.lower(): f for f in (IDENTITY, *fields)}
    # the values' types are those of SObject, which checks nothing by itself
    return SObject(name=name, label=label, prefix=prefix, fields=table, **more)  # type: ignore[arg-type]


READ_ONLY = {"createable": False, "updateable": False, "deletable": False}

OBJECTS: tuple[SObject, ...] = (
    make_object("Case", "500", _CASE, children=(
        ("CaseComments", "CaseComment", "ParentId"), ("EmailMessages", "EmailMessage", "ParentId"),
        ("Histories", "CaseHistory", "CaseId"), ("Cases", "Case", "ParentId"), ("Feeds", "FeedItem", "ParentId"),
        ("ContentDocumentLinks", "ContentDocumentLink", "LinkedEntityId"))),
    make_object("CaseComment", "00a", _COMMENT),
    make_object("EmailMessage", "02s", _MAIL, children=(
        ("ContentDocumentLinks", "ContentDocumentLink", "LinkedEntityId"),)),
    make_object("FeedItem", "0D5", _FEED_ITEM),
    make_object("CaseHistory", "017", _HISTORY, **READ_ONLY),
    make_object("Contact", "003", _CONTACT, children=(("Cases", "Case", "ContactId"), ("Users", "User", "ContactId"))),
    make_object("Account", "001", _ACCOUNT, children=(
        ("Cases", "Case", "AccountId"), ("Contacts", "Contact", "AccountId"))),
    make_object("User", "005", _USER, **READ_ONLY),
    make_object("Group", "00G", _GROUP, children=(("GroupMembers", "GroupMember", "GroupId"),)),
    make_object("GroupMember", "011", _MEMBER),
    make_object("CaseStatus", "01J", _CASE_STATUS, replicateable=False, bulk=False, **READ_ONLY),
    make_object("Organization", "00D", _ORGANIZATION, replicateable=False, **READ_ONLY),
    make_object("ContentDocument", "069", _DOCUMENT),
    make_object("ContentDocumentLink", "06A", _DOCUMENT_LINK, replicateable=False),
)  # fmt: skip

NAME = make_object("Name", "", _NAME, **READ_ONLY)
