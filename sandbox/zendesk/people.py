"""Endpoints for users, groups, organizations and custom statuses."""

from typing import Any

import flask

from sandbox.zendesk.answers import answer, asked_ids, asked_includes
from sandbox.zendesk.auth import Caller
from sandbox.zendesk.errors import not_found, too_many_values
from sandbox.zendesk.pages import page
from sandbox.zendesk.render import (
    anonymous_user,
    show_group,
    show_identities,
    show_organization,
    show_status,
    show_user,
)
from sandbox.zendesk.rows import Group, Organization, User
from sandbox.zendesk.state import Account


def people_blueprint(account: Account) -> flask.Blueprint:
    """Return the endpoints for people and what they belong to."""
    people = flask.Blueprint("people", __name__, url_prefix="/api/v2")
    _add_users(people, account)
    _add_belongings(people, account)
    _add_organizations(people, account)
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
        # who was deleted or merged is shown by id and by the exports alone
        rows = [u for u in account.users.values() if u.active and (not roles or u.role in roles)]
        body = page(rows, "users", shown, address)
        if "identities" in asked_includes():
            body["identities"] = [
                i for row in body["users"] for i in show_identities(account, account.users[row["id"]])
            ]
        return answer(body)

    @people.get("/users/show_many")
    def show_many_users() -> flask.Response:
        # unlike tickets, users that are not there are left out without a word; external ids are another key
        found = _asked_users(account)
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


def _add_organizations(people: flask.Blueprint, account: Account) -> None:
    address = account.options.address

    def organization(row: Organization) -> dict[str, Any]:
        return show_organization(account, row)

    @people.get("/organizations")
    def organizations() -> flask.Response:
        # worlds know no organizations: there are those that the control API made
        return answer(page(list(account.organizations.values()), "organizations", organization, address))

    @people.get("/organizations/show_many")
    def show_many_organizations() -> flask.Response:
        rows = [organization(account.organizations[i]) for i in asked_ids() if i in account.organizations]
        return answer({"organizations": rows, "next_page": None, "previous_page": None, "count": len(rows)})

    @people.get("/organizations/<int:organization_id>")
    def one_organization(organization_id: int) -> flask.Response:
        if organization_id not in account.organizations:
            raise not_found()
        return answer({"organization": organization(account.organizations[organization_id])})

    @people.get("/organizations/<int:organization_id>/users")
    def members(organization_id: int) -> flask.Response:
        rows = [u for u in account.users.kept.values() if u.organization_id == organization_id and u.active]
        return answer(page(rows, "users", lambda user: show_user(account, user), address))


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


def _asked_users(account: Account) -> list[User]:
    external = flask.request.args.get("external_ids")
    if not external:
        return [account.users[i] for i in asked_ids() if i in account.users]
    parts = {part.strip() for part in external.split(",") if part.strip()}
    if len(parts) > 100:  # noqa: PLR2004 - the documented limit
        raise too_many_values()
    return [user for user in account.users.kept.values() if user.external_id in parts]
