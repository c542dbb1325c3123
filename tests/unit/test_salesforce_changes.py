"""Rows of CaseHistory as changes of a ticket."""

from integration.connectors.salesforce.history import map_events
from integration.model import Role, TicketRef
from tests.unit.salesforce_samples import (
    AGENT,
    CASE,
    CONNECTION,
    OTHER_AGENT,
    OURS,
    QUEUE,
    events_of,
    history_row,
)


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
