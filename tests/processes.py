"""
Processes of their own for tests, each begun from one that has loaded everything: a new interpreter needs two seconds.

How the commands start from nothing is seen where `python -m commands` is run itself.
"""

import multiprocessing
import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROCESSES = multiprocessing.get_context("forkserver")
LOADED = (
    "commands",
    "app",
    "tests.connectors.contend_salesforce",
    "tests.connectors.contend_zendesk",
    "tests.truth.reader",
)
PROCESSES.set_forkserver_preload(list(LOADED))


def run_command(*words, environment, folder=None, typed="", timeout_s=60):
    """Run one of our commands without a terminal; return what became of it, as `subprocess.run` does."""
    with tempfile.TemporaryDirectory() as kept:
        files = [str(Path(kept) / name) for name in ("typed", "stdout", "stderr")]
        Path(files[0]).write_text(typed)
        process = PROCESSES.Process(target=_run, args=(words, environment, str(folder or kept), files))
        process.start()
        process.join(timeout_s)
        if process.exitcode is None:
            process.kill()
            raise subprocess.TimeoutExpired(words, timeout_s)
        said, complained = (Path(name).read_text() for name in files[1:])
        return subprocess.CompletedProcess(words, process.exitcode, said, complained)


def _run(words, environment, folder, files):
    os.setsid()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, name in enumerate(files):
        os.dup2(os.open(name, os.O_RDWR | os.O_CREAT), number)
    # the forkserver's own streams were opened on other files
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115 - they live as long as the process
    sys.argv = ["sidelight", *words]

    from commands import main  # noqa: PLC0415 - loaded in the process that this one began from

    main()
