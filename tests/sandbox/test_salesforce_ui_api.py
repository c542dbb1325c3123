"""The User Interface API of the loopback org: records and related lists as Lightning components get them."""

from datetime import UTC, datetime, timedelta

import pytest
import requests
from werkzeug.http import http_date

from sandbox.world import World
from tests.sandbox import salesforce_server
from tests.sandbox.salesforce_server import BASE, NOW, PACKAGE

salesforce_servers = salesforce_server.salesforce_servers

UI = f"{BASE}/ui-api"


class Browser:
    """A browser that has opened the org's page."""

    def __init__(self, client):
        self.client = client
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.get(f"{client.url}/agent/", timeout=10)

    def ask(self, method, path, headers=None, **more):
        same = {"Origin": self.client.url, "Sec-Fetch-Site": "same-origin"}
        return self.session.request(method, self.client.url + path, headers=same | (headers or {}), timeout=10, **more)

    def record(self, case, fields="", optional="", **headers):
        params = {"fields": fields, "optionalFields": optional}
        return self.ask("GET", f"{UI}/records/{case}", params=params, headers=headers)

    def save(self, case, headers=None, **fields):
        return self.ask("PATCH", f"{UI}/records/{case}", json={"fields": fields}, headers=headers)

    def related(self, case, name, **params):
        return self.ask("GET", f"{UI}/related-list-records/{case}/{name}", params=params)


@pytest.fixture
def org(salesforce_servers):
    """An org whose agent may read Mood, Score and Due, and write Wide; Secret is nobody's."""
    return salesforce_servers.start(package_folder=PACKAGE)


@pytest.fixture
def opened(org):
    opened = Browser(org)
    yield opened
    opened.session.close()


def agent_id(org):
    return org.rows("SELECT Id FROM User WHERE Name = 'Joe'")[0]["Id"]


def test_a_record_has_the_fields_that_were_asked_for_with_what_the_page_shows(org, opened):
    case = org.case("mail")
    org.call("PATCH", f"/sobjects/Case/{case}", json={"Mood__c": "cross", "Score__c": 3, "Due__c": "2026-11-24"})
    fields = "Case.Subject,Case.Mood__c,Case.Score__c,Case.Due__c,Case.IsClosed,Case.CreatedDate,Case.Owner.Name"
    shown = opened.record(case, fields).json()
    assert (shown["apiName"], shown["id"], shown["recordTypeInfo"]) == ("Case", case, None)
    assert shown["childRelationships"] == {}
    got = shown["fields"]
    assert set(got) == {"Subject", "Mood__c", "Score__c", "Due__c", "IsClosed", "CreatedDate", "Owner"}
    assert got["Subject"] == {"displayValue": None, "value": "Subject of mail"}
    assert got["Mood__c"] == {"displayValue": "Cross", "value": "cross"}
    assert (got["Score__c"]["value"], got["Score__c"]["displayValue"]) == (3, "3")
    assert got["Due__c"] == {"displayValue": "11/24/2026", "value": "2026-11-24"}
    assert got["IsClosed"] == {"displayValue": None, "value": True}
    assert got["CreatedDate"]["value"] == "2026-11-02T09:00:00.000Z"
    owner = got["Owner"]
    assert owner["value"]["apiName"] in ("User", "Group")
    assert owner["displayValue"] == owner["value"]["fields"]["Name"]["value"]
    stamp = datetime.strptime(shown["systemModstamp"], "%Y-%m-%dT%H:%M:%S.000Z").replace(tzinfo=UTC)
    assert shown["weakEtag"] == int(stamp.timestamp() * 1000)


def test_the_etag_moves_with_the_record_and_only_then(org, opened):
    case = org.case("mail")
    tags = [opened.record(case, "Case.Subject").json()["eTag"] for _ in range(2)]
    assert tags[0] == tags[1]
    org.call("PATCH", f"/sobjects/Case/{case}", json={"Subject": "Another"})
    assert opened.record(case, "Case.Subject").json()["eTag"] != tags[0]


def test_an_optional_field_that_is_hidden_is_left_out_and_a_wanted_one_is_an_error(org, opened):
    case = org.case("mail")
    shown = opened.record(case, "Case.Subject", "Case.Secret__c,Case.Mood__c,Case.Nothing__c,Case.Contact.Nothing__c")
    assert set(shown.json()["fields"]) == {"Subject", "Mood__c"}
    for name in ("Case.Secret__c", "Case.Nothing__c", "Contact.Name", "Subject", "Case.Contact.Nothing__c"):
        refused = opened.record(case, name)
        assert (refused.status_code, refused.json()[0]["errorCode"]) == (400, "INVALID_FIELD")
        assert refused.json()[0]["message"]
    org.call("POST", "/control/fls", json={"who": "agent", "hide": ["Case.Subject"]})
    assert opened.record(case, "Case.Subject").status_code == 400
    # what one user may see is not what another may
    assert org.call("GET", f"/ui-api/records/{case}?fields=Case.Subject").status_code == 200


def test_a_record_that_is_not_there_a_wrong_id_and_no_fields_are_refused(org, opened):
    case = org.case("mail")
    org.call("POST", "/control/delete", json={"id": org.case("web")})
    assert opened.record(org.case("web"), "Case.Subject").status_code == 404
    assert opened.record("5005g00000ZZZZZ", "Case.Subject").json()[0]["errorCode"] == "NOT_FOUND"
    assert opened.record("nonsense", "Case.Subject").status_code == 400
    assert opened.record(case).status_code == 400
    old = opened.ask("GET", f"/services/data/v40.0/ui-api/records/{case}?fields=Case.Subject")
    assert old.status_code == 404


def test_a_change_is_the_agent_s_and_runs_no_assignment_rule(org, opened):
    case = org.case("mail")
    before = org.rows(f"SELECT OwnerId FROM Case WHERE Id = '{case}'")[0]["OwnerId"]
    saved = opened.save(case, Wide__c='{"useful": true}')
    assert (saved.status_code, saved.json()["fields"]["Wide__c"]["value"]) == (200, '{"useful": true}')
    assert saved.json()["lastModifiedById"] == agent_id(org)
    row = org.rows(f"SELECT OwnerId, Wide__c, LastModifiedById FROM Case WHERE Id = '{case}'")[0]
    assert (row["OwnerId"], row["Wide__c"]) == (before, '{"useful": true}')
    assert row["LastModifiedById"] != org.counts()["runAsId"]
    assert org.counts()["assignment_rules_run"] == 0


def refusal(answer):
    error = answer.json()[0]
    assert error["enhancedErrorType"] == "RecordError"
    assert error["message"].startswith("An error occurred")
    return answer.status_code, error["errorCode"], list(error["output"]["fieldErrors"])


def test_a_text_that_is_too_long_and_a_field_that_may_only_be_read_are_refused(org, opened):
    case = org.case("mail")
    assert refusal(opened.save(case, Wide__c="x" * 6145)) == (400, "STRING_TOO_LONG", ["Wide__c"])
    assert opened.save(case, Wide__c="x" * 6144).status_code == 200
    assert refusal(opened.save(case, Mood__c="calm")) == (400, "INVALID_FIELD_FOR_INSERT_UPDATE", ["Mood__c"])
    assert refusal(opened.save(case, Secret__c="x"))[1] == "INVALID_FIELD"
    assert refusal(opened.save(case, Id=case))[1] == "INVALID_FIELD_FOR_INSERT_UPDATE"
    assert opened.ask("PATCH", f"{UI}/records/{case}", json={"Wide__c": "x"}).status_code == 400
    assert opened.save("5005g00000ZZZZZ", Wide__c="x").status_code == 404
    # the integration user has other rights
    change = {"fields": {"Mood__c": "calm"}}
    assert org.call("PATCH", f"/ui-api/records/{case}", json=change).status_code == 200


def test_a_change_to_what_somebody_else_changed_since_is_refused(org, opened):
    case = org.case("mail")
    org.call("PATCH", f"/sobjects/Case/{case}", json={"Subject": "Another"})
    early = {"If-Modified-Since": http_date(NOW - timedelta(seconds=1))}
    refused = opened.save(case, early, Wide__c="late")
    assert (refused.status_code, refused.json()[0]["errorCode"]) == (412, "PRECONDITION_FAILED")
    assert opened.save(case, {"If-Modified-Since": http_date(NOW)}, Wide__c="in time").status_code == 200
    assert opened.save(case, {"If-Modified-Since": "noon"}, Wide__c="x").status_code == 400


def test_mails_come_newest_first_and_in_pages(org, opened):
    asked = {"fields": "EmailMessage.TextBody,EmailMessage.Incoming", "sortBy": "-EmailMessage.MessageDate"}
    first = opened.related(org.case("mail"), "EmailMessages", pageSize=1, **asked).json()
    assert (first["count"], first["pageSize"], first["nextPageToken"]) == (1, 1, "1")
    assert first["records"][0]["fields"]["TextBody"]["value"] == "We look into it."
    assert first["listReference"]["relatedListId"] == "EmailMessages"
    assert first["listReference"]["inContextOfRecordId"] == org.case("mail")
    rest = opened.related(org.case("mail"), "EmailMessages", pageToken=first["nextPageToken"], **asked).json()
    assert [record["fields"]["Incoming"]["value"] for record in rest["records"]] == [True]
    assert rest["nextPageToken"] is None


def test_comments_are_a_list_too_and_hidden_fields_of_it_are_refused(org, opened):
    case = org.case("mail")
    told = opened.related(case, "CaseComments", fields="CaseComment.CommentBody,CaseComment.IsPublished").json()
    assert [r["fields"]["CommentBody"]["value"] for r in told["records"]] == ["Checked the ledger"]
    assert opened.related(case, "CaseComments", fields="CaseComment.Nothing").status_code == 400
    assert opened.related(case, "CaseComments", optionalFields="CaseComment.Nothing").json()["count"] == 1
    assert opened.related(case, "Nothing").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"pageSize": 0},
        {"pageSize": 2000},
        {"pageSize": "many"},
        {"sortBy": "MessageDate"},
        {"sortBy": "EmailMessage.TextBody"},
        {"sortBy": "EmailMessage.MessageDate,EmailMessage.Subject"},
    ],
)
def test_a_list_that_is_asked_for_wrongly_is_refused(org, opened, wrong):
    refused = opened.related(org.case("mail"), "EmailMessages", fields="EmailMessage.Subject", **wrong)
    assert refused.status_code == 400


def test_the_page_s_session_opens_the_user_interface_api_alone_and_to_the_page_alone(org, opened):
    case = org.case("mail")
    query = opened.ask("GET", f"{BASE}/query", params={"q": "SELECT Id FROM Case"})
    assert (query.status_code, query.json()[0]["errorCode"]) == (401, "INVALID_SESSION_ID")
    assert opened.ask("GET", f"{BASE}/sobjects/Case/{case}").status_code == 401
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert opened.record(case, "Case.Subject", **headers).status_code == 401
        assert opened.save(case, headers, Wide__c="x").status_code == 401
    assert requests.get(f"{org.url}{UI}/records/{case}?fields=Case.Subject", timeout=10).status_code == 401


def test_what_the_page_asks_is_none_of_the_org_s_api_requests(org, opened):
    before = org.counts()["requests"]
    opened.record(org.case("mail"), "Case.Subject")
    assert org.counts()["requests"] == before


def test_an_org_without_agents_gets_one_when_the_page_needs_one(salesforce_servers):
    empty = salesforce_servers.start(World(()))
    agents = "SELECT Id FROM User WHERE UserType = 'Standard' AND Name = 'Agent'"
    assert empty.rows(agents) == []
    opened = Browser(empty)
    for _ in range(2):
        assert opened.record(empty.rows("SELECT Id FROM Organization")[0]["Id"], "Organization.Name").status_code == 200
    opened.session.close()
    assert len(empty.rows(agents)) == 1
