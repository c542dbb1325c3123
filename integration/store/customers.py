"""
Which contacts are one customer.

`workers.matching` says by what a contact is known (its keys); here contacts that share a key are put under one customer
id: the name of one of them, so that no two customers can ever have the same. A customer keeps its id while it keeps the
contact that the id names.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection as Tx
from sqlalchemy import bindparam, delete, exists, select, update

from integration.model import ContactRef
from integration.store.bulk import save_rows
from integration.store.sql import absent, among, rows_by_key, rows_of
from integration.store.tables import contact, identity

OWNER = (identity.c.connection, identity.c.contact_id)

Key = tuple[str, str]
"""(kind, value): `("email", "ana@example.com")`."""


def save_keys(tx: Tx, keys: Mapping[ContactRef, Sequence[Key]]) -> set[str]:
    """
    Replace what these contacts are known by and regroup everybody whom that concerns.

    Returns:
        The ids of the customers whose set of contacts changed.
    """
    known = _known_keys(tx, keys)
    changed = {ref: sorted(set(wanted)) for ref, wanted in keys.items() if known.get(ref, set()) != set(wanted)}
    _replace_keys(tx, changed, [ref for ref in changed if ref in known])
    # who had no key was a customer alone, and stays so unless somebody shares a new one
    concerned = {ref for ref in changed if ref in known} | _sharing(tx, changed)
    if not concerned:
        return set()
    members = _neighbourhood(tx, sorted(concerned))
    groups = _components(tx, members)
    return _assign(tx, groups, members)


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


def _neighbourhood(tx: Tx, refs: Sequence[ContactRef]) -> dict[ContactRef, str]:
    """Return customer ids by contact for `refs`, all that share a key with them, and all members of those customers."""
    customer_ids = set(find(tx, refs).values())
    keys = {(row.kind, row.value) for row in rows_of(tx, select(identity.c.kind, identity.c.value), OWNER, refs)}
    sharing = (
        select(contact.c.customer_id)
        .distinct()
        .select_from(identity)
        .join(contact, (contact.c.connection == identity.c.connection) & (contact.c.id == identity.c.contact_id))
    )
    found = rows_by_key(tx, sharing, (identity.c.kind, identity.c.value), keys)
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


def _components(tx: Tx, members: Mapping[ContactRef, str]) -> list[list[ContactRef]]:
    """Return the members grouped: two are together if a chain of shared keys joins them."""
    parent = {ref: ref for ref in members}

    def root(ref: ContactRef) -> ContactRef:
        while parent[ref] != ref:
            parent[ref] = parent[parent[ref]]
            ref = parent[ref]
        return ref

    first: dict[Key, ContactRef] = {}
    for row in rows_of(tx, select(identity), OWNER, sorted(members)):
        ref = ContactRef(row.connection, row.contact_id)
        other = first.setdefault((row.kind, row.value), ref)
        parent[root(ref)] = root(other)
    groups: dict[ContactRef, list[ContactRef]] = defaultdict(list)
    for ref in sorted(members):
        groups[root(ref)].append(ref)
    return list(groups.values())


def _assign(tx: Tx, groups: Sequence[Sequence[ContactRef]], members: Mapping[ContactRef, str]) -> set[str]:
    """Give each group one customer id: one that it has and that names a member of it, else its first member's name."""
    changed: set[str] = set()
    moves: list[dict[str, str]] = []
    for group in groups:
        own = {members[ref] for ref in group} & {str(ref) for ref in group}
        customer_id = min(own, default=str(group[0]))
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
