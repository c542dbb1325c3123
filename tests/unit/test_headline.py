from dataclasses import replace

from integration.model import Flag, Severity
from integration.saying import LOCALES, Saying
from tests.unit.thinking_samples import annotated, comment, history, known, later, ref, story, ticket
from workers import context, headline, naming


def test_a_headline_is_one_line_that_lists_can_show():
    made = known(*story())
    view = made.view(ref("b", "salesforce:a"))
    many = tuple(
        replace(f, kind=f"new_{n}", lived="Something long was lived through here. " * 3)
        for n, f in enumerate(annotated().flags)
    )
    assert len(headline.write(view, annotated().flags + many)) <= headline.MAX_CHARACTERS + 2


def test_a_flag_unknown_to_the_headline_still_speaks():
    made = known(*story())
    flag = Flag("something_new", Severity.LOW, 0.9, "fine", "Was left alone.", "Write.", annotated().flags[0].evidence)
    assert headline.write(made.view(ref("b", "salesforce:a")), (flag,)) == "Was left alone"


def about(*parts):
    found = naming.about(known(*parts).view(ref()), Saying())
    return found and found.said


def test_the_issue_is_called_by_the_number_that_was_given_most_and_never_by_the_customers_own():
    said = comment("Member number MB-40071. Order KL-20418 and order KL-20977, mostly KL-20977.")
    more = comment("I mean KL-20977.", at=later(hours=1))
    assert about(ticket(), said, more) == "order KL-20977"


def test_a_number_without_letters_names_an_issue_only_with_a_word_for_what_it_numbers():
    assert about(ticket(), comment("It is about invoice number 44112, sadly.")) == "invoice 44112"
    assert about(ticket(subject="Lid"), comment("It says 44112 on the lid.")) == "“Lid”"


def test_the_issue_is_called_by_its_first_subject_where_no_number_was_given():
    assert about(ticket(subject="Garden gate"), comment("It squeaks.")) == "“Garden gate”"
    assert about(ticket(), comment("It squeaks.")) is None


def test_what_the_helpdesk_calls_every_chat_is_no_name():
    assert about(ticket(subject="Conversation with Ana Ruiz"), comment("It squeaks.")) is None
    assert about(ticket(subject="Conversation pieces"), comment("They squeak.")) == "“Conversation pieces”"


def test_an_issue_without_a_name_is_counted_all_the_same_in_every_language():
    parts = [
        ticket(),
        comment("It squeaks."),
        ticket("2", later(days=1)),
        comment("It squeaks again.", at=later(days=1)),
    ]
    flag = Flag("repeat_contact", Severity.HIGH, 0.9, "fine", "lived", "Read.", annotated().flags[0].evidence[:1])
    lines = set()
    for language in LOCALES:
        made = context.build(history(*parts), later(days=2), context.ThinkingSettings(saying=Saying(language)))
        lines.add(headline.write(made.view(ref()), (flag,)))
    assert len(lines) == len(LOCALES)
    assert "Second contact about the same thing" in lines
    assert not any(line.endswith(".") for line in lines)
