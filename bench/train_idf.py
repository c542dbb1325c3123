"""
Makes the tables of `workers/wording.py`: `python -m bench.train_idf FOLDER [--without SOURCE] [--out FILE]`.

FOLDER holds the folders `same_issue`, `conversations` and `frustration` of labelled rows. Used are only sets whose
licence lets weights be shipped: banking77, clinc150, dstc11, STAR, MultiDoGO, GoEmotions (NOTICE credits them). Every
other source is left out, and so is the one named by --without, which is how the figures on a source that was not
trained on are made. The same rows give the same tables, but for the last bit that linear algebra rounds differently on
another machine. Needs numpy.

rarity   a byte for each slot: how many texts hold one of its pieces, as a logarithm.
places   a few signed bytes for each word: which words stand near it in a text, or in texts that people gave the same
         intent (positive pointwise mutual information, its strongest directions).
"""

import argparse
import base64
import gzip
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from workers import cleaning, wording

INTENTS: Final = ("banking77", "clinc150", "dstc11")
WORDS: Final = 5000
"""How many words get a place: the commonest."""
SEEN: Final = 3
"""Times that a word must have been seen."""
WINDOW: Final = 6
LONGEST: Final = 60
"""Words of a text that are looked at."""
FREQUENT: Final = 1e-3
"""Share of all words from which a word says little about a text."""

Pairs = Counter[tuple[str, str]]
Matrix = npt.NDArray[np.float32]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the tables; return 1 where the folder holds none of the rows."""
    parser = argparse.ArgumentParser(prog="python -m bench.train_idf", description="The tables of workers/wording.py.")
    parser.add_argument("folder", type=Path, help="folder of the labelled rows' folders")
    parser.add_argument("--without", default="", metavar="SOURCE", help="a source to leave out")
    parser.add_argument("--out", type=Path, default=wording.TABLES, help="file to write")
    asked = parser.parse_args(arguments)
    intents = _intents(asked.folder, asked.without)
    messages = list(_messages(asked.folder))
    if not intents or not messages:
        sys.stderr.write(f"{asked.folder} lacks same_issue or conversations; name the folder that holds both.\n")
        return 1
    texts = [text for group in intents for text in group]
    words, places = _places(messages + [wording.split(text)[:LONGEST] for text in texts], intents)
    tables = {
        "rarity": base64.b85encode(_rarity([*texts, *_general(asked.folder)])).decode(),
        "words": " ".join(words),
        "places": base64.b85encode(places.tobytes()).decode(),
    }
    asked.out.write_text(json.dumps(tables, indent=0) + "\n", encoding="ascii")
    print(f"{len(texts)} texts, {len(messages)} messages, {len(words)} words: {asked.out.stat().st_size} bytes.")
    return 0


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if path.is_file():
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def _intents(folder: Path, without: str) -> list[list[str]]:
    """Return the texts of each intent."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in _rows(folder / "same_issue" / "customers.jsonl"):
        if row["source"] in INTENTS and row["source"] != without:
            for ticket in (row["new_ticket"], *row["past"]):
                found[row["source"], ticket["issue"]].add(cleaning.fold(ticket["text"]))
    return [sorted(texts) for _, texts in sorted(found.items())]


def _chats(folder: Path) -> Iterator[list[str]]:
    """Yield the different messages of each chat, folded; no data base rows and no scenarios."""
    for name in ("star.jsonl.gz", "multidogo_customer_only.jsonl.gz"):
        for row in _rows(folder / "conversations" / name):
            said = (m["text"] for m in row["messages"] if m["author_role"] in ("customer", "agent"))
            yield list(dict.fromkeys(map(cleaning.fold, said)))


def _messages(folder: Path) -> Iterator[list[str]]:
    for chat in _chats(folder):
        yield from (wording.split(text)[:LONGEST] for text in chat)


def _general(folder: Path) -> list[str]:
    """Return texts that are about anything: what is rare in them too is rare."""
    posts = [cleaning.fold(row["text"]) for row in _rows(folder / "frustration" / "goemotions.jsonl.gz")]
    return [*(" ".join(chat) for chat in _chats(folder)), *posts]


def _rarity(texts: Sequence[str]) -> bytes:
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update({piece for word in wording.split(text) for piece in wording.pieces_of(word)})
    of_slot = [0] * wording.SLOTS
    for piece, times in seen.items():
        of_slot[wording.slot(piece)] = max(of_slot[wording.slot(piece)], times)
    return bytes(
        min(255, round(wording.STEPS_A_UNIT * math.log((1 + len(texts)) / (1 + min(times, len(texts))))))
        for times in of_slot
    )


def _places(messages: Sequence[list[str]], intents: Sequence[list[str]]) -> tuple[list[str], npt.NDArray[np.int8]]:
    total = Counter(word for message in messages for word in message)
    words = [w for w, n in sorted(total.items(), key=lambda item: (-item[1], item[0])) if n >= SEEN][:WORDS]
    directions = _directions(_surprise(words, _near(messages) + _alike(intents)))
    every = sum(total.values())
    rare = np.array([FREQUENT / (FREQUENT + total[word] / every) for word in words], np.float32)
    scaled = directions * rare[:, None]
    return words, np.round(scaled * (127 / np.abs(scaled).max())).astype(np.int8)


def _near(messages: Sequence[list[str]]) -> Pairs:
    pairs: Pairs = Counter()
    for message in messages:
        for place, word in enumerate(message):
            for other in message[max(0, place - WINDOW) : place]:
                pairs[word, other] += 1
                pairs[other, word] += 1
    return pairs


def _alike(intents: Sequence[list[str]]) -> Pairs:
    """Return how often two words would meet in two texts of one intent, by chance."""
    pairs: Counter[tuple[str, str]] = Counter()
    for texts in intents:
        holding = Counter(word for text in texts for word in set(wording.split(text)))
        words = [(word, times) for word, times in sorted(holding.items()) if times >= 2]
        for place, (word, times) in enumerate(words):
            for other, others in words[:place]:
                share = times * others / len(texts)
                pairs[word, other] += share  # type: ignore[assignment]  # a Counter of shares adds up like one of counts
                pairs[other, word] += share  # type: ignore[assignment]  # as above
    return pairs


def _surprise(words: Sequence[str], pairs: Pairs) -> Matrix:
    """Return how much more often each two words meet than by chance, as a logarithm; 0 for less often."""
    place = {word: n for n, word in enumerate(words)}
    met = np.zeros((len(words), len(words)), np.float32)
    for (word, other), times in pairs.items():
        if word in place and other in place:
            met[place[word], place[other]] = times
    of_word = met.sum(1) + 1e-9
    smoothed = of_word**0.75
    chance = of_word[:, None] * (smoothed / smoothed.sum())[None, :]
    surprise: Matrix = np.maximum(np.log(np.maximum(met, 1e-12) / chance), 0).astype(np.float32)
    return surprise


def _directions(surprise: Matrix) -> Matrix:
    """Return each word's place in the strongest directions, of length 1 (randomised, with a fixed seed)."""
    start = np.random.RandomState(0).randn(len(surprise), wording.DIMENSIONS + 10).astype(np.float32)
    basis, _ = np.linalg.qr(start)
    for _ in range(6):
        basis, _ = np.linalg.qr(surprise @ (surprise.T @ basis))
    left, strength, _ = np.linalg.svd(basis.T @ surprise, full_matrices=False)
    found = (basis @ left)[:, : wording.DIMENSIONS] * np.sqrt(strength[: wording.DIMENSIONS])
    unit: Matrix = found / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-9)
    return unit


if __name__ == "__main__":
    sys.exit(main())
