import pytest

from workers import asides


@pytest.mark.parametrize(
    ("folded", "left"),
    [
        ("hello, my name is sam field and i want to close my account", "hello and i want to close my account"),
        ("i need my balance, my pin is four four one nine", "i need my balance"),
        ("block the card ending in 5 0 5 5 please", "block the card please"),
        ("my policy number is 88120345. what does it cover", ". what does it cover"),
        ("je m'appelle sam, ma carte est perdue", ", ma carte est perdue"),
    ],
)
def test_names_and_numbers_go(folded, left):
    assert asides.without(folded).split() == left.split()


@pytest.mark.parametrize(
    "folded",
    [
        "transfer five hundred dollars to my savings",
        "i was charged twice for 12 lamps",
        "i want to change the name on my card",
        "the account number field stays empty",
        "one of my two cards is lost",
    ],
)
def test_what_an_errand_is_about_stays(folded):
    assert asides.without(folded) == folded


def test_a_text_is_as_long_as_before_in_its_own_letters():
    text = "Hi, my name is Sam Field. Where is my card?"
    assert asides.without(text) == "Hi" + " " * len(", my name is Sam Field") + ". Where is my card?"


def test_a_text_that_is_nothing_else_stays():
    assert asides.without("my name is sam field") == "my name is sam field"
    assert asides.without("88120345") == "88120345"


def test_a_long_row_of_digits_that_ends_in_a_letter_is_read_at_once():
    folded = "my number is " + "1-" * 20_000 + "x"
    assert asides.without(folded).endswith("x")
