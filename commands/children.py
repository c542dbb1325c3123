"""Child processes that never outlive us."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import IO

PR_SET_PDEATHSIG = 1


def start_child(
    command: Sequence[str],
    environment: Mapping[str, str] | None = None,
    stdout: IO[str] | int | None = None,
    stderr: IO[str] | None = None,
) -> subprocess.Popen[str]:
    """
    Start one of our own commands in a process group of its own: Ctrl-C reaches us alone, and we end it in order.

    Where the system can promise it (Linux), the child is asked to end when we are killed.
    """
    return subprocess.Popen(  # noqa: S603 - our own commands
        command,
        env=environment,
        stdout=stdout,
        stderr=stderr,
        text=True,
        preexec_fn=_die_with_parent,  # noqa: PLW1509 - we start children before any thread
    )


def _die_with_parent() -> None:
    os.setpgid(0, 0)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
