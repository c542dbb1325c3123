"""The brand's guidelines: what the file says holds, a language may differ, and an error names its remedy."""

import re

import pytest

from integration.errors import SettingsError
from workers import brand
from workers.brand import Brand, Voice


def test_the_template_changes_nothing_and_each_key_can_be_set_as_it_stands_there():
    assert brand.read(brand.TEMPLATE) == Brand()
    text = re.sub(r"^# (?=[a-z_]+ = |\[)", "", brand.TEMPLATE, flags=re.MULTILINE)
    found = brand.read(text)
    assert found.voice.required == ("Our lines are open until 18:00.",)
    assert found.of("de").formality == "informal"
    assert set(re.findall(r"^(\w+) = ", text, re.MULTILINE)) == set(Voice.__dataclass_fields__)


def test_a_language_says_otherwise_and_takes_the_rest_from_all():
    found = brand.read('[voice]\napology = "when_we_failed"\nsign_off = "Kim"\n[voice.de]\nformality = "informal"\n')
    assert found.of("de") == Voice(formality="informal", apology="when_we_failed", sign_off="Kim")
    assert found.of("fr") == found.voice == Voice(apology="when_we_failed", sign_off="Kim")


WRONG = [
    ("[voice\n", "line 1", "`sidelight brand` shows"),
    ('formality = "formal"', "formality stands in no table", "move it below"),
    ('[tone]\nformality = "formal"', "the table [tone]", "write [voice]."),
    ('[voice.nl]\nformality = "formal"', "[voice.…] nl is unknown", "write one of en, es, de, fr, pt, it"),
    ('[voice]\nformal = "yes"', "[voice] formal is unknown", "write formality, or one of"),
    ('[voice.de]\nformality = "du"', '[voice.de] formality is "du"', 'write "formal" or "informal"'),
    ("[voice]\napology = true", "[voice] apology is true", 'write "never" or "when_we_failed"'),
    ('[voice]\nforbidden = "sorry"', '[voice] forbidden is "sorry"', "write a list such as"),
    ('[voice]\nforbidden = [""]', "[voice] forbidden holds an empty text", "write words, or leave it out"),
    ("[voice]\nrequired = [1]", "[voice] required holds 1", 'write a text between "quotes"'),
    (f'[voice]\nsign_off = "{"x" * 161}"', "[voice] sign_off holds a text of 161 characters", "write at most 160"),
    ('[voice]\nexamples = ["Hello."]', '[voice] examples holds "Hello."', "write {what} in it, once"),
    ('[voice]\nexamples = ["{what} {what}"]', "[voice] examples holds", "write {what} in it, once"),
    (
        '[voice]\nrequired = ["We will refund you."]',
        "[voice] required promises or admits something",
        "take that out of the sentence",
    ),
    (
        '[voice.de]\nexamples = ["Das war unser Fehler. Ich sehe, {what}."]',
        "[voice.de] examples promises or admits something",
        "take that out of the sentence",
    ),
]


@pytest.mark.parametrize(("text", "names", "remedy"), WRONG, ids=[text[:60] for text, _, _ in WRONG])
def test_what_is_wrong_is_named_by_table_and_key_with_its_remedy(text, names, remedy):
    with pytest.raises(SettingsError) as raised:
        brand.read(text)
    says = str(raised.value)
    assert names in says
    assert remedy in says
    assert says.endswith(".")
    assert "\n" not in says


def test_what_is_in_force_is_told_key_by_key():
    spelled = brand.spell(brand.read('[voice]\nforbidden = ["dear", "valued"]\n[voice.de]\nformality = "informal"\n'))
    assert spelled["[voice] forbidden"] == "dear | valued"
    assert spelled["[voice] sign_off"] == "none"
    assert spelled["[voice.de] formality"] == "informal"
