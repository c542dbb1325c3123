"""
A loopback helpdesk called in this process: no sockets, so that a call takes a millisecond or two.

What breaks on the way is the error that requests raises for it on a real network: the same code is behind both.
"""

import io
from urllib.parse import unquote, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.response import HTTPResponse


class WorkerLost(BaseException):
    """Ends a worker where it stands, as kill -9 does: no code of its own sees it, and nothing is tidied up."""


def too_late(_request):
    """Let the caller give up waiting: what was asked for is done, and its answer never read."""
    raise requests.ReadTimeout("the answer came too late")


class _Socket:
    """Stands for the client's connection, which a planted fault breaks the way waitress hands it out."""

    def __init__(self):
        self.socket = self
        self.broken = False

    def is_gone(self):
        return self.broken

    def shutdown(self, _how):
        self.broken = True


class Wire(HTTPAdapter):
    """
    Sends requests to a WSGI application.

    What is in `before` and `after` is called with each request, before the helpdesk sees it, or when it is done and the
    answer is still on its way; it is struck off when it returns True, or raises what becomes of the call.
    """

    def __init__(self, app):
        super().__init__()
        self.app = app
        self.sent = []
        self.before = []
        self.after = []

    def send(self, request, **_settings):
        self.sent.append((request.method, request.path_url))
        _strike(self.before, request)
        client, answered = _Socket(), []
        environ = _environ(request)
        environ["waitress.client_disconnected"] = client.is_gone
        body = b"".join(self.app(environ, lambda status, headers, _error=None: answered.append((status, headers))))
        _strike(self.after, request)
        if client.broken:
            raise requests.ConnectionError("the connection was broken", request=request)
        status, headers = answered[-1]
        raw = HTTPResponse(
            body=io.BytesIO(body),
            headers=headers,
            status=int(status.split(" ", 1)[0]),
            reason=status.partition(" ")[2],
            preload_content=False,
            request_method=request.method,
        )
        return self.build_response(request, raw)


def _strike(hooks, request):
    for hook in list(hooks):
        # taken off first: what it does may call the helpdesk again
        hooks.remove(hook)
        if not hook(request):
            hooks.append(hook)


def _environ(request):
    parts = urlsplit(request.url)
    body = request.body or b""
    body = body.encode() if isinstance(body, str) else body
    environ = {
        "REQUEST_METHOD": request.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote(parts.path),
        "QUERY_STRING": parts.query,
        "SERVER_NAME": parts.hostname,
        "SERVER_PORT": "443",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "https",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "CONTENT_LENGTH": str(len(body)),
        "CONTENT_TYPE": request.headers.get("Content-Type", ""),
    }
    for name, value in request.headers.items():
        key = f"HTTP_{name.upper().replace('-', '_')}"
        if key not in ("HTTP_CONTENT_TYPE", "HTTP_CONTENT_LENGTH"):
            environ[key] = value.decode() if isinstance(value, bytes) else value
    return environ
