"""
In which tickets the sentences of empathy stand that agents write.

A sentence is a formula once it stands in LEAST_TICKETS tickets of the deployment. Where a change makes it one, or makes
it none any more, the customers of its tickets are named in the same commit, so that all of them are judged alike.
Counting stops at that number: a greeting that stands in a hundred thousand tickets costs no more than another sentence.
"""

from collections.abc import Callable, Collection, Mapping, Sequence

from sqlalchemy import Connection as Tx
from sqlalchemy import and_, delete, exists, func, select, tuple_

from integration.model import Reading, TicketRef
from integration.store import customers
from integration.store.sql import among, chunks, listed, one_of_a_formula, rows_of, upsert
from integration.store.tables import comment, formula

LEAST_TICKETS = 3

Row = tuple[str, str, str, str]
"""(key, connection, ticket id, comment id)."""
_ROW = tuple(formula.primary_key)


def known(tx: Tx, keys: Collection[str]) -> frozenset[str]:
    """Return those of the keys whose sentences are formulas."""
    if not keys:
        return frozenset()
    one = listed(tx, sorted(keys))
    its = select(formula.c.connection, formula.c.ticket_id).where(formula.c.key == one.c.value)
    tickets = its.distinct().limit(LEAST_TICKETS).correlate(one).subquery()
    count = select(func.count()).select_from(tickets).scalar_subquery()
    return frozenset(tx.execute(select(one.c.value).where(count >= LEAST_TICKETS)).scalars())


def save(tx: Tx, readings: Mapping[str, Sequence[Reading]], held: Collection[str]) -> set[str]:
    """
    Replace what stands of these readings, by connection, before anything else of them is saved.

    Args:
        tx: The transaction.
        readings: What was read just now.
        held: The keys that were known to be formulas while their customers were judged.

    Returns:
        The customers who must be judged anew.
    """
    stored: set[Row] = set()
    wanted: set[Row] = set()
    for connection, nouns in readings.items():
        ids = [noun.comment_id for noun in nouns]
        stored |= _stored(tx, connection, ids)
        mine = (comment.c.connection == connection) & among(tx, comment.c.id, ids)
        ticket_of = {row.id: row.ticket_id for row in tx.execute(select(comment.c.id, comment.c.ticket_id).where(mine))}
        wanted |= {
            (key, connection, ticket_of[noun.comment_id], noun.comment_id)
            for noun in nouns
            if noun.comment_id in ticket_of
            for key, _ in noun.formulas
        }
    gone, new = stored - wanted, wanted - stored

    def change() -> None:
        _delete(tx, gone)
        upsert(tx, formula, [dict(zip((c.name for c in _ROW), row, strict=True)) for row in sorted(new)])

    turned, after = _turned(tx, {row[0] for row in gone | new}, change)
    # another worker's commit may have made it a formula after these customers were judged
    late = {TicketRef(row[1], row[2]) for row in new if (row[0] in after) != (row[0] in held)}
    return customers.starters(tx, _tickets(tx, turned) | late)


def forget(tx: Tx, connection: str, comments: Sequence[str], tickets: Sequence[TicketRef]) -> set[str]:
    """Forget what stands of some comments, which are still stored, and of whole tickets; return as `save` does."""
    ids = [*comments, *(row.id for row in rows_of(tx, select(comment.c.id), _OF_TICKET, tickets))]
    gone = _stored(tx, connection, ids)
    turned, _ = _turned(tx, {row[0] for row in gone}, lambda: _delete(tx, gone))
    return customers.starters(tx, _tickets(tx, turned))


def forget_connection(tx: Tx, connection: str) -> set[str]:
    """Forget all of a connection; return the customers of others who must be judged anew."""
    mine, other = formula.c.connection == connection, formula.alias()
    elsewhere = exists().where(other.c.key == formula.c.key, other.c.connection != connection)
    shared = set(tx.execute(select(formula.c.key).distinct().where(mine, elsewhere)).scalars())

    def change() -> None:
        tx.execute(delete(formula).where(mine))

    turned, _ = _turned(tx, shared, change)
    return customers.starters(tx, _tickets(tx, turned))


_OF_TICKET = (comment.c.connection, comment.c.ticket_id)


def _turned(tx: Tx, keys: Collection[str], change: Callable[[], None]) -> tuple[frozenset[str], frozenset[str]]:
    """Make a change to the rows of some keys; return (keys that became a formula or none, keys that are one now)."""
    one_of_a_formula(tx, keys)
    before = known(tx, keys)
    change()
    after = known(tx, keys)
    return before ^ after, after


def _stored(tx: Tx, connection: str, comment_ids: Sequence[str]) -> set[Row]:
    mine = and_(formula.c.connection == connection, among(tx, formula.c.comment_id, comment_ids))
    return {(row[0], row[1], row[2], row[3]) for row in tx.execute(select(*_ROW).where(mine))}


def _delete(tx: Tx, rows: Collection[Row]) -> None:
    for piece in chunks(sorted(rows)):
        tx.execute(delete(formula).where(tuple_(*_ROW).in_(piece)))


def _tickets(tx: Tx, keys: Collection[str]) -> set[TicketRef]:
    """Return the tickets of sentences that have just become formulas, or none: few of each."""
    its = select(formula.c.connection, formula.c.ticket_id).distinct().where(among(tx, formula.c.key, sorted(keys)))
    return {TicketRef(*row) for row in tx.execute(its)}
