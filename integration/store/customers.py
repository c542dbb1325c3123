"""
Which contacts are one customer.

`workers.matching` says by what a contact is known (its keys); here contacts that share a key are put under one customer
id: the name of one of them, so that no two customers can ever have the same. A customer keeps its id while it keeps the
contact that the id names.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection as Tx
from sqlalchemy import bindparam, delete, select, tuple_, update

from integration.model import ContactRef
from integration.store.sql import chunks, rows_of, upsert
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
    changed = _replace_keys(tx, keys)
    if not changed:
        return set()
    members = _neighbourhood(tx, changed)
    groups = _components(tx, members)
    return _assign(tx, groups, members)


def _replace_keys(tx: Tx, keys: Mapping[ContactRef, Sequence[Key]]) -> list[ContactRef]:
    """Store the keys; return the contacts whose keys differ from what was stored."""
    known: dict[ContactRef, set[Key]] = defaultdict(set)
    for row in rows_of(tx, select(identity), OWNER, keys):
        known[ContactRef(row.connection, row.contact_id)].add((row.kind, row.value))
    changed = [ref for ref, wanted in keys.items() if known[ref] != set(wanted)]
    for piece in chunks(changed):
        tx.execute(delete(identity).where(tuple_(*OWNER).in_([(ref.connection, ref.id) for ref in piece])))
    rows_to_add = [
        {"connection": ref.connection, "contact_id": ref.id, "kind": kind, "value": value}
        for ref in changed
        for kind, value in sorted(set(keys[ref]))
    ]
    upsert(tx, identity, rows_to_add)
    return changed


def _neighbourhood(tx: Tx, refs: Iterable[ContactRef]) -> dict[ContactRef, str]:
    """Return customer ids by contact for `refs`, all that share a key with them, and all members of those customers."""
    customer_ids = set(find(tx, list(refs)).values())
    own = identity.alias("own")
    sharing = (
        select(contact.c.customer_id)
        .distinct()
        .select_from(own)
        .join(identity, (identity.c.kind == own.c.kind) & (identity.c.value == own.c.value))
        .join(contact, (contact.c.connection == identity.c.connection) & (contact.c.id == identity.c.contact_id))
    )
    customer_ids.update(row.customer_id for row in rows_of(tx, sharing, (own.c.connection, own.c.contact_id), refs))
    members: dict[ContactRef, str] = {}
    for ids in chunks(sorted(customer_ids)):
        rows = tx.execute(
            select(contact.c.connection, contact.c.id, contact.c.customer_id).where(contact.c.customer_id.in_(ids))
        )
        members.update({ContactRef(row.connection, row.id): row.customer_id for row in rows})
    return members


def find(tx: Tx, refs: Sequence[ContactRef]) -> dict[ContactRef, str]:
    """Return the customer ids of those contacts that are stored."""
    columns = (contact.c.connection, contact.c.id)
    rows = rows_of(tx, select(*columns, contact.c.customer_id), columns, refs)
    return {ContactRef(row.connection, row.id): row.customer_id for row in rows}


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
