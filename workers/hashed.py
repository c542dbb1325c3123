"""
Weights of words and pieces of words, kept by checksum: small, without a vocabulary, and quick to add up.

A file holds, for one question, a signed byte for each slot and a number for each named feature. `bench/logistic.py`
measures them.
"""

import base64
import functools
import json
import math
import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "weights"
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[!?]+")
_SIZES: Final = (3, 4, 5)


@dataclass(frozen=True)
class Weights:
    """What each slot and each named feature adds to the logarithm of the odds."""

    bias: float
    slots: memoryview
    step: float
    """What one unit of a slot's byte is worth."""
    features: Mapping[str, float]

    def of(self, piece: str) -> float:
        """Return what a piece of text adds, before the division by the length."""
        return float(self.slots[zlib.crc32(piece.encode()) % len(self.slots)]) * self.step

    def total(self, features: Mapping[str, float]) -> float:
        """Return what named features add together."""
        known = self.features
        return math.fsum(size * known[name] for name, size in features.items() if name in known)


@functools.cache
def load(name: str) -> Weights:
    """Return the weights in the file `name`.json."""
    kept = json.loads((FOLDER / f"{name}.json").read_text(encoding="ascii"))
    slots = memoryview(zlib.decompress(base64.b85decode(kept["slots"]))).cast("b")
    return Weights(kept["bias"], slots, kept["step"], kept["features"])


def words(folded: str) -> list[str]:
    """Return the words of a folded text, and its marks that call or ask; every number is the same word."""
    return ["0" if word[0].isdigit() else word for word in _WORD.findall(folded)]


def phrases(of: list[str], longest: int) -> list[str]:
    """Return each word and each run of at most `longest` words, once."""
    return list(
        dict.fromkeys(" ".join(of[at : at + n]) for n in range(1, longest + 1) for at in range(len(of) - n + 1))
    )


def pieces(word: str) -> list[str]:
    """Return the pieces of one word, of three to five letters; none of a mark."""
    framed = f" {word} "
    return (
        [framed[at : at + size] for size in _SIZES for at in range(len(framed) - size + 1)] if word[0].isalpha() else []
    )


def chance(log_odds: float) -> float:
    """Return the probability that a logarithm of odds stands for."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))


def mean(values: Iterable[float]) -> float:
    """Return the sum divided by the square root of how many there are: long texts say more, but not in proportion."""
    kept = list(values)
    return math.fsum(kept) / math.sqrt(len(kept)) if kept else 0.0
