"""A receiver of webhooks for tests, and the webhook that it stands for."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HOOK = {
    "name": "Sidelight",
    "endpoint": "https://sidelight.example/webhooks/zendesk",
    "http_method": "POST",
    "request_format": "json",
    "status": "active",
}


class Receiver:
    """Keeps what arrives and answers what it is told, 204 where it is told nothing."""

    def __init__(self) -> None:
        self.got: list[tuple[str, dict[str, str], bytes]] = []
        self.answers: list[tuple[int, dict[str, str]]] = []
        kept = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                headers = {name.lower(): value for name, value in self.headers.items()}
                status, more = kept.answers.pop(0) if kept.answers else (204, {})
                if delay_s := more.pop("wait", None):
                    time.sleep(float(delay_s))
                kept.got.append((self.path, headers, body))
                self.send_response(status)
                for name, value in more.items():
                    self.send_header(name, value)
                self.end_headers()

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()

    def wait(self, count: int) -> list[tuple[str, dict[str, str], bytes]]:
        for _ in range(300):
            if len(self.got) >= count:
                break
            time.sleep(0.01)
        assert len(self.got) >= count, f"{len(self.got)} of {count} deliveries came"
        return self.got

    def bodies(self, count: int):
        return [json.loads(body) for _, _, body in self.wait(count)]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
