"""
Makes the weights of `workers/patience.py`: `python -m bench.train_patience FOLDER [--check]`.

FOLDER holds the folders `frustration` and `conversations` of labelled rows: STAR chats (MIT) whose agents were asked
whether the customer became annoyed. `--check` prints how well chats are told that were left out: by chance, with all of
a customer's chats left out, and with all of a task's; nothing is written.
"""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from bench import chats, labelled, logistic
from bench.chats import Chat, Way
from workers import patience

SLOTS: Final = 1 << 15
TRUST: Final = 0.5


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both files of weights, or print the check."""
    return chats.train("train_patience", read, WAYS, arguments)


def read(folder: Path) -> list[Chat[patience.Course]]:
    """Return every chat whose agent was asked, those of the question's own file first."""
    rows = labelled.read(folder / "conversations", "conversations", "star.jsonl", ("id", "messages", "labels"))
    known = {row["id"]: row for row in rows}
    found = []
    own = "star_conversation_annoyed.jsonl"
    for row in labelled.read(folder / "frustration", "frustration", own, ("id", "messages", "annoyed")):
        more = known.pop(row["id"], None)
        customer, task = (more["customer"], "+".join(more["labels"]["tasks"])) if more else (row["id"], "none")
        found.append(_chat(row, customer, task, yes=bool(row["annoyed"]), measured=True))
    for row in known.values():
        if row["labels"]["agent_says_user_annoyed"] is not None:
            yes, task = bool(row["labels"]["agent_says_user_annoyed"]), "+".join(row["labels"]["tasks"])
            found.append(_chat(row, row["customer"], task, yes=yes, measured=False))
    return found


def all_of_it(course: patience.Course) -> dict[str, float]:
    """Return what `patience.judge` adds up of an English issue."""
    sizes = dict(course.features)
    for run, size in course.runs.items():
        name = logistic.slot(run, SLOTS)
        sizes[name] = sizes.get(name, 0.0) + size
    return sizes


def named(course: patience.Course) -> dict[str, float]:
    """Return what `patience.judge` adds up of an issue in another language."""
    return course.features


WAYS: Final = {
    patience.ENGLISH: Way(all_of_it, SLOTS, partial(logistic.fit, strength=0.3, seen=3, trust=TRUST)),
    patience.ELSEWHERE: Way(named, 1, partial(logistic.fit, strength=0.03, seen=3, trust=TRUST)),
}


def _chat(row: labelled.Row, customer: str, task: str, *, yes: bool, measured: bool) -> Chat[patience.Course]:
    return Chat(yes, patience.read(labelled.chat(row["messages"])), row["id"], customer, task, measured)


if __name__ == "__main__":
    sys.exit(main())
