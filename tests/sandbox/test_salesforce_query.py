"""SOQL and paging as the loopback org understands them."""

from datetime import timedelta

import pytest

from tests.sandbox import salesforce_server
from tests.sandbox.salesforce_server import NOW, many

salesforce_servers = salesforce_server.salesforce_servers
org = salesforce_server.org


def test_a_record_has_attributes_parents_children_and_whole_seconds(org):
    soql = (
        "select id, CaseNumber, createddate, Owner.Name, Owner.Type, Contact.Email, Contact.Account.Name,"
        " (SELECT CommentBody, IsPublished, CreatedBy.Name FROM CaseComments)"
        " FROM case WHERE Subject = 'subject OF mail'"
    )
    [row] = org.rows(soql)
    assert row["attributes"]["type"] == "Case"
    assert row["attributes"]["url"].endswith("/sobjects/Case/" + row["Id"])
    assert row["CreatedDate"] == "2026-11-02T09:00:00.000+0000"
    assert row["Owner"]["attributes"]["type"] == "Name"
    assert (row["Owner"]["Name"], row["Owner"]["Type"]) == ("Joe", "User")
    assert row["Contact"]["Email"] == "ana@example.com"
    assert row["Contact"]["Account"] is None
    assert row["CaseComments"]["totalSize"] == 1
    comment = row["CaseComments"]["records"][0]
    assert (comment["CommentBody"], comment["IsPublished"]) == ("Checked the ledger", False)
    assert comment["CreatedBy"]["attributes"]["type"] == "User"


def test_no_children_is_null_and_not_an_empty_list(org):
    [row] = org.rows("SELECT Id, (SELECT Id FROM EmailMessages) FROM Case WHERE Origin = 'Phone'")
    assert row["EmailMessages"] is None


@pytest.mark.parametrize(
    ("where", "tickets"),
    [
        ("Status = 'Closed'", ["mail"]),
        ("Status != 'closed' AND Origin = 'Web'", ["web"]),
        ("(Origin = 'Web' AND IsClosed = false) OR Origin = 'Phone'", ["web", "phone"]),
        ("NOT Origin IN ('Web', 'Phone', 'Chat')", ["mail", "problem"]),
        ("Origin NOT IN ('Web', 'Phone', 'Chat', 'Email')", []),
        ("Subject LIKE 'subject of P%'", ["phone", "problem"]),
        ("Subject LIKE 'Subject of _eb'", ["web"]),
        ("CSAT__c != null", ["mail"]),
        ("Contact.Name = 'Bo' AND Owner.Name = 'Unassigned'", ["chat"]),
        ("CreatedDate > 2026-11-05T00:00:00Z", ["phone", "chat"]),
        ("CreatedDate >= 2026-11-06T10:00:00.000+01:00", ["chat"]),
        ("CreatedDate = LAST_N_DAYS:15 AND Origin = 'Phone'", ["phone"]),
        ("Parent.Subject = 'Subject of problem'", ["mail"]),
        ("Id IN (SELECT ParentId FROM CaseComment WHERE IsPublished = true)", ["web", "chat"]),
    ],
)
def test_a_condition_selects_what_the_vendor_would(org, where, tickets):
    rows = org.rows(f"SELECT Subject FROM Case WHERE {where}")
    assert sorted(row["Subject"] for row in rows) == sorted(f"Subject of {name}" for name in tickets)


@pytest.mark.parametrize(
    ("soql", "code", "says"),
    [
        ("SELECT Id FROM Case WHERE", "MALFORMED_QUERY", "unexpected token: '<EOF>'"),
        ("SELECT Id FROM Case WHERE Id IN ()", "MALFORMED_QUERY", "unexpected token: ')'"),
        ("SELECT Id FROM Case WHERE A = 1 AND B = 2 OR C = 3", "MALFORMED_QUERY", "unexpected token: 'OR'"),
        ("SELECT Id, Nope__c FROM Case", "INVALID_FIELD", "No such column 'Nope__c' on entity 'Case'."),
        ("SELECT Nope.Name FROM Case", "INVALID_FIELD", "Didn't understand relationship 'Nope'"),
        ("SELECT Id FROM Nope", "INVALID_TYPE", "sObject type 'Nope' is not supported."),
        ("SELECT Name FROM Case", "INVALID_FIELD", "No such column 'Name'"),
        ("SELECT Id FROM Case WHERE Description = 'x'", "INVALID_FIELD", "can not be filtered"),
        ("SELECT Id FROM Case WHERE CreatedDate > '2026-01-01T00:00:00Z'", "INVALID_FIELD", "should not be enclosed"),
        ("SELECT Id FROM Case WHERE Status = 1", "INVALID_FIELD", "must be of type string"),
        ("SELECT Id FROM Case WHERE Id = 'x'", "INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: x"),
        ("SELECT Id FROM ContentDocumentLink", "MALFORMED_QUERY", "requires a filter by a single Id"),
        ("SELECT Id, Id FROM Case", "INVALID_FIELD", "duplicate field selected"),
        (f"SELECT Id FROM Case WHERE Subject = '{'x' * 4001}'", "MALFORMED_QUERY", "longer than 4000 characters"),
    ],
)
def test_a_wrong_query_fails_with_the_vendors_code_and_words(org, soql, code, says):
    error = org.refused(soql)
    assert error["errorCode"] == code
    assert says in error["message"]


def test_the_message_points_at_the_place(org):
    lines = org.refused("SELECT Id, Nope FROM Case")["message"].split("\n")
    assert lines[1][lines[2].index("^") :].startswith("Nope")
    assert lines[3] == "ERROR at Row:1:Column:12"


def test_a_field_hidden_by_field_level_security_fails_the_whole_query(org):
    org.call("POST", "/control/fls", json={"hide": ["Case.SuppliedPhone"]})
    assert "No such column 'SuppliedPhone'" in org.refused("SELECT Id, SuppliedPhone FROM Case")["message"]
    names = {field["name"] for field in org.call("GET", "/sobjects/Case/describe").json()["fields"]}
    assert "SuppliedPhone" not in names
    assert "SuppliedEmail" in names


def test_count_and_aggregates_tell_numbers(org):
    assert org.query("SELECT COUNT() FROM Case") == {"totalSize": 5, "done": True, "records": []}
    [row] = org.rows("SELECT COUNT(Id), MAX(SystemModstamp) newest FROM Case")
    assert (row["expr0"], row["newest"]) == (5, "2026-11-06T09:00:00.000+0000")
    rows = org.rows("SELECT Origin, COUNT(Id) n FROM Case GROUP BY Origin ORDER BY Origin")
    assert {row["Origin"]: row["n"] for row in rows} == {"Chat": 1, "Email": 2, "Phone": 1, "Web": 1}


def test_nulls_stand_first_unless_they_are_asked_to_stand_last(org):
    first = org.rows("SELECT ClosedDate FROM Case ORDER BY ClosedDate")
    last = org.rows("SELECT ClosedDate FROM Case ORDER BY ClosedDate DESC NULLS LAST")
    assert first[-1]["ClosedDate"] == last[0]["ClosedDate"] == "2026-11-03T09:00:00.000+0000"


def test_equals_are_not_in_the_order_of_ids_unless_asked_for(salesforce_servers):
    org = salesforce_servers.start(many(50))
    loose = [row["Id"] for row in org.rows("SELECT Id FROM Case ORDER BY SystemModstamp")]
    strict = [row["Id"] for row in org.rows("SELECT Id FROM Case ORDER BY SystemModstamp, Id")]
    assert loose != strict
    assert sorted(loose) == strict
    again = [row["Id"] for row in org.rows("SELECT Id FROM Case ORDER BY SystemModstamp")]
    assert again != loose
    assert sorted(again) == strict


def test_pages_follow_by_locator_and_hold_every_record_once(salesforce_servers):
    org = salesforce_servers.start(many(25), page_size=10)
    page = org.query("SELECT Id FROM Case ORDER BY SystemModstamp, Id")
    ids = []
    sizes = []
    while True:
        ids += [row["Id"] for row in page["records"]]
        sizes.append((len(page["records"]), page["totalSize"], page["done"]))
        if "nextRecordsUrl" not in page:
            break
        page = org.call("GET", page["nextRecordsUrl"]).json()
    assert sizes == [(10, 25, False), (10, 25, False), (5, 25, True)]
    assert len(set(ids)) == 25


def test_a_locator_ends_after_two_days_or_when_the_org_forgets_it(salesforce_servers):
    moments = [NOW]
    org = salesforce_servers.start(many(25), lambda: moments[0], page_size=10, token_lifetime_s=10**6)
    following = org.query("SELECT Id FROM Case")["nextRecordsUrl"]
    assert org.call("GET", following).status_code == 200
    moments[0] += timedelta(days=2, seconds=1)
    late = org.call("GET", following)
    assert (late.status_code, late.json()[0]["errorCode"]) == (400, "INVALID_QUERY_LOCATOR")
    fresh = org.query("SELECT Id FROM Case")["nextRecordsUrl"]
    org.call("POST", "/control/expire", json={"what": "locators"})
    assert org.call("GET", fresh).json()[0]["errorCode"] == "INVALID_QUERY_LOCATOR"


def test_the_page_size_follows_the_header_and_long_texts(salesforce_servers):
    org = salesforce_servers.start(many(1200))
    small = org.query("SELECT Id FROM Case", headers={"Sforce-Query-Options": "batchSize=1"})
    assert len(small["records"]) == 200
    assert len(org.query("SELECT Id FROM Case")["records"]) == 1200
    assert len(org.query("SELECT Id, Description FROM Case")["records"]) == 1000


def test_children_count_towards_a_page(salesforce_servers):
    org = salesforce_servers.start(page_size=4)
    page = org.query("SELECT Id, (SELECT Id FROM Histories) FROM Case")
    assert len(page["records"]) < 4
    assert page["done"] is False


def test_deleted_records_are_seen_by_query_all_alone(org):
    org.call("DELETE", f"/sobjects/Case/{org.case('chat')}")
    assert org.query("SELECT COUNT() FROM Case")["totalSize"] == 4
    rows = org.query("SELECT Id, IsDeleted FROM Case WHERE IsDeleted = true", "queryAll")["records"]
    assert [row["Id"] for row in rows] == [org.case("chat")]


def test_the_next_page_of_three_thousand_cases_does_not_look_again(salesforce_servers):
    org = salesforce_servers.start(many(3000), page_size=1000)
    page = org.query(
        "SELECT Id, Subject FROM Case WHERE SystemModstamp > 2026-01-01T00:00:00Z ORDER BY SystemModstamp, Id"
    )
    org.call("POST", "/control/change", json={"id": page["records"][0]["Id"], "values": {"Subject": "moved"}})
    following = org.call("GET", page["nextRecordsUrl"])
    assert page["totalSize"] == following.json()["totalSize"] == 3000
    assert page["records"][0]["Id"] not in {row["Id"] for row in following.json()["records"]}
    assert following.elapsed.total_seconds() < 1
