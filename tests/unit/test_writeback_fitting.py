"""What does not fit into an annotation goes by its use, the least needed first."""

import json
from dataclasses import replace

import pytest

from integration.model import Effort, Evidence, Fact, Flag, OpeningClause, Severity
from integration.writeback import document, fitting, plan
from tests.unit.writeback_samples import (
    ABROAD,
    NOW,
    STORY,
    VALIDATOR,
    annotation,
    at,
    document_of,
    flag,
    promise,
    said,
    settings,
    ticket,
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
