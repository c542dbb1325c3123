"""
Whether a ticket goes on from an earlier one, by its own opening words and by how the earlier one ended.

Only the opening counts: what a customer says further down a chat ("I told you already") is about this very chat.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from integration.model import Comment, Role, Score, Ticket
from workers import cleaning, emotion, moments
from workers.words import Phrases, continuity, stopwords
from workers.words import facts as facts_words

OPENING_WORDS: Final = 12
"""An opening is the customer's first messages, until so many words are said."""

_GOES_ON: Final = Phrases(continuity.GOES_ON)
_STILL: Final = Phrases(continuity.STILL)
_AGAIN: Final = Phrases({language: (pieces,) for language, pieces in stopwords.REFERS_BACK.items()})
_TROUBLE: Final = Phrases(continuity.TROUBLE)
_DATE: Final = re.compile(
    rf"(?<![\d./-])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|°)?\s?(?:of |de |di )?(?P<month>{facts_words.MONTHS})\b"
    rf"|\b(?P<month_first>{facts_words.MONTHS})\s(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)"
)
_MONTHS: Final = {start: n for n, starts in enumerate(continuity.MONTHS, 1) for start in starts.split()}


@dataclass(frozen=True, slots=True)
class Opening:
    """How a ticket begins."""

    goes_on: bool
    """Says what only somebody says who has been here before about this."""
    refers_back: bool
    """Says so of more than a state: what is "still" so may be told for the first time."""
    again: bool
    """Holds a word like "again" or "already", which may mean anything."""
    trouble: bool
    """Something is wrong, rather than wanted."""
    dates: frozenset[tuple[int, int]]
    """(month, day) of the dates that it names."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a ticket ended for the customer, as far as anybody can tell."""

    done_at: datetime | None
    """None while it is open."""
    well: bool
    """The customer's last words are thanks, and not for a promise."""
    badly: bool
    """The customer's last words say so, or ask what nobody answered; or the score is bad."""
    dates: frozenset[tuple[int, int]]
    """(month, day) of the days on which somebody wrote."""


def opening(subject: str, bodies: Sequence[str]) -> Opening:
    """Return how a ticket begins, from its subject and its messages, all folded."""
    said: list[str] = []
    for body in bodies:
        said.append(body)
        if sum(len(one.split()) for one in said) >= OPENING_WORDS:
            break
    text = "\n".join([subject, *said])
    refers_back = _is_said(_GOES_ON, text)
    return Opening(
        refers_back or _is_said(_STILL, text),
        refers_back,
        bool(_AGAIN.search(text)),
        bool(_TROUBLE.search(text)),
        frozenset(_dates(text)),
    )


def _is_said(phrases: Phrases, text: str) -> bool:
    """Whether it is said of us: "third time this month" of a railway is not."""
    if not phrases.search(text):
        return False
    sentences = [s for s in cleaning.read(text).sentences if phrases.search(s.folded)]
    return not sentences or not all(emotion.is_at_somebody_else(s, None) for s in sentences)


def ending(ticket: Ticket, comments: Sequence[Comment]) -> Ending:
    """Return how a ticket ended, from what was publicly written on it."""
    public = [c for c in comments if c.public]
    last = next((c for c in reversed(public) if c.role == Role.CUSTOMER), None)
    well = badly = False
    if last is not None and last != public[0]:
        message = cleaning.read(last.text)
        kinds = {kind for kind, _ in emotion.cues(message, None)}
        asks = any(sentence.is_question for sentence in message.sentences)
        complains = bool(kinds & {"already_told", "not_answered", "not_solved", "chaser"})
        badly = complains or (asks and public[-1] == last)
        pleased = bool(kinds & {"thanks", "praise", "received"})
        well = pleased and not badly and not asks and not _named_a_time(public[: public.index(last)])
    if ticket.satisfaction == Score.BAD:
        well, badly = False, True
    last_at = comments[-1].at if comments else ticket.created_at
    done_at = (ticket.solved_at or last_at) if ticket.status.is_done else None
    days = {ticket.created_at.date(), *(c.at.date() for c in comments)}
    return Ending(done_at, well, badly, frozenset((day.month, day.day) for day in days))


def _named_a_time(public: Sequence[Comment]) -> bool:
    """Whether our last words name a time to come, promised or not: who thanks for one waits for it."""
    reply = next((c for c in reversed(public) if c.role == Role.AGENT), None)
    if reply is None:
        return False
    return any(moments.find(s.folded, reply.at, "UTC") for s in cleaning.read(reply.text).sentences)


def _dates(folded: str) -> set[tuple[int, int]]:
    found = set()
    for match in _DATE.finditer(folded):
        month = match["month"] or match["month_first"]
        number = _MONTHS.get(month[:4]) or _MONTHS.get(month[:3])
        if number:
            found.add((number, int(match["day"] or match["day_after"])))
    return found
