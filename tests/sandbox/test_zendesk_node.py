"""node-zendesk, which others wrote against real accounts, finds in the loopback what it knows."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.services

HERE = Path(__file__).parent / "node"


@pytest.fixture(scope="session")
def installed() -> Path:
    """Installs the locked packages once, into a folder that git ignores; what is locked is what counts."""
    lock = HERE / "package-lock.json"
    mark = HERE / "node_modules" / ".locked"
    if not mark.is_file() or mark.read_bytes() != lock.read_bytes():
        command = ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
        subprocess.run(command, cwd=HERE, check=True, capture_output=True, timeout=300)
        mark.write_bytes(lock.read_bytes())
    return HERE


def test_node_zendesk_reads_writes_and_sees_the_errors(zendesk, installed):
    environment = {
        "PATH": os.environ["PATH"],
        "BASE": f"{zendesk.url}/api/v2",
        "BEARER": zendesk.session.headers["Authorization"].split()[1],
        "EMAIL": "admin@harbourlane.example",
        "API_TOKEN": "loopback-api-token",
        "TICKET": str(zendesk.id("mail")),
        "CLOSED": str(zendesk.id("closed")),
    }
    node = shutil.which("node") or "node"
    ran = subprocess.run(
        [node, "drive.cjs"], cwd=installed, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.returncode == 0, ran.stderr
    seen = json.loads(ran.stdout)
    assert (seen["me"], seen["same"], seen["ticket"]) == ("admin", "admin", zendesk.id("mail"))
    assert seen["field"] == {"type": "tagger", "listed": True}
    assert {"billing", "mood_calm"} <= set(seen["tags"])
    assert ["seen by node", False] in seen["comments"]
    assert seen["moved"]
    # this client keeps the status of a 409 in its words only
    assert "409" in seen["conflict"]["text"]
    assert seen["closed"]["status"] == 422
    assert seen["job"] == {"status": "completed", "results": [True, False]}
    assert (seen["secret"], seen["gone"]) == (True, 404)


def test_the_lock_names_no_address_to_download_from():
    assert '"resolved"' not in (HERE / "package-lock.json").read_text()
