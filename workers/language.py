"""
Which language a comment is written in: eldc's compiled-in model, restricted to languages that helpdesks meet.

Short text is where models guess. So fewer than MIN_WORDS words are no answer; where the model itself is unsure, the
languages of our tables of words go first; and Hindi in Latin letters, which no small model knows, is told by its words.
"""

import functools
import re
from typing import Any, Final

import eldc  # type: ignore[import-untyped] # the package has no types

from workers import words as tables
from workers.words import hindi

LANGUAGES: Final = (
    *("en", "es", "de", "fr", "pt", "it", "nl", "pl", "sv", "da", "no", "fi", "cs", "hu", "ro", "tr"),
    *("ru", "uk", "el", "ar", "he", "hi", "ja", "ko", "zh"),
)
MIN_WORDS: Final = 4
MIN_LETTERS: Final = 6
MAX_CHARACTERS: Final = 1200
"""More text makes no answer surer."""
_UNSPACED_FROM: Final = 0x2E80
"""Where CJK and kana begin."""
_CLOSE: Final = 0.9
"""Share of the best score from which a language of our tables is as likely, where the model is unsure."""
_HINDI_SHARE: Final = 0.2
_HINDI_SHARE_SURE: Final = 0.6
"""The share that Hindi words must have against a sure answer that shares words with Hindi, as English does not."""
_HINDI_TWICE: Final = 3
"""More than one word: a name alone ("Abhi") turns no English sentence into Hindi."""
_NOISE = re.compile(r"https?\S*|www\.\S+|\S{1,64}@\S{1,64}|[#@]\w+|\S{0,64}\d\S{0,64}|&\w{1,10};")
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str | None:
    """
    Return the ISO 639-1 code of a cleaned text's language; None where it cannot be told.

    Addresses, numbers and codes are left out first: they are the same in every language and mislead the model.
    """
    plain = _NOISE.sub(" ", text[:MAX_CHARACTERS])
    if not _is_enough(text, plain):
        return None
    found = _model().detect_details(plain)
    language = _nearest(found)
    if _is_hindi(plain, language, sure=found.reliable):
        return "hi"
    return language


def _is_enough(text: str, plain: str) -> bool:
    """Whether it is a sentence: MIN_WORDS as it came, of which links and numbers may be some but not nearly all."""
    if len(text.split()) >= MIN_WORDS and sum(map(str.isalpha, plain)) >= MIN_LETTERS:
        return True
    # Scripts without spaces make one "word" of a sentence; they are unmistakable even so.
    return not text.isascii() and sum(ord(c) >= _UNSPACED_FROM and c.isalpha() for c in plain) >= MIN_WORDS


@functools.cache
def _model() -> Any:
    eldc.init()
    model = eldc.instance()
    model.set_languages(list(LANGUAGES))
    model.set_scores(5)
    return model


def _nearest(found: Any) -> str | None:
    """Return the model's answer; an unsure one gives way to a language of our tables that is as likely."""
    scores: dict[str, float] = found.scores
    if not scores:
        return None
    best = str(found.language)
    if found.reliable or best in tables.LANGUAGES:
        return best
    return next((one for one in scores if one in tables.LANGUAGES and scores[one] >= _CLOSE * scores[best]), best)


def _is_hindi(plain: str, language: str | None, *, sure: bool) -> bool:
    words = _WORD.findall(plain.lower())
    if hindi.PLAIN.isdisjoint(words) and hindi.SHARED.isdisjoint(words):
        return False
    told = sum(word in hindi.PLAIN for word in words)
    shared = sum(word in hindi.SHARED for word in words)
    weight = 2 * told + shared
    if not sure or language not in tables.LANGUAGES:
        return weight >= max(2, _HINDI_SHARE * len(words))
    if language == "en":
        return told > 0 and weight >= max(_HINDI_TWICE, _HINDI_SHARE * len(words))
    return weight >= max(_HINDI_TWICE, _HINDI_SHARE_SURE * len(words))
