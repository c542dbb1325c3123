"""Writing to the loopback org: single records, collections, and what the org does on its own."""

import pytest

from tests.sandbox import salesforce_server

salesforce_servers = salesforce_server.salesforce_servers
org = salesforce_server.org
packaged = salesforce_server.packaged

QUIET = {"Sforce-Auto-Assign": "FALSE"}


def patch(org, case_id, **values):
    return org.call("PATCH", f"/sobjects/Case/{case_id}", json=values, headers=QUIET)


def read(org, case_id, *names):
    return org.call("GET", f"/sobjects/Case/{case_id}", params={"fields": ",".join(names)}).json()


def records(*rows, name="Case"):
    return [{"attributes": {"type": name}, **row} for row in rows]


def test_the_package_brings_the_fields_and_its_permission_set_shows_them(packaged):
    fields = {f["name"]: f for f in packaged.call("GET", "/sobjects/Case/describe").json()["fields"]}
    assert fields["Mood__c"]["type"] == "multipicklist"
    assert fields["Mood__c"]["restrictedPicklist"] is True
    assert [v["value"] for v in fields["Mood__c"]["picklistValues"]] == ["calm", "cross"]
    assert (fields["Score__c"]["type"], fields["Score__c"]["precision"]) == ("double", 3)
    assert (fields["Long__c"]["type"], fields["Long__c"]["length"]) == ("textarea", 6144)
    assert fields["Shown__c"]["updateable"] is False
    assert "Secret__c" not in fields
    assert "SuppliedEmail" not in fields
    assert "Team__c" in fields


def test_without_the_package_the_fields_do_not_exist(org):
    assert "No such column 'Mood__c'" in org.refused("SELECT Id, Mood__c FROM Case")["message"]
    refused = patch(org, org.case("web"), Mood__c="calm")
    assert refused.json()[0]["errorCode"] == "INVALID_FIELD"


def test_values_come_back_as_the_org_keeps_them(packaged):
    case = packaged.case("web")
    assert (
        patch(packaged, case, Mood__c="cross;calm", Score__c=7, Due__c="2026-12-01", Long__c="x" * 6144).status_code
        == 204
    )
    row = read(packaged, case, "Mood__c", "Score__c", "Due__c", "LastModifiedDate")
    assert (row["Mood__c"], row["Score__c"], row["Due__c"]) == ("calm;cross", 7.0, "2026-12-01")
    assert row["LastModifiedDate"] == "2026-11-20T12:00:00.000+0000"
    [found] = packaged.rows("SELECT Id FROM Case WHERE Mood__c INCLUDES ('cross') AND Due__c > 2026-11-30")
    assert found["Id"] == case


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"Mood__c": "calm;furious"}, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"),
        ({"Long__c": "x" * 6145}, "STRING_TOO_LONG"),
        ({"Score__c": 1000}, "NUMBER_OUTSIDE_VALID_RANGE"),
        ({"Score__c": "many"}, "JSON_PARSER_ERROR"),
        ({"Due__c": "soon"}, "JSON_PARSER_ERROR"),
        ({"Shown__c": "x"}, "INVALID_FIELD_FOR_INSERT_UPDATE"),
        ({"CaseNumber": "1"}, "INVALID_FIELD_FOR_INSERT_UPDATE"),
        ({"Secret__c": "x"}, "INVALID_FIELD"),
        ({"ContactId": "nobody"}, "MALFORMED_ID"),
        ({"ContactId": "003000000000000AAA"}, "INVALID_CROSS_REFERENCE_KEY"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_and_nothing_changes(packaged, values, code):
    case = packaged.case("web")
    before = read(packaged, case, "SystemModstamp")
    response = patch(packaged, case, **values)
    assert (response.status_code, response.json()[0]["errorCode"]) == (400, code)
    assert read(packaged, case, "SystemModstamp") == before


def test_every_write_runs_the_assignment_rules_unless_it_says_no(org):
    case = org.case("web")
    before = read(org, case, "OwnerId")["OwnerId"]
    patch(org, case, Priority="High")
    assert (org.counts()["assignment_rules_run"], read(org, case, "OwnerId")["OwnerId"]) == (0, before)
    org.call("PATCH", f"/sobjects/Case/{case}", json={"Priority": "Low"})
    assert org.counts()["assignment_rules_run"] == 1
    [row] = org.rows(f"SELECT Owner.Name FROM Case WHERE Id = '{case}'")
    assert row["Owner"]["Name"] == "Assigned by Rule"


def test_a_comment_does_not_move_the_case(org):
    case = org.case("web")
    before = read(org, case, "LastModifiedDate", "SystemModstamp")
    made = org.call(
        "POST", "/sobjects/CaseComment", json={"ParentId": case, "CommentBody": "Note", "IsPublished": False}
    )
    assert made.status_code == 201
    assert read(org, case, "LastModifiedDate", "SystemModstamp") == before
    [written] = org.call("GET", "/control/comments").json()
    assert (written["ticket"], written["public"], written["body"]) == (case, False, "Note")
    assert written["author"] == "Sidelight Integration"


def test_a_comment_is_at_most_4000_bytes_and_never_changed_or_deleted(org):
    case = org.case("web")
    body = {"ParentId": case, "CommentBody": "é" * 2000, "IsPublished": False}
    made = org.call("POST", "/sobjects/CaseComment", json=body)
    assert made.status_code == 201
    refused = org.call("POST", "/sobjects/CaseComment", json=body | {"CommentBody": "é" * 2001})
    assert refused.json()[0]["errorCode"] == "STRING_TOO_LONG"
    path = f"/sobjects/CaseComment/{made.json()['id']}"
    assert (
        org.call("PATCH", path, json={"CommentBody": "x"}).json()[0]["errorCode"] == "INSUFFICIENT_ACCESS_OR_READONLY"
    )
    assert org.call("DELETE", path).json()[0]["errorCode"] == "INSUFFICIENT_ACCESS_OR_READONLY"
    org.call("POST", "/control/fls", json={"modify_all": True})
    assert org.call("DELETE", path).status_code == 204


def test_closing_and_reopening_set_what_follows_and_leave_history(org):
    case = org.case("web")
    patch(org, case, Status="Closed")
    row = read(org, case, "IsClosed", "ClosedDate")
    assert (row["IsClosed"], row["ClosedDate"]) == (True, "2026-11-20T12:00:00.000+0000")
    patch(org, case, Status="Working")
    assert read(org, case, "ClosedDate")["ClosedDate"] is None
    rows = org.rows(f"SELECT Field, OldValue, NewValue FROM CaseHistory WHERE CaseId = '{case}' AND Field = 'Status'")
    assert {(row["OldValue"], row["NewValue"]) for row in rows} == {("Working", "Closed"), ("Closed", "Working")}


def test_a_changed_owner_leaves_two_rows_of_history(org):
    case = org.case("web")
    [user] = org.rows("SELECT Id FROM User WHERE Name = 'Joe'")
    patch(org, case, OwnerId=user["Id"])
    rows = org.rows(f"SELECT DataType, NewValue FROM CaseHistory WHERE CaseId = '{case}' AND Field = 'Owner'")
    assert {(row["DataType"], row["NewValue"]) for row in rows} == {("Text", "Joe"), ("EntityId", user["Id"])}


def test_a_collection_reports_what_failed_alone(packaged):
    good, bad = packaged.case("web"), packaged.case("chat")
    rows = records(
        {"Id": good, "Score__c": 5}, {"Id": bad, "Mood__c": "odd"}, {"Id": "500000000000000AAA"}, {"Score__c": 1}
    )
    response = packaged.call("PATCH", "/composite/sobjects", json={"records": rows}, headers=QUIET)
    assert response.status_code == 200
    results = response.json()
    assert results[0] == {"id": good, "success": True, "errors": []}
    assert "id" not in results[1]
    assert results[1]["errors"][0]["fields"] == ["Mood__c"]
    codes = [result["errors"][0]["statusCode"] for result in results[1:]]
    assert codes == ["INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "INVALID_CROSS_REFERENCE_KEY", "MISSING_ARGUMENT"]
    assert read(packaged, good, "Score__c")["Score__c"] == 5.0


def test_all_or_none_undoes_what_went_well(packaged):
    good = packaged.case("web")
    rows = records({"Id": good, "Score__c": 5}, {"Id": packaged.case("chat"), "Mood__c": "odd"})
    results = packaged.call(
        "PATCH", "/composite/sobjects", json={"allOrNone": True, "records": rows}, headers=QUIET
    ).json()
    assert [result["success"] for result in results] == [False, False]
    assert results[0]["errors"][0]["statusCode"] == "ALL_OR_NONE_OPERATION_ROLLED_BACK"
    assert read(packaged, good, "Score__c")["Score__c"] is None


def test_a_collection_takes_200_records_of_named_types_and_no_more(org):
    rows = records(*({"ParentId": org.case("web"), "CommentBody": f"Note {i}"} for i in range(201)), name="CaseComment")
    many = org.call("POST", "/composite/sobjects", json={"records": rows})
    assert (many.status_code, many.json()[0]["errorCode"]) == (400, "EXCEEDED_MAX_SIZE_REQUEST")
    made = org.call("POST", "/composite/sobjects", json={"records": rows[:200]}).json()
    assert all(result["success"] for result in made)
    nameless = org.call("PATCH", "/composite/sobjects", json={"records": [{"Id": org.case("web")}]})
    assert nameless.status_code == 400
    gone = org.call("DELETE", "/composite/sobjects", params={"ids": org.case("web") + "," + made[0]["id"]}).json()
    assert [result["success"] for result in gone] == [True, False]


def test_a_locked_row_fails_alone_and_only_as_often_as_planted(org):
    case, other = org.case("web"), org.case("chat")
    org.call("POST", "/control/locks", json={"id": case, "times": 1})
    rows = records({"Id": case, "Priority": "High"}, {"Id": other, "Priority": "High"})
    results = org.call("PATCH", "/composite/sobjects", json={"records": rows}, headers=QUIET).json()
    assert results[0]["errors"][0]["statusCode"] == "UNABLE_TO_LOCK_ROW"
    assert results[1]["success"] is True
    assert patch(org, case, Priority="High").status_code == 204


def test_an_external_id_creates_once_and_then_changes(packaged):
    path = "/sobjects/Case/Key__c/k-1"
    made = packaged.call("PATCH", path, json={"Subject": "One"})
    again = packaged.call("PATCH", path, json={"Subject": "Two"})
    assert (made.status_code, made.json()["created"]) == (201, True)
    assert (again.status_code, again.json()["created"]) == (200, False)
    assert again.json()["id"] == made.json()["id"]
    assert packaged.call("GET", path).json()["Subject"] == "Two"


def test_a_missing_or_deleted_case_is_told_apart(org):
    case = org.case("web")
    missing = patch(org, "500000000000000AAA", Priority="Low")
    assert (missing.status_code, missing.json()[0]["errorCode"]) == (404, "NOT_FOUND")
    assert org.call("DELETE", f"/sobjects/Case/{case}").status_code == 204
    deleted = patch(org, case, Priority="Low")
    assert (deleted.status_code, deleted.json()[0]["errorCode"]) == (404, "ENTITY_IS_DELETED")


def test_a_composite_request_uses_the_answers_before_it(org):
    requests = [
        {"method": "POST", "url": "/services/data/v67.0/sobjects/Case", "referenceId": "new", "body": {"Subject": "A"}},
        {
            "method": "POST",
            "url": "/services/data/v67.0/sobjects/CaseComment",
            "referenceId": "note",
            "body": {"ParentId": "@{new.id}", "CommentBody": "Note"},
        },
        {
            "method": "PATCH",
            "url": "/services/data/v67.0/sobjects/Case/500000000000000AAA",
            "referenceId": "no",
            "body": {},
        },
    ]
    answers = org.call("POST", "/composite", json={"compositeRequest": requests}, headers=QUIET).json()
    told = {answer["referenceId"]: answer for answer in answers["compositeResponse"]}
    assert [told[name]["httpStatusCode"] for name in ("new", "note", "no")] == [201, 201, 404]
    [row] = org.rows(f"SELECT ParentId FROM CaseComment WHERE Id = '{told['note']['body']['id']}'")
    assert row["ParentId"] == told["new"]["body"]["id"]
    halted = org.call(
        "POST", "/composite", json={"compositeRequest": requests, "allOrNone": True}, headers=QUIET
    ).json()
    assert {answer["httpStatusCode"] for answer in halted["compositeResponse"]} == {400, 404}
    assert org.query("SELECT COUNT() FROM Case WHERE Subject = 'A'")["totalSize"] == 1


def test_a_change_committed_late_carries_an_earlier_stamp(org):
    body = {"id": org.case("web"), "values": {"Priority": "High"}, "by": "Joe", "at": "2026-11-20T11:50:00Z"}
    org.call("POST", "/control/change", json=body)
    row = read(org, org.case("web"), "Priority", "SystemModstamp")
    assert (row["Priority"], row["SystemModstamp"]) == ("High", "2026-11-20T11:50:00.000+0000")


def test_internal_comments_written_on_the_case_become_an_unpublished_comment(org):
    patch(org, org.case("web"), Comments="Looked into it")
    [row] = org.rows("SELECT IsPublished FROM CaseComment WHERE CreatedDate = 2026-11-20T12:00:00Z")
    assert row["IsPublished"] is False
    assert org.rows("SELECT Comments FROM Case WHERE Origin = 'Web'")[0]["Comments"] is None
