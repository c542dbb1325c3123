import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import requests

from sandbox.clock import clock_from
from sandbox.world import World, WorldCustomer
from sandbox.zendesk import ZendeskOptions, create_app
from tests.sandbox.zendesk_server import NOW, running_zendesk, said, sign_in, ticket

ROOT = Path(__file__).resolve().parents[2]
LAST_WORDS = "Faults and acts with curl: docs/loopback.md. Ctrl-C ends both.\n"
LINE = {
    "customer": {"name": "Ana", "emails": ["ana@example.com"], "language": "es"},
    "tickets": [
        {
            "id": "t1",
            "system": "zendesk",
            "subject": "Twice",
            "channel": "email",
            "status": "open",
            "created_at": "2026-10-02T09:12:00Z",
            "comments": [{"at": "2026-10-02T09:12:00Z", "by": "customer", "text": "Charged twice"}],
        }
    ],
}


def test_one_command_serves_both_until_it_is_ended(tmp_path):
    world = tmp_path / "world.jsonl"
    world.write_text(json.dumps(LINE) + "\n")
    command = [sys.executable, "-m", "sandbox", "--world", str(world), "--now", "2026-11-01T00:00:00Z"]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        urls = json.loads(running.stdout.readline())
        for url in urls.values():
            assert requests.get(f"{url}/control/health", timeout=10).json()["ok"] is True
        assert requests.get(f"{urls['zendesk']}/control/ids", timeout=10).json() == {"t1": "1001"}
        started = time.monotonic()
        os.kill(running.pid, signal.SIGTERM)
        assert running.wait(timeout=5) == 0
        assert time.monotonic() - started < 2
    finally:
        if running.poll() is None:
            running.kill()
        running.stdout.close()


def test_a_world_that_cannot_be_read_stops_with_its_line(tmp_path):
    world = tmp_path / "world.jsonl"
    world.write_text('{"customer": 1}\n')
    command = [sys.executable, "-m", "sandbox", "--world", str(world)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)
    assert ended.returncode == 2
    assert "line 1" in ended.stderr


def test_the_sandbox_alone_tells_a_person_how_to_use_it_and_ends_when_told():
    command = [sys.executable, "-m", "commands", "sandbox", "--size", "1200", "--comments", "2", "--unlimited"]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        url = json.loads(running.stdout.readline())["zendesk"]
        token = sign_in(url).json()["access_token"]
        answered = requests.get(
            f"{url}/api/v2/incremental/tickets/cursor.json?start_time=0",
            headers={"Authorization": f"Bearer {token}"},
            timeout=20,
        )
        assert (len(answered.json()["tickets"]), "X-Rate-Limit" in answered.headers) == (1000, False)
        told = "".join(iter(running.stderr.readline, LAST_WORDS))
        running.terminate()
        assert running.wait(timeout=20) == 0
    finally:
        running.kill()
        running.stdout.close()
        running.stderr.close()
    assert all(word in told for word in (url, "loopback-client-secret", "/control"))


def test_the_agents_page_is_there(zendesk):
    assert "Subject of mail" in zendesk.get("/agent/").text


def test_ids_are_the_same_at_every_moment_of_a_world():
    with running_zendesk() as now, running_zendesk(now=NOW - timedelta(days=8)) as before:
        later, earlier = now.helpdesk.ids(), before.helpdesk.ids()
    assert set(earlier) < set(later)
    assert all(later[id_] == number for id_, number in earlier.items())


def test_three_thousand_tickets_load_in_three_seconds():
    crowd = tuple(
        WorldCustomer(
            f"Customer {n}",
            (f"c{n}@example.com",),
            (),
            "en",
            tuple(
                ticket(f"{n}-{m}", 30, tuple(said(30, k, "customer", "word " * 30) for k in range(5))) for m in range(3)
            ),
        )
        for n in range(1000)
    )
    started = time.process_time()
    app = create_app(World(crowd), clock_from(datetime(2026, 11, 20, tzinfo=UTC)), ZendeskOptions())
    took_s = time.process_time() - started
    for close in app.config["closers"]:
        close()
    assert len(app.config["helpdesk"].ids()) == 3000
    assert took_s < 3
