"""Pushes: what arrives twice counts once, and what is accepted is committed with its work."""

from datetime import timedelta

import pytest
from sqlalchemy import event as hook

from integration.model import TicketRef
from tests.store.build import NOW, SALESFORCE, ZENDESK, at, forget_jobs, jobs_in, snapshot
from tests.store.contend import in_threads

ONE, TWO = TicketRef(ZENDESK, "1"), TicketRef(ZENDESK, "2")
SYNC_ONE = ("sync", f"{ZENDESK}/1")


def test_a_push_makes_its_tickets_due_urgently(store):
    assert store.receive(ZENDESK, "inv-1", [TWO, ONE], NOW)
    assert jobs_in(store) == [SYNC_ONE, ("sync", f"{ZENDESK}/2")]
    assert len(store.claim(f"sync {ZENDESK}", NOW, 10)) == 2
    assert store.status(NOW).counters == {f"push accepted {ZENDESK}": 1}


def test_the_same_invocation_twice_counts_once(store):
    assert store.receive(ZENDESK, "inv-1", [ONE], NOW)
    forget_jobs(store)
    assert not store.receive(ZENDESK, "inv-1", [ONE], at(1))
    assert jobs_in(store) == []
    assert store.status(NOW).counters == {f"push accepted {ZENDESK}": 1, f"push repeated {ZENDESK}": 1}


def test_the_same_invocation_at_another_connection_is_another_push(store):
    assert store.receive(ZENDESK, "inv-1", [ONE], NOW)
    assert store.receive(SALESFORCE, "inv-1", [TicketRef(SALESFORCE, "500")], NOW)
    assert len(jobs_in(store)) == 2


def test_pushes_without_an_invocation_all_count_and_make_one_job(store):
    assert store.receive(ZENDESK, None, [ONE], NOW)
    assert store.receive(ZENDESK, None, [ONE], NOW)
    assert jobs_in(store) == [SYNC_ONE]


def test_of_the_same_invocation_delivered_many_times_at_once_one_counts(store):
    def deliver(barrier):
        barrier.wait(30)
        return [store.receive(ZENDESK, f"inv-{n}", [ONE], NOW) for n in range(10)]

    answers = in_threads(4, deliver)
    assert [sum(column) for column in zip(*answers, strict=True)] == [1] * 10


def test_a_push_whose_work_could_not_be_committed_is_not_remembered(store):
    before = snapshot(store)

    def fail(_tx):
        raise RuntimeError

    hook.listen(store._engine, "commit", fail)
    with pytest.raises(RuntimeError):
        store.receive(ZENDESK, "inv-1", [ONE], NOW)
    hook.remove(store._engine, "commit", fail)
    assert snapshot(store) == before
    assert store.receive(ZENDESK, "inv-1", [ONE], NOW)


def test_an_invocation_is_remembered_for_two_days(store):
    store.receive(ZENDESK, "inv-1", [ONE], NOW)
    store.reconcile(NOW + timedelta(days=2))
    assert not store.receive(ZENDESK, "inv-1", [ONE], NOW)
    store.reconcile(NOW + timedelta(days=2, seconds=1))
    assert store.receive(ZENDESK, "inv-1", [ONE], NOW)
