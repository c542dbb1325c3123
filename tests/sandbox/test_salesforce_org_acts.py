"""What the control API lets an org itself do: rights, limits, sessions, jobs, pages, the clock."""

import pytest

from sandbox.world import World
from tests.sandbox import salesforce_server
from tests.sandbox.salesforce_acts import do

salesforce_servers = salesforce_server.salesforce_servers
org = salesforce_server.org


def test_a_field_can_be_hidden_and_shown_again(org):
    do(org, "hide_field", field="Case.Priority")
    assert "No such column 'Priority'" in org.refused("SELECT Id, Priority FROM Case")["message"]
    do(org, "hide_field", field="Case.Priority", hidden=False)
    assert org.rows("SELECT Id, Priority FROM Case")


def test_other_clients_use_up_the_days_limit(org):
    do(org, "api_traffic", calls=100_000)
    response = org.call("GET", "/limits")
    assert (response.status_code, response.json()[0]["errorCode"]) == (403, "REQUEST_LIMIT_EXCEEDED")
    assert "TotalRequests" in response.json()[0]["message"]


def test_long_calls_of_others_fill_the_concurrent_limit_for_a_while(org):
    do(org, "long_calls", times=1)
    response = org.call("GET", "/limits")
    assert response.status_code == 403
    assert "Concurrent" in response.json()[0]["message"]
    assert org.call("GET", "/limits").status_code == 200


def test_every_refusal_can_be_read_back_also_that_of_one_record(org):
    org.refused("SELECT Nope FROM Case")
    rows = [{"attributes": {"type": "CaseComment"}, "ParentId": org.case("web"), "CommentBody": "é" * 2001}]
    org.call("POST", "/composite/sobjects", json={"records": rows})
    told = [(r["method"], r["status"], r["errorCode"]) for r in org.call("GET", "/control/refusals").json()]
    assert told == [("GET", 400, "INVALID_FIELD"), ("POST", 200, "STRING_TOO_LONG")]


def test_each_run_of_the_assignment_rule_can_be_read_back(org):
    case = org.case("web")
    quiet = {"Sforce-Auto-Assign": "FALSE"}
    org.call("PATCH", f"/sobjects/Case/{case}", json={"Priority": "Low"}, headers=quiet)
    assert org.call("GET", "/control/assignments").json() == []
    org.call("PATCH", f"/sobjects/Case/{case}", json={"Priority": "High"})
    [fired] = org.call("GET", "/control/assignments").json()
    assert (fired["case"], fired["by"]) == (case, org.counts()["runAsId"])
    assert fired["owner_before"] != fired["owner"]


def test_a_dead_session_may_be_answered_with_a_page(org):
    do(org, "sessions_answer", body="html")
    assert org.call("POST", "/control/tokens", json={"expire": "all"}).json() == {"expired": 1}
    response = org.call("GET", "/limits")
    assert response.status_code == 401
    assert response.headers["Content-Type"].startswith("text/html")


def test_the_clock_moves(org):
    assert org.call("POST", "/control/clock", json={"advance_s": 60}).json()["now"].startswith("2026-11-20T12:01")
    told = do(org, "note", id=org.case("web"), text="x")
    assert org.rows(f"SELECT CreatedDate FROM CaseComment WHERE Id = '{told['id']}'")[0]["CreatedDate"].startswith(
        "2026-11-20T12:01:00"
    )


def test_a_milestone_is_violated_by_time_alone_and_no_stamp_moves(salesforce_servers):
    org = salesforce_servers.start(entitlements=True)
    do(org, "milestone", id=org.case("web"), name="First Response", minutes=10)
    soql = "SELECT IsViolated, IsCompleted, SystemModstamp, MilestoneType.Name FROM CaseMilestone"
    [before] = org.rows(soql)
    org.call("POST", "/control/clock", json={"advance_s": 601})
    [after] = org.rows(soql)
    assert (before["IsViolated"], after["IsViolated"]) == (False, True)
    assert after["SystemModstamp"] == before["SystemModstamp"]
    span = {"start": "2026-11-20T11:00:00Z", "end": "2026-11-20T12:30:00Z"}
    assert org.call("GET", "/sobjects/CaseMilestone/deleted", params=span).status_code == 400


def test_milestones_may_be_absent(org):
    assert org.refused("SELECT Id FROM CaseMilestone")["errorCode"] == "INVALID_TYPE"
    assert org.call("GET", "/sobjects/CaseMilestone/describe").status_code == 404


def test_what_is_said_in_messaging_may_be_out_of_reach(salesforce_servers):
    world = World((salesforce_server.WorldCustomer("Di", ("di@example.com",), (), None, (
        salesforce_server.ticket("m", "messaging", salesforce_server.WorldComment(
            salesforce_server.at(2), "customer", None, "Hello?")),)),))  # fmt: skip
    org = salesforce_servers.start(world, messaging_off_platform=True)
    do(org, "reply", id=org.case("m"), text="Anybody?")
    assert org.rows("SELECT Id FROM CaseComment") == []
    [session] = org.rows("SELECT CaseId, Status FROM MessagingSession")
    assert (session["CaseId"], session["Status"]) == (org.case("m"), "Active")


def test_bulk_jobs_can_be_made_to_fail(org):
    do(org, "fail_jobs", state="Failed", message="Server down")
    job = org.call("POST", "/jobs/query", json={"operation": "query", "query": "SELECT Id FROM Case"}).json()
    states = [org.call("GET", f"/jobs/query/{job['id']}").json() for _ in range(2)]
    assert [state["state"] for state in states] == ["InProgress", "Failed"]
    assert states[1]["errorMessage"] == "Server down"
    refused = org.call("GET", f"/jobs/query/{job['id']}/results")
    assert refused.status_code == 400


def test_pages_vary_and_still_hold_every_record_once(salesforce_servers):
    org = salesforce_servers.start(salesforce_server.many(50), page_size=20)
    do(org, "vary_pages", seed=3)
    page = org.query("SELECT Id FROM Case ORDER BY SystemModstamp, Id")
    sizes, ids = [], []
    while True:
        sizes.append(len(page["records"]))
        ids += [row["Id"] for row in page["records"]]
        if page["done"]:
            break
        page = org.call("GET", page["nextRecordsUrl"]).json()
    assert len(set(ids)) == len(ids) == 50
    assert len(set(sizes)) > 1


def test_upkeep_moves_a_stamp_and_nothing_else(org):
    case = org.case("web")
    fields = "LastModifiedDate, SystemModstamp, Subject"
    [before] = org.rows(f"SELECT {fields} FROM Case WHERE Id = '{case}'")
    do(org, "touch", id=case)
    [after] = org.rows(f"SELECT {fields} FROM Case WHERE Id = '{case}'")
    assert after["SystemModstamp"] > before["SystemModstamp"]
    assert (after["LastModifiedDate"], after["Subject"]) == (before["LastModifiedDate"], before["Subject"])


@pytest.mark.parametrize(
    ("soql", "code"),
    [
        ("SELECT Id, MailingAddress FROM Contact", "FUNCTIONALITY_NOT_ENABLED"),
        ("SELECT Id, (SELECT Id FROM CaseComments) FROM Case", "API_ERROR"),
        ("SELECT COUNT(Id) FROM Case", "API_ERROR"),
        ("SELECT Id FROM CaseStatus", "INVALIDENTITY"),
        ("SELECT Id, Nope FROM Case", "INVALID_FIELD"),
    ],
)
def test_bulk_refuses_what_only_rest_can_answer(org, soql, code):
    response = org.call("POST", "/jobs/query", json={"operation": "query", "query": soql})
    assert (response.status_code, response.json()[0]["errorCode"]) == (400, code)
