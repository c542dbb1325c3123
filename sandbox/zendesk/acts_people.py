"""What happens to the account's people: new names and addresses, two that become one, and organizations."""

from collections.abc import Mapping
from typing import Any

from sandbox.control import ActError
from sandbox.zendesk.acts import Act
from sandbox.zendesk.given import Given
from sandbox.zendesk.rows import Identity, Organization, User
from sandbox.zendesk.state import Account
from sandbox.zendesk.updates import touch

_KINDS = {"email": "email", "phone": "phone_number", "phone_number": "phone_number", "facebook": "facebook"}


def _moved(account: Account, *users: User) -> None:
    for user in users:
        user.updated_at = account.now()
    account.changed()


def _rename_user(account: Account, given: Given) -> dict[str, Any]:
    user = given.user(account, "email")
    user.name = given.text("name")
    _moved(account, user)
    return {"id": str(user.id)}


def _add_identity(account: Account, given: Given) -> dict[str, Any]:
    user, kind, value = given.user(account, "email"), given.choice("kind", tuple(_KINDS)), given.text("value")
    if kind == "email" and account.user_with_email(value) is not None:
        raise ActError("value is the address of a user already.")
    user.identities.append(Identity(account.next_id(), _KINDS[kind], value, account.now()))
    _moved(account, user)
    return {"id": str(user.id)}


def _merge_users(account: Account, given: Given) -> dict[str, Any]:
    source, target = given.user(account, "source_email"), given.user(account, "target_email")
    if source is target or source.is_staff or target.is_staff:
        raise ActError("source_email and target_email must be two end users.")
    merge_users(account, source, target)
    return {"id": str(target.id)}


def merge_users(account: Account, source: User, target: User) -> None:
    """
    Make two end users one.

    The tickets become the target's, which only `generated_at` tells; the comments keep the author who is gone.
    """
    now = account.now()
    moved = [("email", source.email)] if source.email else []
    moved += [("phone_number", phone) for phone in source.phones if phone not in target.phones]
    target.identities += [Identity(account.next_id(), kind, value, now) for kind, value in moved]
    target.identities += source.identities
    for ticket_id in [t.id for t in account.tickets.values() if t.requester_id == source.id]:
        ticket = account.tickets[ticket_id]
        ticket.requester_id = target.id
        touch(account, ticket)
    _leave(source)
    _moved(account, source, target)


def _delete_user(account: Account, given: Given) -> dict[str, Any]:
    user = given.user(account, "email")
    if user.is_staff:
        raise ActError("email must be an end user's.")
    _leave(user)
    _moved(account, user)
    return {"id": str(user.id)}


def _leave(user: User) -> None:
    user.active, user.email, user.phones, user.identities = False, None, (), []


def _organization(account: Account, given: Given) -> dict[str, Any]:
    name, now = given.text("name"), account.now()
    if any(o.name.lower() == name.lower() for o in account.organizations.values()):
        raise ActError("name is taken by another organization.")
    row = Organization(account.next_id(), name, now, now, tuple(d.lower() for d in given.texts("domains")))
    account.organizations[row.id] = row
    account.changed()
    return {"id": str(row.id)}


def _join(account: Account, given: Given) -> dict[str, Any]:
    user, name = given.user(account, "email"), given.text("organization")
    found = next((o for o in account.organizations.values() if name in (o.name, str(o.id))), None)
    if found is None:
        raise KeyError(f"organization {name}")
    user.organization_id = found.id
    _moved(account, user)
    return {"id": str(user.id)}


PEOPLE_ACTS: Mapping[str, Act] = {
    "rename_user": _rename_user,
    "add_identity": _add_identity,
    "merge_users": _merge_users,
    "delete_user": _delete_user,
    "organization": _organization,
    "join": _join,
}
