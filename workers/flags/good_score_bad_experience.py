"""
good_score_bad_experience: every figure is good, and several things went wrong.

Fires when    at least two other flags are stated, and no figure that is known is bad: the score is good or not given,
              no SLA was breached, nothing was opened again.
Stays quiet   where a figure gives it away already.
Known limit   figures that only the helpdesk's own reports hold are not known here.
Source        docs/flags.md#good_score_bad_experience
"""

from dataclasses import dataclass

from integration.model import Flag, Score, Severity
from workers.context import TicketView
from workers.limits import limit


@dataclass(frozen=True, slots=True)
class Limits:
    """What an admin may set."""

    least_flags: int = limit(2, 2, 10, "other flags, at least")


def good_score_bad_experience(view: TicketView, others: tuple[Flag, ...]) -> Flag | None:
    """Return the flag, or None for silence; `others` are the ticket's other flags."""
    ticket = view.ticket
    if (
        len(others) < view.limits(Limits).least_flags
        or ticket.satisfaction == Score.BAD
        or ticket.sla_breached
        or view.reopened
    ):
        return None
    say = view.saying.say
    figures = [say("good score") if ticket.satisfaction == Score.GOOD else say("no score given"), say("not reopened")]
    if ticket.sla_breached is False:
        figures.append(say("SLA met"))
    return Flag(
        kind="good_score_bad_experience",
        severity=Severity.MEDIUM,
        confidence=min(flag.confidence for flag in others),
        figure=", ".join(figures),
        lived=view.saying.count(
            "One thing went wrong that no figure shows.", "{n} things went wrong that no figure shows.", len(others)
        ),
        advice=say("Don't rely on the figures: read what went wrong before you answer."),
        evidence=others[0].evidence[:1],  # the others stand with their flags
    )
