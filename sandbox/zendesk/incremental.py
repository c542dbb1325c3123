"""The incremental exports: by cursor for tickets and users, by time for tickets, users and ticket events."""

import base64
import bisect
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, TypeVar
from urllib.parse import urlencode

import flask

from sandbox.zendesk.answers import answer, asked_includes, asked_number
from sandbox.zendesk.auth import need_admin
from sandbox.zendesk.errors import bad_request
from sandbox.zendesk.render import show_identities, show_organization, show_ticket, show_user
from sandbox.zendesk.rows import Audit, Organization, Ticket, User
from sandbox.zendesk.sideloads import add_to_ticket, ticket_sideloads
from sandbox.zendesk.state import Account
from sandbox.zendesk.trail import show_export_event

Row = TypeVar("Row")
Key = tuple[int, int]
LARGEST_PAGE = 1000
WITHHELD_S = 60


def incremental_blueprint(account: Account) -> flask.Blueprint:
    """Return the exports. They are for admins."""
    exports = flask.Blueprint("incremental", __name__, url_prefix="/api/v2/incremental")
    exports.before_request(need_admin)
    _add_tickets(exports, account)
    _add_users(exports, account)
    _add_organizations(exports, account)
    _add_events(exports, account)
    return exports


def _ticket_key(ticket: Ticket) -> Key:
    return int(ticket.generated_at.timestamp()), ticket.id


def _user_key(user: User) -> Key:
    return int(user.updated_at.timestamp()), user.id


def _organization_key(organization: Organization) -> Key:
    return int(organization.updated_at.timestamp()), organization.id


def _audit_key(audit: Audit) -> Key:
    return int(audit.at.timestamp()), audit.id


def _add_tickets(exports: flask.Blueprint, account: Account) -> None:
    def rows() -> list[Ticket]:
        hidden = flask.request.args.get("exclude_deleted") == "true"
        return [t for t in account.tickets.values() if not (hidden and t.deleted)]

    def shown(chosen: Sequence[Ticket]) -> dict[str, Any]:
        wanted = asked_includes()
        listed = [add_to_ticket(account, t, show_ticket(account, t), wanted) for t in chosen]
        return {"tickets": listed} | ticket_sideloads(account, chosen, wanted)

    @exports.get("/tickets/cursor")
    def tickets_by_cursor() -> flask.Response:
        return answer(_cursor_page(account, rows(), _ticket_key, shown))

    @exports.get("/tickets")
    def tickets_by_time() -> flask.Response:
        return answer(_time_page(account, rows(), _ticket_key, shown))


def _add_users(exports: flask.Blueprint, account: Account) -> None:
    def shown(chosen: Sequence[User]) -> dict[str, Any]:
        body: dict[str, Any] = {"users": [show_user(account, user) for user in chosen]}
        if "identities" in asked_includes():
            body["identities"] = [i for user in chosen for i in show_identities(account, user)]
        return body

    @exports.get("/users/cursor")
    def users_by_cursor() -> flask.Response:
        return answer(_cursor_page(account, list(account.users.values()), _user_key, shown))

    @exports.get("/users")
    def users_by_time() -> flask.Response:
        return answer(_time_page(account, list(account.users.values()), _user_key, shown))


def _add_organizations(exports: flask.Blueprint, account: Account) -> None:
    def shown(chosen: Sequence[Organization]) -> dict[str, Any]:
        return {"organizations": [show_organization(account, row) for row in chosen]}

    @exports.get("/organizations")
    def organizations_by_time() -> flask.Response:
        return answer(_time_page(account, list(account.organizations.values()), _organization_key, shown))


def _add_events(exports: flask.Blueprint, account: Account) -> None:
    @exports.get("/ticket_events")
    def ticket_events() -> flask.Response:
        with_comments = "comment_events" in asked_includes()

        def shown(chosen: Sequence[Audit]) -> dict[str, Any]:
            return {"ticket_events": [show_export_event(account, a, with_comments=with_comments) for a in chosen]}

        audits = [audit for ticket in account.tickets.values() for audit in ticket.audits]
        return answer(_time_page(account, audits, _audit_key, shown))


def _present(account: Account, rows: Sequence[Row], key: Callable[[Row], Key]) -> tuple[list[Row], list[Key]]:
    """Return the rows in the order of the export, without those of the last minute; and their keys."""
    newest = int((account.clock() - timedelta(seconds=WITHHELD_S)).timestamp())
    ordered = sorted((row for row in rows if key(row)[0] <= newest), key=key)
    return ordered, [key(row) for row in ordered]


def _start_time(account: Account) -> int:
    text = flask.request.args.get("start_time")
    if text is None:
        raise bad_request("MissingParameter", "start_time is required")
    try:
        start = int(float(text))
    except ValueError as error:
        raise bad_request("InvalidValue", "start_time must be a Unix time") from error
    if start > account.clock().timestamp() - WITHHELD_S:
        words = f"Too recent start_time. Use a start_time older than {WITHHELD_S} seconds"
        raise bad_request("StartTimeTooRecent", words)
    return start


def _cursor_page(
    account: Account, rows: Sequence[Row], key: Callable[[Row], Key], show: Callable[[Sequence[Row]], dict[str, Any]]
) -> dict[str, Any]:
    cursor = flask.request.args.get("cursor")
    ordered, keys = _present(account, rows, key)
    if cursor:
        start = bisect.bisect_right(keys, read_cursor(cursor))
    else:
        start = bisect.bisect_left(keys, (_start_time(account), 0))
    size = asked_number("per_page", LARGEST_PAGE, 1, LARGEST_PAGE)
    chosen = ordered[start : start + size]
    after = write_cursor(keys[start + len(chosen) - 1]) if chosen else cursor
    return show(chosen) | {
        "after_url": _address(account, cursor=after) if after else None,
        "after_cursor": after,
        "before_url": None,
        "before_cursor": None,
        "end_of_stream": start + size >= len(ordered),
    }


def _time_page(
    account: Account, rows: Sequence[Row], key: Callable[[Row], Key], show: Callable[[Sequence[Row]], dict[str, Any]]
) -> dict[str, Any]:
    """
    Return one page of a time-based export.

    A page ends only between two seconds, so it may be longer than asked; and the next one starts in the second where
    this one ended, so it repeats that second's rows.
    """
    first = _start_time(account)
    ordered, keys = _present(account, rows, key)
    start = bisect.bisect_left(keys, (first, 0))
    size = asked_number("per_page", LARGEST_PAGE, 1, LARGEST_PAGE)
    stop = min(start + size, len(ordered))
    while 0 < stop < len(ordered) and stop > start and keys[stop][0] == keys[stop - 1][0]:
        stop += 1
    chosen = ordered[start:stop]
    end = keys[stop - 1][0] if chosen else first
    return show(chosen) | {
        "count": len(chosen),
        "end_of_stream": stop >= len(ordered),
        "end_time": end,
        "next_page": _address(account, start_time=str(end)),
    }


def write_cursor(key: Key) -> str:
    """Return the cursor that stands after the row with this key."""
    return base64.b64encode(f"{key[0]}.0||{key[1]}|".encode()).decode()


def read_cursor(cursor: str) -> Key:
    """
    Return the key that a cursor stands for.

    Raises:
        ApiError: it is no cursor.
    """
    try:
        moment, _, rest = base64.b64decode(cursor, validate=True).decode().partition("||")
        return int(float(moment)), int(rest.rstrip("|"))
    except ValueError as error:
        raise bad_request("InvalidCursor", "cursor is not valid") from error


def _address(account: Account, **changed: str) -> str:
    """Return the address of the next page: the call's own parameters, with the place where it goes on."""
    kept = {k: v for k, v in flask.request.args.items() if k not in ("cursor", "start_time")}
    return f"{account.options.address}{flask.request.path}.json?{urlencode({**changed, **kept})}"
