import queue
from datetime import timedelta

import flask
import pytest
import requests

from integration.connectors.session import Route, open_session
from integration.errors import ConnectorError, SignatureError
from integration.model import Outcome
from sandbox.serving import serve
from tests.connectors.salesforce_org import ADDRESS, SECRET, running_org
from tests.connectors.test_salesforce_writing import write_of

SESSION_GONE = [{"errorCode": "INVALID_SESSION_ID", "message": "Session expired or invalid"}]
NOT_FOR_REST = [{"errorCode": "INVALID_SESSION_ID", "message": "This session is not valid for use with the REST API"}]


@pytest.fixture
def org():
    with running_org() as org:
        yield org


def fails(action):
    with pytest.raises(ConnectorError) as failed:
        action()
    return failed.value


def test_an_expired_session_is_renewed_once_and_nobody_notices(org):
    connector = org.connect()
    connector.fetch_page("Case", None)
    tokens = org.counts()["tokens"]
    org.expire_sessions()
    assert len(connector.fetch_page("Case", None).tickets) == 5
    assert org.counts()["tokens"] == tokens + 2  # the test's own sign-in is one of them


def test_a_session_that_is_refused_for_ever_ends_after_one_renewal(org):
    connector = org.connect()
    connector.fetch_page("Case", None)
    tokens = org.counts()["tokens"]
    org.fault("queryAll", "status", status=401, body=SESSION_GONE, times=100)
    error = fails(lambda: connector.fetch_page("Case", None))
    assert not error.permanent
    assert "run-as user" in str(error)
    assert org.counts()["tokens"] == tokens + 1
    assert org.client.call("GET", "/control/faults").json()[0]["times"] == 98


def test_a_session_that_may_never_use_this_api_is_not_renewed(org):
    connector = org.connect()
    connector.fetch_page("Case", None)
    tokens = org.counts()["tokens"]
    org.fault("queryAll", "status", status=401, body=NOT_FOR_REST, times=100)
    assert fails(lambda: connector.fetch_page("Case", None)).permanent
    assert org.counts()["tokens"] == tokens


def test_a_proxys_page_instead_of_an_answer_passes(org):
    connector = org.connect()
    connector.fetch_page("Case", None)
    for status, times in ((401, 2), (403, 1), (500, 1), (502, 1), (503, 1), (429, 1), (420, 1)):
        org.fault("queryAll", "status", status=status, times=times)
        error = fails(lambda: connector.fetch_page("Case", None))
        assert (error.permanent, error.retry_after_s) == (False, None), "nobody named a time to wait"
    org.fault("queryAll", "garbage")
    assert not fails(lambda: connector.fetch_page("Case", None)).permanent
    assert len(connector.fetch_page("Case", None).tickets) == 5


def test_how_long_to_wait_is_told(org):
    connector = org.connect()
    connector.fetch_page("Case", None)
    daily = [{"errorCode": "REQUEST_LIMIT_EXCEEDED", "message": "TotalRequests Limit exceeded."}]
    both = [{"errorCode": "REQUEST_LIMIT_EXCEEDED", "message": "ConcurrentPerOrgLongTxn Limit exceeded."}]
    waits = []
    for fault in ({"status": 403, "body": daily}, {"status": 403, "body": both}, {"status": 503, "retry_after": 17}):
        org.fault("queryAll", "status", **fault)
        error = fails(lambda: connector.fetch_page("Case", None))
        assert not error.permanent
        waits.append(error.retry_after_s)
        org.now += timedelta(seconds=error.retry_after_s)
        org.expire_sessions()
    assert waits == [3600.0, 5.0, 17.0]


def test_an_answer_that_never_comes_is_given_up(org):
    connector = org.connect()
    connector.fetch_page("Case", None)
    session = org.sessions[-1]
    send = session.send
    session.send = lambda request, **more: send(request, **(more | {"timeout": 0.2}))
    org.fault("queryAll", "timeout", delay_s=0.6, times=2)
    assert not fails(lambda: connector.fetch_page("Case", None)).permanent


def test_an_org_that_cannot_be_reached_passes(org):
    session = open_session([Route(ADDRESS, "http://127.0.0.1:9")])
    connector = org.connect()
    connector._client._session = session
    connector._client.tokens._session = session
    error = fails(lambda: connector.fetch_page("Case", None))
    session.close()
    assert (error.permanent, error.retry_after_s) == (False, None)


def test_the_orgs_daily_limit_is_told_as_a_wait():
    with running_org(daily_requests=3) as org:
        connector = org.connect(share=1.0)
        connector._client.calls.learn = lambda _: None  # our own share is not what stops us here
        connector.fetch_page("Contact", None)
        connector.fetch_page("Contact", None)
        spent = fails(lambda: connector.fetch_page("Contact", None))
        assert (spent.permanent, spent.retry_after_s) == (False, 3600.0)


def test_our_share_of_the_orgs_day_stops_us_before_the_org_does():
    with running_org(daily_requests=50) as org:
        connector = org.connect(share=0.1)
        for _ in range(3):  # and one call to describe; the fifth call is kept for who waits for it
            connector.fetch_page("Contact", None)
        spent = fails(lambda: connector.fetch_page("Contact", None))
        assert not spent.permanent
        assert spent.retry_after_s >= timedelta(hours=24).total_seconds()
        assert org.counts()["requests"] == 4
        org.now += timedelta(seconds=spent.retry_after_s)
        org.expire_sessions()
        connector.fetch_page("Contact", None)


def test_a_token_is_shown_nowhere(org):
    connector = org.connect()
    connector.fetch_page("Case", None)
    token = connector._client.tokens.current()
    assert token.text not in repr(token)
    assert "loopback-secret" not in repr(connector.connection)


def test_a_flows_callout_is_understood(org):
    """What the loopback org's Flow really sends, byte by byte, for a customer's reply and for a write of ours."""
    received = queue.Queue()
    app = flask.Flask(__name__)

    @app.post("/")
    def receive():
        received.put((dict(flask.request.headers), flask.request.get_data()))
        return "", 204

    served = serve(app)
    options, told = org.client.options, org.counts()
    credential = {"client_id": options.client_id, "client_secret": options.client_secret}
    known = {"organization_id": told["organizationId"], "user_id": told["runAsId"]}
    connector = org.connect(credential=credential | known)
    try:
        org.control("flow", url=f"{served.url}/", secret=SECRET)
        org.control("reply", id=org.case("web"), text="Hello?")
        pushes = [received.get(timeout=10)]
        connector.write([write_of(org, "mail")])
        pushes.append(received.get(timeout=10))
    finally:
        org.control("flow", url=None)
        served.close()
    hints = [connector.read_hint(headers, body, org.clock()) for headers, body in pushes]
    assert [(h.tickets[0].id, h.by_us) for h in hints] == [(org.case("web"), False), (org.case("mail"), True)]
    with pytest.raises(SignatureError):
        org.connect(webhook_secrets=("another",)).read_hint(*pushes[0], org.clock())


def test_the_session_that_is_handed_in_stays_the_callers(org):
    connector = org.connect()
    connector.fetch_page("Case", None)
    assert isinstance(org.sessions[-1], requests.Session)
    assert org.sessions[-1].headers["Sforce-Auto-Assign"] == "FALSE"
    assert connector.write([write_of(org, note="One.")])[0].outcome is Outcome.DONE
