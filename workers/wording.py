"""
What two texts have in common in their wording, from 0 to 1: pieces of words, and words.

A piece counts by how rare it is in general (a table of how many texts hold it) and among this customer's own tickets.
`bench/train_idf.py` makes the table, and says from what.
"""

import base64
import functools
import json
import math
import operator
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workers.words.stopwords import STOPWORDS

SLOTS: Final = 65536
"""Of the table of rarities; a piece's slot is its checksum."""

TABLE: Final = Path(__file__).parent / "weights" / "wording.json"

_PIECES: Final = (3, 4)
_WORD: Final = re.compile(r"[^\W_]+")
_STEM: Final = 6
_WHOLE_WORD: Final = 1.5
_FUNCTION_WORD: Final = 0.4
"""What function words of the other languages count: the table of rarities knows English only."""
_COMMON: Final = 5.0
"""Rarity up to which a word is known to be common."""
_RARE: Final = 8.0
_RARE_LENGTH: Final = 5
STEPS_A_UNIT: Final = 24
"""A rarity is kept as a byte: its natural logarithm in such steps."""
_OWN: Final = 50
"""How many of the customer's tickets weigh as much as the general table."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text, ready to be compared."""

    pieces: Mapping[str, float]
    """Piece to weight, not yet divided by the length."""
    rare: frozenset[str]
    """Its words that are in hardly any text; names, products, and most words of languages other than English."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A text's pieces as they count among one customer's tickets."""

    weights: Mapping[str, float]
    length: float


@dataclass(frozen=True, slots=True)
class Rarity:
    """Which pieces are so common among one customer's own tickets that they tell less, and by what factor."""

    factors: Mapping[str, float]

    def weighed(self, wording: Wording) -> Weighed:
        """Return the weights as they count for this customer."""
        weights = dict(wording.pieces)
        for piece in self.factors.keys() & weights.keys():
            weights[piece] *= self.factors[piece]
        return Weighed(weights, math.sqrt(math.fsum(map(operator.mul, weights.values(), weights.values()))) or 1.0)


@functools.lru_cache(maxsize=512)  # those of the tickets that a new one is compared with
def read(folded: str) -> Wording:
    """Return the wording of a folded text."""
    words = split(folded)
    times: Counter[str] = Counter()
    rarities: dict[str, float] = {}
    for word in words:
        for piece, rarity in _of_word(word):
            times[piece] += 1
            rarities[piece] = rarity
    # The second mention of a piece counts less than the first, the third less than the second.
    pieces = {piece: (1.0 + math.log(n) if n > 1 else 1.0) * rarities[piece] for piece, n in times.items()}
    rare = frozenset(
        word[:_STEM] for word in words if len(word) >= _RARE_LENGTH and word.isalpha() and word not in STOPWORDS
    )
    return Wording(pieces, frozenset(word for word in rare if _rarity("=" + word) > _RARE))


def split(folded: str) -> list[str]:
    """Return the words of a folded text as the table knows them."""
    return _WORD.findall(folded.replace("'", ""))


def pieces_of(word: str) -> list[str]:
    """Return a word's pieces; the last one is the word itself, cut where endings begin."""
    framed = f" {word} "
    found = [framed[at : at + size] for size in _PIECES for at in range(max(1, len(framed) - size + 1))]
    return [*found, "=" + word[:_STEM]]


def slot(piece: str) -> int:
    """Return the place of a piece in the table of rarities."""
    return zlib.crc32(piece.encode()) % SLOTS


def rarity(wordings: Iterable[Wording]) -> Rarity:
    """
    Return what is common among one customer's tickets.

    Two tickets are not counted: words that stand in two of them may be the very issue that these two share.
    """
    seen: Counter[str] = Counter()
    count = 0
    for one in wordings:
        seen.update(one.pieces.keys())
        count += 1
    factors = {}
    for piece, times in seen.items():
        if times > 2:  # noqa: PLR2004 - see above
            general = _rarity(piece)
            share = (_OWN * math.exp(1.0 - general) + times - 2) / (_OWN + count)
            factors[piece] = min(1.0, (1.0 - math.log(min(1.0, share))) / general)
    return Rarity(factors)


def common(ours: Weighed, theirs: Weighed) -> float:
    """Return what two texts' weighed pieces have in common, 0 to 1; the same in any order of the pieces."""
    shared = ours.weights.keys() & theirs.weights.keys()
    product = map(operator.mul, map(ours.weights.__getitem__, shared), map(theirs.weights.__getitem__, shared))
    total: float = math.fsum(product)
    return total / (ours.length * theirs.length)


@functools.lru_cache(maxsize=20_000)
def _of_word(word: str) -> tuple[tuple[str, float], ...]:
    *pieces, whole = pieces_of(word)
    scale = _FUNCTION_WORD if word in STOPWORDS and _rarity(whole) > _COMMON else 1.0
    return (*((p, scale * _rarity(p)) for p in pieces), (whole, scale * _WHOLE_WORD * _rarity(whole)))


def _rarity(piece: str) -> float:
    """Return 1 for what every text holds, about 10 for what none does."""
    return 1.0 + _rarities()[slot(piece)] / STEPS_A_UNIT


@functools.cache
def _rarities() -> bytes:
    """Return the rarity of each slot, in steps."""
    return base64.b85decode(json.loads(TABLE.read_text(encoding="ascii"))["rarity"])
