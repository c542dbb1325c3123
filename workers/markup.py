"""
Source text of HTML that came as plain text: some mail gateways and programs hand it over as it is.

Nothing is moved: tags, and what is no words of the writer's (styles, quoted mail), are blanked, and where a block
begins a line begins. Text that only mentions a tag ("the <b> button") is left alone.
"""

import re
from typing import Final

_TAG_NAMES: Final = (
    "html|head|body|div|p|br|hr|span|b|i|u|em|strong|a|table|tbody|thead|tr|td|th|ul|ol|li|font|blockquote|img|meta"
    "|title|style|h[1-6]|pre"
)
_TAG: Final = re.compile(rf"</?(?:{_TAG_NAMES})\b[^<>]{{0,500}}>", re.IGNORECASE)
_BLOCK: Final = re.compile(r"</?(?:div|p|br|hr|tr|li|table|ul|ol|h[1-6]|blockquote|body|html|pre)\b", re.IGNORECASE)
_NO_WORDS: Final = re.compile(
    r"<(head|style|title|blockquote)\b[^<>]{0,500}>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL
)
_IS_SOURCE: Final = re.compile(
    r"\A\s*<(?:!doctype|html|body|div|p|table|span)\b|</(?:p|div|body|html|table|blockquote)\s*>", re.IGNORECASE
)
_NOT_A_BREAK: Final = re.compile(r"[^\n]")


def blanked(text: str) -> str:
    """Return `text` with its markup blanked, character for character; as it is where it is no HTML."""
    if "<" not in text or not _IS_SOURCE.search(text):
        return text
    text = _NO_WORDS.sub(lambda found: _NOT_A_BREAK.sub(" ", found.group()), text)
    return _TAG.sub(_blank_tag, text)


def _blank_tag(found: re.Match[str]) -> str:
    spaces = _NOT_A_BREAK.sub(" ", found.group())
    return "\n" + spaces[1:] if _BLOCK.match(found.group()) else spaces
