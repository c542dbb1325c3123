"""What crosses from one helpdesk into the other, and that a field which is off is left alone by both connectors."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.connectors.salesforce.outgoing import build_fields
from integration.connectors.zendesk import fields as zendesk_fields
from integration.connectors.zendesk.mapping import single_payload
from integration.model import (
    FIELD_NAMES,
    Channel,
    Contribution,
    Fact,
    FieldValues,
    OpeningClause,
    Severity,
    Status,
    TicketRef,
    Write,
)
from integration.writeback import plan
from integration.writeback.crossing import redact
from tests.unit.writeback_samples import (
    ABROAD,
    HERE,
    NOW,
    SISTER,
    annotation,
    at,
    few,
    flag,
    promise,
    said,
    settings,
    ticket,
)

ABROAD_QUOTE = "My order HL-104417 for jo@example.com never came."
NOUN = replace(
    annotation(
        flag(
            "repeat_contact",
            Severity.HIGH,
            said(ABROAD_QUOTE, "comment:1", ABROAD),
            said("Call 555-1234 about 77.", "email:1", SISTER),
            lived="Order HL-104417 never came, says jo@example.com since 2026.",
        )
    ),
    headline="Second time about order HL-104417.",
    opening="You wrote about HL-104417 before.",
    told=(
        Fact("order_number", "HL-104417", said(ABROAD_QUOTE, "comment:1", ABROAD)),
        Fact("phone", "555-1234", said(None, "email:1", SISTER)),
    ),
    promises=(promise("open", quote="your 2 legs by Friday", where=ABROAD, comment="comment:2"),),
    history=(Contribution(ABROAD, at(10, 27), "Where is HL-104417?", Status.SOLVED, Channel.EMAIL, "#104"),),
)


def everything(quotes, noun=NOUN):
    write = plan(noun, None, ticket(), settings(quotes=quotes), NOW)
    return json.loads(write.fields.annotation), f"{write.fields} {write.note.text} {write.note.html}"


class TestCrossing:
    def test_full_leaves_words_as_they_are(self):
        found, shown = everything("full")
        assert found["flags"][0]["evidence"][0]["quote"] == ABROAD_QUOTE
        assert ABROAD_QUOTE in shown

    def test_redacted_has_no_digit_and_no_address_of_the_other_helpdesk(self):
        found, shown = everything("redacted")
        assert found["flags"][0]["evidence"][0]["quote"] == "My order HL-•••••• for • never came."
        assert found["told"][0]["value"] == "HL-••••••"
        assert found["history"][0]["subject"] == "Where is HL-••••••?"
        assert found["promises"][0]["quote"] == "your • legs by Friday"
        assert found["headline"] == "Second time about order HL-••••••."
        assert found["flags"][0]["lived"] == "Order HL-•••••• never came, says • since 2026."
        assert "104417" not in shown
        assert "jo@" not in shown

    def test_off_keeps_that_there_was_a_ticket_and_when_but_no_word(self):
        found, shown = everything("off")
        assert found["flags"][0]["evidence"][0] == {
            "ticket": "zendesk:acme/104",
            "number": "#104",
            "at": "2026-11-10T10:05:00Z",
            "by": "customer",
            "url": "https://acme.zendesk.com/agent/tickets/104",
        }
        assert (found["told"][0]["kind"], found["told"][0]["hidden"]) == ("order_number", True)
        assert "value" not in found["told"][0]
        assert "quote" not in found["promises"][0]
        assert "subject" not in found["history"][0]
        assert found["headline"] == "Second time about order …."
        assert "opening" not in found
        assert "104417" not in shown
        assert "never came for" not in shown

    @pytest.mark.parametrize(
        ("opening", "clause", "kept_redacted", "kept_off"),
        [
            ("… that Abena had promised you a call …", ("Abena", ABROAD, None), True, False),
            ("… that Abena had promised you a call …", ("Abena", HERE, None), True, True),
            ("… about invoice 71 before …", (None, ABROAD, "71"), False, False),
            ("… about “Sofa” before …", (None, ABROAD, "Sofa"), True, False),
            ("… about “Sofa” before …", (None, HERE, "Sofa"), True, True),
            ("… that your question is still open …", (None, ABROAD, "When?"), True, True),
        ],
    )
    def test_an_opening_with_a_word_from_elsewhere_is_left_out(self, opening, clause, kept_redacted, kept_off):
        name, where, quote = clause
        noun = annotation(
            flag("a", Severity.HIGH),
            opening=opening,
            opening_from=(OpeningClause("a", (said(quote, "comment:1", where),), name),),
        )
        for quotes, kept in (("full", True), ("redacted", kept_redacted), ("off", kept_off)):
            found, _ = everything(quotes, noun)
            assert ("opening" in found) == ("opening_from" in found) == kept, quotes

    @pytest.mark.parametrize("quotes", ["full", "redacted", "off"])
    def test_words_of_the_same_helpdesk_always_stay(self, quotes):
        found, _ = everything(quotes)
        assert found["flags"][0]["evidence"][1]["quote"] == "Call 555-1234 about 77."
        assert found["told"][1]["value"] == "555-1234"

    def test_what_the_customer_gave_here_as_well_stays_in_our_sentences(self):
        here = Fact("order_number", "HL-104417", said(None, "email:5", HERE))
        found, _ = everything("off", replace(NOUN, told=(*NOUN.told, here)))
        assert found["headline"] == "Second time about order HL-104417."

    def test_a_second_account_of_the_same_vendor_is_another_helpdesk(self):
        other = TicketRef("salesforce:acme-eu", "500A")
        noun = annotation(flag("a", Severity.HIGH, said("secret words", "email:1", other)))
        assert "secret words" not in everything("off", noun)[1]

    @few
    @given(
        st.text(st.characters(categories=["L", "Nd"]), min_size=4, max_size=30), st.sampled_from(["redacted", "off"])
    )
    def test_no_value_from_abroad_survives_anywhere(self, value, quotes):
        noun = replace(
            NOUN,
            headline=f"About {value}, again.",
            opening=f"Hello {value}!",
            told=(Fact("x", value, said(f"it is {value}.", "comment:1", ABROAD)),),
        )
        _, shown = everything(quotes, noun)
        if quotes == "off" or redact(value) != value:
            assert f"About {value}" not in shown
            assert f"Hello {value}" not in shown
            assert f"“{value}”" not in shown
            assert f'"value":"{value}"' not in shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a@b.co, 12", "•, ••"), ("no digits", "no digits"), ("٣ rooms", "• rooms"), ("<jo.x+y@b.co>", "<•>")],
)
def test_redacting_takes_digits_and_addresses_and_nothing_else(text, expected):
    assert redact(text) == expected


ZENDESK_IDS = zendesk_fields.FieldIds({field.name: n for n, field in enumerate(zendesk_fields.OUR_FIELDS, start=501)})


class TestWrittenFields:
    @pytest.mark.parametrize("off", sorted(FIELD_NAMES))
    def test_no_connector_sends_a_field_that_is_off(self, off):
        values = FieldValues(written=FIELD_NAMES - {off})
        api_names = {name.lower() for name in build_fields(values)}
        assert api_names == {f"sidelight_{name}__c" for name in FIELD_NAMES - {off}}
        rows = single_payload(Write(HERE, "0" * 16, values), ZENDESK_IDS)["ticket"]["custom_fields"]
        assert {row["id"] for row in rows} == {ZENDESK_IDS.require(name) for name in FIELD_NAMES - {off}}

    def test_an_account_may_lack_a_field_that_is_off(self):
        lacking = zendesk_fields.FieldIds({k: v for k, v in ZENDESK_IDS.by_name.items() if k != "effort"})
        write = Write(HERE, "0" * 16, FieldValues(written=FIELD_NAMES - {"effort"}))
        assert len(single_payload(write, lacking)["ticket"]["custom_fields"]) == 6

    def test_the_names_are_those_of_the_values(self):
        assert set(FieldValues.__slots__) - {"written"} == FIELD_NAMES
