"""The bench of known issues: its months are the same each time, and its shares count what they say."""

import random
from datetime import timedelta

from bench import known_issues
from integration.model import Outbreak

TEXTS = {f"intent {n}": [f"text {n} {k} about thing{n}" for k in range(20)] for n in range(9)}


def month(**more):
    return known_issues.month(TEXTS, random.Random(1), named=True, **more)


def test_a_month_is_the_same_each_time_and_in_order():
    first, again = month(), month()
    assert [t.text.signature for t in first] == [t.text.signature for t in again]
    opened = [t.text.signature.opened_at for t in first]
    assert opened == sorted(opened)


def test_outbreaks_are_planted_within_a_day_of_intents_that_never_came_before():
    tickets = month()
    planted = {t.intent for t in tickets if t.planted}
    assert len(planted) == 3
    for intent in planted:
        opened = [t.text.signature.opened_at for t in tickets if t.intent == intent]
        assert 5 <= len(opened) <= 12
        assert max(opened) - min(opened) <= timedelta(days=1)


def test_an_outbreak_of_another_topic_is_wrong_and_one_that_was_planted_right():
    tickets = month()
    planted = [t for t in tickets if t.planted and t.intent == next(t.intent for t in tickets if t.planted)]
    others = [t for t in tickets if not t.planted][:4]
    found = [
        Outbreak(n, tickets[0].text.signature.opened_at, frozenset(t.text.signature.ticket for t in some))
        for n, some in enumerate((planted, others))
    ]
    figures = {f.metric: f for f in known_issues.score("x", tickets, found)}
    assert (figures["outbreak_precision"].value, figures["outbreak_recall"].value) == (0.5, 1 / 3)
    assert figures["ticket_precision"].value == len(planted) / (len(planted) + 4)
    assert figures["ticket_recall"].rows == sum(t.planted for t in tickets)


def test_the_interval_of_a_share_holds_it_and_narrows_with_more_rows():
    few, many = known_issues.wilson(9, 10), known_issues.wilson(900, 1000)
    assert few[0] < many[0] < 0.9 < many[1] < few[1] < 1.0
    assert known_issues.wilson(0, 0) == (0.0, 1.0)
