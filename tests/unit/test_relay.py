"""The relay: how much of what is due is handed out at a time."""

from datetime import UTC, datetime, timedelta

import pytest

from integration.connection import Connection
from integration.store import ASSESS_LANE, GATHER_LANE, Job, Store, lane, schema
from integration.store.credentials import new_key
from integration.writeback import WritebackSettings
from workers.context import ThinkingSettings
from workers.desk import Desk
from workers.relay import hand_out

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path):
    url = f"sqlite:///{tmp_path}/sidelight.db"
    schema.upgrade(url)
    store = Store(url, keys=[new_key()])
    for name in ("zendesk:acme", "zendesk:other"):
        store.save_connection(Connection(name, "zendesk", "https://acme.zendesk.com", {}), NOW)
    yield Desk(store, {}.__getitem__, lambda: NOW, ThinkingSettings, WritebackSettings, timedelta(minutes=1), 60.0)
    store.close()


@pytest.mark.parametrize(("kind", "batch"), [("pull", 1), ("sync", 25), ("publish", 100)])
def test_a_connection_has_one_message_of_a_kind_under_way(desk, kind, batch):
    desk.store.put([Job(kind, f"zendesk:acme/{n}", lane(kind, "zendesk:acme")) for n in range(130)], NOW)
    sent = []
    assert hand_out(desk, lambda kind, claims: sent.append((kind, claims))) == batch
    assert hand_out(desk, lambda kind, claims: sent.append((kind, claims))) == 0
    assert [(kind, len(claims)) for kind, claims in sent] == [(kind, batch)]
    begun, _ = desk.store.begin([(c.id, c.number) for c in sent[0][1]], NOW)
    desk.store.finish(begun)
    assert hand_out(desk, lambda *_: None) == min(batch, 130 - batch)


def test_a_connection_that_has_much_to_do_holds_up_no_other(desk):
    for name in ("zendesk:acme", "zendesk:other"):
        desk.store.put([Job("sync", f"{name}/{n}", lane("sync", name)) for n in range(40)], NOW)
    sent = []
    hand_out(desk, lambda _, claims: sent.append({c.key.partition("/")[0] for c in claims}))
    assert sorted(sent, key=str) == [{"zendesk:acme"}, {"zendesk:other"}]


@pytest.mark.parametrize("threads", [1, 4])
def test_enough_customers_are_handed_out_to_keep_every_thread_busy_and_few_to_lose(desk, threads):
    desk.store.put([Job("assess", f"c{n}", ASSESS_LANE) for n in range(400)], NOW)
    sent = []
    while hand_out(desk, lambda _, claims: sent.append(len(claims)), threads):
        pass
    assert sent == [20] * 2 * threads


def test_nothing_is_compared_while_somebody_has_still_to_be_assessed(desk):
    desk.store.put([Job("assess", f"c{n}", ASSESS_LANE) for n in range(50)], NOW)
    desk.store.put([Job("gather", "texts", GATHER_LANE)], NOW)
    sent = []
    while hand_out(desk, lambda kind, _: sent.append(kind), 4):
        pass
    assert sent == ["assess", "assess", "assess", "gather"]
