"""Customers' words in a note: nothing in them comes to life, and they read the same."""

import re

import pytest

from integration.model import NOTE_KEY
from integration.writeback.inert import JOINER, inert
from tests.unit.writeback_samples import NASTY

LIVE = re.compile(r"https?://|www\.\w|\w\.[a-z]{2}|@\w|\]\(|\{\{|\{%|mailto:|javascript:", re.IGNORECASE)


@pytest.mark.parametrize("text", NASTY)
def test_customers_words_do_nothing(text):
    found = inert(text)
    assert not LIVE.search(found)
    assert not NOTE_KEY.search(found)
    assert not set("\n\u202e\u202c\x00") & set(found)


@pytest.mark.parametrize("text", ["Order HL-104417 cost £40.50 at 10:05.", "Why? I said: no.", "ana@example.com"])
def test_plain_words_stay_as_they_are(text):
    assert inert(text) == text


def test_it_reads_the_same():
    text = "See https://evil.example/x and @joe"
    assert inert(text).replace(JOINER, "").replace("[:]", ":") == text
