"""
rising_frustration: no figure shows it, and the customer's patience runs out.

Fires when    over the issue the customer's messages climb by at least one level and end frustrated or angry.
Stays quiet   for anger at third parties; where the last message has calmed down.
Known limit   sarcasm without a word of anger is not heard.
Source        docs/flags.md#rising_frustration
"""

from datetime import datetime

from integration.model import Comment, Evidence, Flag, Frustration, Severity
from workers import quoting
from workers.context import TicketView
from workers.timeline import Kind


def rising_frustration(view: TicketView, now: datetime) -> Flag | None:  # noqa: ARG001 - every flag has the same signature
    """Return the flag, or None for silence."""
    own = view.comments(Kind.CUSTOMER)
    said = view.lived(Kind.CUSTOMER)
    if not own or own[-1] not in said or view.reading(said[-1]).frustration < Frustration.FRUSTRATED:
        return None
    last = own[-1]
    level = view.reading(last).frustration
    calmer = [c for c in said[: said.index(last)] if view.reading(c).frustration < level]
    if level < Frustration.FRUSTRATED or not calmer:
        return None
    say = view.saying.say
    start = min(calmer, key=lambda c: view.reading(c).frustration)
    return Flag(
        kind="rising_frustration",
        severity=Severity.HIGH if level == Frustration.ANGRY else Severity.MEDIUM,
        confidence=0.8,
        figure=say("no figure shows it"),
        lived=say("Their patience is running out: angry by now.")
        if level == Frustration.ANGRY
        else say("Their patience is running out: frustrated by now."),
        advice=say("Answer the person first: say what went wrong, then what happens now, and who does it."),
        evidence=tuple(_felt(view, c) for c in (start, last)),
    )


def _felt(view: TicketView, comment: Comment) -> Evidence:
    cues = view.cues(comment)
    words = next((cues[kind] for kind in ("angry", "frustrated", "uneasy") if kind in cues), None)
    return quoting.of_comment(
        comment, quoting.sentence_with(comment, words) if words else quoting.opening_words(comment)
    )
