"""The sidebar's component, its labels and their translations: whole, at home, and of no effect but their own."""

import shutil
from pathlib import Path

import pytest

from manifest.build import ROOT
from manifest.labels import LANGUAGES, SALESFORCE, render_files, texts_of
from manifest.texts import WORDS
from tests.package.source_checks import find_problems, load_schema

SOURCE = Path("force-app") / "main" / "default"
LWC = SOURCE / "lwc"
COMPONENT, TEMPLATE = LWC / "sidelight" / "sidelight.js", LWC / "sidelight" / "sidelight.html"
STYLE, META = LWC / "sidelight" / "sidelight.css", LWC / "sidelight" / "sidelight.js-meta.xml"
LABELS = SOURCE / "labels" / "CustomLabels.labels-meta.xml"
SPANISH = Path("translations") / "main" / "default" / "translations" / "es.translation-meta.xml"
CONTACTS = "<fullName>Sidelight_contacts_one</fullName>"

# file, what is replaced, what by, a part of what must be said
PLANTED = {
    "text as HTML": (COMPONENT, "this.said = text;", "this.template.host.innerHTML = text;", "uses innerHTML"),
    "a call past Salesforce": (COMPONENT, "this.said = text;", "fetch(text);", "uses fetch("),
    "a loaded script": (COMPONENT, "this.said = text;", "import(text);", "uses import("),
    "words that are run": (COMPONENT, "this.said = text;", "eval(text);", "uses eval("),
    "apex": (COMPONENT, "from '@salesforce/user/Id'", "from '@salesforce/apex/A.b'", "imports @salesforce/apex/A.b"),
    "a module of none": (COMPONENT, "'c/sidelightView'", "'c/sidelightViews'", "imports c/sidelightViews"),
    "a file of none": (COMPONENT, "'./shape'", "'./shapes'", "imports ./shapes"),
    "a label of none": (
        LWC / "sidelightWords" / "sidelightWords.js",
        "'@salesforce/label/c.Sidelight_advice'",
        "'@salesforce/label/c.Sidelight_advise'",
        "c.Sidelight_advise, which is not there",
    ),
    "an element of none": (
        TEMPLATE,
        "<c-sidelight-opening\n",
        "<c-sidelight-openings\n",
        "<c-sidelight-openings>, which",
    ),
    "another base component": (TEMPLATE, "<lightning-icon ", "<lightning-formatted-rich-text ", "formatted-rich-text>"),
    "markup by hand": (TEMPLATE, "<dl>", '<dl lwc:dom="manual">', "uses lwc:dom"),
    "a picture from elsewhere": (STYLE, "display: block;", "background: url(//a.example);", "loads something"),
    "another version": (META, "<apiVersion>63.0<", "<apiVersion>40.0<", "is not of version 63.0"),
    "not offered": (META, "<isExposed>true<", "<isExposed>false<", "the other way"),
    "offered elsewhere": (META, "<object>Case<", "<object>Account<", "Case alone"),
    "description that is no XML": (META, "</masterLabel>", "", "is not XML"),
    "long label": (LABELS, CONTACTS, CONTACTS.replace("one", "o" * 80), "is no name of a label"),
    "label with two underscores": (LABELS, CONTACTS, CONTACTS.replace("_one", "__one"), "is no name of a label"),
    "label that ends in one": (LABELS, CONTACTS, CONTACTS.replace("one", "one_"), "is no name of a label"),
    "label twice": (LABELS, CONTACTS, CONTACTS.replace("one", "OTHER"), "is there twice"),
    "label without text": (LABELS, "<value>Calm</value>", "<value></value>", "has no text"),
    "label that is too long": (LABELS, "<value>Calm<", f"<value>{'Calm ' * 201}<", "more than 1000"),
    "label in another language": (LABELS, "<language>en_US<", "<language>de<", "is not in English"),
    "label of the wrong shape": (LABELS, "<protected>false<", "<protected>perhaps<", "perhaps"),
    "translation of none": (SPANISH, "<name>Sidelight_mood_0<", "<name>Sidelight_mood_9<", "mood_9 is no label"),
    "translation missing": (SPANISH, "<name>Sidelight_mood_0<", "<name>Sidelight_mood_1<", "mood_0 is not translated"),
    "translation that fills in less": (SPANISH, "{flag}", "", "does not fill in"),
}


@pytest.fixture(scope="module")
def schema():
    return load_schema()


@pytest.fixture
def copied(tmp_path):
    return shutil.copytree(SALESFORCE, tmp_path / "salesforce", ignore=shutil.ignore_patterns("node_modules"))


@pytest.mark.parametrize(("path", "old", "new", "says"), PLANTED.values(), ids=PLANTED)
def test_a_planted_error_is_caught_and_its_place_named(schema, copied, path, old, new, says):
    text = (copied / path).read_text(encoding="utf-8")
    assert old in text
    (copied / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = find_problems(copied, schema)
    places = (path.name, path.parent.name)
    assert any(says in problem and problem.partition(":")[0] in places for problem in problems), problems


def test_a_language_that_salesforce_does_not_know_is_caught(schema, copied):
    (copied / SPANISH).rename((copied / SPANISH).with_name("pt.translation-meta.xml"))
    assert any("pt is no language of Salesforce's" in problem for problem in find_problems(copied, schema))


def test_a_component_without_a_template_is_caught(schema, copied):
    (copied / LWC / "sidelightFlag" / "sidelightFlag.html").unlink()
    assert "sidelightFlag: is a component without a template" in find_problems(copied, schema)


def test_labels_translations_and_their_module_are_what_the_script_gives():
    wrong = [str(path) for path, text in render_files().items() if (SALESFORCE / path).read_text("utf-8") != text]
    assert not wrong, "run: python -m manifest.labels"


def test_every_language_of_ours_is_there_for_salesforce():
    spoken = {path.stem for path in (ROOT / WORDS).glob("*.json")}
    assert spoken == {"en", *LANGUAGES.values()}
    assert all(list(texts_of(language)) == list(texts_of("en")) for language in spoken)


def test_two_keys_never_share_a_label():
    names = [key.replace(".", "_").lower() for key in texts_of("en")]
    assert len(set(names)) == len(names)
