"""
What the writer of a comment wrote themselves, without quoted mail, signatures and footers.

Cleaning never moves a character: what goes is blanked, so an offset in the cleaned text is an offset in the original,
and every quote taken from it is a verbatim piece of the original text.
"""

import re
from dataclasses import dataclass

from workers import folding, mail, markup, sensitive

MAX_CHARACTERS = 20_000
"""What is read of one comment. Nobody writes more; pasted logs do, and they must not cost seconds."""

MAX_SENTENCE = 800
"""What is searched of one sentence: text without a full stop for pages is a log, not a sentence."""

MAX_QUOTE = 180
"""Longest quote in characters; a longer sentence is cut at a word."""

_LONG_QUOTATION = 80
_QUOTATION = re.compile(rf"[\"“„«]\s?[^\"“”„«»]{{{_LONG_QUOTATION},2000}}[\"”“»]")
"""A long passage between quotation marks: somebody else's words, or an exercise."""
_BESIDE = 10
"""Characters beside a quotation from which it is a quotation, and not the message between quotation marks."""
_URL = re.compile(r"https?://\S+|www\.\S+")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”»)]*(?=\s|$)|\n\s*\n\s*|\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|sr|sra|d|st|no|nr|num|fr|hr|bzw|ca|z\.b|e\.g|i\.e|approx|art|prof|mme|m|sig|ref|cust|tel)"
    r")\.$"
)
_ORDINAL = re.compile(r"(?<!\d)\d{1,2}\.[ \n](?:[a-zäöü]|Jan|Feb|M[äa]r|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")  # noqa: RUF001 - the curly apostrophe is what people type
_SOFT_WRAP = 60
"""A line at least this long that ends without a full stop was wrapped by a mail program, not ended by the writer."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place in the original text, and its folded words to search in."""

    start: int
    end: int
    folded: str
    is_question: bool


@dataclass(frozen=True, slots=True)
class Message:
    """A comment's text, cleaned: `body` and `folded` have the length of `text`."""

    text: str
    body: str
    folded: str
    sentences: tuple[Sentence, ...]
    secrets: tuple[sensitive.Secret, ...]

    def quote(self, start: int, end: int) -> str | None:
        """Return a verbatim piece of the original, at most MAX_QUOTE long; None where it would show a secret."""
        start, end = _trim(self.text, start, end)
        if end - start > MAX_QUOTE:
            cut = self.text.rfind(" ", start + MAX_QUOTE // 2, start + MAX_QUOTE)
            end = cut if cut > start else start + MAX_QUOTE
        if start >= end or any(s.start < end and s.end > start for s in self.secrets):
            return None
        return self.text[start:end]


def word_list(text: str) -> list[str]:
    """Return the words of a text, without numbers, codes and addresses."""
    return _WORD.findall(_URL.sub(" ", text) if "://" in text or "www." in text else text)


def read(text: str) -> Message:
    """Clean a comment's text and cut it into sentences."""
    text = text[:MAX_CHARACTERS]
    body = clean(text)
    folded = folding.fold(body)
    return Message(text, body, folded, tuple(_sentences(body, folded)), sensitive.find(text))


def clean(text: str) -> str:
    """Return `text` with quoted mail, signatures, footers and quotations blanked; same length, line breaks kept."""
    own = written(text)
    if len(own) < _LONG_QUOTATION or not any(mark in own for mark in '"“„«'):
        return own
    # A message that is one quotation and nothing else is the writer's own.
    beside = len(own.strip()) - _BESIDE
    return mail.blank(own, [m.span() for m in _QUOTATION.finditer(own) if len(m.group()) < beside])


def written(text: str) -> str:
    """Return `text` cleaned as `clean` does, but with long passages between quotation marks: they were typed, too."""
    return mail.without_others_words(markup.blanked(text))


def _sentences(body: str, folded: str) -> list[Sentence]:
    found: list[Sentence] = []
    start = 0
    for match in _SENTENCE_END.finditer(body):
        mark = match.group()
        if mark.startswith("\n"):
            line_start = body.rfind("\n", 0, match.start()) + 1
            wrapped = mark == "\n" and match.start() - line_start >= _SOFT_WRAP
            if wrapped:
                continue
            stop = match.start()
        else:
            if mark == "." and _is_inside(body, folded, start, match.start()):
                continue
            stop = match.end()
        _append(found, body, folded, start, stop)
        start = match.end()
    _append(found, body, folded, start, len(body))
    return found


def _is_inside(body: str, folded: str, start: int, dot: int) -> bool:
    """Whether the full stop at `dot` belongs to an abbreviation or to a German date ("9. November")."""
    if body[max(start, dot - 1)].isdigit():
        return any(_ORDINAL.match(body, max(start, dot - back)) for back in (1, 2))
    return bool(_ABBREVIATION.search(folded[max(start, dot - 6) : dot + 1]))


def _append(found: list[Sentence], body: str, folded: str, start: int, end: int) -> None:
    start, end = _trim(body, start, end)
    if start < end:
        found.append(Sentence(start, end, folded[start:end][:MAX_SENTENCE], "?" in body[max(start, end - 6) : end]))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
