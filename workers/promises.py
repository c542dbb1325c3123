"""
What an agent named a time for.

A promise is a sentence in which somebody of ours commits to something and names when. Conditional ("if you send it
today"), general ("usually within a day"), hedged ("should arrive") and past sentences are none; nor is a question.
"""

from typing import Final

from integration.model import Comment, Evidence, Promise
from workers import moments
from workers.cleaning import Message
from workers.words import Phrases
from workers.words import promises as words

CERTAIN: Final = 0.9
"""Somebody of ours will do something that the customer will notice: its absence can be seen here."""
LIKELY: Final = 0.7
"""Something will arrive; whether it did cannot be seen here, so the flag wants the customer to chase as well."""

_CONTACT: Final = Phrases(words.CONTACT)
_DELIVERY: Final = Phrases(words.DELIVERY)
_NO_PROMISE: Final = Phrases(words.NO_PROMISE)
_DONE: Final = Phrases(words.DONE)
_NOT_DONE: Final = Phrases(words.NOT_DONE)


def find(message: Message, comment: Comment, language: str | None, time_zone: str) -> tuple[Promise, ...]:
    """Return the promises of an agent's message, in its order; due in UTC."""
    found: list[Promise] = []
    for sentence in message.sentences:
        if sentence.is_question:
            continue
        moment = moments.find(sentence.folded, comment.at, time_zone)
        if moment is None:
            continue
        confidence = _commitment(sentence.folded, language)
        quote = message.quote(sentence.start, sentence.end)
        if confidence and quote:
            evidence = Evidence(comment.ticket, comment.at, quote, comment.id, comment.role)
            found.append(Promise(moment.due, evidence, confidence))
    return tuple(found)


def says_done(folded: str) -> bool:
    """Whether an internal note says that something was done, and nothing in it takes that back."""
    return bool(_DONE.search(folded)) and not _NOT_DONE.search(folded)


def _commitment(folded: str, language: str | None) -> float:
    if _NO_PROMISE.search(folded, language):
        return 0.0
    if _CONTACT.search(folded, language):
        return CERTAIN
    return LIKELY if _DELIVERY.search(folded, language) else 0.0
