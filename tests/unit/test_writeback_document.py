"""The annotation's JSON: it follows its schema, always fits, and what goes first goes first."""

import json
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given

from integration.model import Evidence, Fact, Severity, Status, TicketRef
from integration.writeback import plan
from integration.writeback.cutting import clean, cut_bytes, shorten
from tests.unit.writeback_samples import (
    ABROAD,
    HERE,
    NOW,
    PROBLEM,
    SCHEMA,
    SISTER,
    STORY,
    VALIDATOR,
    all_settings,
    annotation,
    annotations,
    at,
    document_of,
    few,
    flag,
    said,
    settings,
    ticket,
    tickets,
)


class TestContent:
    def test_the_schema_is_one(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def test_every_key_is_filled_and_follows_the_schema(self):
        found = document_of(STORY)
        VALIDATOR.validate(found)
        assert set(found) == set(SCHEMA["properties"])

    def test_a_flag_with_its_evidence(self):
        assert document_of(STORY)["flags"][0] == {
            "kind": "asked_again",
            "severity": "high",
            "confidence": 0.93,
            "figure": "Script followed",
            "lived": "The customer had to say it again (asked_again).",
            "advice": "Answer the question.",
            "evidence": [
                {
                    "ticket": "salesforce:acme/500A",
                    "number": "00001026",
                    "at": "2026-11-10T10:05:00Z",
                    "by": "customer",
                    "quote": "I have now described these legs to three of you.",
                }
            ],
        }

    def test_how_far_it_was_read_is_said_to_the_second_and_left_out_where_nothing_was(self):
        assert document_of(replace(STORY, read_to=at(11, 16, 9, 30).replace(microsecond=9)))["read_to"] == (
            "2026-11-16T09:30:00Z"
        )
        assert "read_to" not in document_of(replace(STORY, read_to=None))

    def test_on_a_solved_ticket_nothing_says_how_far_it_was_read(self):
        write = plan(STORY, None, ticket(Status.SOLVED), settings("note"), NOW)
        assert set(json.loads(write.fields.annotation)) == {"v", "ticket", "headline", "flags"}

    def test_what_was_told_promised_and_went_before(self):
        found = document_of(STORY)
        assert found["told"] == [
            {"kind": "order_number", "value": "HL-104417", "at": "2026-11-10T10:05:00Z", "ticket": "zendesk:acme/104"},
            {"kind": "card_number", "hidden": True, "at": "2026-11-10T10:05:00Z", "ticket": "salesforce:acme/500A"},
        ]
        assert found["promises"] == [
            {
                "due": "2026-11-04T18:00:00Z",
                "kind": "action",
                "state": "overdue",
                "by": "Abena",
                "quote": "they will reach you by 4 November",
                "ticket": "zendesk:acme/104",
            }
        ]
        assert found["opening_from"] == ["asked_again"]
        assert found["history"][0] == {
            "ticket": "zendesk:acme/104",
            "number": "#104",
            "at": "2026-10-27T10:00:00Z",
            "subject": "HL-104417 wrong legs",
            "status": "solved",
            "channel": "email",
            "url": "https://acme.zendesk.com/agent/tickets/104",
        }

    def test_a_sensitive_value_is_never_in_it(self):
        secret = Fact("iban", "DE02120300000000202051", said(None), sensitive=True)
        assert "DE02" not in json.dumps(document_of(replace(STORY, told=(secret,))))

    def test_the_problem_and_the_tickets_of_others_are_called_by_their_numbers(self):
        other = Evidence(TicketRef("zendesk:acme", "88"), at(11, 9))
        pieces = (said("The oven shows F-31."), Evidence(PROBLEM, at(11, 8)), other)
        known = flag("known_issue", Severity.HIGH, *pieces)
        noun = replace(annotation(known), problem=PROBLEM, numbers=((PROBLEM, "00001007"), (other.ticket, "#88")))
        found = document_of(noun)
        assert found["problem"] == {"ticket": "salesforce:acme/500P", "number": "00001007"}
        assert [piece["number"] for piece in found["flags"][0]["evidence"]] == ["00001026", "00001007", "#88"]

    def test_a_problem_in_the_other_helpdesk_has_its_address(self):
        there = TicketRef("zendesk:acme", "88")
        found = document_of(replace(STORY, problem=there, numbers=((there, "#88"),)))
        assert found["problem"]["url"] == "https://acme.zendesk.com/agent/tickets/88"

    def test_an_outbreak_without_a_problem_ticket_names_none(self):
        other = Evidence(TicketRef("zendesk:acme", "88"), at(11, 9))
        noun = annotation(flag("known_issue", Severity.HIGH, other), numbers=((other.ticket, "#88"),))
        assert "problem" not in document_of(noun)

    def test_a_link_leads_abroad_only_as_the_sidebar_knows_its_own_helpdesk(self):
        pieces = (said("here"), said("a sister", where=SISTER), said("abroad", where=ABROAD))
        found = document_of(replace(STORY, flags=(flag("a", Severity.LOW, *pieces),)))
        links = [piece.get("url") for piece in found["flags"][0]["evidence"]]
        assert links == [None, None, "https://acme.zendesk.com/agent/tickets/104"]
        assert [contact.get("url") for contact in found["history"]] == [links[2], None]

    def test_without_a_link_there_is_no_url(self):
        assert "url" not in json.dumps(document_of(STORY, settings("note", links={})))

    def test_the_same_input_gives_the_same_bytes_at_any_hour(self):
        texts = {plan(STORY, None, ticket(), settings(), when).fields.annotation for when in (NOW, at(12, 31))}
        assert len(texts) == 1

    def test_a_verbatim_quote_keeps_its_line_breaks(self):
        quote = "First line\n\n\tsecond “line” <b>\\ done"
        assert (
            document_of(annotation(flag("a", Severity.LOW, said(quote))))["flags"][0]["evidence"][0]["quote"] == quote
        )


class TestAlways:
    @few
    @given(annotations, tickets, all_settings)
    def test_it_follows_the_schema_fits_and_quotes_are_verbatim(self, noun, on, chosen):
        write = plan(noun, None, on, chosen, NOW)
        if write is None or write.fields.annotation is None:
            return
        assert len(write.fields.annotation.encode()) <= 6_000
        found = json.loads(write.fields.annotation)
        VALIDATOR.validate(found)
        if chosen.cross_system_quotes == "full":
            spoken = [clean(piece.quote) for f in noun.flags for piece in f.evidence if piece.quote]
            for piece in (piece for f in found["flags"] for piece in f["evidence"] if "quote" in piece):
                assert any(is_beginning(piece["quote"], quote) for quote in spoken)

    @few
    @given(annotations)
    def test_the_links_lead_only_to_the_helpdesks(self, noun):
        write = plan(noun, None, ticket(), settings(), NOW)
        if write is not None:
            found = json.loads(write.fields.annotation)
            places = [*found["history"], *(piece for f in found["flags"] for piece in f["evidence"])]
            assert all(place.get("url", "https://acme.").startswith("https://acme.") for place in places)


def is_beginning(cut, quote):
    return cut == quote or (cut.endswith("…") and quote.startswith(cut[:-1]))


class TestCutting:
    @pytest.mark.parametrize(
        ("text", "limit", "expected"),
        [
            ("one two three", 13, "one two three"),
            ("one two three", 12, "one two…"),
            ("one two three", 8, "one two…"),
            ("onetwothree", 6, "onetw…"),
            ("one two   three", 11, "one two…"),
        ],
    )
    def test_text_is_cut_behind_a_word(self, text, limit, expected):
        assert shorten(text, limit) == expected

    def test_bytes_are_cut_behind_a_sentence_and_never_inside_a_character(self):
        assert cut_bytes("One is. Two is. Three is more.", 25, " …") == "One is. Two is. …"
        assert cut_bytes("é" * 20, 21, "…") == "é" * 9 + "…"
        assert cut_bytes("short", 5, "…") == "short"

    def test_the_own_ticket_is_always_named(self):
        assert document_of(annotation(flag()))["ticket"] == str(HERE)
