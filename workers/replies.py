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

from integration.model import Comment, Reading
from workers import cleaning, folding, questions
from workers.cleaning import Message
from workers.questions import Substance
from workers.words import Phrases
from workers.words import replies as words
from workers.words.wishes import FAILED

_EMPATHY: Final = Phrases(words.EMPATHY)
_REFERS: Final = Phrases(words.REFERS)
_SCRIPT: Final = Phrases(words.SCRIPT_OPENING)
_KINDS: Final = (
    ("closes", Phrases(words.CLOSES)),
    ("nothing_found", Phrases(words.NOTHING_FOUND)),
    ("known", Phrases(words.KNOWN)),
)
_ARTICLE: Final = Phrases(words.ARTICLE)
_SALUTATION: Final = re.compile(words.SALUTATION)
_FAILED: Final = Phrases(FAILED)
_ASIDE: Final = Phrases(words.ARTICLE_ASIDE)
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"']+")
_HELP: Final = re.compile(words.ARTICLE_ADDRESS)
_LEAST_FORMULA: Final = 5
"""Words from which a sentence is a formula of the house and not "Sorry about that!"."""
_OWN_CLAUSE: Final = 4
"""Words that carry meaning from which a clause beside a formula says something."""
_THANKS: Final = re.compile(words.THANKS)
_CLAUSE: Final = re.compile(r"[,;:] ")
_WORD: Final = re.compile(r"[^\W_]+")

Cues = tuple[tuple[str, str], ...]


def signs(message: Message, language: str | None) -> Cues:
    """Return what a reply or note is a sign of; scripts and references in every sentence, the rest once."""
    found: list[tuple[str, str]] = []
    for sentence in message.sentences:
        if match := _SCRIPT.search(sentence.folded, language):
            start = sentence.start + match.start()
            found.append(("script_opening", message.text[start : start + match.end() - match.start()]))
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
    """Return a reply's sentences of empathy as (key, verbatim sentence); a greeting before one is left out."""
    found = []
    for sentence in message.sentences:
        if not _EMPATHY.search(sentence.folded, language):
            continue
        greeting = _SALUTATION.match(sentence.folded)
        quote = message.quote(sentence.start + (greeting.end() if greeting else 0), sentence.end)
        if quote and len(_WORD.findall(quote)) >= _LEAST_FORMULA:
            found.append((formula_key(quote), quote))
    return tuple(found)


def formula_key(sentence: str) -> str:
    """Return what two sentences share that are the same word for word, whatever their capitals and punctuation."""
    said = " ".join(_WORD.findall(folding.fold(sentence)))
    return blake2b(said.encode(), digest_size=8).hexdigest()


def own_words(comment: Comment, reading: Reading) -> tuple[str, ...]:
    """
    Return the sentences of a reply that may be about the case, folded: no formula or script, nothing that it asks for.

    What follows a formula within its sentence ("thank you for your message, the file is complete now and ...") is one.
    """
    message = cleaning.read(comment.text)
    asked = [request.evidence.quote for request in reading.requests if request.evidence.quote]
    scripts = [words for kind, words in reading.cues if kind == "script_opening"]
    scripts += [sentence for _, sentence in reading.formulas]
    found: list[str] = []
    for sentence in message.sentences:
        said = message.text[sentence.start : sentence.end]
        if any(quote in said for quote in asked):
            continue
        if questions.substance_of(sentence, reading.language) == Substance.FULL and not any(w in said for w in scripts):
            found.append(sentence.folded)
        elif _THANKS.match(sentence.folded):
            found += [part for part in _CLAUSE.split(sentence.folded)[1:] if _is_full(part, reading.language)]
    return tuple(found)


def _is_full(clause: str, language: str | None) -> bool:
    if _SCRIPT.search(clause, language):
        return False
    sentence = cleaning.Sentence(0, len(clause), clause, is_question=False)
    return questions.substance_of(sentence, language, _OWN_CLAUSE) == Substance.FULL


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
        if (mention := _ARTICLE.search(sentence.folded, language)) and not any(
            about.search(sentence.folded, language) for about in (_FAILED, _ASIDE)
        ):
            start = sentence.start + mention.start()
            return message.text[start : start + mention.end() - mention.start()]
    return None
