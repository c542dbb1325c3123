"""Between plain text and the HTML that Zendesk keeps beside it; and ULIDs, as newer objects are named."""

import html
import re
from datetime import UTC, datetime
from html.parser import HTMLParser

_BLOCKS = {"p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "blockquote", "pre", "hr"}
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class _Stripper(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self._hidden += 1
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._hidden = max(0, self._hidden - 1)
        elif tag in _BLOCKS and tag != "br":
            self.parts.append("\n")

    def handle_data(self, text: str) -> None:
        if not self._hidden:
            self.parts.append(re.sub(r"[ \t\r\n]+", " ", text))


def plain_from_html(source: str) -> str:
    """Return the text of `source`, one line a block, at most one empty line in a row."""
    stripper = _Stripper()
    stripper.feed(source)
    stripper.close()
    lines = (line.strip() for line in "".join(stripper.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def html_from_plain(text: str) -> str:
    """Return `text` as Zendesk shows it: paragraphs in a `zd-comment` block."""
    paragraphs = [html.escape(part, quote=False).replace("\n", "<br>") for part in re.split(r"\n{2,}", text)]
    inner = "".join(f'<p dir="auto">{part}</p>' for part in paragraphs)
    return f'<div class="zd-comment" dir="auto">{inner}</div>'


def wrap_html(source: str) -> str:
    """Return HTML that was written through the API as Zendesk gives it back."""
    return f'<div class="zd-comment" dir="auto">{source}</div>'


def ulid(at: datetime, number: int) -> str:
    """Return the ULID of `at` whose random part is made of `number`, so that the same world has the same ids."""
    spread = (number * 0x9E3779B97F4A7C15) & ((1 << 80) - 1)
    value = (int(at.timestamp() * 1000) << 80) | ((number & 0xFFFFFF) << 56) | (spread & ((1 << 56) - 1))
    return "".join(_CROCKFORD[(value >> shift) & 31] for shift in range(125, -1, -5))


def iso(at: datetime) -> str:
    """Return `at` as Zendesk writes times: UTC, whole seconds."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def iso_from_unix(at_s: float) -> str:
    """Return Unix seconds as Zendesk writes times."""
    return iso(datetime.fromtimestamp(at_s, UTC))
