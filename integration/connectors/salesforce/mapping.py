"""
What Salesforce says, in our nouns: cases, accounts, contacts and users. Pure.

A case's status is decided by IsClosed first, then by the words of its label (see `_STATUS_WORDS`): closed is solved,
"Waiting on Customer" is pending, "On Hold" is hold, and whatever else is open, "Escalated" too.
"""

from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from integration.connectors.salesforce.soql import FEEDBACK_FIELD, long_id, parse_time
from integration.feedback import read_feedback
from integration.model import Account, Channel, Comment, Contact, ContactRef, Role, Score, Status, Ticket, TicketRef

WELL_KNOWN_FIELDS = ("Team__c", "CSAT__c", "Tags__c")
"""
Custom fields that mean something to us where an org has them: the team's name, the customer's score (`good` or `bad`),
and tags joined by semicolons.
"""

CASE_PREFIX = "500"
USER_PREFIX = "005"
QUEUE_PREFIX = "00G"

AUTOMATIC_USERS = frozenset({"AutomatedProcess", "CloudIntegrationUser"})
OUTSIDE_USERS = frozenset(
    {
        "CspLitePortal",
        "CustomerSuccess",
        "PowerCustomerSuccess",
        "PowerPartner",
        "Guest",
        "SelfService",
    }
)
"""Portal and site users: what they write is the customer's word."""

_STATUS_WORDS: tuple[tuple[str, Status], ...] = (
    ("on hold", Status.HOLD),
    ("hold", Status.HOLD),
    ("waiting on customer", Status.PENDING),
    ("waiting for customer", Status.PENDING),
    ("awaiting customer", Status.PENDING),
    ("customer to respond", Status.PENDING),
    ("pending", Status.PENDING),
    ("new", Status.NEW),
)
_CHANNEL_WORDS: tuple[tuple[str, Channel], ...] = (
    ("messag", Channel.MESSAGING),
    ("whatsapp", Channel.MESSAGING),
    ("sms", Channel.MESSAGING),
    ("mail", Channel.EMAIL),
    ("phone", Channel.PHONE),
    ("call", Channel.PHONE),
    ("voice", Channel.PHONE),
    ("chat", Channel.CHAT),
    ("facebook", Channel.SOCIAL),
    ("twitter", Channel.SOCIAL),
    ("social", Channel.SOCIAL),
    ("instagram", Channel.SOCIAL),
    ("web", Channel.WEB),
    ("portal", Channel.WEB),
    ("community", Channel.WEB),
    ("api", Channel.API),
)
_LABELS = 1024
"""Labels that are remembered; an org has some ten of each kind, and a row has one."""
_FIRST_MAIL_WITHIN_S = 120.0
_SCORES = {"good": Score.GOOD, "bad": Score.BAD}


def map_ticket(row: Mapping[str, Any], connection: str) -> Ticket:
    """Return the ticket that a Case row shows. Fields that our user does not see are None or empty."""
    closed = bool(row.get("IsClosed"))
    ref = TicketRef(connection, row["Id"])
    created_at, updated_at = parse_time(row["CreatedDate"]), parse_time(row["SystemModstamp"])
    closed_at = parse_time(row["ClosedDate"]) if closed and row.get("ClosedDate") else None
    owner, parent = str(row.get("OwnerId") or ""), row.get("Parent") or {}
    return Ticket(
        ref=ref,
        number=str(row.get("CaseNumber") or row["Id"]),
        subject=row.get("Subject") or "",
        status=map_status(row.get("Status"), closed=closed),
        custom_status=row.get("Status"),
        channel=map_channel(row.get("Origin")),
        created_at=created_at,
        updated_at=updated_at,
        requester=requester_of(row, connection),
        assignee=ContactRef(connection, owner) if owner.startswith(USER_PREFIX) else None,
        group=row.get("Team__c") or (_owner_name(row) if owner.startswith(QUEUE_PREFIX) else None),
        account_id=row.get("AccountId"),
        priority=row["Priority"].lower() if row.get("Priority") else None,
        tags=split_tags(row.get("Tags__c")),
        fields=_own_fields(row),
        # an import may set a ClosedDate that lies before the CreatedDate
        solved_at=max(closed_at, created_at) if closed_at else None,
        satisfaction=_SCORES.get(str(row.get("CSAT__c") or "").lower()),
        is_problem=row.get("Type") == "Problem",
        problem=TicketRef(connection, row["ParentId"])
        if row.get("ParentId") and parent.get("Type") == "Problem"
        else None,
        merged_into=TicketRef(connection, row["MasterRecordId"]) if row.get("MasterRecordId") else None,
        deleted=bool(row.get("IsDeleted")),
        outbound="outbound" in str(row.get("Origin") or "").lower(),
        feedback=read_feedback(row.get(FEEDBACK_FIELD), ref, updated_at),
        stamp=row["SystemModstamp"],
    )


def requester_of(row: Mapping[str, Any], connection: str) -> ContactRef | None:
    """Return whose case it is: its Contact, its Person Account's, or else the address that it came from."""
    contact = _contact_id(row)
    if contact:
        return ContactRef(connection, contact)
    return supplied_ref(row.get("SuppliedEmail"), connection)


def supplied_ref(address: Any, connection: str) -> ContactRef | None:
    """Return the address of a person who wrote in and has no Contact record."""
    if not address:
        return None
    # a digest: ids stand in logs, addresses must not
    name = blake2b(str(address).strip().lower().encode(), digest_size=12).hexdigest()
    return ContactRef(connection, f"supplied:{name}")


def map_supplied(row: Mapping[str, Any], connection: str) -> Contact | None:
    """Return the person that a case without Contact names in its web fields; None where it has one, or names nobody."""
    ref = None if _contact_id(row) else requester_of(row, connection)
    if ref is None:
        return None
    return Contact(
        ref=ref,
        name=row.get("SuppliedName") or row["SuppliedEmail"],
        role=Role.CUSTOMER,
        emails=(row["SuppliedEmail"],),
        phones=(row["SuppliedPhone"],) if row.get("SuppliedPhone") else (),
        updated_at=parse_time(row["SystemModstamp"]),
    )


def map_description(row: Mapping[str, Any], connection: str) -> Comment | None:
    """
    Return a case's description as the customer's first comment.

    None where it is empty, where Email-to-Case has copied it from the mail that made the case, and where the case is
    deleted: its mails cannot be seen then.
    """
    text = row.get("Description")
    if not text or not str(text).strip() or row.get("IsDeleted") or made_by_mail(row):
        return None
    return Comment(
        ticket=TicketRef(connection, row["Id"]),
        id=description_id(row["Id"]),
        at=parse_time(row["CreatedDate"]),
        author=requester_of(row, connection),
        role=Role.CUSTOMER,
        public=True,
        text=text,
        author_name=row.get("SuppliedName"),
        channel=map_channel(row.get("Origin")),
    )


def made_by_mail(row: Mapping[str, Any]) -> bool:
    """Whether one of the case's first incoming mails came with the case itself."""
    mails = (row.get("EmailMessages") or {}).get("records") or ()
    return any(came_together(mail["CreatedDate"], row["CreatedDate"]) for mail in mails)


def came_together(mail_at: str, case_at: str) -> bool:
    """Whether a mail is the one that made a case, by when both were created."""
    return abs((parse_time(mail_at) - parse_time(case_at)).total_seconds()) <= _FIRST_MAIL_WITHIN_S


def description_id(case_id: str) -> str:
    """Return our id of a case's description as a comment."""
    return f"description:{case_id}"


def map_account(row: Mapping[str, Any], connection: str) -> Account:
    """Return the company, household or person that an Account row shows; one that was merged away is deleted."""
    gone = bool(row.get("IsDeleted") or row.get("MasterRecordId"))
    return Account(connection=connection, id=row["Id"], name=row.get("Name") or "", deleted=gone)


def map_contact(row: Mapping[str, Any], connection: str) -> Contact:
    """Return the person that a Contact row shows."""
    master = row.get("MasterRecordId")
    return Contact(
        ref=ContactRef(connection, row["Id"]),
        name=row.get("Name") or "",
        role=Role.CUSTOMER,
        emails=_values(row, "Email"),
        phones=_values(row, "Phone", "MobilePhone"),
        account_id=row.get("AccountId"),
        merged_into=ContactRef(connection, master) if master else None,
        deleted=bool(row.get("IsDeleted")),
        updated_at=parse_time(row["SystemModstamp"]),
    )


def map_user(row: Mapping[str, Any], connection: str) -> Contact:
    """Return the agent, bot or portal user that a User row shows."""
    kind, zone, locale = row.get("UserType"), row.get("TimeZoneSidKey"), row.get("LanguageLocaleKey")
    role = Role.BOT if kind in AUTOMATIC_USERS else Role.CUSTOMER if kind in OUTSIDE_USERS else Role.AGENT
    return Contact(
        ref=ContactRef(connection, row["Id"]),
        name=row.get("Name") or "",
        role=role,
        emails=_values(row, "Email"),
        phones=_values(row, "Phone", "MobilePhone"),
        language=locale.replace("_", "-") if locale else None,
        time_zone=zone,
        updated_at=parse_time(row["SystemModstamp"]),
    )


@lru_cache(maxsize=_LABELS)
def map_status(label: str | None, *, closed: bool) -> Status:
    """Return the category of a status label; `closed` is what the org itself says of it."""
    if closed:
        return Status.SOLVED
    words = (label or "").lower()
    return next((status for part, status in _STATUS_WORDS if _has_word(words, part)), Status.OPEN)


@lru_cache(maxsize=_LABELS)
def map_channel(origin: Any) -> Channel:
    """Return the channel that a case's Origin names."""
    words = str(origin or "").lower()
    return next((channel for part, channel in _CHANNEL_WORDS if part in words), Channel.OTHER)


def split_tags(text: Any) -> tuple[str, ...]:
    """Return the tags of a text joined by semicolons."""
    return tuple(tag for part in str(text).split(";") if (tag := part.strip())) if text else ()


def user_id_of(ref: Any) -> str:
    """Return an id in its 18-character form, empty for none, so that two forms of one id compare equal."""
    return long_id(str(ref)) if ref else ""


def _has_word(words: str, part: str) -> bool:
    # "new" must not be found in "Renewal"
    return f" {part} " in f" {words.replace('-', ' ').replace('/', ' ')} "


def _contact_id(row: Mapping[str, Any]) -> str | None:
    # a Person Account is an Account and a Contact in one, and some cases name the Account alone
    return row.get("ContactId") or (row.get("Account") or {}).get("PersonContactId")


def _owner_name(row: Mapping[str, Any]) -> str | None:
    return (row.get("Owner") or {}).get("Name")


def _values(row: Mapping[str, Any], *names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(row[name]) for name in names if row.get(name)))


def _own_fields(row: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return the org's own fields that hold a value. An unticked box holds none."""
    pairs = [(name, row[name]) for name in _own_names(tuple(row))]
    return tuple((name, _text(value)) for name, value in pairs if value not in (None, "", False))


@lru_cache(maxsize=64)
def _own_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return which of a row's fields are the org's own, sorted; the rows of a page have the same ones."""
    own = (n for n in names if n.endswith("__c") and n not in WELL_KNOWN_FIELDS and not n.startswith("Sidelight_"))
    return tuple(sorted(own))


def _text(value: Any) -> str:
    if value is True:
        return "true"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
