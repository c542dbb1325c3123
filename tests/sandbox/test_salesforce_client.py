"""An independent client, simple-salesforce, against the loopback org: it speaks https to the vendor's address."""

import pytest
from simple_salesforce import Salesforce
from simple_salesforce.exceptions import SalesforceMalformedRequest, SalesforceResourceNotFound

from integration.connectors.session import Route, open_session
from tests.sandbox import salesforce_server
from tests.sandbox.salesforce_server import PACKAGE, many

salesforce_servers = salesforce_server.salesforce_servers


@pytest.fixture
def connect(salesforce_servers):
    sessions = []

    def make(*arguments, **options):
        org = salesforce_servers.start(*arguments, **options)
        session = open_session([Route(org.options.address, org.url)])
        sessions.append(session)
        client = Salesforce(
            consumer_key=org.options.client_id,
            consumer_secret=org.options.client_secret,
            domain="harbourlane.my",
            session=session,
            version="67.0",
        )
        return org, client

    yield make
    for session in sessions:
        session.close()


def test_it_signs_in_and_reads_all_pages(connect):
    _, client = connect(many(25), page_size=10)
    rows = list(client.query_all_iter("SELECT Id, CreatedDate FROM Case ORDER BY SystemModstamp, Id"))
    assert len({row["Id"] for row in rows}) == 25


def test_it_reads_writes_and_upserts_records(connect):
    org, client = connect(package_folder=PACKAGE)
    case = org.case("web")
    assert client.Case.update(case, {"Score__c": 3}, headers={"Sforce-Auto-Assign": "FALSE"}) == 204
    assert client.Case.get(case)["Score__c"] == 3.0
    assert client.Case.upsert("Key__c/k1", {"Subject": "One"}) == 201
    made = client.CaseComment.create({"ParentId": case, "CommentBody": "Note", "IsPublished": False})
    assert made["success"] is True
    body = {"records": [{"attributes": {"type": "Case"}, "Id": case, "Score__c": 4}]}
    assert client.restful("composite/sobjects", method="PATCH", json=body)[0]["success"] is True
    assert org.counts()["assignment_rules_run"] == 2


def test_its_errors_are_the_ones_it_knows(connect):
    _, client = connect()
    with pytest.raises(SalesforceMalformedRequest) as refused:
        client.query("SELECT Nope FROM Case")
    assert refused.value.content[0]["errorCode"] == "INVALID_FIELD"
    with pytest.raises(SalesforceResourceNotFound):
        client.Case.get("500000000000000AAA")


def test_it_reads_a_bulk_query(connect):
    _, client = connect(many(5))
    pages = list(client.bulk2.Case.query("SELECT Id, Subject FROM Case", max_records=3, wait=0.01))
    assert sum(len(page.splitlines()) - 1 for page in pages) == 5


def test_it_reads_describe_limits_and_what_was_deleted(connect):
    org, client = connect()
    assert {o["name"] for o in client.describe()["sobjects"]} >= {"Case", "CaseComment", "EmailMessage", "CaseHistory"}
    assert client.limits()["DailyApiRequests"]["Max"] == 100_000
    assert client.Case.describe()["name"] == "Case"
    org.call("DELETE", f"/sobjects/Case/{org.case('chat')}")
    assert client.query_all("SELECT Id FROM Case WHERE IsDeleted = true", include_deleted=True)["totalSize"] == 1
