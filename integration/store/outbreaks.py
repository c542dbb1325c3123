"""
What many customers say at the same time: the signatures of tickets' openings, and the outbreaks that they belong to.

Rows are never changed in what an index in memory holds of them: a change is a new row with a greater id, and a row that
went is missed by the count. So an index follows by "what is newer than my newest, and how many are there".
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection as Tx
from sqlalchemy import Row, delete, exists, func, insert, select, update

from integration.model import KnownIssue, Match, Outbreak, Signature, Text, Ticket, TicketRef
from integration.store.documents import decode, encode
from integration.store.jobs import Job
from integration.store.sql import among, rows_of
from integration.store.tables import outbreak, signature, ticket

GATHER = Job("gather", "texts", "gather")
"""The one job that compares what is new: one worker at a time, so that no two begin the same outbreak."""

LEAST = 4
"""Customers below which there is nothing to tell; the index begins no smaller outbreak, but texts may go."""
STEPS = (4, 5, 10, 20, 50, 100, 200, 500, 1000)
"""Counts that are told."""
MOST_OTHERS = 5

_REF = (signature.c.connection, signature.c.ticket_id)
_TEXT = (signature.c.id, signature.c.customer_id, signature.c.document)


def save_signatures(tx: Tx, openings: Mapping[str, Sequence[Signature]]) -> list[Job]:
    """
    Save what is compared of some customers' tickets, by customer; whatever else was kept of them goes.

    Returns the job that compares what is new, where anything is.
    """
    wanted = {found.ticket: (customer, found) for customer, own in openings.items() for found in own}
    mine = among(tx, signature.c.customer_id, sorted(openings))
    known = {_ref(row): row for row in tx.execute(select(signature).where(mine))}
    known |= {_ref(row): row for row in rows_of(tx, select(signature), _REF, wanted)}
    rows = []
    stale = [row.id for ref, row in known.items() if ref not in wanted]
    for ref, (customer, found) in wanted.items():
        old = known.get(ref)
        text = encode(found)
        if old is not None and old.document == text and old.customer_id == customer:
            continue
        rows.append(_row(customer, found, text))
        if old is not None:
            stale.append(old.id)
            if _says_the_same(decode(Signature, old.document), found):
                rows[-1] |= {"gathered": old.gathered, "outbreak": old.outbreak, "problem": old.problem}
    if stale:
        tx.execute(delete(signature).where(signature.c.id.in_(stale)))
    if rows:
        tx.execute(insert(signature), rows)
    return [] if all(row["gathered"] for row in rows) else [GATHER]


def _row(customer: str, found: Signature, text: str) -> dict[str, Any]:
    return {
        "connection": found.ticket.connection,
        "ticket_id": found.ticket.id,
        "customer_id": customer,
        "opened_at": found.opened_at,
        "is_open": found.is_open,
        "gathered": False,
        "outbreak": None,
        "problem": None,
        "document": text,
    }


def _says_the_same(old: Signature, new: Signature) -> bool:
    """Whether what was found of a text still holds; a problem ticket that is opened again is compared again."""
    reopened = new.is_problem and new.is_open and not old.is_open
    return not reopened and replace(old, is_open=new.is_open, problem=new.problem) == new


def forget(tx: Tx, refs: Iterable[TicketRef]) -> None:
    """Forget what is compared of tickets whose words have gone."""
    stale = [row.id for row in rows_of(tx, select(signature.c.id), _REF, refs)]
    if stale:
        tx.execute(delete(signature).where(signature.c.id.in_(stale)))


def forget_old(tx: Tx, before: datetime) -> None:
    """Forget the texts of tickets that are done and were opened before a moment, and outbreaks without any text."""
    tx.execute(delete(signature).where(signature.c.is_open.is_(False), signature.c.opened_at < before))
    empty = ~exists().where(signature.c.outbreak == outbreak.c.id)
    tx.execute(delete(outbreak).where(outbreak.c.first_at < before, empty))


def load_texts(tx: Tx, after: int) -> tuple[list[Text], int]:
    """Return the texts with a greater id, in its order, and how many texts there are in all."""
    rows = tx.execute(select(*_TEXT).where(signature.c.id > after).order_by(signature.c.id))
    return [_text(row) for row in rows], tx.execute(select(func.count()).select_from(signature)).scalar_one()


def text_ids(tx: Tx) -> set[int]:
    """Return the ids of all texts."""
    return set(tx.execute(select(signature.c.id)).scalars())


def load_texts_of(tx: Tx, ids: Collection[int]) -> list[Text]:
    """Return the texts with these ids."""
    return [_text(row) for row in tx.execute(select(*_TEXT).where(signature.c.id.in_(sorted(ids))))]


def load_waiting(tx: Tx, limit: int) -> list[Text]:
    """Return texts that were not compared yet, the earliest ticket first."""
    fresh = select(*_TEXT).where(signature.c.gathered.is_(False))
    return [_text(row) for row in tx.execute(fresh.order_by(signature.c.opened_at, signature.c.id).limit(limit))]


def load_outbreaks(tx: Tx, since: datetime) -> list[Outbreak]:
    """Return the outbreaks that began after a moment, with their tickets, in the order in which they were found."""
    began = {row.id: row.first_at for row in tx.execute(select(outbreak).where(outbreak.c.first_at >= since))}
    tickets: dict[int, set[TicketRef]] = defaultdict(set)
    for row in tx.execute(select(*_REF, signature.c.outbreak).where(signature.c.outbreak.in_(sorted(began)))):
        tickets[row.outbreak].add(_ref(row))
    return [Outbreak(number, began[number], frozenset(tickets[number])) for number in sorted(tickets)]


def save_matches(tx: Tx, found: Sequence[tuple[Text, Match]]) -> set[str]:
    """
    Save what was found of texts, and that they were compared.

    Returns the customers whose tickets now have something in common with others'. A text that was changed or taken
    meanwhile is left as it is; it will be compared again.
    """
    concerned: set[str] = set()
    for text, match in found:
        mine = signature.c.id == text.id
        if not tx.execute(update(signature).where(mine).values(gathered=True)).rowcount:
            continue
        if match.begins:
            concerned |= _begin(tx, match)
        if match.outbreak is not None:
            tx.execute(update(signature).where(mine).values(outbreak=match.outbreak))
        if match.problem is not None:
            tx.execute(update(signature).where(mine).values(problem=str(match.problem)))
        if match.outbreak is not None or match.problem is not None:
            concerned.add(text.customer_id)
        rows = list(rows_of(tx, select(signature.c.id, signature.c.customer_id), _REF, match.incidents))
        for row in rows:
            tx.execute(update(signature).where(signature.c.id == row.id).values(problem=str(match.ticket)))
        concerned |= {row.customer_id for row in rows}
    return concerned


def _begin(tx: Tx, match: Match) -> set[str]:
    """Begin an outbreak with those of its texts that still stand and belong to no other; return their customers."""
    columns = (signature.c.id, signature.c.customer_id, signature.c.outbreak)
    rows = [row for row in rows_of(tx, select(*columns), _REF, match.begins) if row.outbreak is None]
    if len({row.customer_id for row in rows}) < LEAST:
        return set()
    values = {"first_at": match.first_at, "words": " ".join(match.words)}
    (number,) = tx.execute(insert(outbreak).values(values).returning(outbreak.c.id)).one()
    tx.execute(update(signature).where(signature.c.id.in_([row.id for row in rows])).values(outbreak=number))
    return {row.customer_id for row in rows}


def load_known(tx: Tx, tickets: Sequence[Ticket]) -> dict[TicketRef, KnownIssue]:
    """Return what each of some tickets has in common with other customers' tickets; most have nothing."""
    linked = {t.ref: t.problem for t in tickets if t.problem is not None and not t.is_problem}
    rows = {_ref(row): row for row in rows_of(tx, select(signature), _REF, [t.ref for t in tickets])}
    members = _members(tx, {row.outbreak for row in rows.values() if row.outbreak is not None})
    problems = {ref: TicketRef.parse(row.problem) for ref, row in rows.items() if row.problem}
    for ref, row in rows.items():
        common = _common_problem(members.get(row.outbreak, ()))
        if ref not in problems and common is not None and common != ref:
            problems[ref] = common
    problems |= linked
    open_problems = _open_problems(tx, set(problems.values()))
    found: dict[TicketRef, KnownIssue] = {}
    for ref in rows.keys() | linked.keys():
        known = KnownIssue(ref)
        if ref in rows:
            known = _of_outbreak(known, rows[ref], members.get(rows[ref].outbreak, ()))
        problem = open_problems.get(problems[ref]) if ref in problems else None
        if problem is not None:
            known = replace(
                known,
                problem=problem.ref,
                problem_number=problem.number,
                problem_at=problem.created_at,
                linked=ref in linked,
            )
        if known.customers or known.problem:
            found[ref] = known
    return _numbered(tx, found)


def _numbered(tx: Tx, found: Mapping[TicketRef, KnownIssue]) -> dict[TicketRef, KnownIssue]:
    """Return the same with what people call the other customers' tickets."""
    others = {ref for known in found.values() for ref, _ in known.others}
    rows = rows_of(tx, select(ticket.c.document), (ticket.c.connection, ticket.c.id), others)
    called = {one.ref: one.number for one in (decode(Ticket, row.document) for row in rows)}
    return {
        ref: replace(known, numbers=tuple((other, called[other]) for other, _ in known.others if other in called))
        for ref, known in found.items()
    }


def _members(tx: Tx, numbers: Collection[int]) -> dict[int, list[Row[Any]]]:
    """Return the texts of outbreaks, the earliest first, each with its outbreak's words."""
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    if numbers:
        both = select(signature, outbreak.c.words).join(outbreak, outbreak.c.id == signature.c.outbreak)
        ordered = both.order_by(signature.c.opened_at, signature.c.id)
        for row in tx.execute(ordered.where(signature.c.outbreak.in_(sorted(numbers)))):
            found[row.outbreak].append(row)
    return found


def _common_problem(members: Sequence[Row[Any]]) -> TicketRef | None:
    """Return the problem that most tickets of an outbreak belong to, by the helpdesk or by their words; two must."""
    named = [decode(Signature, row.document).problem or row.problem for row in members]
    counts = Counter(str(name) for name in named if name)
    best = max(counts, key=lambda name: (counts[name], name), default=None)
    return TicketRef.parse(best) if best is not None and counts[best] > 1 else None


def _of_outbreak(known: KnownIssue, own: Row[Any], members: Sequence[Row[Any]]) -> KnownIssue:
    customers = len({row.customer_id for row in members})
    if customers < LEAST:
        return known
    others = [row for row in members if row.customer_id != own.customer_id]
    # a ticket of the same helpdesk first: that is the one that the agent can open
    nearest = sorted(others, key=lambda row: row.connection != own.connection)[:MOST_OTHERS]
    return replace(
        known,
        words=tuple(members[0].words.split()),
        customers=max(step for step in STEPS if step <= customers),
        since=members[0].opened_at,
        others=tuple((_ref(row), row.opened_at) for row in nearest),
    )


def _open_problems(tx: Tx, refs: Collection[TicketRef]) -> dict[TicketRef, Ticket]:
    rows = rows_of(tx, select(ticket.c.document), (ticket.c.connection, ticket.c.id), refs)
    found = [decode(Ticket, row.document) for row in rows]
    return {one.ref: one for one in found if not one.deleted and not one.status.is_done}


def _ref(row: Any) -> TicketRef:
    return TicketRef(row.connection, row.ticket_id)


def _text(row: Any) -> Text:
    return Text(row.id, row.customer_id, decode(Signature, row.document))
