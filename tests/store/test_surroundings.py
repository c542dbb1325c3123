"""What is usual and what is a formula where customers are judged: from the store, and from who is judged together."""

from datetime import timedelta

from integration.model import Norm, Role, SolvedTicket, TicketRef
from tests.store.build import NOW, ZENDESK, at, comment, contact, customers_in, save, ticket
from workers import context
from workers.surroundings import Usual, around

SORRY = "We understand how frustrating this must be and apologise for any inconvenience."


def replied(store, *ids):
    """Save a customer with a ticket and the same reply for each id; return their contexts."""
    for one in ids:
        reply = comment(f"comment:{one}", one, 1, role=Role.AGENT, text=SORRY)
        save(store, contact(f"c{one}"), ticket(one, f"c{one}"), reply)
    customers = [customers_in(store)[ZENDESK, f"c{one}"] for one in ids]
    return [context.build(h, at(60), context.ThinkingSettings()) for h in store.load_histories(customers)]


def readings_of(contexts):
    return {ZENDESK: [found for one in contexts for found in one.readings.values()]}


def solved(store, count, days=1):
    refs = [TicketRef(ZENDESK, str(n)) for n in range(count)]
    store.save_assessment(
        {}, [], NOW, solved={ref: SolvedTicket(ref, "Billing", NOW - timedelta(days=days), 600.0, 60.0) for ref in refs}
    )


def test_a_sentence_in_three_tickets_of_those_who_are_judged_together_is_a_formula_at_once(store):
    three = replied(store, "1", "2", "3")
    assert around(store, Usual(), three[:2], NOW).formulas == frozenset()
    assert len(around(store, Usual(), three, NOW).formulas) == 1


def test_a_sentence_that_stands_in_three_tickets_of_others_is_one_too(store):
    three = replied(store, "1", "2", "3")
    store.save_assessment(readings_of(three), [], NOW)
    assert len(around(store, Usual(), three[:1], NOW).formulas) == 1


def test_what_is_usual_comes_from_the_teams_own_tickets_once_there_are_enough(store):
    solved(store, 29)
    assert around(store, Usual(), [], NOW).norm("Billing") is None
    solved(store, 30)
    assert around(store, Usual(), [], NOW).norm("Billing") == Norm(600.0, 60.0)


def test_what_is_usual_is_not_worked_out_for_each_customer(store):
    usual = Usual()
    assert around(store, usual, [], NOW).norm("Billing") is None
    solved(store, 30)
    assert around(store, usual, [], NOW + timedelta(minutes=9)).norm("Billing") is None
    assert around(store, usual, [], NOW + timedelta(minutes=11)).norm("Billing") is not None
