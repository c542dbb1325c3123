"""
How the customer sounds in one message: frustration 0 to 3, with the words that show it.

Anger at somebody else (a plumber, the railway, a neighbour) is not ours: a sentence that names a third party and does
not address us counts for nothing.
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
_AUTOMATIC: Final = Phrases(signs.AUTOMATIC)
_SHOUTING = re.compile(r"(?<!\w)[^\W\d_a-zà-ÿ]{4,}(?!\w)")
_EMPHASIS = re.compile(r"!{2,}|\?!|!\?|\?{2,}")
_EMOJI = re.compile("[👍👌💚❤😊🙏💙💜🎉]")
_ANGRY_EMOJI = re.compile("[😡🤬👿😤]")


def frustration(message: Message, language: str | None) -> tuple[Frustration, tuple[tuple[str, str], ...]]:
    """Return the level and its cues as (level's name, verbatim words)."""
    level = Frustration.CALM
    cues: list[tuple[str, str]] = []
    for sentence in message.sentences:
        for strength, phrases in _LEVELS:
            match = phrases.search(sentence.folded, language)
            if match is None or _at_somebody_else(sentence, language):
                continue
            if _emphatic(message, sentence) and strength == Frustration.FRUSTRATED:
                strength = Frustration.ANGRY  # noqa: PLW2901 - the same words, shouted
            start = sentence.start + match.start()
            cues.append((strength.name.lower(), message.text[start : start + match.end() - match.start()]))
            level = max(level, strength)
            break
    if _ANGRY_EMOJI.search(message.body):
        level = max(level, Frustration.ANGRY)
    return level, tuple(cues)


def chance(message: Message, language: str | None) -> float:
    """Return how likely it is that the writer is frustrated with us, 0 to 1; what is about others is not heard."""
    body, folded = message.body, message.folded
    for sentence in message.sentences:
        if _at_somebody_else(sentence, language):
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


def _at_somebody_else(sentence: Sentence, language: str | None) -> bool:
    return bool(_THIRD_PARTY.search(sentence.folded, language)) and not _AT_US.search(sentence.folded, language)


def _emphatic(message: Message, sentence: Sentence) -> bool:
    body = message.body[sentence.start : sentence.end + 1]
    return bool(_EMPHASIS.search(body)) or len(_SHOUTING.findall(body)) > 1
