"""
Everything that happened to one customer, over all helpdesks, in one order.

Each entry says what it counts as, so that nobody has to ask again: a customer's own words, a reply that reached the
customer, an internal note, or nothing (bots, automatic mail, and notes of ours).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from integration.model import NOTE_KEY, Channel, Comment, CustomerHistory, Event, Reading, Role, Ticket, TicketRef
from workers import cleaning, emotion, folding
from workers.words import Phrases, last_words
from workers.words import continuity as continuity_words
from workers.words import cues as cue_words
from workers.words import emotion as emotion_words
from workers.words import stopwords as words

_THANKS: Final = Phrases(emotion_words.THANKS)
_RECEIVED: Final = Phrases(cue_words.RECEIVED)
_WANTS_MORE: Final = Phrases(last_words.WANTS_MORE)
_TROUBLE: Final = Phrases(continuity_words.TROUBLE)
_CONTENT: Final = frozenset({"thanks", "praise", "received"})
_GREETING: Final = 3
"""Words up to which a sentence is a greeting or a name."""
_OUTBOUND: Final = re.compile(rf"(?<!\w)(?:{words.OUTBOUND})(?!\w)")


CommentKey = tuple[str, str]
"""Connection and comment id; the id alone is unique only within its connection."""


class Kind(StrEnum):
    """What an entry counts as."""

    CUSTOMER = "customer"
    REPLY = "reply"
    """An agent's public comment: the only thing that the customer gets to see of us."""
    NOTE = "note"
    AUTOMATIC = "automatic"
    """Bots, out-of-office, delivery reports: nobody wrote it."""
    SIDELIGHT = "sidelight"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened: a comment or a change of a field; exactly one of the two is set."""

    at: datetime
    ticket: TicketRef
    kind: Kind
    comment: Comment | None = None
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """All entries, in order."""

    entries: tuple[Entry, ...]

    def by_ticket(self) -> dict[TicketRef, list[Entry]]:
        """Return each ticket's own entries, in order."""
        found: dict[TicketRef, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.ticket, []).append(entry)
        return found


def build(history: CustomerHistory) -> Timeline:
    """Return the customer's timeline. Deleted tickets are left out."""
    alive = {t.ref for t in history.tickets if not t.deleted}
    readings = {(r.connection, r.comment_id): r for r in history.readings}
    entries = [
        Entry(c.at, c.ticket, kind_of(c, readings.get(key(c))), comment=c)
        for c in history.comments
        if c.ticket in alive
    ]
    entries += [Entry(e.at, e.ticket, Kind.EVENT, event=e) for e in history.events if e.ticket in alive]
    return Timeline(in_order(entries))


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries by time; at the same second by id, so that the order is always the same."""
    return tuple(sorted(entries, key=_order))


def key(comment: Comment) -> CommentKey:
    """Return what a comment is known by across connections: two helpdesks may use the same id."""
    return comment.ticket.connection, comment.id


def kind_of(comment: Comment, reading: Reading | None = None) -> Kind:
    """Return what a comment counts as."""
    if comment.role == Role.SIDELIGHT or (not comment.public and NOTE_KEY.search(comment.text)):
        return Kind.SIDELIGHT
    if comment.role in (Role.BOT, Role.AUTOMATION):
        return Kind.AUTOMATIC
    if reading.automatic if reading else emotion.is_automatic(cleaning.read(comment.text)):
        return Kind.AUTOMATIC
    if comment.role == Role.CUSTOMER:
        return Kind.CUSTOMER
    return Kind.REPLY if comment.public else Kind.NOTE


def is_contact(
    ticket: Ticket, comments: Sequence[Comment], readings: Mapping[CommentKey, Reading], *, follows: bool = False
) -> bool:
    """
    Whether the customer started this ticket and wanted something: what counts as a contact.

    A ticket that the team started is none, nor a call that was scheduled, nor a message that only thanks or praises; on
    one that `follows` another of its issue, nor one that only says that what was wanted has come.
    """
    if ticket.outbound or ticket.merged_into is not None or ticket.deleted:
        return False
    heard = [c for c in comments if kind_of(c, readings.get(key(c))) == Kind.CUSTOMER]
    if not heard:
        told = " ".join([ticket.subject, *(c.text for c in comments[:1])])
        return ticket.channel == Channel.PHONE and bool(comments) and not _OUTBOUND.search(folding.fold(told))
    first = min(comments, key=lambda c: (c.at, c.id))
    if first.role == Role.AGENT and first.public and ticket.channel in (Channel.EMAIL, Channel.API, Channel.OTHER):
        return False
    thanks = bool(_THANKS.search(folding.fold(ticket.subject)))
    return not all(_only_thanks(c, readings.get(key(c)), subject_thanks=thanks, follows=follows) for c in heard)


def _only_thanks(comment: Comment, reading: Reading | None, *, subject_thanks: bool, follows: bool) -> bool:
    if reading is None or reading.questions:
        return False
    kinds = {kind for kind, _ in reading.cues}
    if not kinds & _CONTENT or not kinds <= _CONTENT | {"leaves", "well"}:
        return False
    if subject_thanks or "praise" in kinds or ("thanks" in kinds and reading.words <= 4):  # noqa: PLR2004 - "ok, thanks a lot"
        return True
    return follows and {"thanks", "received"} <= kinds and _wants_no_more(comment, reading.language)


def _wants_no_more(comment: Comment, language: str | None) -> bool:
    """Whether each sentence thanks or says that it came, and nothing goes on: "arrived, thanks. But it leaks"."""
    message = cleaning.read(comment.text)
    said = [sentence.folded for sentence in message.sentences if len(sentence.folded.split()) > _GREETING]
    if _WANTS_MORE.search(message.folded, language) or _TROUBLE.search(message.folded, language):
        return False
    return all(_THANKS.search(s, language) or _RECEIVED.search(s, language) for s in said)


def _order(entry: Entry) -> tuple[datetime, str]:
    return entry.at, entry.comment.id if entry.comment else entry.event.id if entry.event else ""
