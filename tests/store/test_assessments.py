"""What was concluded: annotations make a write due only where they differ; receipts are kept beside."""

from dataclasses import replace

from integration.model import Annotation, Evidence, Flag, Receipt, Severity, TicketRef
from tests.store.build import NOW, SALESFORCE, ZENDESK, at, forget_jobs, jobs_in

ONE, TWO, CASE = TicketRef(ZENDESK, "1"), TicketRef(ZENDESK, "2"), TicketRef(SALESFORCE, "500")


def flag(kind="asked_again"):
    evidence = Evidence(ONE, NOW, quote="I said so 😀", comment_id="comment:1")
    return Flag(kind, Severity.HIGH, 0.9, "solved", "Told it twice.", "Read the thread.", (evidence,))


def test_a_new_annotation_makes_its_ticket_due_to_be_written(store):
    changed = store.save_assessment({}, [Annotation(ONE), Annotation(CASE, flags=(flag(),))], NOW)
    assert changed == [ONE, CASE]
    assert jobs_in(store) == [("publish", f"{SALESFORCE}/500"), ("publish", f"{ZENDESK}/1")]
    assert [c.key for c in store.claim(f"publish {SALESFORCE}", NOW, 10)] == [f"{SALESFORCE}/500"]


def test_an_annotation_that_says_the_same_again_makes_nothing_due(store):
    annotations = [Annotation(ONE, flags=(flag(), flag("rushed")), headline="Told twice"), Annotation(TWO)]
    store.save_assessment({}, annotations, NOW)
    forget_jobs(store)
    assert store.save_assessment({}, annotations, at(60)) == []
    changed = store.save_assessment({}, [annotations[0], replace(annotations[1], headline="New")], at(60))
    assert changed == [TWO]
    assert jobs_in(store) == [("publish", f"{ZENDESK}/2")]


def test_annotations_come_back_as_they_were_saved(store):
    wanted = Annotation(ONE, flags=(flag(),), headline="Told\x00 twice", language="ar")
    store.save_assessment({}, [wanted], NOW)
    assert store.load_annotations([ONE, TWO]) == {ONE: wanted}


def test_the_count_of_flags_follows_the_latest_annotation_of_each_ticket(store):
    store.save_assessment({}, [Annotation(ONE, flags=(flag(), flag("rushed"))), Annotation(TWO, flags=(flag(),))], NOW)
    assert store.status(NOW).flags == {"asked_again": 2, "rushed": 1}
    store.save_assessment({}, [Annotation(ONE)], NOW)
    assert store.status(NOW).flags == {"asked_again": 1}


def test_a_flag_that_stands_twice_on_a_ticket_is_counted_once(store):
    store.save_assessment({}, [Annotation(ONE, flags=(flag(), flag()))], NOW)
    assert store.status(NOW).flags == {"asked_again": 1}


def test_more_annotations_than_one_list_of_values_holds_are_saved_and_found(store):
    refs = [TicketRef(ZENDESK, str(n)) for n in range(1100)]
    assert len(store.save_assessment({}, [Annotation(ref) for ref in refs], NOW)) == 1100
    assert set(store.load_annotations(refs)) == set(refs)


def test_a_receipt_is_saved_with_the_action_and_replaced_by_the_next(store):
    for key in ("a" * 16, "b" * 16):
        store.take_action(key, ONE, NOW)
        store.finish_action(key, Receipt(ONE, fields_hash=key, written_at=NOW), None, NOW)
    assert store.load_receipts([ONE, TWO]) == {ONE: Receipt(ONE, fields_hash="b" * 16, written_at=NOW)}


def test_status_counts_the_tickets_that_were_written_and_those_that_carry_a_note(store):
    store.finish_action("a" * 16, Receipt(ONE, fields_hash="x", note_key="a" * 16, note_at=NOW), None, NOW)
    store.finish_action("b" * 16, Receipt(TWO, fields_hash="x"), None, NOW)
    store.finish_action("c" * 16, Receipt(TWO, fields_hash="y"), None, NOW)
    status = store.status(NOW)
    assert (status.written, status.notes) == (2, 1)


def test_counters_and_stages_add_up(store):
    for _ in range(3):
        store.count("write closed zendesk:acme")
        store.add_stage("think", 20, 0.5)
    status = store.status(NOW)
    assert status.counters == {"write closed zendesk:acme": 3}
    assert [(s.name, s.items, s.busy_s) for s in status.stages] == [("think", 60, 1.5)]
