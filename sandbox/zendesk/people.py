"""Endpoints for users, groups, organizations and custom statuses."""

from typing import Any

import flask

from sandbox.zendesk.answers import answer, asked_includes
from sandbox.zendesk.auth import Caller
from sandbox.zendesk.errors import bad_request, not_found, too_many_values
from sandbox.zendesk.pages import page
from sandbox.zendesk.render import anonymous_user, show_group, show_identities, show_status, show_user
from sandbox.zendesk.rows import Group, User
from sandbox.zendesk.state import Account


def people_blueprint(account: Account) -> flask.Blueprint:
    """Return the endpoints for people and what they belong to."""
    people = flask.Blueprint("people", __name__, url_prefix="/api/v2")
    _add_users(people, account)
    _add_belongings(people, account)
    _add_statuses(people, account)
    return people


def _add_users(people: flask.Blueprint, account: Account) -> None:
    address = account.options.address

    def shown(user: User) -> dict[str, Any]:
        return show_user(account, user)

    @people.get("/users/me")
    def me() -> flask.Response:
        # bad credentials are no error here: they show as nobody
        caller: Caller | None = flask.g.get("caller")
        return answer({"user": shown(caller.user) if caller else anonymous_user()})

    @people.get("/users")
    def users() -> flask.Response:
        roles = set(flask.request.args.getlist("role") + flask.request.args.getlist("role[]"))
        rows = [u for u in account.users.values() if not roles or u.role in roles]
        body = page(rows, "users", shown, address)
        if "identities" in asked_includes():
            body["identities"] = [
                i for row in body["users"] for i in show_identities(account, account.users[row["id"]])
            ]
        return answer(body)

    @people.get("/users/show_many")
    def show_many_users() -> flask.Response:
        # unlike tickets, users that are not there are left out without a word; external ids are another key
        found = [u for u in account.users.values() if _is_asked(u)]
        body: dict[str, Any] = {"users": [shown(u) for u in found], "next_page": None, "previous_page": None}
        if "identities" in asked_includes():
            body["identities"] = [i for u in found for i in show_identities(account, u)]
        return answer(body | {"count": len(found)})

    @people.get("/users/<int:user_id>")
    def show_one_user(user_id: int) -> flask.Response:
        return answer({"user": shown(_user(account, user_id))})

    @people.get("/users/<int:user_id>/identities")
    def identities(user_id: int) -> flask.Response:
        rows = show_identities(account, _user(account, user_id))
        return answer(page(rows, "identities", dict, address))


def _add_belongings(people: flask.Blueprint, account: Account) -> None:
    address = account.options.address

    @people.get("/groups")
    def groups() -> flask.Response:
        def group(row: Group) -> dict[str, Any]:
            return show_group(account, row)

        return answer(page(list(account.groups.values()), "groups", group, address))

    @people.get("/groups/<int:group_id>")
    def one_group(group_id: int) -> flask.Response:
        if group_id not in account.groups:
            raise not_found()
        return answer({"group": show_group(account, account.groups[group_id])})

    @people.get("/organizations")
    def organizations() -> flask.Response:
        # worlds know no organizations; the list is there for clients that ask
        return answer(page([], "organizations", dict, address))

    @people.get("/organizations/show_many")
    def show_many_organizations() -> flask.Response:
        return answer({"organizations": [], "next_page": None, "previous_page": None, "count": 0})


def _add_statuses(people: flask.Blueprint, account: Account) -> None:
    @people.get("/custom_statuses")
    def statuses() -> flask.Response:
        categories = flask.request.args.get("status_categories", "").split(",")
        rows = [s for s in account.statuses.values() if categories == [""] or s.category in categories]
        return answer({"custom_statuses": [show_status(s) for s in rows]})

    @people.get("/custom_statuses/<int:status_id>")
    def one_status(status_id: int) -> flask.Response:
        if status_id not in account.statuses:
            raise not_found()
        return answer({"custom_status": show_status(account.statuses[status_id])})


def _user(account: Account, user_id: int) -> User:
    if user_id not in account.users:
        raise not_found()
    return account.users[user_id]


def _is_asked(user: User) -> bool:
    external = flask.request.args.get("external_ids")
    key = "external_ids" if external else "ids"
    parts = [part.strip() for part in flask.request.args.get(key, "").split(",") if part.strip()]
    if len(parts) > 100:  # noqa: PLR2004 - the documented limit
        raise too_many_values()
    if not parts:
        raise bad_request("InvalidRequest", "ids or external_ids are required")
    return (user.external_id if external else str(user.id)) in parts
