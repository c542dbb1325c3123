"""
What Zendesk's payloads mean in Sidelight's nouns, and what a Write looks like in Zendesk's; pure.

`rows` holds what is read of the payloads, `directory` what these name by number only, `people` users, `tickets`
tickets, `comments` comments and conversation logs, `changes` field changes, `surveys` answers to surveys, `payloads`
what is sent.
"""

from integration.connectors.zendesk.mapping.changes import (
    Told,
    comment_authors,
    map_audit_changes,
    map_merge,
    map_ticket_event,
)
from integration.connectors.zendesk.mapping.comments import map_comment, map_conversation
from integration.connectors.zendesk.mapping.directory import Directory
from integration.connectors.zendesk.mapping.payloads import batch_payload, single_payload
from integration.connectors.zendesk.mapping.people import map_organization, map_user, role_of_user
from integration.connectors.zendesk.mapping.rows import (
    CommentRow,
    EventsAnswer,
    OrganizationsAnswer,
    TicketRow,
    TicketsAnswer,
    UserRow,
    UsersAnswer,
)
from integration.connectors.zendesk.mapping.surveys import map_survey_response
from integration.connectors.zendesk.mapping.tickets import has_conversation, is_deleted, is_forgotten, map_ticket

__all__ = [
    "CommentRow",
    "Directory",
    "EventsAnswer",
    "OrganizationsAnswer",
    "TicketRow",
    "TicketsAnswer",
    "Told",
    "UserRow",
    "UsersAnswer",
    "batch_payload",
    "comment_authors",
    "has_conversation",
    "is_deleted",
    "is_forgotten",
    "map_audit_changes",
    "map_comment",
    "map_conversation",
    "map_merge",
    "map_organization",
    "map_survey_response",
    "map_ticket",
    "map_ticket_event",
    "map_user",
    "role_of_user",
    "single_payload",
]
