"""
Which language a comment is written in: py3langid's bundled model, restricted to languages that helpdesks meet.

Short text is where models guess, so: fewer than MIN_WORDS words, or a close second place, is no answer.
"""

import functools
import re
from typing import Final

from py3langid.langid import (  # type: ignore[import-untyped] # the package has no types
    MODEL_FILE,
    LanguageIdentifier,
)

LANGUAGES: Final = (
    *("en", "es", "de", "fr", "pt", "it", "nl", "pl", "sv", "da", "no", "fi", "cs", "hu", "ro", "tr"),
    *("ru", "uk", "el", "ar", "he", "hi", "ja", "ko", "zh"),
)
MIN_WORDS: Final = 4
MAX_CHARACTERS: Final = 1200
"""More text makes no answer surer."""
MIN_CONFIDENCE: Final = 0.60
_UNSPACED_FROM: Final = 0x2E80
"""Where CJK and kana begin."""
_NOISE = re.compile(r"https?://\S+|www\.\S+|\S{1,64}@\S{1,64}|[#@]\w+|\S{0,64}\d\S{0,64}")


@functools.cache
def _identifier() -> LanguageIdentifier:
    """Load the model once; about a quarter of a second."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(LANGUAGES))
    return identifier


def detect(text: str) -> str | None:
    """
    Return the ISO 639-1 code of a cleaned text's language; None where it cannot be told.

    Addresses, numbers and codes are left out first: they are the same in every language and mislead the model.
    """
    plain = _NOISE.sub(" ", text[:MAX_CHARACTERS])
    words = sum(1 for word in plain.split() if word[0].isalpha() or not word.isascii())
    # Scripts without spaces make one "word" of a sentence; they are unmistakable even so.
    unspaced = sum(1 for c in plain if ord(c) >= _UNSPACED_FROM)
    if max(words, unspaced) < MIN_WORDS:
        return None
    language, confidence = _identifier().classify(plain)
    return str(language) if confidence >= MIN_CONFIDENCE else None
