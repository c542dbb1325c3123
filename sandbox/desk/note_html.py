"""Internal notes keep their HTML, through a strict allow-list; everything else on the page is text."""

import nh3

from sandbox.desk import DeskComment

_TAGS = {"p", "br", "b", "strong", "em", "ul", "ol", "li", "blockquote", "a", "hr", "small", "code"}
_LONGEST = 8_000
"""Characters. A note beyond that is shown as its text, which the page folds."""


def _only_web_links(_tag: str, attribute: str, value: str) -> str | None:
    # nh3 checks schemes but lets relative addresses through, which here would point into the helpdesk itself;
    # the attributes that it sets of its own accord (rel, target) pass here as well
    return value if attribute != "href" or value.lower().startswith(("http://", "https://")) else None


def safe_html(html: str) -> str:
    """Return `html` with nothing left but the allowed tags and links to the web."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}},
        attribute_filter=_only_web_links,
        url_schemes={"http", "https"},
        set_tag_attribute_values={"a": {"target": "_blank"}},
        link_rel="noopener noreferrer nofollow",
    )


def note_html(comment: DeskComment) -> str | None:
    """Return what may be shown as HTML; None for everything public or by a customer, which is text."""
    if comment.html is None or comment.public or comment.role == "customer" or len(comment.html) > _LONGEST:
        return None
    return safe_html(comment.html)
