"""
Which words and marks of a text carry feeling, and of what kind: the table `words/feelings.txt`, read.

A word is looked up in the table of the text's language only, because the same letters mean other things elsewhere
(German "die", French "pain"). Where the language is unknown, the one whose table knows most of the text's words is it.
"""

import functools
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from workers.folding import fold
from workers.words import LANGUAGES

TABLE: Final = Path(__file__).parent / "words" / "feelings.txt"

PLEASANT: Final = ("love", "joy", "great", "good", "thanks", "success")
"""Kinds that "not" before them turns into displeasure."""
UNPLEASANT: Final = (
    *("fury", "annoyance", "disappointment", "hate", "disgust", "insult", "swearing", "awful", "bad", "nonsense"),
    *("sadness", "fear", "illness", "violence", "cheating", "failure", "claim"),
)
"""Kinds that "not" before them takes back."""
_REACH: Final = 3
"""Words up to which "not" reaches forward."""
_SHORTEST: Final = 2
_USUAL_LENGTH: Final = 2.5
"""The logarithm of a dozen words."""
_TOKEN: Final = re.compile(r"[^\W_]+")
_LONG: Final = re.compile(r"(\S)\1{2,}")
_CAPITALS: Final = re.compile(r"(?<!\w)[^\W\d_a-zà-ÿ]{3,}(?!\w)")
_MARKS: Final = {
    "!": re.compile(r"!"),
    "!!": re.compile(r"!{2,}|!\s!"),
    "?": re.compile(r"\?"),
    "?!": re.compile(r"\?!|!\?|\?{2,}"),
    "...": re.compile(r"\.{3,}|…"),
    ":)": re.compile(r"[:;=]['-]?[)D3pP](?!\w)|<3|\^\^|(?<!\w)[xX]D+(?!\w)"),
    ":(": re.compile(r"[:;=]['-]?[(/|\\\[](?!\w)|D:|-_+-|(?<!\w)T_T"),
    "angry face": re.compile("[😠😡🤬👿😤💢🖕😾]"),
    "weary face": re.compile("[🙄😒😑😐🤦🤷😩😫😖😣🤮🤢💩👎😕🙃😬🤨😓🤡❌]"),
    "sad face": re.compile("[😢😭😞😔😟☹🙁😥😰💔😿😨😱]"),
    "laughing face": re.compile("[😂🤣😆😅😹😜😝🤪😛]"),
    "happy face": re.compile("[😊😁😀😃😄🙂😉😎😋🤗😌☺🥳🤩😇😺🙌👏👍👌💪🎉🎊✨🔥💯🏆⭐🌟🎶✌🤞🙏☀]"),
    "loving face": re.compile("[😍😘🥰❤💕💖💗💓💙💚💛💜🧡🖤♥💞💘😚😻🌹💋]"),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A word or phrase that carries feeling; `start` and `end` count characters of the text."""

    kind: str
    start: int
    end: int
    undone: bool = False
    """Whether "not" stands before it."""


@dataclass(frozen=True, slots=True)
class Feelings:
    """What a text's words and marks carry."""

    language: str
    hits: tuple[Hit, ...]
    counts: Mapping[str, float] = field(repr=False)
    """Feature to its size, for the weights that bench/train_emotion.py measures."""


@dataclass(frozen=True, slots=True)
class _Table:
    exact: Mapping[str, tuple[str, ...]]
    stems: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def hear(body: str, folded: str, language: str | None) -> Feelings:
    """
    Return what carries feeling in a text.

    Args:
        body: The cleaned text.
        folded: The same, folded; of the same length.
        language: ISO 639-1; None, or a language without a table, lets the tables themselves guess.
    """
    tokens = [(m.group().replace("ß", "ss"), m.start(), m.end()) for m in _TOKEN.finditer(folded)]
    if language in LANGUAGES:
        spoken = language
        hits = _hits(tokens, spoken)
    else:
        spoken, hits = max(((lang, _hits(tokens, lang)) for lang in LANGUAGES), key=lambda found: len(found[1]))
    return Feelings(spoken, tuple(hits), _counts(body, len(tokens), hits))


def _hits(tokens: list[tuple[str, int, int]], language: str) -> list[Hit]:
    table = _tables()[language]
    found: list[Hit] = []
    negated = -1
    for place, (token, start, end) in enumerate(tokens):
        kinds = _kinds(token, language)
        undone = negated >= place
        found += [Hit(kind, start, end, undone and kind != "not") for kind in kinds]
        for words, kind in table.phrases.get(token, ()):
            if stop := _phrase_end(tokens, place, words):
                found.append(Hit(kind, start, stop, undone))
        if "not" in kinds:
            negated = place + _REACH
    return found


def _phrase_end(tokens: list[tuple[str, int, int]], place: int, words: tuple[str, ...]) -> int:
    """Return where a phrase ends that begins at `place`; 0 where it does not stand there."""
    if place + len(words) > len(tokens):
        return 0
    for wanted, (token, _, _) in zip(words[1:], tokens[place + 1 : place + len(words)], strict=True):
        if not (token == wanted or (wanted.endswith("*") and token.startswith(wanted[:-1]))):
            return 0
    return tokens[place + len(words) - 1][2]


@functools.lru_cache(maxsize=50_000)
def _kinds(token: str, language: str) -> tuple[str, ...]:
    table = _tables()[language]
    spellings = (token, _LONG.sub(r"\1\1", token), _LONG.sub(r"\1", token)) if _LONG.search(token) else (token,)
    for spelling in spellings:
        if kinds := table.exact.get(spelling):
            return kinds
        for size in range(len(spelling), _SHORTEST - 1, -1):
            if kinds := table.stems.get(spelling[:size]):
                return kinds
    return ()


def _counts(body: str, words: int, hits: list[Hit]) -> dict[str, float]:
    counts: dict[str, float] = {}
    for hit in hits:
        name = hit.kind
        if hit.undone:
            name = "not pleasant" if name in PLEASANT else "not unpleasant" if name in UNPLEASANT else name
        counts[name] = counts.get(name, 0.0) + 1.0
    for name, mark in _MARKS.items():
        if times := len(mark.findall(body)):
            counts[name] = float(times)
    capitals = len(_CAPITALS.findall(body))
    if capitals:
        counts["capitals"] = float(capitals)
    if _LONG.search(body):
        counts["drawn out"] = 1.0
    sized = {name: math.log1p(times) for name, times in counts.items()}
    sized["length"] = math.log1p(words)
    return sized | _together(sized)


def _together(sized: Mapping[str, float]) -> dict[str, float]:
    """Return what each two features make together, and each with the length: "you" beside an insult is more."""
    names = sorted(name for name in sized if name != "length")
    pairs = {f"{a}*{b}": sized[a] * sized[b] / 2 for n, a in enumerate(names) for b in names[:n]}
    beside = {f"{a}*length": sized[a] * (sized["length"] - _USUAL_LENGTH) / 3 for a in names}
    return pairs | beside


@functools.cache
def _tables() -> dict[str, _Table]:
    """Return the table of each language."""
    raw: dict[str, dict[str, list[str]]] = {language: {} for language in LANGUAGES}
    kind = ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            kind = line[2:].strip()
        elif line and not line.startswith("#"):
            language, *entries = fold(line).replace("ß", "ss").split()
            for entry in entries:
                kinds = raw[language].setdefault(entry, [])
                if kind not in kinds:
                    kinds.append(kind)
    return {language: _table(entries) for language, entries in raw.items()}


def _table(entries: Mapping[str, list[str]]) -> _Table:
    exact: dict[str, tuple[str, ...]] = {}
    stems: dict[str, tuple[str, ...]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry, kinds in entries.items():
        first, *rest = entry.split("_")
        if rest:
            phrases.setdefault(first.rstrip("*"), []).extend(((first, *rest), kind) for kind in kinds)
        elif entry.endswith("*"):
            stems[entry[:-1]] = tuple(kinds)
        else:
            exact[entry] = tuple(kinds)
    return _Table(exact, stems, {first: tuple(found) for first, found in phrases.items()})
