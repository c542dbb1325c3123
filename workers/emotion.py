"""
How the customer sounds in one message: frustration 0 to 3, with the words that show it.

Anger at somebody else (a plumber, the railway, a neighbour) is not ours: a sentence that names a third party and does
not address us counts for nothing. Neither does a feeling that the writer denies, nor a marvel ("incredible!") in a
message that sounds pleased as a whole.
"""

import re
from typing import Final

from integration.model import Frustration
from workers import displeasure
from workers.cleaning import Message, Sentence
from workers.words import Phrases
from workers.words import cues as signs
from workers.words import emotion as words

_LEVELS: Final = (
    (Frustration.ANGRY, Phrases(words.ANGRY)),
    (Frustration.FRUSTRATED, Phrases(words.FRUSTRATED)),
    (Frustration.UNEASY, Phrases(words.UNEASY)),
)
_MARVELS: Final = Phrases(words.MARVELS)
_DENIED: Final = Phrases(words.DENIED)
_THIRD_PARTY: Final = Phrases(words.THIRD_PARTY)
_AT_US: Final = Phrases(words.AT_US)
_KINDS: Final = (
    ("already_told", Phrases(signs.ALREADY_TOLD)),
    ("not_answered", Phrases(signs.NOT_ANSWERED)),
    ("not_solved", Phrases(signs.NOT_SOLVED)),
    ("chaser", Phrases(signs.CHASER)),
    ("received", Phrases(signs.RECEIVED)),
    ("praise", Phrases(words.PRAISE)),
    ("thanks", Phrases(words.THANKS)),
)
_SOUNDS_ANGRY: Final = 0.2
"""Chance of frustration from which a marvel is none of delight."""
_AUTOMATIC: Final = Phrases(signs.AUTOMATIC)
_SHOUTING = re.compile(r"(?<!\w)[^\W\d_a-zà-ÿ]{4,}(?!\w)")
_SHOUTED = re.compile(r"(?<!\w)[^\W\d_a-zà-ÿ]{2,}(?:[ '\u2019][^\W\d_a-zà-ÿ]{2,}){2,}(?!\w)")
"""Three words or more in capitals, however short."""
_EMPHASIS = re.compile(r"!{2,}|\?!|!\?|\?{2,}")
_EMOJI = re.compile("[👍👌💚❤😊🙏💙💜🎉]")
_ANGRY_EMOJI = re.compile("[😡🤬👿😤]")


def frustration(message: Message, language: str | None) -> tuple[Frustration, tuple[tuple[str, str], ...]]:
    """Return the level and its cues as (level's name, verbatim words)."""
    level = Frustration.CALM
    cues: list[tuple[str, str]] = []
    elsewhere = False
    for sentence in message.sentences:
        strength, match = _strongest(message, sentence, language)
        # "The railway is pathetic. What a joke." goes on about the railway.
        elsewhere = is_at_somebody_else(sentence, language) or (
            elsewhere and not _AT_US.search(sentence.folded, language)
        )
        if match and not elsewhere:
            start = sentence.start + match.start()
            cues.append((strength.name.lower(), message.text[start : start + match.end() - match.start()]))
            level = max(level, strength)
        elsewhere = elsewhere and strength >= Frustration.FRUSTRATED
    if _ANGRY_EMOJI.search(message.body):
        level = max(level, Frustration.ANGRY)
    return level, tuple(cues)


def _strongest(message: Message, sentence: Sentence, language: str | None) -> tuple[Frustration, re.Match[str] | None]:
    """Return the strongest words of feeling in a sentence that the writer does not deny."""
    denied: list[tuple[int, int]] | None = None
    for strength, phrases in _LEVELS:
        for match in phrases.pattern(language).finditer(sentence.folded):
            if denied is None:
                denied = [m.span() for m in _DENIED.pattern(language).finditer(sentence.folded)]
            if any(start < match.end() and match.start() < end for start, end in denied):
                continue
            loud = strength == Frustration.FRUSTRATED and _emphatic(message, sentence)
            return (Frustration.ANGRY if loud else strength), match
        marvel = _MARVELS.search(sentence.folded, language) if strength == Frustration.ANGRY else None
        if marvel and chance(message, language) >= _SOUNDS_ANGRY:
            return Frustration.FRUSTRATED, marvel
    body = message.body[sentence.start : sentence.end]
    shouted = _SHOUTED.search(body)
    if shouted and 2 * len(shouted.group()) > len(body) and _EMPHASIS.search(body):
        return Frustration.FRUSTRATED, shouted
    return Frustration.CALM, None


def chance(message: Message, language: str | None) -> float:
    """Return how likely it is that the writer is frustrated with us, 0 to 1; what is about others is not heard."""
    body, folded = message.body, message.folded
    for sentence in message.sentences:
        if is_at_somebody_else(sentence, language):
            blank = " " * (sentence.end - sentence.start)
            body, folded = (text[: sentence.start] + blank + text[sentence.end :] for text in (body, folded))
    return displeasure.hear(body, folded, language)[0] if body.strip() else 0.0


def cues(message: Message, language: str | None) -> tuple[tuple[str, str], ...]:
    """Return what the customer's words are a sign of, as (kind, verbatim words); each kind at most once."""
    found: list[tuple[str, str]] = []
    for kind, phrases in _KINDS:
        if match := phrases.search(message.folded, language):
            found.append((kind, message.text[match.start() : match.end()]))
    if not any(kind == "thanks" for kind, _ in found) and (emoji := _EMOJI.search(message.body)):
        found.append(("thanks", emoji.group()))
    return tuple(found)


def is_automatic(message: Message) -> bool:
    """Whether nobody wrote this: out-of-office, automatic reply, delivery report."""
    return bool(_AUTOMATIC.search(message.folded.strip()))


def is_at_somebody_else(sentence: Sentence, language: str | None) -> bool:
    """Whether a sentence is about a third party, and does not address us."""
    return bool(_THIRD_PARTY.search(sentence.folded, language)) and not _AT_US.search(sentence.folded, language)


def _emphatic(message: Message, sentence: Sentence) -> bool:
    body = message.body[sentence.start : sentence.end + 1]
    return bool(_EMPHASIS.search(body)) or bool(_SHOUTED.search(body)) or len(_SHOUTING.findall(body)) > 1
