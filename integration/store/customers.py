"""
Which contacts are one customer.

`workers.matching` says by what a contact is known (its keys); here contacts that share a key are put under one customer
id: the name of one of them, so that no two customers can ever have the same. A customer keeps its id while it keeps the
contact that the id names, whoever joins. A key that many different people share (a switchboard) joins nobody, and what
an admin has said of two contacts (`verdicts`) stands above all keys.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection as Tx
from sqlalchemy import bindparam, delete, exists, func, select, update

from integration.model import Contact, ContactRef, TicketRef
from integration.store import verdicts
from integration.store.bulk import save_rows
from integration.store.documents import decode
from integration.store.sql import absent, among, rows_by_key, rows_of
from integration.store.tables import contact, identity, ticket
from integration.store.verdicts import Verdicts

MOST_PEOPLE = 5
"""A key that contacts of more different names share belongs to none of them: a switchboard, a family's old address."""
MERGED = "merged"
"""Kind of the key that names the contact that the helpdesk has merged a contact into."""

OWNER = (identity.c.connection, identity.c.contact_id)
KEY = (identity.c.kind, identity.c.value)

Key = tuple[str, str]
"""(kind, value): `("email", "ana@example.com")`."""


def save_keys(tx: Tx, keys: Mapping[ContactRef, Sequence[Key]], new: Collection[ContactRef] = ()) -> set[str]:
    """
    Replace what these contacts are known by and regroup everybody whom that concerns.

    Args:
        tx: The transaction, in which the contacts themselves are saved already.
        keys: All contacts that are new or read differently, with their keys.
        new: Those of them that nobody has heard of before: a customer does not take their name.

    Returns:
        The ids of the customers whose set of contacts changed.
    """
    known = _known_keys(tx, keys)
    changed = {ref: sorted(set(wanted)) for ref, wanted in keys.items() if known.get(ref, set()) != set(wanted)}
    _replace_keys(tx, changed, [ref for ref in changed if ref in known])
    # who had no key was a customer alone, and stays so unless somebody shares a new one
    concerned = {ref for ref in changed if ref in known} | _sharing(tx, changed) | _merged(tx, keys)
    # a key's owners may be other people now, though the key is the same
    held = {ref: set(wanted) for ref, wanted in keys.items()}
    many = _held_by_many(tx, {key for own in held.values() for key in own})
    concerned |= {ref for ref, own in held.items() if own & many}
    lost = {key for ref in concerned for key in known.get(ref, set())}
    return regroup(tx, concerned, lost, new)


def regroup(
    tx: Tx, concerned: Iterable[ContactRef], lost: Iterable[Key] = (), new: Collection[ContactRef] = ()
) -> set[str]:
    """Put contacts, and all whom they share a key with or did, into customers anew; return those that changed."""
    refs = sorted(set(concerned))
    if not refs:
        return set()
    members = _neighbourhood(tx, refs, set(lost))
    groups = _components(tx, members, verdicts.load(tx, members))
    return _assign(tx, groups, members, new)


def _known_keys(tx: Tx, refs: Iterable[ContactRef]) -> dict[ContactRef, set[Key]]:
    known: dict[ContactRef, set[Key]] = defaultdict(set)
    for row in rows_of(tx, select(identity), OWNER, refs):
        known[ContactRef(row.connection, row.contact_id)].add((row.kind, row.value))
    return dict(known)


def _replace_keys(tx: Tx, keys: Mapping[ContactRef, Sequence[Key]], had: Iterable[ContactRef]) -> None:
    """Store the keys in the place of those that `had` some."""
    by_connection: dict[str, list[str]] = defaultdict(list)
    for ref in had:
        by_connection[ref.connection].append(ref.id)
    for connection, ids in by_connection.items():
        tx.execute(delete(identity).where(identity.c.connection == connection, among(tx, OWNER[1], ids)))
    rows = [(ref.connection, ref.id, kind, value) for ref, own in keys.items() for kind, value in own]
    save_rows(tx, identity, rows)


def _sharing(tx: Tx, refs: Iterable[ContactRef]) -> set[ContactRef]:
    """Return those of the contacts that share a key with another."""
    other = identity.alias("other")
    same_key = (other.c.kind == identity.c.kind) & (other.c.value == identity.c.value)
    another = (other.c.connection != identity.c.connection) | (other.c.contact_id != identity.c.contact_id)
    shared = select(*OWNER).distinct().where(exists().where(same_key, another))
    return {ContactRef(row.connection, row.contact_id) for row in rows_of(tx, shared, OWNER, refs)}


def _merged(tx: Tx, keys: Mapping[ContactRef, Sequence[Key]]) -> set[ContactRef]:
    """Return those of the contacts that were merged into another, or that another was merged into."""
    away = {ref for ref, own in keys.items() if any(kind == MERGED for kind, _ in own)}
    into = rows_by_key(tx, select(identity.c.value), KEY, [(MERGED, str(ref)) for ref in keys])
    names = {row.value for row in into}
    return away | {ref for ref in keys if str(ref) in names}


def _held_by_many(tx: Tx, keys: Iterable[Key]) -> set[Key]:
    """Return those of the keys that more contacts hold than may be one person's by any name."""
    many = select(*KEY).group_by(*KEY).having(func.count() > MOST_PEOPLE)
    return {(row.kind, row.value) for row in rows_by_key(tx, many, KEY, keys)}


def crowded(tx: Tx, keys: Iterable[Key]) -> set[Key]:
    """Return those of the keys that contacts of too many different names share, so that they join nobody."""
    owner = (contact.c.connection == identity.c.connection) & (contact.c.id == identity.c.contact_id)
    owners = select(*KEY, contact.c.document).select_from(identity.join(contact, owner))
    names: dict[Key, set[str]] = defaultdict(set)
    for row in rows_by_key(tx, owners, KEY, _held_by_many(tx, keys)):
        names[row.kind, row.value].add(" ".join(decode(Contact, row.document).name.casefold().split()))
    return {key for key, different in names.items() if len(different) > MOST_PEOPLE}


def _neighbourhood(tx: Tx, refs: Sequence[ContactRef], lost: set[Key]) -> dict[ContactRef, str]:
    """
    Return customer ids by contact: of `refs`, of all that share a key with them, and all members of those customers.

    Those who share a key with many others are none, except where it has joined them until now.
    """
    stored = {(row.kind, row.value) for row in rows_of(tx, select(*KEY), OWNER, refs)}
    keys = stored | lost | {(MERGED, str(ref)) for ref in refs}
    near = {*refs, *verdicts.joined_with(tx, refs), *(ContactRef.parse(v) for kind, v in keys if kind == MERGED)}
    customer_ids = set(find(tx, sorted(near)).values())
    owner = (contact.c.connection == identity.c.connection) & (contact.c.id == identity.c.contact_id)
    sharing = select(contact.c.customer_id).select_from(identity.join(contact, owner))
    avoided = crowded(tx, keys)
    found = [*rows_by_key(tx, sharing.distinct(), KEY, keys - avoided)]
    for kind, value in sorted(avoided):
        mine = (identity.c.kind == kind) & (identity.c.value == value)
        found += tx.execute(sharing.where(mine).group_by(contact.c.customer_id).having(func.count() > 1))
    customer_ids.update(row.customer_id for row in found)
    rows = tx.execute(
        select(contact.c.connection, contact.c.id, contact.c.customer_id).where(
            among(tx, contact.c.customer_id, sorted(customer_ids))
        )
    )
    return {ContactRef(row.connection, row.id): row.customer_id for row in rows}


def find(tx: Tx, refs: Sequence[ContactRef]) -> dict[ContactRef, str]:
    """Return the customer ids of those contacts that are stored."""
    columns = (contact.c.connection, contact.c.id)
    rows = rows_of(tx, select(*columns, contact.c.customer_id), columns, refs)
    return {ContactRef(row.connection, row.id): row.customer_id for row in rows}


def unknown(tx: Tx, refs: Iterable[ContactRef]) -> list[ContactRef]:
    """Return those of the contacts that are not stored, in their order."""
    by_connection: dict[str, list[str]] = defaultdict(list)
    for ref in refs:
        by_connection[ref.connection].append(ref.id)
    return sorted(
        ContactRef(connection, contact_id)
        for connection, ids in by_connection.items()
        for contact_id in absent(tx, contact.c.id, ids, contact.c.connection == connection)
    )


def _components(tx: Tx, members: Mapping[ContactRef, str], said: Verdicts) -> list[list[ContactRef]]:
    """
    Return the members grouped: two are together if a chain of shared keys joins them.

    What an admin has joined is joined first; no key joins two groups of which an admin has parted any two contacts.
    """
    group_of = {ref: [ref] for ref in members}

    def join(one: ContactRef, other: ContactRef) -> None:
        ours, theirs = group_of[one], group_of[other]
        if ours is theirs or said.part(ours, theirs):
            return
        if len(ours) < len(theirs):
            ours, theirs = theirs, ours
        ours += theirs
        for ref in theirs:
            group_of[ref] = ours

    for one, other in _bonds(tx, sorted(members), said):
        if one in members and other in members:
            join(one, other)
    groups = {id(group): sorted(group) for group in group_of.values()}
    return sorted(groups.values())


def _bonds(tx: Tx, members: Sequence[ContactRef], said: Verdicts) -> Iterator[tuple[ContactRef, ContactRef]]:
    """Yield the pairs that belong together, those that an admin has joined first, always in the same order."""
    yield from sorted(said.joined)
    holders: dict[Key, list[ContactRef]] = defaultdict(list)
    for row in rows_of(tx, select(identity), OWNER, members):
        holders[row.kind, row.value].append(ContactRef(row.connection, row.contact_id))
    for key in sorted(holders.keys() - crowded(tx, holders)):
        first, *others = own = sorted(holders[key])
        if key[0] == MERGED:
            yield ContactRef.parse(key[1]), first
        # where some are parted, those who may not join the first one may still join each other
        yield from itertools.combinations(own, 2) if said.parted else ((first, other) for other in others)


def _assign(
    tx: Tx, groups: Sequence[Sequence[ContactRef]], members: Mapping[ContactRef, str], new: Collection[ContactRef]
) -> set[str]:
    """
    Give each group one customer id, and return the customers that changed.

    One that it has and that names a member of it: rather a known customer's than a new contact's, then that of most.
    Without such a one, its first member's name.
    """
    changed: set[str] = set()
    moves: list[dict[str, str]] = []
    fresh = {str(ref) for ref in new}
    for group in groups:
        borne = Counter(members[ref] for ref in group)
        own = borne.keys() & {str(ref) for ref in group}
        customer_id = min(own, key=lambda name: (name in fresh, -borne[name], name), default=str(group[0]))
        for ref in group:
            if members[ref] != customer_id:
                moves.append({"of_connection": ref.connection, "of_id": ref.id, "to": customer_id})
                changed.add(customer_id)
                changed.add(members[ref])
    if moves:
        statement = (
            update(contact)
            .where(contact.c.connection == bindparam("of_connection"), contact.c.id == bindparam("of_id"))
            .values(customer_id=bindparam("to"))
        )
        tx.execute(statement, moves)
    return changed


def starters(tx: Tx, refs: Iterable[TicketRef]) -> set[str]:
    """Return the ids of the customers who started these tickets."""
    found = (
        select(contact.c.customer_id)
        .distinct()
        .select_from(ticket)
        .join(contact, (contact.c.connection == ticket.c.connection) & (contact.c.id == ticket.c.requester_id))
    )
    return {row.customer_id for row in rows_of(tx, found, (ticket.c.connection, ticket.c.id), refs)}
