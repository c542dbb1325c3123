"""What `doctor` finds of an org, and what connecting makes."""

import pytest

from integration.connectors.salesforce.soql import OUR_FIELDS
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
