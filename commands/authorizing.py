"""
Signing in to Zendesk in the browser: a person consents there, and the code comes back to this machine.

The code is taken from the redirect to a loopback port, or pasted. It is good for two minutes, once, and only together
with what this process alone knows (PKCE).
"""

import base64
import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from integration.connectors.zendesk.grants import SCOPE
from integration.errors import SettingsError

WAIT_S = 300.0
_PATH = "/callback"
_DONE = b"<!DOCTYPE html><title>Sidelight</title><p>You may close this page and go back to the terminal.</p>"


class Consent:
    """One attempt to sign in: what is sent to Zendesk, and what must come back."""

    def __init__(self, address: str, client_id: str, port: int) -> None:
        self.port = port
        self.redirect_uri = f"http://localhost:{port}{_PATH}"
        self.verifier = secrets.token_urlsafe(64)
        self._state = secrets.token_urlsafe(32)
        digest = hashlib.sha256(self.verifier.encode()).digest()
        query = {
            "response_type": "code",
            "client_id": client_id,
            "redirect_uri": self.redirect_uri,
            "scope": SCOPE,
            "state": self._state,
            "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        self.url = f"{address}/oauth/authorizations/new?{urlencode(query)}"

    def read(self, redirected: str) -> str:
        """
        Return the code in the address that the browser was sent to, or a code that was pasted alone.

        Raises:
            SettingsError: the person refused, or the address is not the answer to our question.
        """
        parts = urlsplit(redirected.strip())
        if not parts.query:
            if not redirected.strip():
                raise SettingsError("The code is empty; paste the whole address that the browser was sent to.")
            return redirected.strip()
        given = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if not hmac.compare_digest(given.get("state", "").encode(), self._state.encode()):
            raise SettingsError("The address is not the answer to this sign-in (its state differs); begin again.")
        if "error" in given:
            raise SettingsError("Zendesk did not let Sidelight in; allow it there, and run the command again.")
        if not given.get("code"):
            raise SettingsError("The address holds no code; paste the whole address that the browser was sent to.")
        return given["code"]


def wait_for_code(consent: Consent, told: Callable[[], None], wait_s: float = WAIT_S) -> str:
    """Listen on the loopback port until the browser comes back with the code; `told` is called when listening."""
    answers: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if urlsplit(self.path).path != _PATH:
                self.send_error(404)
                return
            answers.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(_DONE)

        def log_message(self, *_: object) -> None:
            """Say nothing: the path holds the code."""

    try:
        server = HTTPServer(("127.0.0.1", consent.port), Handler)
    except OSError as error:
        raise SettingsError(f"--port: {consent.port} is taken; name another, and allow it at the client.") from error
    with server:
        server.timeout = 0.5
        told()
        ends_at = time.monotonic() + wait_s
        while not answers and time.monotonic() < ends_at:
            server.handle_request()
    if not answers:
        raise SettingsError("Nobody came back from Zendesk in time; run the command again, or use --paste.")
    return consent.read(answers[0])
