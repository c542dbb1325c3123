"""`sidelight serve`: web and worker in one command, for a company that one machine serves."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import click
import structlog

from app import House
from commands.children import start_child
from integration import logs
from integration.errors import SettingsError
from integration.settings import Settings, read_settings
from integration.store import schema
from integration.store.jobs import KINDS
from workers.lock import WorkerLock

log = structlog.get_logger()

DRAIN_S = 30.0
"""Seconds that the parts get to finish what they are doing after TERM."""

LONGEST_BACK_OFF_S = 30.0
STEADY_S = 60.0
"""A part that ran this long starts again without waiting."""


@dataclass
class _Part:
    """One child process, started again when it ends."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[str] | None = None
    started_at: float = 0.0
    next_start_at: float = 0.0
    back_off_s: float = field(default=0.5)

    def start(self) -> None:
        self.process = start_child(self.command)
        self.started_at = time.monotonic()
        log.info("part_started", part=self.name, pid=self.process.pid)

    def watch(self) -> None:
        """Start the part where it does not run and its back-off is over."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.next_start_at:
                self.start()
            return
        code = self.process.poll()
        if code is None:
            return
        self.back_off_s = 0.5 if now - self.started_at > STEADY_S else min(self.back_off_s * 2, LONGEST_BACK_OFF_S)
        self.process, self.next_start_at = None, now + self.back_off_s
        log.warning("part_ended", part=self.name, code=code, again_in_s=self.back_off_s)


@click.command()
def serve() -> None:
    """Run web, worker and schedule together until TERM or Ctrl-C."""
    settings = read_settings()
    logs.set_up(settings.log_level)
    schema.upgrade(settings.store_url)
    House(settings).connections()  # says at once where a key is missing
    _check_port(settings)
    if settings.embedded:
        WorkerLock(settings.home).close()  # the worker takes it; said here, where a person reads it
    parts = [_Part("web", web_command(settings)), _Part("worker", worker_command(settings))]
    _supervise(parts)


def _check_port(settings: Settings) -> None:
    """Raise where the web part could not listen: it would only say so in its log, again and again."""
    with socket.socket(socket.AF_INET6 if ":" in settings.web_host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.web_host, settings.web_port))
        except OSError as error:
            raise SettingsError(
                f"SIDELIGHT_WEB_PORT: {settings.web_host}:{settings.web_port} cannot be listened on"
                f" ({error.strerror}); end what uses it, or choose another."
            ) from error


def web_command(settings: Settings) -> list[str]:
    """Return the command that runs the web part."""
    bind = f"{settings.web_host}:{settings.web_port}"
    options = ["--worker-class", "gthread", "--workers", "2", "--threads", "4", "--log-level", "warning"]
    return [sys.executable, "-m", "gunicorn", "app:create_web()", "--bind", bind, *options, "--no-control-socket"]


def worker_command(settings: Settings) -> list[str]:
    """Return the command that runs the worker: threads where the broker lives inside it, else processes."""
    pool = "threads" if settings.embedded else "prefork"
    queues = ",".join(f"sidelight.{name}" for name in (*KINDS, "tick"))
    options = ["--pool", pool, "--concurrency", str(settings.worker_threads), "--queues", queues]
    return [sys.executable, "-m", "celery", "-A", "app", "worker", *options, "--without-gossip", "--without-mingle"]


def _supervise(parts: Sequence[_Part]) -> None:
    ending = False

    def end(*_: object) -> None:
        nonlocal ending
        ending = True

    previous = {number: signal.signal(number, end) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        while not ending:
            for part in parts:
                part.watch()
            time.sleep(0.2)
    finally:
        _drain(parts)
        for number, handler in previous.items():
            signal.signal(number, handler)


def _drain(parts: Sequence[_Part]) -> None:
    """Ask all parts to finish; end by force what has not after DRAIN_S."""
    running = [part.process for part in parts if part.process is not None]
    _each(running, lambda process: process.terminate())
    deadline = time.monotonic() + DRAIN_S
    for process in running:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            log.warning("part_killed", pid=process.pid)
            process.kill()
            process.wait()
    log.info("ended")


def _each(processes: Sequence[subprocess.Popen[str]], do: Callable[[subprocess.Popen[str]], None]) -> None:
    for process in processes:
        if process.poll() is None:
            do(process)
