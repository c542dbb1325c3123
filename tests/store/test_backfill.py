"""The first backfill, its cursors, and whom it makes due."""

from datetime import timedelta

from integration.model import TicketRef
from integration.store import Job, lane
from tests.store.build import (
    NOW,
    SALESFORCE,
    STREAMS,
    ZENDESK,
    at,
    backfilled,
    comment,
    contact,
    event,
    forget_jobs,
    jobs_in,
    page,
    pull,
    save,
    ticket,
)

PULL = Job("pull", ZENDESK, lane("pull", ZENDESK))


def test_the_last_page_of_the_first_backfill_makes_every_customer_due_and_earlier_pages_make_none_due(store):
    pull(store, contact("ana"), contact("bo"), contact("agent"), stream="contacts", cursor="c1", has_more=True)
    pull(store, contact("cy"), stream="contacts", cursor="c2")
    pull(store, ticket("1", "ana"), ticket("2", "bo"), cursor="t1", has_more=True)
    assert jobs_in(store) == []
    pull(store, ticket("3", "cy"), ticket("4", requester=None), cursor="t2")
    assert [key for _, key in jobs_in(store)] == [f"{ZENDESK}/{name}" for name in ("ana", "bo", "cy", "ticket:4")]


def test_an_empty_last_page_completes_the_backfill_as_well(store):
    pull(store, contact(), stream="contacts")
    pull(store, ticket(), cursor="t1", has_more=True)
    pull(store, cursor="t2")
    assert jobs_in(store) == [("assess", f"{ZENDESK}/ana")]


def test_after_the_first_backfill_a_page_makes_only_its_own_customers_due(store):
    backfilled(store, contact("ana"), contact("bo"), ticket("1", "ana"), ticket("2", "bo"))
    pull(store, ticket("2", "bo", minute=1, subject="Again"), cursor="t3", has_more=True)
    assert jobs_in(store) == [("assess", f"{ZENDESK}/bo")]


def test_the_backfill_of_one_connection_makes_nobody_of_another_due(store):
    backfilled(store, contact("ana"), ticket())
    pull(store, stream="contacts", connection=SALESFORCE)
    pull(store, ticket("500", "003", connection=SALESFORCE), connection=SALESFORCE)
    assert jobs_in(store) == [("assess", f"{SALESFORCE}/003")]


def test_a_cursor_is_kept_for_each_connection_and_stream(store):
    assert store.load_cursor(ZENDESK, "tickets") is None
    pull(store, cursor="t1", has_more=True)
    pull(store, cursor="c1", stream="contacts", has_more=True)
    pull(store, cursor="s1", connection=SALESFORCE, has_more=True)
    pull(store, cursor="t2", has_more=True)
    assert store.load_cursor(ZENDESK, "tickets") == "t2"
    assert store.load_cursor(ZENDESK, "contacts") == "c1"
    assert store.load_cursor(SALESFORCE, "tickets") == "s1"


def test_a_stream_that_was_read_to_its_end_stays_complete(store):
    backfilled(store, contact(), ticket())
    pull(store, comment(), cursor="t2", has_more=True)
    assert all(stream.complete for stream in store.status(NOW).streams)
    assert jobs_in(store) == [("assess", f"{ZENDESK}/ana")]


def test_a_push_during_the_backfill_makes_its_customer_due_at_once(store):
    pull(store, contact(), stream="contacts", has_more=True)
    save(store, ticket())
    assert jobs_in(store) == [("assess", f"{ZENDESK}/ana")]


def test_restarting_a_backfill_reads_from_the_start_and_at_its_end_makes_every_customer_due_again(store):
    backfilled(store, contact("ana"), contact("bo"), ticket("1", "ana"), ticket("2", "bo"))
    store.restart_backfill(ZENDESK, NOW)
    assert jobs_in(store) == [("pull", ZENDESK)]
    forget_jobs(store)
    assert store.load_cursor(ZENDESK, "tickets") is None
    pull(store, contact("ana"), stream="contacts")
    assert jobs_in(store) == []
    pull(store, ticket("1", "ana"))
    assert [key for _, key in jobs_in(store)] == [f"{ZENDESK}/ana", f"{ZENDESK}/bo"]


def test_a_backfill_is_under_way_from_its_first_job_to_its_last_page(store):
    assert not store.backfilling(NOW)
    store.put([PULL], NOW)
    assert store.backfilling(NOW)
    pull(store, stream="contacts")
    pull(store, ticket(), has_more=True)
    assert store.backfilling(NOW)
    pull(store)
    assert not store.backfilling(NOW)


def test_a_backfill_that_keeps_failing_is_put_off_or_is_parked_holds_up_nobody(store):
    store.put([PULL], NOW)
    for n in range(3):
        assert store.backfilling(at(10 * n))
        (claim,) = store.claim(PULL.lane, at(10 * n), 1)
        (begun,), _ = store.begin([(claim.id, claim.number)], at(10 * n))
        store.fail([begun], "no answer", at(10 * n), permanent=False, outage=True)
    assert not store.backfilling(at(30))
    (claim,) = store.claim(PULL.lane, at(100), 1)
    (begun,), _ = store.begin([(claim.id, claim.number)], at(100))
    store.finish([begun], {begun.id: at(100)})
    assert store.backfilling(at(100))
    (claim,) = store.claim(PULL.lane, at(100), 1)
    begun, _ = store.begin([(claim.id, claim.number)], at(100))
    store.postpone(begun, at(100) + timedelta(hours=6), "its calls are used up")
    assert not store.backfilling(at(100)), "six hours without a word about anybody would be too long"
    store.put([PULL], at(100))
    (claim,) = store.claim(PULL.lane, at(100), 1)
    store.fail(store.begin([(claim.id, claim.number)], at(100))[0], "revoked", at(100), permanent=True)
    assert not store.backfilling(at(100))


def test_status_counts_what_was_read(store):
    backfilled(store, contact("ana"), contact("bo"), ticket(), comment(), event())
    status = store.status(NOW)
    assert status.rows == {"ticket": 1, "comment": 1, "event": 1, "contact": 2, "customer": 1}
    assert [(s.connection, s.stream, s.rows, s.complete) for s in status.streams] == [
        (ZENDESK, "contacts", 0, True),
        (ZENDESK, "tickets", 5, True),
    ]


def test_a_page_that_was_on_its_way_while_the_stream_was_set_back_does_not_undo_it(store):
    pull(store, contact(), ticket(), cursor="page 8", has_more=True)
    store.restart_backfill(ZENDESK, NOW)
    late = page(ticket("2"), cursor="page 9")
    saved = store.save_pull(ZENDESK, STREAMS, "tickets", late, {}, NOW, read_from="page 8")
    assert not saved.in_place
    assert store.load_cursor(ZENDESK, "tickets") is None
    assert set(store.load_tickets([TicketRef(ZENDESK, "2")])) == {TicketRef(ZENDESK, "2")}, "its rows are kept"
