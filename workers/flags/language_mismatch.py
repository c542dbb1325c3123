"""
language_mismatch: answered, in a language that the customer did not write.

Fires when    an agent's public reply on this ticket is in another language than the customer's texts on the issue.
Stays quiet   where either text is too short to tell; where the customer asked for that language, or writes it too;
              where a paragraph of the reply is in the customer's language.
Known limit   a paragraph of several languages counts as the one that has most words.
Source        docs/flags.md#language_mismatch
"""

import re
from datetime import datetime
from typing import Final

from integration.model import Comment, Flag, Severity
from workers import cleaning, folding, quoting
from workers.context import TicketView
from workers.language import detect
from workers.timeline import Kind
from workers.words import Phrases
from workers.words.wishes import NAMES, NOT_IN

SURE_WORDS: Final = 6
"""Fewer words do not tell a language for sure."""
_PARAGRAPH: Final = re.compile(r"\n\s*\n|\n\s*[-/*_=]{2,}\s*\n")
_QUOTATION: Final = re.compile(r"[\"“„«][^\"“”„«»]{12,}[\"”“»]")
"""Somebody else's words: an error message, terms."""
_NAME: Final = re.compile(r"(?<=[^.!?\s] )[A-ZÀ-Þ]\w*")
"""A capital within a sentence: shops and streets keep their language."""
_NOT_IN: Final = Phrases(NOT_IN)
_CALLED: Final = {language: re.compile(rf"(?<!\w)(?:{names})(?!\w)") for language, names in NAMES.items()}


def language_mismatch(view: TicketView, now: datetime) -> Flag | None:  # noqa: ARG001 - every flag has the same signature
    """Return the flag, or None for silence."""
    for comment in view.replies:
        language = _language(view, comment)
        theirs = _theirs(view, comment)
        spoken = _spoken(view, comment)
        if language is None or not theirs or language in spoken or spoken & _also_in(comment):
            continue
        if any(
            _language(view, c) in {_language(view, own) for own in theirs} for c in view.replies if c.at > comment.at
        ):
            continue
        own = theirs[-1]
        say = view.saying.say
        return Flag(
            kind="language_mismatch",
            severity=Severity.MEDIUM,
            confidence=0.85,
            figure=say("answered"),
            lived=say(
                "Wrote in {theirs}, was answered in {ours}.",
                theirs=_title(view, _language(view, own)),
                ours=_title(view, language),
            ),
            advice=say("Answer in their language, or have it translated before it is sent."),
            evidence=(
                quoting.of_comment(own, quoting.opening_words(own)),
                quoting.of_comment(comment, quoting.opening_words(comment)),
            ),
        )
    return None


def _language(view: TicketView, comment: Comment) -> str | None:
    reading = view.reading(comment)
    return reading.language if reading.words >= SURE_WORDS else None


def _also_in(comment: Comment) -> set[str | None]:
    """Return a reply's languages by its paragraphs, as some are written in two, and by its words without names."""
    body = cleaning.clean(comment.text)
    paragraphs = [p for p in _PARAGRAPH.split(body) if len(p.split()) >= SURE_WORDS]
    return {detect(text) for text in (*paragraphs, _NAME.sub(" ", _QUOTATION.sub(" ", body)))}


def _theirs(view: TicketView, comment: Comment) -> list[Comment]:
    """Return the customer's texts on the issue before a reply whose language is sure."""
    said = [c for c in view.issue_comments(Kind.CUSTOMER) if (c.at, c.id) < (comment.at, comment.id)]
    return [c for c in said if _language(view, c)]


def _spoken(view: TicketView, comment: Comment) -> set[str]:
    """Return the languages that the customer has written on any ticket before, or asked for."""
    spoken: set[str] = set()
    for entry in view.context.timeline.entries:
        own = entry.comment
        if own is None or entry.kind != Kind.CUSTOMER or own.at >= comment.at:
            continue
        if (language := view.reading(own).language) and view.reading(own).words >= SURE_WORDS:
            spoken.add(language)
        if _QUOTATION.search(own.text) and (beside := detect(_QUOTATION.sub(" ", cleaning.clean(own.text)))):
            spoken.add(beside)
        spoken |= _asked_for(view, own)
    return spoken


def _asked_for(view: TicketView, own: Comment) -> set[str]:
    """Return the languages that a message asks for; "I don't speak English" asks for anything else."""
    words = view.cues(own).get("asks_language")
    sentence = folding.fold(quoting.sentence_with(own, words) or words) if words else ""
    if not words or _NOT_IN.search(sentence, view.reading(own).language):
        return set()
    return {language for language, names in _CALLED.items() if names.search(folding.fold(words))}


def _title(view: TicketView, language: str | None) -> str:
    return view.saying.language_name(language or "")
