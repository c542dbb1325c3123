"""Node packages for a folder, installed once and then left there; they come from the registry."""

import fcntl
import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

WAIT_S = 600


def install(folder: Path) -> None:
    """Install what the folder's lock file names, unless that is there; several processes at once install it once."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.fail("npm is missing; install Node.js")
    wanted = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    stamp = folder / "node_modules" / ".installed"
    with (folder / "package-lock.json").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if stamp.is_file() and stamp.read_text() == wanted:
            return
        run([npm, "ci", "--no-audit", "--no-fund"], folder)
        stamp.write_text(wanted)


def run(command: list, folder: Path) -> subprocess.CompletedProcess:
    """Run a command in a folder; the test fails with what it complained of if it fails."""
    ran = subprocess.run(command, check=False, cwd=folder, capture_output=True, text=True, timeout=WAIT_S)
    assert ran.returncode == 0, ran.stderr[-8000:]
    return ran
