"""
What a text is about, as a place in a space of few dimensions: two texts that mean the same lie close together.

A text is the sum of its words, of the parts of its words (so that a word never seen stands near its relatives), and of
its pairs of neighbouring words; one bent layer on top corrects what words mean together and not alone. Every row of the
table is kept as 4-bit steps of its own size. `bench/train_meaning.py` makes the table, and says from what.

English; a text in another language gets a place too, from the parts of its words, which says little.
"""

import functools
import itertools
import zlib
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from workers import wording

TABLE: Final = Path(__file__).parent / "weights" / "meaning.npz"

LONGEST: Final = 80
"""Words of a text that are read: what it is about stands at its beginning."""
PART_SIZES: Final = (3, 4, 5)
PARTS_OF_KNOWN: Final = 0.5
"""What the parts of a word count that has a row of its own; those of an unknown word count 1."""
PAIR: Final = 0.5
"""What two neighbouring words count as a pair."""
ZERO: Final = 8
"""The 4-bit step that stands for nothing."""

Vector = npt.NDArray[np.float32]


def vector(folded: str) -> Vector:
    """Return the place of a folded text, shape (dimensions,), length 1; zeros for a text without words."""
    words = wording.split(folded)[:LONGEST]
    if not words:
        return np.zeros(dimensions(), np.float32)
    total = np.add.reduce([_of_word(word) for word in words])
    if len(words) > 1:
        total = total + PAIR * np.add.reduce(_rows([_pair_row(*pair) for pair in itertools.pairwise(words)]))
    place = _unit(total)
    table = _table()
    bent: Vector = np.maximum(table.inner @ place + table.bias, 0.0)
    return _unit(place + table.outer @ bent)


def known(folded: str) -> float:
    """Return the share of a folded text's words that have a row of their own; 1 for a text without words."""
    words = wording.split(folded)[:LONGEST]
    return sum(word in _table().words or word.isdigit() for word in words) / len(words) if words else 1.0


def dimensions() -> int:
    """Return the length of every vector."""
    return 2 * int(_table().steps.shape[1])


def parts_of(word: str) -> list[str]:
    """Return the parts of a word, its ends marked."""
    framed = f" {word} "
    return [framed[at : at + size] for size in PART_SIZES for at in range(max(1, len(framed) - size + 1))]


def slot(text: str, slots: int) -> int:
    """Return the place of a part or a pair among so many."""
    return zlib.crc32(text.encode()) % slots


class _Table:
    """The rows: words first, then the parts' slots, then the pairs'."""

    def __init__(self, file: Path) -> None:
        with np.load(file) as kept:
            self.steps: npt.NDArray[np.uint8] = kept["steps"]
            self.sizes: Vector = kept["sizes"].astype(np.float32)
            words = kept["words"].tobytes().decode().split("\n")
            self.parts = int(kept["parts"])
            self.inner, self.bias, self.outer = (kept[name].astype(np.float32) for name in ("inner", "bias", "outer"))
        self.words = {word: place for place, word in enumerate(words)}
        self.pairs = len(self.steps) - len(words) - self.parts


@functools.cache
def _table() -> _Table:
    return _Table(TABLE)


def _unit(place: Vector) -> Vector:
    length = np.sqrt(np.add.reduce(place * place))
    return (place / length).astype(np.float32) if length > 0 else place.astype(np.float32)


def _rows(places: list[int]) -> Vector:
    """Return the rows at some places, shape (places, dimensions)."""
    table = _table()
    steps = table.steps[places]
    unpacked = np.concatenate((steps & 15, steps >> 4), axis=1).astype(np.float32) - ZERO
    rows: Vector = unpacked * table.sizes[places][:, None]
    return rows


@functools.lru_cache(maxsize=20_000)
def _of_word(word: str) -> Vector:
    table = _table()
    first = len(table.words)
    parts = _rows([first + slot(part, table.parts) for part in parts_of(word)])
    of_parts: Vector = np.add.reduce(parts) / np.float32(len(parts))
    place = table.words.get(word)
    if place is None:
        return of_parts
    known: Vector = _rows([place])[0] + np.float32(PARTS_OF_KNOWN) * of_parts
    return known


def _pair_row(word: str, following: str) -> int:
    table = _table()
    return len(table.words) + table.parts + slot(f"{word} {following}", table.pairs)
