"""
Rows of Zendesk's answers, as far as they are read.

Decoded straight into these, a page of an export costs a third of what it costs as dicts: what nobody asks for is
skipped. Except for what names a row, any value may be anything, as in a dict: an oddity in one must not stop a stream.
"""

from collections.abc import Mapping
from typing import Any, Self

import msgspec
from msgspec import UNSET

_REDACTION = "redaction"


class Row(msgspec.Struct, gc=False):
    """One object of an answer; an attribute that it leaves out is None."""

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """Return a row that was read as a dict."""
        return msgspec.convert(row, cls)


class Solved(Row):
    """When a ticket was solved: one of its sideloads."""

    solved_at: Any = None


class MetricRow(Solved):
    """A ticket's metric set, as it stands beside the tickets."""

    ticket_id: Any = None


class FieldRow(Row):
    """The value of a custom field."""

    id: Any = None
    value: Any = None


class TicketRow(Row):
    """A ticket of any Tickets endpoint or export."""

    id: int
    created_at: Any = None
    updated_at: Any = None
    generated_timestamp: Any = None
    status: Any = None
    type: Any = None
    subject: Any = None
    raw_subject: Any = None
    description: Any = None
    via: Any = None
    requester_id: Any = None
    submitter_id: Any = None
    assignee_id: Any = None
    organization_id: Any = None
    group_id: Any = None
    custom_status_id: Any = None
    problem_id: Any = None
    followup_source_id: Any = None
    external_id: Any = None
    priority: Any = None
    tags: list[str] | None = None
    custom_fields: list[FieldRow] | None = None
    fields: list[FieldRow] | None = None
    satisfaction_rating: Any = None
    is_public: Any = None
    from_messaging_channel: Any = None
    dates: Solved | None = None
    metric_set: Solved | None = None


class TicketsAnswer(Row):
    """A page of tickets, with their metric sets beside them."""

    tickets: list[TicketRow] | None = None
    metric_sets: list[MetricRow] | None = None
    after_cursor: Any = None
    end_of_stream: Any = True

    def rows(self) -> list[TicketRow]:
        """Return the tickets, each with its metric set."""
        metrics = {row.ticket_id: row for row in self.metric_sets or ()}
        found = self.tickets or []
        for row in found:
            row.metric_set = metrics.get(row.id, row.metric_set)
        return found


class IdentityRow(Row):
    """One of the addresses and numbers of a user."""

    user_id: Any = None
    type: Any = None
    value: Any = None


class UserRow(Row):
    """A user of any Users endpoint; what it leaves out is empty in the contact."""

    id: int
    name: Any = None
    email: Any = None
    phone: Any = None
    role: Any = None
    active: Any = None
    external_id: Any = None
    organization_id: Any = None
    locale: Any = None
    time_zone: Any = None
    iana_time_zone: Any = None
    updated_at: Any = None
    permanently_deleted: Any = None
    identities: list[IdentityRow] | None = None


class UsersAnswer(Row):
    """A page of users, with their identities beside them."""

    users: list[UserRow] | None = None
    identities: list[IdentityRow] | None = None
    after_cursor: Any = None
    end_of_stream: Any = True

    def rows(self) -> list[UserRow]:
        """Return the users, each with its identities."""
        own: dict[Any, list[IdentityRow]] = {}
        for identity in self.identities or ():
            own.setdefault(identity.user_id, []).append(identity)
        found = self.users or []
        for user in found:
            user.identities = own.get(user.id, []) + (user.identities or [])
        return found


class CommentRow(Row):
    """A comment as `/comments`, audits and the event export give it."""

    id: Any = None
    type: Any = None
    author_id: Any = None
    public: Any = None
    plain_body: Any = None
    body: Any = UNSET
    html_body: Any = UNSET
    via: Any = None
    created_at: Any = None
    attachments: Any = None
    data: Any = None
    transcription_text: Any = None


class ChildRow(CommentRow):
    """One thing that happened in an update of a ticket; a comment, or a field that was changed (those here: ours)."""

    event_type: Any = None
    comment_id: Any = None
    previous_value: Any = None
    status: Any = UNSET
    assignee_id: Any = UNSET
    group_id: Any = UNSET
    priority: Any = UNSET
    subject: Any = UNSET
    requester_id: Any = UNSET
    problem_id: Any = UNSET
    satisfaction_score: Any = UNSET
    redaction: Any = UNSET
    """What stands under a name that speaks of redaction, however the export spells it."""

    @property
    def kind(self) -> str:
        """Its type; `type` is also what comments say of themselves."""
        return str(self.event_type or self.type or "")


class EventRow(Row):
    """One update of a ticket, as `/incremental/ticket_events` gives it."""

    ticket_id: int
    created_at: Any = None
    timestamp: Any = None
    updater_id: Any = None
    via: Any = None
    child_events: list[ChildRow] | None = None


class TimeAnswer(Row):
    """A page of an export that only knows times."""

    end_time: Any = None
    end_of_stream: Any = True


class OrganizationsAnswer(TimeAnswer):
    """A page of organizations."""

    organizations: list[dict[str, Any]] | None = None


class EventsAnswer(TimeAnswer):
    """A page of updates of tickets."""

    ticket_events: msgspec.Raw = msgspec.Raw(b"[]")

    def rows(self) -> list[EventRow]:
        """Return the updates."""
        content = bytes(self.ticket_events)
        found = msgspec.json.decode(content, type=list[EventRow] | None) or []
        if _REDACTION.encode() in content:
            whole = msgspec.json.decode(content, type=list[dict[str, Any]])
            for event, row in zip(found, whole, strict=True):
                for child, names in zip(event.child_events or (), row.get("child_events") or (), strict=True):
                    child.redaction = next((names[name] for name in names if _REDACTION in name), UNSET)
        return found
