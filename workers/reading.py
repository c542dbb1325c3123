"""
What one comment says, read once when it arrives and stored with VERSION.

Everything here depends on the comment's own text, its author's role and its time, and on nothing else; what it means in
its issue (was that asked before? was it answered?) is for `context` and the flags.
"""

from dataclasses import replace
from typing import Final

from integration.model import REDACTION_MARK, Comment, Reading, Role
from workers import cleaning, emotion, facts, language, promises, questions

VERSION: Final = 3
"""Raised with every change that reads a comment differently; older readings are then read anew."""

SURE_WORDS: Final = 12
"""Words from which the language is sure enough to listen with that language's words only."""


def read(comment: Comment, time_zone: str) -> Reading:
    """
    Return what a comment says.

    Args:
        comment: As the helpdesk gives it, not yet cleaned.
        time_zone: IANA name of the zone in which "tomorrow at ten" is meant: the customer's, else the account's.
    """
    message = cleaning.read(comment.text)
    words = len(message.body.split())
    spoken = language.detect(message.body)
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
    if comment.role == Role.AGENT and comment.public:
        requests = facts.asked(message, comment, heard)
        found = promises.find(message, comment, heard, time_zone)
        return without_redactions(replace(basis, requests=requests, promises=found))
    return basis


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
    )


def _customers(basis: Reading, message: cleaning.Message, comment: Comment, heard: str | None) -> Reading:
    spoken = basis.language
    level, felt = emotion.frustration(message, heard)
    return replace(
        basis,
        frustration=level,
        frustration_chance=round(emotion.chance(message, spoken), 4),
        cues=(*emotion.cues(message, heard), *felt),
        facts=facts.given(message, comment),
        questions=questions.find(message, comment, heard),
    )
