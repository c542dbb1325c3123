"""Zendesk users as contacts, and organizations as accounts."""

from collections.abc import Iterable, Mapping
from typing import Any

from integration.connectors.zendesk.mapping.directory import read_optional_time
from integration.connectors.zendesk.mapping.rows import IdentityRow, UserRow
from integration.model import Account, Contact, ContactRef, Role


def role_of_user(user: UserRow) -> Role:
    """Return CUSTOMER for end users, AGENT for agents and admins (light agents are agents too)."""
    return Role.AGENT if user.role in ("agent", "admin") else Role.CUSTOMER


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


def map_user(connection: str, user: UserRow) -> Contact:
    """Return a user, with the identities that stand in its row, as a contact."""
    if user.permanently_deleted is True:
        # whatever Zendesk still says of them: who they were is forgotten
        return Contact(ContactRef(connection, str(user.id)), name="", role=role_of_user(user), deleted=True)
    zone = user.iana_time_zone or user.time_zone
    own = user.identities or ()
    return Contact(
        ref=ContactRef(connection, str(user.id)),
        name=str(user.name or ""),
        role=role_of_user(user),
        emails=_distinct(user.email, own, "email"),
        phones=_distinct(user.phone, own, "phone_number"),
        external_ids=(str(user.external_id),) if user.external_id else (),
        account_id=str(user.organization_id) if user.organization_id else None,
        language=str(user.locale) if user.locale else None,
        # `time_zone` alone is a Rails name ("Copenhagen"), of which only those with a slash are IANA's
        time_zone=str(zone) if zone and "/" in str(zone) else None,
        deleted=user.active is False,
        updated_at=read_optional_time(user.updated_at),
    )


def _distinct(first: Any, identities: Iterable[IdentityRow], kind: str) -> tuple[str, ...]:
    values = [str(first)] if first else []
    values += [str(row.value) for row in identities if row.type == kind and row.value]
    return tuple(dict.fromkeys(values))
