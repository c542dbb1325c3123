"""
What a customer asks, and whether an agent's comment can be an answer at all.

Polite imperatives ("could you refund one?") are answered by doing and rhetorical ones want no answer; neither is a
question here. That a reply is empty (formula, "it is being looked into") can be told; that a full one misses the point
mostly cannot, so that is left to the customer to say.
"""

import re
from enum import StrEnum
from typing import Final

from integration.model import Comment, Evidence, Question
from workers.cleaning import Message, Sentence, word_list
from workers.words import Phrases
from workers.words import questions as words
from workers.words.replies import EMPATHY
from workers.words.stopwords import STOPWORDS

_INTERROGATIVES: Final = Phrases(words.INTERROGATIVES)
_CHAT_QUESTION: Final = Phrases(words.CHAT_QUESTION)
_ACTION: Final = Phrases(words.ACTION_REQUESTS)
_RHETORICAL: Final = Phrases(words.RHETORICAL)
_OR_NOT: Final = Phrases(words.OR_NOT)
_FORMULAS: Final = Phrases(words.FORMULAS)
_EMPATHY: Final = Phrases(EMPATHY)
_STALLS: Final = Phrases(words.STALLS)
_DIGIT: Final = re.compile(r"\d")
_MIN_WORDS: Final = 3
_WHOLE_SENTENCE: Final = 5
"""Words from which a question mark alone makes a question: many languages ask by tone."""
_STEM: Final = 5
_CONNECTIVE: Final = re.compile(words.CONNECTIVE)
_SHORT_REPLY: Final = 5
"""Words up to which a reply is a short one."""


class Substance(StrEnum):
    """What an agent's comment amounts to."""

    FORMULA = "formula"
    """Nothing in it is about this ticket."""
    STALL = "stall"
    """It says that somebody will look; nothing else."""
    FULL = "full"


def find(message: Message, comment: Comment, language: str | None) -> tuple[Question, ...]:
    """Return the questions of a customer's message that want an answer in words."""
    found = []
    for sentence in message.sentences:
        confidence = _confidence(sentence, language)
        quote = message.quote(sentence.start, sentence.end) if confidence else None
        if quote:
            evidence = Evidence(comment.ticket, comment.at, quote, comment.id, comment.role)
            found.append(Question(evidence, confidence))
    return tuple(found)


def stems(folded: str) -> frozenset[str]:
    """Return the beginnings of the words that carry a question's meaning, and its numbers."""
    carried = {w[:_STEM] for w in word_list(folded) if len(w) > 2 and w not in STOPWORDS}  # noqa: PLR2004 - too short
    if _DIGIT.search(folded):
        carried |= {w.strip(".,!?()") for w in folded.split() if _DIGIT.search(w)}
    return frozenset(carried)


def substance(message: Message, language: str | None) -> Substance:
    """Return what is left of an agent's comment once formulas and puttings-off are taken away."""
    # in a chat, "Monday" is an answer; below a letter, a name is none
    enough = 1 if len(word_list(message.body)) <= _SHORT_REPLY else _MIN_WORDS
    kinds = {substance_of(sentence, language, enough) for sentence in message.sentences}
    return next((kind for kind in (Substance.FULL, Substance.STALL) if kind in kinds), Substance.FORMULA)


def substance_of(sentence: Sentence, language: str | None, enough: int = _MIN_WORDS) -> Substance:
    """Return what one sentence amounts to; `enough` words that carry meaning make it a full one."""
    if _FORMULAS.search(sentence.folded, language) or _EMPATHY.search(sentence.folded, language):
        return Substance.FORMULA
    if _STALLS.search(sentence.folded, language):
        return Substance.STALL
    full = len(stems(sentence.folded)) >= enough or _is_short_answer(sentence)
    return Substance.FULL if full else Substance.FORMULA


def _is_short_answer(sentence: Sentence) -> bool:
    first = sentence.folded.split()[0].strip(".,!:;")
    return first in words.SHORT_ANSWERS or _DIGIT.search(sentence.folded) is not None


def _confidence(sentence: Sentence, language: str | None) -> float:
    folded = sentence.folded
    if not sentence.is_question:
        bare = _CHAT_QUESTION.search(folded, language)
        return 0.7 if bare and bare.start() == 0 and len(folded.split()) >= _MIN_WORDS else 0.0
    start = _INTERROGATIVES.search(_CONNECTIVE.sub("", folded), language)
    if _RHETORICAL.search(folded, language) or len(folded.split()) < _MIN_WORDS - bool(start):
        return 0.0
    if _OR_NOT.search(folded, language):
        return 0.9
    if _ACTION.search(folded, language):
        return 0.4
    if start:
        return 0.9
    return 0.7 if len(folded.split()) >= _WHOLE_SENTENCE else 0.6
