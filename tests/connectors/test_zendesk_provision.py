"""What an account needs, made on a loopback Zendesk; what `doctor` says; and the webhook, end to end."""

import threading
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from integration.connectors.zendesk.fields import OUR_FIELDS
from integration.connectors.zendesk.push import SUBSCRIPTIONS, TRIGGER_BODY, Kind
from integration.errors import SignatureError
from integration.model import TicketRef
from tests.connectors.zendesk_account import HARBOURLANE, OAUTH, connected, plant
from tests.sandbox.zendesk_server import NOW, running_zendesk

HOOK = "https://sidelight.example/hooks/zendesk"


@pytest.fixture
def zendesk():
    with running_zendesk() as running:
        yield running


def our_fields(zendesk):
    rows = zendesk.read("/ticket_fields")["ticket_fields"]
    return {row["title"]: row for row in rows if row["title"].startswith("Sidelight")}


def bad(findings):
    return {finding.subject: finding.says for finding in findings if not finding.ok}


def test_fields_and_webhook_are_made_once(zendesk):
    with connected(zendesk) as connector:
        findings, secrets = connector.provision(HOOK)
        again, same = connector.provision(HOOK)
    assert bad(findings) == bad(again) == {}
    assert all(f.says.startswith("Created") for f in findings)
    assert all(f.says.startswith("Found") for f in again)
    assert secrets == same
    assert len(secrets) == 1
    made = our_fields(zendesk)
    assert {title: row["type"] for title, row in made.items()} == {f.title: f.type for f in OUR_FIELDS}
    values = {option["value"] for option in made["Sidelight flags"]["custom_field_options"]}
    assert len(values) == 15
    assert "sidelight_good_score_bad_experience" in values
    (webhook,) = zendesk.read("/webhooks")["webhooks"]
    assert webhook["endpoint"] == HOOK
    assert set(webhook["subscriptions"]) == set(SUBSCRIPTIONS)


def test_a_renamed_field_is_still_ours(zendesk):
    with connected(zendesk) as connector:
        connector.provision(None)
        for title, row in our_fields(zendesk).items():
            renamed = zendesk.call(
                "PUT", f"/ticket_fields/{row['id']}", json={"ticket_field": {"title": f"X {title[10:]}"}}
            )
            assert renamed.status_code == 200
        connector.provision(None)
        assert our_fields(zendesk) == {}
        assert [f for f in connector.check() if not f.ok] == []


def test_a_missing_option_is_added_and_the_others_stay(zendesk):
    with connected(zendesk) as connector:
        connector.provision(None)
        row = our_fields(zendesk)["Sidelight flags"]
        options = [*row["custom_field_options"][:3], {"name": "Their own", "value": "their_own"}]
        zendesk.call("PUT", f"/ticket_fields/{row['id']}", json={"ticket_field": {"custom_field_options": options}})
        assert "Lacks the options" in bad(connector.check())["field Sidelight flags"]
        connector.provision(None)
        assert bad(connector.check()) == {}
    values = {o["value"] for o in our_fields(zendesk)["Sidelight flags"]["custom_field_options"]}
    assert len(values) == 16
    assert "their_own" in values


def test_a_webhook_that_moved_is_moved_and_not_doubled(zendesk):
    with connected(zendesk) as connector:
        _, first = connector.provision(HOOK)
        findings, second = connector.provision("https://new.example/hooks/zendesk")
    assert bad(findings) == {}
    assert first == second
    (webhook,) = zendesk.read("/webhooks")["webhooks"]
    assert webhook["endpoint"] == "https://new.example/hooks/zendesk"


def test_doctor_names_what_is_missing_and_the_remedy(zendesk):
    with connected(zendesk, webhook_secrets=("known",)) as connector:
        findings = connector.check()
    assert set(bad(findings)) == {f"field {field.title}" for field in OUR_FIELDS} | {"webhook"}
    assert all(finding.remedy for finding in findings if not finding.ok)


def test_doctor_finds_all_well_once_the_secret_is_known(zendesk):
    with connected(zendesk) as connector:
        _, secrets = connector.provision(HOOK)
        assert "secret" in bad(connector.check())["webhook"]
    with connected(zendesk, webhook_secrets=secrets) as connector:
        assert bad(connector.check()) == {}


def test_doctor_says_that_a_webhook_was_switched_off(zendesk):
    with connected(zendesk) as connector:
        connector.provision(HOOK)
        (webhook,) = zendesk.read("/webhooks")["webhooks"]
        off = zendesk.call("PATCH", f"/webhooks/{webhook['id']}", json={"webhook": {"status": "inactive"}})
        assert off.ok
        assert "Inactive" in bad(connector.check())["webhook"]
        connector.provision(HOOK)
        assert zendesk.read("/webhooks")["webhooks"][0]["status"] == "active"


@pytest.mark.parametrize(
    "credential",
    [OAUTH | {"client_secret": "wrong"}, {"email": "admin@harbourlane.example", "api_token": "wrong"}],
)
def test_doctor_says_that_nobody_is_signed_in(zendesk, credential):
    with connected(zendesk, credential=credential) as connector:
        (finding,) = connector.check()
    assert not finding.ok
    assert finding.subject == "sign-in"
    assert finding.remedy


def test_an_api_token_works_and_doctor_says_until_when(zendesk):
    credential = {"email": "admin@harbourlane.example", "api_token": "loopback-api-token"}
    with connected(zendesk, credential=credential) as connector:
        connector.provision(None)
        warning = next(f for f in connector.check() if f.subject == "API token")
        assert warning.ok
        assert "2027-04-30" in warning.says
        assert "OAuth" in warning.remedy
    with connected(zendesk, now=datetime(2027, 5, 1, tzinfo=UTC), credential=credential) as connector:
        assert "API token" in bad(connector.check())


def triggers(zendesk):
    return [row for row in zendesk.read("/triggers")["triggers"] if "sidelight" in (row["description"] or "")]


def test_a_trigger_fires_the_webhook_and_both_are_made_once(zendesk):
    with connected(zendesk) as connector:
        findings, secrets = connector.provision(HOOK, Kind.TRIGGER)
        again, same = connector.provision(HOOK)
        assert bad(findings) == bad(again) == {}
    assert secrets == same
    (hook,) = zendesk.read("/webhooks")["webhooks"]
    assert hook["subscriptions"] == ["conditional_ticket_events"]
    (trigger,) = triggers(zendesk)
    assert trigger["actions"] == [{"field": "notification_webhook", "value": [hook["id"], TRIGGER_BODY]}]
    with connected(zendesk, webhook_secrets=secrets) as connector:
        assert bad(connector.check()) == {}


def test_a_renamed_trigger_and_webhook_are_still_ours(zendesk):
    with connected(zendesk) as connector:
        connector.provision(HOOK, Kind.TRIGGER)
        (hook,), (trigger,) = zendesk.read("/webhooks")["webhooks"], triggers(zendesk)
        assert zendesk.call("PATCH", f"/webhooks/{hook['id']}", json={"webhook": {"name": "Our listener"}}).ok
        renamed = zendesk.call("PUT", f"/triggers/{trigger['id']}", json={"trigger": {"title": "Listening"}})
        assert renamed.ok, renamed.text
        findings, _ = connector.provision("https://new.example/hooks/zendesk", Kind.TRIGGER)
    assert bad(findings) == {}
    assert any("under the name Our listener" in found.says for found in findings)
    (hook,) = zendesk.read("/webhooks")["webhooks"]
    assert (hook["name"], hook["endpoint"]) == ("Our listener", "https://new.example/hooks/zendesk")
    assert [row["title"] for row in triggers(zendesk)] == ["Listening"]


@pytest.mark.parametrize("first", [Kind.EVENTS, Kind.TRIGGER])
def test_the_other_kind_takes_the_place_of_the_first(zendesk, first):
    second = Kind.TRIGGER if first is Kind.EVENTS else Kind.EVENTS
    with connected(zendesk) as connector:
        connector.provision(HOOK, first)
        findings, secrets = connector.provision(HOOK, second)
        assert bad(findings) == {}
    (hook,) = zendesk.read("/webhooks")["webhooks"]
    assert ("conditional_ticket_events" in hook["subscriptions"]) is (second is Kind.TRIGGER)
    assert len(triggers(zendesk)) == (1 if second is Kind.TRIGGER else 0)
    assert secrets == (zendesk.read(f"/webhooks/{hook['id']}/signing_secret")["signing_secret"]["secret"],)


def test_doctor_says_that_the_trigger_is_gone_and_connecting_mends_it(zendesk):
    with connected(zendesk) as connector:
        _, secrets = connector.provision(HOOK, Kind.TRIGGER)
        assert zendesk.call("DELETE", f"/triggers/{triggers(zendesk)[0]['id']}").ok
    with connected(zendesk, webhook_secrets=secrets) as connector:
        assert "nothing fires the webhook" in bad(connector.check())["trigger"]
        connector.provision(HOOK)
        assert bad(connector.check()) == {}


def test_a_preview_changes_nothing_and_names_what_connecting_then_does(zendesk):
    with connected(zendesk) as connector:
        before = zendesk.read("/ticket_fields"), zendesk.read("/webhooks"), zendesk.read("/triggers")
        steps = connector.preview(HOOK, Kind.TRIGGER)
        assert (zendesk.read("/ticket_fields"), zendesk.read("/webhooks"), zendesk.read("/triggers")) == before
        findings, _ = connector.provision(HOOK, Kind.TRIGGER)
        assert [step.subject for step in steps] == [found.subject for found in findings]
        assert all(step.do and step.purpose for step in steps)
        assert not any(step.do for step in connector.preview(HOOK))


def test_leaving_takes_all_of_it_back_and_nothing_of_others(zendesk):
    theirs = zendesk.add_field("text", "Theirs")
    before = zendesk.read("/ticket_fields"), zendesk.read("/webhooks"), zendesk.read("/triggers")
    with connected(zendesk) as connector:
        connector.provision(HOOK, Kind.TRIGGER)
        for step in connector.leave():
            step.do()
        assert connector.leave() == []
    assert (zendesk.read("/ticket_fields"), zendesk.read("/webhooks"), zendesk.read("/triggers")) == before
    assert theirs in {row["id"] for row in before[0]["ticket_fields"]}


def test_a_missing_right_is_named_with_the_remedy_and_the_rest_is_made(zendesk):
    forbidden = {"error": "Forbidden", "description": "You are missing the following required scopes: webhooks:write"}
    plant(zendesk, match="/webhooks", method="POST", kind="status", status=403, body=forbidden)
    with connected(zendesk) as connector:
        findings, secrets = connector.provision(HOOK)
        assert bad(findings)["webhook"].endswith("lacks the scope webhooks:write; allow it there.")
        assert secrets == ()
        assert len(our_fields(zendesk)) == len(OUR_FIELDS)


class Mailbox:
    """Takes deliveries as a web server would, and keeps them."""

    def __init__(self):
        self.deliveries = []
        self.arrived = threading.Event()
        mailbox = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                mailbox.deliveries.append((dict(self.headers), body))
                self.send_response(204)
                self.end_headers()
                mailbox.arrived.set()

            def log_message(self, *args):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def close(self):
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def mailbox():
    mailbox = Mailbox()
    yield mailbox
    mailbox.close()


@pytest.mark.parametrize("kind", Kind)
def test_what_zendesk_pushes_is_verified_and_names_the_ticket(mailbox, kind):
    routes = {"https://sidelight.example": mailbox.url}
    with running_zendesk(webhook_routes=routes) as zendesk:
        with connected(zendesk) as connector:
            _, secrets = connector.provision(HOOK, kind)
            user_id = connector.user_id()
        assert user_id == str(zendesk.read("/users/me")["user"]["id"])
        zendesk.call("POST", "/control/reply", json={"id": str(zendesk.id("mail")), "text": "Hello?"})
        assert mailbox.arrived.wait(10)
        headers, body = mailbox.deliveries[0]
        credential = OAUTH | {"user_id": user_id}
        with connected(zendesk, webhook_secrets=secrets, credential=credential) as connector:
            hint = connector.read_hint(headers, body, NOW)
            assert hint.tickets == (TicketRef(HARBOURLANE, str(zendesk.id("mail"))),)
            assert hint.invocation_id
            assert not hint.by_us
            with pytest.raises(SignatureError):
                connector.read_hint(headers, body + b" ", NOW)
