"""Whose words they are: descriptions, comments and mails, and the people behind them."""

from datetime import UTC, datetime

import pytest

from integration.connectors.salesforce.conversation import map_case_comment, map_email, read_html
from integration.connectors.salesforce.mapping import (
    map_contact,
    map_description,
    map_supplied,
    map_ticket,
    map_user,
    supplied_ref,
)
from integration.model import Channel, ContactRef, Role
from tests.unit.salesforce_samples import (
    AGENT,
    ANA,
    BOB,
    CASE,
    CONNECTION,
    CONTACT,
    KEY,
    OURS,
    STAMP,
    case_row,
    comment_row,
    email_row,
)


def test_a_description_is_the_customers_first_comment():
    comment = map_description(case_row(), CONNECTION)
    assert (comment.id, comment.text) == (f"description:{CASE}", "I was charged twice.")
    assert (comment.role, comment.public, comment.channel) == (Role.CUSTOMER, True, Channel.WEB)
    assert (comment.at, comment.author) == (datetime(2026, 10, 2, 9, 12, tzinfo=UTC), ContactRef(CONNECTION, CONTACT))


@pytest.mark.parametrize("text", [None, "", "  \n"])
def test_an_empty_description_is_no_comment(text):
    assert map_description(case_row(Description=text), CONNECTION) is None


def test_a_description_that_mail_has_copied_is_not_counted_twice():
    mail = {"records": [{"Id": "02sWK000001AbCdYAK", "CreatedDate": "2026-10-02T09:12:01.000+0000"}]}
    later = {"records": [{"Id": "02sWK000001AbCdYAK", "CreatedDate": "2026-10-05T09:12:01.000+0000"}]}
    assert map_description(case_row(EmailMessages=mail), CONNECTION) is None
    assert map_description(case_row(EmailMessages=later), CONNECTION) is not None
    assert map_description(case_row(EmailMessages=None), CONNECTION) is not None


def test_a_case_without_contact_is_the_case_of_the_address_it_came_from():
    row = case_row(ContactId=None, SuppliedEmail="Ana@Example.com", SuppliedName="Ana", SuppliedPhone="+34 600")
    ref = ContactRef(CONNECTION, ANA)
    person = map_supplied(row, CONNECTION)
    assert map_ticket(row, CONNECTION).requester == ref
    assert (person.ref, person.name, person.emails, person.phones) == (ref, "Ana", ("Ana@Example.com",), ("+34 600",))
    assert map_supplied(case_row(SuppliedEmail="ana@example.com"), CONNECTION) is None
    assert map_supplied(case_row(ContactId=None), CONNECTION) is None


@pytest.mark.parametrize("written", ["ana@example.com", " Ana@Example.COM\t", "ANA@EXAMPLE.COM"])
def test_an_address_is_one_person_however_it_is_written_and_stands_in_no_id(written):
    assert supplied_ref(written, CONNECTION) == ContactRef(CONNECTION, ANA)
    assert supplied_ref("ana@example.org", CONNECTION) != ContactRef(CONNECTION, ANA)


@pytest.mark.parametrize("written", [None, ""])
def test_no_address_is_nobody(written):
    assert supplied_ref(written, CONNECTION) is None


def test_a_contact_has_its_addresses_once_each():
    row = {"Id": CONTACT, "Name": "Ana Ruiz", "Email": "ana@example.com", "Phone": "+34600111222"}
    row |= {"MobilePhone": "+34600111222", "AccountId": None, "IsDeleted": False, "SystemModstamp": STAMP}
    contact = map_contact(row, CONNECTION)
    assert (contact.name, contact.emails, contact.phones) == ("Ana Ruiz", ("ana@example.com",), ("+34600111222",))
    assert (contact.role, contact.deleted, contact.merged_into) == (Role.CUSTOMER, False, None)


def test_a_merged_contact_names_the_one_that_is_left():
    row = {"Id": CONTACT, "Name": "Ana", "IsDeleted": True, "MasterRecordId": "003X", "SystemModstamp": STAMP}
    contact = map_contact(row, CONNECTION)
    assert (contact.deleted, contact.merged_into) == (True, ContactRef(CONNECTION, "003X"))


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        ("Standard", Role.AGENT),
        ("AutomatedProcess", Role.BOT),
        ("CloudIntegrationUser", Role.BOT),
        ("CspLitePortal", Role.CUSTOMER),
        ("PowerCustomerSuccess", Role.CUSTOMER),
        ("Guest", Role.CUSTOMER),
    ],
)
def test_a_user_is_an_agent_a_bot_or_a_customer_by_its_type(kind, role):
    row = {"Id": AGENT, "Name": "Joe", "UserType": kind, "LanguageLocaleKey": "pt_BR", "SystemModstamp": STAMP}
    user = map_user(row, CONNECTION)
    assert (user.role, user.language) == (role, "pt-BR")


@pytest.mark.parametrize(
    ("kind", "public", "role"),
    [
        ("Standard", True, Role.AGENT),
        ("Standard", False, Role.AGENT),
        ("CspLitePortal", True, Role.CUSTOMER),
        ("PowerCustomerSuccess", True, Role.CUSTOMER),
        ("CustomerSuccess", True, Role.CUSTOMER),
        ("Guest", True, Role.CUSTOMER),
        ("AutomatedProcess", True, Role.BOT),
        ("AutomatedProcess", False, Role.AUTOMATION),
    ],
)
def test_who_wrote_a_case_comment_follows_the_creators_type(kind, public, role):
    row = comment_row(IsPublished=public, CreatedBy={"Name": "X", "UserType": kind})
    comment = map_case_comment(row, CONNECTION, OURS)
    assert (comment.role, comment.public, comment.id) == (role, public, "comment:00aWK000001AbCdYAK")


def test_a_portal_users_comment_is_by_the_contact_behind_it():
    row = comment_row(CreatedBy={"Name": "Ana", "UserType": "CspLitePortal", "ContactId": CONTACT})
    comment = map_case_comment(row, CONNECTION, OURS)
    assert (comment.author, comment.channel) == (ContactRef(CONNECTION, CONTACT), Channel.PHONE)


@pytest.mark.parametrize(
    ("body", "public", "creator", "role"),
    [
        (f"Look: {KEY}", False, OURS, Role.SIDELIGHT),
        (f"Look: {KEY}", False, OURS[:15], Role.SIDELIGHT),
        ("Look: no key", False, OURS, Role.AGENT),
        (f"Pasted {KEY}", False, AGENT, Role.AGENT),
        (f"Pasted {KEY}", True, OURS, Role.AGENT),
    ],
)
def test_a_note_of_ours_is_ours_by_author_key_and_privacy_together(body, public, creator, role):
    row = comment_row(CommentBody=body, IsPublished=public, CreatedById=creator)
    assert map_case_comment(row, CONNECTION, OURS).role is role


def test_a_deleted_comment_is_none():
    assert map_case_comment(comment_row(IsDeleted=True), CONNECTION, OURS) is None


def test_an_incoming_mail_is_the_customers():
    comment = map_email(email_row(), CONNECTION)
    assert (comment.id, comment.role, comment.public) == ("email:02sWK000001AbCdYAK", Role.CUSTOMER, True)
    assert (comment.author, comment.author_name) == (ContactRef(CONNECTION, CONTACT), "Ana Ruiz")
    assert (comment.channel, comment.at) == (Channel.EMAIL, datetime(2026, 10, 2, 9, 12, tzinfo=UTC))


def test_an_incoming_mail_from_another_address_is_by_that_address():
    comment = map_email(email_row(FromAddress="bob@example.com"), CONNECTION)
    assert (comment.author, comment.role) == (ContactRef(CONNECTION, BOB), Role.CUSTOMER)


@pytest.mark.parametrize(
    ("automation", "kind", "role"),
    [
        (None, "Standard", Role.AGENT),
        ("AiAssisted", "Standard", Role.AGENT),
        ("AiAutomated", "Standard", Role.BOT),
        (None, "AutomatedProcess", Role.AUTOMATION),
    ],
)
def test_who_wrote_an_outgoing_mail_follows_its_automation(automation, kind, role):
    row = email_row(Incoming=False, AutomationType=automation, CreatedBy={"UserType": kind}, FromName="Support")
    comment = map_email(row, CONNECTION)
    assert (comment.role, comment.author) == (role, ContactRef(CONNECTION, AGENT))


@pytest.mark.parametrize("changes", [{"Status": "5"}, {"IsDeleted": True}, {"ParentId": None}, {"ParentId": "006X"}])
def test_a_draft_a_deleted_mail_and_mail_of_no_case_are_no_comments(changes):
    assert map_email(email_row(**changes), CONNECTION) is None


def test_a_mail_with_only_html_is_read_as_text():
    html = "<html><head><style>p{color:red}</style></head><body><p>Still&nbsp;broken</p>\n<div>Ana<br>Ruiz</div></body>"
    comment = map_email(email_row(TextBody=None, HtmlBody=html), CONNECTION)
    assert comment.text == "Still broken\n\nAna\nRuiz"
    assert read_html("") == ""
    assert read_html("<table><tr><th>Order</th><td>KL-20418</td></tr></table>") == "Order KL-20418"
