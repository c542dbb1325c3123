"""How texts are made comparable: lower case without accents, character for character."""

import unicodedata

_LOOK_ALIKES = {0x2018: "'", 0x2019: "'", 0xB4: "'", 0xA0: " ", 0x202F: " ", 0x2013: "-", 0x2014: "-"}
"""Curly apostrophes, hard spaces and dashes, which phones put in unasked."""
_FOLDS = {
    code: base.lower()
    for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))
    if len(base := unicodedata.normalize("NFKD", chr(code))[0]) == 1 and len(base.lower()) == 1
} | _LOOK_ALIKES


def fold(text: str) -> str:
    """Return lower case without accents, character for character: the result is as long as `text`."""
    return text.translate(_FOLDS)
