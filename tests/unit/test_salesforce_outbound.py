"""A Flow's outbound message: SOAP, with the secret in its address."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import requests
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from integration.connectors import Connection
from integration.connectors.salesforce import SalesforceConnector
from integration.connectors.salesforce.soql import long_id
from integration.connectors.salesforce.webhook import ACK, MAX_MESSAGE_BYTES
from integration.errors import SignatureError
from integration.model import TicketRef
from integration.web import create_app

ORG, OURS, THEIRS = "00DWK0000012345", "005WK000009AbCd", "005WK000001AbCd"
CASES = [f"500WK00000{n:05}" for n in range(100)]
NEW, OLD = "new-secret-in-the-address", "old-secret-in-the-address"
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
NAME = "salesforce:harbourlane"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


def notification(number, case=None, *, by=THEIRS, kind="Case", record=None):
    record = record or f"<sf:Id>{case or CASES[number]}</sf:Id><sf:LastModifiedById>{by}</sf:LastModifiedById>"
    return (
        f"<Notification><Id>04lWK{number:010}YAA</Id>"
        f'<sObject xsi:type="sf:{kind}" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">{record}</sObject>'
        "</Notification>"
    )


def message(*notifications, org=ORG, doctype="", session='<SessionId xsi:nil="true"/>'):
    """An outbound message as Salesforce sends it."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}\n'
        '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"'
        ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        '<soapenv:Body><notifications xmlns="http://soap.sforce.com/2005/09/outbound">'
        f"<OrganizationId>{org}</OrganizationId><ActionId>04kWK0000004CAeYAM</ActionId>{session}"
        "<EnterpriseUrl>https://harbourlane.my.salesforce.com/services/Soap/c/67.0</EnterpriseUrl>"
        "<PartnerUrl>https://harbourlane.my.salesforce.com/services/Soap/u/67.0</PartnerUrl>"
        f"{''.join(notifications)}</notifications></soapenv:Body></soapenv:Envelope>"
    ).encode()


def connector(**changes):
    connection = Connection(
        NAME,
        "salesforce",
        "https://harbourlane.my.salesforce.com",
        {"organization_id": ORG, "user_id": OURS},
        (NEW, OLD),
        old_secrets_until=NOW + timedelta(hours=1),
    )
    return SalesforceConnector(replace(connection, **changes), requests.Session(), lambda: NOW)


def read(body, secret=NEW, now=NOW, **changes):
    return connector(**changes).read_hint({}, body, now, secret)


def ids(hint):
    return [ref.id[:15] for ref in hint.tickets]


def test_a_message_names_its_cases_once_each_and_is_acknowledged():
    hint = read(message(notification(0), notification(1), notification(2, CASES[0])))
    assert ids(hint) == CASES[:2]
    assert not hint.by_us
    answer = etree.fromstring(hint.answer.encode())
    assert answer.findtext(".//{http://soap.sforce.com/2005/09/outbound}Ack") == "true"


def test_a_hundred_notifications_are_one_message():
    hint = read(message(*(notification(n) for n in range(100))))
    assert ids(hint) == CASES
    with pytest.raises(SignatureError, match="101 notifications"):
        read(message(*(notification(n % 100) for n in range(101))))
    with pytest.raises(SignatureError, match="0 notifications"):
        read(message())


def test_the_same_message_sent_again_is_known_and_another_is_not():
    first, second = message(notification(0), notification(1)), message(notification(1), notification(0))
    assert read(first).invocation_id == read(second).invocation_id
    assert read(first).invocation_id != read(message(notification(0))).invocation_id


def test_our_own_writes_are_left_out_and_a_message_of_them_alone_is_an_echo():
    mixed = read(message(notification(0, by=OURS), notification(1)))
    assert (ids(mixed), mixed.by_us) == ([CASES[1]], False)
    ours = read(message(notification(0, by=long_id(OURS)), notification(1, by=OURS)))
    assert ours.by_us
    assert ours.answer == ACK


def test_what_hangs_on_a_case_names_the_case():
    record = f"<sf:Id>00aWK0000000001</sf:Id><sf:ParentId>{CASES[7]}</sf:ParentId>"
    assert ids(read(message(notification(0, kind="CaseComment", record=record)))) == [CASES[7]]


def test_both_secrets_are_good_until_the_old_one_ends():
    body = message(notification(0))
    assert read(body, OLD) == read(body, NEW)
    with pytest.raises(SignatureError, match="no valid secret"):
        read(body, OLD, NOW + timedelta(hours=2))
    assert read(body, NEW, NOW + timedelta(hours=2)).tickets


@pytest.mark.parametrize("secret", ["", "wrong", NEW[:-1], NEW + "x", "Ünïcode"])
def test_a_wrong_secret_is_refused_before_a_word_is_read(secret):
    with pytest.raises(SignatureError, match="no valid secret"):
        read(b"<not xml", secret)


def test_without_any_secret_nothing_gets_in():
    with pytest.raises(SignatureError, match="no valid secret"):
        read(message(notification(0)), "", webhook_secrets=())


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (message(notification(0), org="00DWK0000099999"), "another Salesforce org"),
        (message(notification(0)).replace(b"<OrganizationId>" + ORG.encode() + b"</OrganizationId>", b""), "another"),
        (b"", "not XML"),
        (b"{}", "not XML"),
        (message(notification(0))[:-5], "not XML"),
        (message(notification(0)).replace(b"outbound", b"inbound"), "no outbound message"),
        (b"<notifications/>", "no outbound message"),
        (message("<Notification><Id>04l</Id></Notification>"), "no record"),
        (message(notification(0, "001WK0000000001")), "names no case"),
        (message(notification(0, "500' OR Id != '")), "names no case"),
        (message(notification(0), doctype="<!DOCTYPE x>"), "document type"),
        (message(notification(0, "&e;"), doctype='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'), "docume"),
        (message(notification(0, "&l9;"), doctype=f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'), "not XML|document"),
        (message(notification(0)) + b" " * MAX_MESSAGE_BYTES, "larger"),
    ],
)
def test_a_wrong_message_is_refused(body, says):
    with pytest.raises(SignatureError, match=says):
        read(body)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_no_body_breaks_it(body):
    with pytest.raises(SignatureError):
        read(body)


def test_over_the_web_a_message_is_queued_and_acknowledged_and_a_forged_one_counted(caplog):
    queued, counted = [], []
    app = create_app(
        connector=lambda name: {NAME: connector()}[name],
        enqueue=lambda *told: queued.append(told) or True,
        count=counted.append,
        is_ready=lambda: None,
        clock=lambda: NOW,
    )
    web = app.test_client()
    good = web.post(f"/webhooks/salesforce/harbourlane/{NEW}", data=message(notification(0)))
    assert (good.status_code, good.mimetype, good.text) == (200, "text/xml", ACK)
    assert [(name, refs) for name, _, refs, _ in queued] == [(NAME, (TicketRef(NAME, queued[0][2][0].id),))]
    forged = web.post("/webhooks/salesforce/harbourlane/guess", data=message(notification(0)))
    assert forged.status_code == 401
    assert b"Ack" not in forged.data
    echo = web.post(f"/webhooks/salesforce/harbourlane/{NEW}", data=message(notification(0, by=OURS)))
    assert echo.status_code == 200
    assert counted == [f"push refused {NAME}", f"push echo {NAME}"]
    assert len(queued) == 1
    assert web.post(f"/webhooks/salesforce/other/{NEW}", data=b"").status_code == 404


def test_the_secret_of_the_address_is_in_no_log(capsys):
    app = create_app(
        connector=lambda _: connector(),
        enqueue=lambda *_: True,
        count=lambda _: None,
        is_ready=lambda: None,
        clock=lambda: NOW,
    )
    app.test_client().post(f"/webhooks/salesforce/harbourlane/{NEW}", data=message(notification(0)))
    app.test_client().post(f"/webhooks/salesforce/harbourlane/{NEW}", data=b"bad")
    told = capsys.readouterr()
    assert "/webhooks/<kind>/<account>/<secret>" in told.out + told.err
    assert NEW not in told.out + told.err
