"""
What a text is about, as a direction: texts that say the same in other words point the same way.

An interim reading: pieces of words, each with a fixed direction drawn once by a seeded generator.
"""

import functools
import zlib
from typing import Final

import numpy as np
from numpy.typing import NDArray

from workers import wording
from workers.words.stopwords import STOPWORDS

DIMENSIONS: Final = 64
_SLOTS: Final = 1 << 14

Vector = NDArray[np.float32]


def vector(folded: str) -> Vector:
    """Return the direction of a folded text, of unit length; zeros where nothing can be said of it."""
    words = [word for word in wording.split(folded) if word not in STOPWORDS]
    slots = [zlib.crc32(piece.encode()) % _SLOTS for word in words for piece in wording.pieces_of(word)]
    total: Vector = _directions()[slots].sum(axis=0, dtype=np.float32) if slots else np.zeros(DIMENSIONS, np.float32)
    length = float(np.linalg.norm(total))
    return total / np.float32(length) if length else total


@functools.cache
def _directions() -> Vector:
    return np.random.default_rng(64).standard_normal((_SLOTS, DIMENSIONS)).astype(np.float32)
