"""
The table of nouns of a Salesforce org.

Left out, with the reason:
  tickets    `outbound`, `fields`: held by tests of their own
  comments   who is behind an incoming mail's address, and who a merged Contact's words are said by: the Contact that
             was merged away and the one that is left are the same customer. A description beside a mail that came
             within two minutes: it may be told as the mail alone
  events     changes of fields that nothing is concluded from, and changes of Cases that are deleted
  people     languages and time zones; users of a portal, who are the Contacts behind them
  all        what was taken out of the recycle bin for good: only that nothing of its words is kept
"""

from datetime import datetime

from integration.store import tables
from tests.truth.nouns import Noun, documents

STATUSES = {"New": "new", "Working": "open", "Waiting on Customer": "pending", "On Hold": "hold", "Escalated": "open"}
EVENT_FIELDS = {
    "Status": "status",
    "Owner": "assignee",
    "Priority": "priority",
    "Subject": "subject",
    "Team__c": "group",
}
OUTSIDE = ("CspLitePortal",)


def salesforce_nouns(store, truth):
    """Return the nouns."""
    cases = {row["Id"]: row for row in truth["Case"]}
    people = _masters(truth["Contact"])
    return (
        Noun("case", lambda: _cases(truth, cases), lambda: _stored_cases(store, cases)),
        Noun(
            "comment",
            lambda: _comments(truth, cases, people),
            lambda: _stored_comments(store, people),
            lambda: _near_mails(truth, cases),
        ),
        Noun("change", lambda: _events(truth, cases), lambda: _stored_events(store, cases)),
        Noun("account", lambda: _accounts(truth), lambda: _stored_accounts(store)),
        Noun("person", lambda: _people(truth), lambda: _stored_people(store)),
    )


def _cases(truth, cases):
    queues = {row["Id"]: row["Name"] for row in truth["Group"]}
    found = {}
    for row in truth["Case"]:
        closed = row["IsClosed"]
        parent = cases.get(row["ParentId"])
        closed_at = max(row["ClosedDate"], row["CreatedDate"]) if closed and row["ClosedDate"] else None
        found[row["Id"]] = {
            "number": row["CaseNumber"],
            "subject": row["Subject"] or "",
            "status": "solved" if closed else STATUSES[row["Status"]],
            "custom_status": row["Status"],
            "deleted": row["IsDeleted"],
            "merged_into": row["MasterRecordId"],
            "priority": row["Priority"].lower() if row["Priority"] else None,
            "channel": row["Origin"].lower(),
            "requester": row["ContactId"],
            "assignee": row["OwnerId"] if row["OwnerId"].startswith("005") else None,
            "group": row["Team__c"] or queues.get(row["OwnerId"]),
            "account_id": row["AccountId"],
            "problem": row["ParentId"] if parent and parent["Type"] == "Problem" else None,
            "is_problem": row["Type"] == "Problem",
            "tags": sorted(tag for tag in (row["Tags__c"] or "").split(";") if tag),
            "satisfaction": row["CSAT__c"],
            "created_at": _moment(row["CreatedDate"]),
            "updated_at": _moment(row["SystemModstamp"]),
            "solved_at": _moment(closed_at),
        }
    return found


def _stored_cases(store, cases):
    return {
        key: {
            **{name: row[name] for name in ("number", "subject", "status", "custom_status", "deleted", "priority")},
            **{name: row[name] for name in ("channel", "group", "account_id", "is_problem", "satisfaction")},
            **{name: _ref(row[name]) for name in ("requester", "assignee", "problem", "merged_into")},
            "tags": sorted(row["tags"]),
            **{name: _stored_moment(row[name]) for name in ("created_at", "updated_at", "solved_at")},
        }
        for key, row in documents(store, tables.ticket).items()
        # one that is gone from the recycle bin too may be remembered as deleted
        if key in cases or not row["deleted"]
    }


def _comments(truth, cases, people):
    users = {row["Id"]: row for row in truth["User"]}
    found = {}
    for row in truth["CaseComment"]:
        creator = users[row["CreatedById"]]
        if not row["IsDeleted"]:
            found[f"comment:{row['Id']}"] = {
                "ticket": row["ParentId"],
                "text": row["CommentBody"] or "",
                "public": row["IsPublished"],
                "author": _last(people, creator["ContactId"]) or row["CreatedById"],
                "by_customer": creator["UserType"] in OUTSIDE,
                "at": _moment(row["CreatedDate"]),
            }
    for row in truth["EmailMessage"]:
        if not row["IsDeleted"] and row["ParentId"]:
            found[f"email:{row['Id']}"] = {
                "ticket": row["ParentId"],
                "text": row["TextBody"] or "",
                "public": True,
                "author": None if row["Incoming"] else row["CreatedById"],
                "by_customer": row["Incoming"],
                "at": _moment(row["MessageDate"]),
            }
    for row in truth["FeedItem"]:
        creator = users[row["CreatedById"]]
        if not row["IsDeleted"] and row["ParentId"].startswith("500") and row["Body"]:
            found[f"feed:{row['Id']}"] = {
                "ticket": row["ParentId"],
                "text": row["Body"],
                "public": row["Visibility"] == "AllUsers",
                "author": _last(people, creator["ContactId"]) or row["CreatedById"],
                "by_customer": creator["UserType"] in OUTSIDE,
                "at": _moment(row["CreatedDate"]),
            }
    # a mail that made a case is copied into its description; it stays so wherever the mail is moved to later
    by_mail = {(row["TextBody"], row["CreatedDate"]) for row in truth["EmailMessage"] if row["Incoming"]}
    for row in truth["Case"]:
        text = row["Description"]
        copied = row["Origin"] == "Email" and (text, row["CreatedDate"]) in by_mail
        if text and text.strip() and not row["IsDeleted"] and not copied:
            found[f"description:{row['Id']}"] = {
                "ticket": row["Id"],
                "text": text,
                "public": True,
                "author": _last(people, row["ContactId"]),
                "by_customer": True,
                "at": _moment(row["CreatedDate"]),
            }
    return found


def _near_mails(truth, cases):
    """Return the descriptions that are taken for a copy of a mail, as one came at nearly the same time."""
    return frozenset(
        f"description:{case['Id']}"
        for mail in truth["EmailMessage"]
        if mail["Incoming"] and (case := cases.get(mail["ParentId"]))
        if abs((_moment(mail["CreatedDate"]) - _moment(case["CreatedDate"])).total_seconds()) <= 120
    )


def _stored_comments(store, people):
    found = {}
    for key, row in documents(store, tables.comment).items():
        kind, _, _ = key.partition(":")
        found[key] = {
            "ticket": _ref(row["ticket"]),
            "text": row["text"],
            "public": row["public"],
            "author": None if kind == "email" and row["role"] == "customer" else _last(people, _ref(row["author"])),
            "by_customer": row["role"] == "customer",
            "at": _stored_moment(row["at"]),
        }
    return found


def _events(truth, cases):
    found = {}
    for row in truth["CaseHistory"]:
        case = cases.get(row["CaseId"])
        field = EVENT_FIELDS.get(row["Field"])
        before, after = row["OldValue"], row["NewValue"]
        if case is None or case["IsDeleted"] or field is None or row["IsDeleted"]:
            continue
        if field == "assignee":
            if row["DataType"] != "EntityId" or not any(str(v or "").startswith("005") for v in (before, after)):
                continue
            before, after = (v if str(v or "").startswith("005") else None for v in (before, after))
        elif field == "status":
            before, after = (v and STATUSES.get(v, "solved") for v in (before, after))
        elif field == "priority":
            before, after = (v and v.lower() for v in (before, after))
        found[f"history:{row['Id']}"] = {
            "ticket": row["CaseId"],
            "field": field,
            "before": before,
            "after": after,
            "at": _moment(row["CreatedDate"]),
        }
    return found


def _stored_events(store, cases):
    return {
        key: {
            **{name: row[name] for name in ("field", "before", "after")},
            "ticket": _ref(row["ticket"]),
            "at": _stored_moment(row["at"]),
        }
        for key, row in documents(store, tables.event).items()
        if row["field"] in EVENT_FIELDS.values()
        and (case := cases.get(_ref(row["ticket"]))) is not None
        and not case["IsDeleted"]
    }


def _accounts(truth):
    return {row["Id"]: {"name": row["Name"], "deleted": row["IsDeleted"]} for row in truth["Account"]}


def _stored_accounts(store):
    rows = documents(store, tables.account)
    return {key: {"name": row["name"], "deleted": row["deleted"]} for key, row in rows.items()}


def _people(truth):
    found = {}
    for row in truth["Contact"]:
        found[row["Id"]] = {
            "name": row["Name"],
            "emails": [row["Email"]] if row["Email"] else [],
            "phones": sorted({row["Phone"], row["MobilePhone"]} - {None}),
            "role": "customer",
            "account_id": row["AccountId"],
            "merged_into": row["MasterRecordId"],
            "deleted": row["IsDeleted"],
        }
    for row in truth["User"]:
        if row["ContactId"]:
            continue
        role = "bot" if row["UserType"] == "AutomatedProcess" else "agent"
        found[row["Id"]] = {
            "name": row["Name"],
            "emails": [row["Email"]] if row["Email"] else [],
            "phones": sorted({row["Phone"], row["MobilePhone"]} - {None}),
            "role": role,
            "account_id": None,
            "merged_into": None,
            "deleted": False,
        }
    return found


def _stored_people(store):
    return {
        key: {
            **{name: row[name] for name in ("name", "role", "account_id", "deleted")},
            "emails": list(row["emails"]),
            "phones": sorted(row["phones"]),
            "merged_into": _ref(row["merged_into"]),
        }
        for key, row in documents(store, tables.contact).items()
    }


def _masters(rows):
    return {row["Id"]: row["MasterRecordId"] for row in rows if row["MasterRecordId"]}


def _last(masters, record_id):
    while record_id in masters:
        record_id = masters[record_id]
    return record_id


def _moment(text):
    return datetime.fromisoformat(text) if text else None


def _stored_moment(text):
    return datetime.fromisoformat(text) if text else None


def _ref(value):
    return value["id"] if value else None
