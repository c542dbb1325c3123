"""A loopback Salesforce org with Service Cloud, filled from a world; it answers as the vendor's documents say."""

import flask

from sandbox.clock import Clock
from sandbox.control import install_control
from sandbox.desk.page import desk_blueprint
from sandbox.salesforce import admin, auth, batches, bulk, composite, deleted, limits, query, rows, ui_lists, ui_records
from sandbox.salesforce.desk import SalesforceDesk
from sandbox.salesforce.errors import Refusal, not_found, refuse
from sandbox.salesforce.generated import Size
from sandbox.salesforce.large import generate, reserve
from sandbox.salesforce.load import fill
from sandbox.salesforce.milestones import pass_time
from sandbox.salesforce.options import SalesforceOptions
from sandbox.salesforce.stage import SalesforceStage
from sandbox.salesforce.state import Org
from sandbox.world import World

__all__ = ["SalesforceOptions", "create_app"]

_RESOURCES = (auth, limits, rows, query, batches, composite, deleted, bulk, ui_records, ui_lists)
_SESSION_PAGE = "<html><title>Session expired</title><body>INVALID_SESSION_ID: Session expired or invalid</body></html>"
_NEEDS_SESSION = "/services/data/v"


class _LockedFlask(flask.Flask):
    """Answers one request to the org's API at a time, so that each sees and leaves whole records."""

    org: Org

    def dispatch_request(self) -> flask.typing.ResponseReturnValue:
        if not flask.request.path.startswith("/services"):
            return super().dispatch_request()
        with self.org.lock:
            pass_time(self.org)
            return super().dispatch_request()


def create_app(world: World, clock: Clock, options: SalesforceOptions | None = None) -> flask.Flask:
    """
    Return the org as a WSGI application.

    Its state is at `app.config["helpdesk"]`; callables in `app.config["closers"]` end what it started.

    Raises:
        DeployError: the package folder holds what an org would not take.
    """
    org = Org(clock, options or SalesforceOptions())
    size = Size(org.options.cases, org.options.comments)
    if size.cases:
        reserve(org, size)
    fill(org, world)
    if size.cases:
        generate(org, size)
    app = _LockedFlask(__name__, static_folder=None)
    app.org = org
    app.config["helpdesk"] = org
    app.config["closers"] = [org.close]
    app.url_map.strict_slashes = True
    for resource in _RESOURCES:
        app.register_blueprint(resource.blueprint(org))
    app.register_blueprint(admin.blueprint(org))
    _set_gate(app, org)
    desk = SalesforceDesk(org)
    install_control(app, desk, SalesforceStage(org))
    page = desk_blueprint(desk, org.options.other_page, org.options.app, sessions=org.page_sessions)
    app.register_blueprint(page, url_prefix="/agent")
    return app


def _set_gate(app: flask.Flask, org: Org) -> None:
    @app.before_request
    def gate() -> None:
        if flask.request.path.startswith(_NEEDS_SESSION):
            limits.check_request(org)

    @app.after_request
    def usage(response: flask.Response) -> flask.Response:
        return limits.tell_usage(org, response)

    @app.errorhandler(Refusal)
    def refused(refusal: Refusal) -> flask.Response:
        with org.lock:
            org.note_refusal(refusal.code, refusal.message, refusal.status)
        if refusal.code == "INVALID_SESSION_ID" and org.session_body == "html":
            return flask.Response(_SESSION_PAGE, 401, content_type="text/html;charset=UTF-8")
        return refuse(refusal)

    @app.errorhandler(404)
    def missing(_: Exception) -> flask.Response:
        return refuse(not_found())

    @app.errorhandler(405)
    def wrong_method(_: Exception) -> flask.Response:
        method = flask.request.method
        says = f"HTTP Method '{method}' not allowed. Allowed are HEAD,GET,POST,PATCH,DELETE"
        return refuse(Refusal("METHOD_NOT_ALLOWED", says, status=405))
