"""`sidelight demo`, as a newcomer and as a script run it."""

import json
import re
import signal
import subprocess
import sys
import time

import pytest
import requests

from tests.journeys.build import NOW

STORY = {
    "customer": {"name": "Ana Ruiz", "emails": ["ana@example.com"], "phones": ["+447700900111"], "language": "en"},
    "tickets": [],
}


def one(number, at, *more, system="zendesk", status="solved"):
    comments = [
        {"at": at, "by": "customer", "text": f"Invoice INV-4411 charges me twice for the lamp. Letter {number}."},
        *more,
    ]
    return {
        "id": f"t{number}",
        "system": system,
        "subject": "Invoice INV-4411",
        "channel": "email",
        "status": status,
        "created_at": at,
        "solved_at": at.replace("T09", "T11") if status == "solved" else None,
        "group": "Billing",
        "assignee": "Joe",
        "tags": ["billing"],
        "csat": None,
        "problem_id": None,
        "requester_email": "ana@example.com",
        "comments": comments,
    }


@pytest.fixture
def world(tmp_path):
    answer = {
        "at": "2026-11-05T10:00:00Z",
        "by": "agent:Joe",
        "text": "I have corrected invoice INV-4411.",
        "public": True,
    }
    tickets = [
        one(1, "2026-11-05T09:00:00Z", answer),
        one(2, "2026-11-12T09:00:00Z", system="salesforce"),
        one(3, "2026-11-20T09:00:00Z", status="open"),
    ]
    path = tmp_path / "world.jsonl"
    path.write_text(json.dumps(STORY | {"tickets": tickets}) + "\n")
    return path


def start(folder, *arguments, **pipes):
    command = [sys.executable, "-m", "commands", "demo", *arguments]
    # a shell starts what runs in its background deaf to Ctrl-C, and our own children would inherit that
    hears = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(command, cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **pipes)
    finally:
        signal.signal(signal.SIGINT, hears)


def test_once_writes_one_result_a_ticket_and_ends_with_0(world, tmp_path):
    demo = start(tmp_path, "--once", "--world", str(world), "--now", NOW.isoformat(), "--out", "result.jsonl")
    _, errors = demo.communicate(timeout=120)
    assert demo.returncode == 0, errors
    results = {row["id"]: row for row in map(json.loads, (tmp_path / "result.jsonl").read_text().splitlines())}
    assert set(results) == {"t1", "t2", "t3"}
    assert "repeat_contact" in results["t3"]["fields"]["flags"]
    assert results["t3"]["fields"]["contacts"] == 3
    assert results["t3"]["annotation"]["v"] == "sidelight/1"
    assert results["t2"]["system"] == "salesforce"
    assert "repeat contact" in errors, "the summary names the flags"
    assert "API calls used" in errors


def test_a_world_with_a_misspelt_key_is_refused_with_its_line(world, tmp_path):
    world.write_text(world.read_text() + '{"customer": {"name": "B", "emails": [], "fones": []}, "tickets": []}\n')
    demo = start(tmp_path, "--once", "--world", str(world))
    _, errors = demo.communicate(timeout=60)
    assert demo.returncode == 1
    assert "line 2" in errors
    assert "fones" in errors
    assert "Traceback" not in errors


def test_a_customers_reply_changes_the_page_within_two_seconds_and_ctrl_c_ends_everything(world, tmp_path):
    demo = start(tmp_path, "--no-browser", "--world", str(world), "--now", NOW.isoformat(), start_new_session=True)
    lines = []
    try:
        for line in demo.stdout:
            lines.append(line)
            if "Ctrl-C" in line:
                break
        text = "".join(lines)
        assert "Ctrl-C" in text, demo.stderr.read()
        page = re.search(r"Zendesk\s+(http://127\.0\.0\.1:\d+)/agent/", text).group(1)
        ids = requests.get(f"{page}/control/ids", timeout=5).json()
        before = flags(page, ids["t3"])
        reply = {"id": ids["t3"], "text": "I have already told you the invoice number, why do you not answer me?"}
        requests.post(f"{page}/control/reply", json=reply, timeout=5).raise_for_status()
        deadline = time.monotonic() + 2.0
        while flags(page, ids["t3"]) == before and time.monotonic() < deadline:
            time.sleep(0.05)
        assert "asked_again" in flags(page, ids["t3"]) - before
    finally:
        demo.send_signal(signal.SIGINT)
        demo.communicate(timeout=60)
    assert demo.returncode == 0
    with pytest.raises(requests.ConnectionError):
        requests.get(f"{page}/control/health", timeout=2)


def flags(page, ticket_id):
    url = f"{page}/api/v2/tickets/{ticket_id}.json"
    agent = ("admin@harbourlane.example/token", "loopback-api-token")
    tags = requests.get(url, auth=agent, timeout=5).json()["ticket"]["tags"]
    return {tag.removeprefix("sidelight_") for tag in tags if tag.startswith("sidelight_")}
