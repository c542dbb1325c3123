from bench import measures


def test_the_table_goes_from_the_least_chance_to_the_greatest():
    rows = [(n >= 50, n / 100) for n in range(100)]
    table = measures.reliability(rows, bins=2)
    assert [(round(stated, 3), true, count) for stated, true, count in table] == [(0.245, 0.0, 50), (0.745, 1.0, 50)]
