"""The `sidelight` command: what a person reads when something is missing or wrong."""

import os
import re
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta

import pytest

from integration.connection import Connection
from integration.model import Channel, Contact, ContactRef, FlagFeedback, Page, Role, Status, Ticket, TicketRef
from integration.store import Job, Store, lane, schema
from integration.store.credentials import new_key
from sandbox.serving import free_port
from tests.processes import run_command

WORKER = ("-m", "celery", "-A", "app", "worker", "--pool", "solo", "--queues", "sidelight.pull,sidelight.tick")


def environment(**settings):
    """Return the variables of a process with only our own settings."""
    found = {"PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(sys.path), "LANG": "C.UTF-8", "COLUMNS": "200"}
    return found | {f"SIDELIGHT_{name.upper()}": value for name, value in settings.items()}


@pytest.fixture
def python(tmp_path):
    """Run Python in an empty folder with only our own settings."""

    def run(*arguments, **settings):
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=tmp_path,
            env=environment(**settings),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def sidelight(tmp_path):
    """Run one of our commands there."""
    return lambda *words, **settings: run_command(*words, environment=environment(**settings), folder=tmp_path)


@pytest.fixture
def connected(tmp_path):
    """Give the store of that folder with one connection, and its key; nothing answers at its address."""
    url = f"sqlite:///{tmp_path}/.sidelight/sidelight.db"
    schema.upgrade(url)
    key = new_key()
    store = Store(url, keys=[key])
    address = "https://acme.zendesk.com"
    credential = {"client_id": "sidelight", "client_secret": "loopback"}
    store.save_connection(Connection("zendesk:acme", "zendesk", address, credential), datetime.now(UTC))
    yield store, {"keys": key, "routes": f"{address}=http://127.0.0.1:{free_port()}"}
    store.close()


def test_help_lists_every_command(python):
    answer = python("-m", "commands", "--help")
    assert answer.returncode == 0
    for name in ("demo", "serve", "sync", "backfill", "status", "doctor", "connect"):
        assert f"\n  {name}" in answer.stdout


@pytest.mark.parametrize("command", ["status", "sync", "doctor"])
def test_an_empty_folder_says_to_migrate(sidelight, command):
    answer = sidelight(command)
    assert answer.returncode == 1
    assert "sidelight migrate" in answer.stdout + answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_wrong_setting_is_named_with_its_remedy(sidelight):
    answer = sidelight("status", time_zone="Mars/Olympus")
    assert answer.returncode == 1
    assert "SIDELIGHT_TIME_ZONE" in answer.stderr
    assert "Europe/Madrid" in answer.stderr


def test_connecting_without_a_key_says_how_to_make_one(sidelight):
    answer = sidelight("connect", "salesforce", "--domain", "acme", "--client-id", "x")
    assert answer.returncode == 1
    assert "Traceback" not in answer.stderr


def test_nothing_connected_says_what_to_run(sidelight, tmp_path):
    schema.upgrade(f"sqlite:///{tmp_path}/.sidelight/sidelight.db")
    answer = sidelight("sync")
    assert answer.returncode == 1
    assert "sidelight connect zendesk" in answer.stderr
    assert "No helpdesk is connected" in sidelight("status").stdout


def test_a_key_is_one_that_the_store_takes(sidelight):
    assert len(sidelight("key").stdout.strip()) == len(new_key())


AWAY = "postgresql://sidelight:s3cret@127.0.0.1:{port}/sidelight?connect_timeout=2"


@pytest.mark.parametrize(
    "command", [("status",), ("sync",), ("retry",), ("migrate",), ("backfill", "--yes")], ids=" ".join
)
def test_a_database_that_is_away_is_said_in_one_sentence(sidelight, command):
    answer = sidelight(*command, database_url=AWAY.format(port=free_port()), keys=new_key())
    assert answer.returncode == 1
    assert answer.stderr.startswith("sidelight: The database does not answer (")
    assert answer.stderr.count("\n") == 1
    assert "SIDELIGHT_DATABASE_URL" in answer.stderr
    assert "s3cret" not in answer.stdout + answer.stderr


def test_doctor_finds_that_the_database_is_away(sidelight):
    answer = sidelight("doctor", database_url=AWAY.format(port=free_port()), keys=new_key())
    assert answer.returncode == 1
    assert "wrong settings and database: The database does not answer" in answer.stdout
    assert "s3cret" not in answer.stdout + answer.stderr
    assert "Traceback" not in answer.stderr


def test_status_shows_how_right_agents_find_each_flag_and_nothing_before_they_say_so(sidelight, connected):
    store, settings = connected
    now = datetime.now(UTC)
    assert "As agents see it" not in sidelight("status", **settings).stdout
    reasons = ("m", "m", "u", None)
    words = [FlagFeedback("rushed", right=False, at=now, by=str(n), reason=r) for n, r in enumerate(reasons)]
    rest = {"rushed": True, "asked_again": True, "known_issue": None}
    words += [FlagFeedback(kind, right, at=now, by="9") for kind, right in rest.items()]
    noun = Ticket(
        TicketRef("zendesk:acme", "1"), "#1", "", Status.OPEN, Channel.EMAIL, now, now, feedback=tuple(words), stamp="1"
    )
    store.save_sync("zendesk:acme", Page(tickets=(noun,)), {}, now)
    said = sidelight("status", **settings).stdout
    shown = [re.split(r"\s*│\s*", line.strip("│ ")) for line in said.partition("As agents see it")[2].splitlines()]
    assert ["asked_again", "1", "0", "100%"] in shown
    assert ["rushed", "1", "4", "20%", "misread: 2, true but of no use: 1"] in shown
    assert "known_issue" not in said


def test_status_says_what_was_put_off_until_when_and_why(sidelight, connected):
    store, settings = connected
    now = datetime.now(UTC)
    jobs = [Job("publish", f"zendesk:acme/{n}", lane("publish", "zendesk:acme")) for n in range(3)]
    store.put([*jobs, Job("pull", "zendesk:acme", lane("pull", "zendesk:acme"))], now)
    claims = store.claim("publish zendesk:acme", now, 3)
    store.postpone(claims, now + timedelta(hours=1), "Zendesk's rate limit [429] is reached.")
    said = sidelight("status", **settings).stdout
    due = f"{now + timedelta(hours=1):%H:%M:%S} UTC"
    assert f"Put off until {due}: 3 publish zendesk:acme: Zendesk's rate limit [429] is reached." in said
    assert "Jobs waiting: 1 pull." in said


def test_status_says_when_a_parked_pull_is_tried_again_and_what_waits_for_a_person(sidelight, connected):
    store, settings = connected
    now = datetime.now(UTC)
    store.put([Job("pull", "zendesk:acme", "any"), Job("publish", "zendesk:acme/1", "any")], now)
    claims, _ = store.begin([(c.id, c.number) for c in store.claim("any", now, 2)], now)
    store.fail(claims, "A right is missing.", now, permanent=True, outage=True)
    said = sidelight("status", **settings).stdout
    again = f"{now + timedelta(minutes=5):%Y-%m-%d %H:%M:%S} UTC"
    assert f"zendesk:acme is not being read; it is tried again by itself at {again}.\n" in said
    assert said.count("by itself") == 1, "only reading is"
    assert "`sidelight retry` tries all of them at once" in said
    assert "2 jobs are parked." in sidelight("doctor", **settings).stdout
    assert sidelight("retry", **settings).stdout == "2 parked jobs will be tried again.\n"
    assert "Parked" not in sidelight("status", **settings).stdout


def test_sync_says_what_it_had_to_put_off_and_why(sidelight, connected):
    _, settings = connected
    answer = sidelight("sync", **settings)
    assert "Put off until" in answer.stderr
    assert "1 pull zendesk:acme: " in answer.stderr


def test_the_schedule_runs_in_the_worker_and_leaves_no_file(connected, tmp_path):
    store, settings = connected
    with (tmp_path / "worker.log").open("w") as log:
        worker = subprocess.Popen(
            [sys.executable, *WORKER], cwd=tmp_path, env=environment(**settings), stdout=log, stderr=log
        )
    try:
        deadline = time.monotonic() + 40
        # nobody but the schedule's tick makes this job
        while not store.status(datetime.now(UTC)).put_off and time.monotonic() < deadline:
            time.sleep(0.1)
        assert [found.lane for found in store.status(datetime.now(UTC)).put_off] == ["pull zendesk:acme"]
    finally:
        worker.send_signal(signal.SIGTERM)
        worker.wait(30)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".sidelight", "worker.log"]


@pytest.mark.parametrize("part", [("-m", "commands", "serve"), WORKER], ids=["serve", "celery worker"])
def test_a_second_embedded_worker_is_refused(python, tmp_path, part):
    schema.upgrade(f"sqlite:///{tmp_path}/.sidelight/sidelight.db")
    lock = tmp_path / ".sidelight" / "worker.lock"
    script = "import fcntl, sys; f = open(sys.argv[1], 'w'); fcntl.flock(f, 2); print('held', flush=True); input()"
    holder = subprocess.Popen(
        [sys.executable, "-c", script, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout.readline() == "held\n"
        answer = python(*part, web_port="0")
        assert answer.returncode == 1
        assert "SIDELIGHT_HOME" in answer.stderr
        assert "Traceback" not in answer.stderr
    finally:
        holder.communicate("\n", timeout=10)


def test_a_customer_is_shown_split_and_joined_by_command_and_the_log_says_by_whom(sidelight, connected):
    store, settings = connected
    ana, bo = (ContactRef("zendesk:acme", name) for name in ("7", "8"))
    people = tuple(Contact(ref, name, Role.CUSTOMER) for ref, name in ((ana, "Ana Ruiz"), (bo, "A. Ruiz")))
    keys = {ref: [("email", "ana@example.com")] for ref in (ana, bo)}
    store.save_sync("zendesk:acme", Page(contacts=people), keys, datetime.now(UTC))
    shown = sidelight("customer", "show", "zendesk:acme/8", **settings).stdout
    assert "same e-mail address ana@example.com: zendesk:acme/7, zendesk:acme/8" in shown
    assert "split by an admin" in sidelight("customer", "split", "zendesk:acme/8", "--by", "kim", **settings).stdout
    assert "Ana Ruiz" not in sidelight("customer", "show", "zendesk:acme/8", **settings).stdout
    assert "joined by an admin" in sidelight("customer", "join", "zendesk:acme/8", "zendesk:acme/7", **settings).stdout
    log = sidelight("log", **settings).stdout.splitlines()
    assert "kim: zendesk:acme/8 split from zendesk:acme/7" in log[1]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("show", "nonsense"), "write CONNECTION/ID"),
        (("show", "zendesk:acme/1"), "no contact zendesk:acme/1 is stored"),
        (("show", "--ticket", "zendesk:acme/1"), "no ticket zendesk:acme/1 is stored"),
    ],
)
def test_a_customer_who_is_not_there_is_said_with_the_remedy(sidelight, connected, words, says):
    result = sidelight("customer", *words, **connected[1])
    assert result.returncode == 1
    assert says in result.stderr


def test_the_files_that_are_printed_are_right_and_doctor_says_so(sidelight, connected, tmp_path):
    _, settings = connected
    for name in ("rules", "brand"):
        printed = sidelight(name)
        assert printed.returncode == 0
        (tmp_path / ".sidelight" / f"{name}.toml").write_text(printed.stdout)
        assert sidelight(name, "--check").stdout == f".sidelight/{name}.toml is all right.\n"
    said = sidelight("doctor", **settings).stdout
    assert "ok   rules: .sidelight/rules.toml is all right." in said
    assert "ok   brand: .sidelight/brand.toml is all right." in said


def test_a_file_that_is_wrong_is_named_with_the_remedy_by_check_and_by_doctor(sidelight, connected, tmp_path):
    _, settings = connected
    (tmp_path / "mine.toml").write_text("[rushed]\non = 0\n")
    says = "mine.toml: [rushed] on is 0; write true or false, without quotes."
    answer = sidelight("rules", "--check", "mine.toml")
    assert (answer.returncode, answer.stdout, answer.stderr) == (1, "", f"sidelight: {says}\n")
    found = sidelight("doctor", **settings, rules="mine.toml")
    assert found.returncode == 1
    assert f"wrong rules: {says}" in found.stdout
    assert "ok   brand: there is no .sidelight/brand.toml: everything has its default." in found.stdout


def test_a_file_that_is_not_there_cannot_be_checked(sidelight):
    answer = sidelight("brand", "--check")
    assert answer.returncode == 1
    assert answer.stderr == "sidelight: .sidelight/brand.toml: it is not there; put it back, or point to another.\n"
    assert "goes with --check" in sidelight("rules", "mine.toml").stderr


def test_status_names_what_is_switched_off_and_the_log_what_was_changed(sidelight, connected, tmp_path):
    _, settings = connected
    assert "Switched off" not in sidelight("status", **settings).stdout
    assert "Nothing was joined or split, and no rule was changed." in sidelight("log", **settings).stdout
    rules = tmp_path / ".sidelight" / "rules.toml"
    rules.write_text("[rushed]\non = false\n[repeat_contact]\nhigh_from = 5\n")
    os.utime(rules, (time.time() - 60, time.time() - 60))
    sidelight("sync", **settings)
    assert "Switched off by the rules: rushed." in sidelight("status", **settings).stdout
    lines = sidelight("log", **settings).stdout.splitlines()
    assert [line.partition(" UTC  ")[2] for line in lines] == [
        "admin's files: rules [repeat_contact] high_from: 3 -> 5",
        "admin's files: rules [rushed] on: true -> false",
    ]
