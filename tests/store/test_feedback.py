"""What agents say of flags in the store: the latest word of each, kept when the field drops it, gone with a ticket."""

from datetime import timedelta

import pytest

from integration.model import FlagFeedback, TicketRef
from integration.store.feedback import FeedbackCount
from tests.store.build import (
    NOW,
    SALESFORCE,
    ZENDESK,
    at,
    backfilled,
    contact,
    forget_jobs,
    history_of,
    jobs_in,
    pull,
    save,
    snapshot,
    ticket,
)


def said(kind="rushed", *, right=False, minute=0, by="8801", reason=None):
    return FlagFeedback(kind, right, at(minute), by, reason)


def feedback_on(store, ticket_id="1"):
    """Return what the history of the ticket's customer says of it."""
    return next(t.feedback for t in history_of(store).tickets if t.ref.id == ticket_id)


def rows(store):
    return snapshot(store)["flag_feedback"]


def test_what_agents_say_comes_back_with_the_history_of_the_customer(store):
    words = (said("asked_again", right=True), said(reason="m"), said(right=None, by="8802"))
    save(store, contact(), ticket("1", feedback=words), ticket("2"))
    assert feedback_on(store) == words
    assert feedback_on(store, "2") == ()


def test_a_later_word_replaces_an_earlier_one_and_never_the_other_way_round(store):
    save(store, contact(), ticket(feedback=(said(minute=5, reason="m"),)))
    save(store, ticket(minute=1, feedback=(said(right=True, minute=4),)))
    assert feedback_on(store) == (said(minute=5, reason="m"),)
    save(store, ticket(minute=2, feedback=(said(right=None, minute=6),)))
    assert feedback_on(store) == (said(right=None, minute=6),)


def test_an_older_page_says_nothing_new(store):
    save(store, contact(), ticket(minute=5))
    save(store, ticket(minute=4, feedback=(said(),)))
    assert feedback_on(store) == ()


def test_a_word_for_which_the_field_has_no_room_any_more_is_not_taken_back(store):
    save(store, contact(), ticket(feedback=(said(), said("asked_again"))))
    save(store, ticket(minute=1, feedback=(said("asked_again", right=True, minute=1),)))
    save(store, ticket(minute=2))
    assert feedback_on(store) == (said("asked_again", right=True, minute=1), said())


def test_a_word_makes_its_customer_due_and_coming_again_it_does_not(store):
    backfilled(store, contact(), ticket())
    pull(store, ticket(minute=1, feedback=(said(),)))
    assert jobs_in(store) == [("assess", f"{ZENDESK}/ana")]
    forget_jobs(store)
    pull(store, ticket(minute=2, feedback=(said(),)))
    assert jobs_in(store) == [], "our own write moves the ticket's change, and says nothing new"


def test_the_word_is_saved_with_the_ticket_or_not_at_all(store, monkeypatch):
    save(store, contact(), ticket())
    monkeypatch.setattr("integration.store.pages.erasing.forget_readings", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        save(store, ticket(minute=1, feedback=(said(),)))
    assert rows(store) == []
    assert history_of(store).tickets[0].updated_at == NOW


def test_a_ticket_that_is_merged_away_keeps_its_own(store):
    save(store, contact(), ticket("1", feedback=(said(),)), ticket("2"))
    save(store, ticket("1", minute=1, merged_into=TicketRef(ZENDESK, "2")))
    assert (feedback_on(store, "1"), feedback_on(store, "2")) == ((said(),), ())


@pytest.mark.parametrize("told_again", [True, False])
def test_deleting_a_ticket_for_good_forgets_it(store, told_again):
    gone = ticket("1", minute=1, deleted=True, subject="SCRUBBED", feedback=(said(),))
    save(store, contact(), ticket("1", feedback=(said(),)), ticket("2", feedback=(said(by="8802"),)))
    save(store, *([gone] if told_again else []), forgotten_tickets=(gone.ref,))
    assert len(rows(store)) == 1
    assert "8802" in rows(store)[0]
    assert not told_again or "8801" not in str(snapshot(store))


def test_disconnecting_keeps_it_with_what_was_read_and_forgets_it_with_that(store):
    save(store, contact(), ticket(feedback=(said(),)))
    other = [contact(connection=SALESFORCE), ticket(connection=SALESFORCE, feedback=(said(by="005"),))]
    save(store, *other, connection=SALESFORCE)
    store.forget_connection(ZENDESK, content=False, notes_gone=True, now=NOW)
    assert len(rows(store)) == 2
    store.forget_connection(ZENDESK, content=True, notes_gone=True, now=NOW)
    assert [SALESFORCE in row for row in rows(store)] == [True]


def test_the_status_counts_words_by_flag_with_their_reasons_and_none_that_is_taken_back(store):
    first = (said(reason="m"), said(by="8802", reason="m"), said(by="8803", right=True), said(by="8804", right=None))
    second = (said(), said("asked_again", right=True), said("known_issue", right=None))
    save(store, contact(), ticket("1", feedback=first), ticket("2", feedback=second))
    found = store.status(NOW + timedelta(days=1)).feedback
    assert found == (
        FeedbackCount("asked_again", right=1, wrong=0, reasons=()),
        FeedbackCount("rushed", right=1, wrong=3, reasons=(("m", 2),)),
    )
    assert [one.precision for one in found] == [1.0, 0.25]


def test_without_a_word_the_status_counts_none(store):
    save(store, contact(), ticket(feedback=(said(right=None),)))
    assert store.status(NOW).feedback == ()
