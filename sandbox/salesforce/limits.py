"""The gate before every data resource (version, session, daily limit), the list of versions, and the limits."""

import re
from datetime import timedelta
from typing import Any

import flask

from sandbox.salesforce.auth import check_session
from sandbox.salesforce.errors import Refusal, answer, not_found
from sandbox.salesforce.options import PUBLIC_VERSIONS
from sandbox.salesforce.people import page_agent
from sandbox.salesforce.state import Org

_VERSION = re.compile(r"^/services/data/v(\d+)\.0(?:/|$)")
_USER_INTERFACE = re.compile(r"^/services/data/v\d+\.0/ui-api/")
_RETIRED = (21, 30)
_SPRING_11 = 21
LONGEST_URI = 16_384
_ROOT = "/services/data/v<version>"
_OK = (200, 299)


def check_request(org: Org) -> None:
    """Let a data request in, or refuse it. What is refused for its session or version is not counted."""
    request = flask.request
    if len(request.full_path) > LONGEST_URI:
        flask.abort(flask.Response("<html><head><title>414 URI Too Long</title></head></html>", 414))
    match = _VERSION.match(request.path)
    if match is None:
        raise not_found()
    version = int(match[1])
    if _RETIRED[0] <= version <= _RETIRED[1]:
        raise Refusal("UNSUPPORTED_API_VERSION", f"API version {version}.0 has been retired", status=410)
    if not PUBLIC_VERSIONS[0] <= version <= PUBLIC_VERSIONS[1]:
        raise not_found()
    with org.lock:
        if is_page(org):
            # what Lightning itself asks is none of the org's API requests
            flask.g.user_id, flask.g.access = page_agent(org)["Id"], org.agent_access
            return
        flask.g.user_id = check_session(org, request.headers.get("Authorization"))
        flask.g.access = org.access
        if org.counts["concurrent_refusals"] > 0:
            org.counts["concurrent_refusals"] -= 1
            says = "ConcurrentRequests (Concurrent API Requests) Limit exceeded."
            raise Refusal("REQUEST_LIMIT_EXCEEDED", says, status=403)
        if org.requests_today() >= org.options.daily_requests:
            raise Refusal("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.", status=403)
        org.count_request()


def is_page(org: Org) -> bool:
    """Whether the page asks, signed in by its cookie, which opens the User Interface API alone."""
    return (
        "Authorization" not in flask.request.headers
        and _USER_INTERFACE.match(flask.request.path) is not None
        and org.page_sessions.is_open()
    )


def tell_usage(org: Org, response: flask.Response) -> flask.Response:
    """Add `Sforce-Limit-Info` to what was answered with a body."""
    if _OK[0] <= response.status_code <= _OK[1] and response.get_data() and "user_id" in flask.g:
        with org.lock:
            usage = f"api-usage={org.requests_today()}/{org.options.daily_requests}"
        response.headers["Sforce-Limit-Info"] = usage
    return response


def list_versions() -> list[dict[str, str]]:
    """Return the API versions as the org lists them: three a year, Spring, Summer, Winter."""
    versions = []
    for number in range(PUBLIC_VERSIONS[0], PUBLIC_VERSIONS[1] + 1):
        releases = number - _SPRING_11
        season = ("Spring", "Summer", "Winter")[releases % 3]
        year = 11 + releases // 3 + (season == "Winter")
        versions.append({"label": f"{season} '{year}", "url": f"/services/data/v{number}.0", "version": f"{number}.0"})
    return versions


def blueprint(org: Org) -> flask.Blueprint:
    """Return the resources."""
    pages = flask.Blueprint("limits", __name__)

    @pages.get("/services/data")
    @pages.get("/services/data/")
    def versions() -> flask.Response:
        return answer(list_versions())

    @pages.get(_ROOT)
    @pages.get(_ROOT + "/")
    def resources(version: str) -> flask.Response:
        names = ("sobjects", "query", "queryAll", "composite", "limits", "jobs", "ui-api")
        return answer({name: f"/services/data/v{version}/{name}" for name in names})

    @pages.get(_ROOT + "/limits")
    @pages.get(_ROOT + "/limits/")
    def limits(version: str) -> flask.Response:
        del version
        used = org.requests_today()
        jobs = sum(1 for job in org.jobs.values() if job.made_at > org.now() - timedelta(hours=24))
        entries: dict[str, Any] = {
            "DailyApiRequests": (org.options.daily_requests, used),
            "DailyBulkV2QueryJobs": (10_000, jobs),
            "DailyBulkV2QueryFileStorageMB": (976_562, 0),
            "DataStorageMB": (10_240, 5),
            "FileStorageMB": (10_240, 1),
        }
        return answer({name: {"Max": most, "Remaining": most - gone} for name, (most, gone) in entries.items()})

    return pages
