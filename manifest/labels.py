"""
Writes the words of Salesforce's sidebar from those of Zendesk's: `python -m manifest.labels`.

The texts are written once, in manifest/zendesk/translations. Salesforce wants them as custom labels, their translations
in a file per language, and each label imported by name.
"""

from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from manifest.texts import read_texts

HERE = Path(__file__).parent
SALESFORCE = HERE / "salesforce"
SOURCE = Path("force-app") / "main" / "default"

LANGUAGES = {"de": "de", "es": "es", "fr": "fr", "it": "it", "pt_BR": "pt-br", "pt_PT": "pt"}
"""Language as Salesforce writes it -> the file of ours that speaks it."""

ZENDESK_ONLY = frozenset({"insert", "inserted", "insert_failed", "inserted_note", "insert_there", "show_parts"})
"""Keys of what only Zendesk's sidebar can do."""

LONGEST_LINE = 118

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"'


def texts_of(language: str) -> dict[str, str]:
    """Return the sidebar's texts by key, in the order of the keys; `language` as our file is called, such as `pt`."""
    told = read_texts(HERE)[language]
    return {key: told[key] for key in sorted(told) if key not in ZENDESK_ONLY}


def label_name(key: str) -> str:
    """Return the API name of a key's label: `mood.0` is `Sidelight_mood_0`."""
    return f"Sidelight_{key.replace('.', '_')}"


def render_labels(texts: Mapping[str, str]) -> str:
    """Return the file of labels in English."""
    labels = "".join(
        "    <labels>\n"
        f"        <fullName>{label_name(key)}</fullName>\n"
        "        <language>en_US</language>\n"
        "        <protected>false</protected>\n"
        f"        <shortDescription>Sidelight: {key}</shortDescription>\n"
        f"        <value>{escape(text)}</value>\n"
        "    </labels>\n"
        for key, text in texts.items()
    )
    return f"{HEAD}<CustomLabels {XMLNS}>\n{labels}</CustomLabels>\n"


def render_translation(texts: Mapping[str, str]) -> str:
    """Return the file that translates the labels into one language."""
    labels = "".join(
        "    <customLabels>\n"
        f"        <label>{escape(text)}</label>\n"
        f"        <name>{label_name(key)}</name>\n"
        "    </customLabels>\n"
        for key, text in texts.items()
    )
    return f"{HEAD}<Translations {XMLNS}>\n{labels}</Translations>\n"


def render_module(keys: list[str]) -> str:
    """Return the module that gives the component its texts by key."""
    imports = "".join(f"import {label_name(key)} from '@salesforce/label/c.{label_name(key)}';\n" for key in keys)
    lines = [""]
    for key in keys:
        entry = f"'{key}': {label_name(key)},"
        if len(lines[-1]) + 1 + len(entry) > LONGEST_LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {entry}" if lines[-1] else f"    {entry}"
    entries = "\n".join(lines).removesuffix(",")
    return (
        "/** The sidebar's texts in the reader's language. Written by manifest/labels.py; change the texts there. */\n"
        f"{imports}\n"
        "/** Return the texts by key, as buildView wants them. */\n"
        f"export function texts() {{\n  return {{\n{entries}\n  }};\n}}\n"
    )


def render_files() -> dict[Path, str]:
    """Return every file that this module writes, by its path in the Salesforce folder."""
    english = texts_of("en")
    files = {
        SOURCE / "labels" / "CustomLabels.labels-meta.xml": render_labels(english),
        SOURCE / "lwc" / "sidelightWords" / "sidelightWords.js": render_module(list(english)),
    }
    for code, language in LANGUAGES.items():
        path = Path("translations") / "main" / "default" / "translations" / f"{code}.translation-meta.xml"
        files[path] = render_translation(texts_of(language))
    return files


if __name__ == "__main__":
    for path, text in render_files().items():
        target = SALESFORCE / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
