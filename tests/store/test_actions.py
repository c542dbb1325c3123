"""Actions: of all who want to send one write, one does; and what follows a lost reply."""

from datetime import timedelta

import pytest
from sqlalchemy import event as hook

from integration.model import Receipt, TicketRef
from tests.store.build import NOW, ZENDESK, at, contact, forget_jobs, jobs_in, save, ticket, while_uncommitted
from tests.store.contend import in_processes, in_threads, take_actions

REF, OTHER = TicketRef(ZENDESK, "1"), TicketRef(ZENDESK, "2")
KEY, NEXT_KEY = "0123456789abcdef", "f" * 16
LEASE = timedelta(seconds=60)
RECEIPT = Receipt(REF, "hash")


@pytest.mark.parametrize("together", [in_threads, in_processes])
def test_of_many_parallel_takers_one_wins_each_write(store, url, together):
    wanted = [(f"{n:016x}", TicketRef(ZENDESK, str(n))) for n in range(25)]
    taken = [key for part in together(4, take_actions, url, wanted) for key in part]
    assert sorted(taken) == [key for key, _ in wanted]


@pytest.mark.parametrize("together", [in_threads, in_processes])
def test_of_many_parallel_takers_one_wins_the_ticket_whatever_each_decided(store, url, together):
    wanted = [(f"{n:016x}", REF) for n in range(25)]
    taken = [key for part in together(4, take_actions, url, wanted) for key in part]
    assert len(taken) == 1


def test_the_first_taker_gets_it_with_nothing_to_look_for_and_the_second_is_told_to_wait(store):
    assert store.take_action(KEY, REF, NOW) == []
    assert store.take_action(KEY, REF, NOW + LEASE / 2) is None


def test_after_the_lease_the_next_gets_it_again_and_only_one_does(store):
    store.take_action(KEY, REF, NOW)
    assert store.take_action(KEY, REF, NOW + LEASE) == [KEY]
    assert store.take_action(KEY, REF, NOW + LEASE) is None
    assert store.take_action(KEY, REF, NOW + 2 * LEASE) == [KEY]


def test_of_many_who_take_it_again_after_the_lease_one_wins(store):
    store.take_action(KEY, REF, NOW)

    def take(barrier):
        barrier.wait(30)
        return store.take_action(KEY, REF, NOW + LEASE)

    answers = in_threads(4, take)
    assert sorted(answers, key=str) == [None, None, None, [KEY]]


def test_while_a_write_of_the_ticket_is_under_way_another_decision_about_it_waits(store):
    store.take_action(KEY, REF, NOW)
    assert store.take_action(NEXT_KEY, REF, NOW + LEASE / 2) is None
    assert store.take_action(NEXT_KEY, OTHER, NOW + LEASE / 2) == []
    store.finish_action(KEY, RECEIPT, None, NOW + LEASE / 2)
    assert store.take_action("e" * 16, REF, NOW + LEASE / 2) == []


def test_another_decision_about_the_ticket_is_told_of_every_try_whose_end_is_unknown(store):
    store.take_action(KEY, REF, NOW)
    assert store.take_action("e" * 16, REF, NOW + LEASE) == [KEY]
    store.expire_action("e" * 16, NOW + LEASE)
    store.take_action("c" * 16, OTHER, NOW)
    assert store.take_action(NEXT_KEY, REF, NOW + LEASE) == [KEY, "e" * 16]
    assert store.take_action(KEY, REF, NOW + 2 * LEASE) == [KEY, "e" * 16, NEXT_KEY], "its own try too"


def test_what_is_done_stays_done_and_is_nothing_to_look_for(store):
    store.take_action(KEY, REF, NOW)
    store.finish_action(KEY, RECEIPT, None, NOW)
    store.expire_action(KEY, NOW)
    assert store.take_action(NEXT_KEY, REF, NOW + 10 * LEASE) == []
    assert store.load_receipts([REF]) == {REF: RECEIPT}


def test_what_is_done_can_be_decided_again_and_is_then_taken_by_one(store):
    store.take_action(KEY, REF, NOW)
    store.finish_action(KEY, RECEIPT, None, NOW)
    assert store.take_action(KEY, REF, NOW) == []
    assert store.take_action(KEY, REF, NOW) is None


def test_once_a_write_of_the_ticket_is_done_the_lost_ones_before_it_are_settled(store):
    store.take_action(KEY, REF, NOW)
    store.take_action(NEXT_KEY, REF, NOW + LEASE)
    store.take_action("c" * 16, OTHER, NOW)
    store.finish_action(NEXT_KEY, RECEIPT, None, NOW + LEASE)
    assert store.take_action("d" * 16, REF, NOW + 10 * LEASE) == []
    assert store.take_action("b" * 16, OTHER, NOW + 10 * LEASE) == ["c" * 16]


def test_a_write_that_is_done_settles_no_other_that_is_under_way(store):
    """A worker whose lease ran out ends after all, while the next one writes already."""
    store.take_action(KEY, REF, NOW)
    store.take_action(NEXT_KEY, REF, NOW + LEASE)
    store.finish_action(KEY, RECEIPT, None, NOW + LEASE)
    assert store.take_action("e" * 16, REF, NOW + LEASE) is None
    assert store.take_action("e" * 16, REF, NOW + 2 * LEASE) == [NEXT_KEY]


def test_an_expired_action_can_be_taken_again_at_once_and_its_note_must_be_looked_for(store):
    store.take_action(KEY, REF, NOW)
    store.expire_action(KEY, NOW)
    assert store.take_action(KEY, REF, NOW) == [KEY]


def test_done_and_receipt_are_committed_together_or_not_at_all(store):
    store.take_action(KEY, REF, NOW)

    def fail(_tx):
        raise RuntimeError

    hook.listen(store._engine, "commit", fail)
    with pytest.raises(RuntimeError):
        store.finish_action(KEY, RECEIPT, None, NOW)
    hook.remove(store._engine, "commit", fail)
    assert store.load_receipts([REF]) == {}
    assert store.take_action(KEY, REF, NOW) is None


def test_the_stamp_after_our_write_is_kept_for_the_next_one_and_makes_no_work(store):
    save(store, contact(), ticket())
    forget_jobs(store)
    store.finish_action(KEY, RECEIPT, "after our write", NOW)
    store.finish_action(KEY, Receipt(OTHER, "hash"), "of a ticket that is not stored", NOW)
    assert store.load_tickets([REF])[REF] == ticket(stamp="after our write")
    save(store, ticket(minute=1, stamp="after our write"))
    assert jobs_in(store) == []
    assert store.load_tickets([REF, OTHER]) == {REF: ticket(minute=1, stamp="after our write")}


def test_a_write_that_ends_while_a_newer_ticket_is_being_saved_does_not_bring_back_the_older_one(store):
    save(store, contact(), ticket(subject="Older"))
    newer = ticket(minute=1, subject="Newer")
    while_uncommitted(store, [newer], lambda: store.finish_action(KEY, RECEIPT, "after our write", NOW))
    found = store.load_tickets([REF])[REF]
    assert (found.subject, found.updated_at, found.stamp) == ("Newer", at(1), "after our write")
