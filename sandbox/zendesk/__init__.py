"""
A loopback Zendesk: one account with its tickets, served over HTTP as the vendor documents it.

Where the documents leave open what happens, the stricter or nastier reading is taken, and said where it is done. State
is in memory and ends with the server.
"""

from collections.abc import Iterable

import flask
from werkzeug.exceptions import HTTPException

from sandbox.clock import Clock
from sandbox.control import install_control
from sandbox.desk.page import desk_blueprint
from sandbox.faults import WSGI, Environ, StartResponse
from sandbox.world import World
from sandbox.zendesk.answers import answer
from sandbox.zendesk.auth import SignIn
from sandbox.zendesk.conversation import conversation_blueprint
from sandbox.zendesk.delivery import Deliverer
from sandbox.zendesk.desk import Helpdesk
from sandbox.zendesk.errors import ApiError, forbidden, unknown_endpoint
from sandbox.zendesk.fields import fields_blueprint
from sandbox.zendesk.incremental import incremental_blueprint
from sandbox.zendesk.jobs import Jobs
from sandbox.zendesk.limits import Limits
from sandbox.zendesk.load import load_world
from sandbox.zendesk.oauth import oauth_blueprint
from sandbox.zendesk.options import PLANS, ZendeskOptions
from sandbox.zendesk.people import people_blueprint
from sandbox.zendesk.ratings import ratings_blueprint
from sandbox.zendesk.stage import ZendeskStage
from sandbox.zendesk.state import Account
from sandbox.zendesk.tickets import tickets_blueprint
from sandbox.zendesk.trigger_api import triggers_blueprint
from sandbox.zendesk.webhooks import webhooks_blueprint

__all__ = ["PLANS", "Helpdesk", "ZendeskOptions", "create_app"]


def create_app(world: World, clock: Clock, options: ZendeskOptions | None = None) -> flask.Flask:
    """
    Return the application of one loopback account, filled with `world` as it stands at the clock's present.

    `app.config["helpdesk"]` is its `Helpdesk`; callables in `app.config["closers"]` end its threads.
    """
    account = Account(options or ZendeskOptions(), clock)
    load_world(account, world)
    app = flask.Flask(__name__)
    helpdesk = Helpdesk(account)
    jobs, deliverer, sign_in = Jobs(account), Deliverer(account), SignIn(account)
    app.config["helpdesk"] = helpdesk
    app.config["sign_in"] = sign_in
    app.config["closers"] = (jobs.stop, deliverer.stop)
    app.register_blueprint(oauth_blueprint(account, sign_in))
    app.register_blueprint(people_blueprint(account))
    app.register_blueprint(tickets_blueprint(account, jobs))
    app.register_blueprint(conversation_blueprint(account))
    app.register_blueprint(fields_blueprint(account))
    app.register_blueprint(ratings_blueprint(account))
    app.register_blueprint(incremental_blueprint(account))
    app.register_blueprint(webhooks_blueprint(account, deliverer))
    app.register_blueprint(triggers_blueprint(account))
    limits = Limits(account.options, lambda: account.clock().timestamp())
    _guard(app, sign_in, limits)
    _tell_errors(app)
    app.wsgi_app = _OneAtATime(app.wsgi_app, account)  # type: ignore[method-assign]  # Flask's documented way to add a layer
    install_control(app, helpdesk, ZendeskStage(account, sign_in, limits))
    _add_touch(app, helpdesk)
    told = account.options
    page = desk_blueprint(helpdesk, told.other_page, told.app, sessions=sign_in.sessions, vendors_sdk=told.vendors_sdk)
    app.register_blueprint(page)
    return app


class _OneAtATime:
    """Holds the account's lock while the API answers, and takes `.json` off paths: both spellings are the same."""

    def __init__(self, app: WSGI, account: Account) -> None:
        self._app = app
        self._account = account

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if not path.startswith(("/api/", "/oauth/")):
            return self._app(environ, start_response)
        environ["PATH_INFO"] = path.removesuffix(".json").rstrip("/")
        with self._account.lock:
            return list(self._app(environ, start_response))


def _guard(app: flask.Flask, sign_in: SignIn, limits: Limits) -> None:
    """Let nobody in who did not sign in or has no calls left, and say on each answer how many are left."""

    @app.before_request
    def check() -> None:
        path = flask.request.path
        if not path.startswith("/api/"):
            return
        try:
            found = sign_in.caller()
        except ApiError:
            if path == "/api/v2/users/me":
                return
            raise
        flask.g.limit_headers = limits.spend(flask.request.method, path, found.user.id)
        flask.g.caller = found
        # whatever a token may do, it may look at itself and end itself
        if path != "/api/v2/oauth/tokens/current" and not found.may(flask.request.method, path.split("/")[3]):
            raise forbidden()

    @app.after_request
    def tell(told: flask.Response) -> flask.Response:
        told.headers.extend(flask.g.get("limit_headers", {}))
        return told


def _tell_errors(app: flask.Flask) -> None:
    @app.errorhandler(ApiError)
    def known(error: ApiError) -> flask.Response:
        told = answer(error.body, error.status)
        told.headers.extend(error.headers)
        return told

    @app.errorhandler(HTTPException)
    def by_flask(error: HTTPException) -> flask.Response:
        if error.code == 404:  # noqa: PLR2004 - a status
            return known(unknown_endpoint())
        return answer({"error": error.name, "description": error.description}, error.code or 500)


def _add_touch(app: flask.Flask, helpdesk: Helpdesk) -> None:
    """Add the one control that only Zendesk has: a touch by the system, which moves `generated_timestamp` alone."""

    @app.post("/control/touch")
    def touch() -> flask.Response:
        try:
            helpdesk.touch(str(flask.request.get_json(force=True)["id"]))
        except KeyError as error:
            return answer({"error": f"there is no {error}"}, 404)
        return answer({"ok": True})
