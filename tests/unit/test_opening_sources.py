"""The first sentence: no word in it without its source, and none that commits or harms anybody."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integration.model import Channel, Role
from integration.saying import LOCALES, Saying
from tests.unit.opening_samples import DUE, KINDS, OTHERS, SAID, VIEW, everything, flag, issue, promise, write
from tests.unit.thinking_samples import comment, known, later, ref, story
from workers import annotation, cleaning, opening, pledges, promises
from workers.brand import Brand
from workers.opening import MOST_CLAUSES


class TestSources:
    @settings(max_examples=150, deadline=None, derandomize=True)
    @given(
        st.sets(st.sampled_from(SAID + OTHERS)),
        st.sampled_from(sorted(LOCALES)),
        st.sampled_from(KINDS),
        st.booleans(),
    )
    def test_no_clause_appears_without_its_fact(self, kinds, language, kind, promised):
        view = VIEW
        flags = tuple(flag(one, view) for one in sorted(kinds))
        given = (promise(kind),) if promised else ()
        found = opening.write(view, flags, given, language, Brand())
        if found is None:
            possible = kinds & set(SAID) - (set() if promised else {"promise_overdue"})
            assert possible <= ({"hollow_resolution"} if "repeat_contact" in kinds else set())
            return
        assert 1 <= len(found.clauses) <= MOST_CLAUSES
        evidence = {one.kind: set(one.evidence) for one in flags}
        for clause in found.clauses:
            assert clause.flag in kinds
            assert clause.evidence
            named = {piece for piece in clause.evidence if piece not in evidence[clause.flag]}
            assert {piece.quote for piece in named} <= {"4411"}
            without = tuple(one for one in flags if one.kind != clause.flag)
            again = opening.write(view, without, given, language, Brand())
            assert again is None or clause.flag not in {one.flag for one in again.clauses}

    def test_every_number_name_and_day_stands_in_the_evidence(self):
        for _, found in everything():
            pieces = [piece for clause in found.clauses for piece in clause.evidence]
            moments = [piece.at for piece in pieces]
            if any(clause.flag == "promise_overdue" for clause in found.clauses):
                moments.append(DUE)
            left = found.text
            for language in LOCALES:
                for moment in moments:
                    left = left.replace(Saying(language).day(moment), "")
            for quote in (piece.quote for piece in pieces if piece.quote):
                left = left.replace(quote, "")
            assert not re.search(r"\d", left), found.text
            names = [clause.name for clause in found.clauses if clause.name]
            assert ("Joe" in found.text) == (names == ["Joe"])


class TestHarmless:
    def test_nothing_is_promised_and_nothing_admitted(self):
        count = 0
        for language, found in everything():
            count += 1
            assert pledges.find(found.text) is None, found.text
            said = comment(found.text, Role.AGENT)
            for heard in (None, language):
                assert promises.find(cleaning.read(found.text), said, heard, "Europe/London") == (), found.text
        assert count == 12 * 28

    def test_every_sentence_is_short(self):
        assert max(len(found.text) for _, found in everything()) <= opening.LONGEST

    @pytest.mark.parametrize(
        "subject",
        [
            "<b>Gate</b>",
            "https://evil.example now",
            "see evil.example",
            "javascript:alert(1)",
            "@joe look",
            "[x](https://evil.example)",
            "{{ticket.requester.email}}",
            "\u202egnp.exe",
            "שלום",
            "two\nlines",
            "`code`",
            "card 4111 1111 1111 1111",
            "&lt;gate&gt;",
            "x" * 61,
            "“quoted” thing",
            "■■■■ and more",
        ],
    )
    def test_a_subject_that_could_do_harm_names_nothing(self, subject):
        found = write("repeat_contact", view=issue(subject, "gate"))
        assert "about the same thing several times" in found.text

    def test_a_subject_is_said_without_the_marks_of_replies(self):
        replied = issue("Re: AW: Garden gate", "gate", 4)
        assert "about “Garden gate” several" in write("repeat_contact", view=replied).text

    def test_a_subject_that_promises_or_admits_names_nothing(self):
        assert "the same thing" in write("repeat_contact", view=issue("Our mistake says your colleague", "gate")).text
        assert "the same thing" in write("repeat_contact", view=issue("compensation please", "gate")).text

    def test_a_subject_that_the_team_gave_is_not_said_to_the_customer(self):
        phoned = issue("Call: angry again", "gate", channel=Channel.PHONE)
        assert "angry" not in write("repeat_contact", view=phoned).text

    @pytest.mark.parametrize(
        "name", ["<b>Joe</b>", "joe@example.com", "Joe {{x}}", "evil.example", "J" * 60, "Agent 007"]
    )
    def test_what_is_no_persons_name_is_left_out(self, name):
        found = write("promise_overdue", given=(promise(by=name),))
        assert name not in found.text
        assert "you had been promised the correction" in found.text

    def test_it_names_no_customer(self):
        parts = [
            replace_author(part, "Maria Customer") if getattr(part, "role", None) == Role.CUSTOMER else part
            for part in story()
        ]
        made = known(*parts)
        found = annotation.annotate(made, ref("b", "salesforce:a"), later(days=9))
        assert "Maria" not in found.opening
        assert "Tim" in found.opening


def replace_author(said, name):
    return comment(said.text, said.role, said.at, said.ticket, id=said.id, author_name=name)
