"""Words that promise something, or admit that we are liable: never part of a sentence that is proposed to an agent."""

from typing import Final

from workers import folding
from workers.words import Phrases
from workers.words import pledges as words

_PLEDGES: Final = Phrases(words.PLEDGES)


def find(text: str) -> str | None:
    """Return the words of a text that promise or admit something, in whichever of the languages; None without any."""
    match = _PLEDGES.search(folding.fold(text))
    return text[match.start() : match.end()] if match else None
