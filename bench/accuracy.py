"""
How often the thinking is right, against people's labels: `python -m bench.accuracy QUESTION FOLDER [--json FILE]`.

FOLDER holds the labelled rows of one question, as JSON Lines, plain or with `.gz`; it is read and never copied. Each
question asks the product's own functions, and gives them what the product would know at that moment and nothing else.
The functions below say what that is, and what the score is.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from bench import labelled, measures, report
from bench.labelled import Row, RowsError
from bench.measures import Scored
from bench.report import Figure
from integration.errors import SettingsError
from integration.model import Reading, TicketRef
from integration.settings import read_settings
from workers import encoder, patience, reading, same_issue, solved
from workers.alike import Compare
from workers.flags.asked_again import confidence_of

ZONE: Final = "UTC"
"""Nothing that is scored here depends on the zone."""
HEARD: Final = ("english", "spanish", "german", "french", "portuguese", "italian")
"""The languages that the tables of words hold; their names as the rows of xlm_t write them."""
FRUSTRATION_FILES: Final = ("goemotions.jsonl", "xlm_t.jsonl", "star_conversation_annoyed.jsonl")
FEW_WORDS: Final = 4
"""Words below which a message's language may be left open."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of one question; return 1, with a remedy on stderr, where there are none."""
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy", description="The thinking against labels.")
    parser.add_argument("question", choices=QUESTIONS, metavar="QUESTION", help=", ".join(QUESTIONS))
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder of the question's labelled rows")
    parser.add_argument("--model", default="", metavar="NAME", help="same_issue: the optional model, path or name")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well, as one object")
    asked = parser.parse_args(arguments)
    try:
        _check_writable(asked.json)
        if asked.question == "same_issue":
            figures = score_same_issue(asked.folder, asked.model or read_settings().semantic_model)
        else:
            figures = QUESTIONS[asked.question](asked.folder)
        report.write(asked.question, figures, asked.json)
    except (RowsError, SettingsError) as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    return 0


def score_same_issue(folder: Path, model: str = "") -> list[Figure]:
    """
    Whether a new ticket is about the same issue as each of the customer's past ones: `same_issue.likeness`.

    Known: the texts of the customer's tickets, each as the first message of a ticket without a subject, one ticket a
    day in the file's order. `auc` is over all pairs of a source, `recall_at_1` over the customers who have a past
    ticket on the issue. `model` is the optional one.
    """
    compare = encoder.load(model) if model else None
    rows = labelled.read(folder, "same_issue", "customers.jsonl", ("new_ticket", "past"))
    cases: dict[str, list[list[Scored]]] = defaultdict(list)
    for row in rows:
        cases[labelled.source(row)].append(_pairs(row, compare))
    figures = []
    for name, of_source in sorted(cases.items()):
        hopeful = [case for case in of_source if any(same for same, _ in case)]
        figures.append(_figure(name, "auc", measures.auc, of_source))
        figures.append(_figure(name, "recall_at_1", measures.recall_at_1, [[case] for case in hopeful]))
    return figures


def score_frustration(folder: Path) -> list[Figure]:
    """
    Whether the customer is frustrated: the chance that `reading.read` gives a message, and `patience.of` a chat.

    Known: the message. `xlm_t` is over the languages that the product has words for, `xlm_t_all` over every row, and
    each language stands alone as well. A STAR chat is labelled by whether the customer became annoyed at any time:
    `star` is what `patience.of` says of the whole chat, as one ticket; `star_last_state` is the last message's chance.
    Files that the folder lacks are left out and named on stderr.
    """
    if not any(labelled.find(folder, name) for name in FRUSTRATION_FILES):
        raise RowsError(labelled.missing(folder, "frustration", FRUSTRATION_FILES[0]))
    goemotions, xlm_t, star = FRUSTRATION_FILES
    found: dict[str, list[Scored]] = defaultdict(list)
    for row in _present(folder, goemotions, ("text", "frustrated")):
        found[labelled.source(row)].append((bool(row["frustrated"]), _read(row["text"]).frustration_chance))
    for row in _present(folder, xlm_t, ("text", "frustrated", "language")):
        scored = bool(row["frustrated"]), _read(row["text"]).frustration_chance
        name, language = labelled.source(row), row["language"]
        for group in (name if language in HEARD else None, f"{name}_all", f"{name}_{language}"):
            if group:
                found[group].append(scored)
    for row in _present(folder, star, ("messages", "annoyed")):
        comments = labelled.chat(row["messages"])
        felt = patience.of(labelled.view(comments)) if comments else patience.judge(comments)
        name = labelled.source(row)
        found[name].append((bool(row["annoyed"]), felt.chance))
        found[f"{name}_last_state"].append((bool(row["annoyed"]), felt.path[-1] if felt.path else 0.0))
    return [_figure(name, "auc", measures.auc, [[row] for row in rows]) for name, rows in sorted(found.items())]


def score_asked_again(folder: Path) -> list[Figure]:
    """
    Whether an agent asks for what the customer gave before: `asked_again.confidence_of` the agent's comment.

    Known: the chat up to and with the agent's question, as one open ticket; not the customer's reply, which the flag
    weighs as soon as it is there.
    """
    rows = labelled.read(folder, "asked_again", "asked_again.jsonl", ("history", "agent_text", "asked_again"))
    chats: dict[str, dict[object, list[Scored]]] = defaultdict(lambda: defaultdict(list))
    for number, row in enumerate(rows):
        comments = labelled.chat([*row["history"], {"author_role": "agent", "text": row["agent_text"]}])
        scored = bool(row["asked_again"]), confidence_of(labelled.view(comments), comments[-1])
        chats[labelled.source(row)][row.get("conversation_id") or number].append(scored)
    return [
        _figure(name, "average_precision", measures.average_precision, list(of_source.values()))
        for name, of_source in sorted(chats.items())
    ]


def score_resolution(folder: Path) -> list[Figure]:
    """
    Whether the issue was solved, as the customer answered afterwards: `solved.of` the chat.

    Known: the chat, as one ticket whose last message has just come in.
    """
    rows = labelled.read(folder, "resolution", "resolution.jsonl", ("messages", "resolved"))
    chats: dict[str, list[Scored]] = defaultdict(list)
    for row in rows:
        comments = labelled.chat(row["messages"])
        ending = solved.of(labelled.view(comments)) if comments else solved.judge(comments)
        chats[labelled.source(row)].append((bool(row["resolved"]), ending.chance))
    return [_figure(name, "auc", measures.auc, [[chat] for chat in of]) for name, of in sorted(chats.items())]


def score_language_id(folder: Path) -> list[Figure]:
    """
    Which language a message is in: `reading.read`'s, the language of the cleaned text.

    Known: the message. A message of fewer than FEW_WORDS words (between spaces, as the row has it) may be left open:
    where the product then says that it cannot tell, the row is left out of `accuracy`; its `rows` say how many remain.
    Any other answer counts, and so does every unknown from FEW_WORDS on, as wrong. `accuracy_strict` is over all rows,
    each unknown wrong; `unknown` is the share of all rows without an answer. Each language stands alone as well.
    """
    rows = labelled.read(folder, "language_id", "language_id.jsonl", ("text", "language"))
    answers: dict[str, list[tuple[bool, bool, bool]]] = defaultdict(list)
    for row in rows:
        told = _read(row["text"]).language
        excused = told is None and len(row["text"].split()) < FEW_WORDS
        name = labelled.source(row)
        for group in (name, f"{name}_{row['language']}"):
            answers[group].append((told == row["language"], told is None, excused))
    figures = []
    for name, of_group in sorted(answers.items()):
        counted = [right for right, _, excused in of_group if not excused]
        for metric, marks in (
            ("accuracy", counted),
            ("accuracy_strict", [right for right, _, _ in of_group]),
            ("unknown", [unknown for _, unknown, _ in of_group]),
        ):
            if marks:
                figures.append(_figure(name, metric, measures.accuracy, [[mark] for mark in marks]))
    return figures


QUESTIONS: Final[Mapping[str, Callable[[Path], list[Figure]]]] = {
    "same_issue": score_same_issue,
    "frustration": score_frustration,
    "asked_again": score_asked_again,
    "resolution": score_resolution,
    "language_id": score_language_id,
}


def _check_writable(json_file: Path | None) -> None:
    """Raise before minutes of work are lost."""
    if json_file is not None and (json_file.is_dir() or not json_file.resolve().parent.is_dir()):
        raise RowsError(f"{json_file} cannot be written: name a file in a folder that exists for --json.")


def traces_of(row: Row) -> list[same_issue.Trace]:
    """Return a customer's tickets as they are compared, the new one last."""
    texts = [*(past["text"] for past in row["past"]), row["new_ticket"]["text"]]
    traces = []
    for day, text in enumerate(texts):
        ref = TicketRef(labelled.ONE.connection, str(day))
        opened_at = labelled.START + timedelta(days=day)
        traces.append(same_issue.trace(labelled.ticket(ref, opened_at), [labelled.message(text, ticket=ref)]))
    return traces


def _pairs(row: Row, compare: Compare | None) -> list[Scored]:
    """Return a customer's past tickets, each with its label and its likeness to the new one."""
    *past, new = traces = traces_of(row)
    scores = [same_issue.likeness(older, new, traces, compare) for older in past]
    return [(bool(ticket["same_issue"]), score) for ticket, score in zip(row["past"], scores, strict=True)]


def _present(folder: Path, name: str, fields: Sequence[str]) -> Iterator[Row]:
    if labelled.find(folder, name):
        yield from labelled.read(folder, "frustration", name, fields)
    else:
        sys.stderr.write(f"Neither {name} nor {name}.gz is in {folder}; its figures are left out.\n")


def _read(text: str) -> Reading:
    return reading.read(labelled.message(text), ZONE)


def _figure(
    name: str, metric: str, measure: Callable[[Sequence[Any]], float | None], clusters: Sequence[Sequence[Any]]
) -> Figure:
    try:
        found = measures.estimate(measure, clusters)
    except ValueError as problem:
        raise RowsError(f"{metric} of {name} cannot be told: {problem}. Name a folder with more rows.") from problem
    return Figure(name, metric, found.value, found.low, found.high, sum(map(len, clusters)))


if __name__ == "__main__":
    sys.exit(main())
