"""What `doctor` finds of an org, and what connecting makes."""

import pytest

from integration.connectors.salesforce.provision import FIELDS, RIGHTS
from integration.connectors.salesforce.soql import OUR_FIELDS, PACKAGE_FIELDS
from integration.model import FLAG_KINDS
from tests.connectors.salesforce_org import SECRET, running_org


@pytest.fixture
def org():
    with running_org() as org:
        yield org


def test_an_org_that_has_everything_passes_every_check(org):
    findings = org.connect().check()
    assert [f for f in findings if not f.ok] == []
    assert {f"field {name}" for name in OUR_FIELDS} <= {f.subject for f in findings}
    assert any(org.counts()["organizationId"] in f.says for f in findings)


def test_an_org_without_the_package_is_told_to_deploy_it():
    with running_org(package_folder=None) as org:
        findings = {f.subject: f for f in org.connect(webhook_secrets=()).check()}
        assert not any(findings[f"field {name}"].ok for name in OUR_FIELDS)
        remedy = findings["field Sidelight_Flags__c"].remedy
        assert "sf project deploy start" in remedy
        assert "in manifest/salesforce" in remedy
        assert findings["sign-in"].ok


@pytest.mark.parametrize(("secrets", "says"), [((), "found by polling"), ((SECRET,), "a secret")])
def test_polling_alone_is_all_right_and_named_as_what_it_is(org, secrets, says):
    (push,) = [f for f in org.connect(webhook_secrets=secrets).check() if f.subject == "push"]
    assert push.ok
    assert says in push.says
    assert SECRET not in push.says


def test_a_field_that_is_only_read_is_told_to_be_assigned(org):
    org.control("fls", read_only=["Case.Sidelight_Effort__c"])
    bad = [f for f in org.connect().check() if not f.ok]
    assert [f.subject for f in bad] == ["field Sidelight_Effort__c"]
    assert "Sidelight_Integration" in bad[0].remedy


def test_a_flag_field_of_an_older_release_is_told_what_it_lacks(org):
    schema = org.app.config["helpdesk"].schema
    field = schema["case"].fields["sidelight_flags__c"]
    object.__setattr__(field, "values", field.values[:-1])
    object.__setattr__(field, "labels", field.labels[:-1])
    (bad,) = [f for f in org.connect().check() if not f.ok]
    assert FLAG_KINDS[-1] in bad.says


def test_a_wrong_secret_is_one_finding_and_not_a_crash(org):
    options = org.client.options
    findings = org.connect(credential={"client_id": options.client_id, "client_secret": "wrong"}).check()
    assert [(f.subject, f.ok) for f in findings] == [("sign-in", False), ("push", True)]


def test_another_org_than_the_one_connected_is_noticed(org):
    options = org.client.options
    credential = {"client_id": options.client_id, "client_secret": options.client_secret}
    findings = org.connect(credential=credential | {"organization_id": "00D000000000001EAA"}).check()
    assert not findings[0].ok
    assert "00D000000000001EAA" in findings[0].says


def test_provisioning_makes_a_secret_once_and_only_where_a_push_is_wanted(org):
    findings, secrets = org.connect(webhook_secrets=()).provision("https://sidelight.example/hooks")
    assert all(f.ok for f in findings)
    assert len(secrets) == 1
    assert len(secrets[0]) >= 40
    assert not any(secrets[0] in f"{f.says}{f.remedy}" for f in findings)
    assert any("https://sidelight.example/hooks" in (f.remedy or "") for f in findings)
    assert org.connect().provision("https://sidelight.example/hooks")[1] == (SECRET,)
    assert org.connect(webhook_secrets=()).provision(None)[1] == ()


def test_the_feedback_field_is_checked_like_the_others(org):
    assert {f"field {name}" for name in PACKAGE_FIELDS} <= {f.subject for f in org.connect().check()}


def test_a_field_of_ours_that_is_hidden_is_named_with_both_reasons_and_remedies(org):
    org.control("fls", hide=["Case.Sidelight_Effort__c"])
    (bad,) = [f for f in org.connect().check() if not f.ok]
    assert bad.subject == "field Sidelight_Effort__c"
    assert "field-level security" in bad.says
    assert "Sidelight_Integration" in bad.remedy
    assert "sf project deploy start" in bad.remedy


def test_a_hidden_field_that_is_read_is_named_and_costs_only_itself(org):
    org.control("fls", hide=["Case.Description", "Contact.Phone"])
    connector = org.connect()
    bad = {f.subject: f for f in connector.check() if not f.ok}
    assert set(bad) == {"field Case.Description", "field Contact.Phone"}
    assert all("Sidelight_Integration" in f.remedy for f in bad.values())
    assert len(connector.fetch_page("Case", None).tickets) == 5


def test_an_org_where_the_permission_set_was_not_assigned_is_told_so():
    with running_org(permission_sets=()) as org:
        bad = {f.subject: f for f in org.connect().check() if not f.ok}
        assert {f"field {name}" for name in PACKAGE_FIELDS} <= set(bad)
        assert "Assign the permission set" in bad["field Sidelight_Flags__c"].remedy


def test_a_preview_names_each_field_and_right_with_its_reason_and_changes_nothing(org):
    org.control("fls", hide=["Case.Sidelight_Effort__c", "Case.Description"])
    requests = org.counts()["requests"]
    needed = {one.subject: one for one in org.connect(webhook_secrets=()).preview("https://sidelight.example/hooks")}
    assert set(FIELDS) == set(PACKAGE_FIELDS)
    for name, purpose in FIELDS.items():
        assert needed[f"field Case.{name}"].purpose == purpose
    assert all(needed[f"right {right}"].purpose == reason for right, reason in RIGHTS)
    assert "hidden" in needed["field Case.Sidelight_Effort__c"].stands
    assert "hidden" in needed["field Case.Description"].stands
    assert "will be made" in needed["push"].stands
    assert "https://sidelight.example/hooks" in needed["push"].purpose
    calls = org.client.call("GET", "/control/stats").json()["calls"]
    assert org.counts()["requests"] > requests
    assert [call for call in calls if call.split()[0] != "GET" and "oauth2/token" not in call] == []


def test_a_secret_that_has_changed_is_found_although_the_token_is_still_good(org):
    connector = org.connect()
    connector.fetch_page("Contact", None)
    object.__setattr__(org.client.options, "client_secret", "another")
    finding = connector.check()[0]
    assert (finding.subject, finding.ok) == ("sign-in", False)
    assert "client secret" in finding.says
