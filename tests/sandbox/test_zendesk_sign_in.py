import time

import pytest
import requests

from tests.sandbox.zendesk_server import sign_in

TOKEN_AUTH = ("admin@harbourlane.example/token", "loopback-api-token")


def test_nobody_is_the_anonymous_user_on_users_me_and_401_elsewhere(zendesk):
    me = requests.get(f"{zendesk.url}/api/v2/users/me.json", timeout=20)
    assert (me.status_code, me.json()["user"]["name"], me.json()["user"]["id"]) == (200, "Anonymous user", None)
    other = requests.get(f"{zendesk.url}/api/v2/tickets/{zendesk.id('mail')}", timeout=20)
    assert (other.status_code, other.json()) == (401, {"error": "Couldn't authenticate you"})


@pytest.mark.parametrize("auth", [("admin@harbourlane.example/token", "wrong"), ("nobody@example.com/token", "x")])
def test_a_wrong_api_token_is_refused(zendesk, auth):
    assert requests.get(f"{zendesk.url}/api/v2/groups", auth=auth, timeout=20).status_code == 401


def test_an_api_token_signs_its_user_in_until_the_account_ends_them(zendesk, start_zendesk):
    me = requests.get(f"{zendesk.url}/api/v2/users/me", auth=TOKEN_AUTH, timeout=20).json()["user"]
    assert me["role"] == "admin"
    later = start_zendesk(api_tokens=())
    assert requests.get(f"{later.url}/api/v2/groups", auth=TOKEN_AUTH, timeout=20).status_code == 401


def test_client_credentials_give_a_token_for_as_long_as_was_asked(zendesk):
    granted = sign_in(zendesk.url, expires_in=300, scope="read").json()
    assert granted["token_type"] == "bearer"
    assert granted["expires_in"] == 300
    assert sign_in(zendesk.url, expires_in=10).json()["error"] == "invalid_request"
    assert sign_in(zendesk.url, client_secret="wrong").json()["error"] == "invalid_client"
    assert sign_in(zendesk.url, grant_type="password").status_code == 400


def test_an_expired_access_token_is_401(start_zendesk):
    short = start_zendesk(token_lifetime_s=0.3)
    assert short.get("/groups").status_code == 200
    time.sleep(0.35)
    answered = short.get("/groups")
    assert (answered.status_code, answered.json()["error"]) == (401, "invalid_token")
    assert short.read("/users/me")["user"]["name"] == "Anonymous user"


def test_a_read_token_cannot_write(zendesk):
    token = sign_in(zendesk.url, scope="read").json()["access_token"]
    zendesk.session.headers["Authorization"] = f"Bearer {token}"
    assert zendesk.get("/groups").status_code == 200
    assert zendesk.put_ticket("mail", subject="x").status_code == 403


def test_agents_may_not_export(zendesk):
    joe = ("joe@harbourlane.example/token", "loopback-api-token")
    url = f"{zendesk.url}/api/v2/incremental/tickets/cursor?start_time=0"
    assert requests.get(url, auth=joe, timeout=20).status_code == 403
