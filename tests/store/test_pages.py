"""Saving what a helpdesk gave: all of it or nothing, and work only where something is news."""

import pytest
from msgspec.structs import replace
from sqlalchemy import event as hook

from integration.model import Role, Status, TicketRef
from integration.store.bulk import ROWS_A_STATEMENT
from tests.store.build import (
    NOW,
    ZENDESK,
    at,
    backfilled,
    comment,
    contact,
    event,
    forget_jobs,
    history_of,
    jobs_in,
    pull,
    save,
    snapshot,
    ticket,
)

REF = TicketRef(ZENDESK, "1")
ASSESS_ANA = ("assess", f"{ZENDESK}/ana")


class PlantedError(Exception):
    """The fault that a test plants."""


class Fault:
    """Counts the statements that an engine runs, and breaks the one at `at`."""

    def __init__(self, store, at=None):
        self.engine = store._engine
        self.at = at
        self.seen = 0

    def __enter__(self):
        hook.listen(self.engine, "before_cursor_execute", self._look)
        return self

    def __exit__(self, *_exc):
        hook.remove(self.engine, "before_cursor_execute", self._look)

    def _look(self, _tx, _cursor, statement, *_more):
        if statement.startswith("BEGIN"):
            return
        self.seen += 1
        if self.seen == self.at:
            raise PlantedError


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_a_page_of_more_rows_than_one_statement_holds_is_stored_whole_and_overwritten_whole(store, more):
    count = 2 * ROWS_A_STATEMENT + more
    for subject in ("First", "Second"):
        pull(store, contact("ana"), *(ticket(str(n), subject=subject) for n in range(count)), now=at(1))
        stored = store.load_tickets([TicketRef(ZENDESK, str(n)) for n in range(count + 1)])
        assert [noun.subject for noun in stored.values()] == [subject] * count


def test_a_page_its_cursor_and_its_jobs_are_committed_together_or_not_at_all(store):
    backfilled(store, contact("ana", "ana@example.com"), ticket(), comment("comment:0"))
    news = [contact("ana", "new@example.com"), contact("bo", "bo@example.com"), ticket(minute=5, subject="Again")]
    news += [ticket("2", "bo"), comment("comment:2", text="Hello?"), event()]

    def save_news():
        pull(store, *news, removed_comments=("comment:0",), missing_tickets=(), cursor="page 2", now=at(5))

    before = snapshot(store)
    statement = 0
    while True:
        statement += 1
        with Fault(store, at=statement) as fault:
            try:
                save_news()
            except PlantedError:
                assert snapshot(store) == before, f"statement {statement} left a trace"
            else:
                break
    assert fault.seen > 10
    assert store.load_cursor(ZENDESK, "tickets") == "page 2"
    assert jobs_in(store) == [ASSESS_ANA, ("assess", f"{ZENDESK}/bo")]
    assert store.load_tickets([REF])[REF].subject == "Again"
    assert [c.id for c in history_of(store).comments] == ["comment:2"]


def test_a_page_whose_commit_fails_leaves_nothing(store):
    before = snapshot(store)

    def fail(_tx):
        raise PlantedError

    hook.listen(store._engine, "commit", fail)
    with pytest.raises(PlantedError):
        save(store, contact(), ticket(), comment())
    hook.remove(store._engine, "commit", fail)
    assert snapshot(store) == before


def test_a_new_ticket_makes_its_customer_due(store):
    saved = save(store, contact(), ticket(), comment())
    assert jobs_in(store) == [ASSESS_ANA]
    assert saved.customers == {f"{ZENDESK}/ana"}
    assert saved.rows == 3


def test_saving_the_same_page_twice_changes_nothing_and_makes_no_job(store):
    nouns = [contact("ana", "ana@example.com"), ticket(), ticket("2", requester=None), comment(), event()]
    save(store, *nouns)
    forget_jobs(store)
    before = snapshot(store)
    saved = save(store, *nouns, now=at(60))
    assert snapshot(store) == before
    assert saved.customers == frozenset()


def test_a_noun_that_comes_twice_in_one_page_is_saved_once_and_the_newer_ticket_wins(store):
    newer = ticket(minute=2, subject="Newer")
    save(store, contact(), contact(), newer, ticket(minute=1, subject="Older"), comment(), comment(), event(), event())
    history = history_of(store)
    assert [t.subject for t in history.tickets] == ["Newer"]
    assert (len(history.contacts), len(history.comments), len(history.events)) == (1, 1, 1)


def test_an_older_ticket_never_overwrites_a_newer_one(store):
    save(store, contact(), ticket(minute=5, subject="Newer"))
    forget_jobs(store)
    before = snapshot(store)
    saved = save(store, ticket(minute=4, subject="Older", status=Status.CLOSED))
    assert snapshot(store) == before
    assert saved.customers == frozenset()


@pytest.mark.parametrize("minute", [0, 5])
def test_a_ticket_that_reads_differently_is_saved_and_makes_its_customer_due(store, minute):
    save(store, contact(), ticket())
    forget_jobs(store)
    save(store, ticket(minute=minute, subject="Charged three times"))
    assert store.load_tickets([REF])[REF].subject == "Charged three times"
    assert jobs_in(store) == [ASSESS_ANA]


def test_our_own_note_coming_back_is_stored_and_makes_no_work(store):
    save(store, contact(), ticket(), comment())
    forget_jobs(store)
    note = comment("comment:2", minute=1, role=Role.SIDELIGHT, public=False, text="sidelight:0123456789abcdef")
    saved = save(store, ticket(minute=1), note)
    assert jobs_in(store) == []
    assert saved.customers == frozenset()
    assert note in history_of(store).comments


@pytest.mark.parametrize(
    "change", [{"updated_at": at(1)}, {"stamp": "later"}, {"updated_at": at(1), "stamp": "later"}], ids=" and ".join
)
def test_a_change_of_only_the_stamps_makes_no_work_but_refreshes_them(store, change):
    save(store, contact(), ticket())
    forget_jobs(store)
    moved = replace(ticket(), **change)
    saved = save(store, moved)
    assert jobs_in(store) == []
    assert saved.customers == frozenset()
    assert store.load_tickets([REF])[REF] == moved


def test_a_new_event_makes_its_customer_due(store):
    save(store, contact(), ticket())
    forget_jobs(store)
    save(store, event())
    assert jobs_in(store) == [ASSESS_ANA]


def test_a_comment_whose_text_was_edited_makes_its_customer_due(store):
    save(store, contact(), ticket(), comment())
    forget_jobs(store)
    save(store, comment(text="You charged me three times."))
    assert jobs_in(store) == [ASSESS_ANA]
    assert [c.text for c in history_of(store).comments] == ["You charged me three times."]


def test_a_comment_that_arrives_before_its_ticket_is_there_when_the_ticket_comes(store):
    save(store, comment())
    assert jobs_in(store) == []
    save(store, contact(), ticket())
    assert jobs_in(store) == [ASSESS_ANA]
    assert history_of(store).comments == (comment(),)


def test_a_missing_ticket_is_marked_deleted_and_its_customer_becomes_due(store):
    save(store, contact(), ticket())
    forget_jobs(store)
    save(store, missing_tickets=(REF, TicketRef(ZENDESK, "never seen")))
    assert store.load_tickets([REF])[REF] == replace(ticket(), deleted=True)
    assert jobs_in(store) == [ASSESS_ANA]


@pytest.mark.parametrize("deleted", [True, False], ids=["told by its row", "gone since its row was read"])
def test_a_missing_ticket_whose_last_row_is_on_the_same_page_is_as_that_row_says(store, deleted):
    save(store, contact(), ticket())
    # changed and merged away within one moment: its stamp is the stored one
    last = ticket(merged_into=TicketRef(ZENDESK, "2"), deleted=deleted)
    save(store, last, missing_tickets=(REF,))
    assert store.load_tickets([REF])[REF] == replace(last, deleted=True)


@pytest.mark.parametrize(
    "away", [{"deleted": True}, {"merged_into": TicketRef(ZENDESK, "2")}], ids=["deleted", "merged"]
)
def test_a_ticket_that_is_back_is_written_even_where_it_is_judged_as_before(store, away):
    save(store, contact(), ticket(), ticket("3"))
    save(store, ticket(minute=1, **away))
    forget_jobs(store)
    save(store, ticket(minute=2), ticket("3", minute=2, subject="Another"))
    assert sorted(jobs_in(store)) == [ASSESS_ANA, ("publish", str(REF))]


def test_a_ticket_that_is_missing_twice_makes_work_once(store):
    save(store, contact(), ticket(), missing_tickets=(REF,))
    save(store, missing_tickets=(REF,))
    forget_jobs(store)
    save(store, missing_tickets=(REF,))
    assert jobs_in(store) == []


def test_a_ticket_given_to_another_requester_makes_both_customers_due(store):
    save(store, contact("ana"), contact("bo"), ticket())
    forget_jobs(store)
    save(store, ticket(requester="bo", minute=1))
    assert jobs_in(store) == [ASSESS_ANA, ("assess", f"{ZENDESK}/bo")]
    assert history_of(store, "ana").tickets == ()
    assert len(history_of(store, "bo").tickets) == 1


def test_a_contact_that_reads_differently_makes_its_customer_due(store):
    save(store, contact(language="en"), ticket())
    forget_jobs(store)
    save(store, contact(language="es"))
    assert jobs_in(store) == [ASSESS_ANA]


def test_a_contact_whose_stamp_alone_changed_makes_no_work(store):
    save(store, contact(updated_at=NOW), ticket())
    forget_jobs(store)
    save(store, contact(updated_at=at(1)))
    assert jobs_in(store) == []


TEXTS = {
    "nul": "before\x00after",
    "control": "\x01\x1b[31m\x7f\x85\u2028\u2029",
    "emoji": "👩‍👩‍👧‍👦 🏳️‍🌈 🇪🇸 🤦🏽",
    "right to left": "\u202e\u0645\u0631\u062d\u0628\u0627 שלום\u202c \u200f",
    "quotes": "'; DROP TABLE ticket; -- \" \\ \\u0000 %s %(x)s :x ?",
    "combining": "e\u0301 \ufeff \ufffe \U0010ffff",
    "64 kB": "ñ😀\r\n" * 8192,
    "empty": "",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_survives_unchanged(store, text):
    wanted = [contact(name=text), ticket(subject=text, tags=(text,), fields=(("1", text),)), comment(text=text)]
    save(store, *wanted, event(after=text))
    history = history_of(store)
    assert [*history.contacts, *history.tickets, *history.comments] == wanted
    assert history.events[0].after == text
    forget_jobs(store)
    save(store, *wanted, event(after=text))
    assert jobs_in(store) == []


def test_half_of_a_surrogate_pair_is_replaced_and_the_rest_of_the_page_survives(store):
    # a vendor that cuts text by UTF-16 units sends these; neither database can keep them
    save(store, contact(), ticket(subject="Thank you \ud83d"), comment(text="\ude00 fine 😀"))
    history = history_of(store)
    assert history.tickets[0].subject == "Thank you \ufffd"
    assert history.comments[0].text == "\ufffd fine 😀"


def test_a_page_larger_than_any_list_of_values_is_saved_whole(store):
    nouns = [noun for n in range(1100) for noun in (contact(f"c{n}", f"c{n}@example.com"), ticket(str(n), f"c{n}"))]
    saved = save(store, *nouns, *(comment(f"comment:{n}", str(n)) for n in range(1100)))
    assert len(saved.customers) == 1100
    assert len(jobs_in(store)) == 1100
    forget_jobs(store)
    save(store, removed_comments=tuple(f"comment:{n}" for n in range(1100)))
    assert len(jobs_in(store)) == 1100
