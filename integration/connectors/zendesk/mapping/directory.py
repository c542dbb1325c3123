"""What payloads name by number only: groups, custom statuses, our fields, and who is who."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeGuard

from integration.model import ContactRef, Role, TicketRef


@dataclass(frozen=True, slots=True)
class Directory:
    """
    One account's names, as looked up before mapping.

    Args:
        connection: The connection's id, such as `zendesk:acme`.
        groups: Group names by id.
        custom_statuses: The labels that agents see, by custom status id.
        our_fields: Ids of Sidelight's ticket fields.
        feedback_field: Id of the one among them that agents write; None where the account lacks it.
        roles: What is known of users, by id: CUSTOMER or AGENT.
        own_id: The id of the user that Sidelight signs in as; None where it is not known.
    """

    connection: str
    groups: Mapping[int, str] = field(default_factory=dict)
    custom_statuses: Mapping[int, str] = field(default_factory=dict)
    our_fields: frozenset[int] = frozenset()
    feedback_field: int | None = None
    roles: Mapping[int, Role] = field(default_factory=dict)
    own_id: int | None = None

    def ticket(self, ticket_id: Any) -> TicketRef:
        """Return the reference of a ticket of this account."""
        return TicketRef(self.connection, str(ticket_id))

    def person(self, user_id: Any) -> ContactRef | None:
        """Return the reference of a user; None for nobody and for Zendesk itself (-1)."""
        return ContactRef(self.connection, str(user_id)) if is_person(user_id) else None


def is_person(user_id: Any) -> TypeGuard[int]:
    """Whether an id names a user: Zendesk writes -1, and at places null or 0, for itself."""
    return isinstance(user_id, int) and user_id > 0


def read_time(value: str) -> datetime:
    """Read a time as Zendesk writes it; one without a zone is UTC. ValueError where it is none."""
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is UTC:
        return moment
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def read_optional_time(value: Any) -> datetime | None:
    """Read a time, or None where there is none or it cannot be read."""
    if not isinstance(value, str):
        return None
    try:
        return read_time(value)
    except ValueError:
        return None
