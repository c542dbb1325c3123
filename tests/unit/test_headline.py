from dataclasses import replace

from integration.model import Flag, Severity
from tests.unit.thinking_samples import annotated, comment, known, later, ref, story, ticket
from workers import headline


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
    assert headline.write(made.view(ref("b", "salesforce:a")), (flag,)) == "Was left alone."


def test_the_issue_is_called_by_the_number_that_was_given_most_and_never_by_the_customers_own():
    said = comment("Member number MB-40071. Order KL-20418 and order KL-20977, mostly KL-20977.")
    more = comment("I mean KL-20977.", at=later(hours=1))
    assert headline.about(known(ticket(), said, more).view(ref())) == "KL-20977"


def test_the_issue_is_called_by_its_first_subject_where_no_number_was_given():
    assert headline.about(known(ticket(subject="Garden gate"), comment("It squeaks.")).view(ref())) == "“Garden gate”"
    assert headline.about(known(ticket(), comment("It squeaks.")).view(ref())) == "the same thing"
