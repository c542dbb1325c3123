"""What solved tickets tell of their teams: one row each, the latest, and none of what is long ago."""

from dataclasses import replace
from datetime import timedelta

import pytest

from integration.model import SolvedTicket, TicketRef
from integration.store import solved
from tests.store.build import NOW, SALESFORCE, ZENDESK, at, comment, contact, save, ticket


def told(ticket_id="1", team="Billing", days=1, connection=ZENDESK, handle_time_s=600.0, wait_s=90.5):
    """Return what a ticket tells that was solved so many days ago."""
    ref = TicketRef(connection, ticket_id)
    return SolvedTicket(ref, team, NOW - timedelta(days=days), handle_time_s, wait_s)


def keep(store, *nouns, now=NOW):
    store.save_assessment({}, [], now, solved={noun.ticket: noun for noun in nouns})


def test_what_tickets_tell_comes_back_as_it_was_saved_the_latest_of_each_team_first(store):
    nouns = [told("1", days=2), told("2", wait_s=None), told("500", "Aftercare", connection=SALESFORCE)]
    keep(store, *nouns)
    assert store.load_solved(NOW) == [nouns[2], nouns[1], nouns[0]]


def test_a_ticket_that_is_solved_again_tells_anew_and_one_that_is_open_again_nothing(store):
    keep(store, told("1"), told("2"))
    again = replace(told("1"), solved_at=NOW, team="Technical")
    store.save_assessment({}, [], NOW, solved={again.ticket: again, told("2").ticket: None})
    assert store.load_solved(NOW) == [again]


def test_what_is_long_ago_tells_nothing_and_goes(store):
    keep(store, told("1", days=89), told("2", days=91), told("3"))
    assert [noun.ticket.id for noun in store.load_solved(NOW)] == ["3", "1"]
    store.reconcile(NOW + timedelta(days=2))
    assert [noun.ticket.id for noun in store.load_solved(NOW)] == ["3"]


def test_of_a_team_that_solves_very_many_only_the_latest_tell(store, monkeypatch):
    monkeypatch.setattr(solved, "MOST_OF_A_TEAM", 2)
    keep(store, told("1", days=3), told("2", days=2), told("3", days=1), told("4", "Technical", days=9))
    assert [noun.ticket.id for noun in store.load_solved(NOW)] == ["3", "2", "4"]


def test_a_team_may_be_called_anything(store):
    keep(store, told(team="Bill\0ing \ud83d"))
    assert [noun.team for noun in store.load_solved(NOW)] == ["Billing ?"]


@pytest.mark.parametrize(
    "take",
    [
        lambda store: save(store, forgotten_tickets=(TicketRef(ZENDESK, "1"),)),
        lambda store: store.forget_connection(ZENDESK, content=True, notes_gone=True, now=NOW),
    ],
    ids=["deleted for good", "disconnected"],
)
def test_what_goes_tells_nothing_any_more(store, take):
    save(store, contact(), ticket("1", minute=1), comment(ticket_id="1", minute=1), now=at(1))
    keep(store, told("1"), told("500", connection=SALESFORCE))
    take(store)
    assert [noun.ticket.id for noun in store.load_solved(NOW)] == ["500"]
