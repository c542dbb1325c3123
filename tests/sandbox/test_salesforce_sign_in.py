"""Signing in to the loopback org, and what a bad token, version or limit gets."""

import json
from datetime import timedelta

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.sandbox import salesforce_server
from tests.sandbox.salesforce_server import BASE, NOW, sign_in

salesforce_servers = salesforce_server.salesforce_servers
org = salesforce_server.org

TOKEN = "/services/oauth2/token"


def test_client_credentials_give_a_token_and_the_address_of_the_org(org):
    answer = sign_in(org)
    assert set(answer) >= {"access_token", "instance_url", "id", "token_type", "issued_at", "signature", "scope"}
    assert answer["instance_url"] == "https://harbourlane.my.salesforce.com"
    assert answer["id"].startswith("https://harbourlane.my.salesforce.com/id/00D")


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({"grant_type": "client_credentials", "client_id": "no", "client_secret": "x"}, "invalid_client_id"),
        ({"grant_type": "password", "username": "x", "password": "y"}, "invalid_grant"),
        ({"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": "x"}, "invalid_grant"),
        ({}, "unsupported_grant_type"),
    ],
)
def test_a_wrong_sign_in_is_refused_with_400_and_its_reason(org, form, error):
    response = org.call("POST", TOKEN, data=form)
    assert (response.status_code, response.json()["error"]) == (400, error)


def test_a_wrong_secret_is_an_invalid_client(org):
    form = {"grant_type": "client_credentials", "client_id": org.options.client_id, "client_secret": "wrong"}
    response = org.call("POST", TOKEN, data=form)
    assert (response.status_code, response.json()["error"]) == (400, "invalid_client")


@pytest.fixture(scope="module")
def key():
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({}, 200),
        ({"aud": "https://elsewhere.test"}, 400),
        ({"sub": "stranger@example.com"}, 400),
        ({"exp": str(int(NOW.timestamp()) - 1)}, 400),
        ({"iss": "other"}, 400),
    ],
)
def test_a_jwt_opens_only_with_the_right_names_and_in_time(salesforce_servers, key, changed, status):
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    org = salesforce_servers.start(jwt_public_key=public.decode())
    claims = {
        "iss": org.options.client_id,
        "sub": org.options.run_as,
        "aud": "https://login.salesforce.com",
        "exp": str(int(NOW.timestamp()) + 180),
    }
    # the library insists on a number, the vendor's clients send a text: so the payload is signed by hand
    assertion = jwt.api_jws.encode(json.dumps(claims | changed).encode(), key, algorithm="RS256")
    form = {"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": assertion}
    assert org.call("POST", TOKEN, data=form).status_code == status


def test_a_token_that_rested_too_long_is_an_invalid_session(salesforce_servers):
    moments = [NOW]
    org = salesforce_servers.start(clock=lambda: moments[0], token_lifetime_s=60)
    assert org.call("GET", "/limits").status_code == 200
    moments[0] += timedelta(seconds=61)
    response = org.call("GET", "/limits")
    assert response.status_code == 401
    assert response.json() == [{"message": "Session expired or invalid", "errorCode": "INVALID_SESSION_ID"}]


def test_the_org_lists_versions_31_to_67_and_refuses_older_and_newer_ones(org):
    versions = [entry["version"] for entry in org.call("GET", "/services/data").json()]
    assert (versions[0], versions[-1]) == ("31.0", "67.0")
    assert org.call("GET", "/services/data/v30.0/limits").status_code == 410
    assert org.call("GET", "/services/data/v68.0/limits").status_code == 404


def test_used_up_requests_are_refused_with_403_until_a_day_has_passed(salesforce_servers):
    moments = [NOW]
    org = salesforce_servers.start(clock=lambda: moments[0], daily_requests=2, token_lifetime_s=10**6)
    first = org.call("GET", "/limits")
    assert first.headers["Sforce-Limit-Info"] == "api-usage=1/2"
    assert first.json()["DailyApiRequests"] == {"Max": 2, "Remaining": 1}
    org.call("GET", "/limits")
    refused = org.call("GET", "/limits")
    assert refused.status_code == 403
    assert refused.json() == [{"message": "TotalRequests Limit exceeded.", "errorCode": "REQUEST_LIMIT_EXCEEDED"}]
    assert "Sforce-Limit-Info" not in refused.headers
    moments[0] += timedelta(hours=25)
    assert org.call("GET", "/limits").status_code == 200


def test_an_address_longer_than_16_kb_is_refused_with_a_page_of_html(org):
    response = org.call("GET", "/query", params={"q": "SELECT Id FROM Case WHERE Subject = '" + "x" * 17_000 + "'"})
    assert response.status_code == 414
    assert response.text.startswith("<html>")


def test_without_a_session_nothing_is_told_and_unknown_addresses_are_json(org):
    assert org.session.get(org.url + BASE + "/sobjects", headers={"Authorization": ""}, timeout=10).status_code == 401
    missing = org.call("GET", "/nothing")
    assert (missing.status_code, missing.json()[0]["errorCode"]) == (404, "NOT_FOUND")
