"""
What is said in a language: English sentences in the code, and their translations in `catalogues/LANGUAGE.po`.

A sentence without a translation is said in English; a test holds every catalogue to every sentence. Dates and lists are
written as the language writes them, by Babel.
"""

import functools
from collections.abc import Sequence
from datetime import datetime
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUES: Final = Path(__file__).parent / "catalogues"
LOCALES: Final = {"en": "en_GB", "es": "es", "de": "de", "fr": "fr", "pt": "pt_PT", "it": "it"}
"""The languages that Sidelight speaks, and how each writes dates."""


class Saying:
    """One language's voice; `language` that nobody has translated is English."""

    def __init__(self, language: str = "en") -> None:
        self.language = language if language in LOCALES else "en"
        self._locale = LOCALES[self.language]

    def __repr__(self) -> str:
        return f"Saying({self.language!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Saying) and other.language == self.language

    def __hash__(self) -> int:
        return hash(self.language)

    def say(self, sentence: str, /, **values: object) -> str:
        """Return a sentence with its values filled in."""
        known = _catalogue(self.language)
        return (known.gettext(sentence) if known else sentence).format(**values)

    def address(self, formality: str, sentence: str, /, **values: object) -> str:
        """Return a sentence to a customer, "formal" or "informal", with its values filled in."""
        known = _catalogue(self.language)
        return (known.pgettext(formality, sentence) if known else sentence).format(**values)

    def count(self, one: str, many: str, number: int, /, **values: object) -> str:
        """Return the sentence for this number, `{n}` in it."""
        known = _catalogue(self.language)
        chosen = known.ngettext(one, many, number) if known else (one if number == 1 else many)
        return chosen.format(n=number, **values)

    def day(self, at: datetime, *, year: bool = False) -> str:
        """Return a day, such as "6 November"."""
        if self.language == "it":
            # an article would change with the number ("il 6", "l'8"); before a weekday stands none
            return str(format_date(at, "EEEE d MMMM y" if year else "EEEE d MMMM", locale=self._locale))
        said = str(format_skeleton("yMMMMd" if year else "MMMMd", at, locale=self._locale))
        return f"1er{said[1:]}" if self.language == "fr" and at.day == 1 else said

    def language_name(self, language: str) -> str:
        """Return what a language is called; its code where nobody calls it anything."""
        return str(Locale.parse(self._locale).languages.get(language, language))

    def every(self, things: Sequence[str]) -> str:
        """Return a list, such as "a, b and c"."""
        return str(format_list(list(things), locale=self._locale))


@functools.cache
def _catalogue(language: str) -> GNUTranslations | None:
    """Return a language's translations; None for English, which the code itself holds."""
    path = CATALOGUES / f"{language}.po"
    if language == "en" or not path.is_file():
        return None
    with path.open("rb") as source:
        read = read_po(source, locale=LOCALES[language])
    compiled = BytesIO()
    write_mo(compiled, read)
    compiled.seek(0)
    return GNUTranslations(compiled)
