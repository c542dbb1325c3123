"""
Makes the weights of `workers/patience.py`: `python -m bench.train_patience FOLDER [--check]`.

FOLDER holds the folders `frustration` and `conversations` of labelled rows: STAR chats (MIT) whose agents were asked
whether the customer became annoyed. `--check` prints how well chats are told that were left out: by chance, with all of
a customer's chats left out, and with all of a task's; nothing is written.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench import labelled, logistic, measures
from bench.train_solved import measures_of_trust
from workers import hashed, patience

SLOTS: Final = 1 << 15
FOLDS: Final = 8
TRUST: Final = 0.5


@dataclass(frozen=True)
class Chat:
    """One labelled chat, what is heard in it, and what it must not be mixed with when measured."""

    yes: bool
    course: patience.Course
    name: str
    customer: str
    task: str
    measured: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both files of weights, or print the check."""
    parser = argparse.ArgumentParser(prog="python -m bench.train_patience", description="Weights of patience.")
    parser.add_argument("folder", type=Path, help="folder of the labelled rows' folders")
    parser.add_argument("--check", action="store_true", help="measure on chats that are left out")
    asked = parser.parse_args(arguments)
    chats = read(asked.folder)
    if asked.check:
        _check(chats)
        return 0
    for name, (features, strength) in WAYS.items():
        model = logistic.fit([features(c.course) for c in chats], [c.yes for c in chats], strength, 3, TRUST)
        size = logistic.save(model, SLOTS if name == patience.ENGLISH else 1, hashed.FOLDER / f"{name}.json")
        sys.stdout.write(f"{name}: {size} bytes, {len(chats)} chats.\n")
    return 0


def read(folder: Path) -> list[Chat]:
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


WAYS: Final[dict[str, tuple[Callable[[patience.Course], dict[str, float]], float]]] = {
    patience.ENGLISH: (all_of_it, 0.3),
    patience.ELSEWHERE: (named, 0.03),
}


def _chat(row: labelled.Row, customer: str, task: str, *, yes: bool, measured: bool) -> Chat:
    return Chat(yes, patience.read(labelled.chat(row["messages"])), row["id"], customer, task, measured)


def _check(chats: Sequence[Chat]) -> None:
    for name, (features, strength) in WAYS.items():
        rows = [features(chat.course) for chat in chats]
        for apart in ("name", "customer", "task"):
            fold = logistic.folds([getattr(chat, apart) for chat in chats], FOLDS)
            scored = []
            for left_out in range(FOLDS):
                kept = [n for n, one in enumerate(fold) if one != left_out]
                model = logistic.fit([rows[n] for n in kept], [chats[n].yes for n in kept], strength, 3, TRUST)
                scored += [
                    (chats[n].yes, hashed.chance(model.log_odds(rows[n])))
                    for n, one in enumerate(fold)
                    if one == left_out and chats[n].measured
                ]
            sys.stdout.write(f"{name}, {apart} apart: {measures.estimate(measures.auc, [[one] for one in scored])}\n")
            if apart == "customer":
                sys.stdout.write(measures_of_trust(scored))


if __name__ == "__main__":
    sys.exit(main())
