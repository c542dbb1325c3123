"""The store's customers, for an admin: why contacts are one, and saying that they are or are not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection as Tx
from sqlalchemy import func, select

from integration.errors import SettingsError
from integration.model import Contact, ContactRef, TicketRef
from integration.store import audit, customers, jobs, verdicts
from integration.store.audit import Act
from integration.store.customers import Key
from integration.store.documents import decode
from integration.store.gathering import Gathering
from integration.store.jobs import Job
from integration.store.outbox import ASSESS_LANE
from integration.store.sql import one_at_a_time, rows_by_key, rows_of
from integration.store.tables import contact, identity, ticket
from integration.store.verdicts import Pair


@dataclass(frozen=True, slots=True)
class SharedKey:
    """One thing by which contacts are known."""

    kind: str
    value: str
    contacts: tuple[ContactRef, ...]
    """Those of the customer's that hold it."""
    holders: int
    """How many hold it in all."""
    joins: bool
    """False where people of too many names share it."""


@dataclass(frozen=True, slots=True)
class Explained:
    """One customer: who belongs to it, and why."""

    customer_id: str
    contacts: tuple[Contact, ...]
    tickets: tuple[int, ...]
    """How many tickets each of the contacts has."""
    keys: tuple[SharedKey, ...]
    joined: tuple[Pair, ...]
    """Contacts that an admin has said to be one."""
    parted: tuple[Pair, ...]
    """Contacts that an admin has said not to be one; at least one of each pair belongs to this customer."""


class Joining(Gathering):
    """The part of the store that explains customers, and takes an admin's word on them."""

    def requester_of(self, ref: TicketRef) -> ContactRef:
        """Return who started a ticket; SettingsError where there is no such ticket."""
        with self._read() as tx:
            rows = list(rows_of(tx, select(ticket), (ticket.c.connection, ticket.c.id), [ref]))
        if not rows:
            raise SettingsError(f"REF: no ticket {ref} is stored.")
        return ContactRef(ref.connection, rows[0].requester_id)

    def explain_customer(self, ref: ContactRef) -> Explained:
        """Return the customer whom a contact belongs to; SettingsError where there is no such contact."""
        with self._read() as tx:
            refs = _members(tx, ref)
            columns = (contact.c.connection, contact.c.id)
            people = [decode(Contact, row.document) for row in rows_of(tx, select(contact.c.document), columns, refs)]
            people.sort(key=lambda person: person.ref)
            said = verdicts.load(tx, refs)
            customer_id = customers.find(tx, [ref])[ref]
            return Explained(
                customer_id,
                tuple(people),
                tuple(_tickets_of(tx, person.ref) for person in people),
                _keys_of(tx, refs),
                tuple(sorted(said.joined)),
                tuple(sorted(said.parted)),
            )

    def join_contacts(self, one: ContactRef, other: ContactRef, actor: str, now: datetime) -> Explained:
        """Say that two contacts are one customer; who belongs to either comes along."""
        with self._write() as tx:
            one_at_a_time(tx)
            ours, theirs = _members(tx, one), _members(tx, other)
            if one == other:
                raise SettingsError("REF: name two contacts; these are the same.")
            verdicts.take_back_parting(tx, ours, theirs)
            verdicts.save(tx, one, [other], same=True)
            audit.write_act(tx, Act(now, actor, "join", (one, other)))
            _regroup(tx, [*ours, *theirs], now)
        return self.explain_customer(one)

    def split_contact(self, one: ContactRef, actor: str, now: datetime) -> Explained:
        """Say that a contact is not the same customer as any of those that it is put together with."""
        with self._write() as tx:
            one_at_a_time(tx)
            ours = _members(tx, one)
            others = [ref for ref in ours if ref != one]
            if not others:
                raise SettingsError(f"REF: {one} is a customer alone; there is nothing to split.")
            verdicts.save(tx, one, others, same=False)
            audit.write_act(tx, Act(now, actor, "split", (one, *others)))
            _regroup(tx, ours, now)
        return self.explain_customer(one)


def _members(tx: Tx, ref: ContactRef) -> list[ContactRef]:
    """Return the contacts of a contact's customer; SettingsError where it is not stored."""
    found = customers.find(tx, [ref])
    if ref not in found:
        raise SettingsError(f"REF: no contact {ref} is stored; write CONNECTION/ID, or --ticket with a ticket's.")
    columns = (contact.c.connection, contact.c.id)
    rows = tx.execute(select(*columns).where(contact.c.customer_id == found[ref]).order_by(*columns))
    return [ContactRef(row.connection, row.id) for row in rows]


def _regroup(tx: Tx, refs: Sequence[ContactRef], now: datetime) -> None:
    """Put contacts into customers anew; who changed is assessed in full."""
    changed = customers.regroup(tx, refs)
    jobs.put(tx, [Job("assess", customer, ASSESS_LANE, urgent=True) for customer in sorted(changed)], now)


def _tickets_of(tx: Tx, ref: ContactRef) -> int:
    mine = (ticket.c.connection == ref.connection) & (ticket.c.requester_id == ref.id)
    return int(tx.execute(select(func.count()).select_from(ticket).where(mine)).scalar_one())


def _keys_of(tx: Tx, refs: Sequence[ContactRef]) -> tuple[SharedKey, ...]:
    holders: dict[Key, list[ContactRef]] = {}
    for row in rows_of(tx, select(identity), customers.OWNER, refs):
        holders.setdefault((row.kind, row.value), []).append(ContactRef(row.connection, row.contact_id))
    counted = select(*customers.KEY, func.count().label("holders")).group_by(*customers.KEY)
    counts = {(row.kind, row.value): row.holders for row in rows_by_key(tx, counted, customers.KEY, holders)}
    avoided = customers.crowded(tx, holders)
    return tuple(
        SharedKey(*key, tuple(sorted(own)), counts[key], key not in avoided) for key, own in sorted(holders.items())
    )
