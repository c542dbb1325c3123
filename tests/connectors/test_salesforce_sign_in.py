"""Signing in to an org: two flows, one token for all workers, and what becomes of it when it is refused."""

import threading
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from integration.connectors import Connection
from integration.connectors.salesforce import SalesforceConnector
from integration.connectors.salesforce.auth import TokenProvider, read_instance
from integration.connectors.session import Route, open_session
from integration.errors import ConnectorError
from integration.keeping import begin, keep_in_memory
from integration.store import schema
from integration.store.credentials import new_key
from tests.connectors.contend_salesforce import read_twice
from tests.connectors.salesforce_org import ADDRESS, NAME, running_org
from tests.connectors.test_salesforce_writing import write_of
from tests.processes import PROCESSES

MOVED = "https://harbourlane-new.my.salesforce.com"


@pytest.fixture
def org():
    with running_org() as org:
        yield org


def fails(action):
    with pytest.raises(ConnectorError) as failed:
        action()
    return failed.value


def credential_of(org):
    return {"client_id": org.client.options.client_id, "client_secret": org.client.options.client_secret}


@pytest.mark.parametrize("part", ["client_id", "client_secret"])
def test_a_wrong_credential_is_permanent_and_names_the_remedy(org, part):
    options = org.client.options
    given = {"client_id": options.client_id, "client_secret": options.client_secret} | {part: "wrong-one"}
    error = fails(lambda: org.connect(credential=given).fetch_page("Case", None))
    assert error.permanent
    assert "external client app" in str(error)
    assert "wrong-one" not in str(error)


def test_a_sign_in_that_stumbles_passes(org):
    org.fault("oauth2/token", "status", status=503)
    assert not fails(lambda: org.connect().fetch_page("Case", None)).permanent
    org.fault("oauth2/token", "garbage")
    assert not fails(lambda: org.connect().fetch_page("Case", None)).permanent


def test_a_credential_that_fits_no_flow_is_told_before_any_call(org):
    with pytest.raises(ConnectorError, match="connect it again"):
        org.connect(credential={"client_id": "x"}).fetch_page("Case", None)
    no_key = org.connect(credential={"client_id": "x", "username": "u", "private_key": "no key"})
    with pytest.raises(ConnectorError, match="PEM"):
        no_key.fetch_page("Case", None)


def test_a_jwt_signs_in_as_well():
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    public = (
        key.public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        .decode()
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()
    with running_org(jwt_public_key=public) as org:
        options = org.client.options
        given = {"client_id": options.client_id, "username": options.run_as, "private_key": private}
        assert len(org.connect(credential=given).fetch_page("Case", None).tickets) == 5


@pytest.mark.parametrize("more", [{"password": "x"}, {"username": "u", "security_token": "y"}])
def test_a_password_is_refused_and_its_end_named_before_any_call(org, more):
    error = fails(lambda: org.connect(credential=credential_of(org) | more).fetch_page("Case", None))
    assert error.permanent
    assert "by password" in str(error)
    assert "2027-06-01" in str(error)
    assert org.counts()["tokens"] == 1  # the test's own


def test_threads_with_connectors_of_their_own_renew_a_refused_token_once(org):
    keepers, failed = keep_in_memory(), []
    sessions = [open_session([Route(ADDRESS, org.client.url)]) for _ in range(16)]
    connection = Connection(NAME, "salesforce", ADDRESS, credential_of(org))
    connectors = [SalesforceConnector(connection, s, org.clock, 0.9, keepers=keepers) for s in sessions]
    for connector in connectors:
        connector.fetch_page("Contact", None)
    assert org.counts()["tokens"] == 2, "they begin with one token; the other is the test's own"
    org.expire_sessions()
    together = threading.Barrier(16)

    def read(connector):
        together.wait()
        try:
            connector.fetch_page("Contact", None)
        except ConnectorError as error:
            failed.append(error)

    threads = [threading.Thread(target=read, args=(connector,)) for connector in connectors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    for session in sessions:
        session.close()
    assert failed == []
    assert org.counts()["tokens"] == 2 + 2  # one sign-in for all of them, one of the test's own


def test_processes_renew_a_refused_token_once(org, tmp_path):
    """Three processes with one database: each reads, waits until the token has ended, and reads again."""
    url, key = f"sqlite:///{tmp_path}/store.db", new_key()
    schema.upgrade(url)
    told, again = PROCESSES.Queue(), PROCESSES.Event()
    given = (url, key, org.client.url, credential_of(org), told, again)
    workers = [PROCESSES.Process(target=read_twice, args=given) for _ in range(3)]
    for worker in workers:
        worker.start()
    assert [told.get(timeout=60) for _ in workers] == [1] * 3
    tokens = org.counts()["tokens"]
    org.expire_sessions()
    again.set()
    assert [told.get(timeout=60) for _ in workers] == [2] * 3
    assert org.counts()["tokens"] == tokens + 2  # one for all processes, one of the test's own
    assert tokens == 2
    for worker in workers:
        worker.join(30)
        assert worker.exitcode == 0


def test_a_worker_that_dies_while_it_signs_in_holds_nobody_up_for_long(org):
    keepers = keep_in_memory()
    connector = SalesforceConnector(
        Connection(NAME, "salesforce", ADDRESS, credential_of(org)),
        org.open_session(),
        org.clock,
        0.9,
        keepers=keepers,
        sleep=lambda waited_s: setattr(org, "now", org.now + timedelta(seconds=1000 * waited_s)),
    )
    keepers.tokens.change_tokens(NAME, lambda known: begin(known, known.version, org.now))
    assert connector.identify()["organization_id"] == org.counts()["organizationId"]


def test_a_page_of_html_instead_of_a_refusal_renews_the_token_once(org):
    connector = org.connect()
    connector.fetch_page("Case", None)
    tokens = org.counts()["tokens"]
    org.fault("queryAll", "status", status=401)  # answered with a page of HTML
    assert len(connector.fetch_page("Case", None).tickets) == 5
    assert org.counts()["tokens"] == tokens + 1


def test_bulk_calls_use_the_token_that_is_good_now(org):
    client = org.connect()._client
    job = client.send("POST", "jobs/query", json={"operation": "queryAll", "query": "SELECT Id FROM Case"}).json()
    org.expire_sessions()
    path = f"jobs/query/{job['id']}"
    for _ in range(50):
        state = client.send("GET", path).json()["state"]
        if state == "JobComplete":
            break
    org.expire_sessions()
    answer = client.send("GET", f"{path}/results", headers={"Accept": "text/csv"})
    assert answer.headers["Sforce-NumberOfRecords"] == "5"
    assert answer.text.count("\n") == 6


def test_no_assignment_rule_runs_when_a_write_is_sent_again_after_the_token_has_ended(org):
    connector = org.connect()
    connector.fetch_page("Case", None)
    writes = [write_of(org, "mail"), write_of(org, "web")]
    connector.write(writes[:1])
    org.expire_sessions()
    connector.write(writes)
    assert org.counts()["assignment_rules_run"] == 0


def test_an_org_that_has_moved_is_followed(org):
    """The org gets another My Domain: the old address sends us on, and a new token names the new one."""
    session = open_session([Route(ADDRESS, org.client.url), Route(MOVED, org.client.url)])
    org.sessions.append(session)
    asked = []
    session.hooks["response"].append(lambda response, **_: asked.append(response.request.url))
    connection = Connection(NAME, "salesforce", ADDRESS, credential_of(org))
    connector = SalesforceConnector(connection, session, org.clock, 0.9)
    connector.fetch_page("Case", None)
    object.__setattr__(org.client.options, "company", "harbourlane-new")
    org.expire_sessions()
    asked.clear()
    assert len(connector.fetch_page("Case", None).tickets) == 5
    refused, *then = (url.split("/services")[0] for url in asked)
    assert refused == ADDRESS
    assert then[0] == ADDRESS, "the token is asked for where it always was"
    assert set(then[1:]) == {MOVED}
    assert connector.check()[0].ok


@pytest.mark.parametrize(
    "told",
    [
        "https://salesforce.com.evil.example",
        "http://harbourlane.my.salesforce.com",
        "https://user@harbourlane.my.salesforce.com",
        "https://harbourlane.my.salesforce.com:8443",
        "https://evil.example/harbourlane.my.salesforce.com",
        "//harbourlane.my.salesforce.com",
    ],
)
def test_a_token_goes_to_no_host_but_salesforces(told):
    assert "none of its hosts" in str(fails(lambda: read_instance(told, ADDRESS)))
    assert read_instance(None, ADDRESS) == ADDRESS
    assert read_instance("https://na1.salesforce.com/", ADDRESS) == "https://na1.salesforce.com"


def test_connecting_again_does_not_use_the_token_of_the_credential_before(org):
    keepers = keep_in_memory()
    session = open_session([Route(ADDRESS, org.client.url)])
    org.sessions.append(session)

    def open_with(credential):
        return SalesforceConnector(
            Connection(NAME, "salesforce", ADDRESS, credential), session, org.clock, 0.9, keepers=keepers
        )

    open_with(credential_of(org)).identify()
    assert fails(lambda: open_with(credential_of(org) | {"client_secret": "wrong"}).identify()).permanent


def test_what_the_token_stands_for_is_known_to_every_worker(org):
    keepers = keep_in_memory()
    with open_session([Route(ADDRESS, org.client.url)]) as session:
        connection = Connection(NAME, "salesforce", ADDRESS, credential_of(org))
        first = TokenProvider(connection, session, keepers.tokens, org.clock).current()
        second = TokenProvider(connection, session, keepers.tokens, org.clock).current()
    told = org.counts()
    assert first == second
    assert (first.organization_id, first.user_id) == (told["organizationId"], told["runAsId"])
