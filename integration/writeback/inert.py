"""
Customers' words, made harmless for a note.

They read the same, and do nothing: no link of theirs can be clicked, nobody is mentioned, no placeholder is filled in,
and none can pass for a note of ours. HTML is not dealt with here: the template escapes it.
"""

import re

from integration.writeback.cutting import one_line

JOINER = "\N{WORD JOINER}"
"""Has no width and allows no line break: a person reads past it, whoever looks for links does not."""

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SCHEME = re.compile(r":(?=//)|(?<=mailto):|(?<=javascript):|(?<=data):|(?<=tel):|(?<=sms):", re.IGNORECASE)
_DOMAIN_DOT = re.compile(r"(?<=\w)\.(?=[^\W\d_]{2})")
_MARKDOWN_LINK = re.compile(r"\](?=[(\[])")
_PLACEHOLDER = re.compile(r"\{(?=[{%!])")
_OUR_KEY = re.compile(r"(sidelight)(?=:)", re.IGNORECASE)
_DIRECTION = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def inert(text: str) -> str:
    """
    Return `text` as one line that no helpdesk brings to life.

    A scheme is bracketed (`https[:]//`), which no program takes for a link; other marks are parted by a word joiner.
    A text that is an e-mail address and nothing else stays as it is, so that it can be copied.
    """
    text = one_line(_DIRECTION.sub("", text))
    if _ADDRESS.fullmatch(text):
        return text
    text = _OUR_KEY.sub(rf"\1{JOINER}", text)
    text = _SCHEME.sub("[:]", text)
    text = _DOMAIN_DOT.sub(f"{JOINER}.", text)
    text = _MARKDOWN_LINK.sub(f"]{JOINER}", text)
    text = _PLACEHOLDER.sub(f"{{{JOINER}", text)
    return text.replace("@", f"@{JOINER}")
