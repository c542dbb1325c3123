"""
The flags: where the helpdesk's figures and the customer's experience disagree. One flag a file.

A flag is a function of a ticket's view and the moment; it returns None for silence. `FLAGS` holds them in display
order. Each has a THRESHOLD: what is less certain than that is not said.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from types import ModuleType
from typing import Final

from integration.feedback import rejected_kinds
from integration.model import Flag, Severity, TicketRef
from workers.context import CustomerContext, TicketView
from workers.flags import (
    asked_again,
    channel_switch,
    context_lost,
    deflected_again,
    good_score_bad_experience,
    hollow_resolution,
    known_issue,
    language_mismatch,
    left_waiting,
    promise_overdue,
    repeat_contact,
    rising_frustration,
    rushed,
    scripted_empathy,
    unanswered_question,
)

MODULES: Final[dict[str, ModuleType]] = {
    module.__name__.rpartition(".")[2]: module
    for module in (
        promise_overdue,
        known_issue,
        asked_again,
        repeat_contact,
        hollow_resolution,
        unanswered_question,
        left_waiting,
        context_lost,
        deflected_again,
        channel_switch,
        language_mismatch,
        rising_frustration,
        rushed,
        scripted_empathy,
        good_score_bad_experience,
    )
}
"""In display order: what can be put right now comes first. The last is made of the others."""

ABOVE_ALL: Final = "good_score_bad_experience"
FLAGS: Final[dict[str, Callable[[TicketView, datetime], Flag | None]]] = {
    kind: getattr(module, kind) for kind, module in MODULES.items() if kind != ABOVE_ALL
}

_RANK: Final = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}


def assess(context: CustomerContext, ticket: TicketRef, now: datetime) -> tuple[Flag, ...]:
    """
    Return the flags of one ticket that the admin's rules want, the most severe first, else in display order.

    What agents call wrong on this ticket is not among them, and counts for no other flag.

    Raises:
        KeyError: the context holds no such ticket.
    """
    view = context.view(ticket)
    rejected = rejected_kinds(view.ticket.feedback)
    wanted = [kind for kind in MODULES if kind not in rejected and view.context.settings.rules.of(kind).on]
    found = [_ruled(view, kind, FLAGS[kind](view, now)) for kind in wanted if kind != ABOVE_ALL]
    stated = tuple(flag for flag in found if flag is not None)
    if ABOVE_ALL in wanted:
        last = _ruled(view, ABOVE_ALL, good_score_bad_experience.good_score_bad_experience(view, stated))
        stated = (*stated, last) if last is not None else stated
    return tuple(sorted(stated, key=lambda flag: _RANK[flag.severity]))


def _ruled(view: TicketView, kind: str, flag: Flag | None) -> Flag | None:
    """Return a flag as the admin wants it: not at all below a confidence, and as severe as they say."""
    rule = view.context.settings.rules.of(kind)
    if flag is None or flag.confidence < rule.confidence:
        return None
    return replace(flag, severity=rule.severity) if rule.severity is not None else flag
