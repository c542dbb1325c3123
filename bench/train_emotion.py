"""
Makes the weights of `workers/displeasure.py`: `python -m bench.train_emotion FOLDER [--check]`.

FOLDER holds the folders of labelled rows. Used are only sets whose licence lets weights be shipped (NOTICE credits
them): GoEmotions for the feeling; banking77, clinc150, dstc11 and calm STAR chats for what customers write without it.
`--check` trains without the rows of `goemotions.jsonl.gz` and prints how well these are told; nothing is written.
"""

import argparse
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from bench import labelled, logistic, measures
from workers import displeasure, feelings, folding, hashed

SLOTS: Final = 1 << 18
FRUSTRATED: Final = frozenset({"anger", "annoyance", "disappointment", "disapproval", "disgust"})
UNWELL: Final = frozenset({"sadness", "fear", "grief", "remorse", "embarrassment", "nervousness"})
"""Where no rows of a language can be learnt from, displeasure is heard as a whole: these count as well."""
EVERY: Final = 16
"""One in so many of the calm messages is used."""

Row = tuple[str, bool, bool]
"""Text, whether frustrated, whether displeased at all."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both files of weights, or print the check."""
    parser = argparse.ArgumentParser(prog="python -m bench.train_emotion", description="Weights of displeasure.")
    parser.add_argument("folder", type=Path, help="folder of the labelled rows' folders")
    parser.add_argument("--check", action="store_true", help="measure on rows that are left out")
    asked = parser.parse_args(arguments)
    measured = list(_posts(asked.folder, "goemotions.jsonl"))
    rows = [*_posts(asked.folder, "goemotions_train.jsonl"), *_calm(asked.folder)]
    if asked.check:
        _check(rows, measured)
        return 0
    for name, model in _models([*rows, *measured]).items():
        size = logistic.save(model, SLOTS if name == displeasure.ENGLISH else 1, hashed.FOLDER / f"{name}.json")
        sys.stdout.write(f"{name}: {size} bytes.\n")
    return 0


def english(text: str) -> dict[str, float]:
    """Return what `displeasure.hear` adds up of an English text."""
    folded = folding.fold(text)
    sizes: dict[str, float] = {}
    for kind in displeasure.written(folded):
        for piece in kind:
            name = logistic.slot(piece, SLOTS)
            sizes[name] = sizes.get(name, 0.0) + 1 / math.sqrt(len(kind))
    return {**sizes, **feelings.hear(text, folded, "en").counts}


def elsewhere(text: str) -> dict[str, float]:
    """Return what `displeasure.hear` adds up of a text in another language, here of an English one."""
    return dict(feelings.hear(text, folding.fold(text), "en").counts)


def _models(rows: Sequence[Row]) -> dict[str, logistic.Model]:
    texts = [text for text, _, _ in rows]
    return {
        displeasure.ENGLISH: logistic.fit(
            list(map(english, texts)), [frustrated for _, frustrated, _ in rows], strength=0.02, trust=2.4
        ),
        displeasure.ELSEWHERE: logistic.fit(
            list(map(elsewhere, texts)), [displeased for _, _, displeased in rows], strength=0.3, seen=20
        ),
    }


def _check(rows: Sequence[Row], measured: Sequence[Row]) -> None:
    models = _models(rows)
    ways: dict[str, Callable[[str], dict[str, float]]] = {
        displeasure.ENGLISH: english,
        displeasure.ELSEWHERE: elsewhere,
    }
    for name, features in ways.items():
        scored = [(yes, hashed.chance(models[name].log_odds(features(text)))) for text, yes, _ in measured]
        sys.stdout.write(f"{name}: {measures.estimate(measures.auc, [[one] for one in scored])}\n")
        for said, was, count in measures.tenths(scored):
            sys.stdout.write(f"  said {said:.2f}, was {was:.2f} ({count} messages)\n")


def _posts(folder: Path, name: str) -> Iterator[Row]:
    for row in labelled.read(folder / "frustration", "frustration", name, ("text", "frustrated", "emotions")):
        frustrated = bool(row["frustrated"])
        yield row["text"], frustrated, frustrated or bool(UNWELL & set(row["emotions"]))


def _calm(folder: Path) -> Iterator[Row]:
    """Yield what customers write who are not known to be frustrated."""
    texts: dict[str, None] = {}
    for row in labelled.read(folder / "same_issue", "same_issue", "customers.jsonl", ("new_ticket", "past", "source")):
        if row["source"] in ("banking77", "clinc150", "dstc11"):
            texts |= dict.fromkeys(ticket["text"] for ticket in (row["new_ticket"], *row["past"]))
    for chat in labelled.read(folder / "conversations", "conversations", "star.jsonl", ("messages", "labels")):
        if chat["labels"].get("agent_says_user_annoyed") is False:
            texts |= dict.fromkeys(m["text"] for m in chat["messages"] if m["author_role"] == "customer")
    yield from ((text, False, False) for text in list(texts)[::EVERY])


if __name__ == "__main__":
    sys.exit(main())
