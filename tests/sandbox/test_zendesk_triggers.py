"""Triggers, which run after every update, and the webhooks that they call."""

import json
import time
from collections.abc import Iterator

import pytest

from tests.sandbox.webhook_receiver import HOOK, Receiver

CHANGED = {"all": [{"field": "update_type", "operator": "is", "value": "Change"}], "any": []}


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    running = Receiver()
    yield running
    running.close()


@pytest.fixture
def hooked(start_zendesk, receiver):
    return start_zendesk(
        webhook_routes={"https://sidelight.example": receiver.url}, webhook_timeout_s=0.3, webhook_pause_s=0.4
    )


def add_hook(zendesk, *subscriptions):
    hook = HOOK | {"subscriptions": list(subscriptions) or ["conditional_ticket_events"]}
    answered = zendesk.call("POST", "/webhooks", json={"webhook": hook})
    assert answered.status_code == 201, answered.text
    return answered.json()["webhook"]["id"]


def add_trigger(zendesk, actions, conditions=CHANGED, **more):
    given = {"title": "T", "conditions": conditions, "actions": actions} | more
    answered = zendesk.call("POST", "/triggers", json={"trigger": given})
    assert answered.status_code == 201, answered.text
    return answered.json()["trigger"]


def test_a_trigger_calls_its_webhook_with_its_own_body_on_our_writes_too(hooked, receiver):
    hook = add_hook(hooked)
    body = '{"ticket": "{{ticket.id}}", "status": "{{ticket.status}}", "what": "{{ticket.unknown}}"}'
    add_trigger(hooked, [{"field": "notification_webhook", "value": [hook, body]}])
    hooked.put_ticket("mail", comment={"body": "note", "public": False})
    ((_, headers, sent),) = receiver.wait(1)
    assert json.loads(sent) == {"ticket": str(hooked.id("mail")), "status": "Open", "what": ""}
    assert headers["x-zendesk-webhook-id"] == hook
    assert headers["x-zendesk-webhook-signature"]


def test_a_trigger_that_changes_the_ticket_does_it_in_the_updates_own_audit(zendesk):
    add_trigger(zendesk, [{"field": "current_tags", "value": "vip seen"}, {"field": "priority", "value": "urgent"}])
    answered = zendesk.put_ticket("mail", subject="New").json()
    assert answered["ticket"]["priority"] == "urgent"
    assert {"vip", "seen"} <= set(answered["ticket"]["tags"])
    assert {"subject", "tags", "priority"} == {e["field_name"] for e in answered["audit"]["events"]}


def test_a_trigger_fires_once_for_an_update_even_where_another_wakes_it(zendesk):
    tagged = {"all": [{"field": "current_tags", "operator": "includes", "value": "second"}], "any": []}
    add_trigger(zendesk, [{"field": "current_tags", "value": "first"}], tagged)
    add_trigger(zendesk, [{"field": "current_tags", "value": "second"}])
    tags = zendesk.put_ticket("mail", subject="New").json()["ticket"]["tags"]
    assert {"first", "second"} <= set(tags)


@pytest.mark.parametrize(
    ("condition", "fires"),
    [
        ({"field": "status", "operator": "changed"}, True),
        ({"field": "status", "operator": "value", "value": "pending"}, True),
        ({"field": "status", "operator": "value_previous", "value": "new"}, False),
        ({"field": "status", "operator": "less_than", "value": "solved"}, True),
        ({"field": "status", "operator": "not_value", "value": "pending"}, False),
        ({"field": "priority", "operator": "greater_than", "value": "normal"}, True),
        ({"field": "comment_is_public", "operator": "is", "value": "true"}, False),
        ({"field": "role", "operator": "is", "value": "agent"}, True),
        ({"field": "current_tags", "operator": "not_includes", "value": "billing"}, False),
        ({"field": "subject_includes_word", "operator": "includes", "value": "subject"}, True),
        ({"field": "group_id", "operator": "present"}, True),
    ],
)
def test_conditions(zendesk, condition, fires):
    add_trigger(zendesk, [{"field": "current_tags", "value": "fired"}], {"all": [condition], "any": []})
    told = zendesk.put_ticket("mail", status="pending", comment={"body": "n", "public": False}).json()
    assert ("fired" in told["ticket"]["tags"]) is fires


def test_triggers_are_listed_searched_changed_switched_off_and_removed(zendesk):
    made = add_trigger(zendesk, [{"field": "current_tags", "value": "x"}], title="Tell Sidelight")
    path = f"/triggers/{made['id']}"
    assert [t["id"] for t in zendesk.read("/triggers/search", query="sidelight")["triggers"]] == [made["id"]]
    assert zendesk.call("PUT", path, json={"trigger": {"active": False}}).json()["trigger"]["active"] is False
    assert zendesk.read("/triggers/active")["triggers"] == []
    assert "x" not in zendesk.put_ticket("mail", subject="New").json()["ticket"]["tags"]
    assert zendesk.read("/trigger_categories")["trigger_categories"][0]["id"] == made["category_id"]
    assert zendesk.call("DELETE", path).status_code == 204
    assert zendesk.get(path).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"actions": []},
        {"conditions": {"all": [], "any": []}},
        {"actions": [{"field": "launch", "value": 1}]},
        {"conditions": {"all": [{"field": "moon", "operator": "is", "value": "full"}]}},
    ],
)
def test_a_trigger_against_the_rules_is_422(zendesk, wrong):
    given = {"title": "T", "conditions": CHANGED, "actions": [{"field": "current_tags", "value": "x"}]} | wrong
    answered = zendesk.call("POST", "/triggers", json={"trigger": given})
    assert (answered.status_code, answered.json()["error"]) == (422, "RecordInvalid")


def test_a_webhook_that_always_fails_is_left_alone_for_a_while_and_what_happens_then_is_lost(hooked, receiver):
    hook = add_hook(hooked, "zen:event-type:ticket.subject_changed")
    receiver.answers = [(500, {})] * 20

    def states(count):
        for _ in range(300):
            rows = hooked.read(f"/webhooks/{hook}/invocations", **{"page[size]": 100})["invocations"]
            if sum(row["status"] != "in progress" for row in rows) == count:
                return [row["status"] for row in rows]
            time.sleep(0.02)
        raise AssertionError(rows)

    for number in range(20):
        hooked.put_ticket("mail", subject=f"S{number}")
    assert set(states(20)) == {"failed"}
    hooked.put_ticket("mail", subject="while it is open")
    assert states(21)[0] == "circuit broken"
    time.sleep(0.45)
    hooked.put_ticket("mail", subject="after it")
    assert states(22)[0] == "completed"
    assert len(receiver.got) == 21


def test_a_test_request_is_sent_at_once_and_its_answer_is_told(hooked, receiver):
    hook = add_hook(hooked)
    given = {"request": {"payload": '{"hello": 1}'}}
    told = hooked.call("POST", f"/webhooks/test?webhook_id={hook}", json=given).json()["response"]
    assert told["status"] == 204
    ((_, headers, sent),) = receiver.wait(1)
    assert (sent, "x-zendesk-webhook-signature" in headers) == (b'{"hello": 1}', True)
