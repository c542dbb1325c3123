"""Zendesk users as contacts, and organizations as accounts."""

from collections.abc import Iterable, Mapping
from typing import Any

from integration.connectors.zendesk.mapping.directory import read_optional_time
from integration.model import Account, Contact, ContactRef, Role


def role_of_user(user: Mapping[str, Any]) -> Role:
    """Return CUSTOMER for end users, AGENT for agents and admins (light agents are agents too)."""
    return Role.AGENT if user.get("role") in ("agent", "admin") else Role.CUSTOMER


def map_organization(connection: str, row: Mapping[str, Any]) -> Account:
    """Return an organization as an account."""
    return Account(
        connection=connection,
        id=str(row["id"]),
        name=str(row.get("name") or ""),
        domains=tuple(str(domain) for domain in row.get("domain_names") or ()),
        external_id=str(row["external_id"]) if row.get("external_id") else None,
        deleted=bool(row.get("deleted_at")),
    )


def map_user(connection: str, user: Mapping[str, Any], identities: Iterable[Mapping[str, Any]] = ()) -> Contact:
    """
    Return a user as a contact.

    Args:
        connection: The connection's id.
        user: A user of any Users endpoint; fields that it leaves out are empty in the contact.
        identities: The account's identities as sideloaded; others' are ignored.
    """
    if user.get("permanently_deleted") is True:
        # whatever Zendesk still says of them: who they were is forgotten
        return Contact(ContactRef(connection, str(user["id"])), name="", role=role_of_user(user), deleted=True)
    own = [row for row in identities if row.get("user_id") == user["id"]]
    own += [row for row in user.get("identities") or () if isinstance(row, dict)]
    zone = user.get("iana_time_zone") or user.get("time_zone")
    organization = user.get("organization_id")
    return Contact(
        ref=ContactRef(connection, str(user["id"])),
        name=str(user.get("name") or ""),
        role=role_of_user(user),
        emails=_distinct(user.get("email"), own, "email"),
        phones=_distinct(user.get("phone"), own, "phone_number"),
        external_ids=(str(user["external_id"]),) if user.get("external_id") else (),
        account_id=str(organization) if organization else None,
        language=str(user["locale"]) if user.get("locale") else None,
        # `time_zone` alone is a Rails name ("Copenhagen"), of which only those with a slash are IANA's
        time_zone=str(zone) if zone and "/" in str(zone) else None,
        deleted=user.get("active") is False,
        updated_at=read_optional_time(user.get("updated_at")),
    )


def _distinct(first: Any, identities: Iterable[Mapping[str, Any]], kind: str) -> tuple[str, ...]:
    values = [str(first)] if first else []
    values += [str(row["value"]) for row in identities if row.get("type") == kind and row.get("value")]
    return tuple(dict.fromkeys(values))
