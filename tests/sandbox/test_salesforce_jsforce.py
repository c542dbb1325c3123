"""jsforce, a client that shares nothing with us, finds an org at the other end."""

import json
import shutil
import subprocess
import time
from pathlib import Path

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from sandbox.clock import real_clock
from tests.sandbox import salesforce_server
from tests.sandbox.salesforce_server import PACKAGE, many

salesforce_servers = salesforce_server.salesforce_servers

FOLDER = Path(__file__).parent / "jsforce"
NODE = FOLDER / "node_modules" / "node" / "bin" / "node"
CASES = 4500
pytestmark = pytest.mark.services


@pytest.fixture(scope="module")
def node():
    """Node and jsforce as the lock file names them, beside the test; kept for the next run."""
    done = FOLDER / "node_modules" / ".package-lock.json"
    lock = FOLDER / "package-lock.json"
    if not done.exists() or done.stat().st_mtime < lock.stat().st_mtime:
        npm = shutil.which("npm")
        assert npm, "npm is needed to install jsforce; install Node.js"
        subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=FOLDER, check=True, timeout=600)
        done.touch()
    return NODE


@pytest.fixture(scope="module")
def keys():
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return key, public.decode()


@pytest.fixture
def org(salesforce_servers, keys):
    return salesforce_servers.start(many(CASES), real_clock, package_folder=PACKAGE, jwt_public_key=keys[1])


@pytest.fixture
def told(node, org, keys):
    options = org.options
    claims = {"iss": options.client_id, "sub": options.run_as, "aud": options.address, "exp": int(time.time()) + 120}
    assertion = jwt.encode(claims, keys[0], algorithm="RS256")
    token = org.session.headers["Authorization"].partition(" ")[2]
    command = [node, FOLDER / "drive.mjs", org.url, options.client_id, options.client_secret, assertion, token]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_jsforce_finds_an_org(told, org):
    place = org.counts()
    assert told["signIn"] == {"user": place["runAsId"], "org": place["organizationId"], "same": True}
    assert told["wrongSecret"] == "invalid client credentials"
    assert told["refreshed"] == 1

    assert told["query"] == {"total": CASES, "fetched": CASES, "ids": CASES}
    assert "Secret__c" not in told["describe"]["custom"]
    assert {"Key__c", "Mood__c"} <= set(told["describe"]["custom"])
    assert told["builder"] == 3

    assert (told["update"], told["retrieved"]) == (True, "By jsforce")
    assert told["collection"] == ["done", "STRING_TOO_LONG", "done"]
    assert told["upsert"] == [True, True, True, False, True]
    assert (told["updatedHasIt"], told["deletedHasIt"]) == (True, True)

    # one Case was made and one deleted before
    assert told["bulk"] == CASES
    assert told["limits"] is True
    assert told["usage"]["limit"] == org.options.daily_requests
    assert told["errors"] == ["INVALID_FIELD", "MALFORMED_QUERY", "INVALID_TYPE", "NOT_FOUND"]
