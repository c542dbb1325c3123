"""
Reading what agents say of flags: one short text in a field of the ticket, written by the sidebar as the agent.

    8801 asked_again-m@1764447300 rushed+@1764447310;8802 asked_again+@1764447400

For each agent the helpdesk's user id, and for each flag: `+` right, `-` wrong (with a letter of `REASONS`, if the agent
says why), `=` taken back, and the time in Unix seconds. The field holds 255 characters, so sidebars drop what is no
longer of use: what is not in it is not taken back.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog

from integration.model import FLAG_KINDS, REASONS, FlagFeedback, TicketRef

log = structlog.get_logger()

EARLIEST = datetime(2020, 1, 1, tzinfo=UTC)
CLOCKS_APART = timedelta(days=1)
"""How far an agent's clock may be ahead of the helpdesk's."""

_USER = re.compile(r"[A-Za-z0-9]{1,24}")
_VERDICT = re.compile(r"(?P<kind>[a-z_]{1,40})(?P<sign>[-+=])(?P<reason>[a-z]?)@(?P<seconds>[0-9]{1,12})")
_RIGHT = {"+": True, "-": False, "=": None}


@dataclass(frozen=True, slots=True)
class ParsedFeedback:
    """What a field's text says, by flag and agent, and how many pieces of it say nothing."""

    entries: tuple[FlagFeedback, ...] = ()
    bad: int = 0


def read_feedback(text: Any, ticket: TicketRef, changed_at: datetime) -> tuple[FlagFeedback, ...]:
    """
    Return what a ticket's field says, whatever a helpdesk gives as its value.

    Pieces that say nothing are left out, and logged as one event with their number, never with their words.
    """
    if not text or not isinstance(text, str):
        return ()
    found = parse_feedback(text, changed_at)
    if found.bad:
        log.warning("feedback_skipped", ticket=str(ticket), pieces=found.bad)
    return found.entries


def parse_feedback(text: str, changed_at: datetime) -> ParsedFeedback:
    """
    Return what a field's text says.

    Args:
        text: The field's value; anybody who may edit the ticket may have typed anything there.
        changed_at: When the ticket was last changed, by the helpdesk's clock. Nobody can have said anything later.
    """
    latest: dict[tuple[str, str], FlagFeedback] = {}
    bad = 0
    for said in filter(None, map(str.strip, text.split(";"))):
        user, *pieces = said.split()
        if not _USER.fullmatch(user) or not pieces:
            bad += max(1, len(pieces))
            continue
        for piece in pieces:
            entry = _read_piece(piece, user, changed_at + CLOCKS_APART)
            if entry is None:
                bad += 1
            elif (before := latest.get((entry.kind, user))) is None or before.at <= entry.at:
                latest[entry.kind, user] = entry
    return ParsedFeedback(tuple(latest[key] for key in sorted(latest)), bad)


def _read_piece(piece: str, user: str, until: datetime) -> FlagFeedback | None:
    found = _VERDICT.fullmatch(piece)
    if found is None or found["kind"] not in FLAG_KINDS:
        return None
    reason = found["reason"] or None
    if reason is not None and (reason not in REASONS or found["sign"] != "-"):
        return None
    seconds = int(found["seconds"])
    if not EARLIEST.timestamp() <= seconds <= until.timestamp():
        return None
    at = datetime.fromtimestamp(seconds, UTC)
    return FlagFeedback(found["kind"], _RIGHT[found["sign"]], at, user, reason)


def rejected_kinds(feedback: Iterable[FlagFeedback]) -> frozenset[str]:
    """Return the flags that are wrong by the latest word of any agent: a later one, also to take it back, counts."""
    latest = {entry.kind: entry for entry in sorted(feedback, key=lambda entry: (entry.at, entry.by))}
    return frozenset(kind for kind, entry in latest.items() if entry.right is False)
