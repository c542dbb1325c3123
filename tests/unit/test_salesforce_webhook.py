import json
from datetime import UTC, datetime

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from integration.connectors import Connection
from integration.connectors.salesforce import SalesforceConnector
from integration.connectors.salesforce.webhook import MAX_CALLOUT_BYTES
from integration.errors import SignatureError
from integration.model import Hint, TicketRef

ORG, OURS, CASE = "00DWK0000012345", "005WK000009AbCd", "500WK000001AbCd"
NEW, OLD = "new-secret-of-the-flow", "old-secret-of-the-flow"
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def connector(secrets=(NEW, OLD), **credential):
    credential = {"organization_id": ORG, "user_id": OURS} | credential
    connection = Connection(
        "salesforce:harbourlane", "salesforce", "https://harbourlane.my.salesforce.com", credential, secrets
    )
    return SalesforceConnector(connection, requests.Session(), lambda: NOW)


def body_of(**changes):
    return json.dumps({"organizationId": ORG, "caseId": CASE, "userId": "005WK000001AbCd"} | changes).encode()


def read(body=None, *, secret=NEW, header="Authorization", scheme="Bearer", who=None):
    who = who or connector()
    return who.read_hint({header: f"{scheme} {secret}"}, body_of() if body is None else body, NOW)


def test_a_push_with_the_secret_names_its_case_by_its_long_id():
    assert read() == Hint((TicketRef("salesforce:harbourlane", "500WK000001AbCdYAK"),))


def test_both_secrets_are_good_while_one_is_being_replaced():
    assert read(secret=OLD) == read(secret=NEW)


@pytest.mark.parametrize("header", ["authorization", "AUTHORIZATION"])
def test_the_header_is_found_in_any_case(header):
    assert read(header=header).tickets


def test_our_own_change_is_told_as_ours_in_either_form_of_the_id():
    assert read(body_of(userId=OURS)).by_us
    assert read(body_of(userId="005WK000009AbCdYAK")).by_us
    assert not read(body_of(userId=None)).by_us
    assert not read(body_of(userId=None), who=connector(user_id="")).by_us


@pytest.mark.parametrize(
    "changes", [{"secret": "wrong"}, {"secret": ""}, {"secret": NEW[:-1]}, {"scheme": "Basic"}, {"header": "X-Secret"}]
)
def test_a_push_without_the_secret_is_refused(changes):
    with pytest.raises(SignatureError, match="no valid secret"):
        read(**changes)


@pytest.mark.parametrize("secrets", [(), ("",)])
def test_without_a_secret_of_ours_nothing_is_let_in(secrets):
    with pytest.raises(SignatureError):
        read(secret="", who=connector(secrets))


@pytest.mark.parametrize("sender", ["00DWK0000099999", None, 7])
def test_a_push_of_another_org_is_refused(sender):
    with pytest.raises(SignatureError, match="another Salesforce org"):
        read(body_of(organizationId=sender))


def test_the_long_form_of_the_org_is_the_same_org():
    assert read(who=connector(organization_id="00DWK00000123452AA")).tickets


def test_where_the_org_is_not_known_the_secret_alone_decides():
    assert read(body_of(organizationId=None), who=connector(organization_id="")).tickets


@pytest.mark.parametrize("case", [None, 5, "", "003WK000001AbCd", "500WK000001AbCd' OR Id != '", "500", CASE + "\n"])
def test_a_push_that_names_no_case_is_refused(case):
    with pytest.raises(SignatureError, match="names no case"):
        read(body_of(caseId=case))


@pytest.mark.parametrize("body", [b"", b"[]", b'"x"', b"{", b"\xff", b"[" * 30_000])
def test_a_malformed_body_is_refused(body):
    with pytest.raises(SignatureError):
        read(body)


def test_an_oversized_body_is_refused_before_it_is_read():
    with pytest.raises(SignatureError, match="larger"):
        read(body_of() + b" " * MAX_CALLOUT_BYTES)


def test_a_refusal_never_tells_a_secret():
    with pytest.raises(SignatureError) as refused:
        read(secret="guess-of-a-stranger")
    assert NEW not in str(refused.value)
    assert "guess" not in str(refused.value)


@given(st.binary(max_size=300), st.text(max_size=40))
def test_whatever_is_sent_it_is_a_hint_or_refused(body, secret):
    with pytest.raises(SignatureError):
        read(body, secret=secret)
