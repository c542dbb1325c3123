import ast
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from integration import saying
from integration.fact_names import FACT_NAMES
from integration.saying import CATALOGUES, LOCALES, Saying

ROOT = Path(__file__).parents[2]
OTHERS = sorted(set(LOCALES) - {"en"})
TO_CUSTOMERS = ("m", "material")
"""What a sentence to a customer is said by: each has a formal and an informal form."""
PLACE = re.compile(r"\{\w+\}")


def sentences():
    """Every sentence that the code says: (context or None, sentence, plural or None)."""
    found = {(None, name, None) for name in FACT_NAMES.values()}
    for path in [*(ROOT / "workers").rglob("*.py"), *(ROOT / "integration" / "writeback").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            if called == "say" and words:
                if isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) in TO_CUSTOMERS:
                    found |= {("formal", words[0], None), ("informal", words[0], None)}
                else:
                    found.add((None, words[0], None))
            elif called == "count" and len(words) == 2:
                found.add((None, words[0], words[1]))
    return sorted(found, key=str)


def catalogue(language):
    with (CATALOGUES / f"{language}.po").open("rb") as source:
        return read_po(source, locale=LOCALES[language])


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_said_in_every_language(language):
    known = catalogue(language)
    missing = []
    for context, sentence, plural in sentences():
        entry = known.get((sentence, plural) if plural else sentence, context)
        if entry is None or not (all(entry.string) if plural else entry.string):
            missing.append((context, sentence))
    assert missing == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_fills_in_what_the_sentence_fills_in(language):
    for entry in catalogue(language):
        if not entry.id:
            continue
        wanted = set(PLACE.findall(entry.id[-1] if entry.pluralizable else entry.id))
        said = entry.string if entry.pluralizable else (entry.string,)
        assert set(PLACE.findall(said[-1])) == wanted, entry.id


@pytest.mark.parametrize("language", OTHERS)
def test_no_catalogue_keeps_what_nobody_says_any_more(language):
    said = {(context, sentence) for context, sentence, _ in sentences()}
    kept = {(e.context, e.id[0] if e.pluralizable else e.id) for e in catalogue(language) if e.id}
    assert kept - said == set()


def test_a_language_that_nobody_speaks_here_is_said_in_english():
    assert Saying("fi").language == "en"


def test_days_and_lists_are_written_as_the_language_writes_them():
    day = datetime(2026, 11, 6, tzinfo=UTC)
    assert [Saying(language).day(day) for language in ("en", "es", "de")] == [
        "6 November",
        "6 de noviembre",
        "6. November",
    ]
    assert Saying("de").every(["a", "b", "c"]) == "a, b und c"


def test_numbers_choose_their_form():
    one, many = (
        "Had to chase after one working day without a word.",
        "Had to chase after {n} working days without a word.",
    )
    assert Saying().count(one, many, 1) == "Had to chase after one working day without a word."
    assert Saying().count(one, many, 3) == "Had to chase after 3 working days without a word."


def test_voices_of_one_language_are_equal():
    assert Saying("de") == Saying("de") != Saying("fr")
    assert repr(saying.Saying("de")) == "Saying('de')"
