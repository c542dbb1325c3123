"""Zendesk's payloads, as its API documents show them, and what they become; and what a write becomes."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import ClassVar

import pytest

from integration.connectors.zendesk import mapping
from integration.connectors.zendesk.answers import read_as, read_json
from integration.errors import ConnectorError
from integration.model import (
    Channel,
    Comment,
    ContactRef,
    FlagFeedback,
    Role,
    Score,
    Status,
    TicketRef,
)

ACME = "zendesk:acme"
AGENT, CUSTOMER, OWN = 235323, 20978392, 900
DIRECTORY = mapping.Directory(
    ACME,
    groups={98738: "Billing", 2: "Returns"},
    custom_statuses={123: "Waiting for parts"},
    our_fields=frozenset({501, 502}),
    roles={AGENT: Role.AGENT, CUSTOMER: Role.CUSTOMER, OWN: Role.AGENT},
    own_id=OWN,
)
REF = TicketRef(ACME, "35436")
TICKET = {
    "assignee_id": AGENT,
    "created_at": "2026-07-20T22:55:29Z",
    "custom_fields": [
        {"id": 27648, "value": "yes"},
        {"id": 27642, "value": 745},
        {"id": 501, "value": "a headline of ours"},
        {"id": 502, "value": ["sidelight_rushed"]},
        {"id": 7, "value": None},
        {"id": 8, "value": False},
        {"id": 9, "value": ["red", "blue"]},
    ],
    "custom_status_id": 123,
    "external_id": "ahg35h3jh",
    "from_messaging_channel": False,
    "group_id": 98738,
    "id": 35436,
    "is_public": True,
    "organization_id": 509974,
    "priority": "high",
    "problem_id": 9873764,
    "requester_id": CUSTOMER,
    "satisfaction_rating": {"comment": "Great support!", "id": 1234, "score": "good"},
    "status": "open",
    "subject": "Help, my printer is on fire!",
    "submitter_id": CUSTOMER,
    "tags": ["enterprise", "sidelight_rushed", "other_tag"],
    "type": "incident",
    "updated_at": "2026-07-21T10:38:52Z",
    "via": {"channel": "web"},
}


def row(**changes):
    return mapping.TicketRow.of({**TICKET, **changes})


def map_ticket(**changes):
    return mapping.map_ticket(row(**changes), DIRECTORY)


def said_by_agent(*, public):
    return Comment(REF, "comment:1", datetime(2026, 7, 20, tzinfo=UTC), None, Role.AGENT, public=public, text="Hello")


class TestTicket:
    def test_a_ticket_is_mapped_field_by_field(self):
        ticket = map_ticket()
        assert ticket.ref == REF
        assert ticket.number == "#35436"
        assert ticket.status is Status.OPEN
        assert ticket.custom_status == "Waiting for parts"
        assert ticket.channel is Channel.WEB
        assert ticket.created_at == datetime(2026, 7, 20, 22, 55, 29, tzinfo=UTC)
        assert ticket.requester == ContactRef(ACME, str(CUSTOMER))
        assert ticket.assignee == ContactRef(ACME, str(AGENT))
        assert ticket.group == "Billing"
        assert ticket.account_id == "509974"
        assert ticket.problem == TicketRef(ACME, "9873764")
        assert ticket.external_id == "ahg35h3jh"
        assert ticket.satisfaction is Score.GOOD
        assert ticket.satisfaction_comment == "Great support!"
        assert ticket.sla_breached is None

    def test_the_stamp_is_the_vendors_own_text(self):
        assert map_ticket(updated_at="2026-07-21T10:38:52.125+00:00").stamp == "2026-07-21T10:38:52.125+00:00"

    def test_what_sidelight_wrote_is_no_part_of_the_ticket(self):
        ticket = map_ticket()
        assert ticket.tags == ("enterprise", "other_tag")
        assert ticket.fields == (("27642", "745"), ("27648", "yes"), ("9", "red,blue"))

    def test_what_agents_say_of_flags_is_read_from_its_field_and_is_no_field_of_the_accounts(self):
        values = [{"id": 27648, "value": "yes"}, {"id": 508, "value": "8801 rushed-m@1784630000 oops"}]
        directory = replace(DIRECTORY, our_fields=frozenset({501, 508}), feedback_field=508)
        ticket = mapping.map_ticket(row(custom_fields=values), directory)
        said_at = datetime.fromtimestamp(1784630000, UTC)
        assert ticket.feedback == (FlagFeedback("rushed", right=False, at=said_at, by="8801", reason="m"),)
        assert ticket.fields == (("27648", "yes"),)

    @pytest.mark.parametrize("value", [None, "", 5, ["8801 rushed-@1784630000"]])
    def test_a_field_without_a_word_says_nothing(self, value):
        directory = replace(DIRECTORY, feedback_field=508)
        assert mapping.map_ticket(row(custom_fields=[{"id": 508, "value": value}]), directory).feedback == ()

    def test_an_account_without_that_field_is_read_all_the_same(self):
        assert map_ticket().feedback == ()
        assert map_ticket(custom_fields=None).feedback == ()

    @pytest.mark.parametrize("status", ["new", "open", "pending", "hold", "solved", "closed"])
    def test_every_status_category_has_its_own(self, status):
        assert map_ticket(status=status).status.value == status

    def test_a_deleted_ticket_is_marked_and_counts_as_closed(self):
        ticket = map_ticket(status="deleted")
        assert ticket.deleted
        assert ticket.status is Status.CLOSED

    @pytest.mark.parametrize("score", ["offered", "unoffered", None])
    def test_an_unanswered_survey_is_no_score(self, score):
        assert map_ticket(satisfaction_rating={"score": score}).satisfaction is None

    def test_a_bad_score_with_a_comment_is_bad(self):
        assert map_ticket(satisfaction_rating={"score": "badwithcomment"}).satisfaction is Score.BAD

    def test_a_plan_without_surveys_gives_null(self):
        assert map_ticket(satisfaction_rating=None).satisfaction is None

    @pytest.mark.parametrize(
        ("channel", "expected"),
        [
            ("email", Channel.EMAIL),
            ("web", Channel.WEB),
            ("Web form", Channel.WEB),
            ("mobile_sdk", Channel.WEB),
            ("chat", Channel.CHAT),
            ("native_messaging", Channel.MESSAGING),
            ("whatsapp", Channel.MESSAGING),
            ("voice", Channel.PHONE),
            ("phone_call_inbound", Channel.PHONE),
            ("facebook_messenger", Channel.SOCIAL),
            ("twitter_dm", Channel.SOCIAL),
            ("instagram_dm", Channel.SOCIAL),
            ("api", Channel.API),
            (4, Channel.EMAIL),
            ("rule", Channel.OTHER),
            ("something of next year", Channel.OTHER),
        ],
    )
    def test_the_channel_is_read_by_name_number_or_label(self, channel, expected):
        assert map_ticket(via={"channel": channel}).channel is expected

    def test_a_ticket_without_via_is_no_crash(self):
        assert map_ticket(via=None).channel is Channel.OTHER

    def test_a_follow_up_names_the_ticket_it_follows(self):
        via = {"channel": "web", "source": {"rel": "follow_up", "from": {"ticket_id": 12, "subject": "x"}, "to": {}}}
        assert map_ticket(via=via).follow_up_of == TicketRef(ACME, "12")

    def test_a_problem_ticket_is_told_by_its_type(self):
        assert map_ticket(type="problem", problem_id=None).is_problem

    @pytest.mark.parametrize("name", ["dates", "metric_set"])
    def test_the_time_of_solving_comes_from_the_sideload(self, name):
        ticket = map_ticket(status="solved", **{name: {"solved_at": "2026-07-21T10:00:00Z"}})
        assert ticket.solved_at == datetime(2026, 7, 21, 10, tzinfo=UTC)

    def test_a_reopened_ticket_has_no_time_of_solving(self):
        assert map_ticket(status="open", dates={"solved_at": "2026-07-21T10:00:00Z"}).solved_at is None


class TestRows:
    def test_an_odd_value_is_read_as_none_and_stops_no_page(self):
        odd = {"via": 42, "satisfaction_rating": "none", "organization_id": "", "group_id": 1.5, "priority": None}
        ticket = map_ticket(**odd, custom_status_id=None, type=7, problem_id=False, tags=None, custom_fields=None)
        assert (ticket.group, ticket.account_id, ticket.satisfaction, ticket.problem) == (None, None, None, None)
        assert (ticket.tags, ticket.fields, ticket.is_problem) == ((), (), False)

    def test_a_metric_set_beside_the_tickets_is_its_tickets(self):
        beside = [{"ticket_id": 1, "solved_at": "2026-07-21T09:00:00Z"}, {"ticket_id": 35436, "solved_at": None}]
        answer = mapping.TicketsAnswer.of({"tickets": [TICKET, {**TICKET, "id": 1}], "metric_sets": beside})
        assert [one.metric_set.solved_at for one in answer.rows()] == [None, "2026-07-21T09:00:00Z"]

    @pytest.mark.parametrize("kind", [mapping.TicketsAnswer, mapping.UsersAnswer, mapping.EventsAnswer])
    def test_an_answer_without_rows_has_none(self, kind):
        assert read_as(kind, b'{"tickets": null, "users": null, "ticket_events": null}', "x").rows() == []
        assert read_as(kind, b"{}", "x").rows() == []

    def test_a_row_without_a_number_is_told_by_its_place(self):
        with pytest.raises(ConnectorError, match=r"\$\.tickets\[0\]\.id"):
            read_as(mapping.TicketsAnswer, b'{"tickets": [{"id": "secret"}]}', "x")

    @pytest.mark.parametrize("content", [b"", b"<html>", b'{"tickets": [', b"[]", b'{"a": "\xff"}'])
    def test_what_is_cut_or_no_json_object_is_refused(self, content):
        with pytest.raises(ConnectorError):
            read_json(content, "x")


class TestOutbound:
    def test_what_the_customer_submitted_is_a_contact(self):
        assert not map_ticket().outbound

    def test_what_an_agent_wrote_to_the_customer_first_is_outbound(self):
        first = said_by_agent(public=True)
        assert mapping.map_ticket(row(submitter_id=AGENT), DIRECTORY, first_comment=first).outbound

    def test_an_agents_note_about_a_call_is_a_contact(self):
        first = said_by_agent(public=False)
        assert not mapping.map_ticket(row(submitter_id=AGENT), DIRECTORY, first_comment=first).outbound

    def test_without_comments_a_ticket_that_is_all_private_is_no_outbound_one(self):
        assert map_ticket(submitter_id=AGENT, is_public=True).outbound
        assert not map_ticket(submitter_id=AGENT, is_public=False).outbound

    def test_a_customers_call_is_a_contact_whoever_logged_it(self):
        assert not map_ticket(submitter_id=AGENT, via={"channel": "phone_call_inbound"}).outbound

    def test_a_call_that_the_team_made_is_outbound(self):
        assert map_ticket(submitter_id=AGENT, via={"channel": "phone_call_outbound"}).outbound


class TestConversationTickets:
    def test_chat_and_messaging_text_is_in_the_conversation_log(self):
        assert mapping.has_conversation(row(via={"channel": "native_messaging"}))
        assert mapping.has_conversation(row(via={"channel": "chat"}))
        assert mapping.has_conversation(row(via={"channel": "facebook"}, from_messaging_channel=True))

    def test_mail_and_deleted_tickets_have_none(self):
        assert not mapping.has_conversation(row())
        assert not mapping.has_conversation(row(via={"channel": "chat"}, status="deleted"))


class TestUser:
    USER: ClassVar = {
        "id": CUSTOMER,
        "name": "Johnny",
        "email": "johnny@example.com",
        "phone": "+15551234567",
        "role": "end-user",
        "locale": "en-US",
        "time_zone": "Copenhagen",
        "iana_time_zone": "Europe/Copenhagen",
        "external_id": "sai989",
        "organization_id": 57542,
        "active": True,
        "updated_at": "2026-05-05T10:38:52Z",
    }

    def map_user(self, **changes):
        return mapping.map_user(ACME, mapping.UserRow.of({**self.USER, **changes}))

    def test_a_user_becomes_a_contact(self):
        contact = self.map_user()
        assert contact.role is Role.CUSTOMER
        assert contact.emails == ("johnny@example.com",)
        assert contact.phones == ("+15551234567",)
        assert contact.external_ids == ("sai989",)
        assert contact.account_id == "57542"
        assert contact.time_zone == "Europe/Copenhagen"
        assert not contact.deleted

    def test_a_rails_zone_alone_is_not_taken_for_an_iana_one(self):
        assert self.map_user(iana_time_zone=None).time_zone is None

    @pytest.mark.parametrize("role", ["agent", "admin"])
    def test_agents_and_admins_are_the_team(self, role):
        assert self.map_user(role=role).role is Role.AGENT

    def test_further_addresses_come_from_the_identities(self):
        identities = [
            {"user_id": CUSTOMER, "type": "email", "value": "johnny@example.com"},
            {"user_id": CUSTOMER, "type": "email", "value": "j@home.example"},
            {"user_id": CUSTOMER, "type": "phone_number", "value": "+43660"},
            {"user_id": 1, "type": "email", "value": "not-his@example.com"},
        ]
        (user,) = mapping.UsersAnswer.of({"users": [self.USER], "identities": identities}).rows()
        contact = mapping.map_user(ACME, user)
        assert contact.emails == ("johnny@example.com", "j@home.example")
        assert contact.phones == ("+15551234567", "+43660")

    def test_an_inactive_user_is_deleted(self):
        assert self.map_user(active=False).deleted
