"""
Which parts of a mail its writer did not write: quoted and forwarded mail, signatures, disclaimers, servers' notices.

No library is asked: those for Python know few of the six languages, and give text back in which no offset holds
(decision 0035). What is found here are places in the text as it came.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from workers.words import cleaning as words

Span = tuple[int, int]

_FLAGS: Final = re.MULTILINE | re.IGNORECASE
_QUOTED_LINE: Final = re.compile(r"^[ \t]{0,9}>.*$", re.MULTILINE)
_HEADER: Final = re.compile(words.REPLY_HEADER, _FLAGS)
_ENDS: Final = tuple(
    re.compile(pattern, _FLAGS)
    for pattern in (words.SEPARATOR, words.HEADER_BLOCK, r"^[ \t]*--[ \t]*$", words.DISCLAIMER)
)
"""What comes below any of these is not the writer's."""
_SENT_FROM: Final = re.compile(words.SENT_FROM, _FLAGS)
_NOTICE: Final = re.compile(words.NOTICE, _FLAGS)
_IS_HTML: Final = re.compile(r"</(?:p|div|body|html|blockquote|span|table)>", re.IGNORECASE)
_TAGS: Final = re.compile(
    r"<(?P<part>blockquote|head|style|script)\b.*?(?:</(?P=part)>|\Z)|</?[a-z][^<>]*>|&(?:nbsp|#160);",
    re.IGNORECASE | re.DOTALL,
)
"""Mark-up that a helpdesk passed on as it came, and what it quotes."""
_CLOSING: Final = re.compile(words.CLOSING, _FLAGS)
_SIGNED: Final = re.compile(words.SIGNED, _FLAGS)
_REACHED: Final = re.compile(words.REACHED, re.IGNORECASE)
_POSTSCRIPT: Final = re.compile(words.POSTSCRIPT, _FLAGS)
_OWN_QUESTION: Final = re.compile(words.OWN_QUESTION, re.IGNORECASE)
_NO_BREAK: Final = re.compile(r"[^\n]+")
_SIGNATURE_LINES: Final = 10
_SIGNATURE_WIDTH: Final = 70
"""A goodbye is the end if only so many lines of so many characters follow: a name, a company, a telephone."""


def without_others_words(text: str) -> str:
    """Return a mail with all blanked that its writer did not write; the same length, line breaks kept."""
    if "</" in text and _IS_HTML.search(text):
        text = blank(text, [match.span() for match in _TAGS.finditer(text)])
    if "\n" not in text:
        return text  # a line of a chat
    text = text.replace("\r", " ")
    end = len(text)
    quoted: list[Span] = []
    for match in _headers(text):
        quoted.append(match.span())
        rest = text[match.end() :].lstrip()
        if rest and not rest.startswith(">"):
            end = min(end, match.start())
    if ">" in text:
        quoted += [match.span() for match in _QUOTED_LINE.finditer(text)]
    left = blank(text, [*quoted, (end, len(text))])
    left = blank(left, [match.span() for match in _NOTICE.finditer(left)])
    for pattern in _ENDS:
        left = blank(left, list(_ends(pattern, left)))
    left = blank(left, list(_from_phones(left, sorted(start for start, _ in quoted))))
    return blank(left, [_closing(left), _below_thanks(left)])


def blank(text: str, spans: Iterable[Span]) -> str:
    """Return `text` with spaces in the spans, line breaks kept."""
    for start, stop in spans:
        if start < stop:
            text = text[:start] + _NO_BREAK.sub(_spaces, text[start:stop]) + text[stop:]
    return text


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _headers(text: str) -> Iterator[re.Match[str]]:
    lower = text.lower()
    if any(verb in lower for verb in words.REPLY_VERBS):
        yield from _HEADER.finditer(text)


def _ends(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """Yield what begins at the first match below words of the writer's own; the matches above are heads of no more."""
    read = 0
    for match in pattern.finditer(text):
        if text[read : match.start()].strip():
            yield match.start(), len(text)
            return
        yield match.span()
        read = match.end()


def _from_phones(text: str, quotes: list[int]) -> Iterator[Span]:
    """Yield each "Sent from my phone" with what stands below it, up to the next quoted words: people answer there."""
    for match in _SENT_FROM.finditer(text):
        if text[: match.start()].strip():
            yield match.start(), next((start for start in quotes if start > match.start()), len(text))


def _closing(text: str) -> Span:
    """Return "Kind regards" and the few short lines after it, up to a late thought; nothing where there are none."""
    nothing = (len(text), len(text))
    found = None
    for match in _CLOSING.finditer(text):
        found = match
    if found is None or not text[: found.start()].strip():
        return nothing
    late = _POSTSCRIPT.search(text, found.end())
    asked = None if late else _OWN_QUESTION.search(text, found.end())
    stop = late.start() if late else asked.start("asked") if asked else len(text)
    return (found.start(), stop) if _is_signature(text[found.end() : stop]) else nothing


def _below_thanks(text: str) -> Span:
    """Return the company's line with bars below thanks and a name, and what follows it; thanks themselves are meant."""
    for match in _SIGNED.finditer(text):
        start = match.start("line")
        if _REACHED.search(match.group("line")) and _is_signature(text[match.end() :]):
            return start, len(text)
    return len(text), len(text)


def _is_signature(text: str) -> bool:
    """Whether lines are few and short enough to be a name, a company, a telephone."""
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) <= _SIGNATURE_LINES and all(len(line) <= _SIGNATURE_WIDTH for line in lines)
