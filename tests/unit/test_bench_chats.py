"""The weights that are learnt of whole chats, of invented ones here: forty, half of them with an annoyed customer."""

import json

import pytest

from bench import measures, train_patience, train_solved
from workers import patience, solved

BAD = ["This is ridiculous, still no parcel.", "It still does not work, I am so annoyed."]
GOOD = ["Where is my parcel, please?", "Perfect, thank you so much for your help."]


def chat(number, *, bad):
    first, last = BAD if bad else GOOD
    said = [("customer", first), ("agent", "Let me look."), ("agent", "It arrives tomorrow."), ("customer", last)]
    return {
        "id": f"chat-{number}",
        "customer": f"customer-{number // 2}",
        "messages": [{"author_role": role, "text": text} for role, text in said],
        "annoyed": bad,
        "resolved": not bad,
        "question": "Did you get it?",
        "labels": {"tasks": [f"task-{number % 5}"], "agent_says_user_annoyed": bad, "user_questionnaire": []},
    }


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Give a folder of labelled rows; the weights go to another beside it."""
    lines = "".join(json.dumps(chat(number, bad=number % 2 == 0)) + "\n" for number in range(40))
    for name in ("conversations/star", "frustration/star_conversation_annoyed", "resolution/resolution"):
        path = tmp_path / "rows" / f"{name}.jsonl"
        path.parent.mkdir(parents=True)
        path.write_text(lines)
    (tmp_path / "weights").mkdir()
    monkeypatch.setattr(measures, "RESAMPLES", 10)
    return tmp_path / "rows"


def train(bench, folder, *more):
    """Run a bench; return the weights that it wrote, by file."""
    out = folder.parent / "weights"
    assert bench.main([str(folder), "--out", str(out), *more]) == 0
    return {path.stem: json.loads(path.read_text()) for path in out.iterdir()}


def test_patience_writes_both_its_files_and_annoyance_raises_the_chance(folder, capsys):
    found = train(train_patience, folder)
    assert set(found) == {patience.ENGLISH, patience.ELSEWHERE}
    assert found[patience.ELSEWHERE]["features"]["all annoyance"] > 0
    assert "40 chats" in capsys.readouterr().out


def test_solved_writes_both_its_files_and_thanks_raise_the_chance(folder, capsys):
    found = train(train_solved, folder)
    assert set(found) == {solved.ENGLISH, solved.ELSEWHERE}
    assert found[solved.ELSEWHERE]["features"]["c thanks"] > 0
    assert "40 chats" in capsys.readouterr().out


@pytest.mark.parametrize("bench", [train_patience, train_solved], ids=lambda bench: bench.__name__)
def test_the_check_tells_chats_that_were_left_out_in_three_ways_and_writes_nothing(folder, capsys, bench):
    assert train(bench, folder, "--check") == {}
    said = capsys.readouterr().out.splitlines()
    ways = [line.partition(":")[0] for line in said if "apart" in line]
    assert ways == [f"{file}, {apart} apart" for file in bench.WAYS for apart in ("name", "customer", "task")]
    assert all("value=1.0" in line for line in said if "apart" in line), "these are easily told"
    assert any(line.startswith("  said ") for line in said)


def test_a_chance_of_one_is_of_the_last_tenth_and_a_tenth_without_rows_is_not_told():
    rows = [(True, 1.0), (False, 0.92), (True, 0.34), (False, 0.36)]
    assert measures.tenths(rows) == [(0.35, 0.5, 2), (0.96, 0.5, 2)]
