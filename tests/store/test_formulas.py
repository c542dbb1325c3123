"""Sentences of empathy are formulas from the third ticket on; whom that concerns becomes due in the same commit."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from integration.model import Reading, TicketRef
from integration.store import formulas
from integration.store.tables import formula
from tests.store.build import NOW, SALESFORCE, ZENDESK, comment, contact, forget_jobs, jobs_in, save, ticket

SORRY, SURE = ("a1", "We are very sorry for the inconvenience."), ("b2", "Rest assured that we value your patience.")
KEYS = {SORRY[0], SURE[0]}


def reply(store, *ids, connection=ZENDESK):
    """Save a customer with a ticket and a comment for each id."""
    for one in ids:
        save(
            store,
            contact(f"c{one}", connection=connection),
            ticket(one, f"c{one}", connection=connection),
            comment(f"comment:{one}", one, connection=connection),
            connection=connection,
        )
    forget_jobs(store)


def read(store, *ids, said=(SORRY,), connection=ZENDESK, held=(), comment_of="comment:{}"):
    """Save that the comments with these ids hold sentences of empathy."""
    found = [Reading(comment_of.format(one), 1, connection=connection, formulas=said) for one in ids]
    store.save_assessment({connection: found}, [], NOW, formulas_held=held)


def rows(store):
    with store._read() as tx:
        return sorted((row.key, row.ticket_id, row.comment_id) for row in tx.execute(select(formula)))


def due(store):
    """Return the customers to be assessed, and forget that they are."""
    found = sorted(key.rpartition("/")[2] for kind, key in jobs_in(store) if kind == "assess")
    forget_jobs(store)
    return found


def test_a_sentence_is_a_formula_from_the_third_ticket_on(store):
    reply(store, "1", "2", "3")
    read(store, "1", "2")
    assert (store.known_formulas(KEYS), due(store)) == (frozenset(), [])
    read(store, "3")
    assert store.known_formulas(KEYS) == {SORRY[0]}
    assert due(store) == ["c1", "c2", "c3"]


def test_tickets_of_both_helpdesks_count_together(store):
    reply(store, "1", "2")
    reply(store, "500", connection=SALESFORCE)
    read(store, "1", "2")
    read(store, "500", connection=SALESFORCE)
    assert due(store) == ["c1", "c2", "c500"]


def test_one_ticket_that_says_it_three_times_counts_once(store):
    reply(store, "1", "2")
    save(store, comment("comment:1b", "1"), comment("comment:1c", "1"))
    read(store, "1", "2", "1b", "1c")
    assert store.known_formulas(KEYS) == frozenset()


def test_one_ticket_more_makes_nobody_due_where_it_was_known(store):
    reply(store, "1", "2", "3", "4")
    read(store, "1", "2", "3")
    due(store)
    read(store, "4", held={SORRY[0]})
    assert due(store) == []


def test_who_was_judged_just_before_it_became_a_formula_is_judged_again(store):
    reply(store, "1", "2", "3", "4")
    read(store, "1", "2", "3")
    due(store)
    read(store, "4", held=())
    assert due(store) == ["c4"]


def test_a_reply_that_is_read_anew_takes_its_sentences_with_it(store):
    reply(store, "1", "2", "3")
    read(store, "1", "2", "3")
    due(store)
    read(store, "3", said=(SURE,), held={SORRY[0]})
    assert rows(store) == [("a1", "1", "comment:1"), ("a1", "2", "comment:2"), ("b2", "3", "comment:3")]
    assert due(store) == ["c1", "c2"]
    assert store.known_formulas(KEYS) == frozenset()


def test_a_reply_that_says_the_same_again_changes_nothing(store):
    reply(store, "1", "2", "3")
    read(store, "1", "2", "3")
    due(store)
    before = rows(store)
    read(store, "3", held={SORRY[0]})
    assert (rows(store), due(store)) == (before, [])


def test_a_comment_that_was_removed_while_it_was_read_leaves_nothing(store):
    reply(store, "1")
    read(store, "1", "gone")
    assert rows(store) == [("a1", "1", "comment:1")]


@pytest.mark.parametrize(
    "take",
    [
        lambda store: save(store, removed_comments=("comment:3",)),
        lambda store: save(store, forgotten_tickets=(TicketRef(ZENDESK, "3"),)),
        lambda store: save(store, comment("comment:3", "3", text="▇▇▇▇", redacted=True)),
    ],
    ids=["removed", "deleted for good", "redacted"],
)
def test_what_goes_takes_its_sentences_along_and_those_who_are_left_are_judged_again(store, take):
    reply(store, "1", "2", "3")
    read(store, "1", "2", "3")
    due(store)
    take(store)
    assert rows(store) == [("a1", "1", "comment:1"), ("a1", "2", "comment:2")]
    assert {"c1", "c2"} <= set(due(store))


def test_a_redacted_comment_that_comes_again_keeps_what_was_read_in_the_rest_of_it(store):
    reply(store, "1")
    blacked = comment("comment:1", "1", text="▇▇▇▇", redacted=True)
    save(store, blacked)
    read(store, "1")
    save(store, blacked)
    assert rows(store) == [("a1", "1", "comment:1")]


def test_a_connection_that_is_forgotten_leaves_the_others_judged_without_it(store):
    reply(store, "1", "2")
    reply(store, "500", "501", connection=SALESFORCE)
    read(store, "1", "2", said=(SORRY, SURE))
    read(store, "500", connection=SALESFORCE)
    assert due(store) == ["c1", "c2", "c500"]
    store.forget_connection(ZENDESK, content=True, notes_gone=True, now=NOW)
    assert rows(store) == [("a1", "500", "comment:500")]
    assert due(store) == ["c500"]


def test_a_connection_that_leaves_and_may_come_back_keeps_its_sentences(store):
    reply(store, "1")
    read(store, "1")
    store.forget_connection(ZENDESK, content=False, notes_gone=True, now=NOW)
    assert rows(store) == [("a1", "1", "comment:1")]


def test_of_several_workers_that_bring_a_ticket_at_once_one_sees_the_third(store):
    ids = [str(n) for n in range(8)]
    reply(store, *ids)
    together = threading.Barrier(len(ids))

    def bring(one):
        together.wait(20)
        read(store, one)

    with ThreadPoolExecutor(len(ids)) as pool:
        list(pool.map(bring, ids))
    assert due(store) == [f"c{one}" for one in ids]


def test_asking_reads_no_more_tickets_than_it_takes_to_know(store):
    many = 3000
    with store._write() as tx:
        tx.execute(
            formula.insert(),
            [
                {"key": key, "connection": ZENDESK, "ticket_id": f"{n}", "comment_id": f"comment:{n}"}
                for key in ("a1", "c3")
                for n in range(many)
            ],
        )
    assert store.known_formulas(["a1", "b2", "c3"]) == {"a1", "c3"}
    if store._engine.dialect.name == "sqlite":
        assert steps_of(store, ["a1", "c3"]) < many


def steps_of(store, keys):
    """Return about how many rows SQLite looks at: ten instructions of its machine are at least one row."""
    ticks = []
    with store._read() as tx:
        raw = tx.connection.dbapi_connection
        raw.set_progress_handler(lambda: ticks.append(1), 10)
        try:
            formulas.known(tx, keys)
        finally:
            raw.set_progress_handler(None, 0)
    return len(ticks)
