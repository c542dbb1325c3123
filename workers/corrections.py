"""Which value takes another's place: "4412, not 4411", "sorry, the number is 4412", "my new address is …"."""

import bisect
import re
from collections.abc import Sequence
from typing import Final

from workers.cleaning import Message
from workers.codes import label_of
from workers.names import Span
from workers.words import corrections as words
from workers.words.facts import REFERENCE_KINDS

_NOT_THIS: Final = re.compile(words.NOT_THIS)
_CORRECTS: Final = re.compile(rf"(?<!\w)(?:{words.CORRECTS})(?!\w)")
_NEW: Final = re.compile(rf"(?<!\w)(?:{words.NEW})(?!\w)")
_CODES: Final = (*REFERENCE_KINDS, "number", "card_last4")
_KINDS: Final = frozenset((*REFERENCE_KINDS, *words.CORRECTED))
_CHANGES_MIND: Final = re.compile(rf"(?<!\w)(?:{words.CHANGES_MIND})(?!\w)")
_AFTER_A_WORD: Final = re.compile(rf"(?<!\w)(?:{words.WORD_BEFORE})#?")
_BEFORE: Final = 26
"""Characters in front of a value in which "not the order number" stands."""


def read(message: Message, spans: Sequence[Span]) -> list[tuple[Span, str | None]]:
    """
    Return the values of a message that hold, each with the value whose place it takes.

    That is: None where it takes none; "" where it takes the place of what was given before, whatever that was.
    """
    folded = message.folded
    not_these = {s[1:3]: s for s in spans if s[0] in _KINDS and _is_not_this(folded, s[1])}
    corrects, renews, decides = (_sentences(message, pattern) for pattern in (_CORRECTS, _NEW, _CHANGES_MIND))
    alone = _AFTER_A_WORD.search(folded) is not None
    if not (not_these or corrects or renews or decides or alone):
        return [(span, None) for span in spans]
    starts = [sentence.start for sentence in message.sentences]
    sentence_of = {span[1:3]: bisect.bisect_right(starts, span[1]) - 1 for span in spans}
    wrong: dict[tuple[int, str], Span] = {}
    for span in not_these.values():
        wrong.setdefault((sentence_of[span[1:3]], _group(span[0])), span)
    found: list[tuple[Span, str | None]] = []
    for span in spans:
        kind, place = span[0], sentence_of[span[1:3]]
        if span[1:3] in not_these:
            continue
        if taken_back := wrong.get((place, _group(kind))):
            found.append((span, message.text[taken_back[1] : taken_back[2]]))
        elif (
            (kind in _KINDS and {place, place - 1} & corrects)
            or (kind in words.PERSONAL and {place, place - 1} & renews)
            or (kind == "decision" and place in decides)
            or (alone and kind in _CODES and _is_alone(message, place, span))
        ):
            found.append((span, ""))
        else:
            found.append((span, None))
    return found


def _is_not_this(folded: str, start: int) -> bool:
    """Whether a value is named as wrong; "order no 4711" is no denial."""
    match = _NOT_THIS.search(folded[max(0, start - _BEFORE) : start])
    return match is not None and not (match.group().strip() == "no" and label_of(folded, start) is not None)


def _sentences(message: Message, pattern: re.Pattern[str]) -> set[int]:
    """Return the places of the sentences that say so."""
    if not pattern.search(message.folded):
        return set()
    return {place for place, sentence in enumerate(message.sentences) if pattern.search(sentence.folded)}


def _group(kind: str) -> str:
    """Return one name for all kinds that can take each other's place."""
    return "code" if kind in _CODES else kind


def _is_alone(message: Message, place: int, span: Span) -> bool:
    """Whether a sentence is nothing but a word of regret or surprise and a value: "Sorry, 4712"."""
    sentence = message.sentences[place] if place >= 0 else None
    if sentence is None or sentence.is_question or span[2] > sentence.end or span[1] - sentence.start > _BEFORE:
        return False
    before, after = message.folded[sentence.start : span[1]], message.folded[span[2] : sentence.end]
    return bool(_AFTER_A_WORD.fullmatch(before)) and not after.strip(" .!)")
