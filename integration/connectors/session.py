"""The HTTP session that a connector is handed: time-outs, retries of what is safe to repeat, and routes."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from integration.settings import Route

__all__ = ["Route", "open_session"]

CONNECT_TIMEOUT_S = 5.0
READ_TIMEOUT_S = 60.0

# Only what never reached the helpdesk, or only read from it, is sent again here; everything else is decided above.
_RETRY = Retry(
    total=None,
    connect=2,
    read=1,
    status=0,
    other=0,
    redirect=0,
    backoff_factor=0.3,
    allowed_methods=frozenset({"GET", "HEAD"}),
    raise_on_status=False,
)


class _TimedAdapter(HTTPAdapter):
    """An adapter that never waits for ever, and that sends to a route's target where one is set."""

    def __init__(self, target: str | None = None) -> None:
        self._target = urlsplit(target) if target else None
        super().__init__(max_retries=_RETRY)

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,  # noqa: FBT001, FBT002 - the signature is requests' own
        timeout: float | tuple[float, float] | tuple[float, None] | None = None,
        verify: bool | str = True,  # noqa: FBT001, FBT002 - the signature is requests' own
        cert: bytes | str | tuple[bytes | str, bytes | str] | None = None,
        proxies: Mapping[str, str] | None = None,
    ) -> requests.Response:
        sent = request
        if self._target is not None:
            parts = urlsplit(request.url or "")
            sent = request.copy()
            sent.url = urlunsplit((self._target.scheme, self._target.netloc, str(parts.path), str(parts.query), ""))
            proxies = {}
        answer = super().send(
            sent,
            stream=stream,
            timeout=timeout or (CONNECT_TIMEOUT_S, READ_TIMEOUT_S),
            verify=verify,
            cert=cert,
            proxies=proxies,
        )
        # a vendor's client looks at the address that it asked for
        answer.request, answer.url = request, request.url or ""
        return answer


def open_session(routes: Sequence[Route] = ()) -> requests.Session:
    """
    Return a session for one connector.

    Routes are how a loopback helpdesk is reached: the connector goes on speaking to the account's https address, so
    that what runs against the loopback is the code that runs in production.
    """
    session = requests.Session()
    adapter: Any = _TimedAdapter()
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    for route in routes:
        session.mount(route.address.rstrip("/") + "/", _TimedAdapter(route.target))
    return session
