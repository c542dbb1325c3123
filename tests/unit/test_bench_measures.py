"""The measures of the thinking: ties, empty rows, and intervals."""

import pytest

from bench import measures


def test_auc_is_the_share_of_pairs_in_order_and_a_tie_is_half_a_pair():
    # four pairs of yes and no: 0.9 > 0.5, 0.9 > 0.1, 0.5 = 0.5, 0.5 > 0.1
    assert measures.auc([(True, 0.9), (False, 0.5), (True, 0.5), (False, 0.1)]) == 3.5 / 4
    assert measures.auc([(True, 1), (False, 2)]) == 0
    assert measures.auc([(True, 7), (False, 7)]) == 0.5


def test_average_precision_takes_rows_of_one_score_together_whatever_their_order():
    rows = [(True, 0.9), (False, 0.5), (True, 0.5), (False, 0.1)]
    # half of the yes rows at precision 1/1, the other half at 2/3
    assert measures.average_precision(rows) == pytest.approx((1 + 2 / 3) / 2)
    assert measures.average_precision(rows[::-1]) == measures.average_precision(rows)
    assert measures.average_precision([(True, 0.1), (False, 0.9), (False, 0.8)]) == pytest.approx(1 / 3)


def test_recall_at_1_leaves_out_cases_without_a_yes_and_shares_ties():
    right = [(False, 1.0), (True, 2.0)]
    wrong = [(False, 3.0), (True, 2.0)]
    tied = [(False, 2.0), (True, 2.0)]
    hopeless = [(False, 2.0), (False, 1.0)]
    assert measures.recall_at_1([right, wrong, tied, hopeless]) == 1.5 / 3


@pytest.mark.parametrize(
    ("measure", "items"),
    [
        (measures.auc, [(True, 1.0)]),
        (measures.auc, [(False, 1.0)]),
        (measures.average_precision, [(False, 1.0)]),
        (measures.recall_at_1, [[(False, 1.0)]]),
        (measures.accuracy, []),
    ],
)
def test_a_measure_without_rows_of_both_kinds_is_no_number(measure, items):
    assert measure(items) is None
    with pytest.raises(ValueError, match="all of one kind"):
        measures.estimate(measure, [items])


def test_the_interval_is_the_same_every_time_and_holds_the_figure():
    rows = [[(n % 3 == 0, n % 7)] for n in range(60)]
    first = measures.estimate(measures.auc, rows, resamples=200)
    assert first == measures.estimate(measures.auc, rows, resamples=200)
    assert first.low < first.value < first.high


def test_the_interval_of_a_share_is_as_wide_as_theory_says():
    found = measures.estimate(measures.accuracy, [[n < 80] for n in range(100)])
    # 1.96 standard errors of a share of 0.8 among 100
    assert (found.value, found.low, found.high) == pytest.approx((0.8, 0.722, 0.878), abs=0.015)


def test_rows_of_one_cluster_are_drawn_together():
    rows = [True, False] * 20
    alone = measures.estimate(measures.accuracy, [[row] for row in rows], resamples=100)
    together = measures.estimate(measures.accuracy, [rows[:20], rows[20:]], resamples=100)
    assert alone.low < 0.5 < alone.high
    assert together == measures.Estimate(0.5, 0.5, 0.5)
