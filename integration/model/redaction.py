"""
Words that a helpdesk has blacked out: which they were, and the same words elsewhere; pure.

A redaction puts ▇ in the place of each character. What it covered is what stood there before; whoever quoted it has to
be blacked out as well, though a quote is often cut, on one line, and with its links and addresses made inert.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

REDACTION_MARK = "▇"

_MARKS = re.compile(REDACTION_MARK + r"(?:[\s" + REDACTION_MARK + r"]*" + REDACTION_MARK + r")?")
_TOKEN = re.compile(r"\S+")
_EDGES = "“”„»«‹›\"'‘’().,;:!?…[]{}<>*_"  # noqa: RUF001 - typographic quotation marks
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff]")
_TELLING_TOKENS = 4
"""So many words in a row are no accident."""
_TELLING_LENGTH = 4
"""A single word of so many characters that holds a digit is no accident: a number, a code, an address."""


def redacted_words(before: str, after: str) -> tuple[str, ...]:
    """
    Return what stood in `before` where `after` has the redaction mark.

    Where the two differ in more than that, everything that `after` no longer holds is returned.
    """
    kept = [re.escape(part) for part in _MARKS.split(after)]
    found = re.fullmatch("(.+?)".join(kept), before, re.DOTALL)
    if found is not None:
        return tuple(dict.fromkeys(word for word in found.groups() if word.strip()))
    left = {_plain(token) for token in after.split()}
    gone: list[list[str]] = [[]]
    for token in before.split():
        if _plain(token) in left:
            gone.append([])
        else:
            gone[-1].append(token)
    return tuple(dict.fromkeys(" ".join(run) for run in gone if run))


def hidden_words(text: str, wanted: str) -> tuple[str, ...]:
    """
    Return the pieces of `text` in whose place `wanted` has the redaction mark, each on one line.

    The two need not be laid out alike: a note comes back from its helpdesk in other lines than it went there.
    """
    mine, theirs = list(_TOKEN.finditer(text)), [_plain(token) for token in wanted.split()]
    matcher = SequenceMatcher(None, [_plain(match[0]) for match in mine], theirs, autojunk=False)
    found: dict[str, None] = {}
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "replace" and any(REDACTION_MARK in token for token in theirs[other_start:other_end]):
            pieces = text[mine[start].start() : mine[end - 1].end()].splitlines()
            found |= dict.fromkeys(piece.strip() for piece in pieces if _plain(piece).strip(REDACTION_MARK + " "))
    return tuple(found)


def black_out(text: str, gone: Iterable[str]) -> str:
    """
    Return `text` with the mark in the place of every character of what it repeats of `gone`; of the same length.

    Repeated is the whole of a piece of `gone`, four words of it in a row, or one that can be nothing else: a number, a
    code, an address.
    """
    for piece in gone:
        text = _black_out_one(text, piece)
    return text


def _black_out_one(text: str, piece: str) -> str:
    wanted = [_plain(token) for token in piece.split()]
    wanted = [token for token in wanted if token]
    if not wanted:
        return text
    places = [(match.start(), match.end()) for match in _TOKEN.finditer(text)]
    tokens = [_plain(text[start:end]) for start, end in places]
    starts: dict[str, list[int]] = {}
    for index, token in enumerate(wanted):
        starts.setdefault(token, []).append(index)
    here = 0
    while here < len(tokens):
        length = max((_common(tokens[here:], wanted[at:]) for at in starts.get(tokens[here], ())), default=0)
        run = tokens[here : here + length]
        if length and _is_told(run, wanted):
            text = _cover(text, places[here][0], places[here + length - 1][1])
        here += max(1, length)
    if len(wanted) == 1:
        # part of a longer word: an address in brackets, a number behind a sign
        text = _cover_within(text, wanted[0])
    return text


def _is_told(run: Sequence[str], wanted: Sequence[str]) -> bool:
    if len(run) == len(wanted) or len(run) >= _TELLING_TOKENS:
        return True
    return any(len(token) >= _TELLING_LENGTH and any(c.isdigit() or c == "@" for c in token) for token in run)


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many of their first tokens are the same."""
    count = 0
    for mine, other in zip(left, right, strict=False):
        if not mine or mine != other:
            break
        count += 1
    return count


def _cover(text: str, start: int, end: int) -> str:
    return text[:start] + re.sub(r"\S", REDACTION_MARK, text[start:end]) + text[end:]


def _cover_within(text: str, word: str) -> str:
    pattern = r"[\u200b-\u200f\u2060\ufeff]*".join(re.escape(c) for c in word)
    return re.sub(pattern, lambda match: REDACTION_MARK * len(match[0]), text, flags=re.IGNORECASE)


def _plain(token: str) -> str:
    """Return a word as it is compared: without what quoting adds to it."""
    return _UNSEEN.sub("", token).replace("[:]", ":").strip(_EDGES).casefold()
