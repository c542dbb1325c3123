"""Our fields in Zendesk, and what a write becomes: one body, private, without tags."""

from datetime import date

import pytest

from integration.connectors.zendesk import fields, mapping
from integration.connectors.zendesk.client import refuse_public_comments
from integration.errors import ConnectorError
from integration.model import FieldValues, Frustration, Note, TicketRef, Write

ACME = "zendesk:acme"
REF = TicketRef(ACME, "35436")
KEY = "0123456789abcdef"


class TestFields:
    def test_every_flag_of_ours_is_an_option_and_there_are_fifteen(self):
        flags = next(field for field in fields.OUR_FIELDS if field.name == "flags")
        assert len({value for _, value in flags.options}) == 15
        assert all(value.startswith("sidelight_") for _, value in flags.options)

    def test_a_renamed_field_is_found_by_its_options_or_marker(self):
        rows = [
            {"id": 1, "type": "text", "title": "Renamed", "description": "x [sidelight:headline]"},
            {
                "id": 2,
                "type": "multiselect",
                "title": "Warnings",
                "custom_field_options": [{"name": "x", "value": "sidelight_rushed"}],
            },
        ]
        assert fields.read_field_ids(rows).by_name == {"headline": 1, "flags": 2}

    def test_a_field_with_our_title_and_another_type_is_not_ours(self):
        assert fields.read_field_ids([{"id": 1, "type": "checkbox", "title": "Sidelight headline"}]).by_name == {}

    def test_a_missing_field_is_named_with_the_remedy(self):
        with pytest.raises(ConnectorError, match=r"Sidelight effort.*sidelight connect zendesk") as caught:
            fields.FieldIds({}).require("effort")
        assert caught.value.permanent


IDS = fields.FieldIds({field.name: number for number, field in enumerate(fields.OUR_FIELDS, start=501)})
VALUES = FieldValues(
    headline="Third time about the same invoice",
    flags=("repeat_contact", "asked_again"),
    contacts=3,
    frustration=Frustration.FRUSTRATED,
    effort=62,
    promise_due=date(2026, 11, 21),
    annotation='{"format":"sidelight/1"}',
)
NOTE = Note(key=KEY, text=f"sidelight:{KEY}", html=f"<p>sidelight:{KEY}</p>")


class TestWrite:
    def test_a_write_is_fields_note_and_stamp_in_one_body(self):
        write = Write(ticket=REF, key=KEY, fields=VALUES, note=NOTE, stamp="2026-07-21T10:38:52Z")
        assert mapping.single_payload(write, IDS) == {
            "ticket": {
                "custom_fields": [
                    {"id": 501, "value": "Third time about the same invoice"},
                    {"id": 502, "value": ["sidelight_repeat_contact", "sidelight_asked_again"]},
                    {"id": 503, "value": 3},
                    {"id": 504, "value": "sidelight_frustrated"},
                    {"id": 505, "value": 62},
                    {"id": 506, "value": "2026-11-21"},
                    {"id": 507, "value": '{"format":"sidelight/1"}'},
                ],
                "comment": {"html_body": f"<p>sidelight:{KEY}</p>", "public": False},
                "safe_update": True,
                "updated_stamp": "2026-07-21T10:38:52Z",
            }
        }

    def test_none_empties_a_field(self):
        write = Write(ticket=REF, key=KEY, fields=FieldValues())
        values = {row["id"]: row["value"] for row in mapping.single_payload(write, IDS)["ticket"]["custom_fields"]}
        assert values == {501: None, 502: [], 503: None, 504: None, 505: None, 506: None, 507: None}

    def test_calm_is_a_value_and_not_nothing(self):
        write = Write(ticket=REF, key=KEY, fields=FieldValues(frustration=Frustration.CALM))
        assert {"id": 504, "value": "sidelight_calm"} in mapping.single_payload(write, IDS)["ticket"]["custom_fields"]

    def test_a_batch_names_each_ticket(self):
        other = Write(ticket=TicketRef(ACME, "2"), key=KEY, fields=VALUES)
        rows = mapping.batch_payload([Write(ticket=REF, key=KEY, fields=VALUES), other], IDS)["tickets"]
        assert [row["id"] for row in rows] == [35436, 2]

    def test_tags_status_and_description_are_never_sent(self):
        write = Write(ticket=REF, key=KEY, fields=VALUES, note=NOTE, stamp="x")
        allowed = {"custom_fields", "comment", "safe_update", "updated_stamp"}
        assert set(mapping.single_payload(write, IDS)["ticket"]) <= allowed


class TestNothingIsPublic:
    NOTES = (
        None,
        NOTE,
        Note(key=KEY, text="", html='<p>{"public": true}</p>'),
        Note(key=KEY, text='"public":true', html='"public":true'),
    )

    @pytest.mark.parametrize("note", NOTES)
    @pytest.mark.parametrize("stamp", [None, "2026-07-21T10:38:52Z"])
    @pytest.mark.parametrize("values", [FieldValues(), VALUES])
    def test_no_payload_holds_a_public_comment(self, note, stamp, values):
        write = Write(ticket=REF, key=KEY, fields=values, note=note, stamp=stamp)
        for payload in (mapping.single_payload(write, IDS), mapping.batch_payload([write, write], IDS)):
            comments = list(find_comments(payload))
            assert all(comment["public"] is False for comment in comments)
            assert bool(comments) is (note is not None)


def find_comments(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "comment":
                yield inner
            yield from find_comments(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from find_comments(inner)


class TestTheLastGuard:
    @pytest.mark.parametrize(
        "body",
        [
            {"ticket": {"comment": {"body": "x", "public": True}}},
            {"ticket": {"comment": {"body": "x"}}},
            {"ticket": {"comment": {"body": "x", "public": "false"}}},
            {"ticket": {"comment": "x"}},
            {"tickets": [{"id": 1}, {"id": 2, "comment": {"html_body": "x", "public": None}}]},
            {"ticket": {"voice_comment": {"from": "+1"}}},
        ],
    )
    def test_a_body_with_a_comment_that_is_not_private_is_refused(self, body):
        with pytest.raises(ValueError, match="not private"):
            refuse_public_comments(body)

    def test_a_private_comment_passes(self):
        refuse_public_comments({"tickets": [{"comment": {"body": "x", "public": False}}, {"custom_fields": []}]})
