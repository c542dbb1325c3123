import pytest

from integration.model import Frustration, Severity
from tests.unit.thinking_samples import annotated, comment, known, later, ref, story, ticket
from workers import annotation, flags


def test_the_whole_story_is_told():
    found = annotated()
    assert [f.kind for f in found.flags] == ["promise_overdue", "asked_again", "repeat_contact"]
    assert found.headline == (
        "Second contact about KL-20418 in 4 days; promise overdue: Tim promised an answer by 23 November; "
        "asked again for the order number."
    )
    assert (found.contacts, found.frustration, found.language, found.opening) == (2, Frustration.ANGRY, "en", None)
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


def test_there_is_no_next_look_without_an_open_promise():
    assert annotation.next_look(known(*story()), later(days=9)) is None
    assert annotation.next_look(known(), later(days=9)) is None


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
