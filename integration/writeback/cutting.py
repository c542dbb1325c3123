"""Making text fit: what was cut always reads as cut, and is a verbatim beginning of what it was."""

import re

MARK = "…"
_LAST_WORD = re.compile(r"\s\S*\Z")
_SENTENCE_END = re.compile(r"[.!?…。！？][”\"')\]]?(?=\s)|\n")  # noqa: RUF001 - full-width ends of sentences
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def clean(text: str) -> str:
    """Return `text` with the characters that no helpdesk stores (controls, half surrogates) replaced, one for one."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    """Return `text` cleaned, with every run of white space as one space."""
    return " ".join(clean(text).split())


def shorten(text: str, limit: int) -> str:
    """
    Return at most `limit` characters of `text`, cut behind a word and marked with “…”.

    Without the mark, the result is a verbatim beginning of `text`; shortening again keeps it so.
    """
    if len(text) <= limit:
        return text
    head = text[: limit - len(MARK)]
    if not text[len(head)].isspace():
        at_a_word = _LAST_WORD.sub("", head)
        # A language without spaces, or one long word, is cut where the room ends.
        head = at_a_word if len(at_a_word) > limit // 2 else head
    return head.rstrip() + MARK


def shorten_units(text: str, limit: int) -> str:
    """Return `text` in at most `limit` UTF-16 units, which is what a helpdesk's text field counts."""
    length = limit
    while (size := len(text.encode("utf-16-le")) // 2) > limit:
        length = min(length, len(text) - (size - limit + 1) // 2)
        text = shorten(text, length)
    return text


def cut_bytes(text: str, limit: int, mark: str) -> str:
    """Return `text` in at most `limit` bytes of UTF-8, cut at the end of a sentence or line, with `mark` behind it."""
    if len(text.encode()) <= limit:
        return text
    head = text.encode()[: limit - len(mark.encode())].decode(errors="ignore")
    ends = [found.end() for found in _SENTENCE_END.finditer(head)]
    if ends and ends[-1] > len(head) // 2:
        head = head[: ends[-1]]
    return head.rstrip() + mark
