import ast
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from integration import saying
from integration.fact_names import FACT_NAMES, fact_name
from integration.model import Role
from integration.saying import CATALOGUES, LOCALES, Saying
from tests.unit.thinking_samples import comment
from workers import answers, reading, requests, sensitive, slots, told
from workers.words import asked
from workers.words.facts import REFERENCE_KINDS

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


def kinds_of_facts():
    """Every kind that may be given, asked for or hidden: by the tables, and by what a whole world is read as."""
    kinds = {*slots.KINDS, *REFERENCE_KINDS, *asked.ASKED, *told._USE, *answers.SECRETS, requests.OTHER}
    kinds |= set(re.search(r"Kinds: ([\w, ]+)\.", sensitive.Secret.__doc__).group(1).split(", "))
    for line in (ROOT / "sandbox" / "worlds" / "default.jsonl").read_text(encoding="utf-8").splitlines():
        for of_ticket in json.loads(line)["tickets"]:
            for said in of_ticket["comments"]:
                role = Role.CUSTOMER if said["by"] == "customer" else Role.AGENT
                found = reading.read(comment(said["text"], role), "Europe/London")
                kinds |= {fact.kind for fact in found.facts} | {request.kind for request in found.requests}
    return kinds - {requests.IDENTITY_CHECK}


def test_every_kind_of_fact_has_a_name_and_no_name_is_left_over():
    assert kinds_of_facts() == set(FACT_NAMES)


@pytest.mark.parametrize("language", OTHERS)
def test_no_kind_of_fact_is_named_in_english_elsewhere(language):
    same = {kind for kind, name in FACT_NAMES.items() if fact_name(Saying(language), kind) == name}
    assert same <= ALSO_THERE


ALSO_THERE = {
    "pin",
    "photo",
    "document",
    "version",
    "date",
    "description",
    "browser",
    "password",
    "error_message",
    "name",
}
"""Kinds whose English name is a word of another language as well."""


def test_a_kind_that_an_older_reading_left_is_said_by_its_code():
    assert fact_name(Saying("de"), "shoe_size") == "shoe size"


def test_a_language_that_nobody_speaks_here_is_said_in_english():
    assert Saying("fi").language == "en"


def test_days_and_lists_are_written_as_the_language_writes_them():
    day = datetime(2026, 11, 6, tzinfo=UTC)
    assert [Saying(language).day(day) for language in ("en", "es", "de")] == [
        "6 November",
        "6 de noviembre",
        "6. November",
    ]
    first = datetime(2026, 11, 1, tzinfo=UTC)
    assert Saying("fr").day(first) == "1er novembre"
    assert Saying("it").day(day, year=True) == "venerdì 6 novembre 2026"
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
