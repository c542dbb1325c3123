"""OAuth: the page where a person allows an app in, the token endpoint, and what the API tells of tokens and clients."""

import base64
import hashlib
import hmac
import html
from typing import Any
from urllib.parse import urlencode, urlsplit

import flask

from sandbox.zendesk.answers import answer, nothing, sent_json
from sandbox.zendesk.auth import SignIn, caller, need_admin
from sandbox.zendesk.errors import ApiError, not_found
from sandbox.zendesk.pages import page
from sandbox.zendesk.state import Account
from sandbox.zendesk.text import iso_from_unix
from sandbox.zendesk.tokens import (
    CODE_LIFETIME_S,
    LONGEST_REFRESH_S,
    LONGEST_S,
    SHORTEST_REFRESH_S,
    SHORTEST_S,
    USUAL_REFRESH_S,
    Code,
    Token,
)

_CLIENT_NUMBER = 223443
_INVALID_GRANT = (
    "The provided access grant is invalid, expired, or revoked (e.g. invalid assertion, expired authorization token,"
    " bad end-user password credentials, or mismatching authorization code and redirection URI)."
)
_INVALID_CLIENT = (
    "Client authentication failed due to unknown client, no client authentication included, or unsupported"
    " authentication method."
)


def oauth_blueprint(account: Account, sign_in: SignIn) -> flask.Blueprint:
    """Return the endpoints of OAuth."""
    oauth = flask.Blueprint("oauth", __name__)
    _add_page(oauth, account, sign_in)
    _add_tokens(oauth, account, sign_in)
    _add_clients(oauth, account)

    @oauth.post("/oauth/tokens")
    def grant() -> flask.Response:
        given = sent_json() if flask.request.is_json else dict(flask.request.form)
        return answer(_grant(account, sign_in, given))

    return oauth


def refused(error: str, description: str, status: int = 400) -> ApiError:
    """Return an error of the token endpoint, in its own shape."""
    return ApiError(status, {"error": error, "error_description": description})


def _grant(account: Account, sign_in: SignIn, given: dict[str, Any]) -> dict[str, Any]:
    kind = given.get("grant_type")
    if kind not in ("client_credentials", "authorization_code", "refresh_token"):
        raise refused(
            "unsupported_grant_type", "The authorization grant type is not supported by the authorization server."
        )
    client_id = _client(account, given, confidential=kind == "client_credentials")
    now_s, life_s = account.clock().timestamp(), _life_s(account, given)
    if kind == "client_credentials":
        scopes = _scopes(given) or ("read", "write")
        # no refresh token: who has the secret asks again
        return _tell(sign_in.tokens.issue(client_id, account.owner_id, scopes, now_s, life_s), now_s)
    refresh_s = _number(given, "refresh_token_expires_in", SHORTEST_REFRESH_S, LONGEST_REFRESH_S, USUAL_REFRESH_S)
    if kind == "authorization_code":
        code = sign_in.tokens.take_code(str(given.get("code", "")))
        if code is None or not _matches(code, given, client_id, now_s):
            raise refused("invalid_grant", _INVALID_GRANT)
        scopes, user_id = code.scopes, code.user_id
    else:
        old = sign_in.tokens.find_refresh(str(given.get("refresh_token", "")), now_s)
        if old is None or old.client_id != client_id:
            raise refused("invalid_grant", _INVALID_GRANT)
        scopes, user_id = _scopes(given) or old.scopes, old.user_id
        if not set(scopes) <= set(old.scopes):
            raise refused("invalid_scope", "The requested scope is invalid, unknown, or malformed.")
        # from here on both old ones are dead, whether or not the answer arrives
        sign_in.tokens.revoke(old)
    token = sign_in.tokens.issue(client_id, user_id, scopes, now_s, life_s)
    sign_in.tokens.add_refresh(token, now_s + refresh_s)
    return _tell(token, now_s)


def _tell(token: Token, now_s: float) -> dict[str, Any]:
    told: dict[str, Any] = {"access_token": token.value, "token_type": "bearer", "scope": " ".join(token.scopes)}
    told["expires_in"] = int(token.ends_s - now_s)
    if token.refresh_value is not None:
        told["refresh_token"] = token.refresh_value
        told["refresh_token_expires_in"] = int(token.refresh_ends_s - now_s)
    return told


def _client(account: Account, given: dict[str, Any], *, confidential: bool) -> str:
    """Return the client that asks. A public one has no secret, and proves itself by PKCE where it redeems a code."""
    options, name = account.options, str(given.get("client_id", ""))
    if hmac.compare_digest(name, options.oauth_public_client_id) and not confidential:
        return name
    same = hmac.compare_digest(name, options.oauth_client_id)
    if not (same and hmac.compare_digest(str(given.get("client_secret", "")), options.oauth_client_secret)):
        raise refused("invalid_client", _INVALID_CLIENT, 401)
    return name


def _matches(code: Code, given: dict[str, Any], client_id: str, now_s: float) -> bool:
    if code.client_id != client_id or code.redirect_uri != given.get("redirect_uri") or code.ends_s <= now_s:
        return False
    if code.challenge is None:
        return True
    verifier = str(given.get("code_verifier", ""))
    made = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    return hmac.compare_digest(code.challenge, made if code.method == "S256" else verifier)


def _scopes(given: dict[str, Any]) -> tuple[str, ...]:
    # an unknown scope is taken without a word; calls with its token are then forbidden
    return tuple(str(given.get("scope") or "").split())


def _life_s(account: Account, given: dict[str, Any]) -> float:
    if account.options.token_lifetime_s is not None:
        return account.options.token_lifetime_s
    return _number(given, "expires_in", SHORTEST_S, LONGEST_S, LONGEST_S)


def _number(given: dict[str, Any], name: str, lowest: int, highest: int, usual: int) -> int:
    asked = given.get(name)
    if asked is None:
        return usual
    if not str(asked).isdigit() or not lowest <= int(str(asked)) <= highest:
        raise refused("invalid_request", f"{name} must be between {lowest} and {highest} seconds")
    return int(str(asked))


_PAGE = """<!DOCTYPE html><html lang="en"><title>Allow access</title><h1>{client} wants access to {company}</h1>
<p>It asks for: {scope}</p><form method="post" action="/oauth/authorizations">{hidden}
<label>Signed in as <select name="user_id">{people}</select></label>
<button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Deny</button></form></html>"""
_ASKED = ("response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method")


def _add_page(oauth: flask.Blueprint, account: Account, sign_in: SignIn) -> None:
    @oauth.get("/oauth/authorizations/new")
    def ask() -> flask.Response:
        asked = flask.request.args
        if told := _wrong(account, asked):
            return flask.Response(f"<!DOCTYPE html><h1>Invalid Authorization Request</h1><p>{told}</p>", status=400)
        hidden = "".join(
            f'<input type="hidden" name="{name}" value="{html.escape(asked.get(name, ""))}">' for name in _ASKED
        )
        staff = (user for user in account.users.values() if user.is_staff)
        people = "".join(f'<option value="{user.id}">{html.escape(user.name)}</option>' for user in staff)
        words = {"company": html.escape(account.options.company), "scope": html.escape(asked.get("scope", "read"))}
        client = html.escape(asked["client_id"])
        return flask.Response(_PAGE.format(client=client, hidden=hidden, people=people, **words))

    @oauth.post("/oauth/authorizations")
    def decide() -> flask.Response:
        form = flask.request.form
        if told := _wrong(account, form):
            return flask.Response(f"<!DOCTYPE html><h1>Invalid Authorization Request</h1><p>{told}</p>", status=400)
        back = {"state": form["state"]} if form.get("state") else {}
        if form.get("decision") != "allow":
            words = "The end-user or authorization server denied the request."
            return _send_back(form["redirect_uri"], {"error": "access_denied", "error_description": words} | back)
        user_id = form.get("user_id", account.owner_id, type=int)
        code = Code(
            client_id=form["client_id"],
            user_id=user_id if user_id in account.users else account.owner_id,
            scopes=tuple(form.get("scope", "").split()) or ("read",),
            redirect_uri=form["redirect_uri"],
            challenge=form.get("code_challenge") or None,
            method=form.get("code_challenge_method") or "plain",
            ends_s=account.clock().timestamp() + CODE_LIFETIME_S,
        )
        return _send_back(form["redirect_uri"], {"code": sign_in.tokens.keep_code(code)} | back)


def _send_back(address: str, told: dict[str, str]) -> flask.Response:
    separator = "&" if urlsplit(address).query else "?"
    return flask.Response(status=302, headers={"Location": f"{address}{separator}{urlencode(told)}"})


def _wrong(account: Account, asked: Any) -> str | None:
    """Return what is wrong with an authorization request. Nobody is sent back where client or address are wrong."""
    options = account.options
    if asked.get("client_id") not in (options.oauth_client_id, options.oauth_public_client_id):
        return "No such client"
    parts = urlsplit(asked.get("redirect_uri") or "")
    registered = options.oauth_redirect_urls
    if registered and asked.get("redirect_uri") not in registered:
        return "The redirect URI is not one of the client's"
    if parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "localhost"):
        return "The redirect URI must be https"
    if asked.get("response_type") != "code":
        return "response_type must be code"
    if asked.get("client_id") == options.oauth_public_client_id and asked.get("code_challenge_method") != "S256":
        return "A public client must use PKCE with S256"
    return None


def _add_tokens(oauth: flask.Blueprint, account: Account, sign_in: SignIn) -> None:
    address = account.options.address

    def shown(token: Token) -> dict[str, Any]:
        return {
            "id": token.id,
            "url": f"{address}/api/v2/oauth/tokens/{token.id}.json",
            "user_id": token.user_id,
            "client_id": _CLIENT_NUMBER,
            # never the whole token
            "token": token.value[:10],
            "refresh_token": token.refresh_value[:10] if token.refresh_value else None,
            "created_at": iso_from_unix(token.created_s),
            "expires_at": iso_from_unix(token.ends_s),
            "refresh_token_expires_at": iso_from_unix(token.refresh_ends_s) if token.refresh_value else None,
            "used_at": iso_from_unix(token.used_s) if token.used_s is not None else None,
            "scopes": list(token.scopes),
        }

    def found(named: str) -> Token:
        present = caller()
        wanted = str(present.token.id) if named == "current" and present.token else named
        for token in sign_in.tokens.all():
            if str(token.id) == wanted and (token.user_id == present.user.id or present.user.role == "admin"):
                return token
        raise not_found()

    @oauth.get("/api/v2/oauth/tokens")
    def list_tokens() -> flask.Response:
        present = caller().user
        everyone = flask.request.args.get("all") == "true" and present.role == "admin"
        rows = [t for t in sign_in.tokens.all() if everyone or t.user_id == present.id]
        return answer(page(rows, "tokens", shown, address))

    @oauth.get("/api/v2/oauth/tokens/<token_id>")
    def show(token_id: str) -> flask.Response:
        return answer({"token": shown(found(token_id))})

    @oauth.delete("/api/v2/oauth/tokens/<token_id>")
    def revoke(token_id: str) -> flask.Response:
        sign_in.tokens.revoke(found(token_id))
        return nothing()


def _add_clients(oauth: flask.Blueprint, account: Account) -> None:
    options = account.options
    client = {
        "id": _CLIENT_NUMBER,
        "url": f"{options.address}/api/v2/oauth/clients/{_CLIENT_NUMBER}.json",
        "name": options.oauth_client_id,
        "identifier": options.oauth_client_id,
        "kind": "confidential",
        "company": options.company,
        "description": "",
        "global": False,
        "logo_url": None,
        "redirect_uri": list(options.oauth_redirect_urls),
        # only the answer that creates a client or its secret holds the whole one
        "secret": options.oauth_client_secret[:10],
        "user_id": account.owner_id,
        "created_at": iso_from_unix(0),
        "updated_at": iso_from_unix(0),
    }

    @oauth.get("/api/v2/oauth/clients")
    def list_clients() -> flask.Response:
        need_admin()
        return answer(page([client], "clients", dict, options.address))

    @oauth.get("/api/v2/oauth/clients/<int:client_id>")
    def show_client(client_id: int) -> flask.Response:
        need_admin()
        if client_id != _CLIENT_NUMBER:
            raise not_found()
        return answer({"client": client})
