"""Serving a loopback helpdesk on 127.0.0.1, on a thread of its own."""

import logging
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import flask
from waitress import wasyncore  # type: ignore[import-untyped]  # waitress ships no types
from waitress.server import create_server  # type: ignore[import-untyped]  # waitress ships no types

# More threads than a client has connections: a page that waits for news must not keep others waiting.
_THREADS = 16
# A page of an export stays in memory on its way out.
_BUFFERS = {"outbuf_overflow": 64 << 20}


@dataclass
class Served:
    """A running server. `url` is where it answers; `close` stops it and everything that it started."""

    url: str
    port: int
    _server: Any = field(repr=False)
    _thread: threading.Thread = field(repr=False)
    _closers: tuple[Callable[[], None], ...] = field(repr=False)

    def close(self) -> None:
        """Stop answering. Calls that are under way are cut off."""
        # sockets are closed by the thread that waits on them; with none left, its loop ends
        self._server.trigger.pull_trigger(lambda: wasyncore.close_all(self._server._map))  # noqa: SLF001 - not offered
        self._thread.join(timeout=2)
        self._server.task_dispatcher.shutdown(cancel_pending=True, timeout=0.2)
        for closer in self._closers:
            closer()


def serve(app: flask.Flask, port: int = 0) -> Served:
    """
    Serve `app` on 127.0.0.1 and return at once.

    Args:
        app: What answers. Callables in `app.config["closers"]` are called when the server is closed.
        port: 0 chooses a free one.
    """
    logging.getLogger("waitress").setLevel(logging.CRITICAL)  # broken connections are planted on purpose here
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    chosen = int(listener.getsockname()[1])
    server = create_server(app, sockets=[listener], threads=_THREADS, clear_untrusted_proxy_headers=True, **_BUFFERS)
    _guard(server.trigger)
    thread = threading.Thread(target=_run, args=(server,), name=f"loopback-{chosen}", daemon=True)
    thread.start()
    closers = tuple(app.config.get("closers", ()))
    return Served(f"http://127.0.0.1:{chosen}", chosen, server, thread, closers)


def _guard(trigger: Any) -> None:
    """
    Keep threads that have just answered from waking a server that was closed meanwhile.

    The pipe's number may belong to another connection by then, which would get the byte instead.
    """
    lock = threading.Lock()
    pull, close = trigger._physical_pull, trigger._close  # noqa: SLF001 - not offered

    def pull_if_open() -> None:
        with lock:
            if not trigger._closed:  # noqa: SLF001 - not offered
                pull()

    def close_alone() -> None:
        with lock:
            close()

    trigger._physical_pull, trigger._close = pull_if_open, close_alone  # noqa: SLF001 - not offered


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(server: Any) -> None:
    try:
        server.run()
    except OSError:
        # closed from another thread while it waited: that is how it is stopped
        return
