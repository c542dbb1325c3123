"""
A text without what its writer says only to be found: their name, and numbers of an account, a card, a policy.

"My name is Sam Field, my PIN is four four one nine" says nothing of what a message is about, and two customers' errands
look alike when both begin so. Numbers of two digits stay, as do amounts in words: they may be what it is about.
"""

import re
from typing import Final

from workers import folding
from workers.words.names import SAYS_NAME

_NUMBER: Final = (
    r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dash|double|\d+)"
)
_NUMBERS: Final = rf"(?:\b{_NUMBER}(?:[\s,-]+{_NUMBER}){{2,}}\b|(?<![\w.,/-])\d[\d-]{{2,}}(?![\w.,/]\w))"
_WHOSE: Final = r"(?:,? ?(?:and )?(?:my|the) (?:[\w']+ ){0,3}?(?:pin|number|id)(?: is| would be)? )?(?:ending in )?"
_NOT_A_NAME: Final = r"(?!(?:and|but|i|i'm|i'd|i've|to|would|can|could|how|please|from|with)\b)"
_NAME: Final = rf",? ?(?:and )?(?:{SAYS_NAME}|\b(?:first|last) name|my e-?mail is) [\w@.'-]+(?: {_NOT_A_NAME}[\w'-]+)?"
_ASIDE: Final = re.compile(rf"{_WHOSE}{_NUMBERS}|{_NAME}")
_LEAST: Final = 2
"""Words that must be left: a text that is nothing but a name is about that."""


def without(text: str) -> str:
    """Return a text with its asides blanked, as long as before; the text itself where hardly anything would be left."""
    left = text
    for found in _ASIDE.finditer(folding.fold(text)):
        left = left[: found.start()] + " " * len(found.group()) + left[found.end() :]
    return left if len(left.split()) >= _LEAST else text
