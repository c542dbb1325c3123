import time

import pytest
import requests


def plant(zendesk, **fault):
    answered = zendesk.call("POST", "/control/faults", json=[fault])
    assert answered.status_code == 200, answered.text


def test_a_planted_status_strikes_as_often_as_asked(zendesk):
    plant(zendesk, match="^/api/v2/groups", kind="status", status=503, retry_after=2, times=2)
    answers = [zendesk.get("/groups") for _ in range(3)]
    assert [a.status_code for a in answers] == [503, 503, 200]
    assert answers[0].headers["Retry-After"] == "2"
    assert answers[0].headers["Content-Type"].startswith("text/html")


def test_a_lost_reply_has_done_its_work(zendesk):
    plant(zendesk, match="/tickets/", method="PUT", kind="lost_reply")
    with pytest.raises(requests.ConnectionError):
        zendesk.put_ticket("mail", comment={"body": "written", "public": False})
    assert [c["body"] for c in zendesk.read("/control/comments")] == ["written"]


def test_a_cut_answer_is_noticed_by_the_client(zendesk):
    plant(zendesk, match="/groups", kind="cut")
    with pytest.raises((requests.ConnectionError, requests.exceptions.ChunkedEncodingError)):
        zendesk.get("/groups")
    assert zendesk.get("/groups").status_code == 200


def test_garbage_is_no_json_and_duplicate_rows_come_twice(zendesk):
    plant(zendesk, match="/groups", kind="garbage")
    plant(zendesk, match="/groups", kind="duplicate_rows")
    with pytest.raises(requests.exceptions.JSONDecodeError):
        zendesk.get("/groups").json()
    doubled = [g["id"] for g in zendesk.read("/groups")["groups"]]
    once = [g["id"] for g in zendesk.read("/groups")["groups"]]
    assert doubled == [i for i in once for _ in range(2)]


def test_a_slow_answer_comes_in_the_end(zendesk):
    plant(zendesk, match="/groups", kind="timeout", delay_s=0.4)
    started = time.monotonic()
    assert zendesk.get("/groups").status_code == 200
    assert time.monotonic() - started >= 0.4


def test_faults_can_be_looked_at_removed_and_must_be_well_formed(zendesk):
    plant(zendesk, match="/groups", kind="status")
    assert len(zendesk.read("/control/faults")) == 1
    zendesk.call("DELETE", "/control/faults")
    assert zendesk.get("/groups").status_code == 200
    assert zendesk.call("POST", "/control/faults", json=[{"match": "x", "kind": "explode"}]).status_code == 400


def test_calls_are_counted_by_endpoint_and_status(zendesk):
    zendesk.call("DELETE", "/control/stats")
    zendesk.get(f"/tickets/{zendesk.id('mail')}.json")
    zendesk.get("/tickets/99999")
    zendesk.read("/control/health")
    assert zendesk.read("/control/stats") == {
        "total": 2,
        "calls": {"GET /api/v2/tickets/{id}": {"200": 1, "404": 1}},
    }


def test_replies_to_what_is_not_there_are_404(zendesk):
    assert zendesk.call("POST", "/control/reply", json={"id": "77", "text": "x"}).status_code == 404


def test_a_broken_connection_has_done_nothing(zendesk):
    plant(zendesk, match="/tickets/", method="PUT", kind="disconnect")
    with pytest.raises(requests.ConnectionError):
        zendesk.put_ticket("mail", comment={"body": "never", "public": False})
    assert zendesk.read("/control/comments") == []


def test_an_empty_answer_has_done_its_work(zendesk):
    plant(zendesk, match="/tickets/", method="PUT", kind="empty")
    answered = zendesk.put_ticket("mail", subject="New words")
    assert (answered.status_code, answered.content) == (200, b"")
    assert zendesk.ticket("mail")["subject"] == "New words"


def test_an_expired_token_is_refused_from_that_call_on(zendesk):
    plant(zendesk, match="/groups", kind="expire_token")
    assert [zendesk.get("/groups").status_code for _ in range(2)] == [401, 401]


def test_shuffled_rows_are_the_same_rows(zendesk):
    plant(zendesk, match="/groups", kind="shuffle_rows", seed=3)
    shuffled = [g["id"] for g in zendesk.read("/groups")["groups"]]
    assert sorted(shuffled) == sorted(g["id"] for g in zendesk.read("/groups")["groups"])


def test_a_fault_may_let_calls_pass_first_or_strike_by_a_chance_that_its_seed_repeats(zendesk):
    plant(zendesk, match="/groups", kind="status", skip=2)
    assert [zendesk.get("/groups").status_code for _ in range(4)] == [200, 200, 500, 200]

    def strikes():
        zendesk.call("DELETE", "/control/faults")
        plant(zendesk, match="/groups", kind="status", chance=0.5, times=1000, seed=11)
        return [zendesk.get("/groups").status_code for _ in range(12)]

    first = strikes()
    assert first == strikes()
    assert {200, 500} == set(first)
    assert zendesk.read("/control/faults")[0]["seed"] == 11


def test_a_fault_with_a_field_of_the_wrong_type_is_refused_by_name(zendesk):
    for field, value in (("times", "two"), ("chance", 2), ("skip", True), ("delay_s", "1")):
        answered = zendesk.call("POST", "/control/faults", json={"match": "x", "kind": "cut", field: value})
        assert answered.status_code == 400
        assert field in answered.json()["error"]
