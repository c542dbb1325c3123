"""Signing in: client credentials at the org's own domain, or a JWT bearer; and what an access token then opens."""

import base64
import binascii
import hashlib
import hmac
import secrets
from datetime import timedelta
from typing import Any

import flask
import jwt

from sandbox.salesforce.errors import Refusal, answer
from sandbox.salesforce.state import Org, Session

JWT_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_LONGEST_JWT_S = 5 * 60


class _SignInError(Exception):
    def __init__(self, error: str, description: str) -> None:
        super().__init__(error)
        self.body = {"error": error, "error_description": description}


def check_session(org: Org, header: str | None) -> str:
    """
    Return the user of an `Authorization` header; each use keeps the token alive.

    Raises:
        Refusal: 401 INVALID_SESSION_ID.
    """
    token = (header or "").partition(" ")[2].strip()
    session = org.sessions.get(token)
    now = org.clock()
    if session is None or session.valid_until <= now:
        org.sessions.pop(token, None)
        raise Refusal("INVALID_SESSION_ID", "Session expired or invalid", status=401)
    session.valid_until = now + timedelta(seconds=org.options.token_lifetime_s)
    return session.user_id


def blueprint(org: Org) -> flask.Blueprint:
    """Return the resources."""
    pages = flask.Blueprint("auth", __name__)

    @pages.post("/services/oauth2/token")
    def token() -> flask.Response:
        try:
            user_id = _sign_in(org)
        except _SignInError as error:
            return answer(error.body, 400)
        return answer(_issue(org, user_id))

    @pages.post("/services/oauth2/revoke")
    def revoke() -> flask.Response:
        org.sessions.pop(flask.request.values.get("token", ""), None)
        return flask.Response(status=200)

    @pages.get("/services/oauth2/userinfo")
    def userinfo() -> flask.Response:
        user = org.rows("User")[check_session(org, flask.request.headers.get("Authorization"))]
        return answer(_identity(org, user["Id"]))

    @pages.get("/id/<org_id>/<user_id>")
    def identity(org_id: str, user_id: str) -> flask.Response:
        check_session(org, flask.request.headers.get("Authorization"))
        if org_id != org.org_id or user_id not in org.rows("User"):
            return flask.Response("Bad_Id", status=404)
        return answer(_identity(org, user_id))

    return pages


def _identity(org: Org, user_id: str) -> dict[str, Any]:
    user = org.rows("User")[user_id]
    return {
        "id": f"{org.options.address}/id/{org.org_id}/{user_id}",
        "user_id": user_id,
        "organization_id": org.org_id,
        "username": user["Username"],
        "preferred_username": user["Username"],
        "name": user["Name"],
        "email": user["Email"],
        "zoneinfo": user["TimeZoneSidKey"],
        "active": True,
    }


def _sign_in(org: Org) -> str:
    grant = flask.request.form.get("grant_type")
    if grant == "client_credentials":
        client_id, secret = _client()
        if client_id != org.options.client_id:
            raise _SignInError("invalid_client_id", "client identifier invalid")
        if not hmac.compare_digest(secret.encode(), org.options.client_secret.encode()):
            raise _SignInError("invalid_client", "invalid client credentials")
        return org.run_as_id
    if grant == JWT_GRANT:
        return _check_jwt(org, flask.request.form.get("assertion", ""))
    if grant == "password":
        raise _SignInError("invalid_grant", "authentication failure")
    raise _SignInError("unsupported_grant_type", "grant type not supported")


def _client() -> tuple[str, str]:
    """Return the client's id and secret, from the form or from Basic authorization."""
    scheme, _, encoded = flask.request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "basic":
        try:
            client_id, _, secret = base64.b64decode(encoded).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return "", ""
        return client_id, secret
    return flask.request.form.get("client_id", ""), flask.request.form.get("client_secret", "")


def _check_jwt(org: Org, assertion: str) -> str:
    if org.options.jwt_public_key is None:
        raise _SignInError("invalid_grant", "user hasn't approved this consumer")
    try:
        # the org's clock may be the story's, so the times are checked here and not by the library
        claims = jwt.decode(
            assertion,
            org.options.jwt_public_key,
            algorithms=["RS256"],
            options={"verify_exp": False, "verify_aud": False, "verify_iat": False, "verify_nbf": False},
        )
    except jwt.PyJWTError as error:
        raise _SignInError("invalid_grant", "invalid assertion") from error
    if claims.get("iss") != org.options.client_id:
        raise _SignInError("invalid_client_id", "client identifier invalid")
    if claims.get("aud") not in ("https://login.salesforce.com", org.options.address):
        raise _SignInError("invalid_grant", "audience is invalid")
    try:
        left_s = float(claims["exp"]) - org.clock().timestamp()
    except (KeyError, TypeError, ValueError) as error:
        raise _SignInError("invalid_grant", "invalid assertion") from error
    if not 0 < left_s <= _LONGEST_JWT_S:
        raise _SignInError("invalid_grant", "expired authorization code")
    if claims.get("sub") != org.options.run_as:
        raise _SignInError("invalid_grant", "user hasn't approved this consumer")
    return org.run_as_id


def _issue(org: Org, user_id: str) -> dict[str, str]:
    token = f"{org.org_id[:15]}!{secrets.token_urlsafe(64)}"
    lifetime = timedelta(seconds=org.options.token_lifetime_s)
    org.sessions[token] = Session(user_id, org.clock() + lifetime)
    org.counts["tokens"] += 1
    identity = f"{org.options.address}/id/{org.org_id}/{user_id}"
    issued = str(int(org.clock().timestamp() * 1000))
    signed = hmac.new(org.options.client_secret.encode(), (identity + issued).encode(), hashlib.sha256).digest()
    return {
        "access_token": token,
        "signature": base64.b64encode(signed).decode(),
        "scope": "api",
        "instance_url": org.options.address,
        "id": identity,
        "token_type": "Bearer",
        "issued_at": issued,
        "api_instance_url": "https://api.salesforce.com",
    }
