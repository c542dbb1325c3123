"""Field changes and comments, from audits and from the export of ticket events."""

from datetime import UTC, datetime
from typing import ClassVar

import msgspec
import pytest

from integration.connectors.zendesk import mapping
from integration.model import Role, TicketRef

ACME = "zendesk:acme"
AGENT, CUSTOMER, OWN = 235323, 20978392, 900
DIRECTORY = mapping.Directory(
    ACME,
    groups={98738: "Billing", 2: "Returns"},
    roles={AGENT: Role.AGENT, CUSTOMER: Role.CUSTOMER, OWN: Role.AGENT},
    own_id=OWN,
)
REF = TicketRef(ACME, "35436")


def told(row, names=None):
    """What one row of the export tells, read as the export's page is."""
    page = msgspec.json.decode(msgspec.json.encode({"ticket_events": [row]}), type=mapping.EventsAnswer)
    return mapping.map_ticket_event(page.rows()[0], DIRECTORY, names)


class TestChanges:
    AUDIT: ClassVar = {
        "author_id": AGENT,
        "created_at": "2026-09-25T22:35:44Z",
        "events": [
            {"id": 1, "type": "Comment", "body": "private", "public": False},
            {"id": 2, "type": "Change", "field_name": "status", "previous_value": "new", "value": "open"},
            {"id": 3, "type": "Change", "field_name": "group_id", "previous_value": "2", "value": "98738"},
            {"id": 4, "type": "Change", "field_name": "custom_status_id", "previous_value": 1, "value": 123},
            {
                "id": 5,
                "type": "Change",
                "field_name": "assignee_id",
                "previous_value": None,
                "value": str(AGENT),
                "via": {"channel": "rule", "source": {"rel": "trigger", "from": {"id": 1}, "to": {}}},
            },
            {"id": 6, "type": "Create", "field_name": "priority", "value": "high"},
        ],
        "id": 2127301143,
        "ticket_id": 35436,
        "via": {"channel": "web"},
    }
    EXPORTED: ClassVar = {
        "id": 2127301143,
        "ticket_id": 35436,
        "timestamp": 1790375744,
        "created_at": "2026-09-25T22:35:44Z",
        "updater_id": AGENT,
        "via": "Web form",
        "event_type": "Audit",
        "child_events": [
            {
                "id": 1,
                "event_type": "Comment",
                "type": "Comment",
                "author_id": AGENT,
                "body": "a reply",
                "public": True,
                "via": {"channel": "web"},
            },
            {"id": 2, "event_type": "Change", "status": "open", "previous_value": "new", "via": "Web form"},
            {"id": 3, "event_type": "Change", "group_id": 98738, "previous_value": 2, "via": "Web form"},
            {"id": 5, "event_type": "Change", "assignee_id": AGENT, "previous_value": None, "via": "Rule"},
            {"id": 6, "event_type": "Create", "priority": "high", "via": "Web form"},
            {"id": 7, "event_type": "Change", "tags": ["a"], "added_tags": ["a"], "removed_tags": []},
        ],
    }

    def test_audits_and_the_export_tell_the_same_changes_alike(self):
        from_audit = mapping.map_audit_changes(self.AUDIT, REF, DIRECTORY)
        assert from_audit == told(self.EXPORTED).events
        assert [(e.id, e.field, e.before, e.after, e.role) for e in from_audit] == [
            ("event:2", "status", "new", "open", Role.AGENT),
            ("event:3", "group", "Returns", "Billing", Role.AGENT),
            ("event:5", "assignee", None, str(AGENT), Role.AUTOMATION),
        ]

    def test_the_export_gives_comments_with_their_text(self):
        (comment,) = told(self.EXPORTED, {AGENT: "Joe"}).comments
        assert (comment.id, comment.text, comment.role, comment.public) == ("comment:1", "a reply", Role.AGENT, True)
        assert comment.author_name == "Joe"
        assert comment.at == datetime(2026, 9, 25, 22, 35, 44, tzinfo=UTC)

    def test_a_notice_that_there_was_a_comment_is_no_comment(self):
        notice = {"id": 9, "event_type": "Comment", "comment_present": True, "comment_public": True}
        assert told({**self.EXPORTED, "child_events": [notice]}).comments == []

    def test_a_restored_ticket_is_told_as_restored(self):
        change = {"id": 8, "event_type": "Change", "status": "open", "previous_value": "deleted"}
        (event,) = told({**self.EXPORTED, "child_events": [change]}).events
        assert event.field == "restored"

    def test_what_our_own_user_changed_is_ours(self):
        (event, *_) = told({**self.EXPORTED, "updater_id": OWN}).events
        assert event.role is Role.SIDELIGHT

    def test_a_redaction_asks_for_the_comments_again(self):
        redaction = {"id": 10, "event_type": "CommentRedactionEvent", "comment_id": 1}
        assert told({**self.EXPORTED, "child_events": [redaction]}).reshaped == ["1"]
        assert told(self.EXPORTED).reshaped == []

    @pytest.mark.parametrize(
        ("child", "named"),
        [
            ({"event_type": "Change", "comment_redaction_event": "7"}, "7"),
            ({"event_type": "AttachmentRedactionEvent", "attachment_id": 3}, "?"),
            ({"event_type": "CommentPrivacyChange", "comment_id": 8}, "8"),
        ],
    )
    def test_whatever_reshapes_a_comment_is_noticed_however_it_is_spelled(self, child, named):
        assert told({**self.EXPORTED, "child_events": [child]}).reshaped == [named]

    def test_a_ticket_that_was_merged_away_names_its_target(self):
        closing = {
            "id": 11,
            "event_type": "Comment",
            "type": "Comment",
            "author_id": AGENT,
            "body": "This request was closed and merged into request #42.",
            "public": False,
            "via": {"channel": "web", "source": {"rel": "merge", "from": {}, "to": {"ticket_id": 42}}},
        }
        row = {**self.EXPORTED, "child_events": [closing]}
        (event,) = told(row).events
        assert (event.id, event.field, event.after, event.ticket) == ("merge:11", "merged", "42", REF)
        (comment,) = told(row).comments
        assert comment.role is Role.AUTOMATION

    def test_the_ticket_that_another_was_merged_into_is_not_merged_away(self):
        continued = {
            "id": 12,
            "event_type": "Comment",
            "author_id": AGENT,
            "body": "Request #41 was closed and merged into this request.",
            "public": True,
            "via": {"channel": "web", "source": {"rel": "merge", "from": {"ticket_id": 41}, "to": {}}},
        }
        row = {**self.EXPORTED, "child_events": [continued]}
        assert told(row).events == []
        (comment,) = told(row).comments
        assert comment.role is Role.AUTOMATION
