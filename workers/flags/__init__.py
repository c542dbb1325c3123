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
from workers.flags import asked_again, promise_overdue, repeat_contact, unanswered_question

FLAGS: Final[tuple[Callable[[TicketView, datetime], Flag | None], ...]] = (
    promise_overdue.promise_overdue,
    asked_again.asked_again,
    repeat_contact.repeat_contact,
    unanswered_question.unanswered_question,
)
"""In display order: what can be put right now comes first."""

_RANK: Final = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}


def assess(context: CustomerContext, ticket: TicketRef, now: datetime) -> tuple[Flag, ...]:
    """
    Return the flags of one ticket, the most severe first, in FLAGS' order within a severity.

    Raises:
        KeyError: the context holds no such ticket.
    """
    view = context.view(ticket)
    found = [flag for flag in (judge(view, now) for judge in FLAGS) if flag is not None]
    return tuple(sorted(found, key=lambda flag: _RANK[flag.severity]))
