"""
The flags: where the helpdesk's figures and the customer's experience disagree. One flag a file.

A flag is a function of a ticket's view and the moment; it returns None for silence. `FLAGS` holds them in display
order. Each has a THRESHOLD: what is less certain than that is not said.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from integration.model import Flag, Severity, TicketRef
from workers.context import CustomerContext, TicketView
from workers.flags import (
    asked_again,
    channel_switch,
    context_lost,
    deflected_again,
    good_score_bad_experience,
    hollow_resolution,
    language_mismatch,
    left_waiting,
    promise_overdue,
    repeat_contact,
    rising_frustration,
    rushed,
    scripted_empathy,
    unanswered_question,
)

FLAGS: Final[tuple[Callable[[TicketView, datetime], Flag | None], ...]] = (
    promise_overdue.promise_overdue,
    asked_again.asked_again,
    repeat_contact.repeat_contact,
    hollow_resolution.hollow_resolution,
    unanswered_question.unanswered_question,
    left_waiting.left_waiting,
    context_lost.context_lost,
    deflected_again.deflected_again,
    channel_switch.channel_switch,
    language_mismatch.language_mismatch,
    rising_frustration.rising_frustration,
    rushed.rushed,
    scripted_empathy.scripted_empathy,
)
"""In display order: what can be put right now comes first. What is made of the others is added at the end."""

_RANK: Final = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}


def assess(context: CustomerContext, ticket: TicketRef, now: datetime) -> tuple[Flag, ...]:
    """
    Return the flags of one ticket, the most severe first, in FLAGS' order within a severity.

    Raises:
        KeyError: the context holds no such ticket.
    """
    view = context.view(ticket)
    found = tuple(flag for flag in (judge(view, now) for judge in FLAGS) if flag is not None)
    above_all = good_score_bad_experience.good_score_bad_experience(view, found)
    return tuple(sorted((*found, *([above_all] if above_all else [])), key=lambda flag: _RANK[flag.severity]))
