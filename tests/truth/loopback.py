"""What both loopback helpdesks of the machines are: in this process, with clock and pushes in the test's hands."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import ClassVar

from flask import Flask

from integration.connection import Connection

PUBLIC_URL = "https://sidelight.example"
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@dataclass
class HandClock:
    """Stands still until it is moved."""

    moment: datetime = NOW

    def __call__(self):
        return self.moment

    def advance(self, **parts):
        self.moment += timedelta(**parts)


@dataclass
class Delivery:
    """One push, as often as it comes; its headers are made anew each time, as a helpdesk does when it tries again."""

    body: bytes
    headers: callable


@dataclass
class Loopback:
    """A helpdesk. `undelivered` holds what it would have pushed by now, until a test sends it."""

    clock: HandClock
    world: object
    undelivered: list = field(default_factory=list)
    connection: ClassVar[Connection]
    app: Flask = field(init=False)

    def control(self, method, path, body=None, *, allowed=(200, 202)):
        """Call the control API."""
        answered = self._control.open(f"/control{path}", method=method, json=body)
        assert answered.status_code in allowed, answered.text
        return answered.json

    def attempt(self, act, given):
        """Let somebody act; what the helpdesk refuses by its rules is not done."""
        self.control("POST", f"/do/{act}", given, allowed=(200, 400))

    @property
    def _control(self):
        if "_client" not in self.__dict__:
            self._client = self.app.test_client()
        return self._client
