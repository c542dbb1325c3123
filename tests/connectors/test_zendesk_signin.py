"""Signing in to a loopback Zendesk: codes, refreshing pairs, several processes, and what is said where it ends."""

import threading
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from commands.authorizing import Consent, wait_for_code
from integration.connection import Connection
from integration.connectors.session import Route, open_session
from integration.connectors.zendesk import tokens
from integration.connectors.zendesk.grants import GrantRefusedError, SignInError, by_code
from integration.errors import SettingsError
from integration.store import Store, schema
from integration.store.credentials import new_key
from sandbox.clock import clock_from
from sandbox.serving import free_port
from tests.connectors.contend_zendesk import open_client, sign_in_at_once
from tests.connectors.zendesk_account import HARBOURLANE, calls, plant
from tests.sandbox.zendesk_server import ADDRESS, NOW, running_zendesk
from tests.store.contend import in_processes

KEY = new_key()
BY_PERSON = {"client_id": "sidelight-public", "grant": "authorization_code"}


@pytest.fixture
def zendesk():
    with running_zendesk() as running:
        yield running


@pytest.fixture
def database(tmp_path):
    url = f"sqlite:///{tmp_path}/signin.db"
    schema.upgrade(url)
    return url


@pytest.fixture
def store(database):
    opened = Store(database, keys=[KEY])
    yield opened
    opened.close()


def allow(zendesk, consent, **answer):
    """Do what the person does in the browser; return the address that Zendesk sends the browser to."""
    asked = {name: values[0] for name, values in parse_qs(urlsplit(consent.url).query).items()}
    page = requests.get(f"{zendesk.url}/oauth/authorizations/new", params=asked, timeout=10)
    assert page.status_code == 200, page.text
    decided = requests.post(
        f"{zendesk.url}/oauth/authorizations",
        data=asked | {"decision": "allow"} | answer,
        allow_redirects=False,
        timeout=10,
    )
    assert decided.status_code == 302, decided.text
    return decided.headers["Location"]


def exchange(zendesk, consent, code):
    connection = Connection(HARBOURLANE, "zendesk", ADDRESS, BY_PERSON)
    with open_session([Route(ADDRESS, zendesk.url)]) as session:
        return by_code(connection, session, code, consent.redirect_uri, consent.verifier, NOW)


@pytest.fixture
def signed_in(zendesk, store):
    """A person has consented, and the first pair is stored."""
    consent = Consent(ADDRESS, "sidelight-public", free_port())
    granted = exchange(zendesk, consent, consent.read(allow(zendesk, consent)))
    tokens.store_first(store, HARBOURLANE, granted)
    zendesk.call("DELETE", "/control/stats")
    return store


def expire(zendesk):
    """End all access tokens, that of the test's own client included; refresh tokens live on."""
    assert requests.post(f"{zendesk.url}/control/tokens", json={"expire": "all"}, timeout=10).ok


def asked_for_tokens(zendesk):
    return calls(zendesk).get("POST /oauth/tokens", 0)


def test_the_browser_comes_back_to_a_loopback_port_with_a_code_that_is_redeemed(zendesk):
    consent = Consent(ADDRESS, "sidelight-public", free_port())
    listening = threading.Event()

    def browse():
        assert listening.wait(10)
        assert requests.get(f"http://127.0.0.1:{consent.port}/favicon.ico", timeout=10).status_code == 404
        answer = requests.get(allow(zendesk, consent).replace("localhost", "127.0.0.1"), timeout=10)
        assert "close this page" in answer.text

    browser = threading.Thread(target=browse)
    browser.start()
    code = wait_for_code(consent, listening.set, 20)
    browser.join(10)
    granted = exchange(zendesk, consent, code)
    assert granted.access
    assert granted.refresh
    assert granted.ends_at == NOW + timedelta(days=1)
    with pytest.raises(GrantRefusedError):
        exchange(zendesk, consent, code)


def test_a_code_without_the_verifier_that_began_it_is_worth_nothing(zendesk):
    consent = Consent(ADDRESS, "sidelight-public", free_port())
    code = consent.read(allow(zendesk, consent))
    consent.verifier = "another one that somebody guessed, which is long enough"
    with pytest.raises(GrantRefusedError, match="invalid_grant"):
        exchange(zendesk, consent, code)


def test_an_answer_to_another_question_is_refused(zendesk):
    consent, other = (Consent(ADDRESS, "sidelight-public", free_port()) for _ in range(2))
    with pytest.raises(SettingsError, match="state differs"):
        consent.read(allow(zendesk, other))
    with pytest.raises(SettingsError, match="did not let Sidelight in"):
        consent.read(allow(zendesk, consent, decision="deny"))
    with pytest.raises(SettingsError, match="in time"):
        wait_for_code(Consent(ADDRESS, "sidelight-public", free_port()), lambda: None, 0.2)


def test_an_expired_token_is_refreshed_once_and_the_call_succeeds(zendesk, signed_in):
    client = open_client(signed_in, zendesk.url, BY_PERSON)
    assert client.signed_in_user()["role"] == "admin"
    before = signed_in.load_tokens(HARBOURLANE)
    expire(zendesk)
    assert client.signed_in_user()["role"] == "admin"
    after = signed_in.load_tokens(HARBOURLANE)
    assert asked_for_tokens(zendesk) == 1
    assert after.version == before.version + 1
    assert {after.access, after.refresh}.isdisjoint({before.access, before.refresh})


def test_a_token_that_is_about_to_end_is_replaced_before_it_does(zendesk, signed_in):
    late = clock_from(NOW + timedelta(days=1, seconds=-30))
    assert open_client(signed_in, zendesk.url, BY_PERSON, clock=late).signed_in_user()
    assert asked_for_tokens(zendesk) == 1


def test_of_several_processes_one_refreshes_and_all_go_on(zendesk, signed_in, database):
    expire(zendesk)
    said = in_processes(4, sign_in_at_once, database, KEY, zendesk.url, BY_PERSON, 5)
    assert said == [["admin"] * 5] * 4
    assert asked_for_tokens(zendesk) == 1


def test_several_processes_of_a_client_with_a_secret_share_one_token(zendesk, store, database):
    credential = {"client_id": "sidelight", "client_secret": "loopback-client-secret"}
    said = in_processes(3, sign_in_at_once, database, KEY, zendesk.url, credential, 3)
    assert said == [["admin"] * 3] * 3
    assert asked_for_tokens(zendesk) == 2, "one is the test's own"


def test_a_pair_that_never_arrived_leads_to_signing_in_again_and_to_no_loop(zendesk, signed_in, database):
    expire(zendesk)
    plant(zendesk, match="/oauth/tokens", method="POST", kind="lost_reply")
    client = open_client(signed_in, zendesk.url, BY_PERSON)
    with pytest.raises(Exception, match="reached") as first:
        client.signed_in_user()
    assert not isinstance(first.value, SignInError), "nobody knows yet"
    for _ in range(3):
        with pytest.raises(SignInError, match="sidelight connect zendesk --authorize"):
            client.signed_in_user()
    said = in_processes(2, sign_in_at_once, database, KEY, zendesk.url, BY_PERSON, 3)
    assert all("sign in again" in words for one in said for words in one)
    assert asked_for_tokens(zendesk) == 2, "the lost one, and the one that told"


def test_a_worker_that_dies_between_refresh_and_commit_leads_to_signing_in_again(zendesk, signed_in):
    expire(zendesk)

    def die(*_):
        raise KeyboardInterrupt

    client = open_client(signed_in, zendesk.url, BY_PERSON)
    tokens_of = client._session.auth._tokens
    tokens_of._grant = lambda refresh: (type(tokens_of)._grant(tokens_of, refresh), die())
    with pytest.raises(KeyboardInterrupt):
        client.signed_in_user()
    waits = []
    clock = clock_from(NOW)
    other = open_client(signed_in, zendesk.url, BY_PERSON, clock=lambda: clock() + timedelta(seconds=sum(waits)))
    other._session.auth._tokens._sleep = lambda _: waits.append(10)
    with pytest.raises(SignInError, match="sign in again"):
        other.signed_in_user()
    assert 80 <= sum(waits) <= 100, "the lost worker's lease is waited for"
    with pytest.raises(SignInError):
        open_client(signed_in, zendesk.url, BY_PERSON).signed_in_user()
    assert asked_for_tokens(zendesk) == 2


def test_signing_in_again_mends_it(zendesk, signed_in):
    signed_in.change_tokens(HARBOURLANE, lambda known: tokens.let_go(known, known.version, tokens.SIGN_IN_AGAIN))
    client = open_client(signed_in, zendesk.url, BY_PERSON)
    with pytest.raises(SignInError):
        client.signed_in_user()
    consent = Consent(ADDRESS, "sidelight-public", free_port())
    tokens.store_first(signed_in, HARBOURLANE, exchange(zendesk, consent, consent.read(allow(zendesk, consent))))
    assert client.signed_in_user()["role"] == "admin", "the running process goes on by itself"


def test_a_token_that_dies_in_the_middle_of_the_work_costs_one_refresh(zendesk, signed_in):
    client = open_client(signed_in, zendesk.url, BY_PERSON)
    plant(zendesk, match="/groups", kind="expire_token", skip=2)
    for _ in range(5):
        client.get("groups")
    assert asked_for_tokens(zendesk) == 1


def test_no_token_is_readable_in_the_database_or_in_what_it_shows_of_itself(signed_in, tmp_path):
    known = signed_in.load_tokens(HARBOURLANE)
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for secret in (known.access, known.refresh):
        assert secret.encode() not in held
        assert secret not in repr(known)


def test_rotating_the_key_keeps_the_sign_in(zendesk, signed_in, database):
    fresh, before = new_key(), signed_in.load_tokens(HARBOURLANE)
    both = Store(database, keys=[fresh, KEY])
    both.rotate_keys()
    both.close()
    with_new = Store(database, keys=[fresh])
    assert with_new.load_tokens(HARBOURLANE) == before
    with_new.close()
