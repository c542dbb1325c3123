"""
deflected_again: knowledge-base use, and the customer was sent back to what had not helped.

Fires when    an agent points to an article after the customer said, on this issue, that one did not help.
Stays quiet   where the agent also answers in words of their own; for bots; where the article is put right.
Known limit   an article in other words than an address or "article", "guide" and the like is not seen.
Source        docs/flags.md#deflected_again
"""

from datetime import datetime
from typing import Final

from integration.model import Comment, Flag, Role, Severity
from workers import folding, questions, quoting, replies
from workers.context import TicketView
from workers.timeline import Kind

IN_OWN_WORDS: Final = 8
"""So many words that carry meaning, beside the article, are an answer in words of one's own."""


def deflected_again(view: TicketView, now: datetime) -> Flag | None:  # noqa: ARG001 - every flag has the same signature
    """Return the flag, or None for silence."""
    for comment in view.replies:
        article = view.cues(comment).get("article")
        failed = _said_that_one_failed(view, comment) if article else None
        if article is None or failed is None or _answers_too(view, comment, article):
            continue
        say = view.saying.say
        same = any(
            replies.same_article(article, view.cues(c).get("article", "")) for c in view.replies if c.at < comment.at
        )
        return Flag(
            kind="deflected_again",
            severity=Severity.MEDIUM,
            confidence=0.9 if same else 0.75,
            figure=say("pointed to the knowledge base"),
            lived=say("Sent back to the same article, which had not helped.")
            if same
            else say("Sent to an article after one had not helped."),
            advice=say("Do not send an article again: answer in your own words, or let somebody look at it."),
            evidence=(
                quoting.of_comment(*failed),
                quoting.of_comment(comment, quoting.sentence_with(comment, article)),
            ),
        )
    return None


def _answers_too(view: TicketView, comment: Comment, article: str) -> bool:
    """Whether a reply says enough beside the sentence that points to the article."""
    pointing = folding.fold(article)
    own = [said for said in replies.own_words(comment, view.reading(comment)) if pointing not in said]
    return sum(len(questions.stems(said)) for said in own) >= IN_OWN_WORDS


def _said_that_one_failed(view: TicketView, comment: Comment) -> tuple[Comment, str] | None:
    """Return the customer's last word before this reply that an article did not help, and the sentence."""
    talk = [c for c in view.issue_comments(Kind.CUSTOMER, Kind.REPLY) if (c.at, c.id) < (comment.at, comment.id)]
    for place in range(len(talk) - 1, -1, -1):
        own = talk[place]
        if own.role != Role.CUSTOMER:
            continue
        cues = view.cues(own)
        if "article_failed" in cues:
            return own, cues["article_failed"]
        if "failed" in cues and place and "article" in view.cues(talk[place - 1]):
            return own, cues["failed"]
    return None
