"""
Makes the weights of `workers/solved.py`: `python -m bench.train_solved FOLDER [--check]`.

FOLDER holds the folders `resolution` and `conversations` of labelled rows: STAR chats (MIT) whose customers were asked
afterwards whether they got what they came for. `--check` prints how well chats are told that were left out: by chance,
with all of a customer's chats left out, and with all of a task's; nothing is written.
"""

import math
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from bench import chats, labelled, logistic
from bench.chats import Chat, Way
from workers import solved

SLOTS: Final = 1 << 17
NO_OUTCOME: Final = "calm and helpful"
"""A question that is asked of every chat, about the agent's manner."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both files of weights, or print the check."""
    return chats.train("train_solved", read, WAYS, arguments)


def read(folder: Path) -> list[Chat[Sequence[solved.Said]]]:
    """Return every chat whose customer was asked, those of `resolution.jsonl` first."""
    rows = labelled.read(folder / "conversations", "conversations", "star.jsonl", ("id", "messages", "labels"))
    known = {row["id"]: row for row in rows}
    found = []
    for row in labelled.read(folder / "resolution", "resolution", "resolution.jsonl", ("id", "messages", "resolved")):
        more = known.pop(row["id"], None)
        customer, task = (more["customer"], more["labels"]["tasks"][0]) if more else (row["id"], row["question"])
        found.append(_chat(row, customer, task, yes=bool(row["resolved"]), measured=True))
    for row in known.values():
        answers = [yes for asked, yes in row["labels"]["user_questionnaire"] if NO_OUTCOME not in asked]
        if answers:
            task = row["labels"]["tasks"][0]
            found.append(_chat(row, row["customer"], task, yes=bool(answers[0]), measured=False))
    return found


def all_of_it(said: Sequence[solved.Said]) -> dict[str, float]:
    """Return what `solved.judge` adds up of an English conversation."""
    sizes = cues(said)
    length = math.sqrt(sum(size * size for one in said for size in one.runs.values())) or 1.0
    for one in said:
        for run, size in one.runs.items():
            name = logistic.slot(run, SLOTS)
            sizes[name] = sizes.get(name, 0.0) + size / length
    return sizes


def cues(said: Sequence[solved.Said]) -> dict[str, float]:
    """Return what `solved.judge` adds up of a conversation in another language."""
    return {name: size for one in said for name, size in one.cues.items()}


EXPECTED: Final = {
    "a done": 2.0,
    "a refused": -2.0,
    "c gave up": -1.5,
    "c not_solved": -2.5,
    "c not_answered": -1.5,
    "c already_told": -0.5,
    "c thanks": 0.5,
    "c praise": 1.0,
    "c received": 1.5,
}
"""What the cues mean where the chats hardly have them: nothing in STAR ever "still doesn't work"."""
WAYS: Final = {
    solved.ENGLISH: Way(all_of_it, SLOTS, partial(logistic.fit, strength=0.5, expected=EXPECTED)),
    solved.ELSEWHERE: Way(cues, 1, partial(logistic.fit, strength=1.0, expected=EXPECTED)),
}


def _chat(row: labelled.Row, customer: str, task: str, *, yes: bool, measured: bool) -> Chat[Sequence[solved.Said]]:
    said, _ = solved.read(labelled.chat(row["messages"]))
    return Chat(yes, said, row["id"], customer, task, measured)


if __name__ == "__main__":
    sys.exit(main())
