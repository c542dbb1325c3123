import json

import pytest

from bench import annotations

GOOD = {"v": "sidelight/1", "ticket": "zendesk:acme/1", "headline": None, "flags": []}


@pytest.fixture
def result(tmp_path):
    def write(annotation):
        path = tmp_path / "result.jsonl"
        path.write_text(
            json.dumps({"id": "d-001", "annotation": annotation}) + "\n" + '{"id": "d-2", "annotation": null}\n'
        )
        return str(path)

    return write


def test_annotations_that_follow_the_schema_pass_and_are_counted(result, capsys):
    assert annotations.main([result(GOOD)]) == 0
    assert capsys.readouterr().out == "result.jsonl: 1 annotations, 0 faults\n"


def test_a_broken_one_is_named_with_what_it_breaks(result, capsys):
    assert annotations.main([result(GOOD | {"v": "sidelight/9"})]) == 1
    assert "d-001 $.v:" in capsys.readouterr().out


def test_one_that_is_too_large_is_at_fault():
    assert any("over 6000" in fault for fault in annotations.faults(GOOD | {"headline": "ü" * 3_001}))


def test_a_file_without_annotations_proves_nothing(result):
    assert annotations.main([result(None)]) == 1


def test_a_file_of_another_kind_is_named_with_the_remedy(tmp_path, capsys):
    (tmp_path / "wrong.json").write_text("[]\n")
    assert annotations.main([str(tmp_path / "wrong.json")]) == 1
    assert "sidelight demo --once --out" in capsys.readouterr().err
