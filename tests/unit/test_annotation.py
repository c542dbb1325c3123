from dataclasses import replace
from datetime import timedelta

import pytest
from msgspec import structs

from integration.model import FlagFeedback, Frustration, KnownIssue, Role, Severity
from tests.unit.thinking_samples import annotated, comment, history, known, later, ref, story, ticket
from workers import annotation, context, flags


def test_the_whole_story_is_told():
    found = annotated()
    assert {"promise_overdue", "asked_again", "repeat_contact"} <= {f.kind for f in found.flags}
    assert found.headline == (
        "Tim promised an answer by 23 November; it has not come · Their patience is running out: angry by now · "
        "Asked again: order number · Second contact about order KL-20418"
    )
    assert (found.contacts, found.frustration, found.language) == (2, Frustration.ANGRY, "en")
    assert found.opening == (
        "I see that you have contacted us about order KL-20418 before and that Tim had promised you an answer by "
        "23 November. Here is what I have found so far:"
    )
    assert [(p.promise.kind, p.state, p.by) for p in found.promises] == [
        ("delivery", "withdrawn", None),
        ("answer", "overdue", "Tim"),
    ]
    assert [(c.ticket.id, c.subject) for c in found.history] == [("a", "Cracked lid"), ("b", "Cracked again")]


def test_told_names_each_value_once_and_no_secret():
    told = annotated().told
    assert [f.value for f in told if f.kind == "order_number"] == ["KL-20418"]
    assert [(f.value, f.sensitive) for f in told if f.kind == "password"] == [("", True)]
    assert not any("hunter22" in (f.evidence.quote or "") for f in told)


def test_a_solved_ticket_is_annotated_the_same_after_the_customer_came_back():
    before = annotation.annotate(known(*story()[:3]), ref("a"), later(days=9))
    after = annotation.annotate(known(*story()), ref("a"), later(days=9))
    assert after == before


OTHER, PROBLEM = ref("88"), ref("77")


def with_known_issue(**more):
    """A ticket of an outbreak, which an agent has not called known, or has."""
    said = comment("The oven shows F-31 and the door is locked.")
    past = history(ticket(), said, *more.pop("parts", ()))
    issue = KnownIssue(ref(), ("f-31",), 5, said.at, ((OTHER, said.at),), ((OTHER, "#88"),), **more)
    made = context.build(replace(past, known_issues=(issue,)), later(days=1), context.ThinkingSettings())
    return annotation.annotate(made, ref(), later(days=1))


def test_the_open_problem_is_named_where_there_is_one_and_all_tickets_by_their_numbers():
    found = with_known_issue(problem=PROBLEM, problem_number="#77", problem_at=later(hours=1))
    assert (found.problem, found.numbers) == (PROBLEM, ((PROBLEM, "#77"), (OTHER, "#88")))


def test_an_outbreak_without_a_problem_ticket_has_none():
    found = with_known_issue()
    assert (found.problem, found.numbers) == (None, ((OTHER, "#88"),))


def test_where_the_customer_was_told_nothing_of_the_problem_is_kept():
    reply = comment("This is a known problem, we are working on it.", Role.AGENT, later(hours=2))
    found = with_known_issue(problem=PROBLEM, problem_number="#77", problem_at=later(hours=1), parts=(reply,))
    assert (found.problem, found.numbers) == (None, ())


def test_without_a_flag_there_is_no_headline():
    made = known(ticket(), comment("Are you open on Sunday?"))
    found = annotation.annotate(made, ref(), later(days=1))
    assert (found.flags, found.headline, found.contacts) == ((), None, 1)


def test_an_unknown_ticket_is_an_error():
    with pytest.raises(KeyError):
        annotation.annotate(known(*story()), ref("zzz"), later(days=9))


def test_the_next_look_is_just_after_the_next_promise_falls_due():
    made = known(*story(), now=later(days=4, hours=3))
    look = annotation.next_look(made, later(days=4, hours=3))
    assert look.isoformat() == "2026-11-23T12:00:01+00:00"
    assert "promise_overdue" not in {f.kind for f in annotated(later(days=4, hours=3)).flags}
    assert "promise_overdue" in {f.kind for f in annotated(look).flags}


def test_a_promise_that_fell_due_is_looked_at_once_more_when_it_is_a_day_late():
    due = annotation.next_look(known(*story(), now=later(days=4, hours=3)), later(days=4, hours=3))
    look = annotation.next_look(known(*story(), now=due), due)
    assert look - due == timedelta(days=1)
    severity = {
        n: [f.severity for f in annotated(at).flags if f.kind == "promise_overdue"] for n, at in enumerate((due, look))
    }
    assert severity == {0: [Severity.MEDIUM], 1: [Severity.HIGH]}
    assert annotation.next_look(known(*story(), now=look), look) is None


def test_there_is_no_next_look_without_an_open_promise():
    assert annotation.next_look(known(*story()), later(days=9)) is None
    assert annotation.next_look(known(), later(days=9)) is None


def test_time_alone_changes_nothing_once_nothing_is_due():
    months = [annotated(later(days=days)) for days in (9, 10, 16, 45, 120)]
    assert "promise_overdue" in {f.kind for f in months[0].flags}
    assert all(month == months[0] for month in months)


def test_a_silence_that_goes_on_keeps_its_words_and_its_effort():
    parts = [ticket(), comment("My order KL-20418 has not come, where is it?"), comment("Any news?", at=later(days=3))]
    found = [
        annotation.annotate(known(*parts, now=later(days=days)), ref(), later(days=days))
        for days in (8, 9, 15, 40, 100)
    ]
    assert "left_waiting" in {f.kind for f in found[0].flags}
    assert all(one == found[0] for one in found)
    turn = [ticket(), comment("My order KL-20418 has not come, where is it?")]
    waits = [annotation.annotate(known(*turn, now=later(days=n)), ref(), later(days=n)) for n in (8, 30)]
    assert waits[0] == waits[1]
    assert waits[0].flags[0].lived == "Has waited since 18 November without a word."


def test_thinking_twice_gives_the_same():
    assert annotated() == annotated()


def test_flags_come_by_severity_and_then_in_display_order():
    made = known(*story())
    found = flags.assess(made, ref("b", "salesforce:a"), later(days=9))
    order = [Severity.HIGH, Severity.MEDIUM, Severity.LOW]
    assert [order.index(f.severity) for f in found] == sorted(order.index(f.severity) for f in found)


def test_every_flag_says_what_looks_fine_what_was_lived_and_what_to_do():
    for flag in annotated().flags:
        assert all((flag.figure, flag.lived, flag.advice, flag.evidence))
        assert 0 < flag.confidence <= 1


def say(kind, *, right=False, days=9, by="8801"):
    return FlagFeedback(kind, right, later(days=days), by)


def with_feedback(*words, on="b", parts=None):
    """Return the annotation of a story's ticket with what agents say of it."""
    told = [structs.replace(p, feedback=words) if getattr(p, "number", "") == f"#{on}" else p for p in parts or story()]
    return annotation.annotate(known(*told), ref("b", "salesforce:a"), later(days=9))


@pytest.mark.parametrize("kind", ["asked_again", "repeat_contact", "promise_overdue"])
def test_a_flag_that_an_agent_calls_wrong_is_nowhere_in_the_annotation(kind):
    before, found = annotated(), with_feedback(say(kind))
    assert {f.kind for f in found.flags} == {f.kind for f in before.flags} - {kind}
    said = {"asked_again": "Asked again", "repeat_contact": "contact about", "promise_overdue": "has not come"}[kind]
    assert said in before.headline
    assert said not in found.headline
    assert kind not in {clause.flag for clause in found.opening_from}


def test_what_an_agent_says_on_another_ticket_leaves_this_one_alone():
    assert with_feedback(say("asked_again"), on="a") == annotated()


@pytest.mark.parametrize("right", [True, None])
def test_a_later_word_brings_the_flag_back_and_an_earlier_one_does_not(right):
    assert with_feedback(say("asked_again"), say("asked_again", right=right, days=10, by="8802")) == annotated()
    kept_off = with_feedback(say("asked_again"), say("asked_again", right=right, days=8, by="8802"))
    assert "asked_again" not in {f.kind for f in kept_off.flags}


def test_a_flag_that_is_called_wrong_counts_for_no_other():
    parts = story()[3:]
    above = {f.kind for f in with_feedback(parts=parts).flags}
    assert "good_score_bad_experience" in above
    others = sorted(above - {"good_score_bad_experience"})
    assert len(others) >= 2
    one_left = with_feedback(*(say(kind) for kind in others[1:]), parts=parts)
    assert {f.kind for f in one_left.flags} == {others[0]}
    itself = with_feedback(say("good_score_bad_experience"), parts=parts)
    assert {f.kind for f in itself.flags} == set(others)


def test_it_is_read_up_to_the_customers_newest_public_message_on_this_ticket():
    last = later(days=2)
    parts = [
        ticket("a"),
        comment("Where is order KL-20418?", ticket=ref("a")),
        comment("Still nothing?", at=last, ticket=ref("a")),
        comment("We look into it.", Role.AGENT, later(days=3), ref("a")),
        comment("(forwarded by phone)", at=later(days=4), ticket=ref("a"), public=False),
        ticket("b", at=later(days=5)),
        comment("And order KL-20419?", at=later(days=5), ticket=ref("b")),
        ticket("c", at=later(days=6)),
        comment("We called you.", Role.AGENT, later(days=6), ref("c")),
    ]
    made = known(*parts)
    read_to = {name: annotation.annotate(made, ref(name), later(days=9)).read_to for name in ("a", "b", "c")}
    assert read_to == {"a": last, "b": later(days=5), "c": None}


def test_an_automatic_message_is_read_too_as_the_ticket_shows_it_as_the_customers():
    away = comment("I am out of the office until Monday. This is an automatic reply.", at=later(days=1))
    made = known(ticket(), comment("Where is order KL-20418?"), away)
    assert annotation.annotate(made, ref(), later(days=9)).read_to == away.at


def test_what_is_not_there_yet_is_not_read_to():
    made = known(ticket(), comment("Where is it?"), comment("Hello?", at=later(days=3)), now=later(days=1))
    assert annotation.annotate(made, ref(), later(days=1)).read_to == later()
