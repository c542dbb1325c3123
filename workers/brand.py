"""
How the company writes to its customers: the admin's guidelines for the first sentence, in one commented TOML file.

What the file leaves out has its default; a language may say otherwise than the rest. `read` names table, key, what is
wrong and what to write. The guidelines shape sentences; they cannot make one that has no fact behind it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from integration.errors import SettingsError
from integration.saying import LOCALES
from workers import pledges

WHAT: Final = "{what}"
"""Stands in an example for what the sentence says."""
FORMALITIES: Final = ("formal", "informal")
APOLOGIES: Final = ("never", "when_we_failed")
LONGEST: Final = 160

TEMPLATE: Final = """\
# How we write to customers. Sidelight proposes a first sentence; an agent copies and edits it, nothing sends it.
# What is left out, or stays behind a #, has its default. A change is seen within seconds.

[voice]
# formality = "formal"       # formal or informal: how the customer is addressed
# apology = "never"          # never, or when_we_failed: "I am sorry …", only after something that we did
# forbidden = ["valued customer"]   # a sentence that would hold one of these is left out
# required = []              # sentences that every proposal ends with
# sign_off = ""              # the last line
# examples = ["I see {what}. Here is what I have found so far:"]   # the first one that fits is followed

# A language of its own: en, es, de, fr, pt or it.
# [voice.de]
# formality = "informal"
# examples = ["Danke für deine Nachricht. Ich sehe, {what}. Das habe ich bisher herausgefunden:"]
"""


@dataclass(frozen=True, slots=True)
class Voice:
    """The guidelines for one language."""

    formality: str = "formal"
    apology: str = "never"
    forbidden: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    sign_off: str = ""
    examples: tuple[str, ...] = ()
    """Each holds WHAT once."""


@dataclass(frozen=True, slots=True)
class Brand:
    """The guidelines for all languages."""

    voice: Voice = Voice()
    languages: Mapping[str, Voice] = field(default_factory=dict)

    def of(self, language: str) -> Voice:
        """Return the guidelines for a language."""
        return self.languages.get(language, self.voice)


def read(text: str) -> Brand:
    """
    Return the guidelines that a file holds.

    Raises:
        SettingsError: names table and key, what is wrong and what to write.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"The brand's guidelines are no TOML: {error}.") from error
    for name in found:
        if name != "voice":
            raise SettingsError(f"[{name}] is unknown; the guidelines stand in [voice] and [voice.LANGUAGE].")
    table = _table("[voice]", found.get("voice", {}))
    languages = {name: table.pop(name) for name in list(table) if isinstance(table[name], dict)}
    for name in languages:
        if name not in LOCALES:
            raise SettingsError(f"[voice.{name}] is no language that Sidelight writes; it writes {', '.join(LOCALES)}.")
    general = _voice("[voice]", table, Voice())
    # an example is written in one language: the general ones are not followed in another that has none
    return Brand(general, {name: _voice(f"[voice.{name}]", of, general) for name, of in languages.items()})


def _voice(where: str, table: dict[str, Any], otherwise: Voice) -> Voice:
    known = Voice.__dataclass_fields__
    for key in table:
        if key not in known:
            raise SettingsError(f"{where} {key} is unknown; it takes {', '.join(known)}.")
    for key, choice in (("formality", FORMALITIES), ("apology", APOLOGIES)):
        if table.get(key, choice[0]) not in choice:
            raise SettingsError(f"{where} {key} is {table[key]!r}; write {' or '.join(choice)}.")
    voice = Voice(
        formality=table.get("formality", otherwise.formality),
        apology=table.get("apology", otherwise.apology),
        forbidden=_sentences(f"{where} forbidden", table.get("forbidden", list(otherwise.forbidden))),
        required=_sentences(f"{where} required", table.get("required", list(otherwise.required))),
        sign_off=_sentence(f"{where} sign_off", table.get("sign_off", otherwise.sign_off)),
        examples=_sentences(f"{where} examples", table.get("examples", list(otherwise.examples))),
    )
    for example in voice.examples:
        if example.count(WHAT) != 1:
            raise SettingsError(f"{where} examples holds {example!r}; write {WHAT} in it, once.")
    for key, sentence in [("sign_off", voice.sign_off), *(("required", s) for s in voice.required)]:
        _check_pledges(f"{where} {key}", sentence)
    for example in voice.examples:
        _check_pledges(f"{where} examples", example)
    return voice


def _check_pledges(where: str, sentence: str) -> None:
    """Nothing that is proposed for every customer may promise anything, or admit what nobody has looked at."""
    words = pledges.find(sentence)
    if words:
        raise SettingsError(f"{where} promises or admits something ({words!r}); leave that to the agent who knows.")


def _table(where: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise SettingsError(f"{where} must be a table; write it on a line of its own, and its keys below.")
    return dict(value)


def _sentences(where: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise SettingsError(f'{where} is {value!r}; write a list such as ["…", "…"].')
    return tuple(_sentence(where, one) for one in value)


def _sentence(where: str, value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST:
        raise SettingsError(f"{where} holds {value!r}; write a text of at most {LONGEST} characters.")
    return value.strip()
