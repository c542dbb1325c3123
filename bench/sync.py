"""
How fast a whole account is read: `python -m bench.sync zendesk|salesforce [--tickets N] [--comments C] [--store …]`.

A loopback account without limits answers from a process of its own; one further process reads it, with the real
connector, steps and store, into an empty database. What is told is of that process alone: tickets by the clock and by
its own processor seconds, calls a ticket, and the most memory that it held. For information, the loopback's share.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy.engine import make_url

from bench.report import ROOT, Figure, write

STORES = ("sqlite", "postgresql")
ADMIN_URL = os.environ.get("SIDELIGHT_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")
NOW = "2026-11-20T12:00:00Z"
COMMENTS = (0, 4)
"""Comments a ticket where none are asked for: each is a source of its own. With 0, their stream is not read."""

TITLES = {"zendesk": "Zendesk tickets", "salesforce": "Salesforce Cases"}
COMMENTS_STREAM = {"zendesk": "ticket_events", "salesforce": "CaseComment"}
FIRST_WORDS = {"zendesk": 0, "salesforce": 1}
"""Comments besides those asked for: a Case's description is its customer's first one."""


class BenchError(Exception):
    """A part that is measured did not do its work."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for; return 1 where it cannot be measured."""
    asked = _parser().parse_args(arguments)
    stores = STORES if asked.store is None else (asked.store,)
    counts = COMMENTS if asked.comments is None else (asked.comments,)
    figures: list[Figure] = []
    try:
        for comments in counts:
            for store in stores:
                figures += measure(asked.helpdesk, asked.tickets, comments, store)
        write(f"Backfill of {asked.tickets:,} {TITLES[asked.helpdesk]}", figures, asked.json)
    except (BenchError, OSError, psycopg.Error) as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    return 0


def measure(helpdesk: str, tickets: int, comments: int, store: str) -> list[Figure]:
    """Read one account once into an empty `store`; BenchError where not all of it arrived."""
    source = f"{helpdesk}_{store}" + ("_comments" if comments else "")
    with _account(helpdesk, tickets, comments) as (url, server), _database(store) as database:
        left_out = [] if comments else ["--without", COMMENTS_STREAM[helpdesk]]
        read = _run("bench.reading", helpdesk, "--url", url, "--database", database, *left_out)
        server_cpu_s = _cpu_s(server)
    stored = (read["tickets"], read["comments"])
    expected = (tickets, tickets * (comments + FIRST_WORDS[helpdesk]))
    if stored != expected:
        raise BenchError(f"{source}: {stored} tickets and comments are stored of {expected}")
    metrics = {
        "tickets_per_s": tickets / read["wall_s"],
        "calls_per_ticket": read["calls"] / tickets,
        "peak_mb": read["peak_mb"],
        "tickets_per_cpu_s": tickets / read["cpu_s"],
        "loopback_cpu_s": server_cpu_s,
    }
    return [Figure(source, name, value, rows=tickets) for name, value in metrics.items()]


@contextmanager
def _account(helpdesk: str, tickets: int, comments: int) -> Iterator[tuple[str, int]]:
    """Serve an account in a process of its own; gives its address and process id."""
    command = [sys.executable, "-m", "sandbox", "--unlimited", "--now", NOW]
    command += ["--size", str(tickets), "--comments", str(max(1, comments))]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            line = server.stdout.readline()
            if not line:
                raise BenchError("the loopback did not start")
            yield json.loads(line)[helpdesk], server.pid
        finally:
            server.kill()


@contextmanager
def _database(store: str) -> Iterator[str]:
    """Give the URL of an empty database, which is removed at the end."""
    if store == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'bench.db'}"
        return
    name = f"sidelight_bench_{uuid.uuid4().hex}"
    with psycopg.connect(ADMIN_URL, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}".encode())
    try:
        yield make_url(ADMIN_URL).set(database=name).render_as_string(hide_password=False)
    finally:
        with psycopg.connect(ADMIN_URL, autocommit=True) as admin:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _run(module: str, *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        raise BenchError(f"{module} ended with {done.returncode}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _cpu_s(pid: int) -> float:
    """Return the processor seconds that a process has used so far; 0 where the system does not tell."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return 0.0
    fields = stat.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.sync", description="Measures reading a whole account.")
    parser.add_argument("helpdesk", choices=tuple(TITLES))
    parser.add_argument("--tickets", "--cases", type=int, default=100_000, help="default 100,000")
    parser.add_argument("--comments", type=int, help="comments a ticket (default: once 0 and once 4)")
    parser.add_argument("--store", choices=STORES, help="one database alone")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    return parser


if __name__ == "__main__":
    sys.exit(main())
