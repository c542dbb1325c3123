import ast
from datetime import UTC, datetime
from pathlib import Path

import pytest

import integration.connectors.salesforce as package
from integration.connectors.salesforce.conversation import map_case_comment, map_email, read_html
from integration.connectors.salesforce.history import map_events
from integration.connectors.salesforce.mapping import (
    map_channel,
    map_contact,
    map_description,
    map_status,
    map_supplied,
    map_ticket,
    map_user,
    supplied_ref,
)
from integration.model import Channel, ContactRef, Role, Score, Status, TicketRef

CONNECTION = "salesforce:harbourlane"
CASE = "500WK000001AbCdYAK"
CONTACT = "003WK000002AbCdYAK"
AGENT = "005WK000003AbCdYAK"
OTHER_AGENT = "005WK000003XyZdYAK"
OURS = "005WK000009AbCdYAK"
QUEUE = "00GWK000004AbCdYAK"
STAMP = "2026-10-03T10:00:05.000+0000"
KEY = "sidelight:0123456789abcdef"
# blake2b over 12 bytes of ana@example.com and bob@example.com
ANA, BOB = "supplied:03ba4405601b125a0e5c1e29", "supplied:e307b8dbbe1142223bfadf82"


def case_row(**changes):
    return {
        "attributes": {"type": "Case", "url": f"/services/data/v67.0/sobjects/Case/{CASE}"},
        "Id": CASE,
        "CaseNumber": "00001026",
        "Subject": "Charged twice",
        "Description": "I was charged twice.",
        "Status": "Working",
        "IsClosed": False,
        "Origin": "Web",
        "Priority": "High",
        "Type": None,
        "CreatedDate": "2026-10-02T09:12:00.000+0000",
        "ClosedDate": None,
        "SystemModstamp": STAMP,
        "OwnerId": AGENT,
        "Owner": {"attributes": {"type": "Name"}, "Name": "Joe Miller"},
        "ContactId": CONTACT,
        "AccountId": "001WK000005AbCdYAK",
        "ParentId": None,
        "Parent": None,
        "SuppliedEmail": None,
        "IsDeleted": False,
        "MasterRecordId": None,
    } | changes


def comment_row(**changes):
    return {
        "Id": "00aWK000001AbCdYAK",
        "ParentId": CASE,
        "Parent": {"Origin": "Phone"},
        "CommentBody": "Hello",
        "IsPublished": True,
        "CreatedDate": "2026-10-02T09:12:00.000+0000",
        "CreatedById": AGENT,
        "CreatedBy": {"Name": "Joe Miller", "UserType": "Standard", "ContactId": None},
        "IsDeleted": False,
        "SystemModstamp": STAMP,
    } | changes


def email_row(**changes):
    return {
        "Id": "02sWK000001AbCdYAK",
        "ParentId": CASE,
        "Parent": {"ContactId": CONTACT, "ContactEmail": "ana@example.com"},
        "Incoming": True,
        "Status": "1",
        "FromAddress": "Ana@Example.com",
        "FromName": "Ana Ruiz",
        "TextBody": "Still broken",
        "MessageDate": "2026-10-02T09:12:00.000+0000",
        "CreatedDate": "2026-10-02T09:12:03.000+0000",
        "CreatedById": AGENT,
        "CreatedBy": {"Name": "Joe Miller", "UserType": "Standard"},
        "AutomationType": None,
        "IsDeleted": False,
        "SystemModstamp": STAMP,
    } | changes


def history_row(field, old, new, *, row_id="017WK000001AbCdYAK", kind="Text", by="Standard", user=AGENT):
    return {
        "Id": row_id,
        "CaseId": CASE,
        "Field": field,
        "DataType": kind,
        "OldValue": old,
        "NewValue": new,
        "CreatedDate": "2026-10-02T15:00:00.000+0000",
        "CreatedById": user,
        "CreatedBy": {"UserType": by},
        "IsDeleted": False,
    }


def events_of(*rows, closed=frozenset({"closed"}), our_user=OURS):
    return map_events(rows, CONNECTION, closed, our_user)


def test_a_case_becomes_a_ticket_with_all_its_facts():
    ticket = map_ticket(case_row(), CONNECTION)
    assert ticket.ref == TicketRef(CONNECTION, CASE)
    assert (ticket.number, ticket.subject, ticket.custom_status) == ("00001026", "Charged twice", "Working")
    assert (ticket.status, ticket.channel, ticket.priority) == (Status.OPEN, Channel.WEB, "high")
    assert ticket.requester == ContactRef(CONNECTION, CONTACT)
    assert ticket.assignee == ContactRef(CONNECTION, AGENT)
    assert (ticket.group, ticket.account_id) == (None, "001WK000005AbCdYAK")
    assert ticket.created_at == datetime(2026, 10, 2, 9, 12, tzinfo=UTC)
    assert ticket.updated_at == datetime(2026, 10, 3, 10, 0, 5, tzinfo=UTC)
    assert (ticket.stamp, ticket.solved_at, ticket.deleted) == (STAMP, None, False)


@pytest.mark.parametrize(
    ("label", "closed", "expected"),
    [
        ("New", False, Status.NEW),
        ("Working", False, Status.OPEN),
        ("In Progress", False, Status.OPEN),
        ("Escalated", False, Status.OPEN),
        ("Waiting on Customer", False, Status.PENDING),
        ("Pending", False, Status.PENDING),
        ("On Hold", False, Status.HOLD),
        ("On-Hold / Vendor", False, Status.HOLD),
        ("Renewal check", False, Status.OPEN),
        ("Closed", False, Status.OPEN),
        ("Closed", True, Status.SOLVED),
        ("New", True, Status.SOLVED),
        ("Abgeschlossen", True, Status.SOLVED),
        (None, False, Status.OPEN),
    ],
)
def test_a_status_label_has_a_category_and_is_closed_decides(label, closed, expected):
    assert map_status(label, closed=closed) is expected


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("Email", Channel.EMAIL),
        ("Email2Case EU", Channel.EMAIL),
        ("Web", Channel.WEB),
        ("Phone", Channel.PHONE),
        ("Live Chat", Channel.CHAT),
        ("Messaging", Channel.MESSAGING),
        ("WhatsApp", Channel.MESSAGING),
        ("Facebook Messenger", Channel.SOCIAL),
        ("Twitter", Channel.SOCIAL),
        ("Carrier pigeon", Channel.OTHER),
        (None, Channel.OTHER),
    ],
)
def test_an_origin_names_a_channel(origin, expected):
    assert map_channel(origin) is expected


def test_a_closed_case_has_the_time_of_its_closing():
    ticket = map_ticket(case_row(IsClosed=True, Status="Closed", ClosedDate=STAMP), CONNECTION)
    assert (ticket.status, ticket.solved_at) == (Status.SOLVED, datetime(2026, 10, 3, 10, 0, 5, tzinfo=UTC))


def test_a_closing_before_the_creation_counts_as_at_the_creation():
    row = case_row(IsClosed=True, ClosedDate="2026-10-01T00:00:00.000+0000")
    ticket = map_ticket(row, CONNECTION)
    assert ticket.solved_at == ticket.created_at


def test_a_queue_that_owns_a_case_is_its_group_and_nobody_its_assignee():
    ticket = map_ticket(case_row(OwnerId=QUEUE, Owner={"Name": "Billing"}), CONNECTION)
    assert (ticket.assignee, ticket.group) == (None, "Billing")


def test_the_well_known_fields_of_an_org_are_understood():
    row = case_row(
        Team__c="Billing", CSAT__c="Good", Tags__c="billing; vip;", Region__c="EU", Vip__c=False, Seats__c=3.0
    )
    ticket = map_ticket(row | {"Sidelight_Headline__c": "ours"}, CONNECTION)
    assert (ticket.group, ticket.satisfaction, ticket.tags) == ("Billing", Score.GOOD, ("billing", "vip"))
    assert ticket.fields == (("Region__c", "EU"), ("Seats__c", "3"))


def test_a_case_without_the_fields_that_are_hidden_from_us_is_still_a_ticket():
    row = {key: case_row()[key] for key in ("Id", "CreatedDate", "SystemModstamp")}
    ticket = map_ticket(row, CONNECTION)
    assert (ticket.subject, ticket.number, ticket.requester, ticket.channel) == ("", CASE, None, Channel.OTHER)


def test_only_a_parent_that_is_a_problem_makes_an_incident():
    parent = "500WK000001ZbCdYAK"
    assert map_ticket(case_row(Type="Problem"), CONNECTION).is_problem
    incident = map_ticket(case_row(ParentId=parent, Parent={"Type": "Problem"}), CONNECTION)
    assert (incident.problem, incident.is_problem) == (TicketRef(CONNECTION, parent), False)
    assert map_ticket(case_row(ParentId=parent, Parent={"Type": "Question"}), CONNECTION).problem is None
    assert map_ticket(case_row(ParentId=parent, Parent=None), CONNECTION).problem is None


def test_a_deleted_and_a_merged_case_say_so():
    master = "500WK000001MbCdYAK"
    merged = map_ticket(case_row(IsDeleted=True, MasterRecordId=master), CONNECTION)
    assert (merged.deleted, merged.merged_into) == (True, TicketRef(CONNECTION, master))
    assert map_ticket(case_row(IsDeleted=True), CONNECTION).merged_into is None


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


def test_a_status_change_is_told_in_our_categories():
    (event,) = events_of(history_row("Status", "Waiting on Customer", "Closed"))
    assert (event.field, event.before, event.after) == ("status", "pending", "solved")
    assert (event.id, event.role, event.ticket) == (
        "history:017WK000001AbCdYAK",
        Role.AGENT,
        TicketRef(CONNECTION, CASE),
    )
    (event,) = events_of(history_row("Status", "New", "Erledigt"), closed=frozenset({"erledigt"}))
    assert (event.before, event.after) == ("new", "solved")


def test_the_two_rows_of_an_owner_change_are_one_event_by_id():
    names = history_row("Owner", "Joe Miller", "Kim Park", row_id="017WK000001AaaaYAK")
    ids = history_row("Owner", AGENT, OTHER_AGENT, row_id="017WK000001BbbbYAK", kind="EntityId")
    for rows in ((names, ids), (ids, names), (ids,)):
        (event,) = events_of(*rows)
        assert (event.field, event.before, event.after) == ("assignee", AGENT, OTHER_AGENT)
        assert event.id == "history:017WK000001BbbbYAK"
    assert events_of(names) == []


def test_an_owner_change_without_data_types_is_known_by_the_form_of_its_ids():
    names = history_row("Owner", "Joe Miller", "Kim Park", row_id="017WK000001AaaaYAK", kind=None)
    ids = history_row("Owner", AGENT, OTHER_AGENT, row_id="017WK000001BbbbYAK", kind=None)
    (event,) = events_of(names, ids)
    assert (event.before, event.after) == (AGENT, OTHER_AGENT)


def test_taking_a_case_from_its_queue_gives_it_an_assignee_and_keeps_its_group():
    names = history_row("Owner", "Billing", "Kim Park", row_id="017WK000001AaaaYAK")
    ids = history_row("Owner", QUEUE, OTHER_AGENT, row_id="017WK000001BbbbYAK", kind="EntityId")
    assert [(e.field, e.before, e.after) for e in events_of(names, ids)] == [("assignee", None, OTHER_AGENT)]


def test_giving_a_case_to_a_queue_moves_group_and_assignee():
    names = history_row("Owner", "Kim Park", "Billing", row_id="017WK000001AaaaYAK")
    ids = history_row("Owner", OTHER_AGENT, QUEUE, row_id="017WK000001BbbbYAK", kind="EntityId")
    events = events_of(names, ids)
    assert {e.field: (e.before, e.after) for e in events} == {
        "assignee": (OTHER_AGENT, None),
        "group": (None, "Billing"),
    }
    assert len({event.id for event in events}) == 2


def test_where_the_org_has_its_own_field_for_the_team_a_queue_is_no_group():
    names = history_row("Owner", "Kim Park", "Billing", row_id="017WK000001AaaaYAK")
    ids = history_row("Owner", OTHER_AGENT, QUEUE, row_id="017WK000001BbbbYAK", kind="EntityId")
    team = history_row("Team__c", "Support", "Billing", row_id="017WK000001CcccYAK")
    events = map_events((names, ids, team), CONNECTION, frozenset(), OURS, queues_are_groups=False)
    assert [(e.field, e.before, e.after) for e in events] == [
        ("assignee", OTHER_AGENT, None),
        ("group", "Support", "Billing"),
    ]


def test_changes_that_say_nothing_to_us_are_left_out():
    assert events_of(history_row("created", None, None), history_row("Sidelight_Headline__c", None, "x")) == []


def test_a_change_by_our_own_user_is_ours_and_by_a_flow_an_automations():
    (ours,) = events_of(history_row("Priority", "Low", "High", user=OURS))
    (flow,) = events_of(history_row("Priority", "Low", "High", by="AutomatedProcess"))
    assert (ours.role, flow.role, flow.after) == (Role.SIDELIGHT, Role.AUTOMATION, "high")


def test_the_word_that_publishes_is_written_once_and_only_as_false():
    """Whatever is sent to Salesforce as IsPublished is the literal False, in one function of the whole connector."""
    literals = []
    for path in Path(package.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Dict):
                literals += [
                    (path.name, value.value if isinstance(value, ast.Constant) else "computed")
                    for key, value in zip(node.keys, node.values, strict=True)
                    if isinstance(key, ast.Constant) and key.value == "IsPublished"
                ]
            if isinstance(node, ast.Subscript | ast.keyword):
                assert "IsPublished" not in ast.dump(node), path.name
    assert literals == [("outgoing.py", False)]
