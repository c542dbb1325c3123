"""
The web part: what helpdesks push to us, and whether we are well. Flask lives here and nowhere else.

It thinks nothing and calls no helpdesk: it verifies, commits what has to be done, and answers.
"""

import time
import uuid
from collections.abc import Callable
from datetime import datetime

import structlog
from flask import Flask, Response, g, request

from integration.connectors import Connector
from integration.web.health import health_blueprint
from integration.web.webhooks import Enqueue, webhook_blueprint

log = structlog.get_logger()

MAX_BODY_BYTES = 256 * 1024

__all__ = ["create_app"]


def create_app(
    *,
    connector: Callable[[str], Connector],
    enqueue: Enqueue,
    count: Callable[[str], None],
    is_ready: Callable[[], str | None],
    clock: Callable[[], datetime],
    reload: Callable[[], bool] = lambda: False,
) -> Flask:
    """
    Return the WSGI app.

    Args:
        connector: Gives this thread's connector of a connection; KeyError where there is none.
        enqueue: Commits what a verified push named; False where the same push came before.
        count: Adds one to a named counter.
        is_ready: Returns None, or why no work can be taken now.
        clock: Returns the present moment.
        reload: Looks whether connections have changed; False where that was done a moment ago.
    """
    app = Flask("sidelight", static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    app.register_blueprint(health_blueprint(is_ready))
    app.register_blueprint(webhook_blueprint(connector, enqueue, count, clock, reload))
    app.before_request(_note_start)
    app.after_request(_log_request)
    return app


def _note_start() -> None:
    g.started = time.perf_counter()
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request=uuid.uuid4().hex[:12])


def _log_request(response: Response) -> Response:
    # The rule and its arguments only: a query string is the caller's text. A secret in the path is nobody's to read.
    named = {name: value for name, value in (request.view_args or {}).items() if name != "secret"}
    log.info(
        "request",
        method=request.method,
        route=request.url_rule.rule if request.url_rule else None,
        **named,
        status=response.status_code,
        ms=round((time.perf_counter() - g.started) * 1000, 1),
    )
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
