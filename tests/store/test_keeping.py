"""Tokens and budgets in the store: changed by one worker at a time, on either database, and forgotten with it all."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.connection import Connection
from integration.keeping import Budget, Tokens
from integration.store import Job, Store, lane
from tests.store.build import NOW, ZENDESK
from tests.store.conftest import KEY
from tests.store.contend import in_threads

ROUNDS, WORKERS = 25, 4
EMPTY = Budget(NOW, NOW + timedelta(seconds=60), limit=700)


def test_there_are_none_before_the_first(store):
    assert store.load_tokens(ZENDESK) == Tokens()
    assert store.change_budgets(ZENDESK, ("account",), lambda known: (known, dict(known))) == {}


def test_what_was_decided_comes_back_and_others_connections_have_their_own(store):
    made = Tokens(3, "access", "refresh", NOW, NOW + timedelta(seconds=9), "why")
    assert store.change_tokens(ZENDESK, lambda _: (made, "said")) == "said"
    assert store.load_tokens(ZENDESK) == made
    assert store.load_tokens("zendesk:other") == Tokens()


def test_a_decision_that_fails_changes_nothing(store):
    store.change_tokens(ZENDESK, lambda known: (replace(known, access="kept"), None))

    def fail(_):
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.change_tokens(ZENDESK, fail)
    assert store.load_tokens(ZENDESK).access == "kept"


def count_tokens(url, barrier):
    store = Store(url, keys=[KEY])
    barrier.wait(30)
    for _ in range(ROUNDS):
        store.change_tokens(ZENDESK, lambda known: (replace(known, version=known.version + 1), None))
    store.close()


def count_calls(url, barrier):
    store = Store(url, keys=[KEY])
    first = barrier.wait(30)
    names = ("account", "tickets-update") if first % 2 else ("tickets-update", "account")

    def take(known):
        return {name: replace(b := known.get(name, EMPTY), taken=b.taken + 1) for name in names}, None

    for _ in range(ROUNDS):
        store.change_budgets(ZENDESK, names, take)
    store.close()


def test_workers_that_change_the_same_tokens_lose_no_change(store, url):
    in_threads(WORKERS, count_tokens, url)
    assert store.load_tokens(ZENDESK).version == ROUNDS * WORKERS


def test_workers_that_take_of_the_same_budgets_lose_no_call_and_never_wait_in_a_circle(store, url):
    in_threads(WORKERS, count_calls, url)
    found = store.change_budgets(ZENDESK, ("account", "tickets-update"), lambda known: (known, dict(known)))
    assert {name: budget.taken for name, budget in found.items()} == {
        "account": ROUNDS * WORKERS,
        "tickets-update": ROUNDS * WORKERS,
    }


def test_a_connection_that_is_leaving_is_worked_for_no_more_and_can_still_be_signed_in(store):
    noun = Connection(ZENDESK, "zendesk", "https://acme.zendesk.com", {"client_id": "a", "client_secret": "b"})
    store.save_connection(noun, NOW)
    store.begin_leaving(ZENDESK)
    assert (store.connection_ids(), store.load_connections()) == ([], [])
    assert (store.leaving_ids(), store.load_leaving()) == ([ZENDESK], [noun])
    store.save_connection(noun, NOW)
    assert (store.connection_ids(), store.leaving_ids()) == ([ZENDESK], []), "connecting again takes it back"


def test_a_forgotten_connection_leaves_no_secret_and_no_job(store):
    noun = Connection(ZENDESK, "zendesk", "https://acme.zendesk.com", {"client_id": "a", "client_secret": "b"})
    store.save_connection(noun, NOW)
    store.change_tokens(ZENDESK, lambda known: (replace(known, access="secret"), None))
    store.change_budgets(ZENDESK, ("account",), lambda _: ({"account": EMPTY}, None))
    store.put([Job("pull", ZENDESK, lane("pull", ZENDESK))], NOW)
    store.count(f"push refused {ZENDESK}")
    store.forget_connection(ZENDESK, content=True, notes_gone=True, now=NOW)
    assert store.connection_ids() == store.leaving_ids() == []
    assert store.load_tokens(ZENDESK) == Tokens()
    status = store.status(NOW)
    assert (status.waiting, status.counters, status.streams) == ({}, {}, ())


def test_jobs_of_a_connection_that_is_gone_are_swept_and_others_stay(store):
    noun = Connection(ZENDESK, "zendesk", "https://acme.zendesk.com", {"client_id": "a", "client_secret": "b"})
    store.save_connection(noun, NOW)
    gone = "zendesk:gone"
    store.put([Job("publish", f"{c}/1", lane("publish", c)) for c in (ZENDESK, gone)], NOW)
    store.put([Job("assess", "customer", "assess")], NOW)
    store.reconcile(NOW)
    assert store.status(NOW).waiting == {"assess": 1, "publish": 1}
