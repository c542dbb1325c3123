"""The outbound message that an admin's Flow sends: SOAP, repeated until it is acknowledged."""

import http.server
import threading
import time
from xml.etree import ElementTree as ET

import pytest

from tests.sandbox import salesforce_server

salesforce_servers = salesforce_server.salesforce_servers

_NS = {
    "soap": "http://schemas.xmlsoap.org/soap/envelope/",
    "out": "http://soap.sforce.com/2005/09/outbound",
    "sf": "urn:sobject.enterprise.soap.sforce.com",
}
_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
_ACK = (
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>'
    '<notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>{}</Ack></notificationsResponse>'
    "</soapenv:Body></soapenv:Envelope>"
)


class _Listener:
    """Keeps each message, and answers with what it is told to."""

    def __init__(self):
        self.messages = []
        self.answers = []
        listener = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                listener.messages.append((self.path, self.headers, ET.fromstring(body)))
                status, text = listener.answers.pop(0) if listener.answers else (200, _ACK.format("true"))
                self.send_response(status)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *_):
                pass

        self.server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,))
        self.thread.start()

    def notifications(self):
        """Return (notification id, case id) of all that came, in order."""
        return [
            (n.findtext("out:Id", None, _NS), n.findtext("out:sObject/sf:Id", None, _NS))
            for _, _, root in list(self.messages)
            for n in root.iterfind(".//out:Notification", _NS)
        ]

    def close(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def listener():
    listener = _Listener()
    yield listener
    listener.close()


@pytest.fixture
def org(salesforce_servers, listener):
    return salesforce_servers.start(webhook_routes={"https://sidelight.example": listener.url})


def send_to(org, **more):
    target = {"url": "https://sidelight.example/hooks/secret", "retry_s": 0.05, "gather_s": 0.05, **more}
    response = org.call("POST", "/control/outbound", json=target)
    assert response.status_code == 200, response.text


def until(check):
    end = time.monotonic() + 5
    while not check() and time.monotonic() < end:
        time.sleep(0.01)
    assert check()


def waiting(org):
    return org.call("GET", "/control/outbound").json()["waiting"]


def test_a_change_is_told_in_an_envelope_without_a_session(org, listener):
    send_to(org, fields=["CaseNumber", "LastModifiedById"])
    case = org.case("web")
    org.call("PATCH", f"/sobjects/Case/{case}", json={"Priority": "High"})
    until(lambda: listener.messages)
    path, headers, root = listener.messages[0]
    assert path == "/hooks/secret"
    assert headers["Content-Type"].startswith("text/xml")
    found = root.find("soap:Body/out:notifications", _NS)
    assert found.findtext("out:OrganizationId", None, _NS) == org.counts()["organizationId"]
    assert found.find("out:SessionId", _NS).get(_NIL) == "true"
    assert found.findtext("out:Notification/out:sObject/sf:Id", None, _NS) == case
    assert found.findtext(".//sf:LastModifiedById", None, _NS) == org.counts()["runAsId"]
    until(lambda: waiting(org) == 0)


@pytest.mark.parametrize(
    "answer",
    [(500, ""), (200, ""), (200, "ok"), (200, _ACK.format("false")), (200, "<Ack>true</Ack>"), (204, "")],
    ids=["error", "empty", "no xml", "false", "no namespace", "no content"],
)
def test_only_an_acknowledgement_ends_it(org, listener, answer):
    listener.answers = [answer, answer]
    send_to(org)
    org.call("PATCH", f"/sobjects/Case/{org.case('web')}", json={"Priority": "High"})
    until(lambda: len(listener.messages) == 3)
    until(lambda: waiting(org) == 0)
    assert len(set(listener.notifications())) == 1


def test_many_changes_come_together_in_messages_of_at_most_a_hundred(org, listener):
    send_to(org, gather_s=0.6, seed=1)
    for _ in range(3):
        rows = [{"attributes": {"type": "CaseComment"}, "ParentId": org.case("web"), "CommentBody": "x"}] * 50
        org.call("POST", "/composite/sobjects", json={"records": rows})
    until(lambda: len(listener.notifications()) == 150)
    sizes = [len(root.findall(".//out:Notification", _NS)) for _, _, root in listener.messages]
    assert max(sizes) <= 100
    ids = [row_id for row_id, _ in listener.notifications()]
    assert len(set(ids)) == 150
    assert ids != sorted(ids)


def test_an_acknowledged_notification_may_come_twice_under_the_same_id(org, listener):
    send_to(org, duplicate_chance=1.0)
    org.call("PATCH", f"/sobjects/Case/{org.case('web')}", json={"Priority": "High"})
    until(lambda: len(listener.messages) == 2)
    assert len(set(listener.notifications())) == 1


def test_what_is_sent_again_tells_the_record_as_it_is_by_then(org, listener):
    listener.answers = [(500, "")]
    send_to(org, fields=["Priority"], retry_s=0.5)
    case = org.case("web")
    org.call("PATCH", f"/sobjects/Case/{case}", json={"Priority": "High"})
    until(lambda: len(listener.messages) == 1)
    org.call("PATCH", f"/sobjects/Case/{case}", json={"Priority": "Low"})
    until(lambda: len(listener.notifications()) == 3)
    told = [n.text for _, _, root in listener.messages for n in root.iterfind(".//sf:Priority", _NS)]
    assert told == ["High", "Low", "Low"]


def test_a_target_with_an_unknown_field_is_refused(org):
    response = org.call("POST", "/control/outbound", json={"url": "https://sidelight.example", "colour": "red"})
    assert response.status_code == 400
    assert "unknown colour" in response.json()["error"]
