"""What an admin's Flow does: after a change on a Case it calls a web address by a named credential."""

import queue
import threading
from collections.abc import Mapping

import requests

_ATTEMPTS = 3
_TIMEOUT_S = 5.0
_PAUSE_S = 0.2


def routed(routes: Mapping[str, str], url: str) -> str | None:
    """Return the loopback address for `url`; None where no route leads to one: nothing leaves this machine."""
    for prefix, target in routes.items():
        if url.startswith(prefix.rstrip("/")):
            return target.rstrip("/") + url[len(prefix.rstrip("/")) :]
    return url if url.startswith("http://127.0.0.1:") else None


class Push:
    """The Flow's HTTP callout. Without a `flow` nothing is sent."""

    def __init__(self, routes: Mapping[str, str]) -> None:
        self._routes = routes  # not copied: a test learns its own port later
        self._jobs: queue.Queue[tuple[str, str, dict[str, str]] | None] = queue.Queue()
        self._thread: threading.Thread | None = None
        self._stopped = threading.Event()
        self._flow: tuple[str, str] | None = None
        self.sent = 0
        self.failed = 0

    def configure(self, url: str | None, secret: str) -> None:
        """Set the address that is called and the secret it is called with; None turns the Flow off."""
        self._flow = (url, secret) if url else None
        if self._flow is not None and self._thread is None:
            self._thread = threading.Thread(target=self._run, name="salesforce-flow", daemon=True)
            self._thread.start()

    def send(self, org_id: str, case_id: str, user_id: str) -> None:
        """Queue the callout that tells of one Case; returns at once."""
        if self._flow is None:
            return
        url, secret = self._flow
        self._jobs.put((url, secret, {"organizationId": org_id, "caseId": case_id, "userId": user_id}))

    def close(self) -> None:
        """End the thread; what is still queued is dropped."""
        self._stopped.set()
        self._jobs.put(None)
        if self._thread is not None:
            self._thread.join(timeout=_TIMEOUT_S)

    def _run(self) -> None:
        with requests.Session() as session:
            session.trust_env = False
            while (job := self._jobs.get()) is not None and not self._stopped.is_set():
                self._deliver(session, *job)

    def _deliver(self, session: requests.Session, url: str, secret: str, body: dict[str, str]) -> None:
        target = routed(self._routes, url)
        for attempt in range(_ATTEMPTS if target else 0):
            if attempt and self._stopped.wait(_PAUSE_S * attempt):
                return
            try:
                response = session.post(
                    str(target), json=body, headers={"Authorization": f"Bearer {secret}"}, timeout=_TIMEOUT_S
                )
            except requests.RequestException:
                continue
            if response.ok:
                self.sent += 1
                return
        self.failed += 1
