import base64
import hashlib
import hmac
import time
from collections.abc import Iterator

import pytest

from tests.sandbox.webhook_receiver import HOOK, Receiver

TICKET = "zen:event-type:ticket."


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    running = Receiver()
    yield running
    running.close()


@pytest.fixture
def hooked(start_zendesk, receiver):
    return start_zendesk(webhook_routes={"https://sidelight.example": receiver.url}, webhook_timeout_s=0.3)


def subscribe(zendesk, *names, **more):
    hook = HOOK | {"subscriptions": [name if ":" in name else TICKET + name for name in names]} | more
    answered = zendesk.call("POST", "/webhooks", json={"webhook": hook})
    assert answered.status_code == 201, answered.text
    return answered.json()["webhook"]["id"]


def test_a_delivery_is_signed_over_its_timestamp_and_its_raw_body(hooked, receiver):
    hook = subscribe(hooked, "comment_added")
    secret = hooked.read(f"/webhooks/{hook}/signing_secret")["signing_secret"]
    hooked.put_ticket("mail", comment={"body": "Hello", "public": False})
    path, headers, body = receiver.wait(1)[0]
    stamp = headers["x-zendesk-webhook-signature-timestamp"]
    digest = hmac.new(secret["secret"].encode(), stamp.encode() + body, hashlib.sha256).digest()
    assert headers["x-zendesk-webhook-signature"] == base64.b64encode(digest).decode()
    assert (path, secret["algorithm"]) == ("/webhooks/zendesk", "SHA256")
    assert headers["user-agent"] == "Zendesk Webhook"
    assert headers["x-zendesk-webhook-id"] == hook
    assert headers["x-zendesk-webhook-invocation-id"]
    assert headers["x-zendesk-account-id"]


def test_an_event_names_its_ticket_with_ids_as_text(hooked, receiver):
    subscribe(hooked, "status_changed")
    hooked.put_ticket("mail", status="pending")
    (body,) = receiver.bodies(1)
    assert body["type"] == "zen:event-type:ticket.status_changed"
    assert body["subject"] == f"zen:ticket:{hooked.id('mail')}"
    assert body["detail"]["id"] == str(hooked.id("mail"))
    assert body["detail"]["actor_id"] == str(hooked.read("/users/me")["user"]["id"])
    assert body["detail"]["status"] == "PENDING"
    assert (body["event"]["previous"], body["event"]["current"]) == ("OPEN", "PENDING")


def test_each_kind_of_change_has_its_event(hooked, receiver):
    subscribe(
        hooked,
        *("comment_added", "status_changed", "agent_assignment_changed", "group_assignment_changed", "tags_changed"),
        *("custom_field_changed", "soft_deleted", "undeleted", "subject_changed"),
    )
    field = hooked.add_field("text")
    kim = next(u["id"] for u in hooked.read("/users")["users"] if u["name"] == "Kim")
    support = next(g["id"] for g in hooked.read("/groups")["groups"] if g["name"] == "Support")
    hooked.put_ticket(
        "mail",
        comment={"body": "x", "public": False},
        status="solved",
        assignee_id=kim,
        group_id=support,
        additional_tags=["t"],
        custom_fields=[{"id": field, "value": "v"}],
    )
    hooked.call("DELETE", f"/tickets/{hooked.id('mail')}")
    hooked.call("PUT", f"/deleted_tickets/{hooked.id('mail')}/restore")
    names = sorted(body["type"].removeprefix(TICKET) for body in receiver.bodies(8))
    assert names == [
        "agent_assignment_changed",
        "comment_added",
        "custom_field_changed",
        "group_assignment_changed",
        "soft_deleted",
        "status_changed",
        "tags_changed",
        "undeleted",
    ]


def test_a_customers_mail_is_a_comment_and_a_chat_message_is_an_event_of_its_own(hooked, receiver):
    subscribe(hooked, "comment_added", "zen:event-type:messaging_ticket.message_added")
    for id_ in ("mail", "chat"):
        hooked.call("POST", "/control/reply", json={"id": str(hooked.id(id_)), "text": f"again, {id_}"})
    bodies = {b["type"]: b for b in receiver.bodies(2)}
    comment = bodies["zen:event-type:ticket.comment_added"]["event"]["comment"]
    assert (comment["body"], comment["is_public"], comment["author"]["is_staff"]) == ("again, mail", True, False)
    message = bodies["zen:event-type:messaging_ticket.message_added"]
    assert message["detail"] == {"id": str(hooked.id("chat"))}
    assert message["event"]["message"]["body"] == "again, chat"


@pytest.mark.parametrize(
    ("answers", "attempts", "status"),
    [
        ([(409, {})], 2, "completed"),
        ([(409, {})] * 9, 4, "terminated"),
        ([(503, {"retry-after": "0"})], 2, "completed"),
        ([(503, {})], 1, "failed"),
        ([(429, {"retry-after": "120"})], 1, "failed"),
        ([(500, {})], 1, "failed"),
        ([(200, {"wait": "0.5"})], 2, "completed"),
    ],
)
def test_deliveries_are_tried_again_as_the_answer_asks(hooked, receiver, answers, attempts, status):
    hook = subscribe(hooked, "comment_added")
    receiver.answers = list(answers)
    hooked.put_ticket("mail", comment={"body": "x", "public": False})
    for _ in range(200):
        found = hooked.read(f"/webhooks/{hook}/invocations")["invocations"]
        if found and found[0]["status"] == status:
            break
        time.sleep(0.02)
    assert found[0]["status"] == status
    tried = hooked.read(f"/webhooks/{hook}/invocations/{found[0]['id']}/attempts")["attempts"]
    assert len(tried) == attempts
    assert {headers["x-zendesk-webhook-invocation-id"] for _, headers, _ in receiver.wait(1)} == {found[0]["id"]}


def test_nothing_leaves_the_machine_where_no_route_leads_back(start_zendesk):
    zendesk = start_zendesk()
    hook = subscribe(zendesk, "comment_added")
    zendesk.put_ticket("mail", comment={"body": "x", "public": False})
    for _ in range(200):
        found = zendesk.read(f"/webhooks/{hook}/invocations")["invocations"]
        if found and found[0]["status"] != "in progress":
            break
        time.sleep(0.01)
    assert found[0]["status"] == "failed"


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": "http://sidelight.example/x"},
        {"subscriptions": ["conditional_ticket_events", TICKET + "created"]},
        {"subscriptions": ["zen:event-type:ticket.updated"]},
        {"request_format": "xml"},
        {"name": ""},
    ],
)
def test_a_webhook_against_the_rules_is_refused(zendesk, wrong):
    hook = HOOK | {"subscriptions": [TICKET + "created"]} | wrong
    answered = zendesk.call("POST", "/webhooks", json={"webhook": hook})
    assert answered.status_code == 400
    assert answered.json()["errors"][0]["code"]


def test_webhooks_are_listed_changed_and_removed_and_their_secret_can_be_renewed(zendesk):
    hook = subscribe(zendesk, "created")
    path = f"/webhooks/{hook}"
    assert [w["id"] for w in zendesk.read("/webhooks", **{"filter[name_contains]": "side"})["webhooks"]] == [hook]
    old = zendesk.read(f"{path}/signing_secret")["signing_secret"]["secret"]
    assert zendesk.call("POST", f"{path}/signing_secret").json()["signing_secret"]["secret"] != old
    assert zendesk.call("PATCH", path, json={"webhook": {"status": "inactive"}}).status_code == 204
    kind = {"subscriptions": ["conditional_ticket_events"]}
    assert zendesk.call("PATCH", path, json={"webhook": kind}).status_code == 400
    assert zendesk.read(path)["webhook"]["status"] == "inactive"
    assert zendesk.call("DELETE", path).status_code == 204
    assert zendesk.get(path).status_code == 404
