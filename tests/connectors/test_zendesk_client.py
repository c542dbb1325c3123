"""
The client against a scripted server: what it does when Zendesk refuses, fails, stalls or lies.

The answers are written out here, byte by byte; the loopback Zendesk's own reading of the vendor is not asked.
"""

import json
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from integration.connectors import Connection
from integration.connectors.session import Route, open_session
from integration.connectors.zendesk.client import RefusedError, ZendeskClient
from integration.connectors.zendesk.grants import SignInError
from integration.errors import ConnectorError
from tests.connectors.scripted import ScriptedServer, reply

ADDRESS = "https://acme.zendesk.com"
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
OAUTH = {"client_id": "sidelight", "client_secret": "s3cret"}


@pytest.fixture
def server():
    server = ScriptedServer()
    yield server
    server.close()


def open_client(server, credential=None, share=0.3):
    session = open_session([Route(ADDRESS, server.url)])
    connection = Connection("zendesk:acme", "zendesk", ADDRESS, credential or OAUTH)
    return ZendeskClient(connection, session, lambda: NOW, share)


@pytest.fixture
def client(server):
    client = open_client(server)
    yield client
    client._session.close()


def test_a_token_is_fetched_once_and_signs_every_call(server, client):
    server.script("/api/v2/groups", reply({"groups": []}))
    client.get("groups")
    client.get("groups")
    assert server.paths() == ["/oauth/tokens", "/api/v2/groups", "/api/v2/groups"]
    assert server.authorizations() == ["Bearer token-1", "Bearer token-1"]
    asked = json.loads(server.asked[0][3])
    assert (asked["grant_type"], asked["client_id"], asked["client_secret"]) == (
        "client_credentials",
        "sidelight",
        "s3cret",
    )
    assert "Authorization" not in server.asked[0][2]


def test_an_api_token_signs_as_basic_auth(server):
    client = open_client(server, {"email": "admin@acme.example", "api_token": "t0k"})
    server.script("/api/v2/groups", reply({"groups": []}))
    client.get("groups")
    # admin@acme.example/token:t0k
    assert server.authorizations() == ["Basic YWRtaW5AYWNtZS5leGFtcGxlL3Rva2VuOnQwaw=="]
    client._session.close()


def test_a_credential_without_either_pair_of_keys_is_a_permanent_error(server):
    with pytest.raises(ConnectorError, match="client_secret") as caught:
        open_client(server, {"client_id": "sidelight"})
    assert caught.value.permanent


def test_an_expired_token_is_replaced_and_the_call_is_sent_again_with_its_body(server, client):
    server.script("/api/v2/tickets/1", reply({"error": "invalid_token"}, 401), reply({"ticket": {"id": 1}}))
    assert client.put("tickets/1", {"ticket": {"custom_fields": []}}) == {"ticket": {"id": 1}}
    assert server.authorizations() == ["Bearer token-1", "Bearer token-2"]
    assert server.asked[-1][3] == b'{"ticket":{"custom_fields":[]}}'


def test_a_credential_that_stays_refused_is_tried_twice_and_no_more(server, client):
    server.script("/api/v2/groups", reply({"error": "invalid_token"}, 401))
    with pytest.raises(ConnectorError, match="sidelight connect zendesk") as caught:
        client.get("groups")
    assert not caught.value.permanent, "the work waits until somebody has renewed the credential"
    assert server.authorizations() == ["Bearer token-1", "Bearer token-2"]


def test_a_wrong_client_secret_is_a_permanent_error_and_no_call_is_made(server, client):
    server.script("/oauth/tokens", reply({"error": "invalid_client"}, 401))
    with pytest.raises(SignInError, match=r"credential \(invalid_client") as caught:
        client.get("groups")
    assert not caught.value.permanent, "the work waits until somebody has renewed the credential"
    assert server.paths() == ["/oauth/tokens"]


def test_a_token_answer_without_a_token_is_an_error(server, client):
    server.script("/oauth/tokens", reply({"token_type": "bearer"}))
    with pytest.raises(ConnectorError, match="no token"):
        client.get("groups")


def test_429_is_raised_at_once_with_the_time_to_wait_and_no_call_follows(server, client):
    server.script("/api/v2/groups", reply({"error": "APIRateLimitExceeded"}, 429, Retry_After="93"))
    with pytest.raises(ConnectorError) as caught:
        client.get("groups")
    assert caught.value.retry_after_s == 93
    assert not caught.value.permanent
    with pytest.raises(ConnectorError) as caught:
        client.get("groups", live=True)
    assert caught.value.retry_after_s == 93
    assert len(server.authorizations()) == 1


def test_429_through_zenpys_own_api_does_not_sleep_either(server, client):
    server.script("/api/v2/webhooks", reply({"error": "APIRateLimitExceeded"}, 429, Retry_After="93"))
    with pytest.raises(ConnectorError) as caught:
        client.webhooks()
    assert caught.value.retry_after_s == 93


def test_429_without_a_time_says_none(server, client):
    server.script("/api/v2/groups", reply(b"<html>slow down</html>", 429))
    with pytest.raises(ConnectorError) as caught:
        client.get("groups")
    assert caught.value.retry_after_s is None
    assert not caught.value.permanent


def test_a_time_to_wait_may_be_a_date(server, client):
    server.script("/api/v2/groups", reply(b"", 503, Retry_After="Fri, 20 Nov 2026 12:00:30 GMT"))
    with pytest.raises(ConnectorError) as caught:
        client.get("groups")
    assert caught.value.retry_after_s == 30


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_failure_of_zendesk_is_worth_trying_again(server, client, status):
    server.script("/api/v2/groups", reply(b"<html>Bad gateway</html>", status))
    with pytest.raises(ConnectorError, match=str(status)) as caught:
        client.get("groups")
    assert not caught.value.permanent
    assert len(server.authorizations()) == 1


@pytest.mark.parametrize("body", [b"<html>maintenance</html>", b'{"groups": [', b"", b"[1, 2]", b"null"])
def test_an_answer_that_is_no_json_object_is_worth_trying_again(server, client, body):
    server.script("/api/v2/groups", reply(body))
    with pytest.raises(ConnectorError) as caught:
        client.get("groups")
    assert not caught.value.permanent


def test_a_body_that_is_cut_off_is_worth_trying_again(server, client):
    server.script("/api/v2/groups", reply(b'{"groups": []}', Content_Length="500", Connection="close"))
    with pytest.raises(ConnectorError, match="cut") as caught:
        client.get("groups")
    assert not caught.value.permanent


def test_a_server_that_is_not_there_is_worth_trying_again(server):
    session = open_session([Route(ADDRESS, "http://127.0.0.1:9")])
    connection = Connection("zendesk:acme", "zendesk", ADDRESS, {"email": "a@b.example", "api_token": "t"})
    client = ZendeskClient(connection, session, lambda: NOW, 0.3)
    with pytest.raises(ConnectorError, match="could not be reached") as caught:
        client.get("groups")
    assert not caught.value.permanent
    session.close()


def test_403_is_permanent_and_names_the_remedy(server, client):
    server.script("/api/v2/groups", reply({"error": {"title": "Forbidden", "message": "You do not have access"}}, 403))
    with pytest.raises(RefusedError, match="must be an admin") as caught:
        client.get("groups")
    assert caught.value.permanent


def test_a_missing_scope_is_named(server, client):
    says = "You are missing the following required scopes: webhooks:read"
    server.script("/api/v2/webhooks", reply({"error": "Forbidden", "description": says}, 403))
    with pytest.raises(RefusedError, match="lacks the scope webhooks:read"):
        client.webhooks()


def test_a_refusal_keeps_the_code_and_leaves_out_free_text(server, client):
    server.script("/api/v2/tickets/1", reply({"error": "RecordInvalid", "description": "quotes Ana Ruiz"}, 422))
    with pytest.raises(RefusedError, match="422 RecordInvalid") as caught:
        client.put("tickets/1", {"ticket": {}})
    assert caught.value.status == 422
    assert "Ana" not in str(caught.value)


def test_a_redirect_is_not_followed_so_the_token_goes_nowhere_else(server, client):
    server.script("/api/v2/groups", reply(b"", 302, Location="http://127.0.0.1:9/elsewhere"))
    with pytest.raises(RefusedError, match="302"):
        client.get("groups")


def test_the_anonymous_user_is_nobody(server, client):
    anonymous = {"user": {"id": None, "name": "Anonymous user", "role": "end-user"}}
    server.script("/api/v2/users/me", reply(anonymous))
    with pytest.raises(SignInError, match=r"does not know who signs in.* sidelight connect zendesk"):
        client.signed_in_user()


def test_an_answer_that_zenpy_cannot_map_is_a_connector_error(server, client):
    server.script("/api/v2/webhooks", reply(["what?"]))
    with pytest.raises(ConnectorError, match="unreadable"):
        client.webhooks()


def test_pages_follow_the_cursor_and_not_the_address_that_is_given(server, client):
    first = {
        "groups": [{"id": 1}],
        "meta": {"has_more": True, "after_cursor": "xyz=="},
        "links": {"next": "https://evil.example/api/v2/groups?page[after]=xyz"},
    }
    last = {"groups": [], "meta": {"has_more": False, "after_cursor": None}, "links": {"next": None}}
    server.script("/api/v2/groups", reply(first), reply(last))
    assert client.rows("groups", "groups") == [{"id": 1}]
    assert server.paths()[-1] == "/api/v2/groups?page%5Bsize%5D=100&page%5Bafter%5D=xyz%3D%3D"


def test_a_cursor_that_does_not_move_ends_the_list(server, client):
    page = {"groups": [{"id": 1}], "meta": {"has_more": True, "after_cursor": "same"}}
    server.script("/api/v2/groups", reply(page))
    assert len(client.rows("groups", "groups")) == 2


def test_the_rate_headers_of_webhooks_are_not_the_accounts(server, client):
    headers = {"X_Rate_Limit": "100", "X_Rate_Limit_Remaining": "1"}
    server.script("/api/v2/webhooks/1/signing_secret", reply({"signing_secret": {"secret": "x"}}, **headers))
    server.script("/api/v2/groups", reply({"groups": []}))
    client.webhook_secret("1")
    client.get("groups")


def test_bulk_and_live_stop_together_where_the_share_ends(server, client):
    # 400 a minute, of which others have used 300: our three tenths of the rest are 30, the first call included
    for left in range(99, 60, -1):
        headers = {"X_Rate_Limit": "400", "X_Rate_Limit_Remaining": str(left), "Ratelimit_Reset": "12"}
        server.script("/api/v2/groups", reply({"groups": []}, **headers))
        with suppress(ConnectorError):
            client.get("groups", live=True)
    assert len(server.authorizations()) == 30
    for live in (True, False):
        with pytest.raises(ConnectorError) as caught:
            client.get("groups", live=live)
        assert 11 < caught.value.retry_after_s <= 12


def test_a_public_comment_never_leaves(server, client):
    server.script("/api/v2/tickets/1", reply({"ticket": {}}))
    with pytest.raises(ValueError, match="not private"):
        client.put("tickets/1", {"ticket": {"comment": {"body": "x", "public": True}}})
    with pytest.raises(ValueError, match="not private"):
        client.post("tickets", {"ticket": {"comment": {"body": "x"}}})
    assert server.asked == []
