"""Zendesk's errors, with the bodies that it sends."""

from collections.abc import Mapping
from typing import Any


class ApiError(Exception):
    """Ends a call with this answer."""

    def __init__(self, status: int, body: Any, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(f"{status} {body}")
        self.status = status
        self.body = body
        self.headers = dict(headers or {})


def not_authenticated() -> ApiError:
    """No credentials, or wrong ones."""
    return ApiError(401, {"error": "Couldn't authenticate you"}, {"WWW-Authenticate": 'Basic realm="Web Password"'})


def invalid_token() -> ApiError:
    """An access token that is unknown, expired or revoked."""
    return ApiError(
        401,
        {
            "error": "invalid_token",
            "error_description": "The access token provided is expired, revoked, malformed or invalid for other"
            " reasons.",
        },
        {"WWW-Authenticate": 'Bearer error="invalid_token"'},
    )


def forbidden() -> ApiError:
    """Signed in, without the right."""
    return ApiError(
        403,
        {
            "error": "Forbidden",
            "description": "You do not have access to this page. Please contact the account owner of this help desk"
            " for further help.",
        },
    )


def not_found() -> ApiError:
    """There is no such record."""
    return ApiError(404, {"error": "RecordNotFound", "description": "Not found"})


def unknown_endpoint() -> ApiError:
    """There is no such address."""
    return ApiError(404, {"error": "InvalidEndpoint", "description": "Not found"})


def bad_request(error: str, description: str, **more: Any) -> ApiError:
    """The call is not what the endpoint takes."""
    return ApiError(400, {"error": error, "description": description, **more})


def record_invalid(field: str, description: str, error: str | None = None) -> ApiError:
    """A record would not be valid; `field` is `base` where it is none in particular."""
    detail = {"description": description} | ({"error": error} if error else {})
    return ApiError(
        422,
        {"error": "RecordInvalid", "description": "Record validation errors", "details": {field: [detail]}},
    )


def closed_ticket() -> ApiError:
    """Closed tickets never change again."""
    return record_invalid("status", "Status: closed prevents ticket update")


def too_many_values(limit: int = 100) -> ApiError:
    """More values than a call may name."""
    return bad_request("TooManyValues", f"Parameter ids exceeds the maximum of {limit} values", max_count=limit)


def update_conflict() -> ApiError:
    """A safe update came too late."""
    return ApiError(
        409,
        {
            "error": "UpdateConflict",
            "description": "Safe Update prevented the update due to outdated ticket data. Please fetch the latest"
            " ticket data and try again.",
        },
    )
