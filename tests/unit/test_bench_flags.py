import json

from bench import flags

EXPECTED = {
    "a": {"must": ["rushed", "asked_again"], "must_not": ["known_issue"]},
    "b": {"must": [], "must_not": ["rushed"]},
    "c": {"must": [], "must_not": ["rushed"]},
}


def test_what_nobody_expects_and_nobody_forbids_is_not_counted():
    found = flags.score({"a": ["rushed", "left_waiting", "known_issue"], "b": ["rushed"], "c": []}, EXPECTED)
    assert (found.right, found.wrong) == ({"rushed": 1}, {"known_issue": 1, "rushed": 1})
    assert found.missed == {"asked_again": 1}
    assert (found.precision(), found.recall()) == (1 / 3, 1 / 2)
    assert (found.precision("rushed"), found.recall("asked_again")) == (0.5, 0.0)
    assert found.clean_share == 0.5


def test_a_ticket_without_a_result_is_missed():
    assert flags.score({}, EXPECTED).missed == {"rushed": 1, "asked_again": 1}


def test_it_prints_a_table_and_writes_the_same_figures(tmp_path, capsys):
    result, expect, out = tmp_path / "r.jsonl", tmp_path / "e.json", tmp_path / "out.json"
    result.write_text(json.dumps({"id": "a", "fields": {"flags": ["rushed"]}}) + "\n")
    expect.write_text(json.dumps({"tickets": EXPECTED}))
    assert flags.main([str(result), str(expect), "--json", str(out)]) == 0
    assert "clean_flagged" in capsys.readouterr().out
    assert json.loads(out.read_text())["figures"]["all"] == {"precision": 1.0, "recall": 0.5, "clean_flagged": 0.0}


def test_a_file_of_another_kind_is_named_with_the_remedy(tmp_path, capsys):
    wrong = tmp_path / "wrong.json"
    wrong.write_text("[]")
    assert flags.main([str(wrong), str(wrong)]) == 1
    assert "sidelight demo --once --out" in capsys.readouterr().err
