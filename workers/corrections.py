"""Which value takes another's place: "4412, not 4411", "sorry, the number is 4412", "my new address is …"."""

import re
from collections.abc import Sequence
from typing import Final

from workers.cleaning import Message
from workers.names import Span
from workers.words import corrections as words
from workers.words.facts import REFERENCE_KINDS

_NOT_THIS: Final = re.compile(words.NOT_THIS)
_CORRECTS: Final = re.compile(rf"(?<!\w)(?:{words.CORRECTS})(?!\w)")
_NEW: Final = re.compile(rf"(?<!\w)(?:{words.NEW})(?!\w)")
_CODES: Final = (*REFERENCE_KINDS, "number", "card_last4")
_KINDS: Final = frozenset((*REFERENCE_KINDS, *words.CORRECTED))
_BEFORE: Final = 26
"""Characters in front of a value in which "not the order number" stands."""


def read(message: Message, spans: Sequence[Span]) -> list[tuple[Span, str | None]]:
    """
    Return the values of a message that hold, each with the value whose place it takes.

    That is: None where it takes none; "" where it takes the place of what was given before, whatever that was.
    """
    folded = message.folded
    not_these = {s[1:3]: s for s in spans if s[0] in _KINDS and _NOT_THIS.search(folded[max(0, s[1] - _BEFORE) : s[1]])}
    corrects = _sentences(message, _CORRECTS)
    renews = _sentences(message, _NEW)
    if not (not_these or corrects or renews):
        return [(span, None) for span in spans]
    found: list[tuple[Span, str | None]] = []
    for span in spans:
        kind, start, end, _ = span
        if (start, end) in not_these:
            continue
        taken_back = [s for s in not_these.values() if _is_pair(kind, s[0]) and _same_sentence(message, s, span)]
        if taken_back:
            found.append((span, message.text[taken_back[0][1] : taken_back[0][2]]))
        elif (kind in _KINDS and any(a <= start < b for a, b in corrects)) or (
            kind in words.PERSONAL and any(a <= start < b for a, b in renews)
        ):
            found.append((span, ""))
        else:
            found.append((span, None))
    return found


def _sentences(message: Message, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return where the sentences stand that say so, each with the one after it: "I made a mistake. It is 4412."."""
    if not pattern.search(message.folded):
        return []
    found = []
    for place, sentence in enumerate(message.sentences):
        if pattern.search(sentence.folded):
            after = message.sentences[min(place + 1, len(message.sentences) - 1)]
            found.append((sentence.start, after.end))
    return found


def _is_pair(kind: str, other: str) -> bool:
    return kind == other or (kind in _CODES and other in _CODES)


def _same_sentence(message: Message, one: Span, other: Span) -> bool:
    return any(s.start <= one[1] < s.end and s.start <= other[1] < s.end for s in message.sentences)
