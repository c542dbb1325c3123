"""
Makes the weights of `workers/solved.py`: `python -m bench.train_solved FOLDER [--check]`.

FOLDER holds the folders `resolution` and `conversations` of labelled rows: STAR chats (MIT) whose customers were asked
afterwards whether they got what they came for. `--check` prints how well chats are told that were left out: by chance,
with all of a customer's chats left out, and with all of a task's; nothing is written.
"""

import argparse
import math
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench import labelled, logistic, measures
from workers import hashed, solved

SLOTS: Final = 1 << 17
FOLDS: Final = 8
NO_OUTCOME: Final = "calm and helpful"
"""A question that is asked of every chat, about the agent's manner."""


@dataclass(frozen=True)
class Chat:
    """One labelled chat, what is heard in it, and what it must not be mixed with when measured."""

    yes: bool
    said: list[solved.Said]
    name: str
    customer: str
    task: str
    measured: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both files of weights, or print the check."""
    parser = argparse.ArgumentParser(prog="python -m bench.train_solved", description="Weights of a solved ticket.")
    parser.add_argument("folder", type=Path, help="folder of the labelled rows' folders")
    parser.add_argument("--check", action="store_true", help="measure on chats that are left out")
    asked = parser.parse_args(arguments)
    chats = read(asked.folder)
    if asked.check:
        _check(chats)
        return 0
    for name, (features, strength) in WAYS.items():
        model = logistic.fit(
            [features(c.said) for c in chats], [c.yes for c in chats], strength, trust=TRUST, expected=EXPECTED
        )
        size = logistic.save(model, SLOTS if name == solved.ENGLISH else 1, hashed.FOLDER / f"{name}.json")
        sys.stdout.write(f"{name}: {size} bytes, {len(chats)} chats.\n")
    return 0


def read(folder: Path) -> list[Chat]:
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


TRUST: Final = 1.0
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
WAYS: Final[dict[str, tuple[Callable[[Sequence[solved.Said]], dict[str, float]], float]]] = {
    solved.ENGLISH: (all_of_it, 0.5),
    solved.ELSEWHERE: (cues, 1.0),
}


def _chat(row: labelled.Row, customer: str, task: str, *, yes: bool, measured: bool) -> Chat:
    said, _ = solved.read(labelled.chat(row["messages"]))
    return Chat(yes, said, row["id"], customer, task, measured)


def _check(chats: Sequence[Chat]) -> None:
    for name, (features, strength) in WAYS.items():
        rows = [features(chat.said) for chat in chats]
        for apart in ("name", "customer", "task"):
            fold = logistic.folds([getattr(chat, apart) for chat in chats], FOLDS)
            scored = []
            for left_out in range(FOLDS):
                kept = [n for n, one in enumerate(fold) if one != left_out]
                model = logistic.fit(
                    [rows[n] for n in kept], [chats[n].yes for n in kept], strength, trust=TRUST, expected=EXPECTED
                )
                scored += [
                    (chats[n].yes, hashed.chance(model.log_odds(rows[n])))
                    for n, one in enumerate(fold)
                    if one == left_out and chats[n].measured
                ]
            sys.stdout.write(f"{name}, {apart} apart: {measures.estimate(measures.auc, [[one] for one in scored])}\n")
            if apart == "customer":
                sys.stdout.write(measures_of_trust(scored))


def measures_of_trust(scored: Sequence[measures.Scored]) -> str:
    """Return, for each tenth of chances, how often it came true."""
    lines = []
    for tenth in range(10):
        group = [(yes, said) for yes, said in scored if tenth <= said * 10 < tenth + 1 or (tenth, said) == (9, 1.0)]
        if group:
            said, was = sum(s for _, s in group) / len(group), sum(y for y, _ in group) / len(group)
            lines.append(f"  said {said:.2f}, was {was:.2f} ({len(group)})\n")
    return "".join(lines)


if __name__ == "__main__":
    sys.exit(main())
