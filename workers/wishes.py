"""What a customer's message says of articles, of languages and of urgency, as cues of (kind, verbatim words)."""

from typing import Final

from workers.cleaning import Message
from workers.words import Phrases, last_words
from workers.words import wishes as words

_ARTICLE: Final = Phrases(words.ARTICLE_NAMED)
_FAILED: Final = Phrases(words.FAILED)
_READ: Final = Phrases(words.READ)
_OUT_OF_ORDER: Final = Phrases(words.OUT_OF_ORDER)
_LEAVES: Final = Phrases(words.LEAVES)
_LANGUAGE: Final = Phrases(words.ASKS_FOR_LANGUAGE)
_WELL: Final = Phrases(last_words.WELL)
_NO_HURRY: Final = Phrases(last_words.NO_HURRY)
_REMINDS: Final = Phrases(last_words.REMINDS)
_PERSISTS: Final = Phrases(last_words.PERSISTS)
_PLANS: Final = Phrases(last_words.PLANS)


def signs(message: Message, language: str | None) -> tuple[tuple[str, str], ...]:
    """
    Return what a customer's message is a sign of.

    article_failed    an article, and beside it that it did not help: the whole sentence
    failed            that something did not help: tells of an article only right after one
    leaves            nothing is wanted any more
    asks_language     a language that the customer can be written to in
    well              it works in the end, the ticket can be closed
    no_hurry          there is time
    persists          it goes on: tells of an unsolved matter only as the last word after a reply
    reminds           an answer is asked for: tells of chasing only after a silence
    """
    found: list[tuple[str, str]] = []
    for place, sentence in enumerate(message.sentences):
        # "I did all of article 214. It didn't help": what failed may stand in the next sentence
        after = message.sentences[place + 1].folded if place + 1 < len(message.sentences) else ""
        names_one = _ARTICLE.search(sentence.folded, language)
        if names_one and _says_it_failed(f"{sentence.folded} {after}", language):
            if quote := message.quote(sentence.start, sentence.end):
                found.append(("article_failed", quote))
                break
        elif not any(kind == "failed" for kind, _ in found) and _FAILED.search(sentence.folded, language):
            found.append(("failed", message.quote(sentence.start, sentence.end) or ""))
    if (leaving := _LEAVES.search(message.folded, language)) and not message.sentences[-1].is_question:
        found.append(("leaves", message.text[leaving.start() : leaving.end()]))
    planned = _PLANS.search(message.folded, language)
    for kind, phrases in (
        ("asks_language", _LANGUAGE),
        ("well", _WELL),
        ("no_hurry", _NO_HURRY),
        ("reminds", _REMINDS),
        ("persists", _PERSISTS),
    ):
        if (match := phrases.search(message.folded, language)) and not (kind == "persists" and planned):
            found.append((kind, message.text[match.start() : match.end()]))
    return tuple(found)


def _says_it_failed(folded: str, language: str | None) -> bool:
    """Whether what is said of an article is that it did not help; in most languages goods are called "article" too."""
    if _READ.search(folded, language):
        return bool(_FAILED.search(folded, language))
    return any(not _OUT_OF_ORDER.fullmatch(failed.group(), language) for failed in _FAILED.finditer(folded, language))
