"""The web part by itself: it verifies, commits and answers, and says whether it is well."""

from datetime import UTC, datetime

import pytest

from integration.errors import SignatureError
from integration.model import Hint, TicketRef
from integration.web import MAX_BODY_BYTES, create_app

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
REF = TicketRef("zendesk:acme", "42")


class Verifier:
    """A connector's `read_hint`, as the web part uses it."""

    def __init__(self, hint):
        self.hint = hint

    def read_hint(self, _headers, body, now):
        if body == b"forged":
            raise SignatureError("the signature is wrong")
        assert now == NOW
        return self.hint


@pytest.fixture
def web():
    made = {"queued": [], "counted": [], "not_ready": None, "hint": Hint((REF,), "one")}

    def connector(connection):
        if connection != "zendesk:acme":
            raise KeyError(connection)
        return Verifier(made["hint"])

    def enqueue(connection, invocation_id, refs, now):
        made["queued"].append((connection, invocation_id, tuple(refs)))
        return True

    app = create_app(
        connector=connector,
        enqueue=enqueue,
        count=made["counted"].append,
        is_ready=lambda: made["not_ready"],
        clock=lambda: NOW,
    )
    made["client"] = app.test_client()
    return made


def test_a_verified_push_is_queued_and_answered_with_nothing(web):
    answer = web["client"].post("/webhooks/zendesk/acme", data=b"{}")
    assert (answer.status_code, answer.data) == (204, b"")
    assert web["queued"] == [("zendesk:acme", "one", (REF,))]


def test_a_forged_push_is_refused_without_saying_why_and_counted(web):
    answer = web["client"].post("/webhooks/zendesk/acme", data=b"forged")
    assert answer.status_code == 401
    assert b"signature" not in answer.data
    assert (web["queued"], web["counted"]) == ([], ["push refused zendesk:acme"])


def test_an_oversized_push_is_refused_and_counted(web):
    answer = web["client"].post("/webhooks/zendesk/acme", data=b"x" * (MAX_BODY_BYTES + 1))
    assert answer.status_code == 413
    assert (web["queued"], web["counted"]) == ([], ["push refused zendesk:acme"])


def test_an_unknown_account_is_not_found(web):
    assert web["client"].post("/webhooks/zendesk/other", data=b"{}").status_code == 404
    assert web["client"].post("/webhooks/salesforce/acme", data=b"{}").status_code == 404
    assert web["queued"] == []


def test_our_own_echo_is_counted_and_not_queued(web):
    web["hint"] = Hint((REF,), "one", by_us=True)
    assert web["client"].post("/webhooks/zendesk/acme", data=b"{}").status_code == 204
    assert (web["queued"], web["counted"]) == ([], ["push echo zendesk:acme"])


def test_only_post_is_taken_on_webhooks(web):
    assert web["client"].get("/webhooks/zendesk/acme").status_code == 405


def test_it_says_that_it_lives_and_whether_it_is_ready(web):
    assert web["client"].get("/healthz").json == {"status": "ok"}
    assert web["client"].get("/readyz").status_code == 200
    web["not_ready"] = "The database does not answer (OperationalError)."
    answer = web["client"].get("/readyz")
    assert (answer.status_code, answer.json["reason"]) == (503, web["not_ready"])
    assert web["client"].get("/healthz").status_code == 200, "a process without its database need not be killed"
