"""Credentials: readable with the right key and with nothing else, and nowhere in plain text."""

from datetime import timedelta

import pytest
from sqlalchemy import make_url

from integration.connection import Connection
from integration.errors import CredentialError
from integration.store import Store
from integration.store.credentials import new_key
from tests.store.build import NOW, SALESFORCE, ZENDESK

SECRET = "kRt9-token-that-nobody-may-see"
SIGNING = "whsec-that-nobody-may-see"
OLD, NEW = new_key(), new_key()


def connection(connection_id=ZENDESK, **more):
    defaults = {
        "kind": connection_id.partition(":")[0],
        "address": "https://acme.zendesk.com",
        "credential": {"email": "admin@example.com", "token": SECRET},
        "webhook_secrets": (SIGNING, "older"),
        "backfill_from": NOW - timedelta(days=90),
    }
    return Connection(connection_id, **defaults | more)


@pytest.fixture
def open_with(url):
    """Give a way to open the same database with other keys."""
    opened = []

    def open_store(*keys):
        opened.append(Store(url, keys=keys))
        return opened[-1]

    yield open_store
    for store in opened:
        store.close()


def test_a_connection_comes_back_as_it_was_saved(open_with):
    open_with(OLD).save_connection(connection(), NOW)
    open_with(OLD).save_connection(connection(SALESFORCE, webhook_secrets=(), backfill_from=None), NOW)
    found = open_with(OLD).load_connections()
    assert found == [connection(SALESFORCE, webhook_secrets=(), backfill_from=None), connection()]


def test_saving_a_connection_again_replaces_its_credential(open_with):
    store = open_with(OLD)
    store.save_connection(connection(), NOW)
    store.save_connection(connection(credential={"token": "new"}), NOW)
    assert [c.credential for c in store.load_connections()] == [{"token": "new"}]


def test_without_a_key_nothing_can_be_saved_or_read_but_the_ids(open_with):
    with pytest.raises(CredentialError, match="SIDELIGHT_KEYS: is not set; make a key with `sidelight key`"):
        open_with().save_connection(connection(), NOW)
    open_with(OLD).save_connection(connection(), NOW)
    keyless = open_with()
    assert keyless.connection_ids() == [ZENDESK]
    for act in (keyless.load_connections, keyless.rotate_keys):
        with pytest.raises(CredentialError, match="SIDELIGHT_KEYS"):
            act()


def test_without_connections_no_key_is_needed(open_with):
    assert open_with().load_connections() == []


def test_a_wrong_key_is_an_error_that_names_the_connection_and_the_remedy(open_with):
    open_with(OLD).save_connection(connection(), NOW)
    wrong = open_with(NEW)
    for act in (wrong.load_connections, wrong.rotate_keys):
        with pytest.raises(CredentialError, match=rf"^{ZENDESK}: .*add that key, or connect again") as raised:
            act()
        assert SECRET not in str(raised.value)


@pytest.mark.parametrize("key", ["", "not a key", OLD[:-4], "ñ" * 44], ids=["empty", "words", "cut", "not ASCII"])
def test_what_is_no_key_is_refused_at_once(open_with, key):
    with pytest.raises(CredentialError, match="SIDELIGHT_KEYS: is no list of keys; make one with `sidelight key`"):
        open_with(OLD, key)


def test_a_key_is_replaced_by_rotating_with_both_and_removing_the_old_one(open_with):
    open_with(OLD).save_connection(connection(), NOW)
    open_with(OLD).save_connection(connection(SALESFORCE), NOW)
    both = open_with(NEW, OLD)
    assert len(both.load_connections()) == 2
    with pytest.raises(CredentialError):
        open_with(NEW).load_connections()
    assert both.rotate_keys() == 2
    assert open_with(NEW).load_connections() == [connection(SALESFORCE), connection()]
    with pytest.raises(CredentialError):
        open_with(OLD).load_connections()


def test_a_rotation_that_meets_an_unreadable_credential_changes_nothing(open_with):
    open_with(OLD).save_connection(connection(SALESFORCE), NOW)
    open_with(new_key()).save_connection(connection(), NOW)
    with pytest.raises(CredentialError, match=ZENDESK):
        open_with(NEW, OLD).rotate_keys()
    with pytest.raises(CredentialError, match=ZENDESK):
        open_with(OLD).load_connections()


def test_no_secret_is_in_the_database_in_plain_text(open_with, database, url):
    open_with(OLD).save_connection(connection(), NOW)
    open_with(NEW, OLD).rotate_keys()
    stored = whole_database(database, url)
    assert ZENDESK.encode() in stored
    for secret in (SECRET, SIGNING, "admin@example.com", OLD, NEW):
        assert secret.encode() not in stored


def whole_database(database, url):
    """Return all that the database holds: the file and its log, or every row of every table as text."""
    if database == "sqlite":
        path = make_url(url).database
        with open(path, "rb") as file, open(f"{path}-wal", "rb") as log:  # noqa: PTH123 - plain bytes
            return file.read() + log.read()
    store = Store(url)
    with store._read() as tx:
        rows = tx.exec_driver_sql("SELECT encode(secrets, 'escape'), connection::text FROM connection").all()
    store.close()
    return repr(rows).encode()


def test_no_secret_is_in_what_a_connection_shows_of_itself():
    shown = repr(connection()) + str(connection())
    assert ZENDESK in shown
    assert SECRET not in shown
    assert SIGNING not in shown
