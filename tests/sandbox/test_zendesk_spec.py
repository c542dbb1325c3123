"""Answers of the loopback Zendesk that the vendor's OpenAPI describes are as it says, but for what is listed here."""

import os
import re
from pathlib import Path

import pytest

from tests.sandbox.webhook_receiver import HOOK
from tests.sandbox.zendesk_server import Zendesk, running_zendesk
from tests.sandbox.zendesk_spec import read_spec

pytestmark = pytest.mark.services

UNSET = "null where nothing is set; the spec tells only the type of what is set, and no other value says the same"
# what the spec complains about (the end of the place, and the rule) -> why the loopback does it all the same
DIFFERENCES = {
    r"(custom_)?fields\.\[\]\.value: oneOf \(NoneType\)": UNSET,
    r"tickets?(\.\[\])?\.(forum_topic_id|recipient): type \(NoneType\)": UNSET,
    r"users?(\.\[\])?\.(email|organization_id|phone|photo|shared_phone_number): type \(NoneType\)": UNSET,
    r"satisfaction_ratings\.\[\]\.(reason|reason_code|reason_id): type \(NoneType\)": UNSET,
    r"ticket_fields?(\.\[\])?\.agent_description: type \(NoneType\)": UNSET,
    r"triggers?(\.\[\])?\.description: type \(NoneType\)": UNSET,
    r"attachments\.\[\]\.(height|width): type \(NoneType\)": UNSET,
    r"/incremental/.*tickets\.\[\]\.status: enum \(str\)": (
        "exports show deleted tickets as `deleted`, as the vendor's prose has it; the spec lists the living states only"
    ),
    r"/metrics ticket_metric: type \(dict\)": (
        "the spec and its example have a list of one; clients in use with real accounts, such as zenpy, read one object"
    ),
    r"/restore \.: type \(dict\)": "recorded answers are `{}`; the spec has an empty text, which would be no JSON",
    r"audit\.events\.\[\]\.value: oneOf \(list\)": (
        "the spec knows texts and numbers only; tags and multi-select values are lists in audits"
    ),
}


class Judged:
    """Calls the loopback and collects what the spec has to say about each answer."""

    def __init__(self, zendesk: Zendesk, path: Path) -> None:
        self.zendesk, self._spec = zendesk, read_spec(path)
        self.complaints: set[str] = set()
        self.covered: set[str] = set()

    def call(self, method: str, path: str, **more):
        answered = self.zendesk.call(method, path, **more)
        assert answered.status_code < 500, answered.text
        address = path if path.startswith("/oauth") else f"/api/v2{path}"
        body = answered.json() if answered.content else None
        told = self._spec.complaints(method, address.partition("?")[0], answered.status_code, body)
        if told is not None:
            self.covered.add(f"{method} {self._spec.template(address.partition('?')[0])}")
            self.complaints.update(told)
        return body

    def read(self, *paths: str) -> None:
        for path in paths:
            self.call("GET", path)


@pytest.fixture(scope="module")
def judged():
    # without the variable this file is not collected; see conftest.py
    path = os.environ["SIDELIGHT_ZENDESK_OAS"]
    with running_zendesk() as zendesk:
        judged = Judged(zendesk, Path(path))
        make_calls(judged)
        yield judged


def make_calls(judged: Judged) -> None:
    zendesk = judged.zendesk
    mail, chat, problem = (zendesk.id(name) for name in ("mail", "chat", "problem"))
    for act, given in (
        ("organization", {"name": "Example", "domains": ["example.com"]}),
        ("join", {"email": "ana@example.com", "organization": "Example"}),
        ("rate", {"id": chat, "score": "good", "comment": "fine"}),
        ("delete", {"id": zendesk.id("call")}),
    ):
        assert zendesk.call("POST", f"/control/do/{act}", json=given).status_code == 200
    zendesk.call("POST", "/control/clock", json={"advance_s": 90})
    read_all(judged, mail, chat, problem)
    write_all(judged, mail)


def read_all(judged: Judged, mail: int, chat: int, problem: int) -> None:
    users = judged.zendesk.read("/users")["users"]
    organization = judged.zendesk.read("/organizations")["organizations"][0]["id"]
    judged.read(
        "/incremental/tickets/cursor?start_time=0&include=metric_sets",
        "/incremental/tickets?start_time=0",
        "/incremental/users/cursor?start_time=0",
        "/incremental/users?start_time=0",
        "/incremental/organizations?start_time=0",
        "/incremental/ticket_events?start_time=0&include=comment_events",
        "/incremental/tickets/sample?start_time=0",
    )
    judged.read(
        *(f"/tickets/{mail}{rest}" for rest in ("", "/comments", "/audits", "/tags", "/related", "/metrics")),
        *(f"/tickets/{chat}{rest}" for rest in ("", "/conversation_log", "/comments/count")),
        f"/tickets/{problem}/incidents",
        "/tickets",
        "/tickets/count",
        f"/tickets/show_many?ids={mail},{chat}",
        "/problems",
        "/deleted_tickets",
        "/satisfaction_ratings",
        "/custom_statuses",
        "/job_statuses",
        "/ticket_fields",
    )
    judged.read(
        "/users",
        "/users/me",
        f"/users/{users[0]['id']}",
        f"/users/{users[0]['id']}/identities",
        f"/users/show_many?ids={users[0]['id']}",
        "/groups",
        "/organizations",
        f"/organizations/{organization}",
        f"/organizations/show_many?ids={organization}",
        "/oauth/tokens",
        "/oauth/tokens/current",
        "/oauth/clients",
    )


def write_all(judged: Judged, mail: int) -> None:
    options = [{"name": "One", "value": "sidelight_one"}]
    given = {"type": "multiselect", "title": "Flags", "custom_field_options": options}
    made = judged.call("POST", "/ticket_fields", json={"ticket_field": given})["ticket_field"]
    judged.call("PUT", f"/ticket_fields/{made['id']}", json={"ticket_field": {"title": "Flags of ours"}})
    judged.read(f"/ticket_fields/{made['id']}", f"/ticket_fields/{made['id']}/options")
    changes = {
        "comment": {"body": "note", "public": False},
        "custom_fields": [{"id": made["id"], "value": "sidelight_one"}],
    }
    judged.call("PUT", f"/tickets/{mail}", json={"ticket": changes})
    judged.call("POST", "/tickets", json={"ticket": {"subject": "New", "comment": {"body": "words"}}})
    judged.call("PUT", f"/tickets/{mail}/tags", json={"tags": ["a"]})
    judged.call("POST", f"/tickets/{mail}/tags", json={"tags": ["a", "b"]})
    judged.call("DELETE", f"/tickets/{mail}/tags", json={"tags": ["a"]})
    job = judged.call("PUT", f"/tickets/update_many?ids={mail},999", json={"ticket": {"priority": "low"}})["job_status"]
    for _ in range(200):
        if judged.call("GET", f"/job_statuses/{job['id']}")["job_status"]["status"] == "completed":
            break
    conditions = {"all": [{"field": "update_type", "operator": "is", "value": "Change"}], "any": []}
    trigger = {"title": "T", "conditions": conditions, "actions": [{"field": "current_tags", "value": "x"}]}
    made = judged.call("POST", "/triggers", json={"trigger": trigger})["trigger"]
    judged.call("PUT", f"/triggers/{made['id']}", json={"trigger": {"active": False}})
    judged.read("/triggers", "/triggers/active", f"/triggers/{made['id']}", "/trigger_categories")
    judged.call("DELETE", f"/triggers/{made['id']}")
    judged.call("POST", "/webhooks", json={"webhook": HOOK | {"subscriptions": ["conditional_ticket_events"]}})
    comment = judged.zendesk.read(f"/tickets/{mail}/comments")["comments"][0]
    marked = {"ticket_id": mail, "html_body": comment["html_body"].replace("4711", "<redact>4711</redact>")}
    judged.call("PUT", f"/comment_redactions/{comment['id']}", json=marked)
    judged.call("DELETE", f"/tickets/{mail}")
    judged.call("PUT", f"/deleted_tickets/{mail}/restore")
    secret = {"client_id": "sidelight", "client_secret": "loopback-client-secret"}
    judged.call("POST", "/oauth/tokens", json={"grant_type": "client_credentials", "scope": "read", **secret})


def test_answers_are_as_the_spec_says_but_for_the_listed_differences(judged):
    unlisted = [told for told in sorted(judged.complaints) if not any(re.search(d + "$", told) for d in DIFFERENCES)]
    assert not unlisted, "\n".join(unlisted)


def test_each_listed_difference_is_still_one(judged):
    gone = [pattern for pattern in DIFFERENCES if not any(re.search(pattern + "$", told) for told in judged.complaints)]
    assert gone == []


def test_the_spec_covers_most_of_what_was_called(judged):
    assert len(judged.covered) >= 45, sorted(judged.covered)
