"""The page's sign-in: who opens it is the account's agent, by a cookie that only the page's own requests may use."""

import hmac
import secrets

import flask


class AgentSessions:
    """
    The browsers that have opened the agent's page.

    All of them are the same agent. The session ends with the loopback: nothing is stored.
    """

    def __init__(self) -> None:
        self._secret = secrets.token_urlsafe(32)

    def open(self, answer: flask.Response) -> None:
        """Sign the browser in with the page that it gets; no other site can send the cookie, no script read it."""
        answer.set_cookie(_cookie_name(), self._secret, path="/", httponly=True, samesite="Lax")

    def is_open(self) -> bool:
        """Whether the present request comes from a page of ours, in a browser that has opened it."""
        sent = flask.request.cookies.get(_cookie_name(), "")
        reads = flask.request.method in ("GET", "HEAD")
        return hmac.compare_digest(sent.encode(), self._secret.encode()) and is_same_origin(reading=reads)


def is_same_origin(*, reading: bool = False) -> bool:
    """
    Whether the browser says that the present request comes from a page of this origin.

    Browsers name the origin of whatever may change something. `reading` takes a GET whose origin they leave out, where
    they say instead that it is of the same origin.
    """
    headers = flask.request.headers
    own, site = flask.request.host_url.rstrip("/"), headers.get("Sec-Fetch-Site")
    if site not in (None, "same-origin"):
        return False
    if "Origin" not in headers:
        return reading and site == "same-origin"
    return headers["Origin"] == own


def _cookie_name() -> str:
    # browsers keep one jar for all ports of a host
    return f"agent_session_{flask.request.host.rpartition(':')[2]}"
