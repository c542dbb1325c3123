"""
The words that the thinking listens for: one small table a topic, one entry a language.

Every table maps ISO 639-1 to pieces of regular expression, written for *folded* text (lower case, no accents, straight
apostrophes; see `cleaning.fold`), so that "devolución", "Devolucion" and "DEVOLUCIÓN" are one word. A piece is matched
as whole words. A language is added by adding its entry; no logic changes.
"""

import re
from collections.abc import Mapping, Sequence

LANGUAGES = ("en", "es", "de", "fr", "pt", "it")
"""The languages that the tables hold."""


class Phrases:
    """One topic's table, compiled once: a pattern for each language, and one over all for unknown language."""

    def __init__(self, table: Mapping[str, Sequence[str]]) -> None:
        self._every = _compile([piece for pieces in table.values() for piece in pieces])
        # Customers and agents mix English into everything, so each language also hears English.
        english = list(table.get("en", ()))
        self._by_language = {
            language: _compile([*pieces, *english]) if language != "en" else _compile(pieces)
            for language, pieces in table.items()
        }

    def pattern(self, language: str | None) -> re.Pattern[str]:
        """Return what to search folded text of `language` with; None or a language without an entry means all."""
        return self._by_language.get(language or "", self._every)

    def search(self, folded: str, language: str | None = None) -> re.Match[str] | None:
        """Return the first match in folded text, or None."""
        return self.pattern(language).search(folded)


def _compile(pieces: Sequence[str]) -> re.Pattern[str]:
    if not pieces:
        return re.compile(r"(?!)")
    return re.compile(r"(?<!\w)(?:" + "|".join(dict.fromkeys(pieces)) + r")(?!\w)")
