"""The private note: when there is one, what it says, and that nothing in it comes to life."""

import re
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from hypothesis import given

from integration.model import NOTE_KEY, Fact, Flag, Frustration, Role, Severity, Status
from integration.saying import Saying
from integration.writeback import build_receipt, plan
from tests.unit.writeback_samples import (
    ABROAD,
    HERE,
    NOW,
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
)

DAY = timedelta(hours=24)
ALLOWED = {"p", "strong", "ul", "li", "blockquote", "a", "small"}


def note_of(noun, receipt=None, on=None, when=NOW, chosen=None):
    write = plan(noun, receipt, on or ticket(), chosen or settings(), when)
    return None if write is None else write.note


def told(noun, when=NOW):
    write = plan(noun, None, ticket(), settings(), when)
    return build_receipt(write, noun, None, ticket(), when)


class Tags(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.names, self.links, self.words, self.open, self.other = set(), [], [], [], set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.open.append(tag)
        self.links += [value for name, value in attrs if name == "href"]
        self.other |= {name for name, _ in attrs} - {"href"}

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


class TestWhen:
    @pytest.mark.parametrize("severity", [Severity.LOW, Severity.MEDIUM])
    def test_only_a_high_flag_causes_one(self, severity):
        assert note_of(annotation(flag(severity=severity))) is None
        assert note_of(annotation(flag(severity=Severity.HIGH))) is not None

    def test_frustration_alone_causes_none(self):
        assert note_of(annotation(frustration=Frustration.ANGRY)) is None

    @pytest.mark.parametrize("status", [Status.SOLVED, Status.CLOSED])
    def test_a_done_ticket_gets_none(self, status):
        assert note_of(STORY, on=ticket(status)) is None

    def test_off_is_off(self):
        assert note_of(STORY, chosen=settings("note")) is None

    def test_new_evidence_within_24_hours_waits_and_later_comes_with_the_next_change(self):
        receipt = told(STORY)
        more = replace(STORY, flags=(*STORY.flags, flag("rushed", Severity.HIGH, said("In a hurry?", "email:8"))))
        write = plan(more, receipt, ticket(), settings(), NOW + timedelta(hours=23))
        assert write is not None
        assert write.note is None
        receipt = build_receipt(write, more, receipt, ticket(), NOW + timedelta(hours=23))
        assert note_of(replace(more, contacts=4), receipt, when=NOW + DAY).text.count("In a hurry?") == 1

    def test_evidence_that_was_told_causes_no_second_note_under_any_flag_or_cut(self):
        receipt = told(STORY)
        again = annotation(flag("rushed", Severity.HIGH, said("described these legs", "email:2")), contacts=9)
        assert plan(again, receipt, ticket(), settings(), NOW + 2 * DAY).note is None

    def test_a_second_note_tells_only_what_is_new(self):
        receipt = told(STORY)
        fresh = flag("rushed", Severity.HIGH, said("Why the hurry?", "email:8"), said("Old words", "email:2"))
        note = note_of(replace(STORY, flags=(*STORY.flags, fresh)), receipt, when=NOW + 2 * DAY)
        assert "Why the hurry?" in note.text
        assert "described these legs" not in note.text
        assert "Six days" not in note.text

    def test_a_write_without_a_note_keeps_what_earlier_notes_told(self):
        receipt = told(STORY)
        changed = replace(STORY, contacts=4)
        write = plan(changed, receipt, ticket(), settings(), NOW + 2 * DAY)
        after = build_receipt(write, changed, receipt, ticket(), NOW + 2 * DAY)
        assert write.note is None
        assert (after.evidence_keys, after.note_key, after.note_at) == (
            receipt.evidence_keys,
            receipt.note_key,
            receipt.note_at,
        )
        assert after.written_at == NOW + 2 * DAY

    def test_with_the_json_off_new_evidence_alone_still_brings_a_note(self):
        off = settings("annotation")
        write = plan(STORY, None, ticket(), off, NOW)
        receipt = build_receipt(write, STORY, None, ticket(), NOW)
        first, second = STORY.flags
        grown = replace(first, evidence=(*first.evidence, said("And again today.", "email:8")))
        assert plan(replace(STORY, flags=(grown, second)), receipt, ticket(), off, NOW + timedelta(hours=1)) is None
        assert "And again today." in note_of(replace(STORY, flags=(grown, second)), receipt, None, NOW + DAY, off).text


class TestWhat:
    def test_it_reads_as_it_should(self):
        noun = replace(
            STORY,
            flags=(
                flag(
                    "asked_again",
                    Severity.HIGH,
                    said("please confirm your order number", "email:1", role=Role.AGENT),
                    said("I have now described these legs to three of you.", "email:2"),
                    lived="We asked again for the order number, which was in the first letter.",
                    advice="Say whether oak legs are in stock.",
                ),
                flag(
                    "promise_overdue",
                    Severity.MEDIUM,
                    said("they will reach you by 4 November", "comment:2", ABROAD, at(10, 27, 14, 40), Role.AGENT),
                    lived="The legs promised by 4 November have not come.",
                    advice="Say what happened to the parcel.",
                ),
            ),
        )
        note = note_of(noun)
        assert note.text == (
            "Third time about the same legs.\n"
            "\n"
            "- We asked again for the order number, which was in the first letter.\n"
            "  “I have now described these legs to three of you.” (customer, 10 Nov, this ticket)\n"
            "  To do: Say whether oak legs are in stock.\n"
            "\n"
            "- The legs promised by 4 November have not come.\n"
            "  “they will reach you by 4 November” (agent, 27 Oct, ticket #104)"
            " https://acme.zendesk.com/agent/tickets/104\n"
            "  To do: Say what happened to the parcel.\n"
            "\n"
            "Already given, please do not ask again: order number: HL-104417; card number (given, hidden).\n"
            "\n"
            f"Written by Sidelight for your team only; the customer cannot see it. sidelight:{note.key}"
        )

    def test_html_says_what_the_text_says(self):
        note = note_of(STORY)
        bare = re.sub(r" https://\S+|[-()]|\s", "", note.text)
        assert re.sub(r"[-()]|\s", "", "".join(Tags(note.html).words)).replace(":", "") == bare.replace(":", "")

    def test_customers_html_is_shown_and_not_obeyed(self):
        note = note_of(annotation(flag("a", Severity.HIGH, said('<img src=x onerror="a()"> & <b>bold</b>'))))
        assert "&lt;img src=x onerror=&#34;a()&#34;&gt; &amp; &lt;b&gt;bold&lt;/b&gt;" in note.html
        assert "“<img src=x" in note.text

    def test_every_link_is_ours(self):
        assert set(Tags(note_of(STORY).html).links) == {
            "https://acme.zendesk.com/agent/tickets/104",
            "https://acme.my.salesforce.com/500A",
        }

    @pytest.mark.parametrize(
        "template", ["javascript:alert({id})", "//acme/{id}", 'https://a/{id}"onx="', "ftp://a/{id}"]
    )
    def test_a_link_that_is_no_web_address_is_left_out(self, template):
        note = note_of(STORY, chosen=settings(links={HERE.connection: template, ABROAD.connection: template}))
        assert Tags(note.html).links == []
        assert template.partition("{")[0] not in note.text

    def test_at_most_three_flags_the_loudest_first(self):
        severities = [Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.MEDIUM, Severity.HIGH]
        flags = [flag(f"kind_{n}", s, said(f"words {n}", f"email:{n}")) for n, s in enumerate(severities)]
        text = note_of(annotation(*flags)).text
        assert re.findall(r"words \d", text) == ["words 2", "words 4", "words 1"]

    def test_the_first_flag_is_the_headline_where_there_is_none_and_is_not_said_twice(self):
        noun = replace(annotation(flag(lived="Told three people.")), headline=None)
        assert note_of(noun).text.count("Told three people.") == 1
        assert note_of(replace(noun, headline="Told three\n people.")).text.count("Told three people.") == 1

    def test_evidence_without_words_names_ticket_and_day_only(self):
        silent = Flag("repeat_contact", Severity.HIGH, 1.0, "f", "Third time.", "Call.", (said(None, None, SISTER),))
        assert "  (10 Nov, another ticket) https://acme.my.salesforce.com/500B\n" in note_of(annotation(silent)).text

    def test_a_day_of_another_year_has_its_year(self):
        old = flag("repeat_contact", Severity.HIGH, said("Again!", when=at(12, 30, year=2025)))
        assert "(customer, 30 Dec 2025, this ticket)" in note_of(annotation(old)).text

    def test_a_long_quote_is_cut_behind_a_word(self):
        quote = note_of(annotation(flag("a", Severity.HIGH, said("never again " * 90)))).text
        assert re.search(r"“(never again )+(never|never again)…”", quote)

    def test_facts_are_said_once_a_kind_and_sensitive_ones_never(self):
        facts = [Fact("photo", f"{n}-a", said(None)) for n in (1, 1, 2, 3, 4)]
        facts += [Fact("iban", "DE02120300000000202051", said(None), sensitive=True)]
        facts += [Fact("step_reset", "reset it", said(None)), Fact("description", "long story", said(None))]
        note = note_of(replace(STORY, told=tuple(facts)))
        assert (
            "ask again: photo: 1-a, 2-a, 3-a, and 1 more; bank account number (given, hidden); "
            "has tried “reset it”; what the problem is." in note.text
        )
        assert "DE0212" not in note.text + note.html

    def test_the_headline_is_one_thing_and_what_it_says_is_not_said_again(self):
        noun = replace(annotation(flag(lived="Told three people."), flag("b")), headline="Told three people · And more")
        text = note_of(noun).text
        assert text.startswith("Told three people\n\n- “I already told you this.”")
        assert "And more" not in text

    def test_a_flag_is_shown_in_the_customers_newest_words(self):
        words = [said(f"words {n}", f"email:{n}", when=at(11, 10 + n)) for n in (1, 3, 2)]
        late = said("ours", "email:9", when=at(11, 19), role=Role.AGENT)
        text = note_of(annotation(flag("a", Severity.HIGH, *words, late))).text
        assert re.findall(r"words \d|ours", text) == ["words 3"]

    def test_no_words_are_quoted_twice(self):
        one, two = said("first words", "email:1"), said("second words", "email:2", when=at(11, 11))
        flags = [flag("a", Severity.HIGH, one), flag("b", Severity.HIGH, one, two), flag("c", Severity.HIGH, one)]
        text = note_of(annotation(*flags)).text
        assert (text.count("first words"), text.count("second words")) == (1, 1)
        assert "  (10 Nov, this ticket)\n" in text

    def test_quotation_marks_are_the_languages_own(self):
        chosen = replace(settings(), saying=Saying("fr"))
        assert "« I already told you this. »" in note_of(annotation(flag()), chosen=chosen).text

    def test_what_is_due_by_a_day_has_no_time(self):
        noun = replace(STORY, promises=(promise("open", due=at(11, 27, 23, 59) + timedelta(seconds=59)),))
        assert "Promised by Fri 27 Nov: “by Friday at noon”" in note_of(noun).text

    def test_an_open_promise_is_named_and_a_kept_one_is_not(self):
        noun = replace(STORY, promises=(promise("kept", quote="kept words"), promise("open", quote="open words")))
        text = note_of(noun).text
        assert "Promised by Fri 27 Nov, 12:00: “open words” (Abena, this ticket)" in text
        assert "kept words" not in text


class TestAlways:
    @few
    @given(annotations, all_settings)
    def test_both_forms_are_safe_carry_one_key_and_the_text_fits(self, noun, chosen):
        note = note_of(noun, chosen=chosen)
        if note is None:
            return
        assert len(note.text.encode()) <= 4_000
        for form in (note.text, note.html):
            assert NOTE_KEY.findall(form) == [note.key]
        assert note.text.endswith(f"sidelight:{note.key}")
        assert note.html.endswith(f"sidelight:{note.key}</small></p>")
        tags = Tags(note.html)
        assert tags.names <= ALLOWED
        assert tags.open == []
        assert tags.other == set()
        assert all(link.startswith("https://acme.") for link in tags.links)
        assert "http" not in re.sub(r"https://acme\.\S+|https?\[:\]", "", note.text)

    def test_a_text_that_is_too_long_is_cut_at_a_sentence_with_a_mark(self):
        flags = [
            flag(f"k{n}", Severity.HIGH, said(f"{n}" + "一" * 400, f"e:{n}"), lived="二" * 400, advice="三" * 400)
            for n in range(3)
        ]
        note = note_of(replace(annotation(*flags), headline="四" * 400))
        assert len(note.text.encode()) <= 4_000
        assert "… (shortened)\n\nWritten by Sidelight" in note.text
        assert note.html.count("一" * 200) == 3
