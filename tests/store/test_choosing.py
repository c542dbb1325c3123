"""An admin's files: a change is applied once over all workers, is in the audit log, and makes everybody due."""

import os
import time

import pytest
import structlog
from structlog.testing import capture_logs

from integration.settings import Settings
from integration.store import ASSESS_LANE, Change, Store
from tests.store.build import NOW, contact, forget_jobs, jobs_in, save, started, ticket
from tests.store.contend import in_threads
from workers.admin_files import ACTOR, AdminFiles, switched_off

OFF = "[rushed]\non = false\n"
TURNED_OFF = (Change("rules [rushed] on", "true", "false"),)


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def write(home, text, name="rules.toml", ago_s=60.0):
    """Write an admin's file as it would stand there after so long."""
    path = home / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    os.utime(path, (time.time() - ago_s, time.time() - ago_s))
    return path


def files(home, store, **more):
    """Return an admin's files as a process of its own sees them."""
    structlog.reset_defaults()
    return AdminFiles(Settings(home=home, _env_file=None, **more), store, lambda: NOW)


def is_on(found):
    return found.thinking().rules.of("rushed").on


def changes(store):
    return [done.changes for done in store.audit_log()]


def test_without_files_nothing_is_logged_and_nobody_is_due(store, home):
    save(store, contact("ana", "one"), ticket("1", "ana"))
    forget_jobs(store)
    assert is_on(files(home, store))
    assert store.audit_log() == []
    assert jobs_in(store) == []


def test_a_change_is_seen_without_a_restart_logged_and_makes_all_who_have_tickets_due_not_urgently(store, home):
    save(store, contact("ana", "one"), contact("bo", "two"), contact("cy", "three"), ticket("1", "ana"))
    save(store, ticket("2", "bo"))
    forget_jobs(store)
    found = files(home, store)
    assert is_on(found)
    write(home, OFF)
    assert not is_on(found)
    (done,) = store.audit_log()
    assert (done.at, done.actor, done.act, done.contacts, done.changes) == (NOW, ACTOR, "rules", (), TURNED_OFF)
    assert set(jobs_in(store)) == {("assess", "zendesk:acme/ana"), ("assess", "zendesk:acme/bo")}
    assert store.claim(ASSESS_LANE, NOW, 10, urgent_only=True) == []
    assert switched_off(store.load_choices()) == ["rushed"]


def test_what_two_workers_see_is_applied_once(store, home):
    found = [files(home, store), files(home, store)]
    assert all(is_on(one) for one in found)
    write(home, OFF)
    assert not any(is_on(one) for one in found)
    assert not is_on(files(home, store)), "a third that starts later"
    assert changes(store) == [TURNED_OFF]


def test_what_many_workers_see_at_the_same_moment_is_applied_once(url, home):
    def look(barrier):
        store = Store(url)
        found = files(home, store)
        found.thinking()
        if barrier.wait(30) == 0:
            write(home, OFF)
        barrier.wait(30)
        on = is_on(found)
        store.close()
        return on

    assert in_threads(4, look) == [False] * 4
    store = Store(url)
    assert changes(store) == [TURNED_OFF]
    store.close()


def test_a_customer_whom_another_is_judging_by_the_old_rules_is_judged_again(store, home):
    save(store, contact("ana", "one"), ticket("1", "ana"))
    found = files(home, store)
    found.thinking()
    begun = started(store)
    write(home, OFF)
    found.thinking()
    store.finish(begun)
    assert set(jobs_in(store)) == {("assess", "zendesk:acme/ana")}


def test_what_is_taken_back_is_a_change_too(store, home):
    found = files(home, store)
    write(home, OFF)
    found.thinking()
    (home / "rules.toml").unlink()
    os.utime(home, (time.time() - 60, time.time() - 60))
    assert is_on(found)
    assert changes(store) == [(Change("rules [rushed] on", "false", "true"),), TURNED_OFF]


def test_a_comment_in_a_file_changes_nothing(store, home):
    save(store, contact("ana", "one"), ticket("1", "ana"))
    found = files(home, store)
    write(home, OFF)
    found.thinking()
    forget_jobs(store)
    write(home, f"# said by Kim\n{OFF}")
    assert not is_on(found)
    assert changes(store) == [TURNED_OFF]
    assert jobs_in(store) == []


def test_brand_and_language_are_applied_and_logged_like_rules(store, home):
    write(home, '[voice]\nformality = "informal"\n', "brand.toml")
    thinking = files(home, store, language="de").thinking()
    assert (thinking.saying.language, thinking.brand.voice.formality) == ("de", "informal")
    assert changes(store) == [
        (
            Change("SIDELIGHT_LANGUAGE", "en", "de"),
            Change("brand [voice] formality", "formal", "informal"),
        )
    ]


@pytest.mark.parametrize("wrong", ["[rushed]\non = 0\n", b"[rushed]\non = false # \xff\n"], ids=["value", "not UTF-8"])
def test_a_file_that_is_wrong_changes_nothing_and_is_logged_once_with_the_reason(store, home, wrong):
    write(home, OFF)
    found = files(home, store)
    found.thinking()
    write(home, wrong, ago_s=30)
    with capture_logs() as logged:
        assert not is_on(found)
        assert not is_on(found)
    assert [(line["event"], line["log_level"]) for line in logged] == [("rules_refused", "warning")]
    assert "[rushed] on is 0" in logged[0]["reason"] or "UTF-8" in logged[0]["reason"]
    assert not is_on(files(home, store)), "a process that starts now has what was applied last"
    assert changes(store) == [TURNED_OFF]


def test_a_file_that_changed_a_moment_ago_may_be_half_written_and_is_left_for_later(store, home):
    found = files(home, store)
    write(home, OFF, ago_s=0)
    assert is_on(found)
    write(home, OFF, ago_s=1.5)
    assert not is_on(found)


def test_a_file_that_a_variable_names_stays_in_force_when_it_goes(store, home):
    path = write(home, OFF, "ours.toml")
    found = files(home, store, rules=str(path))
    assert not is_on(found)
    path.unlink()
    os.utime(home, (time.time() - 60, time.time() - 60))
    with capture_logs() as logged:
        assert not is_on(found)
    assert "it is not there" in logged[0]["reason"]


def test_where_the_database_was_away_the_next_look_applies_it(store, home, monkeypatch):
    found = files(home, store)
    found.thinking()
    write(home, OFF)
    with monkeypatch.context() as away:
        away.setattr(store, "apply_choices", lambda *_: (_ for _ in ()).throw(OSError("away")))
        with pytest.raises(OSError, match="away"):
            found.thinking()
    assert not is_on(found)
    assert changes(store) == [TURNED_OFF]


def test_the_log_tells_what_was_said_of_customers_and_of_rules_in_one_list(store, home):
    save(store, contact("ana", "shared"), contact("bo", "shared"))
    bo = contact("bo").ref
    store.split_contact(bo, "kim", NOW)
    write(home, OFF)
    files(home, store).thinking()
    assert [(done.act, done.actor) for done in store.audit_log()] == [("rules", ACTOR), ("split", "kim")]
