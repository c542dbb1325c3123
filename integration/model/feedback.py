"""What agents say of the flags on a ticket: the word of one agent on one flag."""

from dataclasses import dataclass
from datetime import datetime

REASONS = {
    "m": "misread",
    "o": "other issue",
    "d": "already dealt with",
    "u": "true but of no use",
}
"""Why a flag is wrong, by the letter that stands for it."""


@dataclass(frozen=True, slots=True)
class FlagFeedback:
    """An agent's latest word on one flag of one ticket."""

    kind: str
    """The flag, such as `asked_again`."""
    right: bool | None
    """None where the agent has taken an earlier word back."""
    at: datetime
    """When the agent said so, by the agent's own clock, to the second."""
    by: str
    """The helpdesk's id of the agent."""
    reason: str | None = None
    """A letter of `REASONS`, where the flag is wrong and the agent says why."""
