"""Which flags a note tells of, and whether there may be a note at all."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import blake2b

from integration.model import Annotation, Evidence, Flag, Receipt, Role, Severity, Ticket

MAX_FLAGS = 3
QUIET = timedelta(hours=24)
"""Time after a note in which its ticket gets no other."""

_LOUDEST_FIRST = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)


def evidence_key(piece: Evidence) -> str:
    """
    Return 16 hex digits that stand for one piece of evidence: the comment, or the ticket at a time.

    Not for its words: a quote that is cut otherwise by a later version is no news, nor is a second flag that rests on
    the same comment.
    """
    place = piece.comment_id or piece.at.isoformat()
    return blake2b(f"{piece.ticket}\n{place}".encode(), digest_size=8).hexdigest()


def is_due(annotation: Annotation, receipt: Receipt | None, ticket: Ticket, now: datetime) -> bool:
    """Return whether a note has something of high severity to tell, may be written now, and will be read in time."""
    if ticket.status.is_done:
        return False
    if receipt is not None and receipt.note_at is not None and now - receipt.note_at < QUIET:
        return False
    return any(flag.severity is Severity.HIGH for flag in _untold_flags(annotation, receipt))


def choose_flags(annotation: Annotation, receipt: Receipt | None) -> tuple[Flag, ...]:
    """Return the flags that a note tells of: news only, the loudest first, at most MAX_FLAGS."""
    untold = _untold_flags(annotation, receipt)
    return tuple(sorted(untold, key=lambda flag: _LOUDEST_FIRST.index(flag.severity))[:MAX_FLAGS])


def choose_evidence(flags: Sequence[Flag], receipt: Receipt | None) -> tuple[Evidence, ...]:
    """
    Return for each flag the piece to quote: not told before, in words if possible, the customer's own, and the newest.

    No words are quoted twice in one note: where a flag has no others, its piece stands without them.
    """
    told, quoted = _told(receipt), set[str]()
    chosen = []
    for flag in flags:
        untold = [piece for piece in flag.evidence if evidence_key(piece) not in told]
        piece = max(untold or flag.evidence, key=lambda piece: _worth(piece, quoted))
        chosen.append(replace(piece, quote=None) if piece.quote in quoted else piece)
        quoted.add(piece.quote or "")
    return tuple(chosen)


def _worth(piece: Evidence, quoted: Collection[str]) -> tuple[bool, bool, bool, datetime]:
    fresh = bool(piece.quote) and piece.quote not in quoted
    return fresh, bool(piece.quote), piece.role is Role.CUSTOMER, piece.at


def noteworthy_keys(annotation: Annotation, ticket: Ticket) -> tuple[str, ...]:
    """Return the keys of all evidence that could cause a note on this ticket, sorted."""
    if ticket.status.is_done:
        return ()
    loud = (flag for flag in annotation.flags if flag.severity is Severity.HIGH)
    return tuple(sorted({evidence_key(piece) for flag in loud for piece in flag.evidence}))


def _untold_flags(annotation: Annotation, receipt: Receipt | None) -> list[Flag]:
    told = _told(receipt)
    return [flag for flag in annotation.flags if any(evidence_key(piece) not in told for piece in flag.evidence)]


def _told(receipt: Receipt | None) -> Collection[str]:
    return frozenset(receipt.evidence_keys) if receipt is not None else frozenset()
