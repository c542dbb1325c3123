"""Whether the process lives (`/healthz`) and whether it can take work (`/readyz`)."""

from collections.abc import Callable

from flask import Blueprint
from flask.typing import ResponseReturnValue


def health_blueprint(is_ready: Callable[[], str | None]) -> Blueprint:
    """Return the two routes; `is_ready` returns None, or the reason why not."""
    blueprint = Blueprint("health", __name__)

    @blueprint.get("/healthz")
    def healthz() -> ResponseReturnValue:
        return {"status": "ok"}

    @blueprint.get("/readyz")
    def readyz() -> ResponseReturnValue:
        reason = is_ready()
        return ({"status": "ready"}, 200) if reason is None else ({"status": "not ready", "reason": reason}, 503)

    return blueprint
