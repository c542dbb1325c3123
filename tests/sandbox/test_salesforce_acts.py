"""What people of the loopback org do beside the API, and what a reader then finds."""

import pytest

from tests.sandbox import salesforce_server
from tests.sandbox.salesforce_acts import all_rows, do, truth
from tests.sandbox.salesforce_server import BASE

salesforce_servers = salesforce_server.salesforce_servers
org = salesforce_server.org


def test_a_reply_goes_where_the_channel_keeps_it(org):
    mail = do(org, "reply", id=org.case("mail"), text="Still nothing")
    web = do(org, "reply", id=org.case("web"), text="Still nothing")
    agents = do(org, "reply", id=org.case("mail"), text="We will call", by="agent:Kim")
    assert (mail["object"], web["object"], agents["object"]) == ("EmailMessage", "CaseComment", "EmailMessage")
    [row] = org.rows(f"SELECT Incoming, Status, FromName, CreatedBy.Name FROM EmailMessage WHERE Id = '{agents['id']}'")
    assert (row["Incoming"], row["Status"], row["FromName"], row["CreatedBy"]["Name"]) == (False, "3", "Kim", "Kim")
    [row] = org.rows(f"SELECT IsPublished, CreatedBy.UserType FROM CaseComment WHERE Id = '{web['id']}'")
    assert (row["IsPublished"], row["CreatedBy"]["UserType"]) == (True, "CspLitePortal")


def test_a_bots_reply_says_that_it_is_one(org):
    told = do(org, "reply", id=org.case("mail"), text="Have you read our page?", by="bot:Robbie")
    [row] = org.rows(f"SELECT AutomationType, CreatedBy.UserType FROM EmailMessage WHERE Id = '{told['id']}'")
    assert (row["AutomationType"], row["CreatedBy"]["UserType"]) == ("AiAutomated", "AutomatedProcess")


def test_a_note_and_a_post_are_internal(org):
    note = do(org, "note", id=org.case("mail"), text="Angry", by="agent:Kim")
    post = do(org, "post", id=org.case("mail"), text="See ledger", by="agent:Kim")
    assert org.rows(f"SELECT IsPublished FROM CaseComment WHERE Id = '{note['id']}'")[0]["IsPublished"] is False
    [row] = org.rows(f"SELECT Type, Visibility, Body FROM FeedItem WHERE Id = '{post['id']}'")
    assert (row["Type"], row["Visibility"], row["Body"]) == ("TextPost", "InternalUsers", "See ledger")


def test_an_edit_keeps_history_two_rows_for_a_lookup(org):
    case = org.case("web")
    do(org, "edit", id=case, status="Closed", owner="agent:Kim", by="agent:Joe")
    rows = org.rows(f"SELECT Field, DataType, NewValue FROM CaseHistory WHERE CaseId = '{case}' ORDER BY CreatedDate")
    late = [(row["Field"], row["DataType"]) for row in rows if row["Field"] in ("Status", "Owner")]
    assert sorted(late) == [("Owner", "EntityId"), ("Owner", "Text"), ("Status", "DynamicEnum")]
    [row] = org.rows(f"SELECT IsClosed, ClosedDate, Owner.Name FROM Case WHERE Id = '{case}'")
    assert (row["IsClosed"], row["Owner"]["Name"]) == (True, "Kim")


def test_a_new_customer_may_write(org):
    made = do(org, "create", requester_email="new@else.test", name="Nell New", subject="Hi", text="Hello?")
    [row] = org.rows(f"SELECT Contact.Name, Origin, Description FROM Case WHERE Id = '{made['id']}'")
    assert (row["Contact"]["Name"], row["Origin"], row["Description"]) == ("Nell New", "Email", "Hello?")


def test_a_late_commit_carries_the_time_when_it_was_begun(org):
    told = do(org, "reply", id=org.case("web"), text="Late", back_s=90)
    [row] = org.rows(f"SELECT SystemModstamp FROM CaseComment WHERE Id = '{told['id']}'")
    assert row["SystemModstamp"] == "2026-11-20T11:58:30.000+0000"


def test_merged_cases_leave_one_with_the_others_comments(org):
    source, target = org.case("web"), org.case("chat")
    before = len(org.rows(f"SELECT Id FROM CaseComment WHERE ParentId IN ('{source}', '{target}')"))
    moved = do(org, "merge_cases", source=source, target=target, by="agent:Joe")["moved"]
    assert len(org.rows(f"SELECT Id FROM CaseComment WHERE ParentId = '{target}'")) == before
    assert moved
    assert not org.rows(f"SELECT Id FROM Case WHERE Id = '{source}'")
    [gone] = all_rows(org, f"SELECT IsDeleted, MasterRecordId FROM Case WHERE Id = '{source}'")
    assert (gone["IsDeleted"], gone["MasterRecordId"]) == (True, target)


def test_merged_contacts_give_their_cases_to_the_winner_and_only_system_modstamp_moves(org):
    web, mail = org.case("web"), org.case("mail")
    fields = "ContactId, LastModifiedDate, SystemModstamp, ContactEmail"
    [before] = org.rows(f"SELECT {fields} FROM Case WHERE Id = '{web}'")
    [winner] = org.rows(f"SELECT ContactId FROM Case WHERE Id = '{mail}'")
    do(org, "merge_contacts", source=before["ContactId"], target=winner["ContactId"])
    [after] = org.rows(f"SELECT {fields} FROM Case WHERE Id = '{web}'")
    assert (after["ContactId"], after["ContactEmail"]) == (winner["ContactId"], "ana@example.com")
    assert after["LastModifiedDate"] == before["LastModifiedDate"]
    assert after["SystemModstamp"] > before["SystemModstamp"]


def test_what_was_deleted_together_comes_back_together(org):
    case = org.case("mail")
    mails = len(org.rows(f"SELECT Id FROM EmailMessage WHERE ParentId = '{case}'"))
    do(org, "delete", id=case)
    assert not org.rows(f"SELECT Id FROM EmailMessage WHERE ParentId = '{case}'")
    do(org, "undelete", id=case)
    assert len(org.rows(f"SELECT Id FROM EmailMessage WHERE ParentId = '{case}'")) == mails
    assert org.rows(f"SELECT Id FROM Case WHERE Id = '{case}'")


def test_an_emptied_bin_is_told_by_get_deleted_alone(org):
    case = org.case("mail")
    do(org, "delete", id=case)
    do(org, "purge", id=case)
    assert not all_rows(org, f"SELECT Id FROM Case WHERE Id = '{case}'")
    span = {"start": "2026-11-20T11:00:00Z", "end": "2026-11-20T12:30:00Z"}
    gone = org.call("GET", "/sobjects/Case/deleted", params=span).json()["deletedRecords"]
    assert [row["id"] for row in gone] == [case]
    assert case not in {row["Id"] for row in truth(org)["Case"]}


def test_a_changed_address_shows_on_the_case_without_moving_it(org):
    case = org.case("web")
    [before] = org.rows(f"SELECT ContactId, SystemModstamp FROM Case WHERE Id = '{case}'")
    do(org, "edit", id=before["ContactId"], fields={"Email": "ana@new.test"})
    [after] = org.rows(f"SELECT ContactEmail, SystemModstamp FROM Case WHERE Id = '{case}'")
    assert (after["ContactEmail"], after["SystemModstamp"]) == ("ana@new.test", before["SystemModstamp"])


def test_a_contact_becomes_a_person_where_the_org_has_persons(salesforce_servers):
    org = salesforce_servers.start(person_accounts=True)
    [row] = org.rows("SELECT ContactId FROM Case WHERE Subject = 'Subject of web'")
    account = do(org, "convert_to_person_account", id=row["ContactId"])["account"]
    [person] = org.rows(f"SELECT IsPersonAccount, PersonEmail, PersonContactId FROM Account WHERE Id = '{account}'")
    assert (person["IsPersonAccount"], person["PersonContactId"]) == (True, row["ContactId"])
    assert person["PersonEmail"] == "ana@work.test"
    assert org.rows(f"SELECT IsPersonAccount FROM Contact WHERE Id = '{row['ContactId']}'")[0]["IsPersonAccount"]


def test_a_person_is_the_same_on_both_sides(salesforce_servers):
    org = salesforce_servers.start(person_accounts=True)
    [row] = org.rows("SELECT ContactId FROM Case WHERE Subject = 'Subject of web'")
    account = do(org, "convert_to_person_account", id=row["ContactId"])["account"]
    do(org, "edit", id=row["ContactId"], fields={"Email": "ana@new.test", "LastName": "Ruiz Gil"})
    [person] = org.rows(f"SELECT Name, PersonEmail FROM Account WHERE Id = '{account}'")
    assert (person["Name"], person["PersonEmail"]) == ("Ana Ruiz Gil", "ana@new.test")
    changed = org.call("PATCH", f"/sobjects/Account/{account}", json={"PersonEmail": "ana@third.test"})
    assert changed.status_code == 204, changed.text
    [contact] = org.rows(f"SELECT Name, Email FROM Contact WHERE Id = '{row['ContactId']}'")
    assert (contact["Name"], contact["Email"]) == ("Ana Ruiz Gil", "ana@third.test")


def test_who_has_cases_cannot_be_deleted(org):
    [row] = org.rows("SELECT ContactId, CaseNumber FROM Case WHERE Subject = 'Subject of web'")
    response = org.call("DELETE", f"/sobjects/Contact/{row['ContactId']}")
    assert (response.status_code, response.json()[0]["errorCode"]) == (400, "DELETE_FAILED")
    assert row["CaseNumber"] in response.json()[0]["message"]


def test_an_org_without_persons_has_none_of_their_fields(org):
    assert org.refused("SELECT IsPersonAccount FROM Account")["errorCode"] == "INVALID_FIELD"
    [row] = org.rows("SELECT ContactId FROM Case WHERE Subject = 'Subject of web'")
    response = org.call("POST", "/control/do/convert_to_person_account", json={"id": row["ContactId"]})
    assert response.status_code == 400


@pytest.mark.parametrize(
    ("act", "given", "says"),
    [
        ("reply", {"text": "x"}, "id is missing"),
        ("reply", {"id": "CASE", "text": ""}, "text must be a text"),
        ("reply", {"id": "CASE", "text": "x", "colour": "red"}, "unknown colour"),
        ("edit", {"id": "CASE"}, "nothing to change"),
        ("edit", {"id": "CASE", "fields": {"Nope": 1}}, "there is no field Nope"),
        ("merge_cases", {"source": "CASE", "target": "CASE"}, "two records"),
        ("note", {"id": "CASE", "text": "x", "by": "customer"}, "by must be"),
        ("dance", {}, "dance is no act"),
    ],
)
def test_an_act_that_cannot_be_done_names_the_field_and_changes_nothing(org, act, given, says):
    before = truth(org)
    given = {name: org.case("web") if value == "CASE" else value for name, value in given.items()}
    response = org.call("POST", f"/control/do/{act}", json=given)
    assert (response.status_code, says in response.json()["error"]) == (400, True), response.text
    assert truth(org) == before


def test_many_acts_are_the_same_for_the_same_seed(salesforce_servers):
    one, other = salesforce_servers.start(), salesforce_servers.start()
    done = do(one, "many", count=150, seed=11)
    assert do(other, "many", count=150, seed=11) == done
    assert truth(one) == truth(other)
    assert {entry["act"] for entry in done["done"]} > {"reply", "note", "edit", "create", "merge_cases", "delete"}
    refused = [entry for entry in done["done"] if "refused" in entry["told"]]
    assert not refused


@pytest.mark.parametrize("name", ["Case", "CaseComment", "EmailMessage", "FeedItem", "CaseHistory", "Contact", "User"])
def test_the_truth_is_what_query_all_tells(salesforce_servers, name):
    org = salesforce_servers.start()
    do(org, "many", count=80, seed=5)
    fields = [f["name"] for f in org.call("GET", f"{BASE}/sobjects/{name}/describe").json()["fields"]]
    rows = []
    page = org.query(f"SELECT {', '.join(fields)} FROM {name} ORDER BY Id", resource="queryAll")
    while True:
        rows += [{key: value for key, value in row.items() if key != "attributes"} for row in page["records"]]
        if page["done"]:
            break
        page = org.call("GET", page["nextRecordsUrl"]).json()
    assert sorted(truth(org)[name], key=lambda row: row["Id"]) == rows
