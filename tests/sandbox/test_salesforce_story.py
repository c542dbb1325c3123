"""What of a world stands where in the loopback org, and how the org tells what happens next."""

import time
from datetime import timedelta

import pytest

from sandbox.desk import Desk
from sandbox.salesforce.desk import SalesforceDesk
from sandbox.salesforce.ids import checksum, long_id, make_id
from sandbox.salesforce.package import DeployError
from tests.sandbox import salesforce_server
from tests.sandbox.salesforce_server import NOW, at, many, story

salesforce_servers = salesforce_server.salesforce_servers
org = salesforce_server.org


def test_ids_carry_the_vendors_checksum():
    assert checksum("001A0000006Vm9r") == "IAC"
    assert long_id("001A0000006Vm9r") == "001A0000006Vm9rIAC"
    assert long_id("001a0000006vm9riac") == "001A0000006Vm9rIAC"
    assert long_id("not an id") is None
    assert make_id("500", 62**2)[:3] == "500"
    assert len({make_id("500", n) for n in range(5000)}) == 5000


def test_mail_is_kept_as_email_messages_and_a_private_note_as_a_comment(org):
    case = org.case("mail")
    mails = org.rows(
        "SELECT Incoming, Status, FromAddress, FromName, ToAddress, TextBody, HtmlBody, HasAttachment, MessageDate"
        f" FROM EmailMessage WHERE ParentId = '{case}' ORDER BY MessageDate"
    )
    assert [mail["Incoming"] for mail in mails] == [True, False]
    assert (mails[0]["FromAddress"], mails[0]["TextBody"]) == ("ana@example.com", "Charged twice <again>")
    assert "Charged twice &lt;again&gt;" in mails[0]["HtmlBody"]
    assert (mails[1]["FromName"], mails[1]["Status"], mails[1]["HasAttachment"]) == ("Joe", "3", True)
    [note] = org.rows(f"SELECT CommentBody, IsPublished, CreatedBy.Name FROM CaseComment WHERE ParentId = '{case}'")
    assert (note["IsPublished"], note["CreatedBy"]["Name"]) == (False, "Joe")
    [row] = org.rows(f"SELECT Description, Parent.Type, Team__c, Tags__c, CSAT__c FROM Case WHERE Id = '{case}'")
    assert row["Description"] == "Charged twice <again>"
    assert row["Parent"]["Type"] == "Problem"
    assert (row["Team__c"], row["Tags__c"], row["CSAT__c"]) == ("Billing", "billing;vip", "good")


def test_an_attachment_hangs_on_its_mail(org):
    [mail] = org.rows("SELECT Id FROM EmailMessage WHERE HasAttachment = true")
    [link] = org.rows(
        "SELECT ContentDocument.Title, ContentDocument.FileExtension FROM ContentDocumentLink"
        f" WHERE LinkedEntityId = '{mail['Id']}'"
    )
    assert (link["ContentDocument"]["Title"], link["ContentDocument"]["FileExtension"]) == ("form", "pdf")


def test_a_file_sent_in_a_chat_hangs_on_the_case_and_the_desk_shows_it_with_its_message(salesforce_servers):
    message = salesforce_server.WorldComment(at(1), "customer", None, "See", attachments=("photo.jpg",))
    chat = salesforce_server.ticket("chat", "chat", message)
    world = salesforce_server.World((salesforce_server.WorldCustomer("Di", ("di@example.com",), (), None, (chat,)),))
    org = salesforce_servers.start(world)
    case = org.case("chat")
    assert len(org.rows(f"SELECT Id FROM ContentDocumentLink WHERE LinkedEntityId = '{case}'")) == 1
    desk = SalesforceDesk(salesforce_servers.apps[0].config["helpdesk"])
    assert desk.read_ticket(case).conversation[0].attachments == ("photo.jpg",)


def test_a_web_case_is_described_by_its_first_message_which_is_no_comment(org):
    [row] = org.rows(
        "SELECT Description, Contact.Email, Owner.Name, Owner.Type, (SELECT CommentBody, CreatedBy.UserType,"
        " CreatedBy.ContactId FROM CaseComments ORDER BY CreatedDate) FROM Case WHERE Origin = 'Web'"
    )
    assert row["Description"] == "Where is my parcel?"
    assert (row["Owner"]["Name"], row["Owner"]["Type"]) == ("Billing", "Queue")
    assert row["Contact"]["Email"] == "ana@work.test"
    kinds = [(c["CommentBody"], c["CreatedBy"]["UserType"]) for c in row["CaseComments"]["records"]]
    assert kinds == [
        ("Have you read our page?", "AutomatedProcess"),
        ("Yes, and it does not help.", "CspLitePortal"),
    ]


def test_each_address_is_a_contact_with_the_customers_phones(org):
    rows = org.rows("SELECT Email, Phone, Account.Name FROM Contact WHERE Name = 'Ana Ruiz'")
    told = {row["Email"]: (row["Phone"], (row["Account"] or {}).get("Name")) for row in rows}
    assert told == {"ana@example.com": ("+34600111222", None), "ana@work.test": ("+34600111222", "work.test")}


def test_events_are_case_history(org):
    rows = org.rows(f"SELECT Field, OldValue, NewValue FROM CaseHistory WHERE CaseId = '{org.case('mail')}'")
    changes = {(row["Field"], row["OldValue"], row["NewValue"]) for row in rows}
    assert ("Status", "Working", "Closed") in changes
    assert ("Owner", "Kim", "Joe") in changes
    assert sum(row["Field"] == "Status" for row in rows) == 1
    assert sum(row["Field"] == "Owner" for row in rows) == 2
    assert "No such column" in org.refused("SELECT SystemModstamp FROM CaseHistory")["message"]


def test_what_has_not_happened_yet_is_not_there(salesforce_servers):
    org = salesforce_servers.start(clock=lambda: at(2, 13))
    assert org.query("SELECT COUNT() FROM Case")["totalSize"] == 2
    [row] = org.rows(f"SELECT Status, Owner.Name FROM Case WHERE Id = '{org.case('mail')}'")
    assert (row["Status"], row["Owner"]["Name"]) == ("Working", "Kim")


def test_a_long_message_becomes_several_comments_of_at_most_4000_bytes(salesforce_servers):
    text = "wörd " * 2000
    chat = salesforce_server.ticket("long", "chat", salesforce_server.WorldComment(at(1), "customer", None, text))
    world = salesforce_server.World((salesforce_server.WorldCustomer("Di", ("di@example.com",), (), None, (chat,)),))
    rows = salesforce_servers.start(world).rows("SELECT CommentBody FROM CaseComment ORDER BY Id")
    bodies = [row["CommentBody"] for row in rows]
    assert all(len(body.encode()) <= 4000 for body in bodies)
    assert " ".join(bodies).split() == text.split()
    assert len(bodies) == 4


def test_a_reply_comes_in_by_the_channel_of_its_case(org):
    for name in ("mail", "chat"):
        assert org.call("POST", "/control/reply", json={"id": org.case(name), "text": "Again"}).status_code == 200
    [mail] = org.rows("SELECT ParentId, Incoming FROM EmailMessage WHERE CreatedDate = 2026-11-20T12:00:00Z")
    [comment] = org.rows(
        "SELECT ParentId, CreatedBy.UserType FROM CaseComment WHERE CreatedDate = 2026-11-20T12:00:00Z"
    )
    assert (mail["ParentId"], mail["Incoming"]) == (org.case("mail"), True)
    assert (comment["ParentId"], comment["CreatedBy"]["UserType"]) == (org.case("chat"), "CspLitePortal")
    assert org.call("POST", "/control/reply", json={"id": "nothing", "text": "x"}).status_code == 404
    assert org.call("GET", "/control/comments").json() == []


def test_a_new_case_can_be_opened_by_a_contact(org):
    body = {"email": "bo@example.com", "subject": "New", "text": "Help", "origin": "Chat"}
    case = org.call("POST", "/control/case", json=body).json()["id"]
    [row] = org.rows(
        f"SELECT Status, Contact.Name, (SELECT CommentBody FROM CaseComments) FROM Case WHERE Id = '{case}'"
    )
    assert (row["Status"], row["Contact"]["Name"]) == ("New", "Bo")
    assert row["CaseComments"]["records"][0]["CommentBody"] == "Help"


def test_a_merged_contact_is_seen_by_query_all_and_its_cases_move(org):
    rows = org.rows("SELECT Id FROM Contact WHERE Name = 'Ana Ruiz' ORDER BY Id")
    winner, loser = (row["Id"] for row in rows)
    org.call("POST", "/control/merge", json={"from": loser, "into": winner})
    gone = org.query("SELECT Id, MasterRecordId FROM Contact WHERE IsDeleted = true", "queryAll")["records"]
    assert [(row["Id"], row["MasterRecordId"]) for row in gone] == [(loser, winner)]
    assert org.query(f"SELECT COUNT() FROM Case WHERE ContactId = '{winner}'")["totalSize"] == 3


def test_updated_and_deleted_tell_ids_of_a_span(org):
    case = org.case("web")
    org.call("DELETE", f"/sobjects/Case/{org.case('chat')}")
    span = {"start": "2026-11-04T00:00:00+00:00", "end": "2026-11-20T13:00:00+00:00"}
    assert org.call("GET", "/sobjects/Case/updated", params=span).json()["ids"] == [case, org.case("phone")]
    span["start"] = "2026-11-10T00:00:00+00:00"
    told = org.call("GET", "/sobjects/Case/deleted", params=span).json()
    assert [row["id"] for row in told["deletedRecords"]] == [org.case("chat")]
    span["start"] = "2026-11-01T00:00:00+00:00"
    assert org.call("GET", "/sobjects/Case/deleted", params=span).json()[0]["errorCode"] == "INVALID_REPLICATION_DATE"
    refused = org.call("GET", "/sobjects/ContentDocumentLink/deleted", params=span)
    assert refused.json()[0]["errorCode"] == "INVALID_TYPE_FOR_OPERATION"


def test_a_bulk_job_gives_csv_page_by_page(salesforce_servers):
    org = salesforce_servers.start(many(5))
    soql = "SELECT Id, CreatedDate, IsClosed, Contact.Email, ClosedDate FROM Case ORDER BY Id"
    job = org.call("POST", "/jobs/query", json={"operation": "query", "query": soql}).json()
    path = f"/jobs/query/{job['id']}"
    assert job["state"] == "UploadComplete"
    assert org.call("GET", f"{path}/results").status_code == 400
    states = [org.call("GET", path).json()["state"] for _ in range(2)]
    assert states == ["InProgress", "JobComplete"]
    first = org.call("GET", f"{path}/results", params={"maxRecords": 3})
    lines = first.text.splitlines()
    assert lines[0] == '"Id","CreatedDate","IsClosed","Contact.Email","ClosedDate"'
    assert lines[1].endswith(',"2026-11-01T09:00:00.000Z","false","cy@example.com",""')
    assert first.headers["Sforce-NumberOfRecords"] == "3"
    last = org.call("GET", f"{path}/results", params={"maxRecords": 3, "locator": first.headers["Sforce-Locator"]})
    assert (last.headers["Sforce-NumberOfRecords"], last.headers["Sforce-Locator"]) == ("2", "null")
    assert org.call("GET", path.replace("/jobs", "/services/data/v60.0/jobs")).status_code == 409


@pytest.mark.parametrize(
    "soql",
    ["SELECT Id, (SELECT Id FROM CaseComments) FROM Case", "SELECT COUNT() FROM Case", "SELECT Id FROM CaseStatus"],
)
def test_a_bulk_job_refuses_what_bulk_cannot_do(org, soql):
    assert org.call("POST", "/jobs/query", json={"operation": "query", "query": soql}).status_code == 400


def test_the_desk_shows_what_agents_see(salesforce_servers):
    org = salesforce_servers.start()
    desk: Desk = SalesforceDesk(salesforce_servers.apps[0].config["helpdesk"])
    assert desk.list_tickets()[0].subject == "Subject of chat"
    shown = desk.read_ticket(org.case("mail"))
    assert [(c.role, c.public) for c in shown.conversation] == [("customer", True), ("agent", True), ("agent", False)]
    assert shown.conversation[1].attachments == ("form.pdf",)
    assert (shown.assignee, shown.group, shown.tags) == ("Joe", "Billing", ("billing", "vip"))
    web = desk.read_ticket(org.case("web"))
    assert [c.role for c in web.conversation] == ["customer", "bot", "customer"]
    before = desk.version()
    desk.reply_as_customer(org.case("web"), "Still waiting")
    assert desk.version() > before
    assert desk.read_ticket(org.case("web")).conversation[-1].text == "Still waiting"
    with pytest.raises(KeyError):
        desk.read_ticket("nothing")


def test_a_field_that_an_org_would_not_take_stops_the_deployment(salesforce_servers, tmp_path):
    folder = tmp_path / "objects" / "Case" / "fields"
    folder.mkdir(parents=True)
    (folder / "Bad__c.field-meta.xml").write_text(
        '<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Bad__c</fullName><type>Magic</type></CustomField>'
    )
    with pytest.raises(DeployError, match=r"Bad__c\.field-meta\.xml"):
        salesforce_servers.start(package_folder=tmp_path)


def test_three_thousand_cases_are_loaded_in_under_three_seconds(salesforce_servers):
    start = time.process_time()
    org = salesforce_servers.start(many(3000))
    assert time.process_time() - start < 3
    query = "SELECT Id, Status FROM Case WHERE SystemModstamp > 2026-01-01T00:00:00Z ORDER BY SystemModstamp, Id"
    fastest = min(
        org.call("GET", "/query", params={"q": query}, headers={"Sforce-Query-Options": "batchSize=200"}).elapsed
        for _ in range(3)
    )
    assert fastest < timedelta(milliseconds=200)


def test_the_story_of_these_tests_is_one_that_has_happened():
    assert all(comment.at < NOW for _, t in story().tickets() for comment in t.comments)
