"""OAuth as an app goes through it: the page, the code, and pairs of tokens that replace each other."""

import base64
import hashlib
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

BACK = "http://127.0.0.1:1/back"
SECRET = {"client_id": "sidelight", "client_secret": "loopback-client-secret"}


def decide(zendesk, decision="allow", **more):
    asked = {"response_type": "code", "client_id": "sidelight", "redirect_uri": BACK, "scope": "read write"}
    asked |= {"state": "st4te"} | more
    seen = requests.get(f"{zendesk.url}/oauth/authorizations/new", params=asked, timeout=20)
    assert seen.status_code == 200, seen.text
    told = requests.post(
        f"{zendesk.url}/oauth/authorizations",
        data=asked | {"decision": decision},
        timeout=20,
        allow_redirects=False,
    )
    assert told.status_code == 302, told.text
    return {key: value[0] for key, value in parse_qs(urlsplit(told.headers["Location"]).query).items()}


def grant(zendesk, kind, **given):
    return requests.post(f"{zendesk.url}/oauth/tokens", json={"grant_type": kind} | given, timeout=20)


def redeem(zendesk, **more):
    code = decide(zendesk)["code"]
    return grant(zendesk, "authorization_code", code=code, redirect_uri=BACK, **(SECRET | more))


def status_with(zendesk, token):
    headers = {"Authorization": f"Bearer {token}"}
    return requests.get(f"{zendesk.url}/api/v2/groups", headers=headers, timeout=20).status_code


def test_a_person_allows_the_app_in_and_the_code_gives_a_pair_of_tokens(zendesk):
    back = decide(zendesk)
    assert back["state"] == "st4te"
    told = redeem(zendesk, expires_in=600, refresh_token_expires_in=604800).json()
    assert (told["expires_in"], told["refresh_token_expires_in"], told["scope"]) == (600, 604800, "read write")
    assert status_with(zendesk, told["access_token"]) == 200


def test_who_denies_sends_the_app_back_without_a_code(zendesk):
    assert decide(zendesk, "deny")["error"] == "access_denied"


def test_a_refresh_ends_both_old_tokens_at_once(zendesk):
    first = redeem(zendesk).json()
    second = grant(zendesk, "refresh_token", refresh_token=first["refresh_token"], **SECRET).json()
    assert [status_with(zendesk, t["access_token"]) for t in (first, second)] == [401, 200]
    again = grant(zendesk, "refresh_token", refresh_token=first["refresh_token"], **SECRET)
    assert (again.status_code, again.json()["error"]) == (400, "invalid_grant")


def test_a_refresh_whose_answer_is_lost_has_ended_the_old_tokens(zendesk):
    first = redeem(zendesk).json()
    zendesk.call("POST", "/control/faults", json={"match": "^/oauth/tokens", "kind": "lost_reply"})
    with pytest.raises(requests.ConnectionError):
        grant(zendesk, "refresh_token", refresh_token=first["refresh_token"], **SECRET)
    assert status_with(zendesk, first["access_token"]) == 401


def test_an_ended_access_token_still_refreshes_until_the_refresh_token_ends(zendesk):
    first = redeem(zendesk, expires_in=300, refresh_token_expires_in=604800).json()
    zendesk.call("POST", "/control/clock", json={"advance_s": 301})
    assert status_with(zendesk, first["access_token"]) == 401
    second = grant(zendesk, "refresh_token", refresh_token=first["refresh_token"], **SECRET).json()
    assert status_with(zendesk, second["access_token"]) == 200
    zendesk.call("POST", "/control/clock", json={"advance_s": 31 * 86400})
    assert grant(zendesk, "refresh_token", refresh_token=second["refresh_token"], **SECRET).status_code == 400


def test_a_refresh_cannot_widen_the_scope(zendesk):
    code = decide(zendesk, scope="tickets:read")["code"]
    first = grant(zendesk, "authorization_code", code=code, redirect_uri=BACK, **SECRET).json()
    wider = grant(zendesk, "refresh_token", refresh_token=first["refresh_token"], scope="read write", **SECRET)
    assert wider.json()["error"] == "invalid_scope"


def test_a_code_is_good_once_for_two_minutes_and_for_its_own_address(zendesk):
    code = decide(zendesk)["code"]
    assert grant(zendesk, "authorization_code", code=code, redirect_uri=BACK, **SECRET).status_code == 200
    twice = grant(zendesk, "authorization_code", code=code, redirect_uri=BACK, **SECRET)
    elsewhere = grant(zendesk, "authorization_code", code=decide(zendesk)["code"], redirect_uri=BACK + "2", **SECRET)
    code = decide(zendesk)["code"]
    zendesk.call("POST", "/control/clock", json={"advance_s": 121})
    late = grant(zendesk, "authorization_code", code=code, redirect_uri=BACK, **SECRET)
    assert {a.json()["error"] for a in (twice, elsewhere, late)} == {"invalid_grant"}


def test_a_public_client_proves_itself_by_pkce(zendesk):
    verifier = "v" * 60
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    asked = {"client_id": "sidelight-public", "code_challenge": challenge, "code_challenge_method": "S256"}
    given = {"client_id": "sidelight-public", "redirect_uri": BACK}
    code = decide(zendesk, **asked)["code"]
    assert grant(zendesk, "authorization_code", code=code, code_verifier="wrong", **given).status_code == 400
    code = decide(zendesk, **asked)["code"]
    assert grant(zendesk, "authorization_code", code=code, code_verifier=verifier, **given).status_code == 200
    assert grant(zendesk, "client_credentials", client_id="sidelight-public").status_code == 401


def test_an_unknown_client_or_address_is_told_to_the_person_and_sent_nowhere(start_zendesk):
    zendesk = start_zendesk(oauth_redirect_urls=(BACK,))
    plain = {"response_type": "code", "client_id": "sidelight", "redirect_uri": BACK, "scope": "read"}
    for wrong in ({"client_id": "x"}, {"redirect_uri": "https://evil.example/"}, {"response_type": "token"}):
        seen = requests.get(f"{zendesk.url}/oauth/authorizations/new", params=plain | wrong, timeout=20)
        assert seen.status_code == 400


def test_a_token_is_shown_in_part_and_can_end_itself(zendesk):
    told = redeem(zendesk).json()
    headers = {"Authorization": f"Bearer {told['access_token']}"}
    address = f"{zendesk.url}/api/v2/oauth/tokens/current.json"
    shown = requests.get(address, headers=headers, timeout=20)
    assert shown.json()["token"]["token"] == told["access_token"][:10]
    assert told["refresh_token"] not in shown.text
    assert requests.delete(address, headers=headers, timeout=20).status_code == 204
    assert status_with(zendesk, told["access_token"]) == 401
    assert grant(zendesk, "refresh_token", refresh_token=told["refresh_token"], **SECRET).status_code == 400


def test_a_token_for_one_resource_opens_no_other(zendesk):
    code = decide(zendesk, scope="tickets:read")["code"]
    token = grant(zendesk, "authorization_code", code=code, redirect_uri=BACK, **SECRET).json()["access_token"]
    zendesk.session.headers["Authorization"] = f"Bearer {token}"
    assert zendesk.get("/tickets").status_code == 200
    assert [zendesk.get("/groups").status_code, zendesk.put_ticket("mail", subject="x").status_code] == [403, 403]
