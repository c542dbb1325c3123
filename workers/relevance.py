"""
Whether an agent's reply can be an answer to a question of the customer's.

A question of a kind (when, how much, why) wants an answer of that kind. Any other is held to be answered by a reply
that shares a word of meaning with it, does something, or says yes or no: that a full reply misses the point mostly
cannot be told, and doubt counts for the agent.
"""

from typing import Final

from integration.model import Comment, Question, Reading
from workers import cleaning, folding, questions
from workers.words import Phrases
from workers.words import relevance as words

_KINDS: Final = (
    (Phrases(words.WHEN), Phrases(words.TIMES)),
    (Phrases(words.HOW_MUCH), Phrases(words.AMOUNTS)),
    (Phrases(words.WHY), Phrases(words.REASONS)),
)
_ACTS: Final = Phrases(words.ACTS)
_ANSWERED_IN: Final = frozenset({"en", "es", "de", "fr", "pt", "it"})


def misses(question: Question, asked: Reading, reply: Comment, replied: Reading, *, doubted: bool) -> bool:
    """
    Whether a reply is beside the question.

    Args:
        question: What the customer asked.
        asked: The reading of the message that holds it.
        reply: The agent's comment.
        replied: Its reading.
        doubted: Whether the customer has said or shown that it was not answered; without, only a question of a kind
            can be missed.
    """
    if replied.language not in _ANSWERED_IN:
        return False
    wanted = folding.fold(question.evidence.quote or "")
    message = cleaning.read(reply.text)
    said = " ".join(sentence.folded for sentence in message.sentences if not sentence.is_question)
    for kind, holds in _KINDS:
        if kind.search(wanted, asked.language):
            return holds.search(said, replied.language) is None
    if not doubted or questions.stems(wanted) & questions.stems(said):
        return False
    return _ACTS.search(said, replied.language) is None
