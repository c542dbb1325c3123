"""What is loaded of a customer: everything of theirs, in order, and nothing of anybody else's."""

import random

from integration.model import Annotation, ContactRef, Frustration, Reading, Role
from integration.store.documents import decode, encode
from tests.store.build import (
    NOW,
    SALESFORCE,
    ZENDESK,
    at,
    comment,
    contact,
    customers_in,
    event,
    history_of,
    jobs_in,
    save,
    ticket,
)


def test_a_history_comes_in_order_of_time_then_id(store):
    tickets = [ticket(str(n), created_at=at(9 - n // 2)) for n in range(1, 8)]
    comments = [comment(f"comment:{n}", str(n % 7 + 1), minute=n // 3) for n in range(20)]
    events = [event(f"event:{n}", str(n % 7 + 1), minute=n // 3) for n in range(20)]
    nouns = [contact(), *tickets, *comments, *events]
    random.Random(4).shuffle(nouns)
    save(store, *nouns)
    history = history_of(store)
    assert list(history.tickets) == sorted(tickets, key=lambda t: (t.created_at, t.ref))
    assert list(history.comments) == sorted(comments, key=lambda c: (c.at, c.id))
    assert list(history.events) == sorted(events, key=lambda e: (e.at, e.id))


def test_a_history_holds_nothing_of_another_customer(store):
    for name in ("ana", "bo"):
        number = str(ord(name[0]))
        nouns = [contact(name, f"{name}@example.com"), ticket(number, name), event(f"event:{name}", number)]
        save(store, *nouns, comment(f"comment:{name}", number, author=ContactRef(ZENDESK, name)))
    store.save_assessment({ZENDESK: [Reading("comment:ana", 1), Reading("comment:bo", 1)]}, [], NOW)
    both = store.load_histories([customers_in(store)[ZENDESK, name] for name in ("bo", "ana")])
    assert both == [history_of(store, "bo"), history_of(store, "ana")]
    for name, history in zip(("bo", "ana"), both, strict=True):
        assert history.customer_id == f"{ZENDESK}/{name}"
        assert [c.ref.id for c in history.contacts] == [name]
        assert [t.requester.id for t in history.tickets] == [name]
        assert [c.id for c in history.comments] == [f"comment:{name}"]
        assert [e.id for e in history.events] == [f"event:{name}"]
        assert [r.comment_id for r in history.readings] == [f"comment:{name}"]
        assert [p.ref.id for p in history.people] == [name]


def test_the_same_ids_at_two_connections_are_not_mixed_up(store):
    for connection in (ZENDESK, SALESFORCE):
        nouns = [contact(name=connection, connection=connection), ticket(subject=connection, connection=connection)]
        nouns += [comment(text=connection, connection=connection), event(after=connection, connection=connection)]
        save(store, *nouns, connection=connection)
        reading = Reading("comment:1", 1, words=len(connection))
        store.save_assessment({connection: [reading]}, [], NOW)
    for connection in (ZENDESK, SALESFORCE):
        history = history_of(store, connection=connection)
        assert [t.subject for t in history.tickets] == [connection]
        assert [c.text for c in history.comments] == [connection]
        assert [e.after for e in history.events] == [connection]
        assert [r.words for r in history.readings] == [len(connection)]
    save(store, connection=ZENDESK, removed_comments=("comment:1",))
    assert len(history_of(store, connection=SALESFORCE).readings) == 1


def test_the_agents_whom_tickets_and_comments_name_are_in_the_history(store):
    agents = [contact(name, role=Role.AGENT) for name in ("joe", "kim", "lee")]
    reply = comment(role=Role.AGENT, author=ContactRef(ZENDESK, "joe"))
    save(store, *agents, contact(), ticket(assignee=ContactRef(ZENDESK, "kim")), reply)
    assert [p.ref.id for p in history_of(store).people] == ["joe", "kim"]


def test_a_customer_who_is_not_known_is_left_out(store):
    save(store, contact(), ticket())
    found = store.load_histories(["nobody", f"{ZENDESK}/ana"])
    assert [h.customer_id for h in found] == [f"{ZENDESK}/ana"]
    assert store.load_histories([]) == []


def test_a_deleted_ticket_stays_in_the_history_marked_as_such(store):
    save(store, contact(), ticket(), comment())
    save(store, missing_tickets=(ticket().ref,))
    history = history_of(store)
    assert [t.deleted for t in history.tickets] == [True]
    assert len(history.comments) == 1


def test_what_is_loaded_is_stored_again_as_the_same_text(store):
    save(store, contact(updated_at=None), ticket(fields=(("1", "x"),)), comment(attachments=("a.jpg",)), event())
    history = history_of(store)
    for noun in (*history.contacts, *history.tickets, *history.comments, *history.events):
        assert encode(decode(type(noun), encode(noun))) == encode(noun)


READING = Reading("comment:1", 3, language="en", words=5, frustration=Frustration.ANGRY, cues=(("still_not", "still"),))


def test_a_reading_comes_back_as_it_was_saved_and_the_latest_one_counts(store):
    save(store, contact(), ticket(), comment())
    store.save_assessment({ZENDESK: [Reading("comment:1", 2)]}, [], NOW)
    store.save_assessment({ZENDESK: [READING]}, [], NOW)
    assert history_of(store).readings == (READING,)


def test_a_reading_is_returned_only_while_the_comments_text_is_the_one_that_was_read(store):
    save(store, contact(), ticket(), comment(), comment("comment:2"))
    store.save_assessment({ZENDESK: [READING, Reading("comment:2", 3)]}, [], NOW)
    save(store, comment(text="You charged me three times."))
    assert [r.comment_id for r in history_of(store).readings] == ["comment:2"]
    save(store, comment())
    assert [r.comment_id for r in history_of(store).readings] == ["comment:1", "comment:2"]


def test_a_reading_of_a_text_that_was_edited_while_it_was_read_is_not_returned(store):
    save(store, contact(), ticket(), comment())
    history = history_of(store)
    save(store, comment(text="You charged me three times."))
    store.save_assessment({ZENDESK: [READING]}, [], NOW, read=history.comments)
    assert history_of(store).readings == ()
    store.save_assessment({ZENDESK: [READING]}, [], NOW, read=history_of(store).comments)
    assert history_of(store).readings == (READING,)


def test_a_removed_comment_and_its_reading_disappear_and_its_customer_becomes_due(store):
    save(store, contact(), ticket(), comment(), comment("comment:2"))
    store.save_assessment({ZENDESK: [READING, Reading("comment:2", 3)]}, [Annotation(ticket().ref)], NOW)
    for claim in store.claim("assess", NOW, 10):
        store.finish([claim])
    saved = save(store, removed_comments=("comment:1", "never seen"))
    history = history_of(store)
    assert [c.id for c in history.comments] == ["comment:2"]
    assert [r.comment_id for r in history.readings] == ["comment:2"]
    assert saved.customers == {f"{ZENDESK}/ana"}
    assert ("assess", f"{ZENDESK}/ana") in jobs_in(store)
    save(store, comment())
    assert [r.comment_id for r in history_of(store).readings] == ["comment:2"]


def test_a_reading_of_a_comment_that_was_removed_meanwhile_is_not_kept(store):
    save(store, contact(), ticket(), comment())
    history = history_of(store)
    save(store, removed_comments=("comment:1",))
    store.save_assessment({ZENDESK: [READING]}, [], NOW, read=history.comments)
    save(store, comment())
    assert history_of(store).readings == ()
