"""A server that answers what a test tells it to, and remembers what it was asked."""

import json
import threading
from collections import deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class ScriptedServer:
    """Answers each path with the next of its scripted answers, the last one for ever, and keeps what was asked."""

    def __init__(self):
        self.asked = []
        self._scripts = {}
        self._tokens = 0
        server = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                path = self.path.partition("?")[0]
                server.asked.append((self.command, self.path, dict(self.headers), body))
                status, headers, content = server.next_answer(path)
                self.send_response(status)
                headers = {"Content-Length": str(len(content))} | headers
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_PUT = do_POST = answer  # noqa: N815 - http.server's names

            def log_message(self, *args):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def close(self):
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def script(self, path, *answers):
        self._scripts[path] = deque(answers)

    def next_answer(self, path):
        if path == "/oauth/tokens" and path not in self._scripts:
            self._tokens += 1
            return reply({"access_token": f"token-{self._tokens}", "token_type": "bearer"})
        script = self._scripts[path]
        return script.popleft() if len(script) > 1 else script[0]

    def paths(self):
        return [path for _, path, _, _ in self.asked]

    def authorizations(self):
        return [headers.get("Authorization") for _, path, headers, _ in self.asked if path.startswith("/api")]


def reply(body, status=200, **headers):
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return status, {name.replace("_", "-"): value for name, value in headers.items()}, content
