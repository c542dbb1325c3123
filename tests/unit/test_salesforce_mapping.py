"""Whatever is sent to Salesforce as IsPublished is the literal False, in one function of the whole connector."""

import ast
from datetime import UTC, datetime
from pathlib import Path

import pytest

import integration.connectors.salesforce as package
from integration.connectors.salesforce.mapping import (
    map_channel,
    map_status,
    map_ticket,
)
from integration.model import Channel, ContactRef, FlagFeedback, Score, Status, TicketRef
from tests.unit.salesforce_samples import (
    AGENT,
    CASE,
    CONNECTION,
    CONTACT,
    QUEUE,
    STAMP,
    case_row,
)


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


def test_what_agents_say_of_flags_is_read_and_is_no_field_of_the_orgs():
    said = {"Sidelight_Feedback__c": f"{AGENT} rushed-d@1790932805 nonsense", "Sidelight_Flags__c": "rushed"}
    ticket = map_ticket(case_row(**said, Tier__c="gold"), CONNECTION)
    said_at = datetime(2026, 10, 2, 9, 20, 5, tzinfo=UTC)
    assert ticket.feedback == (FlagFeedback("rushed", right=False, at=said_at, by=AGENT, reason="d"),)
    assert ticket.fields == (("Tier__c", "gold"),)


@pytest.mark.parametrize("row", [{}, {"Sidelight_Feedback__c": None}, {"Sidelight_Feedback__c": ""}])
def test_a_case_without_a_word_or_without_the_field_is_read_all_the_same(row):
    assert map_ticket(case_row(**row), CONNECTION).feedback == ()


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
