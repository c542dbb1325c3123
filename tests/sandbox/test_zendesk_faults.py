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
