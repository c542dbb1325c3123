"""No customer's word, name or address is in a log line, a reason or a counter, whatever goes wrong."""

import json
import os
import signal
import subprocess
import sys

import pytest
import requests
from structlog.testing import capture_logs

from commands.children import start_child
from sandbox.serving import free_port
from tests.journeys.build import ago, customer, says, ticket
from workers import steps

WORD, DIGITS = "Zxquorv", "770090073"
ALL = ("zxquorv", DIGITS)
HELPDESKS = ("zendesk", "salesforce")


def marked(number, system):
    """Build somebody whose every text, name and address holds the mark, and who writes about one thing again."""
    address, order, phone = f"{WORD}{number}@example.com", f"INV-44{number}1", f"+44{DIGITS}{number}"

    def about(world_id, days, status):
        text = f"{WORD} again: invoice {order} charges me twice for the lamp. Please correct it, call {phone}."
        return ticket(
            f"{world_id}{number}",
            says(text, ago(days=days)),
            says(f"Dear {WORD}, I have corrected invoice {order}.", ago(days=days, hours=-2), by="agent:Joe"),
            system=system,
            status=status,
            subject=f"{WORD}: invoice {order}",
            requester_email=address,
            tags=(WORD.lower(),),
        )

    tickets = (about("first", 12, "solved"), about("second", 6, "solved"), about("third", 1, "open"))
    return customer(*tickets, name=f"{WORD} {number}", emails=(address,), phones=(phone,))


def is_clean(text):
    return not any(mark in text.lower() for mark in ALL)


def status_of(house):
    """Return how things stand; nothing of it may hold what a customer wrote."""
    status = house.store.status(house.house.clock())
    assert is_clean(repr(status))
    return status


def failures(house):
    """Return the reasons of the failures that were logged, by kind of job."""
    found = {}
    for event in events(house):
        if event["event"] == "jobs_failed":
            found.setdefault(event["kind"], set()).add(event["reason"])
    return found


def events(house):
    return [json.loads(line) for line in house.lines() if line.startswith("{") and line.endswith("}")]


@pytest.fixture
def served(estate):
    """An estate whose work is done by `sidelight serve`; `lines()` returns what that has logged."""
    house = estate(
        *(marked(number, system) for number, system in enumerate(HELPDESKS)),
        more={"web_port": free_port(), "log_level": "debug", "poll_interval_s": 2.0, "worker_threads": 2},
    )
    path = house.folder / "serve.log"
    path.parent.mkdir(exist_ok=True)
    with path.open("w") as log:
        child = start_child([sys.executable, "-m", "commands", "serve"], house.settings.environment(), log, log)
    house.front = f"http://127.0.0.1:{house.settings.web_port}"

    house.lines = lambda: path.read_text().splitlines()
    yield house
    child.terminate()
    try:
        child.wait(40)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def refuse_writes(house):
    """Let both helpdesks refuse the next writes, and quote the customer while they do so."""
    said = f"{WORD} {DIGITS}"
    refused = {"error": "RecordInvalid", "description": said, "details": {"base": [{"description": said}]}}
    house.fault("zendesk", match="/tickets/[0-9]+", method="PUT", kind="status", status=422, body=refused, times=9)
    rule = {"errorCode": "FIELD_CUSTOM_VALIDATION_EXCEPTION", "message": said, "fields": ["Subject"]}
    house.fault("salesforce", match="/composite", method="POST", kind="status", status=400, body=[rule], times=9)


def break_pages(house):
    """Let both helpdesks give rows that cannot be mapped, with the customer's words where a time should be."""
    said = f"{WORD} {DIGITS}"
    row = {"id": 1, "subject": said, "status": said, "created_at": said, "updated_at": said, "requester_id": said}
    page = {"tickets": [row], "users": [], "groups": [], "after_cursor": "x", "end_of_stream": True, "count": 1}
    house.fault("zendesk", match="/incremental/tickets", kind="status", status=200, body=page, times=2)
    case = {"Id": said, "Subject": said, "CreatedDate": said, "SystemModstamp": said}
    rows = {"records": [case], "done": True, "totalSize": 1}
    house.fault("salesforce", match="/queryAll.*FROM\\W+Case\\W", kind="status", status=200, body=rows, times=2)


def forge(house):
    """Push what is forged, malformed, oversized or unknown, full of the customer's words."""
    body = json.dumps({"detail": {"id": WORD, "subject": WORD, "phone": DIGITS}}).encode()
    for system in HELPDESKS:
        url = f"{house.front}/webhooks/{system}/harbourlane?{WORD}={DIGITS}"
        headers = {"X-Zendesk-Webhook-Signature": WORD, "Authorization": f"Bearer {WORD}", "User-Agent": WORD}
        assert requests.post(url, data=body, headers=headers, timeout=10).status_code == 401
        assert requests.post(url, data=WORD.encode() * 60_000, headers=headers, timeout=10).status_code in (401, 413)
    assert requests.get(f"{house.front}/{WORD}", timeout=10).status_code == 404


def test_no_log_line_reason_or_counter_holds_what_a_customer_wrote(served):
    house = served
    names = [f"third{number}" for number, _ in enumerate(HELPDESKS)]
    house.wait_for(lambda: status_of(house).notes == len(names) and house.is_idle(), seconds=120)
    assert WORD in json.dumps(house.results()), "the mark stands where agents read it"

    refuse_writes(house)
    for name in names:
        house.reply(name, f"Where is the answer for {WORD}? I have told you three times, call +44{DIGITS}0!")
    refs = {str(house.ref(name)) for name in names}
    house.wait_for(lambda: refs <= {parked.key for parked in status_of(house).parked}, seconds=120)
    break_pages(house)
    house.wait_for(lambda: status_of(house) and len(failures(house).get("pull", ())) >= 2, seconds=120)
    forge(house)
    counters = status_of(house).counters
    assert all(counters[f"push refused {system}:harbourlane"] >= 2 for system in HELPDESKS)

    named = {event["event"] for event in events(house)}
    assert {"page_read", "tickets_synced", "customers_assessed", "tickets_written", "push_refused"} <= named
    assert [line for line in house.lines() if not is_clean(line)] == []


def fail_with(error):
    def fails(*_arguments, **_more):
        raise error

    return fails


@pytest.mark.parametrize("step", ["pull", "sync", "assess", "publish"])
def test_an_error_whose_text_quotes_a_customer_is_logged_by_class_and_place(estate, monkeypatch, step):
    house = estate(marked(0, "zendesk"), more={"max_attempts": 1})
    house.drain()
    house.reply("third0", f"{WORD} has told you already. When will {WORD} be paid?")
    house.wait_for_push("told you already")
    monkeypatch.setitem(steps.STEPS, step, fail_with(ValueError(f"{WORD} {DIGITS}")))
    with capture_logs() as logged:
        house.pull()
    reasons = [event["reason"] for event in logged if event["event"] == "jobs_failed"]
    assert reasons
    assert all(reason.startswith("ValueError in fails (test_logs.py:") for reason in reasons)
    assert is_clean(repr(logged))
    assert {parked.kind for parked in status_of(house).parked} == {step}
