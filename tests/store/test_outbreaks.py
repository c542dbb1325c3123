"""What all customers say, kept and compared: followed in memory, told to those whom it concerns, and forgotten."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from integration.model import Match, Role, Signature, Status, TicketRef
from integration.store.jobs import Job
from integration.store.tables import outbreak, signature
from tests.store.build import (
    NOW,
    SALESFORCE,
    ZENDESK,
    at,
    comment,
    contact,
    forget_jobs,
    history_of,
    jobs_in,
    page,
    save,
    ticket,
)
from workers import context, gather, known_issues
from workers.known_texts import Texts

GATHER = ("gather", "texts")


def sign(ticket_id, *words, connection=ZENDESK, minute=0, **more):
    return Signature(TicketRef(connection, ticket_id), at(minute), words, bytes(64), **more)


def keep(store, customer_id, *signatures):
    """Save what is compared of one customer, as assessing does."""
    store.save_assessment({}, [], NOW, openings={customer_id: signatures})


def known(store):
    """Return the tickets of the texts that are kept."""
    with store._read() as tx:
        return sorted(tx.execute(select(signature.c.ticket_id)).scalars())


def four(store, **more):
    """Keep the texts of four customers, each with a contact and a ticket; return the texts."""
    for n in range(1, 5):
        save(store, contact(f"c{n}"), ticket(str(n), f"c{n}", created_at=at(n)))
        keep(store, f"{ZENDESK}/c{n}", sign(str(n), "oven", "f-31", minute=n, **more))
    forget_jobs(store)
    return store.load_waiting(10)


def begin(store, texts):
    """Let an outbreak begin with texts."""
    refs = tuple(t.signature.ticket for t in texts)
    found = Match(refs[-1], begins=refs, words=("f-31", "oven"), first_at=texts[0].signature.opened_at)
    return store.save_matches([*((t, Match(t.signature.ticket)) for t in texts[:-1]), (texts[-1], found)], NOW)


def test_what_is_new_is_compared_soon_and_what_is_the_same_is_not_compared_again(store):
    keep(store, "ana", sign("1", "oven"))
    assert jobs_in(store) == [GATHER]
    forget_jobs(store)
    store.save_matches([(store.load_waiting(9)[0], Match(TicketRef(ZENDESK, "1")))], NOW)
    keep(store, "ana", sign("1", "oven"))
    keep(store, "ana", sign("1", "oven", is_open=False))
    assert jobs_in(store) == []
    keep(store, "ana", sign("1", "oven", "door"))
    assert jobs_in(store) == [GATHER]


def test_an_outbreak_makes_all_its_customers_due_in_the_commit_that_begins_it(store):
    concerned = begin(store, four(store))
    assert concerned == {f"{ZENDESK}/c{n}" for n in range(1, 5)}
    assert jobs_in(store) == [("assess", customer) for customer in sorted(concerned)]
    assert store.load_waiting(10) == []
    assert [len(o.tickets) for o in store.load_outbreaks(NOW)] == [4]


def test_an_outbreak_that_two_workers_find_begins_once(store):
    texts = four(store)
    begin(store, texts)
    assert begin(store, texts) == set()
    assert len(store.load_outbreaks(NOW)) == 1


def test_a_text_that_changed_while_it_was_compared_is_compared_again(store):
    texts = four(store)
    keep(store, f"{ZENDESK}/c4", sign("4", "something", "else", minute=4))
    assert begin(store, texts) == set()
    assert [t.signature.ticket.id for t in store.load_waiting(10)] == ["4"]


def test_a_ticket_knows_how_many_others_there_are_and_names_none_of_them(store):
    begin(store, four(store))
    (found,) = history_of(store, "c2").known_issues
    assert (found.customers, found.since, found.words) == (4, at(1), ("f-31", "oven"))
    assert found.others == tuple((TicketRef(ZENDESK, str(n)), at(n)) for n in (1, 3, 4))
    assert not any(word in repr(found) for word in ("c1", "c3", "c4", "Ana"))


def test_a_ticket_knows_what_people_call_the_others(store):
    begin(store, four(store))
    (found,) = history_of(store, "c2").known_issues
    assert found.numbers == tuple((TicketRef(ZENDESK, str(n)), f"#{n}") for n in (1, 3, 4))


def test_one_customer_more_changes_nothing_that_is_told(store):
    begin(store, four(store))
    (number,) = (o.id for o in store.load_outbreaks(NOW))
    keep(store, "zendesk:acme/c1", sign("1", "oven", "f-31", minute=1))
    for n in range(5, 9):
        keep(store, f"c{n}", sign(str(n), "f-31", minute=n))
        (text,) = store.load_waiting(10)
        store.save_matches([(text, Match(text.signature.ticket, outbreak=number))], NOW)
    assert history_of(store, "c1").known_issues[0].customers == 5
    assert len(history_of(store, "c1").known_issues[0].others) == 5


def test_a_ticket_knows_its_open_problem_and_no_solved_one(store):
    save(
        store,
        contact("ops"),
        ticket("9", "ops", is_problem=True),
        contact(),
        ticket("1", problem=TicketRef(ZENDESK, "9")),
    )
    (found,) = history_of(store).known_issues
    assert (found.problem, found.problem_number, found.linked) == (TicketRef(ZENDESK, "9"), "#9", True)
    save(store, ticket("9", "ops", 5, is_problem=True, status=Status.SOLVED))
    assert history_of(store).known_issues == ()


def test_a_problem_that_agents_linked_to_two_tickets_of_an_outbreak_is_known_to_all(store):
    texts = four(store)
    for n in (1, 2):
        linked = sign(str(n), "oven", "f-31", minute=n, problem=TicketRef(ZENDESK, "9"))
        keep(store, f"{ZENDESK}/c{n}", linked)
    save(store, contact("ops"), ticket("9", "ops", is_problem=True))
    texts = store.load_waiting(10)
    begin(store, texts)
    (found,) = history_of(store, "c4").known_issues
    assert (found.problem, found.linked) == (TicketRef(ZENDESK, "9"), False)


def test_words_that_are_redacted_leave_in_the_commit_that_redacts_them(store):
    save(store, contact(), ticket(), comment(text="My pin is oven"))
    keep(store, f"{ZENDESK}/ana", sign("1", "pin", "oven"))
    save(store, comment(text="My pin is ▇▇▇▇", redacted=True))
    assert known(store) == []


def test_a_ticket_that_was_deleted_for_good_leaves_at_once_and_another_one_when_it_is_assessed(store):
    save(store, contact(), ticket("1"), comment(), ticket("2"))
    keep(store, f"{ZENDESK}/ana", sign("1", "oven"), sign("2", "door"))
    save(store, forgotten_tickets=(TicketRef(ZENDESK, "1"),))
    assert known(store) == ["2"]
    keep(store, f"{ZENDESK}/ana")
    assert known(store) == []


def test_a_connection_that_is_forgotten_takes_its_texts_along(store):
    keep(store, "ana", sign("1", "oven"), sign("500", "oven", connection=SALESFORCE))
    store.forget_connection(ZENDESK, content=True, notes_gone=True, now=NOW)
    assert known(store) == ["500"]


def test_texts_of_tickets_that_are_done_go_with_time_and_open_ones_stay(store):
    keep(store, "ana", sign("1", "oven", is_open=False), sign("2", "oven"), sign("3", "oven", is_open=False, minute=9))
    store.forget_texts(at(5))
    assert known(store) == ["2", "3"]


def test_an_outbreak_whose_texts_have_gone_is_forgotten(store):
    begin(store, four(store, is_open=False))
    store.forget_texts(NOW + timedelta(days=1))
    with store._read() as tx:
        assert tx.execute(select(outbreak)).all() == []


def test_the_texts_in_memory_follow_what_comes_changes_and_goes(store):
    texts = Texts()
    keep(store, "ana", sign("1", "oven"), sign("2", "door"))
    gather.follow(store, texts)
    assert {t.signature.ticket.id for t in texts} == {"1", "2"}
    keep(store, "ana", sign("1", "oven", "f-31"))
    keep(store, "bo", sign("3", "lamp"))
    gather.follow(store, texts)
    assert {t.signature.ticket.id: t.signature.words for t in texts} == {"1": ("oven", "f-31"), "3": ("lamp",)}
    assert {t.customer_id for t in texts} == {"ana", "bo"}


def test_a_text_that_was_committed_after_one_with_a_greater_id_is_not_missed(store):
    keep(store, "ana", sign("1", "oven"), sign("2", "door"))
    late = store.load_texts(0)[0][0]
    mine = signature.c.id == late.id
    with store._write() as tx:
        row = tx.execute(select(signature).where(mine)).one()._asdict()
        tx.execute(signature.delete().where(mine))
    texts = Texts()
    gather.follow(store, texts)
    with store._write() as tx:
        tx.execute(signature.insert(), [row])
    gather.follow(store, texts)
    assert len(texts) == 2
    assert {t.id for t in texts} == store.text_ids()


def test_what_a_bot_an_agent_or_a_scheduled_call_says_is_not_compared(store):
    bot = comment("comment:2", "2", role=Role.BOT, text="Your parcel is on its way, F-31")
    ours = comment("comment:3", "3", role=Role.AGENT, text="We would like to offer you an oven")
    call = ticket("4", outbound=True)
    theirs = comment("comment:5", "5", text="The oven shows F-31")
    nouns = page(contact(), ticket("2"), bot, ticket("3"), ours, call, comment("comment:4", "4"), ticket("5"), theirs)
    save(store, *nouns.contacts, *nouns.tickets, *nouns.comments)
    view = context.build(history_of(store), at(60), context.ThinkingSettings())
    assert [s.ticket.id for s in known_issues.openings(view)] == ["5"]


def test_only_what_was_said_before_the_first_answer_is_compared(store):
    answer = comment("comment:2", minute=2, role=Role.AGENT, text="Which oven is it?")
    save(
        store,
        contact(),
        ticket(),
        comment(text="The door is locked"),
        answer,
        comment("comment:3", minute=3, text="Halden"),
    )
    view = context.build(history_of(store), at(60), context.ThinkingSettings())
    (only,) = known_issues.openings(view)
    assert only.words == ("Charged", "twice", "door", "locked")


@pytest.mark.parametrize("status", [Status.OPEN, Status.SOLVED])
def test_an_old_ticket_is_compared_only_while_it_is_open(store, status):
    save(store, contact(), ticket(status=status, created_at=NOW - timedelta(days=40)), comment(minute=-57000))
    view = context.build(history_of(store), at(60), context.ThinkingSettings())
    assert len(known_issues.openings(view)) == (status is Status.OPEN)


def test_the_job_that_compares_outlives_connections_that_leave(store):
    store.put([Job(*GATHER, "gather")], NOW)
    store.reconcile(NOW)
    assert jobs_in(store) == [GATHER]
