import numpy as np
import pytest

from workers import folding, meaning


def near(one, other):
    return float(meaning.vector(folding.fold(one)) @ meaning.vector(folding.fold(other)))


@pytest.mark.parametrize(
    ("text", "same", "other"),
    [
        ("How do I get my money back?", "I want a refund", "How do I open an account?"),
        ("The parcel has not arrived", "my delivery is still missing", "my password does not work"),
        ("I forgot my passcode", "cannot remember the pin to log in", "what does shipping cost"),
        ("The washing machine leaks", "water comes out of the washer", "the invoice has the wrong name"),
    ],
)
def test_the_same_thing_in_other_words_is_nearer_than_another_thing(text, same, other):
    assert near(text, same) > near(text, other) + 0.1


def test_every_place_has_length_one_and_nothing_said_has_none():
    place = meaning.vector("where is my order")
    assert place.dtype == np.float32
    assert place.shape == (meaning.dimensions(),)
    assert float(np.linalg.norm(place)) == pytest.approx(1, abs=1e-5)
    assert not meaning.vector("").any()
    assert not meaning.vector(" ?! ").any()


def test_a_word_that_nobody_ever_wrote_stands_near_its_relatives():
    assert near("the refrigeratory is warm", "the refrigerator is warm") > near(
        "the umbrella is warm", "the refrigerator is warm"
    )


def test_only_the_beginning_of_a_long_text_counts():
    said = "the invoice is wrong " * 20
    assert near(said, said + "unrelated words about holidays " * 500) == pytest.approx(1, abs=1e-5)


def test_the_order_of_words_counts_through_their_pairs():
    assert near("transfer from card to bank", "transfer from bank to card") < 0.999
