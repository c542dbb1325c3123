"""The same journeys with real workers: PostgreSQL with RabbitMQ, PostgreSQL with Redis, two worker processes."""

import os
import time
import uuid

import psycopg
import pytest
import redis
from kombu import Connection as Broker

from integration.store.jobs import KINDS
from tests.journeys.stories import content, third_contact

pytestmark = pytest.mark.services

ADMIN = os.environ.get("SIDELIGHT_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
BROKERS = {
    "rabbitmq": os.environ.get("SIDELIGHT_TEST_RABBITMQ", "amqp://guest:guest@127.0.0.1:5672//"),
    "redis": os.environ.get("SIDELIGHT_TEST_REDIS", "redis://127.0.0.1:6379/9"),
}
QUEUES = [f"sidelight.{name}" for name in (*KINDS, "tick")]


@pytest.fixture
def database():
    name = f"sidelight_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(ADMIN, autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}"')
    yield ADMIN.rpartition("/")[0] + "/" + name
    with psycopg.connect(ADMIN, autocommit=True) as admin:
        admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def empty(url):
    """Throw away everything that a broker holds for us."""
    if url.startswith("redis"):
        redis.Redis.from_url(url).flushdb()
        return
    with Broker(url) as broker:
        for queue in QUEUES:
            try:
                broker.default_channel.queue_purge(queue)
            except broker.channel_errors:
                broker.default_channel.close()
                broker._default_channel = None


# each broker's queues have one name only: its tests stay in one process
@pytest.fixture(params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in sorted(BROKERS)])
def busy(request, estate, database):
    """Build an estate on PostgreSQL whose work is done by `count` worker processes."""
    url = BROKERS[request.param]
    empty(url)

    def build(*customers, count=2, **more):
        more = {"lease_s": 6.0, "worker_threads": 2, "poll_interval_s": 2.0} | more
        house = estate(*customers, database_url=database, broker_url=url, more=more)
        for _ in range(count):
            house.start_worker()
        return house

    return build


def told(house):
    return "repeat_contact" in house.flags("third")


def test_two_workers_tell_a_third_contact_once(busy):
    house = busy(third_contact(first_system="salesforce"), content())
    house.wait_for(lambda: told(house) and house.is_idle(), seconds=60)
    time.sleep(3)  # two more looks for changes
    assert len(house.notes("third")) == 1
    assert house.flags("calm") == set()
    assert not house.store.status(house.house.clock()).parked
    assert not any(row["public"] for row in house.written_comments())


def test_a_reply_travels_through_webhook_broker_and_worker(busy):
    house = busy(third_contact())
    house.wait_for(lambda: told(house) and house.is_idle(), seconds=60)
    before = house.flags("third")
    house.reply("third", "I have already told you all this twice. Why does nobody answer me?")
    house.wait_for(lambda: "asked_again" in house.flags("third") - before, seconds=30)


def test_a_worker_killed_between_the_write_and_its_receipt_makes_no_second_note(busy):
    house = busy(third_contact(), count=1)
    house.fault("zendesk", match="/api/v2/tickets/", method="PUT", kind="late_reply", delay_s=8, times=1)
    house.wait_for(lambda: house.notes("third"), seconds=60)
    assert not house.store.load_receipts([house.ref("third")]), "the receipt is not there yet"
    house.kill_worker(house.workers[0])
    house.start_worker()
    house.wait_for(lambda: house.store.load_receipts([house.ref("third")]) and house.is_idle(), seconds=60)
    assert len(house.notes("third")) == 1


def test_an_emptied_broker_loses_nothing(busy):
    house = busy(third_contact(first_system="salesforce"), content(), count=0)
    worker = house.start_worker()
    deadline = time.monotonic() + 60
    while not told(house) and time.monotonic() < deadline:
        empty(house.settings.broker_url)
        if worker.poll() is not None:
            worker = house.start_worker()
        time.sleep(0.4)
        if house.store.status(house.house.clock()).rows["ticket"] >= 4:
            break
    house.wait_for(lambda: told(house) and house.is_idle(), seconds=60)
    assert len(house.notes("third")) == 1


def test_term_ends_a_worker_after_its_task(busy):
    house = busy(third_contact(), count=1)
    house.wait_for(lambda: told(house) and house.is_idle(), seconds=60)
    house.workers[0].terminate()
    assert house.workers[0].wait(20) == 0
