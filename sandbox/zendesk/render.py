"""Rows as Zendesk's JSON: tickets, users, groups, custom statuses, fields."""

from typing import Any

from sandbox.zendesk.rows import CustomStatus, Group, Organization, Ticket, TicketField, User
from sandbox.zendesk.state import Account
from sandbox.zendesk.text import iso

_RAILS_ZONES = {"Europe/Madrid": "Madrid", "Europe/Berlin": "Berlin", "Europe/London": "London", "UTC": "UTC"}
_LOCALE_IDS = {"en-US": 1, "es": 2, "de": 8, "fr": 16, "it": 22, "pt-BR": 19}
_PREFIX = "/api/v2"


def show_ticket(account: Account, ticket: Ticket) -> dict[str, Any]:
    """Return a ticket as the tickets endpoints and the exports show it."""
    custom = [
        {"id": field.id, "value": ticket.custom.get(field.id)}
        for field in account.fields.values()
        if field.removable and field.active
    ]
    return {
        "url": f"{account.options.address}{_PREFIX}/tickets/{ticket.id}.json",
        "id": ticket.id,
        "external_id": ticket.external_id,
        "via": show_via(ticket),
        "created_at": iso(ticket.created_at),
        "updated_at": iso(ticket.updated_at),
        "generated_timestamp": int(ticket.generated_at.timestamp()),
        "type": ticket.type,
        "subject": ticket.subject,
        "raw_subject": ticket.subject,
        "description": ticket.description,
        "priority": ticket.priority,
        "status": "deleted" if ticket.deleted else ticket.status,
        "recipient": None,
        "requester_id": ticket.requester_id,
        "submitter_id": ticket.submitter_id,
        "assignee_id": ticket.assignee_id,
        "organization_id": ticket.organization_id,
        "group_id": ticket.group_id,
        "collaborator_ids": [],
        "follower_ids": [],
        "email_cc_ids": [],
        "forum_topic_id": None,
        "problem_id": ticket.problem_id,
        "has_incidents": ticket.type == "problem" and bool(account.incidents(ticket.id)),
        "is_public": ticket.is_public,
        "due_at": ticket.due_at,
        "tags": list(ticket.tags),
        "custom_fields": custom,
        "satisfaction_rating": show_satisfaction(ticket),
        "sharing_agreement_ids": [],
        "custom_status_id": ticket.custom_status_id,
        "encoded_id": f"{ticket.id:X}-{ticket.requester_id % 0xFFFF:X}",
        "fields": custom,
        "followup_ids": ticket.followup_ids,
        "ticket_form_id": None,
        "brand_id": None,
        "allow_channelback": False,
        "allow_attachments": True,
        "from_messaging_channel": ticket.channel == "native_messaging",
    }


def show_via(ticket: Ticket) -> dict[str, Any]:
    """Return how a ticket came in."""
    if ticket.followup_of is not None:
        came_from: dict[str, Any] = {"ticket_id": ticket.followup_of, "channel": ticket.channel}
        return {"channel": ticket.channel, "source": {"from": came_from, "to": {}, "rel": "follow_up"}}
    return {"channel": ticket.channel, "source": {"from": {}, "to": {}, "rel": None}}


def show_satisfaction(ticket: Ticket) -> dict[str, Any]:
    """Return the rating on a ticket, or that none was offered."""
    if ticket.satisfaction is None:
        return {"score": "unoffered"}
    rating = ticket.satisfaction
    return {"id": rating.id, "score": rating.score, "comment": rating.comment}


def show_user(account: Account, user: User) -> dict[str, Any]:
    """Return a user as the users endpoints show it."""
    zone = account.options.time_zone
    return {
        "id": user.id,
        "url": f"{account.options.address}{_PREFIX}/users/{user.id}.json",
        "name": user.name,
        "email": user.email,
        "created_at": iso(user.created_at),
        "updated_at": iso(user.updated_at),
        "time_zone": _RAILS_ZONES.get(zone, zone.rpartition("/")[2].replace("_", " ")),
        "iana_time_zone": zone,
        "phone": user.phones[0] if user.phones else None,
        "shared_phone_number": user.shared_phone if user.phones else None,
        "photo": None,
        "locale_id": _LOCALE_IDS.get(user.locale, 1),
        "locale": user.locale,
        "organization_id": user.organization_id,
        "role": user.role,
        "verified": True,
        "external_id": user.external_id,
        "tags": user.tags,
        "alias": None,
        "active": user.active,
        "shared": False,
        "shared_agent": False,
        "last_login_at": None,
        "two_factor_auth_enabled": None,
        "signature": None,
        "details": None,
        "notes": None,
        "role_type": None,
        "custom_role_id": None,
        "moderator": user.is_staff,
        "ticket_restriction": None if user.is_staff else "requested",
        "only_private_comments": False,
        "restricted_agent": user.role != "admin",
        "suspended": False,
        "default_group_id": next(iter(account.groups), None) if user.is_staff else None,
        "report_csv": user.role == "admin",
        "user_fields": {},
    }


def show_identities(account: Account, user: User) -> list[dict[str, Any]]:
    """Return a user's addresses. A number that is shared with another user is none of theirs."""
    values = [("email", user.email)] if user.email else []
    if not user.shared_phone:
        values += [("phone_number", phone) for phone in user.phones]
    values += [(identity.kind, identity.value) for identity in user.identities]
    return [
        {
            "id": user.id * 10 + index,
            "url": f"{account.options.address}{_PREFIX}/users/{user.id}/identities/{user.id * 10 + index}.json",
            "user_id": user.id,
            "type": kind,
            "value": value,
            "verified": True,
            "primary": index == 0,
            "created_at": iso(user.created_at),
            "updated_at": iso(user.updated_at),
        }
        for index, (kind, value) in enumerate(values)
    ]


def show_organization(account: Account, organization: Organization) -> dict[str, Any]:
    """Return an organization."""
    return {
        "url": f"{account.options.address}{_PREFIX}/organizations/{organization.id}.json",
        "id": organization.id,
        "name": organization.name,
        "shared_tickets": False,
        "shared_comments": False,
        "external_id": None,
        "created_at": iso(organization.created_at),
        "updated_at": iso(organization.updated_at),
        "domain_names": list(organization.domains),
        "details": "",
        "notes": "",
        "group_id": None,
        "tags": [],
        "organization_fields": {},
    }


def anonymous_user() -> dict[str, Any]:
    """Return whom `/users/me` shows to who did not sign in."""
    return {
        "id": None,
        "url": None,
        "name": "Anonymous user",
        "email": "invalid@example.com",
        "created_at": None,
        "updated_at": None,
        "time_zone": None,
        "phone": None,
        "locale_id": 1,
        "locale": "en-US",
        "organization_id": None,
        "role": "end-user",
        "verified": False,
        "authenticity_token": "none",
        "active": False,
        "user_fields": {},
    }


def show_group(account: Account, group: Group) -> dict[str, Any]:
    """Return a group."""
    return {
        "url": f"{account.options.address}{_PREFIX}/groups/{group.id}.json",
        "id": group.id,
        "is_public": True,
        "name": group.name,
        "description": "",
        "default": group.id == next(iter(account.groups)),
        "deleted": False,
        "created_at": iso(group.created_at),
        "updated_at": iso(group.created_at),
    }


def show_status(status: CustomStatus) -> dict[str, Any]:
    """Return a custom status."""
    return {
        "id": status.id,
        "status_category": status.category,
        "agent_label": status.label,
        "end_user_label": status.label,
        "description": "",
        "end_user_description": "",
        "raw_agent_label": status.label,
        "raw_end_user_label": status.label,
        "raw_description": "",
        "raw_end_user_description": "",
        "active": True,
        "default": status.default,
        "created_at": iso(status.created_at),
        "updated_at": iso(status.created_at),
    }


def show_field(account: Account, field: TicketField) -> dict[str, Any]:
    """Return a ticket field, with its options where it has any."""
    shown: dict[str, Any] = {
        "url": f"{account.options.address}{_PREFIX}/ticket_fields/{field.id}.json",
        "id": field.id,
        "type": field.type,
        "title": field.title,
        "raw_title": field.title,
        "description": field.description,
        "raw_description": field.description,
        "position": field.position,
        "active": field.active,
        "required": field.required,
        "collapsed_for_agents": False,
        "regexp_for_validation": None,
        "title_in_portal": field.title,
        "raw_title_in_portal": field.title,
        "visible_in_portal": field.visible_in_portal,
        "editable_in_portal": field.editable_in_portal,
        "required_in_portal": False,
        "agent_can_edit": True,
        "tag": field.tag,
        "created_at": iso(field.created_at),
        "updated_at": iso(field.updated_at),
        "removable": field.removable,
        "key": None,
        "agent_description": field.agent_description,
    }
    if field.is_tagged:
        shown["custom_field_options"] = [
            {"id": o.id, "name": o.name, "raw_name": o.name, "value": o.value, "default": False} for o in field.options
        ]
    if field.type == "custom_status":
        shown["custom_statuses"] = [show_status(status) for status in account.statuses.values()]
    return shown
