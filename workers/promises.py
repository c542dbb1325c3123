"""
What an agent named a time for.

A promise is a part of a sentence in which somebody of ours commits to something, and a time that belongs to it.
Conditional ("if you send it today"), general ("usually within a day"), hedged ("should arrive") and past parts are
none; nor is a question. What one part says does not spoil the next: "they close at five, but I will call you by noon"
is one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from integration.model import Comment, Evidence, Promise
from workers import cleaning, moments
from workers.cleaning import Message
from workers.hours import BusinessHours
from workers.moments import Moment
from workers.words import LANGUAGES, Phrases, commitments
from workers.words import promises as words

CERTAIN: Final = 0.9
"""Somebody of ours will do something that the customer will notice: its absence can be seen here."""
LIKELY: Final = 0.7
"""Something will arrive; whether it did cannot be seen here, so the flag wants the customer to chase as well."""
OTHER: Final = "action"
NEAR: Final = 2
"""Parts of a sentence that may lie between what is promised and its time."""

_CONTACT: Final = Phrases(commitments.CONTACT)
_ELIDED: Final = Phrases(commitments.ELIDED)
_DELIVERY: Final = Phrases(commitments.DELIVERY)
_CONDITION: Final = Phrases(words.CONDITION)
_WHETHER: Final = Phrases(words.WHETHER)
_AT_THE_LATEST: Final = Phrases(words.AT_THE_LATEST)
_NO_PROMISE: Final = Phrases(words.NO_PROMISE)
_GENERAL: Final = Phrases(words.GENERAL)
_ANEW: Final = Phrases(words.ANEW)
_AND_ANEW: Final = Phrases(words.AND_ANEW)
_SHOULD: Final = Phrases(words.SHOULD)
_LASTS: Final = Phrases(words.LASTS)
_UNTIL: Final = Phrases(words.UNTIL)
_NOT_OURS: Final = Phrases(words.NOT_OURS)
_KINDS: Final = {
    kind: Phrases({language: (piece,) for language, piece in zip(LANGUAGES, pieces, strict=True)})
    for kind, pieces in words.KINDS.items()
}
_JOINTS: Final = {
    language: re.compile(rf"[,:()]\s|\s-\s|\s(?=(?:{joints}) )") for language, joints in words.JOINTS.items()
}
_SMALL_WORD = re.compile(r"[a-z](?:'?[a-z])*")
_STATEMENT = re.compile(r"[^;]+")


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a sentence, and the commitment in it, if any; places in the sentence's folded text."""

    start: int
    end: int
    commitment: re.Match[str] | None
    confidence: float


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a promise may stand: the parts of its statement from what is promised to its time."""

    text: str
    parts: Sequence[_Part]
    place: int
    first: int
    last: int
    moment: Moment

    @property
    def part(self) -> _Part:
        return self.parts[self.place]

    @property
    def start(self) -> int:
        return self.parts[self.first].start

    @property
    def end(self) -> int:
        return self.parts[self.last].end

    @property
    def after(self) -> Sequence[_Part]:
        return self.parts[self.last + 1 :]

    def holding(self, where: int) -> _Part:
        """Return the part that holds a place of the text."""
        return next(part for part in reversed(self.parts) if part.start <= where)


def find(
    message: Message,
    comment: Comment,
    language: str | None,
    time_zone: str,
    hours: BusinessHours = BusinessHours(),  # noqa: B008 - frozen
) -> tuple[Promise, ...]:
    """Return the promises of an agent's message, in its order; due in UTC."""
    if not moments.may_name_a_time(message.folded):
        return ()
    found: list[Promise] = []
    for sentence in message.sentences:
        if sentence.is_question or not moments.may_name_a_time(sentence.folded):
            continue
        for statement in _STATEMENT.finditer(sentence.folded):
            named = moments.find(statement.group(), comment.at, time_zone, hours, _spoken(statement.group(), language))
            if not named:
                continue
            for kind, due, confidence, (start, end) in _promised(statement.group(), named, language):
                before = sentence.start + statement.start()
                whole = sentence.end - sentence.start <= cleaning.MAX_QUOTE
                quote = message.quote(*((sentence.start, sentence.end) if whole else (before + start, before + end)))
                if quote:
                    evidence = Evidence(comment.ticket, comment.at, quote, comment.id, comment.role)
                    found.append(Promise(due, evidence, confidence, kind))
    return tuple(found)


def kind_of(folded: str, language: str | None = None) -> str:
    """Return what folded words are about: the first of the kinds that they name; "action" where they name none."""
    return next((kind for kind, phrases in _KINDS.items() if phrases.search(folded, language)), OTHER)


def _promised(
    text: str, named: Sequence[Moment], language: str | None
) -> list[tuple[str, datetime, float, tuple[int, int]]]:
    """Return kind, due, confidence and place of each promise in a statement; none where a likely language denies it."""
    heard = [
        _in_language(text, named, spoken) for spoken in ([language] if language in LANGUAGES else _languages(text))
    ]
    if [] in heard:
        return []
    return next((found for found in heard if found), [])


def _spoken(text: str, language: str | None) -> str | None:
    """Return the language of a statement: the message's, else the one that its small words are of, if it is one."""
    likely = [language] if language in LANGUAGES else _languages(text)
    return likely[0] if len(likely) == 1 else None


def _languages(text: str) -> list[str]:
    """Return the languages that a statement is most likely in, by its small words."""
    said = set(_SMALL_WORD.findall(text))
    heard = {language: len(said & small) for language, small in words.TELLTALE.items()}
    most = max(heard.values())
    return [language for language, count in heard.items() if count == most]


def _in_language(
    text: str, named: Sequence[Moment], language: str
) -> list[tuple[str, datetime, float, tuple[int, int]]] | None:
    """Return a statement's promises in one language; None where it hears no commitment at all."""
    parts = _parts(text, named, language)
    homes = [_home(moment, parts) for moment in named]
    found, committed = [], False
    for place, part in enumerate(parts):
        mine = [
            (abs(where - place), m, where) for m, (where, owner) in zip(named, homes, strict=True) if owner == place
        ]
        if part.commitment is None or not mine:
            continue
        nearest = min(distance for distance, _, _ in mine)
        moment, where = max(((m, at) for distance, m, at in mine if distance == nearest), key=lambda pair: pair[0].due)
        first, last = min(place, where), max(place, where)
        start, end = parts[first].start, parts[last].end
        # what somebody does is said best by the verb, what arrives by the noun
        wider = [text[start:end], text]
        if part.confidence == CERTAIN:
            wider = [part.commitment.group(), text[part.commitment.start() : end], *wider]
        kind = next((kind for words in wider if (kind := kind_of(words, language)) != OTHER), OTHER)
        if part.confidence < CERTAIN and kind == OTHER:
            continue
        committed = True
        if _is_promise(_Place(text, parts, place, first, last, moment), named, language):
            found.append((kind, moment.due, part.confidence, (start, end)))
    return found if committed else None


def _parts(text: str, named: Sequence[Moment], language: str) -> list[_Part]:
    """Cut a statement at commas and conjunctions, but never within a time ("Friday, 13 November")."""
    cuts = [
        m.end()
        for m in _JOINTS[language].finditer(text)
        if not any(n.start < m.end() and m.start() < n.end for n in named)
    ]
    found: list[_Part] = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        commitment, confidence = _CONTACT.pattern(language).search(text, start, end), CERTAIN
        if commitment is None:
            elided = _ELIDED.pattern(language).search(text, start, min(end, start + 30))
            explicit = elided is not None and elided.group().startswith(("will", "shall", "back"))
            if elided is not None and (explicit or any(p.commitment for p in found)):
                commitment = elided
        if commitment is None:
            commitment, confidence = _DELIVERY.pattern(language).search(text, start, end), LIKELY
        found.append(_Part(start, end, commitment, confidence))
    return found


def _home(moment: Moment, parts: Sequence[_Part]) -> tuple[int, int | None]:
    """Return the part that holds a moment, and the part whose commitment it belongs to: its own, else the nearest."""
    where = max(n for n, part in enumerate(parts) if part.start <= moment.start)
    committed = [n for n, part in enumerate(parts) if part.commitment and abs(n - where) <= NEAR]
    # What was said before a time is closer to it than what comes after.
    return where, min(committed, key=lambda n: (abs(n - where), n > where), default=None)


def _is_promise(at: _Place, named: Sequence[Moment], language: str) -> bool:
    said = at.text[at.start : at.end]
    if _hangs_on_something(at, named, language) or _is_general(at, language) or _lasts(at, language):
        return False
    if at.part.confidence < CERTAIN and _NOT_OURS.search(said, language):
        return False
    if _AT_THE_LATEST.search(said, language):
        said = _SHOULD.pattern(language).sub(" ", _AT_THE_LATEST.pattern(language).sub(" ", said))
    return not _NO_PROMISE.search(said, language)


def _hangs_on_something(at: _Place, named: Sequence[Moment], language: str) -> bool:
    whether = [m.span() for m in _WHETHER.pattern(language).finditer(at.text)]
    conditions = list(_CONDITION.pattern(language).finditer(at.text, 0, at.end))
    # "…, once the report is here": what follows at once belongs to it; after "and" something new begins.
    if at.after and (condition := _CONDITION.pattern(language).match(at.text, at.after[0].start)):
        conditions.append(condition)
    # "whether" is none, and "the end of the day" a time
    taken = [*whether, *((m.start, m.end) for m in named)]
    hard = [m for m in conditions if not any(a <= m.start() < b for a, b in taken)]
    latest = _AT_THE_LATEST.pattern(language).search(at.text, at.start, at.end)
    if latest is None or not hard:
        return bool(hard)
    # "… as soon as I know, on Friday at the latest" has an end; "if we hear nothing by Friday at the latest" has none
    own = at.holding(latest.start())
    return own is not at.part and any(at.holding(m.start()) is own for m in hard)


def _is_general(at: _Place, language: str) -> bool:
    """Whether it is so as a rule: said with it, at once after it, or before it with nothing new begun in between."""
    general = _GENERAL.pattern(language)
    if at.after and general.match(at.text, at.after[0].start):
        return True
    until = at.part.commitment.end() if at.part.commitment else at.start
    for match in general.finditer(at.text, 0, at.end):
        if match.start() >= at.start:
            return True
        between = (at.text, match.end(), until)
        said_first = any(part.start == match.start() for part in at.parts)
        if _ANEW.pattern(language).search(*between):
            continue
        if said_first or not _AND_ANEW.pattern(language).search(*between):
            return True
    return False


def _lasts(at: _Place, language: str) -> bool:
    """Whether the time says how long: "we will keep it until Friday"."""
    if at.part.commitment is None or at.moment.start < at.part.commitment.start():
        return False
    said = _UNTIL.pattern(language).finditer(at.text, at.start, at.moment.end)
    if all(at.text[m.end() : at.moment.start].strip() for m in said):
        return False
    return language not in words.BY_OR_UNTIL or bool(_LASTS.search(at.text[at.start : at.end], language))
