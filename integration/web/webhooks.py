"""Pushes from helpdesks. A push is only a hint: it is verified, its tickets go into the outbox, and it is answered."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

import structlog
from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from integration.connectors import Connector
from integration.errors import SignatureError
from integration.model import Hint, TicketRef

log = structlog.get_logger()


class Enqueue(Protocol):
    """Commits what a push named."""

    def __call__(self, connection: str, invocation_id: str | None, refs: Sequence[TicketRef], now: datetime, /) -> bool:
        """Return False where the same push came before; then nothing was done."""


def webhook_blueprint(
    connector: Callable[[str], Connector],
    enqueue: Enqueue,
    count: Callable[[str], None],
    clock: Callable[[], datetime],
    reload: Callable[[], bool],
) -> Blueprint:
    """Return the routes `/webhooks/KIND/ACCOUNT`, and `…/SECRET` for vendors that can neither sign nor send headers."""
    blueprint = Blueprint("webhooks", __name__)

    def refuse(connection: str, error: Exception, status: int) -> ResponseReturnValue:
        count(f"push refused {connection}")
        log.warning("push_refused", connection=connection, reason=str(error))
        return {"error": "refused"}, status

    def read(connection: str, verify: Connector, headers: Mapping[str, str], body: bytes, *secret: str) -> Hint:
        try:
            return verify.read_hint(headers, body, clock(), *secret)
        except SignatureError:
            # its secret may have been renewed a moment ago
            if not reload():
                raise
            return connector(connection).read_hint(headers, body, clock(), *secret)

    @blueprint.post("/webhooks/<kind>/<account>")
    @blueprint.post("/webhooks/<kind>/<account>/<secret>")
    def receive(kind: str, account: str, secret: str | None = None) -> ResponseReturnValue:
        connection = f"{kind}:{account}"
        try:
            verify = connector(connection)
        except KeyError:
            return {"error": "unknown connection"}, 404
        try:
            # the raw bytes: a parsed and re-written body would have another signature
            headers, body = dict(request.headers), request.get_data(cache=False)
            hint = read(connection, verify, headers, body, *([] if secret is None else [secret]))
        except SignatureError as error:
            return refuse(connection, error, 401)
        except RequestEntityTooLarge as error:
            return refuse(connection, error, 413)
        if hint.by_us:
            count(f"push echo {connection}")
        else:
            fresh = enqueue(connection, hint.invocation_id, hint.tickets, clock())
            log.info("push", connection=connection, tickets=[ref.id for ref in hint.tickets], fresh=fresh)
        return _thank(hint)

    return blueprint


def _thank(hint: Hint) -> ResponseReturnValue:
    """Return the answer that tells the vendor that its push was received."""
    return ("", 204) if hint.answer is None else Response(hint.answer, content_type="text/xml; charset=utf-8")
