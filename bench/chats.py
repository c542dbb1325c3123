"""
What is learnt of whole chats: the command that `bench.train_patience` and `bench.train_solved` share.

The weights are of every chat. The check tells chats that were left out: by chance, with all of a customer's chats left
out, and with all of a task's.
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Generic, TypeVar

from bench import logistic, measures
from workers import hashed

FOLDS: Final = 8
APART: Final = ("name", "customer", "task")

Heard = TypeVar("Heard")


@dataclass(frozen=True)
class Chat(Generic[Heard]):
    """One labelled chat, what is heard in it, and what it must not be mixed with when measured."""

    yes: bool
    heard: Heard
    name: str
    customer: str
    task: str
    measured: bool


@dataclass(frozen=True)
class Way(Generic[Heard]):
    """How one file of weights is made: what the product adds up of a chat, its slots, and the regression."""

    sizes: Callable[[Heard], dict[str, float]]
    slots: int
    fit: Callable[[Sequence[logistic.Sizes], Sequence[bool]], logistic.Model]


def train(
    name: str,
    read: Callable[[Path], Sequence[Chat[Heard]]],
    ways: Mapping[str, Way[Heard]],
    arguments: Sequence[str] | None,
) -> int:
    """
    Write each file of weights, or print the check.

    Args:
        name: The bench's own.
        read: Returns the chats of a folder of the labelled rows' folders.
        ways: By the name of the file.
        arguments: Of the command line; None takes the process's.
    """
    parser = argparse.ArgumentParser(prog=f"python -m bench.{name}", description=f"Weights of {', '.join(ways)}.")
    parser.add_argument("folder", type=Path, help="folder of the labelled rows' folders")
    parser.add_argument("--check", action="store_true", help="measure on chats that are left out")
    parser.add_argument("--out", type=Path, default=hashed.FOLDER, metavar="FOLDER", help="where the weights go")
    asked = parser.parse_args(arguments)
    chats = read(asked.folder)
    for file, way in ways.items():
        rows = [way.sizes(chat.heard) for chat in chats]
        if asked.check:
            _check(file, chats, rows, way)
        else:
            model = way.fit(rows, [chat.yes for chat in chats])
            size = logistic.save(model, way.slots, asked.out / f"{file}.json")
            sys.stdout.write(f"{file}: {size} bytes, {len(chats)} chats.\n")
    return 0


def _check(file: str, chats: Sequence[Chat[Heard]], rows: Sequence[logistic.Sizes], way: Way[Heard]) -> None:
    for apart in APART:
        fold = logistic.folds([getattr(chat, apart) for chat in chats], FOLDS)
        scored: list[measures.Scored] = []
        for left_out in range(FOLDS):
            kept = [n for n, one in enumerate(fold) if one != left_out]
            model = way.fit([rows[n] for n in kept], [chats[n].yes for n in kept])
            scored += [
                (chats[n].yes, hashed.chance(model.log_odds(rows[n])))
                for n, one in enumerate(fold)
                if one == left_out and chats[n].measured
            ]
        sys.stdout.write(f"{file}, {apart} apart: {measures.estimate(measures.auc, [[one] for one in scored])}\n")
        if apart == "customer":
            sys.stdout.writelines(
                f"  said {said:.2f}, was {was:.2f} ({count})\n" for said, was, count in measures.tenths(scored)
            )
