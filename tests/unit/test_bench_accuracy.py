"""The thinking against labels: each question on a few invented rows, and what is said of bad rows."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench import accuracy, labelled, report
from workers.flags import asked_again

ROOT = Path(__file__).resolve().parents[2]


def put(folder, name, *rows):
    """Write rows as JSON Lines, compressed where the name says so; return the folder."""
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / name).write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return folder


def figures(question, folder):
    """Run a question to its JSON file and return the figures in it."""
    out = folder / "out.json"
    assert accuracy.main([question, str(folder), "--json", str(out)]) == 0
    return json.loads(out.read_text())["figures"]


def chat(*texts):
    """Return messages that customer and agent write in turn."""
    roles = ("customer", "agent")
    return [{"author_role": roles[n % 2], "text": text, "order": n} for n, text in enumerate(texts)]


# the questions


def customer(source, new, *past):
    return {
        "source": source,
        "new_ticket": {"text": new, "issue": "x"},
        "past": [{"text": text, "same_issue": same, "issue": "y"} for text, same in past],
    }


TAP = ("The kitchen tap drips all night", 1)
INVOICE = ("My invoice of March shows the wrong address", 0)
PARCEL = ("Where is the parcel with the blue lamp?", 0)


def test_same_issue_is_told_by_source_from_the_texts_alone(tmp_path):
    tap = customer("plumbing", "Kitchen tap still drips at night", INVOICE, TAP, PARCEL)
    none = customer("plumbing", "Which colours has the sofa?", INVOICE)
    shop = customer("shop", "Where is my blue lamp parcel?", (PARCEL[0], 0), (TAP[0], 1))
    found = figures("same_issue", put(tmp_path, "customers.jsonl", tap, none, shop))
    assert found == {"plumbing": {"auc": 1.0, "recall_at_1": 1.0}, "shop": {"auc": 0.0, "recall_at_1": 0.0}}


def test_frustration_is_told_by_source_and_language_and_for_a_chat_by_its_whole_course(tmp_path):
    def posts(source, *rows):
        return [{"source": source, "language": lang, "text": text, "frustrated": yes} for lang, text, yes in rows]

    angry, calm = ("en", "This is unacceptable and I am furious", 1), ("en", "Lunch was nice", 0)
    put(tmp_path, "goemotions.jsonl", *posts("goemotions", angry, calm))
    spanish = ("spanish", "Estoy indignada, es una estafa", 1), ("spanish", "Hoy hace sol", 0)
    arabic = ("arabic", "الطقس جميل", 1), ("arabic", "الطقس جميل", 0)
    put(tmp_path, "xlm_t.jsonl.gz", *posts("xlm_t", *spanish, *arabic))
    annoyed = {"annoyed": 1, "messages": chat("This is ridiculous, I am furious", "Sorry", "Goodbye")}
    content = {"annoyed": 0, "messages": chat("A table for two", "Done", "Goodbye")}
    put(tmp_path, "star_conversation_annoyed.jsonl", annoyed, content)
    found = {name: values["auc"] for name, values in figures("frustration", tmp_path).items()}
    assert found == {
        "goemotions": 1.0,
        "xlm_t": 1.0,
        "xlm_t_spanish": 1.0,
        "xlm_t_arabic": 0.5,
        "xlm_t_all": 0.875,
        "star": 1.0,
        "star_last_state": 0.5,
    }


def test_frustration_names_the_files_that_the_folder_lacks(tmp_path, capsys):
    rows = [{"text": "I am furious", "frustrated": 1}, {"text": "Fine", "frustrated": 0}]
    assert accuracy.main(["frustration", str(put(tmp_path, "goemotions.jsonl", *rows))]) == 0
    said = capsys.readouterr()
    assert "xlm_t.jsonl" in said.err
    assert "star_conversation_annoyed.jsonl" in said.err
    assert "goemotions" not in said.err
    assert "1.000" in said.out


GIVEN = chat("My order number is KL-20418, the lid is cracked", "I am sorry to hear that", "So what now?")
NOT_GIVEN = chat("The lid is cracked", "I am sorry to hear that", "So what now?")


def test_asked_again_is_told_from_the_chat_up_to_the_question(tmp_path):
    rows = [
        {"history": history, "agent_text": "Could you give me your order number?", "asked_again": again}
        for history, again in ((GIVEN, 1), (NOT_GIVEN, 0))
    ]
    assert figures("asked_again", put(tmp_path, "asked_again.jsonl", *rows)) == {"star": {"average_precision": 1.0}}


def test_asked_again_scores_are_the_flags_own():
    question = {"author_role": "agent", "text": "Could you give me your order number?"}
    for history, fires in ((GIVEN, True), (NOT_GIVEN, False)):
        comments = labelled.chat([*history, question])
        view = labelled.view(comments)
        flag = asked_again.asked_again(view, comments[-1].at)
        assert (flag is not None) is fires
        assert asked_again.confidence_of(view, comments[-1]) == (flag.confidence if flag else 0)
        assert asked_again.confidence_of(view, comments[1]) == 0


def test_resolution_is_told_from_the_customers_last_words(tmp_path):
    rows = [
        {"source": "star", "resolved": 1, "messages": chat("A room, please", "Booked.", "Thank you so much!")},
        {"source": "star", "resolved": 0, "messages": chat("A room, please", "Booked.", "It is still not working.")},
        {"source": "star", "resolved": 0, "messages": []},
    ]
    assert figures("resolution", put(tmp_path, "resolution.jsonl.gz", *rows)) == {"star": {"auc": 1.0}}


def test_a_language_that_cannot_be_told_counts_as_wrong(tmp_path):
    rows = [
        {"source": "s", "text": "Where is the parcel that I ordered last week?", "language": "en"},
        {"source": "s", "text": "Wo bleibt das Paket, das ich letzte Woche bestellt habe?", "language": "de"},
        {"source": "s", "text": "ok", "language": "en"},
        {"source": "s", "text": "Où est le colis que j'ai commandé la semaine dernière ?", "language": "it"},
    ]
    found = figures("language_id", put(tmp_path, "language_id.jsonl", *rows))
    assert found["s"] == {"accuracy": 0.666667, "accuracy_strict": 0.5, "unknown": 0.25}
    assert found["s_en"] == {"accuracy": 1.0, "accuracy_strict": 0.5, "unknown": 0.5}
    assert found["s_de"] == {"accuracy": 1.0, "accuracy_strict": 1.0, "unknown": 0.0}
    assert found["s_it"] == {"accuracy": 0.0, "accuracy_strict": 0.0, "unknown": 0.0}


def test_a_language_left_open_counts_as_wrong_from_four_words_on(tmp_path):
    rows = [{"source": "s", "text": text, "language": "en"} for text in ("12 34 56 78", "12 34 56")]
    rows.append({"source": "s", "text": "The parcel has not arrived", "language": "en"})
    found = figures("language_id", put(tmp_path, "language_id.jsonl", *rows))
    assert found["s"] == {"accuracy": 0.5, "accuracy_strict": 0.333333, "unknown": 0.666667}


# what comes out


def test_the_json_file_says_machine_commit_and_figures_and_the_table_says_them_to_people(tmp_path):
    put(tmp_path, "customers.jsonl", customer("plumbing", "Kitchen tap still drips at night", INVOICE, TAP))
    out = tmp_path / "out.json"
    command = [sys.executable, "-m", "bench.accuracy", "same_issue", str(tmp_path), "--json", str(out)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found = json.loads(out.read_text())
    assert set(found) == {"machine", "commit", "figures"}
    assert "cores" in found["machine"]
    assert found["machine"] in ran.stdout
    assert found["commit"] in ran.stdout
    assert found["figures"] == {"plumbing": {"auc": 1.0, "recall_at_1": 1.0}}
    assert "plumbing  auc             2   1.000  1.000 to 1.000" in ran.stdout.splitlines()


def test_a_figure_without_interval_or_rows_has_empty_cells():
    shown = report.table("t", [report.Figure("zendesk_sqlite", "tickets_per_s", 1234.5)])
    assert shown.splitlines()[-1] == "zendesk_sqlite  tickets_per_s        1,234.5"


def test_a_folder_that_is_no_checkout_has_no_commit(tmp_path):
    assert report.commit(tmp_path) == "unknown"


# what is said where rows are amiss


def refusal(capsys, *arguments):
    assert accuracy.main([str(argument) for argument in arguments]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


FILES = {
    "same_issue": "customers.jsonl",
    "asked_again": "asked_again.jsonl",
    "resolution": "resolution.jsonl",
    "language_id": "language_id.jsonl",
    "frustration": "goemotions.jsonl",
}


@pytest.mark.parametrize(("question", "name"), FILES.items())
def test_a_folder_without_the_file_is_named_with_what_it_should_hold(tmp_path, capsys, question, name):
    said = refusal(capsys, question, tmp_path)
    assert str(tmp_path) in said
    assert name in said
    assert f"the folder of the question {question}" in said


def test_a_folder_that_is_not_there_is_named(tmp_path, capsys):
    assert "is no folder; name the folder that holds" in refusal(capsys, "resolution", tmp_path / "nowhere")


def test_the_folder_above_is_answered_with_the_right_one(tmp_path, capsys):
    right = tmp_path / "language_id"
    right.mkdir()
    put(right, "language_id.jsonl", {"text": "a", "language": "en"})
    assert f"name {right}." in refusal(capsys, "language_id", tmp_path)


def test_rows_of_another_kind_are_named_by_file_and_line(tmp_path, capsys):
    put(tmp_path, "resolution.jsonl", {"messages": [], "resolved": 1}, {"messages": []})
    said = refusal(capsys, "resolution", tmp_path)
    assert "resolution.jsonl, line 2: no resolved" in said


@pytest.mark.parametrize(
    "broken",
    [b"not gzip at all", gzip.compress(b'{"text": "a", "language": "en"}\n' * 90)[:-12]],
    ids=["no gzip", "cut off"],
)
def test_a_damaged_file_is_to_be_fetched_anew(tmp_path, capsys, broken):
    (tmp_path / "language_id.jsonl.gz").write_bytes(broken)
    assert "fetch the file anew" in refusal(capsys, "language_id", tmp_path)


def test_an_empty_file_is_to_be_fetched_anew(tmp_path, capsys):
    assert "is empty" in refusal(capsys, "asked_again", put(tmp_path, "asked_again.jsonl"))


def test_rows_of_one_kind_only_give_no_figure(tmp_path, capsys):
    put(tmp_path, "resolution.jsonl", {"messages": chat("Thanks"), "resolved": 1})
    assert "auc of star cannot be told" in refusal(capsys, "resolution", tmp_path)


def test_a_json_file_that_cannot_be_written_is_said_before_the_work(tmp_path, capsys):
    said = refusal(capsys, "resolution", tmp_path, "--json", tmp_path / "nowhere" / "out.json")
    assert "name a file in a folder that exists" in said


def test_an_unknown_question_is_answered_with_those_there_are(capsys):
    with pytest.raises(SystemExit):
        accuracy.main(["happiness", "."])
    assert "language_id" in capsys.readouterr().err
