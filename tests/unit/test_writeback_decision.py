"""When a ticket is written, when it is not, and what is remembered of it."""

import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from integration.model import FIELD_NAMES, FieldValues, FlagFeedback, Frustration, Severity, Status, TicketRef
from integration.writeback import build_receipt, plan
from tests.unit import writeback_samples as samples
from tests.unit.writeback_samples import (
    HERE,
    NOW,
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

DAY = timedelta(hours=24)


def carry_out(noun, receipt, on, when=NOW, chosen=None):
    """Plan and, as a connector would, do; return (write, receipt after it)."""
    write = plan(noun, receipt, on, chosen or settings(), when)
    return write, receipt if write is None else build_receipt(write, noun, receipt, on, when)


class TestNothing:
    def test_nothing_to_say_and_never_written_is_none(self):
        assert plan(annotation(), None, ticket(), settings(), NOW) is None

    @pytest.mark.parametrize("level", [Frustration.CALM, Frustration.UNEASY])
    def test_a_customer_who_is_not_frustrated_is_nothing_to_say(self, level):
        assert plan(annotation(frustration=level, contacts=4), None, ticket(), settings(), NOW) is None

    @pytest.mark.parametrize("state", ["kept", "withdrawn"])
    def test_a_settled_promise_is_nothing_to_say(self, state):
        assert plan(annotation(promises=(promise(state),)), None, ticket(), settings(), NOW) is None

    def test_an_open_promise_on_a_solved_ticket_is_nothing_to_say(self):
        assert plan(annotation(promises=(promise(),)), None, ticket(Status.SOLVED), settings(), NOW) is None

    @pytest.mark.parametrize(
        "on",
        [ticket(Status.CLOSED), ticket(deleted=True), ticket(merged_into=TicketRef("salesforce:acme", "500Z"))],
        ids=["closed", "deleted", "merged"],
    )
    def test_what_nobody_can_change_or_read_is_never_written(self, on):
        _, receipt = carry_out(STORY, None, ticket())
        assert plan(STORY, None, on, settings(), NOW) is None
        assert plan(annotation(), receipt, on, settings(), NOW) is None

    def test_unchanged_content_is_never_written_again(self):
        _, receipt = carry_out(STORY, None, ticket())
        later = ticket(updated_at=NOW, stamp="stamp-2")
        assert plan(STORY, receipt, later, settings(), NOW + 9 * DAY) is None

    def test_with_everything_off_there_is_nothing_to_write(self):
        assert plan(STORY, None, ticket(), settings(*FIELD_NAMES, "note"), NOW) is None


class TestGivenBack:
    """A solved ticket has its one write; an agent who takes a flag off by mistake gets it back all the same."""

    def written(self):
        noun = annotation(flag("rushed"), flag("left_waiting"))
        return noun, carry_out(noun, None, ticket(Status.SOLVED))[1]

    def test_a_flag_that_an_agent_calls_wrong_goes_from_a_solved_ticket_and_comes_back_with_a_later_word(self):
        noun, receipt = self.written()
        less = annotation(flag("left_waiting"))
        wrong = ticket(Status.SOLVED, feedback=(FlagFeedback("rushed", right=False, at=NOW, by="8801"),))
        write, receipt = carry_out(less, receipt, wrong)
        assert write.fields.flags == ("left_waiting",)
        assert plan(less, receipt, wrong, settings(), NOW) is None
        back = ticket(Status.SOLVED, feedback=(FlagFeedback("rushed", right=None, at=NOW + DAY, by="8801"),))
        write, receipt = carry_out(noun, receipt, back)
        assert set(write.fields.flags) == {"rushed", "left_waiting"}
        assert plan(noun, receipt, back, settings(), NOW) is None

    def test_what_was_found_later_and_nobody_has_spoken_of_is_still_not_added(self):
        noun, receipt = self.written()
        more = annotation(*noun.flags, flag("asked_again"))
        spoken = ticket(Status.SOLVED, feedback=(FlagFeedback("rushed", right=True, at=NOW, by="8801"),))
        assert plan(more, receipt, spoken, settings(), NOW) is None


class TestOpen:
    @pytest.mark.parametrize(
        "noun",
        [
            annotation(flag(severity=Severity.LOW)),
            annotation(frustration=Frustration.FRUSTRATED),
            annotation(promises=(promise(),)),
            annotation(promises=(promise("overdue"),)),
        ],
        ids=["flag", "frustration", "promise", "overdue"],
    )
    def test_each_thing_to_say_is_written_without_a_note(self, noun):
        write = plan(noun, None, ticket(), settings(), NOW)
        assert write.note is None
        assert json.loads(write.fields.annotation)["ticket"] == str(HERE)

    def test_all_fields_are_filled(self):
        write = plan(STORY, None, ticket(), settings(), NOW)
        assert replace(write.fields, annotation=None) == FieldValues(
            headline="Third time about the same legs.",
            flags=("asked_again", "left_waiting"),
            contacts=3,
            frustration=Frustration.ANGRY,
            effort=62,
            promise_due=at(11, 4).date(),
        )
        assert (write.ticket, write.stamp) == (HERE, "stamp-1")

    def test_the_due_day_is_the_teams_day(self):
        noun = annotation(promises=(promise(due=at(11, 27, 23, 30)),))
        assert plan(noun, None, ticket(), settings(zone="Asia/Tokyo"), NOW).fields.promise_due == at(11, 28).date()

    def test_a_promise_that_falls_due_is_written(self):
        _, receipt = carry_out(annotation(promises=(promise(),)), None, ticket())
        assert plan(annotation(promises=(promise("overdue"),)), receipt, ticket(), settings(), NOW) is not None

    def test_a_ticket_with_nothing_left_to_say_is_emptied_once(self):
        _, receipt = carry_out(STORY, None, ticket())
        write, receipt = carry_out(annotation(), receipt, ticket(), NOW + DAY)
        assert write.fields == FieldValues()
        assert write.note is None
        assert receipt.flags == ()
        assert plan(annotation(), receipt, ticket(), settings(), NOW + 2 * DAY) is None

    def test_flags_that_are_gone_leave_a_promise_standing(self):
        _, receipt = carry_out(STORY, None, ticket())
        write, _ = carry_out(annotation(promises=(promise(),)), receipt, ticket(), NOW + DAY)
        assert (write.fields.headline, write.fields.flags) == (None, ())
        assert json.loads(write.fields.annotation)["flags"] == []
        assert json.loads(write.fields.annotation)["promises"]

    @pytest.mark.parametrize("headline", ["x" * 300, "word " * 80, "😀" * 200, "a\n b\t c " * 60])
    def test_a_headline_fits_into_255_units_and_one_line(self, headline):
        found = plan(replace(STORY, headline=headline), None, ticket(), settings(), NOW).fields.headline
        assert len(found.encode("utf-16-le")) <= 510
        assert found.endswith("…")
        assert " ".join(headline.split()).startswith(found[:-1])


class TestKey:
    def test_the_same_decision_has_the_same_key_at_any_hour(self):
        first = plan(STORY, None, ticket(), settings(), NOW)
        again = plan(STORY, None, ticket(stamp="stamp-2"), settings(), NOW + timedelta(hours=5))
        assert first.key == again.key == first.note.key
        assert re.fullmatch(r"[0-9a-f]{16}", first.key)

    def test_another_ticket_fields_or_note_is_another_decision(self):
        elsewhere = structs.replace(ticket(), ref=samples.SISTER)
        keys = {
            plan(STORY, None, ticket(), settings(), NOW).key,
            plan(replace(STORY, contacts=4), None, ticket(), settings(), NOW).key,
            plan(STORY, None, ticket(), settings("note"), NOW).key,
            plan(replace(STORY, ticket=samples.SISTER), None, elsewhere, settings(), NOW).key,
        }
        assert len(keys) == 4

    def test_what_was_withdrawn_and_comes_back_is_a_new_decision(self):
        receipt, keys = None, []
        for turn in range(6):
            write, receipt = carry_out(STORY if turn % 2 == 0 else annotation(), receipt, ticket(), NOW + turn * DAY)
            keys.append(write.key)
        assert len(set(keys)) == 6


class TestSolved:
    SOLVED = ticket(Status.SOLVED, solved_at=at(11, 20, 11))

    def test_the_json_is_cut_to_headline_and_flags_without_quotes_and_there_is_no_note(self):
        write, receipt = carry_out(STORY, None, self.SOLVED)
        found = json.loads(write.fields.annotation)
        assert set(found) == {"v", "ticket", "headline", "flags"}
        assert [f["kind"] for f in found["flags"]] == ["asked_again", "left_waiting"]
        assert "quote" not in write.fields.annotation
        assert (write.note, write.fields.flags) == (None, ("asked_again", "left_waiting"))
        assert receipt.solved

    def test_solving_writes_once_although_nothing_else_changed(self):
        _, receipt = carry_out(STORY, None, ticket())
        write, receipt = carry_out(STORY, receipt, self.SOLVED, NOW + DAY)
        assert write is not None
        assert plan(STORY, receipt, self.SOLVED, settings(), NOW + 2 * DAY) is None

    def test_afterwards_a_new_flag_is_not_written(self):
        _, receipt = carry_out(STORY, None, self.SOLVED)
        more = replace(STORY, flags=(*STORY.flags, flag("hollow_resolution")), contacts=5)
        assert plan(more, receipt, self.SOLVED, settings(), NOW + DAY) is None

    def test_afterwards_withdrawing_a_flag_is_written(self):
        _, receipt = carry_out(STORY, None, self.SOLVED)
        fewer = replace(STORY, flags=STORY.flags[:1])
        write, receipt = carry_out(fewer, receipt, self.SOLVED, NOW + DAY)
        assert write.fields.flags == ("asked_again",)
        assert plan(fewer, receipt, self.SOLVED, settings(), NOW + 2 * DAY) is None

    def test_withdrawing_the_last_flag_empties_the_fields(self):
        _, receipt = carry_out(STORY, None, self.SOLVED)
        write, _ = carry_out(annotation(), receipt, self.SOLVED, NOW + DAY)
        assert write.fields == FieldValues()

    def test_a_reopened_ticket_counts_as_open_and_its_next_solving_is_written_again(self):
        _, receipt = carry_out(STORY, None, self.SOLVED)
        more = replace(
            STORY, flags=(*STORY.flags, flag("hollow_resolution", Severity.HIGH, said("Not solved.", "c:7")))
        )
        write, receipt = carry_out(more, receipt, ticket(), NOW + DAY)
        assert "quote" in write.fields.annotation
        assert write.note is not None
        assert not receipt.solved
        assert plan(more, receipt, self.SOLVED, settings(), NOW + 2 * DAY) is not None

    def test_solved_again_between_two_looks_is_a_new_solving(self):
        _, receipt = carry_out(STORY, None, self.SOLVED)
        more = replace(STORY, flags=(*STORY.flags, flag("hollow_resolution")))
        again = structs.replace(self.SOLVED, solved_at=NOW + DAY)
        write, receipt = carry_out(more, receipt, again, NOW + 2 * DAY)
        assert "hollow_resolution" in write.fields.flags
        assert plan(STORY, receipt, again, settings(), NOW + 3 * DAY) is not None
        assert plan(more, receipt, again, settings(), NOW + 3 * DAY) is None


class TestOff:
    def test_a_field_that_is_off_is_left_alone_and_not_emptied(self):
        write = plan(STORY, None, ticket(), settings("effort", "annotation"), NOW)
        assert write.fields.written == FIELD_NAMES - {"effort", "annotation"}
        assert (write.fields.effort, write.fields.annotation) == (None, None)

    def test_what_changes_only_in_a_field_that_is_off_is_not_written(self):
        off = settings("contacts", "annotation", "note")
        _, receipt = carry_out(STORY, None, ticket(), chosen=off)
        assert plan(replace(STORY, contacts=7), receipt, ticket(), off, NOW + DAY) is None

    def test_emptying_leaves_alone_what_is_off(self):
        off = settings("flags")
        _, receipt = carry_out(STORY, None, ticket(), chosen=off)
        assert "flags" not in plan(annotation(), receipt, ticket(), off, NOW).fields.written

    def test_a_note_alone_may_be_all_that_is_written(self):
        only_note = settings(*FIELD_NAMES)
        write, receipt = carry_out(STORY, None, ticket(), chosen=only_note)
        assert write.fields.written == frozenset()
        assert write.note is not None
        assert plan(STORY, receipt, ticket(), only_note, NOW + 2 * DAY) is None


class TestAlways:
    @few
    @given(annotations, tickets, all_settings, st.integers(0, 100))
    def test_what_was_written_is_not_written_again_whatever_time_passes(self, noun, on, chosen, hours):
        write, receipt = carry_out(noun, None, on, chosen=chosen)
        if write is not None:
            assert plan(noun, receipt, on, chosen, NOW + timedelta(hours=hours)) is None

    @few
    @given(annotations, annotations, tickets, tickets, all_settings)
    def test_no_done_ticket_gets_a_note_and_no_ticket_two_in_a_day(self, first, second, on, then, chosen):
        write, receipt = carry_out(first, None, on, chosen=chosen)
        later = plan(second, receipt, then, chosen, NOW + timedelta(hours=23, minutes=59))
        noted = [w for w in (write, later) if w is not None and w.note is not None]
        assert len(noted) <= 1
        for done, change in ((on, write), (then, later)):
            assert not (done.status.is_done and change is not None and change.note is not None)
            assert change is None or done.status is not Status.CLOSED
