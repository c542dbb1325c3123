"""
The chance that whoever wrote a message is frustrated: angry, annoyed, disappointed, disapproving or disgusted.

English is judged by its words, by pieces of them and by the kinds of feeling that they carry; the other languages by
the kinds alone, whose weights are the same in every language. `bench/train_emotion.py` measures both.
"""

from typing import Final

from workers import feelings, hashed
from workers.feelings import Feelings

LONGEST: Final = 2
"""Words in a run."""
ENGLISH: Final = "displeasure_english"
ELSEWHERE: Final = "displeasure"
READ: Final = 4000
"""Characters that are weighed: whoever writes more is angry in the first of them, or pastes logs."""


def hear(body: str, folded: str, language: str | None) -> tuple[float, Feelings]:
    """
    Return the chance of frustration, 0 to 1, and the words that carry feeling.

    Args:
        body: The cleaned text.
        folded: The same, folded.
        language: ISO 639-1, None where unknown.
    """
    body, folded = body[:READ], folded[:READ]
    felt = feelings.hear(body, folded, language)
    if felt.language != "en":
        weights = hashed.load(ELSEWHERE)
        return hashed.chance(weights.bias + weights.total(felt.counts)), felt
    weights = hashed.load(ENGLISH)
    phrases, pieces = written(folded)
    odds = weights.bias + weights.total(felt.counts)
    odds += hashed.mean(map(weights.of, phrases)) + hashed.mean(map(weights.of, pieces))
    return hashed.chance(odds), felt


def written(folded: str) -> tuple[list[str], list[str]]:
    """Return the runs of words of a folded text, and the pieces of its words."""
    words = hashed.words(folded)
    pieces = dict.fromkeys(f"~{piece}" for word in words for piece in hashed.pieces(word))
    return hashed.phrases(words, LONGEST), list(pieces)
