"""The Flow that an admin sets up in the loopback org: a callout after each change on a Case."""

import http.server
import json
import threading
import time

import pytest

from tests.sandbox import salesforce_server

salesforce_servers = salesforce_server.salesforce_servers


class _Receiver:
    """A web server that keeps what it is sent, and fails as often as it is told to."""

    def __init__(self, failures=0):
        self.got = []
        self.failures = failures
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                receiver.got.append((self.path, self.headers["Authorization"], body))
                receiver.failures -= 1
                self.send_response(500 if receiver.failures >= 0 else 204)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,))
        self.thread.start()

    def wait(self, count):
        until = time.monotonic() + 5
        while len(self.got) < count and time.monotonic() < until:
            time.sleep(0.02)
        return self.got

    def close(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def receiver():
    receiver = _Receiver()
    yield receiver
    receiver.close()


@pytest.fixture
def flowing(salesforce_servers, receiver):
    target = f"http://127.0.0.1:{receiver.server.server_port}"
    org = salesforce_servers.start(webhook_routes={"https://sidelight.example": target})
    org.call("POST", "/control/flow", json={"url": "https://sidelight.example/hooks/x", "secret": "s3cret"})
    return org


def test_the_flow_calls_out_for_every_change_on_a_case_by_anybody(flowing, receiver):
    case = flowing.case("chat")
    flowing.call("PATCH", f"/sobjects/Case/{case}", json={"Priority": "High"})
    flowing.call("POST", "/sobjects/CaseComment", json={"ParentId": case, "CommentBody": "x"})
    flowing.call("POST", "/control/reply", json={"id": flowing.case("mail"), "text": "x"})
    flowing.call("POST", "/control/change", json={"id": case, "values": {"Status": "Closed"}, "by": "Joe"})
    calls = receiver.wait(4)
    assert {(path, secret) for path, secret, _ in calls} == {("/hooks/x", "Bearer s3cret")}
    assert [body["caseId"] for _, _, body in calls] == [case, case, flowing.case("mail"), case]
    place = flowing.counts()
    assert {body["organizationId"] for _, _, body in calls} == {place["organizationId"]}
    users = [body["userId"] for _, _, body in calls]
    assert users[:2] == [place["runAsId"]] * 2
    assert len(set(users)) == 3


def test_a_failed_callout_is_repeated_twice(flowing, receiver):
    receiver.failures = 2
    flowing.call("PATCH", f"/sobjects/Case/{flowing.case('chat')}", json={"Priority": "High"})
    assert len({json.dumps(body) for _, _, body in receiver.wait(3)}) == 1
    assert len(receiver.got) == 3


def test_what_is_rolled_back_is_not_told(flowing, receiver):
    rows = [{"attributes": {"type": "Case"}, "Id": flowing.case("chat"), "Priority": "High"}]
    rows.append({"attributes": {"type": "Case"}, "Id": "500000000000000AAA"})
    flowing.call("PATCH", "/composite/sobjects", json={"allOrNone": True, "records": rows})
    flowing.call("PATCH", f"/sobjects/Case/{flowing.case('web')}", json={"Priority": "High"})
    calls = receiver.wait(1)
    assert [body["caseId"] for _, _, body in calls] == [flowing.case("web")]


def test_without_a_flow_nothing_is_called(salesforce_servers, receiver):
    target = f"http://127.0.0.1:{receiver.server.server_port}"
    org = salesforce_servers.start(webhook_routes={"https://sidelight.example": target})
    org.call("PATCH", f"/sobjects/Case/{org.case('chat')}", json={"Priority": "High"})
    assert (org.counts()["callouts_sent"], receiver.got) == (0, [])
