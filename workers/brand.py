"""
How the company writes to its customers: the admin's guidelines for the first sentence, in one commented TOML file.

What the file leaves out has its default; a language may say otherwise than the rest. `read` refuses what is wrong with
table, key and remedy; `spell` tells what is in force. The guidelines shape sentences; they cannot make one that has no
fact behind it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final

from integration.errors import SettingsError
from integration.saying import LOCALES
from workers import pledges
from workers.toml_tables import choice, parse, refuse_other_tables, refuse_unknown, show, table

COMMAND: Final = "sidelight brand"
WHAT: Final = "{what}"
"""Stands in an example for what the sentence says."""
FORMALITIES: Final = ("formal", "informal")
APOLOGIES: Final = ("never", "when_we_failed")
LONGEST: Final = 160
"""Characters of one sentence or phrase."""

TEMPLATE: Final = """\
# How we write to customers. Sidelight proposes a first sentence; an agent copies and edits it, nothing sends it.
# Take a # away and change what stands behind it; what is left out has its default, as shown (lists are empty).
# `sidelight brand --check` tells whether it is right. A change is seen within seconds, by all that runs.

[voice]
# formality = "formal"       # formal or informal: how the customer is addressed
# apology = "never"          # never, or when_we_failed: "I am sorry …", only after something that we did
# forbidden = ["valued customer"]   # nothing is proposed that holds one of these
# required = ["Our lines are open until 18:00."]   # sentences that every proposal ends with
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
    found = parse(text, COMMAND)
    refuse_other_tables(found, ["voice"])
    general = table("[voice]", found.get("voice", {}))
    named = {name: general.pop(name) for name in list(general) if isinstance(general[name], dict)}
    refuse_unknown("the language in [voice.…]", named, LOCALES)
    voice = _voice("[voice]", general, Voice())
    return Brand(voice, {name: _voice(f"[voice.{name}]", of, voice) for name, of in named.items()})


def spell(brand: Brand) -> dict[str, str]:
    """Return everything that is in force, defaults too, by table and key: `{"[voice] formality": "formal"}`."""
    voices = {"[voice]": brand.voice}
    voices |= {f"[voice.{name}]": voice for name, voice in sorted(brand.languages.items())}
    return {
        f"{where} {key}": (" | ".join(value) if isinstance(value, tuple) else value) or "none"
        for where, voice in voices.items()
        for key, value in asdict(voice).items()
    }


def _voice(where: str, found: Mapping[str, Any], otherwise: Voice) -> Voice:
    refuse_unknown(where, found, Voice.__dataclass_fields__)
    told = {key: _READERS[key](f"{where} {key}", value) for key, value in found.items()}
    voice = replace(otherwise, **told)
    for example in voice.examples:
        if example.count(WHAT) != 1:
            raise SettingsError(f"{where} examples holds {show(example)}; write {WHAT} in it, once.")
    proposed = {"sign_off": [voice.sign_off], "required": voice.required, "examples": voice.examples}
    for key, sentences in proposed.items():
        _refuse_pledges(f"{where} {key}", sentences)
    return voice


def _refuse_pledges(where: str, sentences: Iterable[str]) -> None:
    """Nothing that is proposed for every customer may promise anything, or admit what nobody has looked at."""
    for sentence in sentences:
        words = pledges.find(sentence)
        if words:
            raise SettingsError(f"{where} promises or admits something ({show(words)}); take that out of the sentence.")


def _sentences(where: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise SettingsError(f'{where} is {show(value)}; write a list such as ["…", "…"].')
    found = tuple(_sentence(where, one) for one in value)
    if "" in found:
        # an empty phrase stands in every sentence
        raise SettingsError(f"{where} holds an empty text; write words, or leave it out.")
    return found


def _sentence(where: str, value: object) -> str:
    if not isinstance(value, str):
        raise SettingsError(f'{where} holds {show(value)}; write a text between "quotes".')
    if len(value) > LONGEST:
        raise SettingsError(f"{where} holds a text of {len(value)} characters; write at most {LONGEST}.")
    return value.strip()


_READERS: Final[Mapping[str, Callable[[str, object], Any]]] = {
    "formality": lambda where, value: choice(where, value, FORMALITIES),
    "apology": lambda where, value: choice(where, value, APOLOGIES),
    "forbidden": _sentences,
    "required": _sentences,
    "sign_off": _sentence,
    "examples": _sentences,
}
"""What reads the value of each key of a voice."""
