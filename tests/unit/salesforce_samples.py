"""Rows of an org as its API gives them."""

from integration.connectors.salesforce.history import map_events

CONNECTION = "salesforce:harbourlane"
CASE = "500WK000001AbCdYAK"
CONTACT = "003WK000002AbCdYAK"
AGENT = "005WK000003AbCdYAK"
OTHER_AGENT = "005WK000003XyZdYAK"
OURS = "005WK000009AbCdYAK"
QUEUE = "00GWK000004AbCdYAK"
STAMP = "2026-10-03T10:00:05.000+0000"
KEY = "sidelight:0123456789abcdef"
# blake2b over 12 bytes of ana@example.com and bob@example.com
ANA, BOB = "supplied:03ba4405601b125a0e5c1e29", "supplied:e307b8dbbe1142223bfadf82"


def case_row(**changes):
    return {
        "attributes": {"type": "Case", "url": f"/services/data/v67.0/sobjects/Case/{CASE}"},
        "Id": CASE,
        "CaseNumber": "00001026",
        "Subject": "Charged twice",
        "Description": "I was charged twice.",
        "Status": "Working",
        "IsClosed": False,
        "Origin": "Web",
        "Priority": "High",
        "Type": None,
        "CreatedDate": "2026-10-02T09:12:00.000+0000",
        "ClosedDate": None,
        "SystemModstamp": STAMP,
        "OwnerId": AGENT,
        "Owner": {"attributes": {"type": "Name"}, "Name": "Joe Miller"},
        "ContactId": CONTACT,
        "AccountId": "001WK000005AbCdYAK",
        "ParentId": None,
        "Parent": None,
        "SuppliedEmail": None,
        "IsDeleted": False,
        "MasterRecordId": None,
    } | changes


def comment_row(**changes):
    return {
        "Id": "00aWK000001AbCdYAK",
        "ParentId": CASE,
        "Parent": {"Origin": "Phone"},
        "CommentBody": "Hello",
        "IsPublished": True,
        "CreatedDate": "2026-10-02T09:12:00.000+0000",
        "CreatedById": AGENT,
        "CreatedBy": {"Name": "Joe Miller", "UserType": "Standard", "ContactId": None},
        "IsDeleted": False,
        "SystemModstamp": STAMP,
    } | changes


def email_row(**changes):
    return {
        "Id": "02sWK000001AbCdYAK",
        "ParentId": CASE,
        "Parent": {"ContactId": CONTACT, "ContactEmail": "ana@example.com"},
        "Incoming": True,
        "Status": "1",
        "FromAddress": "Ana@Example.com",
        "FromName": "Ana Ruiz",
        "TextBody": "Still broken",
        "MessageDate": "2026-10-02T09:12:00.000+0000",
        "CreatedDate": "2026-10-02T09:12:03.000+0000",
        "CreatedById": AGENT,
        "CreatedBy": {"Name": "Joe Miller", "UserType": "Standard"},
        "AutomationType": None,
        "IsDeleted": False,
        "SystemModstamp": STAMP,
    } | changes


def history_row(field, old, new, *, row_id="017WK000001AbCdYAK", kind="Text", by="Standard", user=AGENT):
    return {
        "Id": row_id,
        "CaseId": CASE,
        "Field": field,
        "DataType": kind,
        "OldValue": old,
        "NewValue": new,
        "CreatedDate": "2026-10-02T15:00:00.000+0000",
        "CreatedById": user,
        "CreatedBy": {"UserType": by},
        "IsDeleted": False,
    }


def events_of(*rows, closed=frozenset({"closed"}), our_user=OURS):
    return map_events(rows, CONNECTION, closed, our_user)
