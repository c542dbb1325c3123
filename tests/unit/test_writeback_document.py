"""The annotation's JSON: it follows its schema, always fits, and what goes first goes first."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given

from integration.model import Effort, Evidence, Fact, Flag, OpeningClause, Severity, Status, TicketRef
from integration.writeback import document, fitting, plan
from integration.writeback.cutting import clean, cut_bytes, shorten
from tests.unit.writeback_samples import (
    ABROAD,
    HERE,
    NOW,
    PROBLEM,
    SISTER,
    STORY,
    all_settings,
    annotation,
    annotations,
    at,
    few,
    flag,
    promise,
    said,
    settings,
    ticket,
    tickets,
)

SCHEMA = json.loads(Path("manifest/annotation.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def document_of(noun, chosen=None):
    return json.loads(plan(noun, None, ticket(), chosen or settings("note"), NOW).fields.annotation)


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


def crowded():
    """A document that is far too long in every part."""
    flags = tuple(
        flag(f"flag_{n}", Severity.LOW, *(said(f"{n} {i} " + "told you so " * 25, f"c:{n}{i}") for i in range(5)))
        for n in range(8)
    )
    return replace(
        annotation(*flags, opening="o " * 100),
        told=tuple(Fact("order_number", f"T{n}", said(None)) for n in range(20)),
        promises=(
            promise("kept", at(11, 1)),
            *(promise("open", at(12, n), "open words " * 30) for n in range(1, 6)),
        ),
        history=tuple(replace(STORY.history[0], at=at(10, n), subject="s " * 60) for n in range(1, 20)),
    )


class TestFit:
    STAGES = (
        ("pair", 2),
        ("parts", 0),
        ("kept", 0),
        ("evidence", 1),
        ("quotes", 120),
        ("later_flags", 0),
        ("history", 0),
        ("told", 0),
        ("short_quotes", 60),
        ("flags", 1),
        ("promises", 0),
        ("opening", 0),
    )
    """What goes, in its order, and the least that a later step finds of it."""

    def stage_sizes(self, monkeypatch):
        """Return what is left of each stage for a falling limit."""
        for limit in range(32_000, 1_000, -250):
            monkeypatch.setattr(fitting, "MAX_BYTES", limit)
            text = document.build_full(crowded(), "Headline", "#1", settings())
            found = json.loads(text)
            assert len(text.encode()) <= limit
            VALIDATOR.validate(found)
            longest = max(len(piece["quote"]) for f in found["flags"] for piece in f["evidence"])
            pieces = max(len(f["evidence"]) for f in found["flags"])
            yield {
                "pair": max(pieces, 2),
                "parts": len(found["effort"]["parts"]),
                "kept": sum(p["state"] == "kept" for p in found["promises"]),
                "evidence": min(pieces, 2),
                "quotes": max(longest, 120),
                "later_flags": max(len(found["flags"]) - 5, 0),
                "history": len(found["history"]),
                "told": len(found["told"]),
                "short_quotes": longest if longest <= 60 else 120,
                "flags": min(len(found["flags"]), 5),
                "promises": sum(p["state"] == "open" for p in found["promises"]),
                "opening": len(found.get("opening", "")),
            }

    def test_one_part_is_used_up_before_the_next_is_touched(self, monkeypatch):
        sizes = list(self.stage_sizes(monkeypatch))
        full, last = sizes[0], sizes[-1]
        assert (full["pair"], full["later_flags"], full["history"], full["told"]) == (5, 3, 19, 20)
        assert last["flags"] == 1
        assert last["promises"] < full["promises"]
        for size in sizes:
            touched = [(stage, least) for stage, least in self.STAGES if size[stage] < full[stage]]
            for stage, least in touched[:-1]:
                assert size[stage] <= least, (stage, size)

    def test_history_goes_from_the_oldest_and_told_and_flags_from_the_last(self, monkeypatch):
        monkeypatch.setattr(fitting, "MAX_BYTES", 9_000)
        found = json.loads(document.build_full(crowded(), None, "#1", settings()))
        assert 0 < len(found["history"]) < 19
        assert found["history"][-1]["at"].startswith("2026-10-19")
        monkeypatch.setattr(fitting, "MAX_BYTES", 3_500)
        found = json.loads(document.build_full(crowded(), None, "#1", settings()))
        assert [f["kind"] for f in found["flags"]] == [f"flag_{n}" for n in range(len(found["flags"]))]

    def test_what_an_earlier_flag_shows_goes_or_stands_without_words_where_its_flag_has_no_more(self, monkeypatch):
        first, other = said("told you so " * 14, "c:1"), said("and again " * 14, "c:2", when=at(11, 11))
        fresh = said("new", "c:3", when=at(11, 12))
        of_flags = {"a": (first, other), "b": (first, fresh), "c": (other,)}
        noun = annotation(*(flag(kind, Severity.LOW, *pieces) for kind, pieces in of_flags.items()))
        size = len(document.build_full(noun, None, "#1", settings()).encode())
        monkeypatch.setattr(fitting, "MAX_BYTES", size - 300)
        found = json.loads(document.build_full(noun, None, "#1", settings()))["flags"]
        assert [len(f["evidence"]) for f in found] == [2, 1, 1]
        assert found[1]["evidence"][0]["quote"] == found[2]["evidence"][0].get("quote", "new") == "new"
        assert (found[2]["evidence"][0]["at"], found[2]["evidence"][0]["by"]) == ("2026-11-11T10:00:00Z", "customer")

    @pytest.mark.parametrize("limit", range(1_500, 9_000, 250))
    def test_the_words_of_a_promise_are_whole_or_not_there(self, limit, monkeypatch):
        words = "El técnico pasará por su casa, si no hay ningún otro imprevisto en la ruta, antes del 18 de noviembre"
        given_on = promise("overdue", at(11, 18), words)
        late = flag("promise_overdue", Severity.HIGH, given_on.promise.evidence)
        noun = replace(crowded(), flags=(late, *crowded().flags), promises=(given_on,))
        monkeypatch.setattr(fitting, "MAX_BYTES", limit)
        found = json.loads(document.build_full(noun, "Headline", "#1", settings()))
        quotes = [p.get("quote") for f in found["flags"] if f["kind"] == "promise_overdue" for p in f["evidence"]]
        quotes += [p.get("quote") for p in found["promises"]]
        assert set(quotes) <= {words, None}
        assert limit < 2_500 or words in quotes

    def test_the_worst_of_everything_still_fits(self):
        wide = "😀" * 400
        pieces = tuple(Evidence(ABROAD, at(1, n), wide, f"c:{n}") for n in range(1, 9))
        worst = replace(
            annotation(*(Flag("k" * 60, Severity.HIGH, 1 / 3, wide, wide, wide, pieces) for _ in range(20))),
            headline=wide,
            opening=wide,
            effort=Effort(100, tuple(("😀" * 60, 9, 9) for _ in range(20))),
            told=tuple(Fact("k" * 60, wide, pieces[0]) for _ in range(60)),
            promises=tuple(promise("open", at(12, n), wide) for n in range(1, 30)),
            history=tuple(replace(STORY.history[0], subject=wide) for _ in range(60)),
        )
        text = plan(worst, None, ticket(), settings(), NOW).fields.annotation
        assert len(text.encode()) <= 6_000
        VALIDATOR.validate(json.loads(text))
        assert json.loads(text)["flags"]

    def test_an_opening_goes_with_a_flag_that_it_rests_on(self, monkeypatch):
        for kind, stays in (("flag_7", False), ("flag_0", True)):
            noun = replace(crowded(), opening_from=(OpeningClause(kind, crowded().flags[0].evidence),))
            monkeypatch.setattr(fitting, "MAX_BYTES", 3_500)
            found = json.loads(document.build_full(noun, None, "#1", settings()))
            kinds = [f["kind"] for f in found["flags"]]
            assert 1 <= len(kinds) < 8
            assert ("opening" in found) == ("opening_from" in found) == (kind in kinds) == stays

    def test_nothing_is_cut_where_there_is_room(self):
        found = document_of(STORY)
        assert (len(found["flags"]), len(found["told"]), len(found["history"])) == (2, 2, 2)
        assert "…" not in json.dumps(found, ensure_ascii=False)


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
