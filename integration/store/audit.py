"""
The audit log: what admins have said of customers, and what they have changed in the rules. No line is ever changed.

A line about the rules also holds what is in force from then on, so the newest one tells what was last applied.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection as Tx
from sqlalchemy import insert, select

from integration.model import ContactRef
from integration.store.documents import decode, encode
from integration.store.tables import audit

RULES = "rules"
"""The act of changing rules, guidelines or language."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is another than before; None where it was not, or is not any more."""

    what: str
    """File, table and key: `rules [rushed] on`."""
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the audit log."""

    at: datetime
    actor: str
    act: str
    """join, split or rules."""
    contacts: tuple[ContactRef, ...] = ()
    """The contact that was named first, then those that it was joined with or split from."""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """What an admin has chosen, as it was applied."""

    values: Mapping[str, str]
    """Everything that is in force, defaults too, by what it is."""
    texts: Mapping[str, str]
    """The files as they were read, by name: what holds where one of them cannot be read."""


@dataclass(frozen=True, slots=True)
class _Applied:
    choices: Choices
    changes: tuple[Change, ...]


def write_act(tx: Tx, done: Act) -> None:
    """Add a line about customers."""
    _add(tx, done.at, done.actor, done.act, encode(done.contacts))


def write_choices(tx: Tx, chosen: Choices, changes: tuple[Change, ...], actor: str, now: datetime) -> None:
    """Add a line about what an admin has chosen."""
    _add(tx, now, actor, RULES, encode(_Applied(chosen, changes)))


def load_choices(tx: Tx) -> Choices | None:
    """Return what was applied last; None where nothing ever was."""
    newest = select(audit.c.document).where(audit.c.act == RULES).order_by(audit.c.id.desc()).limit(1)
    found = tx.execute(newest).scalar_one_or_none()
    return decode(_Applied, found).choices if found is not None else None


def load_log(tx: Tx) -> list[Act]:
    """Return all lines, the latest first."""
    found = []
    for row in tx.execute(select(audit).order_by(audit.c.id.desc())):
        if row.act == RULES:
            found.append(Act(row.at, row.actor, row.act, changes=decode(_Applied, row.document).changes))
        else:
            found.append(Act(row.at, row.actor, row.act, decode(tuple[ContactRef, ...], row.document)))
    return found


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Change, ...]:
    """Return what differs, in the order of what is now."""
    names = dict.fromkeys((*after, *before))
    return tuple(
        Change(name, before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)
    )


def _add(tx: Tx, at: datetime, actor: str, act: str, document: str) -> None:
    tx.execute(insert(audit), [{"at": at, "actor": actor, "act": act, "document": document}])
