"""
Whether what was said earlier is for the errand that is under way.

Days, times, places and how many are of one errand; the next one has others. A new one may have begun once an agent has
stated something (booked, found, not available), once the customer wants a change or another thing, and after a while.
"""

import re
from datetime import timedelta
from typing import Final

from integration.model import Comment, Fact, Request
from workers import folding, told
from workers.context import TicketView
from workers.questions import stems
from workers.timeline import Kind
from workers.told import Said
from workers.words.asked import ANOTHER
from workers.words.requests import DOUBT, NEW_ERRAND, NEXT_ERRAND
from workers.words.slots import NOT_WISHED, PAST, PEOPLE, PLACE_GROUPS, THINGS

DOUBTS: Final = re.compile(rf"(?<!\w)(?:{DOUBT})(?!\w)")
_NEW_ERRAND: Final = re.compile(rf"(?<!\w)(?:{NEW_ERRAND})(?!\w)")
_ANOTHER: Final = re.compile(ANOTHER)
_HOW_MANY_OF_IT: Final = re.compile(r"\b(?:quantity|cantidad|menge|anzahl|stuckzahl|quantite|quantidade|quantita)\b")
_PEOPLE: Final = re.compile(rf"(?<!\w)(?:{PEOPLE}|party size)(?!\w)")
_THINGS: Final = re.compile(rf"(?<!\w)(?:{THINGS})(?!\w)")
_NEXT: Final = re.compile(rf"(?<!\w)(?:{NEXT_ERRAND})(?!\w)")
_PAST: Final = re.compile(rf"(?<!\w)(?:{PAST})(?!\w)")
_NOT_WISHED: Final = re.compile(rf"(?<!\w)(?:{NOT_WISHED})(?!\w)")
_PLACE_SORTS: Final = {sort: re.compile(rf"(?<!\w)(?:{p})(?!\w)") for sort, p in PLACE_GROUPS.items()}
_ONLY_ASKS: Final = re.compile(r"[^.!?]*\?[\s?]*")
_DATED: Final = ("day", "time", "when")
_IN_PASSING: Final = 0.5
"""Confidence up to which a day is named in passing ("how are you today?")."""
_SAME_WORDS: Final = 0.75
_ONE_SITTING: Final = timedelta(hours=12)


def is_interrupted(view: TicketView, given: Comment, asked: Comment) -> bool:
    """Whether another errand may have begun in between: an agent stated something, or the customer wants a change."""
    if given.ticket != asked.ticket or asked.at - given.at > _ONE_SITTING:
        return True
    for comment in view.comments(Kind.CUSTOMER, Kind.REPLY):
        if not told.place(given) <= told.place(comment) < told.place(asked):
            continue
        if comment.role == given.role:
            if _NEW_ERRAND.search(folding.fold(comment.text)):
                return True
        elif not view.reading(comment).requests and not _only_asks(comment):
            return True
    return False


def is_another(view: TicketView, given: Comment, asked: Comment) -> bool:
    """Whether something else is talked about since: an agent said that it does not do, the customer named another."""
    for comment in view.comments(Kind.CUSTOMER, Kind.REPLY):
        if told.place(given) < told.place(comment) < told.place(asked):
            pattern = _ANOTHER if comment.role == given.role else DOUBTS
            if pattern.search(folding.fold(comment.text)):
                return True
    return False


def is_wish(request: Request, fact: Fact) -> bool:
    """Whether what was said in passing may be what the customer wants: no past day, no place of another sort."""
    quote = folding.fold(fact.evidence.quote or "")
    if fact.confidence < _IN_PASSING or _NOT_WISHED.search(quote) or (request.kind in _DATED and _PAST.search(quote)):
        return False
    if request.kind != "place":
        return True
    asked, named = (_sorts(folding.fold(text)) for text in (request.evidence.quote or "", fact.value))
    return not (asked and named) or bool(asked & named)


def counts_the_same(request: Request, said: Said) -> bool:
    """Whether what was counted is what the question counts, or people in both."""
    question = folding.fold(request.evidence.quote or "")
    if _HOW_MANY_OF_IT.search(question):
        return True
    if _PEOPLE.search(question) and not _THINGS.search(folding.fold(said.fact.value)):
        return True
    wanted = {s[:4] for s in stems(question)}
    counted = {s[:4] for s in stems(folding.fold(said.fact.value))}
    return bool(wanted & counted)


def are_alike(request: Request, other: Request) -> bool:
    """Whether two questions are worded alike."""
    one, two = (stems(folding.fold(r.evidence.quote or "")) for r in (request, other))
    return bool(one) and len(one & two) >= _SAME_WORDS * len(one | two)


def _only_asks(comment: Comment) -> bool:
    """Whether an agent's comment is one question that belongs to the same errand."""
    return bool(_ONLY_ASKS.fullmatch(comment.text)) and not _NEXT.search(folding.fold(comment.text))


def _sorts(folded: str) -> set[str]:
    return {sort for sort, pattern in _PLACE_SORTS.items() if pattern.search(folded)}
