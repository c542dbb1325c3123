"""Each sentence of test_promises.yml is a behaviour: a promise of this kind, due then, or none."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from integration.model import Role
from tests.unit.thinking_samples import START, comment, message
from workers import promises
from workers.hours import BusinessHours

SENTENCES = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
PROMISES = [(language, *case) for language, cases in SENTENCES.items() for case in cases["promises"]]
OTHERS = [(language, text) for language, cases in SENTENCES.items() for text in cases["others"]]


def found(text, at=START, zone="Europe/London", language=None, **values):
    return promises.find(message(text), comment(text, Role.AGENT, at), language, zone, **values)


def due(text, **values):
    return [p.due.strftime("%m-%d %H:%M") for p in found(text, **values)]


@pytest.mark.parametrize("known", [True, False], ids=["language known", "language unknown"])
@pytest.mark.parametrize(("language", "text", "kind", "expected"), PROMISES)
def test_a_promise_is_recognised_with_what_and_when(language, text, kind, expected, known):
    got = [(p.kind, p.due.strftime("%m-%d %H:%M")) for p in found(text, language=language if known else None)]
    assert got == [(kind, expected)]


@pytest.mark.parametrize("known", [True, False], ids=["language known", "language unknown"])
@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_what_is_no_promise_is_none(language, text, known):
    assert found(text, language=language if known else None) == ()


@pytest.mark.parametrize("language", SENTENCES)
def test_every_language_has_fifteen_promises_and_fifteen_near_misses(language):
    assert len(SENTENCES[language]["promises"]) >= 15
    assert len(SENTENCES[language]["others"]) >= 15


def test_tomorrow_is_the_customers_tomorrow():
    assert due("I'll ring you tomorrow at 10.", zone="America/New_York") == ["11-19 15:00"]


def test_an_unknown_zone_is_taken_as_utc():
    assert due("I'll ring you tomorrow at 10.", zone="Mars/Olympus") == ["11-19 10:00"]


def test_working_days_leave_out_the_teams_holidays():
    hours = BusinessHours(holidays=frozenset({datetime(2026, 11, 19, tzinfo=UTC).date()}))
    assert due("We will reply within one working day.", hours=hours) == ["11-20 23:59"]


def test_somebody_who_calls_counts_more_than_something_that_arrives():
    (call,), (arrival,) = found("I will call you tomorrow."), found("The parcel will arrive tomorrow.")
    assert call.confidence == promises.CERTAIN
    assert arrival.confidence == promises.LIKELY


def test_two_promises_of_one_sentence_are_two():
    text = "I will refund you today, and the new lamp will be delivered within three days."
    assert [(p.kind, p.due.day) for p in found(text)] == [("refund", 18), ("delivery", 21)]


def test_the_quote_is_the_sentence():
    text = "Hello Sam. I will call you tomorrow. Bye"
    assert [p.evidence.quote for p in found(text)] == ["I will call you tomorrow."]


def test_the_quote_of_a_long_sentence_is_the_part_that_promises():
    text = "We looked at " + "the lamp and the shade and " * 8 + "I will call you tomorrow with the result, as we said."
    (promise,) = found(text)
    assert promise.evidence.quote.startswith("and I will call you tomorrow")
    assert promise.evidence.quote in text
