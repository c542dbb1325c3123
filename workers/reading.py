"""
What one comment says, read once when it arrives and stored with VERSION.

Everything here depends on the comment's own text, its author's role and its time, and on nothing else; what it means in
its issue (was that asked before? was it answered?) is for `context` and the flags.
"""

from dataclasses import replace
from typing import Final

from integration.model import REDACTION_MARK, Comment, Reading, Role
from workers import cleaning, emotion, facts, language, promises, questions, replies, requests, wishes
from workers.hours import BusinessHours

VERSION: Final = 6
"""Raised with every change that reads a comment differently; older readings are then read anew."""

SURE_WORDS: Final = 12
"""Words from which the language is sure enough to listen with that language's words only."""


def read(comment: Comment, time_zone: str, hours: BusinessHours = BusinessHours()) -> Reading:  # noqa: B008 - frozen
    """
    Return what a comment says.

    Args:
        comment: As the helpdesk gives it, not yet cleaned.
        time_zone: IANA name of the zone in which "tomorrow at ten" is meant: the customer's, else the account's.
        hours: The team's business hours, as they are when the comment is read.
    """
    message = cleaning.read(comment.text)
    words = len(message.body.split())
    spoken = _language(message)
    heard = spoken if words >= SURE_WORDS else None
    automatic = comment.role in (Role.BOT, Role.AUTOMATION, Role.SIDELIGHT) or emotion.is_automatic(message)
    basis = Reading(
        comment.id,
        VERSION,
        connection=comment.ticket.connection,
        language=spoken,
        words=words,
        automatic=automatic,
    )
    if automatic:
        return basis
    if comment.role == Role.CUSTOMER:
        return without_redactions(_customers(basis, message, comment, heard))
    if comment.role == Role.AGENT:
        return without_redactions(_agents(basis, message, comment, heard, time_zone, hours))
    return basis


def _language(message: cleaning.Message) -> str | None:
    """Return the language of the writer's own words; of what they quote where there are too few of these."""
    return language.detect(message.body) or language.detect(cleaning.written(message.text))


def without_redactions(reading: Reading) -> Reading:
    """Return a reading less what rests on words that are partly blacked out: nobody knows what they said."""

    def whole(*words: str | None) -> bool:
        return not any(REDACTION_MARK in (word or "") for word in words)

    return replace(
        reading,
        cues=tuple((kind, words) for kind, words in reading.cues if whole(words)),
        facts=tuple(f for f in reading.facts if whole(f.value, f.evidence.quote)),
        requests=tuple(r for r in reading.requests if whole(r.evidence.quote)),
        questions=tuple(q for q in reading.questions if whole(q.evidence.quote)),
        promises=tuple(p for p in reading.promises if whole(p.evidence.quote)),
        formulas=tuple((key, words) for key, words in reading.formulas if whole(words)),
    )


def _agents(
    basis: Reading, message: cleaning.Message, comment: Comment, heard: str | None, time_zone: str, hours: BusinessHours
) -> Reading:
    noted = replace(basis, cues=replies.signs(message, heard))
    if not comment.public:
        return noted
    return replace(
        noted,
        substance=questions.substance(message, heard).value,
        requests=requests.asked(message, comment, heard),
        promises=promises.find(message, comment, heard, time_zone, hours),
        formulas=replies.formulas(message, heard),
    )


def _customers(basis: Reading, message: cleaning.Message, comment: Comment, heard: str | None) -> Reading:
    spoken = basis.language
    level, felt = emotion.frustration(message, heard)
    return replace(
        basis,
        frustration=level,
        frustration_chance=round(emotion.chance(message, spoken), 4),
        cues=(*emotion.cues(message, heard), *felt, *wishes.signs(message, heard)),
        facts=facts.given(message, comment),
        questions=questions.find(message, comment, heard),
    )
