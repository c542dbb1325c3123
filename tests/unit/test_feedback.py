"""What agents say of flags, as the field's text tells it; and which flags that takes off a ticket."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from integration.feedback import parse_feedback, read_feedback, rejected_kinds
from integration.model import FLAG_KINDS, REASONS, FlagFeedback, TicketRef

CHANGED = datetime(2025, 11, 30, tzinfo=UTC)
NOON = datetime(2025, 11, 29, 12, tzinfo=UTC)
SECONDS = int(NOON.timestamp())
REF = TicketRef("zendesk:acme", "7")


def said(kind="rushed", *, right=False, at=NOON, by="8801", reason=None):
    return FlagFeedback(kind, right, at, by, reason)


def parse(text):
    return parse_feedback(text, CHANGED)


class TestParsing:
    def test_a_whole_field_is_read_by_flag_and_agent(self):
        found = parse(f"8801 asked_again-m@{SECONDS} rushed+@{SECONDS + 10};8802 asked_again=@{SECONDS + 100}")
        assert found.bad == 0
        assert found.entries == (
            said("asked_again", right=False, reason="m"),
            said("asked_again", right=None, at=NOON + timedelta(seconds=100), by="8802"),
            said("rushed", right=True, at=NOON + timedelta(seconds=10)),
        )

    @pytest.mark.parametrize("reason", REASONS)
    def test_each_reason_stands_after_wrong(self, reason):
        assert parse(f"8801 rushed-{reason}@{SECONDS}").entries == (said(reason=reason),)

    def test_wrong_needs_no_reason_and_an_agent_of_salesforce_has_letters(self):
        found = parse(f"005WK000003AbCdYAK rushed-@{SECONDS}")
        assert found.entries == (said(by="005WK000003AbCdYAK"),)

    @pytest.mark.parametrize("kind", FLAG_KINDS)
    def test_every_flag_can_be_spoken_of(self, kind):
        assert parse(f"1 {kind}+@{SECONDS}").entries == (said(kind, right=True, by="1"),)

    @pytest.mark.parametrize("text", ["", " ", ";", " ; ;"])
    def test_an_empty_field_says_nothing_and_nothing_bad(self, text):
        assert parse(text) == parse("")
        assert (parse(text).entries, parse(text).bad) == ((), 0)

    @pytest.mark.parametrize(
        "piece",
        [
            f"rushed@{SECONDS}",
            f"rushed*@{SECONDS}",
            "rushed-",
            "rushed-@",
            "rushed-@soon",
            f"rushed-x@{SECONDS}",
            f"rushed-mm@{SECONDS}",
            f"rushed+m@{SECONDS}",
            f"rushed=m@{SECONDS}",
            f"Rushed-@{SECONDS}",
            f"no_such_flag-@{SECONDS}",
            f"rushed-@{SECONDS}.5",
            f"rushed-@-{SECONDS}",
            f"rushed-@{SECONDS}000",
            "rushed-@1577836799",
            "rushed-@999999999999",
            f"rushed-@{'9' * 40}",
            "rushed-@١٧٦٤٤٤٧٣٠٠",
            f"rushed-@{int((CHANGED + timedelta(days=1)).timestamp()) + 1}",
        ],
    )
    def test_a_piece_that_is_none_is_skipped_and_the_rest_goes_on(self, piece):
        found = parse(f"8801 {piece} asked_again+@{SECONDS};8802 rushed=@{SECONDS}")
        assert found.bad == 1
        assert found.entries == (said("asked_again", right=True), said(right=None, by="8802"))

    @pytest.mark.parametrize("seconds", [1577836800, int((CHANGED + timedelta(days=1)).timestamp())])
    def test_the_first_moment_of_2020_and_a_clock_a_day_ahead_are_taken(self, seconds):
        assert len(parse(f"8801 rushed-@{seconds}").entries) == 1

    @pytest.mark.parametrize(
        ("text", "bad"),
        [
            (f"88-01 rushed-@{SECONDS} asked_again+@{SECONDS}", 2),
            (f"{'8' * 25} rushed-@{SECONDS}", 1),
            ("8801", 1),
            (f"rushed-@{SECONDS}", 1),
            ("the flag is wrong, please remove it", 6),
            ('{"flag":"rushed","useful":false}', 1),
        ],
    )
    def test_what_names_no_agent_or_says_nothing_is_skipped_whole(self, text, bad):
        assert (parse(text).entries, parse(text).bad) == ((), bad)

    def test_a_field_that_was_cut_loses_its_last_piece_only(self):
        whole = f"8801 rushed-@{SECONDS} asked_again+@{SECONDS}"
        assert parse(whole[:-11]).entries == (said(),)

    @pytest.mark.parametrize("turned", [False, True])
    def test_of_two_words_of_one_agent_on_one_flag_the_later_counts(self, turned):
        pieces = [f"8801 rushed-@{SECONDS}", f"8801 rushed=@{SECONDS + 5}"]
        found = parse(";".join(reversed(pieces) if turned else pieces))
        assert found.entries == (said(right=None, at=NOON + timedelta(seconds=5)),)

    @given(st.text(max_size=255) | st.text(alphabet="8801 ;rushed_-+=m@1764", max_size=255))
    def test_whatever_stands_there_is_read_without_an_error(self, text):
        assert all(entry.kind in FLAG_KINDS for entry in parse(text).entries)


class TestReading:
    def test_bad_pieces_are_one_event_with_the_ticket_and_no_word_of_theirs(self):
        with structlog.testing.capture_logs() as logs:
            found = read_feedback(f"8801 rushed-@{SECONDS} hunter22 call Ana", REF, CHANGED)
        assert found == (said(),)
        assert logs == [{"event": "feedback_skipped", "log_level": "warning", "ticket": "zendesk:acme/7", "pieces": 3}]

    @pytest.mark.parametrize("value", [None, "", f"8801 rushed-@{SECONDS}"])
    def test_without_a_bad_piece_nothing_is_logged(self, value):
        with structlog.testing.capture_logs() as logs:
            read_feedback(value, REF, CHANGED)
        assert logs == []

    def test_a_field_of_another_type_says_nothing(self):
        assert read_feedback(["rushed"], REF, CHANGED) == read_feedback(17, REF, CHANGED) == ()


class TestRejecting:
    def test_a_flag_that_an_agent_calls_wrong_is_rejected_and_one_that_is_right_is_not(self):
        assert rejected_kinds([said(), said("asked_again", right=True)]) == {"rushed"}

    @pytest.mark.parametrize("right", [True, None])
    @pytest.mark.parametrize("by", ["8801", "8802"])
    def test_a_later_word_of_anybody_brings_it_back(self, right, by):
        later = said(right=right, at=NOON + timedelta(seconds=1), by=by)
        assert rejected_kinds([later, said()]) == frozenset()

    def test_an_earlier_word_of_another_agent_does_not_save_it(self):
        assert rejected_kinds([said(), said(right=True, at=NOON - timedelta(seconds=1), by="8802")]) == {"rushed"}

    def test_nothing_said_rejects_nothing(self):
        assert rejected_kinds([]) == frozenset()


CASES = json.loads((Path(__file__).parents[1] / "feedback_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_the_text_means_the_same_here_as_to_the_sidebars(case):
    """The sidebars' own tests read the same table."""
    changed_at = datetime.fromtimestamp(1764447400, UTC)
    signs = {True: "+", False: "-", None: "="}
    found = parse_feedback(case["text"], changed_at).entries
    read = sorted([one.by, one.kind, signs[one.right], one.reason, int(one.at.timestamp())] for one in found)
    assert read == case["read"]
    assert sorted(rejected_kinds(found)) == case["wrong"]
