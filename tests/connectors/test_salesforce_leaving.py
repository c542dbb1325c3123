"""Leaving an org: it is as it was before, private comments and stamps excepted."""

import pytest

from integration.connectors.salesforce.removal import AT_ONCE, Purged
from integration.connectors.salesforce.soql import PACKAGE_FIELDS
from integration.errors import ConnectorError
from tests.connectors.salesforce_org import running_org
from tests.connectors.test_salesforce_writing import write_of

STAMPS = {"LastModifiedDate", "LastModifiedById", "SystemModstamp", "attributes"}


@pytest.fixture
def org():
    with running_org() as org:
        yield org


def cases(org):
    """Return every case with every field that is no stamp."""
    names = [row["name"] for row in org.client.call("GET", "/sobjects/Case/describe").json()["fields"]]
    wanted = ", ".join(name for name in names if name not in STAMPS)
    rows = org.client.rows(f"SELECT {wanted} FROM Case ORDER BY Id")
    return [{name: value for name, value in row.items() if name not in STAMPS} for row in rows]


def test_the_org_is_as_before_and_nothing_is_left_to_find(org):
    before = cases(org)
    connector = org.connect()
    connector.write([write_of(org, "mail", note="One."), write_of(org, "web", number=2)])
    org.control("change", id=org.case("web"), values={"Sidelight_Feedback__c": '{"flag":"rushed","useful":false}'})
    assert cases(org) != before
    assert connector.purge([org.case("mail"), org.case("web")], [org.case("mail")]) == Purged(emptied=2)
    assert cases(org) == before
    assert connector.purge([org.case("mail"), org.case("web")], []) == Purged()
    assert connector.leave() == []


def test_private_comments_stay_because_nobody_without_all_rights_may_delete_them(org):
    connector = org.connect()
    connector.write([write_of(org, "mail", note="One.")])
    comments = org.comments("mail")
    connector.purge([org.case("mail")], [org.case("mail")])
    assert org.comments("mail") == comments


def test_what_our_database_has_forgotten_is_emptied_too(org):
    connector = org.connect()
    connector.write([write_of(org, "mail")])
    assert connector.purge([], []) == Purged(emptied=1)
    assert all(org.row("mail")[name] is None for name in PACKAGE_FIELDS)


def test_a_case_with_the_annotation_alone_is_found_by_its_id(org):
    org.control("change", id=org.case("mail"), values={"Sidelight_Annotation__c": "{}"})
    assert org.connect().purge([org.case("mail"), "not-an-id", "500000000000000AAA"], []) == Purged(emptied=1)
    assert org.row("mail")["Sidelight_Annotation__c"] is None


def test_a_locked_case_is_tried_again_alone(org):
    connector = org.connect()
    connector.write([write_of(org, "mail"), write_of(org, "web", number=2)])
    org.control("locks", id=org.case("web"), times=2)
    assert connector.purge([], []) == Purged(emptied=2)


def test_a_case_that_stays_locked_is_counted_and_the_rest_is_emptied(org):
    connector = org.connect()
    connector.write([write_of(org, "mail"), write_of(org, "web", number=2)])
    org.control("locks", id=org.case("web"), times=99)
    assert connector.purge([], []) == Purged(emptied=1, refused=1)


def test_a_field_that_may_not_be_written_stops_it_before_anything_is_emptied(org):
    connector = org.connect()
    connector.write([write_of(org, "mail")])
    org.control("fls", read_only=["Case.Sidelight_Flags__c"])
    with pytest.raises(ConnectorError, match="may not empty Sidelight_Flags__c"):
        org.connect().purge([], [])
    assert org.row("mail")["Sidelight_Headline__c"]


def test_no_assignment_rule_runs_and_no_batch_is_larger_than_the_vendor_takes(org):
    connector = org.connect()
    connector.write([write_of(org, "mail")])
    connector.purge([], [])
    assert org.counts()["assignment_rules_run"] == 0
    assert AT_ONCE == 200


def test_an_org_without_the_package_has_nothing_to_empty():
    with running_org(package_folder=None) as org:
        assert org.connect().purge([org.case("mail")], []) == Purged()


def test_the_token_is_ended_at_last(org):
    connector = org.connect()
    connector.identify()
    text = connector._client.tokens.current().text
    connector.revoke()
    answer = org.client.call("GET", "/limits", headers={"Authorization": f"Bearer {text}"})
    assert answer.status_code == 401
