import numpy as np
import pytest

from tests.unit.test_same_issue import trace
from workers import alike
from workers.alike import Alike

BILL = "I was charged twice for my subscription, please give me the money back."
BILL_AGAIN = "The double charge for my plan has not been refunded."
LOGIN = "I forgot my password and cannot log in."
SHIPPING = "When will my parcel be delivered?"


def tickets(*texts):
    return [trace(str(n), text, n) for n, text in enumerate(texts)]


def test_the_same_thing_in_other_words_is_likelier_than_another_thing():
    among = Alike(tickets(BILL, LOGIN, SHIPPING, BILL_AGAIN))
    assert among.logit(0, 3) > among.logit(1, 3) + 1
    assert among.logit(0, 3) > among.logit(2, 3) + 1


def test_what_comes_later_does_not_change_how_an_earlier_pair_is_judged_by_its_meaning():
    before, after = Alike(tickets(BILL, LOGIN, BILL_AGAIN)), Alike(tickets(BILL, LOGIN, BILL_AGAIN, SHIPPING, BILL))
    assert np.allclose(before.signs(2), after.signs(2))


def test_a_customer_who_writes_of_nothing_else_needs_more_likeness():
    deliveries = [f"Where is my parcel with the {thing}?" for thing in ("lamp", "chair", "radio", "tent", "clock")]
    alone = Alike(tickets(LOGIN, "Where is my parcel with the shoes?", "Where is my parcel with the lamp?"))
    often = Alike(tickets(*deliveries, "Where is my parcel with the shoes?", "Where is my parcel with the lamp?"))
    assert often.logit(5, 6) < alone.logit(1, 2)


def test_the_signs_of_a_second_ticket_are_its_nearness_and_nothing_else():
    near, usual, better, between, average, nearest = Alike(tickets(BILL, BILL_AGAIN)).signs(1)[0]
    assert usual == pytest.approx(2 * near)
    assert average == nearest == pytest.approx(near)
    assert better == between == 0


def test_another_ticket_that_fits_better_speaks_against():
    signs = dict(zip(alike.SIGNS, Alike(tickets(BILL, LOGIN, BILL_AGAIN)).signs(2)[1], strict=True))
    assert signs["better"] > 0.2


def test_the_optional_model_is_heard():
    def compare(texts):
        same = np.array([["password" in one] == ["password" in other] for one in texts for other in texts], float)
        return same.reshape(len(texts), len(texts))

    with_model = Alike(tickets(BILL, SHIPPING, BILL_AGAIN), compare)
    apart = Alike(tickets(BILL, SHIPPING, BILL_AGAIN), lambda texts: np.eye(len(texts)))
    assert with_model.logit(0, 2) > apart.logit(0, 2)


def test_a_ticket_without_words_is_like_nothing():
    among = Alike(tickets(BILL, ""))
    assert among.logit(0, 1) < -1
