"""
What Zendesk's payloads mean in Sidelight's nouns, and what a Write looks like in Zendesk's; pure.

`directory` holds what the payloads only name by number, `people` users, `tickets` tickets, `comments` comments and
conversation logs, `changes` field changes, `surveys` answers to surveys, `payloads` what is sent.
"""

from integration.connectors.zendesk.mapping.changes import (
    comment_children,
    map_audit_changes,
    map_event_changes,
    map_event_comments,
    map_event_merges,
    map_merge,
    reshaped_comments,
)
from integration.connectors.zendesk.mapping.comments import map_comment, map_conversation
from integration.connectors.zendesk.mapping.directory import Directory
from integration.connectors.zendesk.mapping.payloads import batch_payload, single_payload
from integration.connectors.zendesk.mapping.people import map_organization, map_user, role_of_user
from integration.connectors.zendesk.mapping.surveys import map_survey_response
from integration.connectors.zendesk.mapping.tickets import has_conversation, is_deleted, is_forgotten, map_ticket

__all__ = [
    "Directory",
    "batch_payload",
    "comment_children",
    "has_conversation",
    "is_deleted",
    "is_forgotten",
    "map_audit_changes",
    "map_comment",
    "map_conversation",
    "map_event_changes",
    "map_event_comments",
    "map_event_merges",
    "map_merge",
    "map_organization",
    "map_survey_response",
    "map_ticket",
    "map_user",
    "reshaped_comments",
    "role_of_user",
    "single_payload",
]
