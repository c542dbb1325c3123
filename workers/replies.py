"""
What an agent's reply or note is a sign of, beside its requests and promises; as cues of (kind, verbatim words).

script_opening   begins like somebody who has not looked at what came before
refers           shows that an earlier contact is known
nothing_found    says that nothing was found: takes `refers` back
article          points to an article; the words are its address, or its mention
closes           says that the ticket is closed
known            tells the customer that this is known, or that others have it too

A reply's sentences of compassion, as one writes them to anybody, are its formulas.
"""

import re
from hashlib import blake2b
from typing import Final
from urllib.parse import urlsplit

from workers import cleaning
from workers.cleaning import Message
from workers.words import Phrases
from workers.words import replies as words
from workers.words.wishes import FAILED

_EMPATHY: Final = Phrases(words.EMPATHY)
_REFERS: Final = Phrases(words.REFERS)
_KINDS: Final = (
    ("script_opening", Phrases(words.SCRIPT_OPENING)),
    ("closes", Phrases(words.CLOSES)),
    ("nothing_found", Phrases(words.NOTHING_FOUND)),
    ("known", Phrases(words.KNOWN)),
)
_ARTICLE: Final = Phrases(words.ARTICLE)
_FAILED: Final = Phrases(FAILED)
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"']+")
_HELP: Final = re.compile(words.ARTICLE_ADDRESS)
_LEAST_FORMULA: Final = 5
"""Words from which a sentence is a formula of the house and not "Sorry about that!"."""
_WORD: Final = re.compile(r"[^\W_]+")

Cues = tuple[tuple[str, str], ...]


def signs(message: Message, language: str | None) -> Cues:
    """Return what a reply or note is a sign of; each kind but `refers` at most once."""
    found: list[tuple[str, str]] = []
    for sentence in message.sentences:
        # "What have you tried already?" asks; it does not show that anything is known
        if not sentence.is_question and (match := _REFERS.search(sentence.folded, language)):
            start = sentence.start + match.start()
            found.append(("refers", message.text[start : start + match.end() - match.start()]))
    for kind, phrases in _KINDS:
        if sign := phrases.search(message.folded, language):
            found.append((kind, message.text[sign.start() : sign.end()]))
    if article := _article(message, language):
        found.append(("article", article))
    return tuple(found)


def formulas(message: Message, language: str | None) -> tuple[tuple[str, str], ...]:
    """Return a reply's sentences of empathy as (key, verbatim sentence)."""
    found = []
    for sentence in message.sentences:
        if _EMPATHY.search(sentence.folded, language) and len(_WORD.findall(sentence.folded)) >= _LEAST_FORMULA:
            quote = message.quote(sentence.start, sentence.end)
            if quote:
                found.append((formula_key(quote), quote))
    return tuple(found)


def formula_key(sentence: str) -> str:
    """Return what two sentences share that are the same word for word, whatever their capitals and punctuation."""
    said = " ".join(_WORD.findall(cleaning.fold(sentence)))
    return blake2b(said.encode(), digest_size=8).hexdigest()


def same_article(ours: str, theirs: str) -> bool:
    """Whether two articles, as `signs` gives them, are one address."""
    return urlsplit(ours).path.rstrip("/") == urlsplit(theirs).path.rstrip("/") and ours.startswith("http")


def _article(message: Message, language: str | None) -> str | None:
    for match in _ADDRESS.finditer(message.body):
        address = match.group().rstrip(".,;:!?)")
        if _HELP.search(address.lower()):
            return address
    for sentence in message.sentences:
        # "the article did not help you" points nowhere
        if (mention := _ARTICLE.search(sentence.folded, language)) and not _FAILED.search(sentence.folded, language):
            start = sentence.start + mention.start()
            return message.text[start : start + mention.end() - mention.start()]
    return None
