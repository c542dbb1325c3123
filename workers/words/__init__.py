"""
The words that the thinking listens for: one small table a topic, one entry a language.

Every table maps ISO 639-1 to pieces of regular expression, written for *folded* text (lower case, no accents, straight
apostrophes; see `folding.fold`), so that "devolución", "Devolucion" and "DEVOLUCIÓN" are one word. A piece is matched
as whole words. A language is added by adding its entry; no logic changes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

LANGUAGES = ("en", "es", "de", "fr", "pt", "it")
"""The languages that the tables hold."""


class Phrases:
    """One topic's table: a pattern for each language, and one over all for unknown language, each made when needed."""

    def __init__(self, table: Mapping[str, Sequence[str]]) -> None:
        self._table = table
        self._made: dict[str, re.Pattern[str]] = {}

    def pattern(self, language: str | None) -> re.Pattern[str]:
        """Return what to search folded text of `language` with; None or a language without an entry means all."""
        wanted = language if language in self._table else ""
        made = self._made.get(wanted or "")
        if made is None:
            made = self._made[wanted or ""] = _compile(self._pieces(wanted))
        return made

    def _pieces(self, language: str | None) -> list[str]:
        if not language:
            return [piece for pieces in self._table.values() for piece in pieces]
        # Customers and agents mix English into everything, so each language also hears English.
        english = self._table.get("en", ()) if language != "en" else ()
        return [*self._table[language], *english]

    def search(self, folded: str, language: str | None = None) -> re.Match[str] | None:
        """Return the first match in folded text, or None."""
        return self.pattern(language).search(folded)

    def finditer(self, folded: str, language: str | None = None) -> Iterator[re.Match[str]]:
        """Return all matches in folded text."""
        return self.pattern(language).finditer(folded)

    def fullmatch(self, folded: str, language: str | None = None) -> re.Match[str] | None:
        """Return the match of folded text as a whole, or None."""
        return self.pattern(language).fullmatch(folded)


def _compile(pieces: Sequence[str]) -> re.Pattern[str]:
    if not pieces:
        return re.compile(r"(?!)")
    return re.compile(r"(?<!\w)(?:" + "|".join(dict.fromkeys(pieces)) + r")(?!\w)")
