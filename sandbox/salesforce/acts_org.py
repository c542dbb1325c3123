"""Acts upon the org itself rather than its records: rights, limits, locks, jobs, pages."""

import random
from typing import Any

from sandbox.control import ActError
from sandbox.salesforce.acts import Act
from sandbox.salesforce.dml import ANY_RECORD
from sandbox.salesforce.given import Given
from sandbox.salesforce.ids import long_id
from sandbox.salesforce.state import Org

_MOST = 10**6


def _hide_field(org: Org, given: Given) -> dict[str, Any]:
    """Let field-level security hide `Object.Field` from the integration user, or show it again."""
    name = given.text("field")
    holder, _, field = name.partition(".")
    sobject = org.schema.get(holder.lower())
    if sobject is None or sobject.find(field) is None:
        raise KeyError(f"field {name}")
    if given.flag("hidden", default=True):
        org.access.hidden.add(name.lower())
    else:
        org.access.hidden.discard(name.lower())
    return {"field": name, "hidden": name.lower() in org.access.hidden}


def _api_traffic(org: Org, given: Given) -> dict[str, Any]:
    org.count_request(others=given.number("calls", 1, _MOST))
    return {"used": org.requests_today(), "of": org.options.daily_requests}


def _long_calls(org: Org, given: Given) -> dict[str, Any]:
    """Let other clients' long calls fill the org's concurrent limit for the next `times` requests."""
    org.counts["concurrent_refusals"] = given.number("times", 0, _MOST, 1)
    return {"times": org.counts["concurrent_refusals"]}


def _lock(org: Org, given: Given) -> dict[str, Any]:
    """Let somebody's transaction hold a record, or any, for the next `times` writes."""
    key = ANY_RECORD
    if given.has("id"):
        key = long_id(given.text("id")) or ANY_RECORD
    org.row_locks[key] += given.number("times", 1, _MOST, 1)
    return {"id": None if key == ANY_RECORD else key, "times": org.row_locks[key]}


def _fail_jobs(org: Org, given: Given) -> dict[str, Any]:
    """Let the next `times` Bulk query jobs end as `state`."""
    state = given.choice("state", ("Failed", "Aborted"), "Failed")
    message = given.text("message", "InternalServerError : An unexpected error occurred")
    org.job_ends.extend([(state, message)] * given.number("times", 1, 1000, 1))
    return {"next": [state for state, _ in org.job_ends]}


def _vary_pages(org: Org, given: Given) -> dict[str, Any]:
    """Cut pages of queries at sizes drawn from `seed`; without one, pages are as full as they can be."""
    seed = given.take("seed", None)
    if seed is not None and not isinstance(seed, int):
        raise ActError("seed must be a whole number or null.")
    org.page_dice = None if seed is None else random.Random(seed)  # noqa: S311 - chance, not a secret
    return {"seed": seed}


def _expire_locators(org: Org, _: Given) -> dict[str, Any]:
    gone = len(org.locators)
    org.locators.clear()
    return {"locators": gone}


def _sessions_answer(org: Org, given: Given) -> dict[str, Any]:
    """Let a dead access token be answered with JSON, or with the page that a proxy of the org makes of it."""
    org.session_body = given.choice("body", ("json", "html"), "json")
    return {"body": org.session_body}


ORG_ACTS: dict[str, Act] = {
    "hide_field": _hide_field, "api_traffic": _api_traffic, "long_calls": _long_calls, "lock": _lock,
    "fail_jobs": _fail_jobs, "vary_pages": _vary_pages, "expire_locators": _expire_locators,
    "sessions_answer": _sessions_answer,
}  # fmt: skip
