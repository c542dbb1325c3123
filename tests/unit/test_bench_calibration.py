import pytest

from bench import measures


def test_chances_that_come_true_as_often_as_stated_are_without_error():
    rows = [(n % 4 == 0, 0.25) for n in range(400)]
    assert measures.calibration_error(rows) == pytest.approx(0)


def test_the_error_is_how_far_stated_and_true_are_apart():
    assert measures.calibration_error([(True, 0.9)] * 50 + [(False, 0.3)] * 50) == pytest.approx((0.1 + 0.3) / 2)
    assert measures.calibration_error([]) is None


def test_the_table_goes_from_the_least_chance_to_the_greatest():
    rows = [(n >= 50, n / 100) for n in range(100)]
    table = measures.reliability(rows, bins=2)
    assert [(round(stated, 3), true, count) for stated, true, count in table] == [(0.245, 0.0, 50), (0.745, 1.0, 50)]
