"""The org's memory: one table an object, indexed by lookups, behind one lock. Nothing here validates."""

import threading
from collections import Counter, deque
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

import flask

from sandbox.clock import Clock
from sandbox.desk.sessions import AgentSessions
from sandbox.salesforce.features import objects_of
from sandbox.salesforce.ids import make_id
from sandbox.salesforce.options import SalesforceOptions
from sandbox.salesforce.outbound import Outbound, Sender
from sandbox.salesforce.package import assign_permission_sets, assign_to_agent, read_fields
from sandbox.salesforce.push import Push
from sandbox.salesforce.schema import Access, Field, SObject
from sandbox.salesforce.standard import NAME, OBJECTS
from sandbox.salesforce.table import Record, Table

_KEPT = 100_000
"""Assignments and refusals that are remembered."""


@dataclass(slots=True)
class Session:
    """One access token: whose it is, and until when it is good (it moves on with each use)."""

    user_id: str
    valid_until: datetime


@dataclass(slots=True)
class Transaction:
    """What a request has done so far, so that all of it can be undone."""

    undo: list[Callable[[], None]] = field(default_factory=list)
    touched: list[tuple[str, str]] = field(default_factory=list)

    def rollback(self) -> None:
        """Undo everything, last first."""
        for step in reversed(self.undo):
            step()
        self.undo.clear()
        self.touched.clear()


class Org:
    """One org. Whoever reads or changes it holds `lock`."""

    def __init__(self, clock: Clock, options: SalesforceOptions) -> None:
        self.lock = threading.RLock()
        self.clock = clock
        self.options = options
        self.access = Access(hidden={name.lower() for name in options.hidden_fields})
        self.agent_access = Access()
        self.schema = objects_of(options, OBJECTS)
        self.name_object = NAME
        self._deploy()
        self.tables = {o.name: Table(o) for o in self.schema.values()}
        self.sessions: dict[str, Session] = {}
        self.page_sessions = AgentSessions()
        self.locators: dict[str, Any] = {}
        self.jobs: dict[str, Any] = {}
        self.numbers: Counter[str] = Counter()
        self.counts: Counter[str] = Counter()
        self.requests_by_hour: Counter[datetime] = Counter()
        self.row_locks: Counter[str] = Counter()
        self.written: list[tuple[str, str]] = []
        self.world_ids: dict[str, str] = {}
        self.changes = 0
        self.purged: list[tuple[str, str, datetime]] = []
        self.assignments: deque[dict[str, Any]] = deque(maxlen=_KEPT)
        self.refusals: deque[dict[str, Any]] = deque(maxlen=_KEPT)
        self.job_ends: list[tuple[str, str]] = []
        self.page_dice: Random | None = None
        self.session_body = "json"
        self._lag = timedelta()
        self.push = Push(options.webhook_routes)
        sender = Sender(lambda: self.org_id, options.address, self.new_id, self._read_for_message)
        self.outbound = Outbound(options.webhook_routes, sender)
        self._transaction: Transaction | None = None
        # filled by load: the people and places that the org itself needs
        self.org_id = ""
        self.run_as_id = ""
        self.automated_id = ""
        self.rule_queue_id = ""
        self.portal_users: dict[str, str] = {}

    def _deploy(self) -> None:
        folder = self.options.package_folder
        if folder is None:
            return
        deployed = list(read_fields(folder))
        by_object: dict[str, list[Field]] = {}
        for name, item in deployed:
            by_object.setdefault(name.lower(), []).append(item)
        for key, items in by_object.items():
            self.schema[key] = self.schema[key].with_fields(items)
        assign_permission_sets(folder, self.options.permission_sets, self.schema.values(), self.access)
        self.access.hidden |= {name.lower() for name in self.options.hidden_fields}
        assign_to_agent(folder, self.options.agent_permission_sets, self.schema.values(), self.agent_access)

    def now(self) -> datetime:
        """Return the org's time: whole seconds, as all its records keep it."""
        return (self.clock() - self._lag).replace(microsecond=0)

    @contextmanager
    def backdated(self, by_s: int) -> Iterator[None]:
        """Stamp what is done inside with an earlier time: it was begun then, and is only now committed."""
        self._lag = timedelta(seconds=by_s)
        try:
            yield
        finally:
            self._lag = timedelta()

    def new_id(self, prefix: str) -> str:
        """Return the next id with this key prefix."""
        self.numbers[prefix] += 1
        return make_id(prefix, self.numbers[prefix])

    def table(self, sobject: SObject | str) -> Table:
        """Return the table of an object."""
        return self.tables[sobject if isinstance(sobject, str) else sobject.name]

    def rows(self, name: str) -> MutableMapping[str, Record]:
        """Return the records of an object by id, deleted ones too."""
        return self.tables[name].rows

    def find(self, record_id: str) -> tuple[SObject, Record] | None:
        """Return the record of this 18-character id and its object."""
        for sobject in self.schema.values():
            if record_id.startswith(sobject.prefix):
                row = self.rows(sobject.name).get(record_id)
                return None if row is None else (sobject, row)
        return None

    def insert(self, name: str, values: Record, by: str, at: datetime) -> Record:
        """Add a record that is known to be right; `by` and `at` become its audit fields."""
        sobject = self.schema[name.lower()]
        row: Record = {f.name: f.default for f in sobject.fields.values()}
        row |= {"CreatedById": by, "CreatedDate": at, "LastModifiedById": by, "LastModifiedDate": at}
        row |= {"SystemModstamp": at, **values, "Id": self.new_id(sobject.prefix)}
        table = self.table(sobject)
        table.add(row)
        self.changes += 1
        if self._transaction is not None:
            self._transaction.undo.append(lambda: table.remove(row))
        return row

    def change(self, name: str, row: Record, values: Record) -> None:
        """Change a record's fields; the audit fields are the caller's affair."""
        table = self.table(name)
        before = {key: row.get(key) for key in values}
        table.change(row, values)
        self.changes += 1
        if self._transaction is not None:
            self._transaction.undo.append(lambda: table.change(row, before))

    def remove(self, name: str, row: Record) -> None:
        """Take a record out of the recycle bin for good; only getDeleted tells of it then."""
        gone = (name, row["Id"], row.get("SystemModstamp") or self.now())
        table = self.table(name)
        self.purged.append(gone)
        table.remove(row)
        self.changes += 1
        if self._transaction is not None:
            self._transaction.undo += [lambda: self.purged.remove(gone), lambda: table.add(row)]

    def note_written(self, name: str, row: Record) -> None:
        """Remember a message written through the API."""
        entry = (name, row["Id"])
        self.written.append(entry)
        if self._transaction is not None:
            self._transaction.undo.append(lambda: self.written.remove(entry))

    def touch_case(self, case_id: str, user_id: str) -> None:
        """Note that a Case, or something that hangs on it, was created or changed: the org's Flow may tell it."""
        if self._transaction is None:
            self._tell(case_id, user_id)
        else:
            self._transaction.touched.append((case_id, user_id))

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Collect what is done inside, so that it can be rolled back, and tell the Flow only of what stays."""
        outer, self._transaction = self._transaction, Transaction()
        try:
            yield self._transaction
        except BaseException:
            self._transaction.rollback()
            raise
        finally:
            done, self._transaction = self._transaction, outer
            if outer is not None:
                outer.undo.extend(done.undo)
                outer.touched.extend(done.touched)
            else:
                for case_id, user_id in done.touched:
                    self._tell(case_id, user_id)

    def _tell(self, case_id: str, user_id: str) -> None:
        self.push.send(self.org_id, case_id, user_id)
        self.outbound.add(case_id)

    def _read_for_message(self, case_id: str, fields: Sequence[str]) -> dict[str, str]:
        with self.lock:
            row = self.rows("Case").get(case_id, {})
            values = {name: row.get(name) for name in fields}
        told = {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()}
        return {name: str(value) for name, value in told.items() if value is not None}

    def note_refusal(self, code: str, message: str, status: int) -> None:
        """Remember that a request, or a record of one, was refused."""
        told = {"at": self.clock().isoformat(), "method": flask.request.method, "path": flask.request.path}
        self.refusals.append({**told, "status": status, "errorCode": code, "message": message})

    def stamps(self, by: str) -> Record:
        """Return the audit fields of a change made now."""
        now = self.now()
        return {"LastModifiedDate": now, "LastModifiedById": by, "SystemModstamp": now}

    def next_query(self) -> int:
        """Return the number of a query; it decides how equals are ordered in its answer."""
        self.counts["queries"] += 1
        return self.counts["queries"]

    def count_request(self, others: int = 0) -> None:
        """Count one API request of the last 24 hours, or so many of other clients."""
        now = self.now()
        self.requests_by_hour[now.replace(minute=0, second=0)] += others or 1
        self.counts["requests"] += not others

    def requests_today(self) -> int:
        """Return how many API requests the last 24 hours saw."""
        since = self.now() - timedelta(hours=24)
        return sum(count for hour, count in self.requests_by_hour.items() if hour > since)

    def close(self) -> None:
        """Stop the threads that send."""
        self.push.close()
        self.outbound.close()
